"""However a plan is made again, weeks ask for little more than the last four held."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest

from spinecare import Done, Journal, Pain, make_plan
from tests.adapting.following import SMALL, by_exercise, notes, person_of
from tests.adapting.living import START, after

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Any

    from spinecare import Entry, Plan, Session, Step

pytestmark = pytest.mark.no_cover  # tests/README.md says why

LITTLE = SMALL | {"availability": "Mon, Wed, Fri 18:00 10 min", "routines": ["neck"]}
MUCH = LITTLE | {
    "availability": "Mon-Sun 07:00 10 min; Mon-Sun 18:00 10 min",
    "routines": ["neck", "lumbar"],
}
"""The same person with much more time and other wishes."""
OFTENER = LITTLE | {"availability": "Mon-Sun 07:00 10 min; Mon-Sun 18:00 10 min"}
WEEKS = 5
LINE = 1.16
"""115 % of the mean of the last four, and what comes of whole seconds."""


def skips(_: Session, __: Step, ___: int) -> Mapping[str, Any]:
    """Tell that it was skipped."""
    return {"done": Done(outcome="skipped", reason="no-time"), "pain": Pain()}


def skipped(plan: Plan, first: date, until: date) -> list[Entry]:
    """Return what is noted of sessions from a day on and before another: all were skipped."""
    sessions = (one for one in plan.sessions if first <= one.date < until)
    return [entry for session in sessions for entry in by_exercise(session, skips, 0)]


@cache
def little(mondays_only: int = 0) -> tuple[Plan, Journal]:
    """Return the last plan of five weeks with little in them, and the journal: all went well.

    Args:
        mondays_only: So many weeks at the end of which all but Mondays was skipped.
    """
    plan, kept = make_plan(person_of(LITTLE), start=START, weeks=2, journal=Journal()), Journal()
    for week in range(WEEKS):
        first, last = after(7 * week), after(7 * week + 7)
        until = first + timedelta(days=1) if week >= WEEKS - mondays_only else last
        kept = kept.with_entries(*notes(plan, first, until), *skipped(plan, until, last))
        if week < WEEKS - 1:
            plan = make_plan(person_of(LITTLE), start=last, weeks=2, journal=kept, previous=plan)
    return plan, kept


def work(*sessions: Session) -> float:
    """Return the seconds of effort and movement of the routines in sessions."""
    return sum(step.work_s for one in sessions for step in one.steps if step.purpose == "main")


def fullest(plan: Plan) -> float:
    """Return the seconds of work in the fullest week of a plan that begins on a Monday."""
    return max(work(*week.sessions) for week in plan.weeks)


@pytest.mark.parametrize("every", [1, 7])
def test_planning_more_often_makes_weeks_no_fuller(every: int) -> None:
    """From Monday to Sunday, as they are done in the end; a first thing may join alone."""
    plan, kept = little()
    done = {0: work(*(one for one in plan.sessions if one.date < after(7 * WEEKS)))}
    for day in range(7 * WEEKS, 7 * WEEKS + 21, every):
        plan = make_plan(person_of(MUCH), start=after(day), weeks=2, journal=kept, previous=plan)
        kept = kept.with_entries(*notes(plan, after(day), after(day + every)))
        for one in plan.sessions:
            if one.date < after(day + every):
                number = (one.date - after(7 * WEEKS)).days // 7 + 1
                done[number] = done.get(number, 0.0) + work(one)

    for number in range(1, 4):
        assert done[number] <= 1.25 * max(done[before] for before in range(number))


def test_a_plan_without_the_plan_before_keeps_the_line() -> None:
    """The journal says what was planned."""
    plan, kept = little()
    start = after(7 * WEEKS)

    alone = make_plan(person_of(MUCH), start=start, weeks=2, journal=kept)
    after_it = make_plan(person_of(MUCH), start=start, weeks=2, journal=kept, previous=plan)

    assert fullest(alone) <= 1.25 * fullest(plan)
    assert fullest(after_it) <= 1.25 * fullest(plan)


def test_a_plan_made_without_the_journal_promises_nothing() -> None:
    """It may be many times as full: made again with the journal, it keeps the line."""
    plan, kept = little()
    start = after(7 * WEEKS)

    wild = make_plan(person_of(MUCH), start=start, weeks=2, previous=plan)
    tame = make_plan(person_of(MUCH), start=start, weeks=2, journal=kept, previous=wild)

    assert fullest(wild) > 1.5 * LINE * fullest(plan)
    assert fullest(tame) <= 1.25 * fullest(plan)


@pytest.mark.parametrize("weeks_away", [3, 4, 10])
def test_a_long_absence_does_not_lift_the_line(weeks_away: int) -> None:
    """The last weeks with exercise count, however long ago, until there are four again."""
    plan, kept = little()
    start = after(7 * (WEEKS + weeks_away))

    back = make_plan(person_of(MUCH), start=start, weeks=2, journal=kept, previous=plan)
    more = kept.with_entries(*notes(back, start, start + timedelta(days=7)))
    later = start + timedelta(days=7)
    on = make_plan(person_of(MUCH), start=later, weeks=2, journal=more, previous=back)

    assert fullest(back) <= 1.25 * fullest(plan)
    assert fullest(on) <= 1.5 * fullest(plan)


def test_who_skips_most_of_it_is_not_given_more() -> None:
    """Twice as many slots: it comes no more often than it was asked for."""
    plan, kept = little(mondays_only=2)

    more = make_plan(
        person_of(OFTENER), start=after(7 * WEEKS), weeks=2, journal=kept, previous=plan
    )

    assert fullest(more) <= LINE * fullest(plan)
