"""Every drawn body is where it was when its picture was reviewed."""

from __future__ import annotations

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.figures.skeleton import Skeleton
from tests.figures.golden_landmarks import (
    WITHIN,
    as_text,
    bodies,
    moved,
    points,
    reviewed,
    thousandths,
)

COMMAND = "look at the pictures, then: python -m tests.figures.golden_landmarks"
DRAWN = dict(bodies(load_catalogue()))


def test_every_frame_was_reviewed() -> None:
    """A new frame joins the file; one that is gone leaves it."""
    assert set(reviewed()) == set(DRAWN), COMMAND


@pytest.mark.parametrize("name", reviewed())
def test_a_body_is_where_it_was_reviewed(name: str) -> None:
    """Each of 30 landmarks, and each palm's direction, within 0.02 of the height."""
    body = DRAWN.get(name)

    told = moved(body, reviewed()[name]) if body else {}  # the test above tells what is gone

    assert told == {}, COMMAND


def test_a_body_that_moved_is_told_with_its_landmarks() -> None:
    """So that the picture is looked at in the right place."""
    ease = Skeleton.standing()
    places = thousandths(ease)

    assert len(places) == 3 * len(points(ease))
    assert moved(ease, places) == {}
    told = moved(Skeleton.of({"R_knee": 20}), places)
    assert set(told) == {"R_ankle", "R_heel", "R_toetip"}
    assert min(told.values()) > WITHIN
    assert set(moved(Skeleton.of({"R_pron": 40}), places)) == {"R_stick"}


def test_the_file_has_a_frame_a_line() -> None:
    """Its diff names what changed."""
    assert as_text({"a": [1, 2], "b": [3]}) == '{\n"a": [1, 2],\n"b": [3]\n}\n'
