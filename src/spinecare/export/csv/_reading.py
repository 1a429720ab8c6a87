"""A filled-in sheet as a journal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeVar, cast

from attrs import field, frozen

from spinecare.catalogue import load_catalogue
from spinecare.errors import Fault, FaultyInputError, InvalidValueError, show
from spinecare.export.csv import _columns as columns
from spinecare.export.csv._cells import (
    day_of_id,
    hint,
    is_empty,
    names_nothing,
    read_day,
    read_up_to_ten,
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

_NEAR = timedelta(days=6)
"""A session may be done so many days before or after its own; a week off is a slip (D-JUDGE)."""
T = TypeVar("T")


def journal_from_csv(
    text: str | bytes, *, written_at: datetime, plan: Plan | None = None
) -> Journal:
    r"""Return the journal of a sheet that a person filled in, the inverse of `journal_to_csv`.

    Commas, semicolons and tabs divide cells; numbers have a point or a comma; words come in any
    case; an empty cell, `?`, `-` or "unknown" is unknown; "none" or "no" in `character` and
    `symptoms` is as empty as an empty cell. Several words in a cell are divided by commas,
    semicolons or slashes. Columns may stand in any order, and all but `date`, `session` and
    `exercise` may be missing; `name` is not read. A row without an exercise is that of the whole
    session.

    A column of your own is passed over where all columns for answers are there and its title looks
    like none of them; else its answers might be meant for one of them, and it is a fault.

    A row with more cells than there are titles is a fault, also where the last are empty: a comma
    inside a number without quotes (`2,5`) would move all that stands after it.

    The date of a row is the day on which the session was done: six days at most from that of the
    plan, or, without a plan, the one in its id (`2026-11-23-1`), and the same in all its rows. It
    decides what `03/12/26` means.

    A session in which nothing was filled in gives no entry. Of one in which something was, each
    exercise gives one, also an empty one: what was noted of the whole session is true of it.

    Args:
        text: The sheet; bytes are read as UTF-8, with or without a byte order mark.
        written_at: When it was filled in, or handed in, with a time zone.
        plan: The plan it was made from, or one made again since: sessions and exercises that it
            does not know are faults, and what was planned is noted beside what was done. Of a past
            session it keeps what counts; anything else that a catalogue knows may have been in it.

    Raises:
        FaultyInputError: With every fault, its row and its column; nothing is half read.
        InvalidValueError: `text` is no text, `written_at` has no time zone, `plan` is no plan.

    Examples:
        >>> from datetime import UTC, datetime
        >>> sheet = "date;session;exercise;during\n2026-11-23;2026-11-23-1;neck-2-rotation;2,5\n"
        >>> noted = journal_from_csv(sheet, written_at=datetime(2026, 11, 24, tzinfo=UTC))
        >>> noted.entries[0].pain.during
        2.5
    """
    if not isinstance(cast("object", written_at), datetime) or written_at.tzinfo is None:
        raise InvalidValueError.of("written_at", "a moment with a time zone", written_at)
    if plan is not None and not isinstance(cast("object", plan), Plan):
        raise InvalidValueError.of("plan", "a Plan, or None", plan)
    rows, faults = read_table(text)
    reader = _Reader(written_at, None if plan is None else _asked(plan), faults)
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
    says_nothing = {columns.CHARACTER: names_nothing, columns.SYMPTOMS: names_nothing}
    return any(not says_nothing.get(name, is_empty)(row.cells[name]) for name in columns.ANSWERS)


@frozen(kw_only=True)
class _Asked:
    """What a plan says of a session."""

    date: date
    """Its day."""
    doses: dict[str, Planned] = field(factory=dict[str, Planned])
    """What it planned, by exercise; of several steps the first."""
    besides: Collection[str] = ()
    """What else it may have held: of past sessions a plan keeps no relief, rests or ways up."""


def _asked(plan: Plan) -> dict[str, _Asked]:
    """Return what each session of a plan is about."""
    found: dict[str, _Asked] = {}
    if plan.past:
        besides = {*plan.catalogue.entry_by_id, *load_catalogue().entry_by_id}
        found = {
            one.id: _Asked(
                date=one.date,
                doses={step.exercise: step.planned for step in one.steps},
                besides=besides,
            )
            for one in plan.past
        }
    for session in plan.sessions:
        asked = found.setdefault(session.id, _Asked(date=session.date))
        for step in session.steps:
            asked.doses.setdefault(step.exercise, Planned.of(step))
    return found


class _Reader:
    """Reads rows, and gathers their faults."""

    def __init__(
        self,
        written_at: datetime,
        asked: Mapping[str, _Asked] | None,
        faults: list[Fault],
    ) -> None:
        self._written_at = written_at
        self._asked = asked
        self._faults = faults
        self._days: dict[str, tuple[date, int]] = {}

    def entry(self, row: Row) -> Entry | None:
        """Return the entry of a row; `None` where it has a fault, which is kept."""
        before = len(self._faults)
        session = unguarded(row.cells[columns.SESSION])
        exercise = unguarded(row.cells[columns.EXERCISE])
        note = row.cells[columns.NOTE]
        values: dict[str, Any] = {
            "date": self._day(row, session),
            "session": SessionId(session),
            "exercise": ExerciseId(exercise) if exercise else None,
            "written_at": self._written_at,
            "planned": self._look_up(row, session, exercise),
            "pain": self._pain(row),
            "effort": self._read(row, columns.EFFORT, read_up_to_ten),
            "done": self._done(row),
            "character": self._words(row, columns.CHARACTER, PainCharacter),
            "symptoms": self._words(row, columns.SYMPTOMS, Symptom),
            "note": "" if is_empty(note) else unguarded(note),
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

    def _day(self, row: Row, session: str) -> date | None:
        """Return the day of a row: near that of its session, and the same in all its rows.

        What is done late or early keeps the id of its session. A date that is dragged down a column
        grows from row to row.
        """
        asked = None if self._asked is None else self._asked.get(session)
        expected = day_of_id(session) if asked is None else asked.date
        day = self._read(row, columns.DATE, lambda cell: read_day(cell, expected))
        if day is None:
            return None
        first, number = self._days.setdefault(session, (day, row.number))
        wanted = ""
        if expected is not None and abs(day - expected) > _NEAR:
            wanted = f"{_NEAR.days} days at most from {expected.isoformat()}, the day of session "
            wanted += show(session)
        elif day != first:
            wanted = f"{first.isoformat()} as in row {number}, of the same session"
        if wanted:
            message = f"date must be {wanted}, got {show(unguarded(row.cells[columns.DATE]))}"
            self._faults.append(fault(row.number, columns.DATE, message))
        return day

    def _words(self, row: Row, column: str, kind: Any) -> Any:
        return self._read(row, column, lambda cell: read_words(kind, cell)) or ()

    def _pain(self, row: Row) -> Pain:
        known = {
            name: self._read(row, column, read_up_to_ten) for column, name in columns.PAINS.items()
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
        if self._asked is None:
            return None
        asked = self._asked.get(session)
        if asked is None:
            message = f"session must be one of the plan's, got {show(session)}"
            message += hint(session, self._asked)
            self._faults.append(fault(row.number, columns.SESSION, message))
        elif exercise and exercise not in asked.doses and exercise not in asked.besides:
            message = f"exercise must be one of session {show(session)}, got {show(exercise)}"
            message += hint(exercise, asked.doses)
            self._faults.append(fault(row.number, columns.EXERCISE, message))
        return None if asked is None else asked.doses.get(exercise)


def _sentence(error: InvalidValueError) -> str:
    return str(error).replace("\n", "; ")
