"""The whole document: content, pictures and template put together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import resources
from typing import Final, Literal

import attrs

from spinecare.errors import InvalidValueError
from spinecare.export.pdf._compiling import Typesetter
from spinecare.export.pdf._glyphs import missing_glyphs
from spinecare.export.pdf._pictures import pictures
from spinecare.export.pdf._texts import shortened, texts_to_set
from spinecare.files import PathLike
from spinecare.handout import handout
from spinecare.model import Plan

_PAPERS: Final = {"a4": "a4", "letter": "us-letter"}
"""Sizes of paper, and what typst calls them."""
_PARTS: Final = ("1-page", "2-weeks", "3-sessions", "4-cards", "5-end")
"""The files of the template, in order."""


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
        MissingExtraError: typst is not installed: the extra `[pdf]`; or numpy is not, and a picture
            of the plan's own catalogue needs it.
        MissingGlyphError: A text has a character that none of the fonts can show.
        InvalidValueError: Not a plan, a paper that is none, or a folder without fonts.
        FileAccessError: A folder of fonts that is not there.
        FaultyInputError: A text of a drawing of the plan's own catalogue cannot be read.
        ImpossiblePoseError: Such a drawing cannot be drawn.
    """
    if paper not in _PAPERS:
        raise InvalidValueError.of("paper", f"one of {', '.join(_PAPERS)}", paper)
    typesetter = Typesetter(fonts)
    content = handout(plan)
    made = plan.updated_at
    data = {
        "title": content.title,
        "running_title": shortened(content.title),
        "handout": texts_to_set(content),
        "figures": pictures(plan, content),
        "made_at": [made.year, made.month, made.day, made.hour, made.minute, made.second],
        "paper": _PAPERS[paper],
    }
    try:
        return typesetter.pdf(_template(), json.dumps(data))
    except RuntimeError as error:
        refusal = missing_glyphs(attrs.asdict(content), typesetter.shows)
        raise refusal or error from None


def _template() -> bytes:
    folder = resources.files("spinecare.export.pdf") / "template"
    return b"\n".join((folder / f"{part}.typ").read_bytes() for part in _PARTS)
