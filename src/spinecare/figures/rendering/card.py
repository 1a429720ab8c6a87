"""The card a picture stands on: of one width for all, so that lines are equally thick in all."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from spinecare.figures.rendering.pieces import Bounds
from spinecare.figures.scene import Crop

WIDTH: Final = 1400
TALL: Final = 1050
LOW: Final = 700
"""For lying poses."""
_SIDE: Final = 20.0  # units left free at either side
_END: Final = 6.0  # and above and below: a body standing on the floor just fits
_CLOSE: Final = 1.8  # how much larger the upper body is drawn, where there is room


@frozen(kw_only=True)
class Card:
    """How a picture lies on its card."""

    width: int
    height: int
    scale: float
    """1 where the body's height is 1000 units; less where the picture would not fit."""


def card_for(content: Bounds, crop: Crop = Crop.WHOLE) -> Card:
    """Return the card for content of this size, measured at full scale."""
    left, top, right, bottom = content
    wide, high = right - left, bottom - top
    room, tall = WIDTH - 2 * _SIDE, TALL - 2 * _END
    if crop is Crop.UPPER:
        return Card(width=WIDTH, height=TALL, scale=min(_CLOSE, room / wide, tall / high))
    scale = min(1.0, room / wide)
    if scale * high <= LOW - 2 * _END:
        return Card(width=WIDTH, height=LOW, scale=scale)
    return Card(width=WIDTH, height=TALL, scale=min(scale, tall / high))
