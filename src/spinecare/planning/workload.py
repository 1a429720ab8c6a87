"""How much work a week asks for, against what was done in the last four."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Final

from attrs import evolve, field, frozen

from spinecare.model import (
    Catalogue,
    ExerciseId,
    Outcome,
    PastSession,
    PastStep,
    Plan,
    Planned,
    Session,
    SessionId,
)
from spinecare.planning.timing import resolve
from spinecare.reviewing import BEGUN, Experience, away, relief_of, since

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_WEEKS_COUNTED: Final = 4
_DAYS_COUNTED: Final = _WEEKS_COUNTED * _WEEK.days
_TO_GO_BY: Final = timedelta(weeks=3, days=1)
"""Who began so long ago did something in each of four weeks, or stayed away (D-JUDGE)."""
_MOST_PERCENT: Final = 115
"""A week asks for at most so much of the mean of the last four (evidence.md §8: 10-15 %, J)."""
_SHARES: Final[Mapping[Outcome | None, float]] = {
    Outcome.DONE: 1.0,
    Outcome.PARTLY: 0.5,
    Outcome.SKIPPED: 0.0,
    None: 1.0,
}
"""How much of what was planned counts; what nobody told, as it was planned (D-JUDGE)."""
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
    so_far_s: float = 0.0
    """Seconds of it in the running week, before the first day of the plan."""
    so_far: Mapping[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """In how many sessions of the running week each exercise was begun before that day."""
    asked_s: float = 0.0
    """Seconds of it that were planned in all four, but for days away."""
    days: int = _DAYS_COUNTED
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
    """What stands in coming sessions of the plan before: it had room when that was made."""
    relief: frozenset[ExerciseId] = field(factory=frozenset[ExerciseId])
    """Relief positions, which are no work."""
    windowed: frozenset[ExerciseId] = field(factory=frozenset[ExerciseId])
    """Exercises of routines with a window: that alone says how often they come."""

    @classmethod
    def of(
        cls,
        done: Sequence[Experience],
        past: Sequence[PastSession],
        start: date,
        catalogue: Catalogue,
        until: date | None = None,
    ) -> Workload:
        """Return the work of each of four weeks before a day, half of what was done in part.

        What nobody told counts as it was planned, but for days away. What no plan remembers counts
        by the dose that the journal says was planned, as so much of the first one.

        Args:
            done: What became of every exercise in every session before the day, by day.
            past: What `memory` says that sessions before the day held.
            start: The day.
            catalogue: What knows how long each exercise takes.
            until: The Monday after the last week that counts; that of the day, unless given.
        """
        monday = _monday(start)
        until = until or monday
        first = until - timedelta(days=_DAYS_COUNTED)
        absent = frozenset(_days_away(done, first, start))
        held = {(one.id, step.exercise): step for one in past for step in one.steps}
        found = [
            (one.date, one.exercise, _work_s(one, held, catalogue), one.outcome)
            for one in since(done, first)
            if one.outcome is not None or one.date not in absent
        ]
        told = {(one.session, one.exercise) for one in since(done, first - _WEEK)}
        found += [
            (one.date, step.exercise, step.work_s, None)
            for one in past
            if first <= one.date < start and one.date not in absent
            for step in one.steps
            if (one.id, step.exercise) not in told
        ]
        relief = relief_of(catalogue)
        weeks, asked_s, so_far_s = [0.0] * _WEEKS_COUNTED, 0.0, 0.0
        times, lately = Counter[ExerciseId](), Counter[ExerciseId]()
        asked, so_far = Counter[ExerciseId](), Counter[ExerciseId]()
        for day, exercise, work, outcome in found:
            is_begun = outcome is not Outcome.SKIPPED
            if exercise in relief:
                continue
            if day >= monday:
                so_far_s += _SHARES[outcome] * work
                so_far[exercise] += is_begun
            if day >= until:
                continue
            weeks[(until - day - _DAY) // _WEEK] += _SHARES[outcome] * work
            asked_s += work * (day not in absent)
            asked[exercise] += day not in absent
            times[exercise] += is_begun
            lately[exercise] += is_begun and day >= until - _WEEK
        away = sum(day < until for day in absent)
        return cls(
            weekly_s=tuple(weeks),
            monday=monday,
            so_far_s=so_far_s,
            so_far=so_far,
            asked_s=asked_s,
            days=max(_DAYS_COUNTED - away, _WEEK.days),
            times=times,
            lately=+lately,
            asked=asked,
            relief=relief,
            windowed=frozenset(
                id
                for routine in catalogue.routines
                if routine.cadence.window_days is not None
                for id in routine.entries
            ),
        )

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
        return sum(self.weekly_s) * _WEEK.days / self.days

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
        return self.days == _DAYS_COUNTED

    def has_habit(self, session: Session) -> bool:
        """Whether the plan before had sessions at the weekday and time of one."""
        return (session.date.weekday(), session.start) in self.habits

    @property
    def is_short(self) -> bool:
        """Whether so little was done of what was planned that doing all of it asks for too much."""
        return _MOST_PERCENT * sum(self.weekly_s) < 100 * self.asked_s

    def week_s(self, week: Sequence[Session]) -> float:
        """Return the seconds of work in the sessions of a calendar week, and of it so far."""
        own = sum(sum(self.works(session).values()) for session in week)
        return own + self.so_far_s * self.is_running(week)

    def is_running(self, week: Sequence[Session]) -> bool:
        """Whether sessions are of the running week."""
        return bool(week) and _monday(week[0].date) == self.monday

    def fullest_s(self, sessions: Iterable[Session]) -> float:
        """Return the seconds of work in the fullest calendar week of sessions to come."""
        return max(map(self.week_s, calendar_weeks(sessions).values()), default=0.0)

    def is_passed_by(self, sessions: Iterable[Session]) -> bool:
        """Whether any week asks for more than the last four weeks allow."""
        most = self.most_s
        return most is not None and self.fullest_s(sessions) > most

    def was_done(self, seconds: float) -> bool:
        """Whether a week of three or four weeks ago held so much work."""
        return seconds <= max(self.weekly_s[_WEEKS_COUNTED // 2 :], default=0.0) + _ROUNDING_S

    def usual(self, exercise: ExerciseId) -> int:
        """Return how many times a week an exercise was begun: in the last one, if that had any."""
        if self.lately:
            return self.lately.get(exercise, 0)
        return self.times.get(exercise, 0) * _WEEK.days // self.days

    def usually_asked(self, exercise: ExerciseId) -> int:
        """Return how many times a week an exercise was planned, done or not; rounded up."""
        return -(-self.asked.get(exercise, 0) * _WEEK.days // self.days)

    def works(self, session: Session) -> Mapping[ExerciseId, float]:
        """Return the seconds of work of each exercise of routines in a session, in order."""
        steps = PastStep.all_of(session)
        return {step.exercise: step.work_s for step in steps if step.exercise not in self.relief}


def calendar_weeks(sessions: Iterable[Session]) -> Mapping[date, Sequence[Session]]:
    """Return sessions by the Mondays of their weeks, in order."""
    found: dict[date, list[Session]] = {}
    for session in sessions:
        found.setdefault(_monday(session.date), []).append(session)
    return found


def counted_until(done: Sequence[Experience], start: date) -> date | None:
    """Return the Monday after the last week that counts; `None` while there is nothing to go by.

    That of the running week; after four weeks or more without exercise that after the last one with
    it. Who exercises for three weeks only has nothing to go by yet.

    Args:
        done: What became of every exercise in every session before the day, by day.
        start: The first day of a plan.
    """
    begun = (one.date for one in reversed(done) if one.outcome in BEGUN)
    last = first = next(begun, None)
    if last is None or first is None:
        return None
    is_long_ago = start - last >= timedelta(days=_DAYS_COUNTED)
    until = _monday(last) + _WEEK if is_long_ago else _monday(start)
    for day in begun:
        if until - first >= _TO_GO_BY or first - day >= timedelta(days=_DAYS_COUNTED):
            break
        first = day
    return until if until - first >= _TO_GO_BY else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _work_s(
    one: Experience,
    held: Mapping[tuple[SessionId, ExerciseId], PastStep],
    catalogue: Catalogue,
) -> float:
    """Return the seconds of work that were planned; 0 for what nobody knows."""
    step, entry = held.get((one.session, one.exercise)), catalogue.entry_by_id.get(one.exercise)
    if step is not None or entry is None:
        return 0.0 if step is None else step.work_s
    first = resolve(entry)
    asked = Planned.of(first) if one.planned is None else one.planned
    return first.work_s * asked.amount / (Planned.of(first).amount or 1.0)


def _days_away(done: Sequence[Experience], first: date, start: date) -> Iterator[date]:
    """Yield the days from the first to the start that were before all exercise, or away from it."""
    lately = since(done, first - timedelta(days=_DAYS_COUNTED))
    begun = lately[0].date if lately else start
    gone = [(first, begun), *((one.since + _DAY, one.back) for one in away(lately, start))]
    for since_day, back in gone:
        for number in range((back - since_day).days):
            day = since_day + timedelta(days=number)
            if day >= first:
                yield day
