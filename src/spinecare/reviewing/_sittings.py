"""The entries of each session, as far as they can be known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from attrs import frozen

from spinecare.model import Entry, ExerciseId, Journal, Outcome, SessionId

PAINS: Final = ("before", "during", "after", "next_morning", "second_morning")
"""The pains of a session, in the order of time."""
DAYS_LATER: Final[Mapping[str, int]] = {"next_morning": 1, "second_morning": 2}
"""Days after the session on which an answer is due."""


@frozen(kw_only=True)
class Sitting:
    """All that entries tell of a session."""

    due: frozenset[str]
    """The pains of `PAINS` that can be known on the day on which it is looked at."""
    session: SessionId
    """The session."""
    date: date
    """Its day; where entries differ the latest, so that mornings are not thought past too early."""
    whole: tuple[Entry, ...]
    """Entries about the session as a whole."""
    by_exercise: Mapping[ExerciseId, tuple[Entry, ...]]
    """Entries about each exercise."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them: of the whole first, then exercise by exercise."""
        own = [entry for entries in self.by_exercise.values() for entry in entries]
        return (*self.whole, *own)

    def told(self, pain: str, entries: Iterable[Entry]) -> list[float]:
        """Return what entries of the session say of a pain; nothing before its time."""
        if pain not in self.due:
            return []
        pain_of = attrgetter(f"pain.{pain}")
        return [value for value in map(pain_of, entries) if value is not None]


def sittings(journal: Journal, *, until: date) -> tuple[Sitting, ...]:
    """Return the sessions that a journal tells of, by day and id.

    A day is looked at as if the journal were read on it: an entry of a later day does not count,
    nor does one that tells of nothing but a morning still to come. The clock of the device has no
    say in it (`written_at`), since clocks may be wrong.

    Args:
        journal: The journal.
        until: The day, included.
    """
    by_session: dict[SessionId, list[Entry]] = {}
    for entry in journal.entries:
        if told_on(entry) <= until:
            by_session.setdefault(entry.session, []).append(entry)
    found = [_sitting(session, entries, until) for session, entries in by_session.items()]
    return tuple(sorted(found, key=_day_and_id))


def _sitting(session: SessionId, entries: list[Entry], until: date) -> Sitting:
    by_exercise: dict[ExerciseId, tuple[Entry, ...]] = {}
    for entry in entries:
        if entry.exercise is not None:
            by_exercise[entry.exercise] = (*by_exercise.get(entry.exercise, ()), entry)
    day = max(entry.date for entry in entries)
    return Sitting(
        due=frozenset(
            name for name in PAINS if day + timedelta(days=DAYS_LATER.get(name, 0)) <= until
        ),
        session=session,
        date=day,
        whole=tuple(entry for entry in entries if entry.exercise is None),
        by_exercise=by_exercise,
    )


def told_on(entry: Entry) -> date:
    """Return the day on which an entry can have been written at the earliest.

    One that tells of a morning and of nothing before it was written on that morning.
    """
    pain = entry.pain
    tells_of_the_day = entry.done is not None or entry.effort is not None
    if tells_of_the_day or not (pain.before is pain.during is pain.after is None):
        return entry.date
    days = (days for name, days in DAYS_LATER.items() if getattr(pain, name) is not None)
    return entry.date + timedelta(days=next(days, 0))


def outcomes(entries: Iterable[Entry]) -> list[Outcome]:
    """Return what entries say became of what was planned, in order."""
    return [entry.done.outcome for entry in entries if entry.done is not None]


def _day_and_id(sitting: Sitting) -> tuple[date, SessionId]:
    return sitting.date, sitting.session
