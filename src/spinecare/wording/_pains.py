"""Pain over time for each exercise of a journal, the exercise that hurt most first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from attrs import frozen

from spinecare.model import ExerciseId, Journal, Pain
from spinecare.reviewing import Experience, by_exercise, experiences

_MORNINGS: Final = timedelta(days=2)
"""So long after a session its last answer comes."""
_UNKNOWN: Final = 1.0
"""Sorts what is not known behind what is known not to hurt."""


@frozen(kw_only=True)
class PainDay:
    """What was felt in an exercise on a day, and on the mornings after."""

    date: date
    """The day."""
    pain: Pain
    """Its pain; of several sessions on the day the highest of each answer."""

    @property
    def is_known(self) -> bool:
        """Whether any answer is."""
        return self.pain != Pain()

    @property
    def worst(self) -> float | None:
        """The highest pain from its beginning on: what was there before is not its doing."""
        pain = self.pain
        return _highest((pain.during, pain.after, pain.next_morning, pain.second_morning))


@frozen(kw_only=True)
class PainHistory:
    """What was felt in an exercise."""

    exercise: ExerciseId
    """The exercise."""
    name: str
    """What it is called."""
    times: tuple[Experience, ...]
    """The times it was begun, by day."""

    @cached_property
    def days(self) -> tuple[PainDay, ...]:
        """The days on which it was begun, in order."""
        found: dict[date, list[Pain]] = {}
        for one in self.times:
            found.setdefault(one.date, []).append(one.pain)
        return tuple(PainDay(date=day, pain=_of_a_day(pains)) for day, pains in found.items())

    @property
    def worst(self) -> float | None:
        """The highest pain from its beginning on; `None` where none is known."""
        return _highest(day.worst for day in self.days)


def pain_histories(journal: Journal, name: Callable[[ExerciseId], str]) -> tuple[PainHistory, ...]:
    """Return what was felt in each exercise that was begun, the one that hurt most first.

    They stand as in `plot_pain`: of equals the one with the higher pain during it comes first, then
    they stand by name.

    Args:
        journal: The journal, its whole sessions spelt out.
        name: What an exercise is called.
    """
    last = max((entry.date for entry in journal.entries), default=date(2000, 1, 1))
    tried = (one for one in experiences(journal, until=last + _MORNINGS) if one.was_tried)
    histories = (
        PainHistory(exercise=id, name=name(id), times=tuple(times))
        for id, times in by_exercise(tried).items()
    )
    return tuple(sorted(histories, key=_place))


def _of_a_day(pains: Sequence[Pain]) -> Pain:
    return Pain(
        before=_highest(pain.before for pain in pains),
        during=_highest(pain.during for pain in pains),
        after=_highest(pain.after for pain in pains),
        next_morning=_highest(pain.next_morning for pain in pains),
        second_morning=_highest(pain.second_morning for pain in pains),
    )


def _highest(pains: Iterable[float | None]) -> float | None:
    return max((pain for pain in pains if pain is not None), default=None)


def _place(one: PainHistory) -> tuple[float, float, str, str]:
    worst, during = one.worst, _highest(day.pain.during for day in one.days)
    return (
        _UNKNOWN if worst is None else -worst,
        _UNKNOWN if during is None else -during,
        one.name.casefold(),
        one.exercise,
    )
