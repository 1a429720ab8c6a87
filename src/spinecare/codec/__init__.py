"""The one converter between model values and plain data (dicts, lists, text, numbers).

How each type looks on the wire, in JSON as in TOML:

- a span or hold is `[10, 30]`, "at least" is `[20, null]`; on the way in also `20`,
  `{ at_least = 20 }` (TOML knows no null), `"10-30 s"` and `"at least 20 s"`;
- repetitions are the same, or `{"count": [8, 12], "per": "side"}` where one repetition is not a
  whole cycle;
- a pose without contacts is its position, a note without sources is its text, a need without
  remarks is the id of the thing;
- dates, times and moments are ISO 8601 text (TOML's own dates and times are taken too);
- a measured number is itself, on the way in also text with its unit: `"20 min"`;
- availability is `"Mon-Fri 07:00 20 min"` on the way in, or a table of slots.

Reading is strict: no unknown key, no number written as text, no text for a number without a unit,
and every fault of a document is reported at once with its path.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar

import attrs
from cattrs import Converter

from spinecare.codec._classes import class_reader, class_writer, or_parsed, or_text, short_form
from spinecare.codec._faults import faults, unknown_keys
from spinecare.codec._lists import is_list, list_reader
from spinecare.codec._scalars import (
    is_word_choice,
    read_bool,
    read_date,
    read_enum,
    read_float,
    read_int,
    read_moment,
    read_text,
    read_time,
    read_word_choice,
)
from spinecare.codec._spans import (
    is_span,
    read_hold,
    read_reps,
    read_span,
    short,
    write_reps,
    write_span,
)
from spinecare.errors import FaultyInputError
from spinecare.model import (
    Availability,
    DeskHours,
    EquipmentNeed,
    Hold,
    Pose,
    Reps,
    SafetyNote,
)

T = TypeVar("T")

SHORT_FORMS: Mapping[type[Any], str] = {Pose: "position", SafetyNote: "text", EquipmentNeed: "id"}
"""Classes that are written as the text of one field where the others say nothing."""
PARSED: tuple[type[Any], ...] = (Availability, DeskHours)
"""Classes that are read from a text of their own, too."""


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
        raise FaultyInputError(what, tuple(faults(error, file, path))) from error


def _make_converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook(str, read_text)
    converter.register_structure_hook(bool, read_bool)
    converter.register_structure_hook(int, read_int)
    converter.register_structure_hook(float, read_float)
    converter.register_structure_hook(date, read_date)
    converter.register_structure_hook(time, read_time)
    converter.register_structure_hook(datetime, read_moment)
    converter.register_structure_hook(StrEnum, read_enum)
    converter.register_structure_hook_factory(attrs.has, class_reader(converter))
    converter.register_structure_hook_func(is_list, list_reader(converter))
    converter.register_structure_hook_func(is_word_choice, read_word_choice)
    converter.register_structure_hook_func(is_span, read_span)
    converter.register_structure_hook(Hold, read_hold)
    converter.register_structure_hook(Reps, read_reps)
    for kind, name in SHORT_FORMS.items():
        converter.register_structure_hook(kind, or_text(converter, kind, name))
    for kind in PARSED:
        converter.register_structure_hook(kind, or_parsed(converter, kind))
    converter.register_unstructure_hook_factory(attrs.has, class_writer(converter))
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    converter.register_unstructure_hook(float, short)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(time, lambda value: value.isoformat("minutes"))
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook_func(is_span, write_span)
    converter.register_unstructure_hook(Hold, write_span)
    converter.register_unstructure_hook(Reps, write_reps)
    for kind, name in SHORT_FORMS.items():
        converter.register_unstructure_hook(kind, short_form(converter, kind, name))
    return converter


_converter = _make_converter()

__all__ = ["from_data", "to_data", "unknown_keys"]
