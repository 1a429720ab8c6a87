"""Placing week by week: a look ahead, empty weeks, a stopped search, a plan before."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve

from spinecare import Person, make_plan, to_json
from spinecare.codec import from_data
from spinecare.errors import InvalidValueError
from spinecare.model import Plan, Routine, Session
from spinecare.planning import placing
from spinecare.planning.composing import Composed, compose
from spinecare.planning.objective import Levels
from spinecare.planning.openings import Opening
from spinecare.planning.optimum import Solution
from spinecare.planning.outlook import Outlook
from spinecare.planning.placing import Placed, place
from spinecare.planning.remarks import unproven
from tests.checker.checker import check
from tests.checker.facts import built_in_facts
from tests.checker.persons import KEEN
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    outlook_of,
    person,
    planned,
    routines,
    told,
)

DONE = [entry.id for entry in CATALOGUE.entries]


def off(who: Person, *days: int) -> Person:
    """Return a person who has no time on some days of the plan."""
    dates = [MONDAY + timedelta(days=day) for day in days]
    return evolve(who, availability=evolve(who.availability, days_off=dates))


def days(plan: Plan, routine: str) -> list[int]:
    """Return the days of the plan on which a routine is done."""
    return [(s.date - plan.start).days for s in plan.sessions if routine in s.routines]


def moment(plan: Plan, session: Session) -> datetime:
    """Return when a session begins, UTC."""
    return session.starts_at(plan.timezone).astimezone(UTC)


def test_each_week_minds_the_next_and_not_more() -> None:
    """Pull-ups move for a week off right after theirs, the week before it."""
    who = person(routines=["pulse-pull-ups"], availability="daily 18:00 20 min")

    plan = planned(off(who, *range(12, 16)), weeks=3)

    gaps = [later - earlier for earlier, later in pairwise(days(plan, "pulse-pull-ups"))]
    assert gaps
    assert all(5 <= gap <= 8 for gap in gaps)


def test_the_week_after_the_last_is_looked_at_too() -> None:
    """One week alone is planned as the first of two."""
    who = off(person(routines=["pulse-pull-ups"], availability="daily 18:00 20 min"), 5, 6, 7, 8)

    one, two = planned(who, weeks=1), planned(who, weeks=2)

    assert one.weeks[0].days == two.weeks[0].days
    assert days(one, "pulse-pull-ups") == [1]


def test_weeks_of_a_longer_plan_are_those_of_a_shorter_one() -> None:
    """Each week is decided by those before it and the one after."""
    who = person(goals=["ease-neck", "ease-lower-back"], availability="Mon-Fri 18:00 25 min")

    assert planned(who, weeks=6).weeks[:3] == planned(who, weeks=3).weeks


@pytest.mark.parametrize("weeks_off", [1, 2, 3])
def test_weeks_without_slots_stay_empty_and_the_plan_goes_on(weeks_off: int) -> None:
    """Late at once when slots are back; nothing is made up for twice."""
    gone = range(7, 7 + 7 * weeks_off)
    who = off(person(routines=["wushu-morning", "pulse-pull-ups"], tried=DONE), *gone)

    plan = planned(who, weeks=weeks_off + 2)

    assert [bool(week.sessions) for week in plan.weeks] == [True, *([False] * weeks_off), True]
    first = 7 * (weeks_off + 1)
    assert days(plan, "pulse-pull-ups")[-1] >= first
    assert days(plan, "wushu-morning") == [*range(7), *range(first, first + 7)]


def test_a_plan_of_days_off_alone_is_empty() -> None:
    """Four weeks of them; the plan says that nothing found a place."""
    plan = planned(off(person(routines=["neck"]), *range(35)), weeks=4)

    assert plan.sessions == ()
    assert len(told(plan, "cadence", "neck")) == 1


def test_a_routine_named_twice_is_placed_once() -> None:
    """A person cannot name it twice; who calls inside may."""
    with pytest.raises(InvalidValueError, match="ids without repeats"):
        person(routines=["neck", "neck"])

    once = place(outlook_of(), routines("neck", "wushu-morning"), 1)
    twice = place(outlook_of(), routines("neck", "wushu-morning", "neck"), 1)

    assert twice.weeks == once.weeks


TIGHT: dict[str, Any] = {
    **KEEN,
    "availability": "Mon-Fri 07:00 15 min; daily 19:00 25 min",
    "tried": DONE,
}


def stopped(effort: int | None, weeks: int = 3) -> Plan:
    """Return the plan of a person with too little time, with so much effort."""
    who = from_data({**TIGHT, "routines": ROUTINES}, Person, what="person")
    return make_plan(who, start=MONDAY, weeks=weeks, catalogue=CATALOGUE, effort=effort)


ROUTINES = ["lumbar", "upper-back", "yoga-asanas", "pulse-pull-ups", "neck", "wushu-morning"]


def test_a_search_without_effort_gives_a_plan_that_keeps_every_rule_and_says_its_gap() -> None:
    """One finding for each week, with a number and a bound below it."""
    plan = stopped(0)

    assert check(json.loads(to_json(plan)), built_in_facts(), {**TIGHT, "routines": ROUTINES}) == []
    assert plan.sessions
    found = [f for f in plan.findings if f.rule == "optimum"]
    assert {f.place for f in found} <= {"week 1", "week 2", "week 3"}
    assert found
    for finding in found:
        assert finding.severity == "note"
        assert "stopped at 0 states" in finding.reason
        assert finding.concession == "a larger effort, or None for as long as it takes"
        said = re.search(r"come to (\S+) in this week .* below (\S+)\.$", finding.reason)
        assert said
        assert float(said[2]) < float(said[1])


def test_a_search_that_was_not_stopped_says_nothing() -> None:
    """The same person, with as much effort as it takes, or with enough."""
    assert [f for f in stopped(None, weeks=1).findings if f.rule == "optimum"] == []
    assert stopped(10**9, weeks=1) == stopped(None, weeks=1)


@pytest.mark.parametrize(
    ("bound", "said", "least"),
    [
        (Levels(0, 2100, 3, 40), "routines that are missing come to 2.5", "2.1"),
        (
            Levels(0, 2500, 0, 40),
            "sessions away from their usual weekday and time come to 1",
            "0",
        ),
        (
            Levels(0, 2500, 1, 4),
            "squared hours between gaps and ideal gaps, weighted by the wishes, come to 10",
            "4",
        ),
    ],
)
def test_the_gap_is_told_at_the_first_level_that_has_one(
    bound: Levels, said: str, least: str
) -> None:
    """Here nothing is late, and one of the others is the first that is not proven."""
    solution = Solution(schedule=(), levels=Levels(0, 2500, 1, 10), bound=bound, expanded=12)
    placed = Placed(weeks=(), unproven=((2, solution),))

    (finding,) = unproven(placed)

    assert (finding.rule, finding.subject, finding.place) == ("optimum", "plan", "week 2")
    assert finding.concession == "a larger effort, or None for as long as it takes"
    assert finding.reason == (
        f"The search for the best week stopped at 12 states, before it was proven: {said} in this "
        f"week and the next, and no plan can be below {least}."
    )


@pytest.mark.parametrize("effort", [-1, 1.5, "many", True])
def test_an_effort_that_is_none_is_refused(effort: object) -> None:
    """A whole number from 0, or nothing."""
    with pytest.raises(InvalidValueError, match="effort must be a whole number from 0, or None"):
        planned(person(), effort=effort)


def test_an_opening_whose_wish_comes_to_nothing_is_told_with_the_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The rule that kept out the most; and the slot is not called idle as well."""
    neck = CATALOGUE.routine("neck").entries

    def nothing(*_: object) -> Composed:
        rules = ("spacing", "spacing", "stage", "time", "equipment")
        return Composed(session=None, kept_out=tuple(zip(neck, rules, strict=True)))

    monkeypatch.setattr(placing, "compose", nothing)

    plan = planned(person(routines=["neck"], availability="Mon 18:00 30 min"))

    assert plan.sessions == ()
    assert {f.rule for f in plan.findings if f.subject == "slot"} == {"spacing"}
    assert told(plan, "spacing", "slot") == [
        (
            "not-fitted",
            "2026-11-23",
            (
                "What was due in the slot at 18:00 (30 min) could not stand there: its muscles "
                "have not rested long enough."
            ),
            "another slot on another day",
        )
    ]


