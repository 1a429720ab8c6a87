"""Growth: what there is room for in weeks that are to ask for little more than the last four."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from attrs import evolve

from spinecare.model import (
    Catalogue,
    ExerciseId,
    Finding,
    Plan,
    RuleId,
    Session,
    SessionId,
    Severity,
)
from spinecare.planning.timing import resolve
from spinecare.planning.workload import Workload, calendar_weeks

Stand: TypeAlias = tuple[SessionId, ExerciseId]
"""An exercise in a session."""
_MOST_PROMISED: Final = 1.5
"""Weeks of more than so much of the line were not planned by it, and promise nothing (D-JUDGE)."""
_WORTH_A_WORD: Final = 1.01
"""A week that asks for no more than this part of the line is on it."""
LOAD: Final = RuleId("load")
"""The rule that lets weeks grow slowly."""


def growing(
    load: Workload,
    earned: Sequence[ExerciseId],
    calm: Iterable[Session],
    grown: Iterable[Session],
) -> tuple[ExerciseId, ...]:
    """Return which doses have room to grow, in the order given.

    Args:
        load: What the last four weeks held.
        earned: What has earned a step, the first to grow first.
        calm: The sessions of weeks in which nothing grows.
        grown: Those of weeks in which all of it does.
    """
    before, after = calendar_weeks(calm), calendar_weeks(grown)
    mondays = sorted({*before, *after})
    pairs = [(before.get(monday, ()), after.get(monday, ())) for monday in mondays]
    room = [(load.most_s or 0.0) - load.week_s(week) for week, _ in pairs]
    found: list[ExerciseId] = []
    for id in earned:
        asked = [_week_s(load, id, later) - _week_s(load, id, earlier) for earlier, later in pairs]
        if all(one <= left for one, left in zip(asked, room, strict=True)):
            room = [left - one for one, left in zip(asked, room, strict=True)]
            found.append(id)
    return tuple(found)


def is_as_before(load: Workload, sessions: Iterable[Session]) -> bool:
    """Whether nothing in sessions is new or comes more often, planned before or not."""
    unplanned = evolve(load, planned=frozenset())
    return all(
        load.works(session).keys() <= _as_before(unplanned, week)[session.id]
        for week in calendar_weeks(sessions).values()
        for session in week
    )


def may_exceed(load: Workload, seconds: float) -> bool:
    """Whether something may be more though it alone is above 15 %, as a step is in short weeks.

    Else short weeks could never be more. One thing at a time, and not before the last is three
    weeks old; and not after weeks in which much less was done than planned (D-JUDGE).

    Args:
        load: What the last four weeks held.
        seconds: The work of the fullest week without it.
    """
    return not load.is_short and load.was_done(seconds)


def has_room(load: Workload, previous: Plan, start: date, catalogue: Catalogue) -> bool:
    """Whether the weeks of a plan have room for the first dose of something that waits for it.

    Args:
        load: What the last four weeks held.
        previous: The plan, whose findings tell what comes up in no session for want of room.
        start: The day from which on they count.
        catalogue: What knows the doses.
    """
    waiting = {one.subject for one in previous.findings if one.rule == LOAD}
    if load.most_s is None or not waiting or previous.days[-1].date < start:
        return False
    ahead = (session for session in previous.sessions if session.date >= start)
    room = load.most_s - load.fullest_s(ahead)
    firsts = (resolve(entry).work_s for entry in catalogue.entries if entry.id in waiting)
    return any(work_s <= room for work_s in firsts)


def without_room(
    load: Workload, sessions: Sequence[Session], *, is_closed: bool = False
) -> frozenset[Stand]:
    """Return exercises, each with its session, that ask for too much where they come.

    In each week first comes what is as it was or was planned before, then in the order of time what
    is new or comes more often. Of who did much less than was planned only what is new waits: else a
    plan would shrink to what they did, and they would do less of that.

    Args:
        load: What the last four weeks held.
        sessions: The sessions of weeks with all of it.
        is_closed: Whether nothing more joins at all, nor takes the place of what does not.
    """
    weeks = calendar_weeks(sessions).values()
    if not is_closed:
        return frozenset(one for week in weeks for one in _without_room(load, week))
    known = {id for session in sessions for id in load.works(session)}
    return frozenset(
        (session, id)
        for week in weeks
        for session, own in _as_before(load, week).items()
        for id in known.union(load.times) - own
        if _is_more(load, id, load.usual(id) + 1)
    )


def _without_room(load: Workload, week: Sequence[Session]) -> Iterator[Stand]:
    """Yield what of a week has no room; what has none once does not come later that week."""
    works = {session.id: load.works(session) for session in week}
    same = _as_before(load, week)
    as_before_s = sum(works[session][id] for session, own in same.items() for id in own)
    as_before_s += load.so_far_s * load.is_running(week)
    if load.planned and as_before_s > _MOST_PROMISED * (load.most_s or 0.0):
        yield from _without_room(evolve(load, planned=frozenset()), week)
        return
    room = (load.most_s or 0.0) - as_before_s
    is_first = may_exceed(load, as_before_s)
    over: dict[ExerciseId, None] = {}
    for session, own in works.items():
        for id, work_s in own.items():
            if id in same[session]:
                continue
            if id not in over and (work_s <= room or is_first):
                room -= work_s
            else:
                over[id] = None
            is_first = False
        yield from ((session, id) for id in over if id not in same[session])


def _as_before(
    load: Workload, week: Sequence[Session]
) -> Mapping[SessionId, frozenset[ExerciseId]]:
    """Return what of each session was planned there before, or comes no more often than it did.

    What was not begun in these weeks is new all the same, though it was planned.

    Where it comes more often, it is as before at the weekdays and times of the plan before.
    """
    works = {session.id: load.works(session) for session in week}
    planned = {
        session: frozenset(id for id in own if load.times.get(id) and (session, id) in load.planned)
        for session, own in works.items()
    }
    seen = Counter(load.so_far if load.is_running(week) else {})
    seen.update(id for own in planned.values() for id in own)
    found: dict[SessionId, frozenset[ExerciseId]] = {}
    for session in sorted(week, key=lambda one: not load.has_habit(one)):
        others = [id for id in works[session.id] if id not in planned[session.id]]
        seen.update(others)
        usual = (id for id in others if not _is_more(load, id, seen[id]))
        found[session.id] = planned[session.id].union(usual)
    return found


def _is_more(load: Workload, id: ExerciseId, times: int) -> bool:
    """Whether an exercise that comes so many times a week is new or comes more often."""
    if id in load.windowed:
        return False
    if load.is_short:
        return not load.times.get(id) or times > load.usually_asked(id)
    return times > load.usual(id)


def _week_s(load: Workload, id: ExerciseId, week: Sequence[Session]) -> float:
    return sum(load.works(session).get(id, 0.0) for session in week)


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f}"


def about_load(
    load: Workload, sessions: Iterable[Session], *, held: int, lowered: int
) -> Iterator[Finding]:
    """Say what waits or stands lower because weeks would ask for too much, and where they still do.

    Args:
        load: What the last four weeks held.
        sessions: The sessions of the plan.
        held: How many exercises earned a step that waits.
        lowered: How many steps every dose was lowered.
    """
    fullest = load.fullest_s(sessions)
    most_s = load.most_s or fullest
    is_passed = fullest > _WORTH_A_WORD * most_s and _minutes(fullest) != _minutes(most_s)
    if not held and not lowered and not is_passed:
        return
    when = "" if load.is_recent else " with exercise"
    away = "" if load.is_there else ", the days away not counted,"
    did = (
        f"In the last four weeks{when}{away} you did {_minutes(load.mean_s)} minutes of effort and "
        f"movement a week, {_minutes(load.weekly_s[0])} in the last one; relaxation and rests do "
        "not count."
    )
    asks = f"up to {_minutes(fullest)} minutes a week"
    if is_passed and load.is_short:
        doses = "are those one begins with" if load.is_far_short else "stay as they were"
        what = f"That is less than was planned. The doses {doses}, {asks}: nothing grows or joins "
        what += "until you do more of them."
    elif lowered:
        steps = "a step" if lowered == 1 else f"{lowered} steps"
        what = f"That is less than was planned: doses stand {steps} lower, and come back as you do "
        what += "more."
    elif is_passed:
        most = _minutes(most_s)
        what = f"A week may have {most} at most, and this plan has {asks}: what was planned before "
        what += "stays, exercises take turns, a window keeps its time, or in short weeks one thing "
        what += "more joins."
    else:
        waits = "an exercise has" if held == 1 else f"{held} exercises have"
        what = f"A week may have {_minutes(most_s)} at most: {waits} earned a step more "
        what += "that waits for its turn."
    yield Finding(
        rule=LOAD,
        severity=Severity.CHANGED if lowered else Severity.NOTE,
        subject="plan",
        reason=f"{did} {what}",
        concession="fewer or shorter slots" if is_passed else "",
    )
