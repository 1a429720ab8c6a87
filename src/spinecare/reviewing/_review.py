"""The door: what a journal says on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from attrs import frozen

from spinecare.errors import InvalidValueError
from spinecare.model import ExerciseId, Journal, SessionId, Symptom, Urgency
from spinecare.reviewing._experience import (
    Contradiction,
    Experience,
    contradictions,
    experiences,
)
from spinecare.reviewing._policy import POLICIES, STRICT, Policy
from spinecare.reviewing._verdicts import Verdict, verdict
from spinecare.reviewing._weeks import WeekRuling, weeks

_EMERGENCY: Final = frozenset(
    {
        Symptom.CHEST_PAIN,
        Symptom.BREATHLESSNESS,
        Symptom.VISION_CHANGE,
        Symptom.SUDDEN_HEADACHE,
    }
)
_DO: Final = {
    Urgency.EMERGENCY: "Do not exercise. Call the emergency services now.",
    Urgency.URGENT: (
        "Do not exercise. See a clinician within one or two days; at once, as an emergency, when "
        "you feel numb between the legs, lose control of bladder or bowel, or both legs grow weak."
    ),
}


@frozen(kw_only=True)
class Alarm:
    """A sign in the journal that ends all exercise until a clinician has been asked."""

    symptom: Symptom
    """The sign."""
    session: SessionId
    """The session it was noted in."""
    date: date
    """Its day."""
    urgency: Urgency
    """How soon."""
    what_to_do: str
    """What to do."""


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
class Review:
    """What a journal says on a day."""

    on: date
    """The day."""
    policy: Policy
    """The numbers it was judged by."""
    verdicts: tuple[Verdict, ...]
    """One for each exercise of the journal, by id."""
    alarms: tuple[Alarm, ...]
    """Signs that end all exercise, by day."""
    weeks: tuple[WeekRuling, ...]
    """What R5 says of each week with a known morning."""
    contradictions: tuple[Contradiction, ...]
    """Where entries say different things of the same."""
    questions: tuple[Question, ...]
    """Mornings that nobody has told of yet, of the last week."""


def review(journal: Journal, *, on: date, policy: Policy | str = STRICT) -> Review:
    """Return what a journal says on a day: a verdict on every exercise, and why.

    Nothing in it depends on the order in which entries came, nor on what is written after the day.

    Args:
        journal: The journal.
        on: The day; answers about later mornings do not count yet.
        policy: The thresholds: `strict` takes the article's word that what hurts is stopped;
            `monitored` tolerates pain up to 5 that is gone by the morning.

    Raises:
        InvalidValueError: Not a journal, or a policy that is none.
    """
    if not isinstance(journal, Journal):
        raise InvalidValueError.of("journal", "a Journal", journal)
    numbers = _policy(policy)
    lived = experiences(journal, until=on)
    ruled = weeks(lived, numbers)
    courses = {week.monday: week.course for week in ruled}
    tried: dict[ExerciseId, list[Experience]] = {}
    for one in lived:
        own = tried.setdefault(one.exercise, [])
        if one.was_tried:
            own.append(one)
    return Review(
        on=on,
        policy=numbers,
        verdicts=tuple(
            verdict(exercise, tried[exercise], courses, numbers, on=on)
            for exercise in sorted(tried)
        ),
        alarms=_alarms(journal, on),
        weeks=ruled,
        contradictions=contradictions(journal),
        questions=_questions(lived, on),
    )


def _policy(policy: Policy | str) -> Policy:
    if isinstance(policy, Policy):
        return policy
    try:
        return POLICIES[policy]
    except (KeyError, TypeError):
        expected = f"one of {', '.join(POLICIES)}, or a Policy"
        raise InvalidValueError.of("policy", expected, policy) from None


def _alarms(journal: Journal, on: date) -> tuple[Alarm, ...]:
    found: dict[tuple[date, SessionId, Symptom], Alarm] = {}
    for entry in journal.entries:
        for symptom in entry.symptoms if entry.date <= on else ():
            urgency = Urgency.EMERGENCY if symptom in _EMERGENCY else Urgency.URGENT
            key = (entry.date, entry.session, symptom)
            found[key] = Alarm(
                symptom=symptom,
                session=entry.session,
                date=entry.date,
                urgency=urgency,
                what_to_do=_DO[urgency],
            )
    return tuple(found[key] for key in sorted(found))


def _questions(lived: tuple[Experience, ...], on: date) -> tuple[Question, ...]:
    asked: dict[tuple[date, SessionId], Question] = {}
    for one in lived:
        answers = (one.pain.next_morning, one.pain.second_morning)
        for days, answer in enumerate(answers, start=1):
            morning = one.date + timedelta(days=days)
            is_due = one.was_tried and answer is None and morning <= on <= one.date + _ASKED
            if is_due:
                key = (morning, one.session)
                asked[key] = Question(session=one.session, date=one.date, morning=morning)
    return tuple(asked[key] for key in sorted(asked))


_ASKED: Final = timedelta(days=7)
"""How long a morning is asked about: later nobody remembers it (D-JUDGE)."""
