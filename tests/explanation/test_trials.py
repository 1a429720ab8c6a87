"""Planning anew with a change: the smallest that cures, found with few plans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare import Availability, ExerciseId, Finding, RuleId, Severity, Slot
from spinecare.explanation import Change, ChangeKind, explain
from spinecare.explanation._candidates import candidates
from spinecare.explanation._concessions import size_of
from spinecare.explanation._held import Held
from spinecare.explanation._shortfalls import Shortfall
from spinecare.explanation._trials import Sized, Trials, is_worse
from tests.explanation.people import CATALOGUE, plan, planned, someone


def _weeks(size: int) -> Change:
    return Change(kind=ChangeKind.MORE_WEEKS, more_weeks=size)


class _From(Trials):
    """Trials in which every size from one on cures, and which count the plans they would make."""

    need: int
    tried: list[int]

    def cures(self, change: Change, is_cured: Callable[[Held], bool]) -> bool:
        """Whether the size is enough."""
        self.tried.append(change.more_weeks)
        return is_cured(self.held) and change.more_weeks >= self.need


def _trials(need: int) -> _From:
    made = _From(held=Held(plan=plan("keen"), whole=lambda: CATALOGUE), person=someone())
    made.need, made.tried = need, []
    return made


def _anything(_: Held) -> bool:
    return True


@given(st.integers(1, 80), st.integers(1, 70), st.integers(-3, 80))
def test_the_smallest_size_that_cures_is_found_wherever_one_begins(
    need: int, most: int, guess: int
) -> None:
    """And one size less was tried and failed."""
    trials = _trials(need)

    found = trials.smallest(Sized(of=_weeks, most=most, guess=guess), _anything)

    assert (found.more_weeks if found else None) == (need if need <= most else None)
    assert found is None or need == 1 or need - 1 in trials.tried


@given(st.integers(61, 100), st.integers(1, 60))
def test_what_no_size_cures_costs_two_plans(need: int, guess: int) -> None:
    """The guess and the largest size."""
    trials = _trials(need)

    assert trials.smallest(Sized(of=_weeks, most=60, guess=guess), _anything) is None
    assert len(trials.tried) <= 2


def test_a_good_guess_costs_two_plans() -> None:
    """The guess, and one less that fails."""
    trials = _trials(9)

    found = trials.smallest(Sized(of=_weeks, most=60, guess=9), _anything)

    assert found == _weeks(9)
    assert trials.tried == [9, 8]


def test_a_plan_longer_than_a_year_is_not_tried() -> None:
    """52 weeks are the most."""
    made = planned(someone(), 1)
    trials = Trials(held=Held(plan=made, whole=lambda: CATALOGUE), person=someone())

    assert not trials.cures(_weeks(52), _anything)


def test_slots_that_would_overlap_are_not_tried() -> None:
    """They are no cure."""
    made = planned(someone(), 1)
    trials = Trials(held=Held(plan=made, whole=lambda: CATALOGUE), person=someone())
    slot = Slot(weekday="Mon", start="18:10", minutes=5)

    assert not trials.cures(Change(kind=ChangeKind.MORE_SLOTS, slots_after=(slot,)), _anything)


def test_a_change_that_costs_another_routine_its_sessions_is_no_cure() -> None:
    """What one wish gains must not be another's loss."""
    who = someone(routines=["wushu-morning"], availability="daily 08:00 20 min")
    trials = Trials(held=Held(plan=planned(who, 1), whole=lambda: CATALOGUE), person=who)
    slots = who.availability.slots
    shorter = Change(
        kind=ChangeKind.MORE_MINUTES,
        slots_before=slots,
        slots_after=(evolve(slots[0], minutes=20.0),),
    )

    assert not trials.cures(shorter, _anything)


def test_a_change_that_leaves_out_something_else_is_no_cure() -> None:
    """A new finding about an exercise is a loss."""
    who = someone(routines=["wushu-morning", "lying-complex"], availability="Mon 18:00 60 min")
    trials = Trials(held=Held(plan=planned(who, 1), whole=lambda: CATALOGUE), person=who)
    early = Change(
        kind=ChangeKind.LATER,
        slots_before=who.availability.slots,
        slots_after=(evolve(who.availability.slots[0], start=time(6, 10)),),
    )

    assert not trials.cures(early, _anything)


