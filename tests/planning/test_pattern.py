"""The week's habit: which slots are for training."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.model import Availability, Slot, Weekday
from spinecare.planning.pattern import training_slots
from tests.planning.builders import person


def chosen(availability: str, level: str = "practised") -> str:
    """Return the training slots of an availability as text."""
    slots = training_slots(person(availability=availability, level=level), {})
    return ", ".join(f"{slot.weekday} {slot.start:%H:%M}" for slot in slots)


@pytest.mark.parametrize(
    ("availability", "level", "expected"),
    [
        ("Wed 18:00 20 min", "practised", "Wed 18:00"),
        ("Mon-Fri 18:00 20 min", "practised", "Mon 18:00, Wed 18:00, Fri 18:00"),
        ("Mon-Fri 18:00 20 min", "beginner", "Mon 18:00, Thu 18:00"),
        # three gaps of 72 h do not fit into a week, two of 84 h do
        ("daily 18:00 20 min", "beginner", "Mon 18:00, Thu 18:00"),
        # neighbours round the end of the week rest too little
        ("Mon, Sun 18:00 20 min", "practised", "Mon 18:00"),
        ("Mon, Sat 18:00 20 min", "practised", "Mon 18:00, Sat 18:00"),
        ("Mon, Sat 18:00 20 min", "beginner", "Mon 18:00"),
        # 47 h 59 min and 48 h
        ("Mon 18:01 20 min; Wed 18:00 20 min", "practised", "Mon 18:01"),
        ("Mon 18:00 20 min; Wed 18:00 20 min", "practised", "Mon 18:00, Wed 18:00"),
        ("Mon 18:01 20 min; Thu 18:00 20 min", "beginner", "Mon 18:01"),
        ("Mon 18:00 20 min; Thu 18:00 20 min", "beginner", "Mon 18:00, Thu 18:00"),
    ],
)
def test_training_slots_leave_muscles_their_hours_all_round_the_week(
    availability: str, level: str, expected: str
) -> None:
    """As many as rest allows, three at the most."""
    assert chosen(availability, level) == expected


@pytest.mark.parametrize(
    ("availability", "expected"),
    [
        # the most minutes: Sunday's three quarters of an hour pull the others with them
        ("Mon-Sat 18:00 20 min; Sun 18:00 45 min", "Tue 18:00, Thu 18:00, Sun 18:00"),
        # then the most even gaps
        (
            "Mon 18:00 20 min; Wed 18:00 20 min; Fri 18:00, 22:00 20 min",
            "Mon 18:00, Wed 18:00, Fri 18:00",
        ),
        ("Mon-Thu 18:00 20 min", "Mon 18:00, Thu 18:00"),
        ("Mon 18:00 20 min; Wed 18:00, 22:00 20 min", "Mon 18:00, Wed 22:00"),
        # then the earliest
        ("daily 07:00, 19:00 20 min", "Mon 07:00, Wed 07:00, Fri 07:00"),
    ],
)
def test_more_minutes_then_even_gaps_then_early_slots_decide(
    availability: str, expected: str
) -> None:
    """In this order."""
    assert chosen(availability) == expected


def test_slots_that_admit_more_exercises_come_before_longer_ones() -> None:
    """But never at the price of a session: the number of slots comes first."""
    who = person(availability="Mon 18:00 60 min; Tue 18:00 20 min; Thu, Fri 18:00 20 min")
    worth = {slot: 3 if slot.weekday == "Tue" else 1 for slot in who.availability.slots}

    plain = training_slots(who, {})
    admitting = training_slots(who, worth)

    assert [slot.weekday for slot in plain] == ["Mon", "Thu"]
    assert [slot.weekday for slot in admitting] == ["Tue", "Fri"]


def test_without_slots_there_is_no_training() -> None:
    """Nothing to choose from."""
    assert training_slots(person(availability=Availability(slots=())), {}) == ()


slots = st.builds(
    lambda day, hour: Slot(weekday=day, start=f"{hour:02}:00", minutes=30),
    st.sampled_from(list(Weekday)),
    st.integers(0, 23),
)


@given(
    available=st.lists(slots, min_size=1, max_size=9, unique_by=lambda slot: slot.week_minute),
    level=st.sampled_from(["beginner", "practised"]),
)
def test_training_slots_always_rest_long_enough(available: list[Slot], level: str) -> None:
    """At least one, at most three, each from the availability, and every gap kept."""
    least_h = 72 if level == "beginner" else 48

    found = training_slots(person(availability=Availability(slots=available), level=level), {})

    assert 1 <= len(found) <= 3
    assert set(found) <= set(available)
    starts = [slot.week_minute / 60 for slot in found]
    gaps = [b - a for a, b in zip(starts, [*starts[1:], starts[0] + 168], strict=True)]
    assert min(gaps) >= least_h
