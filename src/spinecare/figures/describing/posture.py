"""The kinds of posture there are, as the rest of the sentence is judged by."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Kind(StrEnum):
    """What kind of posture it is, as legs and arms are judged by."""

    BACK = "back"
    FRONT = "front"
    SIDE = "side"
    FOURS = "fours"
    KNEELING = "kneeling"
    SITTING = "sitting"
    STANDING = "standing"
    HANGING = "hanging"
    FLOATING = "floating"
    AIR = "air"


@frozen
class Posture:
    """What the body rests on."""

    kind: Kind
    """What it is alike to."""
    key: str
    """The phrase that says it."""
    sides: str = "RL"
    """The side that the phrase names."""
    things: frozenset[str] = frozenset()
    """Things that it names."""

    @property
    def is_lying(self) -> bool:
        """Whether the body lies on back, front or side."""
        return self.kind in (Kind.BACK, Kind.FRONT, Kind.SIDE)
