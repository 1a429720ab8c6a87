"""What the pictures of exercises 4 to 6 of the lying complex show."""

from __future__ import annotations

import pytest

from tests.figures.meaning.lying import (
    ELBOWS_DOWN,
    FEET_DOWN,
    HEAD_CARRIED,
    HEAD_IN_HANDS,
    ON_BACK,
)
from tests.figures.meaning.saying import (
    Saying,
    angle,
    arrow,
    arrows,
    beyond,
    body,
    cases,
    face_seen,
    moved,
    off_floor,
    on_floor,
    place,
    seen_above,
    stayed,
)

TABLE: dict[str, tuple[Saying, ...]] = {
    "lying-04-supine-neck-flexion-stretch start": (
        *HEAD_IN_HANDS,
        *ELBOWS_DOWN,
        *FEET_DOWN,
        *ON_BACK,
    ),
    "lying-04-supine-neck-flexion-stretch lifted": (
        *HEAD_CARRIED,
        angle("neck_flex", 30, 45),
        angle("neck_rot", -5, 5),
        moved("chin", "ahead", "start", 0.01),
        moved("crown", "up", "start", 0.04),
        off_floor("R_elbow", 0.03),
        off_floor("L_elbow", 0.03),
        beyond("R_elbow", "right", "R_shoulder", 0.03),
        beyond("L_elbow", "left", "L_shoulder", 0.03),
        arrow("up"),
        arrows(1),
    ),
    "lying-05a-neck-contract-relax lifted": (
        *HEAD_IN_HANDS,
        *FEET_DOWN,
        off_floor("occiput", 0.03),
        angle("neck_flex", 10, 30),
        arrows(0),
    ),
    "lying-05a-neck-contract-relax pressed": (
        stayed("crown", "lifted", 0.005),
        *HEAD_IN_HANDS,
        arrow("down", 0),
        arrow("up", 1),
        arrows(2),
    ),
    "lying-05a-neck-contract-relax drawn": (
        *HEAD_CARRIED,
        angle("neck_flex", 35, 45),
        angle("nod", 8, 15),
        moved("crown", "up", "lifted", 0.03),
        moved("chin", "down", "lifted", 0.005),
        arrow("up"),
    ),
    "lying-05b-neck-to-knee right": (
        *HEAD_CARRIED,
        angle("neck_flex", 30, 45),
        angle("neck_rot", -45, -18),
        place("chin", "z", 0.015, 0.12),
        place("nose", "z", 0.03, 0.15),
        place("crown", "z", 0.02, 0.12),
        face_seen(0.3),
        arrow("left"),
        seen_above("chin", "pelvis", 0.1),
    ),
    "lying-05b-neck-to-knee left": (
        off_floor("occiput", 0.03),
        angle("neck_rot", 18, 45),
        place("chin", "z", -0.12, -0.015),
        place("crown", "z", -0.12, -0.02),
    ),
    "lying-05c-neck-turn-stretch start": (
        *FEET_DOWN,
        on_floor("occiput"),
        angle("neck_rot", -5, 5),
        place("R_palm", "z", 0.12, 0.4),
        place("L_palm", "z", -0.4, -0.12),
    ),
    "lying-05c-neck-turn-stretch right": (
        *FEET_DOWN,
        angle("neck_rot", -70, -55),
        angle("neck_flex", -15, 20),
        on_floor("head", 0.03),
        beyond("nose", "right", "occiput", 0.08),
        stayed("R_palm", "start", 0.03),
        seen_above("occiput", "nose", 0.08),
        arrow("down"),
        arrows(1),
    ),
    "lying-05c-neck-turn-stretch left": (
        angle("neck_rot", 55, 70),
        beyond("nose", "left", "occiput", 0.08),
        on_floor("head", 0.03),
        arrow("up"),
    ),
    "lying-06a-shoulder-blade-pinch pinched": (
        *HEAD_IN_HANDS,
        *ELBOWS_DOWN,
        *FEET_DOWN,
        on_floor("R_blade"),
        on_floor("L_blade"),
        on_floor("sacrum"),
        angle("R_sh_prot", -20, -12),
        angle("L_sh_prot", -20, -12),
        angle("tho_flex", -15, -8),
        arrow("right", 0),
        arrow("left", 1),
    ),
    "lying-06a-shoulder-blade-pinch drawn": (
        *HEAD_CARRIED,
        angle("neck_flex", 30, 45),
        arrow("up"),
    ),
    "lying-06b-neck-shoulder-tense-release tensed": (
        *HEAD_IN_HANDS,
        *ELBOWS_DOWN,
        *FEET_DOWN,
        *ON_BACK,
        angle("R_sh_elev", 30, 35),
        angle("L_sh_elev", 30, 35),
        moved("R_shoulder_top", "back", "start", 0.03),
        moved("L_shoulder_top", "back", "start", 0.03),
        arrow("up", 0),
        arrow("up", 1),
    ),
    "lying-06b-neck-shoulder-tense-release drawn": (
        *HEAD_CARRIED,
        angle("neck_flex", 30, 45),
        arrow("up"),
    ),
}


@pytest.mark.parametrize(("picture", "saying"), cases(TABLE))
def test_pictures_show_what_the_instruction_says(picture: str, saying: Saying) -> None:
    """Every saying is true of its picture."""
    assert not saying.fault(body(*picture.split()))
