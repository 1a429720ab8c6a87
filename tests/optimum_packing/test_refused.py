from __future__ import annotations

import pytest

from spinecare.errors import InvalidValueError
from spinecare.planning.optimum.packing import Item, fewest_sessions, pack


def said(error: pytest.ExceptionInfo[InvalidValueError]) -> tuple[str, str, str]:
    """Return field, expectation and value of a refusal."""
    return error.value.field, error.value.expected, error.value.got


@pytest.mark.parametrize("limits", [(-1, 3), (4, 3), (0, 0), (-1, -1)])
def test_limits_on_new_things_that_make_no_sense_are_refused(limits: tuple[int, int]) -> None:
    """Later sessions must begin something, or what is new never comes up."""
    with pytest.raises(InvalidValueError) as caught:
        pack([], waiting=[], capacity=10, most_new=limits[0], most_new_later=limits[1])

    assert said(caught) == ("most_new", "0 or more, later at least 1 and no less", repr(limits))


def test_a_count_without_new_things_is_refused() -> None:
    """For the same reason."""
    with pytest.raises(InvalidValueError) as caught:
        fewest_sessions([], 10, 0)

    assert said(caught) == ("most_new", "at least 1", "0")


@pytest.mark.parametrize("place", [-1, 1])
def test_places_that_are_none_are_refused(place: int) -> None:
    """Neither waiting nor needed."""
    item = Item(size=1)

    with pytest.raises(InvalidValueError) as waiting:
        pack([item], waiting=[place], capacity=10, most_new=3, most_new_later=3)
    with pytest.raises(InvalidValueError) as needed:
        fewest_sessions([Item(size=1, needs=frozenset({place}))], 10, 3)

    assert said(waiting) == ("waiting", "places below 1", f"[{place}]")
    assert said(needed) == ("items[0].needs", "places below 1", f"[{place}]")


@pytest.mark.parametrize(
    ("needs", "item", "got"),
    [
        ([{0}], 0, "[0]"),
        ([{1}, {0}], 0, "[0, 1]"),
        ([set[int](), {2}, {3}, {1}], 1, "[1, 2, 3]"),
    ],
)
def test_items_that_need_themselves_are_refused(needs: list[set[int]], item: int, got: str) -> None:
    """Even through others."""
    items = [Item(size=1, needs=frozenset(group)) for group in needs]

    with pytest.raises(InvalidValueError) as caught:
        fewest_sessions(items, 10, 3)

    expected = "other items than itself, even through them"
    assert said(caught) == (f"items[{item}].needs", expected, got)


def test_a_negative_size_is_refused() -> None:
    """By the place of the item."""
    with pytest.raises(InvalidValueError) as caught:
        fewest_sessions([Item(size=0), Item(size=-1)], 10, 3)

    assert said(caught) == ("items[1].size", "0 or more", "-1")
