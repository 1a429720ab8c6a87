"""The people of the scenarios, and how their plans are read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.checker.facts import Table

MONDAY = date(2026, 11, 23)
EVERYTHING = ["mat", "small-pillow", "chair", "wall-or-chair", "pull-up-bar", "dumbbells"]
EVERYTHING += ["gym-ball", "towel", "firm-bed-or-sofa"]
KEEN: Table = {
    "timezone": "Europe/Berlin",
    "availability": "Mon-Fri 07:00 45 min; daily 19:00 45 min",
    "screening": {"others": "no"},
    "equipment": EVERYTHING,
    "wakes_at": "06:30",
    "level": "practised",
    "pain": 0,
    "tense": [],
    "desk": "Mon-Fri 09:00-17:00",
    "routines": ["pulse-pull-ups", "neck", "upper-back", "lumbar", "lying-complex", "desk-breaks"],
}
HERNIATED = KEEN | {
    "conditions": ["disc-herniation"],
    "routines": ["magic-towel", "lying-complex", "wushu-morning", "lumbar"],
    "tense": ["lower-back"],
    "pain": 2,
}


def sessions(document: Table) -> list[Table]:
    """Return all sessions of a plan, in order."""
    days = [day for week in document["plan"]["weeks"] for day in week["days"]]
    return [session for day in days for session in day.get("sessions", [])]


def steps(document: Table) -> Iterator[tuple[Table, Table]]:
    """Yield every step with its session."""
    for session in sessions(document):
        for step in session["steps"]:
            yield session, step


def dates_of(document: Table, exercise: str) -> list[date]:
    """Return the dates of an exercise."""
    return [
        date.fromisoformat(session["date"])
        for session, step in steps(document)
        if step["exercise"] == exercise
    ]
