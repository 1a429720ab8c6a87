"""Breaks from sitting as series: one for each time of day and thing to do."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta
from typing import TypeAlias

from attrs import frozen

from spinecare.model import DeskBreak, Plan

_Key: TypeAlias = tuple[time, str, float, tuple[str, ...]]


@frozen(kw_only=True)
class BreakSeries:
    """The same break at the same time on one or more days."""

    item: DeskBreak
    """The break."""
    number: int
    """Its number among the series at the same time of day, counted from 1."""
    dates: tuple[date, ...]
    """Its days, in order."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by in every revision, whatever is to be done at that time of day."""
        return ("break", f"{self.item.start:%H:%M}", str(self.number))

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The days of the week it comes on, 0 for Monday, in order."""
        return tuple(sorted({day.weekday() for day in self.dates}))

    @property
    def pattern(self) -> tuple[date, ...]:
        """Every date on these weekdays from the first to the last of its days."""
        first, last, weekdays = self.dates[0], self.dates[-1], self.weekdays
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return tuple(day for day in days if day.weekday() in weekdays)

    @property
    def left_out(self) -> tuple[date, ...]:
        """Dates of the pattern without the break."""
        present = frozenset(self.dates)
        return tuple(day for day in self.pattern if day not in present)


def break_series(plan: Plan) -> tuple[BreakSeries, ...]:
    """Return the desk breaks of a plan as series, by time of day, then in the plan's order."""
    breaks: dict[_Key, DeskBreak] = {}
    dates: dict[_Key, dict[date, None]] = {}
    for day in plan.days:
        for item in day.desk_breaks:
            key = (item.start, item.exercise, item.minutes, item.others)
            breaks.setdefault(key, item)
            dates.setdefault(key, {})[day.date] = None
    numbers: Counter[time] = Counter()
    series: list[BreakSeries] = []
    for known in sorted(breaks, key=_start):
        numbers[known[0]] += 1
        number = numbers[known[0]]
        series.append(
            BreakSeries(item=breaks[known], number=number, dates=tuple(sorted(dates[known])))
        )
    return tuple(series)


def _start(key: _Key) -> time:
    return key[0]
