"""What the body stands or lies on, and the water it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from spinecare.figures import props
from spinecare.figures.body import Vec
from spinecare.figures.rendering import svg
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.pen import Pen
from spinecare.figures.rendering.pieces import Bounds, bounds_of
from spinecare.figures.rendering.shapes import ball, convex, outline, polygon
from spinecare.figures.rendering.theme import Surface, Theme
from spinecare.figures.scene import Scene
from spinecare.figures.skeleton import Matrix, Skeleton

WORLD: Final[Matrix] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_LEVEL: Final = 3.0  # degrees of elevation up to which the ground is seen as a line
_AROUND: Final = 0.10
_THICK: Final = 0.004  # of a mat
_ENDS: Final = (
    "crown",
    "occiput",
    *(
        f"{side}_{name}"
        for side in "RL"
        for name in ("fingers", "toetip", "heelback", "knee", "elbow", "hipside", "shoulder")
    ),
)
_WAVE: Final = 110.0  # units


@frozen
class Painted:
    """Elements, and how far they reach."""

    text: str = ""
    bounds: tuple[Bounds, ...] = ()


def _extent(bodies: Iterable[Skeleton], blocks: Iterable[props.Box]) -> tuple[float, ...]:
    """Return the ground under bodies and things: least x and z, greatest x and z."""
    points: list[Vec] = [body.landmark(name) for body in bodies for name in _ENDS]
    for block in blocks:
        points += [block.low, block.high]
    xs, zs = [point[0] for point in points], [point[2] for point in points]
    return (min(xs) - _AROUND, min(zs) - _AROUND, max(xs) + _AROUND, max(zs) + _AROUND)


def ground(scene: Scene, camera: Camera, theme: Theme) -> Painted:
    """Return the floor or the mat under all frames of a scene's drawing, if it has one."""
    kinds = {prop.name for prop in scene.props} & {"floor", "mat"}
    if not kinds:
        return Painted()
    is_mat = "mat" in kinds
    blocks = [box for prop in scene.props for box in props.boxes(prop)]
    extent = _extent((scene.skeleton, *scene.bounds), blocks)
    if abs(scene.view.elevation_deg) <= _LEVEL:
        return _line(extent, camera, theme, is_mat=is_mat)
    return _mat(extent, camera, theme) if is_mat else _disc(extent, camera, theme)


def _line(extent: Sequence[float], camera: Camera, theme: Theme, *, is_mat: bool) -> Painted:
    """Return the ground seen from the side: a bar for the floor, a slab for a mat."""
    x0, z0, x1, z1 = extent
    points = [camera.project((x, 0.0, z)) for x in (x0, x1) for z in (z0, z1)]
    left, right = min(x for x, _, _ in points), max(x for x, _, _ in points)
    high = 20 if is_mat else 12
    y = max(y for _, y, _ in points) + 4 + high / 2
    d = f"M{round(left)} {round(y)}H{round(right)}"
    text = svg.path(d, stroke=theme.mat_edge if is_mat else theme.floor, stroke_width=high)
    half = high / 2
    return Painted(text, ((left - half, y - half, right + half, y + half),))


def _mat(extent: Sequence[float], camera: Camera, theme: Theme) -> Painted:
    x0, z0, x1, z1 = extent
    points = [camera.project((x, y, z)) for x in (x0, x1) for y in (-_THICK, 0.0) for z in (z0, z1)]
    pen = Pen()
    polygon(pen, convex([(round(x), round(y)) for x, y, _ in points]))
    xs, ys = [x for x, _, _ in points], [y for _, y, _ in points]
    fill = svg.fill_of(theme, Surface.MAT)
    # a broad line of its own colour rounds the corners
    text = svg.path(pen.text, stroke=theme.mat_edge, stroke_width=28)
    text += svg.path(pen.text, fill=fill, stroke=fill, stroke_width=18)
    return Painted(text, ((min(xs) - 13, min(ys) - 13, max(xs) + 13, max(ys) + 13),))


def _disc(extent: Sequence[float], camera: Camera, theme: Theme) -> Painted:
    """Return the floor seen from above: a pale oval."""
    x0, z0, x1, z1 = extent
    middle = ((x0 + x1) / 2, 0.0, (z0 + z1) / 2)
    radii = (0.62 * (x1 - x0), 1e-4, 0.62 * (z1 - z0))
    at = ball(camera.project(middle), camera.turned(WORLD), (0.0, 0.0, 0.0), radii)
    pen = Pen()
    outline(pen, at)
    return Painted(svg.path(pen.text, fill=svg.fill_of(theme, Surface.MAT)), (bounds_of((at,)),))


def water(scene: Scene, camera: Camera, theme: Theme, limits: Bounds) -> Painted:
    """Return the water over what is below its surface, if there is any.

    Args:
        scene: What is shown.
        camera: Where the viewer stands.
        theme: The colours.
        limits: How far everything else reaches.
    """
    height = next((props.numbers_of(prop)[0] for prop in scene.props if prop.name == "water"), None)
    if height is None:
        return Painted()
    left, right = round(limits[0] - 90), round(limits[2] + 90)
    y = round(camera.project((0.0, height, 0.0))[1])
    bottom = round(max(limits[3] + 30, y + 90))
    count = max(2, round((right - left) / _WAVE))
    quarter = round((right - left) / count / 2)
    right = left + 2 * quarter * count
    crest = f"q{quarter // 2}-18 {quarter} 0q{quarter // 2} 18 {quarter} 0"
    wave = f"M{left} {y}" + crest * count
    text = svg.path(f"{wave}V{bottom}H{left}z", fill=theme.water, fill_opacity=".45")
    text += svg.path(wave, stroke=theme.water, stroke_width=12)
    return Painted(text, ((left - 9, y - 20, right + 9, bottom),))
