"""What a check of the merged catalogue has to say."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from attrs import frozen

from spinecare.errors import UnknownIdError

_LONGEST_ID_COMPARED = 100


@frozen(kw_only=True)
class Breach:
    """One thing wrong with a catalogue as a whole, at the item it is about."""

    field: str
    """The field of the catalogue: `entries`."""
    index: int
    """The place of the item in that field, counted from 0."""
    path: str = ""
    """Where inside the item: `.dose.hold_s`; empty for the whole item."""
    message: str
    """What is wrong: field, expectation and value."""
    rival: tuple[str, int] | None = None
    """Field and place of the item that has the same id; the one in the later file is at fault."""


def unknown_id(kind: str, id: str, known: Collection[str]) -> str:
    """Return the sentence about an id that nothing has, with the nearest ones."""
    near = () if len(id) > _LONGEST_ID_COMPARED else difflib.get_close_matches(id, sorted(known))
    return str(UnknownIdError(kind, id, tuple(near))).replace("\n", "; ")
