"""What never came up in a plan, and what kept it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import chain, takewhile

from spinecare.model import (
    CadenceKind,
    Exercise,
    ExerciseId,
    Finding,
    Routine,
    RuleId,
    Severity,
    Slot,
)
from spinecare.planning.objective import DAYS_A_WEEK
from spinecare.planning.openings import Opening, openings
from spinecare.planning.outlook import Outlook
from spinecare.planning.picking import outlined, pick
from spinecare.planning.placing import Placed
from spinecare.planning.screening import lacks

WHY = {
    "time": ("did not fit into any slot", "a longer slot"),
    "stage": ("joins only after two weeks and ten completed days of the exercises before it", ""),
    "spacing": ("its muscles never had rested long enough", "another slot on another day"),
    "waking": (
        "the slots it was offered are too soon after getting up to bend as far as it goes",
        "a later slot, or the time you get up",
    ),
    "order": ("an exercise that it builds on is not there", ""),
    "new-things": (
        "at most three new exercises join in one session, and others came first",
        "more sessions, or a word on what you have done before without trouble",
    ),
    "apart": ("bending and arching strength work stay apart in the first four weeks", ""),
    "water": ("work in water has a session of its own, and others came first", "another slot"),
    "supine-limit": ("it lies on the back longer than a caution allows in one piece", ""),
    "opening-closing": (
        "the relief or closing rest that goes with it cannot be done in any slot",
        "a chair or a firm bed for the relief before it",
    ),
    "stress-relax": ("no rest suits you in the position it ends in", ""),
    "pain": ("it rests, because the last time it did not do you good", ""),
    "load": ("what is new or would come more often joins bit by bit, as your weeks have room", ""),
    "cadence": (
        "its routine found no place beside what you want more",
        "more slots, or fewer routines",
    ),
}
"""For each rule what it says of an exercise that came up in no session, and what would cure it."""


def never_placed(
    outlook: Outlook, routines: tuple[Routine, ...], placed: Placed
) -> Iterator[Finding]:
    """Say of each exercise that came up in no session what kept it out most often.

    Of a routine that no opening was for, every slot is asked what hinders it there.
    """
    counts: dict[ExerciseId, dict[str, int]] = {}
    for id, rule, times in placed.kept_out:
        counts.setdefault(id, {})[rule] = times
    in_sessions = _in_sessions(routines)
    wanted = {id: routine for routine in reversed(in_sessions) for id in routine.entries}
    slots = _last_week(outlook, placed)
    for id in dict.fromkeys(id for routine in in_sessions for id in routine.entries):
        entry = outlook.catalogue.entry(id)
        if (
            id in placed.held
            or not outlook.suitable[id].is_allowed
            or _lacks_everywhere(outlook, entry)
        ):
            continue
        known = _told(counts.get(id, {})) or _told(
            Counter(hindrance(outlook, wanted[id], id, at) for at in slots)
        )
        rule = max(known, key=lambda rule: (known[rule], rule), default="cadence")
        why, cure = WHY[rule]
        why = (rule == "stage" and _never_opens(outlook, wanted[id], id)) or why
        yield Finding(
            rule=RuleId(rule),
            severity=Severity.NOT_FITTED,
            subject=id,
            reason=f"{entry.name} comes up in no session: {why}.",
            concession=cure,
        )


def _never_opens(outlook: Outlook, routine: Routine, id: ExerciseId) -> str:
    """Return that a stage stays shut for what is left out before it; nothing where it may open."""
    before = dict.fromkeys(
        other for stage in routine.stages if id in stage.opens for other in stage.after
    )
    out = [other for other in before if not outlook.suitable[other].is_allowed]
    names = ", ".join(outlook.catalogue.entry(other).name for other in out)
    return f"it joins only after what is left out now: {names}" if out else ""


def _told(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the rules that say something of an exercise which came up nowhere."""
    return {rule: times for rule, times in counts.items() if rule in WHY}


def hindrance(outlook: Outlook, routine: Routine, id: ExerciseId, opening: Opening) -> str:
    """Return the rule that keeps an exercise and what it needs out of a slot of their own.

    Returns:
        The id of the rule; `cadence` where nothing hinders it but other sessions.
    """
    needed = outlook.closure_of(outlook.catalogue.entry(id))
    group = [outlook.catalogue.entry(one) for one in routine.entries if one in needed]
    barriers = {e.id: outlook.barrier(e, routine, opening.slot, opening.date) for e in group}
    if barriers[id]:
        return barriers[id]
    if any(barriers.values()) or len(group) < len(needed):
        return "order"
    picks = [pick(outlook, opening, routine, one, grown=False) for one in group]
    return outlined(outlook, opening, picks).hindrance or "cadence"


def is_too_short(
    outlook: Outlook, routines: tuple[Routine, ...], placed: Placed, slot: Slot
) -> bool:
    """Whether a slot is too short for everything that could else be done there."""
    rules = (
        hindrance(outlook, routine, entry.id, opening)
        for opening in _last_week(outlook, placed)
        if opening.slot == slot
        for routine in _in_sessions(routines)
        for entry in outlook.allowed_of(routine)
    )
    found = set(takewhile(lambda rule: rule != "cadence", chain(rules, ("end",))))
    return {"time", "end"} <= found


def _in_sessions(routines: tuple[Routine, ...]) -> tuple[Routine, ...]:
    undated = (CadenceKind.HOURLY, CadenceKind.IN_PASSING)
    return tuple(routine for routine in routines if routine.cadence.kind not in undated)


def _last_week(outlook: Outlook, placed: Placed) -> tuple[Opening, ...]:
    """Return the openings of the last week, when the most of the stages are open."""
    first = outlook.start + timedelta(days=DAYS_A_WEEK * (len(placed.weeks) - 1))
    return openings(outlook.person, first, 1)


def _lacks_everywhere(outlook: Outlook, entry: Exercise) -> bool:
    person = outlook.person
    slots = person.availability.slots
    return all(lacks(entry, person.place(slot.place)) for slot in slots)
