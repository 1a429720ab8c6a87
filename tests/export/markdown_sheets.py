"""Sheets of small plans, and what stands where in them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs

from spinecare.export.markdown import to_markdown
from spinecare.model import Day, Exercise, Plan, Step
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import build_plan, sample_plan, session

MONDAY = date(2026, 11, 23)


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next of its level."""
    level = heading.split(" ", maxsplit=1)[0]
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(heading)) + 1
    ends = [
        number
        for number, line in enumerate(lines)
        if number >= start and line.startswith("#") and len(line.split(" ")[0]) <= len(level)
    ]
    return "\n".join(lines[start : ends[0] if ends else None]).strip()


def plan_of(*sessions: tuple[Step, ...], notes: tuple[str, ...] = ()) -> Plan:
    """Return a plan with a session on each of its first days."""
    by_day = {MONDAY + timedelta(days=day): steps for day, steps in enumerate(sessions)}

    def fill(day: date) -> Day:
        if day not in by_day:
            return Day(date=day)
        return Day(date=day, sessions=(session(day, "07:00", by_day[day], notes=notes),))

    return build_plan(fill)


def sheet_of_exercise(exercise: Exercise) -> str:
    """Return how a plan of this exercise alone tells it."""
    catalogue = attrs.evolve(SMALL_CATALOGUE, entries=(exercise,))
    step = Step(exercise=exercise.id, sides=("both",), reps=2)
    text = to_markdown(attrs.evolve(plan_of((step,)), catalogue=catalogue))
    return section(text, f"### {exercise.name}")


def an_exercise(**fields: Any) -> Exercise:
    """Return a plain exercise with these fields."""
    return attrs.evolve(SMALL_CATALOGUE.entries[1], defaults=(), cautions=(), breath="", **fields)


def sheet_with(**fields: Any) -> str:
    """Return the sheet of the sample plan with another catalogue."""
    return to_markdown(
        attrs.evolve(sample_plan(), catalogue=attrs.evolve(SMALL_CATALOGUE, **fields))
    )
