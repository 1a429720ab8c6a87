"""Small plans made by hand, to be scored."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from spinecare.model import (
    Catalogue,
    Day,
    Plan,
    Session,
    SessionId,
    WeeklyPlan,
)
from spinecare.planning.scoring import score
from tests.planning.builders import (
    MONDAY,
    own_routine,
    step_of,
    with_routines,
)

FEET, KNEES = "wushu-foot-rotation", "wushu-knee-rotation"
PULLS, TWICE, DAILY, DEFAULT = "pulse-pull-ups", "upper-back", "wushu-morning", "extra-stretches"
SMALL = with_routines(
    own_routine(PULLS, FEET, KNEES),
    own_routine(TWICE, FEET, KNEES),
    own_routine(DAILY, FEET, KNEES),
    own_routine(DEFAULT, FEET, KNEES),
    own_routine("neck", FEET, KNEES),
)
"""Routines of two standing circles each: a window, 2-3 a week, daily, daily by default, 2 a day."""


def sitting(day: int, at: str, *routines: str, only: str = "", start: date = MONDAY) -> Session:
    """Return a session of routines, whole or one exercise of each."""
    ids = [only] if only else [FEET, KNEES]
    on = start + timedelta(days=day)
    return Session(
        id=SessionId(f"{on}-{at.replace(':', '')}"),
        date=on,
        start=time.fromisoformat(at),
        minutes=30,
        routines=routines,
        steps=tuple(step_of(id, routine) for routine in routines for id in ids),
    )


def plan_of(
    routines: list[str],
    *sittings: Session,
    weeks: int = 1,
    catalogue: Catalogue = SMALL,
    start: date = MONDAY,
    **changes: Any,
) -> Plan:
    """Return a plan of sessions, in UTC unless said otherwise."""
    days = [start + timedelta(days=number) for number in range(7 * weeks)]
    held = {day: tuple(one for one in sittings if one.date == day) for day in days}
    fields: dict[str, Any] = {
        "id": "own",
        "start": start,
        "timezone": "UTC",
        "updated_at": datetime(2026, 11, 22, tzinfo=UTC),
        "routines": routines,
        "weeks": tuple(
            WeeklyPlan(
                number=week + 1,
                days=tuple(Day(date=d, sessions=held[d]) for d in days[7 * week : 7 * week + 7]),
            )
            for week in range(weeks)
        ),
        "catalogue": catalogue,
    }
    return Plan(**{**fields, **changes})


def lines(plan: Plan, level: str) -> list[tuple[str, str, int]]:
    """Return what a plan counts at a level, place by place."""
    return [(one.subject, one.place, one.value) for one in score(plan).lines if one.level == level]
