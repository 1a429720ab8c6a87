"""How far the dose of an exercise has come: steps back, the way back of R5, and progress R6."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from spinecare.model import RuleId, SkipReason
from spinecare.reviewing._experience import Experience
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._rules import start
from spinecare.reviewing._rulings import Action, Ruling, Start
from spinecare.reviewing._weeks import R5, WEEK, Course, Weeks

R6: Final = RuleId("pain-r6")
_SETTLED: Final = timedelta(days=2)
"""After so long both mornings of a session are past."""
_BREAKING: Final = frozenset({SkipReason.PAIN, SkipReason.TOO_HARD})


@frozen(kw_only=True)
class Progress:
    """Where the dose of an exercise stands."""

    level: int
    """Steps forward less steps back since the first dose: the level of the next time."""
    earned: Ruling | None
    """The step forward that the latest session earned; `None` where it earned none."""
    back: Ruling | None
    """What took the dose back since the latest session (R5); `None` where nothing did."""


def is_refused(one: Experience) -> bool:
    """Tell whether an exercise was skipped because it hurt, or was too hard."""
    return not one.was_tried and not one.reasons.isdisjoint(_BREAKING)


def progress(
    lived: Sequence[Experience],
    actions: Sequence[Action],
    weeks: Weeks,
    policy: Policy,
    *,
    on: date,
) -> Progress:
    """Return how far the dose of an exercise has come (R6).

    A session is good when nothing in R2 to R4 says otherwise, every answer is known, the exercise
    was done whole, and R1 would have let the session start as planned. Good sessions in a row,
    over some days, earn one step forward. Where evidence.md §4 is silent (D-JUDGE):

    - every step is earned anew: after one the row begins from nothing;
    - a step is taken only when both mornings of the latest session are known: where the next
      session comes the day after, the row goes on, and the step waits for a day's pause;
    - a row ends with a session that was not good, with one skipped for pain or because it was too
      hard, with a long gap, and with mornings that rise from week to week (R5);
    - what was skipped for another reason (travel, no time) says nothing;
    - each session that asks for a step back takes one, however many of its rulings do;
    - "the doses of the week before last" are its lowest.

    Args:
        lived: Every time it was tried or refused, by day.
        actions: The strictest action of each.
        weeks: What R5 says.
        policy: The numbers.
        on: The day.
    """
    course = _Ladder(weeks)
    row: list[Experience] = []
    earned: Ruling | None = None
    for number, (one, action) in enumerate(zip(lived, actions, strict=True)):
        following = lived[number + 1] if number + 1 < len(lived) else None
        earned = None
        if course.go_back(one.date) or (row and _is_gap(row[-1], one, policy)):
            row.clear()
        if not _is_good(one, action, policy):
            row.clear()
            course.stand(one.date, -1 if one.was_tried and action.is_event else 0)
            continue
        row.append(one)
        if _may_step(row, following, weeks, policy, on):
            earned = _earned(row)
            row.clear()
        course.stand(one.date, 1 if earned else 0)
    last = course.level
    if course.go_back(on):
        earned = None
    back = _back(last, course.level) if course.level < last else None
    return Progress(level=course.level, earned=earned, back=back)


class _Ladder:
    """The level of a dose over time."""

    def __init__(self, weeks: Weeks) -> None:
        """Begin at the first dose."""
        self.level = 0
        self._backs = list(weeks.ending(Course.BACK))[::-1]
        self._days: list[date] = []
        self._levels: list[tuple[int, int]] = []

    def stand(self, day: date, step: int) -> None:
        """Note a session at the level there was, and the step that it leads to."""
        self._days.append(day)
        self._levels.append((self.level, self.level + step))
        self.level += step

    def go_back(self, until: date) -> bool:
        """Go back to earlier doses for every week that asked for it and is over on a day."""
        has_gone = False
        while self._backs and self._backs[-1] + WEEK <= until:
            monday = self._backs.pop() - 2 * WEEK
            self.level = min(self.level, self._lowest(monday))
            has_gone = True
        return has_gone

    def _lowest(self, monday: date) -> int:
        """Return the lowest level of a week, or what there was before if it had no session."""
        first = bisect.bisect_left(self._days, monday)
        last = bisect.bisect_left(self._days, monday + WEEK)
        if first < last:
            return min(min(levels) for levels in self._levels[first:last])
        return self._levels[first - 1][1] if first else 0


def _is_good(one: Experience, action: Action, policy: Policy) -> bool:
    """Tell whether a session counts towards a step forward."""
    during = one.pain.during
    is_calm = during is not None and during <= policy.mild_up_to
    starts_as_planned = start(one.pain.before, policy) is Start.NORMAL
    return one.is_whole and action is Action.KEEP and is_calm and starts_as_planned


def _is_gap(earlier: Experience, later: Experience, policy: Policy) -> bool:
    return later.date - earlier.date > timedelta(days=policy.row_days)


def _may_step(
    row: Sequence[Experience],
    following: Experience | None,
    weeks: Weeks,
    policy: Policy,
    on: date,
) -> bool:
    """Tell whether a row of good sessions led to a step before the next time."""
    first, last = row[0].date, row[-1].date
    if len(row) < policy.progress_sessions or last - first < timedelta(days=policy.progress_days):
        return False
    if following is not None and not following.was_tried:
        return False
    decided = on if following is None else following.date
    return decided - last >= _SETTLED and weeks.course(decided) is Course.SILENT


def _earned(row: Sequence[Experience]) -> Ruling:
    days = (row[-1].date - row[0].date).days
    reason = f"{len(row)} good sessions in a row, over {days} days, all mornings known"
    return Ruling(rule=R6, action=Action.PROGRESS, reason=reason)


def _back(earlier: int, level: int) -> Ruling:
    steps = earlier - level
    reason = (
        f"mornings rose over two weeks: {steps} step{'s' * (steps > 1)} back, to the doses before"
    )
    return Ruling(rule=R5, action=Action.REGRESS, reason=reason)
