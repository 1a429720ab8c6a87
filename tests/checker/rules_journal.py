"""Checks of a plan that follows a journal: what hurt, what was skipped, what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from tests.checker import rules_dose, rules_spacing
from tests.checker.breach import Breach
from tests.checker.facts import Table
from tests.checker.memoir import FLARE, HIGH, Memoir
from tests.checker.view import EPSILON, Sitting, Taken, View

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
NUMBERS = ("reps", "hold_s", "sets", "mass_kg")


@dataclass(frozen=True)
class Lived:
    """An adapted plan, the sessions before it, the journal, and the plan it was made from."""

    view: View
    past: tuple[Sitting, ...]
    memoir: Memoir
    previous: View

    def extended(self, *, unknown: bool) -> View:
        """Return the plan with the past before it: what was begun, and what nobody noted if so."""
        counted: set[str | None] = {"done", "partly", None} if unknown else {"done"}
        past = tuple(self._without(sitting, counted) for sitting in self.past)
        held = tuple(sitting for sitting in past if sitting.steps)
        return replace(self.view, sittings=(*held, *self.view.sittings))

    def _without(self, sitting: Sitting, counted: set[str | None]) -> Sitting:
        kept = tuple(
            step
            for step in sitting.steps
            if step.is_main and self.memoir.outcome(str(sitting.raw["id"]), step.id) in counted
        )
        return replace(sitting, steps=kept)

    def tried(self) -> set[str]:
        """Return what was begun before the plan; what the planner added went with the rest."""
        found: set[str] = set()
        for sitting in self.past:
            own = {s.id for s in sitting.steps if s.is_main}
            begun = {
                id
                for id in own
                if self.memoir.outcome(str(sitting.raw["id"]), id) in ("done", "partly")
            }
            found |= begun | ({s.id for s in sitting.steps} - own if begun else set())
        return found


def sudden(lived: Lived) -> Iterator[Breach]:
    """With osteoporosis there is no plan after pain that rose suddenly above 5."""
    if "osteoporosis" not in {one["id"] for one in lived.view.profile.conditions}:
        return
    for one in lived.memoir.told:
        later = [one.pain[name] for name in ("during", "after", "next_morning", "second_morning")]
        pain = max((pain for pain in later if pain is not None), default=0.0)
        if one.outcome != "skipped" and pain > HIGH and pain >= (one.pain["before"] or 0) + FLARE:
            yield Breach("red-flag", f"{one.exercise} {one.day}", f"pain {pain:g}, yet a plan")


def resting(lived: Lived) -> Iterator[Breach]:
    """Nothing stands before the day on which it may come back, and what did harm twice never."""
    for sitting, step in lived.view.steps():
        until = lived.memoir.rests_until(step.id)
        if until is not None and sitting.day < until:
            yield Breach("pain", step.place, f"rests until {until}")
        if lived.memoir.is_out(step.id):
            yield Breach("pain", step.place, "did harm twice within 14 days")


def very_bad_mornings(lived: Lived) -> Iterator[Breach]:
    """After a week with mornings above 5 only relief positions are left (R5)."""
    monday = lived.view.start - timedelta(days=lived.view.start.weekday() + 7)
    mean = lived.memoir.mornings(monday)
    if mean is None or mean <= HIGH + EPSILON:
        return
    relief = lived.view.facts.relief_positions()
    for _, step in lived.view.steps():
        if step.is_main and step.id not in relief:
            yield Breach("pain", step.place, f"mornings at {mean:.1f}")


def levels(lived: Lived) -> Iterator[Breach]:
    """No dose is above the last without four good sessions; after a break it climbs back slowly."""
    before: dict[str, list[tuple[date, Taken]]] = {}
    for sitting in lived.past:
        for step in sitting.steps:
            if step.is_main:
                before.setdefault(step.id, []).append((sitting.day, step))
    for _, step in lived.view.steps():
        if step.is_main and step.id in before:
            yield from _grown(lived, step, before[step.id])


def _grown(lived: Lived, step: Taken, before: list[tuple[date, Taken]]) -> Iterator[Breach]:
    now, last = _dose(step.raw), _dose(before[-1][1].raw)
    grown = [name for name in NUMBERS if now[name] > last[name] + EPSILON]
    if not grown:
        return
    since = before[0][0]
    for (_, earlier), (day, later) in pairwise(before):
        one, other = _dose(earlier.raw), _dose(later.raw)
        if any(other[name] > one[name] + EPSILON for name in NUMBERS):
            since = day
    best = {name: max(_dose(one.raw)[name] for _, one in before) for name in NUMBERS}
    was_there = all(now[name] <= best[name] + EPSILON for name in NUMBERS)
    resumed = lived.memoir.returns(step.id)
    is_back = resumed and lived.memoir.has_row(step.id, resumed[-1], count=2)
    if was_there and is_back and not lived.memoir.is_harmed(step.id, resumed[-1]):
        return
    if was_there and before[-1][1].raw["is_reduced"] == step.raw["is_reduced"]:
        since = before[0][0]  # held for the sake of the week's work, and earned before
    if not lived.memoir.has_row(step.id, since):
        yield Breach("ramp", step.place, f"{grown} grows from {last} to {now}, earned by nothing")


def _dose(raw: Table) -> dict[str, float]:
    return {name: float(raw[name] or 0) for name in NUMBERS}


def over_the_border(lived: Lived) -> Iterator[Breach]:
    """Hours, days, windows and cadences count from what was done, or may have been."""
    whole = lived.extended(unknown=True)
    first = lived.view.start.isoformat()
    for look in (
        rules_spacing.spacing,
        rules_spacing.once_a_day,
        rules_spacing.supercompensation,
    ):
        for breach in look(whole):
            if _last_day(breach.place) >= first and not _is_left_out(lived, breach):
                yield breach
    for id, routine in whole.facts.routines.items():
        need = float(routine["cadence"].get("gap_h", 0))
        held = rules_spacing.sittings_of(whole, id)
        for one, other in pairwise(held):
            gap = rules_spacing.hours_between(one, other)
            if other.day >= lived.view.start and gap < need - EPSILON:
                yield Breach("cadence", other.place, f"{id} after {gap:.2f} h, not {need:g} h")


def _is_left_out(lived: Lived, breach: Breach) -> bool:
    """Whether a finding says that a routine, or each of its exercises, is left out for now."""
    id = breach.place.split()[0]
    entries = lived.view.facts.routines.get(id, {}).get("entries", [])
    out = {
        one["subject"]
        for one in lived.view.plan["findings"]
        if one["severity"] == "left-out" or one["rule"] == "on-request"
    }
    return id in out or (bool(entries) and out.issuperset(entries))


def _last_day(place: str) -> str:
    """Return the last date that a place names: windows are told from day to day."""
    return str(_DATE.findall(place)[-1])


def stages(lived: Lived) -> Iterator[Breach]:
    """What joins later waits for days that were completed, by the person's own word."""
    first = lived.view.start.isoformat()
    for breach in rules_spacing.stage(lived.extended(unknown=False)):
        if breach.place[:10] >= first:
            yield breach


