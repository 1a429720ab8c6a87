"""A solved body holds what its shape says, the same every time."""

from __future__ import annotations

from itertools import pairwise
from math import dist
from typing import Final

import numpy as np
import pytest
from attrs import evolve

from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.shape import Shape, Toward
from spinecare.figures.solving import in_between, solve
from spinecare.figures.solving.descent import descend
from spinecare.figures.solving.motion import Array
from spinecare.figures.solving.residuals import FLOOR, surface_height
from spinecare.figures.solving.solution import in_words
from tests.figures.body.shapes import POSTURES, farthest, posture, shape, solved
from tests.figures.measuring import ground_under, off, overlap

TOLERANCE: Final = 0.005
"""Of contacts and the ground, body heights."""


@pytest.mark.parametrize("name", POSTURES)
def test_every_contact_of_a_posture_holds(name: str) -> None:
    """Measured from the posed body alone, in body heights and degrees."""
    asked, body = posture(name), solved(name).skeleton

    missed = {contact: off(contact, body, asked) for contact in asked.contacts}

    for contact, by in missed.items():
        assert by < (12 if isinstance(contact, Toward) else TOLERANCE), in_words(contact)
    assert solved(name).misses == ()
    assert solved(name).worst < 0.015


@pytest.mark.parametrize("name", POSTURES)
def test_nothing_of_a_posture_is_under_the_ground(name: str) -> None:
    """Every watched landmark with its flesh, and what lies on a bed on the bed."""
    asked, body = posture(name), solved(name).skeleton

    sunk = {at: by for at, by in ground_under(body, asked).items() if at in FLOOR}

    assert [at for at, by in sunk.items() if by >= TOLERANCE] == []


@pytest.mark.parametrize("name", POSTURES)
def test_no_part_of_a_posture_passes_through_another(name: str) -> None:
    """Flesh gives way by 0.025 at most: 44 mm of 1.75 m."""
    assert max(overlap(solved(name).skeleton).values()) < 0.025


@pytest.mark.parametrize("name", POSTURES)
def test_no_hinted_joint_of_a_posture_ends_far_from_its_hint(name: str) -> None:
    """A pose that ended elsewhere than its author meant is another pose."""
    assert [(joint, by) for joint, by in solved(name).strayed if by > 60] == []


@pytest.mark.parametrize("name", POSTURES)
def test_solving_twice_gives_the_same_body_bit_for_bit(name: str) -> None:
    """No chance, no clock, no order of a set."""
    again = solve(posture(name))

    assert again == solved(name)


@pytest.mark.parametrize("name", POSTURES)
def test_the_order_of_contacts_does_not_matter(name: str) -> None:
    """To a thousandth of a degree: what a solved body is rounded to."""
    asked = posture(name)

    other = solve(evolve(asked, contacts=asked.contacts[::-1]))

    assert other.skeleton.numbers == pytest.approx(solved(name).skeleton.numbers, abs=0.0011)


@pytest.mark.parametrize("name", POSTURES)
def test_the_mirror_image_solved_is_the_solution_s_mirror_image(name: str) -> None:
    """Within 0.002 of the height, for every landmark: no side is favoured."""
    mirror = solve(posture(name).mirrored())

    assert farthest(mirror.skeleton, solved(name).skeleton.mirrored()) < 0.002


def test_a_symmetric_posture_is_solved_exactly_symmetric() -> None:
    """Legs stay parallel to the last bit."""
    body = solved("supine-knees-to-chest").skeleton

    assert body.mirrored() == body


def test_hints_are_followed_where_nothing_else_is_asked() -> None:
    """And a stiff one more closely than a soft one against the same contact."""
    plain = solve(shape(base="stand", hints="R_elbow 70, R_sh_flex 40, neck_rot 30"))
    pulled = [
        solve(shape(base="stand", hints=f"R_elbow 70{mark}", at="R_wrist 0 0.6 0.2"))
        for mark in ("", "!8")
    ]

    assert max(by for _, by in plain.strayed) < 1
    assert dict(pulled[0].strayed)["R_elbow"] > dict(pulled[1].strayed)["R_elbow"]
    assert [joint for joint, _ in plain.strayed] != []


def test_strayed_joints_come_farthest_first() -> None:
    """What an author looks at first stands first."""
    strayed = solved("supine-knees-to-chest").strayed

    assert strayed == tuple(sorted(strayed, key=lambda pair: (-pair[1], pair[0])))


