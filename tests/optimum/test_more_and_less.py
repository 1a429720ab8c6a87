from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.planning.optimum import Moment, Problem, solve
from tests.optimum.tiny import tiny_problems


def without(problem: Problem, place: int, *moments: Moment) -> Problem:
    """Return a problem with a moment left out, or others in its place."""
    kept = problem.moments
    return evolve(problem, moments=(*kept[:place], *moments, *kept[place + 1 :]))


@given(tiny_problems(), st.data())
def test_another_offer_never_makes_a_schedule_worse(problem: Problem, data: st.DataObject) -> None:
    """Nobody has to take it."""
    places = [place for place, moment in enumerate(problem.moments) if moment.offers]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    moment = problem.moments[place]
    gone = data.draw(st.sampled_from(moment.offers))
    fewer = evolve(moment, offers=tuple(offer for offer in moment.offers if offer != gone))

    assert solve(problem).levels <= solve(without(problem, place, fewer)).levels


@given(tiny_problems(least=2), st.data())
def test_a_moment_less_never_makes_a_schedule_better(problem: Problem, data: st.DataObject) -> None:
    """Whoever has less time cannot do more."""
    place = data.draw(st.integers(0, len(problem.moments) - 1))

    assert solve(problem).levels <= solve(without(problem, place)).levels


@given(tiny_problems(), st.data())
def test_a_longer_gap_never_makes_a_schedule_better(problem: Problem, data: st.DataObject) -> None:
    """Every schedule that keeps it keeps the shorter one too."""
    place = data.draw(st.integers(0, len(problem.courses) - 1))
    course = problem.courses[place]
    stricter = evolve(course, gap_min=course.gap_min + data.draw(st.integers(1, 4_000)))
    courses = (*problem.courses[:place], stricter, *problem.courses[place + 1 :])

    assert solve(problem).levels <= solve(evolve(problem, courses=courses)).levels
