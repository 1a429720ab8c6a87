"""Where entries say different things of the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import frozen

from spinecare.model import Entry, ExerciseId, SessionId
from spinecare.reviewing._experience import least_done, most_cautious, unexplained
from spinecare.reviewing._sittings import PAINS, Sitting, outcomes


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
    days = sorted({entry.date.isoformat() for entry in sitting.entries})
    yield from _found(sitting, None, "date", days, sitting.date.isoformat())
    groups: list[tuple[ExerciseId | None, Sequence[Entry]]] = [
        (None, sitting.whole),
        *sorted(sitting.by_exercise.items()),
    ]
    for exercise, entries in groups:
        if len(entries) < 2:  # nobody to differ from
            continue
        for name in PAINS:
            pains = sitting.told(name, entries)
            if pains:
                counted = f"{most_cautious(name, pains):g}"
                values = [f"{pain:g}" for pain in pains]
                yield from _found(sitting, exercise, f"pain.{name}", values, counted)
        efforts = [entry.effort for entry in entries if entry.effort is not None]
        if efforts:
            values = [f"{effort:g}" for effort in efforts]
            yield from _found(sitting, exercise, "effort", values, f"{max(efforts):g}")
        done = outcomes(entries)
        if done:
            values = [outcome.value for outcome in done]
            yield from _found(sitting, exercise, "done.outcome", values, least_done(done).value)
    yield from _unexplained(sitting)


def _unexplained(sitting: Sitting) -> Iterator[Contradiction]:
    """Yield pains of the whole session that are worse than all that its exercises say."""
    for name in PAINS:
        more = unexplained(name, sitting)
        if more is not None:
            own = sitting.told(name, chain.from_iterable(sitting.by_exercise.values()))
            values = [f"{max(own):g}", f"{more:g}"]
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
