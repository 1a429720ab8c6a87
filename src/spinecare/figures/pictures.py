"""From a drawing to finished pictures: one frame, the strip of its phases, the movement."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from hashlib import sha256
from typing import Final

from attrs import frozen

from spinecare.errors import InvalidValueError
from spinecare.figures.describing import describe, mirrored_frame, title
from spinecare.figures.figure import Figure
from spinecare.figures.rendering import (
    THEMES,
    Theme,
    render,
    render_animation,
    render_sheet,
    render_strip,
)
from spinecare.figures.scene import Scene
from spinecare.figures.scenes import Drawn
from spinecare.model import Side


class Form(StrEnum):
    """What of a drawing is shown."""

    CARD = "card"
    """The one frame that stands for the whole, or the one that is named."""
    STRIP = "strip"
    """The frames in the order of the phases, numbered."""
    ANIMATION = "animation"
    """The movement there and back, three times; who prefers no motion sees the card."""


_SEPARATOR: Final = " "


@frozen(kw_only=True)
class SheetPart:
    """One picture of a sheet."""

    drawn: Drawn
    """The drawing; its card is shown."""
    name: str
    """What the exercise is called."""
    side: Side | None = None
    """The side that works."""


def picture(
    drawn: Drawn,
    name: str,
    *,
    form: Form = Form.CARD,
    frame: str = "",
    side: Side | None = None,
    theme: Theme,
    id_prefix: str = "",
) -> Figure:
    """Return a picture of a drawing.

    Args:
        drawn: The drawing.
        name: What the exercise is called.
        form: What of it is shown.
        frame: The frame of a card; the one that says it best where none is named.
        side: The side that works; the right one where none is named.
        theme: The colours.
        id_prefix: What its ids begin with; of its content where none is given.

    Raises:
        UnknownIdError: There is no such frame.
        InvalidValueError: A frame was named for what shows several.
    """
    if frame and form is not Form.CARD:
        raise InvalidValueError.of("frame", "none, for a strip or an animation", frame)
    shown = side if side in (Side.LEFT, Side.RIGHT) and not drawn.tells_sides else None
    one = frame or drawn.card
    if form is Form.STRIP and len(drawn.strip) > 1:
        return _strip(drawn, name, shown, theme, id_prefix)
    scene = drawn.scene(one, shown)
    words = (_heading(drawn, name, one, shown), _described(drawn, one, scene, shown))
    prefix = id_prefix or _prefix(drawn.drawing.of, form, one, str(shown), theme.name)
    way = drawn.way(shown) if form is Form.ANIMATION else ()
    writing = partial(render_animation, bodies=way) if len(way) > 1 else render
    heading, described = words
    svg = writing(scene, theme=theme, id_prefix=prefix, title=heading, description=described)
    return figure_of(svg, heading, described)


def _strip(drawn: Drawn, name: str, side: Side | None, theme: Theme, id_prefix: str) -> Figure:
    scenes = tuple(drawn.scene(id, side) for id in drawn.strip)
    described = _SEPARATOR.join(
        f"{number}. {_described(drawn, id, scene, side)}"
        for number, (id, scene) in enumerate(zip(drawn.strip, scenes, strict=True), 1)
    )
    heading = title(name, side=side)
    prefix = id_prefix or _prefix(drawn.drawing.of, Form.STRIP, str(side), theme.name)
    svg = render_strip(scenes, theme=theme, id_prefix=prefix, title=heading, description=described)
    return figure_of(svg, heading, described)


def figure_of(svg: str, heading: str, described: str) -> Figure:
    """Return an SVG with its words and its size."""
    box = svg.split('viewBox="', 1)[1].split('"', 1)[0].split()
    return Figure(
        svg=svg, title=heading, description=described, width=int(box[2]), height=int(box[3])
    )


def theme_of(name: str | Theme) -> Theme:
    """Return a theme by its name.

    Raises:
        InvalidValueError: There is none of that name.
    """
    if isinstance(name, Theme):
        return name
    if name not in THEMES:
        raise InvalidValueError.of("theme", f"one of {', '.join(THEMES)}, or a Theme", name)
    return THEMES[name]


def sheet(
    parts: Sequence[SheetPart], *, heading: str = "", theme: Theme, id_prefix: str = ""
) -> Figure:
    """Return the cards of several drawings on one sheet, numbered in order.

    Args:
        parts: What stands on it.
        heading: Its title; "12 pictures" where none is given.
        theme: The colours.
        id_prefix: What its ids begin with; of its content where none is given.
    """
    scenes: list[Scene] = []
    words: list[str] = []
    for number, part in enumerate(parts, 1):
        shown = part.side if not part.drawn.tells_sides else None
        id = part.drawn.card
        scene = part.drawn.scene(id, shown)
        scenes.append(scene)
        seen = _described(part.drawn, id, scene, shown)
        words.append(f"{number}. {title(part.name, side=shown)}: {seen}")
    heading = heading or f"{len(parts)} pictures"
    described = _SEPARATOR.join(words)
    prefix = id_prefix or _prefix("sheet", *words, theme.name)
    svg = render_sheet(scenes, theme=theme, id_prefix=prefix, title=heading, description=described)
    return figure_of(svg, heading, described)


def _heading(drawn: Drawn, name: str, id: str, side: Side | None) -> str:
    """Return the title of one frame: numbered in the order that the phases show the frames."""
    order = list(dict.fromkeys(drawn.drawing.phases))
    if id not in order:
        return title(name, side=side, frame=id if len(drawn.frames) > 1 else "")
    return title(name, side=side, frame=id, number=order.index(id) + 1, of=len(order))


def _described(drawn: Drawn, id: str, scene: Scene, side: Side | None) -> str:
    frame = drawn.frames[id]
    if side is Side.LEFT:
        frame = mirrored_frame(frame)
    return describe(frame, scene.skeleton, arrows=scene.arrows)


def _prefix(*parts: str) -> str:
    """Return a short name for ids that other pictures do not have."""
    return "f" + sha256("\n".join(parts).encode()).hexdigest()[:8]
