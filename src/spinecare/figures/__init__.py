"""Pictures of exercises, computed from a body model: no picture is drawn by hand.

`spinecare.draw` is the door; what a drawing says stands in the catalogue (`spinecare.Drawing`).
"""

from __future__ import annotations

from spinecare.figures.cache import pose
from spinecare.figures.figure import Figure
from spinecare.figures.rendering import THEMES, Surface, Theme

__all__ = ["THEMES", "Figure", "Surface", "Theme", "pose"]
