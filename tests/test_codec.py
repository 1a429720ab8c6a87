"""The codec: values become plain data and come back equal; other data are refused with places."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime, time
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecare.codec import from_data, to_data
from spinecare.errors import FaultyInputError, InvalidValueError
from spinecare.model import (
    Availability,
    Cancelled,
    DeskHours,
    Dose,
    EquipmentId,
    EquipmentNeed,
    Exercise,
    ExerciseId,
    GuidingRule,
    Hold,
    Person,
    Phase,
    Plan,
    Pose,
    Reps,
    RepsPer,
    SafetyNote,
    Screening,
    SessionId,
    Slot,
    SourceId,
    Span,
    Stage,
    Step,
)
from tests.model.test_every_class import JUNK
from tests.strategies import MODEL_CLASSES, instances

PERSON = {"timezone": "UTC", "availability": "Mon 07:00 20 min"}


def faults_of(data: object, kind: type[Any]) -> list[str]:
    """Return the faults of data as `path: message`."""
    with pytest.raises(FaultyInputError) as caught:
        from_data(data, kind, what="document", file="a.toml")
    assert all(fault.file == "a.toml" for fault in caught.value.faults)
    return [f"{fault.path}: {fault.message}" for fault in caught.value.faults]


@pytest.mark.parametrize("kind", MODEL_CLASSES)
@settings(max_examples=settings().max_examples // 4)  # for each of forty classes
@given(data=st.data())
def test_every_value_comes_back_equal_from_plain_data(kind: type[Any], data: st.DataObject) -> None:
    """Also through JSON, which knows only text, numbers, lists and tables."""
    value = data.draw(instances(kind))
    kind_read = Span[float] if kind is Span else kind

    plain = to_data(value)
    through_json = json.loads(json.dumps(plain, allow_nan=False))

    assert from_data(plain, kind_read, what="value") == value
    assert from_data(through_json, kind_read, what="value") == value
    assert to_data(from_data(plain, kind_read, what="value")) == plain


@pytest.mark.parametrize("kind", MODEL_CLASSES)
@settings(max_examples=settings().max_examples // 20)  # each with a thousand misfits
@given(data=st.data())
def test_what_a_constructor_takes_can_be_written_and_read(
    kind: type[Any], data: st.DataObject
) -> None:
    """No misfit slips into a value and shows only when it is exported."""
    value = data.draw(instances(kind))
    kind_read = Span[float] if kind is Span else kind

    for attribute in attrs.fields(kind):
        for misfit in JUNK:
            try:
                taken = attrs.evolve(value, **{attribute.name: misfit})
            except InvalidValueError:
                continue
            if misfit != "\ud800":  # half a character is text to the model, and no file's
                assert from_data(to_data(taken), kind_read, what="value") == taken


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (Hold.of("10-30 s"), [10, 30]),
        (Hold.of("at least 2.5 s"), [2.5, None]),
        (Span(low=1, high=3), [1, 3]),
        (Reps.of("8-12"), [8, 12]),
        (Reps.of("8-12", RepsPer.SIDE), {"count": [8, 12], "per": "side"}),
        (Pose(position="supine"), "supine"),
        (SafetyNote(text="Slowly."), "Slowly."),
        (
            SafetyNote(text="Slowly.", sources=(SourceId("D-RT"),)),
            {"text": "Slowly.", "sources": ["D-RT"]},
        ),
        (EquipmentNeed(id=EquipmentId("mat")), "mat"),
        (
            EquipmentNeed(id=EquipmentId("mat"), is_optional=True),
            {"id": "mat", "is_optional": True},
        ),
        (Dose(hold_s=5, change_s=7), {"hold_s": [5, 5], "change_s": 7}),
        (Slot(weekday="Mon", start="7:05", minutes=20), None),
    ],
)
def test_values_look_on_the_wire_as_people_write_them(value: object, data: object) -> None:
    """Short forms where nothing is lost; defaults are left out."""
    expected = {"weekday": "Mon", "start": "07:05", "minutes": 20} if data is None else data

    assert to_data(value) == expected


@pytest.mark.parametrize(
    ("data", "kind", "value"),
    [
        (20, Hold, Hold.of(20)),
        ("10-30 s", Hold, Hold.of((10, 30))),
        ("at least 20 s", Hold, Hold.of((20, None))),
        ([20, None], Hold, Hold.of((20, None))),
        (8, Reps, Reps.of(8)),
        ("8-12", Reps, Reps.of((8, 12))),
        ("at least 2", Reps, Reps.of((2, None))),
        ([8.0, 12.0], Reps, Reps.of((8, 12))),
        ({"count": 8}, Reps, Reps.of(8)),
        ({"count": "8-12", "per": "total"}, Reps, Reps.of((8, 12), RepsPer.TOTAL)),
        (7, Span[float], Span(low=7.0, high=7.0)),
        ([1, 2], Span[int], Span(low=1, high=2)),
        ("1-2", Span[int], Span(low=1, high=2)),
        (date(2026, 1, 2), date, date(2026, 1, 2)),
        ("2026-01-02", date, date(2026, 1, 2)),
        (time(7), time, time(7)),
        ("07:00", time, time(7)),
        ("2026-01-02T03:04:05+00:00", datetime, datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        (
            datetime(2026, 1, 2, tzinfo=UTC),
            datetime,
            datetime(2026, 1, 2, tzinfo=UTC),
        ),
        ("Mon 07:00 20 min", Availability, Availability.parse("Mon 07:00 20 min")),
        ("Mon 09:00-17:00", DeskHours, DeskHours.parse("Mon 09:00-17:00")),
        (
            {"weekday": "Mon", "start": "07:00", "minutes": "0.5 h"},
            Slot,
            Slot(weekday="Mon", start="07:00", minutes=30),
        ),
        ({"hold_cap_s": "1 min"}, Dose, Dose(hold_cap_s=60)),
        (
            {
                "id": "r",
                "name": "n",
                "instruction": "i",
                "observe_days": [1, 2],
            },
            GuidingRule,
            GuidingRule(id="r", name="n", instruction="i", observe_days=(1, 2)),
        ),
    ],
)
def test_every_form_that_people_write_is_read(data: object, kind: Any, value: object) -> None:
    """Numbers, text with units, pairs, short forms, TOML's own dates."""
    assert from_data(data, kind, what="value") == value


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
        ({"rest_s": "60 s"}, Dose, "$.rest_s: rest_s must be a number or [lowest, highest]"),
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


