"""The slopes that the solver goes down by are those of the misses themselves."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings

from spinecare.figures.body import NUMBERS, PLACE, SEGMENTS
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.shape import Shape
from spinecare.figures.sides import other_side
from spinecare.figures.skeleton import BASES, Skeleton
from spinecare.figures.solving import capsules
from spinecare.figures.solving.motion import Array, Posed
from spinecare.figures.solving.residuals import Residuals, symmetric_subspace
from tests.figures.body.shapes import BODIES, shape

STEP: Final = 1e-6
"""Of the numeric slopes, body heights and radians."""

# What is asked of the body; each one wakes other rows of the sum.
SHAPES: Final[dict[str, dict[str, str]]] = {
    "every kind of contact": {
        "hints": "R_knee 80!3, hip_flex 40, sh_flex 90",
        "on": "sacrum, R_heel +0.05",
        "at": "pelvis 0 - 0, L_ankle 0.3 f -0.05, R_wrist - 0.2 -",
        "touch": "L_palm R_shin 0 0.02 0, R_palm occiput",
        "toward": "tho3 y -1 0 0, R_foot -x 0 0.6 0.8",
    },
    "deep in the ground": {"at": "pelvis 0 -0.1 0", "props": "bed -0.6 0.1"},
    "arms through the trunk": {
        "base": "stand",
        "hints": "sh_abd -45, sh_rot 70, elbow 100, hip_abd -30, knee 20",
        "on": "heel",
    },
    "the trunk bent too far": {"hints": "lum_flex 50, tho_flex 35, lum_rot 8, tho_rot 35"},
    "nothing but hints": {"base": "side_L", "hints": "turn 20, neck_rot 30, toe 20"},
}


@pytest.mark.parametrize("what", SHAPES)
def test_the_slopes_of_all_misses_are_the_numeric_ones(what: str) -> None:
    """To a millionth of the steepest, at the hints and at two places beside them."""
    asked = _shape(what)
    residuals = Residuals(asked)
    for numbers in _places_near(residuals):
        _, slopes = residuals.at(numbers, 1.0)
        numeric = np.empty_like(slopes)

        for place in range(len(NUMBERS)):
            step = np.zeros(len(NUMBERS))
            step[place] = STEP
            more, _ = residuals.at(numbers + step, 1.0, with_slopes=False)
            less, _ = residuals.at(numbers - step, 1.0, with_slopes=False)
            numeric[:, place] = (more - less) / (2 * STEP)

        assert slopes is not None
        assert slopes.shape[0] > len(NUMBERS)
        assert np.abs(slopes - numeric).max() < 1e-6 * max(1.0, np.abs(slopes).max())


def test_the_shapes_above_wake_every_kind_of_miss() -> None:
    """Else their slopes would be tried in name only."""
    ground = Residuals(_shape("deep in the ground"))
    flesh = Residuals(_shape("arms through the trunk"))
    bent = Residuals(_shape("the trunk bent too far"))

    places, tangled = (
        Posed(it.shape.base, it.wanted).places(it.points, it.locals) for it in (ground, flesh)
    )
    rows, _ = bent.at(bent.wanted, 1.0, with_slopes=False)

    assert (ground.sunk(places) > 0).sum() > 5
    assert (flesh.overlaps(tangled) > 0).sum() > 3
    assert max(rows) == pytest.approx(5.0)  # 85 degrees of flexion, 5 above 80


@given(BODIES)
@settings(max_examples=30)
def test_the_solver_s_body_and_the_plain_one_are_the_same(body: Skeleton) -> None:
    """Two ways to work out where everything is, in numpy and without: one answer."""
    numbers = np.array(body.numbers)
    numbers[3:] = np.radians(numbers[3:])

    posed = Posed(body.base, numbers)

    for place, segment in enumerate(SEGMENTS):
        assert posed.origins[place] == pytest.approx(body.origin(segment.name), abs=1e-9)
        assert np.abs(posed.frames[place] - np.array(body.axes(segment.name))).max() < 1e-9
    for name in ("R_palm", "crown", "L_toetip"):
        landmark = LANDMARKS[name]
        place = posed.places(np.array([landmark.segment]), np.array([landmark.local]))[0]
        assert place == pytest.approx(body.landmark(name), abs=1e-9)


@given(BODIES)
@settings(max_examples=30)
def test_two_parts_are_as_far_apart_as_their_nearest_points(body: Skeleton) -> None:
    """No pair of points along two axes is nearer than the pair that is found."""
    ends = np.array(
        [
            body.point(SEGMENTS[segment].name, tuple(local))
            for segment, local in zip(
                capsules.END_SEGMENTS.tolist(), capsules.END_LOCALS.tolist(), strict=True
            )
        ]
    )
    shares = np.linspace(0, 1, 9)

    distance, way, along, beside = capsules.nearest(ends)

    for pair, (first, second) in enumerate(zip(capsules.FIRST, capsules.SECOND, strict=True)):
        one = _along(ends, first, shares)
        two = _along(ends, second, shares)
        all_distances = np.linalg.norm(one[:, None] - two[None, :], axis=2)
        assert distance[pair] <= all_distances.min() + 1e-9
        here = _along(ends, first, along[pair : pair + 1])[0]
        there = _along(ends, second, beside[pair : pair + 1])[0]
        assert here - there == pytest.approx(way[pair] * distance[pair], abs=1e-9)


def test_parts_that_share_a_joint_may_touch() -> None:
    """A thigh on its own calf is a bent knee; every other pair is watched once, on both sides."""
    pairs = set(map(frozenset, capsules.PAIRS))
    joined = [("uarm", "fore"), ("fore", "hand"), ("thigh", "shank"), ("shank", "foot")]

    assert not pairs & {frozenset({f"{s}_{a}", f"{s}_{b}"}) for a, b in joined for s in "RL"}
    assert pairs == {frozenset(map(other_side, pair)) for pair in pairs}
    assert len(pairs) == len(capsules.PAIRS)


def test_the_symmetric_subspace_holds_symmetric_bodies_only() -> None:
    """Whatever its numbers, the body is its own mirror image."""
    space = symmetric_subspace()
    numbers = space @ np.linspace(-0.4, 0.5, space.shape[1])
    numbers[3:] = np.degrees(numbers[3:])
    body = Skeleton(base="stand", numbers=tuple(numbers.tolist()))

    assert space.shape == (len(NUMBERS), 3 + 4 + 16)  # places and pitch, spine, one side
    assert body.mirrored().numbers == pytest.approx(body.numbers)


@pytest.mark.parametrize("base", BASES)
def test_the_turn_about_the_vertical_is_held_unless_hinted(base: str) -> None:
    """Else the body slowly rotates on the mat, and nothing would say so."""
    free = Residuals(Shape(base=base))
    turns = [PLACE[name] for name in ("pitch", "tilt", "turn")]
    up = [abs(Skeleton.of({}, base).axes("pelvis")[1][axis]) for axis in (2, 0, 1)]

    held = [float(np.degrees(free.spread[place])) for place in turns]

    assert held == [pytest.approx(3.0 if vertical else 60.0) for vertical in up]


def _shape(what: str) -> Shape:
    texts = dict(SHAPES[what])
    props = texts.pop("props", "")
    return shape(**texts, **({"props": (props,)} if props else {}))


def _places_near(residuals: Residuals) -> list[Array]:
    wave = 0.05 * np.sin(np.arange(len(NUMBERS)))
    return [residuals.wanted, residuals.wanted + wave, residuals.wanted - wave]


def _along(ends: Array, capsule: int, shares: Array) -> Array:
    start, end = ends[2 * capsule], ends[2 * capsule + 1]
    found: Array = start + shares[:, None] * (end - start)
    return found
