"""Three readers of Markdown that this project did not write, and what a page shows in each.

GitHub's own parser, markdown-it with GitHub's extensions, and Python-Markdown as MkDocs uses it,
with the extensions that Material for MkDocs recommends.
"""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import cmarkgfm  # type: ignore[import-untyped]  # it has no stubs
import markdown
from markdown_it import MarkdownIt


class Page(HTMLParser):
    """What a reader shows: its tags in order and its text, piece by piece."""

    def __init__(self, html: str) -> None:
        """Read the page at once."""
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.links: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, its attributes and where it links to; mail addresses GitHub links itself."""
        address = next((value or "" for name, value in attrs if name in ("href", "src")), None)
        if address is not None and address.startswith("mailto:"):
            return
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs if name != "id"]
        if address is not None:
            self.links.append(address)

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data

    @property
    def words(self) -> str:
        """Its text with every run of line breaks and spaces as one space."""
        return " ".join(part for part in self.text.replace("\n", " ").split(" ") if part)


def _github(text: str) -> Page:
    unsafe = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE  # shows HTML that GitHub would drop
    return Page(cmarkgfm.github_flavored_markdown_to_html(text, options=unsafe))


def _markdown_it(text: str) -> Page:
    return Page(MarkdownIt("gfm-like", {"linkify": False}).render(text))


def _mkdocs(text: str) -> Page:
    return Page(markdown.markdown(text, extensions=list(_EXTENSIONS)))


_EXTENSIONS = (
    "toc",
    "extra",  # attributes, tables, fences, footnotes, abbreviations, definitions, HTML
    "admonition",
    "pymdownx.caret",
    "pymdownx.details",
    "pymdownx.mark",
    "pymdownx.tilde",
)

READERS: dict[str, Callable[[str], Page]] = {
    "GitHub": _github,
    "markdown-it": _markdown_it,
    "MkDocs": _mkdocs,
}
"""Each by its name."""
