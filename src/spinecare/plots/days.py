"""Days along a plot: a slot for each, or for each week or more where days would be too thin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from spinecare.plots.canvas import line, words
from spinecare.wording import day_text, period_text

_THINNEST, _WIDEST = 5.9, 80.0  # a slot
_SLOTS: Final = (1, 7, 28, 364)
"""Days in a slot, from which the first is taken that is wide enough; weeks stay whole."""
_LETTER, _APART = 6.4, 14.0  # of a label: a letter's width, and the room between two
_OVER: Final = 18.0
"""How far a label may stand out on either side."""


@frozen(kw_only=True)
class Days:
    """The days from a first to a last one, side by side in slots of the same width."""

    first: date
    """The first day of the first slot: a Monday where a slot is more than a day."""
    last: date
    """The last day."""
    in_slot: int
    """Days in a slot: 1, 7, 28 or 364."""
    left: float
    """The left edge of the first slot."""
    slot: float
    """The width of a slot."""

    @property
    def right(self) -> float:
        """The right edge of the last slot."""
        return self.left + self.slot * (1 + (self.last - self.first).days // self.in_slot)

    def middle(self, day: date) -> float:
        """Return the middle of the slot of a day."""
        return self.left + self.slot * ((day - self.first).days // self.in_slot + 0.5)


def days_from(first: date, last: date, *, left: float, width: float) -> Days:
    """Return days in slots that take a width, or less where they are few.

    Args:
        first: The first day to show.
        last: The last.
        left: Where they begin.
        width: The room that they have.
    """
    monday = first - timedelta(days=first.weekday())
    each = [(in_slot, first if in_slot == 1 else monday) for in_slot in _SLOTS]
    widths = [width / (1 + (last - start).days // in_slot) for in_slot, start in each]
    chosen = next((i for i, slot in enumerate(widths) if slot >= _THINNEST), len(each) - 1)
    (in_slot, start), slot = each[chosen], min(widths[chosen], _WIDEST)
    return Days(first=start, last=last, in_slot=in_slot, left=left, slot=slot)


def dates(days: Days, base: float) -> list[str]:
    """Return the dates under an axis, as many as there is room for: days, or Mondays.

    Args:
        days: The days.
        base: Where the axis is.
    """
    apart, name = next(each for each in _labels(days) if _has_room(days, *each))
    day = days.first
    if apart >= 7:
        day += timedelta(days=-day.weekday() % 7)
    parts: list[str] = []
    while day <= days.last:
        at, text = days.middle(day), name(day)
        half = len(text) * _LETTER / 2
        if days.left - _OVER <= at - half and at + half <= days.right + _OVER:
            parts.append(words(at, base + 18, text, ink="note", anchor="middle", size=12))
        parts.append(line(at, base, at, base + 4, ink="axis"))
        day += timedelta(days=apart)
    return parts


def _labels(days: Days) -> Iterator[tuple[int, Callable[[date], str]]]:
    """Return how many days labels may be apart, and what they say, the closest first."""
    short = _with_year if (days.last - days.first).days > 365 else _day
    if days.in_slot == 1:
        yield 1, day_text
        yield 1, short
        yield 2, short
    apart = max(7, days.in_slot)
    while True:
        yield apart, short
        apart *= 2


def _has_room(days: Days, apart: int, name: Callable[[date], str]) -> bool:
    longest = len(name(date(days.first.year, 12, 30))) * _LETTER
    return days.slot * apart / days.in_slot >= longest + _APART


def _day(day: date) -> str:
    return period_text(day, day)


def _with_year(day: date) -> str:
    return f"{period_text(day, day)} {day.year}"
