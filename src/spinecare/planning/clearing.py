"""After a clinician's word: where doses stand that were stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from spinecare.model import ExerciseId
from spinecare.reviewing import Experience, Standing, Verdict, absences, away, by_exercise


def level_cleared(verdict: Verdict) -> int:
    """Return the level at which an exercise begins: below its first dose, if it was left out."""
    return -1 if verdict.standing is Standing.LEAVE_OUT else verdict.level


def since_cleared(
    begins: Mapping[ExerciseId, int], known: Sequence[Experience], on: date, since: date
) -> dict[ExerciseId, int]:
    """Return levels less what the time away since a clinician's word costs."""
    persons, lived, found = away(known, on), by_exercise(known), dict[ExerciseId, int]()
    for id, level in begins.items():
        lost = sum(one.weeks for one in absences(lived.get(id, ()), persons, on, since))
        found[id] = min(level, max(0, level - lost))
    return found
