"""Tables and plots in a page like a notebook's, looked at by a browser and by axe-core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest

from spinecare import calibration, plot_load, plot_minutes, plot_pain, plot_response
from tests.browsing import visit
from tests.notebook.test_showing import VALUES
from tests.plots.journals import six_weeks
from tests.plots.plans import real_plan
from tests.programs import node_package

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

SCHEMES: dict[Literal["light", "dark"], str] = {
    "light": "background:#fff;color:#111",
    "dark": "background:#111;color:#e6e6e6",
}
# What follows is said of a page as a whole, and this one is the test's own.
OF_PAGES = ("region", "landmark-one-main", "page-has-heading-one")


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a page for each scheme that shows everything, as cells under one another."""
    plan = real_plan(4)
    local = calibration("local-muscle").model
    plots = (
        plot_minutes(plan),
        plot_load(plan),
        plot_response(local),
        plot_pain(six_weeks()),
    )
    cells = [str(value._repr_html_()) for value in VALUES.values()]
    cells += [plot.svg for plot in plots]
    body = "".join(f"<section>{cell}</section>" for cell in cells)
    found: dict[str, Path] = {}
    for scheme, style in SCHEMES.items():
        path = tmp_path_factory.mktemp("notebook") / f"{scheme}.html"
        path.write_text(
            '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Notebook</title>'
            f'<body style="{style}">{body}',
            encoding="utf-8",
        )
        found[scheme] = path
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_a_notebook(
    scheme: Literal["light", "dark"], notebook: dict[str, Path], browser: Browser
) -> None:
    """Every rule, contrast too, on light and on dark ground; nothing is asked for or logged."""
    axe = node_package("axe-core") / "axe.min.js"

    with visit(browser, notebook[scheme], color_scheme=scheme) as (page, seen):
        page.add_script_tag(path=axe)
        rules = {rule: {"enabled": False} for rule in OF_PAGES}
        result: dict[str, Any] = page.evaluate("rules => axe.run({rules})", rules)

    found = {
        one["id"]: [node["html"][:200] for node in one["nodes"]] for one in result["violations"]
    }
    assert not found
    assert len(result["passes"]) > 10
    assert not seen.requests
    assert not seen.messages


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_picture_is_drawn_and_every_plot_has_its_ground(
    scheme: Literal["light", "dark"], notebook: dict[str, Path], browser: Browser
) -> None:
    """Pictures have the shape they were given; words are dark on light or light on dark."""
    with visit(browser, notebook[scheme], color_scheme=scheme) as (page, _):
        images = page.evaluate(
            "() => [...document.images].map(i => [i.naturalWidth / i.naturalHeight,"
            " i.clientWidth / i.clientHeight])"
        )
        colours = page.evaluate(
            "() => [...document.querySelectorAll('section > svg')].map(s =>"
            " [s.querySelector('rect[rx]'), s.querySelector('text')].map(e =>"
            " getComputedStyle(e).fill))"
        )

    pairs = {
        "light": ["rgb(255, 255, 255)", "rgb(31, 41, 51)"],
        "dark": ["rgb(28, 33, 40)", "rgb(238, 241, 244)"],
    }
    assert len(images) >= 10
    assert all(shape == pytest.approx(shown, rel=0.02) for shape, shown in images)
    assert colours == [pairs[scheme]] * 4


def test_a_plot_is_no_wider_than_the_phone_it_is_seen_on(
    notebook: dict[str, Path], browser: Browser
) -> None:
    """It shrinks as a whole; no row of a table is cut either."""
    with visit(browser, notebook["light"], viewport={"width": 390, "height": 800}) as (page, _):
        widths = page.evaluate(
            "() => [...document.querySelectorAll('section > svg')].map(s => s.clientWidth)"
        )

    assert all(0 < width <= 390 for width in widths)
