"""Every stored number as a quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

import attrs

from spinecare.errors import InvalidValueError
from spinecare.model._span import Span, span_quantity
from spinecare.units import quantity

if TYPE_CHECKING:
    from spinecare.units import Quantity

_UNIT_OF_SUFFIX = {
    "s": "second",
    "seconds": "second",
    "min": "minute",
    "minutes": "minute",
    "h": "hour",
    "hours": "hour",
    "days": "day",
    "kg": "kilogram",
    "cm": "centimeter",
    "pct": "percent",
    "deg": "degree",
    "c": "degree_Celsius",
}
"""The last word of a field's name, and the pint unit it stands for."""


def unit_of(name: str) -> str | None:
    """Return the pint unit that a field's name ends in, or `None` where it has none.

    Examples:
        >>> unit_of("hold_s"), unit_of("waking_hours"), unit_of("reps")
        ('second', 'hour', None)
    """
    return _UNIT_OF_SUFFIX.get(name.rpartition("_")[2])


def quantity_of(value: object, name: str) -> Quantity | Span[Quantity] | None:
    """Return a stored number of any model value as a pint quantity.

    Args:
        value: A value of the model: a dose, a step, a slot, …
        name: The field or property, as it is stored: `hold_s`, `minutes`, `window_days`.

    Returns:
        A quantity, a span of quantities where a span is stored, `None` where nothing is.

    Raises:
        InvalidValueError: The value has no such number, or the number has no unit.

    Examples:
        >>> from spinecare import Slot
        >>> quantity_of(Slot(weekday="Mon", start="07:00", minutes=20), "minutes")
        <Quantity(20.0, 'minute')>
    """
    unit = unit_of(name)
    stored: object = getattr(value, name, attrs.NOTHING)
    if unit is None or stored is attrs.NOTHING:
        raise InvalidValueError.of(
            "name",
            f"a number with a unit of {type(value).__name__}",
            name,
            "name it as it is stored, like 'hold_s'.",
        )
    if _is_span(stored):
        return span_quantity(stored, unit)
    if stored is None:
        return None
    if isinstance(stored, bool) or not isinstance(stored, (int, float)):
        raise InvalidValueError.of(name, "a number", stored)
    return quantity(float(stored), unit)


def _is_span(value: object) -> TypeGuard[Span[float]]:
    return isinstance(value, Span)
