"""What the legs do, in one clause for both where they do the same."""

from __future__ import annotations

import pytest

from spinecare.figures.describing import describe
from spinecare.figures.skeleton import Skeleton
from tests.figures.describing.bodies import framed, of_posture, said, sides, told


@pytest.mark.parametrize(
    ("angles", "expected"),
    [
        ({}, "legs straight on the floor"),
        ({"R_hip_flex": 80}, "right leg raised straight up, left leg straight on the floor"),
        ({"R_hip_flex": 45}, "right leg raised straight, left leg straight on the floor"),
        ({"R_hip_flex": 12}, "right leg straight, lifted just off the floor"),
        (sides(hip_abd=25), "legs straight and apart on the floor"),
        ({"R_hip_abd": 25}, "right leg straight out to the side on the floor"),
        ({"R_hip_flex": 40, "R_knee": 45}, "right knee bent with the foot in the air"),
        (
            {"R_hip_flex": 45, "R_knee": 60, "R_hip_abd": -20},
            "right knee bent with the foot over the left leg, left leg straight on the floor",
        ),
        ({"R_hip_flex": 20, "R_knee": 40}, "right knee slightly bent, left leg straight"),
        (sides(hip_flex=85, knee=80), "knees raised over the hips"),
        ({"R_hip_flex": 120, "R_knee": 120}, "right knee drawn to the chest"),
        (
            {"R_hip_flex": 120, "R_knee": 120, "R_hip_abd": 45},
            "right knee drawn up beside the chest",
        ),
        (
            {"R_hip_flex": 120, "R_knee": 120, "R_hip_abd": -25},
            "right knee drawn towards the left shoulder",
        ),
        (sides(hip_flex=120, knee=120, hip_abd=45), "knees drawn to the chest and apart"),
    ],
)
def test_legs_of_somebody_on_the_back(angles: dict[str, float], expected: str) -> None:
    """Straight, raised, bent, drawn to the chest."""
    text = said(angles, "supine")

    assert expected in text


def test_a_foot_of_somebody_on_the_back_may_rest_on_the_heel() -> None:
    """The part that lies down is named, and so are toes."""
    heel = told(like="hook-lying", hints="R_ankle 20", free="R_ball", on="R_heel")
    toes = told(
        like="hook-lying",
        hints="R_ankle -45",
        free="R_ball, sacrum, pelvis",
        at="R_heel - 0.08 -",
        on="R_toetip",
    )

    assert "right knee bent with the heel on the floor" in heel
    assert "right knee bent with the toes on the floor" in toes


def test_both_knees_lowered_to_a_side() -> None:
    """They are said together, with the side; drawn up, they tilt."""
    aside = {"R_hip_abd": 30, "L_hip_abd": -25, "turn": -25}

    lowered = said({**aside, **sides(hip_flex=60, knee=90)}, "supine")
    tilted = said({**aside, **sides(hip_flex=110, knee=110)}, "supine")

    assert "both knees lowered to the right" in lowered
    assert "both knees drawn up and tilted to the right" in tilted


def test_crossed_legs_are_said_with_knees_lowered_to_a_side() -> None:
    """Which leg is over which."""
    angles = {
        "turn": -40,
        "tho_rot": 30,
        "L_hip_abd": -20,
        "R_hip_flex": 80,
        "L_hip_flex": 70,
        "R_knee": 90,
        "L_knee": 90,
    }

    over = "R_kneepit L_midthigh, R_knee L_knee, R_calf L_kneecap"

    text = said(angles, "supine", frame=framed("supine", touch=over))

    assert "both knees lowered to the right, right leg crossed over the left thigh" in text


def test_one_knee_lowered_across_the_body() -> None:
    """The other leg stays straight."""
    angles = {"turn": 60, "tho_rot": -30, "R_hip_flex": 60, "R_knee": 80, "R_hip_abd": -25}

    assert "right knee lowered across the body to the other side" in said(angles, "supine")


def test_a_foot_set_down_across_a_straight_leg() -> None:
    """It stands beyond the other knee."""
    text = told(
        like="hook-lying",
        hints="R_hip_flex 60, R_hip_abd -20, L_hip_flex 0, L_knee 0",
        at="R_heel 0.22 f -0.15",
        free="L_heel, L_ball",
        on="L_heelback",
    )

    assert "right foot set down on the far side of the left leg" in text


@pytest.mark.parametrize(
    ("touch", "hints", "expected"),
    [
        (
            "R_kneepit L_midthigh 0 0.03 0",
            "R_hip_flex 80, R_hip_abd -20",
            "right leg crossed over the left thigh",
        ),
        (
            "R_ankle L_midthigh 0 0.02 0",
            "R_hip_flex 80, R_hip_abd 30, R_hip_rot -45, R_knee 110",
            "right ankle resting on the left knee",
        ),
    ],
)
def test_a_leg_over_the_other_is_crossed(touch: str, hints: str, expected: str) -> None:
    """Where the frame says so and it lies there."""
    text = told(like="hook-lying", free="R_heel, R_ball", touch=touch, hints=hints)

    assert f"{expected}, left knee bent with the foot flat on the floor" in text


def test_legs_over_the_edge_of_a_bed() -> None:
    """With the feet on the floor, or hanging."""
    bed = framed("supine", props=("bed -0.7 0.05 0.27",))
    angles = sides(hip_flex=-5, knee=80)

    low = describe(bed, _at(angles, 0.33))
    high_bed = framed("supine", props=("bed -0.7 0.05 0.4",))
    high = describe(high_bed, _at(angles, 0.46))

    assert "legs hanging over the edge with the feet on the floor" in low
    assert "legs hanging over the edge, " in high


