"""Why a routine comes when it does, as often as it does, and with as much of it."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.explanation._breaks import breaks
from spinecare.explanation._counts import comes, late_end, portion, rivals
from spinecare.explanation._due import dates
from spinecare.explanation._findings import told
from spinecare.explanation._held import Held
from spinecare.explanation._saying import Said, Telling, where
from spinecare.explanation._stages import stages
from spinecare.explanation._wishes import wish
from spinecare.model import CadenceKind, Routine


def summary(held: Held, routine: Routine) -> tuple[str, Said]:
    """Return in one sentence how a routine stands in the plan."""
    said = Said()
    sessions = held.sessions_of(routine.id)
    if sessions:
        counted = Said()
        places = where(held.plan, sessions, counted)
        if counted.measures:  # the places are told by their number already
            return f"{routine.name}: {places}.", counted
        number = said.count("in_n", len(sessions), "session")
        return f"{routine.name}: {number}, {places}.", said
    breaks = [b for day in held.plan.days for b in day.desk_breaks]
    if routine.cadence.kind is CadenceKind.HOURLY and breaks:
        number = said.count("breaks_n", len(breaks), "break")
        return f"{routine.name}: {number} from sitting in this plan.", said
    if routine.cadence.kind is CadenceKind.IN_PASSING and routine in held.routines:
        return f"{routine.name}: a habit for every day, outside the sessions.", said
    if routine.cadence.kind is CadenceKind.ADVICE:
        return f"{routine.name}: advice beside the plan, not exercises.", said
    return f"{routine.name}: nowhere in this plan.", said


def routine_tellings(held: Held, routine: Routine) -> Iterator[Telling]:
    """Yield why a routine stands in a plan as it does."""
    if routine.cadence.kind is not CadenceKind.ADVICE:
        yield from wish(held, routine)
    if routine.id not in held.plan.routines:
        return
    yield from told(f for f in held.findings(routine.id) if f.subject not in routine.entries)
    yield from comes(held, routine)
    sessions = held.sessions_of(routine.id)
    yield from dates(held, routine, sessions, is_named=False)
    yield from late_end(held, routine)
    yield from (portion(held, routine, session, is_named=False) for session in sessions)
    yield from rivals(held, routine)
    yield from stages(held, routine)
    for day in held.plan.days:
        yield from breaks(routine, day)
    for id in routine.entries:
        if id in held.left_out or not held.steps_of(id):
            yield from told(held.findings(id))
