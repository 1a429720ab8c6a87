"""Small parts that stand all over the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from spinecare.export.html._markup import Content, Markup, tag

NO_BREAK: Final = "\u00a0"
_BEFORE_UNIT: Final = re.compile(r"(?<=\d) (?=(?:s|min|h|kg)\b)")
"""Where a line must not break."""


def section(id: str, title: str, *children: Content, css: str = "") -> Markup:
    """Return a section with its heading, by which it is known as a region of the page."""
    head = tag("h2", title, id=f"{id}-title")
    return tag("section", head, *children, id=id, class_=css, aria_labelledby=f"{id}-title")


def items(contents: Iterable[Content], name: str = "ul", *, css: str = "") -> Markup:
    """Return a list."""
    return tag(name, *(tag("li", content) for content in contents), class_=css)


def folded(summary: Content, *children: Content, id: str = "", css: str = "") -> Markup:
    """Return what a screen may fold away: without a script, and on paper, it is open."""
    return tag("details", tag("summary", summary), *children, id=id, class_=css, open=True)


def scrolled(name: str, wide: Markup) -> Markup:
    """Return a table or a picture that a narrow screen scrolls sideways, by keys too."""
    return tag("div", wide, class_="scroll", role="region", aria_label=name, tabindex=0)


def tick(row: str) -> Markup:
    """Return a box to tick, named by a row of the log."""
    return tag("input", type="checkbox", aria_labelledby=row)


def dose_text(dose: tuple[str, ...], length: str) -> str:
    """Return the parts of a dose as one line, the length in brackets."""
    text = " · ".join(dose)
    if length:
        text = f"{text} ({length})" if text else length
    return _BEFORE_UNIT.sub(NO_BREAK, text)