def test_steps_are_written_in_full_and_catalogues_without_defaults() -> None:
    """Other programs read a plan without knowing the defaults; data files stay short."""
    step = Step(exercise=ExerciseId("a"), sides=("both",))

    assert set(to_data(step)) == {
        *("exercise", "routine", "purpose", "sides", "one_side_after_other", "sets", "reps"),
        *("reps_per", "cycles", "hold_s", "mass_kg", "rest_s", "change_s", "leave_s"),
        *("between_s", "phases", "is_reduced", "is_new", "notes"),
    }
    assert to_data(Phase(kind="hold", cue="Stay.")) == {"kind": "hold", "cue": "Stay."}


@settings(max_examples=settings().max_examples // 2)
@given(value=instances(Exercise))
def test_keys_stand_in_the_order_of_the_model(value: Exercise) -> None:
    """Files and diffs read the same from version to version."""
    order = [name for name in Exercise.__attrs_attrs__ if name.name in to_data(value)]

    assert list(to_data(value)) == [attribute.name for attribute in order]


@settings(max_examples=settings().max_examples // 6)  # plans are large
@given(value=instances(Plan))
def test_dates_and_times_are_iso_text(value: Plan) -> None:
    """As ISO 8601 writes them."""
    data = to_data(value)

    assert date.fromisoformat(data["start"]) == value.start
    assert datetime.fromisoformat(data["updated_at"]) == value.updated_at


def test_a_dropped_session_keeps_its_time() -> None:
    """Times of day are written to the minute."""
    dropped = Cancelled(id=SessionId("s-1"), date=date(2026, 1, 2), start=time(7, 5), minutes=20.5)

    assert to_data(dropped) == {
        "id": "s-1",
        "date": "2026-01-02",
        "start": "07:05",
        "minutes": 20.5,
    }


def test_an_open_span_is_written_as_a_table_where_null_cannot_be() -> None:
    """TOML knows no null; the number needs no unit, so pint stays away."""
    dose = from_data({"hold_s": {"at_least": 20}, "hold_cap_s": 30}, Dose, what="dose")

    assert dose == Dose(hold_s="at least 20 s", hold_cap_s=30)
    with pytest.raises(FaultyInputError, match="hold_s must be a number, got '20 s'"):
        from_data({"hold_s": {"at_least": "20 s"}}, Dose, what="dose")
