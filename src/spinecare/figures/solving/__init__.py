"""Posing the body by least squares; needs numpy, the extra `[figures]`, for new poses only."""

from __future__ import annotations

from spinecare.figures.solving.solution import Miss, Solution, in_between, solve

__all__ = ["Miss", "Solution", "in_between", "solve"]
