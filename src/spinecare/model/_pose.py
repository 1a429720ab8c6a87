"""Body shapes: a position and what touches what."""

from __future__ import annotations

from attrs import field, frozen

from spinecare.model._position import Position
from spinecare.model._reading import members, not_blank, read_word


def _position(value: Position | str) -> Position:
    return read_word(Position, value, "position")


@frozen(kw_only=True)
class Contact:
    """A part of the body that touches something."""

    part: str = field(validator=not_blank)
    """The part: `"right hand"`, `"feet"`, `"back"`."""
    on: str = field(validator=not_blank)
    """What it touches: `"floor"`, `"bar"`, `"right knee"`."""


@frozen(kw_only=True)
class Pose:
    """A body shape: position plus what touches what; it can be drawn.

    Examples:
        >>> Pose(position=Position.HOOK_LYING).position.is_supine
        True
    """

    position: Position = field(converter=_position)
    """What the body rests on."""
    contacts: tuple[Contact, ...] = field(default=(), validator=members(Contact))
    """What touches what, beyond what the position says."""
