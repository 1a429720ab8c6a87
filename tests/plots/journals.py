"""Journals for the plot of pain and for what a notebook shows of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from spinecare import Done, Entry, ExerciseId, Journal, Pain, SessionId, load_catalogue

MONDAY = date(2026, 11, 23)


def noted(
    *pains: tuple[float | None, float | None, float | None],
    exercise: str = "neck-2-rotation",
    outcome: str = "done",
) -> tuple[Entry, ...]:
    """Return entries of days in a row: pain before, during, and the next morning."""
    return tuple(
        Entry(
            session=SessionId(f"s-{number}"),
            date=MONDAY + timedelta(days=number),
            exercise=ExerciseId(exercise),
            written_at=datetime.combine(MONDAY + timedelta(days=number), time(20), UTC),
            done=Done(outcome=outcome),
            pain=Pain(before=before, during=during, next_morning=morning),
        )
        for number, (before, during, morning) in enumerate(pains)
    )


def six_weeks() -> Journal:
    """Return six weeks with 33 exercises; the last by name hurt most: 4 during, 6 the morning."""
    ids = sorted(load_catalogue().exercises, key=lambda exercise: exercise.name)[:33]
    return Journal(
        entries=tuple(
            entry
            for number, exercise in enumerate(ids)
            for entry in noted(
                *(
                    (1.0, 4.0, 6.0) if number == 32 and day == 8 else (day % 3, day % 2 + 1, 1.0)
                    for day in range(42)
                ),
                exercise=exercise.id,
            )[:: 1 + number % 2]
        )
    )
