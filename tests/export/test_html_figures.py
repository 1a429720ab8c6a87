"""Pictures of a page: far fewer characters, and nothing lost that can be seen."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare import draw, load_catalogue
from spinecare.export.html._figures import pictures
from spinecare.export.html._paths import GRID, bounds, coarse
from spinecare.export.html._slimming import Slimmer

POINTS = st.tuples(st.integers(-900, 900), st.integers(-900, 900))
RADII = st.integers(4, 200)
COMMANDS = st.one_of(
    st.builds(lambda p: ("l", p), POINTS),
    st.builds(lambda x: ("h", (x,)), st.integers(-90, 90)),
    st.builds(lambda y: ("v", (y,)), st.integers(-90, 90)),
    st.builds(lambda a, b, c: ("c", (*a, *b, *c)), POINTS, POINTS, POINTS),
    st.builds(lambda a, b: ("q", (*a, *b)), POINTS, POINTS),
    st.builds(
        lambda rx, ry, tilt, large, sweep, p: ("a", (rx, ry, tilt, large, sweep, *p)),
        RADII, RADII, st.integers(-90, 90), st.integers(0, 1), st.integers(0, 1), POINTS,
    ),
    st.builds(lambda p: ("m", p), POINTS),
    st.just(("z", ())),
)  # fmt: skip


@st.composite
def paths(draw: st.DrawFn) -> str:
    """Draw path data, each command absolute or relative."""
    words = [f"M{draw(st.integers(-900, 900))} {draw(st.integers(-900, 900))}"]
    for kind, numbers in draw(st.lists(COMMANDS, max_size=8)):
        name = draw(st.sampled_from([kind, kind.upper()]))
        words.append(name + " ".join(map(str, numbers)))
    return "".join(words)


_FLAG = re.compile(r"\s*([01])")
_NUMBER = re.compile(r"\s*,?(-?\d+(?:\.\d+)?)")
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}


def ends(d: str) -> list[tuple[str, float, float]]:
    """Return each command with where it ends, read as SVG 1.1 (§8.3.9) says."""
    found: list[tuple[str, float, float]] = []
    x = y = start_x = start_y = 0.0
    place, command = 0, ""
    while place < len(d):
        if d[place].isalpha():
            command, place = d[place], place + 1
        numbers: list[float] = []
        for count in range(_SIZES[command.upper()]):
            pattern = _FLAG if command in "aA" and count in (3, 4) else _NUMBER
            match = pattern.match(d, place)
            assert match is not None, d[place:]
            numbers.append(float(match[1]))
            place = match.end()
        base_x, base_y = (x, y) if command.islower() else (0.0, 0.0)
        kind = command.upper()
        if kind == "Z":
            x, y = start_x, start_y
        elif kind == "H":
            x = base_x + numbers[0]
        elif kind == "V":
            y = base_y + numbers[0]
        else:
            x, y = base_x + numbers[-2], base_y + numbers[-1]
        if kind == "M":
            start_x, start_y = x, y
        found.append((kind, x, y))
    return found


@given(paths())
def test_a_coarse_path_ends_where_the_path_ends(d: str) -> None:
    """Each point is less than a unit of the coarse grid away: errors do not add up."""
    fine = [(x / GRID, y / GRID) for _, x, y in ends(d)]
    near = [(x, y) for _, x, y in ends(coarse(d))]

    for x, y in near:
        assert any(abs(x - a) <= 0.5 and abs(y - b) <= 0.5 for a, b in fine)
    for x, y in fine:
        assert any(abs(x - a) <= 0.5 and abs(y - b) <= 0.5 for a, b in near)


@given(paths())
def test_a_coarse_path_has_the_same_curves_in_whole_numbers(d: str) -> None:
    """Lines that lead nowhere may go; a curve stays a curve."""
    told = coarse(d)

    assert "." not in told
    curves = [kind for kind, _, _ in ends(d) if kind in "MCQZ"]
    assert [kind for kind, _, _ in ends(told) if kind in "MCQZ"] == curves


@given(paths())
def test_the_bounds_of_a_path_hold_every_end(d: str) -> None:
    """Arcs may reach further; handles count as well."""
    left, top, right, bottom = bounds(d)

    assert all(left <= x <= right and top <= y <= bottom for _, x, y in ends(d))


@pytest.mark.parametrize(
    ("d", "told"),
    [
        ("M10 20l4 6l-4-6z", "M5 10l2 3-2-3z"),
        ("M0 0H8V8h-8z", "M0 0h4v4h-4z"),
        ("M0 0a10 10 45 0 1 20 0", "M0 0a5 5 0 0110 0"),
        ("M0 0a20 10 45 1 0-20 4", "M0 0a10 5 45 10-10 2"),
        ("M0 0l1 0l1 0", "M0 0h1"),
        ("M2 2m4 4l2 2", "M1 1m2 2l1 1"),
    ],
)
def test_a_path_is_written_in_few_characters(d: str, told: str) -> None:
    """Repeated letters and needless spaces are left out."""
    assert coarse(d) == told


def test_a_picture_takes_half_the_characters() -> None:
    """And has no title, no colour and no style of its own."""
    figure = draw("lying-02-crossed-leg-rotation-stretch", id_prefix="x", theme="print")
    slimmer = Slimmer()

    told = slimmer.body(figure.svg)

    assert len(told) < 0.6 * len(figure.svg)
    assert "title" not in told
    assert "style" not in told
    assert "#fff" not in told
    assert len(slimmer.classes) > 5


def test_what_pictures_share_is_written_once() -> None:
    """Whatever its ids were, nothing refers to what is not there."""
    found = pictures(
        load_catalogue(), ("wushu-hip-rotation", "upper-back-4-prone-double-leg-raise")
    )
    html = found.symbols.html

    assert html.count("<defs>") == 1
    ids = re.findall(r"\bid=([\w-]+)", html)
    assert len(ids) == len(set(ids))
    referred = re.findall(r"#(k\w+)", html)
    assert referred
    assert set(referred) <= set(ids)


def test_every_picture_of_the_catalogue_can_be_shortened() -> None:
    """Parts that hold the same outlines, but for those beyond the edge of a picture."""
    for id in ("neck-2-rotation", "lumbar-4-swimming", "fitball-exercises", "pulse-pull-up"):
        figure = draw(id, id_prefix="x", theme="print")
        told = _Paths(Slimmer().body(figure.svg)).found
        whole = [coarse(d) for d in _Paths(figure.svg).found]

        assert set(told) <= set(whole)
        is_cut = "clip-path" in figure.svg
        assert len(told) < len(whole) if is_cut else len(told) == len(whole)


class _Paths(HTMLParser):
    """The path data of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if (tag, name) == ("path", "d")]
