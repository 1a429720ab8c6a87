"""What the tests of pictures share: the catalogue, an exercise of one side, and ids."""

from __future__ import annotations

import re

from spinecare import Figure, load_catalogue
from spinecare.figures.scenes import Drawn

CATALOGUE = load_catalogue()
ENTRIES = CATALOGUE.entries
ONE_SIDED = "yoga-wind-relieving-pose"
FORMS = ("card", "strip", "animation")


def ids_of(figure: Figure) -> list[str]:
    """Return every id of a picture."""
    return re.findall(r'\bid="([^"]+)"', figure.svg)


def drawn_of(id: str) -> Drawn:
    """Return the drawing of an entry, with the postures it begins from."""
    drawing = CATALOGUE.drawing(id)
    assert drawing is not None
    return Drawn(drawing=drawing, postures=CATALOGUE.posture_by_id)
