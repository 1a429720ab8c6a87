"""Honest time: every row of the timing table, computed from the data."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.planning.timing import BETWEEN_EXERCISES_S, step_at
from tests.catalogue.expected import NUMBERS

CATALOGUE = load_catalogue()

LOW, HIGH = 0.0, 1.0
HOURLY = "desk-break-hourly"
"""It has no phases of its own: five to ten minutes of its options."""
ROWS = {id: row for id, row in NUMBERS["timing"].items() if id != HOURLY}
TOTALS = NUMBERS["routine_timing"]
RISE = ["transition-roll-and-rise"]


def seconds(id: str, fraction: float) -> float:
    """Return how long an entry takes, its spans a part of the way up."""
    return step_at(CATALOGUE.entry(id), fraction).duration_s


def total(ids: Sequence[str], fraction: float) -> float:
    """Return how long entries take one after the other."""
    return sum(seconds(id, fraction) for id in ids) + (len(ids) - 1) * BETWEEN_EXERCISES_S


def routine(id: str) -> list[str]:
    """Return the entries of a routine, in order, without what is planned only on request."""
    ids = CATALOGUE.routine(id).entries
    return [id for id in ids if not CATALOGUE.entry(id).on_request]


@pytest.mark.parametrize("id", ROWS)
def test_an_exercise_takes_the_seconds_of_the_timing_table(id: str) -> None:
    """At the low end of every span and at the high end."""
    assert [seconds(id, LOW), seconds(id, HIGH)] == ROWS[id]


def test_every_entry_with_phases_has_a_row_in_the_timing_table() -> None:
    """Resting poses are the project's own; two protocols are sums of others."""
    timed = {entry.id for entry in CATALOGUE.entries if entry.phases}

    assert timed - {rest.id for rest in CATALOGUE.rests} == set(ROWS)


def test_an_hourly_break_takes_five_to_ten_minutes() -> None:
    """Its row comes from the amount."""
    amount = CATALOGUE.entry(HOURLY).amount("duration_min")

    assert amount is not None
    assert amount.low is not None
    assert amount.high is not None
    assert [60 * amount.low, 60 * amount.high] == NUMBERS["timing"][HOURLY]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("wushu-morning", routine("wushu-morning")),
        ("pulse-pull-ups", routine("pulse-pull-ups")),
        ("magic-towel", routine("magic-towel") + RISE),
        ("neck (weeks 1-2, exercises 1-3)", routine("neck")[:3]),
        ("neck (from week 3, exercises 1-5)", routine("neck")),
        ("upper-back", routine("upper-back")),
        ("lumbar (1-3)", routine("lumbar")[:3]),
        ("lumbar-4-swimming", routine("lumbar")[3:]),
        ("extra-stretches", routine("extra-stretches") + RISE),
        ("bar-hang-passing", routine("bar-hang-passing")),
        ("fitball", routine("fitball")),
    ],
)
def test_a_routine_takes_the_seconds_of_its_total(name: str, ids: list[str]) -> None:
    """Ten seconds lie between different exercises."""
    assert len(ids) == TOTALS[name]["items"]
    assert [total(ids, LOW), total(ids, HIGH)] == TOTALS[name]["seconds"]


def test_the_whole_yoga_routine_takes_the_seconds_of_its_total() -> None:
    """The corpse pose opens for a minute and closes for one to five; all seven poses count."""
    yoga = CATALOGUE.routine("yoga-asanas")
    middle = [*yoga.entries, *yoga.closing[:1], *RISE]
    opening = seconds(yoga.opening[0], LOW) + BETWEEN_EXERCISES_S

    assert len(yoga.opening) + len(middle) == TOTALS[yoga.id]["items"]
    assert opening + total(middle, LOW) == TOTALS[yoga.id]["seconds"][0]
    assert opening + total(middle, HIGH) == TOTALS[yoga.id]["seconds"][1]


def test_relief_takes_one_position_or_all_four() -> None:
    """The low end is the shortest position of two minutes."""
    ids = routine("relief-positions")

    assert len(ids) == TOTALS["relief-positions"]["items"]
    assert (
        seconds("relief-knees-to-chest-bed-edge", LOW) == TOTALS["relief-positions"]["seconds"][0]
    )
    assert total(ids, HIGH) == TOTALS["relief-positions"]["seconds"][1]


def test_the_lying_complex_takes_the_seconds_of_its_total() -> None:
    """26 entries without the optional belly draw-in, then the way up.

    The second and third pass of exercises 9a-9c follow the first without a pause.
    """
    lying = CATALOGUE.routine("lying-complex")
    ids = [*routine("lying-complex"), *lying.closing[:1], *RISE]
    again = [id for row in lying.series for id in row.items * (row.times - 1)]

    low, high = (
        total(ids, fraction) + sum(seconds(id, fraction) for id in again)
        for fraction in (LOW, HIGH)
    )

    assert len(ids) == TOTALS["lying-complex"]["items"]
    assert [low, high] == TOTALS["lying-complex"]["seconds"]


def test_a_desk_break_takes_the_minutes_of_its_total() -> None:
    """One break, whatever one does in it."""
    assert TOTALS["desk-breaks"]["seconds"] == NUMBERS["timing"][HOURLY]
