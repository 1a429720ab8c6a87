"""How much work a week asks for, against what was done in the last four."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from spinecare.model import (
    Catalogue,
    ExerciseId,
    Finding,
    Outcome,
    PastSession,
    Plan,
    Planned,
    Purpose,
    RuleId,
    Session,
    SessionId,
    Severity,
    Step,
    WeeklyPlan,
)
from spinecare.planning.timing import resolve, work_s
from spinecare.reviewing import Experience, since

LOAD: Final = RuleId("load")
"""The rule that lets weeks grow slowly."""
_WEEK: Final = timedelta(days=7)
_WEEKS_COUNTED: Final = 4
_MOST_PERCENT: Final = 115
"""A week asks for at most so much of the mean of the last four (evidence.md §8: 10-15 %, J)."""
_SHARES: Final[Mapping[Outcome | None, float]] = {Outcome.DONE: 1.0, Outcome.PARTLY: 0.5}


@frozen(kw_only=True)
class Workload:
    """The effort and movement of the four weeks before a plan."""

    weekly_s: tuple[float, ...] = ()
    """Seconds of it in each week, the latest first; empty where nobody knows."""
    asked_s: float = 0.0
    """Seconds of it that were planned in all four."""

    @classmethod
    def of(
        cls, done: Sequence[Experience], plan: Plan, start: date, catalogue: Catalogue
    ) -> Workload:
        """Return the work of each of the four weeks before a day, half of what was done in part.

        What the plan does not hold any more is counted by the dose that the journal says was
        planned, as so much of the plan's own dose of that exercise, or of its first one. While it
        is not told of all that was planned what became of it, nobody knows the work. Relief
        positions are none.
        """
        first = start - _WEEKS_COUNTED * _WEEK
        told = {(one.session, one.exercise) for one in done if one.outcome is not None}
        before = (*plan.past, *map(PastSession.of, plan.sessions))
        planned = {
            (one.id, step.exercise)
            for one in before
            if first <= one.date < start
            for step in one.steps
        }
        if not planned <= told:
            return cls()
        own: dict[tuple[SessionId, ExerciseId], float] = {}
        steps: dict[ExerciseId, Step] = {}
        for session in plan.sessions:
            for step in session.steps:
                if step.purpose is Purpose.MAIN:
                    key = session.id, step.exercise
                    own[key] = own.get(key, 0.0) + work_s(step)
                    steps.setdefault(step.exercise, step)
        weeks, asked_s = [0.0] * _WEEKS_COUNTED, 0.0
        for one in since(done, first):
            key = one.session, one.exercise
            entry = catalogue.entry_by_id.get(one.exercise)
            if one.is_relief or entry is None:
                continue
            work = own.get(key)
            if work is None:
                work = _work_s(steps.get(one.exercise) or resolve(entry), one.planned)
            weeks[(start - one.date - timedelta(days=1)) // _WEEK] += _share(one) * work
            asked_s += work
        return cls(weekly_s=tuple(weeks), asked_s=asked_s)

    @property
    def mean_s(self) -> float | None:
        """Seconds of work in a week of the last four; `None` while one of them has none."""
        if not self.weekly_s or not all(self.weekly_s):
            return None
        return sum(self.weekly_s) / len(self.weekly_s)

    @property
    def is_short(self) -> bool:
        """Whether so little was done of what was planned that doing all of it asks for too much."""
        return _MOST_PERCENT * sum(self.weekly_s) < 100 * self.asked_s

    def is_passed_by(self, weeks: Iterable[WeeklyPlan]) -> bool:
        """Whether any week asks for more than the last four weeks allow."""
        mean = self.mean_s
        return mean is not None and 100 * _most_s(weeks) > _MOST_PERCENT * mean

    def fitting(
        self,
        growing: Iterable[ExerciseId],
        calm: Sequence[WeeklyPlan],
        grown: Sequence[WeeklyPlan],
    ) -> tuple[ExerciseId, ...]:
        """Return what may grow, in the order given, until the weeks would ask for too much.

        Args:
            growing: What has earned a step.
            calm: The weeks in which nothing grows.
            grown: The weeks in which all of it does.
        """
        most = _MOST_PERCENT * (self.mean_s or 0.0) / 100
        room = [most - week_work_s(one.sessions) for one in calm]
        found: list[ExerciseId] = []
        for id in growing:
            more = [
                _work_of(id, later) - _work_of(id, earlier)
                for earlier, later in zip(calm, grown, strict=True)
            ]
            if all(asked <= left for asked, left in zip(more, room, strict=True)):
                room = [left - asked for asked, left in zip(more, room, strict=True)]
                found.append(id)
        return tuple(found)

    def findings(
        self, weeks: Sequence[WeeklyPlan], *, held: int, lowered: int
    ) -> Iterator[Finding]:
        """Say what was held back or lowered for it, and where the lowest is still too much.

        Args:
            weeks: The weeks of the plan.
            held: How many exercises earned a step that waits.
            lowered: How many steps every dose was lowered.
        """
        mean = self.mean_s
        if mean is None:
            return
        done = f"In the last four weeks you did {mean / 60:.0f} minutes of effort and movement a"
        if held and not lowered:
            what = "an exercise has" if held == 1 else f"{held} exercises have"
            yield _finding(
                Severity.NOTE,
                f"{done} week, and a week is to ask for 15 % more at most: {what} earned a step "
                "more that waits for its turn.",
            )
        if lowered:
            steps = "a step" if lowered == 1 else f"{lowered} steps"
            yield _finding(
                Severity.CHANGED,
                f"{done} week, less than was planned: doses stand {steps} lower, and come back as "
                "you do more.",
            )
        if self.is_passed_by(weeks):
            yield _finding(
                Severity.NOTE,
                f"{done} week; a week of this plan has up to {_most_s(weeks) / 60:.0f}. Leave out "
                "what is too much for now.",
            )


def _finding(severity: Severity, reason: str) -> Finding:
    return Finding(rule=LOAD, severity=severity, subject="plan", reason=reason)


def _most_s(weeks: Iterable[WeeklyPlan]) -> float:
    return max(week_work_s(week.sessions) for week in weeks)


def _work_of(exercise: ExerciseId, week: WeeklyPlan) -> float:
    steps = (step for session in week.sessions for step in session.steps)
    return sum(
        work_s(one) for one in steps if one.exercise == exercise and one.purpose is Purpose.MAIN
    )


def week_work_s(sessions: Iterable[Session]) -> float:
    """Return the seconds of effort and movement of routines in sessions."""
    return sum(
        work_s(step)
        for session in sessions
        for step in session.steps
        if step.purpose is Purpose.MAIN
    )


def _share(one: Experience) -> float:
    return _SHARES.get(one.outcome, 0.0)


def _work_s(step: Step, planned: Planned | None) -> float:
    """Return the seconds of a dose, in proportion to a step of the same exercise."""
    if planned is None:
        return work_s(step)
    asked = planned.sets * planned.reps * (planned.hold_s or 1.0)
    return work_s(step) * asked / (step.sets * step.reps * (step.hold_s or 1.0))
