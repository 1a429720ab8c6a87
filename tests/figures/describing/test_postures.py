"""What the body rests on is said first."""

from __future__ import annotations

import pytest

from spinecare.figures.describing import describe
from spinecare.figures.props import SHAPES
from tests.figures.describing.bodies import framed, lowered, of_posture, posture, said, sides, told

POSTURES = {
    "standing": "Standing",
    "standing-at-low-bar": "Standing",
    "walking": "Walking with the right foot in front",
    "hanging": "Hanging from a bar",
    "in-water": "Floating",
    "sitting": "Sitting on a chair",
    "sitting-reclined": "Sitting on a chair, leaning back",
    "supine": "Lying on the back",
    "hook-lying": "Lying on the back, knees bent with the feet flat on the floor",
    "supine-butterfly": "Lying on the back, soles of the feet together and knees apart",
    "supine-knees-to-chest": "Lying on the back, knees drawn to the chest",
    "bed-edge-supine": "Lying on the back at the edge of a bed, knees drawn to the chest",
    "prone": "Lying on the front, legs straight on the floor",
    "prone-on-elbows": "Lying on the front, chest lifted off the floor",
    "quadruped": "On hands and knees.",
    "lunge-kneeling": "Kneeling on the right knee",
    "side-lying": "Lying on the right side",
    "side-lying-curled": "Lying on the right side, back rounded, knees drawn up in front",
    "on-ball": "Sitting on a ball",
}


@pytest.mark.parametrize("id", POSTURES)
def test_the_catalogues_postures_are_named(id: str) -> None:
    """The position's own name is not looked at."""
    frame, body = posture(id)

    assert describe(frame, body).startswith(POSTURES[id])


def test_standing_on_one_leg_names_the_leg() -> None:
    """And says what the other one does."""
    assert said({"L_hip_flex": 80, "L_knee": 90}).startswith(
        "Standing on the right leg, left knee raised in front"
    )
    assert "left foot lifted off the floor" in said({"L_hip_flex": 10, "L_knee": 70})
    assert "left leg stretched behind" in said({"pitch": -20, "R_hip_flex": 20, "L_hip_flex": -25})


