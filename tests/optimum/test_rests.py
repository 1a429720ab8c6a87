from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from spinecare.planning.optimum import Load, Problem
from spinecare.planning.optimum.choices import claims_of
from spinecare.planning.optimum.rests import Rest, is_kept_apart, rests_of
from tests.optimum.handmade import DAY, HOUR, at, course, tiring, week

APART = 10
_STARTS = st.lists(st.integers(0, 60), unique=True, max_size=7).map(sorted)


def resting(starts: list[int]) -> Rest:
    """Return a load that must rest for ten minutes, with these moments."""
    return Rest(loads=(0,), apart_min=APART, starts=tuple(starts))


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
    done = rest.best(gains, first)

    chosen = [number for number, is_done in enumerate(done) if is_done]
    assert len(done) == len(starts)
    assert all(number >= first for number in chosen)
    assert all(starts[two] - starts[one] >= APART for one, two in pairwise(chosen))
    assert sum(worth[number] for number in chosen) == gains[first]


def test_loads_that_disturb_one_another_make_a_group() -> None:
    """All that keep away from each other, and the moments that are far enough from each."""
    problem = week(tiring(200, 500, 300), moments=at(12, 36, 60), apart_min=((48 * HOUR,) * 3,) * 3)

    (rest,) = rests_of(problem)

    assert (rest.loads, rest.apart_min) == ((0, 1, 2), 48 * HOUR)
    assert rest.starts == (12 * HOUR, 36 * HOUR, 60 * HOUR)
    assert rest.after == (2, 3, 3)
    assert rest.before == (0, 0, 1, 3)


def test_any_two_that_disturb_one_another_are_together_in_a_group() -> None:
    """Those that rest longest first; one may be in several, and none where they do not."""
    apart = ((72, 24, 0), (24, 24, 24), (0, 24, 72))

    groups = grouped(week(tiring(300, 200, 100), apart_min=apart))

    assert groups == [((0,), 72), ((2,), 72), ((0, 1), 24), ((1, 2), 24)]
    near = ((72, 24, 24), (24, 24, 24), (24, 24, 24))
    assert grouped(week(tiring(300, 200, 100), apart_min=near)) == [((0,), 72), ((0, 1, 2), 24)]


def test_a_load_that_rests_while_its_routine_does_hides_no_other() -> None:
    """The first would make no group; the others do, though it rests longer than they."""
    seldom, daily = tiring(250, gap_min=120), course(loads=(Load(id=1, share=250),))
    problem = week(seldom, daily, apart_min=((72, 0), (0, 48)))

    assert grouped(problem) == [((1,), 48)]


def test_a_load_of_two_routines_is_claimed_by_both() -> None:
    """What is done in the one tires it for the other, however long their own gaps are."""
    shared = (Load(id=0, share=300),)
    first, second = (course(id=name, gap_min=50, loads=shared) for name in ("first", "second"))
    problem = week(first, second, apart_min=((48,),))

    assert grouped(problem) == [((0,), 48)]
    assert claims_of(problem, rests_of(problem)) == ((0, 0, 0), (0, 0, 1))


def test_loads_that_rest_while_their_routine_does_make_no_group() -> None:
    """The gap of the routine keeps them away from each other as long or longer."""
    for gap_min, groups in ((47, [((0, 1), 48)]), (48, []), (49, [])):
        problem = week(tiring(300, 200, gap_min=gap_min), apart_min=((48,) * 2,) * 2)

        assert grouped(problem) == groups


def test_loads_that_need_no_rest_make_no_group() -> None:
    """None between any two."""
    assert rests_of(week(tiring(300, 200), apart_min=((0,) * 2,) * 2)) == ()


def test_a_load_that_was_done_without_its_routine_must_rest_all_the_same() -> None:
    """Later than the routine, or though it never was."""
    for last_min, loaded, kept in (
        (-5 * DAY, -5 * DAY, True),
        (-5 * DAY, -6 * DAY, True),
        (-5 * DAY, None, True),
        (-5 * DAY, -5 * DAY + 1, False),
        (None, -5 * DAY, False),
    ):
        one = tiring(300, gap_min=50, last_min=last_min)
        problem = week(one, apart_min=((50,),), loaded_min=(loaded,))

        assert is_kept_apart(problem, [0], 50) is kept
        assert not is_kept_apart(problem, [0], 51)
