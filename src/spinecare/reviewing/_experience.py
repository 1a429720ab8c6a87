"""What is known of an exercise in a session, put together from all entries about it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Final, Never

from attrs import evolve, frozen

from spinecare.model import (
    Done,
    Entry,
    ExerciseId,
    Journal,
    Outcome,
    Pain,
    PainCharacter,
    Planned,
    SessionId,
    SkipReason,
    Symptom,
)
from spinecare.reviewing._answers import PAINS, PAINS_OF, Answers, pain_due
from spinecare.reviewing._sittings import Sitting, sittings

STOPPING: Final = (PainCharacter.SHARP, PainCharacter.ELECTRIC, PainCharacter.SPREADING)
"""How pain feels that stops an exercise, however little it is (evidence.md §2.3)."""
_NOTHING: Final = frozenset[Never]()
"""One for all: most experiences have no sign, no reason, and feel like nothing special."""


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
    is_whole: bool
    """Whether all that was planned was done, as far as is told; unknown is not."""
    reasons: frozenset[SkipReason]
    """Why not, or not all."""
    own_pain: Pain
    """Pain as far as it was noted of the exercise itself."""
    pain: Pain
    """Pain; of different answers the most cautious: the lowest before, the highest after."""
    character: frozenset[PainCharacter]
    """How it felt."""
    symptoms: frozenset[Symptom]
    """Signs that stop a session, noted of this exercise."""
    session_symptoms: frozenset[Symptom]
    """Such signs noted of the whole session: nobody knows which exercise they come from."""
    effort: float | None
    """How hard, CR10."""
    planned: Planned | None = None
    """The dose that was asked for; `None` where nobody noted it."""
    own_character: frozenset[PainCharacter] = frozenset()
    """How it felt, as far as it was noted of the exercise itself."""
    shared: frozenset[str] = frozenset()
    """What was noted of the whole session and holds for it among others that were begun: pains,
    `character`, `reasons`, `symptoms`."""
    is_relief: bool = False
    """Whether it is a relief position, which only what is felt in it counts against."""

    @property
    def was_tried(self) -> bool:
        """Whether it was begun, as far as is known: what was not skipped counts as tried."""
        return self.outcome is not Outcome.SKIPPED

    @property
    def alone(self) -> Experience:
        """The same without what was noted of the whole session only, but for the pain before."""
        if not self.shared:
            return self
        return evolve(
            self,
            pain=evolve(self.own_pain, before=self.pain.before),
            character=self.own_character,
            reasons=frozenset() if "reasons" in self.shared else self.reasons,
            session_symptoms=frozenset(),
            shared=frozenset(),
        )


def stopping(character: Iterable[PainCharacter]) -> str:
    """Return in words what of how it felt stops an exercise; empty where nothing does."""
    return " and ".join(kind.value for kind in STOPPING if kind in character)


def experiences(journal: Journal, *, until: date) -> tuple[Experience, ...]:
    """Return what is known of every exercise in every session up to a day, by day and session.

    What is said of the whole session holds for each of its exercises that says nothing itself: pain
    whose culprit nobody knows counts against all that could be it.

    Args:
        journal: The journal.
        until: The day, included; answers of later mornings are not known yet then.
    """
    return experiences_of(sittings(journal, until=until))


def experiences_of(told: Iterable[Sitting]) -> tuple[Experience, ...]:
    """Return what is known of every exercise of sessions, in their order, then by exercise."""
    return tuple(chain.from_iterable(map(_of_sitting, told)))


def by_exercise(told: Iterable[Experience]) -> Mapping[ExerciseId, Sequence[Experience]]:
    """Return what is known of each exercise, in the order of what is given."""
    found: dict[ExerciseId, list[Experience]] = {}
    for one in told:
        found.setdefault(one.exercise, []).append(one)
    return found


def since(done: Sequence[Experience], first: date) -> Sequence[Experience]:
    """Return what is known from a day on, of experiences by day."""
    return done[bisect_left(done, first, key=lambda one: one.date) :]


def before(done: Sequence[Experience], first: date) -> Sequence[Experience]:
    """Return what is known from before a day, of experiences by day."""
    return done[: bisect_left(done, first, key=lambda one: one.date)]


def _of_sitting(sitting: Sitting) -> list[Experience]:
    if sitting.is_plain:
        own = sorted(sitting.by_exercise.items())
        return [_of_entry(sitting, entry, exercise) for exercise, (entry,) in own]
    return [_of_answers(sitting, exercise) for exercise in sorted(sitting.by_exercise)]


def _of_entry(sitting: Sitting, entry: Entry, exercise: ExerciseId) -> Experience:
    """Return what one entry tells of an exercise, where nothing else does: the most are so."""
    done, pain = entry.done, pain_due(entry.pain, sitting.due)
    outcome = None if done is None else done.outcome
    character = frozenset(entry.character) if entry.character else _NOTHING
    symptoms = frozenset(entry.symptoms) if entry.symptoms else _NOTHING
    was_felt = pain.during is not None or bool(character or symptoms or entry.effort)
    if was_felt and outcome is Outcome.SKIPPED:
        outcome = Outcome.PARTLY
    is_less = done is not None and entry.planned is not None and _falls_short(done, entry.planned)
    return Experience(
        exercise=exercise,
        session=sitting.session,
        date=sitting.date,
        outcome=outcome,
        is_whole=outcome is Outcome.DONE and not is_less,
        reasons=_NOTHING if done is None or done.reason is None else frozenset((done.reason,)),
        pain=pain,
        character=character,
        symptoms=symptoms,
        session_symptoms=_NOTHING,
        effort=entry.effort,
        planned=entry.planned,
        own_character=character,
        own_pain=pain,
    )


def _of_answers(sitting: Sitting, exercise: ExerciseId) -> Experience:
    """Return what several entries tell of an exercise, also those about the whole session."""
    own, whole = sitting.own[exercise], sitting.of_whole
    entries = sitting.by_exercise[exercise]
    is_of_all = not own.say_how_it_was or _is_nobodys(sitting)
    character = own.character | (whole.character if is_of_all else _NOTHING)
    pain = _pain(sitting, own) if sitting.whole else own.pain
    reasons = own.reasons if own.outcomes else whole.reasons
    outcome = sitting.outcomes[exercise]
    done = [entry.done for entry in entries if entry.done is not None]
    asked = [entry.planned for entry in entries if entry.planned is not None]
    is_less = any(_falls_short(did, planned) for did in done for planned in asked)
    is_among_others = bool(sitting.whole) and not sitting.begun.keys() <= {exercise}
    shared = {
        *_differing(pain, own.pain),
        *(["character"] if character - own.character else []),
        *(["reasons"] if reasons and not own.outcomes else []),
        *(["symptoms"] if whole.symptoms else []),
    }
    return Experience(
        exercise=exercise,
        session=sitting.session,
        date=sitting.date,
        outcome=outcome,
        is_whole=outcome is Outcome.DONE and not is_less,
        reasons=reasons,
        pain=pain,
        character=character,
        own_character=own.character,
        symptoms=own.symptoms,
        session_symptoms=whole.symptoms,
        effort=own.effort,
        planned=asked[0] if asked else None,
        own_pain=own.pain if is_among_others else pain,
        shared=frozenset(shared) if is_among_others else _NOTHING,
    )


def _is_nobodys(sitting: Sitting) -> bool:
    """Tell whether pain that stops was told of a session, and no exercise of it owns up to it.

    While one that was begun says nothing of how it felt, it is that one's.
    """
    return not sitting.of_whole.character.isdisjoint(STOPPING) and all(
        own.say_how_it_was and own.character.isdisjoint(STOPPING) for own in sitting.begun.values()
    )


def _pain(sitting: Sitting, own: Answers) -> Pain:
    """Return the pains that an exercise's entries know; else those that the session's know.

    What is told of the session and is worse than all that its exercises say is nobody's, and so
    everybody's.
    """
    found: dict[str, float] = {}
    told = zip(PAINS, PAINS_OF(own.pain), PAINS_OF(sitting.of_whole.pain), strict=True)
    for name, of_it, of_all in told:
        pain = of_all if of_it is None else of_it
        if pain is not None:
            found[name] = max(pain, sitting.unexplained.get(name, pain))
    return Pain(**found)


def _differing(one: Pain, other: Pain) -> Iterator[str]:
    """Yield the pains, but for that before the session, of which two say different things."""
    for name, this, that in zip(PAINS, PAINS_OF(one), PAINS_OF(other), strict=True):
        if this != that and name != "before":
            yield name


def _falls_short(done: Done, planned: Planned) -> bool:
    if done.sets is done.reps is done.hold_s is done.mass_kg is None:  # as most entries
        return False
    pairs = (
        (done.sets, planned.sets),
        (done.reps, planned.reps),
        (done.hold_s, planned.hold_s),
        (done.mass_kg, planned.mass_kg),
    )
    return any(did is not None and asked is not None and did < asked for did, asked in pairs)
