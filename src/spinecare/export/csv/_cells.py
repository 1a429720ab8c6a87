"""What stands in a cell, as people and spreadsheets write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from spinecare.errors import InvalidValueError

W = TypeVar("W", bound=StrEnum)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_UNKNOWN: Final = ("", "?", "-", "–")
_DATE: Final = re.compile(r"(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})", re.ASCII)
_YEAR_DIGITS: Final = 4


def guarded(text: str) -> str:
    """Return text that a spreadsheet takes for text: with an apostrophe before a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or text.startswith("'") else text


def unguarded(cell: str) -> str:
    """Return the text of a cell, without the blanks around it and the apostrophe of `guarded`."""
    bare = cell.strip()
    is_guarded = bare.startswith("'") and guarded(bare[1:]) == bare
    return bare[1:].strip() if is_guarded else bare


def is_empty(cell: str) -> bool:
    """Tell whether a cell says nothing."""
    return unguarded(cell) in _UNKNOWN


def read_number(cell: str) -> float | None:
    """Return a number, written with a point or a comma; `None` where it is unknown."""
    if is_empty(cell):
        return None
    text = unguarded(cell).removeprefix("'").replace(",", ".")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", text, re.ASCII):
        raise InvalidValueError.of("cell", "a number like 3 or 2.5, or empty", unguarded(cell))
    return float(text)


def read_words(kind: type[W], cell: str) -> tuple[W, ...]:
    """Return the words of a cell, in whatever case, divided by commas, semicolons or slashes."""
    if is_empty(cell):
        return ()
    return tuple(read_word(kind, part) for part in re.split(r"[,;/]", unguarded(cell)))


def read_word(kind: type[W], cell: str) -> W:
    """Return the word of a cell, in whatever case, its parts divided by blanks or hyphens."""
    word = "-".join(unguarded(cell).casefold().replace("-", " ").replace("_", " ").split())
    try:
        return kind(word)
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise InvalidValueError.of("cell", f"one of {known}", unguarded(cell)) from None


def read_day(cell: str, session: str) -> date:
    """Return a day as spreadsheets write it.

    `2026-11-23`, `23.11.2026`, `23/11/2026` and `11/23/2026` are the same day. Where day and month
    could change places, the day that the session's id begins with decides.

    Args:
        cell: The cell.
        session: The session's id; the planner's begin with their day.
    """
    days = _days(unguarded(cell).removeprefix("'"))
    days = [day for day in days if session.startswith(day.isoformat())] or days
    if len(days) != 1:
        raise InvalidValueError.of("cell", "one day, like 2026-11-23", unguarded(cell))
    return days[0]


def _days(text: str) -> list[date]:
    """Return every day that a text may mean, each once."""
    found = _DATE.fullmatch(text)
    if found is None:
        return []
    first, between, second, last = found[1], found[2], found[3], found[4]
    if len(first) == _YEAR_DIGITS:
        orders: Iterable[tuple[str, str, str]] = [(first, second, last)]
    elif len(last) != _YEAR_DIGITS:
        return []
    elif between == "/":
        orders = [(last, second, first), (last, first, second)]
    else:
        orders = [(last, second, first)]
    days = [_day(*order) for order in orders]
    return list(dict.fromkeys(day for day in days if day is not None))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
