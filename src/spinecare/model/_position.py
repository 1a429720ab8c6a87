"""The positions: their values are the words used in files and never change."""

from __future__ import annotations

from enum import StrEnum


class Position(StrEnum):
    """What the body rests on: the start of an exercise."""

    STANDING = "standing"
    SITTING = "sitting"
    SITTING_RECLINED = "sitting-reclined"
    BED_EDGE_SUPINE = "bed-edge-supine"
    SUPINE = "supine"
    HOOK_LYING = "hook-lying"
    SUPINE_BUTTERFLY = "supine-butterfly"
    SUPINE_KNEES_TO_CHEST = "supine-knees-to-chest"
    PRONE = "prone"
    PRONE_ON_ELBOWS = "prone-on-elbows"
    QUADRUPED = "quadruped"
    LUNGE_KNEELING = "lunge-kneeling"
    SIDE_LYING = "side-lying"
    SIDE_LYING_CURLED = "side-lying-curled"
    STANDING_AT_LOW_BAR = "standing-at-low-bar"
    HANGING = "hanging"
    IN_WATER = "in-water"
    WALKING = "walking"
    ON_BALL = "on-ball"
    ANY = "any"

    @property
    def is_supine(self) -> bool:
        """Whether one lies on the back."""
        return self in _SUPINE

    @property
    def is_prone(self) -> bool:
        """Whether one lies on the front."""
        return self in (Position.PRONE, Position.PRONE_ON_ELBOWS)

    @property
    def is_lying(self) -> bool:
        """Whether one lies: on the back, the front or a side."""
        return (
            self.is_supine
            or self.is_prone
            or self in (Position.SIDE_LYING, Position.SIDE_LYING_CURLED)
        )

    @property
    def needs_floor(self) -> bool:
        """Whether one lies or kneels on the floor, which not every place allows."""
        return (self.is_lying and self is not Position.BED_EDGE_SUPINE) or self in (
            Position.QUADRUPED,
            Position.LUNGE_KNEELING,
        )


_SUPINE = frozenset(
    {
        Position.BED_EDGE_SUPINE,
        Position.SUPINE,
        Position.HOOK_LYING,
        Position.SUPINE_BUTTERFLY,
        Position.SUPINE_KNEES_TO_CHEST,
    }
)
