"""Making again with less: how growth is shared out, and when doses go back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from spinecare import Amendment, AmendmentKind, Done, Entry, Journal, Pain, Planned, review
from spinecare.model import ExerciseId, SessionId
from spinecare.planning.amending import Amending
from spinecare.planning.history import History
from spinecare.planning.lived import Lived
from spinecare.planning.making import little_more
from spinecare.planning.recalling import recall
from spinecare.planning.workload import Workload
from tests.planning.builders import CATALOGUE, MONDAY, person, plan_with
from tests.planning.test_workload import NOD, TURN, nods_and_turns, on_day, working

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinecare.model import WeeklyPlan
    from spinecare.planning.making import Made

START = MONDAY + timedelta(days=14)
GOOD = Pain(before=1, during=1, after=1, next_morning=1, second_morning=1)


def entry(day: date, exercise: str, reps: int = 5) -> Entry:
    """Return an entry of something that went well."""
    return Entry(
        session=SessionId(f"{day.isoformat()}-1"),
        date=day,
        exercise=ExerciseId(exercise),
        written_at=datetime.combine(day, time(20), UTC),
        planned=Planned(reps=reps, duration_s=10.0 * reps),
        done=Done(outcome="done"),
        pain=GOOD,
    )


def lived(workload: Workload, *, taken: bool = False) -> Lived:
    """Return a journal in which two exercises have earned a step each, or have taken it."""
    days = [MONDAY + timedelta(days=number) for number in (0, 3, 7, 10)]
    entries = [entry(day, id) for id in (NOD, TURN) for day in days]
    if taken:
        entries += [entry(MONDAY + timedelta(days=12), id, 6) for id in (NOD, TURN)]
    now = review(Journal(entries=entries), on=START)
    return Lived(now=now, known=(), workload=workload)


def making(weeks: Callable[[Lived], tuple[WeeklyPlan, ...]]) -> Callable[[Lived], Made]:
    """Return what makes nothing but weeks."""
    return lambda one: cast(
        "Made", SimpleNamespace(placed=SimpleNamespace(weeks=weeks(one)), lived=one)
    )


def told(made: Made) -> Lived:
    """Return what a plan was made by."""
    return cast("Lived", cast("Any", made).lived)


def by_growth(nods: float, turns: float) -> Callable[[Lived], tuple[WeeklyPlan, ...]]:
    """Return weeks of 50 seconds each, with so much more of what grows."""
    return lambda one: nods_and_turns(
        (50 + nods * one.grows(NOD), 50 + turns * one.grows(TURN)), closing=1
    )


FULL = Workload(weekly_s=(100.0,) * 4, asked_s=400.0)
HALF = Workload(weekly_s=(100.0,) * 4, asked_s=800.0)


@pytest.mark.parametrize(
    ("nods", "turns", "growing"),
    [
        (5, 5, {NOD, TURN}),  # all has room
        (10, 10, {NOD}),  # one has: the first by level and id
        (20, 10, {TURN}),  # the other has
        (20, 20, set[ExerciseId]()),  # none has
    ],
)
def test_as_many_doses_grow_as_there_is_room_for(
    nods: float, turns: float, growing: set[ExerciseId]
) -> None:
    """A week may ask for 115 seconds."""
    made = little_more(making(by_growth(nods, turns)), lived(FULL))

    assert {id for id in (NOD, TURN) if told(made).grows(id)} == growing


def test_where_the_choice_does_not_fit_after_all_nothing_grows() -> None:
    """With one held back something else may take the time."""
    weeks = by_growth(10, 10)

    def odd(one: Lived) -> tuple[WeeklyPlan, ...]:
        return nods_and_turns((90, 90), closing=1) if len(one.held) == 1 else weeks(one)

    made = little_more(making(odd), lived(FULL))

    assert told(made).held == {NOD, TURN}


def test_weeks_that_ask_for_too_much_without_growth_do_not_grow() -> None:
    """By more slots, or new exercises: what earned a step waits at the dose of before."""
    made = little_more(making(lambda _: nods_and_turns((100, 100), closing=1)), lived(FULL))

    assert told(made).held == {NOD, TURN}
    assert told(made).level(NOD) == 0


@pytest.mark.parametrize(("workload", "lowered"), [(HALF, 1), (FULL, 0)])
def test_doses_go_back_only_where_less_was_done_than_planned(
    workload: Workload, lowered: int
) -> None:
    """Who did it all is used to it; nothing goes below its first dose."""

    def weeks(one: Lived) -> tuple[WeeklyPlan, ...]:
        return nods_and_turns((100, 100 - 50 * one.lowered), closing=1)

    made = little_more(making(weeks), lived(workload, taken=True))

    assert told(made).lowered == lowered
    assert told(made).level(NOD) == 1 - lowered


def test_a_dose_that_went_back_for_want_of_work_says_so() -> None:
    """In the changes of the plan."""
    before, after = on_day(20, working(20)), on_day(20, working(10))
    low = lived(HALF, taken=True).lower()
    assert low is not None
    amending = Amending(
        previous=plan_with(before), suitable={}, lived=low, start=START, catalogue=CATALOGUE
    )

    found: tuple[Amendment, ...] = amending.amendments(plan_with(after).weeks)

    assert [(one.kind, one.reason) for one in found] == [
        (
            AmendmentKind.LESS,
            "You did less in the last weeks than was planned: it goes on from there.",
        )
    ]


def test_what_the_catalogue_lost_is_not_recalled() -> None:
    """The journal tells of it, and nothing rests for it."""
    journal = Journal(entries=[entry(MONDAY, "my-own-walk"), entry(MONDAY, NOD)])
    known = Lived.of(journal, START, "strict", None, CATALOGUE).done
    history = History(person=person(), catalogue=CATALOGUE)

    recall(history, known, START, None)

    assert set(history.last_done) == {NOD}
