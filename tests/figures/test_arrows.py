"""Arrows follow the way a landmark goes, or stand where their text says."""

from __future__ import annotations

from math import dist

import pytest

from spinecare import Drawing, ExerciseId, Frame, Side, load_catalogue
from spinecare.errors import FaultyInputError
from spinecare.figures.scene import Arrow, ArrowKind
from spinecare.figures.scenes import Drawn

POSTURES = load_catalogue().posture_by_id


def drawn(*arrows: str, like: str = "start", mirrors: str = "") -> Drawn:
    """Return a drawing whose second frame is quadruped with some arrows."""
    second = Frame(id="end", like="" if mirrors else like, mirrors=mirrors, arrows=arrows)
    frames = (Frame(id="start", like="standing"), second)
    return Drawn(drawing=Drawing(of=ExerciseId("x"), frames=frames), postures=POSTURES)


def arrow(text: str, like: str = "walking") -> Arrow:
    """Return the arrow that a text says, on a walking body."""
    (found,) = drawn(text, like=like).scene("end").arrows
    return found


def test_a_straight_arrow_begins_beside_its_landmark_and_leads_away() -> None:
    """A direction of any length gives the same arrow."""
    one, two = arrow("go chest 1 0 0"), arrow("go chest 5 0 0")
    here = drawn(like="walking").skeletons["end"].landmark("chest")

    assert one == two
    assert one.kind is ArrowKind.MOTION
    assert one.path[0][0] - here[0] == pytest.approx(0.035)
    assert one.path[1][0] - one.path[0][0] == pytest.approx(0.14)
    assert not one.is_both_ways


def test_an_arrow_onto_its_landmark_ends_there() -> None:
    """What presses on the body comes from outside."""
    here = drawn(like="walking").skeletons["end"].landmark("chest")

    pressing = arrow("push chest 0 -1 0 onto")

    assert pressing.kind is ArrowKind.PUSH
    assert pressing.path[0][1] > pressing.path[1][1] >= here[1]


def test_an_arrow_leads_to_and_fro_when_it_says_both() -> None:
    """A movement there and back has two heads."""
    assert arrow("go head 0 0 1 both").is_both_ways
    assert arrow("move R_heel both").is_both_ways
    assert arrow("circle head y 0.1 both").is_both_ways


def test_a_movement_leads_from_the_frame_before_to_this_one() -> None:
    """Where no way is shipped, the joints are bent evenly."""
    it = drawn("move R_heel", like="walking")

    (found,) = it.scene("end").arrows

    assert found.path[0] == it.skeletons["start"].landmark("R_heel")
    assert found.path[-1] == it.skeletons["end"].landmark("R_heel")
    assert len(found.path) == 9


def test_a_movement_can_name_the_frame_it_begins_from() -> None:
    """Not every movement begins where the frame before ended."""
    frames = (
        Frame(id="up", like="standing"),
        Frame(id="down", like="sitting"),
        Frame(id="far", like="walking", arrows=("move R_heel from up",)),
    )
    it = Drawn(drawing=Drawing(of=ExerciseId("x"), frames=frames), postures=POSTURES)

    (found,) = it.scene("far").arrows

    assert found.path[0] == it.skeletons["up"].landmark("R_heel")


def test_a_shipped_way_keeps_planted_what_both_frames_plant() -> None:
    """A heel that stays down does not slide on the way."""
    drawing = load_catalogue().drawing("yoga-wind-relieving-pose")
    assert drawing is not None
    it = Drawn(drawing=drawing, postures=POSTURES)

    bodies = it.way()

    heights = [body.landmark("L_heelback")[1] for body in bodies]
    assert len(bodies) == 9
    assert max(heights) < 0.01


def test_the_way_on_the_left_is_the_mirror_image() -> None:
    """Every pose of it, not only its ends."""
    drawing = load_catalogue().drawing("yoga-wind-relieving-pose")
    assert drawing is not None
    it = Drawn(drawing=drawing, postures=POSTURES)

    assert it.way(Side.LEFT) == tuple(body.mirrored() for body in it.way())


@pytest.mark.parametrize("axis", ["x", "y", "z"])
def test_a_circle_is_round_its_landmark(axis: str) -> None:
    """Every point is as far from it, in the plane across the axis."""
    here = drawn(like="walking").skeletons["end"].landmark("head")

    found = arrow(f"circle head {axis} 0.1 180")

    assert all(dist(here, point) == pytest.approx(0.1) for point in found.path)
    flat = {point["xyz".index(axis)] for point in found.path}
    assert flat == {here["xyz".index(axis)]}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "go",
        "fly head 1 0 0",
        "go tail_feather 1 0 0",
        "go head 1 0",
        "go head 0 0 0",
        "go head up now please",
        "move head from nowhere",
        "move head backwards",
        "circle head w 0.1",
        "circle head y wide",
        "circle head y 0",
        "circle head y 1.1",
        "circle head y 0.1 361",
        "circle head y nan",
        "circle head y 0.1 inf",
        "go head nan 0 1",
        "push head 1e300 0 0",
    ],
)
def test_an_arrow_that_cannot_be_read_is_refused_with_its_place(text: str) -> None:
    """All forms are named."""
    with pytest.raises(FaultyInputError) as refused:
        drawn(text, "go head 0 1 0", "sideways", like="walking").scene("end")

    paths = [fault.path for fault in refused.value.faults]
    assert paths == ["$.frames[1].arrows[0]", "$.frames[1].arrows[2]"]
    assert "move LANDMARK" in refused.value.faults[0].message


def test_a_movement_needs_a_frame_before_it() -> None:
    """The first frame comes from nowhere."""
    frames = (Frame(id="start", like="standing", arrows=("move head",)),)
    it = Drawn(drawing=Drawing(of=ExerciseId("x"), frames=frames), postures=POSTURES)

    with pytest.raises(FaultyInputError):
        it.scene()
