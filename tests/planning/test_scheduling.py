"""Scheduling: what each opening of a week is for, and the problem that is solved for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Person, Place, Span
from spinecare.planning import scheduling
from spinecare.planning.openings import openings
from spinecare.planning.optimum import Problem, Solution, solve
from spinecare.planning.outlook import Outlook
from spinecare.planning.scheduling import WEEKS_AHEAD, Scheduler, Wish
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    outlook_of,
    person,
    planned,
    routines,
    with_routines,
)

DONE = [entry.id for entry in CATALOGUE.entries]
WUSHU, YOGA, NECK = routines("wushu-morning", "yoga-asanas", "neck")


def scheduler(look: Outlook, *ids: str, **changes: Any) -> Scheduler:
    """Return a scheduler of routines, the most wanted first."""
    return Scheduler(outlook=look, routines=routines(*ids, look=look), **changes)


def of(who: Person, *ids: str, start: date = MONDAY) -> tuple[dict[str, Wish], Solution]:
    """Return what the openings of a week and the next are for, by day and hour."""
    ahead = openings(who, start, WEEKS_AHEAD)
    wishes, solution = scheduler(outlook_of(who, start=start), *ids).week(start, ahead)
    by_at = {opening.at: opening for opening in ahead}
    told = {
        f"{(by_at[at].date - start).days} {by_at[at].slot.start:%H}": wish
        for at, wish in wishes.items()
    }
    return told, solution


def test_a_wish_names_whole_routines_and_then_the_piece() -> None:
    """An empty wish is for nothing."""
    assert Wish().routines == ()
    assert Wish(whole=(WUSHU, YOGA)).routines == (WUSHU, YOGA)
    assert Wish(whole=(WUSHU,), piece=YOGA).routines == (WUSHU, YOGA)
    assert Wish(piece=YOGA).routines == (YOGA,)


def test_a_week_is_planned_with_the_one_that_follows() -> None:
    """Two weeks of openings get their wishes, with the proof that none are better."""
    wishes, solution = of(person(availability="daily 18:00 60 min"), "wushu-morning")

    assert list(wishes) == [f"{day} 18" for day in range(14)]
    assert set(wishes.values()) == {Wish(whole=(WUSHU,))}
    assert solution.is_proven
    assert solution.levels == solution.bound


def test_whole_routines_stand_in_the_order_of_the_wish() -> None:
    """Not in that of their ids."""
    who = person(availability="Mon 18:00 60 min")

    assert of(who, "yoga-asanas", "wushu-morning")[0]["0 18"].whole == (YOGA, WUSHU)
    assert of(who, "wushu-morning", "yoga-asanas")[0]["0 18"].whole == (WUSHU, YOGA)


def test_what_fits_in_part_is_the_piece() -> None:
    """Yoga takes twelve minutes of twenty, and the circles lack less than yoga would."""
    wishes, _ = of(person(availability="Mon 18:00 20 min"), "wushu-morning", "yoga-asanas")

    assert wishes["0 18"] == Wish(whole=(YOGA,), piece=WUSHU)


def test_an_opening_that_nothing_is_due_in_has_no_wish() -> None:
    """Pull-ups twice in fourteen days."""
    wishes, _ = of(person(availability="daily 18:00 20 min"), "pulse-pull-ups")

    assert 2 <= len(wishes) <= 3
    assert all(wish.routines == routines("pulse-pull-ups") for wish in wishes.values())


@pytest.mark.parametrize(
    ("routine", "availability", "hours"),
    [
        ("wushu-morning", "daily 08:00, 18:00 60 min", {"08"}),
        ("extra-stretches", "daily 08:00, 18:00 60 min", {"18"}),
        ("magic-towel", "Mon 08:00 60 min; Mon 18:00 60 min", {"08", "18"}),
        ("neck", "daily 08:00, 18:00 60 min", {"08", "18"}),
        # nothing of it can be done without a floor, or too early for most of it
        ("lying-complex", "daily 12:00 60 min; daily 20:00 60 min (office)", {"12"}),
        ("wushu-morning", "daily 06:10 60 min; daily 18:00 60 min", {"06"}),
        # a token of it
        ("wushu-morning", "daily 08:00 2 min; daily 18:00 60 min", {"18"}),
        ("wushu-morning", "daily 08:00 3 min; daily 18:00 60 min", {"08"}),
        ("wushu-morning", "daily 08:00 2 min; daily 18:00 2 min", {"08"}),
        ("lying-complex", "daily 12:00 20 min; daily 20:00 5 min", {"12"}),
    ],
)
def test_what_comes_once_a_day_has_its_time_of_day(
    routine: str, availability: str, hours: set[str]
) -> None:
    """In the morning the first slot that is more than a token of it, in the evening the last."""
    who = person(availability=availability, places=[Place(name="office")], tried=DONE)
    ahead = openings(who, MONDAY, WEEKS_AHEAD)

    problem = scheduler(outlook_of(who), routine).problem(MONDAY, ahead)

    admitted = {
        f"{opening.slot.start:%H}"
        for opening, moment in zip(ahead, problem.moments, strict=True)
        if moment.offers
    }
    assert admitted == hours


def test_what_comes_twice_a_day_may_stand_at_any_time_of_it() -> None:
    """Though the article names the morning."""
    own = CATALOGUE.routine("wushu-morning")
    twice = evolve(own, cadence=evolve(own.cadence, times=Span(low=2, high=2)))
    who = person(availability="daily 08:00, 18:00 60 min", tried=DONE)
    look = outlook_of(who, catalogue=with_routines(twice))

    problem = scheduler(look, twice.id).problem(MONDAY, openings(who, MONDAY, WEEKS_AHEAD))

    assert all(moment.offers for moment in problem.moments)


def test_weeks_alike_are_solved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A steady plan of many weeks has few problems."""
    solved: list[Problem] = []

    def counted(problem: Problem, *, most_expanded: int | None = None) -> Solution:
        solved.append(problem)
        return solve(problem, most_expanded=most_expanded)

    monkeypatch.setattr(scheduling, "solve", counted)
    who = person(routines=["magic-towel", "pulse-pull-ups"], availability="daily 18:00 20 min")

    planned(who, weeks=20)

    assert 1 <= len(solved) < 10
    assert len(set(solved)) == len(solved)


