"""What the pictures of the end of the lying complex must show."""

from __future__ import annotations

from typing import Final

import pytest

from tests.figures.meaning.saying import (
    Saying,
    above,
    angle,
    arrow,
    arrows,
    beyond,
    body,
    cases,
    faces,
    height,
    left_of,
    level,
    moved,
    near,
    nearer,
    off_floor,
    on_floor,
    place,
    points,
    shows,
)

_LYING: Final = (on_floor("occiput"), on_floor("sacrum"), left_of("crown", "pelvis"), faces("up"))
_ON_PILLOW: Final = (
    off_floor("occiput", 0.03),
    on_floor("upper_back"),
    on_floor("sacrum"),
    left_of("crown", "pelvis"),
    faces("up"),
    shows("pillow"),
)
_OTHER_LEG: Final = (
    angle("L_knee", -1, 32),
    on_floor("L_heelback"),
    place("L_ankle", "z", -0.13, 0),
)

TABLE: Final[dict[str, tuple[Saying, ...]]] = {
    "lying-10a-single-knee-to-chest start": (
        *_ON_PILLOW,
        on_floor("R_heelback"),
        angle("R_knee", -1, 20),
    ),
    "lying-10a-single-knee-to-chest held": (
        *_ON_PILLOW,
        *_OTHER_LEG,
        near("R_palm", "R_hamstring", 0.02),
        near("L_palm", "R_hamstring", 0.02),
        angle("R_hip_flex", 60, 95),
    ),
    "lying-10a-single-knee-to-chest drawn": (
        *_ON_PILLOW,
        *_OTHER_LEG,
        near("R_palm", "R_hamstring", 0.02),
        near("L_palm", "R_hamstring", 0.02),
        angle("R_hip_flex", 98, 125),
        angle("R_knee", 80, 135),
        moved("R_knee", "back", "held", 0.05),
        nearer("R_knee", "L_knee"),
        arrow("left"),
    ),
    "lying-10b-knee-to-opposite-shoulder bent": (
        *_LYING,
        *_OTHER_LEG,
        place("R_knee", "z", 0.02, 0.12),
        near("R_palm", "R_shin", 0.06),
        near("L_palm", "R_kneecap", 0.06),
    ),
    "lying-10b-knee-to-opposite-shoulder across": (
        *_LYING,
        *_OTHER_LEG,
        place("R_knee", "z", -0.1, -0.04),
        moved("R_knee", "left", "bent", 0.06),
        angle("R_hip_flex", 70, 120),
        angle("R_knee", 85, 130),
        on_floor("R_blade", 0.03),
        on_floor("L_blade", 0.03),
        near("R_palm", "R_shin", 0.06),
        near("L_palm", "R_kneecap", 0.06),
        arrow("up"),
        arrows(1),
    ),
    "lying-10c-knee-outside-same-shoulder held": (
        *_LYING,
        near("R_palm", "R_hamstring", 0.02),
        near("L_palm", "R_hamstring", 0.02),
        place("R_knee", "z", 0.02, 0.15),
    ),
    "lying-10c-knee-outside-same-shoulder outside": (
        *_LYING,
        near("R_palm", "R_hamstring", 0.02),
        near("L_palm", "R_hamstring", 0.02),
        place("R_knee", "z", 0.2, 0.3),
        beyond("R_knee", "right", "R_shoulder", 0.04),
        moved("R_knee", "right", "held", 0.1),
        angle("R_knee", 90, 140),
        angle("L_knee", -1, 32),
        arrow("left"),
    ),
    "lying-10d-double-knee-to-chest held": (
        *_LYING,
        near("R_palm", "R_shin", 0.02),
        near("L_palm", "L_shin", 0.02),
        angle("R_hip_flex", 85, 118),
    ),
    "lying-10d-double-knee-to-chest drawn": (
        on_floor("occiput"),
        faces("up"),
        near("R_palm", "R_shin", 0.02),
        near("L_palm", "L_shin", 0.02),
        moved("R_knee", "back", "held", 0.02),
        angle("R_hip_flex", 102, 125),
        arrows(1),
    ),
    "lying-10d-double-knee-to-chest curled": (
        off_floor("occiput", 0.08),
        angle("neck_flex", 30, 45),
        moved("crown", "up", "drawn", 0.1),
        near("R_palm", "R_shin", 0.02),
        near("L_palm", "L_shin", 0.02),
        level("R_knee", "L_knee", 0.01),
        arrow("up"),
        left_of("crown", "pelvis"),
    ),
    "lying-10d-double-knee-to-chest hooked": (
        *_LYING,
        on_floor("R_heel"),
        on_floor("L_heel"),
        angle("R_knee", 80, 120),
    ),
    "lying-10e-knees-apart-adductor-stretch held": (
        near("R_palm", "R_shin", 0.02),
        level("R_knee", "L_knee", 0.01),
        on_floor("occiput"),
    ),
    "lying-10e-knees-apart-adductor-stretch apart": (
        on_floor("occiput"),
        faces("up"),
        near("R_palm", "R_shin", 0.02),
        near("L_palm", "L_shin", 0.02),
        place("R_knee", "z", 0.15, 0.32),
        place("L_knee", "z", -0.32, -0.15),
        moved("R_knee", "right", "held", 0.08),
        level("R_knee", "L_knee", 0.01),
        arrows(2),
        arrow("down"),
        arrow("up", 1),
    ),
    "lying-10f-elongation-repeat reaching": (
        *_LYING,
        beyond("R_fingers", "back", "crown", 0.1),
        beyond("L_fingers", "back", "crown", 0.1),
        angle("R_ankle", -50, -30),
        angle("L_ankle", -50, -30),
        on_floor("R_handback"),
        arrow("left"),
        arrow("down", 1),
        moved("R_fingers", "back", "bent", 0.4),
        moved("R_kneecap", "down", "bent", 0.1),
    ),
    "lying-10f-elongation-repeat rest": (
        *_LYING,
        height("R_palm", 0, 0.05),
        beyond("R_palm", "ahead", "R_elbow"),
    ),
    "lying-11a-crossover-twist crossed": (
        on_floor("occiput"),
        place("R_knee", "z", -0.2, 0.05),
        above("R_knee", "L_knee", 0.04),
        near("L_palm", "R_midthigh", 0.02),
    ),
    "lying-11a-crossover-twist looking": (
        points("R_uarm", "-y", "right", 30),
        faces("right", 60),
        near("L_palm", "R_midthigh", 0.02),
        on_floor("R_handback"),
    ),
    "lying-11a-crossover-twist twisted": (
        on_floor("occiput"),
        points("R_uarm", "-y", "right", 25),
        beyond("R_knee", "left", "L_knee", 0.08),
        beyond("R_knee", "left", "pelvis", 0.1),
        near("L_palm", "R_midthigh", 0.02),
        angle("R_knee", 65, 110),
        faces("right", 75),
        points("pelvis", "x", "left", 60),
        above("R_hip", "L_hip", 0.03),
        arrow("up"),
    ),
    "lying-11b-buttock-stretch held": (*_LYING, *_OTHER_LEG, near("R_palm", "R_shin", 0.05)),
    "lying-11b-buttock-stretch drawn": (
        *_LYING,
        *_OTHER_LEG,
        place("R_knee", "z", -0.09, -0.03),
        near("R_palm", "R_shin", 0.05),
        near("L_palm", "R_shin", 0.05),
        angle("R_knee", 95, 140),
        left_of("R_knee", "R_ankle", 0.05),
        arrow("up"),
    ),
    "lying-12-prone-on-elbows propped": (
        on_floor("pubis"),
        on_floor("R_elbow", 0.03),
        on_floor("L_elbow", 0.03),
        above("chest", "pubis", 0.08),
        left_of("pelvis", "crown"),
        points("R_uarm", "-y", "down", 30),
        faces("ahead", 50),
        angle("lum_flex", -25, -8),
    ),
    "lying-12-prone-on-elbows down": (
        on_floor("chest"),
        on_floor("pubis"),
        on_floor("R_palm", 0.03),
    ),
}


@pytest.mark.parametrize(("picture", "saying"), cases(TABLE))
def test_pictures_of_knees_drawn_up_show_it(picture: str, saying: Saying) -> None:
    """Each saying is true of the solved frame."""
    assert not saying.fault(body(*picture.split()))
