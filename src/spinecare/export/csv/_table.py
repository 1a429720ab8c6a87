"""A sheet as rows of cells by column, whatever separator a spreadsheet wrote."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Final, cast

from attrs import frozen

from spinecare.errors import Fault, FaultyInputError, InvalidValueError, show
from spinecare.export.csv._cells import hint, unguarded
from spinecare.export.csv._columns import ANSWERS, COLUMNS, NEEDED

WHAT: Final = "journal sheet"
"""What it is, for error messages."""
_SEPARATORS: Final = (",", ";", "\t")
_ZIPPED: Final = ("PK\x03\x04", b"PK\x03\x04")
"""How the files begin that spreadsheets write for themselves."""


@frozen(kw_only=True)
class Row:
    """A row with something in it."""

    number: int
    """Its number, as a spreadsheet shows it; the first is that of the titles."""
    cells: Mapping[str, str]
    """The cells by column; columns that the sheet does not have are empty."""


def fault(number: int, column: str, message: str) -> Fault:
    """Return a fault with its place."""
    return Fault(path=f"row {number}, {column}" if column else f"row {number}", message=message)


def read_table(text: str | bytes) -> tuple[list[Row], list[Fault]]:
    """Return the rows of a sheet, and what is wrong with its form.

    Args:
        text: The sheet; bytes are read as UTF-8, a byte order mark is skipped.

    Raises:
        InvalidValueError: Neither text nor bytes.
        FaultyInputError: Not UTF-8, no table, or titles that are missing, there twice, or unknown
            where they may stand for a known one: nothing else can be read then.
    """
    lines = _decoded(text).removeprefix("\ufeff")
    separator, lines = _separator(lines)
    try:
        reader = csv.reader(io.StringIO(lines, newline=""), delimiter=separator, strict=True)
        rows = list(reader)
    except csv.Error as error:
        message = f"sheet must be a table of cells, got a row that cannot be read: {error}"
        raise FaultyInputError(WHAT, (Fault(path="", message=message),)) from error
    titles = [_title(cell) for cell in rows[0]] if rows else []
    problems = list(_title_faults(titles, rows[1:]))
    if problems:
        raise FaultyInputError(WHAT, tuple(problems))
    found: list[Row] = []
    faults: list[Fault] = []
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(titles):  # an empty one, too: a comma in a cell moves all after it
            message = f"row must have {len(titles)} cells at most, got {len(cells)}"
            faults.append(fault(number, "", f"{message}; Maybe quote a cell with a comma in it"))
            continue
        by_title = dict(zip(titles, cells, strict=False))
        found.append(Row(number=number, cells={name: by_title.get(name, "") for name in COLUMNS}))
    return found, faults


def _decoded(text: str | bytes) -> str:
    if not isinstance(cast("object", text), (str, bytes)):
        raise InvalidValueError.of("text", "a sheet as text or bytes", text)
    if text[:4] in _ZIPPED:
        raise _no_sheet("text of cells, got a spreadsheet's own file (.xlsx or .ods)")
    if isinstance(text, str):
        return text
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _no_sheet(f"UTF-8, got something else at byte {error.start}") from None


def _no_sheet(message: str) -> FaultyInputError:
    cure = "save it as 'CSV UTF-8' in the spreadsheet"
    return FaultyInputError(
        WHAT, (Fault(path="", message=f"sheet must be {message}; Maybe {cure}"),)
    )


def _separator(text: str) -> tuple[str, str]:
    """Return what divides cells, and the text without the line by which Excel is told so.

    Where no line tells it, it is what the line of titles holds most.
    """
    head, _, rest = text.partition("\n")
    told = head.rstrip("\r").lower().removeprefix("sep=")
    if head.lower().startswith("sep=") and told in _SEPARATORS:
        return told, rest
    return max(_SEPARATORS, key=head.count), text


def _title(cell: str) -> str:
    """Return the title of a column: lower case, its words divided by one blank."""
    return " ".join(unguarded(cell).casefold().replace("_", " ").replace("-", " ").split())


def _title_faults(titles: list[str], rows: list[list[str]]) -> Iterator[Fault]:
    """Yield what is wrong with titles.

    An unknown one is passed over only where no answer can be lost by that: all columns for answers
    are there, and it is like none of them.
    """
    for name in NEEDED:
        if name not in titles:
            yield fault(1, name, f"titles must hold {', '.join(NEEDED)}, got no {name}")
    missing = [name for name in ANSWERS if name not in titles]
    for place, name in enumerate(titles):
        near = hint(name, COLUMNS)
        is_used = bool(name) or any("".join(row[place : place + 1]).strip() for row in rows)
        if is_used and name not in COLUMNS and (near or missing):
            cure = near or f"; Maybe it is one of {', '.join(missing)}; else take the column out"
            message = f"title must be one of {', '.join(COLUMNS)}, got {show(name)}{cure}"
            yield fault(1, f"column {place + 1}", message)
        if name and name in titles[:place]:
            yield fault(1, name, f"title must come once, got {show(name)} twice")
