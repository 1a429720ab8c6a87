"""What is remembered of sessions before a plan: what they held, and which side began."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import field, frozen

from spinecare.model._ids import ExerciseId, SessionId
from spinecare.model._journal import Planned
from spinecare.model._reading import a_day, between, in_utc, is_a, members, read_word, word
from spinecare.model._step import Purpose
from spinecare.model._vocabulary import Side

if TYPE_CHECKING:
    from spinecare.model._plan import Session


def _moment(value: datetime) -> datetime:
    return in_utc(value, "begins_at")


def _side(value: Side | str) -> Side:
    return read_word(Side, value, "side")


@frozen(kw_only=True)
class PastStep:
    """What a session before the plan asked for of one exercise."""

    exercise: ExerciseId = field(validator=word)
    """The exercise."""
    planned: Planned = field(validator=is_a(Planned))
    """The dose."""
    work_s: float = field(validator=between(0))
    """Seconds of effort and movement, in all its rounds: relaxation and rests are none."""

    @classmethod
    def all_of(cls, session: Session) -> tuple[PastStep, ...]:
        """Return the exercises of the routines of a session, each once, in order."""
        own: dict[ExerciseId, PastStep] = {}
        for step in session.steps:
            if step.purpose is Purpose.MAIN:
                first = own.get(step.exercise)
                own[step.exercise] = cls(
                    exercise=step.exercise,
                    planned=Planned.of(step) if first is None else first.planned,
                    work_s=step.work_s + (0.0 if first is None else first.work_s),
                )
        return tuple(own.values())


@frozen(kw_only=True)
class PastSession:
    """What a session before the plan held: a journal may tell of it as a whole."""

    id: SessionId = field(validator=word)
    """The id."""
    date: date = field(validator=a_day)
    """The day it was planned for."""
    begins_at: datetime = field(converter=_moment, validator=is_a(datetime))
    """The moment it was to begin, UTC."""
    steps: tuple[PastStep, ...] = field(validator=members(PastStep))
    """The exercises of its routines, each once."""

    @classmethod
    def of(cls, session: Session, timezone: str) -> PastSession:
        """Return what a session holds.

        Args:
            session: The session.
            timezone: The time zone of its times.
        """
        return cls(
            id=session.id,
            date=session.date,
            begins_at=session.starts_at(timezone),
            steps=PastStep.all_of(session),
        )


@frozen(kw_only=True)
class LastSide:
    """With which side an exercise began the last time before a plan: it takes turns."""

    exercise: ExerciseId = field(validator=word)
    """The exercise."""
    side: Side = field(converter=_side, validator=is_a(Side))
    """The side."""
