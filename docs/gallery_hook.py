"""Draws the gallery while the site is built, so that no picture is kept twice."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from spinecare import draw, load_catalogue

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

PLACE = "<!-- pictures -->"
STYLE = "display:inline-block;width:14rem;margin:.3rem;vertical-align:top;font-size:.7rem"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pictures to the site's files."""
    for entry in load_catalogue().entries:
        for suffix, form in (("", "card"), ("-strip", "strip")):
            figure = draw(entry, form=form)
            name = f"gallery/{entry.id}{suffix}.svg"
            files.append(File.generated(config, name, content=figure.svg))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the pictures in their page."""
    del config, files
    if page.file.src_uri != "gallery.md":
        return markdown
    catalogue = load_catalogue()
    cells = []
    for entry in catalogue.entries:
        seen = escape(draw(entry).description)
        cells.append(
            f'<a href="{entry.id}-strip.svg" style="{STYLE}">'
            f'<img src="{entry.id}.svg" alt="{seen}" style="background:#fff" loading="lazy">'
            f"<br>{escape(entry.name)}</a>"
        )
    return markdown.replace(PLACE, "<div>" + "".join(cells) + "</div>")
