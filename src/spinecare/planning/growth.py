"""Growth: what there is room for in weeks that are to ask for little more than the last four."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from spinecare.model import ExerciseId, Finding, RuleId, SessionId, Severity, WeeklyPlan
from spinecare.planning.workload import Workload

LOAD: Final = RuleId("load")
"""The rule that lets weeks grow slowly."""


def growing(
    load: Workload,
    earned: Sequence[ExerciseId],
    calm: Sequence[WeeklyPlan],
    grown: Sequence[WeeklyPlan],
) -> tuple[ExerciseId, ...]:
    """Return which doses have room to grow, in the order given.

    Args:
        load: What the last four weeks held.
        earned: What has earned a step, the first to grow first.
        calm: The weeks in which nothing grows.
        grown: The weeks in which all of it does.
    """
    most_s = load.most_s or 0.0
    room = [most_s - load.week_s(week) for week in calm]
    found: list[ExerciseId] = []
    for id in earned:
        asked = [
            _week_s(load, id, later) - _week_s(load, id, earlier)
            for earlier, later in zip(calm, grown, strict=True)
        ]
        if all(one <= left for one, left in zip(asked, room, strict=True)):
            room = [left - one for one, left in zip(asked, room, strict=True)]
            found.append(id)
    return tuple(found)


def may_exceed(load: Workload, seconds: float) -> bool:
    """Whether something may be more though it alone is above 15 %, as a step is in short weeks.

    Else short weeks could never be more. One thing at a time, and not before the last is three
    weeks old; and not after weeks in which much less was done than planned (D-JUDGE).

    Args:
        load: What the last four weeks held.
        seconds: The work of the fullest week without it.
    """
    return not load.is_short and load.was_done(seconds)


def without_room(
    load: Workload, weeks: Iterable[WeeklyPlan]
) -> frozenset[tuple[SessionId, ExerciseId]]:
    """Return exercises, each with its session, that ask for too much where they come.

    In each week first comes what is as it was, then in the order of time what is new or comes more
    often. Of who did much less than was planned only what is new waits: else a plan would shrink to
    what they did, and they would do less of that.

    Args:
        load: What the last four weeks held.
        weeks: The weeks with all of it.
    """
    return frozenset(one for week in weeks for one in _without_room(load, week))


def _without_room(load: Workload, week: WeeklyPlan) -> Iterator[tuple[SessionId, ExerciseId]]:
    """Yield what of a week has no room; what has none once does not come later that week."""
    more = _more(load, week)
    as_before_s = load.week_s(week) - sum(sum(works.values()) for works in more.values())
    room = (load.most_s or 0.0) - as_before_s
    is_first = may_exceed(load, as_before_s)
    over: dict[ExerciseId, None] = {}
    for session, works in more.items():
        for id, work_s in works.items():
            if id not in over and (work_s <= room or is_first):
                room -= work_s
            else:
                over[id] = None
            is_first = False
        yield from ((session, id) for id in over)


def _more(load: Workload, week: WeeklyPlan) -> Mapping[SessionId, Mapping[ExerciseId, float]]:
    """Return what of each session is new or comes more often, with its work, in order."""
    seen, more = Counter[ExerciseId](), dict[SessionId, dict[ExerciseId, float]]()
    for session in week.sessions:
        works = load.works(session)
        seen.update(works.keys())
        more[session.id] = {id: s for id, s in works.items() if _is_more(load, id, seen[id])}
    return more


def _is_more(load: Workload, id: ExerciseId, times: int) -> bool:
    """Whether an exercise that comes so many times a week is new or comes more often."""
    if id in load.windowed:
        return False
    usual = load.usual(id)
    return not usual if load.is_short else times > usual


def _week_s(load: Workload, id: ExerciseId, week: WeeklyPlan) -> float:
    return sum(load.works(session).get(id, 0.0) for session in week.sessions)


def about_load(
    load: Workload, weeks: Sequence[WeeklyPlan], *, held: int, lowered: int
) -> Iterator[Finding]:
    """Say what waits or stands lower because weeks would ask for too much, and where they still do.

    Args:
        load: What the last four weeks held.
        weeks: The weeks of the plan.
        held: How many exercises earned a step that waits.
        lowered: How many steps every dose was lowered.
    """
    is_passed = load.is_passed_by(weeks)
    if not held and not lowered and not is_passed:
        return
    reason = (
        f"In the last four weeks you did {load.mean_s / 60:.0f} minutes of effort and movement a "
        "week, and a week is to ask for 15 % more at most"
    )
    if lowered:
        steps = "a step" if lowered == 1 else f"{lowered} steps"
        reason += f": doses stand {steps} lower, and come back as you do more"
    elif held:
        what = "an exercise has" if held == 1 else f"{held} exercises have"
        reason += f": {what} earned a step more that waits for its turn"
    if is_passed:
        most = max(map(load.week_s, weeks)) / 60
        reason += f". This plan has up to {most:.0f} a week: leave out what is too much for now"
    severity = Severity.CHANGED if lowered else Severity.NOTE
    yield Finding(rule=LOAD, severity=severity, subject="plan", reason=f"{reason}.")
