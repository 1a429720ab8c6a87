"""The C library libical, with which Evolution and many servers read, through ctypes."""

from __future__ import annotations

import ctypes
import ctypes.util
from datetime import UTC, datetime
from functools import cache
from typing import Any

import attrs

from tests.calendars.samples import Occurrence, occurrence
from tests.programs import missing

_FROM, _TO = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2026, 2028))


@attrs.frozen
class Read:
    """An event as libical reads it."""

    uid: str
    summary: str
    description: str
    location: str
    occurrences: tuple[Occurrence, ...]


class _Span(ctypes.Structure):
    """`struct icaltime_span`: seconds since 1970, and whether the time counts as busy."""

    _fields_ = (("start", ctypes.c_long), ("end", ctypes.c_long), ("is_busy", ctypes.c_int))


class _Time(ctypes.Structure):
    """`struct icaltimetype`: eight numbers and a pointer to its zone; handed over by value."""

    _fields_ = (("numbers", ctypes.c_int * 8), ("zone", ctypes.c_void_p))


_Callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_Span), ctypes.c_void_p)


@cache
def library() -> Any:
    """Return the library with the types of what is used of it."""
    name = ctypes.util.find_library("ical")
    if name is None:
        missing("libical", "install libical3 with the system's packages")
    ical = ctypes.CDLL(name)
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for function, result, arguments in (
        ("icalparser_parse_string", pointer, (text,)),
        ("icalcomponent_string_to_kind", number, (text,)),
        ("icalcomponent_count_errors", number, (pointer,)),
        ("icalcomponent_get_first_component", pointer, (pointer, number)),
        ("icalcomponent_get_next_component", pointer, (pointer, number)),
        ("icalcomponent_get_uid", text, (pointer,)),
        ("icalcomponent_get_summary", text, (pointer,)),
        ("icalcomponent_get_description", text, (pointer,)),
        ("icalcomponent_get_location", text, (pointer,)),
        ("icalcomponent_free", None, (pointer,)),
        ("icaltimezone_get_utc_timezone", pointer, ()),
        ("icaltime_from_timet_with_zone", _Time, (ctypes.c_long, number, pointer)),
        ("icalcomponent_foreach_recurrence", None, (pointer, _Time, _Time, _Callback, pointer)),
    ):
        found = getattr(ical, function)
        found.restype, found.argtypes = result, arguments
    return ical


def read(data: bytes) -> list[Read]:
    """Return the events of a file; nothing in it may be an error to libical."""
    ical = library()
    calendar = ical.icalparser_parse_string(data)
    assert calendar
    assert ical.icalcomponent_count_errors(calendar) == 0
    kind = ical.icalcomponent_string_to_kind(b"VEVENT")
    found: list[Read] = []
    event = ical.icalcomponent_get_first_component(calendar, kind)
    while event:
        found.append(_read_event(event))
        event = ical.icalcomponent_get_next_component(calendar, kind)
    ical.icalcomponent_free(calendar)
    return found


def _read_event(event: int) -> Read:
    ical = library()
    uid, summary, description, location = (
        (getattr(ical, f"icalcomponent_get_{name}")(event) or b"").decode()
        for name in ("uid", "summary", "description", "location")
    )
    spans: list[tuple[int, int]] = []

    def note(_event: int, span: Any, _data: int) -> None:
        spans.append((span.contents.start, span.contents.end))

    utc = ical.icaltimezone_get_utc_timezone()
    first, last = (ical.icaltime_from_timet_with_zone(at, 0, utc) for at in (_FROM, _TO))
    ical.icalcomponent_foreach_recurrence(event, first, last, _Callback(note), None)
    occurrences = tuple(
        occurrence(uid, *(datetime.fromtimestamp(second, UTC) for second in span)) for span in spans
    )
    return Read(uid, summary, description, location, occurrences)
