"""What was wished for and waits, and what a plan says of breaks and stretches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from spinecare.model import (
    CadenceKind,
    Exercise,
    Finding,
    Laterality,
    PhaseKind,
    RegionId,
    Routine,
    RuleId,
    Severity,
    Step,
)
from spinecare.planning.absences import is_too_short
from spinecare.planning.objective import WHOLE, Levels
from spinecare.planning.outlook import Outlook
from spinecare.planning.placing import Placed
from spinecare.planning.screening import has_much_pain, lacks

STRETCH_NORM_MIN = 10.0
"""Minutes of stretching a week for each muscle at which gains are largest (Ingram 2025)."""
_MORE_THINGS = "other routines, or more things at hand there"
_SHOWN_MIN = 0.1
"""Regions with less are not worth a word."""


def no_breaks(routines: tuple[Routine, ...], placed: Placed) -> Iterator[Finding]:
    """Say where breaks from sitting were wanted and none found a place."""
    if any(day.desk_breaks for week in placed.weeks for day in week.days):
        return
    for routine in routines:
        if routine.cadence.kind is CadenceKind.HOURLY:
            yield Finding(
                rule=RuleId("cadence"),
                severity=Severity.NOT_FITTED,
                subject=routine.id,
                reason=f"{routine.name}: no break found a place inside hours at a desk.",
                concession="your hours at the desk, longer than the time between two breaks",
            )


def missing_in_breaks(
    outlook: Outlook, routines: tuple[Routine, ...], placed: Placed
) -> Iterator[Finding]:
    """Say what no break offers, and why: a caution, a thing that is not there, the early hour."""
    breaks = [b for week in placed.weeks for day in week.days for b in day.desk_breaks]
    offered = {id for one in breaks for id in (one.exercise, *one.others)}
    desk = outlook.person.desk
    for routine in routines:
        if routine.cadence.kind is not CadenceKind.HOURLY or desk is None or not breaks:
            continue
        for entry in (outlook.catalogue.entry(id) for id in routine.entries):
            suits = outlook.suitable[entry.id]
            if entry.id in offered or not suits.is_allowed:
                continue
            if suits.is_cautioned:
                rule = "condition-caution"
                why = "for you it needs a gentle form, which a short break cannot show"
            elif has_much_pain(outlook.person) and entry.has_stress:
                rule, why = "pain", "it waits until pain is 2 of 10 or less"
            elif thing := lacks(entry, outlook.person.place(desk.place)):
                rule = "place" if thing == "floor" else "equipment"
                why = f"it needs this: {thing}"
            else:
                rule, why = "waking", "all of them are too soon after getting up for bending"
            yield Finding(
                rule=RuleId(rule),
                severity=Severity.LEFT_OUT,
                subject=entry.id,
                reason=f"{entry.name} is left out of the breaks: {why}.",
            )


def cautioned_habits(outlook: Outlook, routines: tuple[Routine, ...]) -> Iterator[Finding]:
    """Say which habits in passing are left out, because they cannot show a gentle form."""
    for routine in routines:
        if routine.cadence.kind is not CadenceKind.IN_PASSING:
            continue
        for entry in (outlook.catalogue.entry(id) for id in routine.entries):
            suits = outlook.suitable[entry.id]
            if suits.is_allowed and suits.is_reduced:
                yield Finding(
                    rule=RuleId("condition-caution"),
                    severity=Severity.LEFT_OUT,
                    subject=entry.id,
                    reason=f"{entry.name} is left out: for you it needs a gentle form, which a "
                    "habit in passing cannot show.",
                )


def stretch_norm(outlook: Outlook, placed: Placed) -> Iterator[Finding]:
    """Report the stretching of an average week, per region, against the norm."""
    totals: Counter[RegionId] = Counter()
    for week in placed.weeks:
        for step in chain.from_iterable(session.steps for session in week.sessions):
            entry = outlook.catalogue.entry(step.exercise)
            for region in entry.regions:
                totals[region] += round(_stretch_s(step, entry))
    shares = {region: total / 60 / len(placed.weeks) for region, total in totals.items()}
    known = [
        f"{outlook.catalogue.term_name(region).lower()} {minutes:.1f}"
        for region, minutes in sorted(shares.items(), key=lambda item: (-item[1], item[0]))
        if minutes >= _SHOWN_MIN
    ]
    if known:
        yield Finding(
            rule=RuleId("stretch-norm"),
            severity=Severity.NOTE,
            subject="plan",
            reason=f"Minutes of stretching in an average week, on each side: {', '.join(known)}; "
            f"gains are largest at about {STRETCH_NORM_MIN:g} a week (Ingram 2025).",
        )


def _stretch_s(step: Step, entry: Exercise) -> float:
    """Return the seconds of stretching of one side."""
    seconds = sum(
        phase.times * phase.seconds for phase in step.phases if phase.kind is PhaseKind.STRETCH
    )
    halved = entry.sides in (Laterality.ALTERNATING, Laterality.DIAGONAL)
    return step.sets * step.cycles * seconds / (2 if halved else 1)


def idle_slots(
    outlook: Outlook, routines: tuple[Routine, ...], placed: Placed
) -> Iterator[Finding]:
    """Say which slots of the week never hold a session, and which places nobody described."""
    person = outlook.person
    barred = (opening for opening, _ in (*placed.empty, *placed.withdrawn))
    empty = (*placed.unreal, *placed.taken, *barred)
    told = {(opening.slot.weekday, opening.slot.start) for opening in empty}
    for slot in person.availability.slots:
        held = any(
            session.start == slot.start and session.date.weekday() == slot.weekday.number
            for session in placed.sessions
        )
        if not held and (slot.weekday, slot.start) not in told:
            short = is_too_short(outlook, routines, placed, slot)
            hurts = not short and outlook.mostly_rests_for_pain(routines)
            why = "is as short as that" if short else "is due or can be done there"
            why += "; most of it rests or is left out, because of how it felt" if hurts else ""
            yield Finding(
                rule=RuleId("idle-slot"),
                severity=Severity.NOT_FITTED,
                subject="slot",
                place=f"{slot.weekday} {slot.start:%H:%M}",
                reason=f"This slot at {slot.place} stays empty every week: nothing of the routines "
                f"{why}.",
                concession="a longer slot" if short else "" if hurts else _MORE_THINGS,
            )
    listed = {"home", *(place.name for place in person.places)}
    for name in sorted({slot.place for slot in person.availability.slots} - listed):
        yield Finding(
            rule=RuleId("unknown-place"),
            severity=Severity.NOTE,
            subject="slot",
            reason=f"The place {name!r} is not described, so nothing is at hand there, not even "
            "the floor.",
            concession="this place among your places, spelt the same",
        )


def unproven(placed: Placed) -> Iterator[Finding]:
    """Say which weeks may not be the best, because the search was stopped, and by how much."""
    for week, solution in placed.unproven:
        pairs = zip(Levels._fields, solution.levels, solution.bound, strict=True)
        level, value, bound = next((name, v, b) for name, v, b in pairs if v != b)
        counted = WHOLE if level == "missing" else 1
        yield Finding(
            rule=RuleId("optimum"),
            severity=Severity.NOTE,
            subject="plan",
            place=f"week {week}",
            reason=f"The search for the best week stopped at {solution.expanded} states, before it "
            f"was proven: {_COUNTED[level]} {value / counted:g} in this week and the next, and no "
            f"plan can be below {bound / counted:g}.",
            concession="a larger effort, or None for as long as it takes",
        )


_COUNTED = {
    "late": "days past a window, weighted by the wishes, come to",
    "missing": "routines that are missing come to",
    "off_habit": "sessions away from their usual weekday and time come to",
    "uneven": "squared hours between gaps and ideal gaps, weighted by the wishes, come to",
}
"""What each level counts, in words."""


def unproven_pieces(outlook: Outlook) -> Iterator[Finding]:
    """Say which pieces of routines may not be the best, because the choice was stopped."""
    for (routine, day), sessions in sorted(outlook.unproven_pieces.items()):
        yield Finding(
            rule=RuleId("optimum"),
            severity=Severity.NOTE,
            subject=routine,
            place=day.isoformat(),
            reason="The choice of its exercises was stopped before it was proven: with this one "
            f"they all come up in {sessions} sessions of this length, and perhaps in fewer.",
            concession="a longer slot",
        )
