"""One hypothesis strategy for every class of the model, found by `instances(kind)`.

A strategy follows the types of the fields; what they cannot say (a span's order, seven days in a
row) stands in `_OWN` or `_FIELDS`. A new class of the model joins by itself, or fails loudly.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, Literal, NewType, TypeVar, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from spinecare import model
from spinecare.model import (
    Amount,
    Availability,
    Cadence,
    CadenceKind,
    Day,
    DeskHours,
    Frame,
    Hold,
    Place,
    Plan,
    Reps,
    RepsPer,
    Screening,
    Session,
    Slot,
    Span,
    Weekday,
    WeeklyPlan,
)

T = TypeVar("T")

words = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3})?", fullmatch=True)
"""Ids."""
texts = st.text(max_size=6).map(lambda text: f"x{text}")
"""Texts of any script with something in them."""
numbers = st.floats(min_value=0, max_value=10_000, allow_nan=False)
"""Measured numbers."""
minutes_of_day = st.builds(time, st.integers(0, 23), st.integers(0, 59))
dates = st.dates(date(2020, 1, 1), date(2035, 12, 31))
zones = st.sampled_from(["Europe/Berlin", "UTC", "America/St_Johns", "Australia/Lord_Howe"])

MODEL_CLASSES: tuple[type[Any], ...] = tuple(
    value
    for name in model.__all__
    if isinstance(value := getattr(model, name), type) and attrs.has(value)
)
"""Every public class of values."""


def instances(kind: type[T]) -> st.SearchStrategy[T]:
    """Return a strategy of valid values of one class of the model."""
    any_kind: Any = kind  # mypy does not see that classes can be hashed
    strategy: st.SearchStrategy[T] = _instances(any_kind)
    return strategy


@cache
def _instances(kind: Any) -> st.SearchStrategy[Any]:
    if kind in _OWN:
        return _OWN[kind]()
    fields = {
        attribute.name: _FIELDS.get((kind.__name__, attribute.name), _of_field(attribute))
        for attribute in _fields(kind)
    }
    return st.builds(kind, **fields)


def _fields(kind: Any) -> tuple[Any, ...]:
    """Return the fields of a class with their types as types, not as text."""
    fields: tuple[Any, ...] = attrs.fields(attrs.resolve_types(kind))
    return fields


def _of_field(attribute: Any) -> st.SearchStrategy[Any]:
    """Follow the type of a field; where the default is no text, none may come."""
    strategy = of_type(attribute.type, attribute.name)
    return st.just("") | strategy if attribute.default == "" else strategy


_WORD_FIELDS = {"about", "advice", "after", "before", "equipment", "group", "id", "regions"}
_WORD_FIELDS |= {"rules", "subject"}


def of_type(kind: Any, name: str) -> st.SearchStrategy[Any]:
    """Return a strategy of values of a field's type."""
    origin = get_origin(kind)
    if isinstance(kind, NewType) or (kind is str and name in _WORD_FIELDS):
        return words
    if origin in (Union, types.UnionType):
        inner = next(member for member in get_args(kind) if member is not type(None))
        return st.none() | of_type(inner, name)
    if origin is tuple and get_args(kind)[-1] is Ellipsis:
        member = of_type(get_args(kind)[0], name)
        return st.lists(member, max_size=2, unique=member is words).map(tuple)
    if origin is tuple:
        return st.tuples(*(of_type(member, name) for member in get_args(kind)))
    if origin is Literal:
        return st.sampled_from(get_args(kind))
    if origin is Span:
        return counts if get_args(kind) == (int,) else spans
    if isinstance(kind, type) and attrs.has(kind):
        return instances(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    return _SIMPLE[kind]


_SIMPLE: dict[type, st.SearchStrategy[Any]] = {
    str: texts,
    bool: st.booleans(),
    int: st.integers(1, 60),
    float: numbers,
    date: dates,
    time: minutes_of_day,
    datetime: st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(  # noqa: DTZ001  the zone follows
        lambda moment: moment.replace(tzinfo=UTC)
    ),
}


def _ordered(member: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, Any]]:
    pairs = st.tuples(member, st.none() | member)
    return pairs.map(lambda ends: ends if ends[1] is None or ends[1] >= ends[0] else ends[::-1])


spans = _ordered(numbers).map(lambda ends: Span(low=ends[0], high=ends[1]))
counts = _ordered(st.integers(1, 60)).map(lambda ends: Span(low=ends[0], high=ends[1]))


def _amounts() -> st.SearchStrategy[Amount]:
    measured = st.builds(
        lambda name, ends, text: Amount(name=name, low=ends[0], high=ends[1], text=text),
        texts,
        _ordered(numbers),
        st.just("") | texts,
    )
    return measured | st.builds(Amount, name=texts, text=texts)


