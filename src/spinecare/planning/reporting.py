"""What a plan has to say: left out, not fitted, changed, good to know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from attrs import evolve

from spinecare.model import (
    CadenceKind,
    Exercise,
    Finding,
    Routine,
    RuleId,
    Severity,
)
from spinecare.planning.absences import WHY, never_placed
from spinecare.planning.carrying import SLOT, place_of
from spinecare.planning.concerns import about_journal
from spinecare.planning.courses import most_times
from spinecare.planning.goals import LEAST_DAYS, entries_of
from spinecare.planning.growth import LOAD, about_load
from spinecare.planning.outlook import Outlook
from spinecare.planning.placing import Placed
from spinecare.planning.presumptions import (
    BAD_MORNINGS,
    HURTS_EVERYWHERE,
    MUCH_PAIN,
    Relieving,
    about_person,
)
from spinecare.planning.remarks import (
    cautioned_habits,
    idle_slots,
    missing_in_breaks,
    no_breaks,
    stretch_norm,
    unproven,
    unproven_pieces,
)
from spinecare.planning.screening import lacks, only_relief, screening_findings
from spinecare.reviewing import Course


def findings_of(
    outlook: Outlook,
    wished: tuple[Routine, ...],
    routines: tuple[Routine, ...],
    placed: Placed,
) -> tuple[Finding, ...]:
    """Return what the rules have to say about a plan, in order of weight, rule and place.

    Args:
        outlook: The person, the catalogue, and the history after placing.
        wished: The routines that the person or their goals chose, the most wanted first.
        routines: The routines that were planned: the same, or relief positions alone.
        placed: The weeks and what happened on the way.
    """
    entries = tuple(outlook.catalogue.entry(id) for id in entries_of(routines))
    found = [
        *_screened(outlook, entries, placed),
        *_missing_things(outlook, entries, placed),
        *never_placed(outlook, routines, placed),
        *_too_few(outlook, routines, placed),
        *_late_windows(outlook, routines, placed),
        *_empty_slots(placed),
        *no_breaks(routines, placed),
        *missing_in_breaks(outlook, routines, placed),
        *cautioned_habits(outlook, routines),
        *idle_slots(outlook, routines, placed),
        *stretch_norm(outlook, placed),
        *unproven(placed),
        *unproven_pieces(outlook),
        *about_person(outlook.person, wished, routines, _why_relief(outlook)),
        *about_journal(outlook),
        *_too_much(outlook, placed),
    ]
    names: dict[str, str] = {entry.id: entry.name for entry in outlook.catalogue.entries}
    names.update({routine.id: routine.name for routine in outlook.catalogue.routines})
    named = [evolve(finding, name=names.get(finding.subject, "")) for finding in found]
    return tuple(sorted(named, key=place_of))


def _why_relief(outlook: Outlook) -> Relieving | None:
    """Return why nothing but relief positions is planned; `None` where more is."""
    lived = outlook.lived
    if lived is not None and lived.now.course is Course.END:
        return BAD_MORNINGS
    if lived is not None and lived.now.hurts_everywhere:
        return HURTS_EVERYWHERE
    return MUCH_PAIN if only_relief(outlook.person) else None


def _too_much(outlook: Outlook, placed: Placed) -> Iterator[Finding]:
    lived = outlook.lived
    if lived is not None:
        yield from about_load(
            lived.workload,
            placed.sessions,
            held=len(lived.held),
            lowered=lived.lowered,
        )


def _screened(outlook: Outlook, entries: tuple[Exercise, ...], placed: Placed) -> Iterator[Finding]:
    """Say what conditions and wishes leave out, and what of the sessions they reduce."""
    for finding in screening_findings(entries, outlook.suitable, outlook.catalogue):
        if finding.subject in placed.held or finding.severity is not Severity.CHANGED:
            yield finding


def _missing_things(
    outlook: Outlook, entries: tuple[Exercise, ...], placed: Placed
) -> Iterator[Finding]:
    """Say what is at hand in none of the slots."""
    person = outlook.person
    names = {slot.place for slot in person.availability.slots}
    for entry in entries:
        if not outlook.suitable[entry.id].is_allowed or entry.id in placed.held:
            continue
        lacking = {lacks(entry, person.place(name)) for name in sorted(names)}
        if "" in lacking or not lacking:
            continue
        thing = min(lacking)
        name = "room to lie down" if thing == "floor" else outlook.catalogue.term_name(thing)
        yield Finding(
            rule=RuleId("place" if thing == "floor" else "equipment"),
            severity=Severity.LEFT_OUT,
            subject=entry.id,
            reason=f"{entry.name} is left out: it needs this: {name}.",
            concession=name,
        )


def _too_few(outlook: Outlook, routines: tuple[Routine, ...], placed: Placed) -> Iterator[Finding]:
    """Say which routines come less often than the article or a default asks."""
    weeks = len(placed.weeks)
    for routine in routines:
        days = outlook.history.routine_days[routine.id]
        times = sum(day >= outlook.start for day in days)  # those before are of another plan
        kind, most = routine.cadence.kind, most_times(routine)
        if kind is CadenceKind.TIMES_A_DAY and not routine.cadence.sources:
            wanted, text = 7 * weeks * most, f"{most} times a day" if most > 1 else "every day"
        elif kind is CadenceKind.TIMES_A_DAY:
            wanted, text = LEAST_DAYS * weeks, f"at least {LEAST_DAYS} days a week"
        elif kind is CadenceKind.TIMES_A_WEEK:
            least = routine.cadence.times.low
            wanted, text = weeks * least, f"at least {least} a week"
        else:
            continue
        suits = any(outlook.suitable[id].is_allowed for id in routine.entries)
        if times >= wanted or not suits:
            continue
        hurts = outlook.mostly_rests_for_pain((routine,))
        why = "; most of it rests or is left out, because of how it felt" if hurts else ""
        yield Finding(
            rule=RuleId("cadence"),
            severity=Severity.NOT_FITTED,
            subject=routine.id,
            reason=f"{routine.name}: {times} of {wanted} sessions found a place ({text}){why}.",
            concession="" if why else _more_room(routine),
        )


def _more_room(routine: Routine) -> str:
    if most_times(routine) > 1 and routine.cadence.kind is CadenceKind.TIMES_A_DAY:
        return f"two slots a day at least {routine.cadence.gap_h:g} hours apart"
    return "more slots, or longer ones"


def _late_windows(
    outlook: Outlook, routines: tuple[Routine, ...], placed: Placed
) -> Iterator[Finding]:
    """Say where a routine with a window came later than its end, or not again in the plan."""
    last_day = placed.weeks[-1].days[-1].date
    for routine in routines:
        window = routine.cadence.window_days
        if window is None or window.high is None:
            continue
        days = outlook.history.routine_days[routine.id]
        ends = [*days[1:], last_day]
        for earlier, later in zip(days, ends, strict=False):
            gap = (later - earlier).days
            if gap <= window.high or later < outlook.start:
                continue
            comes = f"comes {gap} days after" if later in days else f"is not back {gap} days after"
            opens, closes = (earlier + timedelta(days=int(d)) for d in (window.low, window.high))
            yield Finding(
                rule=RuleId("supercompensation"),
                severity=Severity.NOT_FITTED,
                subject=routine.id,
                place=later.isoformat(),
                reason=f"{routine.name} {comes} {earlier.isoformat()}; "
                f"the window is {window.low:g}-{window.high:g} days.",
                concession=f"a slot from {opens} to {closes}",
            )


def _empty_slots(placed: Placed) -> Iterator[Finding]:
    """Say which openings stayed empty, and why."""
    for opening in placed.unreal:
        yield Finding(
            rule=RuleId("wall-time"),
            severity=Severity.NOT_FITTED,
            subject=SLOT,
            place=opening.date.isoformat(),
            reason=f"The slot at {opening.slot.start:%H:%M} falls into a change of the clocks.",
            concession="another time on that day",
        )
    for opening in placed.taken:
        yield Finding(
            rule=RuleId("time"),
            severity=Severity.NOT_FITTED,
            subject=SLOT,
            place=opening.date.isoformat(),
            reason=f"The slot at {opening.slot.start:%H:%M} begins before the last session of the "
            "plan before is over.",
            concession="a later start",
        )
    full = dict.fromkeys(opening.slot for opening, rule in placed.empty if rule == LOAD)
    for slot in full:
        yield Finding(
            rule=LOAD,
            severity=Severity.NOT_FITTED,
            subject=SLOT,
            place=f"{slot.weekday} {slot.start:%H:%M}",
            reason="This slot stays empty on some days: your weeks have no room for more yet.",
        )
    for opening, rule in placed.empty:
        if rule == LOAD:
            continue
        yield Finding(
            rule=RuleId(rule),
            severity=Severity.NOT_FITTED,
            subject=SLOT,
            place=opening.date.isoformat(),
            reason=f"What was due in the slot at {opening.slot.start:%H:%M} "
            f"({opening.slot.minutes:g} min) could not stand there: {_why_empty(rule)}.",
            concession=WHY[rule][1] if rule in WHY else "",
        )
    for opening, rule in placed.withdrawn:
        yield Finding(
            rule=RuleId(rule.partition(":")[0]),
            severity=Severity.LEFT_OUT,
            subject=SLOT,
            place=opening.date.isoformat(),
            reason=f"The session at {opening.slot.start:%H:%M} was withdrawn: it would break "
            f"the rule {rule}.",
        )


def _why_empty(rule: str) -> str:
    return _WHY_EMPTY.get(rule, f"most of it was kept out by the rule {rule}")


_WHY_EMPTY = {
    "new-things": "at most three new exercises join at a time",
    "condition-avoid": "it does not suit you",
    "equipment": "what it needs is not at hand there",
    "pain": "it rests or is left out, because of how it felt",
    "place": "there is no room to lie down",
    "spacing": "its muscles have not rested long enough",
    "stage": "it joins only after other exercises",
    "time": "there is no time for it",
}
