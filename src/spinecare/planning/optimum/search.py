"""The search for the best schedule: A* over the moments, with a proof.

Nodes are states of all courses before a moment. The bound of `prices` guides it, so it ends with
the proof that no schedule is better. Of two nodes before the same moment one is dropped when,
whatever is done from there, the other costs no more (Hart, Nilsson and Raphael, IEEE Transactions
on Systems Science and Cybernetics 4:100-107, 1968, doi:10.1109/TSSC.1968.300136).
"""

from __future__ import annotations

import heapq
from itertools import count
from typing import NamedTuple

from attrs import frozen

from spinecare.planning.objective import Levels
from spinecare.planning.optimum.balance import balance
from spinecare.planning.optimum.haggling import haggle
from spinecare.planning.optimum.lanes import NEVER
from spinecare.planning.optimum.nodes import Growth, Node
from spinecare.planning.optimum.prices import Relaxation
from spinecare.planning.optimum.problem import Problem, Schedule


class _Try(NamedTuple):
    """How much is done before and in one search."""

    rounds: int
    """How often prices change."""
    sweeps: int
    """How often they are balanced then."""
    width: int
    """Nodes kept at each moment by the quick search for a schedule to hold the search to."""
    nodes: int | None
    """Nodes looked into at the most; `None` for as many as it takes."""


_TRIES = (
    _Try(0, 1, 4, 100),
    _Try(30, 1, 4, 300),
    _Try(150, 3, 8, 2_000),
    _Try(400, 3, 16, None),
)
_OFFERS_A_NODE = 100
"""A limit of nodes is also one of offers, so many for each: a slot that holds much takes longer."""
_PRICED = 200_000
"""Offers weighed while prices change, at most, where there is a limit: fewer rounds for many."""
_OFTEN = 100
"""After so many nodes the search dives from where it is, for a better schedule to hold it to."""
_REMEMBERED = 128
"""Nodes of a moment that a new one is compared with: those that last dropped another first."""


@frozen(kw_only=True)
class Solution:
    """A schedule with its worth, and what no schedule can do better than."""

    schedule: Schedule
    levels: Levels
    bound: Levels
    """At best; equal to `levels` when the search was not stopped."""
    expanded: int
    """How many states were looked into."""

    @property
    def is_proven(self) -> bool:
        """Whether no schedule is better."""
        return self.levels == self.bound


def solve(problem: Problem, *, most_expanded: int | None = None) -> Solution:
    """Return the best schedule of a problem, and the proof.

    Args:
        problem: The problem.
        most_expanded: How many states may be looked into; `None` for as many as it takes.

    Returns:
        A schedule that no other betters; where the search was stopped, the best that was seen,
        and the bound it had reached.
    """
    return _Search(problem).run(most_expanded)


class _Search:
    """One search. Not for use outside this module."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.relaxed = Relaxation(problem)
        self.growth = Growth(self.relaxed)
        self.layers: list[list[Node]] = []

    def run(self, most_expanded: int | None) -> Solution:
        """Return the best schedule: quick tries, then with better prices as long as it takes."""
        known, bound, expanded = self.growth.dive(1, None, (0, self.growth.start())), 0, 0
        offers = max(1, sum(map(len, self.relaxed.choices)))
        for each in _TRIES:
            rounds = each.rounds
            if most_expanded is not None:
                rounds = min(rounds, _PRICED // offers)
            haggle(self.relaxed, known.spent, rounds)
            balance(self.relaxed, each.sweeps)
            known = self.growth.dive(each.width, known, (0, self.growth.start()))
            allowed = None if most_expanded is None else most_expanded - expanded
            caps = [cap for cap in (each.nodes, allowed) if cap is not None]
            known, reached, looked = self._search(known, min(caps, default=None))
            bound, expanded = min(max(bound, reached), known.spent), expanded + looked
            if bound == known.spent or expanded == most_expanded:
                break
        scale = self.relaxed.scale
        return Solution(
            schedule=known.schedule,
            levels=scale.levels(known.spent),
            bound=scale.levels(bound),
            expanded=expanded,
        )

    def _search(self, known: Node, most: int | None) -> tuple[Node, int, int]:
        """Return the best end, the bound, and how many nodes were looked into."""
        self.layers = [list[Node]() for _ in self.problem.moments]
        ticket, last = count(), len(self.problem.moments)
        open_nodes = [(self.relaxed.bound(), 0, next(ticket), self.growth.start())]
        expanded = offers = 0
        while open_nodes:
            estimate, ahead, _, node = heapq.heappop(open_nodes)
            if estimate >= known.spent:  # a dive found something as good in the meantime
                break
            moment = -ahead
            if moment == last:
                return node._replace(spent=estimate), estimate, expanded
            if self._is_beaten(moment, node):
                continue
            if most is not None and (expanded == most or offers > most * _OFFERS_A_NODE):
                return known, max(estimate, 0), expanded
            expanded += 1
            offers += len(self.relaxed.choices[moment])
            if expanded % _OFTEN == 0:
                known = self.growth.dive(2, known, (moment, node))
            for child in self.growth.children(moment, node, known.spent):
                heapq.heappush(open_nodes, (child.estimate, -(moment + 1), next(ticket), child))
        return known, known.spent, expanded

    def _is_beaten(self, moment: int, node: Node) -> bool:
        """Whether a node seen before at this moment is at least as good; else remember it."""
        layer, lanes = self.layers[moment], self.relaxed.lanes
        node = node._replace(until=self.growth.needed(node))
        for place, rival in enumerate(layer):
            if rival.until != node.until:
                continue
            room = node.spent - rival.spent
            for lane, theirs, own in zip(lanes, rival.states, node.states, strict=True):
                if theirs != own:
                    room -= lane.excess(moment, theirs, own)
                    if room <= -NEVER // 2:
                        break
            if room >= 0:
                layer.insert(0, layer.pop(place))
                return True
        layer.insert(0, node)
        del layer[_REMEMBERED:]
        return False
