"""A bound from below: each course alone and each moment alone, agreeing by prices.

Taken one by one, courses crowd into the same moments. A price on doing a course at a moment, paid
by the course and earned by the moment, makes what each would choose alone agree as far as it can;
whatever the prices are, the sum of all that they would choose costs no more than any schedule
(Lagrangian relaxation; Fisher, Management Science 27:1-18, 1981, doi:10.1287/mnsc.27.1.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add
from typing import NamedTuple

from attrs import define, field

from spinecare.planning.optimum.lanes import Lane, lane_of
from spinecare.planning.optimum.problem import Offer, Problem
from spinecare.planning.optimum.rests import Rest, rests_of
from spinecare.planning.optimum.scale import Scale

_PATIENCE = 3
"""Rounds without a better bound after which the step is halved."""


class Choice(NamedTuple):
    """An offer with what it costs."""

    group: int
    """Its courses as a set of bits."""
    courses: tuple[int, ...]
    pieces: tuple[int, ...]
    """Those of which it holds a piece."""
    cost: int
    """What its pieces lack of the most that fits of each course."""
    offer: Offer


@define
class Relaxation:
    """A problem with prices. It grows tighter while it is worked on and is never shared."""

    problem: Problem
    scale: Scale = field(init=False)
    lanes: tuple[Lane, ...] = field(init=False)
    choices: tuple[tuple[Choice, ...], ...] = field(init=False)
    """For each moment what may be done in it, without doing nothing."""
    constant: int = field(init=False)
    """What every schedule costs: all that is wanted, before any of it is done."""
    rests: tuple[Rest, ...] = field(init=False)
    """Loads that disturb one another."""
    prices: list[list[int]] = field(init=False)
    """For each course and moment what the course pays to the moment."""
    fees: list[list[int]] = field(init=False)
    """For each load and moment what its course pays, and gets back where the load is done."""
    gains: list[list[int]] = field(init=False)
    """For each of the rests and each moment what is paid back from there on at the most."""
    to_go: list[list[list[int]]] = field(init=False)
    """For each course, moment and state what it costs from there on at best."""
    earned: list[int] = field(init=False)
    """For each moment what it and those after it cost at best: nothing or less."""
    _paid: list[list[int]] = field(init=False)
    _chosen: list[tuple[frozenset[int], frozenset[int]]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Lay the lanes and set all prices to nothing."""
        problem = self.problem
        self.scale = Scale.of(problem)
        courses = range(len(problem.courses))
        most = [_most_shares(moment.offers, len(courses)) for moment in problem.moments]
        self.lanes = tuple(
            lane_of(problem, number, self.scale, [shares[number] for shares in most])
            for number in courses
        )
        self.choices = tuple(
            tuple(
                Choice(
                    group=sum(1 << part.course for part in offer.parts),
                    courses=tuple(part.course for part in offer.parts),
                    pieces=tuple(part.course for part in offer.parts if not part.is_whole),
                    cost=self.scale.units.missing
                    * sum(shares[part.course] - part.share for part in offer.parts),
                    offer=offer,
                )
                for offer in sorted(moment.offers, key=_order)
            )
            for moment, shares in zip(problem.moments, most, strict=True)
        )
        self.constant = self.scale.units.missing * sum(map(problem.wanted, problem.courses))
        self.rests = rests_of(problem)
        self.prices = [[0] * len(problem.moments) for _ in courses]
        self.fees = [[0] * len(problem.moments) for _ in problem.loaded_min]
        self.bound()

    def bound(self) -> int:
        """Work out what everything costs at the prices, and return the bound that they give."""
        fees = [[0] * len(self.choices) for _ in self.lanes]
        self.gains = []
        for rest in self.rests:
            for load, course in zip(rest.loads, rest.courses, strict=True):
                fees[course] = list(map(add, fees[course], self.fees[load]))
            self.gains.append(rest.gains(self._worth(rest)))
        self._paid = [
            list(map(add, prices, more)) for prices, more in zip(self.prices, fees, strict=True)
        ]
        self.to_go = [
            lane.costs_to_go(paid) for lane, paid in zip(self.lanes, self._paid, strict=True)
        ]
        self.earned, self._chosen = [0], []
        for number in reversed(range(len(self.choices))):
            least: int = 0
            best: Choice | None = None
            for choice in self.choices[number]:
                cost = choice.cost
                for course in choice.courses:
                    cost -= self.prices[course][number]
                for course in choice.pieces:  # a piece loses nothing, so it gets its fees back
                    cost -= fees[course][number]
                if cost < least:
                    least, best = cost, choice
            self.earned.append(self.earned[-1] + least)
            self._chosen.append(
                (frozenset(best.courses), frozenset(best.pieces)) if best else _NOTHING
            )
        self.earned.reverse()
        self._chosen.reverse()
        return (
            self.constant
            + self.earned[0]
            + sum(costs[0][0] for costs in self.to_go)
            - self.gain(0, self.problem.loaded_min)
        )

    def gain(self, moment: int, loaded: Sequence[int | None]) -> int:
        """Return the most that is paid back for loads from a moment on.

        Args:
            moment: The moment that comes next.
            loaded: For each load when it last was.
        """
        return sum(
            gains[max(moment, rest.first(loaded))]
            for rest, gains in zip(self.rests, self.gains, strict=True)
        )

    def _worth(self, rest: Rest) -> list[int]:
        worth = self.fees[rest.loads[0]]
        for load in rest.loads[1:]:
            worth = list(map(add, worth, self.fees[load]))
        return worth

    def tighten(self, known: int, rounds: int) -> int:
        """Raise the bound by changing prices, and return the best (subgradient, Polyak's steps).

        Args:
            known: What a known schedule costs: the bound cannot rise above it.
            rounds: How often prices are changed at most.
        """
        best, kept = self.bound(), self._copy()
        share, waited = 1.0, 0
        for _ in range(rounds):
            disputes = self._disputes()
            step = int(share * (known - best) / max(1, len(disputes)))
            if not disputes or step <= 0:
                break
            for row, moment, sign, most in disputes:
                row[moment] += sign * step
                if most is not None:
                    row[moment] = min(max(row[moment], 0), most)
            bound = self.bound()
            if bound > best:
                best, kept, waited = bound, self._copy(), 0
            elif waited == _PATIENCE:
                share, waited = share / 2, 0
            else:
                waited += 1
        self.prices, self.fees = kept
        return self.bound()

    def _copy(self) -> tuple[list[list[int]], list[list[int]]]:
        return [row.copy() for row in self.prices], [row.copy() for row in self.fees]

    def _disputes(self) -> list[_Dispute]:
        """Return where a course disagrees with a moment, or with what must rest."""
        disputes: list[_Dispute] = []
        wants = [
            lane.best(costs, paid)
            for lane, costs, paid in zip(self.lanes, self.to_go, self._paid, strict=True)
        ]
        for course, done in enumerate(wants):
            row = self.prices[course]
            for moment, want in enumerate(done):
                if want is not (course in self._chosen[moment][0]):
                    disputes.append(_Dispute(row, moment, 1 if want else -1, None))
        unit = self.scale.units.missing
        for rest, gains in zip(self.rests, self.gains, strict=True):
            first = rest.first(self.problem.loaded_min)
            paid_back = rest.best(self._worth(rest), gains, first)
            for load, course, share in zip(rest.loads, rest.courses, rest.shares, strict=True):
                row = self.fees[load]
                for moment, want in enumerate(wants[course]):
                    sign = want - paid_back[moment] - (course in self._chosen[moment][1])
                    fee = row[moment]
                    if (sign > 0 and fee < unit * share) or (sign < 0 and fee > 0):
                        disputes.append(_Dispute(row, moment, sign, unit * share))
        return disputes


class _Dispute(NamedTuple):
    """Where two do not agree, and how the price changes."""

    row: list[int]
    moment: int
    sign: int
    most: int | None
    """The highest price; `None` where any will do, also one below nothing."""


_NOTHING: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())


def _order(offer: Offer) -> tuple[tuple[int, int, bool], ...]:
    """Return what puts offers in the same order always, so that of equal schedules one wins."""
    return tuple((part.course, part.share, part.is_whole) for part in offer.parts)


def _most_shares(offers: tuple[Offer, ...], courses: int) -> list[int]:
    most = [0] * courses
    for offer in offers:
        for part in offer.parts:
            most[part.course] = max(most[part.course], part.share)
    return most
