"""A check of the work that weeks ask for, against what was done in the last four."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from tests.checker.breach import Breach
from tests.checker.rules_journal import NUMBERS, Lived
from tests.checker.view import EPSILON, Sitting, Taken

MOST = 1.15
DAYS = 28
SHARES = {"done": 1.0, "partly": 0.5, "skipped": 0.0, None: 1.0}


def load(lived: Lived) -> Iterator[Breach]:
    """Weeks above 115 % of the last four, and above the last, hold one thing more at most.

    Of who did much less than was planned, none.
    """
    start, past = lived.view.start, _lately(lived)
    begun = sorted({one.day for one in lived.memoir.told if one.begun})
    if not past or not begun or (start - _begun(begun, start)).days <= DAYS - 7:
        return
    weeks, asked = [0.0] * 4, 0.0
    gone = _gone(lived, start)
    for sitting in past:
        for step in _works(lived, sitting):
            outcome = lived.memoir.outcome(str(sitting.raw["id"]), step.id)
            if outcome is None and sitting.day in gone:
                continue
            weeks[((start - sitting.day).days - 1) // 7] += SHARES[outcome] * work_s(step)
            asked += work_s(step) * (sitting.day not in gone)
    mean = sum(weeks) * 7 / max(DAYS - len(gone), 7)
    most = max(MOST * mean, weeks[0])
    fullest = max(_weeks(lived))
    if not sum(weeks) or fullest <= most * 1.001 + EPSILON:
        return
    more = sorted(_more(lived, past))
    allowed = 0 if MOST * sum(weeks) < asked - EPSILON else 1
    if len(more) > allowed:
        said = f"{fullest:.0f} s in a week, {most:.0f} at most, and more of {', '.join(more)}"
        yield Breach("load", "plan", said)


def work_s(step: Taken) -> float:
    """Return the seconds of a step without relaxation and rests between sets."""
    relax = {
        each: sum(
            phase["times"] * phase["seconds"]
            for phase in step.raw["phases"]
            if phase["each"] == each and phase["role"] == "relax"
        )
        for each in ("rep", "set", "step")
    }
    raw = step.raw
    one_set = raw["cycles"] * relax["rep"] + relax["set"]
    rests = raw["sets"] * one_set + (raw["sets"] - 1) * raw["rest_s"]
    return float(step.duration_s - step.rounds * rests - relax["step"])


def _works(lived: Lived, sitting: Sitting) -> Iterator[Taken]:
    relief = lived.view.facts.relief_positions()
    return (step for step in sitting.steps if step.is_main and step.id not in relief)


def _lately(lived: Lived) -> list[Sitting]:
    first = lived.view.start - timedelta(days=DAYS)
    return [sitting for sitting in lived.past if first <= sitting.day < lived.view.start]


def _begun(days: Sequence[date], start: date) -> date:
    """Return the first day since four weeks without."""
    first = start
    for day in reversed(days):
        if (first - day).days >= DAYS:
            break
        first = day
    return first


def _gone(lived: Lived, start: date) -> set[date]:
    """Return the days of the four weeks in which the person was away, or had not begun."""
    first = start - timedelta(days=DAYS)
    days = {first + timedelta(days=number) for number in range(DAYS)}
    relief = lived.view.facts.relief_positions()
    told = [one for one in lived.memoir.told if one.exercise not in relief]
    begun = [*sorted({one.day for one in told if one.begun}), start]
    breaks = [(a, b) for a, b in pairwise(begun) if (b - a).days > 7]
    known = min(one.day for one in lived.memoir.told if not one.is_silent)
    return {day for day in days if day < known or any(a < day < b for a, b in breaks)}


def _weeks(lived: Lived) -> Iterator[float]:
    start = lived.view.start
    for number in range(len(lived.view.plan["weeks"])):
        yield sum(
            work_s(step)
            for sitting in lived.view.sittings
            if (sitting.day - start).days // 7 == number
            for step in _works(lived, sitting)
        )


def _more(lived: Lived, past: Sequence[Sitting]) -> set[str]:
    """Return what is new in the plan, or has a higher dose than the last time it was begun."""
    last: dict[str, Taken] = {}
    for sitting in past:
        for step in _works(lived, sitting):
            if lived.memoir.outcome(str(sitting.raw["id"]), step.id) != "skipped":
                last[step.id] = step
    windowed = {
        id
        for routine in lived.view.facts.routines.values()
        if routine["cadence"].get("window_days")
        for id in routine["entries"]
    }
    return {
        step.id
        for sitting in lived.view.sittings
        for step in _works(lived, sitting)
        if (step.id not in last and step.id not in windowed)
        or (step.id in last and _is_more(step, last[step.id]))
    }


def _is_more(now: Taken, before: Taken) -> bool:
    return any(
        float(now.raw[name] or 0) > float(before.raw[name] or 0) + EPSILON for name in NUMBERS
    )
