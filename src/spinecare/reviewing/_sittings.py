"""The entries of each session, as far as they can be known on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Final

from attrs import frozen

from spinecare.model import Entry, ExerciseId, Journal, Outcome, SessionId
from spinecare.reviewing._answers import DAYS_LATER, PAINS, PAINS_OF, SETTLED, Answers

_PAIN_OF: Final = {name: attrgetter(f"pain.{name}") for name in PAINS}
_DUE: Final = tuple(
    frozenset(name for name in PAINS if DAYS_LATER.get(name, 0) <= days)
    for days in range(SETTLED.days + 1)
)
"""The pains that can be known on the day of a session, a day later, two days later."""
_NO_ANSWERS: Final = Answers.of((), frozenset())


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
    entries: tuple[Entry, ...]
    """All of them: of the whole first, then exercise by exercise."""

    @property
    def is_plain(self) -> bool:
        """Whether there is an entry for each exercise and no more, as there is of most sessions."""
        return len(self.entries) == len(self.by_exercise)

    @cached_property
    def of_whole(self) -> Answers:
        """What is told of the session as a whole."""
        return Answers.of(self.whole, self.due) if self.whole else _NO_ANSWERS

    @cached_property
    def own(self) -> Mapping[ExerciseId, Answers]:
        """What is told of each exercise itself."""
        return {id: Answers.of(entries, self.due) for id, entries in self.by_exercise.items()}

    @cached_property
    def outcomes(self) -> Mapping[ExerciseId, Outcome | None]:
        """What became of each exercise; `None` where nobody said.

        Skipped, but felt, is begun; and what was done in a session that somebody says was skipped
        is done in part.
        """
        return {id: self._outcome(own) for id, own in self.own.items()}

    def _outcome(self, own: Answers) -> Outcome | None:
        outcome = own.outcome if own.outcomes else self.of_whole.outcome
        is_felt = outcome is Outcome.SKIPPED and own.was_felt
        is_denied = outcome is Outcome.DONE and self.of_whole.outcome is Outcome.SKIPPED
        return Outcome.PARTLY if is_felt or is_denied else outcome

    @cached_property
    def begun(self) -> Mapping[ExerciseId, Answers]:
        """What is told of each exercise that was not skipped, as far as is known."""
        skipped = Outcome.SKIPPED
        return {id: own for id, own in self.own.items() if self.outcomes[id] is not skipped}

    @cached_property
    def unexplained(self) -> Mapping[str, float]:
        """Pains of the whole session that are worse than every exercise's.

        While an exercise that was begun has no answer of its own, it is that one's.
        """
        begun = [PAINS_OF(own.pain) for own in self.begun.values()]
        found: dict[str, float] = {}
        for name, pain, *own in zip(PAINS, PAINS_OF(self.of_whole.pain), *begun, strict=True):
            if name == "before" or pain is None or not own or None in own:
                continue
            if pain > max(own):
                found[name] = pain
        return found

    def told(self, pain: str, entries: Iterable[Entry]) -> list[float]:
        """Return what entries of the session say of a pain; nothing before its time."""
        if pain not in self.due:
            return []
        return [value for value in map(_PAIN_OF[pain], entries) if value is not None]


def sittings(journal: Journal, *, until: date) -> tuple[Sitting, ...]:
    """Return the sessions that a journal tells of, by day and id.

    A day is looked at as if the journal were read on it: an entry of a later day does not count,
    nor does one that tells of nothing but a morning still to come. The clock of the device has no
    say in it (`written_at`), since clocks may be wrong.

    Args:
        journal: The journal.
        until: The day, included.
    """
    by_session: defaultdict[SessionId, list[Entry]] = defaultdict(list)
    for entry in journal.entries:
        if until - entry.date >= SETTLED or told_on(entry) <= until:  # as nearly all, the first
            by_session[entry.session].append(entry)
    found = [_sitting(session, entries, until) for session, entries in by_session.items()]
    return tuple(sorted(found, key=_day_and_id))


def _sitting(session: SessionId, entries: list[Entry], until: date) -> Sitting:
    by_exercise: dict[ExerciseId, tuple[Entry, ...]] = {}
    whole: list[Entry] = []
    for entry in entries:
        if entry.exercise is None:
            whole.append(entry)
        else:
            by_exercise[entry.exercise] = (*by_exercise.get(entry.exercise, ()), entry)
    day = max([entry.date for entry in entries])
    return Sitting(
        due=_DUE[min((until - day).days, SETTLED.days)],
        session=session,
        date=day,
        whole=tuple(whole),
        by_exercise=by_exercise,
        entries=(*whole, *chain.from_iterable(by_exercise.values())),
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


def _day_and_id(sitting: Sitting) -> tuple[date, SessionId]:
    return sitting.date, sitting.session
