"""Every stored number with a unit can be seen as a quantity."""

from __future__ import annotations

from datetime import time

import attrs
import pint
import pytest

import spinecare.model
from spinecare.errors import InvalidValueError
from spinecare.model import DeskHours, Dose, PhaseKind, Role, Slot, Span, StepPhase, quantity_of
from spinecare.model._quantities import unit_of

NUMBERS = {float, int, "float", "int", "float | None", "Span[float] | None", "Hold | None"}
WITHOUT_UNIT = {"low", "high", "reps", "sets", "cycles", "times", "pain", "number", "revision"}
WITHOUT_UNIT |= {"before", "during", "after", "next_morning", "second_morning", "effort"}  # 0 to 10
WITHOUT_UNIT |= {"step", "rep", "set"}  # which one it is
OTHERS = {"completed_days", "reps_cap", "days"}  # counts of days and repetitions


def test_a_number_is_seen_with_the_unit_of_its_name() -> None:
    """Seconds, minutes, kilograms: the suffix tells."""
    phase = StepPhase(kind=PhaseKind.HOLD, role=Role.NEUTRAL, seconds=90, into_s=2)

    assert quantity_of(phase, "seconds") == pint.Quantity(1.5, "minute")
    assert quantity_of(phase, "into_s") == pint.Quantity(2, "second")
    assert quantity_of(Slot(weekday="Mon", start="07:00", minutes="20 min"), "minutes") == (
        pint.Quantity(20, "minute")
    )


def test_a_span_is_seen_as_a_span_of_quantities() -> None:
    """Both ends, and nothing where nothing is stored."""
    dose = Dose(mass_kg="1.5-2 kg")

    mass = quantity_of(dose, "mass_kg")

    assert isinstance(mass, Span)
    assert mass.high == pint.Quantity(2, "kilogram")
    assert quantity_of(dose, "rest_s") is None


@pytest.mark.parametrize("name", ["reps", "colour", "hold_cm", "duration_s"])
def test_a_number_without_a_unit_or_a_strange_name_is_refused(name: str) -> None:
    """The name says what is looked for."""
    with pytest.raises(InvalidValueError, match=rf"with a unit of Dose, got '{name}'"):
        quantity_of(Dose(), name)


def test_what_is_no_number_is_refused() -> None:
    """A class of another library may have such a name."""

    class Odd:
        hold_s = "long"

    with pytest.raises(InvalidValueError, match="hold_s must be a number, got 'long'"):
        quantity_of(Odd(), "hold_s")


def test_times_of_the_week_are_read_with_units_too() -> None:
    """A quarter of an hour or 0.75 h are as good as minutes."""
    desk = DeskHours(weekdays="Mon-Fri", start=time(9), end="17:00", every_min="0.75 h")

    assert desk.every_min == 45


def test_every_number_of_the_model_has_a_unit_in_its_name_or_is_a_count() -> None:
    """So that each can be seen as a quantity."""
    for name in spinecare.model.__all__:
        kind = getattr(spinecare.model, name)
        if not attrs.has(kind):
            continue
        for attribute in attrs.fields(kind):
            if attribute.type in NUMBERS and attribute.name not in WITHOUT_UNIT | OTHERS:
                assert unit_of(attribute.name), f"{name}.{attribute.name}"
