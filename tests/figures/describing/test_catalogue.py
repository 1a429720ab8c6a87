"""Every frame of the built-in catalogue: true, short, plain words, each said once."""

from __future__ import annotations

import re
from functools import cache

import pytest
from attrs import frozen

from spinecare.catalogue import load_catalogue
from spinecare.figures.describing import LONGEST, describe, mirrored_frame, repeated, title
from spinecare.figures.frames import ShapedFrame
from spinecare.figures.scene import Scene
from spinecare.figures.scenes import Drawn, mirrored
from spinecare.model import Side
from tests.figures.describing.bodies import posture, swapped
from tests.figures.describing.oracle import untrue


@frozen
class Shown:
    """A picture of the catalogue."""

    of: str
    """Its exercise."""
    name: str
    """The exercise's name."""
    id: str
    """Its frame."""
    frame: ShapedFrame
    scene: Scene
    text: str
    """What is said of it."""


@cache
def pictures() -> tuple[Shown, ...]:
    """Return every picture, posed as shipped; one whose body is not shipped is solved here."""
    catalogue = load_catalogue()
    found: list[Shown] = []
    for drawing in catalogue.drawings:
        drawn = Drawn(drawing=drawing, postures=catalogue.posture_by_id)
        name = catalogue.entry(drawing.of).name
        for id, frame in drawn.frames.items():
            scene = drawn.scene(id)
            text = describe(frame, scene.skeleton, arrows=scene.arrows)
            found.append(Shown(drawing.of, name, id, frame, scene, text))
    return tuple(found)


def test_many_pictures_are_described() -> None:
    """The tests below look at every drawing."""
    assert {shown.of for shown in pictures()} == {one.of for one in load_catalogue().drawings}
    assert len(pictures()) > 200


def test_descriptions_are_true() -> None:
    """Each phrase holds in the solved body."""
    wrong = {
        (shown.of, shown.id): false
        for shown in pictures()
        if (false := tuple(untrue(shown.text, shown.frame, shown.scene.skeleton)))
    }

    assert wrong == {}


@pytest.mark.parametrize("id", sorted(load_catalogue().posture_by_id))
def test_descriptions_of_postures_are_true(id: str) -> None:
    """Those that drawings begin from, too."""
    frame, body = posture(id)

    text = describe(frame, body)

    assert tuple(untrue(text, frame, body)) == ()


def test_descriptions_are_one_short_sentence_of_plain_words() -> None:
    """A capital, a full stop, no ids, no blanks left, no longer than is listened to."""
    odd = [
        (shown.of, shown.id, shown.text)
        for shown in pictures()
        if not re.fullmatch(r"[A-Z][a-z ,;-]+\.", shown.text) or len(shown.text) > LONGEST
    ]

    assert odd == []


def test_titles_with_descriptions_are_unique() -> None:
    """No two pictures of the catalogue are called and told the same, on either side."""
    labels = [
        (title(shown.name, side=side, frame=shown.id), text)
        for shown in pictures()
        for side, text in ((Side.RIGHT, shown.text), (Side.LEFT, swapped(shown.text)))
    ]

    assert repeated(labels) == ()


def test_titles_alone_are_unique_within_an_exercise() -> None:
    """The frame's name tells the pictures of an exercise apart."""
    labels = [(title(shown.name, frame=shown.id), shown.of) for shown in pictures()]

    assert repeated(labels) == ()


def test_pictures_of_the_left_are_described_with_the_sides_changed() -> None:
    """Every drawing once more for the other side."""
    wrong = [
        (shown.of, shown.id)
        for shown in pictures()
        if describe(
            mirrored_frame(shown.frame),
            mirrored(shown.scene).skeleton,
            arrows=mirrored(shown.scene).arrows,
        )
        != swapped(shown.text)
    ]

    assert wrong == []
