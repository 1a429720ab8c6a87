"""Prices made to agree moment by moment, so that the bound never falls.

At each moment every course is asked what it would pay to be done there and not elsewhere; the
moment takes that, sees what it would choose, and gives back what it does not need, a share to each
course. Forwards and backwards in turn: block-coordinate ascent on min-marginals (Kolmogorov, IEEE
Transactions on Pattern Analysis and Machine Intelligence 28:1568-1583, 2006,
doi:10.1109/TPAMI.2006.200). It rises quickly, and gets stuck before the best; haggling goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from spinecare.planning.optimum.lanes import NEVER
from spinecare.planning.optimum.prices import Relaxation

_TAKEN = 2
"""A fee takes one part in so many of what a course and a moment would give for it."""


def balance(relaxed: Relaxation, times: int) -> int:
    """Raise the bound by going forwards and backwards so many times, and return it."""
    for _ in range(times):
        _Sweep(relaxed).forwards()
        _Sweep(relaxed).backwards()
    return relaxed.bound()


class _Sweep:
    """One way through the moments. Not for use outside this module."""

    def __init__(self, relaxed: Relaxation) -> None:
        self.relaxed = relaxed
        self.moments = range(len(relaxed.choices))
        self.paid = relaxed.with_fees()
        self.before = [[0] for _ in relaxed.lanes]
        """For each course what it costs to come to each state."""
        self.worth = [relaxed.worth(number) for number in range(len(relaxed.rests))]
        self.gains = [
            rest.gains(worth) for rest, worth in zip(relaxed.rests, self.worth, strict=True)
        ]
        self.ends = [list[int]() for _ in relaxed.rests]
        """For each of the rests and each moment the most that it is worth to be done there last."""
        self.tops = [[0] for _ in relaxed.rests]
        """For each of the rests the most that the moments before one are worth."""

    def forwards(self) -> None:
        """Make each moment agree with what comes before and after it, the first one first."""
        lanes = self.relaxed.lanes
        after = [lane.costs_to_go(paid) for lane, paid in zip(lanes, self.paid, strict=True)]
        for number in self.moments:
            self._agree(number, self.before, [costs[number + 1] for costs in after])
            self._pass(number)

    def backwards(self) -> None:
        """The same, the last moment first."""
        lanes, rests = self.relaxed.lanes, self.relaxed.rests
        for number in self.moments:
            self._pass(number)
        after = [list(lane.ends) for lane in lanes]
        for number in reversed(self.moments):
            before = [
                reached[: 1 + number * lane.counts]
                for lane, reached in zip(lanes, self.before, strict=True)
            ]
            self._agree(number, before, after)
            after = [
                lane.before(number, costs, paid[number])
                for lane, costs, paid in zip(lanes, after, self.paid, strict=True)
            ]
            for rest, worth, gains in zip(rests, self.worth, self.gains, strict=True):
                gains[number] = max(gains[number + 1], worth[number] + gains[rest.after[number]])

    def _pass(self, number: int) -> None:
        """Go past a moment: what comes after it is reached at its prices."""
        for lane, reached, paid in zip(self.relaxed.lanes, self.before, self.paid, strict=True):
            reached.extend(lane.reached(number, reached, paid[number]))
        for place, rest in enumerate(self.relaxed.rests):
            end = self.worth[place][number] + self.tops[place][rest.before[number]]
            self.ends[place].append(end if number >= self.relaxed.firsts[place] else -NEVER)
            self.tops[place].append(max(self.tops[place][-1], self.ends[place][-1]))

    def _agree(
        self, number: int, before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]
    ) -> None:
        """Set the prices and fees of a moment.

        Args:
            number: The moment.
            before: For each course what it costs to come to each state before it.
            after: For each course what each state costs after it, to the end.
        """
        asked = self._taken(number, before, after)
        choices = self.relaxed.choices[number]
        prices, fees = self.relaxed.at(number)
        costs = [
            choice.cost
            - sum([prices[course] for course in choice.courses])
            - sum([fees[claim] for claim in choice.returned])
            for choice in choices
        ]
        for course in asked:
            for claim in self.relaxed.claims_by[course]:
                self._charge(number, claim, costs)
        for place, course in enumerate(asked):
            bit = 1 << course
            held = min([c for c, one in zip(costs, choices, strict=True) if one.group & bit])
            others = [c for c, one in zip(costs, choices, strict=True) if not one.group & bit]
            free = min([0, *others])
            left = len(asked) - place
            given = (held - free) // left if held > free else -((free - held) // left)
            self._change(number, course, given)
            costs = [
                c - given if one.group & bit else c for c, one in zip(costs, choices, strict=True)
            ]

    def _taken(
        self, number: int, before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]
    ) -> list[int]:
        """Let each course pay all that a moment is worth to it; return those that may be done."""
        asked: list[int] = []
        for course, lane in enumerate(self.relaxed.lanes):
            if not lane.moves[number]:
                continue
            reached, to_go = before[course], after[course]
            done = min(
                [
                    reached[move.state] + move.cost + to_go[move.following]
                    for move in lane.moves[number]
                ]
            )
            free = min(map(add, reached, to_go))
            self._change(number, course, free - done - self.paid[course][number])
            asked.append(course)
        return asked

    def _change(self, number: int, course: int, by: int) -> None:
        self.relaxed.prices[course][number] += by
        self.paid[course][number] += by

    def _charge(self, number: int, claim: int, costs: list[int]) -> None:
        """Change the fee of a claim where that helps.

        It rises where its course and the moment want it done and what must rest does not, and falls
        where it is the other way round.
        """
        relaxed = self.relaxed
        place, _, course = relaxed.claims[claim]
        whole, other = NEVER, 0
        holds: list[int] = []
        for which, choice in enumerate(relaxed.choices[number]):
            if choice.group >> course & 1 and not choice.back >> claim & 1:
                holds.append(which)
                whole = min(whole, costs[which])
            else:
                other = min(other, costs[which])
        fees, spare = relaxed.fees[claim], self._spare(number, place)
        if whole < other and spare > 0:
            among = sum([relaxed.fees[one][number] for one in relaxed.alike[claim]])
            by = min((other - whole) // _TAKEN, spare, relaxed.most_fees[claim][number] - among)
        elif whole > other and spare < 0:
            by = -min(whole - other, -spare, fees[number])
        else:
            return
        fees[number] += by
        self.worth[place][number] += by
        relaxed.prices[course][number] -= by  # the course pays as much as before
        for which in holds:
            costs[which] += by

    def _spare(self, number: int, place: int) -> int:
        """Return by how much the loads of a group are better not done at a moment."""
        rest, gains, ends = self.relaxed.rests[place], self.gains[place], self.ends[place]
        first = self.relaxed.firsts[place]
        if number < first:
            return NEVER
        tops, after = self.tops[place], rest.after
        done = self.worth[place][number] + tops[rest.before[number]] + gains[after[number]]
        clear = min(rest.before[number + 1], number)
        free = tops[clear] + gains[number + 1]
        for before in range(max(clear, first), number):
            free = max(free, ends[before] + gains[max(number + 1, after[before])])
        return free - done
