"""Sayings that many pictures of file 71 share: how a body stands, hangs, lies and sits."""

from __future__ import annotations

from typing import Final

from tests.figures.meaning.saying import (
    Saying,
    above,
    angle,
    arrows,
    beyond,
    faces,
    height,
    left_of,
    near,
    nearer,
    on_floor,
    place,
    points,
    shows,
)


def both(joint: str, low: float, high: float) -> tuple[Saying, Saying]:
    """Say how far a joint is bent on both sides."""
    return angle(f"R_{joint}", low, high), angle(f"L_{joint}", low, high)


def between_feet(apart_low: float, apart_high: float) -> tuple[Saying, ...]:
    """Say how wide the feet stand, and that the weight is between them."""
    return (
        beyond("R_ankle", "right", "L_ankle", apart_low, apart_high),
        beyond("pelvis", "right", "L_ankle", apart_low / 2 - 0.04, apart_high / 2 + 0.04),
        beyond("pelvis", "left", "R_ankle", apart_low / 2 - 0.04, apart_high / 2 + 0.04),
        beyond("pelvis", "ahead", "R_heel", -0.04, 0.09),
        beyond("pelvis", "ahead", "L_heel", -0.04, 0.09),
    )


FEET: Final = (on_floor("R_heel"), on_floor("L_heel"), on_floor("R_ball"), on_floor("L_ball"))
AHEAD: Final = (points("R_foot", "x", "ahead", 25), points("L_foot", "x", "ahead", 25))
UPRIGHT: Final = (above("crown", "pelvis", 0.42), points("pelvis", "y", "up", 15))
STRAIGHT: Final = (angle("R_knee", 0, 15), angle("L_knee", 0, 15))
HANGING: Final = (
    above("R_elbow", "R_wrist", 0.1),
    above("L_elbow", "L_wrist", 0.1),
    above("R_shoulder", "R_elbow", 0.15),
    above("L_shoulder", "L_elbow", 0.15),
    beyond("R_palm", "right", "R_hip", 0.03),
    beyond("L_palm", "left", "L_hip", 0.03),
)
LOOSE: Final = (
    *FEET,
    *between_feet(0.08, 0.28),
    *UPRIGHT,
    *STRAIGHT,
    *HANGING,
    faces("ahead", 25),
    arrows(0),
)
ON_HIPS: Final = (
    near("R_palm", "R_hipside", 0.07),
    near("L_palm", "L_hipside", 0.07),
    angle("R_elbow", 55, 130),
    angle("L_elbow", 55, 130),
    beyond("R_elbow", "right", "R_shoulder", 0.04),
    beyond("L_elbow", "left", "L_shoulder", 0.04),
    *both("sh_rot", 5, 60),
    *both("pron", 10, 70),
)
BY_CHAIR: Final = (
    shows("chair"),
    height("L_palm", 0.49, 0.55),
    place("L_palm", "x", 0.21, 0.27),
    on_floor("L_heel"),
    on_floor("L_ball"),
    beyond("pelvis", "ahead", "L_heel", -0.02, 0.06),
    beyond("pelvis", "right", "L_heel", -0.01, 0.09),
    nearer("R_knee", "L_knee"),
    above("R_shoulder", "R_palm", 0.3),
)
LONG_ARMS: Final = (
    angle("R_elbow", 0, 15),
    angle("L_elbow", 0, 15),
    on_floor("R_ball"),
    on_floor("L_ball"),
    above("R_grip", "crown", 0.05),
    beyond("R_grip", "right", "L_grip", 0.25),
)
AT_TOP_BAR: Final = (
    shows("bar"),
    height("R_grip", 1.14, 1.16),
    height("L_grip", 1.14, 1.16),
    place("R_grip", "x", -0.01, 0.01),
    beyond("R_grip", "right", "L_grip", 0.25),
    on_floor("R_ball"),
    on_floor("L_ball"),
)
AT_LOW_BAR: Final = (
    shows("bar"),
    height("R_grip", 0.79, 0.81),
    height("L_grip", 0.79, 0.81),
    place("R_grip", "x", 0.19, 0.21),
    beyond("R_grip", "right", "L_grip", 0.28),
    on_floor("R_ball"),
    on_floor("L_ball"),
    faces("ahead", 30),
)
SUPINE: Final = (
    on_floor("upper_back"),
    on_floor("occiput"),
    left_of("crown", "pelvis"),
    faces("up"),
)
ON_ROLL: Final = (
    *SUPINE,
    shows("towel"),
    height("sacrum", 0.05, 0.075),
    on_floor("R_heelback"),
    on_floor("L_heelback"),
)
OVERHEAD: Final = (
    left_of("R_wrist", "crown", 0.1),
    left_of("L_wrist", "crown", 0.1),
    near("R_littlefinger", "L_littlefinger", 0.01),
    points("R_hand", "-z", "down", 25),
    points("L_hand", "z", "down", 25),
    on_floor("R_palm"),
    on_floor("L_palm"),
)
ON_RIGHT_SIDE: Final = (
    on_floor("R_hipside"),
    on_floor("R_shoulder"),
    above("L_hip", "R_hip", 0.08),
    above("L_shoulder", "R_shoulder", 0.1),
    above("L_knee", "R_knee", 0.04),
    above("L_ankle", "R_ankle", 0.03),
    on_floor("L_palm"),
    on_floor("R_ankle_outer"),
    faces("right", 30),
    left_of("crown", "pelvis", 0.3),
    beyond("L_palm", "right", "chest", 0.05),
)
ON_BALL: Final = (
    shows("ball"),
    shows("wall"),
    beyond("pelvis", "right", "L_heel", 0.03, 0.14),
    *FEET,
    height("pelvis", 0.34, 0.39),
    angle("R_knee", 65, 105),
    angle("L_knee", 65, 105),
    near("R_palm", "R_midthigh", 0.12),
    beyond("R_palm", "ahead", "R_midthigh", 0.06),
    near("L_palm", "L_midthigh", 0.12),
    beyond("L_palm", "ahead", "L_midthigh", 0.06),
    *both("sh_flex", 20, 70),
    beyond("R_heel", "ahead", "pelvis", 0.15),
    faces("ahead", 25),
    points("tho3", "x", "ahead", 30),
    beyond("R_knee", "right", "L_knee", 0.1),
)

UNDER_BAR: Final = (
    beyond("R_ball", "right", "L_ball", 0.06, 0.18),
    beyond("R_ball", "ahead", "R_grip", 0.0, 0.1),
    beyond("pelvis", "right", "L_ball", 0.02, 0.12),
    beyond("pelvis", "left", "R_ball", 0.02, 0.12),
)
BEFORE_BAR: Final = (
    beyond("R_ball", "right", "L_ball", 0.06, 0.18),
    beyond("R_ball", "ahead", "R_grip", 0.02, 0.14),
    beyond("pelvis", "back", "R_grip", 0.05, 0.22),
)
