"""The things in a picture: what shape they have, and what of them bears weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from attrs import evolve, frozen

from spinecare.figures.body import Vec
from spinecare.figures.scene import Prop
from spinecare.figures.sides import other_side

SEAT_HEIGHT: Final = 0.262
"""Height of a chair's seat: 46 cm for a body of 1.75 m."""
BED_HEIGHT: Final = 0.27
"""Height of a bed, sofa or bench."""
BAR_RADIUS: Final = 0.016
TOWEL_RADIUS: Final = 0.036
BALL_RADIUS: Final = 0.185
"""A ball of 65 cm for a body of 1.75 m."""
STAIR: Final = (0.10, 0.17)
"""Rise and tread of a stair."""


@frozen
class Box:
    """A block, by its lowest and highest corner."""

    low: Vec
    high: Vec
    is_wood: bool = False
    """Whether it is a leg or rail rather than a cushion."""


@frozen
class Shape:
    """What a named prop is."""

    numbers: tuple[str, ...]
    """What its numbers are, in order, in body heights."""
    defaults: tuple[float, ...]
    """The numbers used where none are given."""
    boxes: Callable[[tuple[float, ...]], tuple[Box, ...]]
    """Its blocks; empty for what is no block."""
    bears: Callable[[tuple[float, ...]], tuple[tuple[float, float, float], ...]]
    """Where it bears weight: from x, to x, height."""
    is_at_landmark: bool = False
    """Whether it is where a landmark is, which then must be named."""


def _none(numbers: tuple[float, ...]) -> tuple[Box, ...]:
    del numbers
    return ()


def _nothing(numbers: tuple[float, ...]) -> tuple[tuple[float, float, float], ...]:
    del numbers
    return ()


def _bed(numbers: tuple[float, ...]) -> tuple[Box, ...]:
    ((start, end, height),) = _bed_bears(numbers)
    return (Box((start, 0, -0.26), (end, height, 0.26)),)


def _bed_bears(numbers: tuple[float, ...]) -> tuple[tuple[float, float, float], ...]:
    start, end, height = numbers
    return ((min(start, end), max(start, end), height),)


def _chair(numbers: tuple[float, ...]) -> tuple[Box, ...]:
    """A chair whose back rest stands at `back`; it faces +X, or -X if facing is negative."""
    back, facing = numbers
    f = 1.0 if facing >= 0 else -1.0

    def block(x0: float, x1: float, y0: float, y1: float, z0: float, z1: float, wood: bool) -> Box:
        a, b = sorted((back + f * x0, back + f * x1))
        return Box((a, y0, z0), (b, y1, z1), wood)

    leg = 0.020
    seat = SEAT_HEIGHT
    return (
        *(
            block(x, x + leg, 0, seat - 0.025, z, z + leg, True)
            for x in (0.0, 0.235)
            for z in (-0.12, 0.10)
        ),
        block(-0.005, 0.260, seat - 0.030, seat, -0.125, 0.125, False),
        block(-0.010, 0.012, seat, seat + 0.245, -0.120, -0.098, True),
        block(-0.010, 0.012, seat, seat + 0.245, 0.098, 0.120, True),
        block(-0.012, 0.014, seat + 0.115, seat + 0.255, -0.120, 0.120, False),
    )


def _chair_bears(numbers: tuple[float, ...]) -> tuple[tuple[float, float, float], ...]:
    back, facing = numbers
    end = back + (0.26 if facing >= 0 else -0.26)
    return ((min(back, end), max(back, end), SEAT_HEIGHT),)


def _stairs(numbers: tuple[float, ...]) -> tuple[Box, ...]:
    start, count = numbers
    rise, tread = STAIR
    return tuple(
        Box(
            (start + step * tread, 0, -0.22),
            (start + (step + 1) * tread, (step + 1) * rise, 0.22),
        )
        for step in range(int(count))
    )


def _stairs_bear(numbers: tuple[float, ...]) -> tuple[tuple[float, float, float], ...]:
    return tuple((box.low[0], box.high[0], box.high[1]) for box in _stairs(numbers))


def _wall(numbers: tuple[float, ...]) -> tuple[Box, ...]:
    """A wall whose face is at `x`, behind or before the body as its thickness says."""
    x, thickness = numbers
    a, b = sorted((x, x + thickness))
    return (Box((a, 0, -0.30), (b, 1.10, 0.30)),)


SHAPES: Final[dict[str, Shape]] = {
    "floor": Shape((), (), _none, _nothing),
    "mat": Shape((), (), _none, _nothing),
    "bar": Shape(("x", "height"), (0.0, 0.80), _none, _nothing),
    "bed": Shape(("from x", "to x", "height"), (-0.6, 0.4, BED_HEIGHT), _bed, _bed_bears),
    "chair": Shape(("back x", "facing"), (-0.10, 1.0), _chair, _chair_bears),
    "rail": Shape(
        ("from x", "from height", "to x", "to height", "z"),
        (0.02, 0.46, 0.66, 0.84, -0.20),
        _none,
        _nothing,
    ),
    "stairs": Shape(("from x", "steps"), (0.06, 3.0), _stairs, _stairs_bear),
    "wall": Shape(("x", "thickness"), (-0.10, -0.03), _wall, _nothing),
    "ball": Shape(("x", "height", "radius"), (0.0, BALL_RADIUS, BALL_RADIUS), _none, _nothing),
    "towel": Shape(("x", "height"), (0.0, TOWEL_RADIUS), _none, _nothing),
    "pillow": Shape(("length", "thickness"), (0.16, 0.05), _none, _nothing, is_at_landmark=True),
    "dumbbells": Shape((), (), _none, _nothing),
    "water": Shape(("height",), (0.80,), _none, _nothing),
}
"""Every prop there is. A towel lies across the body (along Z) at x; a pillow lies under its
landmark, or at it when it is held; a bar lies along Z, a rail along X on its side; dumbbells are in
the fists."""


def numbers_of(prop: Prop) -> tuple[float, ...]:
    """Return a prop's numbers, the defaults where they end."""
    defaults = SHAPES[prop.name].defaults
    return prop.numbers + defaults[len(prop.numbers) :]


def mirrored(prop: Prop) -> Prop:
    """Return a prop's mirror image: at the landmark, and on the side, that is the other one."""
    names = SHAPES[prop.name].numbers
    numbers = prop.numbers
    if "z" in names:
        pairs = zip(names, numbers_of(prop), strict=True)
        numbers = tuple(0.0 - number if name == "z" else number for name, number in pairs)
    return evolve(prop, landmark=other_side(prop.landmark), numbers=numbers)


def boxes(prop: Prop) -> tuple[Box, ...]:
    """Return a prop's blocks; none for what is no block."""
    return SHAPES[prop.name].boxes(numbers_of(prop))


def surface(props: Iterable[Prop]) -> tuple[tuple[float, float, float], ...]:
    """Return where props bear weight, as `(from x, to x, height)`; elsewhere is the ground."""
    return tuple(strip for prop in props for strip in SHAPES[prop.name].bears(numbers_of(prop)))
