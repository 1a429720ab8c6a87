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
from spinecare.figures.siding import Siding
from spinecare.model import Side


class Form(StrEnum):
    """What of a drawing is shown."""

    CARD = "card"
    """The one frame that stands for the whole, or the one that is named."""
    STRIP = "strip"
    """The frames in the order of the phases, numbered."""
    ANIMATION = "animation"
    """The movement there and back, twice; who prefers no motion sees the card."""


_SEPARATOR: Final = " "


@frozen(kw_only=True)
class SheetPart:
    """One picture of a sheet."""

    drawn: Drawn
    """The drawing; its card is shown."""
    name: str
    """What the exercise is called."""
    siding: Siding
    """How it shows sides."""
    side: Side | None = None
    """The side that works, or begins."""


def picture(
    drawn: Drawn,
    name: str,
    *,
    form: Form = Form.CARD,
    frame: str = "",
    siding: Siding,
    side: Side | None = None,
    with_ghost: bool = False,
    theme: Theme,
    id_prefix: str = "",
) -> Figure:
    """Return a picture of a drawing.

    Args:
        drawn: The drawing.
        name: What the exercise is called.
        form: What of it is shown.
        frame: The frame of a card; the one that says it best where none is named.
        siding: How it shows sides.
        side: The side that works, or begins; as it is drawn where none is named.
        with_ghost: Whether the pose that a card's movement comes from stands pale behind it.
        theme: The colours.
        id_prefix: What its ids begin with; of its content where none is given.

    Raises:
        InvalidValueError: There is no such frame, or one was named for what shows several.
    """
    if frame and form is not Form.CARD:
        raise InvalidValueError.of("frame", "none, for a strip or an animation", frame)
    if form is Form.STRIP and len(drawn.strip) > 1:
        return _strip(drawn, name, siding, side, theme, id_prefix)
    one, shown = frame or siding.card(drawn.card, side), siding.mirrored(side)
    scene = drawn.scene(one, shown, with_ghost=with_ghost and form is Form.CARD)
    way = drawn.way(shown, one) if form is Form.ANIMATION else ()
    heading = _heading(drawn, name, one, shown, is_moving=len(way) > 1)
    described = _described(drawn, one, scene, shown)
    prefix = id_prefix or _prefix(form, heading, described, scene, theme)
    writing = partial(render_animation, bodies=way) if len(way) > 1 else render
    svg = writing(scene, theme=theme, id_prefix=prefix, title=heading, description=described)
    return figure_of(svg, heading, described)


def _strip(
    drawn: Drawn,
    name: str,
    siding: Siding,
    side: Side | None,
    theme: Theme,
    id_prefix: str,
) -> Figure:
    shown = siding.mirrored(side)
    ids = siding.strip(drawn.strip, side)
    scenes = tuple(drawn.scene(id, shown) for id in ids)
    described = _SEPARATOR.join(
        f"{number}. {_described(drawn, id, scene, shown)}"
        for number, (id, scene) in enumerate(zip(ids, scenes, strict=True), 1)
    )
    heading = title(name, side=shown)
    prefix = id_prefix or _prefix(Form.STRIP, heading, described, scenes, theme)
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
    try:
        return THEMES[name]
    except (KeyError, TypeError):
        expected = f"one of {', '.join(THEMES)}, or a Theme"
        raise InvalidValueError.of("theme", expected, name) from None


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
        shown = part.siding.mirrored(part.side)
        id = part.siding.card(part.drawn.card, part.side)
        scene = part.drawn.scene(id, shown)
        scenes.append(scene)
        seen = _described(part.drawn, id, scene, shown)
        words.append(f"{number}. {title(part.name, side=shown)}: {seen}")
    heading = heading or f"{len(parts)} pictures"
    described = _SEPARATOR.join(words)
    prefix = id_prefix or _prefix("sheet", heading, described, scenes, theme)
    svg = render_sheet(scenes, theme=theme, id_prefix=prefix, title=heading, description=described)
    return figure_of(svg, heading, described)


def _heading(
    drawn: Drawn, name: str, id: str, side: Side | None, *, is_moving: bool = False
) -> str:
    """Return the title of one frame: numbered as the strip of the phases numbers it."""
    order = drawn.strip
    is_one_of_many = id in order and len(drawn.frames) > 1
    return title(
        name,
        side=side,
        frame=id if len(drawn.frames) > 1 else "",
        number=order.index(id) + 1 if is_one_of_many else 0,
        of=len(order),
        is_moving=is_moving,
    )


def _described(drawn: Drawn, id: str, scene: Scene, side: Side | None) -> str:
    frame = drawn.frames[id]
    if side is Side.LEFT:
        frame = mirrored_frame(frame)
    return describe(frame, scene.skeleton, arrows=scene.arrows)


def _prefix(*parts: object) -> str:
    """Return a short name for ids: another one for other words, another shape, another colour."""
    return "f" + sha256(repr(parts).encode()).hexdigest()[:8]
