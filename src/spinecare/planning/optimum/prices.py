"""A bound from below: each course alone and each moment alone, agreeing by prices.

Taken one by one, courses crowd into the same moments. A price on doing a course at a moment, paid
by the course and earned by the moment, makes what each would choose alone agree as far as it can;
whatever the prices are, the sum of all that they would choose costs no more than any schedule
(Lagrangian relaxation; Fisher, Management Science 27:1-18, 1981, doi:10.1287/mnsc.27.1.1).

Fees do the same for what must rest: a course pays for each of its loads, and the fee comes back
where the load is done, if those that must keep apart do keep apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from attrs import define, field

from spinecare.planning.optimum.choices import (
    Choice,
    Claim,
    choices_of,
    claims_of,
    most_fees,
    most_shares,
)
from spinecare.planning.optimum.lanes import Lane, lane_of
from spinecare.planning.optimum.problem import Problem
from spinecare.planning.optimum.rests import Rest, rests_of
from spinecare.planning.optimum.scale import Scale
from spinecare.planning.optimum.tired import Tired


@define(eq=False)
class Relaxation:
    """A problem with prices. It grows tighter while it is worked on and is never shared."""

    problem: Problem
    scale: Scale = field(init=False)
    lanes: tuple[Lane, ...] = field(init=False)
    rests: tuple[Rest, ...] = field(init=False)
    """Loads that disturb one another."""
    claims: tuple[Claim, ...] = field(init=False)
    """The loads of the courses in them."""
    claims_by: tuple[tuple[int, ...], ...] = field(init=False)
    """For each course the numbers of its claims."""
    alike: tuple[tuple[int, ...], ...] = field(init=False)
    """For each claim those on the same load of the same course, itself among them."""
    most_fees: tuple[list[int], ...] = field(init=False)
    """For each claim and moment the most that all of those together may cost."""
    firsts: tuple[int, ...] = field(init=False)
    """For each of the rests the first moment at which one of its loads may be done."""
    choices: tuple[tuple[Choice, ...], ...] = field(init=False)
    """For each moment what may be done in it, without doing nothing."""
    constant: int = field(init=False)
    """What every schedule costs: all that is wanted, before any of it is done."""
    tired: Tired = field(init=False)
    prices: list[list[int]] = field(init=False)
    """For each course and moment what the course pays to the moment."""
    fees: list[list[int]] = field(init=False)
    """For each claim and moment what its course pays, and gets back where the load is done."""
    paid: list[list[int]] = field(init=False)
    """For each course and moment its price and its fees together."""
    gains: list[list[int]] = field(init=False)
    """For each of the rests and each moment what is paid back from there on at the most."""
    to_go: list[list[list[int]]] = field(init=False)
    """For each course, moment and state what it costs from there on at best."""
    earned: list[int] = field(init=False)
    """For each moment what it and those after it cost at best: nothing or less."""
    chosen: list[Choice | None] = field(init=False)
    """For each moment what costs it the least."""

    def __attrs_post_init__(self) -> None:
        """Lay the lanes and set all prices to nothing."""
        problem = self.problem
        self.scale = Scale.of(problem)
        unit, courses = self.scale.units.missing, range(len(problem.courses))
        shares = [most_shares(moment.offers, len(courses)) for moment in problem.moments]
        self.lanes = tuple(
            lane_of(problem, number, self.scale, [most[number] for most in shares])
            for number in courses
        )
        self.rests = rests_of(problem)
        self.claims = claims_of(problem, self.rests)
        numbered = tuple(enumerate(self.claims))
        self.claims_by = tuple(
            tuple(number for number, claim in numbered if claim.course == course)
            for course in courses
        )
        self.alike = tuple(
            tuple(number for number, other in enumerate(self.claims) if other[1:] == claim[1:])
            for claim in self.claims
        )
        weights = sum(course.weight for course in problem.courses)
        most = self.scale.units.late * (1 + weights * (problem.days + 1))
        self.most_fees = tuple(most_fees(problem, claim, unit, most) for claim in self.claims)
        self.choices = choices_of(problem, self.claims, unit)
        self.constant = unit * sum(map(problem.wanted, problem.courses))
        self.tired = Tired(problem, self.rests)
        self.firsts = tuple(self.tired.firsts(0, self.tired.start))
        self.prices = [[0] * len(problem.moments) for _ in courses]
        self.fees = [[0] * len(problem.moments) for _ in self.claims]
        self.bound()

    def bound(self) -> int:
        """Work out what everything costs at the prices, and return the bound that they give."""
        self.paid = self.with_fees()
        self.gains = [rest.gains(self.worth(number)) for number, rest in enumerate(self.rests)]
        self.to_go = [
            lane.costs_to_go(paid) for lane, paid in zip(self.lanes, self.paid, strict=True)
        ]
        total, self.earned, self.chosen = 0, [0], []
        for number in range(len(self.choices) - 1, -1, -1):
            prices, fees = self.at(number)
            least: int = 0
            best: Choice | None = None
            for choice in self.choices[number]:
                cost = choice.cost
                for course in choice.courses:
                    cost -= prices[course]
                for claim in choice.returned:
                    cost -= fees[claim]
                if cost < least:
                    least, best = cost, choice
            total += least
            self.earned.append(total)
            self.chosen.append(best)
        self.earned.reverse()
        self.chosen.reverse()
        alone = sum(costs[0][0] for costs in self.to_go)
        return self.constant + total + alone - self.gain(0, self.firsts)

    def with_fees(self) -> list[list[int]]:
        """Return for each course and moment its price and its fees together."""
        paid = [row.copy() for row in self.prices]
        for claim, fees in zip(self.claims, self.fees, strict=True):
            paid[claim.course] = list(map(add, paid[claim.course], fees))
        return paid

    def at(self, moment: int) -> tuple[list[int], list[int]]:
        """Return the prices and the fees of a moment."""
        return [row[moment] for row in self.prices], [row[moment] for row in self.fees]

    def worth(self, rest: int) -> list[int]:
        """Return for each moment what doing all loads of a group at it pays back."""
        worth = [0] * len(self.choices)
        for claim, fees in zip(self.claims, self.fees, strict=True):
            if claim.rest == rest:
                worth = list(map(add, worth, fees))
        return worth

    def gain(self, moment: int, firsts: Sequence[int]) -> int:
        """Return the most that is paid back for loads from a moment on.

        Args:
            moment: The moment that comes next.
            firsts: For each of the rests the first moment at which one of its loads may be done.
        """
        return sum(
            [gains[max(moment, first)] for gains, first in zip(self.gains, firsts, strict=True)]
        )
