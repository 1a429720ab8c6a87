"""Which loads are tired until when: all that the past says of what may be done."""

from __future__ import annotations

from collections.abc import Sequence

from spinecare.planning.optimum.problem import Problem
from spinecare.planning.optimum.rests import Rest

Until = tuple[int, ...]
"""For each load the first moment at which it is asked for and may be done again; 0 if it may."""


class Tired:
    """The loads of a problem. Not for use outside this package."""

    def __init__(self, problem: Problem, rests: Sequence[Rest]) -> None:
        """Look up when each load is asked for."""
        self._problem = problem
        self._rests = tuple(rest.loads for rest in rests)
        self._starts = tuple(moment.at_min for moment in problem.moments)
        self._asked = _asked(problem)
        self._next = _next(self._asked, len(problem.moments))
        self._after: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}
        self.start: Until = self._at_start()

    def _at_start(self) -> Until:
        until = [0] * len(self._problem.loaded_min)
        for load, last in enumerate(self._problem.loaded_min):
            if last is not None:
                for other, first in self._disturbed(load, last):
                    until[other] = max(until[other], first)
        return tuple(until)

    def _disturbed(self, load: int, at_min: int) -> tuple[tuple[int, int], ...]:
        """Return the loads that one disturbs, with the moments from which on they may be done."""
        found: list[tuple[int, int]] = []
        for other, apart in enumerate(self._problem.apart_min[load]):
            asked = [at for at in self._asked[other] if self._starts[at] > at_min]
            waiting = [at for at in asked if self._starts[at] < at_min + apart]
            if waiting:
                after = asked[len(waiting) :]
                found.append((other, after[0] if after else len(self._starts)))
        return tuple(found)

    def after(self, moment: int, until: Until, done: Sequence[int]) -> Until:
        """Return which loads are tired after some were done at a moment."""
        following = [first if first > moment + 1 else 0 for first in until]
        for load in done:
            key = moment, load
            if key not in self._after:
                self._after[key] = self._disturbed(load, self._starts[moment])
            for other, first in self._after[key]:
                if first > following[other] and first > moment + 1:
                    following[other] = first
        return tuple(following)

    def firsts(self, moment: int, until: Until) -> list[int]:
        """Return for each group that must keep apart the first moment for one of its loads.

        Args:
            moment: The moment that comes next.
            until: Which loads are tired.
        """
        coming = self._next[moment]
        return [min([until[load] or coming[load] for load in loads]) for loads in self._rests]


def _asked(problem: Problem) -> list[list[int]]:
    """Return for each load the moments that offer it."""
    asked = [list[int]() for _ in problem.loaded_min]
    held: dict[int, set[int]] = {}
    for number, moment in enumerate(problem.moments):
        key = id(moment.offers)
        if key not in held:
            parts = {part for offer in moment.offers for part in offer.parts}
            held[key] = {load.id for part in parts for load in problem.loads_of(part)}
        for load in held[key]:
            asked[load].append(number)
    return asked


def _next(asked: Sequence[Sequence[int]], moments: int) -> list[list[int]]:
    """Return for each moment, and the end, the first one from it on that offers each load."""
    following = [[moments] * len(asked)]
    for number in range(moments - 1, -1, -1):
        row = following[-1].copy()
        for load, numbers in enumerate(asked):
            if number in numbers:
                row[load] = number
        following.append(row)
    following.reverse()
    return following
