"""What may be done at each moment, with what it costs beside the most that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spinecare.planning.optimum.problem import Offer, Part, Problem
from spinecare.planning.optimum.rests import Rest


class Claim(NamedTuple):
    """A load of a course among those that must keep apart."""

    rest: int
    """The group of them."""
    load: int
    course: int


class Choice(NamedTuple):
    """An offer with what it costs."""

    group: int
    """Its courses as a set of bits."""
    back: int
    """The claims that cannot cost it anything, as a set of bits."""
    courses: tuple[int, ...]
    returned: tuple[int, ...]
    """The same claims as numbers."""
    cost: int
    """What its pieces lack of the most that fits of each course."""
    tiring: tuple[tuple[Part, tuple[tuple[int, int], ...]], ...]
    """Its parts that hold what must rest: loads with their shares."""
    offer: Offer


def claims_of(problem: Problem, rests: Sequence[Rest]) -> tuple[Claim, ...]:
    """Return every load of every course in each of the groups that it is in."""
    return tuple(
        Claim(number, load.id, place)
        for number, rest in enumerate(rests)
        for place, course in enumerate(problem.courses)
        for load in course.loads
        if load.id in rest.loads
    )


def most_shares(offers: Sequence[Offer], courses: int) -> tuple[int, ...]:
    """Return for each course the largest share of it that one of some offers holds; 0 for none."""
    most = [0] * courses
    for offer in offers:
        for part in offer.parts:
            most[part.course] = max(most[part.course], part.share)
    return tuple(most)


def choices_of(
    problem: Problem, claims: Sequence[Claim], unit: int
) -> tuple[tuple[Choice, ...], ...]:
    """Return for each moment what may be done in it, without doing nothing.

    Args:
        problem: The problem.
        claims: The claims on its loads.
        unit: What a thousandth that is missing counts.
    """
    made: dict[int, tuple[Choice, ...]] = {}  # many moments have the very same offers
    for moment in problem.moments:
        key = id(moment.offers)
        if key not in made:
            made[key] = tuple(_choices(problem, claims, unit, moment.offers))
    return tuple(made[id(moment.offers)] for moment in problem.moments)


def _choices(
    problem: Problem, claims: Sequence[Claim], unit: int, offers: Sequence[Offer]
) -> Iterator[Choice]:
    most = most_shares(offers, len(problem.courses))
    returned_by: dict[Part, tuple[int, ...]] = {}
    for offer in sorted(offers, key=_order):
        for part in offer.parts:
            if part not in returned_by:
                returned_by[part] = tuple(_returned(problem, claims, part))
        returned = tuple(claim for part in offer.parts for claim in returned_by[part])
        yield Choice(
            group=sum(1 << part.course for part in offer.parts),
            back=sum(1 << claim for claim in returned),
            courses=tuple(part.course for part in offer.parts),
            returned=returned,
            cost=unit * sum(most[part.course] - part.share for part in offer.parts),
            tiring=tuple(
                (part, tuple((load.id, load.share) for load in problem.loads_of(part)))
                for part in offer.parts
                if problem.loads_of(part)
            ),
            offer=offer,
        )


def _returned(problem: Problem, claims: Sequence[Claim], part: Part) -> Iterator[int]:
    """Yield the claims of a course that cannot cost a part of it anything.

    A piece takes what is rested; and what a part does not hold need not rest.
    """
    held = {load.id for load in problem.loads_of(part)} if part.is_whole else set[int]()
    for number, claim in enumerate(claims):
        if claim.course == part.course and claim.load not in held:
            yield number


def most_fees(problem: Problem, claim: Claim, unit: int, most: int) -> list[int]:
    """Return for each moment what a claim can cost at the most, together with its like.

    Args:
        problem: The problem.
        claim: The claim.
        unit: What a thousandth that is missing counts.
        most: More than any schedule costs: for what cannot be done at all unless it is rested.
    """
    made: dict[int, int] = {}
    for moment in problem.moments:
        if id(moment.offers) not in made:
            held = [
                (load.share, part.share)
                for offer in moment.offers
                for part in offer.parts
                if part.course == claim.course and part.is_whole
                for load in problem.loads_of(part)
                if load.id == claim.load
            ]
            is_all = all(lost >= share for lost, share in held)
            least = min((lost for lost, _ in held), default=0)
            made[id(moment.offers)] = (most if is_all else unit * least) if held else 0
    return [made[id(moment.offers)] for moment in problem.moments]


def _order(offer: Offer) -> tuple[object, ...]:
    """Return what puts offers in the same order always, so that of equal schedules one wins."""
    return tuple(
        (
            (part.course, part.share, part.is_whole, part.loads is None),
            tuple((load.id, load.share) for load in part.loads or ()),
        )
        for part in offer.parts
    )
