"""A session as a row of timed cues: the one source of time for whoever follows it."""

from __future__ import annotations

from spinecare.cueing._cues import cues

__all__ = ["cues"]
