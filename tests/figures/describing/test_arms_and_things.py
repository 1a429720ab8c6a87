"""Where hands are, and what else is in the picture."""

from __future__ import annotations

import pytest

from spinecare.figures.describing import describe
from tests.figures.describing.bodies import framed, lowered, of_posture, said, sides, told


@pytest.mark.parametrize(
    ("angles", "expected"),
    [
        ({}, "arms hanging at the sides"),
        (sides(sh_flex=90), "arms stretched forward"),
        (sides(sh_abd=90), "arms spread to the sides"),
        (sides(sh_flex=-60), "arms stretched back"),
        (sides(sh_flex=178), "arms stretched overhead"),
        (sides(sh_abd=90, elbow=90, sh_rot=-90), "elbows bent with the hands out to the side"),
        (sides(sh_flex=80, elbow=120), "elbows bent with the hands in front of the face"),
        (sides(sh_flex=30, elbow=90), "elbows bent with the hands in front of the chest"),
        (sides(sh_flex=10, elbow=60), "elbows bent with the hands in front of the belly"),
        (sides(sh_flex=-40, sh_rot=60, elbow=80), "hands behind the back"),
        (
            {"R_sh_flex": 80, "R_sh_abd": -45},
            "right arm reaching across the body, left arm hanging",
        ),
    ],
)
def test_arms_in_the_air(angles: dict[str, float], expected: str) -> None:
    """By where they point, seen from the trunk."""
    assert expected in said(angles)


def test_arms_in_the_air_over_somebody_lying() -> None:
    """Up is another way there."""
    assert "arms pointing up from the chest" in said(sides(sh_flex=90), "supine")
    assert "right arm stretched overhead and lifted" in said({"R_sh_flex": 160}, "supine")
    assert "arms along the body" in said({}, "supine")


@pytest.mark.parametrize(
    ("touch", "expected"),
    [
        ("palm belly 0 0 0.06", "hands on the belly"),
        ("palm occiput 0 0 0.03", "hands behind the head"),
        ("palm forehead 0 0 0.03", "hands against the forehead"),
        ("palm hipside", "hands on the hips"),
        ("palm buttock -0.02 0 0", "hands on the hips"),
        ("palm sacrum -0.02 0 0.05", "hands on the lower back"),
        ("palm occiput 0 0 0.02, R_palm L_palm 0 0 0.04", "hands behind the head"),
        ("R_palm L_shoulder_top", "right hand on the left shoulder"),
        (
            "R_palm L_shoulder_top 0.02 0.02 0, L_palm R_shoulder_top 0.02 0 0",
            "arms crossed over the chest",
        ),
        ("R_palm L_wrist", "right hand holding the left wrist"),
    ],
)
def test_hands_on_the_body_of_somebody_standing(touch: str, expected: str) -> None:
    """By the part's everyday name."""
    assert expected in told(like="standing", touch=touch, hints="sh_flex 30, elbow 90")


@pytest.mark.parametrize(
    ("touch", "expected"),
    [
        ("R_palm R_shin, L_palm R_shin 0 0.03 0", "with both hands on the right shin"),
        (
            "R_palm R_hamstring 0 0 0.03, L_palm R_hamstring 0 0 -0.03",
            "with both hands behind the right thigh",
        ),
        ("R_palm R_kneecap, L_palm R_shin", "with both hands holding the right leg"),
        (
            "R_palm R_shin 0 -0.035 0.02, L_palm R_handback 0.01 -0.01 0",
            "right knee drawn to the chest with the hands clasped round the right shin",
        ),
        (
            "R_palm R_hamstring 0 0 0.02, L_palm R_handback 0.01 -0.01 0",
            "with the hands clasped behind the right thigh",
        ),
        ("R_palm R_shin", "right knee drawn to the chest with the right hand on the right shin"),
        ("L_palm R_shin", "right knee drawn to the chest with the left hand on the right shin"),
    ],
)
def test_hands_that_hold_a_drawn_knee_are_said_with_it(touch: str, expected: str) -> None:
    """One hand or both."""
    text = told(
        like="supine",
        hints="R_hip_flex 118, R_knee 125, sh_flex 45, elbow 70",
        free="R_heelback, palm",
        touch=touch,
    )

    assert expected in text
    assert "left leg straight on the floor" in text


def test_a_hand_that_the_frame_lays_somewhere_it_is_not_is_not_said_there() -> None:
    """The body decides."""
    assert "head" not in said({}, frame=framed(touch="palm occiput"))


