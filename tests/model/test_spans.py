"""Spans, holds and repetitions: the lowest and the highest of something."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import InvalidValueError
from spinecare.model import Hold, Reps, RepsPer, Span
from tests.strategies import instances, spans


@given(span=spans, fraction=st.floats(0, 1), cap=st.none() | st.floats(0, 20_000))
def test_a_value_inside_a_span_lies_between_its_ends(
    span: Span[float], fraction: float, cap: float | None
) -> None:
    """At 0 it is the lowest; it never leaves the span or its cap."""
    top = span.high if span.high is not None else cap
    highest = span.low if top is None else max(span.low, top)

    value = span.at(fraction, cap)

    assert span.at(0, cap) == span.low
    assert span.low <= value <= highest + 1e-9 * highest


@pytest.mark.parametrize(
    ("span", "cap", "top"),
    [
        (Span(low=10.0, high=30.0), None, 30.0),
        (Span(low=10.0, high=30.0), 20.0, 30.0),
        (Span(low=10.0, high=None), 20.0, 20.0),
        (Span(low=10.0, high=None), 5.0, 10.0),
        (Span(low=10.0, high=None), None, 10.0),
    ],
)
def test_a_cap_stands_for_an_open_top_only(
    span: Span[float], cap: float | None, top: float
) -> None:
    """A span that has a highest value of its own keeps it."""
    assert span.at(1, cap) == top


def test_a_span_is_exact_where_both_ends_are_the_same() -> None:
    """An open one never is."""
    assert Span(low=3, high=3).is_exact
    assert not Span(low=3, high=4).is_exact
    assert not Span(low=3, high=None).is_exact


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        (3, 2, "span must be from lowest to highest, got (3, 2)"),
        (float("nan"), 2, "low must be a finite number, got nan"),
        (1, float("inf"), "high must be a finite number, got inf"),
        (True, 2, "low must be a finite number, got True"),
        (None, 2, "low must be a finite number, got None"),
        ("1", "2", "low must be a finite number, got '1'"),
        (pint.Quantity(1, "s"), pint.Quantity(2, "kg"), "span must be of one unit"),
        (pint.Quantity(1, "s"), 2, "span must be of one unit"),
    ],
)
def test_ends_that_are_no_span_are_refused(low: Any, high: Any, message: str) -> None:
    """Reversed, infinite, of two kinds."""
    with pytest.raises(InvalidValueError) as caught:
        Span(low=low, high=high)

    assert message in str(caught.value)


@pytest.mark.parametrize("ends", [(-1.0, 2.0), (3.0, 2.0), (pint.Quantity(1, "s"), None)])
def test_a_hold_is_seconds_of_zero_or_more_in_order(ends: tuple[Any, Any]) -> None:
    """Also when it is built from its ends directly."""
    with pytest.raises(InvalidValueError, match=r"(hold|span) must be"):
        Hold(low=ends[0], high=ends[1])


@given(hold=instances(Hold))
def test_a_hold_is_read_back_from_itself_and_from_its_ends(hold: Hold) -> None:
    """`of` takes what it gives."""
    assert Hold.of(hold) == hold
    assert Hold.of((hold.low, hold.high)) == hold


def test_a_hold_takes_what_people_have_in_hand() -> None:
    """Seconds, text, a `timedelta`."""
    expected = Hold(low=30.0, high=30.0)

    assert Hold.of(30) == Hold.of("30 s") == Hold.of("0.5 min") == expected
    assert Hold.of(timedelta(seconds=30)) == expected


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        (8, (8, 8)),
        ("8", (8, 8)),
        ("8-12", (8, 12)),
        (" 8 – 12 ", (8, 12)),
        ("at least 2", (2, None)),
        ("At least 2", (2, None)),
        ((8, 12), (8, 12)),
        ((8, None), (8, None)),
        (Span(low=8, high=12), (8, 12)),
    ],
)
def test_repetitions_are_read_from_numbers_pairs_and_text(
    value: Any, ends: tuple[int, int | None]
) -> None:
    """A single number counts for both ends."""
    reps = Reps.of(value)

    assert (reps.low, reps.high, reps.per) == (*ends, RepsPer.CYCLE)


@pytest.mark.parametrize(
    "value",
    [0, -1, 10_001, 2.5, True, None, "", "x", "8-", "-8", "1-2-3", "1.5", "²", (8,), (None, 3), {}],
)
def test_what_is_no_count_is_refused_by_name(value: Any) -> None:
    """Whole numbers from 1 to 10000 only."""
    with pytest.raises(InvalidValueError, match="reps must be a whole number"):
        Reps.of(value)


@pytest.mark.parametrize("value", ["12-8", (12, 8)])
def test_reversed_repetitions_come_with_a_hint(value: Any) -> None:
    """The ends are not changed silently."""
    with pytest.raises(InvalidValueError, match="Maybe the two ends are the wrong way round"):
        Reps.of(value)


def test_repetitions_keep_what_they_count() -> None:
    """`of` a count that is known already changes nothing; otherwise it says what is counted."""
    reps = Reps.of("8-12", RepsPer.SIDE)

    assert reps.per is RepsPer.SIDE
    assert Reps.of(reps) is reps
