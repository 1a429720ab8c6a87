"""The words of dates, times and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from itertools import pairwise

from spinecare.model import Span, Weekday

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FEW = 4
"""So many days are told one by one."""


def day_text(day: date) -> str:
    """Return a date as `Mon 23 Nov`."""
    return f"{Weekday.of(day).value} {day.day} {_MONTHS[day.month - 1]}"


def period_text(first: date, last: date) -> str:
    """Return a span of dates as `23 to 29 Nov`, with what its ends do not share; or as `23 Nov`."""
    start, end = str(first.day), f"{last.day} {_MONTHS[last.month - 1]}"
    if first == last:
        return end
    if (first.year, first.month) != (last.year, last.month):
        start += f" {_MONTHS[first.month - 1]}"
    if first.year != last.year:
        start, end = f"{start} {first.year}", f"{end} {last.year}"
    return f"{start} to {end}"


def days_text(days: Iterable[date], among: Iterable[date]) -> str:
    """Return which days: `Mon to Fri`, `Mon and Wed (not on Wed 25 Nov)`, or the dates one by one.

    Args:
        days: The dates to tell, one or more.
        among: All dates of the plan, `days` among them.
    """
    chosen = sorted(set(days))
    weekdays = {day.weekday() for day in chosen}
    every = [day for day in sorted(set(among)) if day.weekday() in weekdays]
    missing = [day for day in every if day not in chosen]
    if len(every) < 2 or len(missing) * 2 > len(chosen):
        return listed(day_text(day) for day in chosen)
    text = weekdays_text(chosen)
    return f"{text} (not on {listed(map(day_text, missing))})" if missing else text


def when_text(dates: Iterable[date]) -> str:
    """Return days in words, each once; where there are many, the first, the last and how many."""
    days = list(dict.fromkeys(dates))
    if len(days) <= _FEW:
        return listed(map(day_text, days))
    return f"{len(days)} days from {day_text(days[0])} to {day_text(days[-1])}"


def weekdays_text(days: Iterable[date]) -> str:
    """Return the weekdays of dates, each once: `every day`, `Mon to Fri`, `Wed and Sun`."""
    numbers = sorted({day.weekday() for day in days})
    names = [list(Weekday)[number].value for number in numbers]
    if len(names) == 7:
        return "every day"
    if len(names) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{names[0]} to {names[-1]}"
    return listed(names)


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: `A`, `A and B`, `A, B and C`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def times_text(times: Iterable[time]) -> str:
    """Return times of day: `10:00 and 14:00`, or `every 60 min from 10:00 to 16:00`.

    Args:
        times: One or more, in order.
    """
    chosen = list(times)
    minutes = [one.hour * 60 + one.minute for one in chosen]
    gaps = {later - earlier for earlier, later in pairwise(minutes)}
    if len(chosen) > 2 and len(gaps) == 1:
        return f"every {gaps.pop()} min from {chosen[0]:%H:%M} to {chosen[-1]:%H:%M}"
    return listed(f"{one:%H:%M}" for one in chosen)


def number_text(number: float) -> str:
    """Return a number as people write it: no trailing zeros, at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def duration_text(seconds: float) -> str:
    """Return a time as people say it: `45 s`, `1 min 20 s`, `2 min`, `1 h 5 min`."""
    whole = round(seconds)
    if whole == 0 or (abs(seconds - whole) > 0.01 and seconds < 60):
        return f"{number_text(seconds)} s"
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""]
    parts.append(f"{left} s" if left else "")
    return " ".join(filter(None, parts))


def minutes_text(seconds: float) -> str:
    """Return a length in whole minutes, rounded up as a calendar does: `12 min`."""
    return f"{max(1, int(-(-seconds // 60)))} min"


def span_text(span: Span[float] | Span[int], unit: str = "") -> str:
    """Return a span as `10-30 s`, `15 s` or `at least 20 s`; the dash is an en dash."""
    low = number_text(span.low)
    after = f" {unit}" if unit else ""
    if span.high is None:
        return f"at least {low}{after}"
    return f"{low}{after}" if span.is_exact else f"{low}–{number_text(span.high)}{after}"
