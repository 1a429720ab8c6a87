"""A plan as one HTML file, for paper and for the screen, with the guided session."""

from __future__ import annotations

from spinecare.export.html._page import to_html

__all__ = ["to_html"]
