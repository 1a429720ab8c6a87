"""The door for numbers: text, `timedelta` and pint quantities in, plain canonical numbers out.

This is the only module that imports pint, and it does so on the first text or quantity that needs
it. Canonical units are seconds, kilograms, centimetres, degrees and days; a plain number given to
a constructor is already in the canonical unit of its field.
"""

# pint's own types are partly unknown to pyright; nothing unknown leaves this module.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import math
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from spinecare.errors import InvalidValueError

if TYPE_CHECKING:
    from pint.facets.plain import PlainQuantity

    Quantity: TypeAlias = PlainQuantity[float]
    """A number with its unit, of pint's application registry."""

NumberLike: TypeAlias = "float | str | timedelta | PlainQuantity[Any]"
"""What a single number may be given as."""
Bounds: TypeAlias = "tuple[float, float | None]"
"""The lowest and highest value; `None` means that the source only says "at least"."""
BoundsLike: TypeAlias = (
    "float | str | timedelta | PlainQuantity[Any] | tuple[NumberLike, NumberLike | None]"
)
"""What a span may be given as: `10`, `"10-30 s"`, `"at least 20 s"`, `(10, 30)`, quantities."""

_KINDS = {  # canonical unit: what a message calls it, pint's dimension, an example of text
    "second": ("a time", "[time]", "10-30 s"),
    "minute": ("a time", "[time]", "20 min"),
    "hour": ("a time", "[time]", "6 h"),
    "day": ("a time in days", "[time]", "5-8 days"),
    "kilogram": ("a mass", "[mass]", "1.5-2 kg"),
    "centimeter": ("a length", "[length]", "2-3 cm"),
    "degree": ("an angle", "dimensionless", "90 deg"),
    "percent": ("a share in percent", "dimensionless", "20-50 %"),
}
_SECONDS = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400}
_AT_LEAST = re.compile(r"\s*at\s+least\s+(?P<low>.+)", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?P<low>\d+(?:\.\d+)?)\s*(?P<low_unit>[^\d\s\-–][^\d\-–]*?)?\s*(?:-|–|\bto\b)\s*"
    r"(?P<high>\d+(?:\.\d+)?)\s*(?P<high_unit>[^\d\-–]*?)\s*",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[^\d]*?)\s*")


def read_number(value: NumberLike, unit: str, field: str) -> float:
    """Read one number in a canonical unit.

    Args:
        value: A number already in `unit`, text such as `"45 s"`, a `timedelta` or a quantity.
        unit: The canonical unit: `second`, `minute`, `hour`, `day`, `kilogram`, `centimeter`,
            `degree`, `percent`.
        field: The name that an error message uses.

    Returns:
        A finite number, zero or more.

    Raises:
        InvalidValueError: Another dimension, text without a unit, a negative or infinite number.

    Examples:
        >>> read_number("1.5 min", "second", "hold")
        90.0
    """
    what, _, example = _KINDS[unit]
    if isinstance(value, bool):
        raise InvalidValueError.of(field, what, value)
    if isinstance(value, (int, float)):
        number = read_plain(value, field, what)
    elif isinstance(value, timedelta):
        if unit not in _SECONDS:
            raise InvalidValueError.of(field, what, value)
        number = value.total_seconds() / _SECONDS[unit]
    elif isinstance(value, str):
        match = _SINGLE.fullmatch(value)
        if match is None or not match["unit"]:
            raise InvalidValueError.of(field, what, value, f"write it as {example!r}.")
        number = _convert(float(match["number"]), match["unit"], unit, field, value)
    elif hasattr(value, "magnitude") and hasattr(value, "m_as"):
        number = _from_quantity(value, unit, field, value)
    else:
        raise InvalidValueError.of(field, what, value, f"write it as {example!r}.")
    if not math.isfinite(number) or number < 0:
        raise InvalidValueError.of(field, f"{what} of zero or more", value)
    return number


