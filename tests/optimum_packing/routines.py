"""Routines as items: those that hypothesis draws, and how one of them is gone on with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from random import Random
from typing import NamedTuple

from attrs import evolve
from hypothesis import strategies as st

from spinecare.planning.optimum.packing import Item, Piece, pack


class Call(NamedTuple):
    """What `pack` is asked."""

    items: tuple[Item, ...]
    waiting: frozenset[int]
    capacity: int
    most_new: int
    most_new_later: int

    def piece(self, *, most_nodes: int = 1_000_000) -> Piece:
        """Return the answer."""
        return pack(
            self.items,
            waiting=self.waiting,
            capacity=self.capacity,
            most_new=self.most_new,
            most_new_later=self.most_new_later,
            most_nodes=most_nodes,
        )

    def after(self, piece: Piece) -> Call:
        """Return what is asked next time: what was done waits no more, and is not new."""
        done = frozenset(piece.items)
        return self._replace(
            items=tuple(
                evolve(item, is_new=item.is_new and place not in done)
                for place, item in enumerate(self.items)
            ),
            waiting=self.waiting - done,
            most_new=self.most_new_later,
        )

    @property
    def fitting(self) -> frozenset[int]:
        """The items that fit into a session with what they need."""
        return frozenset(
            place
            for place in range(len(self.items))
            if seconds(self.items, with_needs(self.items, [place])) <= self.capacity
        )


def seconds(items: Sequence[Item], places: Collection[int]) -> int:
    """Return how long some items take."""
    return sum(items[place].size for place in places)


def with_needs(items: Sequence[Item], places: Collection[int]) -> frozenset[int]:
    """Return some items with all that they need, and all that needs."""
    found = frozenset(places)
    while True:
        more = found.union(*(items[place].needs for place in found))
        if more == found:
            return found
        found = more


@st.composite
def calls(draw: st.DrawFn, *, most: int = 7, has_new: bool = True) -> Call:
    """Draw a question about a small routine, of every kind.

    Args:
        draw: How to draw.
        most: How many items it has at most.
        has_new: Whether there may be new items.
    """
    count = draw(st.integers(1, most))
    longest = draw(st.sampled_from((2, 5, 30)))  # few sizes make ties, many make narrow fits
    rank = draw(st.permutations(range(count)))  # needs may point forwards and backwards
    items = tuple(
        Item(
            size=draw(st.integers(0, longest)),
            is_new=has_new and draw(st.booleans()),
            begins=draw(st.integers(0, 2)),
            ends=draw(st.integers(0, 2)),
            needs=draw(_some_of([other for other in range(count) if rank[other] < rank[place]])),
        )
        for place in range(count)
    )
    later = draw(st.integers(1, 3))
    return Call(
        items=items,
        waiting=draw(st.frozensets(st.integers(0, count - 1), min_size=1)),
        capacity=draw(st.integers(0, seconds(items, range(count)) + 1)),
        most_new=draw(st.integers(0, later)) if has_new else later,
        most_new_later=later,
    )


def random_call(seed: int, *, least: int = 3, most: int = 8) -> Call:
    """Return a question about items that fill their sessions less neatly than drawn ones.

    Args:
        seed: Which one.
        least: How many items it has at least.
        most: How many it has at most.
    """
    rng = Random(seed)
    count, longest = rng.randint(least, most), rng.choice((1, 3, 10, 60, 300))
    rank = rng.sample(range(count), count)
    needy, novel = rng.choice((0, 0.1, 0.3)) * 6 / count, rng.choice((0, 0.3, 0.6, 1))
    later = rng.randint(1, 3)
    items = tuple(
        Item(
            size=rng.randint(1, longest),
            is_new=rng.random() < novel,
            begins=rng.randrange(3),
            ends=rng.randrange(3),
            needs=frozenset(
                other
                for other in range(count)
                if rank[other] < rank[place] and rng.random() < needy
            ),
        )
        for place in range(count)
    )
    return Call(
        items=items,
        waiting=frozenset(rng.sample(range(count), rng.randint(1, count))),
        capacity=seconds(items, range(count)) * rng.randint(18, 80) // 100,
        most_new=rng.randint(0, later),
        most_new_later=later,
    )


def _some_of(places: Sequence[int]) -> st.SearchStrategy[frozenset[int]]:
    """Draw none of some places more often than others."""
    if not places:
        return st.just(frozenset())
    return st.just(frozenset[int]()) | st.frozensets(st.sampled_from(places), max_size=2)
