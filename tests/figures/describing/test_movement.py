"""What arrows say: who moves, and where to, in the person's own words."""

from __future__ import annotations

import pytest

from spinecare.figures.body import Vec
from spinecare.figures.describing import describe
from spinecare.figures.frames import ShapedFrame
from spinecare.figures.scene import Arrow
from spinecare.figures.skeleton import Skeleton
from tests.figures.describing.bodies import framed, lowered, of_posture, posture, put_down, sides


def moving(id: str, *arrows: tuple[str, Vec], to_and_fro: bool = False) -> str:
    """Return what is said of a posture with arrows after the semicolon."""
    frame, body = posture(id)
    shown = ShapedFrame(
        id="x", shape=frame.shape, props=frame.props, arrows=tuple(text for text, _ in arrows)
    )
    paths = tuple(Arrow(path=((0, 0, 0), way), is_both_ways=to_and_fro) for _, way in arrows)
    return describe(shown, body, arrows=paths).partition("; ")[2]


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ((0, 1, 0), "up"),
        ((0, -1, 0), "down"),
        ((1, 0, 0), "forward"),
        ((-1, 0, 0), "back"),
        ((0, 0, 1), "to the right"),
        ((0, 0, -1), "to the left"),
        ((1, 0.7, 0), "forward and up"),
        ((1, 0.3, 0), "forward"),
    ],
)
def test_ways_of_somebody_standing(way: Vec, expected: str) -> None:
    """Two directions are named where the second is large."""
    assert moving("standing", ("go head", way)) == f"the head moves {expected}."


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ((-1, 0, 0), "towards the head"),
        ((1, 0, 0), "towards the feet"),
        ((0, 1, 0), "up"),
        ((0, 0, 1), "to the right"),
    ],
)
def test_ways_of_somebody_lying_are_told_by_head_and_feet(way: Vec, expected: str) -> None:
    """Forward would be unclear."""
    assert moving("supine", ("go pelvis", way)) == f"the pelvis moves {expected}."


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ((0, 1, 0), "up and down"),
        ((1, 0, 0), "forward and back"),
        ((0, 0, 1), "from side to side"),
    ],
)
def test_an_arrow_with_two_heads_goes_to_and_fro(way: Vec, expected: str) -> None:
    """Both ends are named."""
    assert moving("standing", ("go head", way), to_and_fro=True) == f"the head moves {expected}."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("push head 1 0 0", "the head presses forward."),
        ("circle pelvis y 0.1", "the pelvis moves in a circle."),
        ("circle pelvis y 0.1 300", "the pelvis moves in a circle."),
        ("circle R_knee y 0.1", "the knees move in circles."),
        ("circle head x 0.1 120", "the head moves forward."),
        ("push R_palm 1 0 0", "the hands press forward."),
        ("move R_shin", "the legs move forward."),
    ],
)
def test_pushes_and_circles(text: str, expected: str) -> None:
    """A short part of a circle is a way; an even body moves on both sides."""
    assert moving("standing", (text, (1, 0, 0))) == expected


def test_a_turned_head_turns() -> None:
    """And a turned chest; up is not turning."""
    frame, _ = posture("standing")
    aside, up = (Arrow(path=((0, 0, 0), way)) for way in ((0, 0, -1), (0, 1, 0)))

    def with_arrow(text: str, arrow: Arrow, changes: dict[str, float]) -> str:
        shown = ShapedFrame(id="x", shape=frame.shape, props=frame.props, arrows=(text,))
        return describe(shown, put_down(Skeleton.of(changes)), arrows=(arrow,)).partition("; ")[2]

    assert with_arrow("move nose", aside, {"neck_rot": 40}) == "the head turns to the left."
    assert with_arrow("move nose", up, {"neck_rot": 40}) == "the head moves up."
    assert with_arrow("push head", aside, {"neck_rot": 40}) == "the head presses to the left."
    assert with_arrow("go chest", aside, {"tho_rot": 35}) == "the chest turns to the left."
    assert with_arrow("go chest", aside, {}) == "the chest moves to the left."
    assert with_arrow("go pelvis", aside, {"tho_rot": 35}) == "the pelvis moves to the left."


def test_a_body_that_is_not_even_moves_one_side() -> None:
    """With its side."""
    assert moving("walking", ("move R_knee", (1, 0, 0))) == "the right knee moves forward."
    assert (
        moving("walking", ("circle L_heel y 0.1", (1, 0, 0))) == "the left heel moves in a circle."
    )


def test_what_both_sides_do_is_said_once() -> None:
    """Two arrows, mirrored or alike, are one movement."""
    apart = moving("walking", ("go R_knee", (0, 0, 1)), ("go L_knee", (0, 0, -1)))
    alike = moving("walking", ("go L_knee", (0, 1, 0)), ("go R_knee", (0, 1, 0)))
    same = moving("walking", ("go R_knee", (0, 0, 1)), ("go L_knee", (0, 0, 1)))
    other = moving("walking", ("go R_knee", (0, 1, 0)), ("go L_knee", (0, -1, 0)))
    twice = moving("supine", ("move R_knee", (0, 1, 0)), ("move L_knee", (0, 1, 0)))

    assert apart == "the knees move outwards."
    assert alike == "the knees move up."
    assert same == "the knees move to the right."
    assert other == "the right knee moves up, the left knee moves down."
    assert twice == "the knees move up."


def test_what_sways_to_and_fro_on_both_sides_is_said_once() -> None:
    """From side to side."""
    arrows = (("go R_knee", (0.0, 0.0, 1.0)), ("go L_knee", (0.0, 0.0, -1.0)))

    assert moving("walking", *arrows, to_and_fro=True) == "the knees move from side to side."


def test_two_parts_are_said_in_the_order_of_the_frame() -> None:
    """With a comma between."""
    text = moving("supine", ("move R_palm", (-1, 0, 0)), ("move R_heel", (1, 0, 0)))

    assert text == "the hands move towards the head, the heels move away from the head."
    assert moving("walking", ("move R_palm", (1, 0, 0)), ("move L_heel", (0, 1, 0))) == (
        "the right hand moves forward, the left heel moves up."
    )


def test_nothing_moves_towards_itself() -> None:
    """Feet go away from the head, and the head from the feet."""
    stretched = moving("supine", ("go R_toetip", (1, 0, 0)), ("go crown", (-1, 0, 0)))

    assert stretched == "the feet move away from the head, the head moves away from the feet."
    assert moving("supine", ("go R_knee", (1, 0, 0))) == "the knees move away from the head."
    assert moving("supine", ("go chest", (1, 0, 0))) == "the chest moves towards the feet."


def test_hands_beyond_the_head_move_away_from_the_feet() -> None:
    """As in a long stretch."""
    shown = framed("supine", arrows=("move R_fingers",))
    body = lowered(sides(sh_flex=175), "supine")

    text = describe(shown, body, arrows=(Arrow(path=((0, 0, 0), (-1, 0, 0))),))

    assert text.endswith("; the hands move away from the feet.")


def test_without_paths_nothing_is_said_of_movement() -> None:
    """A picture without arrows has none."""
    assert ";" not in of_posture("standing", {})
