"""How much work a week asks for, against what was done in the last four."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Final

from attrs import evolve, field, frozen

from spinecare.model import (
    ExerciseId,
    PastStep,
    Plan,
    Session,
    SessionId,
)
from spinecare.reviewing import monday_of

WEEK: Final = timedelta(days=7)
"""From Monday to Sunday."""
WEEKS_COUNTED: Final = 4
"""So many weeks before a plan say what it may ask for (evidence.md §8)."""
DAYS_COUNTED: Final = WEEKS_COUNTED * WEEK.days
"""Their days."""
_MOST_PERCENT: Final = 115
"""A week asks for at most so much of the mean of the last four (evidence.md §8: 10-15 %, J)."""
_ROUNDING_S: Final = 1e-6
"""Sums of the same seconds in another order may differ by so much."""


@frozen(kw_only=True)
class Workload:
    """The effort and movement of the four weeks before a plan, from Monday to Sunday.

    Calendar weeks, so that a plan that is made again within one goes by the same line.
    """

    weekly_s: tuple[float, ...] = ()
    """Seconds of it in each week, the latest first; empty where there is nothing to go by yet."""
    monday: date | None = None
    """The Monday of the running week."""
    is_recent: bool = True
    """Whether these are the weeks right before it, and not those before a long absence."""
    so_far_s: float = 0.0
    """Seconds of it in the running week, before the first day of the plan."""
    so_far: Mapping[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """In how many sessions of the running week each exercise was begun before that day."""
    asked_s: float = 0.0
    """Seconds of it that were planned in all four, but for days away."""
    days: int = DAYS_COUNTED
    """Of these weeks, the days on which the person was not away; at least a week of them."""
    times: Mapping[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """In how many sessions of these weeks each exercise was begun."""
    lately: Mapping[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """In how many sessions of the last of them."""
    asked: Mapping[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """In how many sessions of these weeks each was planned, but for days away."""
    habits: frozenset[tuple[int, time]] = frozenset()
    """Weekdays, Monday as 0, and times of the sessions of the plan before."""
    planned: frozenset[tuple[SessionId, ExerciseId]] = frozenset()
    """What stands in coming sessions of the plan before."""
    relief: frozenset[ExerciseId] = field(factory=frozenset[ExerciseId])
    """Relief positions, which are no work."""
    windowed: frozenset[ExerciseId] = field(factory=frozenset[ExerciseId])
    """Exercises of routines with a window: that alone says how often they come."""

    def following(self, previous: Plan, start: date) -> Workload:
        """Return the same beside what a plan before has in its sessions.

        Args:
            previous: The plan before.
            start: The first day from which on they are still to come.
        """
        return evolve(
            self,
            habits=frozenset((one.date.weekday(), one.start) for one in previous.sessions),
            planned=frozenset(
                (session.id, step.exercise)
                for session in previous.sessions
                if session.date >= start
                for step in session.steps
            ),
        )

    @property
    def mean_s(self) -> float:
        """Seconds of work in a week of the last four, days away left out of the count."""
        return sum(self.weekly_s) * WEEK.days / self.days

    @property
    def most_s(self) -> float | None:
        """Seconds of work that a week may ask for; `None` where there is nothing to go by yet.

        15 % more than a week of the last four had, but never less than the last one: nobody is sent
        back from what they just did (D-JUDGE).
        """
        if not any(self.weekly_s):
            return None
        return max(_MOST_PERCENT * self.mean_s / 100, self.weekly_s[0]) + _ROUNDING_S

    @property
    def is_there(self) -> bool:
        """Whether no day of these weeks was one away."""
        return self.days == DAYS_COUNTED

    def has_habit(self, session: Session) -> bool:
        """Whether the plan before had sessions at the weekday and time of one."""
        return (session.date.weekday(), session.start) in self.habits

    @property
    def is_short(self) -> bool:
        """Whether so little was done of what was planned that doing all of it asks for too much."""
        return _MOST_PERCENT * sum(self.weekly_s) < 100 * self.asked_s

    @property
    def is_far_short(self) -> bool:
        """Whether less than two thirds were done of what was planned (D-JUDGE)."""
        return 3 * sum(self.weekly_s) < 2 * self.asked_s

    def week_s(self, week: Sequence[Session]) -> float:
        """Return the seconds of work in the sessions of a calendar week, and of it so far."""
        own = sum(sum(self.works(session).values()) for session in week)
        return own + self.so_far_s * self.is_running(week)

    def is_running(self, week: Sequence[Session]) -> bool:
        """Whether sessions are of the running week."""
        return bool(week) and monday_of(week[0].date) == self.monday

    def fullest_s(self, sessions: Iterable[Session]) -> float:
        """Return the seconds of work in the fullest calendar week of sessions to come."""
        return max(map(self.week_s, calendar_weeks(sessions).values()), default=0.0)

    def is_passed_by(self, sessions: Iterable[Session]) -> bool:
        """Whether any week asks for more than the last four weeks allow."""
        most = self.most_s
        return most is not None and self.fullest_s(sessions) > most

    def was_done(self, seconds: float) -> bool:
        """Whether a week of three or four weeks ago held so much work."""
        return seconds <= max(self.weekly_s[WEEKS_COUNTED // 2 :], default=0.0) + _ROUNDING_S

    def usual(self, exercise: ExerciseId) -> int:
        """Return how many times a week an exercise was begun: in the last one, if that had any."""
        if self.lately:
            return self.lately.get(exercise, 0)
        return self.times.get(exercise, 0) * WEEK.days // self.days

    def usually_asked(self, exercise: ExerciseId) -> int:
        """Return how many times a week an exercise was planned, done or not; rounded up."""
        return -(-self.asked.get(exercise, 0) * WEEK.days // self.days)

    def works(self, session: Session) -> Mapping[ExerciseId, float]:
        """Return the seconds of work of each exercise of routines in a session, in order."""
        steps = PastStep.all_of(session)
        return {step.exercise: step.work_s for step in steps if step.exercise not in self.relief}


def calendar_weeks(sessions: Iterable[Session]) -> Mapping[date, Sequence[Session]]:
    """Return sessions by the Mondays of their weeks, in order."""
    found: dict[date, list[Session]] = {}
    for session in sessions:
        found.setdefault(monday_of(session.date), []).append(session)
    return found
