"""Writing a plan down: its weeks with what they have to say, and what changed."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from itertools import chain

from attrs import frozen

from spinecare.model import (
    Amendment,
    CadenceKind,
    Cancelled,
    Catalogue,
    ExerciseId,
    Finding,
    LastSide,
    PastSession,
    Person,
    Plan,
    Routine,
    SessionId,
    WeeklyPlan,
)
from spinecare.planning.amending import Amending
from spinecare.planning.carrying import with_carried
from spinecare.planning.lived import Lived
from spinecare.planning.making import Made, little_more
from spinecare.planning.outlook import Outlook
from spinecare.planning.placing import KeptOut
from spinecare.planning.reporting import findings_of
from spinecare.planning.screening import lacks

_PLANS = uuid.UUID("6f0c7f2e-52f5-5f0e-9a34-0d7d6c1b8a11")
"""The namespace of plan ids."""


@frozen(kw_only=True)
class Drawn:
    """A plan as it is made from another."""

    made: Made
    """The weeks."""
    findings: tuple[Finding, ...]
    """What it has to say."""

    @property
    def later(self) -> frozenset[tuple[SessionId, ExerciseId]]:
        """Sessions, each with an exercise for which the weeks had no room there."""
        lived = self.made.outlook.lived
        return frozenset() if lived is None else lived.later

    def is_like(self, plan: Plan) -> bool:
        """Whether it says what a plan says, to the same person."""
        person = self.made.outlook.person
        routines = tuple(routine.id for routine in self.made.wanted)
        mine = person.name, person.timezone, routines, self.made.placed.weeks, self.findings
        return mine == (plan.name, plan.timezone, plan.routines, plan.weeks, plan.findings)


def drawn(
    making: Callable[[Plan | None, Lived | None], Made], lived: Lived | None, before: Plan | None
) -> Drawn:
    """Return a plan as it is made from one before.

    Args:
        making: What places its sessions.
        lived: What the journal says; `None` without one.
        before: The plan before.
    """
    if lived is not None and before is not None:
        lived = lived.following(before)
    of_before = partial(making, before)
    made = of_before(None) if lived is None else little_more(of_before, lived)
    findings = findings_of(made.outlook, made.wished, made.wanted, made.placed)
    if before is not None and made.keeps:
        findings = with_carried(findings, before, made.outlook.start, made.placed)
    return Drawn(made=made, findings=findings)


def written(
    drawn: Drawn,
    previous: Plan | None,
    moment: datetime,
    past: tuple[PastSession, ...],
    kept_out: Sequence[KeptOut],
    later: frozenset[tuple[SessionId, ExerciseId]],
) -> Plan:
    """Return a plan, with what it does otherwise than the plan before.

    Args:
        drawn: The plan in the making.
        previous: The plan before.
        moment: When it is made.
        past: What sessions before it held.
        kept_out: Exercise, rule, and how often the rule kept it out, each time it was made.
        later: Sessions and exercises for which there was no room in them, any time it was made.
    """
    outlook, weeks = drawn.made.outlook, drawn.made.placed.weeks
    person, start = outlook.person, outlook.start
    changes: tuple[Amendment, ...] = ()
    if previous is not None:
        amending = Amending(
            previous=previous,
            suitable=outlook.suitable,
            lived=outlook.lived,
            start=start,
            catalogue=outlook.catalogue,
            kept_out=tuple(kept_out),
            later=later,
            availability=person.availability,
            wished=frozenset(routine.id for routine in drawn.made.wished),
        )
        changes = amending.amendments(weeks)
    return Plan(
        id=previous.id if previous else _plan_id(person, start),
        name=person.name,
        start=start,
        timezone=person.timezone,
        updated_at=moment,
        revision=previous.revision + 1 if previous else 0,
        routines=tuple(routine.id for routine in drawn.made.wanted),
        weeks=weeks,
        findings=drawn.findings,
        cancelled=_cancelled(previous, weeks),
        changes=changes,
        availability=person.availability,
        past=past,
        last_sides=tuple(
            LastSide(exercise=id, side=side) for id, side in sorted(drawn.made.sides.items())
        ),
        catalogue=_extract(outlook, drawn.made.wanted, weeks),
    )


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