def test_what_bears_weight_is_the_highest_thing_at_a_place() -> None:
    """Beside it is the floor."""
    body = Shape(base="supine", surface=((-0.5, 0.0, 0.3), (-0.2, 0.2, 0.1)))

    heights = [surface_height(body, x) for x in (-0.6, -0.5, -0.1, 0.1, 0.3)]

    assert heights == [0.0, 0.3, 0.3, 0.1, 0.0]


def test_a_body_on_a_bed_lies_on_the_bed_and_hangs_beside_it() -> None:
    """The surface carries the trunk; a foot beyond its edge may be lower."""
    body = solve(
        shape(
            on="sacrum, upper_back, occiput",
            at="pelvis 0 - 0, R_heel 0.45 0.05 0.05",
            hints="R_hip_flex -10, R_knee 60, L_hip_flex 60, L_knee 100",
            props=("bed -0.8 0.1",),
        )
    ).skeleton

    assert body.landmark("sacrum")[1] == pytest.approx(0.27, abs=0.005)
    assert body.landmark("R_heel")[1] == pytest.approx(0.05, abs=0.005)


def test_a_way_between_two_poses_keeps_what_both_hold() -> None:
    """Heels and shoulders stay planted while the pelvis rises; each step goes on from the last."""
    low = shape(
        hints="hip_flex 52, knee 100, sh_abd 20",
        on="sacrum, upper_back, occiput, heel, ball",
        at="pelvis 0 - 0, ankle 0.32 - -",
    )
    high = shape(
        hints="hip_flex 0, knee 90, sh_abd 20",
        on="upper_back, occiput, heel, ball",
        at="pelvis 0 0.2 0, ankle 0.32 - -",
    )
    shared = Shape(
        base="supine",
        contacts=tuple(contact for contact in high.contacts if contact in low.contacts),
    )
    ends = solve(low).skeleton, solve(high).skeleton

    way = in_between(*ends, shared, 5)

    assert len(way) == 5
    assert in_between(*ends, shared, 5) == way
    heights = [body.landmark("pelvis")[1] for body in (ends[0], *way, ends[1])]
    assert heights == sorted(heights)
    assert max(off(contact, body, shared) for contact in shared.contacts for body in way) < 0.005
    steps = [ends[0], *way, ends[1]]
    lengths = [farthest(one, two) for one, two in pairwise(steps)]
    assert max(lengths) < 0.5 * farthest(*ends)


def test_a_descent_that_finds_nothing_better_stays_where_it_is() -> None:
    """At the bottom, and where a misleading slope helps no step."""

    def flat(numbers: Array, width: float, with_slopes: bool) -> tuple[Array, Array | None]:
        del width
        slopes = -np.ones((1, 2)) if with_slopes else None
        return np.array([1.0 + float(np.abs(numbers).sum())]), slopes

    start = np.array([0.0, 0.0])

    found = descend(flat, start, start - 1, start + 1)

    assert found.tolist() == [0.0, 0.0]


def test_a_descent_stops_at_the_limits_and_takes_no_long_steps() -> None:
    """A number at its limit that wants out is left there; the others go on."""
    seen: list[list[float]] = []

    def bowl(numbers: Array, width: float, with_slopes: bool) -> tuple[Array, Array | None]:
        del width
        if with_slopes:
            seen.append(numbers.tolist())
        return numbers - np.array([5.0, 2.0]), np.eye(2) if with_slopes else None

    low, high = np.array([-1.0, -9.0]), np.array([1.0, 9.0])

    found = descend(bowl, np.zeros(2), low, high, (1.0,))

    assert found == pytest.approx([1.0, 2.0], abs=1e-3)
    assert max(dist(a, b) for a, b in pairwise(seen)) <= 0.6 * 2**0.5 + 1e-9


def test_every_landmark_of_a_solved_body_has_a_place() -> None:
    """Rounded to a hundred-thousandth of the height and a thousandth of a degree."""
    body = solved("sitting").skeleton

    assert all(abs(number) < 2 for name in LANDMARKS for number in body.landmark(name))
    assert all(round(number, 5) == number for number in body.numbers[:3])
    assert all(round(number, 3) == number for number in body.numbers[3:])
