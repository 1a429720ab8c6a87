"""Planning: pure functions from a person and a catalogue to a plan."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import chain
from operator import attrgetter

from spinecare.model import (
    Amendment,
    CadenceKind,
    Cancelled,
    Catalogue,
    ExerciseId,
    Journal,
    PastSession,
    Person,
    Plan,
    Routine,
    WeeklyPlan,
)
from spinecare.planning.amending import Amending
from spinecare.planning.checking import MOST_WEEKS, check_arguments, check_journal
from spinecare.planning.lived import Lived
from spinecare.planning.making import little_more, made_of
from spinecare.planning.outlook import Outlook
from spinecare.planning.reporting import findings_of, with_carried
from spinecare.planning.rules import RULES, Rule
from spinecare.planning.scoring import Score, ScoreLine, score
from spinecare.planning.screening import lacks, refuse_warning_signs
from spinecare.reviewing import STRICT, Policy, policy_of

EFFORT = 20_000
"""States that the search for the best week looks into, unless the caller says otherwise. Up to six
routines and three slots a day have taken less; without it twenty routines might take hours. A state
counts for more where a slot holds much."""
_PLANS = uuid.UUID("6f0c7f2e-52f5-5f0e-9a34-0d7d6c1b8a11")
"""The namespace of plan ids."""


def plan_for(
    person: Person,
    catalogue: Catalogue,
    *,
    start: date,
    weeks: int = 4,
    previous: Plan | None = None,
    updated_at: datetime | None = None,
    effort: int | None = EFFORT,
    journal: Journal | None = None,
    policy: Policy | str = STRICT,
) -> Plan:
    """Return a plan that breaks none of the hard rules, from the catalogue it is given.

    Arguments and errors are those of `spinecare.make_plan`, which brings the built-in catalogue.

    Examples:
        >>> from datetime import date
        >>> from spinecare import Person, Screening, load_catalogue
        >>> person = Person(
        ...     timezone="Europe/Berlin",
        ...     availability="Mon-Fri 18:00 20 min",
        ...     screening=Screening(others="no"),
        ...     goals=["ease-neck"],
        ... )
        >>> plan = plan_for(person, load_catalogue(), start=date(2026, 11, 23), weeks=1)
        >>> plan.weeks[0].days[0].sessions[0].routines[0]
        'neck'
    """
    check_arguments(person, catalogue, start, weeks, previous, effort)
    judged_by = policy_of(policy)
    if journal is not None:
        check_journal(journal, start, person.cleared_on)
    catalogue = catalogue.arranged  # the order of its lists changes nothing
    refuse_warning_signs(person, catalogue)
    lived = None
    if journal is not None:
        lived = Lived.of(journal, start, judged_by, previous, catalogue, person.cleared_on)
        lived.refuse_alarms()
        person = lived.person(person)
    making = partial(made_of, person, catalogue, start, weeks, previous, effort)
    made = making(lived) if lived is None else little_more(making, lived)
    lived = made.outlook.lived
    outlook, placed = made.outlook, made.placed
    findings = findings_of(outlook, made.wished, made.wanted, placed)
    changes: tuple[Amendment, ...] = ()
    if previous is not None:
        amending = Amending(
            previous=previous,
            suitable=outlook.suitable,
            lived=lived,
            start=start,
            catalogue=catalogue,
            kept_out=placed.kept_out,
        )
        changes = amending.amendments(placed.weeks)
        if made.keeps:
            findings = with_carried(findings, previous, start, made.placed)
        before = (previous.name, previous.timezone, previous.routines)
        same_person = before == (person.name, person.timezone, tuple(r.id for r in made.wanted))
        same_weeks = (placed.weeks, findings) == (previous.weeks, previous.findings)
        if lived is not None and same_person and same_weeks:
            return previous  # no news: nothing changes
    plan_id = previous.id if previous else _plan_id(person, start)
    moment = updated_at or datetime(start.year, start.month, start.day, tzinfo=UTC)
    return Plan(
        id=plan_id,
        name=person.name,
        start=start,
        timezone=person.timezone,
        updated_at=moment,
        revision=previous.revision + 1 if previous else 0,
        routines=tuple(routine.id for routine in made.wanted),
        weeks=placed.weeks,
        findings=findings,
        cancelled=_cancelled(previous, placed.weeks),
        changes=changes,
        past=() if previous is None else _past(previous, start, journal),
        catalogue=_extract(outlook, made.wanted, placed.weeks),
    )


_RECENT = timedelta(weeks=4)
"""So long after a session somebody may still tell of it, and it may count for rest and windows."""


def _plan_id(person: Person, start: date) -> str:
    """Return an id of what people differ in; what concerns their health stays out of it.

    Things and places are sets in a list's clothes: their order changes nothing.
    """
    differs = (
        person.name,
        person.timezone,
        person.availability,
        person.goals,
        person.routines,
        sorted(person.equipment),
        sorted((place.name, sorted(place.equipment), place.has_floor) for place in person.places),
        person.desk,
        person.wakes_at,
        start,
    )
    return str(uuid.uuid5(_PLANS, repr(differs)))


def _past(previous: Plan, start: date, journal: Journal | None) -> tuple[PastSession, ...]:
    """Return what sessions before the start held that a journal tells of as a whole, or may."""
    entries = () if journal is None else journal.entries
    told = {entry.session for entry in entries if entry.exercise is None}
    sessions = (PastSession.of(session) for session in previous.sessions if session.date < start)
    held = {one.id: one for one in (*previous.past, *sessions)}
    recent = start - _RECENT
    kept = (one for one in held.values() if one.date >= recent or one.id in told)
    return tuple(sorted(kept, key=attrgetter("date", "id")))


def _cancelled(previous: Plan | None, weeks: tuple[WeeklyPlan, ...]) -> tuple[Cancelled, ...]:
    """Return the sessions of the plan before, from the new start on, that are no more."""
    if previous is None:
        return ()
    first = weeks[0].days[0].date
    kept = {session.id for week in weeks for session in week.sessions}
    gone = [
        Cancelled(id=s.id, date=s.date, start=s.start, minutes=s.minutes)
        for s in previous.sessions
        if s.date >= first and s.id not in kept
    ]
    still = [cancelled for cancelled in previous.cancelled if cancelled.id not in kept]
    by_id = {cancelled.id: cancelled for cancelled in (*still, *gone)}
    return tuple(by_id[id] for id in sorted(by_id))


def _extract(
    outlook: Outlook, wanted: tuple[Routine, ...], weeks: tuple[WeeklyPlan, ...]
) -> Catalogue:
    """Return the part of the catalogue that a reader of the plan needs."""
    days = [day for week in weeks for day in week.days]
    steps = chain.from_iterable(s.steps for day in days for s in day.sessions)
    breaks = chain.from_iterable(day.desk_breaks for day in days)
    habits = [r for r in wanted if r.cadence.kind is CadenceKind.IN_PASSING]
    used: set[ExerciseId] = {step.exercise for step in steps}
    used.update(chain.from_iterable((b.exercise, *b.others) for b in breaks))
    used.update(id for routine in habits for id in routine.entries if _can_do(outlook, id))
    return outlook.catalogue.restricted_to(
        entries=frozenset(used),
        routines=frozenset(routine.id for routine in wanted),
        advice=frozenset(chain.from_iterable(week.advice for week in weeks)),
    )


def _can_do(outlook: Outlook, id: ExerciseId) -> bool:
    missing = lacks(outlook.catalogue.entry(id), outlook.person.place("home"))
    suits = outlook.suitable[id]
    # a habit shows no reduced form, so it holds only what needs none
    return suits.is_allowed and not suits.is_reduced and not missing


__all__ = ["EFFORT", "MOST_WEEKS", "RULES", "Rule", "Score", "ScoreLine", "plan_for", "score"]
