"""Which routines are due at an opening, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby, islice

from attrs import field, frozen

from spinecare.model import CadenceKind, Routine, RoutineId, Slot
from spinecare.planning.history import History
from spinecare.planning.openings import Opening

BEST_GAP_DAYS = 6.3
"""The day on which the response peaks, in the calibration whose window is 5-8 days
(evidence.md §5.3, a planning heuristic)."""
WEEK_H = 7 * 24.0


@frozen(kw_only=True)
class Calendar:
    """What is fixed before the first session is placed."""

    routines: tuple[Routine, ...]
    """The routines with dates, the most wanted first."""
    openings: tuple[Opening, ...]
    """Every opening of the plan whose wall times exist, in order."""
    training: tuple[Slot, ...]
    """The slots of the week for routines that come a few times a week."""
    can_hold: Mapping[RoutineId, frozenset[str]]
    """For each routine the places where anything of it can be done."""
    worth: Mapping[tuple[RoutineId, Slot], int] = field(factory=dict[tuple[RoutineId, Slot], int])
    """How many exercises of a routine a slot admits, by its place and time of day."""

    @cached_property
    def _index(self) -> Mapping[datetime, int]:
        return {opening.at: index for index, opening in enumerate(self.openings)}

    @cached_property
    def _by_date(self) -> Mapping[date, tuple[Opening, ...]]:
        return {day: tuple(those) for day, those in groupby(self.openings, lambda o: o.date)}

    def _after(self, opening: Opening) -> Iterator[Opening]:
        return islice(self.openings, self._index[opening.at] + 1, None)

    def due(self, opening: Opening, history: History) -> tuple[Routine, ...]:
        """Return the routines that may be done at an opening, the most pressing first.

        Routines with a window come first. The others are ordered by how long they have waited,
        measured in their own gaps; where two wait alike, the wish decides.
        """
        candidates = [
            (self._debt(routine, opening, history), -index, routine)
            for index, routine in enumerate(self.routines)
            if opening.slot.place in self.can_hold[routine.id]
            and self._is_due(routine, opening, history)
        ]
        candidates.sort(key=lambda item: item[:2], reverse=True)
        return tuple(routine for _, _, routine in candidates)

    def _is_due(self, routine: Routine, opening: Opening, history: History) -> bool:
        hours = history.hours_since(routine, opening.at)
        if hours is not None and hours < routine.cadence.gap_h:
            return False
        kind = routine.cadence.kind
        if kind is CadenceKind.WINDOW:
            return self._window_is_due(routine, opening, hours)
        if kind is CadenceKind.TIMES_A_WEEK:
            return self._training_is_due(routine, opening, history)
        today = history.sessions_on(routine, opening.date)
        return today < most_times(routine) and self._suits_time(routine, opening)

    def _window_is_due(self, routine: Routine, opening: Opening, hours: float | None) -> bool:
        """Place it on the weekly habit inside its window, else near the peak of the response."""
        window = routine.cadence.window_days
        if hours is None or window is None:
            return opening.slot in self._training_at(routine) or not self._training_at(routine)
        if hours < window.low * 24:
            return False
        if hours >= WEEK_H:
            return True
        latest = (window.high or window.low) * 24
        ahead = [
            hours + gap
            for gap, later in ((_hours(opening, o), o) for o in self._after(opening))
            if hours + gap <= latest and later.slot.place in self.can_hold[routine.id]
        ]
        if any(abs(gap - WEEK_H) <= 1 for gap in ahead):
            return False
        peak = BEST_GAP_DAYS * 24
        return not any(abs(gap - peak) < abs(hours - peak) for gap in ahead)

    def _training_at(self, routine: Routine) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.training if slot.place in self.can_hold[routine.id])

    def _training_is_due(self, routine: Routine, opening: Opening, history: History) -> bool:
        """Place it on the training slots; a missed one is made up for where there is room."""
        first_day = opening.date - timedelta(days=opening.day_of_week)
        this_week = [day for day in history.routine_days[routine.id] if day >= first_day]
        if len(this_week) >= most_times(routine):
            return False
        training = self._training_at(routine)
        if opening.slot in training or not training:
            return True
        hours = history.hours_since(routine, opening.at)
        longest = WEEK_H / len(training) + 24
        following = next((o for o in self._after(opening) if o.slot in training), None)
        room = following is None or _hours(opening, following) >= routine.cadence.gap_h
        return hours is not None and hours > longest and room

    def _suits_time(self, routine: Routine, opening: Opening) -> bool:
        """Whether the time of day suits what comes once a day.

        Morning routines stand early in the day, others where the most of them can be done, evening
        ones as late as that allows.
        """
        if most_times(routine) > 1:
            return True
        places, when = self.can_hold[routine.id], routine.cadence.when
        same_day = [o for o in self._by_date[opening.date] if o.slot.place in places]
        if when == "morning":
            return opening == same_day[0]
        worths = [self.worth.get((routine.id, o.slot), 0) for o in same_day]
        best = [o for o, worth in zip(same_day, worths, strict=True) if worth == max(worths)]
        return opening == best[-1] if when == "evening" else opening in best

    def _debt(self, routine: Routine, opening: Opening, history: History) -> float:
        """Return how long a routine has waited, in gaps of its own; windows weigh the most."""
        hours = history.hours_since(routine, opening.at)
        cadence = routine.cadence
        if cadence.kind is CadenceKind.WINDOW:
            return float("inf")
        if hours is None:
            return 1e6
        most = most_times(routine)
        if cadence.kind is CadenceKind.TIMES_A_WEEK:
            return hours / (WEEK_H / min(most, len(self.training) or most))
        # a second session on a day has waited long enough once its own gap is over
        ideal = min(24.0 / most, cadence.gap_h or 24.0)
        return min(hours / ideal, 1.0) if hours < 24 else hours / (24.0 / most)


def most_times(routine: Routine) -> int:
    """Return how many times a day or a week a routine comes at most."""
    return routine.cadence.times.high or routine.cadence.times.low


def _hours(opening: Opening, later: Opening) -> float:
    return (later.at - opening.at).total_seconds() / 3600
