"""How long muscles rest: the table of hours, the lighter of two loads, real hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.model import Availability, Level, MuscleId, Recovery
from spinecare.planning.recovery import hours_between, hours_of, is_recovered
from tests.planning.builders import CATALOGUE, effort, person, planned

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BACK, ARM = MuscleId("latissimus-dorsi"), MuscleId("biceps-brachii")


@pytest.mark.parametrize(
    ("recovery", "beginner", "practised"),
    [
        (Recovery.PULL, 120, 120),
        (Recovery.STRENGTH, 72, 48),
        (Recovery.GENTLE, 24, 24),
        (Recovery.LIGHT, 6, 6),
        (Recovery.DAILY, 0, 0),
        (Recovery.NONE, 0, 0),
    ],
)
def test_each_kind_of_load_has_its_hours(
    recovery: Recovery, beginner: float, practised: float
) -> None:
    """Only strength work asks a beginner for more (evidence.md §5.6)."""
    assert hours_of(recovery, Level.BEGINNER) == beginner
    assert hours_of(recovery, Level.PRACTISED) == practised


@pytest.mark.parametrize(("one", "other"), list(product(Recovery, Recovery)))
def test_the_lighter_of_two_loads_decides(one: Recovery, other: Recovery) -> None:
    """Whichever comes first."""
    hours = hours_between(one, other, Level.BEGINNER)

    assert hours == min(hours_of(one, Level.BEGINNER), hours_of(other, Level.BEGINNER))
    assert hours == hours_between(other, one, Level.BEGINNER)


def test_a_shrug_the_day_after_pull_ups_waits_for_six_hours_only() -> None:
    """Both load the trapezius."""
    shrug = CATALOGUE.entry("neck-5-weighted-shrug")
    loads = {MuscleId("trapezius"): {Recovery.PULL: NOON}}

    assert is_recovered(shrug, NOON + timedelta(hours=6), loads, Level.BEGINNER)
    assert not is_recovered(shrug, NOON + timedelta(hours=5.9), loads, Level.BEGINNER)


def test_every_muscle_and_every_kind_of_load_is_looked_at() -> None:
    """One of two muscles tired, or one of two loads too near, is enough."""
    own = effort(muscles=(BACK, ARM), recovery="strength")
    old, near = NOON - timedelta(days=9), NOON - timedelta(hours=47)

    for loads in (
        {BACK: {Recovery.STRENGTH: old}, ARM: {Recovery.STRENGTH: near}},
        {BACK: {Recovery.STRENGTH: near}, ARM: {Recovery.STRENGTH: old}},
        {BACK: {Recovery.LIGHT: old, Recovery.PULL: near}},
    ):
        assert not is_recovered(own, NOON, loads, Level.PRACTISED)
    assert is_recovered(own, NOON, {BACK: {Recovery.STRENGTH: old}}, Level.PRACTISED)
    assert is_recovered(own, NOON, {}, Level.PRACTISED)


def test_movement_does_not_wait_for_tired_muscles() -> None:
    """It asks for no hours itself."""
    own = effort(muscles=(BACK,), recovery="none")

    assert is_recovered(own, NOON, {BACK: {Recovery.PULL: NOON}}, Level.BEGINNER)


def test_what_is_loaded_in_the_same_session_is_not_before_it() -> None:
    """Two exercises of one session share its start; so does a load still to come."""
    own = effort(muscles=(BACK,), recovery="strength")
    later = NOON + timedelta(hours=1)

    assert is_recovered(own, NOON, {BACK: {Recovery.STRENGTH: NOON}}, Level.BEGINNER)
    assert is_recovered(own, NOON, {BACK: {Recovery.STRENGTH: later}}, Level.BEGINNER)


def test_five_days_over_the_spring_change_of_the_clocks_are_too_few_hours() -> None:
    """From Thursday to Tuesday at the same time of day are 119 hours, and pulls ask for 120."""
    pull = CATALOGUE.entry("pulse-pull-up")
    thursday = datetime(2026, 3, 26, 18, tzinfo=BERLIN).astimezone(UTC)
    tuesday = datetime(2026, 3, 31, 18, tzinfo=BERLIN).astimezone(UTC)
    loads = {BACK: {Recovery.PULL: thursday}}

    assert tuesday - thursday == timedelta(hours=119)
    assert not is_recovered(pull, tuesday, loads, Level.PRACTISED)
    assert is_recovered(pull, tuesday + timedelta(hours=1), loads, Level.PRACTISED)


@pytest.mark.parametrize(
    ("start", "days"),
    [("2026-03-19", [19, 24]), ("2026-03-26", [26]), ("2026-10-22", [22, 27])],
)
def test_pull_ups_leave_out_the_tuesday_after_the_spring_change(
    start: str, days: list[int]
) -> None:
    """Slots on Tuesday and Thursday: 120 and 121 hours are enough, 119 are not.

    The Thursday after is off; else it would keep the weekday.
    """
    first = date.fromisoformat(start)
    slots = Availability.parse("Tue, Thu 18:00 20 min")
    who = person(
        timezone="Europe/Berlin",
        availability=evolve(slots, days_off=[first + timedelta(days=7)]),
        routines=["pulse-pull-ups"],
        level="practised",
    )

    plan = planned(who, start=first)

    assert [session.date.day for session in plan.sessions] == days


@given(
    one=st.sampled_from(list(Recovery)),
    other=st.sampled_from(list(Recovery)),
    hours=st.floats(0.01, 200),
)
def test_more_rest_never_hurts(one: Recovery, other: Recovery, hours: float) -> None:
    """Once recovered, recovered an hour later too; who is practised recovers no slower."""
    own = effort(muscles=(BACK,), recovery=one.value)
    loads = {BACK: {other: NOON}}
    at = NOON + timedelta(hours=hours)

    if is_recovered(own, at, loads, Level.BEGINNER):
        assert is_recovered(own, at + timedelta(hours=1), loads, Level.BEGINNER)
        assert is_recovered(own, at, loads, Level.PRACTISED)
