"""Checks inside a session: effort and relaxation, order, opening and closing, sides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.checker.breach import Breach
from tests.checker.facts import LYING, UPRIGHT, Table
from tests.checker.rules_person import WAY_UP
from tests.checker.view import EPSILON, Sitting, Taken, View, beats, is_upright, lies

PARTS = ("relief", "mobility", "effort", "stretch", "relaxation")
CLOSING_RESTS = ("lying-fetal-rest", "yoga-corpse-pose")
LEAST_RELAX_S = 5.0
FLOATING_S = 60.0


def stress_relax(view: View) -> Iterator[Breach]:
    """Every run of stress is answered by one relax phase before the next run."""
    for sitting in view.sittings:
        run, need, answered, best = 0.0, 0.0, False, 0.0
        place = ""
        for step in sitting.steps:
            for beat in beats(step, view.facts):
                if beat.role == "stress" and answered:
                    yield from _unanswered(place, run, need, best)
                    run, need, answered, best = 0.0, 0.0, False, 0.0
                if beat.role == "stress":
                    run += beat.seconds
                    need = max(need, *_needs(view, step, beat.kind, run))
                    place = step.place
                elif beat.role == "relax" and run:
                    answered, best = True, max(best, beat.seconds)
        yield from _unanswered(place, run, need, best)


def _needs(view: View, step: Taken, kind: str, run: float) -> tuple[float, float]:
    """Return the least relaxation a run asks for after one more beat of stress."""
    if "water" in view.facts.tags(step.id):
        return FLOATING_S, 0.0
    strictly = {
        id
        for routine in view.facts.routines.values()
        if routine.get("pairs_strictly", False)
        for id in routine.get("entries", [])
    }
    strict = kind in ("contract", "hold") or step.id in strictly or view.profile.strict
    return LEAST_RELAX_S, run if strict else 0.0


def _unanswered(place: str, run: float, need: float, best: float) -> Iterator[Breach]:
    if run and best < need - EPSILON:
        sentence = f"{run:g} s of stress, then {best:g} s of relaxation, needs {need:g} s"
        yield Breach("stress-relax", place, sentence)


def order(view: View) -> Iterator[Breach]:
    """What comes before another stands before it; what needs another has it in the session."""
    for sitting in view.sittings:
        work = [step for step in sitting.steps if step.purpose in ("opening", "main")]
        for edge in view.facts.edges:
            firsts = [i for i, step in enumerate(work) if step.id == edge["before"]]
            seconds = [i for i, step in enumerate(work) if step.id == edge["after"]]
            if edge.get("needs", False) and seconds and not firsts:
                place = work[seconds[0]].place
                yield Breach("order", place, f"needs {edge['before']} in the same session")
            if firsts and seconds:
                repeats = _share_series(view, edge["before"], edge["after"])
                last = firsts[0] if repeats else firsts[-1]
                if last > seconds[0]:
                    yield Breach("order", work[seconds[0]].place, f"before {edge['before']}")
        yield from _inside_routines(view, sitting)
        yield from _parts(view, sitting)


def _share_series(view: View, first: str, second: str) -> bool:
    return any(
        {first, second} <= set(row["items"])
        for routine in view.facts.routines.values()
        for row in routine.get("series", [])
    )


def _inside_routines(view: View, sitting: Sitting) -> Iterator[Breach]:
    for id in sitting.raw["routines"]:
        routine = view.facts.routines.get(id, {})
        rank = {entry: number for number, entry in enumerate(routine.get("entries", []))}
        mains = [s for s in sitting.steps if s.is_main and s.raw["routine"] == id]
        for step in mains:
            if step.id not in rank:
                yield Breach("order", step.place, f"is not an exercise of {id}")
        known = [step for step in mains if step.id in rank]
        if not routine.get("keeps_order", True):
            continue
        for first, second in pairwise(known):
            back = rank[second.id] < rank[first.id]
            if back and not _share_series(view, first.id, second.id):
                yield Breach("order", second.place, f"after {first.id}, against the order of {id}")
        yield from _rows(routine, known)


def _rows(routine: Table, steps: list[Taken]) -> Iterator[Breach]:
    """A row that is done several times is done whole each time, never more often than said."""
    for row in routine.get("series", []):
        done = [step for step in steps if step.id in row["items"]]
        kinds = [item for item in row["items"] if any(step.id == item for step in done)]
        times = len(done) // len(kinds) if kinds else 0
        if [step.id for step in done] != kinds * times or times > row["times"]:
            yield Breach("order", done[0].place, f"the row {row['items']} is broken up")


def _parts(view: View, sitting: Sitting) -> Iterator[Breach]:
    highest = 0
    for step in sitting.steps:
        part = view.facts.routines.get(step.raw["routine"] or "", {}).get("part")
        if step.is_main and part in PARTS:
            if PARTS.index(part) < highest:
                yield Breach("order", step.place, f"{part} after {PARTS[highest]}")
            highest = max(highest, PARTS.index(part))


def opening(view: View) -> Iterator[Breach]:
    """Relief positions open gymnastics while something is, or may be, tense."""
    if view.profile.tense == []:
        return
    relief = view.facts.relief_positions()
    for sitting in view.sittings:
        held = {step.raw["routine"] for step in sitting.steps if step.is_main}
        if not any(view.facts.routines.get(id, {}).get("is_gymnastics") for id in held if id):
            continue
        first = sitting.steps[0]
        possible = any(view.profile.can_do(id, sitting.raw["place"]) for id in relief)
        rests = view.facts.entry(first.id).get("record") == "rest" and not possible
        if first.id not in relief and not rests:
            yield Breach("opening-closing", first.place, "gymnastics without a relief position")


def closing(view: View) -> Iterator[Breach]:
    """Lying work closes with a rest and the slow way up; nobody stands up from lying at once.

    Relief positions are rests themselves; after them only the way up is asked for.
    """
    relief = view.facts.relief_positions()
    for sitting in view.sittings:
        steps = sitting.steps
        for first, second in pairwise(steps):
            from_lying = view.facts.ends(first.id) in LYING and first.id != WAY_UP
            if from_lying and is_upright(second, view.facts):
                yield Breach("opening-closing", second.place, f"stands up from {first.id}")
        if steps and view.facts.ends(steps[-1].id) in LYING:
            yield Breach("opening-closing", steps[-1].place, "the session ends lying")
        work = [
            index
            for index, step in enumerate(steps)
            if step.is_main and step.id not in relief and lies(step, view.facts)
        ]
        if work and not _closes(view, steps[work[-1] + 1 :]) and not _closes(view, steps[-2:]):
            yield Breach("opening-closing", steps[work[-1]].place, "no closing rest and way up")


def _closes(view: View, after: tuple[Taken, ...]) -> bool:
    """Whether a closing rest and then the way up come before any upright step."""
    rested = False
    for step in after:
        if step.id == WAY_UP:
            return rested
        record = view.facts.entry(step.id).get("record")
        if step.id in CLOSING_RESTS or (record == "rest" and lies(step, view.facts)):
            rested = True
        elif view.facts.starts(step.id) in UPRIGHT:
            return False
    return False


def sides(view: View) -> Iterator[Breach]:
    """Both sides are done; which one starts changes from session to session."""
    last: dict[str, str] = {}
    for sitting in view.sittings:
        seen: dict[str, str] = {}
        for step in sitting.steps:
            way = view.facts.entry(step.id).get("sides", "both-together")
            given = list(step.raw["sides"])
            one_by_one = step.raw["one_side_after_other"]
            if way in ("left-right", "alternating", "diagonal"):
                if sorted(given) != ["left", "right"]:
                    yield Breach("sides", step.place, f"{way}, but only {given}")
                seen.setdefault(step.id, given[0])
            elif way == "either" and given not in (["left"], ["right"], ["both"]):
                yield Breach("sides", step.place, f"one side, whichever, but {given}")
            elif way in ("both-together", "four-directions") and given != ["both"]:
                yield Breach("sides", step.place, f"{way}, but {given}")
            if one_by_one != (way == "left-right"):
                yield Breach("sides", step.place, f"{way}, one side after the other: {one_by_one}")
        for id, side in seen.items():
            if last.get(id) == side:
                yield Breach("sides", sitting.place, f"{id} starts {side} twice in a row")
        last |= seen
