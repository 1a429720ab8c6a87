"""Laws of plans that follow a journal, on real plans of people with little time."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from spinecare import (
    ClinicianFirst,
    Done,
    Journal,
    Plan,
    Purpose,
    Session,
    Step,
    Symptom,
    make_plan,
    to_json,
)
from tests.adapting.following import SMALL, person_of
from tests.adapting.living import START, entry, well

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

WHO = person_of(SMALL)
DAYS = 16
"""Days that went well: long enough for a step forward."""
AGAIN = START + timedelta(days=DAYS)
PAINS = ("during", "after", "next_morning", "second_morning")
few: Callable[..., settings] = settings(
    max_examples=8, derandomize=True, database=None, phases=[Phase.generate, Phase.shrink]
)


@cache
def first_plan() -> Plan:
    """Return the plan that all of them follow."""
    return make_plan(WHO, start=START, weeks=4, journal=Journal())


@cache
def good_days() -> Journal:
    """Return a journal of days that all went well; the last two mornings are known."""
    return Journal(
        entries=tuple(
            entry(session, step, **(well(session, step) or {}))
            for session in first_plan().sessions
            if session.date < AGAIN - timedelta(days=2)
            for step in session.steps
            if step.purpose is Purpose.MAIN
        )
    )


@cache
def planned(journal: Journal, start: date = AGAIN) -> Plan:
    """Return the plan made again with a journal."""
    return make_plan(WHO, start=start, weeks=1, journal=journal, previous=first_plan())


def with_pain(number: int, **pain: float | None) -> tuple[Journal, str]:
    """Return the good days with one entry felt otherwise, and its exercise."""
    entries = list(good_days().entries)
    one = entries[number % len(entries)]
    entries[number % len(entries)] = attrs.evolve(one, pain=attrs.evolve(one.pain, **pain))
    return Journal(entries=entries), str(one.exercise)


def doses(plan: Plan, exercise: str) -> dict[str, tuple[float, ...]]:
    """Return the numbers of an exercise, session by session."""
    return {
        session.id: (step.sets, step.reps, step.hold_s or 0, step.mass_kg or 0)
        for session in plan.sessions
        for step in session.steps
        if step.exercise == exercise and step.purpose is Purpose.MAIN
    }


def never_more(more: dict[str, tuple[float, ...]], less: dict[str, tuple[float, ...]]) -> bool:
    """Whether the first doses are nowhere above the second; what is not there is nothing."""
    return all(
        id in less and all(a <= b for a, b in zip(dose, less[id], strict=True))
        for id, dose in more.items()
    )


@few
@given(st.integers(0, 200), st.sampled_from(PAINS), st.integers(1, 9), st.integers(1, 9))
def test_more_pain_never_leads_to_a_higher_dose(
    number: int, pain: str, little: int, more: int
) -> None:
    """Of the exercise that hurt, in any session of the week after."""
    mild, exercise = with_pain(number, **{pain: float(little)})
    strong, _ = with_pain(number, **{pain: float(min(10, little + more))})

    assert never_more(doses(planned(strong), exercise), doses(planned(mild), exercise))


@few
@given(st.integers(0, 200), st.sampled_from(["before", *PAINS]))
def test_what_is_not_known_is_never_progress(number: int, pain: str) -> None:
    """An answer that is missing lets no dose be higher than the good answer does."""
    unknown, exercise = with_pain(number, **{pain: None})

    assert never_more(doses(planned(unknown), exercise), doses(planned(good_days()), exercise))


def test_without_any_morning_nothing_grows_and_with_them_something_does() -> None:
    """The good days are long enough for a step forward: only the answers are missing."""
    silent = Journal(
        entries=tuple(
            attrs.evolve(one, pain=attrs.evolve(one.pain, next_morning=None, second_morning=None))
            for one in good_days().entries
        )
    )

    assert any(one.kind == "more" for one in planned(good_days()).changes)
    assert not any(one.kind == "more" for one in planned(silent).changes)


@few
@given(st.randoms(use_true_random=False), st.integers(0, 60))
def test_the_order_of_entries_does_not_matter(chance: Random, cut: int) -> None:
    """Nor which of two devices is read first."""
    entries = list(good_days().entries)
    chance.shuffle(entries)
    phone, computer = Journal(entries=entries[:cut]), Journal(entries=entries[cut:])

    assert to_json(planned(phone.merged(computer))) == to_json(planned(good_days()))
    assert to_json(planned(computer.merged(phone))) == to_json(planned(good_days()))


@few
@given(st.integers(0, 200), st.sampled_from(PAINS), st.integers(0, 10))
def test_making_it_again_without_news_changes_nothing(number: int, pain: str, much: int) -> None:
    """Byte for byte, also the second time after a change."""
    journal, _ = with_pain(number, **{pain: float(much)})
    once = planned(journal)

    again = make_plan(WHO, start=AGAIN, weeks=1, journal=journal, previous=once)

    assert to_json(again) == to_json(once)


@pytest.mark.parametrize("symptom", Symptom)
@pytest.mark.parametrize("is_whole", [False, True])
def test_a_red_flag_always_refuses(symptom: Symptom, is_whole: bool) -> None:
    """Whatever else went well, and whether it is noted of an exercise or of the session."""
    session = first_plan().sessions[0]
    step = None if is_whole else session.steps[0]
    flagged = good_days().with_entries(entry(session, step, symptoms=(symptom,)))

    with pytest.raises(ClinicianFirst):
        planned(flagged)


def _last(exercise: str) -> tuple[Session, Step]:
    return next(
        (session, step)
        for session in reversed(first_plan().sessions)
        if session.date < AGAIN - timedelta(days=2)
        for step in session.steps
        if step.exercise == exercise
    )


@pytest.mark.parametrize(("second", "is_planned"), [(1, True), (2, True), (4, False), (None, True)])
def test_the_second_morning_reaches_the_plan(second: float | None, is_planned: bool) -> None:
    """It alone is bad: the exercise rests for four days; it is only unknown: it does not."""
    exercise = "neck-1-flexion-extension"
    session, step = _last(exercise)
    start = session.date + timedelta(days=2)
    told = well(session, step) or {}
    felt = attrs.evolve(told["pain"], second_morning=second)
    kept = [one for one in good_days().entries if one.date < session.date]
    last = entry(session, step, done=Done(outcome="done"), pain=felt)

    plan = planned(Journal(entries=(*kept, last)), start)

    early = {
        one.date
        for one in plan.sessions
        for each in one.steps
        if each.exercise == exercise and one.date < session.date + timedelta(days=4)
    }
    assert bool(early) is is_planned
