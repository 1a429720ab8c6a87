"""Why a routine is in a plan at all, or was never meant to be."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.explanation._held import Held
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import Said, Telling, some
from spinecare.model import CadenceKind, Exercise, Goal, Purpose, Routine, SessionPart
from spinecare.wording import listed

_GOALS = {
    Goal.EASE_NECK: "easing the neck",
    Goal.EASE_UPPER_BACK: "easing the upper back",
    Goal.EASE_LOWER_BACK: "easing the lower back",
    Goal.MOVE_BETTER: "moving better",
    Goal.GROW_STRONGER: "growing stronger",
    Goal.RELAX: "relaxing",
    Goal.SIT_LESS: "sitting less",
}


def wish(held: Held, routine: Routine, entry: Exercise | None = None) -> Iterator[Telling]:
    """Yield why a routine is wanted, and how much; or that it never was, and what it serves.

    Args:
        held: The plan.
        routine: The routine.
        entry: The exercise of it that is asked about, if it is not the routine itself.
    """
    said = Said()
    ids = held.plan.routines
    it = "It is" if entry is None else f"It belongs to {routine.name},"
    if routine.id in ids:
        place = said.plain("wish_n", ids.index(routine.id) + 1)
        text = f"{it} wish number {place} of {said.plain('wishes_n', len(ids))}"
        yield Telling(
            rule="wish",
            about=(routine.id,),
            text=f"{text}{_chosen_by(held, routine)}.",
            said=said,
            sources=sources_of("wish"),
        )
        return
    if routine.part is SessionPart.RELIEF:
        yield _at_need(held, routine)
        return
    names = some([held.routine_name(id) for id in ids] or ["no routine"], said)
    it = "It was" if entry is None else f"It belongs to {routine.name}, which was"
    text = f"{it} not wished for: this plan was made from {names}."
    yield Telling(
        rule="wish", about=(routine.id,), text=text, said=said, sources=sources_of("wish")
    )
    if routine.goals:
        serves = listed(_GOALS[goal] for goal in routine.goals)
        yield Telling(
            rule="wish",
            about=(routine.id,),
            text=f"{routine.name}: for {serves}; name it among your routines to have it planned.",
            sources=sources_of("wish"),
        )


def _at_need(held: Held, routine: Routine) -> Telling:
    """Say how many sessions begin with something of a routine that opens others."""
    said = Said()
    opened = [
        session
        for session in held.plan.sessions
        if any(
            step.purpose is Purpose.OPENING and step.exercise in routine.entries
            for step in session.steps
        )
    ]
    number = said.count("opened_n", len(opened), "session") if opened else "no session"
    begins = f"{number} of this plan {'begin' if len(opened) > 1 else 'begins'}"
    return Telling(
        rule="opening-closing",
        about=(routine.id,),
        text=f"They come at need, before gymnastics when something is tense or sore; {begins} with "
        "one.",
        said=said,
        sources=sources_of("opening-closing"),
    )


def _chosen_by(held: Held, routine: Routine) -> str:
    if routine.cadence.kind is CadenceKind.HOURLY:
        return "; breaks join wherever there are hours at a desk"
    if any(f.rule == "pain" for f in held.findings(routine.id)):
        return ""
    by_goals = any(finding.rule == "goals" for finding in held.plan.findings)
    return "; your goals chose it" if by_goals else "; you named it"
