"""Where entries say different things of the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from spinecare.model import Entry, ExerciseId, Outcome, SessionId
from spinecare.reviewing._absences import BEGUN
from spinecare.reviewing._answers import Answers, most_cautious
from spinecare.reviewing._sittings import Sitting


@frozen(kw_only=True)
class Contradiction:
    """Entries that say different things of the same."""

    session: SessionId
    """The session."""
    exercise: ExerciseId | None
    """The exercise; `None` for the whole session."""
    field: str
    """What they differ in: `date`, `pain.before`, `effort`, `done.outcome`."""
    values: tuple[str, ...]
    """What they say, each once, in the order of the journal."""
    counted: str
    """What counts: the most cautious."""


def contradictions(told: Iterable[Sitting]) -> tuple[Contradiction, ...]:
    """Return where entries say different things of the same, session by session."""
    return tuple(found for sitting in told for found in _of_sitting(sitting))


def _of_sitting(sitting: Sitting) -> Iterator[Contradiction]:
    days = [day.isoformat() for day in sorted({entry.date for entry in sitting.entries})]
    yield from _found(sitting, None, "date", days, sitting.date.isoformat())
    if sitting.is_plain and not _has_skipped(sitting):  # nobody to differ from
        return
    yield from _of_entries(sitting, None, sitting.whole, sitting.of_whole)
    for exercise, entries in sorted(sitting.by_exercise.items()):
        yield from _of_entries(sitting, exercise, entries, sitting.own[exercise])
    yield from _skipped_and_done(sitting)
    yield from _unexplained(sitting)


def _has_skipped(sitting: Sitting) -> bool:
    """Whether anything of it was skipped, as an entry says."""
    told = (entry.done for entry in sitting.entries)
    return any(done is not None and done.outcome is Outcome.SKIPPED for done in told)


def _of_entries(
    sitting: Sitting, exercise: ExerciseId | None, entries: Sequence[Entry], answers: Answers
) -> Iterator[Contradiction]:
    """Yield where entries about the same thing say different things of it."""
    for name, pains in answers.repeated.items():
        values = [f"{pain:g}" for pain in pains]
        counted = f"{most_cautious(name, pains):g}"
        yield from _found(sitting, exercise, f"pain.{name}", values, counted)
    efforts = [entry.effort for entry in entries if entry.effort is not None]
    if len(efforts) > 1:
        values = [f"{effort:g}" for effort in efforts]
        yield from _found(sitting, exercise, "effort", values, f"{answers.effort:g}")
    outcome, told = answers.outcome, dict.fromkeys(answers.outcomes)
    if outcome is not None and len(told) == 1:
        told[outcome] = None  # skipped, but felt, is begun
    if outcome is not None and len(told) > 1:
        values = [one.value for one in told]
        yield from _found(sitting, exercise, "done.outcome", values, outcome.value)


def _skipped_and_done(sitting: Sitting) -> Iterator[Contradiction]:
    """Yield that a session was skipped as a whole, and an exercise of it done."""
    told = [answers.outcome for answers in sitting.own.values()]
    begun = [one.value for one in told if one is not None and one in BEGUN]
    if begun and sitting.of_whole.outcome is Outcome.SKIPPED:
        skipped, partly = Outcome.SKIPPED.value, Outcome.PARTLY.value
        yield from _found(sitting, None, "done.outcome", (skipped, *sorted(begun)), partly)


def _unexplained(sitting: Sitting) -> Iterator[Contradiction]:
    """Yield pains of the whole session that are worse than all that its exercises say."""
    for name, more in sitting.unexplained.items():
        own = [getattr(answers.pain, name) for answers in sitting.own.values()]
        values = [f"{max(pain for pain in own if pain is not None):g}", f"{more:g}"]
        yield from _found(sitting, None, f"pain.{name}", values, f"{more:g}")


def _found(
    sitting: Sitting,
    exercise: ExerciseId | None,
    field: str,
    values: Sequence[str],
    counted: str,
) -> Iterator[Contradiction]:
    distinct = tuple(dict.fromkeys(values))
    if len(distinct) > 1:
        yield Contradiction(
            session=sitting.session,
            exercise=exercise,
            field=field,
            values=distinct,
            counted=counted,
        )
