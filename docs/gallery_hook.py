"""Draws the gallery while the site is built, so that no picture is kept twice."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING, Literal

from mkdocs.structure.files import File

from spinecare import Exercise, Figure, draw, load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

PLACE = "<!-- pictures -->"
STYLE = "display:inline-block;width:14rem;margin:.3rem;vertical-align:top;font-size:.7rem"


@cache
def picture(id: str, form: Literal["card", "strip"]) -> Figure:
    """Return a picture, drawn once for its file and its words."""
    return draw(id, form=form)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pictures to the site's files."""
    for entry in load_catalogue().entries:
        for name, figure in (
            (f"gallery/{entry.id}.svg", picture(entry.id, "card")),
            (f"gallery/{entry.id}-strip.svg", picture(entry.id, "strip")),
        ):
            files.append(File.generated(config, name, content=figure.svg))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the pictures in their page."""
    del config, files
    if page.file.src_uri != "gallery.md":
        return markdown
    catalogue = load_catalogue()
    parts: list[str] = []
    shown: set[str] = set()
    for routine in catalogue.routines:
        entries = [catalogue.entry(id) for id in routine.entries if id not in shown]
        if entries:
            parts.append(f"## {routine.name}\n\n{cells(entries)}")
        shown.update(entry.id for entry in entries)
    rest = [entry for entry in catalogue.entries if entry.id not in shown]
    parts.append(f"## Protocols, transitions and rests\n\n{cells(rest)}")
    return markdown.replace(PLACE, "\n\n".join(parts))


def cells(entries: Iterable[Exercise]) -> str:
    """Return the pictures of entries, each with its name and id, leading to its strip."""
    found = [
        f'<a href="{entry.id}-strip.svg" style="{STYLE}">'
        f'<img src="{entry.id}.svg" alt="{escape(picture(entry.id, "card").description)}" '
        f'style="background:#fff" loading="lazy">'
        f"<br>{escape(entry.name)}<br><code>{entry.id}</code></a>"
        for entry in entries
    ]
    return "<div>" + "".join(found) + "</div>"
