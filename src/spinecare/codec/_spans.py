"""Reading and writing spans, holds and repetitions."""

from __future__ import annotations

from typing import Any, cast, get_args

from spinecare.codec._scalars import read_enum, read_float, refuse
from spinecare.model import Hold, Reps, RepsPer, Span


def is_span(kind: Any) -> bool:
    return kind is Span or getattr(kind, "__origin__", None) is Span


def _span_input(value: Any) -> Any:
    """Take what a span may be written as; leave the check of its numbers to the model."""
    if isinstance(value, (int, float, str)) and not isinstance(value, bool):
        return value
    if isinstance(value, dict) and list(cast("dict[str, Any]", value)) == ["at_least"]:
        return (read_float(value["at_least"], float), None)
    ends = cast("list[Any]", value) if isinstance(value, (list, tuple)) else []
    if len(ends) != 2:
        expected = "a number, text with a unit, or [lowest, highest], or { at_least = lowest }"
        raise refuse(expected, cast("object", value))
    low, high = ends
    return (read_float(low, float), None if high is None else read_float(high, float))


def read_span(value: Any, kind: Any) -> Span[Any]:
    given = _span_input(value)
    if get_args(kind) == (int,):
        reps = Reps.of(_as_counts(given))
        return Span(low=reps.low, high=reps.high)
    if isinstance(given, str):
        return cast("Span[Any]", given)  # the field's own converter knows its unit
    low, high = cast("tuple[Any, Any]", given) if isinstance(given, tuple) else (given, given)
    return Span(low=low, high=high)


def _as_counts(given: Any) -> Any:
    """Turn whole floats back into counts; other numbers are refused by the model."""
    if isinstance(given, tuple):
        low, high = cast("tuple[Any, Any]", given)
        return _as_counts(low), _as_counts(high)
    return int(given) if isinstance(given, float) and given.is_integer() else given


def read_hold(value: Any, _: Any) -> Hold:
    return Hold.of(_span_input(value))


def read_reps(value: Any, _: Any) -> Reps:
    if not isinstance(value, dict) or "at_least" in value:
        return Reps.of(_as_counts(_span_input(value)))
    table = cast("dict[str, Any]", value)
    unknown = sorted(set(table) - {"count", "per"})
    if unknown or "count" not in table:
        raise refuse("a span or a table of 'count' and 'per'", table)
    per = cast("RepsPer", read_enum(table.get("per", "cycle"), RepsPer))
    return Reps.of(_as_counts(_span_input(table["count"])), per)


def write_span(span: Span[Any]) -> list[float | int | None]:
    return [short(span.low), None if span.high is None else short(span.high)]


def write_reps(reps: Reps) -> Any:
    span = write_span(reps)
    return span if reps.per is RepsPer.CYCLE else {"count": span, "per": reps.per.value}


def short(number: float) -> float | int:
    """Write whole floats as whole numbers."""
    rounded = int(number)
    return rounded if rounded == number else number
