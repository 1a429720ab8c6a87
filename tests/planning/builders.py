"""Small builders of what the planner looks at: a person, an opening, steps, a session, a past."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from attrs import evolve

from spinecare.catalogue import load_catalogue
from spinecare.model import (
    Catalogue,
    Day,
    EquipmentId,
    Exercise,
    ExerciseId,
    Hold,
    Person,
    Phase,
    Place,
    Plan,
    Purpose,
    Routine,
    RoutineId,
    Screening,
    Session,
    SessionId,
    Slot,
    Step,
    Weekday,
    WeeklyPlan,
)
from spinecare.planning import plan_for
from spinecare.planning.assembling import Outline, Pick
from spinecare.planning.composing import Composed, compose
from spinecare.planning.history import History
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import Outlook
from spinecare.planning.rules import RULES, Candidate
from spinecare.planning.screening import has_pain, suitabilities
from spinecare.planning.timing import LOWEST, step_at

CATALOGUE = load_catalogue()
MONDAY = date(2026, 11, 23)
EVERYTHING: tuple[EquipmentId, ...] = tuple(EquipmentId(term.id) for term in CATALOGUE.equipment)


def person(**changes: Any) -> Person:
    """Return a person whom no rule hinders: no pain, nothing tense, everything at hand, in UTC."""
    fields: dict[str, Any] = {
        "timezone": "UTC",
        "availability": "daily 18:00 60 min",
        "screening": Screening(others="no"),
        "equipment": EVERYTHING,
        "wakes_at": "06:00",
        "pain": 0,
        "tense": (),
    }
    return Person(**{**fields, **changes})


def outlook_of(
    who: Person | None = None, catalogue: Catalogue = CATALOGUE, start: date = MONDAY
) -> Outlook:
    """Return the outlook of a person before the first session."""
    who = who or person()
    return Outlook(
        person=who,
        catalogue=catalogue,
        suitable=suitabilities(who, catalogue),
        history=History(person=who, catalogue=catalogue),
        start=start,
        counts_every_kind=bool(who.conditions) or has_pain(who),
        waking_h=max((catalogue.condition(id).waking_hours for id in who.conditions), default=1.0),
    )


def opening_at(
    hours: float = 18, *, minutes: float = 60, place: str = "home", start: date = MONDAY
) -> Opening:
    """Return an opening so many hours after midnight (UTC) before the first Monday."""
    at = datetime(start.year, start.month, start.day, tzinfo=UTC) + timedelta(hours=hours)
    days = (at.date() - start).days
    return Opening(
        date=at.date(),
        week=days // 7 + 1,
        day_of_week=days % 7,
        slot=Slot(
            weekday=list(Weekday)[at.weekday()],
            start=at.time().replace(second=0, microsecond=0),
            minutes=minutes,
            place=place,
        ),
        number=1,
        at=at,
    )


def step_of(
    id: str, routine: str | None = None, *, catalogue: Catalogue = CATALOGUE, **changes: Any
) -> Step:
    """Return an exercise at the low end of its dose, ten seconds after the one before it."""
    fields: dict[str, Any] = {"routine": routine, "between_s": 10.0, **changes}
    return evolve(step_at(catalogue.entry(id)), **fields)


def dosed_step(look: Outlook, id: str, routine: str | None = None, **changes: Any) -> Step:
    """Return an exercise with the dose that the person gets."""
    entry = look.catalogue.entry(id)
    step, _ = look.dose(entry, grade=LOWEST, strict=False, first_side=None)
    fields: dict[str, Any] = {"routine": routine, "between_s": 10.0, **changes}
    return evolve(step, **fields)


def lasting(step: Step, kind: str, seconds: float) -> Step:
    """Return a step whose phases of one kind last so long."""
    phases = tuple(
        evolve(phase, seconds=seconds) if phase.kind.value == kind else phase
        for phase in step.phases
    )
    return evolve(step, phases=phases)


def session_at(at: Opening, *steps: Step) -> Session:
    """Return a session of steps; its routines are those of the steps."""
    routines = dict.fromkeys(step.routine for step in steps if step.routine)
    return Session(
        id=SessionId(f"{at.date.isoformat()}-{at.number}"),
        date=at.date,
        start=at.slot.start,
        minutes=at.slot.minutes,
        place=at.slot.place,
        routines=tuple(routines),
        steps=steps,
    )


def weeks_with(*sessions: Session, weeks: int = 4) -> tuple[WeeklyPlan, ...]:
    """Return weeks from the first Monday on that hold sessions, each on its day."""
    dates = [MONDAY + timedelta(days=number) for number in range(7 * weeks)]
    days = [
        Day(date=day, sessions=tuple(one for one in sessions if one.date == day)) for day in dates
    ]
    return tuple(
        WeeklyPlan(number=number + 1, days=tuple(days[7 * number : 7 * number + 7]))
        for number in range(weeks)
    )


def plan_with(*sessions: Session, weeks: int = 4, timezone: str = "UTC") -> Plan:
    """Return a plan that nobody made, from the first Monday on: it holds sessions."""
    return Plan(
        id="by-hand",
        start=MONDAY,
        timezone=timezone,
        updated_at=datetime(MONDAY.year, MONDAY.month, MONDAY.day, 12, tzinfo=UTC),
        weeks=weeks_with(*sessions, weeks=weeks),
        catalogue=CATALOGUE,
    )


def breach(rule: str, look: Outlook, at: Opening, *steps: Step) -> str:
    """Return what one hard rule says of a session of steps."""
    (known,) = (known for known in RULES if known.id == rule)
    return known.breach(Candidate(outlook=look, opening=at, session=session_at(at, *steps)))


def happened(look: Outlook, at: Opening, *steps: Step) -> None:
    """Let a session of steps have been placed."""
    look.history.record(session_at(at, *steps), at)


def with_entries(*entries: Exercise, catalogue: Catalogue = CATALOGUE) -> Catalogue:
    """Return a catalogue whose entries are replaced by, or joined by, others."""
    own = {entry.id: entry for entry in entries}
    kept = tuple(own.pop(entry.id, entry) for entry in catalogue.entries)
    return evolve(catalogue, entries=(*kept, *own.values()))


def with_routines(*routines: Routine, catalogue: Catalogue = CATALOGUE) -> Catalogue:
    """Return a catalogue whose routines are replaced by, or joined by, others."""
    own = {routine.id: routine for routine in routines}
    kept = tuple(own.pop(routine.id, routine) for routine in catalogue.routines)
    return evolve(catalogue, routines=(*kept, *own.values()))


def effort(id: str = "own-effort", seconds: float = 20, **changes: Any) -> Exercise:
    """Return an exercise that contracts and has no relax phase of its own."""
    fields: dict[str, Any] = {
        "id": id,
        "name": "Own effort",
        "record": "exercise",
        "kinds": ["strength"],
        "role": "stress",
        "start": CATALOGUE.entry("neck-5-weighted-shrug").start,
        "sides": "both-together",
        "instruction": "Tense and let go.",
        "phases": (Phase(kind="contract", cue="tense", seconds=Hold.of(seconds)),),
    }
    return Exercise(**{**fields, **changes})


def plain(id: str, seconds: float = 50, **changes: Any) -> Exercise:
    """Return an exercise that only relaxes: it takes so long, and ten seconds to get to."""
    phases = (Phase(kind="relax", cue="let go", seconds=Hold.of(seconds)),)
    return effort(id, **{"kinds": ["relaxation"], "role": "relax", "phases": phases, **changes})


def own_routine(id: str, *entries: str, **changes: Any) -> Routine:
    """Return a routine of the catalogue with exercises of one's own, without what comes around."""
    fields: dict[str, Any] = {"opening": (), "closing": (), "series": (), "stages": (), **changes}
    own = tuple(ExerciseId(entry) for entry in entries)
    return evolve(CATALOGUE.routine(id), entries=own, **fields)


