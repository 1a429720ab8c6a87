"""What pelvis, trunk, shoulders and head do."""

from __future__ import annotations

import pytest

from tests.figures.describing.bodies import framed, of_posture, posture, said, sides, told


def test_hips_are_lifted_where_they_are_higher_than_the_shoulders() -> None:
    """A bridge; not a towel under the tailbone."""
    bridge = told(
        like="hook-lying",
        free="sacrum, pelvis",
        at="pelvis 0 0.2 0",
        hints="pitch -20, hip_flex 20",
    )

    assert bridge.startswith("Lying on the back, hips lifted off the floor, knees bent")
    assert "hips lifted" not in told(like="hook-lying")


@pytest.mark.parametrize(
    ("angles", "expected"),
    [
        ({"turn": 30}, "pelvis turned to the left"),
        ({"turn": -30}, "pelvis turned to the right"),
    ],
)
def test_the_trunk_of_somebody_on_the_back(angles: dict[str, float], expected: str) -> None:
    """Turned as a whole."""
    assert expected in said(angles, "supine")


def test_head_and_shoulders_lifted() -> None:
    """As in a crunch."""
    crunch = told(
        like="hook-lying",
        free="upper_back, occiput",
        at="upper_back - 0.08 -",
        hints="lum_flex 35, tho_flex 25",
    )

    assert "Lying on the back, head and shoulders lifted off the floor" in crunch


def test_the_lower_back_is_flat_only_where_the_frame_lays_it_down() -> None:
    """And hollow where it is seen to be."""
    flat = told(like="hook-lying", on="waist_back", hints="lum_flex 25")
    hollow = told(like="hook-lying", on="sacrum +0.015, waist_back +0.045")

    assert "lower back pressed flat to the floor" in flat
    assert "lower back arched off the floor" in hollow
    assert "lower back" not in told(like="hook-lying")
    assert "lower back" not in told(like="supine-knees-to-chest")


def test_a_chest_lifted_off_the_floor() -> None:
    """On the front; the back's arch is said too."""
    text = told(like="prone-on-elbows")

    assert "chest lifted off the floor, back arched" in text
    assert "propped on the forearms" in text


@pytest.mark.parametrize(
    ("angles", "expected"),
    [
        ({"pitch": -25, **sides(hip_flex=25)}, "Standing, leaning forward"),
        ({"pitch": 20, **sides(hip_flex=-20)}, "Standing, leaning back"),
        ({"pitch": -85, **sides(hip_flex=85)}, "Standing, trunk bent far forward"),
        ({"lum_flex": 30, "tho_flex": 20}, "back rounded"),
        ({"lum_flex": -20, "tho_flex": -12}, "back arched"),
        ({"tho_rot": 35, "lum_rot": 8}, "trunk turned to the left"),
        ({"tho_rot": -35, "lum_rot": -8}, "trunk turned to the right"),
        ({"tho_lat": 15, "lum_lat": 15}, "trunk bent to the right"),
        ({"tho_lat": -15, "lum_lat": -15}, "trunk bent to the left"),
    ],
)
def test_the_trunk_of_somebody_standing(angles: dict[str, float], expected: str) -> None:
    """Leaning, bent far, rounded, arched, turned, bent aside."""
    assert expected in said(angles)


def test_small_turns_are_said_only_where_the_frame_asks_for_them() -> None:
    """The solver bends a little for its own reasons."""
    turned = {"tho_rot": 14.0}
    asked = framed(hints=turned)
    bent = {"tho_lat": 15.0}

    assert "trunk turned to the left" in said(turned, frame=asked)
    assert "turned" not in said(turned)
    assert "trunk bent to the right" in said(bent, frame=framed(hints=bent))
    assert "bent" not in said(bent)


def test_leaning_aside_as_a_whole() -> None:
    """Where the pelvis is tilted with the trunk."""
    tilted = {"tilt": 18.0, "R_hip_abd": 18.0, "L_hip_abd": -18.0}

    assert "leaning to the right" in said(tilted, frame=framed(hints={"tilt": 18.0}))
    assert "leaning to the left" in said({"tilt": -28, "R_hip_abd": -28, "L_hip_abd": 28})


def test_hips_one_above_the_other_lean_no_way() -> None:
    """They look nowhere."""
    text = said({"tilt": 78, "R_hip_abd": 20, "L_hip_abd": -20, "lum_lat": -20, "tho_lat": -20})

    assert text.startswith("Standing on the right leg, trunk bent to the left")


