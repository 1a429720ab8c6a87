"""What the codec refuses: other data than the model takes, with places and every fault at once."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time
from typing import Any

import attrs
import pytest

from spinecare.codec import from_data
from spinecare.errors import FaultyInputError
from spinecare.model import (
    Availability,
    Dose,
    GuidingRule,
    Person,
    Phase,
    Screening,
    Stage,
)

PERSON = {"timezone": "UTC", "availability": "Mon 07:00 20 min"}


def faults_of(data: object, kind: type[Any]) -> list[str]:
    """Return the faults of data as `path: message`."""
    with pytest.raises(FaultyInputError) as caught:
        from_data(data, kind, what="document", file="a.toml")
    assert all(fault.file == "a.toml" for fault in caught.value.faults)
    return [f"{fault.path}: {fault.message}" for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("data", "kind", "fault"),
    [
        ([], Person, "$: document must be a table, got []"),
        ("neck", Person, "$: document must be a table, got 'neck'"),
        ({**PERSON, "name": 3}, Person, "$.name: name must be text, got 3"),
        (
            {**PERSON, "name": "a\ud800"},
            Person,
            r"$.name: name must be text without lone surrogates, got 'a\ud800'",
        ),
        (
            {**PERSON, "name": "\udfff"},
            Person,
            r"$.name: name must be text without lone surrogates, got '\udfff'",
        ),
        (
            {**PERSON, "strict_relaxation": 1},
            Person,
            "$.strict_relaxation: strict_relaxation must be true or false, got 1",
        ),
        ({**PERSON, "pain": "3"}, Person, "$.pain: pain must be a number, got '3'"),
        ({**PERSON, "pain": True}, Person, "$.pain: pain must be a number, got True"),
        ({**PERSON, "pain": math.nan}, Person, "$.pain: pain must be a finite number, got nan"),
        ({**PERSON, "pain": math.inf}, Person, "$.pain: pain must be a finite number, got inf"),
        ({**PERSON, "pain": 11}, Person, "$.pain: pain must be a number from 0 to 10, got 11.0"),
        ({**PERSON, "goals": "relax"}, Person, "$.goals: goals must be a list, got 'relax'"),
        ({**PERSON, "goals": None}, Person, "$.goals: goals must be a list, got None"),
        ({**PERSON, "tense": ["a b"]}, Person, "$.tense: tense must be an id of ASCII letters"),
        (
            {**PERSON, "wakes_at": "25:00"},
            Person,
            "$.wakes_at: wakes_at must be a time of day like '07:00', got '25:00'",
        ),
        (
            {**PERSON, "wakes_at": time(7, 0, 1)},
            Person,
            "$.wakes_at: wakes_at must be a time of day to the minute without a zone",
        ),
        (
            {**PERSON, "wakes_at": time(7, tzinfo=UTC)},
            Person,
            "$.wakes_at: wakes_at must be a time of day to the minute without a zone",
        ),
        (
            {**PERSON, "level": "expert"},
            Person,
            "$.level: level must be one of beginner, practised",
        ),
        (
            {**PERSON, "level": 3},
            Person,
            "$.level: level must be one of beginner, practised, got 3",
        ),
        ({"others": 3}, Screening, "$.others: others must be one of no, not asked, got 3"),
        ({"others": "yes"}, Screening, "$.others: others must be one of no, not asked, got 'yes'"),
        ({"yes": ["a"], "no": ["a"]}, Screening, "$: screening must be one answer for each sign"),
        ("soon", date, "$: document must be a date like '2026-11-23', got 'soon'"),
        (
            datetime(2026, 1, 1, tzinfo=UTC),
            date,
            "$: document must be a date like '2026-11-23', got datetime.datetime(2026, 1, 1",
        ),
        ("noon", datetime, "$: document must be a moment like '2026-11-23T00:00:00+00:00'"),
        ("2026-01-02T03:04:05", datetime, "$: document must be a moment with an offset"),
        ({"hold_s": [30, 10]}, Dose, "$.hold_s: hold must be a span from lowest to highest"),
        ({"hold_s": [1, 2, 3]}, Dose, "$.hold_s: hold_s must be a number, text with a unit, or"),
        ({"hold_s": True}, Dose, "$.hold_s: hold_s must be a number, text with a unit, or"),
        ({"hold_s": ["1", 2]}, Dose, "$.hold_s: hold_s must be a number, got '1'"),
        ({"hold_s": [None, 2]}, Dose, "$.hold_s: hold_s must be a number, got None"),
        ({"hold_s": [1, 10**400]}, Dose, "$.hold_s: hold_s must be a finite number, got 1000"),
        ({"hold_s": "3 kg"}, Dose, "$.hold_s: hold must be a time, got '3 kg'"),
        ({"rest_s": "60 kg"}, Dose, "$.rest_s: rest must be a time, got '60 kg'"),
        ({"rest_s": "60"}, Dose, "$.rest_s: rest must be a time, got '60'; Maybe write it as"),
        ({"rest_s": "2-1 min"}, Dose, "$.rest_s: rest must be a span from lowest to highest"),
        ({"sets": "2 s"}, Dose, "$.sets: reps must be a whole number or span, got '2 s'"),
        ({"reps": 2.5}, Dose, "$.reps: reps must be a whole number from 1 to 10000, got 2.5"),
        ({"reps": [0, 3]}, Dose, "$.reps: reps must be a whole number from 1 to 10000"),
        ({"reps": {"per": "side"}}, Dose, "$.reps: reps must be a span or a table of 'count'"),
        ({"reps": {"count": 3, "of": 1}}, Dose, "$.reps: reps must be a span or a table of"),
        ({"reps": {"count": 3, "per": 1}}, Dose, "$.reps: reps must be one of cycle, side, total"),
        ({"sets": 0}, Dose, "$.sets: reps must be a whole number from 1 to 10000"),
        ({"reps_cap": 2.0}, Dose, "$.reps_cap: reps_cap must be a whole number, got 2.0"),
        ({"reps_cap": True}, Dose, "$.reps_cap: reps_cap must be a whole number, got True"),
        ({"change_s": "5"}, Dose, "$.change_s: change must be a time, got '5'; Maybe write it as"),
        (
            {"id": "a", "name": "n", "instruction": "i", "observe_days": [2, 1]},
            GuidingRule,
            "$.observe_days: observe_days must be a span from lowest to highest, got (2, 1)",
        ),
        ({"observe_days": [1]}, GuidingRule, "$.observe_days: observe_days must be a list of 2"),
        ({"opens": [3, "a"]}, Stage, "$.opens[0]: opens[0] must be text, got 3"),
    ],
)
def test_other_data_are_refused_with_path_expectation_and_value(
    data: object, kind: Any, fault: str
) -> None:
    """Nothing is turned into something that was not written."""
    assert any(told.startswith(fault) for told in faults_of(data, kind))


def test_all_faults_of_a_document_come_at_once() -> None:
    """At every depth: missing keys, unknown keys, wrong members, faults of the model itself."""
    data = {
        "availability": {"slots": [{"weekday": "Mo", "minutes": 0}, 3]},
        "pain": "x",
        "naem": "Ann",
        "routines": ["neck", "a b", 3],
        "places": [{"name": "x", "equipment": 1}],
    }

    told = faults_of(data, Person)

    assert [fault.split(":")[0] for fault in told] == [
        "$.availability.slots[0].weekday",
        "$.availability.slots[0].minutes",
        "$.availability.slots[0].start",
        "$.availability.slots[1]",
        "$.routines[2]",
        "$.places[0].equipment",
        "$.pain",
        "$.timezone",
        "$.naem",
    ]


def test_faults_of_fields_and_of_their_rules_are_told_together() -> None:
    """A field that could be read is still checked when another one could not."""
    told = faults_of({"kind": "hold", "cue": " ", "times": 0, "seconds": "x"}, Phase)

    assert [fault.split(":")[0] for fault in told] == ["$.seconds", "$.cue", "$.times"]


@pytest.mark.parametrize("key", ["a b", "\ud800", "é", ""])
def test_an_unknown_key_is_quoted_where_it_is_no_plain_word(key: str) -> None:
    """Every message can be printed."""
    (told,) = faults_of({"cue": "x", "kind": "hold", key: 1}, Phase)

    assert told.startswith("$.é" if key == "é" else f"$.{key!r}")
    assert "key must be one of kind, cue, id, seconds" in told
    assert told.encode()


def _invert(number: float) -> float:
    return 1 / number


@attrs.frozen
class _Moody:
    """A class that is not of the model and raises what it likes."""

    half: float = attrs.field(converter=_invert)


def test_an_error_that_nobody_foresaw_is_a_fault_too() -> None:
    """A file is refused, whatever a class of somebody's own raises."""
    (told,) = faults_of({"half": 0}, _Moody)

    assert told.startswith("$: document must be one that can be read, got ZeroDivisionError:")


def test_a_fault_of_a_rule_between_fields_stands_at_the_table() -> None:
    """No single field is to blame."""
    told = faults_of(
        {"slots": [{"weekday": "Mon", "start": "07:00", "minutes": 1440}] * 2}, Availability
    )

    assert told[0].startswith("$: availability must be slots that do not overlap")
