"""Titles, uniqueness, and the tables of words."""

from __future__ import annotations

import pytest

from spinecare.figures.body import SEGMENTS
from spinecare.figures.describing import LONGEST, describe, repeated, title
from spinecare.figures.describing.naming import hand_at, part_at, part_moving
from spinecare.figures.describing.phrases import TEMPLATES
from spinecare.figures.describing.words import AXIAL, DIRECTIONS, PAIRED, part, say
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.props import SHAPES
from spinecare.model import Side
from tests.figures.describing.bodies import framed, lowered


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, "Half push-up"),
        ({"frame": "up"}, "Half push-up: up"),
        ({"frame": "up", "number": 2, "of": 3}, "Half push-up: frame 2 of 3, up"),
        ({"number": 2, "of": 3}, "Half push-up: frame 2 of 3"),
        ({"side": Side.RIGHT, "frame": "stretch"}, "Half push-up, right side: stretch"),
        ({"side": Side.LEFT}, "Half push-up, left side"),
        ({"side": Side.BOTH}, "Half push-up"),
        ({"frame": "relax-left"}, "Half push-up: relax left"),
        ({"frame": "relax_left"}, "Half push-up: relax left"),
        ({"side": Side.LEFT, "frame": "relax-left"}, "Half push-up, left side: relax right"),
        ({"side": Side.RIGHT, "frame": "relax-left"}, "Half push-up, right side: relax left"),
    ],
)
def test_a_title_names_exercise_side_step_and_frame(
    arguments: dict[str, object], expected: str
) -> None:
    """As far as there are any; in the mirror image a frame called left shows the right."""
    assert title("Half push-up", **arguments) == expected  # type: ignore[arg-type]  # fields by name


def test_what_is_said_twice_is_found() -> None:
    """Each pair once, in order; the same words under another title are no repetition."""
    labels = [("b", "x"), ("a", "x"), ("b", "x"), ("a", "x"), ("c", "x")]

    assert repeated(labels) == (("a", "x"), ("b", "x"))
    assert repeated([("a", "x"), ("b", "x"), ("a", "y")]) == ()


@pytest.mark.parametrize("sides", ["R", "L", "RL"])
def test_every_phrase_can_be_said_of_either_side_and_of_both(sides: str) -> None:
    """Its blanks name parts that there are."""
    blanks = (
        "at",
        "thing",
        "who",
        "where",
        "first",
        "second",
        "name",
        "side",
        "head",
        "tail",
        "how",
    )
    filled = dict.fromkeys((*blanks, "number", "of", "frame"), "…")

    texts = [say(key, sides, **filled) for key in TEMPLATES]

    assert [text for text in texts if "{" in text or "_" in text] == []


@pytest.mark.parametrize(
    ("sides", "is_other", "expected"),
    [
        ("R", False, "right knee"),
        ("L", False, "left knee"),
        ("RL", False, "knees"),
        ("R", True, "left knee"),
        ("L", True, "right knee"),
        ("RL", True, "opposite knees"),
    ],
)
def test_a_part_is_named_with_its_side(sides: str, is_other: bool, expected: str) -> None:
    """What both sides have is said in the plural."""
    assert part("knee", sides, is_other=is_other) == expected
    assert part("belly", sides, is_other=is_other) == "belly"


def test_every_landmark_has_names() -> None:
    """Whatever is added to the body, people have a word for it."""
    known = set(AXIAL) | set(PAIRED)

    assert {part_at(name) for name in LANDMARKS} <= known
    assert {part_moving(name) for name in LANDMARKS} <= known
    assert {hand_at(name) for name in LANDMARKS} <= set(TEMPLATES)
    assert len(SEGMENTS) == 26


@pytest.mark.parametrize("prop", sorted(SHAPES))
def test_every_thing_can_be_in_the_picture(prop: str) -> None:
    """Whatever is added to the things, a sentence comes of it."""
    written = f"{prop} head" if SHAPES[prop].is_at_landmark else prop

    text = describe(framed(props=(written,)), lowered({}, "stand"))

    assert text.endswith(".")


def test_directions_are_words() -> None:
    """None is empty."""
    assert all(DIRECTIONS.values())


def test_a_sentence_too_long_loses_its_smallest_clauses() -> None:
    """What makes the picture stays, and what moves."""
    angles = {
        "neck_flex": 40.0,
        "neck_rot": 40.0,
        "neck_lat": 30.0,
        "tho_rot": 35.0,
        "lum_lat": 20.0,
        "R_sh_elev": 30.0,
        "L_sh_prot": -19.0,
        "R_sh_flex": 60.0,
        "R_elbow": 100.0,
        "tho_lat": 20.0,
        "lum_flex": 50.0,
        "R_hip_flex": 40.0,
        "R_knee": 90.0,
    }
    things = ("bed 0.5 1.0", "ball 0.9", "chair -0.9", "bar 0.4 0.9", "wall 0.9", "stairs 0.6 2")
    more = ("pillow R_knee", "pillow L_heel", "towel -0.3", "dumbbells")
    frame = framed(hints=angles, props=(*things, *more))

    text = describe(frame, lowered(angles, "stand"))

    assert len(text) <= LONGEST
    assert text.startswith("Standing on the left leg, ")
    assert "dumbbell" in text
    assert "a wall" not in text
