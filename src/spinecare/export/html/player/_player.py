"""The guided session as parts of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.resources import files

from attrs import frozen

from spinecare.export.html.player._book import Json, book
from spinecare.model import Plan
from spinecare.reviewing import STRICT

SCRIPTS = (
    "making",
    "reading",
    "following",
    "screening",
    "keeping",
    "sounding",
    "picturing",
    "showing",
    "leading",
    "beginning",
    "hurting",
    "answering",
    "choosing",
    "noting",
    "taking",
    "starting",
)
"""The scripts in their order: the last one begins."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_UNSAFE = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
"""What must not stand in a script element as itself."""


@frozen(kw_only=True)
class Player:
    """The parts of a page that lead through a plan's sessions."""

    html: str
    """A `section` with the id `guided-session`, its data in it; no inline style, no inline script.

    Its pictures are those of the page: symbols with the id `fig-` and the id of the exercise, drawn
    with the right side working or beginning; for the left side they are shown in the mirror, with
    `--fig-badge: hidden`.
    """
    css: str
    """Its styles; every name begins with `gs`.

    The custom properties `--card --ink --soft --line --tint --link` of the page, where it has them,
    are its colours.
    """
    js: str
    """Its script, to stand after the section; it fetches nothing and stores on the device only."""


def player(plan: Plan) -> Player:
    """Return the guided session of a plan, for a page that has drawings of its exercises.

    Args:
        plan: The plan.

    Returns:
        Three parts that belong on one page, the script last. Equal plans give equal parts.
    """
    page = _read("player.html").replace("{{ book }}", _in_script(book(plan)))
    return Player(html=page, css=_style(), js=_in_scope(script_of(SCRIPTS)))


def _in_script(data: Json) -> str:
    """Return data as JSON that may stand in a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _style() -> str:
    """Return the styles as one, without comments, indents and what else no browser reads."""
    text = _COMMENT.sub("", _read("player.css") + _read("stage.css"))
    lines = (line.strip().replace(": ", ":").replace(" {", "{") for line in text.splitlines())
    return "\n".join(filter(None, lines)) + "\n"


def script_of(names: Iterable[str]) -> str:
    """Return scripts one after the other, without comments and indents, after the limits of pain.

    The limits are those of the strict policy: the page is never milder than the library.
    """
    limits = f"const [SAFE_PAIN, MOST_PAIN] = [{STRICT.mild_up_to:g}, {STRICT.high_above:g}];"
    lines = (line for name in names for line in _read(f"{name}.js").splitlines())
    code = (line.partition(" // ")[0].strip() for line in lines)
    return "\n".join(
        [limits, *(line for line in code if line and not line.startswith(("//", "/**")))]
    )


def _in_scope(code: str) -> str:
    return f'"use strict";\n(() => {{\n{code}\n}})();\n'


def _read(name: str) -> str:
    return files("spinecare.export.html.player").joinpath(name).read_text(encoding="utf-8")
