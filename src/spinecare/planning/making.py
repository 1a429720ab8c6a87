"""Making: from a person and what the journal says to placed weeks, and again with less."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import frozen

from spinecare.model import CadenceKind, Catalogue, Person, Plan, Routine
from spinecare.planning.easing import eased
from spinecare.planning.goals import wanted_routines
from spinecare.planning.history import History
from spinecare.planning.lived import Lived
from spinecare.planning.outlook import Outlook
from spinecare.planning.placing import Placed, place
from spinecare.planning.recalling import recall
from spinecare.planning.screening import has_pain, only_relief, suitabilities
from spinecare.reviewing import Course


@frozen(kw_only=True)
class Made:
    """A plan in the making."""

    outlook: Outlook
    """The person, and the history after placing."""
    wished: tuple[Routine, ...]
    """The routines that the person or their goals chose."""
    wanted: tuple[Routine, ...]
    """The routines that were planned: the same, or relief positions alone."""
    placed: Placed
    """The weeks."""
    keeps: bool
    """Whether sessions of the plan before stay where they can."""


def made_of(
    person: Person,
    catalogue: Catalogue,
    start: date,
    weeks: int,
    previous: Plan | None,
    effort: int | None,
    lived: Lived | None,
) -> Made:
    """Place the sessions of a plan."""
    suitable = suitabilities(person, catalogue)
    if lived is not None:
        suitable = eased(suitable, lived, catalogue)
    wished = wanted_routines(person, catalogue, suitable)
    only_relieves = only_relief(person) or (lived is not None and lived.now.course is Course.END)
    wanted = _relief(catalogue) if only_relieves else wished
    outlook = Outlook(
        person=person,
        catalogue=catalogue,
        suitable=suitable,
        history=History(person=person, catalogue=catalogue),
        start=start,
        lived=lived,
        begun=None if lived is None else lived.begun,
        counts_every_kind=bool(person.conditions) or has_pain(person),
        waking_h=max(
            (catalogue.condition(id).waking_hours for id in person.conditions), default=1.0
        ),
    )
    if previous is not None:
        outlook.history.remember(previous, start, lived)
    if lived is not None:
        recall(outlook.history, lived.done, start, previous)
        lived.teach(outlook.history)
    kept = previous if lived is not None and not only_relieves else None
    placed = place(outlook, wanted, weeks, effort, kept)
    return Made(
        outlook=outlook, wished=wished, wanted=wanted, placed=placed, keeps=kept is not None
    )


def little_more(making: Callable[[Lived], Made], lived: Lived) -> Made:
    """Return a plan whose weeks ask for little more than the last four held, if that can be.

    Where they ask for too much, as many doses grow as have room; where that is still too much, none
    does. Where much less was done than was planned, all go back a step at a time, though not below
    the first: who did it all is used to it.
    """
    made = making(lived)
    if not lived.workload.is_passed_by(made.placed.weeks):
        return made
    growing = lived.growing
    if growing:
        calm = making(lived.holding(growing))
        if not lived.workload.is_passed_by(calm.placed.weeks):
            room = lived.workload.fitting(growing, calm.placed.weeks, made.placed.weeks)
            some = making(lived.holding(set(growing) - set(room))) if room else calm
            return calm if lived.workload.is_passed_by(some.placed.weeks) else some
        lived, made = lived.holding(growing), calm
    while lived.workload.is_short and lived.workload.is_passed_by(made.placed.weeks):
        lower = lived.lower()
        if lower is None:
            break
        lived, made = lower, making(lower)
    return made


def _relief(catalogue: Catalogue) -> tuple[Routine, ...]:
    before = CadenceKind.BEFORE_OTHERS
    return tuple(routine for routine in catalogue.routines if routine.cadence.kind is before)
