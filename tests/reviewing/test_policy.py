"""The policies: their numbers, and numbers that no rule could go by."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import asdict, evolve

from spinecare.errors import InvalidValueError
from spinecare.reviewing import MONITORED, POLICIES, STRICT


def test_the_policies_differ_in_one_number() -> None:
    """The article's 2 against the clinical model's 5; all else is shared."""
    strict, monitored = asdict(STRICT), asdict(MONITORED)

    assert (strict.pop("name"), monitored.pop("name")) == ("strict", "monitored")
    assert (strict.pop("hurt_above"), monitored.pop("hurt_above")) == (2, 5)
    assert strict == monitored
    assert POLICIES == {"strict": STRICT, "monitored": MONITORED}


def test_the_numbers_are_those_of_the_specification() -> None:
    """Written down once more, so that none changes unseen."""
    assert asdict(STRICT) == {
        "name": "strict",
        "hurt_above": 2,
        "mild_up_to": 2,
        "high_above": 5,
        "flare_during": 3,
        "rise_after": 1,
        "rise_next": 2,
        "rise_week": 1,
        "events": 2,
        "events_days": 14,
        "pause_days": 2,
        "progress_sessions": 4,
        "progress_days": 7,
        "row_days": 14,
        "steady_sessions": 3,
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rise_next", -1),
        ("events", 0),
        ("progress_sessions", 0),
        ("steady_sessions", 0),
        ("pause_days", float("nan")),
        ("rise_week", "1"),
        ("progress_days", True),
        ("hurt_above", 1),
        ("hurt_above", 6),
    ],
)
def test_a_number_that_no_rule_could_go_by_is_refused_by_name(field: str, value: Any) -> None:
    """No policy counts to none, or calls pain mild that it calls high."""
    with pytest.raises(InvalidValueError, match=f"{field} must be"):
        evolve(STRICT, **{field: value})
