"""Changes worth a try for what a plan falls short of; nothing about health is ever one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import time
from functools import partial
from math import ceil

from attrs import evolve

from spinecare.explanation._changes import Change, ChangeKind
from spinecare.explanation._counts import seconds_of
from spinecare.explanation._held import Held
from spinecare.explanation._shortfalls import Shortfall
from spinecare.explanation._trials import Sized
from spinecare.model import (
    CadenceKind,
    Exercise,
    ExerciseId,
    Person,
    Routine,
    Slot,
    Weekday,
)
from spinecare.planning import MOST_WEEKS
from spinecare.planning.openings import MORNING_UNKNOWN, hours_awake
from spinecare.planning.screening import lacks

MOST_MORE_MIN = 60
"""The most minutes that a slot may be longer."""
_MOST_LATER_MIN = 180
_MOST_SLOTS = 3
_MOST_MORE_WEEKS = 12
_A_DAY_MIN = 24 * 60
_LAST_START_MIN = 22 * 60

Candidate = Change | Sized


def candidates(held: Held, person: Person, shortfall: Shortfall) -> Iterator[Candidate]:
    """Yield changes that may cure a shortfall, the easiest sorts first."""
    rule = shortfall.rule
    if rule in ("new-things", "missing", "cadence"):
        yield from _tried(held, person, shortfall)
    if rule == "waking":
        yield from _waking(held, person)
    if rule in ("cadence", "late"):
        yield from _slots(held, person, shortfall.routine)
    if rule in ("time", "missing", "cadence", "late"):
        yield from _minutes(person, shortfall)
    if rule in ("equipment", "place"):
        yield from _things(person, shortfall.entries)
    if shortfall.is_one_slot:
        return
    if rule in ("time", "spacing", "water", "new-things"):
        yield from _slots(held, person, shortfall.routine)
    if rule in ("time", "missing", "cadence"):
        yield from _everywhere(person)
    if rule in ("stage", "spacing", "new-things"):
        weeks = len(held.plan.weeks)
        most = min(_MOST_MORE_WEEKS, MOST_WEEKS - weeks)
        if most:
            yield Sized(of=_more_weeks, most=most)


def _more_weeks(weeks: int) -> Change:
    return Change(kind=ChangeKind.MORE_WEEKS, more_weeks=weeks)


def _tried(held: Held, person: Person, shortfall: Shortfall) -> Iterator[Change]:
    """Yield that the missing exercises are nothing new to the person."""
    now = min((held.at[session.id] for session in shortfall.sessions[:1]), default=None)
    untried: list[ExerciseId] = []
    for entry in shortfall.entries:
        steps = held.steps_of(entry.id)
        is_later = bool(steps) and now is not None and held.at[steps[0][0].id] > now
        if entry.id not in person.tried and (not steps or (is_later and steps[0][1].is_new)):
            untried.append(entry.id)
    if untried:
        yield Change(kind=ChangeKind.TRIED, tried=tuple(untried))


def _waking(held: Held, person: Person) -> Iterator[Candidate]:
    """Yield a known waking time where there was none, else slots that begin later."""
    hours = [held.known.condition(id).waking_hours for id in person.conditions]
    waking_min = ceil(60 * max(hours, default=1.0))
    if person.wakes_at is None:
        starts = {slot.start for slot in person.availability.slots if slot.start < MORNING_UNKNOWN}
        for start in sorted(starts, reverse=True)[:_MOST_SLOTS]:
            up = (_minute(start) - waking_min) % _A_DAY_MIN
            yield Change(kind=ChangeKind.WAKING_TIME, wakes_at=_time(up))
        return
    for slot in _kinds_of(person.availability.slots):
        awake_min = ceil(60 * hours_awake(person, slot.start))
        most = min(_MOST_LATER_MIN, _A_DAY_MIN - 1 - _minute(slot.start))
        if awake_min < waking_min and most >= 1:
            yield Sized(of=partial(_later, slot), most=most, guess=waking_min - awake_min)


def _later(slot: Slot, minutes: int) -> Change:
    after = evolve(slot, start=_time(_minute(slot.start) + minutes))
    return Change(kind=ChangeKind.LATER, slots_before=(slot,), slots_after=(after,))


def _minutes(person: Person, shortfall: Shortfall) -> Iterator[Sized]:
    """Yield more minutes in one slot: those of the sessions that lack the least come first."""
    by_start = {(slot.weekday, slot.start): slot for slot in person.availability.slots}
    keys = [(Weekday.of(s.date), s.start) for s in shortfall.sessions]
    slots = [by_start[key] for key in keys if key in by_start]
    slots += [slot for slot in person.availability.slots if slot.weekday is shortfall.weekday]
    every = slots or list(person.availability.slots)
    chosen = slots[:1] if shortfall.is_one_slot else _kinds_of(every)[:_MOST_SLOTS]
    for number, slot in enumerate(chosen):
        guess = ceil(shortfall.lacking_s / 60) if number == 0 else 1
        yield Sized(of=partial(_longer, (slot,)), most=MOST_MORE_MIN, guess=guess)


def _everywhere(person: Person) -> Iterator[Sized]:
    slots = person.availability.slots
    if len(slots) > 1:
        yield Sized(of=partial(_longer, slots), most=MOST_MORE_MIN)


def _longer(slots: tuple[Slot, ...], minutes: int) -> Change:
    longer = tuple(
        evolve(slot, minutes=min(slot.minutes + minutes, float(_A_DAY_MIN))) for slot in slots
    )
    return Change(kind=ChangeKind.MORE_MINUTES, slots_before=slots, slots_after=longer)


def _kinds_of(slots: Iterable[Slot]) -> list[Slot]:
    """Return the first slot of each sort: slots of one time, length and place are alike."""
    kinds: dict[tuple[object, ...], Slot] = {}
    for slot in slots:
        kinds.setdefault((slot.start, slot.minutes, slot.place), slot)
    return list(kinds.values())


def _things(person: Person, entries: tuple[Exercise, ...]) -> Iterator[Change]:
    """Yield what an exercise needs, at each place that has a slot, home first."""
    names = dict.fromkeys(slot.place for slot in person.availability.slots)
    for name in sorted(names, key=lambda name: (name != "home", name)):
        place = person.place(name)
        found: dict[Change, None] = {}  # exercises that need the same give one change
        for entry in entries:
            things = tuple(id for id in entry.required_equipment if id not in place.equipment)
            needs_floor = lacks(entry, place) == "floor"
            if things or needs_floor:
                change = Change(
                    kind=ChangeKind.EQUIPMENT, place=name, things=things, needs_floor=needs_floor
                )
                found[change] = None
        yield from found


def _slots(held: Held, person: Person, routine: Routine | None) -> Iterator[Sized]:
    """Yield new slots: a second one on days that lack it, or one on a day that has none."""
    own = person.availability.slots
    if not own:
        return
    cadence = routine.cadence if routine is not None else None
    most = 1 if cadence is None else cadence.times.high or cadence.times.low
    if cadence is not None and cadence.kind is CadenceKind.TIMES_A_DAY and most > 1:
        seconds = tuple(_second(own, day, cadence.gap_h) for day in Weekday)
        new = tuple(slot for slot in seconds if slot is not None)
    else:
        longest = max(own, key=lambda slot: slot.minutes)
        busy = {slot.weekday for slot in own}
        new = tuple(evolve(longest, weekday=day) for day in Weekday if day not in busy)
    sessions = () if routine is None else held.sessions_of(routine.id)
    longest_s = max((seconds_of(session, routine) for session in sessions), default=0.0)
    for slots in (*((slot,) for slot in new), *((new,) if len(new) > 1 else ())):
        most = int(min(slot.minutes for slot in slots))
        # a slot too short for what a session holds of the routine would only look like a cure
        least = min(most, max(1, ceil(longest_s / 60)))
        yield Sized(of=partial(_new_slots, slots, least), most=most - least + 1)


def _new_slots(slots: tuple[Slot, ...], least: int, size: int) -> Change:
    shorter = tuple(evolve(slot, minutes=float(least + size - 1)) for slot in slots)
    return Change(kind=ChangeKind.MORE_SLOTS, slots_after=shorter)


def _second(slots: tuple[Slot, ...], day: Weekday, gap_h: float) -> Slot | None:
    """Return a slot a gap after the only one of a day, or a gap before it, if there is one."""
    there = [slot for slot in slots if slot.weekday is day]
    if len(there) != 1:
        return None
    start, gap = _minute(there[0].start), ceil(gap_h * 60)
    at = start + gap if start + gap <= _LAST_START_MIN else start - gap
    return evolve(there[0], start=_time(at)) if at >= 0 else None


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minute: int) -> time:
    return time(minute // 60, minute % 60)
