from __future__ import annotations

import re
from math import cos, hypot, pi, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.pen import Pen
from spinecare.figures.rendering.shapes import (
    Ball,
    ball,
    convex,
    ellipse_of,
    hull,
    outline,
    polygon,
    reach,
    rim,
    skin,
    tube,
)
from spinecare.figures.scene import View
from tests.figures.rendering.pixels import Pixels, pixels

ROUND = st.builds(
    lambda x, y, r: Ball(x, y, 0.0, r * r, 0.0, r * r, r * r),
    st.floats(-150, 150),
    st.floats(-150, 150),
    st.floats(10, 80),
)


def _oval(x: float, y: float, rx: float, ry: float, tilt: float) -> Ball:
    c, s = cos(tilt), sin(tilt)
    return Ball(
        x,
        y,
        0.0,
        rx * rx * c * c + ry * ry * s * s,
        (rx * rx - ry * ry) * c * s,
        rx * rx * s * s + ry * ry * c * c,
        1.0,
    )


OVAL = st.builds(
    _oval,
    st.floats(-150, 150),
    st.floats(-150, 150),
    st.floats(20, 80),
    st.floats(20, 80),
    st.floats(0, pi),
)


def _filled(path: str) -> Pixels:
    """Return a path, filled, of a field from -250 to 250, ten units a pixel."""
    return pixels(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-250 -250 500 500">'
        f'<path d="{path}"/></svg>',
        50,
    )


def _wrong(picture: Pixels, *balls: Ball) -> int:
    """Return how many pixels are not as the reach of the balls says."""
    count = 0
    turns = [(cos(turn * pi / 45), sin(turn * pi / 45)) for turn in range(90)]
    limits = [max(u * b.x + v * b.y + reach(b, u, v) for b in balls) for u, v in turns]
    for row in range(0, 50, 3):
        for column in range(0, 50, 3):
            x, y = -245 + 10 * column, -245 + 10 * row
            inside = min(limit - u * x - v * y for (u, v), limit in zip(turns, limits, strict=True))
            if abs(inside) > 9:  # more than half a pixel
                count += (picture.at(column, row)[3] > 127) != (inside > 0)
    return count


@given(ROUND, ROUND)
@settings(max_examples=25)
def test_the_skin_of_two_balls_is_their_convex_hull(a: Ball, b: Ball) -> None:
    """Also where one holds the other."""
    pen = Pen()

    hull(pen, a, b)

    assert _wrong(_filled(pen.text), a, b) == 0


@given(OVAL, ROUND)
@settings(max_examples=25)
def test_the_skin_of_an_oval_and_a_ball_is_their_convex_hull(a: Ball, b: Ball) -> None:
    """But where they cross like a plus, for which no limb is made."""
    pen = Pen()

    hull(pen, a, b)

    distance = hypot(b.x - a.x, b.y - a.y)
    is_crossing = distance < 90
    assert is_crossing or _wrong(_filled(pen.text), a, b) == 0


@given(OVAL)
@settings(max_examples=25)
def test_one_ball_is_drawn_as_an_ellipse(at: Ball) -> None:
    """With its tilt."""
    pen = Pen()

    outline(pen, at)

    assert _wrong(_filled(pen.text), at) == 0


def test_two_balls_at_one_place_are_drawn_as_the_larger() -> None:
    """They have no direction between them."""
    small, large = Ball(0, 0, 0, 100, 0, 100, 100), Ball(0, 0, 0, 400, 0, 400, 400)
    one, other, alone = Pen(), Pen(), Pen()

    hull(one, small, large)
    hull(other, large, small)
    outline(alone, large)

    assert one.text == other.text == alone.text


@given(st.lists(ROUND, min_size=3, max_size=5))
@settings(max_examples=25)
def test_the_skin_of_many_balls_holds_them_all_and_little_more(balls: list[Ball]) -> None:
    """Thirty points leave out slivers only."""
    pen = Pen()

    skin(pen, balls)

    picture = _filled(pen.text)
    assert _wrong(picture, *balls) <= 3


