"""JSON Schema of the model's types, as the codec reads them."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin

import attrs

from spinecare.codec import PARSED, SHORT_FORMS, to_data
from spinecare.codec._classes import is_measured
from spinecare.codec._lists import is_list
from spinecare.codec._scalars import DAY, DAYTIME, MOMENT
from spinecare.codec._spans import is_span
from spinecare.model import Amount, Cadence, Drawing, GuidingRule, Hold, Reps, RepsPer, WeeklyPlan
from tools.schema_parts.checks import WORD, Keywords, keywords_of
from tools.schema_parts.spans import SPANS, WEEK_TEXTS
from tools.schema_parts.texts import class_text, field_text, id_text

_SCALARS: dict[Any, Keywords] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date", "pattern": f"^{DAY}$"},
    time: {"type": "string", "pattern": f"^{DAYTIME}$"},
    datetime: {"type": "string", "format": "date-time", "pattern": f"^{MOMENT}$"},
}


def _only_with(name: str, kind: str) -> Keywords:
    """Describe a field of a cadence that one kind has and no other."""
    return {
        "if": {"properties": {"kind": {"const": kind}}},
        "then": {"required": [name], "properties": {name: {"not": {"type": "null"}}}},
        "else": {"properties": {name: {"type": "null"}}},
    }


_BY_HAND: dict[type[Any], Keywords] = {
    WeeklyPlan: {"properties": {"days": {"minItems": 7, "maxItems": 7}}},
    Drawing: {"properties": {"frames": {"minItems": 1}}},
    GuidingRule: {
        "properties": {"observe_days": {"items": {"minimum": 1, "maximum": 10_000}}},
    },
    Cadence: {"allOf": [_only_with("window_days", "window"), _only_with("every_min", "hourly")]},
    Amount: {
        "anyOf": [
            {"required": ["low"], "properties": {"low": {"type": "number"}}},
            {"required": ["text"], "properties": {"text": {"minLength": 1}}},
        ]
    },
}
"""What classes check as a whole and a schema can say; `docs/how-to/data.md` tells the rest."""


class Definitions:
    """The definitions that a schema needs, found from the classes it begins with."""

    def __init__(self) -> None:
        self._found: dict[str, Keywords] = {}

    def as_data(self) -> dict[str, Keywords]:
        """Return all definitions found so far, in order of their names."""
        return dict(sorted(self._found.items()))

    def of(self, kind: Any) -> Keywords:
        """Return the schema of a type; its classes become definitions."""
        if kind in _SCALARS:
            return dict(_SCALARS[kind])
        origin, members = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(member) for member in members]}
        if origin is Literal:
            return {"enum": list(members)}
        if is_list(kind):
            return self._list(members)
        if is_span(kind) or kind is Hold:
            return self._shared("Counts" if members == (int,) else "Span")
        if kind is Reps:
            self._shared("Counts")
            self.of(RepsPer)
            return self._shared("Reps")
        return self._named(kind)

    def _list(self, members: tuple[Any, ...]) -> Keywords:
        if members[-1] is Ellipsis:
            return {"type": "array", "items": self.of(members[0])}
        parts = [self.of(member) for member in members]
        return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}

    def _shared(self, name: str) -> Keywords:
        self._found[name] = SPANS[name]
        return {"$ref": f"#/$defs/{name}"}

    def _named(self, kind: Any) -> Keywords:
        """Refer to the definition of an id, a word list or a class; make it when it is new."""
        name: str = kind.__name__
        if name not in self._found:
            self._found[name] = {}  # a class may hold itself
            self._found[name] = self._definition(kind)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, kind: Any) -> Keywords:
        if isinstance(kind, NewType):
            return {"description": id_text(kind), "type": "string", "pattern": WORD}
        if issubclass(kind, StrEnum):
            return {"description": class_text(kind), "enum": [member.value for member in kind]}
        table = self._table(kind)
        if kind in SHORT_FORMS:
            short = dict(table["properties"][SHORT_FORMS[kind]])
            return {"description": table.pop("description"), "anyOf": [short, table]}
        if kind in PARSED:
            return {"description": table.pop("description"), "anyOf": [WEEK_TEXTS[kind], table]}
        return table

    def _table(self, kind: type[Any]) -> Keywords:
        fields = attrs.fields(attrs.resolve_types(kind))
        table: Keywords = {
            "description": class_text(kind),
            "type": "object",
            "properties": {field.name: self._field(kind, field) for field in fields},
            "required": [field.name for field in fields if field.default is attrs.NOTHING],
            "additionalProperties": False,
        }
        for keyword, value in _BY_HAND.get(kind, {}).items():
            if keyword != "properties":
                table[keyword] = value
                continue
            for name, more in value.items():
                _narrow(table["properties"][name], more)
        return table

    def _field(self, kind: type[Any], field: Any) -> Keywords:
        schema = self.of(field.type)
        _narrow(schema, keywords_of(field.validator))
        if is_measured(field):
            _narrow(schema, {"minimum": 0} | keywords_of(field.validator))
            schema = _joined(schema, self._shared("NumberText"))
        said: Keywords = {"description": field_text(kind, field.name)}
        if field.default is not attrs.NOTHING and not isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
            said["default"] = to_data(field.default)
        return said | schema


def _narrow(schema: Keywords, more: Keywords) -> None:
    """Put what a validator asks for to the type it speaks about."""
    for part in schema.get("anyOf", ()):
        if part != {"type": "null"}:
            _narrow(part, more)
    if "anyOf" in schema:
        return
    for keyword, value in more.items():
        if keyword == "items" and "prefixItems" in schema:
            for part in schema["prefixItems"]:
                _narrow(part, value)
        elif keyword == "items":
            _narrow(schema["items"], value)
        elif keyword == "pattern" and "$ref" in schema:
            assert value == WORD, f"only ids have definitions with a pattern, got {value}"  # noqa: S101
        else:
            schema[keyword] = value


def _joined(schema: Keywords, other: Keywords) -> Keywords:
    """Return what either describes."""
    parts = schema.get("anyOf", [schema])
    return {"anyOf": [parts[0], other, *parts[1:]]}
