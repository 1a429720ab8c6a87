"""What a hard rule is, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from attrs import field, frozen

from spinecare.model import (
    Exercise,
    ExerciseId,
    Purpose,
    Routine,
    RuleId,
    Session,
    SessionPart,
    Step,
)
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import Outlook


@frozen(kw_only=True)
class Candidate:
    """A session that is about to be placed."""

    outlook: Outlook
    opening: Opening
    session: Session

    @cached_property
    def steps(self) -> tuple[tuple[Step, Exercise], ...]:
        """Its steps with their exercises, in order."""
        entry = self.outlook.catalogue.entry
        return tuple((step, entry(step.exercise)) for step in self.session.steps)

    @property
    def main(self) -> Iterator[tuple[Step, Exercise]]:
        """The steps of its routines with their exercises, in order."""
        return ((step, entry) for step, entry in self.steps if step.purpose is Purpose.MAIN)

    def routine_of(self, step: Step) -> Routine | None:
        """Return the routine of a step, or `None` for what the planner adds."""
        return None if step.routine is None else self.outlook.catalogue.routine(step.routine)

    def is_relief(self, id: ExerciseId) -> bool:
        """Whether an exercise is one of the relief positions."""
        routines = self.outlook.catalogue.routines
        relief = (routine for routine in routines if routine.part is SessionPart.RELIEF)
        return any(id in routine.entries for routine in relief)

    def is_strict(self, step: Step) -> bool:
        """Whether every effort of a step asks for a relaxation as long as itself."""
        routine = self.routine_of(step)
        own = routine is not None and routine.pairs_strictly
        return own or self.outlook.person.strict_relaxation


@frozen(kw_only=True)
class Rule:
    """A hard rule: no plan may break it."""

    id: RuleId
    """The id that findings use."""
    reason: str
    """Why it is there, in one sentence."""
    source: str
    """Where it comes from."""
    breach: Callable[[Candidate], str]
    """Returns what of a session breaks it, in words; nothing where it is kept."""
    looks_back: bool = field(default=False)
    """Whether it looks at the date or at the sessions before; else at person, slot and steps."""


def first(breaches: Iterator[str]) -> str:
    """Return the first breach, or nothing."""
    return next(breaches, "")
