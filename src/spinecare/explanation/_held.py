"""What a plan holds, found by exercise, routine and moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from attrs import field, frozen

from spinecare.model import (
    CadenceKind,
    Catalogue,
    Exercise,
    ExerciseId,
    Finding,
    Person,
    Plan,
    Purpose,
    Routine,
    RoutineId,
    Session,
    SessionId,
    Severity,
    Step,
)
from spinecare.planning.composing import SORE
from spinecare.planning.screening import has_pain
from spinecare.wording import words_of

_UNDATED = frozenset({CadenceKind.HOURLY, CadenceKind.IN_PASSING, CadenceKind.ADVICE})


@frozen(kw_only=True)
class Held:
    """A plan with what explanations look up in it; it is read, never changed."""

    plan: Plan
    person: Person | None = field(default=None)
    """Who it was made for, where that is told."""
    whole: Callable[[], Catalogue] = field(eq=False)
    """Gives the catalogue the plan was made from; only asked for what the plan does not hold."""

    @cached_property
    def known(self) -> Catalogue:
        """The catalogue the plan was made from."""
        return self.whole()

    def entry(self, id: str) -> Exercise | None:
        """Return an exercise of the plan, else of the catalogue; `None` where neither has it."""
        held = self.plan.catalogue.entry_by_id.get(id)
        return self.known.entry_by_id.get(id) if held is None else held

    def routine(self, id: str) -> Routine | None:
        """Return a routine of the plan, else of the catalogue; `None` where neither has it."""
        held = (routine for routine in self.plan.catalogue.routines if routine.id == id)
        found = next(held, None)
        if found is not None:
            return found
        return next((routine for routine in self.known.routines if routine.id == id), None)

    def name_of(self, id: str) -> str:
        """Return the name of an exercise, or the words of its id."""
        entry = self.entry(id)
        return words_of(id) if entry is None else entry.name

    def routine_name(self, id: str) -> str:
        """Return the name of a routine, or the words of its id."""
        routine = self.routine(id)
        return words_of(id) if routine is None else routine.name

    def thing_name(self, id: str) -> str:
        """Return the name of a thing, or the words of its id."""
        terms = (*self.plan.catalogue.equipment, *self.known.equipment)
        return next((term.name for term in terms if term.id == id), id.replace("-", " "))

    @cached_property
    def routines(self) -> tuple[Routine, ...]:
        """The routines the plan was made from, the most wanted first."""
        found = (self.routine(id) for id in self.plan.routines)
        return tuple(routine for routine in found if routine is not None)

    @cached_property
    def dated(self) -> tuple[Routine, ...]:
        """Those of them that stand in sessions."""
        return tuple(r for r in self.routines if r.cadence.kind not in _UNDATED)

    @cached_property
    def at(self) -> Mapping[SessionId, datetime]:
        """The moment each session begins, UTC."""
        zone = self.plan.timezone
        return {s.id: s.starts_at(zone).astimezone(UTC) for s in self.plan.sessions}

    def hours(self, earlier: Session, later: Session) -> float:
        """Return the real hours from the start of one session to the start of another."""
        return (self.at[later.id] - self.at[earlier.id]) / timedelta(hours=1)

    def week_of(self, day: date) -> tuple[Session, ...]:
        """Return the sessions of the week of the plan that holds a day."""
        weeks = (w for w in self.plan.weeks if w.days[0].date <= day <= w.days[-1].date)
        return next((week.sessions for week in weeks), ())

    @cached_property
    def _by_routine(self) -> Mapping[RoutineId, tuple[Session, ...]]:
        found: defaultdict[RoutineId, list[Session]] = defaultdict(list)
        for session in self.plan.sessions:
            for id in session.routines:
                found[id].append(session)
        return {id: tuple(sessions) for id, sessions in found.items()}

    def sessions_of(self, routine: str) -> tuple[Session, ...]:
        """Return the sessions that hold something of a routine, in order."""
        return self._by_routine.get(RoutineId(routine), ())

    @cached_property
    def _by_exercise(self) -> Mapping[ExerciseId, tuple[tuple[Session, Step], ...]]:
        found: defaultdict[ExerciseId, list[tuple[Session, Step]]] = defaultdict(list)
        for session in self.plan.sessions:
            for step in session.steps:
                found[step.exercise].append((session, step))
        return {id: tuple(steps) for id, steps in found.items()}

    def steps_of(self, exercise: str) -> tuple[tuple[Session, Step], ...]:
        """Return the steps with an exercise, with their sessions, in order."""
        return self._by_exercise.get(ExerciseId(exercise), ())

    def main_of(self, session: Session, routine: str) -> tuple[ExerciseId, ...]:
        """Return the exercises of a routine that a session holds, each once."""
        steps = (s for s in session.steps if s.purpose is Purpose.MAIN and s.routine == routine)
        return tuple(dict.fromkeys(step.exercise for step in steps))

    def before(self, session: Session, among: tuple[Session, ...]) -> Session | None:
        """Return the last of some sessions that begins before another."""
        earlier = [other for other in among if self.at[other.id] < self.at[session.id]]
        return earlier[-1] if earlier else None

    @cached_property
    def counts_every_kind(self) -> bool:
        """Whether new exercises of every kind but relaxation count, as far as the plan tells."""
        if self.person is not None:
            return bool(self.person.conditions) or has_pain(self.person)
        is_careful = any(finding.rule.startswith("condition-") for finding in self.plan.findings)
        return is_careful or any(SORE in session.notes for session in self.plan.sessions)

    def counts_as_new(self, entry: Exercise) -> bool:
        """Whether an exercise is of a kind of which only a few may be new at once."""
        return not entry.is_only_relaxation if self.counts_every_kind else entry.is_effort

    def findings(self, subject: str, *severities: Severity) -> tuple[Finding, ...]:
        """Return the findings about something, of some severities or of all."""
        about = (finding for finding in self.plan.findings if finding.subject == subject)
        return tuple(f for f in about if not severities or f.severity in severities)

    @cached_property
    def left_out(self) -> frozenset[str]:
        """Ids of exercises that findings leave out, on request or by a rule."""
        return frozenset(
            finding.subject
            for finding in self.plan.findings
            if finding.severity is Severity.LEFT_OUT or finding.rule == "on-request"
        )

    def allowed(self, routine: Routine) -> tuple[ExerciseId, ...]:
        """Return the exercises of a routine that no finding leaves out, in order."""
        return tuple(id for id in routine.entries if id not in self.left_out)
