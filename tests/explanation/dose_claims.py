"""The numbers of a dose and of its growth, worked out again from the plan's JSON."""

from __future__ import annotations

from typing import Any

from tests.explanation.book import Book, Json
from tests.explanation.case import Case, Numbers

_TIMED = ("contract", "hold", "stretch", "relax")


def dose_claims(case: Case) -> Numbers:
    """Return every number of the doses of an exercise in a session, and of their growth."""
    if not case.place:
        return {}
    id = case.reason.about[0]
    entry = case.book.entries[id]
    here = [step for step in case.book.session(case.place)["steps"] if step["exercise"] == id]
    main = [step for step in here if step["purpose"] == "main"] or here
    found = _dose(entry, main[0])
    growths = [number.name for number in case.reason.numbers if number.name.startswith("new_")]
    return {**found, **_growth(case.book, id, case.place)} if growths else found


def _span(found: Numbers, name: str, unit: str, span: Any, cap: float | None = None) -> None:
    low, high = span
    found[f"{name}_low_{unit}"] = low
    found[f"{name}_high_{unit}"] = high if high is not None else cap if cap is not None else low


def _dose(entry: Json, step: Json) -> Numbers:
    dose = entry.get("dose", {})
    found: Numbers = {"sets_n": step["sets"], "reps_n": step["reps"], "rest_s": step["rest_s"]}
    _span(found, "sets", "n", dose.get("sets", [1, 1]))
    reps = dose.get("reps", [1, 1])
    _span(
        found, "reps", "n", reps["count"] if isinstance(reps, dict) else reps, dose.get("reps_cap")
    )
    if "rest_s" in dose:
        _span(found, "rest", "s", dose["rest_s"])
    if "mass_kg" in dose:
        found["mass_kg"] = step["mass_kg"]
        _span(found, "mass", "kg", dose["mass_kg"])
    for index, (phase, done) in enumerate(zip(entry["phases"], step["phases"], strict=True)):
        found[f"phase{index}_s"] = done["seconds"]
        if "seconds" in phase:
            _span(found, f"phase{index}", "s", phase["seconds"], dose.get("hold_cap_s"))
    return found


def _size(step: Json) -> list[float]:
    seconds = [phase["seconds"] for phase in step["phases"] if phase["kind"] in _TIMED]
    return [step["sets"], step["reps"], *seconds]


def _growth(book: Book, id: str, place: str) -> Numbers:
    """Return what is new and old where a dose grew, and how long the old one had lasted."""
    steps = [(session["id"], session["date"], step) for session, step in book.steps(id, "main")]
    index = next(i for i, (session, _, _) in enumerate(steps) if session == place)
    (_, today, now), (_, _, then) = steps[index], steps[index - 1]
    first = index - 1
    while first > 0 and _size(steps[first - 1][2]) == _size(then):
        first -= 1
    sessions = {session for session, _, _ in steps[first:index]}
    found: Numbers = {
        "dose_d": book.days_between(steps[first][1], today),
        "dose_n": len(sessions),
        "least_d": 14,
        "least_n": 4,
        "new_sets_n": now["sets"],
        "old_sets_n": then["sets"],
        "new_reps_n": now["reps"],
        "old_reps_n": then["reps"],
    }
    for number, (new, old) in enumerate(zip(now["phases"], then["phases"], strict=True)):
        found |= {f"new_phase{number}_s": new["seconds"], f"old_phase{number}_s": old["seconds"]}
    assert all(new >= old for new, old in zip(_size(now), _size(then), strict=True))
    assert found["dose_d"] >= 14
    assert found["dose_n"] >= 4
    return found
