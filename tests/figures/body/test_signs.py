"""The clinical meaning of every joint angle: which way a positive one moves the body.

Each row is read from anatomy, not from the code: with the body standing at ease (arms hanging,
palms to the thighs, thumbs forward), 20 degrees more of the joint take a landmark to the named
side. `medially` is towards the body's middle, `laterally` away from it.
"""

from __future__ import annotations

from typing import Final

import pytest

from spinecare.figures.body import JOINTS, ROOT, SEGMENTS
from spinecare.figures.skeleton import Skeleton

Way = tuple[float, float, float]

WAYS: Final[dict[str, Way]] = {
    "forward": (1, 0, 0),
    "backward": (-1, 0, 0),
    "up": (0, 1, 0),
    "down": (0, -1, 0),
    "to the right": (0, 0, 1),
    "to the left": (0, 0, -1),
}
BENT_ELBOW: Final = {"R_elbow": 90.0, "L_elbow": 90.0}
BENT_KNEE: Final = {"R_knee": 90.0, "L_knee": 90.0}
REACHING: Final = {"R_sh_flex": 90.0, "L_sh_flex": 90.0}
TURNED_PALM: Final = {"R_pron": 85.0, "L_pron": 85.0}

# joint, what is bent already, landmark that moves (or that moves, and seen from which), way.
PAIRED: Final[tuple[tuple[str, dict[str, float], str, str], ...]] = (
    ("sh_elev", {}, "shoulder", "up"),  # shrugging
    ("sh_prot", {}, "shoulder", "forward"),  # rounding the shoulders
    ("sh_flex", {}, "elbow", "forward"),
    ("sh_abd", {}, "elbow", "laterally"),
    ("sh_abd", REACHING, "elbow", "laterally"),  # horizontal abduction, from flexion
    ("sh_rot", BENT_ELBOW, "wrist", "medially"),  # internal: the hand comes to the belly
    ("elbow", {}, "wrist", "forward"),
    ("elbow", REACHING, "wrist", "up"),
    ("pron", {}, "palm from wrist", "backward"),  # a hanging hand's palm turns to the back
    ("pron", BENT_ELBOW, "palm from handback", "down"),  # a bent arm's palm turns down
    ("wr_flex", {}, "fingers", "medially"),  # the palm faces the thigh: towards its side
    ("wr_flex", TURNED_PALM, "fingers", "backward"),  # and to the back, when it faces the back
    ("wr_dev", {}, "fingers", "forward"),  # radial: to the thumb's side
    ("hip_flex", {}, "knee", "forward"),
    ("hip_abd", {}, "knee", "laterally"),
    ("hip_rot", {}, "toetip", "medially"),  # internal: pigeon toes
    ("hip_rot", BENT_KNEE, "ankle", "laterally"),  # and the lower leg swings outwards
    ("knee", {}, "ankle", "backward"),
    ("ankle", {}, "toetip", "up"),  # dorsiflexion
    ("inv", {}, "solemid", "medially"),  # the sole faces the other foot
    ("toe", {}, "toetip", "up"),  # extension, as on tiptoe
)
AXIAL: Final[tuple[tuple[str, dict[str, float], str, str], ...]] = (
    ("lum_flex", {}, "upper_back", "forward"),
    ("lum_lat", {}, "upper_back", "to the right"),
    ("lum_rot", {}, "chest", "to the left"),
    ("tho_flex", {}, "head", "forward"),
    ("tho_lat", {}, "head", "to the right"),
    ("tho_rot", {}, "nose", "to the left"),
    ("neck_flex", {}, "crown", "forward"),
    ("neck_flex", {}, "nose", "down"),
    ("neck_lat", {}, "crown", "to the right"),
    ("neck_rot", {}, "nose", "to the left"),
    ("nod", {}, "nose", "down"),
    ("pitch", {}, "crown", "backward"),  # from standing to lying on the back
    ("tilt", {}, "crown", "to the right"),
    ("turn", {}, "nose", "to the left"),
)
BOTH_SIDES: Final = [(side, *row) for row in PAIRED for side in "RL"]


@pytest.mark.parametrize(("side", "joint", "bent", "landmark", "way"), BOTH_SIDES)
def test_a_paired_joint_moves_as_its_clinical_name_says(
    side: str, joint: str, bent: dict[str, float], landmark: str, way: str
) -> None:
    """Of the three directions of space, the named one is the main one, on both sides."""
    outward = "to the right" if side == "R" else "to the left"
    inward = "to the left" if side == "R" else "to the right"
    direction = WAYS[{"laterally": outward, "medially": inward}.get(way, way)]
    names = [f"{side}_{name}" for name in landmark.split(" from ")]

    moved = _moved(f"{side}_{joint}", bent, names)

    _assert_mainly(moved, direction)


