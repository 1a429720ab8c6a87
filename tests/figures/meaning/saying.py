"""What a picture must show, as short sayings: each is a number of the picture within bounds.

A table says them by picture, the exercise's id and the frame's name with a blank between:

    TABLE = {
        "yoga-wind-relieving-pose held": (
            angle("R_knee", 100, 150),
            near("R_palm", "R_shin"),
            on_floor("L_heel"),
            faces("up"),
            moved("R_knee", "back", "start", 0.1),
            arrow("left"),
        ),
    }

    @pytest.mark.parametrize(("picture", "saying"), cases(TABLE))
    def test_pictures_show_it(picture: str, saying: Saying) -> None:
        assert not saying.fault(body(*picture.split()))

Ways of the world are `ahead` (X), `back`, `up` (Y), `down`, `right` (Z) and `left`, those of a body
that stands; ways on the paper are `left`, `right`, `up` and `down` as the viewer sees them:
`left_of`, `seen_above`, `nearer` and `arrow`. Lengths are body heights.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import acos, degrees, dist, hypot, inf
from typing import Final

import pytest
from _pytest.mark.structures import ParameterSet
from attrs import frozen

from spinecare.figures.body import Vec
from tests.figures.meaning.picture import Picture, body

__all__ = [
    "Picture",
    "Saying",
    "above",
    "angle",
    "apart",
    "arrow",
    "arrows",
    "beyond",
    "body",
    "cases",
    "face_seen",
    "faces",
    "height",
    "left_of",
    "level",
    "moved",
    "near",
    "nearer",
    "off_floor",
    "on_floor",
    "place",
    "points",
    "seen_above",
    "shows",
    "stayed",
]

WAYS: Final[dict[str, Vec]] = {
    "ahead": (1, 0, 0),
    "back": (-1, 0, 0),
    "up": (0, 1, 0),
    "down": (0, -1, 0),
    "right": (0, 0, 1),
    "left": (0, 0, -1),
}
_SEEN: Final = {"right": (1, 0), "left": (-1, 0), "up": (0, -1), "down": (0, 1)}


@frozen
class Saying:
    """A sentence about a picture: a number that must be within bounds."""

    words: str
    number: Callable[[Picture], float]
    low: float = -inf
    high: float = inf

    def fault(self, picture: Picture) -> str:
        """Return what is wrong, in words; nothing if the saying is true."""
        value = self.number(picture)
        is_true = self.low <= value <= self.high
        where = f"{picture.drawn.drawing.of}, frame {picture.frame}"
        wanted = f"must be from {self.low:g} to {self.high:g}"
        return "" if is_true else f"{where}: {self.words} {wanted}, it is {value:.3f}"


def cases(table: Mapping[str, tuple[Saying, ...]]) -> list[ParameterSet]:
    """Return every saying with its picture, for `pytest.mark.parametrize`."""
    return [
        pytest.param(picture, saying, id=f"{picture}: {number}. {saying.words}")
        for picture, sayings in table.items()
        for number, saying in enumerate(sayings, 1)
    ]


# Joints and places --------------------------------------------------------------------------------


def angle(joint: str, low: float, high: float) -> Saying:
    """Say how far a joint (or the pelvis' pitch, tilt, turn) is bent, in degrees."""
    return Saying(f"angle of {joint}", lambda it: it.skeleton.angle(joint), low, high)


def height(landmark: str, low: float, high: float) -> Saying:
    """Say how high a landmark is above the ground, whatever stands there."""
    return Saying(f"height of {landmark}", lambda it: it.point(landmark)[1], low, high)


def place(landmark: str, axis: str, low: float, high: float) -> Saying:
    """Say where a landmark is along `x`, `y` or `z`."""
    return Saying(
        f"{axis} of {landmark}", lambda it: it.point(landmark)["xyz".index(axis)], low, high
    )


def on_floor(landmark: str, within: float = 0.02) -> Saying:
    """Say that a landmark lies on the floor, or on what stands there."""
    return Saying(
        f"{landmark} above the floor", lambda it: it.above_floor(landmark), -within, within
    )


def off_floor(landmark: str, by: float = 0.04) -> Saying:
    """Say that a landmark is lifted off the floor."""
    return Saying(f"{landmark} above the floor", lambda it: it.above_floor(landmark), by)


def near(landmark: str, other: str, within: float = 0.06) -> Saying:
    """Say that two landmarks are together."""
    return Saying(
        f"from {landmark} to {other}",
        lambda it: dist(it.point(landmark), it.point(other)),
        0,
        within,
    )


def apart(landmark: str, other: str, low: float, high: float = inf) -> Saying:
    """Say that two landmarks are apart."""
    return Saying(
        f"from {landmark} to {other}",
        lambda it: dist(it.point(landmark), it.point(other)),
        low,
        high,
    )


def beyond(landmark: str, way: str, other: str, by: float = 0.03, most: float = inf) -> Saying:
    """Say that a landmark is further in a way of the world than another one."""
    return Saying(
        f"{landmark} {way} of {other}",
        lambda it: _along(_from(it.point(other), it.point(landmark)), WAYS[way]),
        by,
        most,
    )


def above(landmark: str, other: str, by: float = 0.03) -> Saying:
    """Say that a landmark is higher than another one."""
    return beyond(landmark, "up", other, by)


def level(landmark: str, other: str, within: float = 0.03) -> Saying:
    """Say that two landmarks are equally high."""
    return Saying(
        f"{landmark} above {other}",
        lambda it: it.point(landmark)[1] - it.point(other)[1],
        -within,
        within,
    )


# Directions ---------------------------------------------------------------------------------------


def points(segment: str, axis: str, way: str, within_deg: float = 30) -> Saying:
    """Say that a segment's axis (`x`, `-y` …) points in a way of the world.

    Limbs run along `-y`; the face and the front look along `x`; the palms look along `-z` of the
    right hand and `z` of the left one.
    """
    return Saying(
        f"from {axis} of {segment} to {way}", lambda it: _off(it, segment, axis, way), 0, within_deg
    )


def faces(way: str, within_deg: float = 45) -> Saying:
    """Say where the face looks in the world."""
    return points("head", "x", way, within_deg)


def _off(it: Picture, segment: str, axis: str, way: str) -> float:
    column = "xyz".index(axis[-1])
    sign = -1.0 if axis[0] == "-" else 1.0
    axes = it.skeleton.axes(segment)
    along = sign * sum(axes[row][column] * WAYS[way][row] for row in range(3))
    return degrees(acos(max(-1.0, min(1.0, along))))


# Between frames -----------------------------------------------------------------------------------


def moved(landmark: str, way: str, since: str, low: float, high: float = inf) -> Saying:
    """Say how far a landmark went in a way of the world since another frame of the drawing."""
    return Saying(
        f"{landmark} {way} since {since}",
        lambda it: _along(
            _from(it.drawn.skeletons[since].landmark(landmark), it.point(landmark)), WAYS[way]
        ),
        low,
        high,
    )


def stayed(landmark: str, since: str, within: float = 0.02) -> Saying:
    """Say that a landmark is where it was in another frame of the drawing."""
    return Saying(
        f"{landmark} since {since}",
        lambda it: dist(it.drawn.skeletons[since].landmark(landmark), it.point(landmark)),
        0,
        within,
    )


# As the viewer sees it ----------------------------------------------------------------------------


def left_of(landmark: str, other: str, by: float = 0.03) -> Saying:
    """Say that a landmark is drawn to the left of another one."""
    return Saying(
        f"{landmark} drawn left of {other}",
        lambda it: it.seen(it.point(other))[0] - it.seen(it.point(landmark))[0],
        by,
    )


def seen_above(landmark: str, other: str, by: float = 0.03) -> Saying:
    """Say that a landmark is drawn above another one."""
    return Saying(
        f"{landmark} drawn above {other}",
        lambda it: it.seen(it.point(other))[1] - it.seen(it.point(landmark))[1],
        by,
    )


def nearer(landmark: str, other: str, by: float = 0.02) -> Saying:
    """Say that a landmark is nearer to the viewer than another one."""
    return Saying(
        f"{landmark} nearer than {other}",
        lambda it: it.seen(it.point(landmark))[2] - it.seen(it.point(other))[2],
        by,
    )


def face_seen(least: float = 0.1) -> Saying:
    """Say that the face is not turned away from the viewer: 1 is straight on, 0 in profile."""
    return Saying("the face towards the viewer", lambda it: it.facing(), least)


def arrow(way: str, number: int = 0) -> Saying:
    """Say where an arrow of the picture leads on the paper, from its tail to its head.

    Args:
        way: `left`, `right`, `up` or `down`; more than half of its length must go there.
        number: Which arrow: 0 is the first.
    """

    def share(it: Picture) -> float:
        path = [it.seen(point) for point in it.scene.arrows[number].path]
        right, down = path[-1][0] - path[0][0], path[-1][1] - path[0][1]
        length = hypot(right, down)
        return (right * _SEEN[way][0] + down * _SEEN[way][1]) / length if length else 0.0

    return Saying(f"the arrow {number} to the {way}", share, 0.5)


def shows(prop: str, count: int = 1) -> Saying:
    """Say how many things of a kind are in the picture."""
    return Saying(
        f"number of {prop}",
        lambda it: sum(thing.name == prop for thing in it.scene.props),
        count,
        count,
    )


def arrows(count: int) -> Saying:
    """Say how many arrows are in the picture."""
    return Saying("number of arrows", lambda it: len(it.scene.arrows), count, count)


def _from(start: Vec, end: Vec) -> Vec:
    return (end[0] - start[0], end[1] - start[1], end[2] - start[2])


def _along(vector: Vec, way: Vec) -> float:
    return sum(a * b for a, b in zip(vector, way, strict=True))
