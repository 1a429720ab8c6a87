"""Plans for other programs and for people: one module for each format."""

from __future__ import annotations

from spinecare.export.json import from_json, to_json

__all__ = ["from_json", "to_json"]
