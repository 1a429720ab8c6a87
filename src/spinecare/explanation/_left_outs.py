"""What a plan leaves out of a routine, or only sometimes holds, that a change may bring in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spinecare.explanation._counts import Share
from spinecare.explanation._held import Held
from spinecare.explanation._missing import absence
from spinecare.explanation._shortfalls import (
    BY_ROOM,
    FEW,
    Shortfall,
    curable,
    entries_of,
    has,
    lacking_s,
    roomiest,
)
from spinecare.model import CadenceKind, Exercise, ExerciseId, Routine
from spinecare.wording import listed

_OF_PLACES = ("equipment", "place")
"""Rules that things satisfy."""


def left_outs(held: Held, found: object) -> Iterator[Shortfall]:
    """Yield what is left out of a routine in the whole plan, or an exercise in some sessions."""
    if isinstance(found, Exercise):
        yield from _seldom(held, found)
    elif (
        isinstance(found, Routine)
        and found in held.routines
        and found.cadence.kind is not CadenceKind.HOURLY  # breaks are no steps
    ):
        yield from _left_out(held, found)


def _seldom(held: Held, entry: Exercise) -> Iterator[Shortfall]:
    """Yield that an exercise had no room in some sessions of its routine."""
    for routine in held.dated:
        sessions = held.sessions_of(routine.id) if entry.id in held.allowed(routine) else ()
        there = [s for s in sessions if entry.id in held.main_of(s, routine.id)]
        gone = [
            session
            for session in sessions
            if session not in there and absence(held, routine, entry, session).rule in BY_ROOM
        ]
        if there and gone:
            nearest = roomiest(held, gone)
            lacking = Share(session=nearest[0], done=(), missing=(entry.id,))
            yield Shortfall(
                rule="missing",
                effect=f"bring {entry.name} into more than {len(there)} of the {len(sessions)} "
                f"sessions of {routine.name}",
                is_cured=partial(_is_oftener, entry.id, routine.id, len(there)),
                sessions=nearest,
                routine=routine,
                entries=(entry,),
                lacking_s=lacking_s(held, lacking),
            )


def _is_oftener(id: ExerciseId, routine: str, times: int, other: Held) -> bool:
    return sum(id in other.main_of(s, routine) for s in other.sessions_of(routine)) > times


def _left_out(held: Held, routine: Routine) -> Iterator[Shortfall]:
    """Yield the exercises that a routine lacks in the whole plan, those of one cause together."""
    groups: dict[tuple[str, tuple[str, ...]], list[Exercise]] = {}
    for entry in entries_of(held, routine.entries):
        rule = curable(held, entry)
        if rule:
            things = entry.required_equipment if rule in _OF_PLACES else ()
            groups.setdefault((rule, things), []).append(entry)
    is_absent = not _comes(routine, held)
    # things cost a plan or two each, so they are tried before minutes use the plans up
    for (rule, _), entries in sorted(groups.items(), key=lambda item: item[0][0] not in _OF_PLACES):
        few = len(entries) <= FEW
        names = listed(e.name for e in entries) if few else f"{len(entries)} more exercises"
        what = names if few else f"{names} of {routine.name}"
        ids = tuple(entry.id for entry in entries)
        yield Shortfall(
            rule=rule,
            effect=f"bring {routine.name if is_absent else what} into the plan",
            is_cured=partial(_comes, routine) if is_absent else partial(_has_all, ids),
            sessions=roomiest(held, held.sessions_of(routine.id)),
            routine=routine if routine in held.dated else None,
            entries=tuple(entries),
        )


def _comes(routine: Routine, held: Held) -> bool:
    """Whether a plan holds anything of a routine."""
    if routine in held.dated:
        return bool(held.sessions_of(routine.id))
    return any(has(held, id) for id in routine.entries)


def _has_all(ids: tuple[ExerciseId, ...], held: Held) -> bool:
    return all(has(held, id) for id in ids)
