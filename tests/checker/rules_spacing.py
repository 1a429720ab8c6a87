"""Checks of the time between sessions: recovery, cadences, windows, stages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from tests.checker.breach import Breach
from tests.checker.facts import Table, bounds
from tests.checker.view import EPSILON, Sitting, View

HOURS = {"pull": 120.0, "strength": 48.0, "gentle": 24.0, "light": 6.0}  # evidence.md 5.6
BEGINNER_STRENGTH_H = 72.0  # evidence.md 3.3: 72 h when the person is new


def hours_between(first: Sitting, second: Sitting) -> float:
    """Return the real hours from start to start."""
    return abs((second.begins - first.begins).total_seconds()) / 3600


def hours_of(view: View, recovery: str) -> float:
    """Return how many hours a class of recovery asks for."""
    if recovery == "strength" and view.profile.beginner:
        return BEGINNER_STRENGTH_H
    return HOURS[recovery]


def loads_of(view: View, sitting: Sitting) -> dict[str, dict[str, str]]:
    """Return recovery class -> muscle -> exercise for what a session loads."""
    loads: dict[str, dict[str, str]] = {}
    for step in sitting.steps:
        entry = view.facts.entry(step.id)
        recovery = entry.get("recovery", "none")
        if recovery in HOURS:
            loads.setdefault(recovery, {}).update(dict.fromkeys(entry.get("muscles", []), step.id))
    return loads


def spacing(view: View) -> Iterator[Breach]:
    """Sessions that load the same muscle are as far apart as the lighter of the two asks."""
    loads = [(sitting, loads_of(view, sitting)) for sitting in view.sittings]
    longest = timedelta(hours=max(HOURS.values()))
    for index, (second, later) in enumerate(loads):
        for first, earlier in reversed(loads[:index]):
            if second.begins - first.begins >= longest:
                break
            gap = hours_between(first, second)
            for one, ours in earlier.items():
                for other, theirs in later.items():
                    need = min(hours_of(view, one), hours_of(view, other))
                    shared = sorted(set(ours) & set(theirs))
                    if shared and gap < need - EPSILON:
                        yield Breach(
                            "spacing",
                            second.place,
                            f"{theirs[shared[0]]} {gap:.2f} h after {ours[shared[0]]} "
                            f"({first.place}), {shared[0]} needs {need:g} h",
                        )


def once_a_day(view: View) -> Iterator[Breach]:
    """What recovers over night is done at most once on a date."""
    done: dict[tuple[date, str], str] = {}
    for sitting, step in view.steps():
        if view.facts.entry(step.id).get("recovery") == "daily":
            if (sitting.day, step.id) in done:
                yield Breach("spacing", step.place, "a second time on the same day")
            done[sitting.day, step.id] = step.place


def sittings_of(view: View, routine: str) -> list[Sitting]:
    """Return the sessions that hold an exercise of a routine as such."""
    return [
        sitting
        for sitting in view.sittings
        if any(step.is_main and step.raw["routine"] == routine for step in sitting.steps)
    ]


def cadence(view: View) -> Iterator[Breach]:
    """Each routine comes no more often than its cadence says."""
    for id, routine in view.facts.routines.items():
        rhythm: Table = routine["cadence"]
        held = sittings_of(view, id)
        for first, second in pairwise(held):
            gap, need = hours_between(first, second), float(rhythm.get("gap_h", 0))
            if gap < need - EPSILON:
                yield Breach("cadence", second.place, f"{id} after {gap:.2f} h, not {need:g} h")
        most = bounds(rhythm.get("times", 1))[1] or 0
        if rhythm["kind"] == "times-a-day":
            for day, count in Counter(sitting.day for sitting in held).items():
                if count > most:
                    yield Breach("cadence", str(day), f"{id} {count} times, at most {most:g} a day")
        if rhythm["kind"] == "times-a-week":
            for week, count in Counter(sitting.week for sitting in held).items():
                if count > most:
                    yield Breach("cadence", f"week {week}", f"{id} {count} times, not {most:g}")


def supercompensation(view: View) -> Iterator[Breach]:
    """A routine with a window never comes before it opens; past its end a finding says so.

    But for what is wanted no more: that may have been done all the same, and is not late.
    """
    wanted = {*view.profile.routines, *view.plan["routines"]}
    for id, routine in view.facts.routines.items():
        if routine["cadence"]["kind"] != "window":
            continue
        earliest, latest = bounds(routine["cadence"]["window_days"])
        held = sittings_of(view, id)
        for first, second in pairwise(held):
            gap = hours_between(first, second) / 24
            if gap < earliest - EPSILON:
                yield Breach("supercompensation", second.place, f"{id} after {gap:.2f} days")
        days = [sitting.day for sitting in held]
        last = view.start + timedelta(days=len(view.days) - 1)
        for before, after in pairwise([*days, last] if days else []):
            waited = (after - before).days
            is_late = id in wanted and latest is not None and waited > latest
            if is_late and not _is_told(view, routine, after):
                place = f"{id} {before} to {after}"
                yield Breach("supercompensation", place, f"{waited} days, and no finding")


def _is_told(view: View, routine: Table, day: date) -> bool:
    """Whether a finding tells of a routine that comes too late on a day, or not by the end."""
    return any(
        finding["rule"] == "supercompensation" and finding["place"] == day.isoformat()
        for subject in (routine["id"], *routine.get("entries", []))
        for finding in view.findings(subject)
    )


def stage(view: View) -> Iterator[Breach]:
    """What joins later joins after its days, and after so many days of what comes first."""
    for routine in view.facts.routines.values():
        for gate in routine.get("stages", []):
            yield from _stage(view, gate)


def _stage(view: View, gate: Table) -> Iterator[Breach]:
    asked = set(gate["after"])
    done: dict[date, set[str]] = {}
    for sitting, step in view.steps():
        if step.id in gate["after"]:
            done.setdefault(sitting.day, set()).add(step.id)
        if step.id not in gate["opens"]:
            continue
        full = sorted(day for day, ids in done.items() if ids >= asked and day < sitting.day)
        first = min((day for day in done), default=None)
        if first is None or (sitting.day - first).days < gate["days"]:
            yield Breach("stage", step.place, f"less than {gate['days']} days after {first}")
        elif len(full) < gate.get("completed_days", 0):
            yield Breach("stage", step.place, f"after {len(full)} completed days only")
