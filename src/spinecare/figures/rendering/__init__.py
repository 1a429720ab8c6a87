"""Scenes as SVG."""

from __future__ import annotations

from spinecare.figures.rendering.render import render
from spinecare.figures.rendering.theme import DARK, LIGHT, PRINT, THEMES, Theme

__all__ = ["DARK", "LIGHT", "PRINT", "THEMES", "Theme", "render"]
