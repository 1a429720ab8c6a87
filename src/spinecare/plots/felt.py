"""What was felt in each exercise of a journal, and which exercises a plot of it shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import partial
from typing import Final, Literal, TypeAlias, cast

from attrs import frozen

from spinecare.errors import InvalidValueError
from spinecare.model import Catalogue, ExerciseId, Journal, Plan
from spinecare.reviewing import Experience
from spinecare.wording import pain_histories, words_of

Answer: TypeAlias = Literal["before", "during", "right after", "worse morning"]
ANSWERS: Final[tuple[Answer, ...]] = ("before", "during", "right after", "worse morning")
"""The answers that are shown, in the order of time."""
_EXPECTED: Final = "a list of ids of exercises"


@frozen(kw_only=True)
class Felt:
    """What was felt in an exercise."""

    name: str
    """What the exercise is called."""
    times: tuple[Experience, ...]
    """The times it was begun, by day."""

    def points(self, answer: Answer) -> tuple[tuple[date, float], ...]:
        """Return the known answers of a kind, each with the day of its session."""
        found = ((one.date, _pain(one, answer)) for one in self.times)
        return tuple((day, pain) for day, pain in found if pain is not None)

    def highest(self, *answers: Answer) -> float | None:
        """Return the highest known answer of some kinds; `None` where none is known."""
        known = (pain for answer in answers for _, pain in self.points(answer))
        return max(known, default=None)

    @property
    def worst(self) -> float | None:
        """The highest pain from its beginning on: what was there before is not its doing."""
        return self.highest("during", "right after", "worse morning")


def _pain(one: Experience, answer: Answer) -> float | None:
    mornings = (one.pain.next_morning, one.pain.second_morning)
    pains = {
        "before": one.pain.before,
        "during": one.pain.during,
        "right after": one.pain.after,
        "worse morning": max((pain for pain in mornings if pain is not None), default=None),
    }
    return pains[answer]


def felt(journal: Journal, catalogue: Catalogue) -> dict[ExerciseId, Felt]:
    """Return what was felt in each exercise that was begun, the one that hurt most first.

    They stand in the order of `pain_histories`, so that sheet and picture agree.

    Args:
        journal: The journal.
        catalogue: What has the names.
    """
    histories = pain_histories(journal, partial(_name, catalogue=catalogue))
    return {one.exercise: Felt(name=one.name, times=one.times) for one in histories}


def _name(id: ExerciseId, catalogue: Catalogue) -> str:
    entry = catalogue.entry_by_id.get(id)
    return entry.name if entry is not None else words_of(id)


def asked(
    exercises: Iterable[ExerciseId | str],
    journal: Journal,
    plan: Plan | None,
    catalogue: Catalogue,
) -> dict[ExerciseId, str]:
    """Return the exercises that are asked for, each once and in order, with their names.

    Args:
        exercises: What the caller gave.
        journal: The journal, its whole sessions spelt out where there is a plan.
        plan: The plan; what it holds may be asked for before the journal tells of it.
        catalogue: What has the names.

    Raises:
        InvalidValueError: No ids, or those of exercises of which neither journal nor plan tells.
    """
    given = cast("object", exercises)
    if isinstance(given, str):
        raise InvalidValueError.of("exercises", _EXPECTED, given, f"write exercises=[{given!r}].")
    if not isinstance(given, Iterable):
        raise InvalidValueError.of("exercises", _EXPECTED, given)
    known = {entry.exercise for entry in journal.entries if entry.exercise is not None}
    if plan is not None:
        known |= {step.exercise for session in plan.sessions for step in session.steps}
    chosen: dict[ExerciseId, str] = {}
    for id in cast("Iterable[object]", given):
        if not isinstance(id, str):
            raise InvalidValueError.of("exercises", _EXPECTED, id)
        if id not in known:
            expected = "ids of exercises that the journal tells of"
            expected += "" if plan is None else ", or that the plan holds"
            raise InvalidValueError.of("exercises", expected, id, _cure(id, known, journal, plan))
        chosen[ExerciseId(id)] = _name(ExerciseId(id), catalogue)
    return chosen


def _cure(id: str, known: set[ExerciseId], journal: Journal, plan: Plan | None) -> str:
    near = get_close_matches(id, sorted(known), n=3)
    if near:
        return " or ".join(near)
    if plan is None and any(entry.exercise is None for entry in journal.entries):
        return "give the plan too, plan=…: some entries are of whole sessions."
    return ""
