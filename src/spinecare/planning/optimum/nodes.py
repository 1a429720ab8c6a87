"""States of all courses before a moment, what follows them, and a quick search among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spinecare.planning.optimum.choices import Choice
from spinecare.planning.optimum.lanes import NEVER, Move
from spinecare.planning.optimum.prices import Relaxation
from spinecare.planning.optimum.problem import Offer, Schedule
from spinecare.planning.optimum.tired import Until


class Trail(NamedTuple):
    """What was done so far, the last first."""

    offer: Offer | None
    before: Trail | None


class Node(NamedTuple):
    """A state of all courses before a moment."""

    estimate: int
    """What the best schedule that goes on from here costs at the least."""
    spent: int
    """What was done so far costs; at the end of the days, what all of it costs."""
    states: tuple[int, ...]
    """For each course when it was last done, as a state of its lane."""
    until: Until
    """Which loads are tired."""
    trail: Trail | None

    @property
    def schedule(self) -> Schedule:
        """For each moment so far what was done in it."""
        trail, schedule = self.trail, list[Offer | None]()
        while trail:
            schedule.append(trail.offer)
            trail = trail.before
        return tuple(reversed(schedule))


class Growth:
    """How nodes grow, guided by a bound. Not for use outside this package."""

    def __init__(self, relaxed: Relaxation) -> None:
        """Look up which courses each load belongs to."""
        self.relaxed = relaxed
        self._tired = relaxed.tired
        problem = relaxed.problem
        self._moments = len(problem.moments)
        self._owners = tuple(
            tuple(
                number
                for number, course in enumerate(problem.courses)
                if any(one.id == load for one in course.loads)
            )
            for load in range(len(problem.loaded_min))
        )

    def start(self) -> Node:
        """Return the node before the first moment."""
        constant, states = self.relaxed.constant, (0,) * len(self.relaxed.lanes)
        return Node(constant, constant, states, self._tired.start, None)

    def dive(self, width: int, known: Node | None, start: tuple[int, Node]) -> Node:
        """Return the end of a quick search that keeps the best few nodes at each moment.

        Args:
            width: How many are kept.
            known: The best end that is known, if any: returned where none is better.
            start: The moment and the node to begin with.
        """
        begin, node = start
        layer, limit = [node], NEVER if known is None else known.spent
        for moment in range(begin, self._moments):
            cheapest: dict[tuple[tuple[int, ...], Until], Node] = {}
            for one in layer:
                for child in self.children(moment, one, limit):
                    key = child.states, self.needed(child)
                    if key not in cheapest or child.spent < cheapest[key].spent:
                        cheapest[key] = child
            layer = sorted(cheapest.values(), key=lambda one: one.estimate)[:width]
        ends = [one._replace(spent=self._closed(one)) for one in layer]
        if known is not None:
            ends.insert(0, known)
        return min(ends, key=lambda one: one.spent)

    def _closed(self, node: Node) -> int:
        lanes = zip(self.relaxed.lanes, node.states, strict=True)
        return node.spent + sum(lane.ends[state] for lane, state in lanes)

    def children(self, moment: int, node: Node, limit: int) -> Iterator[Node]:
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
        until = self._tired.after(moment, node.until, ())
        gain = relaxed.gain(moment + 1, self._tired.firsts(moment + 1, until))
        if rest - gain < limit:
            waiting = Trail(None, node.trail)
            yield Node(rest - gain, node.spent, node.states, until, waiting)
        able, moves, more = 0, dict[int, Move](), [0] * len(waits)
        for course, lane in enumerate(relaxed.lanes):
            move = lane.from_state[moment].get(node.states[course])
            if move is not None:
                able |= 1 << course
                moves[course] = move
                more[course] = move.cost + after[course][move.following] - waits[course]
        for choice in relaxed.choices[moment]:
            if choice.group & ~able:
                continue
            estimate = rest + choice.cost
            for course in choice.courses:
                estimate += more[course]
            if estimate - gain >= limit:  # what is paid back can only become less
                continue
            held = self._held(moment, node.until, choice) if choice.tiring else (0, until, gain)
            if held is None:
                continue
            lost, tiring, worth = held
            estimate += lost - worth
            if estimate >= limit:
                continue
            states, spent = list(node.states), node.spent + choice.cost + lost
            for course in choice.courses:
                states[course] = moves[course].following
                spent += moves[course].cost
            trail = Trail(choice.offer, node.trail)
            yield Node(estimate, spent, tuple(states), tiring, trail)

    def _held(self, moment: int, until: Until, choice: Choice) -> tuple[int, Until, int] | None:
        """Return what a choice loses because muscles must rest, and how it leaves them.

        Returns:
            What is lost, which loads are tired then, and what is paid back for loads from the next
            moment on at the most; `None` where nothing would be left of a course.
        """
        lost, done = 0, list[int]()
        for part, loads in choice.tiring:
            gone = 0
            for load, share in loads:
                if until[load] > moment:
                    gone += share
                else:
                    done.append(load)
            if part.is_whole:
                if gone >= part.share:
                    return None
                lost += gone
        after = self._tired.after(moment, until, done)
        gain = self.relaxed.gain(moment + 1, self._tired.firsts(moment + 1, after))
        return lost * self.relaxed.scale.units.missing, after, gain

    def needed(self, node: Node) -> Until:
        """Return of what is tired only that which a course might be offered too soon for."""
        if not any(node.until):
            return node.until
        lanes = zip(self.relaxed.lanes, node.states, strict=True)
        opens = [lane.opens[state] for lane, state in lanes]
        return tuple(
            first if first and any(opens[one] < first for one in self._owners[load]) else 0
            for load, first in enumerate(node.until)
        )
