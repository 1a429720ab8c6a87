"""What a journal does not tell yet: how mornings after felt, and what became of sessions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from spinecare.model import Outcome, PastSession, SessionId
from spinecare.reviewing._answers import DAYS_LATER
from spinecare.reviewing._experience import experiences_of
from spinecare.reviewing._sittings import Sitting

_ASKED: Final = timedelta(days=7)
"""How long a morning, or a session, is asked about: later nobody remembers it (D-JUDGE)."""


@frozen(kw_only=True)
class Question:
    """An answer that is due and missing: how it felt on a morning after."""

    morning: date
    """The morning that is asked about."""
    session: SessionId
    """The session before it."""
    date: date
    """The day of that session."""


@frozen(kw_only=True)
class Unnoted:
    """A planned session that nothing is noted of: nobody knows whether it was done."""

    session: SessionId
    """The session."""
    date: date
    """The day it was planned for."""


def questions(told: Iterable[Sitting], on: date) -> tuple[Question, ...]:
    """Return the mornings to ask about on a day, by morning and session.

    A morning is known when it is told of the whole session, or of every exercise that was begun.
    What was skipped is not asked about.

    Args:
        told: The sessions of a journal.
        on: The day; a morning is asked about from itself to a week after the session.
    """
    found = [
        (sitting.date + timedelta(days=days), sitting)
        for sitting in told
        for name, days in DAYS_LATER.items()
        if name in sitting.due and on - sitting.date <= _ASKED and _is_open(sitting, name)
    ]
    asked = [
        Question(morning=morning, session=sitting.session, date=sitting.date)
        for morning, sitting in found
    ]
    return tuple(sorted(asked, key=_morning_and_session))


def unnoted(
    told: Iterable[Sitting], planned: Iterable[PastSession], on: date
) -> tuple[Unnoted, ...]:
    """Return the sessions to ask about on a day, by day and session.

    Args:
        told: The sessions of a journal.
        planned: Sessions that were planned.
        on: The day; a session is asked about from the day after it to a week after it.
    """
    noted = {sitting.session for sitting in told}
    found = [
        Unnoted(session=one.id, date=one.date)
        for one in planned
        if timedelta() < on - one.date <= _ASKED and one.id not in noted
    ]
    return tuple(sorted(found, key=lambda one: (one.date, one.session)))


def _is_open(sitting: Sitting, morning: str) -> bool:
    if not sitting.by_exercise:
        is_skipped = sitting.of_whole.outcome is Outcome.SKIPPED
        return not is_skipped and not sitting.told(morning, sitting.whole)
    begun = [one for one in experiences_of((sitting,)) if one.was_tried]
    return any(getattr(one.pain, morning) is None for one in begun)


def _morning_and_session(question: Question) -> tuple[date, SessionId]:
    return question.morning, question.session
