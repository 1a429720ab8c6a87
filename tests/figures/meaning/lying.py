"""What is the same in many pictures of lying: sayings put together."""

from __future__ import annotations

from typing import Final

from tests.figures.meaning.saying import (
    above,
    angle,
    apart,
    beyond,
    faces,
    near,
    off_floor,
    on_floor,
    place,
    points,
)

HEAD_IN_HANDS: Final = (
    near("R_palm", "occiput", 0.03),
    near("L_palm", "occiput", 0.03),
    near("R_palm", "L_palm", 0.05),
    faces("up", 40),
)
"""Fingers laced behind the head; the neck is free."""

ELBOWS_DOWN: Final = (
    on_floor("R_elbow", 0.03),
    on_floor("L_elbow", 0.03),
    beyond("R_elbow", "right", "R_shoulder", 0.06),
    beyond("L_elbow", "left", "L_shoulder", 0.06),
)

FEET_DOWN: Final = (
    on_floor("R_heel"),
    on_floor("L_heel"),
    on_floor("R_ball"),
    on_floor("L_ball"),
    angle("R_knee", 85, 125),
    angle("L_knee", 85, 125),
    above("R_knee", "R_hip", 0.1),
    above("L_knee", "L_hip", 0.1),
)
"""Bent knees, the feet flat."""

HEAD_CARRIED: Final = (
    off_floor("occiput", 0.03),
    near("R_palm", "occiput", 0.04),
    near("L_palm", "occiput", 0.04),
    on_floor("upper_back"),
    *FEET_DOWN,
)
"""The hands carry the head; shoulders and feet stay."""

ON_BACK: Final = (
    on_floor("sacrum"),
    on_floor("upper_back"),
    beyond("sacrum", "ahead", "upper_back", 0.15),
)

ON_FRONT: Final = (
    on_floor("chest"),
    on_floor("R_toetip"),
    on_floor("L_toetip"),
    faces("down", 40),
    beyond("chest", "ahead", "pubis", 0.15),
)

LONG: Final = (
    *ON_BACK,
    faces("up", 25),
    beyond("R_fingers", "back", "crown", 0.18),
    beyond("L_fingers", "back", "crown", 0.18),
    on_floor("R_handback"),
    on_floor("L_handback"),
    angle("R_elbow", 0, 15),
    angle("L_elbow", 0, 15),
    points("R_hand", "-z", "up", 30),
    points("L_hand", "z", "up", 30),
    place("R_palm", "z", 0.03, 0.2),
    place("L_palm", "z", -0.2, -0.03),
    angle("R_knee", 0, 12),
    angle("L_knee", 0, 12),
    angle("R_ankle", -50, -30),
    angle("L_ankle", -50, -30),
    on_floor("R_heel"),
    on_floor("L_heel"),
    apart("R_heel", "L_heel", 0.06, 0.25),
)
"""Arms on the floor above the head, legs straight, feet pointed."""

ARMS_BESIDE: Final = (
    *ON_BACK,
    beyond("R_palm", "ahead", "R_shoulder", 0.2),
    beyond("L_palm", "ahead", "L_shoulder", 0.2),
    place("R_palm", "z", 0.12, 0.4),
    place("L_palm", "z", -0.4, -0.12),
    on_floor("R_heelback"),
    on_floor("L_heelback"),
)

HANDS_ON_WAIST: Final = (
    near("R_palm", "R_hipside", 0.13),
    near("L_palm", "L_hipside", 0.13),
    above("R_palm", "R_hipside", 0.03),
    above("L_palm", "L_hipside", 0.03),
    angle("R_elbow", 70, 130),
    angle("L_elbow", 70, 130),
    beyond("R_elbow", "right", "R_palm", 0.05),
    beyond("L_elbow", "left", "L_palm", 0.05),
)

LEGS_CROSSED_DOWN: Final = (
    *ELBOWS_DOWN,
    *HEAD_IN_HANDS,
    place("pelvis", "x", -0.05, 0.05),
    place("pelvis", "z", -0.05, 0.05),
    angle("turn", -60, -25),
    angle("tho_rot", 18, 35),
    on_floor("upper_back", 0.03),
    place("R_knee", "z", 0.08, 0.25),
    place("L_knee", "z", 0.04, 0.25),
    beyond("R_knee", "back", "L_knee", 0.04),
    above("R_knee", "L_knee", 0.02),
    near("R_kneepit", "L_midthigh", 0.06),
    angle("R_knee", 70, 120),
    beyond("R_ankle", "left", "L_ankle", 0.02),
    on_floor("L_heel", 0.04),
)
"""The right leg lies over the left one; both are drawn to the right, the upper body stays."""
