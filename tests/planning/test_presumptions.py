"""What a plan takes for granted about a person, where relief positions alone are planned."""

from __future__ import annotations

import pytest

from spinecare.planning.presumptions import (
    BAD_MORNINGS,
    HURTS_EVERYWHERE,
    MUCH_PAIN,
    Relieving,
    about_person,
)
from tests.planning.builders import person, routines


@pytest.mark.parametrize(
    ("why", "until"),
    [
        (BAD_MORNINGS, "your mornings are 5 of 10 or less"),
        (MUCH_PAIN, "pain is 5 of 10 or less"),
        (HURTS_EVERYWHERE, "a clinician has allowed exercise again"),
    ],
)
def test_what_was_wished_for_waits_and_relief_does_not(why: Relieving, until: str) -> None:
    """Relief positions that were wished for are planned: they need no word."""
    relief, neck = routines("relief-positions"), routines("neck")

    found = list(about_person(person(), (*neck, *relief), relief, why))

    assert [(one.subject, one.reason) for one in found if one.rule == "pain"] == [
        ("relief-positions", why.reason),
        ("neck", f"{neck[0].name} waits until {until}."),
    ]


def test_where_more_is_planned_nothing_waits() -> None:
    """Nor is there a word of relief."""
    neck = routines("neck")

    assert [
        one for one in about_person(person(pain=0), neck, neck, None) if one.rule == "pain"
    ] == []