def read_plain(value: float, field: str, what: str) -> float:
    """Return a plain number as a float; one that is too great for it is refused by name."""
    try:
        return float(value)
    except OverflowError:
        raise InvalidValueError.of(field, f"{what} that arithmetic can use", value) from None


def read_bounds(value: BoundsLike, unit: str, field: str) -> Bounds:
    """Read the lowest and highest value of a span in a canonical unit.

    Args:
        value: One number for both ends, a pair, or text: `"10-30 s"`, `"10 s to 1 min"`,
            `"at least 20 s"`. In a pair, `None` as the second means "at least".
        unit: The canonical unit, as in `read_number`.
        field: The name that an error message uses.

    Returns:
        Lowest and highest value; the highest is `None` for "at least".

    Raises:
        InvalidValueError: As `read_number`, or the ends are the wrong way round.

    Examples:
        >>> read_bounds("10-30 s", "second", "hold")
        (10.0, 30.0)
        >>> read_bounds("at least 20 s", "second", "hold")
        (20.0, None)
    """
    low: NumberLike
    high: NumberLike | None
    if isinstance(value, (tuple, list)):
        pair = tuple(cast("tuple[Any, ...]", value))
        if len(pair) != 2:
            raise InvalidValueError.of(field, "one number or a pair of numbers", value)
        low, high = pair
    elif isinstance(value, str):
        low, high = _split(value)
    else:
        low = high = value
    try:
        lowest = read_number(low, unit, field)
        highest = None if high is None else read_number(high, unit, field)
    except InvalidValueError as error:  # show the whole that came, not one end of it
        raise InvalidValueError.of(field, error.expected, value, error.cure) from error
    if highest is not None and highest < lowest:
        raise InvalidValueError.of(
            field,
            "a span from lowest to highest",
            value,
            "the two ends are the wrong way round.",
        )
    return lowest, highest


def quantity(number: float, unit: str) -> Quantity:
    """Return a canonical number as a pint quantity of the application registry.

    Examples:
        >>> quantity(90.0, "second").to("minute")
        <Quantity(1.5, 'minute')>
    """
    import pint  # first use: a plan can be made and exported without it

    return pint.Quantity(number, unit)


def _split(text: str) -> tuple[str, str | None]:
    """Split text into its two ends; a unit written once counts for both."""
    at_least = _AT_LEAST.fullmatch(text)
    if at_least:
        return at_least["low"], None
    between = _BETWEEN.fullmatch(text)
    if between:
        low_unit = between["low_unit"] or between["high_unit"]
        return f"{between['low']} {low_unit}", f"{between['high']} {between['high_unit']}"
    return text, text


def _convert(number: float, unit_text: str, unit: str, field: str, given: object) -> float:
    """Convert a number with a unit written as text."""
    import pint  # first use

    spelled = {"%": "percent", "°": "degree"}.get(unit_text.strip(), unit_text.strip())
    try:
        given_quantity = pint.Quantity(number, spelled)
    except Exception as error:  # pint raises many kinds for text it cannot read
        what, _, example = _KINDS[unit]
        raise InvalidValueError.of(field, what, given, f"write it as {example!r}.") from error
    return _from_quantity(given_quantity, unit, field, given)


def _from_quantity(value: Any, unit: str, field: str, given: object) -> float:
    """Convert a quantity of any registry, or refuse its dimension by name."""
    what, dimension, _ = _KINDS[unit]
    if str(value.dimensionality) != dimension:
        raise InvalidValueError.of(field, what, given)
    if dimension == "dimensionless" and _is_angle(value) is not (unit == "degree"):
        raise InvalidValueError.of(field, what, given)
    return float(value.m_as(unit))


def _is_angle(value: Any) -> bool:
    """Tell angles from other numbers without a dimension: pint counts degrees as dimensionless."""
    names = set(str(value.units).split())
    return bool(names & {"degree", "radian", "turn", "arcminute", "arcsecond", "grade"})
