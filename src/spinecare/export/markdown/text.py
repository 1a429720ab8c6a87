"""Text of people and catalogues made safe inside a line of Markdown.

Two families of parsers read what this library writes: GitHub's and CommonMark's know backslash
escapes of all punctuation and decode entities everywhere; Python-Markdown, behind MkDocs, knows few
backslash escapes and leaves entities to the browser. What is written here means the same to all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spinecare.wording import clean, is_web_address

_ANYWHERE = str.maketrans(
    {
        **{mark: f"\\{mark}" for mark in "\\`*_[]{}#"},
        "<": "&lt;",
        ">": "&gt;",
        "|": "&#124;",  # a cell of a table ends at a plain one, in some parsers at \| too
        "~": "&#126;",
        "$": "&#36;",  # mathematics on GitHub
        "^": "&#94;",  # with "==", "!!!" and "???": extensions that MkDocs sites often use
    }
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_MARKED = re.compile(r"=(?==)|(?<==)=")
_ADDRESS = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=\bwww)\.")
_OPENING = re.compile(r"(?P<number>\d+)(?P<dot>[.)])(?=\s|$)|(?P<mark>[-+!])|(?P<other>[:?])")


def plain(text: str) -> str:
    """Return text that reads as itself anywhere in a line: no markup, no link, no cell, no HTML.

    GitHub turns a mail address into a link whatever one writes; everything else stays text.
    """
    line = _ENTITY.sub("&amp;", clean(text)).translate(_ANYWHERE)
    line = _MARKED.sub("&#61;", line)
    line = _ADDRESS.sub(lambda match: f"&#{ord(match[0])};", line)
    opening = _OPENING.match(line)
    if opening is None:
        return line or "–"
    rest = line[opening.end() :]
    if opening["number"]:
        return f"{opening['number']}\\{opening['dot']}{rest}"
    if opening["mark"]:
        return f"\\{opening['mark']}{rest}"
    return f"&#{ord(opening['other'])};{rest}"


def strong(text: str) -> str:
    """Return text as `plain` does, in bold; a space or punctuation must follow it."""
    return f"**{plain(text)}**"


def link(url: str) -> str:
    """Return an address as a link, or as text where it is not a plain web address."""
    return f"<{url}>" if is_web_address(url) else plain(url)


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a table whose columns line up in a fixed-width font.

    Args:
        head: The names of the columns, safe already.
        rows: The cells, safe already.
    """
    lines = [head, *rows]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(head))]
    drawn = [_row(line, widths) for line in lines]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([drawn[0], rule, *drawn[1:]])


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"
