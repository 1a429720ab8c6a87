"""Who is painted before whom."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare.figures.rendering import render
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.order import painted_order
from spinecare.figures.rendering.pieces import Seen, far_parts, pieces_of
from spinecare.figures.scene import Prop, Scene, View
from spinecare.figures.skeleton import Skeleton
from tests.figures.rendering.scenes import (
    ASLANT,
    BACK,
    FLOOR,
    FRONT,
    SCENES,
    SIDE,
    SITTING,
    STANDING,
    SUPINE,
    TOP,
    body,
    both,
)

ARMS_FORWARD = body(both(sh_flex=45, elbow=80, sh_rot=40))


def _names(scene: Scene) -> list[str]:
    """Return the parts and things of a picture as they are painted, things by their fill."""
    svg = render(scene, title="", description="")
    return [part.split('"')[0] for part in svg.split('<path id="f')[1:]]


@pytest.mark.parametrize(
    ("view", "is_before"), [(FRONT, True), (BACK, False), (TOP, True)], ids=["front", "back", "top"]
)
def test_forearms_held_before_the_trunk_hide_it_only_from_where_they_are_nearer(
    view: View, is_before: bool
) -> None:
    """The same body, from its front, its back, and above while it lies."""
    body = (
        ARMS_FORWARD
        if view is not TOP
        else Skeleton(base="supine", numbers=(0.0, 0.1, *ARMS_FORWARD.numbers[2:]))
    )

    names = _names(Scene(skeleton=body, view=view))

    for side in "RL":
        assert (names.index(f"{side}_fore") > names.index("trunk")) is is_before


def test_the_near_leg_is_painted_after_the_far_one() -> None:
    """Seen from either side."""
    right = _names(Scene(skeleton=STANDING, view=SIDE))
    left = _names(Scene(skeleton=STANDING, view=View(azimuth_deg=180, elevation_deg=0)))

    assert right.index("R_thigh") > right.index("L_thigh")
    assert left.index("L_thigh") > left.index("R_thigh")


def test_hands_under_the_hips_are_hidden_by_them() -> None:
    """Weak spot of the prototype: they read as lying beside."""
    beneath = body({"ty": 0.1, **both(sh_flex=4, sh_abd=-9, elbow=12)}, "prone")
    above = body({"ty": 0.1, **both(sh_abd=10)}, "supine")

    names = _names(Scene(skeleton=beneath, view=SIDE))
    beside = _names(Scene(skeleton=above, view=SIDE))

    assert names.index("pelvis") > names.index("R_hand")
    assert names.index("R_thigh") > names.index("R_hand")
    assert beside.index("R_hand") > beside.index("pelvis")


def test_hems_hide_what_comes_out_of_them_unless_one_looks_into_them() -> None:
    """From the side the sleeve hides the arm; from where the hand points, the arm the sleeve."""
    forward = body(both(sh_flex=90))

    from_the_side = _names(Scene(skeleton=forward, view=SIDE))
    from_the_front = _names(Scene(skeleton=forward, view=FRONT))

    assert from_the_side.index("R_sleeve") > from_the_side.index("R_uarm")
    assert from_the_front.index("R_sleeve") < from_the_front.index("R_uarm")


def test_the_neck_comes_out_of_the_shirt_and_is_behind_it_from_the_back() -> None:
    """The collar is open to the front; a raised arm hides the neck."""
    front, back = (_names(Scene(skeleton=STANDING, view=view)) for view in (FRONT, BACK))

    assert front.index("neck") > front.index("trunk")
    assert back.index("neck") < back.index("trunk")
    assert front.index("head") > front.index("neck")
    assert back.index("head") > back.index("neck")


@pytest.mark.parametrize("view", [SIDE, FRONT, BACK, ASLANT])
def test_no_line_divides_a_limb_at_its_joints(view: View) -> None:
    """Hips, knees, elbows, wrists and shoulders of a standing body are painted once more."""
    svg = render(Scene(skeleton=STANDING, view=view), title="", description="")
    near = {"R", "L"} if view in (FRONT, BACK) else {"R"}

    for side in near:
        for child in ("thigh", "shank", "sleeve", "hand", "fore"):
            assert f'id="f{side}_{child}-j"' in svg, (side, child)


def test_a_joint_is_not_painted_over_what_is_between() -> None:
    """A hand between two parts of one colour would vanish."""
    pieces = pieces_of(Seen(STANDING, Camera.of(SIDE)))
    by_name = {piece.name: piece for piece in pieces}
    thigh, pelvis, hand = by_name["R_thigh"], by_name["pelvis"], by_name["R_hand"]
    hand = evolve(hand, capsules=thigh.capsules, bounds=thigh.bounds)
    forced = {
        ("pelvis", "R_thigh"): -1.0,
        ("R_hand", "R_thigh"): -1.0,
        ("R_hand", "pelvis"): 1.0,
    }

    weakly = {**forced, ("R_hand", "R_thigh"): -1.0, ("R_hand", "pelvis"): 1e-5}

    blocked = painted_order([thigh, pelvis, hand], forced, [(thigh, pelvis)])
    free = painted_order(
        [thigh, pelvis, hand], {**forced, ("R_hand", "R_thigh"): 1.0}, [(thigh, pelvis)]
    )
    below = painted_order(
        [thigh, pelvis, hand], {**forced, ("R_hand", "pelvis"): -1.0}, [(thigh, pelvis)]
    )
    weak = painted_order([thigh, pelvis, hand], weakly, [(thigh, pelvis)])

    assert [piece.name for piece in blocked.pieces] == ["pelvis", "R_hand", "R_thigh"]
    assert blocked.joints == ()
    assert weak.pieces[0].name == "R_hand"
    assert len(weak.joints) == 1
    assert [piece.name for piece in free.pieces] == ["pelvis", "R_thigh", "R_hand"]
    assert len(free.joints) == 1
    assert below.pieces[0].name == "R_hand"
    assert len(below.joints) == 1


def test_a_ring_of_parts_is_broken_where_it_is_least_wrong() -> None:
    """Three arms, each before the next, still have an order."""
    pieces = [
        evolve(piece, parent="")
        for piece in pieces_of(Seen(STANDING, Camera.of(SIDE)))
        if piece.name in ("R_hand", "R_fore", "R_thigh")
    ]
    thigh = next(piece for piece in pieces if piece.name == "R_thigh")
    same = [evolve(piece, capsules=thigh.capsules, bounds=thigh.bounds) for piece in pieces]
    ring = {("R_hand", "R_fore"): 3.0, ("R_fore", "R_thigh"): 2.0, ("R_thigh", "R_hand"): 1.0}

    order = painted_order(same, ring)

    assert [piece.name for piece in order.pieces] == ["R_thigh", "R_fore", "R_hand"]


@pytest.mark.parametrize(
    ("body", "view", "far"),
    [
        (STANDING, SIDE, {"L_leg", "L_arm"}),
        (STANDING, View(azimuth_deg=180, elevation_deg=0), {"R_leg", "R_arm"}),
        (STANDING, FRONT, set()),
        (SUPINE, TOP, set()),
        (body({"tho_rot": 35, "lum_rot": 8}), View(azimuth_deg=-10, elevation_deg=0), {"L_leg"}),
    ],
    ids=["right", "left", "front", "top", "twisted"],
)
def test_limbs_are_far_on_the_side_that_is_turned_away(
    body: Skeleton, view: View, far: set[str]
) -> None:
    """Arms and legs each for themselves; from the front and from above nothing is far."""
    assert far_parts(Seen(body, Camera.of(view))) == far


def test_who_sits_on_a_chair_hides_its_seat_and_is_before_its_back_rest() -> None:
    """But seen from behind, the back rest hides the back."""
    scene = Scene(skeleton=SITTING, view=ASLANT, props=(FLOOR, Prop(name="chair")))

    aslant = _fills(scene)
    behind = _fills(evolve(scene, view=View(azimuth_deg=-80, elevation_deg=10)))

    assert aslant.index("trunk") > max(_places(aslant, "cushion"))
    assert behind.index("trunk") < max(_places(behind, "cushion"))


def test_what_lies_on_a_bed_hides_it() -> None:
    """However deep it sinks in."""
    names = _fills(SCENES["on the bed"])

    assert max(_places(names, "cushion")) < min(
        names.index(name) for name in ("trunk", "pelvis", "R_thigh")
    )


def test_a_far_leg_on_a_bed_is_not_hidden_by_it() -> None:
    """Though half of the bed is nearer to the viewer than the leg."""
    scene = evolve(SCENES["on the bed"], skeleton=body({"ty": 0.31}, "supine"))

    names = _fills(scene)

    (bed,) = _places(names, "cushion")
    assert bed < min(names.index(name) for name in ("L_thigh", "L_shank", "L_foot"))


def test_the_far_arm_is_behind_a_ball_and_the_near_one_before_it() -> None:
    """Who kneels over it."""
    names = _fills(SCENES["over the ball"])

    (ball,) = _places(names, "cushion")
    assert names.index("L_fore") < ball < names.index("R_fore")
    assert names.index("trunk") > ball


def test_fists_close_round_a_bar_but_its_near_end_hides_them() -> None:
    """Seen end on."""
    scene = SCENES["hanging"]
    across, end_on = _fills(scene), _fills(evolve(scene, view=SIDE))

    assert max(_places(across, "wood")) < across.index("R_hand")
    assert max(_places(end_on, "wood")) > end_on.index("R_hand")


def test_of_a_weight_one_plate_is_behind_the_fist_and_one_before_it() -> None:
    """Seen along it."""
    scene = evolve(SCENES["weights"], view=View(azimuth_deg=0, elevation_deg=80))
    names = _fills(scene)
    first, *_, last = _places(names, "metal")

    assert first < names.index("R_hand") < last


def _fills(scene: Scene) -> list[str]:
    """Return what is painted in order: parts by name, things by what they are made of."""
    svg = render(scene, title="", description="")
    fills = {"#efe8dc": "cushion", "#e3d8c6": "wood", "#b4bec6": "metal", "#eef0f1": "wall"}
    found: list[str] = []
    for text in svg.split("<path ")[1:]:
        if text.startswith('id="f'):
            found.append(text[5:].split('"')[0])
        elif text.startswith('fill="') and text[6:13] in fills:
            found.append(fills[text[6:13]])
    return found


def _places(names: list[str], name: str) -> list[int]:
    return [place for place, other in enumerate(names) if other == name]
