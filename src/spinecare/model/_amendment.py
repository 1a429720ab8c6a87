"""What a plan that was made again does otherwise than the one before."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from spinecare.model._ids import ExerciseId, SessionId
from spinecare.model._reading import a_day, is_a, not_blank, optional, read_word, word


class AmendmentKind(StrEnum):
    """What happened to a session, or to an exercise in it."""

    ADDED = "added"
    DROPPED = "dropped"
    MORE = "more"
    LESS = "less"
    GENTLER = "gentler"
    """It comes in its reduced form."""
    MOVED = "moved"
    """The session begins at another time of its day."""
    OTHERWISE = "otherwise"
    """Another side begins, or something small changed."""


def _kind(value: AmendmentKind | str) -> AmendmentKind:
    return read_word(AmendmentKind, value, "kind")


@frozen(kw_only=True)
class Amendment:
    """One thing that a re-planned plan does otherwise, and why."""

    kind: AmendmentKind = field(converter=_kind)
    """What happened."""
    session: SessionId = field(validator=word)
    """The session."""
    exercise: ExerciseId | None = field(default=None, validator=optional(word))
    """The exercise; `None` for the whole session."""
    name: str = field(default="", validator=is_a(str))
    """The name of the exercise, which the plan's catalogue no longer has if it is out."""
    reason: str = field(validator=not_blank)
    """Why, in a sentence."""
    date: date = field(validator=a_day)
    """The day of the session."""
