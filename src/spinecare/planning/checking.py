"""What can be planned at all: arguments that make no plan are refused by name."""

from __future__ import annotations

from datetime import date, datetime

from attrs import asdict

from spinecare.errors import Fault, FaultyInputError, InvalidValueError
from spinecare.model import Catalogue, Journal, Person, Plan, unknown_ids_in

MOST_WEEKS = 52
"""The longest plan, weeks."""
_EARLIEST, _LATEST = date(1970, 1, 1), date(2198, 12, 31)
"""The span of start dates: dates of a plan end with 2199, and the longest takes a year."""


def check_arguments(
    person: Person,
    catalogue: Catalogue,
    start: object,
    weeks: object,
    previous: object,
    effort: object,
) -> None:
    """Refuse what cannot be planned, before anything is."""
    for name, kind, value in (
        ("person", Person, person),
        ("catalogue", Catalogue, catalogue),
        ("previous", Plan, previous),
    ):
        if not isinstance(value, kind) and not (name == "previous" and value is None):
            raise InvalidValueError.of(name, f"of type {kind.__name__}", value)
    is_date = isinstance(start, date) and not isinstance(start, datetime)
    if not isinstance(start, date) or not is_date or not _EARLIEST <= start <= _LATEST:
        expected = f"a date from {_EARLIEST} to {_LATEST}"
        raise InvalidValueError.of("start", expected, start, "write date(2026, 11, 23).")
    if type(weeks) is not int or not 1 <= weeks <= MOST_WEEKS:
        raise InvalidValueError.of("weeks", f"a whole number from 1 to {MOST_WEEKS}", weeks)
    if effort is not None and (type(effort) is not int or effort < 0):
        raise InvalidValueError.of("effort", "a whole number from 0, or None", effort)
    unknown = tuple(unknown_ids_in(asdict(person), catalogue))
    if unknown:
        raise FaultyInputError(
            "person", tuple(Fault(path=path, message=str(error)) for path, error in unknown)
        )


def check_journal(journal: object, start: date, cleared_on: date | None) -> None:
    """Refuse a journal that tells of days which are still to be planned, and a word given later.

    What it tells of after the first day would not be counted, a red flag among it.
    """
    if not isinstance(journal, Journal):
        raise InvalidValueError.of("journal", "a Journal", journal, "read it with from_json.")
    last = max((entry.date for entry in journal.entries), default=None)
    if last is not None and last > start:
        cure = f"start the plan on {last.isoformat()} or later."
        raise InvalidValueError.of(
            "start", "no earlier than the last session of the journal", start.isoformat(), cure
        )
    if cleared_on is not None and cleared_on > start:
        raise InvalidValueError.of(
            "cleared_on", f"no later than the start, {start.isoformat()}", cleared_on.isoformat()
        )
