"""The response curve: when performance is back, when it is best, and for how long."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from spinecare.figures import Figure
from spinecare.plots.canvas import WIDTH, Box, bars, line, number, path, plot, words
from spinecare.plots.course import SHARE, Course, course_of
from spinecare.plots.scale import Scale, ticks
from spinecare.response import LABEL, ResponseModel
from spinecare.units import NumberLike
from spinecare.wording import listed

_LEFT, _RIGHT = 64.0, WIDTH - 24.0
_TOP, _BOTTOM, _HEIGHT = 96.0, 352.0, 420
_POINTS: Final = 240
_TITLE: Final = "Response to training"


def plot_response(
    model: ResponseModel,
    *,
    sessions: Iterable[tuple[NumberLike, float]] = (),
    days: NumberLike | None = None,
    id_prefix: str = "",
) -> Figure:
    """Return the curve of performance, with recovery, peak and 95 % window marked.

    The model is a planning heuristic, not a law of biology, and the plot says so.

    Args:
        model: The model.
        sessions: Pairs of a day and a load, in any order; without any it is one session of unit
            load on day 0. Recovery, peak and window are those of the curve after the last one,
            all sessions before it included: they are the model's own `recovery_time`,
            `peak_time` and `window(0.95)` where there is one session.
        days: Days to show, from day 0; without a number as many as show the window.
        id_prefix: What every id in the picture begins with. Without one it follows from what is
            shown; give different ones when the same picture stands on a page twice.

    Returns:
        The plot, its numbers told in the description. The same input gives the same bytes.

    Raises:
        InvalidValueError: No model, sessions that the model refuses, days that are no time above
            zero, or a prefix that ids cannot begin with.

    Examples:
        >>> from spinecare import calibration
        >>> plot_response(calibration("local-muscle").model).description
        'After a session on day 0: back at the baseline on day 2.0, best on day 6.3, at least 95 % \
of that from day 5.0 to day 8.0. The model is a planning heuristic, not a law of biology.'
    """
    course = course_of(model, sessions, days)
    x = Scale(low=0.0, high=course.days, start=_LEFT, end=_RIGHT)
    curve = _curve(course)
    values = [value for run in curve for _, value in run]
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low) or 1.0
    y = Scale(low=low - 0.06 * room, high=high + 0.3 * room, start=_BOTTOM, end=_TOP)
    parts = [
        words(24, 32, _TITLE, size=17, bold=True),
        words(24, 54, f"The model is {LABEL}.", ink="note"),
        *_window(course, x),
        *_axes(x, y),
        *(path(_drawn(run, x, y), ink="mobility", width=2.5, of="curve") for run in curve),
        *_marks(course, x, y),
        *_sessions(course, x),
    ]
    return plot(_HEIGHT, parts, title=_TITLE, description=_description(course), id_prefix=id_prefix)


def _curve(course: Course) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the curve in runs of day and performance; each session begins a new one."""
    starts = [0.0, *sorted({day for day, _ in course.sessions if 0 < day < course.days})]
    runs: list[tuple[tuple[float, float], ...]] = []
    for start, end in pairwise((*starts, course.days)):
        count = max(2, math.ceil(_POINTS * (end - start) / course.days))
        inside = [start + (end - start) * index / count for index in range(1, count)]
        # just after the sessions of a day, then on to just before those of the next
        days = (math.nextafter(start, math.inf), *inside, end)
        states = course.model.performance(course.sessions, days)
        runs.append(tuple((state.day, state.performance) for state in states))
    return tuple(runs)


def _drawn(run: tuple[tuple[float, float], ...], x: Scale, y: Scale) -> str:
    points = (f"{number(x.at(day))} {number(y.at(value))}" for day, value in run)
    return "M" + "L".join(points)


