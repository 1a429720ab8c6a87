"""What a person wishes anew, and what a plan promised before: both are kept within the load."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinecare import AmendmentKind, Journal, make_plan
from tests.adapting.following import SMALL, notes, person_of
from tests.adapting.living import START

if TYPE_CHECKING:
    from spinecare import Entry, Plan
    from tests.checker.facts import Table

pytestmark = pytest.mark.no_cover  # tests/README.md says why

THREE_DAYS = SMALL | {"availability": "Mon, Wed, Fri 18:00 15 min"}


def after_weeks(table: Table, number: int) -> tuple[Plan, Journal]:
    """Return the last plan of so many weeks in which all went well, and the journal of them."""
    plan = make_plan(person_of(table), start=START, weeks=4, journal=Journal())
    kept: list[Entry] = []
    for week in range(1, number + 1):
        start = START + timedelta(days=7 * week)
        kept += notes(plan, start - timedelta(days=7), start)
        if week < number:
            journal = Journal(entries=kept)
            plan = make_plan(person_of(table), start=start, weeks=4, journal=journal, previous=plan)
    return plan, Journal(entries=kept)


def works(plan: Plan) -> list[float]:
    """Return the seconds of effort and movement of each week."""
    return [
        sum(
            step.work_s
            for session in week.sessions
            for step in session.steps
            if step.purpose == "main"
        )
        for week in plan.weeks
    ]


def test_new_days_are_used_at_once_bit_by_bit() -> None:
    """Though the plan before has all of these weeks; no week asks for much more than they held."""
    plan, kept = after_weeks(THREE_DAYS, 6)
    start = START + timedelta(days=42)
    table = SMALL | {"availability": "Mon-Sat 18:00 15 min"}

    same = make_plan(person_of(THREE_DAYS), start=start, weeks=3, journal=kept, previous=plan)
    more = make_plan(person_of(table), start=start, weeks=3, journal=kept, previous=plan)

    assert {one.date.weekday() for one in same.sessions} == {0, 2, 4}
    assert {one.date.weekday() for one in more.weeks[0].sessions} > {0, 2, 4}
    assert max(works(more)) <= 1.16 * max(works(plan))


def test_a_new_routine_joins_as_soon_as_there_is_room() -> None:
    """Though the plan before has all of these weeks, and every slot of them a session."""
    table = THREE_DAYS | {"routines": ["neck"]}
    plan, kept = after_weeks(table, 6)
    more = person_of(table | {"routines": ["neck", "lumbar"]})
    joined: list[bool] = []
    for number in range(6, 9):
        start, before = START + timedelta(days=7 * number), max(works(plan))
        plan = make_plan(more, start=start, weeks=3, journal=kept, previous=plan)
        assert make_plan(more, start=start, weeks=3, journal=kept, previous=plan) == plan
        assert max(works(plan)) <= 1.16 * before
        joined.append(any("lumbar" in session.routines for session in plan.weeks[0].sessions))
        kept = kept.with_entries(*notes(plan, start, start + timedelta(days=7)))

    assert joined == [False, True, True]


@pytest.mark.parametrize("availability", ["Mon-Sat 18:00 15 min", "Mon, Wed, Fri 18:00 25 min"])
def test_a_step_that_was_promised_is_not_taken_back(availability: str) -> None:
    """Made again every day in the sixth week, the weeks being full: nothing gets less."""
    table = SMALL | {"availability": availability, "routines": ["neck", "lumbar"]}
    plan, kept = after_weeks(table, 5)
    found: set[AmendmentKind] = set()
    for number in range(35, 44):
        day = START + timedelta(days=number)
        kept = kept.with_entries(*notes(plan, day - timedelta(days=1), day))
        plan = make_plan(person_of(table), start=day, weeks=3, journal=kept, previous=plan)
        found |= {one.kind for one in plan.changes}

    assert found.isdisjoint({AmendmentKind.LESS, AmendmentKind.GENTLER, AmendmentKind.DROPPED})
