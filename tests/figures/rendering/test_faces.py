"""Who is on the back and who on the front is told by hair, nose and eyes."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin, sqrt

import pytest
from attrs import evolve

from spinecare.figures.rendering import render
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.head import face_of
from spinecare.figures.rendering.pieces import Seen
from spinecare.figures.scene import Scene, View
from spinecare.figures.skeleton import Skeleton
from tests.figures.rendering.pixels import pixels
from tests.figures.rendering.scenes import BACK, FRONT, PRONE, SCENES, SIDE, STANDING, SUPINE, TOP

HAIR = "#3b4a57"


def _middle(values: Iterable[int]) -> float:
    found = list(values)
    return sum(found) / len(found)


def _hair_and_skin(scene: Scene) -> tuple[float, float]:
    """Return how low hair and face are on the paper, of a body without floor."""
    picture = pixels(render(evolve(scene, props=()), title="", description=""))
    hair = picture.places(HAIR)
    left, right = min(x for x, _ in hair), max(x for x, _ in hair)
    skin = [(x, y) for x, y in picture.places("#ffffff") if left <= x <= right]
    return _middle(y for _, y in hair), _middle(y for _, y in skin)


def test_the_hair_of_a_supine_head_lies_on_the_floor_and_the_face_looks_up() -> None:
    """Seen from the side."""
    hair, face = _hair_and_skin(SCENES["supine"])

    assert hair > face + 2


def test_the_hair_of_a_prone_head_is_uppermost() -> None:
    """Seen from the side."""
    hair, face = _hair_and_skin(SCENES["prone"])

    assert hair < face - 2


def _face(body: Skeleton, view: View) -> tuple[int, bool, bool, bool]:
    """Return how many eyes are seen, and whether ears, mouth or nose and hair are."""
    face = face_of(Seen(body, Camera.of(view)))
    return len(face.eyes), bool(face.ears), bool(face.lines), bool(face.hair)


@pytest.mark.parametrize(
    ("body", "view", "seen"),
    [
        (STANDING, FRONT, (2, False, True, True)),
        (STANDING, SIDE, (1, True, True, True)),
        (STANDING, BACK, (0, False, False, True)),
        (SUPINE, TOP, (2, False, True, True)),
        (PRONE, TOP, (0, False, False, True)),
    ],
    ids=["front", "side", "back", "supine from above", "prone from above"],
)
def test_a_face_has_what_the_viewer_can_see_of_it(
    body: Skeleton, view: View, seen: tuple[int, bool, bool, bool]
) -> None:
    """Eyes; ears; mouth and nose; hair."""
    assert _face(body, view) == seen


CAPS = (((-0.53, 0.848, 0.0), 0.04), ((-0.995, 0.0998, 0.0), 0.2))
"""Where hair grows on a skull taken as a ball of radius 1: the caps' directions and beginnings."""
SPHERE = [
    (cos(turn) * sqrt(1 - y * y), y, sin(turn) * sqrt(1 - y * y))
    for y in (-0.95 + 0.1 * row for row in range(20))
    for turn in (0.2 + 2 * pi * step / 24 for step in range(24))
]


@pytest.mark.parametrize("elevation", [0, 20, 50, 85])
@pytest.mark.parametrize("azimuth", [-150, -90, -58, -30, 0, 30, 90, 122, 180])
def test_hair_is_drawn_just_where_hair_grows(azimuth: int, elevation: int) -> None:
    """Point by point of the skull, from wherever one looks."""
    seen = Seen(STANDING, Camera.of(View(azimuth_deg=azimuth, elevation_deg=elevation)))
    origin, axes = seen.frame("head")
    middle, radii = (0.004, 0.026, 0.0), (0.066, 0.061, 0.054)
    x0, y0 = (origin[row] + sum(axes[row][i] * middle[i] for i in range(3)) for row in (0, 1))
    picture = pixels(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x0 - 100} {y0 - 100} 200 200">'
        f'<path d="{face_of(seen).hair}"/></svg>',
        100,
    )

    wrong = 0
    for point in SPHERE:
        towards = sum(axes[2][i] * point[i] / radii[i] for i in range(3))
        length = sqrt(sum((axes[2][i] / radii[i]) ** 2 for i in range(3)))
        margins = [sum(a * b for a, b in zip(n, point, strict=True)) - k for n, k in CAPS]
        if towards < 0.15 * length or min(abs(margin) for margin in margins) < 0.06:
            continue  # behind, at the rim, or at the hair's edge
        column, row = (
            round(sum(axes[r][i] * radii[i] * point[i] for i in range(3)) / 2 + 49.5)
            for r in (0, 1)
        )
        wrong += (picture.at(column, row)[3] > 127) != (max(margins) > 0)

    assert wrong <= 9  # of some 200 that face the viewer: whole numbers bend the arcs a little


def test_from_below_jaw_and_neck_hide_the_nape() -> None:
    """Else the hair behind them would look like a beard."""
    seen = Seen(STANDING, Camera.of(View(azimuth_deg=90, elevation_deg=-40)))

    assert face_of(seen).hair.count("M") + face_of(seen).hair.count("m") == 1