def test_a_new_plan_goes_on_from_the_one_before() -> None:
    """Its pull-ups keep their gap and their weekday."""
    who = person(routines=["pulse-pull-ups"], availability="daily 18:00 20 min")
    first = planned(who, weeks=2)
    last = first.sessions[-1].date
    start = last + timedelta(days=1)

    after = planned(who, start=start, previous=first, weeks=2)

    assert [session.date - last for session in after.sessions] == [
        *(timedelta(days=7), timedelta(days=14)),
    ]


def test_a_slot_without_time_for_anything_stands_in_the_problem_without_offers() -> None:
    """So the days keep their places."""
    who = person(availability="daily 18:00 1 min; Sat 10:00 60 min")

    problem = scheduler(outlook_of(who), "lumbar").problem(
        MONDAY, openings(who, MONDAY, WEEKS_AHEAD)
    )

    assert [n for n, moment in enumerate(problem.moments) if moment.offers] == [5, 13]
    assert len(problem.moments) == 16


def test_without_openings_there_is_nothing_to_wish() -> None:
    """A week off, and the next."""
    wishes, solution = scheduler(outlook_of(), "neck").week(MONDAY, ())

    assert wishes == {}
    assert solution.is_proven


def test_a_search_that_may_look_at_nothing_says_what_it_could_not_prove() -> None:
    """Its schedule stands all the same."""
    hours = "Mon-Fri 07:00 15 min; daily 19:00 25 min"
    who = person(availability=hours, tried=DONE, level="practised")
    ids = ("lumbar", "upper-back", "yoga-asanas", "pulse-pull-ups", "neck", "wushu-morning")
    ahead = openings(who, MONDAY, WEEKS_AHEAD)

    wishes, stopped = scheduler(outlook_of(who), *ids, most_expanded=0).week(MONDAY, ahead)
    _, proven = scheduler(outlook_of(who), *ids).week(MONDAY, ahead)

    assert wishes
    assert not stopped.is_proven
    assert stopped.expanded == 0
    assert stopped.bound <= proven.levels <= stopped.levels


def test_what_a_wish_names_differs_where_the_places_differ() -> None:
    """Standing work at the office, lying work at home."""
    who = person(
        availability="Mon 12:00 30 min (office); Mon 20:00 30 min",
        places=[Place(name="office")],
        tried=DONE,
    )

    wishes, _ = of(evolve(who, level="practised"), "lying-complex", "wushu-morning")

    assert wishes["0 12"].routines == (WUSHU,)
    assert wishes["0 20"].routines == routines("lying-complex")
