from __future__ import annotations

import pytest

from spinecare.planning.optimum import Problem
from spinecare.planning.optimum.rests import rests_of
from spinecare.planning.optimum.tired import Tired
from tests.optimum.handmade import HOUR, at, tiring, week, whole


def resting(hours: int, *loaded: int | None) -> Problem:
    """Return two loads that rest so long, a moment without offers, and three with, a day apart."""
    offers = [whole(0)]
    return week(
        tiring(300, 200),
        moments=(*at(0), *at(24, offers=offers), *at(48, offers=offers), *at(72, offers=offers)),
        apart_min=((hours * HOUR,) * 2,) * 2,
        loaded_min=loaded or (None, None),
    )


def tired(problem: Problem) -> Tired:
    """Return the loads of a problem."""
    return Tired(problem, rests_of(problem))


def test_a_group_waits_for_the_next_moment_that_offers_one_of_it() -> None:
    """The first moment offers nothing; behind the last there is none."""
    loads = tired(resting(30))

    assert loads.start == (0, 0)
    assert [loads.firsts(moment, loads.start) for moment in range(5)] == [[1], [1], [2], [3], [4]]


@pytest.mark.parametrize(
    ("hours", "until"), [(24, (0, 0)), (25, (3, 3)), (48, (3, 3)), (49, (4, 4)), (500, (4, 4))]
)
def test_loads_are_tired_until_the_first_moment_that_is_late_enough(
    hours: int, until: tuple[int, int]
) -> None:
    """Done on the second day: to the minute; 4 is the end."""
    loads = tired(resting(hours))

    assert loads.after(1, loads.start, (0,)) == until
    assert loads.after(1, loads.start, ()) == (0, 0)


def test_what_was_done_before_tires_too_and_is_forgotten_in_time() -> None:
    """An hour before the first moment, for two days: the second moment with offers is free."""
    loads = tired(resting(48, -HOUR, None))

    assert loads.start == (2, 2)
    assert loads.firsts(0, loads.start) == [2]
    assert loads.after(0, loads.start, ()) == (2, 2)
    assert loads.after(1, loads.start, ()) == (0, 0)


def test_what_tires_longer_stays() -> None:
    """Done on the second day for two days, and again nothing shorter takes its place."""
    loads = tired(resting(48))

    assert loads.after(1, (4, 0), (0,)) == (4, 3)
    assert loads.after(2, (3, 4), (1,)) == (4, 4)
