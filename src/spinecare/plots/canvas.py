"""What a plot is made of: words, lines, bars, marks, and the finished figure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final, Literal, TypeAlias

from attrs import frozen

from spinecare.figures import Figure
from spinecare.figures.rendering.svg import document, written_out
from spinecare.plots.inks import GROUND, LINE_INKS, MARK_INKS, PATTERNS, TEXT_INKS, Ink

Anchor: TypeAlias = Literal["start", "middle", "end"]

WIDTH: Final = 760
"""Width of every plot, in units; a notebook shows a unit as a pixel at most."""
_FONTS: Final = (
    "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'DejaVu Sans',sans-serif"
)
_PREFIX: Final = "\0"
"""Stands for the prefix of ids and classes until the picture is whole: no text can hold it."""
_LONGEST: Final = 60  # characters of a text that people wrote


@frozen
class Box:
    """A rectangle: from its upper left corner to the right and down."""

    x: float
    """Its left edge."""
    y: float
    """Its upper edge."""
    width: float
    """Its width."""
    height: float
    """Its height."""


def number(value: float) -> str:
    """Return a length with at most two decimals and no trailing zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def shortened(text: str) -> str:
    """Return a text as one line that leaves room for others, with `…` for what is cut off."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def wrapped(text: str, *, characters: int) -> list[str]:
    """Return a text as at most two lines, with `…` for what has no room in them."""
    return textwrap.wrap(text, characters, max_lines=2, placeholder="…")


def titled(what: str, name: str) -> str:
    """Return the title of a plot: what it shows, and of which plan where that has a name."""
    shown = shortened(name)
    return f"{what} – {shown}" if shown else what


def words(
    x: float,
    y: float,
    text: str,
    *,
    ink: str = "text",
    anchor: Anchor = "start",
    size: float = 13,
    bold: bool = False,
) -> str:
    """Return a line of words; `y` is the line they stand on."""
    attributes = f' font-size="{number(size)}"' if size != 13 else ""
    attributes += f' text-anchor="{anchor}"' if anchor != "start" else ""
    attributes += ' font-weight="600"' if bold else ""
    return (
        f'<text class="{_PREFIX}{ink}" x="{number(x)}" y="{number(y)}"{attributes}>'
        f"{written_out(text)}</text>"
    )


def line(x1: float, y1: float, x2: float, y2: float, *, ink: str, dashed: bool = False) -> str:
    """Return a straight line; a dashed one means a norm, an edge or a moment."""
    return path(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", ink=ink, dashed=dashed)


def path(d: str, *, ink: str, width: float = 1, dashed: bool = False, of: str = "") -> str:
    """Return a line along a path.

    Args:
        d: The path.
        ink: Its colour.
        width: Its width.
        dashed: Whether it is broken.
        of: What it shows, for programs that read the picture.
    """
    attributes = f' data-of="{of}"' if of else ""
    attributes += f' stroke-width="{number(width)}"' if width != 1 else ""
    attributes += ' stroke-dasharray="4 3"' if dashed else ""
    return f'<path class="{_PREFIX}{ink}-line"{attributes} fill="none" d="{d}"/>'


def bars(boxes: Iterable[Box], ink: str, *, of: str, pattern: str = "") -> str:
    """Return bars as one path, filled with the pattern of their colour; nothing where all are flat.

    Args:
        boxes: The bars, in order.
        ink: Their colour.
        of: What they show, for programs that read the picture.
        pattern: The pattern, where it is another than that of the colour: the name of a colour,
            or `solid` or `wash` for none, dark or pale.
    """
    d = "".join(
        f"M{number(box.x)} {number(box.y)}h{number(box.width)}v{number(box.height)}"
        f"h{number(-box.width)}z"
        for box in boxes
        if box.height > 0
    )
    if not d:
        return ""
    fill = f"url(#{_PREFIX}{ink}-{pattern or ink})"
    return f'<path class="{_PREFIX}{ink}-line" data-of="{of}" fill="{fill}" d="{d}"/>'


def swatch(x: float, y: float, ink: str, *, pattern: str = "") -> str:
    """Return a sample of a colour with its pattern, for a key; `y` is the line of its words."""
    return bars([Box(x, y - 11, 18, 12)], ink, of="key", pattern=pattern)


def plot(
    height: int, parts: Sequence[str], *, title: str, description: str, id_prefix: str
) -> Figure:
    """Return a finished plot.

    Args:
        height: Its height, in units.
        parts: What is on it, the lowest first.
        title: What it is.
        description: The numbers that it shows, in words.
        id_prefix: What ids and classes begin with; where none is given it follows from the plot.

    Raises:
        InvalidValueError: A prefix that ids cannot begin with.
    """
    body = "".join(parts)
    seen = sha256(f"{title}\n{description}\n{body}".encode(errors="replace")).hexdigest()
    prefix = id_prefix or f"p{seen[:8]}-"
    inside = f"{_style()}{_definitions(body)}{_ground(height)}<g {_letters()}>{body}</g>"
    svg = document(
        WIDTH,
        height,
        inside.replace(_PREFIX, prefix),
        id_prefix=prefix,
        texts=(title, description),
    )
    size = f'width="{WIDTH}" height="{height}" style="max-width:100%;height:auto"'
    return Figure(
        svg=svg.replace("<svg ", f"<svg {size} ", 1),
        title=title,
        description=description,
        width=WIDTH,
        height=height,
    )


def _letters() -> str:
    return f'font-family="{_FONTS}" font-size="13"'


def _ground(height: int) -> str:
    return f'<rect class="{_PREFIX}ground" width="{WIDTH}" height="{height}" rx="8"/>'


def _style() -> str:
    """Return the colours: light ones for all, dark ones where the screen asks for them."""
    dark = _rules("dark")
    return f"<style>{_rules('light')}@media (prefers-color-scheme:dark){{{dark}}}</style>"


def _rules(scheme: Literal["light", "dark"]) -> str:
    def of(inks: Mapping[str, Ink], suffix: str, what: str) -> str:
        return "".join(
            f".{_PREFIX}{name}{suffix}{{{what}:{getattr(ink, scheme)}}}"
            for name, ink in inks.items()
        )

    return (
        f".{_PREFIX}ground{{fill:{getattr(GROUND, scheme)}}}"
        + of(TEXT_INKS, "", "fill")
        + of({"ground": GROUND} | LINE_INKS | MARK_INKS, "-line", "stroke")
        + of(MARK_INKS, "-fill", "fill")
    )


def _definitions(body: str) -> str:
    """Return the patterns that the body fills with."""
    made = [
        _pattern(f"{ink}-{name}", ink, name)
        for ink in MARK_INKS
        for name in PATTERNS
        if f"url(#{_PREFIX}{ink}-{name})" in body
    ]
    return f"<defs>{''.join(made)}</defs>" if made else ""


def _pattern(id: str, ink: str, name: str) -> str:
    """Return a pattern: its colour all over, or a wash of it under its lines."""
    d = PATTERNS[name]
    lines = f'<path class="{_PREFIX}{ink}-line" stroke-width="1.6" d="{d}"/>' if d else ""
    wash = ' fill-opacity=".2"' if d or name == "wash" else ""
    return (
        f'<pattern id="{_PREFIX}{id}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect class="{_PREFIX}{ink}-fill" width="8" height="8"{wash}/>{lines}</pattern>'
    )
