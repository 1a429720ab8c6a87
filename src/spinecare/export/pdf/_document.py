"""The whole document: content, pictures and template put together."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib import resources
from typing import Final, Literal, cast

import attrs

from spinecare.drawing import draw
from spinecare.errors import InvalidValueError
from spinecare.export.pdf._compiling import Typesetter
from spinecare.export.pdf._glyphs import missing_glyphs
from spinecare.files import PathLike
from spinecare.handout import Handout, handout
from spinecare.model import Plan, Side
from spinecare.wording import clean

_PAPERS: Final = {"a4": "a4", "letter": "us-letter"}
"""Sizes of paper, and what typst calls them."""
_PARTS: Final = ("1-page", "2-weeks", "3-sessions", "4-cards", "5-end")
"""The files of the template, in order."""
_LONG_TITLE: Final = 48
"""Characters of a title that stand beside the period in the head of a page."""
_UNIT: Final = re.compile(r"(?<=\d) (?=(?:s|min|h|kg|cm)\b)|(?<=\b[A-Z]) (?=\d)|(?<=\bmin) (?=\d)")
"""The space within `5 s` and `A 3`, where no line should end."""
_FORBIDDEN: Final = re.compile("[\ufeff\ufffe\uffff]")
"""What no PDF/UA may hold and nobody sees: marks of byte order, and what is no character."""
_LONG_WORD: Final = re.compile(r"[A-Z@%]{11}(?=[A-Z@%])|(?:(?!://)[^\s\u200b]){24}(?=\S)")
"""So many characters without a space that a narrow column may not hold them."""


def to_pdf(
    plan: Plan,
    *,
    paper: Literal["a4", "letter"] = "a4",
    fonts: Sequence[PathLike] = (),
) -> bytes:
    """Return a plan as a sheet to print: PDF 1.7 that keeps PDF/UA-1.

    The sheet tells the weeks at a glance, when to stop, each different session once with its steps,
    each exercise once on a card with its picture and boxes to tick, a log to fill in by hand, and
    what was left out or changed with the reason. Pictures have alternative texts, headings are
    bookmarks, tables have heads; it holds in black and white. Nothing is read from the machine's
    own fonts: equal plans give equal bytes everywhere, with the same typst.

    Args:
        plan: The plan.
        paper: The size of the pages: `a4` or `letter`.
        fonts: Folders with fonts for scripts that the fonts within typst lack. These have Latin,
            Greek, Cyrillic and Hebrew; others come from here, looked up by folder, then by name.

    Raises:
        MissingExtraError: typst is not installed: the extra `[pdf]`.
        MissingGlyphError: A text has a character that none of the fonts can show.
        InvalidValueError: A paper that is none, or a folder without fonts.
        FileAccessError: A folder of fonts that is not there.
    """
    if paper not in _PAPERS:
        raise InvalidValueError.of("paper", f"one of {', '.join(_PAPERS)}", paper)
    typesetter = Typesetter(fonts)
    content = handout(plan)
    texts = attrs.asdict(content)
    made = plan.updated_at
    data = {
        "title": content.title,
        "running_title": _shortened(content.title),
        "handout": _set(texts),
        "figures": _figures(plan, content),
        "made_at": [made.year, made.month, made.day, made.hour, made.minute, made.second],
        "paper": _PAPERS[paper],
    }
    try:
        return typesetter.pdf(_template(), json.dumps(data), made)
    except RuntimeError as error:
        refusal = missing_glyphs(texts, typesetter.shows)
        raise refusal or error from None


def _shortened(title: str) -> str:
    """Return a title that fits the head of a page."""
    return title if len(title) <= _LONG_TITLE else f"{title[: _LONG_TITLE - 1].rstrip()}…"


def _template() -> bytes:
    folder = resources.files("spinecare.export.pdf") / "template"
    return b"\n".join((folder / f"{part}.typ").read_bytes() for part in _PARTS)


def _figures(plan: Plan, content: Handout) -> dict[str, dict[str, str]]:
    """Return the picture of each card and its words, by the number of the card."""
    found: dict[str, dict[str, str]] = {}
    for card in content.cards:
        side = Side(card.side) if card.side else None
        figure = draw(card.id, catalogue=plan.catalogue, side=side, theme="print")
        found[str(card.number)] = {
            "svg": figure.svg,
            "alt": clean(f"{figure.title}. {figure.description}"),
        }
    return found


def _set(value: object) -> object:
    """Return texts fit to be set: with places where lines may end, and spaces where none does."""
    if isinstance(value, str):
        text = _UNIT.sub("\u00a0", _FORBIDDEN.sub("", value))
        return _LONG_WORD.sub("\\g<0>\u200b", text)
    if isinstance(value, list | tuple):
        return [_set(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        return {key: _set(item) for key, item in cast("dict[str, object]", value).items()}
    return value