def test_a_thing_that_has_no_words_yet_is_called_by_its_own_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that a new thing breaks no sentence."""
    monkeypatch.setitem(SHAPES, "bench", SHAPES["bed"])

    sitting = of_posture("sitting", {}, framed(props=("bench -0.2 0.2 0.262",)))

    assert sitting.startswith("Sitting on a bench, ")
    assert "bench in front" in said({}, frame=framed(props=("bench 0.5 0.9 0.2",)))


def test_a_low_squat_is_told_from_sitting() -> None:
    """The feet carry, the seat does not."""
    assert said(sides(hip_flex=110, knee=140, ankle=20)).startswith("Squatting low")


def test_a_body_that_nothing_carries_is_said_to_be_in_the_air() -> None:
    """Upright, level or upside down."""
    assert said({}, floor=0.3).startswith("Body upright in the air")
    assert said({"pitch": 90}, floor=0.4).startswith("Body level in the air")
    assert said({"pitch": 180}).startswith("Body upside down")


def test_hanging_needs_both_hands_on_the_bar() -> None:
    """A hand beside it, or a bar at the chest, is no hanging."""
    frame, body = posture("hanging")
    free = lowered({**sides(sh_flex=178)}, "stand", 0.1)
    x, y, _ = free.landmark("R_grip")
    over, beside = (framed(props=(f"bar {place} {y}",)) for place in (x, x + 0.3))

    assert describe(over, free).startswith("Hanging from a bar, ")
    assert describe(beside, free).startswith("Body upright in the air")
    assert describe(frame, body).startswith("Hanging from a bar with the toes on the floor")


def test_water_is_floated_on_or_stood_in() -> None:
    """By how the trunk lies."""
    frame = framed(props=("water 0.8",))

    assert said({}, frame=frame).startswith("Standing in water")
    assert said({}, "prone", frame=frame).startswith("Floating face down in water")
    assert said({}, "supine", frame=frame).startswith("Floating on the back in water")


@pytest.mark.parametrize(
    ("base", "on_knees", "expected"),
    [
        ("prone", True, "Kneeling with the trunk over a ball"),
        ("prone", False, "Lying face down over a ball"),
        ("supine", False, "Lying with the back on a ball"),
    ],
)
def test_a_ball_under_the_trunk_is_lain_over(base: str, on_knees: bool, expected: str) -> None:
    """On the knees, on the front or on the back."""
    bent = sides(hip_flex=80, knee=100, ankle=-50, toe=-30)
    angles = bent if on_knees else sides(hip_flex=10)
    body = lowered(angles, base, 0.0 if on_knees else 0.15)
    x, y, _ = body.landmark("belly" if base == "prone" else "waist_back")

    frame = framed(base, props=(f"ball {x} {y - 0.185} 0.185",))

    assert describe(frame, body).startswith(expected)


def test_a_ball_beside_the_body_changes_no_posture() -> None:
    """It is named as a thing in front."""
    assert said({}, frame=framed(props=("ball 0.6",))).endswith("a ball in front.")
    on_belly = framed("supine", props=("ball -0.05 0.25 0.1",))
    assert said({}, "supine", frame=on_belly).startswith("Lying on the back, ")


def test_lying_on_a_bed_names_the_bed() -> None:
    """At its edge or in its middle, on the back or on the front."""
    frame = framed("supine", props=("bed -0.6 0.6 0.27",))
    edge = framed("supine", props=("bed -0.7 0.05 0.27",))

    assert said({}, "supine", frame=frame, floor=0.27).startswith("Lying on the back on a bed")
    assert said({}, "supine", frame=edge, floor=0.27).startswith(
        "Lying on the back at the edge of a bed"
    )
    assert said({}, "prone", frame=frame, floor=0.27).startswith("Lying on the front on a bed")
    assert "hands on the bed" in told(
        "bed -0.7 0.6 0.27", like="supine", free="palm", on="handback", hints="sh_abd 88"
    )


def test_stairs_are_climbed_with_the_higher_foot() -> None:
    """And the posture is standing where both feet are on one step."""
    stairs = framed(props=("stairs 0.06 3",))
    step = said({"R_hip_flex": 54, "R_knee": 54}, frame=framed(props=("stairs 0.11 1",)))

    assert step.startswith("Climbing stairs with the right foot on the higher step")
    assert said({}, frame=stairs).startswith("Standing, ")


def test_on_hands_and_one_knee_names_the_knee() -> None:
    """The other leg is said by itself."""
    text = of_posture("quadruped", {"L_hip_flex": -5, "L_knee": 5})

    assert text.startswith("On the hands and the right knee, left leg stretched back and raised")


def test_forearms_and_knees() -> None:
    """Elbows on the ground instead of hands."""
    arms = sides(sh_flex=80, elbow=90, wr_flex=0, toe=-30, ankle=-50)

    text = of_posture("quadruped", {**arms, "pitch": -24, "ty": 0.26})

    assert text == "On forearms and knees, propped on the forearms."


def test_sitting_low_over_a_folded_leg_names_it() -> None:
    """As in the pigeon."""
    pigeon = told(
        like="quadruped",
        hints="pitch 50, R_hip_flex 100, R_hip_abd 45, R_hip_rot -45, R_knee 130, L_hip_flex -26, "
        "L_hip_abd 0, L_knee 4, L_ankle -48, lum_flex -22, tho_flex -8, sh_flex 12",
        at="R_knee 0.15 f 0.15, R_ankle - f -, L_knee - f -, pelvis - 0.115 -",
        on="L_toetip",
        free="tho3, R_toetip, wrist, palm, pelvis",
        toward="tho3 y 0.52 1 0",
    )

    assert pigeon.startswith("Sitting low over the bent right leg, leaning forward")
    assert "left leg stretched back along the floor" in pigeon


def test_a_plank_is_face_down_on_hands_and_feet() -> None:
    """Knees are off the ground."""
    angles = {"pitch": 15, **sides(sh_flex=80, ankle=15, toe=60)}

    assert said(angles, "prone").startswith("Face down on hands and feet, legs straight")


def test_sitting_back_on_the_heels() -> None:
    """With the trunk upright or lowered."""
    folded = sides(knee=150, ankle=-50, toe=-30)
    lowered_trunk = {"pitch": -50, "lum_flex": 40, "tho_flex": 30}

    assert said({**folded, **sides(hip_flex=60)}).startswith("Sitting back on the heels, ")
    assert said({**folded, **sides(hip_flex=110), **lowered_trunk}).startswith(
        "Sitting back on the heels with the chest lowered over the thighs, back rounded"
    )


def test_kneeling_names_the_knee_of_half_kneeling() -> None:
    """And the foot in front, flat or stretched out."""
    knee = {"R_knee": 110, "R_ankle": -50, "R_toe": -30}

    assert said(sides(knee=105, ankle=-50, toe=-30)).startswith("Kneeling, ")
    assert said({**knee, "L_hip_flex": 85, "L_knee": 70}).startswith(
        "Kneeling on the right knee, left foot flat on the floor in front"
    )
    assert said({**knee, "L_hip_flex": 75, "L_knee": 10}).startswith(
        "Kneeling on the right knee, left leg stretched out in front"
    )


def test_a_long_step_is_walking_or_a_lunge() -> None:
    """By the front knee."""
    step = {"R_hip_flex": -25, "R_toe": 30}

    assert said({**step, "L_hip_flex": 5}).startswith("Walking with the left foot in front")
    assert told(
        like="standing",
        hints="L_hip_flex 45, L_knee 60, R_hip_flex -20",
        at="L_heel 0.2 f -0.05, R_ball -0.2 f 0.05, pelvis 0 - 0",
        free="R_heel",
    ).startswith("Standing in a lunge with the left foot in front, right heel raised")