def _axes(x: Scale, y: Scale) -> list[str]:
    days, levels = ticks(x.low, x.high, about=8), ticks(y.low, y.high, about=5)
    label = "Days" if x.high >= 2 else "Day"
    return [
        *(line(_LEFT, y.at(level), _RIGHT, y.at(level), ink="grid") for level in levels if level),
        *(
            words(_LEFT - 8, y.at(level) + 4, _tick(level), ink="note", anchor="end", size=12)
            for level in levels
        ),
        *(line(x.at(day), _BOTTOM, x.at(day), _BOTTOM + 5, ink="axis") for day in days),
        *(
            words(x.at(day), _BOTTOM + 20, _tick(day), ink="note", anchor="middle", size=12)
            for day in days
        ),
        line(_LEFT, y.at(0), _RIGHT, y.at(0), ink="axis"),
        words(_RIGHT, y.at(0) + 16, "baseline", ink="note", anchor="end", size=12),
        line(_LEFT, _BOTTOM, _RIGHT, _BOTTOM, ink="axis"),
        words(_RIGHT, _BOTTOM + 42, label, ink="note", anchor="end", size=12),
        words(24, 82, "Performance above the baseline (gain × load)", ink="note", size=12),
    ]


def _tick(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _window(course: Course, x: Scale) -> list[str]:
    """Return the band of the window, its edges and its name; what is off the plot is left out."""
    if course.window is None:
        return []
    low, high = course.window
    if low > course.days:
        return []
    left, right = x.at(low), x.at(min(high, course.days))
    edges = [day for day in (low, high) if 0 < day <= course.days]
    name = f"{SHARE:.0%} window".replace("%", " %")
    middle = min(max((left + right) / 2, _LEFT + 90), _RIGHT - 90)
    return [
        bars(
            [Box(left, _TOP, right - left, _BOTTOM - _TOP)], "stretch", of="window", pattern="wash"
        ),
        *(line(x.at(day), _TOP, x.at(day), _BOTTOM, ink="stretch", dashed=True) for day in edges),
        words(middle, _TOP + 18, f"{name}: day {low:.1f} to {high:.1f}", anchor="middle"),
    ]


def _marks(course: Course, x: Scale, y: Scale) -> list[str]:
    """Return recovery as a ring and the peak as a diamond, each with its day."""
    parts: list[str] = []
    if course.recovered is not None and x.holds(course.recovered):
        at, base = x.at(course.recovered), y.at(0)
        parts.append(
            path(
                f"M{number(at - 5)} {number(base)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
                ink="effort",
                width=2.5,
                of="recovery",
            )
        )
        parts.append(words(at + 9, base + 18, f"recovered: day {course.recovered:.1f}"))
    if course.best is not None and x.holds(course.best[0]):
        at, top = x.at(course.best[0]), y.at(course.best[1])
        parts.append(
            path(
                f"M{number(at)} {number(top - 7)}l7 7l-7 7l-7 -7z",
                ink="effort",
                width=2.5,
                of="peak",
            )
        )
        where = min(max(at, _LEFT + 50), _RIGHT - 50)
        parts.append(words(where, top - 14, f"best: day {course.best[0]:.1f}", anchor="middle"))
    return parts


def _sessions(course: Course, x: Scale) -> list[str]:
    """Return a triangle on the axis for each session."""
    shown = [(day, load) for day, load in course.sessions if x.holds(day)]
    d = "".join(f"M{number(x.at(day))} {number(_BOTTOM - 11)}l6 11h-12z" for day, _ in shown)
    parts = [path(d, ink="effort", width=2, of="sessions")] if d else []
    many = len(course.sessions)
    parts.append(words(_LEFT, _BOTTOM + 42, f"▲ {'session' if many == 1 else 'sessions'}", size=12))
    return parts


def _description(course: Course) -> str:
    days = [f"{day:.6g}" for day in dict.fromkeys(day for day, _ in course.sessions)]
    if len(days) == 1:
        begins = f"After a session on day {days[0]}"
    else:
        begins = f"After sessions on days {listed(days)}"
    told: list[str] = []
    if course.recovered is not None:
        told.append(f"back at the baseline on day {course.recovered:.1f}")
    if course.best is not None and course.window is not None:
        low, high = course.window
        told.append(f"best on day {course.best[0]:.1f}")
        told.append(f"at least 95 % of that from day {low:.1f} to day {high:.1f}")
    if not told:
        told.append("no peak is ahead")
    return f"{begins}: {', '.join(told)}. The model is {LABEL}."
