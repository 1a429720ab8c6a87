"""What a plan falls short of, and how to see in another plan that it does no longer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from attrs import field, frozen

from spinecare.explanation._counts import Share, share, wanted_times
from spinecare.explanation._held import Held
from spinecare.explanation._missing import UNTOLD, absence, left_s
from spinecare.model import (
    CadenceKind,
    Day,
    Exercise,
    ExerciseId,
    Purpose,
    Routine,
    Session,
    Severity,
    Weekday,
)
from spinecare.planning.timing import BETWEEN_EXERCISES_S
from spinecare.wording import day_text, listed

BY_ROOM = frozenset({"time", "new-things", UNTOLD})
"""Rules that more minutes, or fewer new exercises, may satisfy in one session."""
FEW = 2
"""How many exercises a sentence names; more are counted."""
_CURABLE = frozenset(
    {"time", "new-things", "spacing", "waking", "water", "stage", "equipment", "place"}
)
"""Rules of findings that a change may satisfy which is not about health."""


@frozen(kw_only=True)
class Shortfall:
    """Something wished for that a plan does not hold, and what would show that it does."""

    rule: str
    """The rule that keeps it out."""
    effect: str
    """What a cure would do: `hold the whole of Neck pain exercises`."""
    is_cured: Callable[[Held], bool]
    """Tells whether another plan holds it."""
    sessions: tuple[Session, ...] = field(default=())
    """Sessions whose slots may be too short, those first that lack the least."""
    routine: Routine | None = field(default=None)
    """The routine that comes too seldom."""
    entries: tuple[Exercise, ...] = field(default=())
    """The exercises that are missing."""
    lacking_s: float = field(default=0.0)
    """Seconds that the first session is short of, where that can be told."""
    is_one_slot: bool = field(default=False)
    """Whether only the slot of the first session, or of the weekday, may change."""
    weekday: Weekday | None = field(default=None)
    """The weekday that has no session."""


def shortfalls(held: Held, found: object) -> Iterator[Shortfall]:
    """Yield what a plan falls short of in a subject that was asked about."""
    if isinstance(found, Exercise):
        yield from _absent(held, found)
    elif isinstance(found, Routine) and found in held.dated and held.allowed(found):
        yield from _of_routine(held, found)
    elif isinstance(found, Session):
        yield from _partial(held, found)
    elif isinstance(found, Day) and not found.sessions and _has_slot(held, found):
        yield _empty(found)


def has(held: Held, id: ExerciseId) -> bool:
    """Whether a plan holds an exercise: in a session, or as a habit in passing."""
    return any(step.purpose is Purpose.MAIN for _, step in held.steps_of(id)) or any(
        routine.cadence.kind is CadenceKind.IN_PASSING
        and id in routine.entries
        and id not in held.left_out
        for routine in held.routines
    )


def curable(held: Held, entry: Exercise) -> str:
    """Return the rule that keeps an exercise out of a plan where a change may satisfy it."""
    rules = [f.rule for f in held.findings(entry.id, Severity.LEFT_OUT, Severity.NOT_FITTED)]
    is_curable = bool(rules) and not has(held, entry.id) and _CURABLE.issuperset(rules)
    return rules[0] if is_curable else ""


def _absent(held: Held, entry: Exercise) -> Iterator[Shortfall]:
    """Yield that an exercise stands in no session, where a change may bring it in."""
    rule = curable(held, entry)
    if not rule:
        return
    routines = [routine for routine in held.dated if entry.id in routine.entries]
    yield Shortfall(
        rule=rule,
        effect=f"bring {entry.name} into the plan",
        is_cured=lambda other: has(other, entry.id),
        sessions=roomiest(held, [s for r in routines for s in held.sessions_of(r.id)]),
        routine=routines[0] if routines else None,
        entries=(entry,),
    )


def roomiest(held: Held, sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Return sessions, or all of the plan where there are none, the roomiest first."""
    chosen = tuple(sessions) or held.plan.sessions
    return tuple(sorted(chosen, key=lambda s: left_s(held, s), reverse=True))


