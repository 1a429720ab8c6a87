"""Checks of the plan as a whole: nothing unknown, nothing silently dropped."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checker.breach import Breach
from tests.checker.rules_person import places_of
from tests.checker.view import View

SEVERITIES = {"left-out", "not-fitted", "changed", "note"}
PURPOSES = {"opening", "main", "rest", "closing", "way-up"}
CLOSING_RESTS = {"lying-fetal-rest", "yoga-corpse-pose"}
ON_NO_TIMETABLE = {"advice", "in-passing", "before-others"}


def ids(view: View) -> Iterator[Breach]:
    """Every id is one of the catalogue's, and the plan carries each entry it uses."""
    carried = {entry["id"] for entry in view.plan["catalogue"].get("entries", [])}
    for id, _, place in places_of(view):
        if id not in view.facts.entries:
            yield Breach("ids", place, f"{id} is not in the catalogue")
        elif id not in carried:
            yield Breach("ids", place, f"the plan does not carry {id}")
    for sitting, step in view.steps():
        routine = step.raw["routine"]
        if step.purpose not in PURPOSES:
            yield Breach("ids", step.place, f"purpose {step.purpose}")
        if routine is not None and routine not in view.facts.routines:
            yield Breach("ids", step.place, f"routine {routine} is not in the catalogue")
        if step.is_main and routine not in sitting.raw["routines"]:
            yield Breach("ids", step.place, f"routine {routine} is not one of the session's")
    named = [session for sitting in view.sittings for session in [sitting.raw["id"]]]
    if len(set(named)) != len(named):
        yield Breach("ids", "sessions", "two sessions share an id")


def purposes(view: View) -> Iterator[Breach]:
    """What is added is what it says: relief, rests and ways up, never an effort in disguise."""
    relief = view.facts.relief_positions()
    settles = {id for r in view.facts.routines.values() for id in r.get("opening", [])}
    for _, step in view.steps():
        record = view.facts.entry(step.id).get("record")
        fits = {
            "opening": step.id in relief | settles or record == "rest",
            "rest": record == "rest",
            "closing": step.id in CLOSING_RESTS or record == "rest",
            "way-up": record == "transition",
        }
        if not fits.get(step.purpose, True):
            yield Breach("ids", step.place, f"is no {step.purpose}")


def sessions(view: View) -> Iterator[Breach]:
    """A session holds work; a routine it names is done in it."""
    for sitting in view.sittings:
        mains = {step.raw["routine"] for step in sitting.steps if step.is_main}
        if not mains:
            yield Breach("sessions", sitting.place, "nothing but openings and rests")
        for id in set(sitting.raw["routines"]) - mains:
            yield Breach("sessions", sitting.place, f"names {id}, but holds nothing of it")


def findings(view: View) -> Iterator[Breach]:
    """Findings have a known severity and say why."""
    for finding in view.plan["findings"]:
        if finding["severity"] not in SEVERITIES or not finding["reason"].strip():
            yield Breach("findings", finding["subject"], f"{finding['severity']}: no reason")


def completeness(view: View) -> Iterator[Breach]:
    """Every wished routine, and every exercise of a chosen one, is there or has a finding.

    A routine is explained when each of its exercises is. What the person did not want, or did not
    ask for where asking is needed, needs no word.
    """
    shown = {id for id, _, _ in places_of(view)}
    for id in dict.fromkeys([*view.profile.routines, *view.plan["routines"]]):
        routine = view.facts.routines[id]
        if routine["cadence"]["kind"] in ON_NO_TIMETABLE:
            continue
        wished = [entry for entry in routine.get("entries", []) if _is_wished(view, entry)]
        held = any(id in sitting.raw["routines"] for sitting in view.sittings)
        held = held or bool(shown & set(wished))
        for entry in wished:
            if entry not in shown and not _is_told(view, entry, *([] if held else [id])):
                yield Breach("completeness", entry, f"of {id}, not planned, and no finding")
        told = _is_told(view, id) or all(_is_told(view, entry) for entry in wished)
        if not held and not told:
            yield Breach("completeness", id, "wished for, not planned, and no finding")


def _is_wished(view: View, id: str) -> bool:
    unasked = view.facts.entry(id).get("on_request", False) and id not in view.profile.asks_for
    return not unasked and id not in view.profile.leaves_out


def _is_told(view: View, *subjects: str) -> bool:
    severities = {f["severity"] for subject in subjects for f in view.findings(subject)}
    return bool(severities & {"left-out", "not-fitted"})
