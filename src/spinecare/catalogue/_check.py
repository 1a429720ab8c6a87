"""The checks of a merged catalogue: every list of them, in one order."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.catalogue._breach import Breach
from spinecare.catalogue._check_drawings import drawing_breaches
from spinecare.catalogue._check_exercises import exercise_breaches
from spinecare.catalogue._check_links import link_breaches
from spinecare.catalogue._check_order import order_breaches
from spinecare.model import Catalogue, Routine

_SHARED = ("entries", "routines", "advice", "rules")
"""Lists that share one space of ids: a finding or a claim names an id of any of them."""
_OWN = (
    "red_flags",
    "conditions",
    "tags",
    "regions",
    "muscles",
    "equipment",
    "positions",
    "claims",
    "sources",
    "postures",
)


def check_catalogue(
    catalogue: Catalogue, faulty_ids: frozenset[str] = frozenset()
) -> Iterator[Breach]:
    """Yield everything wrong with a catalogue as a whole.

    Args:
        catalogue: The merged catalogue; each item is valid by itself.
        faulty_ids: Ids of items that could not be read: links to them pass, since their own
            faults are told already.

    Yields:
        Breaches in the order: ids given twice, links, order and circles, exercises,
        drawings.
    """
    yield from _repeated_ids(catalogue)
    yield from link_breaches(catalogue, faulty_ids)
    yield from order_breaches(catalogue)
    yield from exercise_breaches(catalogue)
    yield from drawing_breaches(catalogue, faulty_ids)


def _repeated_ids(catalogue: Catalogue) -> Iterator[Breach]:
    """Find ids, links and signs that are given twice."""
    yield from _repeated(catalogue, _SHARED, "id")
    for field in _OWN:
        yield from _repeated(catalogue, (field,), "id")
    yield from _repeated(catalogue, ("claims",), "number")
    yield from _repeated(catalogue, ("drawings",), "of")
    pairs: set[tuple[str, str]] = set()
    for index, edge in enumerate(catalogue.edges):
        if (edge.before, edge.after) in pairs:
            message = f"edge must be given once, got {edge.before!r} before {edge.after!r} again"
            yield Breach(field="edges", index=index, message=message)
        pairs.add((edge.before, edge.after))
    for index, sign in enumerate(catalogue.stop_signs):
        if sign in catalogue.stop_signs[:index]:
            message = f"stop sign must be given once, got {sign!r} again"
            yield Breach(field="stop_signs", index=index, message=message)


def _repeated(catalogue: Catalogue, fields: tuple[str, ...], name: str) -> Iterator[Breach]:
    """Find values of a field that another item has too."""
    owners: dict[object, tuple[str, int]] = {}
    for field in fields:
        for index, item in enumerate(getattr(catalogue, field)):
            value = getattr(item, name)
            rival = owners.setdefault(value, (field, index))
            # a routine of one exercise may bear its id, as bar-hang-passing does
            is_own = isinstance(item, Routine) and item.entries == (value,)
            if rival != (field, index) and not (is_own and rival[0] == "entries"):
                expected = f"{name} must be given once, got {value!r} again"
                yield Breach(
                    field=field,
                    index=index,
                    path=f".{name}",
                    message=f"{expected}; Maybe choose another {name}.",
                    rival=rival,
                )
