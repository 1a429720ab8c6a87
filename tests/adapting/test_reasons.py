"""What a plan that was made again says of its changes: for each the reason that is true of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from spinecare import (
    AmendmentKind,
    Done,
    Journal,
    Person,
    Plan,
    Purpose,
    Session,
    Step,
    load_catalogue,
    make_plan,
)
from spinecare.model import ExerciseId
from spinecare.planning.amending import Amending
from tests.adapting.following import SMALL, person_of
from tests.adapting.living import CALM, START, after, entry, person, plan_of, well
from tests.checker.facts import Table

WHO = person_of(SMALL)
GROWN = "lumbar-1-half-push-up"
"""What has room to grow."""
Telling = Callable[[Session, Step], Mapping[str, Any]]


def first_plan(who: Person = WHO) -> Plan:
    """Return the first plan of a person."""
    return make_plan(who, start=START, weeks=6, journal=Journal())


def noted(plan: Plan, first: date, last: date, tell: Telling = well) -> Journal:
    """Return what a person notes from a day up to another."""
    return Journal(
        entries=tuple(
            entry(session, step, **tell(session, step))
            for session in plan.sessions
            if first <= session.date < last
            for step in session.steps
            if step.purpose is Purpose.MAIN
        )
    )


def grown_plan() -> tuple[Plan, Journal]:
    """Return a plan with a step forward, made after sixteen good days, and their journal."""
    kept = noted(first_plan(), START, after(14))
    return make_plan(WHO, start=after(16), weeks=5, journal=kept, previous=first_plan()), kept


def reasons(plan: Plan, kind: AmendmentKind, exercise: str = GROWN) -> set[str]:
    """Return what a plan says of changes of a kind to an exercise."""
    return {one.reason for one in plan.changes if (one.kind, one.exercise) == (kind, exercise)}


def test_a_dose_that_grew_and_then_hurt_is_less_again_and_says_so() -> None:
    """One step back; below the first dose it would come in its gentle form."""
    before, kept = grown_plan()

    def hurts(_: Session, step: Step) -> Mapping[str, Any]:
        pain = attrs.evolve(CALM, during=4) if step.exercise == GROWN else CALM
        return {"done": Done(outcome="done"), "pain": pain}

    first = next(s.date for s in before.sessions if GROWN in {x.exercise for x in s.steps})
    then = first + timedelta(days=3)
    more = noted(before, after(16), first + timedelta(days=1), hurts)
    new = make_plan(WHO, start=then, weeks=2, journal=kept.merged(more), previous=before)

    (why,) = reasons(new, AmendmentKind.LESS)
    assert "did not do you good" in why


def test_what_was_left_lying_for_weeks_comes_back_at_less_and_says_so() -> None:
    """Nothing was done for more than two weeks after the step forward."""
    before, kept = grown_plan()

    new = make_plan(WHO, start=after(32), weeks=2, journal=kept, previous=before)

    (why,) = reasons(new, AmendmentKind.LESS)
    assert "away" in why


def test_after_a_break_the_dose_comes_back_a_step_for_each_week() -> None:
    """A week after it was taken up again, the step that the break took is there again."""
    before, kept = grown_plan()
    back = make_plan(WHO, start=after(30), weeks=4, journal=kept, previous=before)
    days = {number: noted(back, after(30), after(number)) for number in (33, 45)}

    soon = make_plan(WHO, start=after(33), weeks=1, journal=kept.merged(days[33]), previous=back)
    later = make_plan(WHO, start=after(45), weeks=1, journal=kept.merged(days[45]), previous=back)

    assert not reasons(soon, AmendmentKind.MORE)
    assert reasons(later, AmendmentKind.MORE)


def test_mornings_that_get_worse_over_two_weeks_lead_back_and_say_so() -> None:
    """R5 takes the step back, although nothing hurt while it was done."""
    before, kept = grown_plan()

    def mornings(session: Session, _: Step) -> Mapping[str, Any]:
        morning = 1.0 if session.date < after(21) else 2.5
        pain = attrs.evolve(CALM, before=2, next_morning=morning, second_morning=2)
        return {"done": Done(outcome="done"), "pain": pain}

    more = noted(before, after(16), after(28), mornings)
    new = make_plan(WHO, start=after(28), weeks=2, journal=kept.merged(more), previous=before)

    assert reasons(new, AmendmentKind.LESS) == {"Your mornings got worse in the last two weeks."}


def test_an_exercise_that_the_catalogue_lost_is_dropped_under_its_old_name() -> None:
    """The plan before still knows what it was called."""
    whole = load_catalogue()
    gone = "neck-3-side-bend"
    kept = noted(first_plan(), START, after(3))
    smaller = attrs.evolve(
        whole,
        entries=tuple(one for one in whole.entries if one.id != gone),
        edges=tuple(one for one in whole.edges if gone not in (one.before, one.after)),
        routines=tuple(
            attrs.evolve(one, entries=tuple(id for id in one.entries if id != gone), stages=())
            for one in whole.routines
        ),
    )

    new = make_plan(
        WHO, start=after(3), weeks=1, journal=kept, previous=first_plan(), catalogue=smaller
    )

    told = {one.name for one in new.changes if one.exercise == gone}
    assert told == {whole.entry(gone).name}


def test_a_journal_may_tell_of_what_the_catalogue_does_not_know() -> None:
    """A walk, an exercise of one's own: the plan is made without it."""
    session = first_plan().sessions[0]
    own = attrs.evolve(
        entry(session, session.steps[0], pain=CALM), exercise=ExerciseId("my-own-walk")
    )

    new = make_plan(
        WHO, start=after(7), weeks=1, journal=Journal(entries=(own,)), previous=first_plan()
    )

    assert new.sessions


