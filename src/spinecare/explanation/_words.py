"""Changes in words."""

from __future__ import annotations

from spinecare.explanation._changes import Change, ChangeKind
from spinecare.explanation._held import Held
from spinecare.model import Slot, Weekday
from spinecare.wording import listed, number_text

_DAYS = {
    Weekday.MON: "Mondays",
    Weekday.TUE: "Tuesdays",
    Weekday.WED: "Wednesdays",
    Weekday.THU: "Thursdays",
    Weekday.FRI: "Fridays",
    Weekday.SAT: "Saturdays",
    Weekday.SUN: "Sundays",
}

_FEW = 2


def change_text(change: Change, held: Held) -> str:
    """Return a change as the beginning of a sentence: `9 more minutes on Saturdays at 10:00`."""
    kind = change.kind
    if kind is ChangeKind.TRIED:
        few = len(change.tried) <= _FEW
        those = f"the {len(change.tried)} exercises in question"
        names = listed(held.name_of(id) for id in change.tried) if few else those
        return f"Telling that you have done {names} before without trouble, if so,"
    if kind is ChangeKind.WAKING_TIME and change.wakes_at is not None:
        return f"Telling that you get up by {change.wakes_at:%H:%M}, if so,"
    if kind is ChangeKind.MORE_MINUTES:
        return _minutes(change)
    if kind is ChangeKind.LATER:
        slot, before = change.slots_after[0], change.slots_before[0]
        return f"{_when(slot)} instead of {before.start:%H:%M}"
    if kind is ChangeKind.EQUIPMENT:
        things = [f"{held.thing_name(id)} ({id})" for id in change.things]
        floor = ["room to lie down"] if change.needs_floor else []
        return f"Having this at {change.place}, {listed([*things, *floor])},"
    if kind is ChangeKind.MORE_SLOTS:
        one = len(change.slots_after) == 1
        slots = listed(_when(slot) for slot in change.slots_after)
        minutes = number_text(change.slots_after[0].minutes)
        return f"{'One more slot' if one else 'More slots'}, {slots}, of {minutes} minutes,"
    weeks = len(held.plan.weeks) + change.more_weeks
    return f"A plan of {weeks} weeks"


def _minutes(change: Change) -> str:
    before, after = change.slots_before[0], change.slots_after[0]
    more = number_text(after.minutes - before.minutes)
    unit = "minute" if more == "1" else "minutes"
    where = f"on {_when(after)}" if len(change.slots_after) == 1 else "in every slot"
    return f"{more} more {unit} {where}"


def _when(slot: Slot) -> str:
    return f"{_DAYS[slot.weekday]} at {slot.start:%H:%M}"
