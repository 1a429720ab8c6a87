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
from spinecare.planning.optimum.lanes import NEVER, Move
from spinecare.planning.optimum.prices import Relaxation
from spinecare.planning.optimum.problem import Offer, Problem, Schedule
from spinecare.planning.optimum.rests import disturbing

_TRIES = ((25, 4, 400), (120, 8, None))
"""Each try: changes of prices, nodes kept at each moment by the quick search, nodes looked into."""
_OFFERS_A_NODE = 100
"""A limit of nodes is also one of offers, so many for each: a slot that holds much takes longer."""
_PRICED = 200_000
"""Offers weighed while prices change, at most, where there is a limit: fewer rounds for many."""
_OFTEN = 100
"""After so many nodes the search dives from where it is, for a better schedule to hold it to."""
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
        self.loads = tuple(
            tuple(
                (load.id, load.share, disturbing(problem, course, load.id)) for load in course.loads
            )
            for course in problem.courses
        )
        longest = [0] * len(problem.loaded_min)
        for loads in self.loads:
            for _, _, near in loads:
                for other, apart in near:
                    longest[other] = max(longest[other], apart)
        self.longest_apart = tuple(longest)

    def run(self, most_expanded: int | None) -> Solution:
        """Return the best schedule: a quick try, then with better prices as long as it takes."""
        known, bound, expanded = self._dive(1, None, (0, self._start())), 0, 0
        for rounds, width, few in _TRIES:
            if most_expanded is not None:
                rounds = min(rounds, _PRICED // max(1, sum(map(len, self.relaxed.choices))))  # noqa: PLW2901
            self.relaxed.tighten(known.spent, rounds)
            known = self._dive(width, known, (0, self._start()))
            allowed = None if most_expanded is None else most_expanded - expanded
            caps = [cap for cap in (few, allowed) if cap is not None]
            known, reached, looked = self._search(known, min(caps, default=None))
            bound, expanded = min(max(bound, reached), known.spent), expanded + looked
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

    def _dive(self, width: int, known: _Node | None, start: tuple[int, _Node]) -> _Node:
        """Return the end of a quick search that keeps the best few nodes at each moment.

        Args:
            width: How many are kept.
            known: The best end that is known, if any: returned where none is better.
            start: The moment and the node to begin with.
        """
        begin, node = start
        layer, limit = [node], NEVER if known is None else known.spent
        for moment in range(begin, len(self.problem.moments)):
            cheapest: dict[tuple[tuple[int, ...], Loaded], _Node] = {}
            for one in layer:
                for child in self._children(moment, self._rested(moment, one), limit):
                    key = child.states, child.loaded
                    if key not in cheapest or child.spent < cheapest[key].spent:
                        cheapest[key] = child
            layer = sorted(cheapest.values(), key=lambda one: one.estimate)[:width]
        ends = [one._replace(spent=self._closed(one)) for one in layer]
        if known is not None:
            ends.insert(0, known)
        return min(ends, key=lambda one: one.spent)

    def _closed(self, node: _Node) -> int:
        lanes = zip(self.relaxed.lanes, node.states, strict=True)
        return node.spent + sum(lane.ends[state] for lane, state in lanes)

    def _search(self, known: _Node, most: int | None) -> tuple[_Node, int, int]:
        """Return the best end, the bound, and how many nodes were looked into."""
        self.layers = [list[_Node]() for _ in self.problem.moments]
        ticket, last = count(), len(self.problem.moments)
        open_nodes = [(self.relaxed.bound(), 0, next(ticket), self._start())]
        expanded = offers = 0
        while open_nodes:
            estimate, ahead, _, node = heapq.heappop(open_nodes)
            if estimate >= known.spent:  # a dive found something as good in the meantime
                break
            moment = -ahead
            if moment == last:
                return node._replace(spent=estimate), estimate, expanded
            node = self._rested(moment, node)
            if self._is_beaten(moment, node):
                continue
            if most is not None and (expanded == most or offers > most * _OFFERS_A_NODE):
                return known, max(estimate, 0), expanded
            expanded += 1
            offers += len(self.relaxed.choices[moment])
            if expanded % _OFTEN == 0:
                known = self._dive(2, known, (moment, node))
            for child in self._children(moment, node, known.spent):
                heapq.heappush(open_nodes, (child.estimate, -(moment + 1), next(ticket), child))
        return known, known.spent, expanded

    def _children(self, moment: int, node: _Node, limit: int) -> Iterator[_Node]:
        """Yield what follows a node: doing nothing at the moment, and every offer that may be.

        Args:
            moment: The moment that comes next.
            node: What stands before it.
            limit: Nodes that cost as much or more are left out.
        """
        relaxed = self.relaxed
        after = [costs[moment + 1] for costs in relaxed.to_go]
        waits = [costs[state] for costs, state in zip(after, node.states, strict=True)]
        rest = node.spent + sum(waits) + relaxed.earned[moment + 1]
        gain = relaxed.gain(moment + 1, node.loaded)
        if rest - gain < limit:
            waiting = _Trail(None, node.trail)
            yield _Node(rest - gain, node.spent, node.states, node.loaded, waiting)
        able, moves, more = 0, dict[int, Move](), [0] * len(waits)
        for course, lane in enumerate(relaxed.lanes):
            move = lane.from_state[moment].get(node.states[course])
            if move is not None:
                able |= 1 << course
                moves[course] = move
                more[course] = move.cost + after[course][move.following] - waits[course]
        for group, courses, _, cost, offer in relaxed.choices[moment]:
            if group & ~able:
                continue
            estimate = rest + cost
            for course in courses:
                estimate += more[course]
            if estimate - gain >= limit:  # what is paid back can only become less
                continue
            held = self._loaded(moment, node.loaded, offer)
            if held is None:
                continue
            lost, loaded = held
            estimate += lost - (gain if loaded == node.loaded else relaxed.gain(moment + 1, loaded))
            if estimate >= limit:
                continue
            states, spent = list(node.states), node.spent + cost + lost
            for course in courses:
                states[course] = moves[course].following
                spent += moves[course].cost
            trail = _Trail(offer, node.trail)
            yield _Node(estimate, spent, tuple(states), loaded, trail)

    def _loaded(self, moment: int, before: Loaded, offer: Offer) -> tuple[int, Loaded] | None:
        """Return what is lost because muscles must rest, and when each load then last was.

        Returns:
            `None` where nothing would be left of a course.
        """
        at_min = self.problem.moments[moment].at_min
        lost, loaded = 0, before
        for part in offer.parts:
            for load, share, near in self.loads[part.course]:
                for other, apart in near:
                    last = before[other]
                    if last is not None and at_min - last < apart:
                        if part.is_whole:
                            if share >= part.share:
                                return None
                            lost += share
                        break
                else:
                    loaded = (*loaded[:load], at_min, *loaded[load + 1 :])
        return lost * self.relaxed.scale.units.missing, loaded

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
