"""Keeping what was planned: a plan that is made again changes only where the journal asks for it.

The weeks that the plan before had are not searched anew: each of its sessions stays as it is, or is
composed again of the same exercises where one of them rests, is left out, or has another dose; and
a routine with a window whose day was missed moves to the next day that can hold it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, partial

from attrs import evolve, frozen

from spinecare.model import (
    Exercise,
    ExerciseId,
    Plan,
    Purpose,
    Routine,
    RoutineId,
    Session,
    SessionId,
    Step,
)
from spinecare.planning.composing import Composed, compose
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import Outlook
from spinecare.planning.picking import LESS_FAR, pick
from spinecare.planning.rules import broken_rules
from spinecare.planning.windows import Windows


@frozen(kw_only=True)
class Keeping:
    """The sessions of the plan before, from the first day of the new one on."""

    outlook: Outlook
    """The person and the plan so far."""
    previous: Plan
    """The plan before."""
    routines: tuple[Routine, ...]
    """The routines with dates, the most wanted first."""
    windows: Windows
    """The windows of the routines, as the plan before keeps them."""

    @cached_property
    def _sessions(self) -> Mapping[SessionId, Session]:
        return {session.id: session for session in self.previous.sessions}

    @cached_property
    def _days(self) -> frozenset[date]:
        return frozenset(day.date for day in self.previous.days)

    def covered(self, openings: Sequence[Opening]) -> tuple[Opening, ...]:
        """Return the openings of a week that can stay as they were: those the plan before had.

        None where the slots of its days changed, or what it held is wanted no more.
        """
        wanted = {routine.id for routine in self.routines}
        held = tuple(opening for opening in openings if opening.date in self._days)
        if any(map(self._is_changed, held)):
            return ()
        own = [self.session(opening) for opening in held]
        days = {opening.date for opening in held}
        planned = [one for one in self.previous.sessions if one.date in days]
        is_whole = len(planned) == sum(one is not None for one in own) and all(
            wanted.issuperset(one.routines) for one in planned
        )
        return held if is_whole else ()

    def _is_changed(self, opening: Opening) -> bool:
        """Whether the day of an opening has other slots than when the plan before was made."""
        before, now = self.previous.availability, self.outlook.person.availability
        return before is not None and before.on(opening.date) != now.on(opening.date)

    def session(self, opening: Opening) -> Session | None:
        """Return what the plan before had in an opening."""
        session = self._sessions.get(opening.session)
        if session is None:
            return None
        slot = (session.start, session.minutes, session.place)
        own = (opening.slot.start, opening.slot.minutes, opening.slot.place)
        return session if slot == own else None

    def composed(self, opening: Opening) -> Composed | None:
        """Return the session of an opening, changed as little as can be; `None` for none."""
        before = self.session(opening)
        late = self.windows.late(opening, () if before is None else before.routines)
        if before is None:
            made = self._again(opening, (), late, ()) if late else None
            return made if made is not None and made.session is not None else None
        kept = self._kept(opening, before)
        if kept is not None and not late:
            return kept
        own = tuple(step.exercise for step in before.steps)
        out = {id for id in own if not self._is_usable(id, opening)}
        gone = {id for id in out if not self.outlook.joins_later(id, opening)}
        stands_in = tuple(self._stand_ins(gone, own, before.routines, opening))
        for others in (stands_in, ()) if late else ():
            held = self._again(opening, before.routines, late, (*own, *others))
            if _holds(held, before, out, late):  # nobody's place is taken
                return held
        at_last = self._at_last(opening, before.routines, late, own)
        if at_last is not None:
            return at_last
        if kept is not None:
            return kept
        held = self._again(opening, before.routines, (), (*own, *stands_in))
        if _holds(held, before, out, ()):
            return held
        as_it_was = self._kept(opening, before, may_wait=True)  # nobody's place for a step more
        return as_it_was or self._again(opening, before.routines, (), own)

    def _at_last(
        self,
        opening: Opening,
        held: Sequence[RoutineId],
        late: Sequence[Routine],
        own: Sequence[ExerciseId],
    ) -> Composed | None:
        """Return a session with what is late first, where its window closes before the next.

        A window that would be missed weighs more than a place (design §5).
        """
        last = tuple(one for one in late if self.windows.is_last_chance(one, opening))
        if not last:
            return None
        made = self._again(opening, held, last, own, is_first=True)
        routines = () if made.session is None else made.session.routines
        return made if any(one.id in routines for one in last) else None

    def _kept(
        self, opening: Opening, before: Session, *, may_wait: bool = False
    ) -> Composed | None:
        """Return a session as it was, but for what is new in it; `None` where it must change.

        Args:
            opening: Where it stands.
            before: The session.
            may_wait: Whether a dose that could grow may stay as it was.
        """
        history = self.outlook.history
        if any(self._is_touched(step, opening, may_wait=may_wait) for step in before.steps):
            return None
        session = evolve(
            before,
            steps=tuple(
                evolve(step, is_new=not history.is_tried(step.exercise)) for step in before.steps
            ),
        )
        session = before if session == before else session
        if broken_rules(self.outlook, opening, session):
            return None
        rungs = {
            step.exercise: history.next_rung(step.exercise, opening.date) for step in session.steps
        }
        return Composed(session=session, rungs=rungs, kept_out=())

    def _is_touched(self, step: Step, opening: Opening, *, may_wait: bool) -> bool:
        """Whether the journal asks for a change of a step."""
        if not self._is_usable(step.exercise, opening):
            return True
        if step.is_reduced != self.outlook.suitable[step.exercise].is_reduced:
            return True
        if step.purpose is not Purpose.MAIN or step.routine is None:
            return False
        catalogue = self.outlook.catalogue
        routine, entry = catalogue.routine(step.routine), catalogue.entry(step.exercise)
        due = pick(self.outlook, opening, routine, entry, grown=True)
        if may_wait and due.step.work_s > step.work_s:
            return False
        return _asked(step, step.notes) != _asked(due.step, due.notes)

    def _again(
        self,
        opening: Opening,
        held: Sequence[RoutineId],
        late: tuple[Routine, ...],
        exercises: Sequence[ExerciseId],
        *,
        is_first: bool = False,
    ) -> Composed:
        """Return a session composed of exercises of routines, and of what is late."""
        due = [
            one
            for one in self.routines
            if one.id in held and not self.windows.is_early(one, opening)
        ]
        only = {*exercises, *(id for routine in late for id in routine.entries)}
        wanted = (*late, *due) if is_first else (*due, *late)
        return compose(self.outlook, opening, wanted, only=frozenset(only))

    def _is_usable(self, id: ExerciseId, opening: Opening) -> bool:
        suits = self.outlook.suitable.get(id)
        if suits is None or not suits.is_allowed:
            return False
        outlook = self.outlook
        return not outlook.rests(id, opening.date) and not outlook.joins_later(id, opening)

    def _stand_ins(
        self,
        out: set[ExerciseId],
        own: Sequence[ExerciseId],
        routines: Sequence[RoutineId],
        opening: Opening,
    ) -> set[ExerciseId]:
        """Return for each exercise that is out another of the same target, easier than it."""
        catalogue = self.outlook.catalogue
        taken = set(own)
        for id in sorted(out & set(catalogue.entry_by_id)):
            gone = catalogue.entry(id)
            candidates = [
                catalogue.entry(other)
                for routine in self.routines
                if routine.id in routines and id in routine.entries
                for other in routine.entries
                if other not in taken and self._is_usable(other, opening)
            ]
            fitting = [one for one in candidates if _stands_in(one, gone)]
            if fitting:
                taken.add(min(fitting, key=partial(self._worth, gone=gone)).id)
        return taken - set(own)

    def _worth(self, one: Exercise, gone: Exercise) -> tuple[bool, int]:
        """Return what sorts stand-ins: those first that turn no later session to the other side."""
        turns = one.sides.has_starting_side and one.id in self._planned
        return turns, -len(set(one.regions) & set(gone.regions))

    @cached_property
    def _planned(self) -> frozenset[ExerciseId]:
        """What the plan before holds from the start on."""
        coming = (one for one in self.previous.sessions if one.date >= self.outlook.start)
        return frozenset(step.exercise for session in coming for step in session.steps)


def _asked(step: Step, notes: Sequence[str]) -> tuple[object, ...]:
    """Return what a step asks for: its dose, and whether less far than before."""
    return (step.sets, step.reps, step.hold_s, step.mass_kg, step.phases, LESS_FAR in notes)


def _stands_in(one: Exercise, gone: Exercise) -> bool:
    """Whether an exercise reaches the same part of the body and is no effort.

    Which of two efforts is the easier the catalogue does not say, so none stands in for another.
    """
    return bool(set(one.regions) & set(gone.regions)) and not one.is_effort


def _holds(
    composed: Composed, before: Session, out: set[ExerciseId], more: Sequence[Routine]
) -> bool:
    """Whether a session holds all that another did, but for what is out, and some of what is more.

    Args:
        composed: The session.
        before: The other.
        out: What it need not hold.
        more: Routines of which it holds at least one, if there are any.
    """
    if composed.session is None:
        return False
    there = {step.exercise for step in composed.session.steps}
    main = {step.exercise for step in before.steps if step.purpose is Purpose.MAIN}
    brings = not more or any(one.id in composed.session.routines for one in more)
    return brings and main - out <= there
