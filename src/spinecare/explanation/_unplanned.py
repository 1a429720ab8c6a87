"""Why an exercise stands in no session, where no finding says so."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.explanation._due import rhythm
from spinecare.explanation._held import Held
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import Said, Telling
from spinecare.explanation._wishes import wish
from spinecare.model import CadenceKind, Exercise, Record, Routine, SessionPart
from spinecare.wording import listed


def unplanned(held: Held, entry: Exercise, routines: list[Routine]) -> Iterator[Telling]:
    """Yield why an exercise is nowhere: never wished for, or of a kind that is added at need.

    Args:
        held: The plan.
        entry: An exercise that stands in no session.
        routines: The routines of the plan that hold it.
    """
    if entry.on_request and not held.findings(entry.id):
        yield Telling(
            rule="on-request",
            about=(entry.id,),
            text="It is planned only for those who ask for it.",
            sources=sources_of("on-request"),
        )
    for routine in routines:
        if routine.cadence.kind is CadenceKind.IN_PASSING and entry.id not in held.left_out:
            said = Said()
            yield Telling(
                rule="cadence",
                about=(routine.id,),
                text=f"It is done {rhythm(routine, said)}; no session holds it.",
                said=said,
            )
    if routines:
        return
    wholes = [routine for routine in held.known.routines if entry.id in routine.entries]
    for routine in wholes:
        if routine.part is SessionPart.RELIEF:
            why = "it opens sessions of gymnastics when something is tense or sore"
            yield _at_need(entry, "opening-closing", why)
        else:
            yield from wish(held, routine, entry)
    if not wholes and not entry.on_request:
        yield from _in_no_routine(held, entry)


def _in_no_routine(held: Held, entry: Exercise) -> Iterator[Telling]:
    opens = [r.name for r in held.known.routines if entry.id in r.opening]
    closes = [r.name for r in held.known.routines if entry.id in r.closing]
    if entry.record is Record.REST:
        why = "the planner adds it where an effort has no relaxation of its own"
        yield _at_need(entry, "stress-relax", why)
    elif entry.record is Record.TRANSITION:
        yield _at_need(entry, "way-up", "it follows lying")
    elif opens or closes:
        does = [f"opens {listed(opens)}"] if opens else []
        does += [f"may close {listed(closes)}"] if closes else []
        yield _at_need(entry, "opening-closing", f"it {' and '.join(does)}")
    else:
        parts = " Its parts are planned one by one." if entry.items else ""
        yield Telling(
            rule="wish",
            about=(entry.id,),
            text=f"It belongs to no routine, so it is never planned by itself.{parts}",
            sources=sources_of("wish"),
        )


def _at_need(entry: Exercise, rule: str, why: str) -> Telling:
    return Telling(
        rule=rule,
        about=(entry.id,),
        text=f"It is added at need, and no session of this plan needed it: {why}.",
        sources=sources_of(rule),
    )
