"""A plan as PDF: the sheet for paper, which a screen reader can read too."""

from __future__ import annotations

from spinecare.export.pdf._document import to_pdf

__all__ = ["to_pdf"]