def _cadences() -> st.SearchStrategy[Cadence]:
    def cadence(kind: CadenceKind) -> st.SearchStrategy[Cadence]:
        return st.builds(
            Cadence,
            kind=st.just(kind),
            times=counts,
            window_days=spans if kind is CadenceKind.WINDOW else st.none(),
            every_min=st.floats(1, 300) if kind is CadenceKind.HOURLY else st.none(),
            gap_h=numbers,
            text=st.just("") | texts,
        )

    return st.sampled_from(list(CadenceKind)).flatmap(cadence)


def _availabilities() -> st.SearchStrategy[Availability]:
    """Slots of at most ten minutes that start on different quarters of an hour."""

    def slot(quarter: int, minutes: float) -> Slot:
        day, minute = divmod(quarter * 15, 24 * 60)
        start = time(*divmod(minute, 60))
        return Slot(weekday=list(Weekday)[day], start=start, minutes=minutes)

    slots = st.builds(slot, st.integers(0, 7 * 96 - 1), st.floats(1, 10))
    return st.builds(
        Availability,
        slots=st.lists(slots, max_size=3, unique_by=lambda slot: slot.week_minute),
        days_off=st.lists(dates, max_size=2),
    )


def _desk_hours() -> st.SearchStrategy[DeskHours]:
    pairs = st.tuples(minutes_of_day, minutes_of_day).filter(lambda ends: ends[0] != ends[1])
    return st.builds(
        lambda days, ends, every, place: DeskHours(
            weekdays=days, start=min(ends), end=max(ends), every_min=every, place=place
        ),
        st.lists(st.sampled_from(list(Weekday)), max_size=3, unique=True),
        pairs,
        st.floats(20, 240),
        texts,
    )


def _screenings() -> st.SearchStrategy[Screening]:
    answers = st.dictionaries(words, st.booleans(), max_size=3)
    return st.builds(
        lambda answers, others: Screening(
            yes=[id for id, answer in answers.items() if answer],
            no=[id for id, answer in answers.items() if not answer],
            others=others,
        ),
        answers,
        st.sampled_from(["no", "not asked"]),
    )


def _days(day: date) -> st.SearchStrategy[Day]:
    sessions = st.lists(instances(Session), max_size=2, unique_by=lambda session: session.id)
    return st.builds(Day, date=st.just(day), sessions=sessions.map(tuple))


def _weeks(start: date, number: int = 1) -> st.SearchStrategy[WeeklyPlan]:
    """Weeks of which the first day alone may hold sessions, so that no id comes twice."""
    others = tuple(Day(date=start + timedelta(days=n)) for n in range(1, 7))
    return _days(start).map(lambda first: WeeklyPlan(number=number, days=(first, *others)))


def _plans() -> st.SearchStrategy[Plan]:
    fields = {
        attribute.name: _of_field(attribute)
        for attribute in _fields(Plan)
        if attribute.name not in ("weeks", "start", "timezone")
    }
    return dates.flatmap(
        lambda start: st.builds(
            Plan,
            start=st.just(start),
            timezone=zones,
            weeks=_weeks(start).map(lambda week: (week,)),
            **fields,
        )
    )


_OWN: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
    Amount: _amounts,
    Availability: _availabilities,
    Cadence: _cadences,
    Day: lambda: dates.flatmap(_days),
    DeskHours: _desk_hours,
    Hold: lambda: _ordered(numbers).map(lambda ends: Hold(low=ends[0], high=ends[1])),
    Plan: _plans,
    Reps: lambda: st.builds(
        lambda ends, per: Reps(low=ends[0], high=ends[1], per=per),
        _ordered(st.integers(1, 60)),
        st.sampled_from(list(RepsPer)),
    ),
    Screening: _screenings,
    Span: lambda: spans,
    WeeklyPlan: lambda: dates.flatmap(_weeks),
}
"""Classes with rules between their fields."""

_PAIRS = st.tuples(st.integers(1, 30), st.integers(31, 60))
_FIELDS: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    **{
        ("Pain", name): st.none() | st.integers(0, 10).map(float)
        for name in ("before", "during", "after", "next_morning", "second_morning")
    },
    ("Entry", "effort"): st.none() | st.floats(0, 10),
    ("Condition", "waking_hours"): st.floats(0, 24),
    ("DeskBreak", "minutes"): st.floats(1, 60),
    ("Cancelled", "minutes"): st.floats(1, 600),
    ("Drawing", "frames"): st.deferred(
        lambda: st.lists(instances(Frame), min_size=1, max_size=2)
    ).map(tuple),
    ("GuidingRule", "observe_days"): st.none() | _PAIRS,
    ("Person", "pain"): st.none() | st.floats(0, 10),
    ("Person", "places"): st.deferred(
        lambda: st.lists(instances(Place), max_size=2, unique_by=lambda place: place.name)
    ).map(tuple),
    ("Person", "timezone"): zones,
    ("Series", "times"): st.integers(2, 5),
    ("Session", "minutes"): st.floats(1, 600),
    ("Slot", "minutes"): st.floats(1, 24 * 60),
}
"""Fields with bounds of their own."""
