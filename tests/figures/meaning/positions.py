"""What pictures of one position have in common."""

from __future__ import annotations

from typing import Final

from tests.figures.meaning.saying import (
    above,
    angle,
    beyond,
    face_seen,
    faces,
    left_of,
    level,
    near,
    on_floor,
    place,
    points,
    shows,
)

SUPINE: Final = (
    on_floor("sacrum"),
    on_floor("upper_back"),
    left_of("crown", "pelvis"),
    faces("up"),
)
"""On the back, head to the left."""
SOLES: Final = (on_floor("R_heel"), on_floor("L_heel"), on_floor("R_ball"), on_floor("L_ball"))
"""Both feet flat on the floor."""
ON_RIGHT_SIDE: Final = (
    on_floor("R_hipside"),
    above("L_hip", "R_hip", 0.08),
    above("L_shoulder", "R_shoulder", 0.1),
    on_floor("R_ankle_outer"),
    faces("right", 60),
    left_of("crown", "pelvis"),
    above("L_knee", "R_knee"),
)
"""On the right side, the left one above it, looking at the viewer."""
ALL_FOURS: Final = (
    on_floor("R_palm"),
    on_floor("L_palm"),
    on_floor("R_knee"),
    on_floor("L_knee"),
    angle("R_hip_flex", 60, 110),
    angle("L_hip_flex", 60, 110),
    beyond("head", "ahead", "pelvis", 0.2),
)
"""On hands and knees."""
SIDE_SEAT: Final = (
    above("crown", "pelvis", 0.35),
    on_floor("R_palm"),
    on_floor("L_palm"),
    on_floor("R_buttock"),
    on_floor("R_knee"),
    on_floor("R_ankle"),
    left_of("R_palm", "pelvis", 0.08),
    on_floor("L_knee"),
    angle("turn", -65, -25),
    place("pelvis", "x", -0.05, 0.05),
    place("pelvis", "z", -0.05, 0.05),
    place("R_palm", "x", -0.28, -0.16),
    place("R_palm", "z", -0.08, 0.04),
    place("L_palm", "x", 0.15, 0.35),
    place("L_palm", "z", 0.08, 0.2),
    place("R_knee", "z", 0.2, 0.32),
    place("R_ankle", "x", 0.2, 0.33),
    place("L_ankle", "z", -0.3, -0.16),
    face_seen(0.3),
)
"""Pushed up to sitting, the folded legs aside, both hands on the floor."""
TALL: Final = (
    shows("chair"),
    points("pelvis", "y", "up", 15),
    beyond("R_knee", "ahead", "pelvis", 0.15),
    level("R_shoulder_top", "L_shoulder_top", 0.02),
)
"""Upright on the chair, the shoulders level."""
LOOSE_HANDS: Final = (near("R_palm", "R_midthigh", 0.06), near("L_palm", "L_midthigh", 0.06))
"""The hands on the thighs."""
