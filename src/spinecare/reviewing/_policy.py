"""The numbers that the pain rules go by, in one place."""

from __future__ import annotations

import math
from typing import Final

from attrs import fields, frozen

from spinecare.errors import InvalidValueError

_COUNTS: Final = ("events", "progress_sessions", "steady_sessions")


@frozen(kw_only=True)
class Policy:
    """Where pain counts as what (evidence.md §4); pain is 0 to 10, all bounds are "above".

    The zones 2 and 5 are those of the pain-monitoring model (THOMEE-1997, SILBERNAGEL-2007), which
    was tested in tendons and not in backs; all other numbers are the project's own (D-JUDGE).

    Raises:
        InvalidValueError: A number below zero or none at all, a count below 1, or zones out of
            order: `mild_up_to`, then `hurt_above`, then `high_above`.
    """

    name: str
    """What it is called."""
    hurt_above: float
    """Pain during an exercise that ends it, and pain before a session that keeps it to relief."""
    mild_up_to: float = 2.0
    """Pain up to here is safe."""
    high_above: float = 5.0
    """Pain above this is high-risk: nothing is started, a programme is ended."""
    flare_during: float = 3.0
    """So much more during an exercise than before it ends it."""
    rise_after: float = 1.0
    """More than this above the pain before, right after: no progress."""
    rise_next: float = 2.0
    """More than this above the pain before, on one of the two mornings after: a step back."""
    rise_week: float = 1.0
    """More than this above an earlier week's mean of mornings: no progress, or a step back."""
    events: int = 2
    """So many steps back, pauses or stops of an exercise leave it out …"""
    events_days: int = 14
    """… when the last comes at most so many days after the first."""
    pause_days: int = 2
    """Days that an exercise rests after a bad second morning."""
    progress_sessions: int = 4
    """So many good sessions in a row allow one step forward …"""
    progress_days: int = 7
    """… when the last comes at least so many days after the first."""
    row_days: int = 14
    """A longer gap than this between two sessions ends the row: one begins to count anew."""
    steady_sessions: int = 3
    """So many sessions in a row after which pain is no worse: the exercise suits."""

    def __attrs_post_init__(self) -> None:
        """Refuse numbers that no rule could go by."""
        for attribute in fields(Policy):
            if attribute.name == "name":
                continue
            value = getattr(self, attribute.name)
            least = 1 if attribute.name in _COUNTS else 0
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if not is_number or not math.isfinite(value) or value < least:
                raise InvalidValueError.of(attribute.name, f"a number of {least} or more", value)
        if not self.mild_up_to <= self.hurt_above <= self.high_above:
            expected = f"from mild_up_to {self.mild_up_to:g} to high_above {self.high_above:g}"
            raise InvalidValueError.of("hurt_above", expected, self.hurt_above)


STRICT: Final = Policy(name="strict", hurt_above=2.0)
"""The article's word: what hurts is stopped. The default."""
MONITORED: Final = Policy(name="monitored", hurt_above=5.0)
"""The clinical model's: pain up to 5 is tolerated if it is gone by the next morning. By choice."""
POLICIES: Final = {policy.name: policy for policy in (STRICT, MONITORED)}
"""The policies by name."""