@pytest.mark.parametrize(("joint", "bent", "landmark", "way"), AXIAL)
def test_a_joint_of_the_trunk_moves_as_its_clinical_name_says(
    joint: str, bent: dict[str, float], landmark: str, way: str
) -> None:
    """Bending to the right, turning to the left, and bowing are positive."""
    moved = _moved(joint, bent, [landmark])

    _assert_mainly(moved, WAYS[way])


@pytest.mark.parametrize("side", ["R", "L"])
def test_a_joint_of_one_side_leaves_the_other_side_alone(side: str) -> None:
    """A raised right arm is the right arm."""
    other = "L" if side == "R" else "R"
    still = [f"{other}_{name}" for name in ("shoulder", "elbow", "fingers", "knee", "toetip")]
    bent = {joint.name: 15.0 for joint in JOINTS if joint.name.startswith(side)}

    body, ease = Skeleton.of(bent), Skeleton.standing()

    assert [body.landmark(name) for name in still] == [ease.landmark(name) for name in still]


def test_the_table_knows_every_joint_and_every_turn() -> None:
    """A new joint needs its meaning written down."""
    told = {joint for joint, *_ in AXIAL} | {f"{side}_{row[0]}" for row in PAIRED for side in "RL"}

    assert told == {joint.name for joint in JOINTS} | set(ROOT[3:])


def test_what_joints_of_the_spine_share_adds_up_to_the_whole() -> None:
    """A curve bends everywhere the same way: no vertebra goes against its neighbours."""
    shares: dict[str, list[float]] = {}
    for segment in SEGMENTS:
        for hinge in segment.hinges:
            shares.setdefault(hinge.joint, []).append(hinge.share)

    assert [abs(sum(share)) for share in shares.values()] == pytest.approx([1.0] * len(shares))
    assert [sum(map(abs, share)) for share in shares.values()] == pytest.approx([1.0] * len(shares))


@pytest.mark.parametrize(
    ("base", "crown", "nose"),
    [
        ("stand", "up", "forward"),
        ("supine", "backward", "up"),  # the head towards -X
        ("prone", "forward", "down"),
        ("side_R", "backward", "to the right"),
        ("side_L", "backward", "to the left"),
    ],
)
def test_a_base_lays_the_body_as_its_name_says(base: str, crown: str, nose: str) -> None:
    """Head and face tell supine from prone."""
    body = Skeleton.of({}, base)
    along = _minus(body.landmark("crown"), body.landmark("pelvis"))
    face = _minus(body.landmark("nose"), body.landmark("occiput"))

    _assert_mainly(along, WAYS[crown])
    _assert_mainly(face, WAYS[nose])


@pytest.mark.parametrize(("base", "below"), [("side_R", "R"), ("side_L", "L")])
def test_lying_on_a_side_has_that_side_below(base: str, below: str) -> None:
    """`side_R` is lying on the right side."""
    above = "L" if below == "R" else "R"

    body = Skeleton.of({}, base)

    assert body.landmark(f"{below}_hip")[1] < body.landmark(f"{above}_hip")[1]


@pytest.mark.parametrize(("side", "middle"), [("R", -1), ("L", 1)])
def test_a_palm_faces_the_thigh_at_ease_and_the_kneecap_forward(side: str, middle: int) -> None:
    """The neutral position that every angle counts from."""
    body = Skeleton.standing()
    palm = _minus(body.landmark(f"{side}_palm"), body.landmark(f"{side}_handback"))
    knee = _minus(body.landmark(f"{side}_kneecap"), body.landmark(f"{side}_knee"))
    big_toe = _minus(body.landmark(f"{side}_bigtoe"), body.landmark(f"{side}_toetip"))

    _assert_mainly(palm, (0, 0, middle))
    _assert_mainly(knee, WAYS["forward"])
    _assert_mainly(big_toe, (0, 0, middle))


def _moved(joint: str, bent: dict[str, float], names: list[str]) -> Way:
    """Return how 20 degrees more move a landmark, or the way from one landmark to another."""
    before, after = Skeleton.of(bent), Skeleton.of(bent | {joint: bent.get(joint, 0.0) + 20.0})
    places = [_minus(after.landmark(name), before.landmark(name)) for name in names]
    return places[0] if len(places) == 1 else _minus(places[0], places[1])


def _minus(first: Way, second: Way) -> Way:
    return (first[0] - second[0], first[1] - second[1], first[2] - second[2])


def _assert_mainly(moved: Way, direction: Way) -> None:
    along = sum(a * b for a, b in zip(moved, direction, strict=True))

    assert along > 0.003
    assert along == pytest.approx(max(map(abs, moved)))
