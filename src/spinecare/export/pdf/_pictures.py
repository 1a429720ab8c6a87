"""The pictures of the cards, made fit for paper."""

from __future__ import annotations

import re
from typing import Final

from spinecare.drawing import draw
from spinecare.handout import Handout
from spinecare.model import Plan, Side
from spinecare.wording import clean

_FADING: Final = re.compile(
    r'<radialGradient id="(?P<id>[^"]+)"><stop offset="[^"]+" stop-color="(?P<colour>[^"]+)"/>'
    r"<stop [^>]+/></radialGradient>"
)
"""A colour that fades out."""
_JOINT: Final = re.compile(
    r'<radialGradient id="(?P<id>[^"]+)" href="#(?P<colour>[^"]+)" gradientUnits="userSpaceOnUse" '
    r'cx="(?P<x>[^"]+)" cy="(?P<y>[^"]+)" r="(?P<r>[^"]+)"/>'
    r'<use href="#(?P<part>[^"]+)" fill="url\(#(?P=id)\)"/>'
)
"""Where a limb goes over into the next one: the part once more, in a colour that fades."""
_COLOURED: Final = re.compile(r'fill="url\(#([^)]+)\)"')
_KEPT: Final = 0.92
"""Of the radius of a joint: beyond, too little of the colour is left to be seen."""


def pictures(plan: Plan, content: Handout) -> dict[str, dict[str, str]]:
    """Return the picture of each card and its words, by the number of the card."""
    found: dict[str, dict[str, str]] = {}
    for card in content.cards:
        side = Side(card.side) if card.side else None
        figure = draw(card.id, catalogue=plan.catalogue, side=side, theme="print")
        found[str(card.number)] = {
            "svg": without_fading(figure.svg),
            "alt": clean(f"{figure.title}. {figure.description}"),
        }
    return found


def without_fading(svg: str) -> str:
    """Return a picture of the library in which no colour fades.

    In a PDF every fading colour is a mask of its own: a third of the file, and slow in printers.
    The same joints cut out of a flat colour look alike on paper.
    """
    colours = {found["id"]: found["colour"] for found in _FADING.finditer(svg)}

    def flat(found: re.Match[str]) -> str:
        name, radius = f"{found['id']}c", round(float(found["r"]) * _KEPT)
        return (
            f'<clipPath id="{name}"><use href="#{found["part"]}"/></clipPath>'
            f'<circle cx="{found["x"]}" cy="{found["y"]}" r="{radius}" '
            f'fill="{colours[found["colour"]]}" clip-path="url(#{name})"/>'
        )

    joined = _JOINT.sub(flat, _FADING.sub("", svg))
    return _COLOURED.sub(lambda found: f'fill="{colours[found[1]]}"', joined)
