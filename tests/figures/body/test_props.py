"""Things in a picture: their blocks, and what of them bears weight."""

from __future__ import annotations

import pytest

from spinecare.figures.props import (
    BED_HEIGHT,
    SEAT_HEIGHT,
    SHAPES,
    STAIR,
    boxes,
    numbers_of,
    surface,
)
from spinecare.figures.scene import Prop

ALL = [Prop(name=name) for name in SHAPES]
TURNED = [
    Prop(name="bed", numbers=(0.4, -0.6, 0.2)),
    Prop(name="chair", numbers=(0.3, -1.0)),
    Prop(name="wall", numbers=(0.2, 0.05)),
    Prop(name="stairs", numbers=(-0.2, 1.0)),
]


@pytest.mark.parametrize("prop", ALL, ids=lambda prop: prop.name)
def test_a_thing_without_numbers_has_its_defaults(prop: Prop) -> None:
    """As many as it has names for them; a first number given leaves the others."""
    shape = SHAPES[prop.name]

    assert numbers_of(prop) == shape.defaults
    assert len(shape.defaults) == len(shape.numbers)
    given = Prop(name=prop.name, numbers=(0.123,)[: len(shape.numbers)])
    assert numbers_of(given)[1:] == shape.defaults[1:]


@pytest.mark.parametrize("prop", [*ALL, *TURNED], ids=str)
def test_every_block_has_a_volume_and_stands_on_the_floor_or_above(prop: Prop) -> None:
    """Its lowest corner is below its highest on each axis, whichever way the thing is turned."""
    for box in boxes(prop):
        assert all(low < high for low, high in zip(box.low, box.high, strict=True))
        assert box.low[1] >= 0


@pytest.mark.parametrize("prop", [*ALL, *TURNED], ids=str)
def test_what_bears_weight_is_the_top_of_a_block(prop: Prop) -> None:
    """A body on a bed lies on what is drawn of it."""
    tops = {box.high[1] for box in boxes(prop)}

    for start, end, height in surface([prop]):
        assert start < end
        assert height in tops


def test_beds_chairs_and_stairs_bear_weight_and_nothing_else_does() -> None:
    """A wall is leaned on, a ball rolls, a towel gives way."""
    assert {prop.name for prop in ALL if surface([prop])} == {"bed", "chair", "stairs"}


def test_the_surface_of_several_things_is_that_of_each() -> None:
    """In order."""
    found = surface([Prop(name="bed", numbers=(-1.0, 0.0)), Prop(name="mat"), Prop(name="chair")])

    assert found == ((-1.0, 0.0, BED_HEIGHT), (-0.1, 0.16, SEAT_HEIGHT))


def test_a_chair_faces_the_way_it_is_turned() -> None:
    """Its seat is before its back rest."""
    facing_back = surface([Prop(name="chair", numbers=(0.3, -1.0))])

    assert facing_back[0] == pytest.approx((0.04, 0.3, SEAT_HEIGHT))
    assert sum(box.is_wood for box in boxes(Prop(name="chair"))) == 6


def test_stairs_rise_by_equal_steps() -> None:
    """Rise and tread of a common stair."""
    rise, tread = STAIR

    found = surface([Prop(name="stairs", numbers=(0.0, 3.0))])

    assert [height for *_, height in found] == pytest.approx([rise, 2 * rise, 3 * rise])
    assert [end - start for start, end, _ in found] == pytest.approx([tread] * 3)
