"""The best schedule of a few weeks: exact, with a proof."""

from __future__ import annotations

from spinecare.planning.optimum.problem import (
    Course,
    Load,
    Moment,
    Offer,
    Part,
    Period,
    Problem,
    Schedule,
)
from spinecare.planning.optimum.search import Solution, solve

__all__ = [
    "Course",
    "Load",
    "Moment",
    "Offer",
    "Part",
    "Period",
    "Problem",
    "Schedule",
    "Solution",
    "solve",
]
