"""However the joints are bent, the body stays a body: lengths, frames, mirror image."""

from __future__ import annotations

from itertools import pairwise
from math import dist, isfinite
from typing import Final

import pytest
from hypothesis import given

from spinecare.figures.body import NUMBERS, SEGMENT_PLACE, SEGMENTS
from spinecare.figures.landmarks import LANDMARKS, PAIRED_LANDMARKS
from spinecare.figures.sides import other_side
from spinecare.figures.skeleton import BASES, Skeleton
from tests.figures.body.shapes import BODIES

# Drillis & Contini 1966, as printed in Winter, fig. 4.1, in body heights.
LENGTHS: Final = [
    ("shoulder", "elbow", 0.186),
    ("elbow", "wrist", 0.146),
    ("hip", "knee", 0.245),
    ("knee", "ankle", 0.246),
]
LEVELS: Final = [
    ("R_hip", 0.530),
    ("R_shoulder", 0.818),
    ("chin", 0.870),
    ("R_knee", 0.285),
    ("R_ankle", 0.039),
    ("crown", 1.0),
]


@given(BODIES)
def test_limbs_keep_their_lengths_however_they_are_bent(body: Skeleton) -> None:
    """The lengths of Drillis & Contini, to a billionth of the height."""
    for side in "RL":
        for first, second, length in LENGTHS:
            ends = body.landmark(f"{side}_{first}"), body.landmark(f"{side}_{second}")
            assert abs(dist(*ends) - length) < 1e-9


@given(BODIES)
def test_every_segment_begins_where_its_parent_carries_it(body: Skeleton) -> None:
    """No joint comes apart."""
    for segment in SEGMENTS[1:]:
        parent = SEGMENTS[segment.parent].name
        carried = body.point(parent, segment.offset)

        assert dist(body.origin(segment.name), carried) < 1e-9


@given(BODIES)
def test_axes_stay_of_length_one_and_square_to_each_other(body: Skeleton) -> None:
    """And right-handed: a body is turned, never turned inside out."""
    for segment in SEGMENTS:
        rows = body.axes(segment.name)
        for place, row in enumerate(rows):
            for other, beside in enumerate(rows):
                product = sum(a * b for a, b in zip(row, beside, strict=True))
                assert abs(product - (place == other)) < 1e-9
        (a, b, c), (d, e, f), (g, h, i) = rows
        volume = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
        assert abs(volume - 1.0) < 1e-9


@given(BODIES)
def test_every_landmark_is_somewhere(body: Skeleton) -> None:
    """No number is lost on the way."""
    assert all(isfinite(number) for name in LANDMARKS for number in body.landmark(name))


@given(BODIES)
def test_the_mirror_image_has_every_landmark_on_the_other_side(body: Skeleton) -> None:
    """Left is right, and Z has the other sign; nothing else changes."""
    mirror = body.mirrored()

    for name in LANDMARKS:
        x, y, z = body.landmark(name)
        assert dist(mirror.landmark(other_side(name)), (x, y, -z)) < 1e-9


@given(BODIES)
def test_a_mirror_image_mirrored_is_the_body_itself(body: Skeleton) -> None:
    """Bit for bit."""
    assert body.mirrored().mirrored() == body


@pytest.mark.parametrize(("landmark", "height"), LEVELS)
def test_a_standing_body_has_the_heights_that_were_measured(landmark: str, height: float) -> None:
    """Within 15 mm of 1.75 m; the neck is that much longer than anatomical: it reads better."""
    assert Skeleton.standing().landmark(landmark)[1] == pytest.approx(height, abs=0.0135)


@pytest.mark.parametrize("side", ["R", "L"])
def test_a_hanging_arm_and_a_standing_leg_are_plumb(side: str) -> None:
    """0 degrees everywhere: each joint stands over the next."""
    body = Skeleton.standing()
    arm = [body.landmark(f"{side}_{name}") for name in ("shoulder", "elbow", "wrist", "fingers")]
    leg = [body.landmark(f"{side}_{name}") for name in ("hip", "knee", "ankle")]

    for upper, lower in [*pairwise(arm), *pairwise(leg)]:
        assert (upper[0], upper[2]) == pytest.approx((lower[0], lower[2]))
        assert upper[1] > lower[1]


def test_the_head_is_level_at_ease_and_the_soles_are_on_the_floor() -> None:
    """The rest pitches of the spine add up to none."""
    body = Skeleton.standing()

    assert body.axes("head")[0] == pytest.approx((1, 0, 0))
    assert sum(segment.rest_deg for segment in SEGMENTS[: SEGMENT_PLACE["head"] + 1]) == 0
    assert body.landmark("R_ball")[1] - LANDMARKS["R_ball"].radius == pytest.approx(0, abs=0.003)
    assert body.landmark("R_solemid")[1] == pytest.approx(0, abs=0.003)


def test_a_lying_body_begins_a_little_above_the_floor() -> None:
    """Half the thickness of a trunk, roughly; contacts do the rest."""
    assert Skeleton.of({}, "supine").landmark("pelvis")[1] == 0.1
    assert Skeleton.of({"ty": 0.2}, "supine").landmark("pelvis")[1] == 0.2


def test_a_body_tells_its_numbers_by_name() -> None:
    """Degrees for angles, body heights for places."""
    body = Skeleton.of({"R_knee": 90, "tx": 0.25})

    assert body.angle("R_knee") == 90.0
    assert body.angle("L_knee") == 0.0
    assert body.angle("tx") == 0.25


def test_the_body_has_the_parts_it_is_said_to_have() -> None:
    """26 segments, 63 axes, 48 numbers, and each side's landmarks twice."""
    axial = [name for name in LANDMARKS if name[:2] not in ("R_", "L_")]

    assert (len(SEGMENTS), len(NUMBERS), len(BASES)) == (26, 48, 5)
    assert sum(len(segment.hinges) for segment in SEGMENTS) == 63
    assert len(LANDMARKS) == len(axial) + 2 * len(PAIRED_LANDMARKS)
