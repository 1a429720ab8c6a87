"""The door for numbers: what people have in hand comes in, plain canonical numbers go out."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import InvalidValueError
from spinecare.units import quantity, read_bounds, read_number
from tests.strategies import numbers

OWN_REGISTRY: pint.UnitRegistry[Any] = pint.UnitRegistry()
"""A caller's own registry, whose quantities mix with no other."""
UNITS = ("second", "day", "kilogram", "centimeter", "degree", "percent")


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        (45, "second", 45.0),
        (1.5, "kilogram", 1.5),
        ("45 s", "second", 45.0),
        ("1.5 min", "second", 90.0),
        (" 2 hours ", "second", 7200.0),
        ("36 h", "day", 1.5),
        ("5 lb", "kilogram", 2.26796185),
        ("3 cm", "centimeter", 3.0),
        ("1 inch", "centimeter", 2.54),
        ("90°", "degree", 90.0),
        ("90 deg", "degree", 90.0),
        ("20 %", "percent", 20.0),
        ("20 percent", "percent", 20.0),
        (timedelta(minutes=2), "second", 120.0),
        (timedelta(days=5), "day", 5.0),
        (pint.Quantity(2, "minute"), "second", 120.0),
        (OWN_REGISTRY.Quantity(2, "minute"), "second", 120.0),
        (OWN_REGISTRY.Quantity(0.25), "percent", 25.0),
    ],
)
def test_a_number_is_read_in_any_unit_of_its_kind(value: Any, unit: str, number: float) -> None:
    """Text, `timedelta` and quantities of any registry mean the same number."""
    assert read_number(value, unit, "it") == pytest.approx(number)


@pytest.mark.parametrize(
    ("value", "unit", "message"),
    [
        (pint.Quantity(2, "kilogram"), "second", "hold must be a time, got 2 kilogram"),
        (OWN_REGISTRY.Quantity(2, "kilogram"), "second", "hold must be a time, got 2 kilogram"),
        ("2 kg", "second", "hold must be a time, got '2 kg'"),
        ("2 s", "kilogram", "hold must be a mass, got '2 s'"),
        ("2 s", "centimeter", "hold must be a length, got '2 s'"),
        ("90 deg", "percent", "hold must be a share in percent, got '90 deg'"),
        ("20 %", "degree", "hold must be an angle, got '20 %'"),
        (timedelta(seconds=2), "kilogram", "hold must be a mass"),
        ("2", "second", "hold must be a time, got '2'\nMaybe write it as '10-30 s'."),
        ("", "second", "hold must be a time, got ''"),
        ("soon", "day", "hold must be a time in days, got 'soon'\nMaybe write it as '5-8 days'."),
        ("2 sekunden", "second", "hold must be a time, got '2 sekunden'"),
        ("-2 s", "second", "hold must be a time, got '-2 s'"),
        (-1, "second", "hold must be a time of zero or more, got -1"),
        (timedelta(seconds=-1), "second", "hold must be a time of zero or more"),
        (pint.Quantity(-1, "second"), "second", "zero or more, got -1 second"),
        (float("nan"), "second", "hold must be a time of zero or more, got nan"),
        (float("inf"), "second", "hold must be a time of zero or more, got inf"),
        (10**400, "second", "hold must be a time that arithmetic can use, got 1000"),
        (True, "second", "hold must be a time, got True"),
        (None, "second", "hold must be a time, got None"),
        ([], "second", "hold must be a time, got []"),
    ],
)
def test_what_is_no_such_number_is_refused_by_name(value: Any, unit: str, message: str) -> None:
    """Field, expectation and value; another dimension is named."""
    with pytest.raises(InvalidValueError) as caught:
        read_number(value, unit, "hold")

    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        (10, (10.0, 10.0)),
        ("10 s", (10.0, 10.0)),
        ("10-30 s", (10.0, 30.0)),
        ("10–30 s", (10.0, 30.0)),
        ("10 s - 1 min", (10.0, 60.0)),
        ("10 s to 1 min", (10.0, 60.0)),
        ("10 TO 30 seconds", (10.0, 30.0)),
        ("1.5-2 min", (90.0, 120.0)),
        ("at least 20 s", (20.0, None)),
        ("At  Least 20 s", (20.0, None)),
        ((10, 30), (10.0, 30.0)),
        ([10, 30], (10.0, 30.0)),
        ((10, None), (10.0, None)),
        (("10 s", timedelta(minutes=1)), (10.0, 60.0)),
        (timedelta(seconds=10), (10.0, 10.0)),
        (pint.Quantity(10, "second"), (10.0, 10.0)),
    ],
)
def test_a_span_is_read_from_text_pairs_and_quantities(
    value: Any, bounds: tuple[float, float | None]
) -> None:
    """A unit written once counts for both ends."""
    assert read_bounds(value, "second", "hold") == bounds


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("30-10 s", "from lowest to highest, got '30-10 s'\nMaybe the two ends are the wrong way"),
        ((30, 10), "from lowest to highest, got (30, 10)"),
        ((1, 2, 3), "one number or a pair of numbers, got (1, 2, 3)"),
        ((1,), "one number or a pair of numbers"),
        ("10-30", "must be a time, got '10-30'"),
        ("10-30 kg", "must be a time, got '10-30 kg'"),
        ("at least", "must be a time, got 'at least'"),
        ("at least 3 kg", "must be a time, got 'at least 3 kg'"),
        ((None, 3), "must be a time, got (None, 3)"),
        ({}, "must be a time, got {}"),
    ],
)
def test_what_is_no_span_is_refused_by_name(value: Any, message: str) -> None:
    """Reversed ends come with a hint."""
    with pytest.raises(InvalidValueError, match="hold must be") as caught:
        read_bounds(value, "second", "hold")

    assert message in str(caught.value)


@given(number=numbers, unit=st.sampled_from(UNITS))
def test_a_number_comes_back_from_its_quantity(number: float, unit: str) -> None:
    """The two doors are inverse, for the application registry and for the caller's own."""
    own = OWN_REGISTRY.Quantity(number, unit)

    assert read_number(quantity(number, unit), unit, "it") == pytest.approx(number)
    assert read_number(own, unit, "it") == pytest.approx(number)


@given(text=st.text(max_size=12))
def test_any_text_is_a_span_or_refused(text: str) -> None:
    """Nothing that pint says about odd text gets out."""
    try:
        low, high = read_bounds(text, "second", "hold")
    except InvalidValueError as error:
        low, high = 0, None
        refused = str(error)
    else:
        refused = ""

    assert refused.startswith("hold must be ") or 0 <= low <= (low if high is None else high)


def test_plain_numbers_need_no_pint() -> None:
    """A program that gives plain numbers never waits for pint."""
    code = (
        "import sys; from spinecare.model import Dose; Dose(hold_s=(10, 30), rest_s=60);"
        "sys.exit('pint' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
