"""Titles and descriptions of pictures, generated from the posed body."""

from __future__ import annotations

from spinecare.figures.describing.mirroring import mirrored_frame
from spinecare.figures.describing.sentence import LONGEST, describe
from spinecare.figures.describing.titles import repeated, title

__all__ = ["LONGEST", "describe", "mirrored_frame", "repeated", "title"]
