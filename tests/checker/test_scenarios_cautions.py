"""What must be true of cautions and clock changes, read from the exported JSON."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checker.checker import check
from tests.checker.facts import built_in_facts
from tests.checker.persons import HERNIATED, KEEN, MONDAY, dates_of, sessions, steps
from tests.checker.planned import document_of, exported

pytestmark = pytest.mark.no_cover  # tests/README.md says why

CLOCK_CHANGES = [
    ("Europe/Berlin", date(2026, 3, 23)),
    ("Europe/Berlin", date(2026, 10, 19)),
    ("America/New_York", date(2026, 10, 26)),
    ("Australia/Lord_Howe", date(2026, 3, 30)),
    ("Australia/Lord_Howe", date(2026, 9, 28)),
    ("America/Santiago", date(2026, 8, 31)),
    ("America/Santiago", date(2026, 3, 30)),
    ("Pacific/Chatham", date(2026, 9, 21)),
    ("Africa/Casablanca", date(2027, 2, 1)),
]


@pytest.mark.parametrize(
    "condition", ["disc-herniation", "abdominal-hernia-or-surgery", "recent-back-injury"]
)
def test_the_towel_never_comes_with_a_hernia_or_an_injury_and_the_plan_says_why(
    condition: str,
) -> None:
    """The article warns of it (line 67); the finding gives a reason and no diagnosis."""
    person = HERNIATED | {"conditions": [condition], "asks_for": ["towel-roller-lying"]}

    document = document_of(person, MONDAY, 12)

    assert dates_of(document, "towel-roller-lying") == []
    [finding] = [f for f in document["plan"]["findings"] if f["subject"] == "towel-roller-lying"]
    assert (finding["rule"], finding["severity"]) == ("condition-avoid", "left-out")
    assert any(why in finding["reason"] for why in ("the article", "end range"))


@pytest.mark.parametrize("condition", sorted(built_in_facts().conditions))
def test_a_plan_carries_cautions_and_no_diagnosis(condition: str) -> None:
    """An exported plan may be shown: neither conditions nor their labels stand in it."""
    label = built_in_facts().conditions[condition]["label"]

    text = exported(HERNIATED | {"conditions": [condition]}, MONDAY, 1)

    assert label not in text
    assert '"conditions"' not in text
    assert '"screening"' not in text


def test_the_towel_comes_without_a_hernia() -> None:
    """Else the test above would hold for any reason at all; new it is one or two minutes."""
    document = document_of(KEEN | {"routines": ["magic-towel"]}, MONDAY, 1)

    holds = [s["hold_s"] for _, s in steps(document) if s["exercise"] == "towel-roller-lying"]

    assert 1 <= len(holds) <= 7
    assert 60 <= holds[0] <= 120


@pytest.mark.parametrize(("zone", "start"), CLOCK_CHANGES)
def test_a_week_with_a_clock_change_keeps_every_rule_at_night_too(zone: str, start: date) -> None:
    """Sessions and breaks around the hours that are missing or come twice."""
    person = KEEN | {
        "timezone": zone,
        "availability": "daily 00:30, 01:30, 02:30, 03:30, 23:40 45 min",
        "desk": "Mon-Sun 00:00-06:00",
        "wakes_at": "15:00",
    }

    document = document_of(person, start, 2)

    assert check(document, built_in_facts(), person) == []
    assert len(sessions(document)) > 14


def test_a_caution_halves_the_time_in_the_water() -> None:
    """With a weak heart at most ten of the twenty minutes, and still a minute of floating."""
    person = KEEN | {"conditions": ["heart-disease-or-angina"], "routines": ["lumbar"]}
    person |= {"equipment": ["swimming-pool"]}

    document = document_of(person, MONDAY, 4)

    swims = [step for _, step in steps(document) if step["exercise"] == "lumbar-4-swimming"]
    assert swims
    assert all(step["phases"][0]["seconds"] <= 600 for step in swims)
    assert all(step["phases"][1]["seconds"] >= 60 for step in swims)
    assert check(document, built_in_facts(), person) == []


def test_a_caution_takes_the_weights_away() -> None:
    """With a sore shoulder the shrugs of week three are done with empty hands."""
    person = KEEN | {"conditions": ["shoulder-injury"], "routines": ["neck"]}

    document = document_of(person, MONDAY, 4)

    shrugs = [step for _, step in steps(document) if step["exercise"] == "neck-5-weighted-shrug"]
    assert shrugs
    assert {step["mass_kg"] for step in shrugs} == {0}
    assert check(document, built_in_facts(), person) == []


def test_in_pregnancy_one_turns_to_the_side_between_pieces_of_lying() -> None:
    """Twelve weeks with long lying work keep every rule, and resting poses come into it."""
    person = {key: value for key, value in KEEN.items() if key not in ("pain", "tense")}
    person |= {"conditions": ["pregnancy"]}

    document = document_of(person, MONDAY, 12)

    assert check(document, built_in_facts(), person) == []
    assert "rest-side-lying" in {step["exercise"] for _, step in steps(document)}


@pytest.mark.parametrize("slot", ["05:00", "06:30", "06:59", "07:30"])
def test_a_slot_before_or_just_after_getting_up_holds_no_end_range_bending(slot: str) -> None:
    """Who gets up at seven has not been awake all day at half past six."""
    person = HERNIATED | {"availability": f"daily {slot} 20 min", "wakes_at": "07:00"}

    document = document_of(person, MONDAY, 4)

    tags = built_in_facts().tags
    assert all(
        "flexion-end" not in tags(step["exercise"])
        for _, step in steps(document)
        if step["purpose"] != "opening"
    )
