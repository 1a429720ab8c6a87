"""Minutes a day, stacked by what they are spent on."""

from __future__ import annotations

import math
from typing import Final

from spinecare.figures import Figure
from spinecare.model import Plan
from spinecare.plots.canvas import WIDTH, Box, bars, line, plot, swatch, titled, words
from spinecare.plots.counting import PARTS, DayMinutes, day_minutes
from spinecare.plots.scale import Scale, rounded_up, ticks
from spinecare.wording import day_text, number_text, period_text

PART_WORDS: Final = {
    "relief": "relief",
    "mobility": "mobility",
    "effort": "effort",
    "stretch": "stretching",
    "relaxation": "rest and relaxation",
    "other": "other",
    "breaks": "breaks from sitting",
}
"""What the parts are called."""
_LEFT, _RIGHT = 52.0, WIDTH - 20.0
_TOP, _PANEL, _UNDER = 112.0, 170.0, 52.0
_LOW_PANEL = 96.0  # of plans that take more than one row
_IN_ROW = 8  # weeks side by side, so that a day stays a dozen units wide
_WIDEST = 44.0


def plot_minutes(plan: Plan, *, id_prefix: str = "") -> Figure:
    """Return the minutes of every day of a plan as bars, stacked by what they are spent on.

    Parts of a session are told apart by pattern, colour and a key; breaks from sitting lie on top.
    Changes between exercises count for the exercise they lead to, so that a bar is as high as the
    day's sessions and breaks are long. Up to eight weeks stand side by side, more in rows.

    Args:
        plan: The plan.
        id_prefix: What every id in the picture begins with. Without one it follows from what is
            shown; give different ones when the same picture stands on a page twice.

    Returns:
        The plot, its numbers told in the description. The same input gives the same bytes.

    Raises:
        InvalidValueError: A prefix that ids cannot begin with.
    """
    days = day_minutes(plan)
    weeks = [days[first : first + 7] for first in range(0, len(days), 7)]
    rows = _rows(weeks)
    highest = max((day.total for day in days), default=0.0)
    panel = _PANEL if len(rows) == 1 else _LOW_PANEL
    top = rounded_up(highest, about=5 if len(rows) == 1 else 3)
    title = titled("Minutes a day", plan.name)
    parts = [
        words(24, 32, title, size=17, bold=True),
        words(24, 54, _summary(days), ink="note"),
        *_key(days),
    ]
    number, upper = 1, _TOP
    for row in rows:
        y = Scale(low=0.0, high=top, start=upper + panel, end=upper)
        parts += _panel(row, y, weeks_wide=max(1, len(rows[0])), first_number=number)
        number += len(row)
        upper += panel + _UNDER
    return plot(
        round(upper - 8), parts, title=title, description=_description(weeks), id_prefix=id_prefix
    )


def _rows(weeks: list[tuple[DayMinutes, ...]]) -> list[list[tuple[DayMinutes, ...]]]:
    """Return weeks in rows of equal length, the last one perhaps shorter; one row at least."""
    rows = max(1, math.ceil(len(weeks) / _IN_ROW))
    wide = max(1, math.ceil(len(weeks) / rows))
    return [weeks[first : first + wide] for first in range(0, max(1, len(weeks)), wide)]


def _summary(days: tuple[DayMinutes, ...]) -> str:
    if not days:
        return "No week is planned."
    mean = number_text(round(sum(day.total for day in days) / len(days), 1))
    return f"{period_text(days[0].date, days[-1].date)}, {mean} min on an average day"


def _key(days: tuple[DayMinutes, ...]) -> list[str]:
    """Return what the patterns mean, with the minutes of each in all."""
    parts: list[str] = []
    at = 24.0
    for part in PARTS:
        if any(day.minutes[part] for day in days):
            text = PART_WORDS[part]
            parts += [swatch(at, 80, part), words(at + 24, 80, text)]
            at += 24 + 7.2 * len(text) + 14
    return parts


def _panel(
    row: list[tuple[DayMinutes, ...]], y: Scale, *, weeks_wide: int, first_number: int
) -> list[str]:
    """Return one row of weeks with its axes."""
    week = (_RIGHT - _LEFT) / weeks_wide
    end = _LEFT + week * max(1, len(row))
    marks = ticks(0, y.high, about=5 if y.start - y.end > _LOW_PANEL else 3, least=1.0)
    parts = [line(_LEFT, y.at(mark), end, y.at(mark), ink="grid") for mark in marks if mark]
    parts += [
        words(_LEFT - 8, y.at(mark) + 4, f"{mark:g}", ink="note", anchor="end", size=12)
        for mark in marks
    ]
    parts.append(words(_LEFT - 8, y.end - 12, "min", ink="note", anchor="end", size=12))
    parts += _stacks(row, y, week / 7)
    for index, days in enumerate(row):
        left = _LEFT + index * week
        if index:
            parts.append(line(left, y.end, left, y.start + 6, ink="axis"))
        parts += _names(days, left, y, week, number=first_number + index)
    parts.append(line(_LEFT, y.start, end, y.start, ink="axis"))
    return parts


def _stacks(row: list[tuple[DayMinutes, ...]], y: Scale, slot: float) -> list[str]:
    """Return the bars of a row, one path for each part."""
    width = min(_WIDEST, slot * 0.74)
    boxes: dict[str, list[Box]] = {part: [] for part in PARTS}
    for index, day in enumerate(day for week in row for day in week):
        left = _LEFT + slot * index + (slot - width) / 2
        below = 0.0
        for part, minutes in day.minutes.items():
            upper = y.at(below + minutes)
            boxes[part].append(Box(left, upper, width, y.at(below) - upper))
            below += minutes
    return [bars(boxes[part], part, of=part) for part in PARTS]


def _names(
    days: tuple[DayMinutes, ...], left: float, y: Scale, width: float, *, number: int
) -> list[str]:
    """Return the names under a week: its days where there is room, its number and first day."""
    slot = width / 7
    parts: list[str] = []
    if slot >= 24:  # three letters, in weeks up to four side by side
        for index, day in enumerate(days):
            middle = left + slot * (index + 0.5)
            name = day_text(day.date)[: 3 if slot >= 40 else 2]
            parts.append(words(middle, y.start + 16, name, ink="note", anchor="middle", size=12))
            if slot >= 40 and day.total:
                total = number_text(round(day.total))
                parts.append(words(middle, y.at(day.total) - 5, total, anchor="middle", size=12))
    begins = day_text(days[0].date)[4:]
    text = f"Week {number}, from {begins}" if width >= 140 else f"{number}: {begins}"
    under = y.start + (34 if slot >= 24 else 18)
    parts.append(words(left + width / 2, under, text, ink="note", anchor="middle", size=12))
    return parts


def _description(weeks: list[tuple[DayMinutes, ...]]) -> str:
    """Return the minutes of each week and of its days, in words."""
    told: list[str] = []
    for number, days in enumerate(weeks, 1):
        total = number_text(round(sum(day.total for day in days), 1))
        each = ", ".join(number_text(round(day.total, 1)) for day in days)
        told.append(f"Week {number} from {day_text(days[0].date)}: {total} min ({each}).")
    return " ".join(told) or "No week is planned."
