"""What of routines must rest: groups of exercises, and the hours between them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from attrs import evolve

from spinecare.model import RoutineId
from spinecare.planning.courses import (
    LoadGroup,
    Loads,
    apart_min,
    load_groups,
)
from spinecare.planning.optimum import Load
from tests.planning.builders import (
    CATALOGUE,
    with_routines,
)
from tests.planning.offering import ARM, BACK, NECK, loading

MIDNIGHT = datetime(2026, 11, 23, tzinfo=UTC)


def test_exercises_that_load_the_same_muscles_alike_rest_together() -> None:
    """In the order of the routine; what needs no rest is in no group, nor what is left out."""
    look, routine = loading(
        ("own-1", "strength", (BACK, ARM)),
        ("own-2", "none", (BACK,)),
        ("own-3", "pull", (BACK, ARM)),
        ("own-4", "strength", (ARM, BACK)),
        ("own-5", "daily", (BACK,)),
        ("own-6", "strength", (BACK,)),
        ("own-7", "strength", (NECK,)),
        leaves_out=["own-7"],
    )

    groups = load_groups(look, [routine])

    assert [(g.routine, g.recovery, [e.id for e in g.entries]) for g in groups] == [
        ("wushu-morning", "strength", ["own-1", "own-4"]),
        ("wushu-morning", "pull", ["own-3"]),
        ("wushu-morning", "strength", ["own-6"]),
    ]


def test_routines_keep_their_groups_apart() -> None:
    """The same load in two routines makes two groups."""
    look, routine = loading(("own-1", "strength", (BACK,)))
    other = evolve(routine, id=RoutineId("yoga-asanas"))
    look = evolve(look, catalogue=with_routines(other, catalogue=look.catalogue))

    groups = load_groups(look, [other, routine])

    assert [group.routine for group in groups] == ["yoga-asanas", "wushu-morning"]


@pytest.mark.parametrize(("level", "strength_min"), [("beginner", 72 * 60), ("practised", 48 * 60)])
def test_groups_keep_the_hours_of_the_lighter_of_two_loads(level: str, strength_min: int) -> None:
    """Where they share a muscle; both ways, and each with itself."""
    look, routine = loading(
        ("own-1", "strength", (BACK, ARM)),
        ("own-2", "pull", (ARM,)),
        ("own-3", "light", (BACK,)),
        ("own-4", "gentle", (NECK,)),
        level=level,
    )

    table = apart_min(look, load_groups(look, [routine]))

    assert table == (
        (strength_min, strength_min, 6 * 60, 0),
        (strength_min, 120 * 60, 0, 0),
        (6 * 60, 0, 6 * 60, 0),
        (0, 0, 0, 24 * 60),
    )


def test_a_group_loads_as_its_exercises_do() -> None:
    """All of them alike."""
    group = LoadGroup(routine=RoutineId("own"), entries=(CATALOGUE.entry("pulse-pull-up"),))

    assert group.recovery == "pull"


def test_what_is_always_tired_at_the_same_times_has_one_number() -> None:
    """Two groups with other muscles that keep the same hours from each other and from a third."""
    look, routine = loading(
        ("own-1", "light", (NECK, ARM)),
        ("own-2", "light", (NECK,)),
        ("own-3", "gentle", (BACK,)),
    )

    loads = Loads.of(look, [routine])

    assert loads.numbers == (0, 0, 1)
    assert loads.apart_min == ((6 * 60, 0), (0, 24 * 60))
    entries = look.allowed_of(routine)
    assert loads.held(routine.id, entries, 3) == (Load(id=0, share=667), Load(id=1, share=334))
    assert loads.held(routine.id, entries[1:], 3) == (Load(id=0, share=334), Load(id=1, share=334))
    assert loads.held(RoutineId("neck"), entries, 3) == ()


def test_one_muscle_more_in_common_parts_two_loads() -> None:
    """The first shares its arm with the third, the second does not."""
    look, routine = loading(
        ("own-1", "light", (NECK, ARM)), ("own-2", "light", (NECK,)), ("own-3", "light", (ARM,))
    )

    assert Loads.of(look, [routine]).numbers == (0, 1, 2)


def test_the_shares_of_loads_that_are_all_of_a_routine_leave_nothing() -> None:
    """Three of seven and four of seven: rounded down they would leave a thousandth."""
    names = [f"own-{number}" for number in range(7)]
    own = [
        (id, "light" if id < "own-3" else "gentle", (NECK if id < "own-3" else ARM,))
        for id in names
    ]
    look, routine = loading(*own)

    held = Loads.of(look, [routine]).held(routine.id, look.allowed_of(routine), 7)

    assert sum(load.share for load in held) >= 1000
