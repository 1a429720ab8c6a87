"""The data, entry by entry, against the numbers of the reference pages."""

from __future__ import annotations

from typing import Any

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.model import Exercise, Phase, RepsPer, Span
from tests.catalogue.expected import PLANNED, Table, ends, is_number

CATALOGUE = load_catalogue()

RENAMED = {"contract_pct": "effort_pct", "intensity_pct_max": "effort_pct"}
"""Names of the reference pages that the dose calls otherwise."""
IN_DOSE = frozenset(
    {
        *("hold_s", "hold_cap_s", "reps", "reps_cap", "sets", "rest_s", "relax_s"),
        *("mass_kg", "amplitude_cm", "effort_pct"),
    }
)
SIDES_COUNTED = frozenset({"side", "direction", "direction and foot"})
ELSEWHERE = {
    ("towel-roller-lying", "hold_s"): "the article's span stands in the amount article_hold_s",
    ("lying-09a-elongation-both", "sets"): "the series of the routine repeats it three times",
    ("bar-hang", "reps"): "the hangs stand as sets, because one rests between them",
}
"""Numbers that stand in another place than the rest of their kind, each tested by itself below."""
ADDED = {
    ("towel-roller-lying", "hold_s"),
    ("bar-hang", "sets"),
    ("relief-rocking-rise", "leave_s"),
    ("lumbar-4-swimming", "per_week"),
}
"""Defaults that the reference pages have in words only."""
OWN_SECONDS = {
    "towel-roller-lying": "60 to 300 s of D-TOWEL instead of the article's 900",
    "yoga-cleansing-fire-pose": "the article only names it (line 50)",
    "upper-back-6-knees-to-chest-curl": "the article says a few seconds (line 109)",
}
"""Entries whose one hold or contraction has a source, though the pages write seconds to it."""
REWORDED = {
    ("relief-rocking-rise", "status"),  # no ids in words for people
    ("towel-roller-lying", "placement"),
    ("extra-09-kneeling-hip-flexor-stretch", "sides"),
    ("desk-break-hourly", "choice"),
}

every_entry = pytest.mark.parametrize("id", PLANNED)


def bounds(span: Span[float] | Span[int] | None) -> tuple[float, float | None] | None:
    """Return a span as numbers."""
    if span is None:
        return None
    return float(span.low), None if span.high is None else float(span.high)


def number_of(entry: Exercise, name: str) -> tuple[float, float | None] | None:
    """Return what a dose or an amount says under a name."""
    if name in IN_DOSE:
        value: Any = getattr(entry.dose, name)
        return bounds(value) if isinstance(value, Span) or value is None else (value, value)
    amount = entry.amount(name)
    return None if amount is None or amount.low is None else (amount.low, amount.high)


@every_entry
def test_an_entry_is_what_the_reference_page_says(id: str) -> None:
    """Record, kinds, role, position, sides, first side, lines, links."""
    expected = PLANNED[id]

    entry = CATALOGUE.entry(id)

    assert entry.record.value == expected["record"]
    assert [kind.value for kind in entry.kinds] == expected["kinds"]
    assert entry.role.value == expected["role"]
    assert entry.start.position.value == expected.get("start", "any")
    assert (entry.end.position.value if entry.end else None) == expected.get("end")
    assert entry.sides.value == expected.get("sides", "either")
    assert entry.confidence.value == expected["confidence"]
    assert list(entry.lines) == expected["lines"]
    assert entry.of == expected.get("of")
    assert list(entry.items) == expected.get("items", [])


@every_entry
def test_the_first_side_is_the_one_the_article_shows(id: str) -> None:
    """Where the pages propose a side the article does not show, a default marks it."""
    expected = PLANNED[id]
    proposed = expected.get("defaults", {}).get("first", {}).get("value", "")
    first = expected.get("first", proposed if proposed.startswith(("left", "right")) else "")

    entry = CATALOGUE.entry(id)

    assert (entry.first_side.value if entry.first_side else "") == (first.split() or [""])[0]
    assert entry.first_side_text in ("", expected.get("first"))


@every_entry
def test_targets_tags_and_equipment_agree(id: str) -> None:
    """A question mark marks what the exercise can be done without."""
    expected = PLANNED[id]

    entry = CATALOGUE.entry(id)
    equipment = [f"{need.id}{'?' if need.is_optional else ''}" for need in entry.equipment]

    assert list(entry.regions) == expected.get("regions", [])
    assert list(entry.muscles) == expected.get("muscles", [])
    assert entry.muscles_inferred is expected.get("inferred", False)
    assert list(entry.tags) == expected.get("tags", [])
    assert equipment == expected.get("equipment", [])


@every_entry
def test_phases_keep_their_kinds_and_the_seconds_of_the_article(id: str) -> None:
    """Seconds that the article does not give name their source; the article's name none."""
    entry = CATALOGUE.entry(id)
    rows = [text.split() for text in PLANNED[id].get("phases", [])]
    numbers = [[part for part in row[1:] if part[0].isdigit()] for row in rows]
    names = [[part for part in row[1:] if not part[0].isdigit()] for row in rows]

    assert [phase.kind.value for phase in entry.phases] == [row[0] for row in rows]
    assert [phase.id for phase in entry.phases] == [name[0] if name else None for name in names]
    for phase, number in zip(entry.phases, numbers, strict=True):
        check_seconds(id, phase, number[0] if number else "")