def office(**changes: Any) -> Place:
    """Return a place other than home."""
    return Place(**{"name": "office", "has_floor": True, **changes})


def planned(who: Person, *, weeks: int = 1, **changes: Any) -> Plan:
    """Return a plan from Monday on, with the built-in catalogue unless another is given."""
    fields: dict[str, Any] = {"catalogue": CATALOGUE, "start": MONDAY, **changes}
    return plan_for(who, weeks=weeks, **fields)


def exercises_of(session: Session, purpose: Purpose | None = Purpose.MAIN) -> list[str]:
    """Return the exercises of a session, those of one purpose or all."""
    return [step.exercise for step in session.steps if purpose in (None, step.purpose)]


def routine_ids(plan: Plan) -> list[tuple[str, tuple[RoutineId, ...]]]:
    """Return day and routines of each session of a plan."""
    return [(session.id, session.routines) for session in plan.sessions]


def told(plan: Plan, rule: str, subject: str = "") -> list[tuple[str, str, str, str]]:
    """Return severity, place, reason and concession of the findings of a rule."""
    return [
        (found.severity.value, found.place, found.reason, found.concession)
        for found in plan.findings
        if found.rule == rule and subject in ("", found.subject)
    ]


def about(
    who: Any, rule: str, subject: str = "", **changes: Any
) -> list[tuple[str, str, str, str]]:
    """Return what the findings of a rule say of the plan of a person."""
    return told(planned(who, **changes), rule, subject)


def picks(look: Outlook, routine: str, *ids: str) -> tuple[Pick, ...]:
    """Return exercises chosen for a session, at the low end."""
    chosen: list[Pick] = []
    for id in ids:
        entry = look.catalogue.entry(id)
        step, rest = look.dose(entry, grade=LOWEST, strict=False, first_side=None)
        notes = step.notes
        own = look.catalogue.routine(routine)
        chosen.append(Pick(entry=entry, routine=own, step=step, rest_after_s=rest, notes=notes))
    return tuple(chosen)


def ids(outlined: Outline) -> list[str]:
    """Return the exercises of an outline."""
    return [item.entry.id for item in outlined.items]


def routines(*ids: str, look: Outlook | None = None) -> tuple[Routine, ...]:
    """Return routines by id."""
    catalogue = look.catalogue if look else CATALOGUE
    return tuple(catalogue.routine(id) for id in ids)


def composed(look: Outlook, *ids: str, hours: float = 18, minutes: float = 60) -> Composed:
    """Return what is composed of routines for an opening."""
    return compose(look, opening_at(hours, minutes=minutes), routines(*ids, look=look))


def main(found: Composed) -> list[str]:
    """Return the exercises of the routines in a session; nothing where there is none."""
    return [] if found.session is None else exercises_of(found.session)
