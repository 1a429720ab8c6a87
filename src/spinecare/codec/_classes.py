"""Reading and writing the model's classes as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

import attrs
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
)
from cattrs.gen import make_dict_unstructure_fn

from spinecare.codec._scalars import refuse
from spinecare.errors import InvalidValueError, SpinecareError
from spinecare.model import (
    Day,
    DeskBreak,
    Finding,
    Plan,
    Session,
    Step,
    StepPhase,
    WeeklyPlan,
)

T = TypeVar("T")

_NUMBERS = (float, float | None)
_WRITTEN_IN_FULL = (Plan, WeeklyPlan, Day, Session, Step, StepPhase, DeskBreak, Finding)
"""Classes whose JSON names every field, so that other programs need not know the defaults."""


def class_reader(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    """Read tables as classes; unlike cattrs' own reader it tries every field before it gives up."""

    def reader(kind: Any) -> Callable[[Any, Any], Any]:
        attributes = attrs.fields(attrs.resolve_types(kind))
        known = {attribute.name for attribute in attributes}

        def read(value: Any, _: Any) -> Any:
            if not isinstance(value, dict):
                raise refuse("a table", value)
            table = cast("dict[str, Any]", value)
            errors: list[Exception] = []
            fields: dict[str, Any] = {}
            for attribute in attributes:
                try:
                    if attribute.name in table:
                        fields[attribute.name] = _read(converter, attribute, table)
                    elif attribute.default is attrs.NOTHING:
                        errors.append(KeyError(attribute.name))
                except Exception as error:  # noqa: BLE001  collected, so that all faults come at once
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


def is_measured(attribute: Any) -> bool:
    """Tell the fields whose number may also be text with its unit."""
    return attribute.converter is not None and attribute.type in _NUMBERS


def _read(converter: Converter, attribute: Any, table: dict[str, Any]) -> Any:
    """Read one field; a number that the model measures may come as text with its unit."""
    value = table[attribute.name]
    if is_measured(attribute) and isinstance(value, str):
        return value  # the field's own converter reads the unit, or refuses the text
    return converter.get_structure_hook(attribute.type)(value, attribute.type)


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


def class_writer(converter: Converter) -> Callable[[Any], Callable[[Any], Any]]:
    def writer(kind: Any) -> Callable[[Any], Any]:
        in_full = issubclass(kind, _WRITTEN_IN_FULL)
        return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=not in_full)

    return writer


def or_text(converter: Converter, kind: type[T], name: str) -> Callable[[Any, Any], T]:
    read = class_reader(converter)(kind)

    def read_either(value: Any, wanted: Any) -> T:
        table: Any = {name: value} if isinstance(value, str) else value
        return cast("T", read(table, wanted))

    return read_either


def short_form(converter: Converter, kind: type[Any], name: str) -> Callable[[Any], Any]:
    write = class_writer(converter)(kind)

    def write_either(value: Any) -> Any:
        table = write(value)
        return table[name] if list(table) == [name] else table

    return write_either


def or_parsed(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    read = class_reader(converter)(kind)

    def read_either(value: Any, wanted: Any) -> Any:
        return kind.parse(value) if isinstance(value, str) else read(value, wanted)

    return read_either