@pytest.mark.parametrize("minutes", [8, 25])
def test_what_is_late_takes_nobodys_place(minutes: int) -> None:
    """Missed pull-ups move to the next day if that has room, and else leave its session alone."""
    table: Table = SMALL | {
        "availability": f"Mon 07:30 25 min; Tue-Fri 07:30 {minutes} min; Sun 07:30 25 min",
        "equipment": ["pull-up-bar", "mat"],
        "routines": ["pulse-pull-ups", "neck"],
        "tried": [one.id for one in load_catalogue().entries],
    }
    who = person_of(table)
    before = first_plan(who)
    missed = noted(before, START, after(1), lambda _, __: {"done": Done(outcome="skipped")})

    new = make_plan(who, start=after(1), weeks=2, journal=missed, previous=before)

    tuesday = next(one for one in new.sessions if one.date == after(1))
    old = next(one for one in before.sessions if one.date == after(1))
    assert {step.exercise for step in old.steps} <= {step.exercise for step in tuesday.steps}
    assert ("pulse-pull-ups" in tuesday.routines) is (minutes == 25)
    assert (tuesday == old) is (minutes != 25)


def test_without_a_journal_no_reason_speaks_of_how_it_felt() -> None:
    """Nobody told; the answers, the times and the weeks are all there is."""
    free = attrs.evolve(person("keen"), pain=1.0)
    before = make_plan(free, start=START, weeks=6)
    sore = attrs.evolve(free, pain=4.0)

    gentler = make_plan(sore, start=START, weeks=6, previous=before).changes
    lower = make_plan(free, start=after(28), weeks=2, previous=before).changes

    reasons = {one.reason for one in (*gentler, *lower)}
    assert {AmendmentKind.GENTLER} <= {one.kind for one in gentler}
    assert {AmendmentKind.LESS} <= {one.kind for one in lower}
    assert not any("felt" in reason or "did not do you good" in reason for reason in reasons)


def test_a_heavier_load_is_more_of_it() -> None:
    """The same repetitions with more in the hands."""
    before = plan_of("keen")
    session = before.sessions[0]
    light, heavy = (
        attrs.evolve(session, steps=(attrs.evolve(session.steps[0], mass_kg=mass),))
        for mass in (0.5, 1.5)
    )
    amending = Amending(
        availability=WHO.availability,
        wished=frozenset(),
        previous=before,
        suitable={},
        lived=None,
        start=START,
        catalogue=before.catalogue,
    )

    assert [one.kind for one in amending._within(light, heavy)] == [AmendmentKind.MORE]
    assert [one.kind for one in amending._within(heavy, light)] == [AmendmentKind.LESS]
