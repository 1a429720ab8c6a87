"""Ids that a person names and a catalogue does not have."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, cast

import attrs

from spinecare.errors import UnknownIdError
from spinecare.model._catalogue import Catalogue
from spinecare.model._person import Person

_LONGEST_ID_COMPARED = 100


def unknown_ids(person: Person, catalogue: Catalogue) -> tuple[UnknownIdError, ...]:
    """Return an error for each id of a person that the catalogue does not have.

    Args:
        person: Whose warning signs, routines, conditions, things, regions and exercises are
            looked up.
        catalogue: Where they are looked up.

    Returns:
        Errors in the order of the person's fields, not raised; empty when all ids are known.
    """
    data = attrs.asdict(person)
    return tuple(error for _, error in unknown_ids_in(data, catalogue))


def unknown_ids_in(
    data: Mapping[str, Any], catalogue: Catalogue
) -> Iterator[tuple[str, UnknownIdError]]:
    """Yield path and error of each unknown id in the plain data of a person.

    Args:
        data: Fields of a person; what is of another shape than ids is passed over, so that a
            document with other faults can be looked through too.
        catalogue: Where the ids are looked up.
    """
    exercises, equipment = catalogue.entry_by_id, _ids(catalogue.equipment)
    screening = data.get("screening")
    flags = _ids(catalogue.red_flags)
    for name in ("yes", "no"):
        yield from _unknown(screening, name, "red flag", flags, "$.screening")
    yield from _unknown(data, "routines", "routine", _ids(catalogue.routines))
    yield from _unknown(data, "conditions", "condition", _ids(catalogue.conditions))
    yield from _unknown(data, "equipment", "equipment", equipment)
    places = data.get("places")
    for index, place in enumerate(_members(places)):
        yield from _unknown(place, "equipment", "equipment", equipment, f"$.places[{index}]")
    yield from _unknown(data, "tense", "region", _ids(catalogue.regions))
    for name in ("tried", "asks_for", "leaves_out"):
        yield from _unknown(data, name, "exercise", exercises)


def _unknown(
    table: object, name: str, kind: str, known: Mapping[str, object], path: str = "$"
) -> Iterator[tuple[str, UnknownIdError]]:
    """Yield what of one field is not known."""
    if not isinstance(table, Mapping):
        return
    for index, id in enumerate(_members(cast("Mapping[str, object]", table).get(name))):
        if isinstance(id, str) and id not in known:
            near = () if len(id) > _LONGEST_ID_COMPARED else difflib.get_close_matches(id, known)
            yield f"{path}.{name}[{index}]", UnknownIdError(kind, id, tuple(near))


def _members(value: object) -> tuple[object, ...]:
    return tuple(cast("list[object]", value)) if isinstance(value, (list, tuple)) else ()


def _ids(items: tuple[Any, ...]) -> dict[str, object]:
    return {str(item.id): item for item in items}
