"""What is known of an exercise in a session, put together from all entries about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import frozen

from spinecare.model import (
    Done,
    Entry,
    ExerciseId,
    Journal,
    Outcome,
    Pain,
    PainCharacter,
    SessionId,
    Symptom,
)

_PAINS = ("before", "during", "after", "next_morning", "second_morning")
_DAYS_LATER = {"next_morning": 1, "second_morning": 2}
_LEAST_DONE = (Outcome.SKIPPED, Outcome.PARTLY, Outcome.DONE)


@frozen(kw_only=True)
class Experience:
    """An exercise in a session: what was done, how it felt."""

    exercise: ExerciseId
    """The exercise."""
    session: SessionId
    """The session."""
    date: date
    """Its day."""
    outcome: Outcome | None
    """What became of it; `None` where nobody said."""
    pain: Pain
    """Pain; what several entries say differently counts with the highest."""
    character: frozenset[PainCharacter]
    """How it felt."""
    symptoms: frozenset[Symptom]
    """Signs that stop a session, noted of this exercise."""
    effort: float | None
    """How hard, CR10."""

    @property
    def was_tried(self) -> bool:
        """Whether it was begun, as far as is known: what was not skipped counts as tried."""
        return self.outcome is not Outcome.SKIPPED


@frozen(kw_only=True)
class Contradiction:
    """Two entries that say different things of the same."""

    session: SessionId
    """The session."""
    exercise: ExerciseId | None
    """The exercise; `None` for the whole session."""
    field: str
    """What they differ in: `pain.before`, `done.outcome`."""
    values: tuple[str, ...]
    """What they say, in order."""
    counted: str
    """What counts: the most cautious."""


def experiences(journal: Journal, *, until: date) -> tuple[Experience, ...]:
    """Return what is known of every exercise in every session up to a day, by day and session.

    What is said of the whole session holds for each of its exercises that says nothing itself.

    Args:
        journal: The journal.
        until: The day, included; answers of later mornings are not known yet then.
    """
    found: list[Experience] = []
    for entries in _by_session(journal, until).values():
        whole = [entry for entry in entries if entry.exercise is None]
        of_exercise: dict[ExerciseId, list[Entry]] = {}
        for entry in entries:
            if entry.exercise is not None:
                of_exercise.setdefault(entry.exercise, []).append(entry)
        for exercise, own in of_exercise.items():
            found.append(_experience(exercise, own, whole, until))
    return tuple(sorted(found, key=_day_and_place))


def contradictions(journal: Journal) -> tuple[Contradiction, ...]:
    """Return where entries say different things of the same, in the journal's order."""
    found: list[Contradiction] = []
    groups: dict[tuple[SessionId, ExerciseId | None], list[Entry]] = {}
    for entry in journal.entries:
        groups.setdefault((entry.session, entry.exercise), []).append(entry)
    for (session, exercise), entries in groups.items():
        said: dict[str, list[float | str]] = {}
        for name in _PAINS:
            said[f"pain.{name}"] = [*_known(getattr(entry.pain, name) for entry in entries)]
        said["effort"] = [*_known(entry.effort for entry in entries)]
        outcomes = _outcomes(entries)
        said["done.outcome"] = [outcome.value for outcome in outcomes]
        for field, values in said.items():
            distinct = tuple(dict.fromkeys(values))
            if len(distinct) > 1:
                counted = _least(outcomes) if field == "done.outcome" else max(distinct)
                found.append(
                    Contradiction(
                        session=session,
                        exercise=exercise,
                        field=field,
                        values=tuple(map(_text, distinct)),
                        counted=_text(counted),
                    )
                )
    return tuple(found)


def _text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float | int) else str(value)


def _by_session(journal: Journal, until: date) -> dict[tuple[date, SessionId], list[Entry]]:
    sessions: dict[tuple[date, SessionId], list[Entry]] = {}
    for entry in journal.entries:
        if entry.date <= until:
            sessions.setdefault((entry.date, entry.session), []).append(entry)
    return sessions


def _experience(
    exercise: ExerciseId, own: list[Entry], whole: list[Entry], until: date
) -> Experience:
    day = own[0].date
    known = [name for name in _PAINS if day + timedelta(days=_DAYS_LATER.get(name, 0)) <= until]
    done = _outcomes(own) or _outcomes(whole)
    return Experience(
        exercise=exercise,
        session=own[0].session,
        date=day,
        outcome=_least(done) if done else None,
        pain=Pain(**{name: _highest(name, own, whole) for name in known}),
        character=frozenset(one for entry in own for one in entry.character),
        symptoms=frozenset(one for entry in own for one in entry.symptoms),
        effort=max(_known(entry.effort for entry in own), default=None),
    )


def _highest(name: str, own: list[Entry], whole: list[Entry]) -> float | None:
    """Return the highest pain that an exercise's entries know; else what the session's know."""
    for entries in (own, whole):
        known = [*_known(getattr(entry.pain, name) for entry in entries)]
        if known:
            return max(known)
    return None


def _outcomes(entries: Iterable[Entry]) -> list[Outcome]:
    told: list[Done] = [entry.done for entry in entries if entry.done is not None]
    return [done.outcome for done in told]


def _least(outcomes: list[Outcome]) -> Outcome:
    return min(outcomes, key=_LEAST_DONE.index)


def _known(values: Iterable[float | None]) -> Iterable[float]:
    return [value for value in values if value is not None]


def _day_and_place(experience: Experience) -> tuple[date, str, str]:
    return experience.date, experience.session, experience.exercise
