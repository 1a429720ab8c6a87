"""Why an exercise stands in a plan where it does, or does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from spinecare.explanation._added import added
from spinecare.explanation._doses import doses, reduced
from spinecare.explanation._due import cadence_sources, dates, rhythm
from spinecare.explanation._findings import told
from spinecare.explanation._held import Held
from spinecare.explanation._missing import absence
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import Said, Telling
from spinecare.explanation._spacing import least_rest
from spinecare.explanation._stages import stages
from spinecare.explanation._unplanned import unplanned
from spinecare.explanation._wishes import wish
from spinecare.model import CadenceKind, Exercise, Purpose, Routine, Session, Step
from spinecare.wording import listed

_STEPS = tuple[tuple[Session, Step], ...]
_CAUSES = {
    "time": "no room was left in {}",
    "spacing": "its muscles had to rest in {}",
    "new-things": "as many new exercises as may join at once came first in {}",
    "stage": "it had not joined yet in {}",
    "equipment": "something it needs was not at hand in {}",
    "place": "one could not lie or kneel in {}",
    "waking": "it was too soon after getting up in {}",
    "order": "the exercise it builds on was not there in {}",
}
_PURPOSES = {
    Purpose.OPENING: "opens",
    Purpose.REST: "rests in",
    Purpose.CLOSING: "closes",
    Purpose.WAY_UP: "follows lying in",
}


def summary(held: Held, entry: Exercise) -> tuple[str, Said]:
    """Return in one sentence how an exercise stands in the plan."""
    said = Said()
    steps = held.steps_of(entry.id)
    total = len(held.plan.sessions)
    main = _distinct(step for step in steps if step[1].purpose is Purpose.MAIN)
    parts: list[str] = []
    if main:
        number = "" if len(main) == total else said.plain("in_n", len(main))
        of = said.count("of_n", total, "session")
        parts.append(f"in all {of}" if len(main) == total else f"in {number} of the {of}")
    for purpose, verb in _PURPOSES.items():
        those = _distinct(step for step in steps if step[1].purpose is purpose)
        if those:
            name = f"{purpose.value.replace('-', '_')}_n"
            parts.append(f"{verb} {said.count(name, len(those), 'session')}")
    breaks = [b for day in held.plan.days for b in day.desk_breaks]
    offered = [b for b in breaks if entry.id in (b.exercise, *b.others)]
    if offered:
        parts.append(f"offered in {said.count('breaks_n', len(offered), 'break')} from the desk")
    if not parts and _is_habit(held, entry):
        return f"{entry.name}: a habit for every day, outside the sessions.", said
    return f"{entry.name}: {listed(parts or ['nowhere in this plan'])}.", said


def _distinct(steps: Iterator[tuple[Session, Step]]) -> tuple[Session, ...]:
    return tuple(dict.fromkeys(session for session, _ in steps))


def _is_habit(held: Held, entry: Exercise) -> bool:
    passing = (r for r in held.routines if r.cadence.kind is CadenceKind.IN_PASSING)
    is_known = entry.id in held.plan.catalogue.entry_by_id
    return is_known and any(entry.id in routine.entries for routine in passing)


def exercise_tellings(held: Held, entry: Exercise) -> Iterator[Telling]:
    """Yield why an exercise stands in a plan as it does."""
    steps = held.steps_of(entry.id)
    main = tuple(step for step in steps if step[1].purpose is Purpose.MAIN)
    routines = [routine for routine in held.routines if entry.id in routine.entries]
    yield from told(held.findings(entry.id))
    for routine in routines:
        yield from wish(held, routine, entry)
        yield from stages(held, routine, entry)
    if main:
        yield from _dates(held, entry, main)
        for routine in routines:
            yield from _turns(held, entry, routine)
        yield from _needs(held, entry)
        yield from _things(held, entry, _distinct(iter(main)))
        yield from doses(entry, main)
    for session in _distinct(step for step in steps if step[1].purpose is not Purpose.MAIN):
        yield from added(held, session, entry.id)
    yield from doses(entry, tuple(step for step in steps if step[1].purpose is Purpose.OPENING))
    yield from reduced(entry, tuple(step for step in steps if step[1].purpose is Purpose.CLOSING))
    if not steps:
        yield from unplanned(held, entry, routines)


def _dates(held: Held, entry: Exercise, main: _STEPS) -> Iterator[Telling]:
    """Yield the days between its sessions: one by one for what is not daily, else as a span."""
    sessions = _distinct(iter(main))
    for routine in held.dated:
        those = [s for s in sessions if entry.id in held.main_of(s, routine.id)]
        if those:
            said = Said()
            yield Telling(
                rule="cadence",
                about=(routine.id,),
                text=f"{routine.name}: to come {rhythm(routine, said)}.",
                said=said,
                sources=cadence_sources(routine),
            )
        if those and routine.cadence.window_days is not None:
            is_always = len(those) == len(held.sessions_of(routine.id))
            yield from dates(held, routine, those, is_named=not is_always)
    yield from least_rest(held, entry, sessions)
    if len(sessions) > 1:
        said = Said()
        gaps = [(b.date - a.date).days for a, b in pairwise(sessions)]
        text = "Its sessions are "
        if max(gaps) == 0:
            text = "Its sessions are all on one day"
        elif min(gaps) == 0:
            text += f"on the same day or up to {said.days('gap_high_d', max(gaps))} apart"
        else:
            text += f"{said.span('gap_d', min(gaps), max(gaps))} "
            text += f"{'day' if max(gaps) == 1 else 'days'} apart"
        yield Telling(
            rule="uneven",
            about=(entry.id,),
            text=f"{text}.",
            said=said,
            sources=sources_of("uneven"),
        )


def _turns(held: Held, entry: Exercise, routine: Routine) -> Iterator[Telling]:
    """Yield in how many sessions of its routine it stands, and what kept it out of the others."""
    sessions = held.sessions_of(routine.id)
    there = [s for s in sessions if entry.id in held.main_of(s, routine.id)]
    gone = [session for session in sessions if session not in there]
    if not gone or not there:
        return
    said = Said()
    of = said.count("routine_n", len(sessions), "session")
    text = f"Of the {of} of {routine.name} it is in {said.plain('there_n', len(there))}"
    causes = Counter(absence(held, routine, entry, session).rule for session in gone)
    told_of = [(rule, causes[rule]) for rule in _CAUSES if causes[rule]]
    parts = [_CAUSES[rule].format(said.plain(f"{rule}_n", n)) for rule, n in told_of]
    rest = causes.total() - sum(n for _, n in told_of)
    if rest:
        parts.append(f"it was left for another time in {said.plain('turn_n', rest)}")
    yield Telling(
        rule="missing",
        about=(entry.id,),
        text=f"{text}; {listed(parts)}.",
        said=said,
        sources=sources_of("missing"),
    )


def _needs(held: Held, entry: Exercise) -> Iterator[Telling]:
    edges = held.plan.catalogue.edges
    needed = [edge.before for edge in edges if edge.needs and edge.after == entry.id]
    if needed:
        names = listed(held.name_of(id) for id in needed)
        yield Telling(
            rule="order",
            about=(entry.id,),
            text=f"It builds on {names} and comes only in the same session.",
            sources=sources_of("order"),
        )


def _things(held: Held, entry: Exercise, sessions: tuple[Session, ...]) -> Iterator[Telling]:
    """Yield what it needs, which is at hand wherever it is planned."""
    if entry.required_equipment:
        places = sorted({session.place for session in sessions})
        names = listed(held.thing_name(id) for id in entry.required_equipment)
        yield Telling(
            rule="equipment",
            about=(entry.id,),
            text=f"It needs this, which is at hand at {listed(places)}: {names}.",
            sources=sources_of("equipment"),
        )
