from __future__ import annotations

from collections.abc import Collection

from spinecare.planning.optimum.packing import Item, Piece, fewest_sessions, pack

STANDING, LYING = 1, 2


def old(size: int, *needs: int, begins: int = LYING, ends: int = LYING) -> Item:
    """Return an item that is not new."""
    return Item(size=size, begins=begins, ends=ends, needs=frozenset(needs))


def new(size: int, *needs: int) -> Item:
    """Return an item that is new."""
    return Item(size=size, is_new=True, needs=frozenset(needs))


def piece_of(
    *items: Item,
    capacity: int,
    waiting: Collection[int] | None = None,
    most_new: int = 3,
    most_nodes: int = 1000,
) -> Piece:
    """Return the piece; everything waits unless told otherwise, later sessions may begin three."""
    return pack(
        items,
        waiting=range(len(items)) if waiting is None else waiting,
        capacity=capacity,
        most_new=most_new,
        most_new_later=3,
        most_nodes=most_nodes,
    )


def test_the_fewest_sessions_come_before_everything() -> None:
    """The first three fit together, but would leave eleven seconds for ten."""
    piece = piece_of(old(3), old(3), old(3), old(7), old(4), capacity=10)

    assert piece == Piece(items=(0, 1, 4), sessions=2, too_long=(), is_proven=True)


def test_the_first_that_waits_comes_before_many() -> None:
    """Three others fit, the first one alone."""
    piece = piece_of(old(8), old(2), old(2), old(2), capacity=8)

    assert piece.items == (0,)
    assert piece.sessions == 2


def test_a_session_takes_the_most_that_wait() -> None:
    """Two short ones rather than a long one, which leaves no room either."""
    piece = piece_of(old(2), old(7), old(3), old(3), capacity=9)

    assert piece.items == (0, 2, 3)


def test_one_that_waits_comes_before_two_that_do_not() -> None:
    """What has its turn goes first, even if it is long."""
    piece = piece_of(old(3), old(3), old(2), old(6), capacity=8, waiting=[2, 3])

    assert piece.items == (2, 3)


def test_what_room_is_left_is_filled_with_the_most_others() -> None:
    """Two more fit beside the one that waits, or a long one."""
    piece = piece_of(old(5), old(3), old(4), old(2), capacity=9, waiting=[2])

    assert piece.items == (1, 2, 3)
    assert piece.sessions == 1


def test_of_as_many_the_session_with_fewer_changes_of_position_is_taken() -> None:
    """The third is done where the first one ends, the second elsewhere."""
    piece = piece_of(
        old(2, begins=LYING, ends=STANDING),
        old(2),
        old(2, begins=STANDING),
        old(2),
        capacity=4,
    )

    assert piece.items == (0, 2)


def test_of_equal_sessions_the_first_items_are_taken() -> None:
    """Nothing else decides."""
    piece = piece_of(old(2), old(2), old(2), old(2), capacity=4)

    assert piece.items == (0, 1)


def test_what_an_item_needs_is_repeated_with_it() -> None:
    """Two long ones that need the same do not fit together."""
    items = old(4), old(5, 0), old(5, 0)

    piece = piece_of(*items, capacity=9)
    following = piece_of(*items, capacity=9, waiting=[2])

    assert (piece.items, piece.sessions) == ((0, 1), 2)
    assert (following.items, following.sessions) == ((0, 2), 1)


def test_what_is_needed_may_stand_later_in_the_order() -> None:
    """The first needs the last, and that the one before it."""
    piece = piece_of(old(2, 3), old(2), old(2), old(2, 2), capacity=6)

    assert piece.items == (0, 2, 3)


def test_the_room_for_what_is_repeated_counts() -> None:
    """Ten seconds in all; seven hold the first, which all need, and but one of the others."""
    items = old(4), old(2, 0), old(2, 0), old(2, 0)

    assert fewest_sessions(items, 10, 3) == 1
    assert fewest_sessions(items, 9, 3) == 2
    assert fewest_sessions(items, 7, 3) == 3


def test_new_things_are_spread_over_sessions() -> None:
    """Time is no matter: five new ones, three in a session, of which one has been begun."""
    items = [new(1) for _ in range(5)]

    assert piece_of(*items, capacity=99).items == (0, 1, 2)
    assert piece_of(*items, capacity=99).sessions == 2
    assert piece_of(*items, capacity=99, most_new=2).sessions == 2
    assert piece_of(*items, capacity=99, most_new=1).sessions == 3
    assert fewest_sessions(items, 99, 3) == 2
    assert fewest_sessions(items, 99, 1) == 5


