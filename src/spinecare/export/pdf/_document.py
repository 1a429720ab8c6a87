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
from spinecare.model import Journal, Plan
from spinecare.reviewing import Policy

_PAPERS: Final = {"a4": "a4", "letter": "us-letter"}
"""Sizes of paper, and what typst calls them."""
_PARTS: Final = ("1-page", "2-weeks", "3-sessions", "4-cards", "5-log", "6-felt", "7-end")
"""The files of the template, in order."""


def to_pdf(
    plan: Plan,
    *,
    paper: Literal["a4", "letter"] = "a4",
    fonts: Sequence[PathLike] = (),
    journal: Journal | None = None,
    policy: Policy | str = "strict",
) -> bytes:
    """Return a plan as a sheet to print: PDF 1.7 that keeps PDF/UA-1.

    The sheet tells the weeks at a glance, when to stop, each different session once with its steps,
    each exercise once on a card with its picture and boxes to tick, a log to fill in by hand, and
    what was left out or changed with the reason. With a journal it also tells how it felt: what
    needs the person, where each exercise stands and why, pain over time in numbers. Pictures have
    alternative texts, headings are bookmarks, tables have heads; it holds in black and white.
    Nothing is read from the machine's own fonts: equal plans and journals give equal bytes
    everywhere, with the same typst.

    Args:
        plan: The plan.
        paper: The size of the pages: `a4` or `letter`.
        fonts: Folders with fonts for scripts that the fonts within typst lack. These have Latin,
            Greek, Cyrillic and Hebrew; others come from here, looked up by folder, then by name.
        journal: What was noted so far. The sheet holds health data then: signs, pain and verdicts,
            as `review` gives them on the first day of the plan. Without it there is none of them.
        policy: What pain means, `strict` or `monitored`: that of `make_plan`.

    Raises:
        MissingExtraError: typst is not installed: the extra `[pdf]`; or numpy is not, and a picture
            of the plan's own catalogue needs it.
        MissingGlyphError: A text has a character that none of the fonts can show.
        InvalidValueError: Not a plan, not a journal, a paper or policy that is none, or a folder
            without fonts.
        FileAccessError: A folder of fonts that is not there.
        FaultyInputError: A text of a drawing of the plan's own catalogue cannot be read.
        ImpossiblePoseError: Such a drawing cannot be drawn.
    """
    if paper not in _PAPERS:
        raise InvalidValueError.of("paper", f"one of {', '.join(_PAPERS)}", paper)
    typesetter = Typesetter(fonts)
    content = handout(plan, journal=journal, policy=policy)
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
