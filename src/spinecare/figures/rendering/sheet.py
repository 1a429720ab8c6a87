"""Many pictures on one sheet: numbered cards in rows, what they share written once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spinecare.figures.rendering import svg
from spinecare.figures.rendering.card import WIDTH
from spinecare.figures.rendering.marks import BADGE
from spinecare.figures.rendering.render import definitions, laid, on_card
from spinecare.figures.rendering.theme import LIGHT, Theme
from spinecare.figures.scene import Scene

COLUMNS: Final = 4
_GAP: Final = 60
_FOOT: Final = 2 * BADGE + 30


def render_sheet(
    scenes: Sequence[Scene],
    *,
    theme: Theme = LIGHT,
    id_prefix: str = "f",
    title: str,
    description: str,
) -> str:
    """Return pictures as one SVG: four in a row at most, a number below each.

    Equal pictures are drawn once. The pictures of a row stand on one line.

    Args:
        scenes: One or more pictures, in order.
        theme: Colours and line widths.
        id_prefix: What every id in it begins with.
        title: Its name, for those who do not see it.
        description: What is seen, likewise.
    """
    places = {scene: f"{id_prefix}{place}" for place, scene in reversed(list(enumerate(scenes)))}
    cards = {scene: laid(scene, theme, f"{id}-", id_prefix) for scene, id in places.items()}
    body = definitions(theme, id_prefix, *(drawing for drawing, _ in cards.values()))
    columns = min(COLUMNS, len(scenes))
    written: set[Scene] = set()
    y = 0
    for start in range(0, len(scenes), columns):
        row = scenes[start : start + columns]
        high = max(cards[scene][1].height for scene in row)
        for place, scene in enumerate(row):
            drawing, card = cards[scene]
            x = place * (WIDTH + _GAP)
            at = f"translate({x} {y + high - card.height})"
            if scene in written:
                body += f'<use href="#{places[scene]}" transform="{at}"/>'
            else:
                body += svg.group(svg.group(on_card(drawing, card), id=places[scene]), transform=at)
            written.add(scene)
            body += svg.numeral(start + place + 1, x + WIDTH / 2, y + high + BADGE + 10, theme)
        y += round(high + _FOOT + _GAP)
    width = columns * (WIDTH + _GAP) - _GAP
    return svg.document(width, y - _GAP, body, id_prefix=id_prefix, texts=(title, description))
