"""The fewest sessions in which every item comes up: exact bin packing, with needs.

A set of items is one whole number: its bits are the items. Sessions are filled one after another,
each with the hardest item that is left, in every way that leaves what can still fit (after bin
completion: Korf, A New Algorithm for Optimal Bin Packing, AAAI 2002, pages 731-736).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class EffortSpentError(Exception):
    """A search took more steps than it may. It never leaves this package."""


class _Queue(NamedTuple):
    """The items that a session may take, the hardest first."""

    items: Sequence[int]
    behind: Sequence[int]
    """For each place the seconds from there to the end."""


class _Filling(NamedTuple):
    """A session in the making."""

    place: int
    """Up to where the queue has been looked through."""
    held: int
    room: int
    """Seconds that are left."""
    new_room: int
    """New items that it may still take."""
    lacking: int
    """Seconds of the rest that it must still take, or too much is left for the others."""


def members(group: int) -> Iterator[int]:
    """Yield the items of a set in their order."""
    while group:
        lowest = group & -group
        yield lowest.bit_length() - 1
        group ^= lowest


class Rounds:
    """How few sessions hold sets of items; what was found out once is remembered."""

    def __init__(
        self,
        sizes: Sequence[int],
        closed: Sequence[int],
        new: int,
        *,
        capacity: int,
        most_new: int,
        most_nodes: int,
    ) -> None:
        """Keep the items.

        Args:
            sizes: Seconds of each item, at least 0.
            closed: Each item with all that it needs; no item needs itself.
            new: The items that are new until the first session that holds them.
            capacity: Seconds of a session.
            most_new: New items in a session, at most; at least 1.
            most_nodes: Steps of the search, in all calls together.
        """
        items = range(len(sizes))
        self.sizes: Sequence[int] = sizes
        self.closed: Sequence[int] = closed
        self.new: int = new
        self.capacity: int = capacity
        self.most_new: int = most_new
        self.nodes: int = most_nodes
        needing = [item for item in items if closed[item] != 1 << item]
        self.needers: list[int] = [
            sum(1 << other for other in needing if other != item and closed[other] >> item & 1)
            for item in items
        ]
        self._kinds = [
            (-1, item)
            if self.needers[item] or item in needing
            else (sizes[item], self.count_new(1 << item))
            for item in items
        ]
        """The same for items that may stand for each other."""
        # What needs others stands before them: left out, it is not drawn in again behind them.
        self._order = sorted(
            items,
            key=lambda item: (
                -self.size(closed[item]),
                -closed[item].bit_count(),
                self._kinds[item],
                item,
            ),
        )
        self._known: dict[tuple[int, int], bool] = {}

    def spend(self) -> None:
        """Count one step of a search.

        Raises:
            EffortSpentError: It was one too many.
        """
        if not self.nodes:
            raise EffortSpentError
        self.nodes -= 1

    def size(self, group: int) -> int:
        """Return the seconds of a set."""
        total = 0
        while group:
            lowest = group & -group
            total += self.sizes[lowest.bit_length() - 1]
            group ^= lowest
        return total

    def count_new(self, group: int) -> int:
        """Return how many items of a set are new."""
        return (group & self.new).bit_count()

    def closure(self, group: int) -> int:
        """Return a set with all that it needs."""
        whole = group
        for item in members(group):
            whole |= self.closed[item]
        return whole

    def hardest_first(self, group: int) -> list[int]:
        """Return the items of a set, those that take the most with what they need first."""
        return [item for item in self._order if group >> item & 1]

    def filled(self, held: int, among: Iterable[int], rest: int, most_new: int) -> int:
        """Return a session with each of some items, in turn, that still fits in.

        Args:
            held: What it holds already, with all that needs.
            among: The items.
            rest: The items that have not come up.
            most_new: New items in it, at most.
        """
        for item in among:
            more = held | self.closed[item]
            if self.size(more) <= self.capacity and self.count_new(more & rest) <= most_new:
                held = more
        return held

    def fewest(self, rest: int) -> int:
        """Return the fewest sessions in which every item of a set comes up.

        Args:
            rest: The items that have not come up, with what they need of those.
        """
        sessions = 0
        while not self.fits(rest, sessions):
            sessions += 1
        return sessions

    def fits(self, rest: int, sessions: int) -> bool:
        """Whether so many sessions are enough for every item of a set to come up."""
        if not rest:
            return True
        key = rest, sessions
        if key not in self._known:
            self._known[key] = self._fits(rest, sessions)
        return self._known[key]

    def _fits(self, rest: int, sessions: int) -> bool:
        if sessions < 1 or self.size(self.closure(rest)) > sessions * self.capacity:
            return False
        # A session may be put before the others, and so be asked for any item, unless it repeats
        # a new one: that would count here then. The first to hold one of those that are repeated
        # repeats none itself.
        repeated = [item for item in members(rest & self.new) if self.needers[item] & rest]
        heads = repeated or self.hardest_first(rest)[:1]
        return any(
            self.first(rest, sessions, self.most_new, self.closed[head]) is not None
            for head in heads
        )

    def first(self, rest: int, sessions: int, most_new: int, must: int) -> int | None:
        """Return a session after which one less is enough for what has not come up.

        Args:
            rest: The items that have not come up.
            sessions: How many there are with this one.
            most_new: New items in this one, at most.
            must: What it has to hold, with all that needs; there is room for it.

        Returns:
            What it holds; `None` where there is none.
        """
        left, later = rest & ~must, sessions - 1
        new_room = most_new - self.count_new(must & rest)
        if new_room < max(0, self.count_new(left) - later * self.most_new):
            return None
        queue = self._queue(left)
        stack = [
            _Filling(
                place=0,
                held=must,
                room=self.capacity - self.size(must),
                new_room=new_room,
                lacking=self.size(left) - later * self.capacity,
            )
        ]
        while stack:
            self.spend()
            held = self._fill(queue, rest, stack)
            if self.fits(rest & ~held, later):
                return held
        return None

    def _queue(self, left: int) -> _Queue:
        items, behind = self.hardest_first(left), [0]
        for item in reversed(items):
            behind.append(behind[-1] + self.sizes[item])
        return _Queue(items, behind[::-1])

    def _fill(self, queue: _Queue, rest: int, stack: list[_Filling]) -> int:
        """Take the next session off a stack and fill it up; put on what else it may become."""
        place, held, room, new_room, lacking = stack.pop()
        items, kinds = queue.items, self._kinds
        while place < len(items):
            item = items[place]
            place += 1
            more = self.closed[item] & ~held
            fresh = more & rest
            size, new = self.size(more), self.count_new(fresh)
            if not more or size > room or new > new_room:
                continue
            without = place
            while without < len(items) and kinds[items[without]] == kinds[item]:
                without += 1  # where one is left out, so are the others like it
            if queue.behind[without] >= lacking:
                stack.append(_Filling(without, held, room, new_room, lacking))
            held, room, new_room = held | more, room - size, new_room - new
            lacking -= self.size(fresh)
        return held
