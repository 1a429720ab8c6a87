"""Strips and movements."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from spinecare.figures.rendering import (
    LIGHT,
    render,
    render_animation,
    render_strip,
    shared_definitions,
)
from spinecare.figures.scene import Crop, Scene
from spinecare.figures.skeleton import Skeleton
from tests.figures.rendering.pixels import pixels
from tests.figures.rendering.scenes import FLOOR, SCENES, SIDE, body, both

LOW = body({"ty": 0.08, **both(hip_flex=50, knee=100)}, "supine")
HIGH = body({"ty": 0.205, "pitch": 24, **both(hip_flex=-5, knee=100)}, "supine")


def _between(count: int) -> tuple[Skeleton, ...]:
    return tuple(
        Skeleton(
            base="supine",
            numbers=tuple(
                a + (b - a) * step / (count - 1)
                for a, b in zip(LOW.numbers, HIGH.numbers, strict=True)
            ),
        )
        for step in range(count)
    )


FRAMES = tuple(
    Scene(skeleton=frame, view=SIDE, props=(FLOOR,), targets=("R_buttock",))
    for frame in (LOW, HIGH, LOW)
)
MOVEMENT = evolve(SCENES["bridge"], skeleton=HIGH, ghost=LOW)


def test_a_strip_shows_frames_of_one_size_side_by_side_each_with_its_number() -> None:
    """A nested SVG for each; numbers are strokes in dark discs."""
    root = ET.fromstring(  # noqa: S314  our own text
        render_strip(FRAMES, id_prefix="s", title="t", description="d")
    )

    cells = root.findall(".//{http://www.w3.org/2000/svg}svg")
    discs = root.findall(f".//{{http://www.w3.org/2000/svg}}circle[@fill='{LIGHT.ink}'][@r='36']")
    assert len(cells) == len(discs) == 3
    assert (
        len({(cell.get("width"), cell.get("height"), cell.get("viewBox")) for cell in cells}) == 1
    )
    xs = [int(cell.get("x") or 0) for cell in cells]
    assert xs[1] - xs[0] == xs[2] - xs[1] > int(cells[0].get("width") or 0)


def test_all_frames_of_a_strip_stand_on_one_ground_line() -> None:
    """The floor is at one height."""
    svg = render_strip(FRAMES, title="t", description="d")

    floors = re.findall(rf'stroke="{LIGHT.floor}"[^>]* d="M-?\d+ (-?\d+)H', svg)
    assert len(floors) == 3
    assert len(set(floors)) == 1


def test_ids_of_a_strip_are_there_once_and_its_definitions_too() -> None:
    """The frames share gradients and the target mark."""
    svg = render_strip(FRAMES, id_prefix="s", title="t", description="d")

    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert svg.count("<defs>") == 1
    assert {a or b for a, b in re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg)} <= set(ids)
    assert "NaN" not in svg


def test_a_strip_can_use_the_definitions_of_its_page() -> None:
    """As single pictures can."""
    svg = render_strip(FRAMES, id_prefix="s", title="t", description="d", shared="all")

    given = re.findall(r' id="([^"]+)"', shared_definitions(id_prefix="all") + svg)
    assert "<defs>" not in svg
    assert {a or b for a, b in re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg)} <= set(given)


def test_a_strip_of_upper_bodies_is_drawn_larger() -> None:
    """At the scale at which one of them fits its card."""
    scene = SCENES["push against the head"]
    small = render_strip((evolve(scene, crop=Crop.WHOLE),), title="", description="")
    large = render_strip((scene,), title="", description="")

    def head(svg: str) -> int:
        return int(re.findall(r'<path id="f1-head" d="M-?\d+ ?-?\d+l-?\d+ ?-?\d+a(\d+)', svg)[0])

    assert head(large) > 1.4 * head(small)


def test_numbers_above_nine_have_two_digits() -> None:
    """Side by side in their disc."""
    svg = render_strip(FRAMES[:1] * 10, title="", description="")

    assert 'transform="translate(-10 0)"' in svg
    assert 'transform="translate(10 0)"' in svg


@pytest.mark.parametrize("count", [2, 3, 5, 9, 30])
def test_at_every_moment_of_a_movement_just_one_body_is_seen(count: int) -> None:
    """There and back, the ends held longest."""
    svg = render_animation(MOVEMENT, _between(count), title="t", description="d")

    shown = {
        int(place): [
            (float(at), state == "visible")
            for at, state in re.findall(r"([\d.]+)%\{visibility:(\w+)\}", rules)
        ]
        for place, rules in re.findall(r"@keyframes fk(\d+)\{((?:[\d.]+%\{[^}]*\})+)\}", svg)
    }
    assert len(shown) == min(count, 9)
    order: list[int] = []
    for moment in (0.25 + 0.5 * step for step in range(200)):
        seen = [place for place, changes in shown.items() if _at(changes, moment)]
        assert len(seen) == 1, moment
        if order[-1:] != seen:
            order += seen
    last = len(shown) - 1
    assert order == [*range(last), *range(last, 0, -1)]


def _at(changes: list[tuple[float, bool]], moment: float) -> bool:
    return [is_seen for at, is_seen in changes if at <= moment][-1]


def test_a_movement_stops_after_five_seconds_and_stands_still_for_who_asks() -> None:
    """What moves longer by itself must have a switch (WCAG 2.2.2); some want no motion at all."""
    svg = render_animation(MOVEMENT, _between(5), title="t", description="d")

    assert set(re.findall(r"animation:fk\d ([^}]+)\}", svg)) == {"2.5s step-end 2"}
    assert "@media (prefers-reduced-motion:reduce){#fb0,#fb1,#fb2,#fb3,#fb4{animation:none}}" in svg


def test_what_shows_no_motion_shows_the_effort_with_its_arrow() -> None:
    """The same picture as the single one of the same card."""
    bodies = _between(5)
    svg = render_animation(MOVEMENT, bodies, title="t", description="d")
    still = render(evolve(MOVEMENT, bounds=bodies), title="t", description="d")

    a, b = pixels(svg, 200), pixels(still, 200)

    different = sum(a.at(x, y) != b.at(x, y) for x in range(a.width) for y in range(a.height))
    assert different <= 0.02 * a.width * a.height
    assert len(a.places(LIGHT.accent)) > 5


def test_every_id_of_a_movement_is_there_once() -> None:
    """Each body has its own prefix."""
    svg = render_animation(MOVEMENT, _between(4), id_prefix="m", title="t", description="d")

    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert all(id.startswith("m") for id in ids)
    assert {a or b for a, b in re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg)} <= set(ids)


def test_a_movement_that_does_not_fit_its_card_is_drawn_smaller() -> None:
    """All its bodies at one scale."""
    reaching = body(both(sh_flex=178))
    scene = evolve(SCENES["standing, side"], skeleton=reaching)

    svg = render_animation(scene, (body(), reaching), title="t", description="d")

    assert 'data-scale="0.8' in svg
