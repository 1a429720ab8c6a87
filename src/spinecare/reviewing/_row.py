"""Good sessions in a row, which earn a step forward (R6)."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from typing import Final

from attrs import define, field

from spinecare.reviewing._answers import SETTLED
from spinecare.reviewing._policy import Policy

_AFTER_WEEKS_AWAY: Final = 2
"""Good sessions that any step needs since weeks away, and that give back one they took
(D-JUDGE)."""


@define
class Row:
    """The days of good sessions in a row."""

    days: list[date] = field(factory=list[date])
    """Each day, in order."""
    _kept: int = 0
    """How many of them lie before the last weeks away."""

    def end(self) -> None:
        """Begin from nothing."""
        self.days.clear()
        self._kept = 0

    def come_back(self) -> None:
        """Note weeks away: what was good before them stays, but earns no step alone."""
        self._kept = len(self.days)

    def has_lapsed(self, on: date, policy: Policy) -> bool:
        """Tell whether too long a gap lies before a day."""
        return bool(self.days) and on - self.days[-1] > timedelta(days=policy.row_days)

    def earns(self, decided: date, policy: Policy, *, is_owed: bool) -> bool:
        """Tell whether the sessions whose mornings are past by a day are enough for a step.

        Args:
            decided: The day.
            policy: The numbers.
            is_owed: Whether the step is one that weeks away took: fewer are enough.
        """
        least = min(_AFTER_WEEKS_AWAY, policy.progress_sessions)
        settled = bisect_right(self.days, decided - SETTLED)
        if settled < (least if is_owed else policy.progress_sessions):
            return False
        if settled - self._kept < least:
            return False
        days = timedelta(days=policy.progress_days)
        return self.days[settled - 1] - self.days[self._kept] >= days
