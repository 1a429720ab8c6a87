"""Checks of numbers: honest time, doses inside their spans, new things, heavy neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from tests.checker.breach import Breach
from tests.checker.facts import Table, bounds
from tests.checker.view import EPSILON, Taken, View, paired

CHANGE_S = 10.0  # catalogue.md 0.2.1: between different exercises
OTHER_SIDE_S = 5.0  # catalogue.md 0.2.1: change of side
NEW_AT_ONCE = 3
APART_DAYS = 28  # evidence.md 9.4: the first four weeks
PULL, PULL_SESSIONS = "pulse-pull-up", 4  # catalogue.md 4: one set for the first four sessions


def time(view: View) -> Iterator[Breach]:
    """Everything counted, a session fits the minutes of its slot."""
    for sitting in view.sittings:
        if sitting.seconds > 60 * sitting.raw["minutes"] + EPSILON:
            sentence = f"{sitting.seconds:g} s in {sitting.raw['minutes']:g} min"
            yield Breach("time", sitting.place, sentence)
        for before, step in pairwise(sitting.steps):
            apart = step.raw["between_s"]
            free = step.id == before.id or step.purpose == "rest" or _in_row(view, before, step)
            if not free and apart < CHANGE_S - EPSILON:
                yield Breach("time", step.place, f"only {apart:g} s after {before.id}")
        for step in sitting.steps:
            if step.rounds > 1 and step.raw["change_s"] < OTHER_SIDE_S - EPSILON:
                yield Breach("time", step.place, f"{step.raw['change_s']:g} s to change sides")
            for sentence in _uncounted(view, step):
                yield Breach("time", step.place, sentence)


def _in_row(view: View, first: Taken, second: Taken) -> bool:
    return any(
        {first.id, second.id} <= set(row["items"])
        for routine in view.facts.routines.values()
        for row in routine.get("series", [])
    )


def _uncounted(view: View, step: Taken) -> Iterator[str]:
    """Yield what the step leaves out of its time: phases, ways in, repetitions."""
    raw, entry = step.raw, view.facts.entry(step.id)
    per = entry.get("dose", {}).get("reps", 1)
    per = per.get("per", "cycle") if isinstance(per, dict) else "cycle"
    if raw["reps_per"] != per:
        yield f"counts per {raw['reps_per']}, the catalogue per {per}"
    if raw["reps"] != raw["cycles"] * (2 if per == "total" else 1):
        yield f"{raw['reps']} repetitions per {per} as {raw['cycles']} cycles"
    used: list[Table] = []
    for phase, known, _ in paired(step, view.facts):
        if known is None:
            continue
        used.append(known)
        for key, default in (("into_s", 0), ("each", "rep"), ("times", 1)):
            wanted = _plain(known.get(key, default))
            if key in ("each", "times") and phase[key] != wanted:
                yield f"{phase['kind']}: {key} is {phase[key]}, the catalogue says {wanted}"
            left_out = raw["is_reduced"] and not phase["seconds"]
            if key == "into_s" and phase[key] < float(wanted) - EPSILON and not left_out:
                yield f"{phase['kind']}: {phase[key]:g} s to get in, not {wanted}"
    for known in entry.get("phases", []):
        timed = "seconds" in known and bounds(known["seconds"])[0] > 0
        if timed and known not in used and not raw["is_reduced"]:
            yield f"leaves out the phase {known['kind']}"
    if raw["leave_s"] < bounds(entry.get("dose", {}).get("leave_s", 0))[0] - EPSILON:
        yield "leaves out coming out of it"


def _plain(value: Any) -> Any:
    return bounds(value)[0] if isinstance(value, str) and value[:1].isdigit() else value


def dose_range(view: View) -> Iterator[Breach]:
    """Each number lies inside the catalogue's span, or below it in the reduced form.

    Relaxation may last longer than its span.
    """
    pulls = 0
    for _, step in view.steps():
        raw, dose = step.raw, view.facts.entry(step.id).get("dose", {})
        reduced = raw["is_reduced"]
        for name, cap, default in (
            ("reps", "reps_cap", 1),
            ("sets", "", 1),
            ("hold_s", "hold_cap_s", None),
            ("mass_kg", "", None),
        ):
            span = dose.get(name, default)
            if raw[name] is not None and span is not None:
                low, high = bounds(span)
                high = bounds(dose[cap])[0] if high is None and cap in dose else high
                light = name == "mass_kg" or reduced
                high = None if view.facts.entry(step.id).get("record") == "rest" else high
                yield from _outside(step, name, raw[name], None if light else low, high)
        if raw["sets"] > 1 and "rest_s" in dose:
            low, high = bounds(dose["rest_s"])
            yield from _outside(step, "rest_s", raw["rest_s"], low, None)
        for phase, known, role in paired(step, view.facts):
            yield from _phase_outside(step, phase, known, role, dose)
        if step.id == PULL:
            pulls += 1
            if pulls <= PULL_SESSIONS and raw["sets"] > 1 and PULL not in view.profile.tried:
                yield Breach("dose-range", step.place, f"{raw['sets']} sets in session {pulls}")


def _phase_outside(
    step: Taken, phase: Table, known: Table | None, role: str, dose: Table
) -> Iterator[Breach]:
    if known is None:
        if phase["kind"] != "relax":
            yield Breach("dose-range", step.place, f"a phase {phase['kind']} of its own")
        return
    low, high = bounds(known.get("seconds", 0))
    if high is None and "hold_cap_s" in dose:
        high = bounds(dose["hold_cap_s"])[0]
    relaxes = role == "relax"
    least = None if step.raw["is_reduced"] and not relaxes else low
    most = None if relaxes else high
    yield from _outside(step, str(phase["kind"]), phase["seconds"], least, most)
    if phase["role"] != role:
        yield Breach("stress-relax", step.place, f"{phase['kind']} is {role}, not {phase['role']}")


def _outside(
    step: Taken, name: str, value: float, low: float | None, high: float | None
) -> Iterator[Breach]:
    if low is not None and value < low - EPSILON:
        yield Breach("dose-range", step.place, f"{name} {value:g} is under {low:g}")
    if high is not None and value > high + EPSILON:
        yield Breach("dose-range", step.place, f"{name} {value:g} is over {high:g}")


def heavy_neighbours(view: View, begun: date | None = None) -> Iterator[Breach]:
    """Heavy bending and heavy arching do not stand back to back in the first four weeks."""
    for sitting in view.sittings:
        if (sitting.day - (begun or view.start)).days >= APART_DAYS:
            continue
        for first, second in pairwise(sitting.steps):
            if "strength" not in view.facts.kinds(first.id) & view.facts.kinds(second.id):
                continue
            one, other = view.facts.tags(first.id), view.facts.tags(second.id)
            bends = "flexion-end" in one and "extension-end" in other
            arches = "extension-end" in one and "flexion-end" in other
            if bends or arches:
                yield Breach("heavy-neighbours", second.place, f"directly after {first.id}")


def new_things(view: View) -> Iterator[Breach]:
    """At most three untried things that could do harm join in a session."""
    careful = bool(view.profile.conditions) or view.profile.pain != 0
    tried = set(view.profile.tried)
    for sitting in view.sittings:
        new = {
            step.id
            for step in sitting.steps
            if step.id not in tried
            and view.facts.entry(step.id).get("record") not in ("transition", "rest")
            and not view.facts.is_only_relaxation(step.id)
            and (careful or view.facts.is_effort(step.id))
        }
        if len(new) > NEW_AT_ONCE:
            yield Breach("new-things", sitting.place, f"{len(new)} at once: {sorted(new)}")
        for step in sitting.steps:
            if step.is_main and step.raw["is_new"] != (step.id not in tried):
                yield Breach("new-things", step.place, f"marked is_new={step.raw['is_new']}")
        tried |= {step.id for step in sitting.steps}
