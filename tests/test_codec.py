"""The codec: values become plain data and come back equal; other data are refused with places."""

from __future__ import annotations

import json
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
    Phase,
    Plan,
    Pose,
    Reps,
    RepsPer,
    SafetyNote,
    SessionId,
    Slot,
    SourceId,
    Span,
    Step,
)
from tests.model.test_every_class import JUNK
from tests.strategies import MODEL_CLASSES, instances


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
    assert from_data({"at_least": 3}, Reps, what="reps") == Reps(low=3, high=None)
    with pytest.raises(FaultyInputError, match="hold_s must be a number, got '20 s'"):
        from_data({"hold_s": {"at_least": "20 s"}}, Dose, what="dose")


@pytest.mark.parametrize(
    ("data", "dose"),
    [
        ({"rest_s": "10 s"}, Dose(rest_s=10)),
        ({"rest_s": "1-2 min"}, Dose(rest_s=(60, 120))),
        ({"hold_s": "10-30 s"}, Dose(hold_s="10-30 s")),
        ({"mass_kg": "1.5-2 kg"}, Dose(mass_kg=(1.5, 2))),
        ({"sets": "2-3"}, Dose(sets=(2, 3))),
    ],
)
def test_a_span_may_be_written_as_text_with_its_unit(data: dict[str, Any], dose: Dose) -> None:
    """As people write it in a file; it comes back as numbers."""
    read = from_data(data, Dose, what="dose")

    assert read == dose
    assert from_data(to_data(read), Dose, what="dose") == dose
