"""The rule of the week, R5 (evidence.md §4): whether mornings get worse from week to week."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from attrs import frozen

from spinecare.model import RuleId
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._sittings import Sitting

R5: Final = RuleId("pain-r5")
WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
_NOISE: Final = 1e-9
"""Differences of means that come from binary fractions only."""


class Course(StrEnum):
    """What the mornings of a week ask for in the next, from the strictest to the mildest."""

    END = "end"
    """No programme; a clinician is asked."""
    BACK = "back"
    """Back to the doses of the week before last."""
    HOLD = "hold"
    """No progress."""
    SILENT = "silent"
    """Nothing to say."""


_ORDER: Final = list(Course)


@frozen(kw_only=True)
class WeekRuling:
    """What R5 says of a week."""

    monday: date
    """The Monday it begins with."""
    mean: float
    """The mean of its mornings' pain, each morning once."""
    course: Course
    """What follows for the week after."""
    reason: str
    """Why, with the numbers."""


def monday_of(day: date) -> date:
    """Return the Monday of a date's week."""
    return day - timedelta(days=day.weekday())


class Weeks:
    """The mornings of a journal by weeks, and what R5 makes of them.

    A week is that of its sessions: the morning after Sunday's belongs to it. Of a morning that is
    told of more than once, the worst counts. Where a week has no known morning, the weeks around
    it are compared as if it had been no better than they (D-JUDGE): a rise of two weeks leads back
    also when nobody knows the week between.
    """

    def __init__(self, told: Iterable[Sitting], policy: Policy) -> None:
        """Gather the mornings.

        Args:
            told: The sessions of a journal.
            policy: The numbers.
        """
        self._policy = policy
        self._courses: dict[date, Course] = {}
        self._mornings: dict[date, dict[date, float]] = {}
        for sitting in told:
            pains = sitting.told("next_morning", sitting.entries)
            if pains:
                of_week = self._mornings.setdefault(monday_of(sitting.date), {})
                of_week[sitting.date] = max(of_week.get(sitting.date, 0.0), *pains)
        self._means = {monday: _mean(pains) for monday, pains in self._mornings.items()}
        self._mondays = sorted(self._means)
        self._rulings = {
            monday: _ruling(monday, self._means[monday], self._means, policy)
            for monday in self._mondays
        }

    def rulings(self, on: date) -> tuple[WeekRuling, ...]:
        """Return what R5 says on a day of each week with a known morning, in order.

        A week that is not over asks for a hold at most: one bad morning is R4's to judge, and half
        a week ends no programme (D-JUDGE).
        """
        running = self._running(on)
        over = [ruling for monday, ruling in self._rulings.items() if monday + WEEK <= on]
        return (*over, running) if running is not None else tuple(over)

    def ending(self, course: Course) -> tuple[date, ...]:
        """Return the Mondays of the weeks that ask for something, in order."""
        return tuple(monday for monday, ruling in self._rulings.items() if ruling.course is course)

    def course(self, on: date) -> Course:
        """Return what R5 asks for on a day: of the week before, and of the running one so far.

        The end of a programme holds on until a later week with known mornings is better (D-JUDGE):
        who rests has no mornings to tell of.
        """
        if on not in self._courses:
            self._courses[on] = self._course(on)
        return self._courses[on]

    def _course(self, on: date) -> Course:
        this = monday_of(on)
        asked = [ruling for ruling in (self._running(on),) if ruling is not None]
        place = bisect.bisect_left(self._mondays, this)
        if place:
            last = self._rulings[self._mondays[place - 1]]
            if last.course is Course.END or last.monday == this - WEEK:
                asked.append(last)
        return min((ruling.course for ruling in asked), key=_ORDER.index, default=Course.SILENT)

    def _running(self, on: date) -> WeekRuling | None:
        """Return what the week of a day says so far; `None` where no morning is known yet."""
        monday = monday_of(on)
        known = {
            day: pain for day, pain in self._mornings.get(monday, {}).items() if day + _DAY <= on
        }
        if not known:
            return None
        ruling = _ruling(monday, _mean(known), self._means, self._policy)
        if ruling.course in (Course.SILENT, Course.HOLD):
            return ruling
        reason = f"{ruling.reason}, in a week that is not over"
        return WeekRuling(monday=monday, mean=ruling.mean, course=Course.HOLD, reason=reason)


def _mean(pains: Mapping[date, float]) -> float:
    return sum(pains.values()) / len(pains)


def _rose(earlier: float, later: float, policy: Policy) -> bool:
    return later > earlier + policy.rise_week + _NOISE


def _ruling(monday: date, mean: float, means: Mapping[date, float], policy: Policy) -> WeekRuling:
    last, before_last = means.get(monday - WEEK), means.get(monday - 2 * WEEK)
    course, reason = Course.SILENT, f"mornings at {mean:.1f}"
    if mean > policy.high_above:
        course, reason = Course.END, f"mornings at {mean:.1f}, above {policy.high_above:g}"
    elif (
        before_last is not None
        and _rose(before_last, mean, policy)
        and (last is None or mean >= last - _NOISE)
    ):
        course = Course.BACK
        reason = f"mornings rose from {before_last:.1f} to {mean:.1f} in two weeks"
    elif last is not None and _rose(last, mean, policy):
        course, reason = Course.HOLD, f"mornings rose from {last:.1f} to {mean:.1f} in a week"
    return WeekRuling(monday=monday, mean=mean, course=course, reason=reason)
