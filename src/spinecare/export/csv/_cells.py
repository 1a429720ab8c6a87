"""What stands in a cell, as people and spreadsheets write it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from spinecare.errors import InvalidValueError

W = TypeVar("W", bound=StrEnum)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_UNKNOWN: Final = ("", "?", "-", "–", "unknown")
_NOTHING: Final = ("none", "no")
_DATE: Final = re.compile(r"(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})", re.ASCII)
_YEAR_DIGITS: Final = 4
_SHORT_YEAR_DIGITS: Final = 2
_CENTURY: Final = 100
_ANY_DAY: Final = date(2000, 1, 1)
_DAY_OF_ID: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)-\d+", re.ASCII)
_LONGEST_COMPARED: Final = 100


def guarded(text: str) -> str:
    """Return text that a spreadsheet takes for text: with an apostrophe before a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or text.startswith("'") else text


def unguarded(cell: str) -> str:
    """Return the text of a cell, without the blanks around it and the apostrophe of `guarded`."""
    bare = cell.strip()
    is_guarded = bare.startswith("'") and guarded(bare[1:]) == bare
    return bare[1:].strip() if is_guarded else bare


def is_empty(cell: str) -> bool:
    """Tell whether a cell says nothing: it is empty, or says in whatever case that it does not."""
    return unguarded(cell).casefold() in _UNKNOWN


def names_nothing(cell: str) -> bool:
    """Tell whether a cell for words says that there is none, or says nothing."""
    return is_empty(cell) or unguarded(cell).casefold() in _NOTHING


def hint(text: str, known: Iterable[str]) -> str:
    """Return the nearest of what is known as the end of a sentence; nothing where none is near."""
    near = difflib.get_close_matches(text[:_LONGEST_COMPARED], list(known), n=1)
    return f"; Maybe {near[0]}" if near else ""


def read_up_to_ten(cell: str) -> float | None:
    """Return a number from 0 to 10, with a point or a comma; `None` where it is unknown."""
    if is_empty(cell):
        return None
    written = unguarded(cell)
    text = written.removeprefix("'").replace(",", ".")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", text, re.ASCII):
        cure = "0, or empty where it is unknown" if names_nothing(cell) else ""
        raise InvalidValueError.of("cell", "a number like 3 or 2.5, or empty", written, cure)
    if not 0 <= float(text) <= 10:
        raise InvalidValueError.of("cell", "a number from 0 to 10", written)
    return float(text)


def read_words(kind: type[W], cell: str) -> tuple[W, ...]:
    """Return the words of a cell, in whatever case, divided by commas, semicolons or slashes."""
    if names_nothing(cell):
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


def day_of_id(session: str) -> date | None:
    """Return the day that a session's id begins with, as the planner's do (`2026-11-23-1`)."""
    found = _DAY_OF_ID.fullmatch(session)
    return None if found is None else _day(*found.groups())


def read_day(cell: str, expected: date | None) -> date:
    """Return a day as spreadsheets write it.

    `2026-11-23`, `23.11.2026`, `23/11/2026` and `11/23/2026` are the same day. The day of the
    session decides where day and month could change places, and the century of `23.11.26`.

    Args:
        cell: The cell.
        expected: The day of the session; `None` where it is not known.
    """
    text = unguarded(cell).removeprefix("'")
    days = _days(text, expected)
    days = [day for day in days if day == expected] or days
    if len(days) != 1:
        is_short = not days and bool(_days(text, _ANY_DAY))
        wanted = "one day with all four digits of its year" if is_short else "one day"
        raise InvalidValueError.of("cell", f"{wanted}, like 2026-11-23", unguarded(cell))
    return days[0]


def _days(text: str, expected: date | None) -> list[date]:
    """Return every day that a text may mean, each once."""
    found = _DATE.fullmatch(text)
    if found is None:
        return []
    first, between, second, last = found[1], found[2], found[3], found[4]
    if len(last) == _SHORT_YEAR_DIGITS and len(first) <= _SHORT_YEAR_DIGITS and expected:
        last = _year(int(last), expected)
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


def _year(short: int, expected: date) -> str:
    """Return the year that ends with two digits and is the nearest to that of a day."""
    begun = expected.year - expected.year % _CENTURY + short
    years = (begun - _CENTURY, begun, begun + _CENTURY)
    return str(min(years, key=lambda year: abs(year - expected.year)))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