def test_an_opening_that_stays_empty_does_not_end_the_week(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Monday comes to nothing; Thursday is planned all the same."""

    def nothing_on_monday(look: Outlook, at: Opening, due: Sequence[Routine]) -> Composed:
        neck = due[0].entries[0]
        nothing = Composed(session=None, kept_out=((neck, "spacing"),))
        return nothing if at.date == MONDAY else compose(look, at, due)

    monkeypatch.setattr(placing, "compose", nothing_on_monday)

    plan = planned(person(routines=["neck"], availability="Mon, Thu 18:00 30 min"))

    assert [session.date for session in plan.sessions] == [MONDAY + timedelta(days=3)]


def test_an_opening_that_only_a_rule_without_a_cure_keeps_empty_is_told_without_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No cure is made up."""
    neck = CATALOGUE.routine("neck").entries[0]
    nothing = Composed(session=None, kept_out=((neck, "unheard-of"),))
    monkeypatch.setattr(placing, "compose", lambda *_: nothing)

    ((_, _, reason, cure),) = told(
        planned(person(routines=["neck"], availability="Mon 18:00 30 min")), "unheard-of", "slot"
    )

    assert reason.endswith("kept out by the rule unheard-of.")
    assert cure == ""


def test_a_slot_that_the_spring_change_brings_too_near_stays_empty() -> None:
    """01:30 for an hour ends at 03:30 that night, and the next slot begins at 03:00."""
    who = person(
        timezone="Europe/Berlin",
        availability="Sun 01:30 60 min; Sun 03:00 60 min; Sun 04:00 20 min",
        routines=["wushu-morning", "neck", "yoga-asanas"],
        wakes_at="20:00",
        tried=DONE,
    )

    plan = planned(who, start=date(2026, 3, 23), weeks=2)

    held = [(session.id, f"{session.start:%H:%M}") for session in plan.sessions]
    assert ("2026-03-29-2", "03:00") not in held
    assert ("2026-03-29-1", "01:30") in held
    assert [row[1] for row in told(plan, "wall-time", "slot")] == ["2026-03-29"]
    for one, other in pairwise(plan.sessions):
        assert one.ends_at(plan.timezone).astimezone(UTC) <= moment(plan, other)
