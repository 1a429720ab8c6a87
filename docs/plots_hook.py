"""Draws the plots of the pages while the site is built, so that no picture is kept twice.

A page says `<!-- plot: response -->` where one belongs.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from spinecare import (
    Figure,
    Person,
    Plan,
    Screening,
    calibration,
    make_plan,
    plot_load,
    plot_minutes,
    plot_response,
)

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

PLACE = re.compile(r"<!-- plot: ([a-z]+) -->")


def shown_plan() -> Plan:
    """Return the plan of the page on notebooks."""
    person = Person(
        timezone="Europe/Berlin",
        availability="Mon-Fri 19:00 20 min; Sat 10:00 45 min",
        goals=["ease-lower-back", "grow-stronger"],
        screening=Screening(others="no"),
    )
    return make_plan(person, start=date(2026, 11, 23), weeks=4)


@cache
def plots() -> dict[str, Figure]:
    """Return the plots by name, drawn once for their files and their words."""
    local = calibration("local-muscle").model
    plan = shown_plan()
    return {
        "response": plot_response(local),
        "sessions": plot_response(local, sessions=[(0, 1), (6, 1), (13, 1)], days=28),
        "minutes": plot_minutes(plan),
        "load": plot_load(plan),
    }


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the plots to the site's files."""
    for name, plot in plots().items():
        files.append(File.generated(config, f"plots/{name}.svg", content=plot.svg))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the plots in their pages, with their numbers in words."""
    del config, files
    up = "../" * page.file.src_uri.count("/")
    return PLACE.sub(
        lambda found: f"![{plots()[found[1]].description}]({up}plots/{found[1]}.svg)", markdown
    )
