"""Checks of how the plan goes on: pain, ramps of doses, resting poses, whole rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tests.checker.breach import Breach
from tests.checker.facts import LYING, UPRIGHT, Table
from tests.checker.rules_person import places_of
from tests.checker.view import EPSILON, Sitting, Taken, View

SAFE_PAIN, START_PAIN = 2.0, 5.0  # evidence.md 4, R1
SESSIONS_BEFORE, DAYS_BEFORE = 4, 7  # evidence.md 4, R6
TOWEL, TOWEL_START_S = "towel-roller-lying", 120.0  # catalogue.md 6: begin with 1-2 min
_POSTURES = (
    UPRIGHT - {"in-water"},
    {"in-water"},
    {"supine", "hook-lying", "supine-butterfly", "supine-knees-to-chest", "bed-edge-supine"},
    {"prone", "prone-on-elbows"},
    {"quadruped", "lunge-kneeling"},
    {"side-lying", "side-lying-curled"},
)


def pain(view: View) -> Iterator[Breach]:
    """Above 5 nothing but relief; above 2 no effort, and a word before the start."""
    level = view.profile.pain
    relief = view.facts.relief_positions()
    if level is not None and level > START_PAIN:
        for id, _, place in places_of(view):
            if id not in relief and not view.facts.is_only_relaxation(id):
                yield Breach("pain", place, f"planned with pain of {level:g}")
    if level is not None and level > SAFE_PAIN:
        for _, step in view.steps():
            if {"strength", "isometric", "pnf"} & set(view.facts.entry(step.id).get("kinds", [])):
                yield Breach("pain", step.place, f"an effort with pain of {level:g}")
    if level is None or level > SAFE_PAIN:
        for sitting in view.sittings:
            if not sitting.raw["notes"]:
                yield Breach("pain", sitting.place, "no word about pain before the start")


def ramp(view: View) -> Iterator[Breach]:
    """A dose grows one number at a time, after four sessions over a week, and not in pain."""
    held: dict[str, Table] = {}
    for sitting, step in view.steps():
        if not step.is_main:
            continue
        now = {name: float(step.raw[name] or 0) for name in ("reps", "hold_s", "sets", "mass_kg")}
        if step.id not in held:
            held[step.id] = {"most": now, "since": sitting.day, "days": {sitting.place}}
            if step.id == TOWEL and step.id not in view.profile.tried:
                yield from _towel(step)
            continue
        before = held[step.id]
        grown = [name for name in now if now[name] > before["most"][name] + EPSILON]
        if grown:
            for sentence in _too_soon(view, sitting.day, before, grown):
                yield Breach("ramp", step.place, sentence)
            most = {name: max(now[name], before["most"][name]) for name in now}
            before |= {"most": most, "since": sitting.day, "days": set()}
        before["days"].add(sitting.place)


def _too_soon(view: View, day: date, before: Table, grown: list[str]) -> Iterator[str]:
    level = view.profile.pain
    if level is None or level > SAFE_PAIN:
        yield f"{grown} grows, though pain is {level}"
    if len(grown) > 1:
        yield f"{grown} grow at once"
    if len(before["days"]) < SESSIONS_BEFORE or (day - before["since"]).days < DAYS_BEFORE:
        days = (day - before["since"]).days
        yield f"{grown} grows after {len(before['days'])} sessions in {days} days"


def _towel(step: Taken) -> Iterator[Breach]:
    if (step.raw["hold_s"] or 0) > TOWEL_START_S:
        yield Breach("ramp", step.place, f"the towel begins with {step.raw['hold_s']:g} s")


def resting_poses(view: View) -> Iterator[Breach]:
    """A resting pose that is added suits the position one is in; one may turn to the side."""
    for sitting in view.sittings:
        for before, rest in pairwise(sitting.steps):
            if rest.purpose != "rest":
                continue
            here, there = view.facts.ends(before.id), view.facts.starts(rest.id)
            suits = any({here, there} <= posture for posture in _POSTURES)
            turned = there == "side-lying" and here in LYING
            if not suits and not turned and here != "any":
                yield Breach("stress-relax", rest.place, f"{there} after {before.id} in {here}")


def rows(view: View) -> Iterator[Breach]:
    """A row is done as often as the article says, unless a caution asks for less."""
    for sitting in view.sittings:
        for routine in view.facts.routines.values():
            for row in routine.get("series", []):
                yield from _row(sitting, row)


def _row(sitting: Sitting, row: Table) -> Iterator[Breach]:
    done = [step for step in sitting.steps if step.is_main and step.id in row["items"]]
    whole = {step.id for step in done} == set(row["items"])
    reduced = any(step.raw["is_reduced"] for step in done)
    if whole and not reduced and len(done) != row["times"] * len(row["items"]):
        yield Breach("order", done[0].place, f"the row is done {len(done)} steps long")


def reduced_notes(view: View) -> Iterator[Breach]:
    """The note of a reduced step says how it is done: in its own words, or tag by tag."""
    for _, step in view.steps():
        silent = not step.raw["is_reduced"] or not step.raw["notes"]  # another check sees it
        if view.profile.word(step.id) != "caution" or silent:
            continue
        own = view.facts.entry(step.id).get("reduced_form", "")
        tags = sorted(view.profile.cautious_tags(step.id))
        for form in [own] if own else [view.facts.tag_forms.get(tag, "") for tag in tags]:
            if form and not any(form in note for note in step.raw["notes"]):
                yield Breach("condition-caution", step.place, f"no word of {form!r}")
