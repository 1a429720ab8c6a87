"""Records: what became of every exercise in every session, looked up by what the planner asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from typing import Final

from attrs import frozen

from spinecare.model import ExerciseId, Outcome, Plan, Planned, Purpose, SessionId
from spinecare.reviewing import BEGUN, Experience, away, before

_LONG_AWAY: Final = timedelta(weeks=4)
"""Who did nothing for so long begins anew (D-JUDGE)."""


@frozen(kw_only=True)
class Records:
    """What a journal tells of sessions, up to the first day of a plan."""

    known: Sequence[Experience]
    """What became of every exercise in every session up to that day, by day."""
    on: date
    """The day."""

    @cached_property
    def done(self) -> Sequence[Experience]:
        """What became of every exercise in every session before the first day, by day."""
        return before(self.known, self.on)

    @cached_property
    def begun(self) -> date | None:
        """The first day on which anything was begun since four weeks without; `None` for none."""
        first = None
        for one in reversed(self.done):
            if one.outcome in BEGUN:
                if (first or self.on) - one.date >= _LONG_AWAY:
                    break
                first = one.date
        return first

    @cached_property
    def is_away(self) -> bool:
        """Whether nothing was done for the last week or longer."""
        return any(one.back == self.on for one in away(self.done, self.on))

    @cached_property
    def times(self) -> Mapping[ExerciseId, int]:
        """How many times each exercise was begun before the day."""
        return Counter(one.exercise for one in self.done if one.outcome in BEGUN)

    @cached_property
    def completed(self) -> Mapping[ExerciseId, set[date]]:
        """The days before the day on which each exercise was done to the end."""
        days: dict[ExerciseId, set[date]] = {}
        for one in self.done:
            if one.outcome is Outcome.DONE:
                days.setdefault(one.exercise, set()).add(one.date)
        return days

    @cached_property
    def asked(self) -> Mapping[ExerciseId, Planned]:
        """The dose that was asked for the last time before the day, of each exercise."""
        return {one.exercise: one.planned for one in self.done if one.planned is not None}

    def granted(self, previous: Plan) -> frozenset[ExerciseId]:
        """Return what a coming session of a plan asks more of than was asked the last time."""
        past = (one for one in previous.remembered if one.date < self.on)
        by_day = sorted(past, key=attrgetter("date"))
        last = {step.exercise: step.planned for one in by_day for step in one.steps}
        last.update(self.asked)
        return frozenset(
            step.exercise
            for session in previous.sessions
            if session.date >= self.on
            for step in session.steps
            if step.purpose is Purpose.MAIN
            and step.exercise in last
            and Planned.of(step).asks_more_than(last[step.exercise])
        )

    def outcome(self, session: SessionId, exercise: ExerciseId) -> Outcome | None:
        """Return what became of an exercise in a session; `None` where nobody said."""
        one = self._by_step.get((session, exercise))
        return None if one is None else one.outcome

    def day_of(self, session: SessionId) -> date | None:
        """Return the day on which a session was done; `None` where nobody tells of it."""
        return self._days.get(session)

    @cached_property
    def _by_step(self) -> Mapping[tuple[SessionId, ExerciseId], Experience]:
        return {(one.session, one.exercise): one for one in self.known}

    @cached_property
    def _days(self) -> Mapping[SessionId, date]:
        return {one.session: one.date for one in self.known}