def check_seconds(id: str, phase: Phase, expected: str) -> None:
    """Compare the seconds of one phase."""
    if not expected:
        assert phase.seconds is None or phase.sources, f"{phase.cue}: whose seconds?"
        return
    low, high = expected.split("-")
    if id in OWN_SECONDS:
        assert phase.sources, f"{phase.cue}: {OWN_SECONDS[id]}"
    else:
        assert bounds(phase.seconds) == ends([float(low), high if high == "open" else float(high)])
        assert not phase.sources


@every_entry
def test_the_numbers_of_the_article_stand_in_the_dose(id: str) -> None:
    """Holds, repetitions and sets that the article gives, and no default of the same name."""
    expected = PLANNED[id]
    entry = CATALOGUE.entry(id)
    given = [name for name in ("hold_s", "reps", "sets") if name in expected]

    for name in given:
        if (id, name) not in ELSEWHERE:
            assert number_of(entry, name) == ends(expected[name])
            assert entry.default(name) is None


@every_entry
def test_what_one_repetition_is_agrees(id: str) -> None:
    """A count for each side or direction is `side`; a pair of diagonals is one cycle."""
    expected = PLANNED[id]
    default = CATALOGUE.entry(id).default("reps")
    words = default.per if default else ""

    per = CATALOGUE.entry(id).dose.reps.per

    if words in SIDES_COUNTED:
        assert per is RepsPer.SIDE
    else:
        assert per.value == expected.get("reps_per", "cycle")


@every_entry
def test_every_amount_is_there(id: str) -> None:
    """Numbers and words with a unit of their own; a mass or an amplitude stands in the dose."""
    entry = CATALOGUE.entry(id)

    for name, value in PLANNED[id].get("amounts", {}).items():
        if is_number(value):
            assert number_of(entry, name) == ends(value), name
            assert entry.default(name) is None, name
        else:
            amount = entry.amount(name)
            assert amount is not None, name
            assert amount.text == value


@every_entry
def test_every_default_is_marked_with_its_value_and_source(id: str) -> None:
    """What the article does not give is marked as such, and nothing else is."""
    entry = CATALOGUE.entry(id)
    expected: dict[str, Table] = PLANNED[id].get("defaults", {})
    marked = {default.name for default in entry.defaults if (id, default.name) not in ADDED}

    assert marked == {RENAMED.get(name, name) for name in expected}
    for name, row in expected.items():
        check_default(entry, RENAMED.get(name, name), row)


def check_default(entry: Exercise, name: str, row: Table) -> None:
    """Compare one default with the reference page."""
    default = entry.default(name)
    assert default is not None
    assert default.source == row["source"]
    assert default.per == row.get("per", "").replace("rest_s", "the rest")  # words, not fields
    if is_number(row["value"]):
        if (entry.id, name) not in ELSEWHERE:
            assert number_of(entry, name) == ends(row["value"])
    elif (entry.id, name) not in REWORDED:
        assert default.text == row["value"]


@every_entry
def test_safety_notes_and_cautions_are_kept_apart(id: str) -> None:
    """Notes of the article name no source; each caution of the project names its own."""
    expected = PLANNED[id]

    entry = CATALOGUE.entry(id)

    assert len(entry.safety) == expected.get("safety", 0)
    assert not any(note.is_caution for note in entry.safety)
    assert [note.sources[0] for note in entry.cautions] == expected.get("cautions", [])


def test_the_towel_keeps_the_article_s_span_beside_the_safer_one() -> None:
    """15 min bounded by discomfort; planned are 1 to 5 min."""
    towel = CATALOGUE.entry("towel-roller-lying")

    assert number_of(towel, "article_hold_s") == ends(PLANNED[towel.id]["hold_s"])
    assert number_of(towel, "hold_s") == (60, 300)


def test_the_elongation_series_is_done_three_times() -> None:
    """The count stands with the routine, so that one pass is one step."""
    series = CATALOGUE.routine("lying-complex").series

    entry = CATALOGUE.entry("lying-09a-elongation-both")

    assert entry.dose.sets.high == 1
    assert number_of_amount(entry, "sets") == ends(PLANNED[entry.id]["sets"])
    assert [row.times for row in series] == [3]
    assert [id[:9] for id in series[0].items] == ["lying-09a", "lying-09b", "lying-09c"]


def test_one_to_three_hangs_stand_as_sets() -> None:
    """One rests between them, standing."""
    hang = CATALOGUE.entry("bar-hang")

    assert bounds(hang.dose.sets) == ends(PLANNED[hang.id]["defaults"]["reps"]["value"])
    assert bounds(hang.dose.rest_s) == (10, 30)


def number_of_amount(entry: Exercise, name: str) -> tuple[float | None, float | None]:
    """Return the ends of an amount."""
    amount = entry.amount(name)
    assert amount is not None
    return amount.low, amount.high


def test_swimming_is_offered_one_to_three_times_a_week() -> None:
    """The reference page says it in words; the planner needs numbers."""
    swimming = CATALOGUE.entry("lumbar-4-swimming")

    assert number_of(swimming, "per_week") == (1, 3)
    assert swimming.default("per_week") is not None
