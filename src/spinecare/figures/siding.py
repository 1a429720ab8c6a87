"""Which side a picture shows: one-sided work in the mirror; in turn, the frame that begins."""

from __future__ import annotations

from attrs import frozen

from spinecare.model import Drawing, Laterality, Side

_MIRRORED = (Laterality.LEFT_RIGHT, Laterality.EITHER)
_IN_TURN = (Laterality.ALTERNATING, Laterality.DIAGONAL)


@frozen(kw_only=True)
class Siding:
    """How a drawing shows the side that is asked for."""

    drawing: Drawing
    """The drawing."""
    laterality: Laterality = Laterality.BOTH_TOGETHER
    """How its exercise uses the sides."""
    first_side: Side | None = None
    """The side that its phases begin with, where they show both; the right one if none is said."""

    @property
    def is_mirrored(self) -> bool:
        """Whether the other side is the mirror image of the whole."""
        return self.laterality in _MIRRORED and not self._pairs

    def mirrored(self, side: Side | None) -> Side | None:
        """Return the side that the whole is shown on; none where sides are shown otherwise."""
        return side if self.is_mirrored else None

    @property
    def is_in_turn(self) -> bool:
        """Whether its frames show both sides, one after the other."""
        return self.laterality in _IN_TURN and bool(self._pairs)

    @property
    def _pairs(self) -> dict[str, str]:
        """Frames that are each other's mirror image."""
        pairs: dict[str, str] = {}
        for frame in self.drawing.frames:
            if frame.mirrors:
                pairs[frame.id], pairs[frame.mirrors] = frame.mirrors, frame.id
        return pairs

    def card(self, id: str, side: Side | None) -> str:
        """Return the frame that stands for the whole on a side: the card's own, or its partner."""
        if side is None or not self.is_in_turn or id not in self._pairs:
            return id
        first = next((shown for shown in self.drawing.phases if shown in self._pairs), id)
        shows_first = id == first or id not in (first, self._pairs[first])
        return id if shows_first == (side is self.begins) else self._pairs[id]

    def strip(self, ids: tuple[str, ...], side: Side | None) -> tuple[str, ...]:
        """Return the frames in the order of work that begins on a side."""
        if side in (None, self.begins) or not self.is_in_turn:
            return ids
        return tuple(self._pairs.get(id, id) for id in ids)

    @property
    def begins(self) -> Side:
        """The side that the phases begin with."""
        return self.first_side or Side.RIGHT
