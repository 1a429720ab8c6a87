"""The search for the best schedule: A* over the moments, with a proof.

Nodes are states of all courses before a moment. The bound of `prices` guides it, so it ends with
the proof that no schedule is better. Of two nodes before the same moment one is dropped when,
whatever is done from there, the other costs no more (Hart, Nilsson and Raphael, IEEE Transactions
on Systems Science and Cybernetics 4:100-107, 1968, doi:10.1109/TSSC.1968.300136).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from attrs import frozen

from spinecare.planning.objective import Levels
from spinecare.planning.optimum.lanes import NEVER
from spinecare.planning.optimum.prices import Relaxation
from spinecare.planning.optimum.problem import Offer, Problem, Schedule

_TRIES = ((25, 4, 400), (120, 8, None))
"""Each try: changes of prices, nodes kept at each moment by the quick search, nodes looked into."""
_REMEMBERED = 128
"""Nodes of a moment that a new one is compared with: those that last dropped another first."""

Loaded = tuple[int | None, ...]


class _Trail(NamedTuple):
    """What was done so far, the last first."""

    offer: Offer | None
    before: _Trail | None


class _Node(NamedTuple):
    estimate: int
    """What the best schedule that goes on from here costs at the least."""
    spent: int
    states: tuple[int, ...]
    loaded: Loaded
    trail: _Trail | None


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
        self.longest_apart = tuple(max(row, default=0) for row in problem.apart_min)
        self.loads = tuple(
            tuple((load.id, load.share, _near(problem.apart_min[load.id])) for load in course.loads)
            for course in problem.courses
        )
        self.layers: list[list[_Node]] = [[] for _ in problem.moments]

    def run(self, most_expanded: int | None) -> Solution:
        """Return the best schedule: a quick try, then with better prices as long as it takes."""
        known, bound, expanded = self._dive(1), 0, 0
        for rounds, width, few in _TRIES:
            self.relaxed.tighten(known.spent, rounds)
            known = min(known, self._dive(width), key=lambda node: node.spent)
            allowed = None if most_expanded is None else most_expanded - expanded
            caps = [cap for cap in (few, allowed) if cap is not None]
            known, bound, looked = self._search(known, min(caps, default=None))
            expanded += looked
            if bound == known.spent or expanded == most_expanded:
                break
        return self._solution(known, bound, expanded)

    def _solution(self, node: _Node, bound: int, expanded: int) -> Solution:
        trail, schedule = node.trail, list[Offer | None]()
        while trail:
            schedule.append(trail.offer)
            trail = trail.before
        schedule.reverse()
        scale = self.relaxed.scale
        return Solution(
            schedule=tuple(schedule),
            levels=scale.levels(node.spent),
            bound=scale.levels(bound),
            expanded=expanded,
        )

    def _start(self) -> _Node:
        problem, constant = self.problem, self.relaxed.constant
        return _Node(constant, constant, (0,) * len(problem.courses), problem.loaded_min, None)

    def _dive(self, width: int) -> _Node:
        """Return the end of a quick search that keeps the best few nodes at each moment."""
        layer = [self._start()]
        for moment in range(len(self.problem.moments)):
            cheapest: dict[tuple[tuple[int, ...], Loaded], _Node] = {}
            for node in layer:
                for child in self._children(moment, self._rested(moment, node)):
                    key = child.states, child.loaded
                    if key not in cheapest or child.spent < cheapest[key].spent:
                        cheapest[key] = child
            layer = sorted(cheapest.values(), key=lambda node: node.estimate)[:width]
        ends = (node._replace(spent=self._closed(node)) for node in layer)
        return min(ends, key=lambda node: node.spent)

    def _closed(self, node: _Node) -> int:
        lanes = zip(self.relaxed.lanes, node.states, strict=True)
        return node.spent + sum(lane.ends[state] for lane, state in lanes)

    def _search(self, known: _Node, most: int | None) -> tuple[_Node, int, int]:
        """Return the best end, the bound, and how many nodes were looked into."""
        self.layers = [[] for _ in self.problem.moments]
        ticket, last = count(), len(self.problem.moments)
        open_nodes = [(self.relaxed.bound(), 0, next(ticket), self._start())]
        expanded = 0
        while open_nodes:
            estimate, ahead, _, node = heapq.heappop(open_nodes)
            moment = -ahead
            if moment == last:
                return node._replace(spent=estimate), estimate, expanded
            node = self._rested(moment, node)
            if self._is_beaten(moment, node):
                continue
            if expanded == most:
                return known, max(estimate, 0), expanded
            expanded += 1
            for child in self._children(moment, node):
                if child.estimate < known.spent:
                    heapq.heappush(open_nodes, (child.estimate, -(moment + 1), next(ticket), child))
        return known, known.spent, expanded

    def _children(self, moment: int, node: _Node) -> Iterator[_Node]:
        """Yield what follows a node: doing nothing at the moment, and every offer that may be."""
        relaxed = self.relaxed
        after = [
            costs[moment + 1][state]
            for costs, state in zip(relaxed.to_go, node.states, strict=True)
        ]
        rest = node.spent + sum(after) + relaxed.earned[moment + 1]
        waiting = _Trail(None, node.trail)
        yield _Node(rest, node.spent, node.states, node.loaded, waiting)
        moves = [
            lane.from_state[moment].get(state)
            for lane, state in zip(relaxed.lanes, node.states, strict=True)
        ]
        more = [
            None if move is None else move.cost + costs[moment + 1][move.following] - waits
            for move, costs, waits in zip(moves, relaxed.to_go, after, strict=True)
        ]
        for courses, cost, offer in relaxed.choices[moment]:
            estimate, spent = rest + cost, node.spent + cost
            states = list(node.states)
            for course in courses:
                extra, move = more[course], moves[course]
                if extra is None or move is None:
                    break
                estimate += extra
                spent += move.cost
                states[course] = move.following
            else:
                lost, loaded = self._loaded(moment, node.loaded, offer)
                trail = _Trail(offer, node.trail)
                yield _Node(estimate + lost, spent + lost, tuple(states), loaded, trail)

    def _loaded(self, moment: int, before: Loaded, offer: Offer) -> tuple[int, Loaded]:
        """Return what is lost because muscles must rest, and when each load then last was."""
        at_min = self.problem.moments[moment].at_min
        lost, loaded = 0, list(before)
        for part in offer.parts:
            for load, share, near in self.loads[part.course]:
                for other, apart in near:
                    last = before[other]
                    if last is not None and at_min - last < apart:
                        lost += share if part.is_whole else 0
                        break
                else:
                    loaded[load] = at_min
        return lost * self.relaxed.scale.units.missing, tuple(loaded)

    def _rested(self, moment: int, node: _Node) -> _Node:
        """Return a node that has forgotten what is long past and makes no difference any more."""
        at_min = self.problem.moments[moment].at_min
        loaded = tuple(
            None if last is None or at_min - last >= apart else last
            for last, apart in zip(node.loaded, self.longest_apart, strict=True)
        )
        return node._replace(loaded=loaded)

    def _is_beaten(self, moment: int, node: _Node) -> bool:
        """Whether a node seen before at this moment is at least as good; else remember it."""
        layer, lanes = self.layers[moment], self.relaxed.lanes
        for place, rival in enumerate(layer):
            if rival.loaded != node.loaded:
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


def _near(apart_min: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Return the loads that a load must keep away from, with the minutes."""
    return tuple((other, apart) for other, apart in enumerate(apart_min) if apart)
