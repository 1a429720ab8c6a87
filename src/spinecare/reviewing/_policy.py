"""The numbers that the pain rules go by, in one place."""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Policy:
    """Where pain counts as what (evidence.md §4); pain is 0 to 10, all bounds are "above".

    The zones 2 and 5 are those of the pain-monitoring model (THOMEE-1997, SILBERNAGEL-2007), which
    was tested in tendons and not in backs; all other numbers are the project's own (D-JUDGE).
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
    """… when they come within so many days."""
    pause_days: int = 2
    """Days that an exercise rests after a bad second morning."""
    progress_sessions: int = 4
    """So many good sessions in a row allow one step forward …"""
    progress_days: int = 7
    """… when they span at least so many days."""
    steady_sessions: int = 3
    """So many sessions in a row after which pain is no worse: the exercise suits."""


STRICT: Final = Policy(name="strict", hurt_above=2.0)
"""The article's word: what hurts is stopped. The default."""
MONITORED: Final = Policy(name="monitored", hurt_above=5.0)
"""The clinical model's: pain up to 5 is tolerated if it is gone by the next morning. By choice."""
POLICIES: Final = {policy.name: policy for policy in (STRICT, MONITORED)}
"""The policies by name."""
