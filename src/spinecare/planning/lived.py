"""What the journal says to the planner: what was done, what hurt, how far each dose may go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from attrs import evolve, field, frozen

from spinecare.model import (
    Catalogue,
    ExerciseId,
    Journal,
    PastSession,
    Person,
    Plan,
    SessionId,
)
from spinecare.planning.clearing import level_cleared, since_cleared
from spinecare.planning.dosing import ramp_of
from spinecare.planning.history import History
from spinecare.planning.records import Records
from spinecare.planning.timing import Grade
from spinecare.planning.worked import counted_until, work_of
from spinecare.planning.workload import Workload
from spinecare.reviewing import (
    Action,
    Alarm,
    Course,
    Flare,
    Known,
    Policy,
    Review,
    Standing,
    Verdict,
    every_alarm,
    flares,
    relief_of,
    reviewed,
    since,
    spelt_out,
    told_on,
)

_OF_WEEKS: Final = frozenset({"pain-r5", "pain-r6"})
"""Rules that lead a dose back for other reasons than how the exercise felt."""


@frozen(kw_only=True)
class Lived:
    """A journal as the planner reads it on the first day of a plan."""

    now: Review
    """What it says on that day."""
    records: Records
    """What became of every exercise in every session up to that day."""
    signs: tuple[Alarm, ...] = ()
    """Signs that end all exercise, also of mornings after that day."""
    flares: tuple[Flare, ...] = ()
    """Sudden pain, also of mornings after that day."""
    unread: tuple[date, ...] = ()
    """Days of sessions that it tells of as a whole, and nobody knows what they held."""
    begins: Mapping[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """The levels at which exercises stood when a clinician allowed them again."""
    ramps: Mapping[ExerciseId, tuple[Grade, ...]] = field(
        factory=dict[ExerciseId, "tuple[Grade, ...]"]
    )
    """The ramps of exercises that it tells of."""
    workload: Workload = field(factory=Workload)
    """What the four weeks before held."""
    granted: frozenset[ExerciseId] = frozenset()
    """What the plan before lets grow in its coming sessions: that is not taken back for others."""
    held: frozenset[ExerciseId] = frozenset()
    """What does not grow, because the weeks would ask for too much."""
    later: frozenset[tuple[SessionId, ExerciseId]] = frozenset()
    """What is new or comes more often, and in which sessions not yet, for the same reason."""
    lowered: int = 0
    """Steps that every dose stands lower for the same reason, though never below the first."""

    @classmethod
    def of(
        cls,
        journal: Journal,
        start: date,
        policy: Policy | str,
        previous: Plan | None,
        past: Sequence[PastSession],
        catalogue: Catalogue,
        cleared_on: date | None = None,
    ) -> Lived:
        """Return what a journal says on the first day of a plan.

        Args:
            journal: The journal.
            start: The first day.
            policy: The numbers that pain is judged by.
            previous: The plan that it tells of: what is noted of a whole session holds for every
                exercise which that session had.
            past: What `memory` says that sessions before that day held.
            catalogue: What says which exercises are relief positions.
            cleared_on: The day from which on pain and signs are judged, all that was told before
                having been looked at by a clinician; `None` for all of the journal. What was left
                out begins a step below its first dose then, all else where it stood.
        """
        whole = journal
        if previous is not None:
            ahead = (one for one in previous.remembered if one.date >= start)
            whole = spelt_out(journal, (*ahead, *past))
        ramps = _ramps(whole, catalogue)
        tops = {id: len(ramp) - 1 for id, ramp in ramps.items()}
        beside = Known(relief=relief_of(catalogue), tops=tops)
        now, known = reviewed(whole, on=start, policy=policy, beside=beside)
        news, begins = whole, dict[ExerciseId, int]()
        if cleared_on is not None:
            news = Journal(entries=tuple(e for e in whole.entries if told_on(e) >= cleared_on))
            old = Journal(entries=tuple(e for e in whole.entries if told_on(e) < cleared_on))
            then, _ = reviewed(old, on=cleared_on, policy=policy, beside=beside)
            begins = {one.exercise: level_cleared(one) for one in then.verdicts}
            beside = evolve(beside, begins=begins, past=known, since=cleared_on)
            now, _ = reviewed(news, on=start, policy=policy, beside=beside)
            begins = since_cleared(begins, known, start, cleared_on)
        records = Records(known=known, on=start)
        load, until = Workload(), counted_until(records.done, start)
        if until is not None:
            load = work_of(records.done, past, start, catalogue, until)
        return cls(
            now=now,
            records=records,
            signs=every_alarm(news),
            flares=flares(news, now.policy),
            unread=_unread(whole),
            begins=begins,
            ramps=ramps,
            workload=load,
        )

    def following(self, previous: Plan) -> Lived:
        """Return the same with what a plan before has in the days that come.

        What it says of the days before stays: that does not change while a plan is made again.
        """
        return evolve(
            self,
            workload=self.workload.following(previous, self.records.on),
            granted=self.records.granted(previous),
        )

    @property
    def only_relieves(self) -> bool:
        """Whether nothing but relief positions is done: bad mornings, or most of it hurt."""
        return self.now.course is Course.END or self.now.hurts_everywhere

    @cached_property
    def _verdicts(self) -> Mapping[ExerciseId, Verdict]:
        return {verdict.exercise: verdict for verdict in self.now.verdicts}

    def person(self, person: Person) -> Person:
        """Return a person with the pain that sessions begin with, where it is more, or known."""
        pain = self.now.before
        if pain is None or (person.pain is not None and person.pain >= pain):
            return person
        return evolve(person, pain=pain)

    def level(self, exercise: ExerciseId) -> int:
        """Return how many steps above its first dose an exercise may stand; negative below it.

        Where weeks would ask for too much it is lower, though never for that below the first dose.
        """
        verdict = self._verdicts.get(exercise)
        level = self.begins.get(exercise, 0) if verdict is None else verdict.level
        if self._has_earned(exercise) and not self.grows(exercise):
            level -= 1
        return min(level, max(0, level - self.lowered))

    def grows(self, exercise: ExerciseId) -> bool:
        """Whether the last sessions earned an exercise a step forward, and it is taken."""
        is_held = exercise in self.held or self.lowered or self.only_relieves
        return self._has_earned(exercise) and not is_held

    def _has_earned(self, exercise: ExerciseId) -> bool:
        verdict = self._verdicts.get(exercise)
        return verdict is not None and verdict.action is Action.PROGRESS

    @property
    def growing(self) -> tuple[ExerciseId, ...]:
        """What grows and was not granted before: that which has come the least far first."""
        earned = (id for id in self._verdicts if self.grows(id) and id not in self.granted)
        return tuple(sorted(earned, key=self._level_and_id))

    def _level_and_id(self, id: ExerciseId) -> tuple[int, ExerciseId]:
        return self.level(id), id

    def was_missed(self, exercise: ExerciseId) -> bool:
        """Whether weeks away cost an exercise steps, or the one that it had earned."""
        verdict = self._verdicts.get(exercise)
        return self.records.is_away or (verdict is not None and verdict.owed > 0)

    def felt_well(self, exercise: ExerciseId) -> bool:
        """Whether nothing the last time spoke against more of an exercise."""
        verdict = self._verdicts.get(exercise)
        return verdict is not None and verdict.action in (Action.KEEP, Action.PROGRESS)

    def is_eased(self, exercise: ExerciseId) -> bool:
        """Whether the last time of an exercise asked for a step back (R2 to R4)."""
        verdict = self._verdicts.get(exercise)
        if verdict is None or verdict.action not in (Action.REGRESS, Action.SKIP):
            return False
        return verdict.evidence[0].action.is_event and verdict.evidence[0].rule not in _OF_WEEKS

    def holding(self, exercises: Iterable[ExerciseId]) -> Lived:
        """Return the same with exercises that do not grow for now."""
        return evolve(self, held=frozenset(exercises))

    def putting_off(self, more: Iterable[tuple[SessionId, ExerciseId]]) -> Lived:
        """Return the same with more exercises that do not stand in a session yet."""
        return evolve(self, later=self.later.union(more))

    def lower(self) -> Lived | None:
        """Return the same with every dose a step lower; `None` where each stands at its first."""
        if all(self.level(id) <= 0 for id in self.told):
            return None
        return evolve(self, lowered=self.lowered + 1)

    def is_spent(self, day: date) -> bool:
        """Whether a session of a day ended with so much pain that no effort follows it (R3)."""
        return day == self.now.on and self._is_spent_today

    @cached_property
    def _is_spent_today(self) -> bool:
        most = self.now.policy.high_above
        today = since(self.records.known, self.now.on)
        return any(one.pain.after is not None and one.pain.after > most for one in today)

    def rests_until(self, exercise: ExerciseId) -> date | None:
        """Return the day before which an exercise rests; `None` where it does not."""
        verdict = self._verdicts.get(exercise)
        if verdict is None or verdict.standing is not Standing.REST:
            return None
        return verdict.looks_again

    def is_left_out(self, exercise: ExerciseId) -> bool:
        """Whether an exercise is planned no more."""
        verdict = self._verdicts.get(exercise)
        return verdict is not None and verdict.standing is Standing.LEAVE_OUT

    def has_lower_range(self, exercise: ExerciseId) -> bool:
        """Whether an exercise is done less far than the last time (R2)."""
        verdict = self._verdicts.get(exercise)
        return verdict is not None and verdict.has_lower_range

    @property
    def told(self) -> tuple[ExerciseId, ...]:
        """The exercises that the journal tells of, or told of before a clinician's word."""
        return tuple(dict.fromkeys((*self._verdicts, *sorted(self.begins))))

    def teach(self, history: History) -> None:
        """Tell a history what was done that no plan remembers, and how far doses may go."""
        for id, times in self.records.times.items():
            history.times_done[id] += times
        for id, days in self.records.completed.items():
            history.exercise_days[id] = sorted(days.union(history.exercise_days[id]))
        history.ramps.update(self.ramps)
        history.levels = {id: self.level(id) for id in self.told}
        for id, level in history.levels.items():
            history.rungs[id] = max(0, level - self.grows(id))


def _ramps(journal: Journal, catalogue: Catalogue) -> Mapping[ExerciseId, tuple[Grade, ...]]:
    told = dict.fromkeys(entry.exercise for entry in journal.entries)
    known = catalogue.entry_by_id
    return {id: ramp_of(known[id]) for id in told if id is not None and id in known}


def _unread(journal: Journal) -> tuple[date, ...]:
    known = {entry.session for entry in journal.entries if entry.exercise is not None}
    days = (entry.date for entry in journal.entries if entry.session not in known)
    return tuple(dict.fromkeys(days))