def _of_routine(held: Held, routine: Routine) -> Iterator[Shortfall]:
    sessions = held.sessions_of(routine.id)
    wanted = wanted_times(held, routine)
    if not sessions:
        yield Shortfall(
            rule="time",
            effect=f"bring {routine.name} into the plan",
            is_cured=lambda other: bool(other.sessions_of(routine.id)),
            sessions=held.plan.sessions,
            routine=routine,
        )
    elif wanted is not None and len(sessions) < wanted:
        yield Shortfall(
            rule="cadence",
            effect=f"give {routine.name} all of its {wanted} sessions",
            is_cured=lambda other: len(other.sessions_of(routine.id)) >= wanted,
            sessions=held.plan.sessions,
            routine=routine,
            entries=entries_of(held, held.allowed(routine)),
        )
    elif _is_late(held, routine):
        yield Shortfall(
            rule="late",
            effect=f"bring {routine.name} back inside its window every time",
            is_cured=lambda other: not _is_late(other, routine),
            sessions=held.plan.sessions,
            routine=routine,
        )
    yield from _never_whole(held, routine, sessions)


def _is_late(held: Held, routine: Routine) -> bool:
    """Whether a routine with a window comes later than it closes, or is not back in time."""
    window = routine.cadence.window_days
    if window is None or window.high is None or not held.plan.days:
        return False
    days = [session.date for session in held.sessions_of(routine.id)]
    days.append(held.plan.days[-1].date)
    return any((later - earlier).days > window.high for earlier, later in pairwise(days))


def _never_whole(
    held: Held, routine: Routine, sessions: tuple[Session, ...]
) -> Iterator[Shortfall]:
    shares = [share(held, routine, session) for session in sessions]
    if not shares or any(part.is_whole for part in shares):
        return
    wished = set(held.allowed(routine))
    fullest = sorted(shares, key=lambda part: len(part.missing))
    yield Shortfall(
        rule="missing",
        effect=f"hold the whole of {routine.name} in one session",
        is_cured=lambda other: any(
            wished <= set(other.main_of(s, routine.id)) for s in other.sessions_of(routine.id)
        ),
        sessions=tuple(part.session for part in fullest),
        routine=routine,
        entries=entries_of(held, fullest[0].missing),
        lacking_s=lacking_s(held, fullest[0]),
    )


def _partial(held: Held, session: Session) -> Iterator[Shortfall]:
    """Yield what one session leaves out for want of room."""
    for id in session.routines:
        routine = held.routine(id)
        if routine is None:
            continue
        part = share(held, routine, session)
        entries = [
            entry
            for entry in entries_of(held, part.missing)
            if absence(held, routine, entry, session).rule in BY_ROOM
        ]
        if not entries:
            continue
        ids = {entry.id for entry in entries}
        is_whole = len(entries) == len(part.missing)
        few = len(entries) <= FEW
        names = listed(e.name for e in entries) if few else f"{len(entries)} more exercises"
        what = f"the whole of {routine.name}" if is_whole else f"{names} of {routine.name}"
        yield Shortfall(
            rule="missing",
            effect=f"bring {what} into this session",
            is_cured=_holds(session, id, ids),
            sessions=(session,),
            routine=routine,
            entries=tuple(entries),
            lacking_s=lacking_s(held, part),
            is_one_slot=True,
        )


def _holds(session: Session, routine: str, ids: set[ExerciseId]) -> Callable[[Held], bool]:
    kept = {step.exercise for step in session.steps if step.purpose is Purpose.MAIN}

    def is_cured(other: Held) -> bool:
        same = [s for s in other.sessions_of(routine) if s.id == session.id]
        done = {step.exercise for s in same for step in s.steps}
        return ids | kept <= done

    return is_cured


def entries_of(held: Held, ids: tuple[ExerciseId, ...]) -> tuple[Exercise, ...]:
    found = (held.entry(id) for id in ids)
    return tuple(entry for entry in found if entry is not None)


def lacking_s(held: Held, part: Share) -> float:
    """Return the seconds that a session is short of for the whole of a routine, roughly."""
    known = [held.steps_of(id)[0][1].duration_s for id in part.missing if held.steps_of(id)]
    return sum(known) + len(known) * BETWEEN_EXERCISES_S - left_s(held, part.session)


def _has_slot(held: Held, day: Day) -> bool:
    slots = () if held.person is None else held.person.availability.slots
    return any(slot.weekday is day.weekday for slot in slots)


def _empty(day: Day) -> Shortfall:
    return Shortfall(
        rule="time",
        effect=f"hold a session on {day_text(day.date)}",
        is_cured=lambda other: any(s.date == day.date for s in other.plan.sessions),
        is_one_slot=True,
        weekday=day.weekday,
    )
