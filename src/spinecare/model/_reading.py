"""How constructors read their arguments: converters and validators shared by the model."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from attrs import Attribute

from spinecare.errors import InvalidValueError

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)
"""The days of plans: outside them time zones are guesswork."""
T = TypeVar("T")
E = TypeVar("E", bound=Enum)


def as_tuple(value: Iterable[T]) -> tuple[T, ...]:
    """Keep a collection as a tuple; text, or what is no collection, counts as one of one member.

    A member that does not fit is refused by the field's own validator, which knows its name.
    """
    if isinstance(value, str):
        return (cast("T", value),)
    try:
        return tuple(value)
    except TypeError:
        return (cast("T", value),)


def is_a(*kinds: type) -> Callable[[Any, Attribute[Any], Any], None]:
    """Validate that a field holds one of these types (a bool is not a number)."""
    names = " or ".join(kind.__name__ for kind in kinds)

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise InvalidValueError.of(attribute.name, f"of type {names}", value)

    return check


def a_day(_: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate a date on which something can stand: no moment, and no year zones do not know."""
    is_date = isinstance(value, date) and not isinstance(value, datetime)
    if not is_date or not FIRST_DAY <= value <= LAST_DAY:
        raise InvalidValueError.of(attribute.name, f"a date from {FIRST_DAY} to {LAST_DAY}", value)


def in_utc(value: datetime, field: str) -> datetime:
    """Keep a moment in UTC, so that equal values are written alike, of whatever device they come.

    Raises:
        InvalidValueError: The moment is outside of the days that zones know.
    """
    if not isinstance(cast("object", value), datetime) or value.tzinfo is None:
        return value  # refused by the field's validator
    try:
        moment = value.astimezone(UTC)
    except OverflowError:  # the first and the last day there is have no UTC everywhere
        moment = datetime.max.replace(tzinfo=UTC)
    if not FIRST_DAY <= moment.date() <= LAST_DAY:
        expected = f"a moment from {FIRST_DAY} to {LAST_DAY}"
        raise InvalidValueError.of(field, expected, value)
    return moment


def to_the_minute(_: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate a wall-clock time without seconds and without a zone."""
    if not isinstance(value, time) or value.tzinfo or value.second or value.microsecond:
        raise InvalidValueError.of(
            attribute.name, "a time of day to the minute, without a zone", value
        )


def optional(
    check: Callable[[Any, Attribute[Any], Any], None],
) -> Callable[[Any, Attribute[Any], Any], None]:
    """Validate a field that may also be `None`."""

    def check_unless_none(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if value is not None:
            check(instance, attribute, value)

    return check_unless_none


def _tuple(attribute: Attribute[Any], value: object) -> tuple[object, ...]:
    if not isinstance(value, tuple):
        raise InvalidValueError.of(attribute.name, "a tuple", value)
    return cast("tuple[object, ...]", value)


def members(*kinds: type) -> Callable[[Any, Attribute[Any], Any], None]:
    """Validate every member of a tuple, naming the first that does not fit."""
    check_member = is_a(*kinds)

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        for member in _tuple(attribute, value):
            check_member(instance, attribute, member)

    return check


def is_finite(value: object) -> bool:
    """Tell whether a value is a number that arithmetic can use: no truth value, no infinity."""
    if type(value) is float:  # by far the most numbers
        return math.isfinite(value)
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number greater than any float
        return False


def word(_: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate an id: lower-case or upper-case ASCII letters, digits and hyphens."""
    ok = isinstance(value, str) and value and value.replace("-", "").isalnum() and value.isascii()
    if not ok:
        raise InvalidValueError.of(
            attribute.name,
            "an id of ASCII letters, digits and hyphens",
            value,
            "write it like 'neck-2-rotation'.",
        )


def words(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate a tuple of ids without repeats."""
    ids = _tuple(attribute, value)
    for member in ids:
        word(instance, attribute, member)
    if len(set(ids)) != len(ids):
        raise InvalidValueError.of(attribute.name, "ids without repeats", ids)


def zone(_: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate the name of a time zone."""
    try:
        if isinstance(value, str):
            ZoneInfo(value)
            return
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass  # they all mean the same to the caller: there is no such zone
    raise InvalidValueError.of(
        attribute.name, "a name of the time zone database", value, "write 'Europe/Berlin'."
    )


def not_blank(_: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate text with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise InvalidValueError.of(attribute.name, "text", value)


def between(low: float, high: float = math.inf) -> Callable[[Any, Attribute[Any], Any], None]:
    """Validate a number inside closed bounds."""
    bounds = f"{low:g} or more" if high == math.inf else f"from {low:g} to {high:g}"

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if not is_finite(value) or not low <= value <= high:
            raise InvalidValueError.of(attribute.name, f"a number {bounds}", value)

    return check


def whole(low: int, high: float = math.inf) -> Callable[[Any, Attribute[Any], Any], None]:
    """Validate a whole number inside closed bounds."""
    check_bounds = between(low, high)
    check_int = is_a(int)

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        check_int(instance, attribute, value)
        check_bounds(instance, attribute, value)

    return check


def read_word(kind: type[E], value: E | str, field: str) -> E:
    """Read a member of a word list from the member or its word."""
    if isinstance(value, kind):
        return value
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise InvalidValueError.of(field, f"one of {known}", value) from None
