"""Poses come from the file that is shipped; a new shape is solved, or refused with the reason."""

from __future__ import annotations

import builtins
import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve

from spinecare.errors import ImpossiblePoseError, MissingExtraError
from spinecare.figures import cache
from spinecare.figures.cache import Solved, between, pose, posed, restored, shipped, stored, way_key
from spinecare.figures.frames import shaped_posture
from spinecare.figures.shape import Hint, Shape
from spinecare.figures.skeleton import Skeleton
from spinecare.figures.solving import solve
from spinecare.model import Frame
from tests.figures.body.shapes import POSTURES, farthest, posture, shape, solved

NOWHERE = shape(base="stand", on="heel", at="R_fingers - 1.6 -")
LEANING = shape(base="stand", hints="R_knee 20, lum_lat 5", on="L_heel", at="pelvis 0 - 0")
BENDING = shape(base="stand", hints="R_knee 60", on="L_heel", at="pelvis 0 - 0")
BODY = Skeleton.of({"R_knee": 20.125, "lum_lat": 5, "tx": 0.12345})
MIDDLE = Skeleton.of({"R_knee": 40})


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch) -> Iterator[Solved]:
    """A file with one pose that no solver would find, and one way."""
    known = Solved(
        poses={LEANING.key: stored(BODY)},
        ways={way_key(LEANING, BENDING): [stored(MIDDLE), stored(BODY)]},
    )
    monkeypatch.setattr(cache, "shipped", lambda: known)
    cache._solved.cache_clear()
    yield known
    cache._solved.cache_clear()


@pytest.fixture
def no_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without numpy: every import of it, and of what needs it, fails."""
    plain_import = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name.split(".", 1)[0] == "numpy":
            message = "No module named 'numpy'"
            raise ModuleNotFoundError(message, name="numpy")
        return plain_import(name, *rest, **named)

    for name in [name for name in sys.modules if name.startswith("spinecare.figures.solving")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", refuse)


def test_a_known_shape_is_posed_as_shipped(file: Solved) -> None:
    """Not solved again."""
    assert posed(LEANING, "x") == BODY
    assert set(file.poses) == {LEANING.key}


@pytest.mark.usefixtures("file")
def test_the_mirror_image_of_a_known_shape_is_the_mirror_image_of_its_pose() -> None:
    """One pose is shipped for both sides."""
    assert posed(LEANING.mirrored(), "x") == BODY.mirrored()


@pytest.mark.usefixtures("file")
def test_a_new_shape_is_solved_once() -> None:
    """The same body each time, and as exact as a shipped one."""
    body = posed(BENDING, "x")

    assert body == solve(BENDING).skeleton
    assert posed(BENDING, "x") is body
    assert restored(body.base, stored(body)) == body


@pytest.mark.usefixtures("file")
def test_an_impossible_shape_is_refused_with_what_cannot_hold_and_by_how_much() -> None:
    """Named as its author named it; every miss has a line."""
    with pytest.raises(ImpossiblePoseError) as caught:
        posed(NOWHERE, "neck, frame start")

    assert caught.value.pose == "neck, frame start"
    assert caught.value.misses == tuple(map(str, solve(NOWHERE).misses))
    assert "- R_fingers at (free, 1.6, free): 0." in str(caught.value)
    assert " cm of 175)" in str(caught.value)
    assert str(caught.value).startswith("the pose 'neck, frame start' must be one that a body can")


@pytest.mark.usefixtures("file", "no_numpy")
def test_without_numpy_a_new_shape_is_refused_naming_the_extra() -> None:
    """And how to install it."""
    with pytest.raises(MissingExtraError) as caught:
        posed(BENDING, "x")

    assert (caught.value.package, caught.value.extra) == ("numpy", "figures")
    assert "pip install 'spinecare[figures]'" in str(caught.value)


@pytest.mark.usefixtures("file", "no_numpy")
def test_without_numpy_a_known_shape_is_posed() -> None:
    """Drawing needs nothing beyond the core."""
    assert posed(LEANING, "x") == BODY
    assert len(between(LEANING, BENDING)) == 2


@pytest.mark.usefixtures("file")
def test_the_way_between_two_known_shapes_is_the_shipped_one() -> None:
    """For both sides; none where none is known, nor backwards."""
    assert between(LEANING, BENDING) == (MIDDLE, BODY)
    assert between(LEANING.mirrored(), BENDING.mirrored()) == (MIDDLE.mirrored(), BODY.mirrored())
    assert between(BENDING, LEANING) == ()


def test_a_pose_is_kept_as_whole_numbers() -> None:
    """Places to a hundred-thousandth of the height, angles to a thousandth of a degree."""
    numbers = stored(BODY)

    assert (numbers[0], numbers[1], len(numbers)) == (12345, 53000, 48)
    assert 20125 in numbers
    assert json.loads(json.dumps(numbers)) == numbers
    assert restored("stand", numbers) == BODY


def test_a_solved_pose_is_kept_without_loss() -> None:
    """So that a shipped figure and one solved here are the same picture."""
    body = solved("lunge-kneeling").skeleton

    assert restored(body.base, stored(body)) == body


def test_the_shipped_file_can_be_read() -> None:
    """48 whole numbers a pose, and the same for each pose of a way."""
    known = shipped()

    assert known.poses
    assert {len(numbers) for numbers in known.poses.values()} == {48}
    assert {len(n) for way in known.ways.values() for n in way} <= {48}
    assert farthest(posed(posture("standing"), "standing"), solved("standing").skeleton) < 1e-4


def test_a_frame_of_one_s_own_can_be_posed_before_it_is_drawn() -> None:
    """From the catalogue's postures; an impossible one is refused under its name."""
    own = Frame(
        id="mine",
        like="supine",
        hints="R_knee 100, R_hip_flex 50",
        on="R_heel, R_ball",
        free="R_heelback",
    )
    flying = Frame(id="flying", like="standing", at="R_fingers - 1.6 -")

    assert (
        pose(own, POSTURES)
        == solve(shaped_posture("mine", {**POSTURES, "mine": own}).shape).skeleton
    )
    with pytest.raises(ImpossiblePoseError, match="the pose 'flying' must be"):
        pose(flying, POSTURES)


def test_a_way_has_a_key_of_its_own_direction() -> None:
    """There and back are two ways."""
    other = evolve(LEANING, hints=(Hint("R_knee", 30.0),))

    assert way_key(LEANING, other) != way_key(other, LEANING)
    assert way_key(Shape(base="stand"), other).endswith(other.key)
