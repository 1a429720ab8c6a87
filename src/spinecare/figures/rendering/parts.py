"""The parts of a body, in the order they are made."""

from __future__ import annotations

from typing import Final

from spinecare.figures.rendering.axial import AXIAL
from spinecare.figures.rendering.limbs import hand, limbs

PARTS: Final = (*AXIAL, *limbs("R"), *limbs("L"))
"""The eighteen parts of a body with open hands."""
FISTS: Final = {side: hand(side, is_fist=True) for side in "RL"}
"""The outlines of a closed hand, by side."""
