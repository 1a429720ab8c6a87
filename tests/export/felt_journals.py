"""Journals of the days before the sample plan, for what sheets say of how it felt."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from spinecare import Done, Entry, ExerciseId, Journal, Pain, SessionId

START = date(2026, 11, 23)
"""The first day of the sample plan, a Monday."""
CALM: dict[str, Any] = {
    "before": 1,
    "during": 1,
    "after": 1,
    "next_morning": 1,
    "second_morning": 1,
}
"""Pain that is no worse for having exercised."""


def noted(exercise: str | None, days: int, *, outcome: str = "done", **fields: Any) -> Entry:
    """Return an entry of a day counted from the start of the plan.

    Args:
        exercise: The exercise; `None` for the whole session.
        days: The day: -1 is the one before.
        outcome: What was done.
        fields: Pains by name, and other fields of an entry.
    """
    day = START + timedelta(days=days)
    pain = {name: fields.pop(name) for name in CALM if name in fields}
    return Entry(
        session=SessionId(f"s-{day:%Y%m%d}-0700"),
        date=day,
        exercise=None if exercise is None else ExerciseId(exercise),
        written_at=datetime.combine(day, time(20), UTC),
        done=Done(outcome=outcome),
        pain=Pain(**pain),
        **fields,
    )


def lived_journal() -> Journal:
    """Return two weeks: one exercise is left out, one rests, one is calm, one was only skipped.

    One is not of the plan, and one of nobody's; a morning is not told, one session hurt sharply.
    """
    calm = (noted("lying-04-figure-four", day, **CALM) for day in range(-12, -2, 2))
    return Journal(
        entries=(
            *calm,
            noted("neck-2-rotation", -7, **CALM | {"during": 6.5}),
            noted("neck-2-rotation", -5, **CALM | {"during": 6}),
            noted("neck-4-front", -1, before=2, during=4, after=2),
            noted("pulse-pull-up", -3, outcome="skipped"),
            noted("neck-3-side-bend", -10, **CALM | {"during": 0}, character=["sharp"]),
            noted("my-own-stretch", -9, **CALM | {"during": 2}),
        )
    )
