"""Reading the text of an arrow: `"move R_shin from start"`, `"push nose 1 0 0"`."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.reading import numbers

FORMS: Final = (
    "'move LANDMARK [from FRAME] [both]', 'go LANDMARK x y z [onto] [both]', "
    "'push LANDMARK x y z [onto] [both]' or 'circle LANDMARK x|y|z RADIUS [DEGREES] [both]' "
    "with a radius of at most 1 and degrees of at most 360"
)
"""What an arrow's text may be."""


@frozen(kw_only=True)
class ToldArrow:
    """An arrow as it is told."""

    kind: str
    """`move`, `go`, `push` or `circle`."""
    landmark: str
    """Who moves, or where it stands."""
    start: str = ""
    """The frame that a movement begins from, if it names one."""
    axis: str = ""
    """The axis of the world that a circle is about: `x`, `y` or `z`."""
    numbers: tuple[float, ...] = ()
    """The direction of a straight arrow; the radius and the degrees of a circle;
    a radius below 0 leaves the other half open."""
    is_onto: bool = False
    """Whether a straight arrow ends at its landmark instead of beginning there."""
    is_both_ways: bool = False
    """Whether it has two heads."""


def told_arrow(text: str) -> ToldArrow:
    """Read the text of an arrow.

    Raises:
        ValueError: It is none of `FORMS`.
    """
    words = text.split()
    is_both = words[-1:] == ["both"]
    kind, landmark, *rest = words[:-1] if is_both else words
    if landmark not in LANDMARKS:
        raise ValueError(landmark)
    if kind == "move" and (not rest or (len(rest) == 2 and rest[0] == "from")):
        return ToldArrow(
            kind=kind, landmark=landmark, start="".join(rest[1:]), is_both_ways=is_both
        )
    if kind == "circle" and len(rest) in (2, 3) and rest[0] in ("x", "y", "z"):
        size = numbers(rest[1:])
        if size and 0 < abs(size[0]) <= 1 and abs(size[-1]) <= 360:
            return ToldArrow(
                kind=kind, landmark=landmark, axis=rest[0], numbers=size, is_both_ways=is_both
            )
    is_onto = rest[-1:] == ["onto"]
    direction = numbers(rest[:-1] if is_onto else rest)
    if kind not in ("go", "push") or len(direction) != 3 or not any(direction):
        raise ValueError(text)
    return ToldArrow(
        kind=kind,
        landmark=landmark,
        numbers=direction,
        is_onto=is_onto,
        is_both_ways=is_both,
    )