def test_a_hand_lies_on_what_is_nearest_though_nobody_said_so() -> None:
    """As on the thighs of somebody sitting."""
    frame = framed(props=("chair -0.115 1",))

    assert "hands on the thighs" in of_posture("sitting", {}, frame)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"hints": "sh_abd 88, elbow 0", "on": "palm"}, "arms spread to the sides on the floor"),
        ({"hints": "sh_flex 176", "on": "handback"}, "arms stretched overhead on the floor"),
        (
            {"hints": "sh_abd 120, elbow 110, sh_rot -88", "on": "handback"},
            "hands on the floor beside the head",
        ),
        ({"hints": "sh_abd 34, pron 80", "on": "palm"}, "a little away from the body"),
        (
            {"hints": "sh_abd 34, pron -80", "on": "handback", "free": "palm"},
            "a little away from the body with the palms up",
        ),
        ({"at": "palm 0.02 f 0.03"}, "hands under the hips"),
        ({"at": "palm -0.10 f 0.03", "hints": "elbow 40"}, "hands under the lower back"),
    ],
)
def test_hands_on_the_floor_beside_somebody_lying(texts: dict[str, str], expected: str) -> None:
    """Spread, overhead, beside, under."""
    free = "" if "palm" in texts.get("at", "") else "palm"

    assert expected in told(**{"like": "supine", "free": free, **texts})


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("palm 0.42 f 0.16", "hands on the floor beside the shoulders"),
        ("palm 0.16 f 0.16", "hands on the floor beside the chest"),
    ],
)
def test_hands_on_the_floor_beside_somebody_on_the_front(at: str, expected: str) -> None:
    """Ready to push up."""
    assert expected in told(like="prone", at=at, hints="sh_flex 20, elbow 130")


def test_hands_that_push_the_chest_up() -> None:
    """In front of the shoulders, or under them."""
    front = told(
        like="prone", at="palm 0.5 f 0.14", free="forehead, chest, nose, chin",
        hints="lum_flex -22, tho_flex -12, sh_flex 60, elbow 10, wr_flex -70",
    )  # fmt: skip

    assert front.startswith("Lying on the front, chest lifted off the floor")
    assert "hands on the floor" in front


def test_hands_of_somebody_on_hands_and_knees() -> None:
    """Under the shoulders they go without saying."""
    assert told(like="quadruped") == "On hands and knees."
    assert "hands on the floor in front of the shoulders" in of_posture(
        "quadruped", {**sides(sh_flex=100, elbow=15), "pitch": -8, "ty": 0.265}
    )
    assert "arms stretched forward along the floor" in told(
        like="quadruped",
        at="palm 0.55 f 0.11",
        free="tho3, pelvis, wrist",
        hints="sh_flex 150, pitch -30",
    )


def test_hands_of_somebody_sitting_on_the_floor() -> None:
    """Behind, beside or in front of the hips."""
    seat = {"base": "stand", "hints": "hip_flex 88", "on": "heelback"}
    behind = told("mat", **{**seat, "at": "pelvis 0 0.09 0, palm -0.17 f 0.16"})
    front = told(
        "mat",
        **{**seat, "at": "pelvis 0 0.09 0, palm 0.2 f 0.17", "hints": "lum_flex 40, hip_flex 88"},
    )

    assert "hands on the floor behind the hips" in behind
    assert "hands on the floor in front of the shoulders" in front


def test_hands_of_somebody_on_the_side() -> None:
    """In front of chest or face, or down at the hips."""
    text = told(like="side-lying")

    assert "left hand on the floor in front of the" in text
    assert "hand on the floor beside the hip" in said({"R_sh_abd": 4}, "side_R")


def test_hands_clasped() -> None:
    """Behind the back, overhead, in front; at a part of the body it is the part that is said."""
    clasp = "R_palm L_palm 0 0 0.02"
    behind = told(like="prone", free="palm", touch=clasp, hints="sh_flex -40, elbow 20")
    over = told(like="standing", touch="R_palm L_palm 0 0 0.024", hints="sh_flex 170, elbow 10")
    front = told(like="standing", touch="R_palm L_palm 0 0 0.024", hints="sh_flex 30, elbow 80")

    assert "hands clasped behind the back" in behind
    assert "hands clasped overhead" in over
    assert "hands clasped in front" in front
    assert "hands clasped in the lap" in told(
        like="sitting", free="palm", touch="R_palm L_palm 0 0 0.024", at="R_palm 0.14 0.37 0.01"
    )
    assert "hands together in front" in told(
        like="standing", touch="R_littlefinger L_littlefinger", hints="sh_flex 30, elbow 80"
    )


