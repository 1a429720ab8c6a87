"""How the response model reads its arguments: gains, loads, days, sessions."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any, TypeAlias, cast

from spinecare.errors import InvalidValueError
from spinecare.units import NumberLike, read_number

_LEAST_GAIN, _MOST = 1e-9, 1e9
"""Gains and loads stay inside these, in whatever unit, so that no closed form overflows."""
_SHORTEST_DAYS = 1 / 86_400  # a second
_LONGEST_DAYS = 36_525.0  # a hundred years, as pint counts them
_LEAST_SHARE = 0.01  # below it the window outgrows anything called one

SessionLike: TypeAlias = "tuple[NumberLike, float]"
"""What a session is to the model: the day it is on, and its load."""


def read_gain(value: float, field: str) -> float:
    """Return a gain: performance units for one unit of load, from 1e-9 to 1e9."""
    return _read_between(_LEAST_GAIN, _MOST, value, field, "a number from 1e-9 to 1e9")


def read_load(value: float, field: str) -> float:
    """Return a load in whatever unit the caller counts in, from 0 to 1e9."""
    return _read_between(0, _MOST, value, field, "a load from 0 to 1e9")


def read_share(value: float, field: str) -> float:
    """Return a share of the peak, from 0.01 to 1."""
    return _read_between(_LEAST_SHARE, 1, value, field, "a share of the peak from 0.01 to 1")


def read_level(value: float, field: str) -> float:
    """Return a level of fitness or fatigue, zero or more."""
    return _read_between(0, sys.float_info.max, value, field, "a number of zero or more")


def read_text(value: object, field: str) -> str:
    """Return text with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise InvalidValueError.of(field, "text", value)
    return value


def read_lasting(value: NumberLike, field: str) -> float:
    """Return days that something takes: a second to a hundred years."""
    days = read_number(value, "day", field)
    if not _SHORTEST_DAYS <= days <= _LONGEST_DAYS:
        raise InvalidValueError.of(
            field, "a time in days from one second to a hundred years", value
        )
    return days


def read_days(values: Iterable[NumberLike], field: str) -> tuple[float, ...]:
    """Return days as numbers, in the order given."""
    return tuple(read_number(value, "day", field) for value in read_members(values, field))


def read_sessions(values: Iterable[SessionLike]) -> tuple[tuple[float, float], ...]:
    """Return sessions as pairs of a day and a load, the earliest first."""
    return tuple(sorted(_read_session(value) for value in read_members(values, "sessions")))


def _read_session(value: Any) -> tuple[float, float]:
    is_row = isinstance(value, (tuple, list))
    pair: tuple[Any, ...] = tuple(cast("Iterable[Any]", value)) if is_row else ()
    if len(pair) != 2:
        raise InvalidValueError.of(
            "sessions", "pairs of a day and a load", value, "write [(0, 1.0), (7, 1.0)]."
        )
    return read_number(pair[0], "day", "sessions"), read_load(pair[1], "sessions")


def read_members(values: Iterable[Any], field: str) -> tuple[Any, ...]:
    """Return the members of a collection; one number, or one text, is none."""
    try:
        if not isinstance(values, str):
            return tuple(values)
    except TypeError:
        pass  # one number or quantity, refused like a text
    raise InvalidValueError.of(field, "a collection", values, "put it into a list.")


def _read_between(low: float, high: float, value: Any, field: str, expected: str) -> float:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number or not low <= value <= high:  # "not a number" is in no order either
        raise InvalidValueError.of(field, expected, value)
    return float(value)
