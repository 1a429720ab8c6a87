"""What a body cannot hold is told: the contact, the part or the joint, and by how much."""

from __future__ import annotations

from typing import Final

import pytest

from spinecare.figures.shape import At, Contact, On, Touch, Toward
from spinecare.figures.skeleton import Skeleton
from spinecare.figures.solving import Miss, solve
from spinecare.figures.solving.solution import examine, in_words
from tests.figures.body.shapes import shape
from tests.figures.measuring import overlap

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
