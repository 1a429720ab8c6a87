"""What the pictures of exercises 1 to 3 of the lying complex show."""

from __future__ import annotations

import pytest

from tests.figures.meaning.lying import (
    ELBOWS_DOWN,
    FEET_DOWN,
    HEAD_IN_HANDS,
    LEGS_CROSSED_DOWN,
    ON_BACK,
)
from tests.figures.meaning.saying import (
    Saying,
    above,
    angle,
    apart,
    arrow,
    arrows,
    beyond,
    body,
    cases,
    faces,
    height,
    left_of,
    moved,
    near,
    off_floor,
    on_floor,
    place,
    seen_above,
    stayed,
)

TABLE: dict[str, tuple[Saying, ...]] = {
    "lying-01-butterfly-groin-stretch bent": (
        place("R_palm", "z", 0.2, 0.42),
        place("L_palm", "z", -0.42, -0.2),
        *ON_BACK,
        on_floor("R_heel"),
        on_floor("L_heel"),
        near("R_ankle", "L_ankle", 0.06),
        above("R_knee", "R_hip", 0.1),
        apart("R_knee", "L_knee", 0.05, 0.2),
    ),
    "lying-01-butterfly-groin-stretch open": (
        *ON_BACK,
        faces("up", 25),
        near("R_solemid", "L_solemid", 0.02),
        place("R_knee", "z", 0.18, 0.35),
        place("L_knee", "z", -0.35, -0.18),
        on_floor("R_ankle_outer", 0.03),
        on_floor("L_ankle_outer", 0.03),
        moved("R_knee", "down", "bent", 0.05),
        moved("L_knee", "down", "bent", 0.05),
        beyond("R_knee", "back", "R_toetip", 0.08),
        arrow("down", 0),
        arrow("up", 1),
        left_of("head", "pelvis"),
    ),
    "lying-01-butterfly-groin-stretch closed": (
        place("R_heel", "x", 0.14, 0.26),
        place("L_heel", "x", 0.14, 0.26),
        near("R_bigtoe", "L_bigtoe", 0.04),
        near("R_palm", "R_midthigh", 0.07),
        near("L_palm", "L_midthigh", 0.07),
        beyond("R_palm", "right", "R_midthigh", 0.03),
        beyond("L_palm", "left", "L_midthigh", 0.03),
        apart("R_knee", "L_knee", 0.05, 0.2),
        moved("R_knee", "left", "open", 0.1),
        moved("L_knee", "right", "open", 0.1),
        near("R_solemid", "L_solemid", 0.02),
        on_floor("occiput"),
        angle("neck_flex", -15, 20),
    ),
    "lying-01b-butterfly-leg-rock rocked": (
        height("R_ankle_outer", -0.01, 0.03),
        near("R_bigtoe", "L_bigtoe", 0.12),
        near("R_solemid", "L_solemid", 0.02),
        above("L_knee", "R_knee", 0.04),
        moved("L_knee", "up", "open", 0.01),
        moved("R_knee", "down", "open", 0.01),
        place("R_knee", "z", 0.18, 0.35),
        place("L_knee", "z", -0.35, -0.15),
        on_floor("upper_back"),
        on_floor("occiput"),
        angle("neck_rot", -15, 15),
        seen_above("head", "R_toetip", 0.1),
        left_of("R_knee", "L_knee"),
        arrows(1),
    ),
    "lying-02-crossed-leg-rotation-stretch start": (
        *HEAD_IN_HANDS,
        *ELBOWS_DOWN,
        *FEET_DOWN,
        *ON_BACK,
        apart("R_knee", "L_knee", 0.05, 0.12),
    ),
    "lying-02-crossed-leg-rotation-stretch crossed": (
        *ELBOWS_DOWN,
        *ON_BACK,
        place("R_knee", "z", -0.12, -0.03),
        beyond("R_knee", "back", "L_knee", 0.05),
        above("R_knee", "L_knee", 0.01),
        beyond("R_ankle", "left", "L_ankle", 0.1),
        on_floor("L_heel"),
        off_floor("R_heel", 0.05),
        angle("turn", -10, 10),
    ),
    "lying-02-crossed-leg-rotation-stretch down": (
        *LEGS_CROSSED_DOWN,
        moved("R_knee", "right", "crossed", 0.1),
        moved("L_knee", "right", "crossed", 0.08),
        arrow("left"),
        seen_above("R_knee", "L_knee", 0.02),
        left_of("R_knee", "R_ankle", 0.08),
    ),
    "lying-03-crossed-leg-contract-relax middle": (
        place("R_knee", "z", -0.12, -0.03),
        beyond("R_knee", "back", "L_knee", 0.05),
        beyond("R_ankle", "left", "L_ankle", 0.1),
        angle("turn", -10, 10),
    ),
    "lying-03-crossed-leg-contract-relax down": (*LEGS_CROSSED_DOWN, arrows(0)),
    "lying-03-crossed-leg-contract-relax pressed": (
        *LEGS_CROSSED_DOWN,
        stayed("R_knee", "down", 0.005),
        arrow("right", 0),
        arrow("left", 1),
    ),
    "lying-03-crossed-leg-contract-relax deeper": (*LEGS_CROSSED_DOWN, arrow("left")),
}


@pytest.mark.parametrize(("picture", "saying"), cases(TABLE))
def test_pictures_show_what_the_instruction_says(picture: str, saying: Saying) -> None:
    """Every saying is true of its picture."""
    assert not saying.fault(body(*picture.split()))
