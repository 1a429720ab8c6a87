"""One moment of a session as it is followed: what a player, a voice or a light needs."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from spinecare.model._ids import ExerciseId
from spinecare.model._reading import between, is_a, not_blank, read_word, whole, word
from spinecare.model._vocabulary import Role, Side


class CueKind(StrEnum):
    """What a stretch of a session's time is for."""

    READY = "ready"
    """Getting ready for the next exercise."""
    SETUP = "setup"
    CONTRACT = "contract"
    MOVE = "move"
    HOLD = "hold"
    STRETCH = "stretch"
    RELAX = "relax"
    RETURN = "return"
    BREATHE = "breathe"
    REST = "rest"
    """The rest between two sets."""
    CHANGE = "change"
    """Changing sides."""
    LEAVE = "leave"
    """Coming out of the last repetition."""


def _kind(value: CueKind | str) -> CueKind:
    return read_word(CueKind, value, "kind")


def _role(value: Role | str) -> Role:
    return read_word(Role, value, "role")


def _side(value: Side | str | None) -> Side | None:
    return None if value is None else read_word(Side, value, "side")


@frozen(kw_only=True)
class Cue:
    """A stretch of a session's time: what is done in it, on which side, and what is said."""

    at_s: float = field(validator=between(0))
    """Seconds from the start of the session to its beginning."""
    lasts_s: float = field(validator=between(0))
    """How long it lasts, seconds."""
    kind: CueKind = field(converter=_kind)
    """What it is for."""
    role: Role = field(converter=_role)
    """Stress, relax or neutral."""
    step: int = field(validator=whole(1))
    """The number of its step among the steps of the session, counted from 1."""
    exercise: ExerciseId = field(validator=word)
    """The exercise."""
    title: str = field(validator=not_blank)
    """The name of the exercise."""
    text: str = field(default="", validator=is_a(str))
    """What to do, for the eye: a few words, no markup."""
    say: str = field(default="", validator=is_a(str))
    """What a voice says when it begins; empty for silence."""
    breath: str = field(default="", validator=is_a(str))
    """How to breathe, where the exercise says so."""
    side: Side | None = field(default=None, converter=_side)
    """The side that works now; `None` where both work or neither."""
    rep: int = field(default=1, validator=whole(1))
    """The repetition in its set and on its side, counted from 1."""
    reps: int = field(default=1, validator=whole(1))
    """How many repetitions the set has."""
    set: int = field(default=1, validator=whole(1))
    """The set, counted from 1."""
    sets: int = field(default=1, validator=whole(1))
    """How many sets there are on a side."""
    figure: str = field(default="", validator=is_a(str))
    """The frame of the exercise's drawing that shows it; empty for its card. `draw` draws it."""
    figure_side: Side | None = field(default=None, converter=_side)
    """The side that `draw` needs to draw it."""

    @property
    def ends_s(self) -> float:
        """Seconds from the start of the session to its end."""
        return self.at_s + self.lasts_s
