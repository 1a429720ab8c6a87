"""A bound from below: each course alone and each moment alone, agreeing by prices.

Taken one by one, courses crowd into the same moments. A price on doing a course at a moment, paid
by the course and earned by the moment, makes what each would choose alone agree as far as it can;
whatever the prices are, the sum of all that they would choose costs no more than any schedule
(Lagrangian relaxation; Fisher, Management Science 27:1-18, 1981, doi:10.1287/mnsc.27.1.1).
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import define, field

from spinecare.planning.optimum.lanes import Lane, lane_of
from spinecare.planning.optimum.problem import Offer, Problem
from spinecare.planning.optimum.scale import Scale

_PATIENCE = 3
"""Rounds without a better bound after which the step is halved."""


class Choice(NamedTuple):
    """An offer with what it costs."""

    group: int
    """Its courses as a set of bits."""
    courses: tuple[int, ...]
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
    prices: list[list[int]] = field(init=False)
    """For each course and moment."""
    to_go: list[list[list[int]]] = field(init=False)
    """For each course, moment and state what it costs from there on at best."""
    earned: list[int] = field(init=False)
    """For each moment what it and those after it cost at best: nothing or less."""
    _chosen: list[tuple[int, ...]] = field(init=False)

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
                    cost=self.scale.units.missing
                    * sum(shares[part.course] - part.share for part in offer.parts),
                    offer=offer,
                )
                for offer in sorted(moment.offers, key=_order)
            )
            for moment, shares in zip(problem.moments, most, strict=True)
        )
        self.constant = self.scale.units.missing * sum(map(problem.wanted, problem.courses))
        self.prices = [[0] * len(problem.moments) for _ in courses]
        self.bound()

    def bound(self) -> int:
        """Work out what everything costs at the prices, and return the bound that they give."""
        self.to_go = [
            lane.costs_to_go(prices) for lane, prices in zip(self.lanes, self.prices, strict=True)
        ]
        self.earned, self._chosen = [0], []
        for number in reversed(range(len(self.choices))):
            least: int = 0
            chosen: tuple[int, ...] = ()
            for _, courses, cost, _ in self.choices[number]:
                for course in courses:
                    cost -= self.prices[course][number]  # noqa: PLW2901  the innermost loop
                if cost < least:
                    least, chosen = cost, courses
            self.earned.append(self.earned[-1] + least)
            self._chosen.append(chosen)
        self.earned.reverse()
        self._chosen.reverse()
        return self.constant + self.earned[0] + sum(costs[0][0] for costs in self.to_go)

    def tighten(self, known: int, rounds: int) -> int:
        """Raise the bound by changing prices, and return the best (subgradient, Polyak's steps).

        Args:
            known: What a known schedule costs: the bound cannot rise above it.
            rounds: How often prices are changed at most.
        """
        best, prices = self.bound(), [row.copy() for row in self.prices]
        share, waited = 1.0, 0
        for _ in range(rounds):
            disputes = self._disputes()
            step = int(share * (known - best) / max(1, len(disputes)))
            if not disputes or step <= 0:
                break
            for course, moment, sign in disputes:
                self.prices[course][moment] += sign * step
            bound = self.bound()
            if bound > best:
                best, prices, waited = bound, [row.copy() for row in self.prices], 0
            elif waited == _PATIENCE:
                share, waited = share / 2, 0
            else:
                waited += 1
        self.prices = prices
        return self.bound()

    def _disputes(self) -> list[tuple[int, int, int]]:
        """Return where a course and a moment disagree: course, moment, and 1 or -1 for more."""
        disputes: list[tuple[int, int, int]] = []
        for course, lane in enumerate(self.lanes):
            done = lane.best(self.to_go[course], self.prices[course])
            for moment, wants in enumerate(done):
                if wants is not (course in self._chosen[moment]):
                    disputes.append((course, moment, 1 if wants else -1))
        return disputes


def _order(offer: Offer) -> tuple[tuple[int, int, bool], ...]:
    """Return what puts offers in the same order always, so that of equal schedules one wins."""
    return tuple((part.course, part.share, part.is_whole) for part in offer.parts)


def _most_shares(offers: tuple[Offer, ...], courses: int) -> list[int]:
    most = [0] * courses
    for offer in offers:
        for part in offer.parts:
            most[part.course] = max(most[part.course], part.share)
    return most
