"""Spacing in real hours, worked out anew from a plan: nothing of the planner's own is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from attrs import frozen

from spinecare.model import Catalogue, Person, Plan, Purpose, Session

HOURS = {"pull": 120, "strength": 48, "gentle": 24, "light": 6, "daily": 0, "none": 0}
BEGINNER_STRENGTH = 72


@frozen
class Held:
    """A session in real time."""

    session: Session
    begins: datetime
    ends: datetime


def held(plans: Sequence[tuple[Plan, date]]) -> list[Held]:
    """Return the sessions of plans, each only up to the day that the next one begins."""
    found: list[Held] = []
    for plan, until in plans:
        for session in plan.sessions:
            if session.date < until:
                begins = session.starts_at(plan.timezone).astimezone(UTC)
                length = timedelta(seconds=session.duration_s)
                found.append(Held(session, begins, begins + length))
    return found


def breaches(who: Person, catalogue: Catalogue, plans: Sequence[tuple[Plan, date]]) -> list[str]:
    """Return every two sessions that stand too near, and every day that holds too much."""
    sessions = held(plans)
    return [
        *_overlaps(sessions),
        *_muscles(who, catalogue, sessions),
        *_routines(catalogue, sessions),
        *_days(catalogue, sessions),
    ]


def _overlaps(sessions: list[Held]) -> Iterator[str]:
    for one, other in pairwise(sessions):
        if other.begins < one.ends:
            yield f"{other.session.id} begins before {one.session.id} is over"


def _muscles(who: Person, catalogue: Catalogue, sessions: list[Held]) -> Iterator[str]:
    hours = {**HOURS, "strength": BEGINNER_STRENGTH if who.level == "beginner" else 48}
    before: dict[tuple[str, str], datetime] = {}
    for one in sessions:
        loads = {
            (muscle, entry.recovery.value)
            for step in one.session.steps
            if step.purpose is not Purpose.REST
            for entry in (catalogue.entry(step.exercise),)
            for muscle in entry.muscles
        }
        for muscle, kind in sorted(loads):
            for other, needed in hours.items():
                last = before.get((muscle, other))
                gap = None if last is None else (one.begins - last) / timedelta(hours=1)
                least = min(hours[kind], needed)
                if gap is not None and gap < least:
                    yield f"{one.session.id}: {muscle} {kind} {gap:g} h after {other}, not {least}"
        before.update(dict.fromkeys(loads, one.begins))


def _routines(catalogue: Catalogue, sessions: list[Held]) -> Iterator[str]:
    before: dict[str, datetime] = {}
    for one in sessions:
        for id in one.session.routines:
            cadence = catalogue.routine(id).cadence
            opens = 0.0 if cadence.window_days is None else 24 * cadence.window_days.low
            least = max(cadence.gap_h, opens)
            if id in before and (one.begins - before[id]) / timedelta(hours=1) < least:
                yield f"{one.session.id}: {id} within {least:g} h"
            before[id] = one.begins


def _days(catalogue: Catalogue, sessions: list[Held]) -> Iterator[str]:
    done: Counter[tuple[str, date]] = Counter()
    for one in sessions:
        day = one.session.date
        done.update((id, day) for id in one.session.routines)
        done.update((id, day) for id in {step.exercise for step in one.session.steps})
        for id in one.session.routines:
            cadence = catalogue.routine(id).cadence
            most = cadence.times.high or cadence.times.low
            if cadence.kind == "times-a-day" and done[id, day] > most:
                yield f"{one.session.id}: {id} {done[id, day]} times"
        for entry in {catalogue.entry(step.exercise) for step in one.session.steps}:
            if entry.recovery == "daily" and done[entry.id, day] > 1:
                yield f"{one.session.id}: {entry.id} twice"
