"""Which items of a routine a session takes, so that all come up in the fewest sessions: exact.

Knows no exercises, only items with a size in whole seconds; the order of the items is the order of
the routine. What it promises is said at `pack`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.planning.optimum.choosing import Choice
from spinecare.planning.optimum.rounds import EffortSpentError, Rounds, members

MOST_NODES = 20_000
"""Steps after which a search stops: a tenth of a second or two."""


@frozen(kw_only=True)
class Item:
    """An exercise of a routine."""

    size: int
    """Seconds that it takes, at least 0."""
    is_new: bool = field(default=False)
    """Whether it counts as new in the first session that holds it."""
    begins: int = field(default=0)
    """The number of the body position it begins in."""
    ends: int = field(default=0)
    """The number of the body position it ends in."""
    needs: frozenset[int] = field(default=frozenset())
    """The places of the items that must be in every session that holds it."""


@frozen(kw_only=True)
class Piece:
    """What a session takes of a routine."""

    items: tuple[int, ...]
    """The places of its items, in their order."""
    sessions: int
    """In how many sessions every waiting item comes up that fits into one, this one included."""
    too_long: tuple[int, ...]
    """The places of items that do not fit into a session with what they need, in their order."""
    is_proven: bool
    """Whether no piece is better; else the search was stopped, and `sessions` are enough, but
    perhaps not the fewest."""


def pack(
    items: Sequence[Item],
    *,
    waiting: Collection[int],
    capacity: int,
    most_new: int,
    most_new_later: int,
    most_nodes: int = MOST_NODES,
) -> Piece:
    """Return the piece of a routine that this session takes, the best in this order.

    1. Every waiting item comes up in the fewest sessions, each as long as this one, in each at
       most so many new items, and with an item all that it needs.
    2. This session holds the first of the waiting items that a session can begin such a round
       with: the first of all, unless new items hinder it.
    3. It holds the most waiting items.
    4. It holds the most items.
    5. The fewest times an item begins in another position than the one before it ended in.
    6. The first items: of two pieces the one whose first different place is the smaller.

    So where the items of each piece are taken off the waiting ones (and are new no more), as many
    calls as the first one says leave none.

    Args:
        items: The items of the routine, in its order.
        waiting: The places of those that have not had their turn.
        capacity: Seconds of this session and of those after it.
        most_new: New items in this session, at most.
        most_new_later: New items in each session after it, at most; not fewer than in this one.
        most_nodes: Steps after which the search stops with the best it knows.

    Returns:
        The piece. Where no waiting item fits into a session, it needs 0 of them, and the piece is
        the best of other items.

    Raises:
        InvalidValueError: A place that is none, an item that needs itself, a negative size, limits
            on new items that make no sense.
    """
    if not 0 <= most_new <= most_new_later or most_new_later < 1:
        limits = (most_new, most_new_later)
        raise InvalidValueError.of("most_new", "0 or more, later at least 1 and no less", limits)
    rounds = _rounds(items, capacity, most_new_later, most_nodes)
    if any(not 0 <= place < len(items) for place in waiting):
        raise InvalidValueError.of("waiting", f"places below {len(items)}", sorted(waiting))
    able = _able(rounds)
    turns = able & sum(1 << place for place in set(waiting))
    sessions, chosen, is_proven = *_at_once(rounds, turns, most_new), True
    try:
        for better in _better(rounds, items, able, turns, most_new):
            sessions, chosen = better
    except EffortSpentError:
        is_proven = False
        chosen = rounds.filled(chosen, members(able), able, most_new)
    return Piece(
        items=tuple(members(chosen)),
        sessions=sessions,
        too_long=tuple(place for place in range(len(items)) if not able >> place & 1),
        is_proven=is_proven,
    )


def fewest_sessions(
    items: Sequence[Item], capacity: int, most_new: int, *, most_nodes: int = MOST_NODES
) -> int:
    """Return the fewest sessions in which every item of a routine comes up that fits into one.

    Args:
        items: The items of the routine, in its order.
        capacity: Seconds of each session.
        most_new: New items in each session, at most; at least 1.
        most_nodes: Steps after which the search stops; then a number that is enough is returned.

    Raises:
        InvalidValueError: As for `pack`.
    """
    if most_new < 1:
        raise InvalidValueError.of("most_new", "at least 1", most_new)
    rounds = _rounds(items, capacity, most_new, most_nodes)
    able = _able(rounds)
    try:
        return rounds.fewest(able)
    except EffortSpentError:
        return _at_once(rounds, able, most_new)[0]


def _rounds(items: Sequence[Item], capacity: int, most_new: int, most_nodes: int) -> Rounds:
    """Return the items as sets.

    Raises:
        InvalidValueError: A size or a need that cannot be.
    """
    for place, item in enumerate(items):
        if item.size < 0:
            raise InvalidValueError.of(f"items[{place}].size", "0 or more", item.size)
        if any(not 0 <= need < len(items) for need in item.needs):
            expected = f"places below {len(items)}"
            raise InvalidValueError.of(f"items[{place}].needs", expected, sorted(item.needs))
    needs = [sum(1 << need for need in item.needs) for item in items]
    for place in range(len(items)):  # what needs a place needs all that this one needs
        needs = [group | needs[place] if group >> place & 1 else group for group in needs]
    for place, group in enumerate(needs):
        if group >> place & 1:
            expected = "other items than itself, even through them"
            raise InvalidValueError.of(f"items[{place}].needs", expected, sorted(members(group)))
    return Rounds(
        [item.size for item in items],
        [group | 1 << place for place, group in enumerate(needs)],
        sum(1 << place for place, item in enumerate(items) if item.is_new),
        capacity=capacity,
        most_new=most_new,
        most_nodes=most_nodes,
    )


def _able(rounds: Rounds) -> int:
    """Return the items that fit into a session with all they need."""
    return sum(
        1 << place
        for place, group in enumerate(rounds.closed)
        if rounds.size(group) <= rounds.capacity
    )


def _better(
    rounds: Rounds, items: Sequence[Item], able: int, turns: int, most_new: int
) -> Iterator[tuple[int, int]]:
    """Yield better and better pieces, each with its number of sessions; the last is the best."""
    due, must, chosen = rounds.closure(turns), 0, 0
    sessions = rounds.fewest(due)
    if sessions:
        while (found := rounds.first(due, sessions, most_new, 0)) is None:
            sessions += 1
        chosen = found
        yield sessions, chosen
        for place in members(turns):
            found = rounds.first(due, sessions, most_new, rounds.closed[place])
            if found is not None:
                chosen, must = found, rounds.closed[place]
                yield sessions, chosen
                break
    choice = Choice(
        rounds,
        [(item.begins, item.ends) for item in items],
        waiting=turns,
        sessions=sessions,
        most_new=most_new,
    )
    for piece in choice.better(able, must, chosen):
        yield sessions, piece


def _at_once(rounds: Rounds, turns: int, most_new: int) -> tuple[int, int]:
    """Return a number of sessions that is enough, and the first of them, without a search."""
    rest = rounds.closure(turns)
    first = rounds.filled(0, members(turns), rest, most_new)
    rest, sessions = rest & ~first, 1
    while rest:
        rest &= ~rounds.filled(0, rounds.hardest_first(rest), rest, rounds.most_new)
        sessions += 1
    return sessions, first
