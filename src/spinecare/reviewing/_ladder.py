"""The level of a dose over time: steps forward and back, weeks away, the way back of R5."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from spinecare.reviewing._absences import Absence
from spinecare.reviewing._weeks import WEEK, Course, Weeks

_BEFORE_LAST: Final = timedelta(weeks=2)


class Ladder:
    """Where the dose of an exercise stands, session after session; 0 is the first dose."""

    def __init__(self, weeks: Weeks, absences: Sequence[Absence], first: int) -> None:
        """Begin at a level.

        Args:
            weeks: What R5 says.
            absences: The times in which the exercise was missed, by day.
            first: The level of the first session.
        """
        self.level = first
        self.owed = 0
        """Steps that weeks away took and good sessions have not given back."""
        self._backs = list(weeks.ending(Course.BACK))[::-1]
        self._absences = list(absences)[::-1]
        self._days: list[date] = []
        self._levels: list[tuple[int, int]] = []

    def stand(self, day: date, step: int) -> None:
        """Note a session at the level there was, and the step that it leads to."""
        if self._backs:  # else nothing ever asks for what was before
            self._days.append(day)
            self._levels.append((self.level, self.level + step))
        self.level += step
        self.owed = max(0, self.owed - step) if step >= 0 else 0  # harm is earned back in full

    def come_back(self, until: date) -> date | None:
        """Take a step for each week of every time away that is over on a day.

        None leads below the first dose. Returns the last day before the latest such time; `None`
        where there was none.
        """
        since = None
        while self._absences and self._absences[-1].back <= until:
            absence = self._absences.pop()
            lost = min(absence.weeks, max(0, self.level))
            self.level -= lost
            self.owed += lost
            since = absence.since
        return since

    def go_back(self, until: date) -> bool:
        """Go back to earlier doses for every week that asked for it and is over on a day (R5)."""
        has_gone = False
        while self._backs and self._backs[-1] + WEEK <= until:
            lowest = self._lowest(self._backs.pop() - _BEFORE_LAST)
            self.level = min(self.level, lowest)
            self.owed = 0
            has_gone = True
        return has_gone

    def _lowest(self, monday: date) -> int:
        """Return the lowest level of a week, or what there was before if it had no session."""
        first = bisect.bisect_left(self._days, monday)
        last = bisect.bisect_left(self._days, monday + WEEK)
        if first < last:
            return min(min(levels) for levels in self._levels[first:last])
        return self._levels[first - 1][1] if first else 0
