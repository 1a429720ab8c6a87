"""Things in the picture, as pieces: what lies under the body, stands beside it or is held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot
from typing import Final

from spinecare.figures import props
from spinecare.figures.body import Vec
from spinecare.figures.rendering.pen import Pen, Point
from spinecare.figures.rendering.pieces import Piece, Seen, bounds_of
from spinecare.figures.rendering.shapes import Ball, ball, convex, hull, polygon, skin
from spinecare.figures.rendering.theme import Role
from spinecare.figures.scene import Prop
from spinecare.figures.skeleton import Skeleton

LEVEL: Final = 3.0  # degrees of elevation up to which the ground is seen as a line
_AROUND: Final = 0.10
_BAR_HALF: Final = 0.27
_TOWEL_HALF: Final = 0.19
_ENDS: Final = (
    "crown",
    "R_fingers",
    "L_fingers",
    "R_toetip",
    "L_toetip",
    "R_heelback",
    "L_heelback",
    "R_knee",
    "L_knee",
    "R_elbow",
    "L_elbow",
    "R_hipside",
    "L_hipside",
    "occiput",
)
_FRAME: Final = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def ground_of(bodies: Iterable[Skeleton], blocks: Iterable[props.Box] = ()) -> tuple[float, ...]:
    """Return the part of the ground under bodies and things: least x and z, greatest x and z."""
    points = [body.landmark(name) for body in bodies for name in _ENDS]
    for block in blocks:
        points += [block.low, block.high]
    xs, zs = [point[0] for point in points], [point[2] for point in points]
    return (min(xs) - _AROUND, min(zs) - _AROUND, max(xs) + _AROUND, max(zs) + _AROUND)


def corners(low: Vec, high: Vec) -> list[Vec]:
    """Return the eight corners of a block."""
    return [
        (x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])
    ]


def block_piece(name: str, box: props.Box, seen: Seen, role: Role) -> Piece:
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
            if flat[other] != flat[nearest]:
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
                camera.turned(_FRAME),
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
    name: str, seen: Seen, role: Role, ends: Sequence[tuple[Vec, Vec]], lines: str = ""
) -> Piece:
    """Return the skin over balls of the world, each given by its middle and its semi-axes."""
    camera = seen.camera
    axes = camera.turned(_FRAME)
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


def pieces_of_things(scene_props: Sequence[Prop], seen: Seen) -> tuple[list[Piece], list[Piece]]:
    """Return what stands behind the whole body, and what may be before or behind parts of it."""
    behind: list[Piece] = []
    among: list[Piece] = []
    for place, prop in enumerate(scene_props):
        name = f"thing{place}"
        numbers = props.numbers_of(prop)
        for count, box in enumerate(props.boxes(prop)):
            role = Role.WALL if prop.name == "wall" else Role.WOOD if box.is_wood else Role.CUSHION
            among.append(block_piece(f"{name}-{count}", box, seen, role))
        if prop.name == "bar":
            x, height = numbers
            for count, z in enumerate((-_BAR_HALF, _BAR_HALF)):
                post = props.Box((x - 0.014, 0, z - 0.014), (x + 0.014, height + 0.03, z + 0.014))
                behind.append(block_piece(f"{name}-post{count}", post, seen, Role.CUSHION))
            ends = [
                ((x, height, z), _even(props.BAR_RADIUS))
                for z in (-_BAR_HALF - 0.03, _BAR_HALF + 0.03)
            ]
            among.append(round_piece(name, seen, Role.WOOD, ends))
        elif prop.name == "towel":
            x, height = numbers
            r = props.TOWEL_RADIUS
            y = height - r if height > r else height / 2
            radius = min(r, height / 2) if height < 2 * r else r
            ends = [((x, y, z), (radius, radius, 0.002)) for z in (-_TOWEL_HALF, _TOWEL_HALF)]
            among.append(round_piece(name, seen, Role.CUSHION, ends))
        elif prop.name == "ball":
            x, height, radius = numbers
            among.append(
                round_piece(name, seen, Role.CUSHION, [((x, height, 0.0), _even(radius))] * 2)
            )
        elif prop.name == "pillow":
            among.append(_pillow(name, prop, numbers, seen))
        elif prop.name == "dumbbells":
            for side in "RL":
                among.extend(_dumbbell(name, side, seen))
    return behind, among


_HELD: Final = ("palm", "grip", "knee_inner", "fingers")


def _pillow(name: str, prop: Prop, numbers: Sequence[float], seen: Seen) -> Piece:
    """Return a cushion under a landmark, or at it where it is held."""
    length, thickness = numbers
    x, y, z = seen.body.landmark(prop.landmark)
    if prop.landmark.endswith(_HELD):
        middle = (x, y, z)
    else:
        middle = (x, max(y - thickness / 2, thickness / 2), z)
    r = thickness / 2
    ends = [
        ((middle[0] + dx, middle[1], middle[2] + dz), (r, r, r))
        for dx in (-length / 2 + r, length / 2 - r)
        for dz in (-length * 0.8 + r, length * 0.8 - r)
    ]
    return round_piece(name, seen, Role.CUSHION, ends)


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
                role=Role.METAL,
                path=pen.text,
                capsules=((plate, plate),),
                bounds=bounds_of(balls),
                is_thing=True,
                parent=segment,
            )
        )
    return found


def ground_path(ground: Sequence[float], seen: Seen, thickness: float) -> str:
    """Return the outline of the ground seen from above, as a slab of this thickness."""
    x0, z0, x1, z1 = ground
    points = [
        seen.camera.project((x, y, z))
        for x in (x0, x1)
        for y in (-thickness, 0.0)
        for z in (z0, z1)
    ]
    pen = Pen()
    polygon(pen, convex([(x, y) for x, y, _ in points]))
    return pen.text


def ground_line(ground: Sequence[float], seen: Seen) -> tuple[Point, Point]:
    """Return the ends of the ground seen from the side."""
    x0, z0, x1, z1 = ground
    points = [seen.camera.project((x, 0.0, z)) for x in (x0, x1) for z in (z0, z1)]
    xs = [x for x, _, _ in points]
    y = max(y for _, y, _ in points)
    return (min(xs), y), (max(xs), y)


def distance(a: Point, b: Point) -> float:
    """Return how far two points of the paper are apart."""
    return hypot(b[0] - a[0], b[1] - a[1])
