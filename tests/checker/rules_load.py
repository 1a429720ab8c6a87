"""A check of the work that weeks ask for, against what was done in the last four."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from tests.checker.breach import Breach
from tests.checker.rules_journal import NUMBERS, Lived
from tests.checker.view import EPSILON, Sitting, Taken

MOST = 1.15
DAYS = 28
PROMISED = 1.5
SHARES = {"done": 1.0, "partly": 0.5, "skipped": 0.0, None: 1.0}


def load(lived: Lived) -> Iterator[Breach]:
    """Weeks above 115 % of the last four, and above the last, hold one thing more at most.

    From Monday to Sunday, what is done of the running one included. Of who did much less than was
    planned, none.
    """
    start, until = lived.view.start, _until(lived)
    if until is None:
        return
    weeks, asked = [0.0] * 4, 0.0
    gone = _gone(lived, until)
    for sitting in lived.past:
        number = ((until - sitting.day).days - 1) // 7
        if not 0 <= number < 4:
            continue
        for step in _works(lived, sitting):
            outcome = lived.memoir.outcome(str(sitting.raw["id"]), step.id)
            if outcome is None and sitting.day in gone:
                continue
            weeks[number] += SHARES[outcome] * work_s(step)
            asked += work_s(step) * (sitting.day not in gone)
    mean = sum(weeks) * 7 / max(DAYS - sum(day < until for day in gone), 7)
    most = max(MOST * mean, weeks[0])
    fullest = max(_weeks(lived, gone).values(), default=0.0)
    if not sum(weeks) or fullest <= most * 1.001 + EPSILON:
        return
    is_short = MOST * sum(weeks) < asked - EPSILON
    promised = set[tuple[str, str]]() if fullest > PROMISED * most else _promised(lived)
    more = sorted({*_more(lived), *_oftener(lived, until, gone, promised, is_short=is_short)})
    if len(more) > (0 if is_short else 1):
        said = f"{start}: {fullest:.0f} s in a week, {most:.0f} at most, and more of "
        yield Breach("load", "plan", said + ", ".join(more))


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


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _until(lived: Lived) -> date | None:
    """Return the Monday after the last week that counts; `None` while nothing does."""
    start = lived.view.start
    days = sorted({one.day for one in lived.memoir.told if one.begun and one.day < start})
    if not days:
        return None
    is_long_ago = (start - days[-1]).days >= DAYS
    until = _monday(days[-1]) + timedelta(days=7) if is_long_ago else _monday(start)
    first = days[-1]
    for day in reversed(days):
        if (first - day).days >= DAYS:
            break
        first = day
    return until if (until - first).days > DAYS - 7 else None


def _gone(lived: Lived, until: date) -> set[date]:
    """Return the days since four weeks before in which the person was away, or had not begun."""
    first = until - timedelta(days=DAYS)
    days = {first + timedelta(days=n) for n in range((lived.view.start - first).days)}
    relief = lived.view.facts.relief_positions()
    told = [one for one in lived.memoir.told if one.exercise not in relief]
    begun = [*sorted({one.day for one in told if one.begun}), lived.view.start]
    breaks = [(a, b) for a, b in pairwise(begun) if (b - a).days > 7]
    known = min(one.day for one in lived.memoir.told if not one.is_silent)
    return {day for day in days if day < known or any(a < day < b for a, b in breaks)}


def _running(lived: Lived, gone: set[date]) -> list[tuple[Sitting, Taken, float]]:
    """Return what was done of the running week, with its share, by exercise."""
    monday = _monday(lived.view.start)
    found: list[tuple[Sitting, Taken, float]] = []
    for sitting in lived.past:
        if not monday <= sitting.day < lived.view.start:
            continue
        for step in _works(lived, sitting):
            outcome = lived.memoir.outcome(str(sitting.raw["id"]), step.id)
            if outcome is not None or sitting.day not in gone:
                found.append((sitting, step, SHARES[outcome]))
    return found


def _weeks(lived: Lived, gone: set[date]) -> Mapping[date, float]:
    """Return the work of each calendar week with sessions to come, what is done included."""
    found: dict[date, float] = {}
    for sitting in lived.view.sittings:
        work = sum(work_s(step) for step in _works(lived, sitting))
        found[_monday(sitting.day)] = found.get(_monday(sitting.day), 0.0) + work
    running = _monday(lived.view.start)
    if running in found:
        found[running] += sum(share * work_s(step) for _, step, share in _running(lived, gone))
    return found


def _promised(lived: Lived) -> set[tuple[str, str]]:
    """Return what stood in coming sessions of the plan before."""
    return {
        (str(sitting.raw["id"]), step.id)
        for sitting in lived.previous.sittings
        if sitting.day >= lived.view.start
        for step in _works(lived, sitting)
    }


def _oftener(
    lived: Lived,
    until: date,
    gone: set[date],
    promised: set[tuple[str, str]],
    *,
    is_short: bool,
) -> set[str]:
    """Return what comes more often in a week than in any of the four, asked for or done.

    But for what was promised. Of who did much less than was planned once more is allowed: a share
    of a session is none.
    """
    past = Counter[tuple[date, str]]()
    for sitting in lived.past:
        if until - timedelta(days=DAYS) <= sitting.day < until:
            past.update((_monday(sitting.day), step.id) for step in _works(lived, sitting))
    now = Counter[tuple[date, str]]()
    for sitting in lived.view.sittings:
        now.update((_monday(sitting.day), step.id) for step in _works(lived, sitting))
    now.update(
        (_monday(sitting.day), step.id) for sitting, step, share in _running(lived, gone) if share
    )
    most = Counter[str]()
    for (_, id), times in past.items():
        most[id] = max(most[id], times)
    windowed = _windowed(lived)
    spare = 1 if is_short else 0
    anew = {
        (_monday(sitting.day), step.id)
        for sitting in lived.view.sittings
        for step in _works(lived, sitting)
        if (str(sitting.raw["id"]), step.id) not in promised
    }
    return {
        id
        for (monday, id), times in now.items()
        if times > most[id] + spare and id not in windowed and (monday, id) in anew
    }


def _windowed(lived: Lived) -> set[str]:
    return {
        id
        for routine in lived.view.facts.routines.values()
        if routine["cadence"].get("window_days")
        for id in routine["entries"]
    }


def _more(lived: Lived) -> set[str]:
    """Return what is new in the plan, or has a higher dose than the last time it was begun."""
    last: dict[str, Taken] = {}
    for sitting in lived.past:
        for step in _works(lived, sitting):
            if lived.memoir.outcome(str(sitting.raw["id"]), step.id) != "skipped":
                last[step.id] = step
    windowed = _windowed(lived)
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
