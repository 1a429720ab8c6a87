"""A plan's sessions as a sheet to fill in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final, Literal

from spinecare.errors import InvalidValueError
from spinecare.export.csv._cells import guarded
from spinecare.export.csv._columns import COLUMNS
from spinecare.model import Catalogue, Plan, Purpose, Session

_UNJUDGED: Final = (Purpose.REST, Purpose.WAY_UP)
_WHOLE: Final = "The whole session"
Separator = Literal[",", ";", "\t"]


def journal_to_csv(
    sessions: Plan | Iterable[Session],
    *,
    catalogue: Catalogue | None = None,
    separator: Separator = ",",
) -> str:
    r"""Return a sheet in which a person notes what was done and how it felt.

    One row for each session and one for each of its exercises, in order; resting poses that the
    planner added, and the way up, have none. `date`, `session`, `exercise` and `name` are filled
    in, the rest is empty: pain from 0 to 10 `before`, `during`, `after`, on the `next morning` and
    the `second morning`; `effort` from 0 to 10; `outcome` (done, partly, skipped) with a `reason`;
    `character` of the pain; `symptoms`; `note`. `journal_from_csv` reads it back.

    No cell begins a formula: one that would (with `=`, `+`, `-` or `@`) has an apostrophe before
    it, which reading takes away.

    Args:
        sessions: A plan, or some of its sessions.
        catalogue: Names the exercises of sessions without their plan; without it a name is the id.
        separator: What stands between cells. Spreadsheets in countries with a decimal comma expect
            a semicolon.

    Returns:
        Text of lines that end with `\r\n` (RFC 4180). Write it with `encoding="utf-8-sig"` and
        `newline=""`, so that every spreadsheet reads every letter.

    Raises:
        InvalidValueError: Another separator, or something else than sessions.

    Examples:
        >>> journal_to_csv([]).split(",")[:6]
        ['date', 'session', 'exercise', 'name', 'before', 'during']
    """
    if separator not in (",", ";", "\t"):
        raise InvalidValueError.of("separator", "a comma, a semicolon or a tab", separator)
    listed, names = _listed(sessions, catalogue)
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=separator, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    empty = [""] * (len(COLUMNS) - 4)
    for session in listed:
        day = session.date.isoformat()
        judged = [step.exercise for step in session.steps if step.purpose not in _UNJUDGED]
        rows = [("", _WHOLE), *((id, _name(names, id)) for id in dict.fromkeys(judged))]
        for exercise, name in rows:
            writer.writerow([day, *map(guarded, (session.id, exercise, name)), *empty])
    return sheet.getvalue()


def _listed(
    sessions: Plan | Iterable[Session], catalogue: Catalogue | None
) -> tuple[tuple[Session, ...], Catalogue | None]:
    if isinstance(sessions, Plan):
        return sessions.sessions, sessions.catalogue if catalogue is None else catalogue
    listed = tuple(sessions)
    for one in listed:
        if not isinstance(one, Session):
            raise InvalidValueError.of("sessions", "a Plan, or of type Session", one)
    return listed, catalogue


def _name(names: Catalogue | None, id: str) -> str:
    """Return the name of an exercise on one line; the id where nobody names it."""
    entry = None if names is None else names.entry_by_id.get(id)
    return id if entry is None else " ".join(entry.name.split())
