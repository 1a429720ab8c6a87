"""What the response curve has to show: its sessions, its length, its marked days."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final, cast

from attrs import frozen

from spinecare.errors import InvalidValueError
from spinecare.response import ResponseModel
from spinecare.units import NumberLike, read_number

SHARE: Final = 0.95
"""The share of the peak that a window holds."""
_LONGEST: Final = 36_525.0  # a hundred years


@frozen(kw_only=True)
class Course:
    """Sessions and what follows the last of them."""

    model: ResponseModel
    """The model."""
    sessions: tuple[tuple[float, float], ...]
    """Pairs of a day and a load, the earliest first."""
    days: float
    """Days to show, from day 0."""
    recovered: float | None
    """The day of the return to the baseline; `None` where the curve is not below it."""
    best: tuple[float, float] | None
    """The day of the peak and its height; `None` where none is ahead."""
    window: tuple[float, float] | None
    """First and last day of the window around the peak; `None` where none is ahead."""


def course_of(
    model: ResponseModel,
    sessions: Iterable[tuple[NumberLike, float]],
    days: NumberLike | None,
) -> Course:
    """Return what there is to show.

    Raises:
        InvalidValueError: No model, sessions that it refuses, or days that are no time above zero.
    """
    if not isinstance(cast("object", model), ResponseModel):
        raise InvalidValueError.of(
            "model", "a ResponseModel", model, "write calibration('local-muscle').model."
        )
    rows = _read(model, sessions) or ((0.0, 1.0),)
    last = rows[-1][0]
    after = _after(model, rows)
    window = after.window(SHARE) if after else None
    length = _length(days)
    if length is None:
        length = last + 1.25 * cast("float", window.high) if window else last + 3 * model.tau1
        length = float(math.ceil(length)) if length > 4 else length
    return Course(
        model=model,
        sessions=rows,
        days=length,
        recovered=last + after.recovery_time if after and after.recovery_time else None,
        best=(last + after.peak_time, after.peak_height) if after else None,
        window=(last + window.low, last + cast("float", window.high)) if window else None,
    )


def _read(
    model: ResponseModel, sessions: Iterable[tuple[NumberLike, float]]
) -> tuple[tuple[float, float], ...]:
    """Return sessions as plain numbers, once the model has taken them."""
    is_many = isinstance(cast("object", sessions), Iterable)
    given = tuple(sessions) if is_many else sessions
    model.performance(given, ())  # refuses what it cannot take, also what is no collection
    return tuple(sorted((read_number(day, "day", "sessions"), load) for day, load in given))


def _length(days: NumberLike | None) -> float | None:
    if days is None:
        return None
    length = read_number(days, "day", "days")
    if not 0 < length <= _LONGEST:
        raise InvalidValueError.of("days", "a time above zero, up to a hundred years", days)
    return length


def _after(model: ResponseModel, rows: tuple[tuple[float, float], ...]) -> ResponseModel | None:
    """Return the curve after the last session as one of its own, day 0 its day.

    What is left of all fitness and of all fatigue fades as that of one session does, so the closed
    forms of one session hold with these two as the gains. `None` where no peak is ahead.
    """
    if rows == ((0.0, 1.0),):
        return model
    last = rows[-1][0]
    (state,) = model.performance(rows, [last])
    load = sum(load for day, load in rows if day == last)
    try:
        return ResponseModel(
            k1=state.fitness + model.k1 * load,
            k2=state.fatigue + model.k2 * load,
            tau1=model.tau1,
            tau2=model.tau2,
        )
    except InvalidValueError:
        return None
