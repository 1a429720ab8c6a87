"""What becomes of an exercise: progress R6 and the verdict R7 (evidence.md §4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from attrs import frozen

from spinecare.model import ExerciseId, RuleId
from spinecare.reviewing._experience import Experience
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._rules import after, during, mornings
from spinecare.reviewing._rulings import Action, Ruling, strictest
from spinecare.reviewing._weeks import Course, monday_of

R6: Final = RuleId("pain-r6")
R7: Final = RuleId("pain-r7")


class Standing(StrEnum):
    """Where an exercise stands with a person."""

    UNTRIED = "untried"
    ON_TRIAL = "on-trial"
    SUITS = "suits"
    REST = "rest"
    """It rests until a day."""
    LEAVE_OUT = "leave-out"
    """It is planned no more; ask a clinician."""


@frozen(kw_only=True)
class Verdict:
    """What the library concludes for an exercise, and when it looks again."""

    exercise: ExerciseId
    """The exercise."""
    standing: Standing
    """Where it stands."""
    action: Action
    """What happens with its dose the next time."""
    level: int
    """Steps forward less steps back since the first time; negative below the first dose."""
    looks_again: date | None
    """The day from which more is known, or it may come back; `None` for never, or always."""
    evidence: tuple[Ruling, ...]
    """Why: the rulings that decided, the strictest first."""
    sessions: int
    """How many times it was tried."""


def verdict(
    exercise: ExerciseId,
    tried: Sequence[Experience],
    courses: Mapping[date, Course],
    policy: Policy,
    *,
    on: date,
) -> Verdict:
    """Return the verdict on an exercise.

    Args:
        exercise: The exercise.
        tried: Every time it was tried, by day; pain that is not known yet on that day left out.
        courses: What R5 says of each week, by its Monday.
        policy: The numbers.
        on: The day of the verdict.
    """
    if not tried:
        return _verdict(exercise, Standing.UNTRIED, Action.REPEAT, sessions=0)
    results = [_rulings(one, policy) for one in tried]
    actions = [rulings[0].action for rulings in results]
    level, may_progress = _level(tried, actions, courses, policy)
    latest, rulings = tried[-1], results[-1]
    out = _left_out(tried, results, policy)
    if out is not None:
        return _verdict(
            exercise, Standing.LEAVE_OUT, Action.LEAVE_OUT, level, None, out, len(tried)
        )
    if actions[-1].is_event:
        until = latest.date + timedelta(days=_rest_days(actions[-1], policy))
        if on < until:
            return _verdict(exercise, Standing.REST, Action.SKIP, level, until, rulings, len(tried))
        return _verdict(
            exercise, Standing.ON_TRIAL, Action.REGRESS, level, None, rulings, len(tried)
        )
    standing = Standing.SUITS if _suits(tried, policy) else Standing.ON_TRIAL
    action = Action.PROGRESS if may_progress else actions[-1]
    waits = latest.pain.second_morning is None and on < latest.date + timedelta(days=2)
    again = latest.date + timedelta(days=2) if waits else None
    return _verdict(exercise, standing, action, level, again, rulings, len(tried))


def _verdict(
    exercise: ExerciseId,
    standing: Standing,
    action: Action,
    level: int = 0,
    again: date | None = None,
    evidence: tuple[Ruling, ...] = (),
    sessions: int = 0,
) -> Verdict:
    return Verdict(
        exercise=exercise,
        standing=standing,
        action=action,
        level=level,
        looks_again=again,
        evidence=evidence,
        sessions=sessions,
    )


def _rulings(one: Experience, policy: Policy) -> tuple[Ruling, ...]:
    """Return what R2 to R4 say of an experience, the strictest first."""
    found = (during(one, policy), mornings(one, policy), after(one, policy))
    first = strictest(found)
    return first, *(ruling for ruling in found if ruling is not first)


def _left_out(
    tried: Sequence[Experience], results: Sequence[tuple[Ruling, ...]], policy: Policy
) -> tuple[Ruling, ...] | None:
    """Return why an exercise is left out for good; `None` where it is not."""
    for rulings in results:
        if rulings[0].action is Action.STOP_SESSION:
            return rulings[:1]
    events = [
        (one.date, rulings[0])
        for one, rulings in zip(tried, results, strict=True)
        if rulings[0].action.is_event
    ]
    for first in range(len(events) - policy.events + 1):
        last = first + policy.events - 1
        if events[last][0] - events[first][0] <= timedelta(days=policy.events_days):
            return tuple(ruling for _, ruling in events[first : last + 1])
    return None


def _rest_days(action: Action, policy: Policy) -> int:
    """Return after how many days from a bad session its exercise may come back."""
    two_mornings = 2
    return {Action.SKIP: two_mornings + policy.pause_days, Action.REGRESS: 1}.get(
        action, two_mornings
    )


def _suits(tried: Sequence[Experience], policy: Policy) -> bool:
    """Tell whether the second mornings say that an exercise does good, or at least no harm."""
    before, later = tried[-1].pain.before, tried[-1].pain.second_morning
    if before is None or later is None or tried[-1].pain.next_morning is None:
        return False
    if later < before or (later <= before <= policy.mild_up_to):
        return True
    recent = tried[-policy.steady_sessions :]
    return len(recent) == policy.steady_sessions and all(
        one.pain.before is not None and one.pain.second_morning == one.pain.before for one in recent
    )


def _level(
    tried: Sequence[Experience],
    actions: Sequence[Action],
    courses: Mapping[date, Course],
    policy: Policy,
) -> tuple[int, bool]:
    """Return steps forward less steps back, and whether the last session earned one (R6)."""
    level, streak, earned = 0, list[Experience](), False
    for one, action in zip(tried, actions, strict=True):
        earned = False
        if action.is_event:
            level -= 1
        if not _is_good(one, action, courses, policy):
            streak.clear()
            continue
        streak.append(one)
        spans = streak[-1].date - streak[0].date >= timedelta(days=policy.progress_days)
        if len(streak) >= policy.progress_sessions and spans:
            level, earned = level + 1, True
            streak.clear()
    return level, earned


def _is_good(
    one: Experience, action: Action, courses: Mapping[date, Course], policy: Policy
) -> bool:
    """Tell whether a session counts towards a step forward."""
    is_calm = one.pain.during is not None and one.pain.during <= policy.mild_up_to
    week = courses.get(monday_of(one.date), Course.SILENT)
    return action is Action.KEEP and is_calm and week is Course.SILENT
