from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from spinecare.planning.optimum import Course, Load, Problem
from spinecare.planning.optimum.rests import Rest, disturbing, rests_of
from tests.optimum.handmade import DAY, HOUR, at, course, tiring, week

APART = 10
_STARTS = st.lists(st.integers(0, 60), unique=True, max_size=7).map(sorted)


def resting(starts: list[int]) -> Rest:
    """Return a load that must rest for ten minutes, with these moments."""
    return Rest(loads=(0,), courses=(0,), shares=(300,), apart_min=APART, starts=tuple(starts))


def grouped(problem: Problem) -> list[tuple[tuple[int, ...], int]]:
    """Return the loads of each group with the minutes that they keep."""
    return [(rest.loads, rest.apart_min) for rest in rests_of(problem)]


@given(_STARTS, st.data())
def test_what_rests_is_worth_the_best_moments_that_are_far_enough_apart(
    starts: list[int], data: st.DataObject
) -> None:
    """From each moment on, and nothing at the end; every choice of moments is tried."""
    worth = data.draw(st.lists(st.integers(0, 5), min_size=len(starts), max_size=len(starts)))
    rest = resting(starts)

    gains = rest.gains(worth)

    for first in range(len(starts) + 1):
        sums = [
            sum(worth[number] for number in chosen)
            for size in range(len(starts) + 1)
            for chosen in combinations(range(first, len(starts)), size)
            if all(starts[two] - starts[one] >= APART for one, two in pairwise(chosen))
        ]
        assert gains[first] == max(sums)
    assert len(gains) == len(starts) + 1


@given(_STARTS, st.data())
def test_the_moments_that_are_named_are_worth_that_much(
    starts: list[int], data: st.DataObject
) -> None:
    """None before the first that may be, and all of them far enough apart."""
    worth = data.draw(st.lists(st.integers(0, 5), min_size=len(starts), max_size=len(starts)))
    first = data.draw(st.integers(0, len(starts)))
    rest = resting(starts)

    gains = rest.gains(worth)
    done = rest.best(worth, gains, first)

    chosen = [number for number, is_done in enumerate(done) if is_done]
    assert len(done) == len(starts)
    assert all(number >= first for number in chosen)
    assert all(starts[two] - starts[one] >= APART for one, two in pairwise(chosen))
    assert sum(worth[number] for number in chosen) == gains[first]


def test_loads_that_disturb_one_another_make_a_group_with_the_largest_first() -> None:
    """Of two alike the one with the lower number; each is in one group only."""
    one = tiring(200, 500, 300)
    problem = week(one, moments=at(12), apart_min=((48,) * 3,) * 3)

    (rest,) = rests_of(problem)

    assert (rest.loads, rest.courses, rest.shares) == ((1, 2, 0), (0, 0, 0), (500, 300, 200))
    assert (rest.apart_min, rest.starts) == (48, (12 * HOUR,))
    alike = week(tiring(200, 200), apart_min=((48,) * 2,) * 2)
    assert grouped(alike) == [((0, 1), 48)]


def test_those_that_rest_longest_are_grouped_first() -> None:
    """A group keeps the least that any two of it keep; who is left makes the next one."""
    apart = ((72, 24, 0), (24, 24, 24), (0, 24, 72))
    problem = week(tiring(300, 200, 100), apart_min=apart)

    assert grouped(problem) == [((0,), 72), ((2,), 72), ((1,), 24)]
    near = ((72, 24, 24), (24, 24, 24), (24, 24, 24))
    assert grouped(week(tiring(300, 200, 100), apart_min=near)) == [((0,), 72), ((1, 2), 24)]


def test_a_load_of_two_routines_is_in_a_group_twice() -> None:
    """What is done in the one tires it for the other."""
    shared = (Load(id=0, share=300),)
    first = Course(id="first", weight=1, latest_days=1, ideal_h=48, loads=shared)
    second = Course(id="second", weight=1, latest_days=1, ideal_h=48, loads=shared)
    problem = week(first, second, apart_min=((48,),))

    (rest,) = rests_of(problem)

    assert (rest.loads, rest.courses) == ((0, 0), (0, 1))


def test_a_load_alone_that_rests_while_its_routine_does_makes_no_group() -> None:
    """The gap of the routine keeps it away from itself as long or longer."""
    for gap_min, groups in ((47, [((0,), 48)]), (48, []), (49, [])):
        problem = week(tiring(300, gap_min=gap_min), apart_min=((48,),))

        assert grouped(problem) == groups


def test_two_loads_make_a_group_though_the_gap_is_long() -> None:
    """They may belong to two routines, each with a gap of its own."""
    problem = week(tiring(300, 200, gap_min=48), apart_min=((48,) * 2,) * 2)

    assert grouped(problem) == [((0, 1), 48)]


def test_loads_that_need_no_rest_make_no_group() -> None:
    """None between any two."""
    assert rests_of(week(tiring(300, 200), apart_min=((0,) * 2,) * 2)) == ()


def test_a_load_keeps_away_from_what_the_gap_of_its_routine_does_not_keep_away() -> None:
    """Loads of its own routine are kept away by the gap, others are not."""
    apart = ((0, 50, 50), (50, 51, 50), (50, 50, 0))
    one, other = tiring(300, 200, gap_min=50), course(loads=(Load(id=2, share=100),))
    problem = week(one, other, apart_min=apart)

    assert disturbing(problem, one, 0) == ((2, 50),)
    assert disturbing(problem, one, 1) == ((1, 51), (2, 50))
    assert disturbing(problem, other, 2) == ((0, 50), (1, 50))


def test_a_load_keeps_away_from_a_load_of_its_routine_that_was_done_without_it() -> None:
    """Later than the routine, or though it never was; or as part of another routine."""
    for last_min, loaded, kept in (
        (-5 * DAY, -5 * DAY, ()),
        (-5 * DAY, -6 * DAY, ()),
        (-5 * DAY, None, ()),
        (-5 * DAY, -5 * DAY + 1, ((0, 50),)),
        (None, -5 * DAY, ((0, 50),)),
    ):
        one = tiring(300, gap_min=50, last_min=last_min)
        problem = week(one, apart_min=((50,),), loaded_min=(loaded,))

        assert disturbing(problem, one, 0) == kept
    shared = (Load(id=0, share=300),)
    first, second = (course(id=name, gap_min=50, loads=shared) for name in ("first", "second"))
    problem = week(first, second, apart_min=((50,),))
    assert disturbing(problem, first, 0) == disturbing(problem, second, 0) == ((0, 50),)


def test_a_load_that_rests_a_minute_keeps_away_for_a_minute() -> None:
    """And one that needs none, for none."""
    problem = week(tiring(300), course(loads=(Load(id=1, share=1),)), apart_min=((0, 1), (1, 0)))

    assert disturbing(problem, problem.courses[0], 0) == ((1, 1),)