def test_hands_clasped_behind_the_head_are_behind_the_head() -> None:
    """Once."""
    frame = framed(touch="R_palm L_palm, R_palm occiput, L_palm occiput")
    body = told(like="standing", touch="palm occiput 0 0 0.03", hints="sh_flex 120, elbow 140")

    assert "hands behind the head" in body
    assert "clasped" not in describe(frame, lowered({}, "stand"))


def test_hands_on_things() -> None:
    """Wall, chair, bed, ball and bar."""
    ahead = lowered(sides(sh_flex=90), "stand")
    x, y, z = ahead.landmark("R_palm")

    def with_thing(thing: str) -> str:
        return describe(framed(props=(thing,)), ahead)

    assert "hands against the wall" in with_thing(f"wall {x} 0.03")
    assert "hands on the bed" in with_thing(f"bed {x - 0.1} {x + 0.4} {y}")
    assert "hands holding the bar" in with_thing(f"bar {x} {y}")
    assert "right hand holding the handrail" in with_thing(f"rail {x - 0.1} {y} {x + 0.1} {y} {z}")
    assert "hands on the ball" in with_thing(f"ball {x} {y - (0.2**2 - z**2) ** 0.5} 0.2")
    assert "hand on the back of the chair" in told(
        "chair 0.24 1", like="standing", at="L_palm 0.22 0.51 -0.11"
    )


def test_the_bar_overhead_is_held_overhead() -> None:
    """Standing under it."""
    up = lowered(sides(sh_flex=178), "stand")
    x, y, _ = up.landmark("R_grip")

    assert (
        describe(framed(props=(f"bar {x} {y}",)), up) == "Standing, hands holding the bar overhead."
    )


@pytest.mark.parametrize(
    ("prop", "expected"),
    [
        ("dumbbells", "a dumbbell in each hand"),
        ("ball 0.6", "a ball in front"),
        ("ball -0.6", "a ball behind"),
        ("chair 0.5 -1", "a chair in front"),
        ("chair -0.7 1", "a chair behind"),
        ("bar 0 1.4", "a bar overhead"),
        ("bar 0.4 0.8", "a bar in front"),
        ("wall -0.075 -0.03", "back against the wall"),
        ("wall 0.6 0.03", "a wall in front"),
        ("stairs 0.5 3", "stairs in front"),
        ("rail 0 0.5 0.6 0.8 0.4", "a handrail on the right"),
        ("rail 0 0.5 0.6 0.8 -0.4", "a handrail on the left"),
        ("bed 0.5 1.2", "a bed in front"),
    ],
)
def test_things_that_nothing_touches_are_named_last(prop: str, expected: str) -> None:
    """With their place."""
    assert said({}, frame=framed(props=("floor", prop))).endswith(f"{expected}.")


def test_floor_mat_and_water_are_no_things() -> None:
    """They go without saying, or are in the posture."""
    assert said({}, frame=framed(props=("floor", "mat"))) == said({})


@pytest.mark.parametrize(
    ("x", "expected"),
    [("0.03", "tailbone"), ("-0.1", "lower back"), ("-0.3", "neck")],
)
def test_a_rolled_towel_lies_under_the_nearest_part_of_the_back(x: str, expected: str) -> None:
    """By its place along the body."""
    text = of_posture("supine", {}, framed("supine", props=(f"towel {x} 0",)))

    assert f"a rolled towel under the {expected}" in text


@pytest.mark.parametrize(
    ("prop", "expected"),
    [
        ("pillow head", "a pillow under the head"),
        ("pillow occiput", "a pillow under the head"),
        ("pillow belly", "a pillow under the belly"),
        ("pillow tail", "a pillow under the hips"),
        ("pillow R_knee", "a pillow under the right knee"),
        ("pillow R_instep", "a pillow under the right foot"),
    ],
)
def test_a_pillow_lies_under_its_landmark(prop: str, expected: str) -> None:
    """The hips, where it lies at the end of the back."""
    assert expected in of_posture("prone", {}, framed("prone", props=(prop,)))


def test_the_same_pillow_is_said_once() -> None:
    """However often it is written."""
    text = of_posture("supine", {}, framed("supine", props=("pillow head", "pillow occiput")))

    assert text.count("pillow") == 1
