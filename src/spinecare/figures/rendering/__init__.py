"""Scenes as SVG: single pictures, strips of frames, and movements."""

from __future__ import annotations

from spinecare.figures.rendering.animation import render_animation
from spinecare.figures.rendering.render import render, shared_definitions
from spinecare.figures.rendering.sheet import render_sheet
from spinecare.figures.rendering.strip import render_strip
from spinecare.figures.rendering.theme import DARK, LIGHT, PRINT, THEMES, Surface, Theme

__all__ = [
    "DARK",
    "LIGHT",
    "PRINT",
    "THEMES",
    "Surface",
    "Theme",
    "render",
    "render_animation",
    "render_sheet",
    "render_strip",
    "shared_definitions",
]
