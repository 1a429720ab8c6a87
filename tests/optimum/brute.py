"""Every schedule of a tiny problem, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from spinecare.errors import InvalidValueError
from spinecare.planning.objective import Levels
from spinecare.planning.optimum import Problem, Schedule


def every_schedule(problem: Problem) -> Iterator[tuple[Levels, Schedule]]:
    """Yield each schedule that keeps gaps and caps, with its worth."""
    for schedule in product(*((None, *moment.offers) for moment in problem.moments)):
        try:
            yield problem.levels(schedule), schedule
        except InvalidValueError:
            continue


def best_levels(problem: Problem) -> Levels:
    """Return the worth of the best schedule."""
    return min(levels for levels, _ in every_schedule(problem))
