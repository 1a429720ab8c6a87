"""Joints bend as far as people's do, and no further: not when read, not when solved."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import FaultyInputError
from spinecare.figures.body import COUPLED, JOINTS, NORMS, Joint
from spinecare.figures.shape import Hint
from spinecare.figures.skeleton import Skeleton
from spinecare.figures.solving import solve
from spinecare.figures.solving.residuals import Residuals
from spinecare.figures.solving.solution import examine
from tests.figures.body.shapes import POSTURES, posture, shape

# Drawn limits as the design gives them, degrees: low, high.
DRAWN: Final[dict[str, tuple[float, float]]] = {
    "sh_flex": (-60, 180),
    "sh_abd": (-45, 180),
    "sh_rot": (-90, 75),
    "elbow": (0, 150),
    "pron": (-85, 85),
    "wr_flex": (-75, 80),
    "wr_dev": (-30, 20),
    "sh_elev": (-8, 35),
    "sh_prot": (-20, 25),
    "hip_flex": (-30, 125),
    "hip_abd": (-30, 50),
    "hip_rot": (-50, 45),
    "knee": (0, 150),
    "ankle": (-50, 20),
    "inv": (-20, 35),
    "toe": (-30, 70),
    "lum_flex": (-25, 50),
    "lum_lat": (-20, 20),
    "lum_rot": (-8, 8),
    "tho_flex": (-15, 35),
    "tho_lat": (-20, 20),
    "tho_rot": (-35, 35),
    "neck_flex": (-50, 45),
    "neck_lat": (-45, 45),
    "neck_rot": (-70, 70),
    "nod": (-15, 15),
}


def test_the_limits_are_those_of_the_design() -> None:
    """Both sides the same; 10 joints along the spine, 16 on each side."""
    told = {joint.name: (joint.low, joint.high) for joint in JOINTS}
    expected = {name: DRAWN[name.removeprefix("R_").removeprefix("L_")] for name in told}

    assert len(JOINTS) == 42
    assert told == expected


@pytest.mark.parametrize("joint", JOINTS, ids=lambda joint: joint.name)
def test_ease_is_within_every_limit_and_the_norm_is_near_what_is_drawn(joint: Joint) -> None:
    """Drawn limits leave the norm by 20 degrees at most: passive stretches, never acrobatics."""
    assert joint.low <= 0 <= joint.high
    assert joint.low >= joint.normal_low - 20
    assert joint.high <= joint.normal_high + 20
    assert joint.normal_low <= 0 <= joint.normal_high
    assert "Orthopaedic" in NORMS


@pytest.mark.parametrize("joint", JOINTS, ids=lambda joint: joint.name)
@given(beyond=st.floats(0.1, 500))
def test_an_angle_outside_its_limits_is_refused_never_clamped(joint: Joint, beyond: float) -> None:
    """The message names the joint, its limits and the value."""
    for angle in (joint.low - beyond, joint.high + beyond):
        with pytest.raises(FaultyInputError) as caught:
            shape(hints=f"{joint.name} {angle!r}")

        (fault,) = caught.value.faults
        assert fault.path == "$.hints"
        assert fault.message == (
            f"hints {joint.name} must be from {joint.low:g} to {joint.high:g} degrees, "
            f"got {angle!r}"
        )


@pytest.mark.parametrize("joint", JOINTS, ids=lambda joint: joint.name)
def test_an_angle_at_its_limit_is_taken(joint: Joint) -> None:
    """The solver may end there too."""
    for angle in (joint.low, joint.high):
        assert shape(hints=f"{joint.name} {angle}").hints == (Hint(joint.name, angle),)


@pytest.mark.parametrize("name", POSTURES)
def test_every_joint_of_a_solved_posture_is_within_its_limits(name: str) -> None:
    """By itself, and together with those it is coupled to."""
    body = solve(posture(name)).skeleton

    assert [j.name for j in JOINTS if not j.low <= body.angle(j.name) <= j.high] == []
    for _, joints, low, high in COUPLED:
        assert low - 1 <= sum(map(body.angle, joints)) <= high + 1


def test_a_body_pulled_beyond_its_limits_stops_at_them() -> None:
    """The head cannot reach the knees backwards: joints end at their limits, and that is told."""
    solution = solve(shape(base="stand", on="heel", touch="occiput R_kneepit"))

    body = solution.skeleton
    assert [j.name for j in JOINTS if not j.low <= body.angle(j.name) <= j.high] == []
    assert sum(body.angle(j.name) in (j.low, j.high) for j in JOINTS) > 4
    assert "occiput on R_kneepit" in {miss.what for miss in solution.misses}


def test_what_the_trunk_may_not_do_together_is_told() -> None:
    """Lumbar and thoracic flexion are each within their limits, their sum is not."""
    body = Skeleton.of({"lum_flex": 50, "tho_flex": 35, "lum_rot": -8, "tho_rot": -35, "R_knee": 5})
    over = body.angle("lum_flex") + body.angle("tho_flex") - 80

    solution = examine(shape(base="stand"), body)

    assert over == 5
    assert [(m.what, m.by, m.unit) for m in solution.misses if "trunk" in m.what] == [
        ("the trunk's flexion within its limits", 5.0, "degrees")
    ]


def test_a_joint_beyond_its_limit_is_told() -> None:
    """A body that was made by hand is examined like one that was solved."""
    solution = examine(shape(base="stand"), Skeleton.of({"L_knee": -12}))

    assert "L_knee within its limits: 12 degrees off" in map(str, solution.misses)


def test_the_solver_knows_the_limits_of_joints_and_none_for_the_root() -> None:
    """The pelvis may be anywhere, turned any way."""
    residuals = Residuals(shape(base="stand"))

    assert residuals.low[:6].max() == float("-inf")
    assert residuals.high[:6].min() == float("inf")
    assert (residuals.low[6:] < residuals.high[6:]).all()


def test_an_arm_that_is_raised_lifts_its_girdle_unless_told_otherwise() -> None:
    """Scapulohumeral rhythm: beyond 30 degrees the shoulder blade goes along."""
    raised = solve(shape(base="stand", hints="R_sh_flex 170!50, L_sh_flex 170!50, L_sh_elev 0!50"))

    assert raised.skeleton.angle("R_sh_elev") == pytest.approx(0.16 * 140, abs=1.5)
    assert raised.skeleton.angle("L_sh_elev") == pytest.approx(0, abs=1.5)
