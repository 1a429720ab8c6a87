"""What sessions before a plan held, for journals that tell of them as a whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from spinecare.model._ids import ExerciseId, SessionId
from spinecare.model._journal import Planned
from spinecare.model._reading import a_day, is_a, members, word
from spinecare.model._step import Purpose

if TYPE_CHECKING:
    from spinecare.model._plan import Session


@frozen(kw_only=True)
class PastStep:
    """What a session before the plan asked for of one exercise."""

    exercise: ExerciseId = field(validator=word)
    """The exercise."""
    planned: Planned = field(validator=is_a(Planned))
    """The dose."""


@frozen(kw_only=True)
class PastSession:
    """What a session before the plan held: a journal may tell of it as a whole."""

    id: SessionId = field(validator=word)
    """The id."""
    date: date = field(validator=a_day)
    """The day it was planned for."""
    steps: tuple[PastStep, ...] = field(validator=members(PastStep))
    """The exercises of its routines, each once."""

    @classmethod
    def of(cls, session: Session) -> PastSession:
        """Return what a session holds."""
        own: dict[ExerciseId, Planned] = {}
        for step in session.steps:
            if step.purpose is Purpose.MAIN:
                own.setdefault(step.exercise, Planned.of(step))
        return cls(
            id=session.id,
            date=session.date,
            steps=tuple(PastStep(exercise=id, planned=dose) for id, dose in own.items()),
        )
