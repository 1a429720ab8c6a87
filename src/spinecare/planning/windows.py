"""Windows: what comes too early, what would come too late, and the last chance between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Final

from attrs import frozen

from spinecare.model import Plan, Routine, RoutineId
from spinecare.planning.objective import HOURS_A_DAY
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import Outlook

_NEVER: Final = datetime.max.replace(tzinfo=UTC)


@frozen(kw_only=True)
class Windows:
    """The windows of routines while a plan is made again."""

    outlook: Outlook
    """The person and the plan so far."""
    previous: Plan
    """The plan before."""
    routines: tuple[Routine, ...]
    """The routines with dates, the most wanted first."""
    openings: tuple[Opening, ...]
    """All openings of the new plan, in the order of time."""

    def is_early(self, routine: Routine, opening: Opening) -> bool:
        """Whether a routine with a window came too short a time ago."""
        gap_h = self.outlook.history.hours_since(routine, opening.at)
        window = routine.cadence.window_days
        return window is not None and gap_h is not None and gap_h < window.low * HOURS_A_DAY

    def late(self, opening: Opening, held: Sequence[RoutineId]) -> tuple[Routine, ...]:
        """Return routines with a window that would miss it, were they left where they stand.

        Args:
            opening: Where they could stand instead.
            held: The routines that stand there already.
        """
        return tuple(
            routine
            for routine in self.routines
            if routine.id not in held
            and self.outlook.allowed_of(routine)
            and not self.is_early(routine, opening)
            and self._misses(routine, opening.at)
        )

    def is_last_chance(self, routine: Routine, opening: Opening) -> bool:
        """Whether no later opening lies inside the window of a routine."""
        window, moments = routine.cadence.window_days, self.outlook.history.routine_moments
        if window is None or not moments[routine.id]:
            return False
        closes = moments[routine.id][-1] + timedelta(days=window.high or window.low)
        return opening.at <= closes and not any(
            opening.at < one.at <= closes for one in self.openings
        )

    def _misses(self, routine: Routine, at: datetime) -> bool:
        """Whether the next time that a routine stands in the plan is past its window."""
        window = routine.cadence.window_days
        if window is None:
            return False
        moments = self.outlook.history.routine_moments[routine.id]
        coming = [moment for moment in self._coming.get(routine.id, ()) if moment > at]
        if not moments:
            return routine.id in self._skipped
        open_again = [
            moment
            for moment in coming
            if (moment - moments[-1]).total_seconds() / 3600 >= window.low * HOURS_A_DAY
        ]
        following = min(open_again, default=self._beyond)
        gap_h = (following - moments[-1]).total_seconds() / 3600
        return gap_h > (window.high or window.low) * HOURS_A_DAY

    @cached_property
    def _beyond(self) -> datetime:
        """The first opening after the plan before: its weeks are searched for the best moment."""
        last = self.previous.days[-1].date
        return min((one.at for one in self.openings if one.date > last), default=_NEVER)

    @cached_property
    def _coming(self) -> Mapping[RoutineId, list[datetime]]:
        """The moments of each routine in the plan before."""
        coming: dict[RoutineId, list[datetime]] = {}
        for session in self.previous.sessions:
            for routine in session.routines:
                moment = session.starts_at(self.previous.timezone)
                coming.setdefault(routine, []).append(moment)
        return coming

    @cached_property
    def _skipped(self) -> frozenset[RoutineId]:
        """Routines that were planned before the plan and not done."""
        past = {
            step.exercise
            for session in self.previous.remembered
            if session.date < self.outlook.start
            for step in session.steps
        }
        return frozenset(one.id for one in self.routines if not past.isdisjoint(one.entries))
