"""Doses: every number in any unit, stored plain, seen as a quantity."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pint
import pytest
from hypothesis import given

from spinecare.errors import InvalidValueError
from spinecare.model import Amount, Dose, Hold, Phase, Span, Tempo
from tests.strategies import instances

OWN_REGISTRY: pint.UnitRegistry[Any] = pint.UnitRegistry()


@given(dose=instances(Dose))
def test_the_quantities_of_a_dose_build_the_same_dose(dose: Dose) -> None:
    """What one door shows the other takes."""
    spans = {
        "hold_s": dose.hold,
        "rest_s": dose.rest,
        "relax_s": dose.relax,
        "mass_kg": dose.mass,
        "amplitude_cm": dose.amplitude,
        "effort_pct": dose.effort,
    }

    read = Dose(
        **{name: _ends(span) for name, span in spans.items()},  # type: ignore[arg-type]  # fields come by name
        change_s=dose.change,
    )

    for name in spans:
        assert _numbers(getattr(read, name)) == pytest.approx(_numbers(getattr(dose, name)))
    assert read.change_s == pytest.approx(dose.change_s)


def _ends(span: Span[Any] | None) -> tuple[Any, Any] | None:
    return None if span is None else (span.low, span.high)


def _numbers(span: Span[float] | None) -> list[float]:
    return [] if span is None else [end for end in (span.low, span.high) if end is not None]


@pytest.mark.parametrize("registry", [pint, OWN_REGISTRY], ids=["application", "own"])
def test_quantities_of_either_registry_are_taken(registry: Any) -> None:
    """A caller's own registry mixes with no other, yet its numbers are numbers."""
    dose = Dose(
        hold_s=(registry.Quantity(10, "second"), registry.Quantity(0.5, "minute")),
        mass_kg=registry.Quantity(1500, "gram"),
    )

    assert dose.hold_s == Hold(low=10.0, high=30.0)
    assert dose.mass_kg == Span(low=1.5, high=1.5)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("hold_s", pint.Quantity(2, "kilogram"), "hold must be a time, got 2 kilogram"),
        ("hold_cap_s", "2 kg", "hold_cap must be a time, got '2 kg'"),
        ("rest_s", "2 m", "rest must be a time, got '2 m'"),
        ("relax_s", "2 kg", "relax must be a time, got '2 kg'"),
        ("mass_kg", "2 s", "mass must be a mass, got '2 s'"),
        ("amplitude_cm", "2 s", "amplitude must be a length, got '2 s'"),
        ("effort_pct", "2 s", "effort must be a share in percent, got '2 s'"),
        ("change_s", "2 kg", "change must be a time, got '2 kg'"),
        ("leave_s", "2 kg", "leave must be a time, got '2 kg'"),
        ("reps", "x", "reps must be a whole number or span, got 'x'"),
        ("sets", 0, "sets must be a whole number from 1 to 10000, got 0"),
        ("reps_cap", 0, "reps_cap must be a number 1 or more, got 0"),
        ("tempo", 3, "tempo must be a pair of times, out and back, got 3"),
        ("tempo", ("1 kg", 3), "out must be a time, got '1 kg'"),
        ("tempo", (3, "1 kg"), "back must be a time, got '1 kg'"),
    ],
)
def test_a_wrong_number_is_refused_by_name(field: str, value: object, message: str) -> None:
    """The name is the field's, without its unit where another one was given."""
    with pytest.raises(InvalidValueError) as caught:
        Dose(**{field: value})  # type: ignore[arg-type]  # fields come by name

    assert message in str(caught.value)


def test_a_tempo_is_a_pair_of_times() -> None:
    """Seconds out and seconds back, seen as quantities too."""
    tempo = Dose(tempo=(timedelta(seconds=1), "3 s")).tempo

    assert tempo == Tempo(out_s=1, back_s=3)
    assert (str(tempo.out), str(tempo.back)) == ("1.0 second", "3.0 second")
    assert Dose(tempo=tempo).tempo is tempo


def test_quantities_of_a_dose_are_in_canonical_units() -> None:
    """Open tops stay open."""
    dose = Dose(hold_s="at least 1 min", effort_pct="20-50 %", amplitude_cm="1 inch")

    assert dose.hold is not None
    assert str(dose.hold.low) == "60.0 second"
    assert dose.hold.high is None
    assert dose.effort is not None
    assert str(dose.effort.high) == "50.0 percent"
    assert dose.amplitude is not None
    assert str(dose.amplitude.low) == "2.54 centimeter"
    assert Dose().hold is None


def test_a_phase_shows_its_seconds_as_quantities() -> None:
    """As the dose does."""
    phase = Phase(kind="stretch", cue="Lean.", seconds="10-30 s", into_s="2 s")

    assert phase.duration is not None
    assert str(phase.duration.low) == "10.0 second"
    assert Phase(kind="setup", cue="Lie down.").duration is None


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"low": 3.0, "high": 2.0}, "knee_deg must be from lowest to highest, got (3.0, 2.0)"),
        ({}, "knee_deg must be a number or words, got None"),
        ({"low": -1.0}, "low must be a number 0 or more, got -1.0"),
    ],
)
def test_an_amount_has_a_value_in_order(fields: dict[str, Any], message: str) -> None:
    """In numbers or in words."""
    with pytest.raises(InvalidValueError) as caught:
        Amount(name="knee_deg", **fields)

    assert message in str(caught.value)
