"""The best of the sessions that may begin a shortest round.

Numbers of items are tried from the most on, changes of position from none on. One such question
is answered by going through the items in their order, first with each and then without it, so
that the first answer is the smallest one. States from which nothing was found are remembered with
the room they had.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from itertools import accumulate, count
from typing import NamedTuple

from spinecare.planning.optimum.rounds import Rounds


class _State(NamedTuple):
    """A session in the making, before the next item."""

    item: int
    chosen: int
    room: int
    """Seconds that are left."""
    new_room: int
    """New items that it may still take."""
    turns: int
    """Waiting items that it must still take."""
    more: int
    """Other items that it must still take."""
    changes: int
    """Changes of position that it may still make."""
    end: int | None
    """The position it stands in; `None` before the first item."""
    owed: int
    """What it must still take because of something it holds."""
    later: int
    """What later sessions must hold because this one left something out."""
    spare: int
    """Seconds that later sessions still have for what this one leaves out."""
    new_spare: int
    """New items that later sessions can still take."""


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
        self.rounds, self.positions = rounds, positions
        self.waiting, self.sessions, self.most_new = waiting, sessions, most_new
        self.due = rounds.closure(waiting)
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
        for changes in count():
            found = self._search(least, more, changes, must)
            if found is not None:
                yield found
                return

    def _look_at(self, able: int, counted: int) -> None:
        """Set out to choose among some items, and to count some of them besides those waiting."""
        rounds = self.rounds
        self._able, self._counted = able, counted
        self._uncounted = able & ~self.waiting & ~counted
        self._failed: dict[tuple[int | None, ...], int] = {}
        old: list[int] = []
        new: list[int] = []
        others: list[int] = []
        self._least = [([0], [0])]
        """For each item how long the shortest ones from there on are: waiting ones, others."""
        for item in reversed(range(len(self.positions))):
            if counted >> item & 1:
                insort(others, rounds.sizes[item])
            elif able & self.waiting & 1 << item:
                insort(new if rounds.new >> item & 1 else old, rounds.sizes[item])
            turns = sorted(old + new[: self.most_new])
            self._least.append(
                (list(accumulate(turns, initial=0)), list(accumulate(others, initial=0)))
            )
        self._least.reverse()

    def _search(self, turns: int, more: int, changes: int, must: int) -> int | None:
        """Return the smallest session of its kind: the first items first."""
        later = self.sessions - 1
        return self._from(
            _State(
                item=0,
                chosen=0,
                room=self.rounds.capacity,
                new_room=self.most_new,
                turns=turns,
                more=more,
                changes=changes,
                end=None,
                owed=must,
                later=0,
                spare=later * self.rounds.capacity,
                new_spare=later * self.rounds.most_new,
            )
        )

    def _from(self, state: _State) -> int | None:
        self.rounds.spend()
        if not state.turns and not state.more and not state.owed:
            if self.rounds.fits(self.due & ~state.chosen, self.sessions - 1):
                return state.chosen
            self._refused += 1
            if not self._uncounted:
                return None
        if state.item == len(self.positions) or not self._has_room(state):
            return None
        key = (
            state.item,
            state.chosen & self._hubs,
            state.new_room,
            state.turns,
            state.more,
            state.changes,
            state.end,
            state.owed,
        )
        if self._failed.get(key, -1) >= state.room:
            return None
        refused = self._refused
        for following in (self._with(state), self._without(state)):
            found = None if following is None else self._from(following)
            if found is not None:
                return found
        if refused == self._refused:  # else something that the key does not hold was the cause
            self._failed[key] = state.room
        return None

    def _has_room(self, state: _State) -> bool:
        """Whether enough items are left, and short enough, whatever else hinders them."""
        turns, others = self._least[state.item]
        return (
            state.turns < len(turns)
            and state.more < len(others)
            and turns[state.turns] + others[state.more] <= state.room
        )

    def _with(self, state: _State) -> _State | None:
        """Return what follows when the next item is taken; `None` where it cannot be."""
        rounds, item = self.rounds, state.item
        bit = 1 << item
        closed, (begins, ends) = rounds.closed[item], self.positions[item]
        room = state.room - rounds.sizes[item]
        if not self._able & bit or room < 0 or closed & bit - 1 & ~state.chosen:
            return None
        following = _State(
            item=item + 1,
            chosen=state.chosen | bit,
            room=room,
            new_room=state.new_room - (rounds.new >> item & 1),
            turns=state.turns - (self.waiting >> item & 1),
            more=state.more - (self._counted >> item & 1),
            changes=state.changes - (state.end not in (None, begins)),
            end=ends,
            owed=(state.owed | closed) >> item + 1 << item + 1,
            later=state.later,
            spare=state.spare,
            new_spare=state.new_spare,
        )
        lowest = min(following.new_room, following.turns, following.more, following.changes)
        return None if lowest < 0 else following

    def _without(self, state: _State) -> _State | None:
        """Return what follows when the next item is left out; `None` where it cannot be."""
        rounds, bit = self.rounds, 1 << state.item
        if state.owed & bit:
            return None
        if not self.due & bit:
            return state._replace(item=state.item + 1)
        closed = rounds.closed[state.item]
        spare = state.spare - rounds.size(closed & ~state.later)
        new_spare = state.new_spare - (rounds.new >> state.item & 1)
        if spare < 0 or new_spare < 0:
            self._refused += 1
            return None
        return state._replace(
            item=state.item + 1, later=state.later | closed, spare=spare, new_spare=new_spare
        )
