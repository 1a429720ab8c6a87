"""Laws of people who do what the verdicts ask for, session after session."""

from __future__ import annotations

from itertools import accumulate

import pytest
from attrs import evolve, field, frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from spinecare.model import Done, Entry, Journal, Outcome, Pain, Planned
from spinecare.reviewing import Standing, review
from tests.reviewing.builders import calm, day

pytestmark = pytest.mark.no_cover  # tests/README.md says why

HIGHEST = 6
WORSE = (
    {"during": 6.0},
    {"next_morning": 6.0},
    {"next_morning": 2.0},
    {"second_morning": 4.0},
    {"second_morning": 2.0},
    {"after": 4.0},
)
STEADY: dict[str, float | None] = {
    "before": 1,
    "during": 1,
    "after": 1,
    "next_morning": 1,
    "second_morning": 1,
}


@frozen
class Evening:
    """A day on which the exercise is done, if it does not rest."""

    gap: int
    """Days since the one before."""
    pain: dict[str, float | None] = field(factory=dict[str, float | None])
    """What was other than a steady 1."""
    is_replanned: bool = True
    """Whether the plan was made again before it; else the old one goes on."""
    is_whole: bool = True
    """Whether all of it was done."""


def dose(level: int) -> Planned:
    """Return a dose: below the first the gentle form, then halves of it."""
    reps = 40 + 16 * level if level >= 0 else 80 >> -level
    return Planned(reps=reps, duration_s=2.0 * reps, is_reduced=level < 0)


def rarely(of: int) -> st.SearchStrategy[bool]:
    """Return a truth that is true once in so many times."""
    return st.integers(1, of).map(lambda number: number == of)


bad = st.sampled_from([{"during": 6.0}, {"second_morning": 4.0}, {"second_morning": None}])
calm_or_bad = rarely(15).flatmap(lambda is_bad: bad if is_bad else st.builds(dict))
evenings = st.builds(
    Evening,
    gap=st.sampled_from([2, 3, 3, 4, 2, 3, 3, 4, 1, 7, 9, 11, 14, 15, 18, 26]),
    pain=calm_or_bad,
    is_replanned=rarely(3).map(lambda is_old: not is_old),
    is_whole=rarely(10).map(lambda is_partly: not is_partly),
)
lives = st.lists(evenings, min_size=8, max_size=26)


def days_of(life: list[Evening]) -> list[int]:
    """Return the numbers of the days."""
    return list(accumulate(one.gap for one in life))


def follow(life: list[Evening]) -> dict[int, int | None]:
    """Return the level that each day asks for, `None` where it rests, until it is left out."""
    entries: list[Entry] = []
    asked: dict[int, int | None] = {}
    level, rests_until = 0, day(0)
    for one, number in zip(life, days_of(life), strict=True):
        if one.is_replanned and entries:
            (found,) = review(Journal(entries=entries), on=day(number)).verdicts
            if found.standing is Standing.LEAVE_OUT:
                break
            level = min(HIGHEST, found.level)
            if found.standing is Standing.REST and found.looks_again is not None:
                rests_until = found.looks_again
        if day(number) < rests_until:
            asked[number] = None
            continue
        asked[number] = level
        done = Done(outcome=Outcome.DONE if one.is_whole else Outcome.PARTLY)
        felt = Pain(**{**STEADY, **one.pain})
        entries.append(evolve(calm(number, done=done), pain=felt, planned=dose(level)))
    return asked


@given(life=lives, place=st.integers(0, 25), pain=st.sampled_from(WORSE))
def test_who_hurt_more_is_never_asked_for_more(
    life: list[Evening], place: int, pain: dict[str, float | None]
) -> None:
    """On no later day: neither by weeks away, nor by old plans, nor by steps that are regained.

    Who rests on a day that hurts who does not rest is no longer the one who hurt more.
    """
    assume(place < len(life) and not life[place].pain)
    worse = [evolve(one, pain=pain) if number == place else one for number, one in enumerate(life)]
    milder, harder = follow(life), follow(worse)

    for one, number in zip(life, days_of(life), strict=True):
        if number not in milder or number not in harder:
            break
        mild, hard = milder[number], harder[number]
        if (mild is None) != (hard is None) and one.pain:
            break
        assert mild is None or hard is None or hard <= mild, number


@given(life=lives.map(lambda life: life[:18]))
def test_whatever_came_before_who_does_well_long_enough_comes_up(life: list[Evening]) -> None:
    """Ten good sessions over a month: nobody stays at a dose for good."""
    after = [Evening(gap=3)] * 10

    asked = follow([*life, *after])

    latest = [asked.get(number) for number in days_of([*life, *after])[-10:]]
    if latest[-1] is not None:
        assert latest[-1] > min(one for one in latest if one is not None) or latest[-1] == HIGHEST
