"""What a plan holds so far: who rests, whose turn it is, which side began."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from itertools import takewhile
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from spinecare.model import (
    Catalogue,
    Exercise,
    ExerciseId,
    MuscleId,
    Outcome,
    Person,
    Plan,
    Purpose,
    Recovery,
    Routine,
    RoutineId,
    Session,
    Side,
    Stage,
    Step,
)
from spinecare.planning.dosing import DAYS_PER_RUNG, SESSIONS_PER_RUNG, ramp_of
from spinecare.planning.happened import happened
from spinecare.planning.objective import DAYS_A_WEEK
from spinecare.planning.openings import Opening
from spinecare.planning.timing import LOWEST, Grade

if TYPE_CHECKING:
    from spinecare.planning.records import Records


def _loads() -> defaultdict[MuscleId, dict[Recovery, datetime]]:
    return defaultdict(dict)


@define(kw_only=True)
class History:
    """The sessions placed so far, as the questions that placing asks of them.

    It grows while one plan is made and is never shared.
    """

    person: Person
    catalogue: Catalogue
    last_done: dict[ExerciseId, datetime] = field(factory=dict[ExerciseId, datetime])
    """The moment of the last session with an exercise, UTC."""
    first_day: dict[ExerciseId, date] = field(factory=dict[ExerciseId, date])
    """The day of the first session with an exercise."""
    times_done: Counter[ExerciseId] = field(factory=Counter[ExerciseId])
    """Sessions with an exercise."""
    last_step: dict[ExerciseId, Step] = field(factory=dict[ExerciseId, Step])
    """An exercise in its last session."""
    rungs: dict[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """How far up its ramp an exercise stood in its last session; 0 is the low end."""
    climbed: int = field(default=0)
    """How often any of them has changed."""
    rung_since: dict[ExerciseId, date] = field(factory=dict[ExerciseId, date])
    """The day of the first session on that rung."""
    rung_sessions: Counter[ExerciseId] = field(factory=Counter[ExerciseId])
    """Sessions on that rung."""
    last_side: dict[ExerciseId, Side] = field(factory=dict[ExerciseId, Side])
    """The side that began the last time."""
    rounds: dict[RoutineId, frozenset[ExerciseId]] = field(
        factory=dict[RoutineId, frozenset[ExerciseId]]
    )
    """For each routine what has had its turn since the last time that all had."""
    owed: dict[RoutineId, frozenset[ExerciseId]] = field(
        factory=dict[RoutineId, frozenset[ExerciseId]]
    )
    """For each routine what a round before passed over, and has not come up since."""
    loads: defaultdict[MuscleId, dict[Recovery, datetime]] = field(factory=_loads)
    """When each muscle was last loaded, by kind of load."""
    routine_moments: defaultdict[RoutineId, list[datetime]] = field(
        factory=lambda: defaultdict(list)
    )
    """The moments of the sessions of a routine, UTC, in order."""
    routine_days: defaultdict[RoutineId, list[date]] = field(factory=lambda: defaultdict(list))
    """The days of the sessions of a routine, in order."""
    routine_habits: defaultdict[RoutineId, list[tuple[str, time]]] = field(
        factory=lambda: defaultdict(list)
    )
    """The weekdays and times of the sessions of a routine, in order."""
    exercise_days: defaultdict[ExerciseId, list[date]] = field(factory=lambda: defaultdict(list))
    """The days of the sessions with an exercise, in order, each once."""
    levels: Mapping[ExerciseId, int] | None = field(default=None)
    """How far up its ramp each exercise may stand by what the journal says; `None` without one."""
    ramps: dict[ExerciseId, tuple[Grade, ...]] = field(
        factory=dict[ExerciseId, "tuple[Grade, ...]"], eq=False, repr=False
    )
    """The ramps of exercises that were asked for, so that each is worked out once."""
    over: datetime = field(default=datetime.min.replace(tzinfo=UTC))
    """When the slot of the last session of an earlier plan is over, UTC."""

    def record(
        self,
        session: Session,
        opening: Opening,
        rungs: Mapping[ExerciseId, int] | None = None,
        *,
        unsure: frozenset[ExerciseId] = frozenset(),
        incomplete: frozenset[ExerciseId] = frozenset(),
    ) -> None:
        """Take a placed session in.

        Args:
            session: The session.
            opening: Where it stands.
            rungs: How far up its ramp each exercise stands in it; 0 where it is not named.
            unsure: What may not have been done: it counts for the rest of muscles, and as nothing
                that was tried.
            incomplete: What was not done to the end: no day of it counts as completed.
        """
        for routine in session.routines:
            self._take_turns(routine, session)
            self.routine_moments[routine].append(opening.at)
            self.routine_days[routine].append(session.date)
            self.routine_habits[routine].append(opening.habit)
        seen: set[ExerciseId] = set()
        for step in session.steps:
            if step.exercise in seen or step.purpose is Purpose.REST:
                continue
            seen.add(step.exercise)
            entry = self.catalogue.entry(step.exercise)
            self.last_done[entry.id] = opening.at
            self.first_day.setdefault(entry.id, session.date)
            if entry.id not in unsure:
                self.times_done[entry.id] += 1
            self.last_step[entry.id] = step
            self._climb(entry.id, (rungs or {}).get(entry.id, 0), session.date)
            self.last_side[entry.id] = step.sides[0]
            days = self.exercise_days[entry.id]
            is_complete = entry.id not in unsure and entry.id not in incomplete
            if is_complete and (not days or days[-1] != session.date):
                days.append(session.date)
            if entry.recovery is not Recovery.NONE:
                for muscle in entry.muscles:
                    self.loads[muscle][entry.recovery] = opening.at

    def _take_turns(self, routine: RoutineId, session: Session) -> None:
        """Count what had its turn; a round is over when nothing came up that had not had it."""
        now = frozenset(
            step.exercise
            for step in session.steps
            if step.routine == routine and step.purpose is Purpose.MAIN
        )
        had, owed = self.rounds.get(routine, frozenset()), self.owed.get(routine, frozenset())
        if now and now <= had:
            known = (own.entries for own in self.catalogue.routines if own.id == routine)
            owed, had = owed.union(*known) - had, frozenset[ExerciseId]()
        self.rounds[routine], self.owed[routine] = had | now, owed - now

    def _climb(self, id: ExerciseId, rung: int, day: date) -> None:
        if self.rungs.get(id) != rung:
            self.climbed += self.rungs.get(id, 0) != rung
            self.rungs[id], self.rung_since[id], self.rung_sessions[id] = rung, day, 0
        self.rung_sessions[id] += 1

    def next_rung(self, id: ExerciseId, today: date) -> int:
        """Return how far up its ramp an exercise may stand today.

        One rung above the last session's after 14 days and four sessions on that one; with a
        journal what it says, since nobody knows yet how the sessions to come will feel.
        """
        if self.levels is not None:
            return self._rung(id, self.levels.get(id, 0))
        if id not in self.rungs:
            return 0
        days = (today - self.rung_since[id]).days
        ready = days >= DAYS_PER_RUNG and self.rung_sessions[id] >= SESSIONS_PER_RUNG
        return self._rung(id, self.rungs[id] + ready)

    def grade(self, id: ExerciseId, rung: int) -> Grade:
        """Return how far up its spans an exercise stands on a rung; 0 is the low end."""
        return self._ramp(id)[self._rung(id, rung)] if rung > 0 else LOWEST

    def _rung(self, id: ExerciseId, wanted: int) -> int:
        """Return the rung that an exercise has nearest to one that is wanted."""
        return min(len(self._ramp(id)) - 1, wanted) if wanted > 0 else 0

    def _ramp(self, id: ExerciseId) -> tuple[Grade, ...]:
        if id not in self.ramps:
            self.ramps[id] = ramp_of(self.catalogue.entry(id))
        return self.ramps[id]

    def is_tried(self, id: ExerciseId) -> bool:
        """Whether the person has done an exercise before, in this plan or by their own word."""
        return id in self.person.tried or self.times_done[id] > 0

    def next_side(self, entry: Exercise) -> Side | None:
        """Return the side whose turn it is to begin; `None` before the first time."""
        last = self.last_side.get(entry.id)
        return None if last is None else last.other

    def is_open(self, stage: Stage, allowed: frozenset[ExerciseId], today: date) -> bool:
        """Whether a stage has opened (rule `stage`).

        A day before today counts as completed when every exercise of the stage before was done on
        it. Where the person may not do one of them, the stage never opens.

        Args:
            stage: The stage.
            allowed: The exercises the person may do.
            today: The day to plan.
        """
        if not allowed.issuperset(stage.after):
            return False
        done = set(self.exercise_days[stage.after[0]]).intersection(
            *(self.exercise_days[id] for id in stage.after[1:])
        ) - {today}
        if not done:
            return False
        long_enough = (today - min(done)).days >= stage.days
        return long_enough and len(done) >= stage.completed_days

    def hours_since(self, routine: Routine, at: datetime) -> float | None:
        """Return the hours since the last session of a routine; `None` before the first."""
        moments = self.routine_moments[routine.id]
        return (at - moments[-1]).total_seconds() / 3600 if moments else None

    def sessions_on(self, routine: Routine, day: date) -> int:
        """Return how many sessions of a routine a day holds."""
        return self.routine_days[routine.id].count(day)

    def habit(self, routine: RoutineId) -> frozenset[tuple[str, time]]:
        """Return the weekdays and times of a routine in the week that its last session ends."""
        days = self.routine_days[routine]
        week = takewhile(lambda day: (days[-1] - day).days < DAYS_A_WEEK, reversed(days))
        latest_first = zip(week, reversed(self.routine_habits[routine]), strict=False)
        return frozenset(habit for _, habit in latest_first)

    def remember(self, plan: Plan, start: date, records: Records | None = None) -> None:
        """Take in the sessions of an earlier plan from before a day.

        Without a journal they were planned and may not have been done; spacing counts them, to be
        on the safe side. With one, what was skipped is left out, what it does not tell of counts
        for spacing alone, and the day is that on which it was done: of another day than planned
        its end. Steps that the catalogue does not know are passed over, and doses begin at the low
        end, or where the journal says.
        """
        self.last_side.update((one.exercise, one.side) for one in plan.last_sides)
        for session, opening, over in happened(plan, start, records):
            self._remember(session, opening, records)
            if session.date < start:
                self.over = max(self.over, over)

    def _remember(self, session: Session, opening: Opening, records: Records | None) -> None:
        known = self.catalogue.entry_by_id
        steps = tuple(step for step in session.steps if step.exercise in known)
        if records is None:
            self.record(evolve(session, steps=steps), opening)
            return
        outcomes = {step.exercise: records.outcome(session.id, step.exercise) for step in steps}
        main = {outcomes[step.exercise] for step in steps if step.purpose is Purpose.MAIN}
        begun = bool(main & {Outcome.DONE, Outcome.PARTLY})
        for step in steps:  # nobody notes what the planner added: it goes with the rest
            if begun and outcomes[step.exercise] is None and step.purpose is not Purpose.MAIN:
                outcomes[step.exercise] = Outcome.DONE
        for step in steps:  # the side that begins alternates in what is planned, done or not
            self.last_side[step.exercise] = step.sides[0]
        left = tuple(step for step in steps if outcomes[step.exercise] is not Outcome.SKIPPED)
        held = {step.routine for step in left if step.purpose is Purpose.MAIN}
        self.record(
            evolve(
                session,
                steps=left if held else (),
                routines=tuple(id for id in session.routines if id in held),
            ),
            opening,
            unsure=frozenset(id for id, outcome in outcomes.items() if outcome is None),
            incomplete=frozenset(id for id, what in outcomes.items() if what is Outcome.PARTLY),
        )
