"""Which thing of a plan a caller asks about."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from attrs import frozen

from spinecare.errors import InvalidValueError
from spinecare.explanation._held import Held
from spinecare.explanation._rules import GROUNDS
from spinecare.model import Cancelled, Day, Exercise, Finding, Goal, Routine, Session, Step

SubjectLike: TypeAlias = (
    "str | date | datetime | Exercise | Routine | Session | Cancelled | Day | Step | Finding"
)
"""What an explanation may be asked about: an id, a name, a date, or the thing itself."""
Found: TypeAlias = "Exercise | Routine | Session | Cancelled | Day | Rule"
_EXPECTED = "the id of an exercise, a routine, a session or a rule, or a day of the plan"
_LONGEST_COMPARED = 100
_MOST_NEAREST = 3
_NOT_NAMED = frozenset({"person", "plan", "slot"})
"""Subjects of findings that are nothing one could ask about."""
_LIKE_A_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


@frozen
class Rule:
    """A rule that is asked about."""

    id: str


def subject_of(held: Held, subject: SubjectLike) -> Found:
    """Return what a caller asks about.

    An id that both an exercise and a routine have means the exercise. A finding means its subject,
    or its rule where that is the person, the plan or a slot; a step means its exercise; a moment
    means its day in the zone of the plan.

    Raises:
        InvalidValueError: Nothing of the plan or the catalogue is meant, with what comes nearest.
    """
    if isinstance(subject, (Exercise, Routine)):
        return subject
    if isinstance(subject, (Session, Cancelled)):
        return _session(held, subject)
    if isinstance(subject, Day):
        if subject in held.plan.days:
            return subject
        raise InvalidValueError.of("subject", "a day of this plan", subject)
    if isinstance(subject, Step):
        return _named(held, subject.exercise)
    if isinstance(subject, Finding):
        is_general = subject.subject in _NOT_NAMED
        return _named(held, subject.rule if is_general else subject.subject)
    if isinstance(subject, datetime):
        return _day(held, _local(held, subject))
    if isinstance(subject, date):
        return _day(held, subject)
    if isinstance(subject, str):
        return _named(held, subject)
    raise InvalidValueError.of("subject", _EXPECTED, subject)


def _local(held: Held, moment: datetime) -> date:
    """Return the day of a moment in the zone of the plan; without a zone it is taken as local."""
    if moment.tzinfo is not None:
        with suppress(OverflowError):  # the first and the last day there is; no plan holds them
            return moment.astimezone(ZoneInfo(held.plan.timezone)).date()
    return moment.date()


def _session(held: Held, wanted: Session | Cancelled) -> Session | Cancelled:
    """Return the session of an id; what an older revision held has the same id in this one."""
    found = _sessions(held).get(wanted.id)
    if found is None:
        raise InvalidValueError.of("subject", "a session of this plan", wanted)
    return found


def _sessions(held: Held) -> dict[str, Session | Cancelled]:
    """Return the sessions by id, and those that the plan cancelled."""
    found: dict[str, Session | Cancelled] = {one.id: one for one in held.plan.cancelled}
    found.update((one.id, one) for one in held.plan.sessions)
    return found


def _day(held: Held, wanted: date) -> Day:
    for day in held.plan.days:
        if day.date == wanted:
            return day
    expected = f"a day of the plan{_span(held)}"
    raise InvalidValueError.of("subject", expected, wanted.isoformat())


def _span(held: Held) -> str:
    days = held.plan.days
    return f" from {days[0].date} to {days[-1].date}" if days else ""


def _named(held: Held, text: str) -> Found:
    """Return what has an id, in any case, or exactly a name; or the day that a text is."""
    sessions = _sessions(held)
    for id in dict.fromkeys((text, text.strip().casefold())):
        found = held.entry(id) or held.routine(id) or sessions.get(id) or _of_name(held, id)
        if found is not None:
            return found
        if id in _rule_ids(held):
            return Rule(id)
    try:
        wanted = date.fromisoformat(text.strip())
    except ValueError:
        raise _unknown(held, text, sessions) from None
    return _day(held, wanted)


def _of_name(held: Held, name: str) -> Exercise | Routine | None:
    """Return what is called so, whatever the case: an exercise before a routine."""
    known = (held.plan.catalogue, held.known)
    things: list[Exercise | Routine] = [entry for one in known for entry in one.entries]
    things += [routine for one in known for routine in one.routines]
    return next((thing for thing in things if thing.name.casefold() == name), None)


def _unknown(held: Held, text: str, sessions: dict[str, Session | Cancelled]) -> InvalidValueError:
    """Return the refusal of a text: a goal, a day that is none, or with what comes nearest."""
    id = text.strip().casefold()
    if id in set(Goal):
        serving = [routine.id for routine in held.known.routines if Goal(id) in routine.goals]
        cure = f"ask for a routine that serves it: {' or '.join(serving)}." if serving else ""
        return InvalidValueError.of("subject", f"{_EXPECTED}; this is a goal", text, cure)
    if _LIKE_A_DATE.fullmatch(id):
        cure = f"ask for a day of the plan{_span(held)}."
        return InvalidValueError.of("subject", "a day that the calendar has", text, cure)
    nearest = " or ".join(_nearest(held, text, sessions))
    return InvalidValueError.of("subject", _EXPECTED, text, nearest and f"{nearest}.")


def _rule_ids(held: Held) -> frozenset[str]:
    return frozenset(GROUNDS) | {finding.rule for finding in held.plan.findings}


def _nearest(held: Held, text: str, sessions: dict[str, Session | Cancelled]) -> Iterator[str]:
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
