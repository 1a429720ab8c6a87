"""The one converter between model values and plain data (dicts, lists, text, numbers).

How each type looks on the wire, in JSON as in TOML:

- a span or hold is `[10, 30]`, "at least" is `[20, null]`; on the way in also `20`, `"10-30 s"`
  and `"at least 20 s"`;
- repetitions are the same, or `{"count": [8, 12], "per": "side"}` where one repetition is not a
  whole cycle;
- a pose without contacts is its position, a note without sources is its text, a need without
  remarks is the id of the thing;
- dates, times and moments are ISO 8601 text (TOML's own dates and times are taken too);
- availability is `"Mon-Fri 07:00 20 min"` on the way in, or a table of slots.

Reading is strict: no unknown key, no number written as text, no text for a number without a unit,
and every fault of a document is reported at once with its path.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar, cast, get_args

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_unstructure_fn

from spinecare.errors import Fault, FaultyInputError, InvalidValueError, SpinecareError
from spinecare.model import (
    Availability,
    DeskBreak,
    DeskHours,
    EquipmentNeed,
    Finding,
    Hold,
    Plan,
    Pose,
    Reps,
    RepsPer,
    SafetyNote,
    Session,
    Span,
    Step,
    StepPhase,
    WeeklyPlan,
)

T = TypeVar("T")

_WRITTEN_IN_FULL = (Plan, WeeklyPlan, Session, Step, StepPhase, DeskBreak, Finding)
"""Classes whose JSON names every field, so that other programs need not know the defaults."""


def to_data(value: object) -> Any:
    """Return a model value as dicts, lists, text and numbers, keys in model order."""
    return _converter.unstructure(value)


def from_data(data: object, kind: type[T], *, what: str, file: str = "", path: str = "$") -> T:
    """Build a model value from plain data.

    Args:
        data: What a JSON or TOML parser returned.
        kind: The class to build.
        what: What the document is, for the error message: "plan", "person".
        file: The file it came from, for the error message.
        path: Where in the document `data` stands.

    Returns:
        The value, every field checked.

    Raises:
        FaultyInputError: With every fault and its path.
    """
    try:
        return _converter.structure(data, kind)
    except Exception as error:  # cattrs groups every kind of error; all become faults
        faults = tuple(_faults(error, file, path))
        raise FaultyInputError(what, faults) from error


def _faults(error: BaseException, file: str, path: str) -> Iterator[Fault]:
    """Flatten cattrs' groups into faults with paths, in the order of the document."""
    if isinstance(error, ClassValidationError):
        with_notes, without = error.group_exceptions()
        for inner, note in with_notes:
            yield from _faults(inner, file, f"{path}.{note.name}")
        for inner in without:
            yield from _faults(inner, file, path)
    elif isinstance(error, IterableValidationError):
        with_index, without = error.group_exceptions()
        for inner, index_note in with_index:
            yield from _faults(inner, file, f"{path}[{index_note.index}]")
        for inner in without:
            yield from _faults(inner, file, path)
    elif isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _faults(inner, file, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(map(str, error.extra_fields)):
            known = ", ".join(attribute.name for attribute in attrs.fields(error.cl))
            yield Fault(file=file, path=f"{path}.{key}", message=f"unknown key; known are {known}")
    elif isinstance(error, KeyError):
        yield Fault(file=file, path=f"{path}.{error.args[0]}", message="required, but missing")
    elif isinstance(error, InvalidValueError):
        yield Fault(file=file, path=path, message=str(error).replace("\n", "; "))
    else:
        message = str(error) or type(error).__name__
        yield Fault(file=file, path=path, message=message)


def _refuse(expected: str, value: object) -> InvalidValueError:
    return InvalidValueError.of("value", expected, value)


def _read_text(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise _refuse("text", value)
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise _refuse("text without lone surrogates", value)
    return value


def _read_bool(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise _refuse("true or false", value)
    return value


def _read_int(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refuse("a whole number", value)
    return value


def _read_float(value: Any, _: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise _refuse("a number", value)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise _refuse("a finite number", value)
    return number


def _read_enum(value: Any, kind: type[StrEnum]) -> StrEnum:
    if not isinstance(value, str) or value not in {member.value for member in kind}:
        raise _refuse(f"one of {', '.join(str(member.value) for member in kind)}", value)
    return kind(value)


def _read_date(value: Any, _: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(_read_text(value, str))
    except ValueError:
        raise _refuse("a date like '2026-11-23'", value) from None


def _read_time(value: Any, _: Any) -> time:
    try:
        read = value if isinstance(value, time) else time.fromisoformat(_read_text(value, str))
    except ValueError:
        raise _refuse("a time of day like '07:00'", value) from None
    if read.tzinfo is not None or read.second or read.microsecond:
        raise _refuse("a time of day to the minute without a zone", value)
    return read


def _read_moment(value: Any, _: Any) -> datetime:
    try:
        read: datetime = (
            value if isinstance(value, datetime) else datetime.fromisoformat(_read_text(value, str))
        )
    except ValueError:
        raise _refuse("a moment like '2026-11-23T00:00:00+00:00'", value) from None
    if read.tzinfo is None:
        raise _refuse("a moment with an offset", value)
    return read


def _span_input(value: Any) -> Any:
    """Take what a span may be written as; leave the check of its numbers to the model."""
    if isinstance(value, (int, float, str)) and not isinstance(value, bool):
        return value
    ends = cast("list[Any]", value) if isinstance(value, (list, tuple)) else []
    if len(ends) != 2:
        raise _refuse("a number, text with a unit, or [lowest, highest]", cast("object", value))
    low, high = ends
    return (_read_float(low, float), None if high is None else _read_float(high, float))


def _read_span(value: Any, kind: Any) -> Span[Any]:
    given = _span_input(value)
    if get_args(kind) == (int,):
        reps = Reps.of(_as_counts(given))
        return Span(low=reps.low, high=reps.high)
    if isinstance(given, str):
        raise _refuse("a number or [lowest, highest]", value)
    low, high = cast("tuple[Any, Any]", given) if isinstance(given, tuple) else (given, given)
    return Span(low=low, high=high)


def _as_counts(given: Any) -> Any:
    """Turn whole floats back into counts; other numbers are refused by the model."""
    if isinstance(given, tuple):
        low, high = cast("tuple[Any, Any]", given)
        return _as_counts(low), _as_counts(high)
    return int(given) if isinstance(given, float) and given.is_integer() else given


def _read_hold(value: Any, _: Any) -> Hold:
    return Hold.of(_span_input(value))


def _read_reps(value: Any, _: Any) -> Reps:
    if not isinstance(value, dict):
        return Reps.of(_as_counts(_span_input(value)))
    table = cast("dict[str, Any]", value)
    unknown = sorted(set(table) - {"count", "per"})
    if unknown or "count" not in table:
        raise _refuse("a span or a table of 'count' and 'per'", table)
    per = cast("RepsPer", _read_enum(table.get("per", "cycle"), RepsPer))
    return Reps.of(_as_counts(_span_input(table["count"])), per)


def _write_span(span: Span[Any]) -> list[float | int | None]:
    return [_short(span.low), None if span.high is None else _short(span.high)]


def _write_reps(reps: Reps) -> Any:
    span = _write_span(reps)
    return span if reps.per is RepsPer.CYCLE else {"count": span, "per": reps.per.value}


def _short(number: float | int) -> float | int:
    """Write whole floats as whole numbers."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _make_converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook_func(lambda kind: kind is str, _read_text)
    converter.register_structure_hook(bool, _read_bool)
    converter.register_structure_hook(int, _read_int)
    converter.register_structure_hook(float, _read_float)
    converter.register_structure_hook(date, _read_date)
    converter.register_structure_hook(time, _read_time)
    converter.register_structure_hook(datetime, _read_moment)
    converter.register_structure_hook(StrEnum, _read_enum)
    converter.register_structure_hook_factory(attrs.has, _class_reader(converter))
    converter.register_structure_hook_func(_is_span, _read_span)
    converter.register_structure_hook(Hold, _read_hold)
    converter.register_structure_hook(Reps, _read_reps)
    for kind, name in ((Pose, "position"), (SafetyNote, "text"), (EquipmentNeed, "id")):
        converter.register_structure_hook(kind, _or_text(converter, kind, name))
    converter.register_structure_hook(Availability, _or_parsed(converter, Availability))
    converter.register_structure_hook(DeskHours, _or_parsed(converter, DeskHours))
    converter.register_unstructure_hook_factory(attrs.has, _class_writer(converter))
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    converter.register_unstructure_hook(float, _short)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(time, lambda value: value.isoformat("minutes"))
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook_func(_is_span, _write_span)
    converter.register_unstructure_hook(Hold, _write_span)
    converter.register_unstructure_hook(Reps, _write_reps)
    for kind, name in ((Pose, "position"), (SafetyNote, "text"), (EquipmentNeed, "id")):
        converter.register_unstructure_hook(kind, _short_form(converter, kind, name))
    return converter


def _is_span(kind: Any) -> bool:
    return kind is Span or getattr(kind, "__origin__", None) is Span


def _class_reader(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    """Read tables as classes; unlike cattrs' own reader it tries every field before it gives up."""

    def reader(kind: Any) -> Callable[[Any, Any], Any]:
        attributes = attrs.fields(attrs.resolve_types(kind))
        known = {attribute.name for attribute in attributes}

        def read(value: Any, _: Any) -> Any:
            if not isinstance(value, dict):
                raise _refuse("a table", value)
            table = cast("dict[str, Any]", value)
            errors: list[Exception] = []
            fields: dict[str, Any] = {}
            for attribute in attributes:
                try:
                    if attribute.name in table:
                        hook = converter.get_structure_hook(attribute.type)
                        fields[attribute.name] = hook(table[attribute.name], attribute.type)
                    elif attribute.default is attrs.NOTHING:
                        errors.append(KeyError(attribute.name))
                except Exception as error:  # collected, so that all faults come at once
                    errors.append(_at(error, attribute))
            if set(table) - known:
                errors.append(ForbiddenExtraKeysError(None, kind, set(table) - known))
            own: list[Exception] = []
            if not errors:
                try:
                    return kind(**fields)
                except SpinecareError as error:
                    own.append(error)
            checked = [fault for item in attributes for fault in _field_faults(item, fields)]
            # cattrs' group takes the class as a third argument, which its type does not show
            raise ClassValidationError(kind.__name__, [*errors, *(checked or own)], kind)  # pyright: ignore[reportCallIssue]

        return read

    return reader


def _field_faults(attribute: Any, fields: dict[str, Any]) -> Iterator[Exception]:
    """Yield what one field's own converter and validator have against its value."""
    if attribute.name not in fields:
        return
    try:
        value = fields[attribute.name]
        if attribute.converter is not None:
            value = attribute.converter(value)
        if attribute.validator is not None:
            attribute.validator(None, attribute, value)
    except InvalidValueError as error:
        yield _at(error, attribute)


def _at(error: Exception, attribute: Any) -> Exception:
    """Mark an error with the field it belongs to, as cattrs does."""
    error.add_note(AttributeValidationNote("", attribute.name, attribute.type))
    return error


def _class_writer(converter: Converter) -> Callable[[Any], Callable[[Any], Any]]:
    def writer(kind: Any) -> Callable[[Any], Any]:
        in_full = issubclass(kind, _WRITTEN_IN_FULL)
        return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=not in_full)

    return writer


def _or_text(converter: Converter, kind: type[T], name: str) -> Callable[[Any, Any], T]:
    read = _class_reader(converter)(kind)

    def read_either(value: Any, wanted: Any) -> T:
        table: Any = {name: value} if isinstance(value, str) else value
        return cast("T", read(table, wanted))

    return read_either


def _short_form(converter: Converter, kind: type[Any], name: str) -> Callable[[Any], Any]:
    write = _class_writer(converter)(kind)

    def write_either(value: Any) -> Any:
        table = write(value)
        return table[name] if list(table) == [name] else table

    return write_either


def _or_parsed(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    read = _class_reader(converter)(kind)

    def read_either(value: Any, wanted: Any) -> Any:
        return kind.parse(value) if isinstance(value, str) else read(value, wanted)

    return read_either


_converter = _make_converter()

__all__ = ["from_data", "to_data"]