def test_the_first_new_thing_waits_where_none_may_be_begun() -> None:
    """The next that waits is done, and one more that had its turn."""
    piece = piece_of(new(3), old(3), old(3), capacity=99, waiting=[0, 1], most_new=0)

    assert piece.items == (1, 2)
    assert piece.sessions == 2


def test_a_session_that_may_begin_nothing_takes_what_does_not_wait() -> None:
    """Everything that waits is new, so it comes up later."""
    piece = piece_of(new(3), old(3), capacity=99, waiting=[0], most_new=0)

    assert piece.items == (1,)
    assert piece.sessions == 2


def test_a_new_thing_that_is_needed_counts_once() -> None:
    """Begun in the first session, it is not new when the second repeats it."""
    items = new(1), new(4, 0), new(4, 0), new(1), new(1)

    assert fewest_sessions(items, 7, 3) == 2


def test_new_things_that_are_needed_are_begun_in_time() -> None:
    """Four new ones that build on each other do not come all at once."""
    piece = piece_of(new(1), new(1, 0), new(1, 1), new(1, 2), capacity=99)

    assert piece.items == (0, 1, 2)
    assert piece.sessions == 2


def test_a_session_begins_what_later_ones_cannot() -> None:
    """One new thing in each: the fifth is new and needs the sixth, which does not wait itself."""
    items = old(1), old(4), old(2), old(2), new(1, 5), new(1)

    piece = pack(items, waiting=range(5), capacity=6, most_new=1, most_new_later=1)

    assert piece.items == (0, 2, 3, 5)
    assert piece.sessions == 2


def test_what_never_fits_is_told() -> None:
    """Neither the long one nor what needs it is counted."""
    piece = piece_of(old(3), old(11), old(3, 1), old(3), capacity=10)

    assert piece == Piece(items=(0, 3), sessions=1, too_long=(1, 2), is_proven=True)
    assert fewest_sessions([old(3), old(11)], 10, 3) == 1


def test_where_nothing_that_waits_fits_others_fill_the_session() -> None:
    """No session is needed for them."""
    piece = piece_of(old(11), old(3), old(8), capacity=10, waiting=[0])

    assert piece == Piece(items=(1,), sessions=0, too_long=(0,), is_proven=True)


def test_an_empty_routine_needs_no_session() -> None:
    """There is nothing to take."""
    piece = piece_of(capacity=10)

    assert piece == Piece(items=(), sessions=0, too_long=(), is_proven=True)
    assert fewest_sessions([], 10, 3) == 0


def test_without_time_everything_is_too_long() -> None:
    """Even what takes no time: where there is less than none."""
    piece = piece_of(old(1), old(0), capacity=-1)

    assert piece == Piece(items=(), sessions=0, too_long=(0, 1), is_proven=True)


def test_a_search_that_is_stopped_at_once_fills_the_session_in_order() -> None:
    """It says that it is not proven, and still holds the first that waits."""
    items = old(3), old(3), old(3), old(7), old(4)

    piece = piece_of(*items, capacity=10, most_nodes=0)

    assert piece == Piece(items=(0, 1, 2), sessions=3, too_long=(), is_proven=False)


def test_a_stopped_search_fills_up_with_what_does_not_wait() -> None:
    """So that no time is idle; what is new only as far as it may be."""
    items = old(3), old(9), new(2), new(2), old(2)

    piece = piece_of(*items, capacity=9, waiting=[0], most_new=1, most_nodes=0)

    assert piece.items == (0, 2, 4)
    assert not piece.is_proven


def test_a_search_stops_after_the_steps_it_may_take() -> None:
    """Ten items are not proven in five."""
    items = [old(size) for size in (3, 1, 4, 1, 5, 9, 2, 6, 5, 3)]

    assert not piece_of(*items, capacity=14, most_nodes=5).is_proven
    assert piece_of(*items, capacity=14, most_nodes=1000).is_proven


def test_a_stopped_count_is_still_enough() -> None:
    """Two would do; at once the first three go together, which leaves eleven seconds for ten."""
    items = old(3), old(3), old(3), old(7), old(4)

    assert fewest_sessions(items, 10, 3) == 2
    assert fewest_sessions(items, 10, 3, most_nodes=0) == 3
