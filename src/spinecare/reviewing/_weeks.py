"""The rule of the week, R5 (evidence.md §4): whether mornings get worse from week to week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from attrs import frozen

from spinecare.model import RuleId, SessionId
from spinecare.reviewing._experience import Experience
from spinecare.reviewing._policy import Policy

R5: Final = RuleId("pain-r5")
_WEEK: Final = timedelta(days=7)


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


@frozen(kw_only=True)
class WeekRuling:
    """What R5 says of a week."""

    monday: date
    """The Monday it begins with."""
    mean: float
    """The mean of its mornings' pain, one for each session whose next morning is known."""
    course: Course
    """What follows for the week after."""
    reason: str
    """Why, with the numbers."""


def weeks(experiences: Iterable[Experience], policy: Policy) -> tuple[WeekRuling, ...]:
    """Return what R5 says of each week with a known morning, in order.

    Weeks begin on Mondays. A week without answers is compared with nothing.
    """
    means = _means(experiences)
    return tuple(_ruling(monday, means, policy) for monday in sorted(means))


def monday_of(day: date) -> date:
    """Return the Monday of a date's week."""
    return day - timedelta(days=day.weekday())


def _means(experiences: Iterable[Experience]) -> dict[date, float]:
    """Return the mean pain of the next mornings by week; a session counts once, its highest."""
    mornings: dict[date, dict[SessionId, float]] = {}
    for one in experiences:
        if one.pain.next_morning is not None:
            week = mornings.setdefault(monday_of(one.date), {})
            week[one.session] = max(week.get(one.session, 0.0), one.pain.next_morning)
    return {monday: sum(pains.values()) / len(pains) for monday, pains in mornings.items()}


def _ruling(monday: date, means: dict[date, float], policy: Policy) -> WeekRuling:
    mean = means[monday]
    last, before_last = means.get(monday - _WEEK), means.get(monday - 2 * _WEEK)
    course, reason = Course.SILENT, f"mornings at {mean:.1f}"
    if mean > policy.high_above:
        course, reason = Course.END, f"mornings at {mean:.1f}, above {policy.high_above:g}"
    elif (
        before_last is not None
        and last is not None
        and mean > before_last + policy.rise_week
        and mean >= last
    ):
        course = Course.BACK
        reason = f"mornings rose from {before_last:.1f} to {mean:.1f} in two weeks"
    elif last is not None and mean > last + policy.rise_week:
        course, reason = Course.HOLD, f"mornings rose from {last:.1f} to {mean:.1f} in a week"
    return WeekRuling(monday=monday, mean=mean, course=course, reason=reason)
