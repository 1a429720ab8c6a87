"""The random weeks are worth planning: whatever makes planning hard is among them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from spinecare.planning.optimum import Course, Part, Period, Problem
from tests.optimum.agreement import EACH, HARD
from tests.optimum.problems import DAY, random_week


@pytest.fixture(scope="module")
def every() -> list[Problem]:
    """Return the weeks of all four files."""
    return [random_week(seed) for seed in range(4 * EACH)]


def any_course(is_such: Callable[[Course], bool]) -> Callable[[Problem], bool]:
    """Return whether a problem has a course of a kind."""
    return lambda problem: any(map(is_such, problem.courses))


def any_part(is_such: Callable[[Part], bool]) -> Callable[[Problem], bool]:
    """Return whether a problem offers a part of a kind."""
    return lambda problem: any(
        is_such(part)
        for moment in problem.moments
        for offer in moment.offers
        for part in offer.parts
    )


def last_done(first: int, last: int) -> Callable[[Problem], bool]:
    """Return whether a course was last done on one of some days, day 0 being the first to plan."""
    return any_course(
        lambda course: course.last_day is not None and first <= course.last_day <= last
    )


def moments_a_day(problem: Problem) -> list[int]:
    """Return the moments of each day."""
    return [sum(moment.day == day for moment in problem.moments) for day in range(problem.days)]


WORTH: dict[str, tuple[float, Callable[[Problem], bool]]] = {
    "something daily": (0.5, any_course(lambda it: it.period is Period.DAY and it.most == 1)),
    "something twice a day": (0.3, any_course(lambda it: it.most == 2 and it.gap_min == 360)),
    "something three times a day": (
        0.3,
        any_course(lambda it: it.period is Period.DAY and it.most == 3),
    ),
    "something weekly": (0.5, any_course(lambda it: it.period is Period.WEEK)),
    "a window": (0.5, any_course(lambda it: it.period is None)),
    "never done": (0.5, any_course(lambda it: it.last_day is None)),
    "done yesterday": (0.3, last_done(-1, -1)),
    "done before today, today": (0.1, last_done(0, 13)),
    "done in the week before": (0.5, last_done(-7, -2)),
    "done long ago": (0.3, last_done(-60, -9)),
    "a habit": (0.5, any_course(lambda it: it.has_habit)),
    "a habit of a slot that is gone": (
        0.05,
        lambda problem: any_course(
            lambda it: it.has_habit and not it.habit & {m.slot for m in problem.moments}
        )(problem),
    ),
    "loads": (0.7, any_course(lambda it: bool(it.loads))),
    "loads of two courses that must stay apart": (
        0.4,
        lambda problem: any(
            problem.apart_min[one.id][other.id]
            for first in problem.courses
            for second in problem.courses
            if first != second
            for one in first.loads
            for other in second.loads
        ),
    ),
    "a load that is tired already": (
        0.2,
        lambda problem: any(
            last is not None and problem.moments and problem.moments[0].at_min - last < row[number]
            for number, (last, row) in enumerate(
                zip(problem.loaded_min, problem.apart_min, strict=True)
            )
        ),
    ),
    "pieces": (0.4, any_part(lambda it: not it.is_whole)),
    "one slot a day": (0.2, lambda problem: max(moments_a_day(problem)) == 1),
    "three slots a day": (0.2, lambda problem: max(moments_a_day(problem)) == 3),
    "a day off": (0.4, lambda problem: 0 in moments_a_day(problem)),
    "a week off": (
        0.05,
        lambda problem: not any(moments_a_day(problem)[:7]) or not any(moments_a_day(problem)[7:]),
    ),
    "a slot just before midnight": (
        0.2,
        lambda problem: any(moment.at_min % DAY >= 23 * 60 for moment in problem.moments),
    ),
    "slots an hour apart": (
        0.2,
        lambda problem: any(
            later.at_min - earlier.at_min <= 60 for earlier, later in pairwise(problem.moments)
        ),
    ),
    "a change of the clock": (
        0.2,
        lambda problem: any(
            later.at_min - earlier.at_min in (7 * DAY - 60, 7 * DAY + 60)
            for earlier in problem.moments
            for later in problem.moments
            if earlier.slot == later.slot
        ),
    ),
    "little room": (0.05, lambda problem: all(len(m.offers) < 8 for m in problem.moments)),
    "much room": (0.1, lambda problem: any(len(m.offers) > 60 for m in problem.moments)),
}


def test_there_are_at_least_five_hundred_and_no_two_alike(every: list[Problem]) -> None:
    """Of three to seven courses each, without those for which the engine is given little time."""
    assert len({repr(problem) for problem in every}) == len(every) >= 500 + len(HARD)
    assert {len(problem.courses) for problem in every} == set(range(3, 8))


@pytest.mark.parametrize(("least", "is_such"), WORTH.values(), ids=WORTH)
def test_what_makes_planning_hard_is_among_them(
    every: list[Problem], least: float, is_such: Callable[[Problem], bool]
) -> None:
    """In at least so large a share of the weeks."""
    assert sum(map(is_such, every)) >= least * len(every)


def test_one_number_gives_one_week(every: list[Problem]) -> None:
    """So that a red test stays red until it is mended."""
    assert [random_week(seed) for seed in range(20)] == every[:20]