def test_of_two_later_slots_the_one_that_is_less_later_comes_first() -> None:
    """Minutes of waiting are the size."""
    early, late = (Slot(weekday=day, start="08:00", minutes=30) for day in ("Mon", "Sun"))
    much, little = (
        Change(
            kind=ChangeKind.LATER,
            slots_before=(slot,),
            slots_after=(evolve(slot, start=start),),
        )
        for slot, start in ((early, "09:00"), (late, "08:10"))
    )

    assert sorted([much, little], key=size_of) == [little, much]


@pytest.mark.parametrize(("subject", "is_loss"), [("lumbar", False), ("fitball", True)])
def test_only_what_was_wished_for_before_can_be_a_loss(subject: str, is_loss: bool) -> None:
    """With more time the goals may choose another routine too, which then comes too seldom."""
    old = plan("keen")
    lack = Finding(
        rule=RuleId("cadence"), severity=Severity.NOT_FITTED, subject=subject, reason="Too few."
    )
    new = evolve(old, findings=(*old.findings, lack))

    pair = [Held(plan=made, whole=lambda: CATALOGUE) for made in (old, new)]

    assert is_worse(*pair) is is_loss


def _short(rule: str, **changes: Any) -> Shortfall:
    fields: dict[str, Any] = {"rule": rule, "effect": "do it", "is_cured": _anything, **changes}
    return Shortfall(**fields)


def test_a_plan_of_a_year_gets_no_longer() -> None:
    """There is nothing left to try."""
    week = plan("keen").weeks[0]
    empty = evolve(week, days=tuple(evolve(day, sessions=()) for day in week.days))
    made = evolve(plan("keen"), weeks=(empty,) * 52)
    held = Held(plan=made, whole=lambda: CATALOGUE)

    assert list(candidates(held, someone(), _short("stage"))) == []


def test_a_person_without_slots_gets_no_new_ones() -> None:
    """There is nothing to copy."""
    who = evolve(someone(), availability=Availability(slots=()))
    held = Held(plan=planned(who, 1), whole=lambda: CATALOGUE)

    assert list(candidates(held, who, _short("water"))) == []


def test_a_slot_at_the_end_of_the_day_cannot_begin_later() -> None:
    """It would be another day."""
    who = someone(wakes_at="23:30", availability="Mon 23:59 20 min")
    held = Held(plan=planned(who, 1), whole=lambda: CATALOGUE)

    assert list(candidates(held, who, _short("waking"))) == []


def test_a_place_that_has_everything_is_offered_nothing() -> None:
    """Only what is missing is named."""
    entry = CATALOGUE.entry("pulse-pull-up")
    held = Held(plan=planned(someone(), 1), whole=lambda: CATALOGUE)

    assert list(candidates(held, someone(), _short("equipment", entries=(entry,)))) == []


def test_what_was_tried_already_is_not_claimed_again() -> None:
    """Only untried exercises can be told as done before."""
    entry = CATALOGUE.entry("pulse-pull-up")
    who = someone(tried=[ExerciseId("pulse-pull-up")])
    held = Held(plan=planned(who, 1), whole=lambda: CATALOGUE)

    found = list(candidates(held, who, _short("new-things", entries=(entry,))))

    assert all(not isinstance(change, Change) for change in found)


def test_a_second_slot_comes_before_the_first_where_the_day_is_too_short_after_it() -> None:
    """Six hours before a slot at 20:00, since six hours after it would be night."""
    who = someone(routines=["neck"], availability="daily 20:00 20 min")
    made = planned(who, 1)

    why = explain(made, "neck", person=who)

    starts = {slot.start for c in why.concessions for slot in c.change.slots_after}
    assert time(14) in starts


def test_no_second_slot_where_there_is_no_room_on_either_side() -> None:
    """A gap of a whole day fits nowhere."""
    neck = CATALOGUE.routine("neck")
    rare = evolve(neck, cadence=evolve(neck.cadence, gap_h=23.0))
    who = someone(routines=["neck"], availability="daily 12:00 20 min")
    held = Held(plan=planned(who, 1), whole=lambda: CATALOGUE)

    found = candidates(held, who, _short("cadence", routine=rare))

    kinds = [c.of(1).kind if isinstance(c, Sized) else c.kind for c in found]
    assert ChangeKind.MORE_SLOTS not in kinds
