"""Many pictures on one sheet."""

from __future__ import annotations

import re

import pytest

from spinecare.figures.rendering import render
from spinecare.figures.rendering.sheet import COLUMNS, render_sheet
from tests.figures.rendering.pixels import pixels
from tests.figures.rendering.scenes import SCENES

ALL = tuple(SCENES.values())


def test_a_sheet_is_smaller_than_its_pictures_together() -> None:
    """What they share is written once."""
    sheet = render_sheet(ALL, title="t", description="d")
    alone = [render(scene, title="t", description="d") for scene in ALL]

    assert len(sheet) < 0.98 * sum(len(svg) for svg in alone)
    assert sheet.count("<defs>") == 1
    assert sheet.count("stop-color") <= 14


def test_equal_pictures_of_a_sheet_are_drawn_once() -> None:
    """The second one costs only its number and its place."""
    once = render_sheet(ALL[:1], title="t", description="d")

    thrice = render_sheet(ALL[:1] * 3, title="t", description="d")

    assert len(thrice) < len(once) + 900


@pytest.mark.parametrize("count", [1, 3, 4, 5, 9])
def test_a_sheet_has_rows_of_four_and_a_number_for_each_picture(count: int) -> None:
    """One picture needs no empty columns."""
    svg = render_sheet(ALL[:count], title="t", description="d")

    width, height = (int(value) for value in re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)[0])
    rows = -(-count // COLUMNS)
    assert svg.count('<circle r="36" fill="#22313f"') == count
    assert 1400 * min(count, COLUMNS) <= width <= 1500 * min(count, COLUMNS)
    assert 700 * rows <= height <= 1250 * rows


def test_ids_of_a_sheet_are_there_once_and_references_lead_somewhere() -> None:
    """However many pictures there are, and however often one of them."""
    svg = render_sheet((*ALL, *ALL[:3]), id_prefix="s", title="t", description="d")

    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert {a or b for a, b in re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg)} <= set(ids)


def test_a_sheet_shows_its_pictures() -> None:
    """Hair in each of four columns."""
    svg = render_sheet(ALL[:4], title="t", description="d")

    picture = pixels(svg, 560)

    columns = {x * 4 // 560 for x, _ in picture.places("#3b4a57")}
    assert columns == {0, 1, 2, 3}
