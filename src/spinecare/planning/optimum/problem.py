"""The week as a problem in whole numbers: what may be done when, and what one schedule is worth.

A problem knows no exercises, only courses (routines in time), moments (openings) and offers (what
fits into a moment together). It says what a schedule is worth in the plainest way there is; the
search in this package must agree with it, and so must the referee of the tests.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.planning.objective import (
    DAYS_A_WEEK,
    NONE,
    WHOLE,
    Levels,
    late_days,
    uneven_hours,
)


class Period(StrEnum):
    """In what time sessions are counted."""

    DAY = "day"
    WEEK = "week"


@frozen(kw_only=True)
class Load:
    """Exercises of a course that rest alike."""

    id: int
    """Its number in the problem; what of other courses rests with it has the same."""
    share: int
    """What a session of the course lacks without it, thousandths."""


@frozen(kw_only=True)
class Course:
    """A routine in time."""

    id: str
    weight: int
    """How much it is wanted, at least 1."""
    latest_days: int
    """Days after a session until which the next is in time."""
    ideal_h: int
    """The ideal gap, hours."""
    gap_min: int = field(default=0)
    """Minutes from the start of a session to the start of the next, at least."""
    period: Period | None = field(default=None)
    """In what time sessions are counted; `None` for a window, where they are not."""
    most: int = field(default=1)
    """Sessions a period that are wanted, and no more are allowed."""
    last_min: int | None = field(default=None)
    """When it was last done, minutes, negative; `None` for never."""
    last_day: int | None = field(default=None)
    """The day of that."""
    habit: frozenset[int] = field(default=frozenset())
    """The slots of the week that it had the week before; empty where there is no habit."""
    loads: tuple[Load, ...] = field(default=())
    """What of it must rest."""

    @property
    def has_habit(self) -> bool:
        """Whether another slot than before counts against a schedule: daily things have none."""
        return bool(self.habit) and self.period is not Period.DAY


@frozen
class Part:
    """A course in an offer."""

    course: int
    """Its place among the courses of the problem."""
    share: int
    """How much of it is done, thousandths."""
    is_whole: bool = field(default=True)
    """Whether all of it is done, but for what must rest; a piece takes what is rested."""
    loads: tuple[Load, ...] | None = field(default=None)
    """What it holds that must rest; `None` for all that its course has."""


@frozen
class Offer:
    """Courses that fit into a moment together."""

    parts: tuple[Part, ...]

    @property
    def courses(self) -> frozenset[int]:
        """The courses that it holds."""
        return frozenset(part.course for part in self.parts)


@frozen(kw_only=True)
class Moment:
    """One slot on one day."""

    at_min: int
    """When it begins, minutes from a moment that all of a problem share; real, not by the clock."""
    day: int
    """The day, from 0."""
    slot: int
    """The slot of the week."""
    offers: tuple[Offer, ...]
    """What fits; nothing always does."""


Schedule = tuple[Offer | None, ...]
"""For each moment what is done in it."""


@frozen(kw_only=True)
class Problem:
    """Days with moments, and courses to put into them.

    Raises:
        InvalidValueError: Moments out of order or outside the days, history that is not before the
            first of them, rests that are not the same both ways, loads that a course has not.
    """

    days: int
    """How many days count: whole weeks."""
    courses: tuple[Course, ...]
    moments: tuple[Moment, ...]
    apart_min: tuple[tuple[int, ...], ...] = field(default=())
    """For two loads the minutes between their sessions, at least; the same both ways."""
    loaded_min: tuple[int | None, ...] = field(default=())
    """For each load when it last was, minutes, before the first moment; `None` for never."""

    def __attrs_post_init__(self) -> None:
        """Refuse what makes no sense, so that the search need not."""
        starts = [moment.at_min for moment in self.moments]
        if any(later <= earlier for earlier, later in itertools.pairwise(starts)):
            raise InvalidValueError.of("moments", "in the order of time", starts)
        days = [moment.day for moment in self.moments]
        if days != sorted(days) or any(not 0 <= day < self.days for day in days):
            raise InvalidValueError.of("moments", f"on days from 0 to {self.days - 1}", days)
        if self.days % DAYS_A_WEEK:
            raise InvalidValueError.of("days", "whole weeks", self.days)
        first = starts[0] if starts else 0
        past = [*self.loaded_min, *(course.last_min for course in self.courses)]
        if any(at is not None and at >= first for at in past):
            raise InvalidValueError.of("history", "before the first moment to plan", past)
        columns = zip(*self.apart_min, strict=True)
        if any(row != column for row, column in zip(self.apart_min, columns, strict=True)):
            raise InvalidValueError.of("apart_min", "the same both ways", self.apart_min)
        parts = {
            part
            for offers in {id(moment.offers): moment.offers for moment in self.moments}.values()
            for offer in offers
            for part in offer.parts
            if part.loads is not None
        }
        for part in parts:
            course = self.courses[part.course]
            known = {load.id for load in course.loads}
            if not known.issuperset(load.id for load in self.loads_of(part)):
                raise InvalidValueError.of("loads", f"of {course.id}", part.loads)
        if any(
            course.last_day is not None and course.last_day >= self.days for course in self.courses
        ):
            raise InvalidValueError.of("history", "before the days to plan", self.courses)

    def wanted(self, course: Course) -> int:
        """Return how much of a course is wanted in all its periods, thousandths."""
        if course.period is None:
            return 0
        periods = self.days if course.period is Period.DAY else self.days // DAYS_A_WEEK
        return WHOLE * course.most * periods

    def period_of(self, course: Course, moment: Moment) -> int:
        """Return the number of the day or week in which a moment counts."""
        return moment.day if course.period is Period.DAY else moment.day // DAYS_A_WEEK

    def levels(self, schedule: Sequence[Offer | None]) -> Levels:
        """Return what a schedule is worth.

        Raises:
            InvalidValueError: It breaks a gap or a cap, or holds a course of which nothing is left
                because muscles must rest; the message names the course.
        """
        total = NONE
        for index, course in enumerate(self.courses):
            done = [
                (moment, part)
                for moment, offer in zip(self.moments, schedule, strict=True)
                for part in (offer.parts if offer else ())
                if part.course == index
            ]
            self._check(course, [moment for moment, _ in done])
            total = total + self._levels_of(course, done)
        lost = sum(self._lost(schedule))
        return total + Levels(0, lost, 0, 0)

    def _check(self, course: Course, done: Sequence[Moment]) -> None:
        starts = [course.last_min] if course.last_min is not None else []
        starts += [moment.at_min for moment in done]
        gaps = [later - earlier for earlier, later in itertools.pairwise(starts)]
        if any(gap < course.gap_min for gap in gaps):
            raise InvalidValueError.of(course.id, f"gaps of {course.gap_min} minutes", gaps)
        if course.period:
            periods = [self.period_of(course, moment) for moment in done]
            if any(periods.count(period) > course.most for period in periods):
                raise InvalidValueError.of(course.id, f"{course.most} a {course.period}", periods)

    def _levels_of(self, course: Course, done: Sequence[tuple[Moment, Part]]) -> Levels:
        late = uneven = off_habit = 0
        missing = self.wanted(course)
        last_day, last_min = course.last_day, course.last_min
        for moment, part in done:
            late += late_days(last_day, moment.day, course.latest_days)
            if last_min is not None:
                uneven += uneven_hours(moment.at_min - last_min, course.ideal_h)
            off_habit += course.has_habit and moment.slot not in course.habit
            missing += (0 if course.period else WHOLE) - part.share
            last_day, last_min = moment.day, moment.at_min
        late += late_days(last_day, self.days, course.latest_days)
        return Levels(course.weight * late, missing, off_habit, course.weight * uneven)

    def _lost(self, schedule: Sequence[Offer | None]) -> Iterator[int]:
        """Yield what whole courses lack because muscles must rest; load what is rested."""
        last = list(self.loaded_min)
        for moment, offer in zip(self.moments, schedule, strict=True):
            before = tuple(last)
            for part in offer.parts if offer else ():
                tired = 0
                for load in self.loads_of(part):
                    if self.is_rested(load.id, moment.at_min, before):
                        last[load.id] = moment.at_min
                    else:
                        tired += load.share
                if part.is_whole and tired >= part.share:
                    expected = "rested where nothing else is left"
                    raise InvalidValueError.of(self.courses[part.course].id, expected, tired)
                yield tired if part.is_whole else 0

    def loads_of(self, part: Part) -> tuple[Load, ...]:
        """Return what must rest of what a part holds."""
        return self.courses[part.course].loads if part.loads is None else part.loads

    def is_rested(self, load: int, at_min: int, last: Sequence[int | None]) -> bool:
        """Whether a load may be done at a moment, given when each load last was."""
        return all(
            before is None or at_min - before >= apart
            for before, apart in zip(last, self.apart_min[load], strict=True)
        )