def untried(lived: Lived) -> Iterator[Breach]:
    """At most three untried at once; what was skipped, or not noted, is untried."""
    tried = lived.tried()
    noted = {one.exercise for one in lived.memoir.told if one.begun}
    lived.view.profile.tried |= tried
    for breach in rules_dose.new_things(lived.view):
        # what the planner adds nobody notes: after a while it is new again, on the safe side
        is_added = breach.place.split()[-1] in tried - noted
        if not (is_added and breach.sentence == "marked is_new=True"):
            yield breach


def first_weeks(lived: Lived) -> Iterator[Breach]:
    """The first four weeks are those of the person, however often the plan is made again."""
    days = sorted({one.day for one in lived.memoir.told if one.begun})
    anew = [later for earlier, later in pairwise(days) if (later - earlier).days >= 28]
    begun = (anew or days or [lived.view.start])[-1 if anew else 0]
    yield from rules_dose.heavy_neighbours(lived.view, begun)


def untouched(lived: Lived) -> Iterator[Breach]:
    """A session that the news does not reach stays as it was, and each change is told."""
    start = lived.view.start
    days = {date.fromisoformat(day["date"]) for day in lived.view.days}
    before = {s.raw["id"]: s for s in lived.previous.sittings if s.day >= start and s.day in days}
    after = {s.raw["id"]: s for s in lived.view.sittings}
    told = {change["session"] for change in lived.view.plan.get("changes", [])}
    for id in sorted(before.keys() | after.keys()):
        old, new = before.get(id), after.get(id)
        planned_before = date.fromisoformat(id[:10]) <= max(
            date.fromisoformat(day["date"]) for day in lived.previous.days
        )
        same = old is not None and new is not None and old.raw == new.raw
        if not same and planned_before and id not in told:
            yield Breach("changes", id, "changed, and nobody is told")
        if same and id in told:
            yield Breach("changes", id, "told as changed, and is not")


CHECKS = (
    resting,
    sudden,
    very_bad_mornings,
    levels,
    over_the_border,
    stages,
    untried,
    first_weeks,
    untouched,
)