def test_calves_on_a_chair() -> None:
    """The thing is named with what rests on it."""
    body = _at(sides(hip_flex=90, knee=90), 0.06)
    x, y, _ = body.landmark("R_calf")
    chair = framed("supine", props=(f"bed {x} {x + 0.3} {y - 0.01}",))

    assert "knees bent with the calves resting on the bed" in describe(chair, body)


def test_legs_of_somebody_on_the_front() -> None:
    """Straight, lifted or bent."""
    bent = told(like="prone", hints="R_knee 90", free="R_toetip")
    slightly = told(like="prone", hints="R_knee 40", free="R_toetip")

    assert "legs straight on the floor" in told(like="prone")
    assert "right knee bent with the foot in the air, left leg straight on the floor" in bent
    assert "right knee slightly bent" in slightly
    assert "right leg lifted off the floor behind, left leg straight" in of_posture(
        "prone", {"R_hip_flex": -25}
    )


@pytest.mark.parametrize(
    ("knee", "expected"),
    [(0, "legs straight"), (40, "knees slightly bent"), (70, "knees bent")],
)
def test_legs_of_somebody_on_the_side(knee: float, expected: str) -> None:
    """By the knees; thighs bent far are drawn up."""
    assert expected in said(sides(hip_flex=30, knee=knee), "side_L")
    assert "knees drawn up in front" in said(sides(hip_flex=90, knee=90), "side_L")


def test_legs_of_somebody_on_hands_and_knees() -> None:
    """Only what is not under the body is said."""
    toes = told(like="quadruped", hints="L_hip_flex 0, L_knee 5", free="L_knee", on="L_toetip")
    foot = of_posture("quadruped", {"L_hip_flex": 118, "L_knee": 95, "L_ankle": 0})

    assert "left leg stretched back with the toes on the floor" in toes
    assert "left leg stretched back and raised" in of_posture(
        "quadruped", {"L_hip_flex": -5, "L_knee": 5}
    )
    assert "left leg stretched back along the floor" in told(
        like="quadruped",
        hints="L_hip_flex 10, L_knee 20, R_hip_flex 100",
        at="L_knee -0.14 f -0.06, R_knee 0.05 f 0.06",
        free="pelvis, tho3, wrist",
    )
    assert "left knee bent with the foot in the air" in of_posture(
        "quadruped", {"L_hip_flex": 40, "L_knee": 110}
    )
    assert foot == "On hands and knees, left knee brought forward on the floor."
    assert "left foot flat on the floor in front" in told(
        like="quadruped",
        hints="L_hip_flex 110, L_knee 100, L_ankle 0",
        at="L_heel 0.16 f -0.10",
        on="L_ball",
        toward="L_foot y 0 1 0",
        free="L_knee, L_toetip, pelvis, tho3",
    )


def test_legs_of_somebody_sitting_on_the_floor() -> None:
    """Stretched out, with the feet flat, or one of each."""
    on_floor = {"base": "stand", "at": "pelvis 0 0.09 0"}
    flat = told("mat", hints="hip_flex 110, knee 110", on="heel, ball", **on_floor)
    one = told(
        "mat",
        hints="R_hip_flex 110, R_knee 110, L_hip_flex 85",
        on="R_heel, R_ball, L_heelback",
        **on_floor,
    )

    folded = of_posture(
        "sitting",
        {"ty": 0.09, "R_hip_flex": 70, "R_hip_abd": 48, "R_hip_rot": -50, "R_knee": 130},
        framed(),
    )

    assert "right knee bent in front with the shin on the floor" in folded
    assert "legs stretched out in front" in said(sides(hip_flex=88))
    assert flat.startswith("Sitting on the floor, leaning back, feet flat on the floor")
    assert "right foot flat on the floor, left leg stretched out in front" in one


def test_legs_of_somebody_on_a_chair() -> None:
    """One foot may be lifted, stretched out or on its heel."""
    heel = told(
        like="sitting", hints="R_knee 30, R_hip_flex 80", at="R_heel 0.4 f 0.06", free="R_ball"
    )

    assert "left foot flat on the floor, right knee bent with the heel on the floor" in heel
    assert "right leg stretched out in front" in of_posture("sitting", {"R_knee": 10})
    assert "right foot lifted off the floor" in of_posture("sitting", {"R_hip_flex": 100})


@pytest.mark.parametrize(
    ("angles", "expected"),
    [
        (sides(hip_flex=15, knee=35, ankle=20), "knees slightly bent"),
        (sides(hip_flex=40, knee=70, ankle=20), "knees bent"),
        (sides(ankle=-40, toe=40), "heels raised with the toes on the floor"),
        (sides(hip_abd=28), "feet wide apart"),
        ({}, "Standing, arms"),
    ],
)
def test_legs_of_somebody_standing(angles: dict[str, float], expected: str) -> None:
    """Straight legs go without saying."""
    assert expected in said(angles)


def test_big_toes_together_are_said_where_the_frame_asks_for_them() -> None:
    """And not where feet merely lie close."""
    together = told(like="supine", touch="R_bigtoe L_bigtoe", hints="hip_rot 10, hip_abd 0")

    assert "legs straight on the floor, big toes together" in together
    assert "big toes" not in told(like="supine")


def test_sides_that_hardly_differ_are_said_at_once() -> None:
    """A few degrees are no difference."""
    text = said({"R_hip_flex": 15, "R_knee": 23, "L_hip_flex": 15, "L_knee": 27, "R_ankle": 8})

    assert "knee" not in text.replace("knees", "")


def _at(angles: dict[str, float], height: float) -> Skeleton:
    """Return a body on the back with the pelvis at a height."""
    return Skeleton.of({**angles, "ty": height}, "supine")
