"""Weeks so small that a person can count what a schedule is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spinecare.planning.objective import WHOLE
from spinecare.planning.optimum import Course, Load, Moment, Offer, Part, Period, Problem

HOUR = 60
DAY = 24 * HOUR


def course(**fields: Any) -> Course:
    """Return a course that is in time within 2 days, with an ideal gap of 2 days."""
    base: dict[str, Any] = {"id": "course", "weight": 1, "latest_days": 2, "ideal_h": 48}
    return Course(**(base | fields))


def daily(**fields: Any) -> Course:
    """Return a course that is wanted once a day."""
    base: dict[str, Any] = {"period": Period.DAY, "latest_days": 1, "ideal_h": 24}
    return course(**(base | fields))


def tiring(*shares: int, **fields: Any) -> Course:
    """Return a course that nothing counts for but what of it must rest."""
    loads = tuple(Load(id=number, share=share) for number, share in enumerate(shares))
    return course(loads=loads, latest_days=7, ideal_h=0, **fields)


def at(*hours: int, offers: Sequence[Offer] = (), slots: Sequence[int] = ()) -> tuple[Moment, ...]:
    """Return moments at hours after the first day's midnight."""
    numbers = slots or range(len(hours))
    return tuple(
        Moment(at_min=hour * HOUR, day=hour // 24, slot=slot, offers=tuple(offers))
        for hour, slot in zip(hours, numbers, strict=True)
    )


def whole(*courses: int) -> Offer:
    """Return an offer of whole courses."""
    return Offer(parts=tuple(Part(course=number, share=WHOLE) for number in courses))


def holding(course: int, share: int, *loads: Load) -> Offer:
    """Return an offer of a whole course at a place where only some of it can be done."""
    return Offer(parts=(Part(course=course, share=share, loads=loads),))


def piece(course: int, share: int) -> Offer:
    """Return an offer of a piece of a course."""
    return Offer(parts=(Part(course=course, share=share, is_whole=False),))


def week(*courses: Course, moments: Sequence[Moment] = (), **fields: Any) -> Problem:
    """Return a problem of one week, its loads all fresh and free of each other."""
    loads = 1 + max((load.id for course in courses for load in course.loads), default=-1)
    base: dict[str, Any] = {
        "days": 7,
        "apart_min": ((0,) * loads,) * loads,
        "loaded_min": (None,) * loads,
    }
    return Problem(courses=courses, moments=tuple(moments), **(base | fields))
