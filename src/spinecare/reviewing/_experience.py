"""What is known of an exercise in a session, put together from all entries about it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

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
from spinecare.reviewing._sittings import PAINS, Sitting, outcomes, sittings

_NONE: frozenset[SkipReason] = frozenset()
_STOPPING = frozenset({PainCharacter.SHARP, PainCharacter.ELECTRIC, PainCharacter.SPREADING})


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
    return tuple(
        _experience(sitting, exercise)
        for sitting in told
        for exercise in sorted(sitting.by_exercise)
    )


def since(done: Sequence[Experience], first: date) -> Sequence[Experience]:
    """Return what is known from a day on, of experiences by day."""
    return done[bisect_left(done, first, key=lambda one: one.date) :]


def before(done: Sequence[Experience], first: date) -> Sequence[Experience]:
    """Return what is known from before a day, of experiences by day."""
    return done[: bisect_left(done, first, key=lambda one: one.date)]


def _experience(sitting: Sitting, exercise: ExerciseId) -> Experience:
    own, whole = sitting.by_exercise[exercise], sitting.whole
    if len(own) == 1 and not whole:
        return _of_one(sitting, own[0], exercise)
    own_character, of_all = _characters(own), _characters(whole)
    is_felt = bool(own_character) or bool(sitting.told("during", own))
    character = of_all if not is_felt or _is_nobodys(sitting, of_all) else own_character
    pain, own_pain = _pains(sitting, own), _own_pains(sitting, own)
    signs = frozenset(one for entry in whole for one in entry.symptoms)
    done = _done(own) or _done(whole)
    reasons = frozenset(one.reason for one in done if one.reason is not None)
    shared = {name for name in PAINS[1:] if getattr(pain, name) != getattr(own_pain, name)}
    shared.update(["character"] if character - own_character else [])
    shared.update(["reasons"] if reasons and not _done(own) else [])
    shared.update(["symptoms"] if signs else [])
    outcome = _outcome(sitting, own)
    is_among_others = _is_among_others(sitting, exercise)
    return Experience(
        exercise=exercise,
        session=sitting.session,
        date=sitting.date,
        outcome=outcome,
        is_whole=outcome is Outcome.DONE and not _is_less(own),
        reasons=reasons,
        pain=pain,
        character=own_character | character,
        own_character=own_character,
        symptoms=frozenset(one for entry in own for one in entry.symptoms),
        session_symptoms=signs,
        effort=max((entry.effort for entry in own if entry.effort is not None), default=None),
        planned=next((entry.planned for entry in own if entry.planned is not None), None),
        own_pain=own_pain if is_among_others else pain,
        shared=frozenset(shared) if is_among_others else frozenset(),
    )


def _characters(entries: Iterable[Entry]) -> frozenset[PainCharacter]:
    return frozenset(one for entry in entries for one in entry.character)


def _is_begun(sitting: Sitting, own: Sequence[Entry]) -> bool:
    return _outcome(sitting, own) is not Outcome.SKIPPED


def _is_among_others(sitting: Sitting, exercise: ExerciseId) -> bool:
    """Tell whether a session had another exercise that was not skipped."""
    others = (own for id, own in sitting.by_exercise.items() if id != exercise)
    return any(_is_begun(sitting, own) for own in others)


def _is_nobodys(sitting: Sitting, character: frozenset[PainCharacter]) -> bool:
    """Tell whether pain that stops was told of a session, and no exercise of it owns up to it.

    While one that was begun says nothing of how it felt, it is that one's.
    """
    if character.isdisjoint(_STOPPING):
        return False
    begun = [own for own in sitting.by_exercise.values() if _is_begun(sitting, own)]
    return all(
        bool(_characters(own) or sitting.told("during", own))
        and _characters(own).isdisjoint(_STOPPING)
        for own in begun
    )


def _of_one(sitting: Sitting, entry: Entry, exercise: ExerciseId) -> Experience:
    """Return what one entry tells of an exercise, where nothing else does: the most are so."""
    done, pain = entry.done, entry.pain
    if len(sitting.due) < len(PAINS):
        pain = Pain(**{name: getattr(pain, name) for name in sitting.due})
    outcome = None if done is None else done.outcome
    was_felt = pain.during is not None or bool(entry.character) or bool(entry.symptoms)
    if outcome is Outcome.SKIPPED and was_felt:
        outcome = Outcome.PARTLY
    is_less = done is not None and entry.planned is not None and _falls_short(done, entry.planned)
    return Experience(
        exercise=exercise,
        session=sitting.session,
        date=sitting.date,
        outcome=outcome,
        is_whole=outcome is Outcome.DONE and not is_less,
        reasons=_NONE if done is None or done.reason is None else frozenset((done.reason,)),
        pain=pain,
        character=frozenset(entry.character),
        symptoms=frozenset(entry.symptoms),
        session_symptoms=frozenset(),
        effort=entry.effort,
        planned=entry.planned,
        own_character=frozenset(entry.character),
        own_pain=pain,
    )


def _pains(sitting: Sitting, own: Sequence[Entry]) -> Pain:
    """Return the pains of an exercise."""
    return Pain(**{name: _pain(name, sitting, own) for name in PAINS})


def _own_pains(sitting: Sitting, own: Sequence[Entry]) -> Pain:
    if not sitting.whole:
        return _pains(sitting, own)
    known = {name: sitting.told(name, own) for name in PAINS}
    return Pain(**{name: most_cautious(name, told) for name, told in known.items() if told})


def _pain(name: str, sitting: Sitting, own: Sequence[Entry]) -> float | None:
    """Return a pain that an exercise's entries know; else what the session's know.

    What is told of the session and is worse than all that its exercises say is nobody's, and so
    everybody's.
    """
    known = sitting.told(name, own) or sitting.told(name, sitting.whole)
    if not known:
        return None
    more = unexplained(name, sitting)
    return most_cautious(name, known if more is None else [*known, more])


def unexplained(name: str, sitting: Sitting) -> float | None:
    """Return a pain of the whole session that is worse than every exercise's; `None` for none.

    While an exercise that was begun has no answer of its own, it is that one's.
    """
    whole = sitting.told(name, sitting.whole) if name != "before" else []
    if not whole:
        return None
    begun = [own for own in sitting.by_exercise.values() if _is_begun(sitting, own)]
    own = [sitting.told(name, entries) for entries in begun]
    if not own or not all(own):
        return None
    return max(whole) if max(whole) > max(map(max, own)) else None


def most_cautious(name: str, values: Sequence[float]) -> float:
    """Return which of several answers counts: every rule asks how far pain rose above `before`."""
    return min(values) if name == "before" else max(values)


def _outcome(sitting: Sitting, own: Sequence[Entry]) -> Outcome | None:
    """Return what became of an exercise; skipped, but felt, is begun."""
    told = outcomes(own) or outcomes(sitting.whole)
    if not told:
        return None
    least = least_done(told)
    was_felt = bool(sitting.told("during", own)) or any(
        entry.character or entry.symptoms for entry in own
    )
    return Outcome.PARTLY if least is Outcome.SKIPPED and was_felt else least


def least_done(told: Sequence[Outcome]) -> Outcome:
    """Return which of one or more outcomes counts.

    Skipped here and done there is partly: it may have done harm, and it may not be praised.
    """
    different = set(told)
    return told[0] if len(different) == 1 else Outcome.PARTLY


def _done(entries: Iterable[Entry]) -> list[Done]:
    return [entry.done for entry in entries if entry.done is not None]


def _is_less(own: Sequence[Entry]) -> bool:
    """Tell whether any entry says that less was done than any entry says was planned."""
    asked = [entry.planned for entry in own if entry.planned is not None]
    return any(_falls_short(done, planned) for done in _done(own) for planned in asked)


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
