"""The tables of a damaged document that look like entries, and the places where some are lost."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, cast

from attrs import frozen

from spinecare.errors import Fault

WHAT: Final = "journal"
_SHOWN: Final = 60
_BEGUN: Final = re.compile(r'\{\s*"session"')
_LOOSE_END: Final = re.compile(r'\s*(\}|,\s*"(?!session")\w+"\s*:)')
_LIST_END: Final = re.compile(r"\s*\]")


class Table(dict[str, Any]):
    """A table as it stands in a document."""

    twice: tuple[str, ...] = ()
    """The keys that are there more than once; the last of each is kept."""


@frozen(kw_only=True)
class Found:
    """A table that looks like an entry."""

    table: Table
    """What it holds."""
    place: Fault
    """Where it stands; without a message."""
    has_loose_end: bool = False
    """Whether fields or a bracket follow on it, as if it had begun as another table."""


def find(text: str, faults: list[Fault]) -> Iterator[Found | None]:
    """Yield every table that looks like an entry; `None` where something between them is lost.

    Args:
        text: The document.
        faults: Where to tell of entries that are broken.
    """
    try:
        document = json.loads(text, object_pairs_hook=_table)
        content = document[WHAT]
        listed = content["entries"]
        is_whole = isinstance(listed, list) and not (document.twice or content.twice)
    except (ValueError, LookupError, TypeError, RecursionError):
        is_whole, listed = False, []
    if not is_whole:
        yield from _scattered(text, faults)
        return
    for number, found in enumerate(cast("list[object]", listed)):
        place = Fault(path=f"$.{WHAT}.entries[{number}]", message="")
        yield Found(table=found, place=place) if isinstance(found, Table) else None


def _table(pairs: list[tuple[str, Any]]) -> Table:
    table = Table(pairs)
    if len(table) < len(pairs):
        times = Counter(key for key, _ in pairs)
        table.twice = tuple(key for key in table if times[key] > 1)
    return table


def _scattered(text: str, faults: list[Fault]) -> Iterator[Found | None]:
    """Yield the entries that stand whole in a text that is no JSON, and tell of the broken ones."""
    decode = json.JSONDecoder(object_pairs_hook=_table).raw_decode
    at, line, counted, behind = text.find("{"), 1, 0, 0
    while at >= 0:
        line, counted = line + text.count("\n", counted, at), at
        try:
            found, end = decode(text, at)
        except (ValueError, RecursionError):
            found, end = None, at + 1
            if _BEGUN.match(text[at : at + 200]):
                shown = " ".join(text[at : at + _SHOWN].split())
                message = f"entry must be one that can be read whole, got {shown!r} …"
                faults.append(Fault(path="", line=line, message=message))
        if isinstance(found, Table) and "session" in found:
            between = text[behind:at].strip()
            if between != "," and not (behind == 0 and between.endswith("[")):
                yield None
            behind = end
            place, loose = Fault(path="$", line=line, message=""), _LOOSE_END.match(text, end)
            yield Found(table=found, place=place, has_loose_end=loose is not None)
        else:
            end = at + 1  # the entries may stand inside
        at = text.find("{", end)
    if behind and not _LIST_END.match(text, behind):
        yield None
