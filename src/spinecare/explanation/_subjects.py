"""Which thing of a plan a caller asks about."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeAlias

from attrs import frozen

from spinecare.errors import InvalidValueError
from spinecare.explanation._held import Held
from spinecare.explanation._rules import GROUNDS
from spinecare.model import Day, Exercise, Routine, Session

SubjectLike: TypeAlias = "str | date | Exercise | Routine | Session | Day"
"""What an explanation may be asked about: an id, a date, or the thing itself."""
_EXPECTED = "the id of an exercise, a routine, a session or a rule, or a day of the plan"
_LONGEST_COMPARED = 100
_MOST_NEAREST = 3


@frozen
class Rule:
    """A rule that is asked about."""

    id: str


def subject_of(held: Held, subject: SubjectLike) -> Exercise | Routine | Session | Day | Rule:
    """Return what a caller asks about.

    An id that both an exercise and a routine have means the exercise.

    Raises:
        InvalidValueError: Nothing of the plan or the catalogue is meant, with what comes nearest.
    """
    if isinstance(subject, (Exercise, Routine)):
        return subject
    if isinstance(subject, (Session, Day)):
        return _held_like(held, subject)
    if isinstance(subject, date) and not isinstance(subject, datetime):
        return _day(held, subject)
    if isinstance(subject, str):
        return _named(held, subject)
    raise InvalidValueError.of("subject", _EXPECTED, subject)


def _held_like(held: Held, subject: Session | Day) -> Session | Day:
    if subject in held.plan.sessions or subject in held.plan.days:
        return subject
    kind = type(subject).__name__.lower()
    raise InvalidValueError.of("subject", f"a {kind} of this plan", subject)


def _day(held: Held, wanted: date) -> Day:
    days = held.plan.days
    for day in days:
        if day.date == wanted:
            return day
    span = f" from {days[0].date} to {days[-1].date}" if days else ""
    raise InvalidValueError.of("subject", f"a day of the plan{span}", wanted.isoformat())


def _named(held: Held, id: str) -> Exercise | Routine | Session | Day | Rule:
    sessions = {str(session.id): session for session in held.plan.sessions}
    found = held.entry(id) or held.routine(id) or sessions.get(id)
    if found is not None:
        return found
    if id in _rule_ids(held):
        return Rule(id)
    try:
        wanted = date.fromisoformat(id)
    except ValueError:
        nearest = " or ".join(_nearest(held, id, sessions))
        raise InvalidValueError.of("subject", _EXPECTED, id, nearest and f"{nearest}.") from None
    return _day(held, wanted)


def _rule_ids(held: Held) -> frozenset[str]:
    return frozenset(GROUNDS) | {finding.rule for finding in held.plan.findings}


def _nearest(held: Held, text: str, sessions: dict[str, Session]) -> Iterator[str]:
    """Yield the ids that look most like a text, by id or by name."""
    if len(text) > _LONGEST_COMPARED:
        return
    ids: dict[str, str] = {}
    for known in (held.known, held.plan.catalogue):
        ids.update((entry.name.casefold(), entry.id) for entry in known.entries)
        ids.update((routine.name.casefold(), routine.id) for routine in known.routines)
    ids.update((id, id) for id in (*ids.values(), *sessions, *sorted(_rule_ids(held))))
    near = difflib.get_close_matches(text.casefold(), ids, n=2 * _MOST_NEAREST)
    yield from list(dict.fromkeys(ids[word] for word in near))[:_MOST_NEAREST]
