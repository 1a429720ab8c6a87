"""A piece of a routine: what a session takes of one that does not fit whole."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from spinecare.model import ExerciseId, Position, Routine
from spinecare.planning.assembling import Pick
from spinecare.planning.openings import Opening
from spinecare.planning.optimum.packing import Item, Piece, pack
from spinecare.planning.outlook import MOST_NEW, Outlook
from spinecare.planning.picking import outlined
from spinecare.planning.timing import BETWEEN_EXERCISES_S


def piece_of(
    outlook: Outlook,
    opening: Opening,
    routine: Routine,
    picks: Sequence[Pick],
    chosen: Sequence[Pick],
    kept_out: dict[ExerciseId, str],
) -> list[Pick]:
    """Return the piece of a routine that brings all its exercises up in the fewest sessions.

    Exercises whose turn it is come first (`packing`), and before them those that a whole round has
    passed over. What the rules add around a piece takes time too; where that makes it too long, it
    is chosen again for what is left.

    Args:
        outlook: The person and the plan so far.
        opening: The slot and its date.
        routine: The routine.
        picks: What of it may be done, in order.
        chosen: What stands in the session already.
        kept_out: Gets the rule for each exercise that something else than time keeps out.
    """
    new = sum(outlook.counts_as_new(one.entry) for one in chosen)
    free = math.floor(opening.seconds - outlined(outlook, opening, chosen).seconds)
    left, room, most_new = list(picks), free, MOST_NEW - new
    while left and room > 0:
        items = _items(outlook, left)
        piece, turns = _next(outlook, routine, left, items, room, most_new)
        more = [left[number] for number in piece.items]
        outline = outlined(outlook, opening, [*chosen, *more])
        if not outline.hindrance:
            if not piece.is_proven:
                outlook.unproven_pieces[routine.id, opening.date] = piece.sessions
            break
        if outline.hindrance == "time":
            around = math.ceil(outline.seconds - opening.seconds) + free
            around -= sum(items[number].size for number in piece.items)
            room = min(room - 1, free - around)
            continue
        if outline.hindrance == "new-things" and most_new:  # the relief before it is new as well
            most_new -= 1
            continue
        turn = next((n for n in piece.items if n in turns), piece.items[0])
        cause, rule = _cause(outlook, opening, chosen, more, left[turn].entry.id)
        kept_out[cause] = rule
        left = _without(outlook, left, cause)
    else:
        more = []
    by_turn = sorted(left, key=lambda one: _turn(outlook, routine, one.entry.id))
    return _filled_up(outlook, opening, more, by_turn, chosen, kept_out)


def _filled_up(
    outlook: Outlook,
    opening: Opening,
    more: Sequence[Pick],
    left: Sequence[Pick],
    chosen: Sequence[Pick],
    kept_out: dict[ExerciseId, str],
) -> list[Pick]:
    """Return a piece with what still fits in: what the rules add may take less time than before."""
    filled = list(more)
    spare_s = opening.seconds - outlined(outlook, opening, [*chosen, *filled]).seconds
    for one in left:
        there = {each.entry.id for each in (*chosen, *filled)}
        is_long = one.step.duration_s + one.rest_after_s > spare_s
        if one.entry.id in there or is_long or not outlook.needs_of(one.entry) <= there:
            continue
        outline = outlined(outlook, opening, [*chosen, *filled, one])
        if not outline.hindrance:
            filled.append(one)
            spare_s = opening.seconds - outline.seconds
        elif outline.hindrance != "time":
            kept_out[one.entry.id] = outline.hindrance
    return filled


def _next(
    outlook: Outlook,
    routine: Routine,
    picks: Sequence[Pick],
    items: tuple[Item, ...],
    room: int,
    most_new: int,
) -> tuple[Piece, frozenset[int]]:
    """Return the next piece, and whose turn it was.

    What is too long for such a session does not hold up the others.
    """
    places = [_turn(outlook, routine, one.entry.id) for one in picks]
    overdue = frozenset(n for n, turn in enumerate(places) if turn < 1)
    waiting = frozenset(n for n, turn in enumerate(places) if turn < 2)
    for turns in filter(None, (overdue, waiting)):
        piece = _packed(outlook, items, turns, room, most_new)
        if not turns.issubset(piece.too_long):
            return piece, turns
    every = frozenset(range(len(picks)))
    return _packed(outlook, items, every, room, most_new), every


def _turn(outlook: Outlook, routine: Routine, id: ExerciseId) -> int:
    """Return 0 for what a round has passed over, 1 for what waits for its turn, 2 for the rest."""
    history = outlook.history
    if id in history.owed.get(routine.id, frozenset()):
        return 0
    return 2 if id in history.rounds.get(routine.id, frozenset()) else 1


def _packed(
    outlook: Outlook, items: tuple[Item, ...], waiting: frozenset[int], room: int, most_new: int
) -> Piece:
    """Return what a session takes; the same question is answered once."""
    key = items, waiting, room, most_new
    if key not in outlook.pieces:
        outlook.pieces[key] = pack(
            items,
            waiting=waiting,
            capacity=room,
            most_new=most_new,
            most_new_later=MOST_NEW,
        )
    return outlook.pieces[key]


def _items(outlook: Outlook, picks: Sequence[Pick]) -> tuple[Item, ...]:
    place = {one.entry.id: number for number, one in enumerate(picks)}
    return tuple(
        Item(
            size=math.ceil(one.step.duration_s + one.rest_after_s + BETWEEN_EXERCISES_S),
            is_new=outlook.counts_as_new(one.entry),
            begins=_POSITIONS[one.entry.start.position],
            ends=_POSITIONS[(one.entry.end or one.entry.start).position],
            needs=frozenset(place[id] for id in outlook.needs_of(one.entry) if id in place),
        )
        for one in picks
    )


_POSITIONS: Mapping[Position, int] = {position: n for n, position in enumerate(Position)}


def _cause(
    outlook: Outlook,
    opening: Opening,
    chosen: Sequence[Pick],
    more: Sequence[Pick],
    turn: ExerciseId,
) -> tuple[ExerciseId, str]:
    """Return the first exercise with which a session breaks a rule other than its time, and which.

    The one whose turn it is comes first, so that it is another that waits.
    """
    first = outlook.closure_of(outlook.catalogue.entry(turn))
    ordered = sorted(more, key=lambda one: one.entry.id not in first)
    rules = (
        (one.entry.id, outlined(outlook, opening, [*chosen, *ordered[:number]]).hindrance)
        for number, one in enumerate(ordered, start=1)
    )
    return next((id, rule) for id, rule in rules if rule not in ("", "time"))


def _without(outlook: Outlook, picks: Sequence[Pick], gone: ExerciseId) -> list[Pick]:
    """Return picks without one of them, and without what needs it."""
    out = {gone}
    left: list[Pick] = []
    for one in picks:
        if one.entry.id in out or not out.isdisjoint(outlook.needs_of(one.entry)):
            out.add(one.entry.id)
        else:
            left.append(one)
    return left
