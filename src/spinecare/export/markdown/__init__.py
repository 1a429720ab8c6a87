"""A plan as Markdown: the same on GitHub and in MkDocs, readable without either."""

from __future__ import annotations

from spinecare.export.markdown._sheet import to_markdown

__all__ = ["to_markdown"]
