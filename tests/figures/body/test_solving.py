"""A solved body holds what its shape says, the same every time; what cannot hold is told."""

from __future__ import annotations

from itertools import pairwise
from math import dist
from typing import Final

import numpy as np
import pytest
from attrs import evolve

from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.shape import At, Contact, On, Shape, Touch, Toward
from spinecare.figures.skeleton import Skeleton
from spinecare.figures.solving import Miss, in_between, solve
from spinecare.figures.solving.descent import descend
from spinecare.figures.solving.motion import Array
from spinecare.figures.solving.residuals import FLOOR, surface_height
from spinecare.figures.solving.solution import examine, in_words
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


IMPOSSIBLE: Final[list[tuple[str, dict[str, str], str, float, float]]] = [
    (
        "palms on the heels with straight legs and a straight trunk",
        {
            "hints": "knee 0!100, hip_flex 0!100, lum_flex 0!100, tho_flex 0!100",
            "on": "heel, ball",
            "touch": "palm heel",
        },
        "palm on ",
        0.05,
        0.5,
    ),
    (
        "a hand above every reach",
        {"on": "heel, ball", "at": "R_fingers - 1.6 -"},
        "R_fingers at (free, 1.6, free)",
        0.1,
        0.5,
    ),
    (
        "hands farther apart than arms are long",
        {"at": "R_palm 0 0.5 0, L_palm 1.5 0.5 0"},
        "_palm at (",
        0.1,
        1.0,
    ),
    ("a foot under the floor", {"at": "R_heel 0 -0.2 0.05"}, "R_heel", 0.02, 0.3),
]


@pytest.mark.parametrize(
    ("asked", "what", "least", "most"),
    [row[1:] for row in IMPOSSIBLE],
    ids=[row[0] for row in IMPOSSIBLE],
)
def test_what_no_body_can_hold_is_told_with_by_how_much(
    asked: dict[str, str], what: str, least: float, most: float
) -> None:
    """The contact in words, the miss in body heights and in centimetres."""
    solution = solve(shape(base="stand", **asked))

    (found, *_) = [miss for miss in solution.misses if what in miss.what]
    assert least < found.by < most
    assert solution.worst >= found.by
    assert str(found) == (
        f"{found.what}: {found.by:.3f} body heights off ({175 * found.by:.0f} cm of 175)"
    )


def test_standing_with_the_palms_on_the_heels_is_possible_with_bent_knees() -> None:
    """So the refusal above is the straight legs', not the arms'."""
    squat = shape(
        base="stand", hints="hip_flex 110, knee 130, lum_flex 30", on="ball", touch="palm heel"
    )

    assert [miss for miss in solve(squat).misses if "palm" in miss.what] == []


def test_a_direction_that_no_trunk_takes_is_told_in_degrees() -> None:
    """The pelvis looks ahead, the breast bone may not look back."""
    solution = solve(shape(base="stand", on="heel", toward="pelvis x 1 0 0, tho3 x -1 0 0"))

    (miss, *_) = [miss for miss in solution.misses if miss.unit == "degrees"]
    assert miss.by > 30
    assert str(miss).endswith(f"{miss.by:.0f} degrees off")
    assert " pointing to (" in miss.what


@pytest.mark.parametrize(
    ("fields", "numbers", "is_told"),
    [
        ({"toward": "head x 1 0 0"}, {"nod": 11.5}, False),
        ({"toward": "head x 1 0 0"}, {"nod": 12.5}, True),
        ({"at": "pelvis - 0.53 -"}, {"ty": 0.5346}, False),
        ({"at": "pelvis - 0.53 -"}, {"ty": 0.5354}, True),
        ({}, {"ty": 0.5245}, False),  # the heels are 0.001 above the floor at 0.53
        ({}, {"ty": 0.5235}, True),
        ({}, {"R_knee": -0.005}, False),
        ({}, {"R_knee": -0.02}, True),
    ],
)
def test_a_miss_is_told_from_the_tolerance_on(
    fields: dict[str, str], numbers: dict[str, float], is_told: bool
) -> None:
    """12 degrees, 0.005 of the height, and limits to a hundredth of a degree."""
    solution = examine(shape(base="stand", **fields), Skeleton.of(numbers))

    assert bool(solution.misses) == is_told


def test_what_is_inside_another_part_is_told() -> None:
    """A body that was made by hand is examined, not moved."""
    body = Skeleton.of({"R_sh_abd": -45, "R_elbow": 90, "R_sh_rot": 75})

    solution = examine(shape(base="stand"), body)

    assert solution.skeleton == body
    told = {miss.what: miss.by for miss in solution.misses if " outside " in miss.what}
    depth = overlap(body)["R_fore", "chest"] - 0.01  # what flesh gives way is not told
    assert told == {"R_fore outside chest": pytest.approx(depth, abs=0.001)}


def test_what_is_under_the_ground_is_told() -> None:
    """By how deep its flesh is in it; a landmark that lies there by contact is told as that."""
    body = Skeleton.of({"ty": 0.5})

    told = {miss.what: miss.by for miss in examine(shape(base="stand", on="R_heel"), body).misses}

    assert told["R_heel on what is below it"] == pytest.approx(0.029, abs=0.002)
    assert told["L_heel above the ground"] == told["R_heel on what is below it"]
    assert "R_heel above the ground" not in told


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (On("R_knee", 0.1), "R_knee on what is below it"),
        (At("pelvis", (0.25, None, -1)), "pelvis at (0.25, free, -1)"),
        (Touch("R_palm", "L_shin"), "R_palm on L_shin"),
        (Toward("head", (0, 1, 0), (0.6, 0.8, 0)), "head pointing to (0.60, 0.80, 0.00)"),
    ],
)
def test_a_contact_is_told_in_words(contact: Contact, words: str) -> None:
    """As a reader of the data would say it."""
    assert in_words(contact) == words


def test_a_miss_of_a_joint_is_told_in_degrees() -> None:
    """Body heights would say nothing there."""
    assert str(Miss(what="R_knee within its limits", by=12.4, unit="degrees")) == (
        "R_knee within its limits: 12 degrees off"
    )


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
