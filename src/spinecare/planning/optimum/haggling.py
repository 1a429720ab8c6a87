"""Prices changed all at once, towards what everyone would choose: subgradients with a memory.

Polyak's steps towards a known schedule, in a direction that keeps most of the one before
(Camerini, Fratta and Maffioli, Mathematical Programming Study 3:26-34, 1975,
doi:10.1007/BFb0120697). All in whole numbers, so that it is the same on every machine.
"""

from __future__ import annotations

from itertools import chain

from spinecare.planning.optimum.prices import Relaxation

_ONE = 1024
"""What a dispute counts in a direction."""
_KEPT = 942
"""What is left of it a round later."""
_REACH, _PER_CENT = 150, 100
"""The first step, as a part of the way that would close the gap, and the unit of it."""
_SHORTER = 7, 10
"""What the steps are multiplied by after some rounds without a better bound."""
_PATIENCE = 10
"""After how many."""

Rows = list[list[int]]


def haggle(relaxed: Relaxation, known: int, rounds: int) -> int:
    """Raise the bound by changing prices, keep the best there were, and return their bound.

    Args:
        relaxed: The problem with its prices.
        known: What a known schedule costs: the bound cannot rise above it.
        rounds: How often prices are changed at most.
    """
    best, kept = relaxed.bound(), (relaxed.prices, relaxed.fees)
    reach, waited = _REACH * _ONE * 1_000, 0
    ways = [[0] * len(row) for row in relaxed.prices], [[0] * len(row) for row in relaxed.fees]
    for _ in range(rounds):
        disputes = _disputes(relaxed)
        if not any(map(any, chain(*disputes))):
            break
        ways = _bent(ways[0], disputes[0]), _bent(ways[1], disputes[1])
        size = sum(way * way for row in chain(*ways) for way in row)
        pull = (known - best) * reach // (_PER_CENT * 1_000)
        if pull * _ONE < size:
            break
        relaxed.prices = [
            [price + way * pull // size for price, way in zip(row, bends, strict=True)]
            for row, bends in zip(relaxed.prices, ways[0], strict=True)
        ]
        relaxed.fees = _changed_fees(relaxed, ways[1], pull, size)
        bound = relaxed.bound()
        if bound > best:
            best, kept, waited = bound, (relaxed.prices, relaxed.fees), 0
        elif waited == _PATIENCE:
            reach, waited = reach * _SHORTER[0] // _SHORTER[1], 0
        else:
            waited += 1
    relaxed.prices, relaxed.fees = kept
    return relaxed.bound()


def _bent(ways: Rows, disputes: Rows) -> Rows:
    """Return the directions of the last round, bent towards what is disputed now."""
    return [
        [
            (way * _KEPT // _ONE if way >= 0 else -(-way * _KEPT // _ONE)) + _ONE * now
            for way, now in zip(row, news, strict=True)
        ]
        for row, news in zip(ways, disputes, strict=True)
    ]


def _changed_fees(relaxed: Relaxation, ways: Rows, pull: int, size: int) -> Rows:
    """Return the fees, none below nothing, and those on one load no more than it can cost."""
    fees = [row.copy() for row in relaxed.fees]
    for claim, (row, bends, most) in enumerate(zip(fees, ways, relaxed.most_fees, strict=True)):
        others = [fees[other] for other in relaxed.alike[claim] if other != claim]
        for moment, way in enumerate(bends):
            if way:
                limit = most[moment] - sum([other[moment] for other in others])
                row[moment] = min(max(row[moment] + way * pull // size, 0), limit)
    return fees


def _disputes(relaxed: Relaxation) -> tuple[Rows, Rows]:
    """Return where a course disagrees with a moment, and where with what must rest.

    Returns:
        For each course and moment, and for each claim and moment: 1 where the price should rise,
        -1 where it should fall, 0 where they agree or it cannot.
    """
    wants = [
        lane.best(costs, paid)
        for lane, costs, paid in zip(relaxed.lanes, relaxed.to_go, relaxed.paid, strict=True)
    ]
    groups = [choice.group if choice else 0 for choice in relaxed.chosen]
    prices = [
        [want - (group >> course & 1) for want, group in zip(done, groups, strict=True)]
        for course, done in enumerate(wants)
    ]
    backs = [choice.back if choice else 0 for choice in relaxed.chosen]
    rested = [
        rest.best(gains, first)
        for rest, gains, first in zip(relaxed.rests, relaxed.gains, relaxed.firsts, strict=True)
    ]
    fees: Rows = []
    for number, claim in enumerate(relaxed.claims):
        own, alike = relaxed.fees[number], [relaxed.fees[one] for one in relaxed.alike[number]]
        most, row = relaxed.most_fees[number], list[int]()
        done = zip(wants[claim.course], rested[claim.rest], backs, strict=True)
        for moment, (want, rest, back) in enumerate(done):
            sign = want - rest - (back >> number & 1)
            if sign > 0:
                sign *= sum([fee[moment] for fee in alike]) < most[moment]
            elif sign < 0:
                sign *= own[moment] > 0
            row.append(sign)
        fees.append(row)
    return prices, fees
