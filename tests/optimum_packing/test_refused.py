from __future__ import annotations

import pytest

from spinecare.errors import InvalidValueError
from spinecare.planning.optimum.packing import Item, fewest_sessions, pack


@pytest.mark.parametrize("limits", [(-1, 3), (4, 3), (0, 0), (-1, -1)])
def test_limits_on_new_things_that_make_no_sense_are_refused(limits: tuple[int, int]) -> None:
    """Later sessions must begin something, or what is new never comes up."""
    with pytest.raises(InvalidValueError, match="most_new"):
        pack([], waiting=[], capacity=10, most_new=limits[0], most_new_later=limits[1])


def test_a_count_without_new_things_is_refused() -> None:
    """For the same reason."""
    with pytest.raises(InvalidValueError, match="most_new"):
        fewest_sessions([], 10, 0)


@pytest.mark.parametrize("place", [-1, 1])
def test_places_that_are_none_are_refused(place: int) -> None:
    """Neither waiting nor needed."""
    item = Item(size=1)

    with pytest.raises(InvalidValueError, match="waiting must be"):
        pack([item], waiting=[place], capacity=10, most_new=3, most_new_later=3)
    with pytest.raises(InvalidValueError, match=r"items\[0\].needs must be"):
        fewest_sessions([Item(size=1, needs=frozenset({place}))], 10, 3)


@pytest.mark.parametrize("needs", [[{0}], [{1}, {0}], [set(), {2}, {3}, {1}]])
def test_items_that_need_themselves_are_refused(needs: list[set[int]]) -> None:
    """Even through others."""
    items = [Item(size=1, needs=frozenset(group)) for group in needs]

    with pytest.raises(InvalidValueError, match=r"items\[\d\].needs must be other items"):
        fewest_sessions(items, 10, 3)


def test_a_negative_size_is_refused() -> None:
    """By the place of the item."""
    with pytest.raises(InvalidValueError, match=r"items\[1\].size must be 0 or more"):
        fewest_sessions([Item(size=0), Item(size=-1)], 10, 3)
