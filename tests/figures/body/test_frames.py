"""Frames take over from postures and from each other what they do not change."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare.errors import FaultyInputError
from spinecare.figures.frames import ShapedFrame, shaped, shaped_frame, shaped_posture
from spinecare.figures.props import BED_HEIGHT
from spinecare.figures.scene import Prop
from spinecare.figures.shape import At, Hint, On, Touch, Toward
from spinecare.model import Drawing, ExerciseId, Frame

POSTURES = {
    posture.id: posture
    for posture in (
        Frame(
            id="lying",
            base="supine",
            hints="R_knee 20, L_knee 30!2",
            on="sacrum, R_heel",
            at="pelvis 0 - 0, palm 0.1 f 0.2",
            toward="pelvis y -1 0 0, uarm y 1 0 0",
            props=("mat", "pillow head"),
        ),
        Frame(id="resting", like="lying", hints="L_knee 0"),
    )
}


def drawn(*frames: Frame, props: tuple[str, ...] = ()) -> dict[str, ShapedFrame]:
    """Return the frames of a drawing, read."""
    return shaped(Drawing(of=ExerciseId("neck"), frames=frames, props=props), POSTURES).frames


def test_a_posture_may_be_like_another_one() -> None:
    """Only what it says is its own."""
    lying, resting = shaped_posture("lying", POSTURES), shaped_posture("resting", POSTURES)

    assert resting.shape.contacts == lying.shape.contacts
    assert resting.shape.hints == (Hint("L_knee", 0.0), Hint("R_knee", 20.0))
    assert resting.props == lying.props


def test_hints_replace_those_of_the_same_joint_and_keep_the_others() -> None:
    """The angle and the stiffness both."""
    (frame,) = drawn(Frame(id="a", like="lying", hints="L_knee 90, R_elbow 10")).values()

    assert frame.shape.hints == (
        Hint("L_knee", 90.0),
        Hint("R_elbow", 10.0),
        Hint("R_knee", 20.0),
    )


def test_a_contact_replaces_every_one_about_the_same_landmark() -> None:
    """A foot that is lifted no longer lies: whatever the kinds of contact."""
    (frame,) = drawn(
        Frame(id="a", like="lying", touch="R_palm R_shin", at="R_heel 0.4 0.2 0")
    ).values()

    assert frame.shape.contacts == (
        On("sacrum"),
        At("pelvis", (0.0, None, 0.0)),
        At("L_palm", (0.1, None, -0.2), True),
        Toward("pelvis", (0, 1, 0), (-1, 0, 0)),
        Toward("R_uarm", (0, 1, 0), (1, 0, 0)),
        Toward("L_uarm", (0, 1, 0), (1, 0, 0)),
        At("R_heel", (0.4, 0.2, 0.0)),
        Touch("R_palm", "R_shin"),
    )


def test_a_place_of_the_pelvis_leaves_its_direction_alone() -> None:
    """The pelvis is a landmark and a segment: where it is, and where it points."""
    placed, pointed = drawn(
        Frame(id="placed", like="lying", at="pelvis 0.5 - 0"),
        Frame(id="pointed", like="lying", toward="pelvis x 0 1 0"),
    ).values()

    assert Toward("pelvis", (0, 1, 0), (-1, 0, 0)) in placed.shape.contacts
    assert At("pelvis", (0.5, None, 0.0)) in placed.shape.contacts
    assert At("pelvis", (0.0, None, 0.0)) in pointed.shape.contacts
    assert Toward("pelvis", (0, 1, 0), (-1, 0, 0)) not in pointed.shape.contacts


def test_what_is_freed_has_no_contact_left() -> None:
    """Landmarks and segments, of both sides where no side is named."""
    (frame,) = drawn(Frame(id="a", like="lying", free="palm, pelvis, uarm")).values()

    assert frame.shape.contacts == (On("sacrum"), On("R_heel"))


def test_what_is_freed_and_said_anew_holds_as_said() -> None:
    """Freeing comes first."""
    (frame,) = drawn(Frame(id="a", like="lying", free="sacrum", on="sacrum +0.1")).values()

    assert On("sacrum", 0.1) in frame.shape.contacts
    assert On("sacrum") not in frame.shape.contacts


def test_a_frame_may_be_like_an_earlier_one_even_of_a_posture_s_name() -> None:
    """The nearest meaning of a name counts."""
    frames = drawn(
        Frame(id="lying", like="resting", hints="R_knee 90"),
        Frame(id="b", like="lying", hints="R_elbow 5"),
    )

    assert Hint("R_knee", 90.0) in frames["b"].shape.hints
    assert Hint("R_elbow", 5.0) in frames["b"].shape.hints


def test_a_frame_may_lie_another_way_than_what_it_is_like() -> None:
    """The base is taken over unless it is named."""
    same, other = drawn(
        Frame(id="same", like="lying"), Frame(id="other", like="lying", base="prone")
    ).values()

    assert (same.shape.base, other.shape.base) == ("supine", "prone")


def test_props_are_added_and_the_last_of_a_name_and_landmark_counts() -> None:
    """A posture's, then the drawing's, then the frame's."""
    (frame,) = drawn(
        Frame(id="a", like="lying", props=("pillow head 0.2", "pillow R_knee")),
        props=("bed -1 1",),
    ).values()

    assert frame.props == (
        Prop(name="mat"),
        Prop(name="pillow", numbers=(0.2, 0.05), landmark="head"),
        Prop(name="bed", numbers=(-1.0, 1.0, BED_HEIGHT)),
        Prop(name="pillow", numbers=(0.16, 0.05), landmark="R_knee"),
    )
    assert frame.shape.surface == ((-1.0, 1.0, BED_HEIGHT),)


