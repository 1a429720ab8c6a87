"""The calendars that other programs read: real plans, and what must be found in them.

Four people of the examples, twelve weeks each, from two Mondays: between them every change of the
clocks in the six zones is crossed – Santiago on 6 September, Sydney on 4 October, Berlin on
25 October, New York on 1 November; Casablanca's Ramadan, then all of them back again.
"""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import attrs

from spinecare import Plan, load_person, make_plan, to_ical
from spinecare.export.ical._components import uid

PROFILES = Path(__file__).parents[2] / "examples" / "profiles"
PEOPLE = ("desk-worker", "disc-herniation", "keen", "older")
STARTS = {"autumn": date(2026, 8, 31), "spring": date(2027, 2, 1)}
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",
    "Asia/Kolkata",
    "Australia/Sydney",
    "Africa/Casablanca",
)


class Occurrence(NamedTuple):
    """One time that something is on, in UTC to the second: `2026-08-31T18:00:00Z`."""

    uid: str
    start: str
    end: str


class Written(NamedTuple):
    """A calendar file with the plan it is of."""

    name: str
    plan: Plan
    data: bytes
    expected: list[Occurrence]
    """Everything that is on, sorted, worked out from the plan by the zone database alone."""


def stamp(moment: datetime) -> str:
    """Return a moment as occurrences have it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def occurrence(id: str, start: datetime, end: datetime) -> Occurrence:
    """Return an occurrence from its moments."""
    return Occurrence(id, stamp(start), stamp(end))


@cache
def plan_of(person: str, season: str, weeks: int = 12) -> Plan:
    """Return an example's weeks, twelve if not told otherwise."""
    return make_plan(load_person(PROFILES / f"{person}.toml"), start=STARTS[season], weeks=weeks)


@cache
def calendars(*zones: str) -> tuple[Written, ...]:
    """Return the files of everyone from both starts in these zones; plans are wall time."""
    return tuple(
        written(f"{person}-{season}-{zone.partition('/')[2]}", plan_of(person, season), zone)
        for person in PEOPLE
        for season in STARTS
        for zone in zones
    )


def written(name: str, plan: Plan, zone: str) -> Written:
    """Return a plan as it is kept in another zone."""
    there = attrs.evolve(plan, timezone=zone)
    return Written(name, there, to_ical(there), occurrences(there))


def occurrences(plan: Plan) -> list[Occurrence]:
    """Return everything that is on in a plan, sorted."""
    return sorted((*_sessions(plan), *_breaks(plan)))


def _sessions(plan: Plan) -> list[Occurrence]:
    found: list[Occurrence] = []
    for session in plan.sessions:
        start = datetime.combine(session.date, session.start, ZoneInfo(plan.timezone))
        end = start.astimezone(UTC) + timedelta(minutes=math.ceil(session.duration_s / 60))
        found.append(occurrence(uid(plan, "session", session.id), start, end))
    return found


def _breaks(plan: Plan) -> list[Occurrence]:
    """Return each break, under the id of the one series at its time of day that does the same."""
    found: list[Occurrence] = []
    numbers: dict[object, int] = {}
    kinds: dict[object, list[object]] = {}
    for day in plan.days:
        for item in day.desk_breaks:
            start = datetime.combine(day.date, item.start, ZoneInfo(plan.timezone))
            end = start.astimezone(UTC) + timedelta(minutes=math.ceil(item.minutes))
            alike = kinds.setdefault(item.start, [])
            if item not in alike:
                alike.append(item)
                numbers[item] = len(alike)
            id = uid(plan, "break", f"{item.start:%H:%M}", str(numbers[item]))
            found.append(occurrence(id, start, end))
    return found
