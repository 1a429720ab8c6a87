"""What can be kept of one entry, and what its loss leaves in doubt.

Dropping a field must never make a session look better than it was:

- session, date, moment, exercise: without one of them the entry is lost;
- `symptoms`, `character`: an empty list says that nothing was felt, so the session is in doubt;
- `pain`: an answer that an exercise lost would be taken from the whole session, and one that the
  whole session lost stops no exercise any more, so the session is in doubt. That holds of `before`
  too: without it nobody knows whether pain rose, and the dose stays; one of the whole session in
  its stead may be higher, and hide a rise;
- `done`: less than was planned, or a skip for pain, may be lost: in doubt. A skip whose reason is
  lost is dropped, since a skip for want of time says nothing of the dose;
- `planned`: dropped as a whole, since defaults would stand for what was asked; in doubt, because a
  reduced form or a shortfall may be lost;
- `effort`, `note`: no rule asks for them.

A key nobody knows may have been one of these: a number or a text was none of weight at the depth of
the entry, a list or a table may have been.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, cast

import attrs
from attrs import frozen

from spinecare.codec import from_data
from spinecare.errors import Fault, FaultyInputError, show
from spinecare.export.recovery._finding import WHAT, Found, Table
from spinecare.model import Done, Entry, Outcome, Pain, Planned, SessionId

_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_ABOUT: Final = ("session", "date", "exercise", "written_at")
_WEIGHTLESS: Final = ("effort", "note")
_ENVELOPE: Final = frozenset({"format", "version", "generator", WHAT, "entries"})


def _names(kind: type[Any]) -> frozenset[str]:
    return frozenset(attribute.name for attribute in attrs.fields(kind))


_KEYS: Final = _names(Entry)
_PARTS: Final = {"planned": _names(Planned), "done": _names(Done), "pain": _names(Pain)}
_SOMEWHERE: Final = _ENVELOPE.union(_KEYS, *_PARTS.values())
"""The keys of a journal, wherever they stand."""
_LONGEST: Final = max(map(len, _SOMEWHERE))


@frozen(kw_only=True)
class Kept:
    """What is left of an entry."""

    entry: Entry | None = None
    """The entry without what is faulty; `None` where it is lost."""
    in_doubt: SessionId | None = None
    """The session that may look better without what is lost; `None` where there is none, and
    where the entry is lost and nobody knows of which session it was."""


def keep(found: Found, faults: list[Fault]) -> Kept:
    """Return what can be kept of an entry.

    Args:
        found: The entry as it stands in the document; faulty fields are taken out of it.
        faults: Where to tell what is faulty, and that it is lost.
    """
    table, place = found.table, found.place
    joined = _joined(found)
    if joined:
        _tell(place, f"entry must be one, got one joined of two, {joined}: it is lost", faults)
        return Kept()
    named = table.get("session")
    session = SessionId(named) if isinstance(named, str) else None
    if table.get("exercise") is None and (odd := _odd_for_a_whole(table)) is not None:
        message = f"exercise must be given beside {show(odd)}, got nothing: the entry is lost"
        _tell(place, message, faults)
        return Kept(in_doubt=session)
    is_in_doubt = False
    while True:  # each time around there is less of it
        try:
            entry = from_data(table, Entry, what=WHAT, path=place.path)
        except FaultyInputError as error:
            told = error.faults
        else:
            return Kept(entry=entry, in_doubt=entry.session if is_in_doubt else None)
        for fault in told:
            _tell(attrs.evolve(place, path=fault.path), fault.message, faults)
        # from the last to the first, so that a list's members keep their numbers
        paths = [fault.path.removeprefix(place.path) for fault in reversed(told)]
        faulty = dict.fromkeys(steps for path in paths if (steps := _steps(path)))
        is_lost = any(steps[0] in _ABOUT for steps in faulty)
        doubts = () if is_lost else (*_without_unknown(table), *_without_faulty(table, faulty))
        if not doubts:  # nothing can be taken out of it
            lost = "entry must keep session, date, exercise and moment, got faults in them"
            _tell(place, f"{lost}: it is lost", faults)
            return Kept(in_doubt=None if ("session",) in faulty else session)
        is_in_doubt |= any(doubts)


def _tell(place: Fault, message: str, faults: list[Fault]) -> None:
    faults.append(attrs.evolve(place, message=message))


def _steps(path: str) -> tuple[str | int, ...]:
    """Return the fields and places that a path goes through."""
    return tuple(name or int(number) for name, number in _STEP.findall(path))


def _joined(found: Found) -> str:
    """Return what shows that a table begins as one entry and ends as another; else nothing."""
    for table in _tables(found.table):
        if table.twice:
            return f"{show(table.twice[0])} twice"
    for _, table, known in _known(found.table):
        for key in sorted(set(table) - known):
            if key in _SOMEWHERE or _is_seam(key):
                return f"{show(key)} where it does not belong"
    return "more behind its end" if found.has_loose_end else ""


def _is_seam(key: str) -> bool:
    """Tell whether a key begins as a known one and ends as another: where a gap was closed."""
    return any(
        any(name.startswith(key[:cut]) for name in _SOMEWHERE)
        and any(name.endswith(key[cut:]) for name in _SOMEWHERE)
        for cut in range(min(len(key), _LONGEST) + 1)
    )


def _tables(table: Table) -> Iterator[Table]:
    """Yield a table and all that are in it; with a stack, since documents may be deep."""
    waiting: list[object] = [table]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Table):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(cast("list[object]", value))


def _known(table: Table) -> Iterator[tuple[str, Table, frozenset[str]]]:
    """Yield the tables that an entry is made of: name, table, and the keys that it may have."""
    yield "", table, _KEYS
    for name, keys in _PARTS.items():
        part = table.get(name)
        if isinstance(part, Table):
            yield name, part, keys


def _odd_for_a_whole(table: Table) -> str | None:
    """Return a key that no entry about a whole session has; `None` where there is none."""
    if table.get("planned") is not None:
        return "planned"
    return min(set(table) - _KEYS, default=None)


def _without_unknown(table: Table) -> Iterator[bool]:
    """Take out each key that nobody knows; yield whether it leaves its session in doubt."""
    for name, holder, known in list(_known(table)):
        for key in sorted(set(holder) - known):
            value = holder.pop(key)
            if name == "pain":  # where all five are there, it was none of them
                yield not known.issubset(holder)
            else:
                yield bool(name) or isinstance(value, (list, dict))
            _drop_unclear(table, name)


def _without_faulty(table: Table, faulty: Iterable[tuple[str | int, ...]]) -> Iterator[bool]:
    """Take out what is faulty; yield of each whether it leaves its session in doubt."""
    for steps in faulty:
        name = str(steps[0])
        is_unknown = len(steps) > 1 and name in _PARTS and steps[1] not in _PARTS[name]
        if is_unknown or name not in table:  # out already
            continue
        held = table[name]
        if len(steps) > 1 and _has(held, steps[1]):
            del held[steps[1]]
            _drop_unclear(table, name)
        else:
            del table[name]
        yield name not in _WEIGHTLESS


def _has(held: Any, step: str | int) -> bool:
    if isinstance(held, list):
        return isinstance(step, int) and step < len(cast("list[object]", held))
    return isinstance(held, dict) and step in held


def _drop_unclear(table: Table, name: str) -> None:
    """Drop a part that would say something else without what was taken out of it."""
    part = table.get(name, {})
    is_skip = name == "done" and part.get("outcome") == Outcome.SKIPPED
    if name == "planned" or (is_skip and part.get("reason") is None):
        table.pop(name, None)
