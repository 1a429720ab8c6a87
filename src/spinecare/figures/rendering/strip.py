"""The frames of a movement side by side, on one ground line, numbered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spinecare.figures.rendering import svg
from spinecare.figures.rendering.camera import UNITS, Camera
from spinecare.figures.rendering.card import card_for
from spinecare.figures.rendering.drawing import Drawing, Sketch, sketch, union
from spinecare.figures.rendering.marks import BADGE
from spinecare.figures.rendering.render import definitions, drawn
from spinecare.figures.rendering.theme import LIGHT, Theme
from spinecare.figures.scene import Scene

_GAP: Final = 40
_BELOW: Final = 24


def render_strip(
    scenes: Sequence[Scene],
    *,
    theme: Theme = LIGHT,
    id_prefix: str = "f",
    title: str,
    description: str,
    shared: str = "",
) -> str:
    """Return frames side by side as SVG text, each with its number in a dark disc below it.

    All frames have one scale, one width and one ground line. The strip is as wide as its frames;
    lines are as thick as in a single picture of the same height.

    Args:
        scenes: One or more frames of one drawing, in order, seen from one place.
        theme: Colours and line widths.
        id_prefix: What every id in it begins with.
        title: Its name, for those who do not see it.
        description: What is seen, likewise.
        shared: The prefix of `shared_definitions` that the page has, if it has them.
    """
    drawings = _drawings(scenes, theme, id_prefix, shared or id_prefix)
    left, top, right, bottom = (
        round(value) for value in union(drawing.bounds for drawing in drawings)
    )
    wide, high = right - left, bottom - top
    below = high + _BELOW + BADGE
    cells: list[str] = []
    for place, drawing in enumerate(drawings):
        x = place * (wide + _GAP)
        cells.append(
            f'<svg x="{x}" width="{wide}" height="{high}" '
            f'viewBox="{left} {top} {wide} {high}">{drawing.body}</svg>'
        )
        cells.append(svg.numeral(place + 1, x + wide / 2, below, theme))
    body = "" if shared else definitions(theme, id_prefix, *drawings)
    return svg.document(
        len(drawings) * (wide + _GAP) - _GAP,
        round(below + BADGE + 4),
        body + drawn("".join(cells)),
        id_prefix=id_prefix,
        texts=(title, description),
    )


def _drawings(scenes: Sequence[Scene], theme: Theme, ids: str, shared: str) -> tuple[Drawing, ...]:
    """Return frames at the one scale at which the largest fits a card."""

    def at(scale: float) -> tuple[Sketch, ...]:
        camera = Camera.of(scenes[0].view).moved(scale * UNITS, 0.0, 0.0)
        return tuple(sketch(scene, theme, camera) for scene in scenes)

    found = at(1.0)
    scale = card_for(union(one.bounds for one in found), scenes[0].crop).scale
    found = found if scale == 1.0 else at(scale)
    return tuple(one.painted(f"{ids}{place}-", shared) for place, one in enumerate(found, 1))
