"""What can still be read of a damaged journal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any, Final, cast

from spinecare.codec import from_data
from spinecare.envelope import read_envelope
from spinecare.errors import Fault, FaultyInputError
from spinecare.model import Entry, Journal

_WHAT: Final = "journal"
_VERSION: Final = 1
_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_PLAIN: Final = re.compile(r"[\w-]{1,100}")
"""Keys that stand in paths as they are."""
_SHOWN: Final = 60


def recover_journal(text: str | bytes) -> tuple[Journal, tuple[Fault, ...]]:
    """Return what can be read of a journal's JSON, and what cannot.

    For a file that was cut off or damaged, which `from_json` refuses as a whole: every entry that
    can be read is kept, and of an entry with a faulty field all the others. What is dropped counts
    as unknown, which never lets a dose grow. Nothing is written: keep the damaged file, and write
    the journal to another one.

    Args:
        text: The document, whole or in part, as text or as UTF-8 bytes.

    Returns:
        The journal, and every fault found, each with its line or path; no fault where `from_json`
        reads the same.

    Raises:
        InvalidValueError: Neither text nor bytes.

    Examples:
        >>> journal, faults = recover_journal('{"format": "spinecare/journal", "vers')
        >>> len(journal.entries), len(faults)
        (0, 1)
    """
    build = partial(from_data, kind=Journal, what=_WHAT, path=f"$.{_WHAT}")
    try:
        return read_envelope(text, build, what=_WHAT, version=_VERSION), ()
    except FaultyInputError as error:
        faults = list(error.faults)
    decoded = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    entries: list[Entry] = []
    for found, place in _found(decoded, faults):
        entry = _kept(found, place, faults)
        if entry is not None:
            entries.append(entry)
    return Journal(entries=entries), tuple(dict.fromkeys(faults))


def _found(text: str, faults: list[Fault]) -> Iterator[tuple[dict[str, Any], Fault]]:
    """Yield every table that looks like an entry, with its place as a fault without a message."""
    try:
        document = json.loads(text.removeprefix("\ufeff"))
        listed = document[_WHAT]["entries"]
        for number, found in enumerate(listed):
            place = Fault(path=f"$.{_WHAT}.entries[{number}]", message="")
            if isinstance(found, dict):
                yield cast("dict[str, Any]", found), place
    except (ValueError, LookupError, TypeError, RecursionError):
        yield from _scattered(text, faults)


def _scattered(text: str, faults: list[Fault]) -> Iterator[tuple[dict[str, Any], Fault]]:
    """Yield the entries that stand whole in a text that is no JSON, and tell of the broken ones."""
    decode = json.JSONDecoder().raw_decode
    at, line, counted = text.find("{"), 1, 0
    while at >= 0:
        line, counted = line + text.count("\n", counted, at), at
        try:
            found, end = decode(text, at)
        except (ValueError, RecursionError):
            found, end = None, at + 1
            if re.match(r'\{\s*"session"', text[at : at + 200]):
                shown = " ".join(text[at : at + _SHOWN].split())
                message = f"entry must be one that can be read whole, got {shown!r} …"
                faults.append(Fault(path="", line=line, message=message))
        if isinstance(found, dict) and "session" in found:
            yield cast("dict[str, Any]", found), Fault(path="$", line=line, message="")
        else:
            end = at + 1  # the entries may stand inside
        at = text.find("{", end)


def _kept(found: dict[str, Any], place: Fault, faults: list[Fault]) -> Entry | None:
    """Return an entry without its faulty fields; `None` where it cannot be without them."""
    is_less = True
    while is_less:  # each time around there is less of it
        try:
            return from_data(found, Entry, what=_WHAT, path=place.path)
        except FaultyInputError as error:
            told = [
                Fault(path=fault.path, line=place.line, message=fault.message)
                for fault in error.faults
            ]
        faults.extend(told)
        # from the last to the first, so that a list's members keep their numbers
        is_less = all(_dropped(found, fault.path, place.path) for fault in reversed(told))
    lost = "entry must keep session, date, exercise and moment, got faults in them: it is lost"
    faults.append(Fault(path=place.path, line=place.line, message=lost))
    return None


def _dropped(found: dict[str, Any], path: str, root: str) -> bool:
    """Take out of an entry what a fault names; tell whether there was something to take out."""
    steps = [name or int(number) for name, number in _STEP.findall(path.removeprefix(root))]
    holders: list[Any] = [found]
    if steps[:1] == ["exercise"]:  # without it the entry would speak of the whole session
        return False
    for step in steps:
        try:
            holders.append(holders[-1][step])
        except (LookupError, TypeError):
            break
    if len(holders) <= len(steps):  # what it names is missing, or is a key that paths cannot show
        odd = [key for key in holders[-1] if not _PLAIN.fullmatch(key)]
        for key in odd:
            del holders[-1][key]
        if odd:
            return True
    depth = len(holders) - 1
    if not depth:
        return False
    del holders[depth - 1][steps[depth - 1]]
    return True
