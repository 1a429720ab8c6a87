"""How numbers, spans and times of a week may be written: `spinecare.codec._spans` as patterns."""

from __future__ import annotations

import re
from typing import Any

from spinecare.model import Availability, DeskHours
from spinecare.model._availability import _DESK_TEXT, _SLOT_TEXT
from spinecare.model._span import _MOST

_N = r"[0-9]+(\.[0-9]+)?"
_UNIT = r"\s*[^0-9\s][^0-9]*"
_AT_LEAST = "[Aa][Tt] [Ll][Ee][Aa][Ss][Tt]"
_TO = r"(-|–|\s[Tt][Oo]\s)"


def _pair(member: dict[str, Any]) -> dict[str, Any]:
    """Describe lowest and highest."""
    return {
        "type": "array",
        "prefixItems": [member, {"anyOf": [member, {"type": "null"}]}],
        "items": False,
        "minItems": 2,
    }


def _span(member: dict[str, Any], text: dict[str, Any], what: str) -> dict[str, Any]:
    at_least = {
        "type": "object",
        "properties": {"at_least": member},
        "required": ["at_least"],
        "additionalProperties": False,
    }
    return {"description": what, "anyOf": [member, text, _pair(member), at_least]}


NUMBER_TEXT = {
    "description": "A number with its unit, such as `20 min` or `1.5 kg`.",
    "type": "string",
    "pattern": rf"^\s*{_N}{_UNIT}$",
}
_SPAN_TEXT = {
    "type": "string",
    "pattern": rf"^\s*({_AT_LEAST}\s+)?{_N}{_UNIT}$|^\s*{_N}[^0-9]*{_TO}\s*{_N}{_UNIT}$",
}
_COUNT_TEXT = {
    "type": "string",
    "pattern": rf"^\s*({_AT_LEAST})?\s*[0-9]+\s*([-–]\s*[0-9]+\s*)?$",
}
_COUNT = {"type": "integer", "minimum": 1, "maximum": _MOST}

SPANS: dict[str, dict[str, Any]] = {
    "NumberText": NUMBER_TEXT,
    "Span": _span(
        {"type": "number", "minimum": 0},
        _SPAN_TEXT,
        "Lowest and highest, as `[10, 30]`; `[20, null]` is 'at least'. Also one number for both, "
        "`{at_least: 20}`, or text with a unit: `10-30 s`, `at least 20 s`.",
    ),
    "Counts": _span(
        _COUNT,
        _COUNT_TEXT,
        "Lowest and highest number of times, as `[8, 12]`; `[3, null]` is 'at least'. Also one "
        "number for both, `{at_least: 3}`, or text: `8-12`.",
    ),
    "Reps": {
        "description": "How many repetitions, and what one of them is; a whole cycle if not said.",
        "anyOf": [
            {"$ref": "#/$defs/Counts"},
            {
                "type": "object",
                "properties": {
                    "count": {"$ref": "#/$defs/Counts"},
                    "per": {"$ref": "#/$defs/RepsPer"},
                },
                "required": ["count"],
                "additionalProperties": False,
            },
        ],
    },
}
"""Definitions that are no classes of their own; those of `spinecare.codec._spans`."""


def _unnamed(pattern: re.Pattern[str]) -> str:
    """Return a pattern without names of groups, which Python spells differently from others."""
    return re.sub(r"\?P<\w+>", "", pattern.pattern)


_SLOT = _unnamed(_SLOT_TEXT)
WEEK_TEXTS: dict[type[Any], dict[str, Any]] = {
    Availability: {
        "description": "Parts like `Mon-Fri 07:00 20 min (office)`, separated by `;`.",
        "type": "string",
        "pattern": rf"^[\s;]*{_SLOT}\s*(;\s*({_SLOT}\s*)?)*$",
    },
    DeskHours: {
        "description": "Days and hours, like `Mon-Fri 09:00-17:00`.",
        "type": "string",
        "pattern": rf"^\s*{_unnamed(_DESK_TEXT)}\s*$",
    },
}
"""The texts of the classes that the codec parses."""
