"""Making: from a person and what the journal says to placed weeks, and again with less."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from spinecare.model import (
    CadenceKind,
    Catalogue,
    ExerciseId,
    Person,
    Plan,
    Routine,
    SessionId,
    Side,
)
from spinecare.planning.easing import eased
from spinecare.planning.goals import wanted_routines
from spinecare.planning.growth import growing, has_room, is_as_before, may_exceed, without_room
from spinecare.planning.history import History
from spinecare.planning.lived import Lived
from spinecare.planning.outlook import Outlook
from spinecare.planning.placing import Placed, place
from spinecare.planning.recalling import recall
from spinecare.planning.screening import Suitability, has_pain, only_relief, suitabilities

_MOST_SEARCHES: Final = 3
"""So often what has no room is left out and others may take its place; then nothing more joins."""


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
    sides: Mapping[ExerciseId, Side]
    """The sides that began the last time before it."""
    keeps: bool
    """Whether sessions of the plan before stay where they can."""


def made_of(
    person: Person,
    catalogue: Catalogue,
    start: date,
    weeks: int,
    effort: int | None,
    previous: Plan | None,
    lived: Lived | None,
) -> Made:
    """Place the sessions of a plan."""
    told = suitabilities(person, catalogue)
    suitable = told if lived is None else eased(told, lived, catalogue)
    wished = wanted_routines(person, catalogue, suitable)
    only_relieves = only_relief(person) or (lived is not None and lived.only_relieves)
    wanted = _relief(catalogue) if only_relieves else wished
    outlook = Outlook(
        person=person,
        catalogue=catalogue,
        suitable=suitable,
        history=History(person=person, catalogue=catalogue),
        start=start,
        lived=lived,
        begun=None if lived is None else lived.records.begun,
        counts_every_kind=bool(person.conditions) or has_pain(person),
        waking_h=max(
            (catalogue.condition(id).waking_hours for id in person.conditions), default=1.0
        ),
    )
    if previous is not None:
        records = None if lived is None else lived.records
        outlook.history.remember(previous, start, records)
    done = () if lived is None else lived.records.done
    recall(outlook.history, done, start, previous)
    if lived is not None:
        lived.teach(outlook.history)
    sides = dict(outlook.history.last_side)
    keeps = (
        lived is not None
        and previous is not None
        and (previous.routines == tuple(one.id for one in wanted) or not only_relieves)
        and not _has_more(previous, wanted, outlook, told)
        and not has_room(lived.workload, previous, start, catalogue)
    )
    placed = place(outlook, wanted, weeks, effort, previous if keeps else None)
    return Made(
        outlook=outlook,
        wished=wished,
        wanted=wanted,
        placed=placed,
        sides=sides,
        keeps=keeps,
    )


def little_more(making: Callable[[Lived], Made], lived: Lived) -> Made:
    """Return a plan whose weeks ask for little more than the last four held.

    Where they would ask for too much without any growth, what is new or comes more often joins only
    where there is room; and where much less was done than was planned, all doses go back a step at
    a time then, though not below the first: so much one may begin with. In the room that is left as
    many doses grow as fit in.
    """
    load, earned, full = lived.workload, lived.growing, making(lived)
    if not load.is_passed_by(full.placed.sessions):
        return full
    lived = lived.holding(earned)
    calm = making(lived) if earned else full
    searches = 0
    while load.is_passed_by(calm.placed.sessions):
        is_closed = searches >= _MOST_SEARCHES
        less = _less(lived, without_room(load, calm.placed.sessions, is_closed=is_closed))
        if less is None:
            return calm
        lived, calm, searches = less, making(less), searches + 1
    if lived.lowered or not earned:
        return calm
    grown = making(lived.holding(())) if lived.later else full
    if not load.is_passed_by(grown.placed.sessions):
        return grown
    room = growing(load, earned, calm.placed.sessions, grown.placed.sessions)
    is_alone = not room and not lived.granted and is_as_before(load, calm.placed.sessions)
    if is_alone and may_exceed(load, load.fullest_s(calm.placed.sessions)):
        return making(lived.holding(earned[1:]))
    some = making(lived.holding(set(earned) - set(room))) if room else calm
    return calm if load.is_passed_by(some.placed.sessions) else some


def _less(lived: Lived, too_much: frozenset[tuple[SessionId, ExerciseId]]) -> Lived | None:
    """Return the same with less, where that can be."""
    if too_much - lived.later:
        return lived.putting_off(too_much)
    return lived.lower() if lived.workload.is_far_short else None


def _has_more(
    previous: Plan,
    wanted: Iterable[Routine],
    outlook: Outlook,
    told: Mapping[ExerciseId, Suitability],
) -> bool:
    """Whether the person wants a routine that a plan has not, also without the journal."""
    more = {one.id for one in wanted}.difference(previous.routines)
    if not more:
        return False
    asked = wanted_routines(outlook.person, outlook.catalogue, told)
    return any(one.id in more for one in asked)


def _relief(catalogue: Catalogue) -> tuple[Routine, ...]:
    before = CadenceKind.BEFORE_OTHERS
    return tuple(routine for routine in catalogue.routines if routine.cadence.kind is before)