def test_a_tube_is_as_wide_as_its_balls_and_smooth() -> None:
    """Seen end on it is the skin of neighbours."""
    balls = [Ball(x, 0, 0, r * r, 0, r * r, r * r) for x, r in ((-150, 50), (0, 40), (150, 20))]
    pen, short = Pen(), Pen()

    tube(pen, balls)
    tube(short, [at._replace(x=at.x / 10) for at in balls])

    picture = _filled(pen.text)
    for x, half in ((-150, 50), (0, 40), (150, 20)):
        column = round((x + 245) / 10)
        high = sum(picture.at(column, row)[3] for row in range(50)) / 255
        assert abs(10 * high - 2 * half) <= 6
    assert pen.text.count("z") == 1
    assert "c" in pen.text
    assert short.text.count("z") == 2


@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=3, unique=True))
def test_the_corners_of_a_hull_go_round_clockwise(points: list[tuple[int, int]]) -> None:
    """On paper, where y goes down; all points are inside."""
    corners = convex([(float(x), float(y)) for x, y in points])

    for place, (ax, ay) in enumerate(corners):
        bx, by = corners[(place + 1) % len(corners)]
        assert all((bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0 for x, y in points)


@given(OVAL, st.floats(0, 2 * pi))
def test_the_rim_of_a_ball_is_where_it_reaches_furthest(at: Ball, angle: float) -> None:
    """In any direction."""
    ux, uy = cos(angle), sin(angle)

    x, y = rim(at, ux, uy)

    assert (x - at.x) * ux + (y - at.y) * uy == pytest.approx(reach(at, ux, uy))


@pytest.mark.parametrize("view", [(0, 0), (37, 20), (-120, 60), (10, 89.9)])
def test_an_even_ball_is_a_circle_from_everywhere(view: tuple[float, float]) -> None:
    """Whatever way its segment is turned."""
    camera = Camera.of(View(azimuth_deg=view[0], elevation_deg=view[1]))
    axes = camera.turned(((0.0, -1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)))

    at = ball((0.0, 0.0, 0.0), axes, (0.1, 0.0, 0.0), (0.05, 0.05, 0.05))
    almost = ball((0.0, 0.0, 0.0), axes, (0.1, 0.0, 0.0), (0.05, 0.05, 0.05000001))

    assert ellipse_of(at) == pytest.approx((50.0, 50.0, 0.0))
    assert at[:6] == pytest.approx(almost[:6], abs=1e-3)
    assert hypot(at.x, at.y, at.z) == pytest.approx(100.0)


def test_a_view_shows_the_right_side_the_front_and_the_top() -> None:
    """X is forward, Y up, Z to the right; on paper y goes down."""
    point = (0.1, 0.2, 0.3)

    side = Camera.of(View(azimuth_deg=0, elevation_deg=0)).project(point)
    front = Camera.of(View(azimuth_deg=90, elevation_deg=0)).project(point)
    back = Camera.of(View(azimuth_deg=-90, elevation_deg=0)).project(point)
    top = Camera.of(View(azimuth_deg=0, elevation_deg=90)).project(point)

    assert side == pytest.approx((100, -200, 300))
    assert front == pytest.approx((-300, -200, 100))
    assert back == pytest.approx((300, -200, -100))
    assert top == pytest.approx((100, 300, 200))


def test_a_path_is_written_in_steps_between_whole_places_so_that_no_error_grows() -> None:
    """Each step starts from where the last one really ended."""
    pen = Pen()

    pen.move(10.4, 10.4)
    for step in range(1, 11):
        pen.line(10.4 + 0.4 * step, 10.4)
    pen.close()
    pen.move(10.4, 20.0)

    steps = [int(x) for x, _ in re.findall(r"l(-?\d+)[ ]?(-?\d+)", pen.text)]
    assert pen.text.startswith("M10 10")
    assert sum(steps) == 4
    assert pen.text.endswith("zm0 10")


def test_steps_that_lead_nowhere_are_left_out() -> None:
    """Lines and arcs."""
    pen = Pen()

    polygon(pen, [(0.0, 0.0), (0.2, 0.1), (5.0, 0.0)])
    pen.arc((5.0, 5.0, 0.0), 0.0, 0.0, is_long=False)

    assert pen.text == "M0 0l5 0z"


def test_a_smooth_path_may_hold_a_place_twice() -> None:
    """No handle is divided by nothing."""
    pen = Pen()
    pen.move(0, 0)

    pen.through([(0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (10.0, sqrt(2.0))])

    assert "nan" not in pen.text
    assert pen.text.count("c") == 3