def test_a_mirrored_frame_is_the_other_side_of_an_earlier_one() -> None:
    """Body, and the landmarks that things lie at; the arrows are its own."""
    frames = drawn(
        Frame(id="right", like="lying", props=("pillow R_knee",), arrows=("go R_knee 0 1 0",)),
        Frame(id="left", mirrors="right", arrows=("move L_knee",)),
    )

    right, left = frames["right"], frames["left"]
    assert left.shape == right.shape.mirrored()
    assert left.shape != right.shape
    assert left.props[-1] == evolve(right.props[-1], landmark="L_knee")
    assert (left.arrows, right.arrows) == (("move L_knee",), ("go R_knee 0 1 0",))
    assert (left.is_mirror, right.is_mirror) == (True, False)


def test_a_mirrored_frame_says_nothing_else() -> None:
    """It would not be heard."""
    with pytest.raises(FaultyInputError) as caught:
        drawn(
            Frame(id="right", like="lying"),
            Frame(id="left", mirrors="right", hints="R_knee 20", props=("mat",)),
        )

    assert [str(fault) for fault in caught.value.faults] == [
        (
            "neck: $.frames[1].mirrors: mirrors must stand without what the mirror image has, "
            "got 'hints, props'"
        )
    ]


def test_a_frame_that_mirrors_nothing_is_refused() -> None:
    """With the nearest name; nothing else is told of it."""
    with pytest.raises(FaultyInputError) as caught:
        drawn(Frame(id="right", like="lying"), Frame(id="left", mirrors="rihgt"))

    assert [str(fault) for fault in caught.value.faults] == [
        "neck: $.frames[1].mirrors: mirrors must be an earlier frame, got 'rihgt'; maybe 'right'"
    ]


def test_faults_of_all_frames_and_of_the_drawing_come_together() -> None:
    """Each at its own path."""
    with pytest.raises(FaultyInputError) as caught:
        drawn(
            Frame(id="a", like="lyign", hints="knee x"),
            Frame(id="b", on="sacrun"),
            props=("matt",),
        )

    assert caught.value.what == "drawing"
    assert [(fault.file, fault.path) for fault in caught.value.faults] == [
        ("neck", "$.props"),
        ("neck", "$.frames[0].like"),
        ("neck", "$.frames[0].hints"),
        ("neck", "$.frames[1].on"),
        ("neck", "$.frames[1].base"),
    ]
    assert "maybe 'lying'" in caught.value.faults[1].message
    assert "maybe 'mat'" in caught.value.faults[0].message


def test_view_crop_marks_and_arrows_are_told_with_all_the_rest() -> None:
    """Nothing has to be mended before the next fault is seen."""
    frames = (
        Frame(id="a", like="lying", hints="knee x", arrows=("move R_knee",)),
        Frame(id="b", like="a", arrows=("move R_knee", "fly R_knee", "go R_knee nan 0 1")),
    )
    drawing = Drawing(
        of=ExerciseId("neck"),
        frames=frames,
        view="sdie",
        crop="uper",
        targets="sacrun",
        badge="R_kne",
    )

    with pytest.raises(FaultyInputError) as caught:
        shaped(drawing, POSTURES)

    assert [fault.path for fault in caught.value.faults] == [
        "$.frames[0].hints",
        "$.frames[0].arrows[0]",
        "$.frames[1].arrows[1]",
        "$.frames[1].arrows[2]",
        "$.view",
        "$.crop",
        "$.targets",
        "$.badge",
    ]
    assert "maybe 'side'" in caught.value.faults[4].message
    assert "one of whole, upper, got 'uper'; maybe 'upper'" in caught.value.faults[5].message


def test_postures_that_begin_from_each_other_are_refused() -> None:
    """A ring has no beginning."""
    ring = {"a": Frame(id="a", like="b"), "b": Frame(id="b", like="a")}

    with pytest.raises(FaultyInputError, match="like must be a posture"):
        shaped_posture("a", ring)


def test_a_frame_may_bear_the_name_of_the_posture_it_is_like() -> None:
    """It is another one all the same."""
    own = shaped_frame(Frame(id="lying", like="lying", hints="R_knee 70"), POSTURES)

    assert Hint("R_knee", 70.0) in own.shape.hints
    assert own.shape.contacts == shaped_posture("lying", POSTURES).shape.contacts
