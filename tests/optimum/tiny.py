"""Tiny problems that hypothesis draws: anything a problem may say, and few enough schedules."""

from __future__ import annotations

from hypothesis import strategies as st

from spinecare.planning.objective import WHOLE
from spinecare.planning.optimum import Course, Load, Moment, Offer, Part, Period, Problem
from tests.optimum.problems import DAY

_CLOCK = (10, 7 * 60, 7 * 60 + 40, 19 * 60, 23 * 60 + 50)
_MINUTES = st.sampled_from((0, 0, 6 * 60, DAY, 2 * DAY, 5 * DAY))
_SLOTS = st.integers(0, 2)


@st.composite
def tiny_problems(draw: st.DrawFn, *, least: int = 0, moments: int = 5, offers: int = 3) -> Problem:
    """Draw a problem of one to three courses.

    Args:
        draw: How to draw.
        least: How many moments there are at least.
        moments: How many there are at most.
        offers: How many each of them has at most.
    """
    count, loads = draw(st.integers(1, 3)), draw(st.integers(0, 3))
    starts = sorted(draw(st.sets(_starts(), min_size=least, max_size=moments)))
    first = starts[0][0] * DAY + starts[0][1] if starts else 0
    courses = tuple(draw(_courses(number, first, loads)) for number in range(count))
    parts = st.integers(0, count - 1).flatmap(lambda number: _parts(number, courses[number]))
    together = st.lists(parts, min_size=1, max_size=count, unique_by=lambda part: part.course).map(
        lambda drawn: Offer(parts=tuple(drawn))
    )
    fitting = st.lists(together, max_size=offers, unique=True).map(tuple)
    return Problem(
        days=draw(st.sampled_from((7, 14))),
        courses=courses,
        moments=tuple(
            Moment(at_min=day * DAY + minute, day=day, slot=draw(_SLOTS), offers=draw(fitting))
            for day, minute in starts
        ),
        apart_min=draw(_apart(loads)),
        loaded_min=tuple(draw(_before(first)) for _ in range(loads)),
    )


def _parts(number: int, course: Course) -> st.SearchStrategy[Part]:
    """Draw how much of a course is done, and of what of it that must rest: often of all."""
    some = st.lists(st.sampled_from(course.loads), unique=True) if course.loads else st.just([])
    return st.builds(
        Part,
        course=st.just(number),
        share=st.sampled_from((WHOLE, WHOLE, 500, 250, 1)),
        is_whole=st.booleans(),
        loads=st.none() | some.map(tuple),
    )


def _starts() -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, 6), st.sampled_from(_CLOCK))


def _before(first: int) -> st.SearchStrategy[int | None]:
    ago = st.sampled_from((1, 6 * 60, DAY, 2 * DAY, 9 * DAY))
    return st.none() | ago.map(lambda minutes: first - minutes)


def _apart(loads: int) -> st.SearchStrategy[tuple[tuple[int, ...], ...]]:
    """Draw how long loads must rest, the same both ways."""
    return st.lists(_MINUTES, min_size=loads * loads, max_size=loads * loads).map(
        lambda drawn: tuple(
            tuple(drawn[min(one, other) * loads + max(one, other)] for other in range(loads))
            for one in range(loads)
        )
    )


@st.composite
def _courses(draw: st.DrawFn, number: int, first: int, loads: int) -> Course:
    last_min = draw(_before(first))
    own = draw(st.sets(st.integers(0, loads - 1), max_size=2)) if loads else set[int]()
    period = draw(st.sampled_from((None, *Period)))
    return Course(
        id=f"course {number}",
        weight=draw(st.integers(1, 3)),
        latest_days=draw(st.integers(1, 8)),
        ideal_h=draw(st.sampled_from((5, 12, 24, 56, 151))),
        gap_min=draw(_MINUTES),
        period=period,
        most=draw(st.integers(1, 3)) if period else 1,
        last_min=last_min,
        last_day=None if last_min is None else last_min // DAY,
        habit=draw(st.frozensets(_SLOTS, max_size=2)),
        loads=tuple(
            Load(id=load, share=draw(st.sampled_from((100, 250, 500)))) for load in sorted(own)
        ),
    )
