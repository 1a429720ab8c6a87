"""How long it takes to review a journal and to make the plan again with it.

Prints, from one run: the time to review, and to review and re-plan with, a journal of one, two,
five and ten years with a session of six exercises every day, and how they compare with what
`json.loads` takes for the text of the same journal; and the same for ten years whose mornings are
told in entries of their own, of each exercise or of the whole session. The aims: time linear in the
length, so that the column "a year" stays level, and at most 0.3 s to review and re-plan after ten
years.

Usage, from the root of the project: `python benchmarks/journal.py [ROUNDS]`, 5 unless said
otherwise; the best of the rounds is printed.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial

from attrs import evolve

from spinecare import (
    Done,
    Entry,
    Journal,
    Pain,
    Person,
    Planned,
    Purpose,
    Screening,
    load_catalogue,
    make_plan,
    review,
    to_json,
)
from spinecare.model import ExerciseId, SessionId

START = date(2026, 11, 23)
YEARS = (1, 2, 5, 10)
DAYS_A_YEAR = 365
CATALOGUE = load_catalogue()
PERSON = Person(
    timezone="Europe/Berlin",
    availability="daily 18:00 20 min",
    screening=Screening(others="no"),
    equipment=["mat", "chair"],
    level="practised",
    pain=1,
    tense=(),
    goals=["ease-neck", "ease-lower-back"],
)
EXERCISES = (
    "neck-1-flexion-extension",
    "neck-2-rotation",
    "neck-3-side-bend",
    "lumbar-1-half-push-up",
    "lying-10a-single-knee-to-chest",
    "extra-10-knee-rolls",
)


def journal(years: int) -> Journal:
    """Return so many years of daily sessions right before the start; every 50th session hurt."""
    entries: list[Entry] = []
    for back in range(years * DAYS_A_YEAR, 0, -1):
        day = START - timedelta(days=back)
        for number, exercise in enumerate(EXERCISES):
            hurt = 4 if back % 50 == 7 * number else 1
            entries.append(
                Entry(
                    session=SessionId(f"{day.isoformat()}-1"),
                    date=day,
                    exercise=ExerciseId(exercise),
                    written_at=datetime(day.year, day.month, day.day, 20, tzinfo=UTC),
                    planned=Planned(reps=5),
                    done=Done(outcome="done"),
                    pain=Pain(before=1, during=hurt, after=1, next_morning=1, second_morning=1),
                )
            )
    return Journal(entries=entries)


def in_parts(kept: Journal, *, are_whole: bool) -> Journal:
    """Return a journal with the mornings told in entries of their own.

    Args:
        kept: The journal.
        are_whole: Whether a morning is told of the whole session, not of each exercise.
    """
    evenings = [
        evolve(one, pain=evolve(one.pain, next_morning=None, second_morning=None))
        for one in kept.entries
    ]
    mornings = [
        Entry(
            session=one.session,
            date=one.date,
            exercise=None if are_whole else one.exercise,
            written_at=one.written_at + timedelta(days=2),
            pain=Pain(next_morning=1, second_morning=1),
        )
        for one in kept.entries
        if not are_whole or one.exercise == EXERCISES[0]
    ]
    return Journal(entries=[*evenings, *mornings])


def journals() -> Iterator[tuple[str, int, Journal]]:
    """Yield journals with their names and years."""
    for years in YEARS:
        yield str(years), years, journal(years)
    yield "each", YEARS[-1], in_parts(journal(YEARS[-1]), are_whole=False)
    yield "whole", YEARS[-1], in_parts(journal(YEARS[-1]), are_whole=True)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the fewest seconds that something takes, without the collector of garbage."""
    took: list[float] = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        try:
            before = time.perf_counter()
            work()
            took.append(time.perf_counter() - before)
        finally:
            gc.enable()
    return min(took)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    plan = make_plan(PERSON, start=START - timedelta(days=7), weeks=4, catalogue=CATALOGUE)
    held = {s.exercise for x in plan.sessions for s in x.steps if s.purpose is Purpose.MAIN}
    print(f"{len(held & set(EXERCISES))} of 6 exercises are in the plan; best of {rounds}\n")
    columns = "entries", "json.loads", "review", "re-plan", "a year", "x json.loads"
    print(f"{'years':>5}" + "".join(f"{name:>13}" for name in columns))
    bare = Journal()
    again = partial(make_plan, PERSON, start=START, weeks=1, catalogue=CATALOGUE, previous=plan)
    without = seconds(partial(again, journal=bare), rounds)
    for name, years, kept in journals():
        text = to_json(kept)
        rival = seconds(partial(json.loads, text), rounds)
        told = seconds(partial(review, kept, on=START), rounds)
        planned = seconds(partial(again, journal=kept), rounds)
        print(
            f"{name:>5}{len(kept.entries):>13}{1e3 * rival:>10.1f} ms{1e3 * told:>10.1f} ms"
            f"{1e3 * planned:>10.1f} ms{1e3 * planned / years:>10.1f} ms{planned / rival:>13.1f}"
        )
    print(f"\nRe-planning reviews, too; with an empty journal it takes {1e3 * without:.1f} ms.")


if __name__ == "__main__":
    main()
