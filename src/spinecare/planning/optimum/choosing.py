"""The best of the sessions that may begin a shortest round.

Numbers of items are tried from the most on, changes of position from none on. One such question
is answered by going through the items in their order, first with each and then without it, so
that the first answer is the smallest one. States from which nothing was found are remembered with
the room they had.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from itertools import accumulate

from spinecare.planning.optimum.rounds import Rounds


class _Shortest:
    """The shortest of some items, of which only so many may be new."""

    def __init__(self, most_new: int) -> None:
        self._most_new = most_new
        self._old: list[int] = []
        self._new: list[int] = []

    def add(self, size: int, *, is_new: bool) -> None:
        """Add an item."""
        insort(self._new if is_new else self._old, size)

    def sums(self) -> list[int]:
        """Return how long the shortest none, one, two … of them are together, at least."""
        return list(accumulate(sorted(self._old + self._new[: self._most_new]), initial=0))


class Choice:
    """The sessions that begin a round of a given number of them."""

    def __init__(
        self,
        rounds: Rounds,
        positions: Sequence[tuple[int, int]],
        *,
        waiting: int,
        sessions: int,
        most_new: int,
    ) -> None:
        """Keep the items.

        Args:
            rounds: The items, and what is known of them.
            positions: In which position each item begins and ends.
            waiting: The items that must come up; each fits into a session.
            sessions: In how many sessions, this one included.
            most_new: New items in this one, at most.
        """
        self.rounds: Rounds = rounds
        self.positions: Sequence[tuple[int, int]] = positions
        self.waiting: int = waiting
        self.sessions: int = sessions
        self.most_new: int = most_new
        self.due: int = rounds.closure(waiting)
        self._hubs = sum(
            1 << item for item, needers in enumerate(rounds.needers) if needers >> item
        )
        self._refused = 0

    def better(self, able: int, must: int, known: int) -> Iterator[int]:
        """Yield better and better sessions; the last is the best.

        Args:
            able: The items that fit into a session.
            must: What it has to hold, with all that needs.
            known: A session that does; what `must` needs and other waiting items.
        """
        any_changes = len(self.positions)
        least, most = (known & self.waiting).bit_count(), self.waiting.bit_count() if must else 0
        self._look_at(self.due, counted=0)
        for turns in range(most, least, -1):
            found = self._search(turns, 0, any_changes, must)
            if found is not None:
                known, least = found, turns
                break
        yield known
        others = able & ~self.waiting
        more = others.bit_count()
        self._look_at(able, counted=others)
        if others:
            while (found := self._search(least, more, any_changes, must)) is None:
                more -= 1
            yield found
        changes = 0
        while (found := self._search(least, more, changes, must)) is None:
            changes += 1
        yield found

    def _look_at(self, able: int, counted: int) -> None:
        """Set out to choose among some items, and to count some of them besides those waiting."""
        rounds = self.rounds
        self._able, self._counted = able, counted
        self._uncounted = able & ~self.waiting & ~counted
        self._failed: dict[tuple[int, tuple[int | None, ...]], int] = {}
        turns = _Shortest(self.most_new)
        others = _Shortest(self.most_new)
        self._least = [(turns.sums(), others.sums())]
        """For each item how long the shortest ones from there on are: waiting ones, others."""
        for item in reversed(range(len(self.positions))):
            if able >> item & 1:
                kind = turns if self.waiting >> item & 1 else others
                kind.add(rounds.sizes[item], is_new=bool(rounds.new >> item & 1))
            self._least.append((turns.sums(), others.sums()))
        self._least.reverse()

    def _search(self, turns: int, more: int, changes: int, must: int) -> int | None:
        """Return the smallest session of its kind: the first items first."""
        rounds, later = self.rounds, self.sessions - 1
        room, spare = rounds.capacity, later * rounds.capacity
        return self._from(0, 0, room, self.most_new, turns, more, changes, None, must, 0, spare)

    def _from(
        self,
        start: int,
        chosen: int,
        room: int,
        new_room: int,
        turns: int,
        more: int,
        changes: int,
        end: int | None,
        owed: int,
        later: int,
        spare: int,
    ) -> int | None:
        """Return the smallest session that takes what is chosen and goes on from an item.

        Args:
            start: The next item.
            chosen: What is chosen of those before it.
            room: Seconds that are left.
            new_room: New items that it may still take.
            turns: Waiting items that it must still take.
            more: Other items that it must still take.
            changes: Changes of position that it may still make.
            end: The position it stands in; `None` before the first item.
            owed: What it must still take because it is needed.
            later: What later sessions hold because this one leaves something out.
            spare: Seconds that later sessions have left.
        """
        rounds = self.rounds
        rounds.spend()
        if not (turns or more or owed):
            if rounds.fits(self.due & ~chosen, self.sessions - 1):
                return chosen
            self._refused += 1
            if not self._uncounted:
                return None
        refused = self._refused
        state = chosen & self._hubs, new_room, turns, more, changes, end, owed
        for item in range(start, len(self.positions)):
            known = self._failed.get((item, state), -1)
            if known >= room or self._is_short(item, room, turns, more):
                break
            bit, closed, size = 1 << item, rounds.closed[item], rounds.sizes[item]
            begins, ends = self.positions[item]
            is_new, is_turn = rounds.new >> item & 1, self.waiting >> item & 1
            is_counted = self._counted >> item & 1
            is_change = end is not None and end != begins
            if (
                self._able & bit
                and size <= room
                and not closed & bit - 1 & ~chosen
                and is_new <= new_room
                and is_turn <= turns
                and is_counted <= more
                and is_change <= changes
            ):
                found = self._from(
                    item + 1,
                    chosen | bit,
                    room - size,
                    new_room - is_new,
                    turns - is_turn,
                    more - is_counted,
                    changes - is_change,
                    ends,
                    (owed | closed) & -bit & ~bit,
                    later,
                    spare,
                )
                if found is not None:
                    return found
            if owed & bit:
                break
            if self.due & bit:
                spare -= rounds.size(closed & ~later)
                later |= closed
                if spare < 0:
                    self._refused += 1
                    break
        if refused == self._refused:
            self._failed[start, state] = room
        return None

    def _is_short(self, item: int, room: int, turns: int, more: int) -> bool:
        """Whether too few items are left, or too long ones, whatever else hinders them."""
        least_turns, least_more = self._least[item]
        return (
            turns >= len(least_turns)
            or more >= len(least_more)
            or least_turns[turns] + least_more[more] > room
        )
