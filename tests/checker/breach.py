"""What the checker has to say: a rule, a place, a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Breach:
    """One broken rule of a plan."""

    rule: str
    """The id of the rule, as design §5 names it."""
    place: str
    """Where: a date and time, a step, an id."""
    sentence: str
    """What is wrong, with the numbers."""

    def __str__(self) -> str:
        """Return rule, place and sentence on one line."""
        return f"{self.rule} @ {self.place}: {self.sentence}"