def test_hips_shifted_off_the_feet() -> None:
    """To a side, forward or back."""
    assert "hips shifted to the right" in said({"R_hip_abd": -12, "L_hip_abd": 12})
    assert "hips shifted to the left" in said({"R_hip_abd": 12, "L_hip_abd": -12})
    assert "hips shifted forward" in said({**sides(hip_flex=-9, ankle=9), "pitch": 0})
    assert "hips shifted back" in said({**sides(hip_flex=9, ankle=-9), "pitch": 0})


def test_a_body_swaying_from_a_bar_is_shifted_off_its_hands() -> None:
    """Feet do not count there."""
    sway = told("bar 0 1.4", like="hanging", at="pelvis - - 0.12, grip 0 1.4 0.15", free="ball")

    assert "Hanging from a bar, " in sway
    assert "hips shifted to the right" in sway


@pytest.mark.parametrize(
    ("joint", "degrees", "expected"),
    [
        ("sh_elev", 25.0, "shoulders raised towards the ears"),
        ("sh_prot", -18.0, "shoulder blades drawn together"),
        ("sh_prot", 20.0, "shoulders drawn forward"),
    ],
)
def test_shoulders_are_said_where_the_frame_speaks_of_them(
    joint: str, degrees: float, expected: str
) -> None:
    """Not where they only follow the arms."""
    angles = sides(**{joint: degrees})

    assert expected in said(angles, frame=framed(hints=angles))
    assert expected not in said(angles)


def test_one_shoulder() -> None:
    """It is named with its side."""
    up, back = {"R_sh_elev": 25.0}, {"L_sh_prot": -18.0}

    assert "right shoulder raised towards the ear" in said(up, frame=framed(hints=up))
    assert "left shoulder drawn back" in said(back, frame=framed(hints=back))


@pytest.mark.parametrize(
    ("angles", "expected"),
    [
        ({"neck_flex": 35}, "chin lowered to the chest"),
        ({"neck_flex": -35}, "head tilted back"),
        ({"neck_rot": 40}, "head turned to the left"),
        ({"neck_rot": -40}, "head turned to the right"),
        ({"neck_lat": 30}, "head bent to the right"),
        ({"neck_lat": -30}, "head bent to the left"),
        ({"neck_lat": 30, "neck_rot": -30}, "head turned and bent to the right"),
        ({"neck_lat": 30, "neck_rot": 30}, "head turned to the left, head bent to the right"),
    ],
)
def test_the_head_of_somebody_standing(angles: dict[str, float], expected: str) -> None:
    """Lowered, tilted, turned, bent."""
    assert expected in said(angles)


def test_a_head_held_level_over_a_leaning_trunk_is_not_tilted_back() -> None:
    """It looks ahead."""
    text = said({"pitch": -40, **sides(hip_flex=40), "neck_flex": -35})

    assert "leaning forward" in text
    assert "head tilted back" not in text


def test_the_head_of_somebody_lying() -> None:
    """Lifted, on the forehead, the chin, the cheek, the hands, a pillow."""
    lifted = said({"neck_flex": 40}, "supine")
    hands = of_posture("prone", {**sides(sh_flex=150, sh_abd=20, elbow=110)})

    assert "head lifted off the floor, chin lowered to the chest" in lifted
    assert "forehead on the floor" in told(like="prone", free="chin", on="forehead, nose")
    assert "head lifted" not in told("pillow head", like="supine", free="occiput", on="head +0.04")
    assert hands.startswith("Lying on the front")


def test_a_chin_on_the_floor() -> None:
    """Looking ahead along the ground."""
    assert "chin on the floor" in told(like="prone", free="forehead, nose", on="chin")


def test_a_cheek_on_the_floor() -> None:
    """The head is turned."""
    text = of_posture("prone", {"neck_rot": 70, "neck_flex": 0, "ty": 0.06})

    assert "head turned to the left" in text


def test_a_face_on_the_hands_is_said_with_the_hands() -> None:
    """Not twice."""
    text = told(
        like="prone",
        free="chin, palm",
        touch="forehead R_handback, forehead L_handback",
        hints="sh_flex 150, elbow 110",
    )

    assert "hands under the forehead" in text
    assert "on the floor" not in text.partition("hands under")[2]


def test_floating_keeps_the_head_out_of_it() -> None:
    """Water holds it."""
    frame, _ = posture("in-water")

    assert "head" not in of_posture("in-water", {"neck_flex": 30}, frame).partition("water")[
        2
    ].replace("overhead", "")
