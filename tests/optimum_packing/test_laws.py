from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.planning.optimum.packing import fewest_sessions, pack
from tests.optimum_packing.routines import Call, calls, seconds, with_needs


@given(call=calls(most=10))
def test_a_piece_keeps_time_needs_and_the_limit_on_new_things(call: Call) -> None:
    """Whatever is asked, what comes can be done."""
    piece = call.piece()

    assert seconds(call.items, piece.items) <= call.capacity or not piece.items
    assert with_needs(call.items, piece.items) == set(piece.items)
    assert sum(call.items[place].is_new for place in piece.items) <= call.most_new


@given(call=calls(most=10))
def test_a_piece_keeps_the_order_of_the_routine(call: Call) -> None:
    """Every item once, the first first."""
    piece = call.piece()

    assert list(piece.items) == sorted(set(piece.items))


@given(call=calls(most=10))
def test_what_is_too_long_is_told_and_never_taken(call: Call) -> None:
    """Too long is what does not fit with what it needs, whether it waits or not."""
    piece = call.piece()

    assert set(piece.too_long) == set(range(len(call.items))) - call.fitting
    assert not set(piece.too_long) & set(piece.items)


@given(call=calls(most=10, has_new=False))
def test_a_piece_holds_the_first_that_waits(call: Call) -> None:
    """Where nothing is new, sessions can change places, so the first need not wait longer."""
    waiting = call.waiting & call.fitting

    piece = call.piece()

    assert not waiting or min(waiting) in piece.items


@given(call=calls(most=9))
def test_as_many_sessions_as_promised_bring_everything_up(call: Call) -> None:
    """Each time the piece is done, one session less is promised, until nothing waits."""
    promised = call.piece().sessions

    for left in range(promised, 0, -1):
        piece = call.piece()
        assert piece.sessions == left
        call = call.after(piece)

    assert not call.waiting & call.fitting
    assert call.piece().sessions == 0


@given(call=calls(most=9), more=st.integers(0, 40))
def test_longer_sessions_are_never_more(call: Call, more: int) -> None:
    """Of what fits into the short ones; what fits only into the longer ones may take its own."""
    short = call._replace(waiting=call.waiting & call.fitting)
    longer = short._replace(capacity=call.capacity + more)

    assert longer.piece().sessions <= short.piece().sessions


@given(call=calls(most=9))
def test_fewer_that_wait_never_take_more_sessions(call: Call) -> None:
    """One less waits."""
    fewer = call._replace(waiting=call.waiting - {max(call.waiting)})

    assert fewer.piece().sessions <= call.piece().sessions


@given(call=calls(most=10))
def test_all_is_taken_where_all_fits(call: Call) -> None:
    """Then a single session does."""
    count = len(call.items)
    wide = call._replace(
        capacity=seconds(call.items, range(count)), most_new=count, most_new_later=count
    )

    piece = wide.piece()

    assert piece.items == tuple(range(count))
    assert piece.sessions == 1
    assert piece.too_long == ()


@given(call=calls(most=10), moved=st.permutations(range(3)))
def test_the_numbers_of_the_positions_mean_nothing(call: Call, moved: list[int]) -> None:
    """Only whether two are the same counts."""
    items = tuple(
        evolve(item, begins=moved[item.begins], ends=moved[item.ends]) for item in call.items
    )

    assert call._replace(items=items).piece() == call.piece()


@given(call=calls(most=10))
def test_the_same_question_gets_the_same_answer(call: Call) -> None:
    """However the waiting ones are listed, twice or backwards."""
    backwards = sorted(call.waiting, reverse=True)

    again = pack(
        list(call.items),
        waiting=[*backwards, *backwards],
        capacity=call.capacity,
        most_new=call.most_new,
        most_new_later=call.most_new_later,
    )

    assert again == call.piece()


@given(call=calls(most=10), nodes=st.integers(0, 40))
def test_a_stopped_search_promises_no_more_than_it_can_keep(call: Call, nodes: int) -> None:
    """What it returns can be done, and going on with it ends in the sessions that it says."""
    piece = call.piece(most_nodes=nodes)

    assert piece.sessions >= call.piece().sessions
    assert seconds(call.items, piece.items) <= call.capacity or not piece.items
    assert with_needs(call.items, piece.items) == set(piece.items)
    assert sum(call.items[place].is_new for place in piece.items) <= call.most_new
    assert call.after(piece).piece().sessions <= max(0, piece.sessions - 1)
    if piece.is_proven:
        assert piece == call.piece()


@given(call=calls(most=10), nodes=st.integers(0, 20))
def test_a_stopped_count_is_enough(call: Call, nodes: int) -> None:
    """The number for the whole routine may be more than the fewest, never less."""
    arguments = call.items, call.capacity, call.most_new_later

    stopped = fewest_sessions(*arguments, most_nodes=nodes)

    assert stopped >= fewest_sessions(*arguments)
