"""Things in the picture, as pieces: what lies under the body, stands beside it or is held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import frozen

from spinecare.figures import props
from spinecare.figures.body import Vec
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.rendering.beside import Extent
from spinecare.figures.rendering.ground import WORLD
from spinecare.figures.rendering.pen import Pen, Point
from spinecare.figures.rendering.pieces import Piece, Seen, bounds_of
from spinecare.figures.rendering.shapes import Ball, ball, convex, hull, polygon, skin
from spinecare.figures.rendering.theme import Surface
from spinecare.figures.scene import Prop

_BAR_HALF: Final = 0.27
_END_ON: Final = 0.97
_TOWEL_HALF: Final = 0.19
_HELD: Final = ("palm", "grip", "knee_inner", "fingers")
Ended = tuple[Vec, Vec]
"""A ball of the world: its middle and its semi-axes."""


def corners(low: Vec, high: Vec) -> list[Vec]:
    """Return the eight corners of a block."""
    return [
        (x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])
    ]


def block_piece(name: str, box: props.Box, seen: Seen, role: Surface) -> Piece:
    """Return a block: its outline, and the edges between the sides that are seen."""
    camera = seen.camera
    points = [camera.project(point) for point in corners(box.low, box.high)]
    flat: list[Point] = [(round(x), round(y)) for x, y, _ in points]
    pen = Pen()
    polygon(pen, convex(flat))
    centre = tuple((a + b) / 2 for a, b in zip(box.low, box.high, strict=True))
    nearest = max(range(8), key=lambda place: points[place][2])
    edges = Pen()
    towards = camera.rows[2]
    if sum(abs(value) > 0.02 for value in towards) > 1:
        for step in (1, 2, 4):
            other = nearest ^ step
            edges.move(*flat[nearest])
            edges.line(*flat[other])
    half = min(abs(b - a) for a, b in zip(box.low, box.high, strict=True)) / 2
    long = max(range(3), key=lambda axis: box.high[axis] - box.low[axis])
    ends: list[Ball] = []
    for value in (box.low[long] + half, box.high[long] - half):
        place = list(centre)
        place[long] = value
        radii = [(b - a) / 2 for a, b in zip(box.low, box.high, strict=True)]
        radii[long] = half
        x, y, z = camera.project((place[0], place[1], place[2]))
        ends.append(
            ball(
                (x, y, z),
                camera.turned(WORLD),
                (0.0, 0.0, 0.0),
                (radii[0], radii[1], radii[2]),
            )
        )
    xs, ys = [x for x, _ in flat], [y for _, y in flat]
    return Piece(
        name=name,
        role=role,
        path=pen.text,
        lines=edges.text,
        capsules=((ends[0], ends[1]),),
        bounds=(min(xs), min(ys), max(xs), max(ys)),
        is_thing=True,
    )


def round_piece(
    name: str, seen: Seen, role: Surface, ends: Sequence[tuple[Vec, Vec]], lines: str = ""
) -> Piece:
    """Return the skin over balls of the world, each given by its middle and its semi-axes."""
    camera = seen.camera
    axes = camera.turned(WORLD)
    balls = [ball(camera.project(middle), axes, (0.0, 0.0, 0.0), radii) for middle, radii in ends]
    pen = Pen()
    if len(balls) == 2:
        hull(pen, *balls)
    else:
        skin(pen, balls)
    return Piece(
        name=name,
        role=role,
        path=pen.text,
        lines=lines,
        capsules=tuple(zip(balls, (*balls[1:], balls[0]), strict=True)),
        bounds=bounds_of(balls),
        is_thing=True,
    )


def _even(radius: float) -> Vec:
    return (radius, radius, radius)


@frozen(kw_only=True)
class Things:
    """The things in a picture."""

    behind: tuple[Piece, ...]
    """What stands behind the whole body."""
    among: tuple[Piece, ...]
    """What may be before or behind parts of it."""
    extents: tuple[Extent, ...]
    """Where in the world the latter are, but for what is held."""
    held: dict[tuple[str, str], float]
    """Of a hand and what it holds, who is in front."""


def things_of(scene_props: Sequence[Prop], seen: Seen) -> Things:
    """Return the things of a scene as the viewer sees them."""
    behind: list[Piece] = []
    among: list[Piece] = []
    extents: list[Extent] = []
    held: dict[tuple[str, str], float] = {}
    for place, prop in enumerate(scene_props):
        name = f"thing{place}"
        numbers = props.numbers_of(prop)
        for count, box in enumerate(props.boxes(prop)):
            role = (
                Surface.WALL
                if prop.name == "wall"
                else Surface.WOOD
                if box.is_wood
                else Surface.CUSHION
            )
            among.append(block_piece(f"{name}-{count}", box, seen, role))
            extents.append(Extent(f"{name}-{count}", box.low, box.high))
        if prop.name == "bar":
            behind += _posts(name, numbers, seen)
            x, height = numbers
            ends = [
                ((x, height, z), _even(props.BAR_RADIUS))
                for z in (-_BAR_HALF - 0.03, _BAR_HALF + 0.03)
            ]
            among.append(round_piece(name, seen, Surface.WOOD, ends))
            # end on, the bar's near end is before the fists; else they close round it
            is_end_on = abs(seen.camera.rows[2][2]) > _END_ON
            held |= {(f"{side}_hand", name): -1.0 if is_end_on else 1.0 for side in "RL"}
        elif prop.name == "rail":
            behind += _rail(name, numbers, seen)
        elif prop.name == "dumbbells":
            for side in "RL":
                far, near = _dumbbell(name, side, seen)
                among += [far, near]
                held |= {(f"{side}_hand", far.name): 1.0, (f"{side}_hand", near.name): -1.0}
        elif prop.name in _ROUND:
            ends = _ROUND[prop.name](prop, numbers, seen)
            among.append(round_piece(name, seen, Surface.CUSHION, ends))
            extents.append(_extent(name, ends))
    return Things(behind=tuple(behind), among=tuple(among), extents=tuple(extents), held=held)


def _extent(name: str, ends: Sequence[Ended]) -> Extent:
    """Return where a round thing is; what is above its middle is on it."""
    low = [min(middle[axis] - radii[axis] for middle, radii in ends) for axis in range(3)]
    high = [max(middle[axis] + radii[axis] for middle, radii in ends) for axis in range(3)]
    high[1] = ends[0][0][1]
    return Extent(name, (low[0], low[1], low[2]), (high[0], high[1], high[2]))


def _posts(name: str, numbers: Sequence[float], seen: Seen) -> list[Piece]:
    x, height = numbers
    boxes = [
        props.Box((x - 0.014, 0, z - 0.014), (x + 0.014, height + 0.03, z + 0.014))
        for z in (-_BAR_HALF, _BAR_HALF)
    ]
    return [
        block_piece(f"{name}-post{count}", box, seen, Surface.CUSHION)
        for count, box in enumerate(boxes)
    ]


def _rail(name: str, numbers: Sequence[float], seen: Seen) -> list[Piece]:
    """Return a rail on two posts, on the far side of the body."""
    start, low, end, high, z = numbers
    posts = [
        props.Box((x - 0.012, 0, z - 0.012), (x + 0.012, y, z + 0.012))
        for x, y in ((start, low), (end, high))
    ]
    ends = [((x, y, z), _even(props.BAR_RADIUS)) for x, y in ((start, low), (end, high))]
    return [
        *(
            block_piece(f"{name}-post{n}", box, seen, Surface.CUSHION)
            for n, box in enumerate(posts)
        ),
        round_piece(name, seen, Surface.WOOD, ends),
    ]


def _towel(prop: Prop, numbers: Sequence[float], seen: Seen) -> list[Ended]:
    """Return a rolled towel across the body: `height` is that of its top."""
    del prop, seen
    x, height = numbers
    radius = min(props.TOWEL_RADIUS, height / 2)
    return [((x, height - radius, z), (radius, radius, 0.002)) for z in (-_TOWEL_HALF, _TOWEL_HALF)]


def _exercise_ball(prop: Prop, numbers: Sequence[float], seen: Seen) -> list[Ended]:
    del prop, seen
    x, height, radius = numbers
    return [((x, height, 0.0), _even(radius))] * 2


def _pillow(prop: Prop, numbers: Sequence[float], seen: Seen) -> list[Ended]:
    """Return a cushion under a landmark, or at it where it is held."""
    length, thickness = numbers
    x, y, z = seen.body.landmark(prop.landmark)
    r = thickness / 2
    if not prop.landmark.endswith(_HELD):
        y = max(y - r - LANDMARKS[prop.landmark].radius, r)
    return [
        ((x + dx, y, z + dz), _even(r))
        for dx in (-length / 2 + r, length / 2 - r)
        for dz in (-length * 0.8 + r, length * 0.8 - r)
    ]


_ROUND: Final[dict[str, Callable[[Prop, Sequence[float], Seen], list[Ended]]]] = {
    "towel": _towel,
    "ball": _exercise_ball,
    "pillow": _pillow,
}


def _dumbbell(name: str, side: str, seen: Seen) -> list[Piece]:
    """Return a weight in a fist: the far plate with the handle, and the near plate."""
    turn = 1.0 if side == "R" else -1.0
    segment = f"{side}_hand"
    origin, axes = seen.frame(segment)
    grip = (0.003, -0.040, -0.006 * turn)
    plates = [
        ball(origin, axes, (grip[0] + dx, grip[1], grip[2]), (0.012, 0.029, 0.029))
        for dx in (-0.042, 0.042)
    ]
    plates.sort(key=lambda at: at.z)
    handle = [
        ball(origin, axes, (grip[0] + dx, grip[1], grip[2]), (0.008, 0.008, 0.008))
        for dx in (-0.042, 0.042)
    ]
    found: list[Piece] = []
    for part, plate in zip(("far", "near"), plates, strict=True):
        pen = Pen()
        hull(pen, plate, plate)
        balls = [plate]
        if part == "far":
            hull(pen, *handle)
            balls += handle
        found.append(
            Piece(
                name=f"{name}-{side}-{part}",
                role=Surface.METAL,
                path=pen.text,
                capsules=((plate, plate),),
                bounds=bounds_of(balls),
                is_thing=True,
                parent=segment,
            )
        )
    return found
