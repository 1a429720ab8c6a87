"""Reading text, numbers, dates and words, strictly."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from spinecare.errors import InvalidValueError

DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""How a date is written; the pattern is one that other languages read too, like the next two."""
DAYTIME = "([01][0-9]|2[0-3]):[0-5][0-9](:00)?"
"""How a time of day is written; TOML asks for the seconds."""
_LOCAL = DAY + r"T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
_OFFSET = "(Z|[+-][0-9]{2}:[0-9]{2})"
MOMENT = _LOCAL + _OFFSET
"""How a moment is written."""


def refuse(expected: str, value: object) -> InvalidValueError:
    return InvalidValueError.of("value", expected, value)


def read_text(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise refuse("text", value)
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise refuse("text without lone surrogates", value)
    return value


def read_bool(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise refuse("true or false", value)
    return value


def read_int(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse("a whole number", value)
    return value


def read_float(value: Any, _: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise refuse("a number", value)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise refuse("a finite number", value)
    return number


def read_enum(value: Any, kind: type[StrEnum]) -> StrEnum:
    if not isinstance(value, str) or value not in {member.value for member in kind}:
        raise refuse(f"one of {', '.join(str(member.value) for member in kind)}", value)
    return kind(value)


def is_word_choice(kind: Any) -> bool:
    """Tell the fields that take one of a few words and are no word list of their own."""
    return get_origin(kind) is Literal


def read_word_choice(value: Any, kind: Any) -> Any:
    if not isinstance(value, str) or value not in get_args(kind):
        raise refuse(f"one of {', '.join(get_args(kind))}", value)
    return value


def read_date(value: Any, _: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(_matching(DAY, value))
    except ValueError:
        raise refuse("a date like '2026-11-23'", value) from None


def read_time(value: Any, _: Any) -> time:
    try:
        read = value if isinstance(value, time) else time.fromisoformat(_matching(DAYTIME, value))
    except ValueError:
        raise refuse("a time of day like '07:00'", value) from None
    if read.tzinfo is not None or read.second or read.microsecond:
        raise refuse("a time of day to the minute without a zone", value)
    return read


def read_moment(value: Any, _: Any) -> datetime:
    try:
        read = (
            value
            if isinstance(value, datetime)
            else datetime.fromisoformat(_matching(f"{_LOCAL}({_OFFSET})?", value))
        )
    except ValueError:
        raise refuse("a moment like '2026-11-23T00:00:00+00:00'", value) from None
    if read.tzinfo is None:
        raise refuse("a moment with an offset", value)
    return read


def _matching(pattern: str, value: Any) -> str:
    """Return a text that a pattern describes; the one way of writing that a schema can tell."""
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        raise ValueError(pattern)
    return value
