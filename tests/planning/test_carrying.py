"""What a plan that keeps its weeks takes over from the plan before, which had searched them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from spinecare.model import Finding, RuleId, Session, Severity
from spinecare.planning.carrying import with_carried
from spinecare.planning.placing import Placed
from tests.planning.builders import MONDAY, opening_at, plan_with, session_at, step_of, weeks_with

EMPTIED = Finding(
    rule=RuleId("routine-gap"),
    severity=Severity.LEFT_OUT,
    subject="slot",
    place=MONDAY.isoformat(),
    reason="The session at 18:00 was withdrawn.",
)
IDLE = Finding(
    rule=RuleId("idle-slot"),
    severity=Severity.NOT_FITTED,
    subject="slot",
    place="Mon 18:00",
    reason="This slot stays empty every week.",
)


def carried(
    *before: Finding,
    found: tuple[Finding, ...] = (),
    start: date = MONDAY,
    sessions: tuple[Session, ...] = (),
) -> tuple[Finding, ...]:
    """Return the findings of a plan with sessions, after a plan without and its findings."""
    previous = evolve(plan_with(), findings=before)
    return with_carried(found, previous, start, Placed(weeks=weeks_with(*sessions)))


def test_why_an_opening_was_left_empty_is_still_told() -> None:
    """The weeks are kept: nobody tries to fill it again."""
    assert carried(EMPTIED) == (EMPTIED,)


def test_an_opening_that_is_filled_again_or_past_is_told_of_no_more() -> None:
    """By a session that the plan before did not have."""
    session = session_at(opening_at(18), step_of("neck-1-flexion-extension", "neck"))

    assert carried(EMPTIED, sessions=(session,)) == ()
    assert carried(EMPTIED, start=MONDAY + timedelta(days=1)) == ()


@pytest.mark.parametrize("day", [0, 1])
def test_a_slot_that_was_emptied_is_not_idle(day: int) -> None:
    """It says why it is empty on its days; a slot of another weekday is idle all the same."""
    emptied = evolve(EMPTIED, place=(MONDAY + timedelta(days=day)).isoformat())

    found = carried(emptied, found=(IDLE,))

    assert found == ((emptied,) if day == 0 else (emptied, IDLE))


@pytest.mark.parametrize("at", ["07:00", "18:00"])
def test_a_slot_beside_one_that_is_emptied_every_week_is_idle(at: str) -> None:
    """Of two slots on a weekday only that one has a reason of its own."""
    emptied = evolve(EMPTIED, place=f"{IDLE.place.split()[0]} {at}")

    found = carried(emptied, found=(IDLE,))

    assert (IDLE in found) is (emptied.place != IDLE.place)


@pytest.mark.parametrize(("rule", "is_told"), [("load", True), ("pain", True), ("time", False)])
def test_what_waits_now_is_told_though_it_found_no_place_before(
    rule: str, *, is_told: bool
) -> None:
    """For want of time, then; for another reason of the search it is not said anew."""
    before = Finding(
        rule=RuleId("stage"),
        severity=Severity.NOT_FITTED,
        subject="neck-2-rotation",
        reason="It comes up in no session.",
    )
    now = evolve(before, rule=RuleId(rule))

    assert (now in carried(before, found=(now,))) is is_told


def test_a_slot_that_was_idle_before_stays_so() -> None:
    """Whatever else was told of its weekday."""
    assert carried(EMPTIED, IDLE, found=(IDLE,)) == (EMPTIED, IDLE)


def test_what_is_left_out_beside_an_emptied_opening_is_told() -> None:
    """An opening that is emptied now silences none that was before."""
    now = evolve(EMPTIED, place=(MONDAY + timedelta(days=2)).isoformat())

    assert carried(EMPTIED, found=(now,)) == (EMPTIED, now)
