"""A filled-in sheet as a journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar, cast

from spinecare.errors import Fault, FaultyInputError, InvalidValueError
from spinecare.export.csv import _columns as columns
from spinecare.export.csv._cells import (
    is_empty,
    read_day,
    read_number,
    read_word,
    read_words,
    unguarded,
)
from spinecare.export.csv._table import WHAT, Row, fault, read_table
from spinecare.model import (
    Done,
    Entry,
    ExerciseId,
    Journal,
    Outcome,
    Pain,
    PainCharacter,
    Plan,
    Planned,
    SessionId,
    SkipReason,
    Symptom,
)

T = TypeVar("T")


def journal_from_csv(
    text: str | bytes, *, written_at: datetime, plan: Plan | None = None
) -> Journal:
    r"""Return the journal of a sheet that a person filled in, the inverse of `journal_to_csv`.

    Commas, semicolons and tabs divide cells; numbers have a point or a comma; words come in any
    case; an empty cell, `?` or `-` is unknown. Several words in a cell are divided by commas,
    semicolons or slashes. Columns may stand in any order, and all but `date`, `session` and
    `exercise` may be missing; `name` is not read. A row without an exercise is that of the whole
    session.

    A session in which nothing was filled in gives no entry. Of one in which something was, each
    exercise gives one, also an empty one: what was noted of the whole session is true of it.

    Args:
        text: The sheet; bytes are read as UTF-8, with or without a byte order mark.
        written_at: When it was filled in, or handed in, with a time zone.
        plan: The plan it was made from: sessions and exercises that it does not have are faults,
            and what was planned is noted beside what was done.

    Raises:
        FaultyInputError: With every fault, its row and its column; nothing is half read.
        InvalidValueError: `written_at` has no time zone.

    Examples:
        >>> from datetime import UTC, datetime
        >>> sheet = "date;session;exercise;during\n2026-11-23;2026-11-23-1;neck-2-rotation;2,5\n"
        >>> noted = journal_from_csv(sheet, written_at=datetime(2026, 11, 24, tzinfo=UTC))
        >>> noted.entries[0].pain.during
        2.5
    """
    if not isinstance(cast("object", written_at), datetime) or written_at.tzinfo is None:
        raise InvalidValueError.of("written_at", "a moment with a time zone", written_at)
    rows, faults = read_table(text)
    reader = _Reader(written_at, None if plan is None else _planned(plan), faults)
    read = [(row, reader.entry(row)) for row in rows]
    if faults:
        raise FaultyInputError(WHAT, tuple(sorted(faults, key=_place)))
    noted = {entry.session for row, entry in read if entry is not None and _is_noted(row)}
    return Journal(
        entries=[
            entry
            for row, entry in read
            if entry is not None
            and entry.session in noted
            and (entry.exercise is not None or _is_noted(row))
        ]
    )


def _place(fault: Fault) -> int:
    """Return the row of a fault; those of a row stand in the order of its columns."""
    return int(fault.path.split(",")[0].removeprefix("row "))


def _is_noted(row: Row) -> bool:
    return any(not is_empty(row.cells[name]) for name in columns.ANSWERS)


def _planned(plan: Plan) -> dict[str, dict[str, Planned]]:
    """Return what each session planned, by exercise; of several steps the first."""
    found: dict[str, dict[str, Planned]] = {}
    for session in plan.sessions:
        doses = found.setdefault(session.id, {})
        for step in session.steps:
            doses.setdefault(step.exercise, Planned.of(step))
    return found


class _Reader:
    """Reads rows, and gathers their faults."""

    def __init__(
        self,
        written_at: datetime,
        planned: Mapping[str, Mapping[str, Planned]] | None,
        faults: list[Fault],
    ) -> None:
        self._written_at = written_at
        self._planned = planned
        self._faults = faults

    def entry(self, row: Row) -> Entry | None:
        """Return the entry of a row; `None` where it has a fault, which is kept."""
        before = len(self._faults)
        session = unguarded(row.cells[columns.SESSION])
        exercise = unguarded(row.cells[columns.EXERCISE])
        values: dict[str, Any] = {
            "date": self._read(row, columns.DATE, lambda cell: read_day(cell, session)),
            "session": SessionId(session),
            "exercise": ExerciseId(exercise) if exercise else None,
            "written_at": self._written_at,
            "planned": self._look_up(row, session, exercise),
            "pain": self._pain(row),
            "effort": self._read(row, columns.EFFORT, _up_to_ten),
            "done": self._done(row),
            "character": self._words(row, columns.CHARACTER, PainCharacter),
            "symptoms": self._words(row, columns.SYMPTOMS, Symptom),
            "note": unguarded(row.cells[columns.NOTE]),
        }
        if len(self._faults) > before:
            return None
        try:
            return Entry(**values)
        except InvalidValueError as error:  # an id that is none, a day beyond every plan
            self._faults.append(fault(row.number, error.field, _sentence(error)))
            return None

    def _read(self, row: Row, column: str, read: Callable[[str], T]) -> T | None:
        try:
            return read(row.cells[column])
        except InvalidValueError as error:
            message = column + _sentence(error).removeprefix(error.field)
            self._faults.append(fault(row.number, column, message))
            return None

    def _words(self, row: Row, column: str, kind: Any) -> Any:
        return self._read(row, column, lambda cell: read_words(kind, cell)) or ()

    def _pain(self, row: Row) -> Pain:
        known = {
            name: self._read(row, column, _up_to_ten) for column, name in columns.PAINS.items()
        }
        return Pain(**known)

    def _done(self, row: Row) -> Done | None:
        is_told = not is_empty(row.cells[columns.OUTCOME])
        reason = None
        if not is_empty(row.cells[columns.REASON]):
            reason = self._read(row, columns.REASON, lambda cell: read_word(SkipReason, cell))
        if not is_told and reason is not None:
            message = "outcome must be given where there is a reason, got nothing"
            self._faults.append(fault(row.number, columns.OUTCOME, message))
        if not is_told:
            return None
        outcome = self._read(row, columns.OUTCOME, lambda cell: read_word(Outcome, cell))
        return None if outcome is None else Done(outcome=outcome, reason=reason)

    def _look_up(self, row: Row, session: str, exercise: str) -> Planned | None:
        """Return what the plan asked for, where there is a plan."""
        if self._planned is None:
            return None
        doses = self._planned.get(session)
        if doses is None:
            message = f"session must be one of the plan's, got {session!r}"
            self._faults.append(fault(row.number, columns.SESSION, message))
        elif exercise and exercise not in doses:
            message = f"exercise must be one of the session's, got {exercise!r}"
            self._faults.append(fault(row.number, columns.EXERCISE, message))
        return None if doses is None else doses.get(exercise)


def _up_to_ten(cell: str) -> float | None:
    number = read_number(cell)
    if number is not None and not 0 <= number <= 10:
        raise InvalidValueError.of("cell", "a number from 0 to 10", number)
    return number


def _sentence(error: InvalidValueError) -> str:
    return str(error).replace("\n", "; ")
