"""Things in a picture: their blocks, and what of them bears weight."""

from __future__ import annotations

import pytest

from spinecare.figures.body import Vec
from spinecare.figures.props import (
    BED_HEIGHT,
    SEAT_HEIGHT,
    SHAPES,
    STAIR,
    Box,
    boxes,
    mirrored,
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


def test_a_rail_changes_its_side_in_the_mirror_and_a_pillow_its_landmark() -> None:
    """So a hand that holds on to the rail still does so in the picture of the other side."""
    rail, pillow = Prop(name="rail"), Prop(name="pillow", landmark="R_knee")

    assert numbers_of(mirrored(rail))[:4] == numbers_of(rail)[:4]
    assert numbers_of(mirrored(rail))[4] == -numbers_of(rail)[4]
    assert mirrored(mirrored(rail)).numbers == numbers_of(rail)
    assert mirrored(pillow) == Prop(name="pillow", landmark="L_knee")


def test_the_surface_of_several_things_is_that_of_each() -> None:
    """In order."""
    found = surface([Prop(name="bed", numbers=(-1.0, 0.0)), Prop(name="mat"), Prop(name="chair")])

    assert found == ((-1.0, 0.0, BED_HEIGHT), (-0.1, 0.16, SEAT_HEIGHT))


def test_a_chair_faces_the_way_it_is_turned() -> None:
    """Its seat is before its back rest."""
    facing_back = surface([Prop(name="chair", numbers=(0.3, -1.0))])

    assert facing_back[0] == pytest.approx((0.04, 0.3, SEAT_HEIGHT))
    assert sum(box.is_wood for box in boxes(Prop(name="chair"))) == 6


def test_a_chair_is_as_large_as_chairs_are() -> None:
    """Its seat 46 cm high and as deep, 44 cm wide, its back 90 cm high, for a body of 1.75 m."""
    low, high = _bounds(boxes(Prop(name="chair", numbers=(0.0, 1.0))))
    turned = _bounds(boxes(Prop(name="chair", numbers=(0.0, -1.0))))
    legs = [box for box in boxes(Prop(name="chair")) if box.low[1] == 0]

    assert low == pytest.approx((-0.012, 0, -0.125))
    assert high == pytest.approx((0.26, SEAT_HEIGHT + 0.255, 0.125))
    assert turned[0] == pytest.approx((-0.26, *low[1:]))
    assert turned[1] == pytest.approx((0.012, *high[1:]))
    assert len(legs) == 4
    assert {box.high[1] for box in legs} == {SEAT_HEIGHT - 0.025}
    assert {round(box.high[0] - box.low[0], 6) for box in legs} == {0.02}
    assert max(box.low[0] for box in legs) - min(box.low[0] for box in legs) == 0.235


def test_a_bed_and_a_wall_are_where_they_are_said_to_be() -> None:
    """The wall's face is at its x; its thickness says on which side the body is."""
    bed = _bounds(boxes(Prop(name="bed", numbers=(-0.5, 0.3, 0.2))))
    behind = _bounds(boxes(Prop(name="wall", numbers=(-0.1, -0.03))))
    before = _bounds(boxes(Prop(name="wall", numbers=(0.2, 0.03))))

    assert [*bed[0], *bed[1]] == pytest.approx([-0.5, 0, -0.26, 0.3, 0.2, 0.26])
    assert [*behind[0], *behind[1]] == pytest.approx([-0.13, 0, -0.3, -0.1, 1.1, 0.3])
    assert [*before[0], *before[1]] == pytest.approx([0.2, 0, -0.3, 0.23, 1.1, 0.3])


def test_stairs_rise_by_equal_steps() -> None:
    """Rise and tread of a common stair."""
    rise, tread = STAIR

    found = surface([Prop(name="stairs", numbers=(0.0, 3.0))])

    assert [height for *_, height in found] == pytest.approx([rise, 2 * rise, 3 * rise])
    assert [end - start for start, end, _ in found] == pytest.approx([tread] * 3)


def _bounds(found: tuple[Box, ...]) -> tuple[Vec, Vec]:
    low = [min(box.low[axis] for box in found) for axis in range(3)]
    high = [max(box.high[axis] for box in found) for axis in range(3)]
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])
