"""One file of a catalogue: what of it can be read, and what is wrong with the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast, get_args

import attrs
from attrs import frozen

from spinecare.codec import from_data, unknown_keys
from spinecare.errors import Fault, FaultyInputError
from spinecare.model import Catalogue
from spinecare.toml_text import decode, line_of, parse_toml

WHAT = "catalogue"
LISTS: dict[str, Any] = {
    attribute.name: get_args(attribute.type)[0]
    for attribute in attrs.fields(attrs.resolve_types(Catalogue))
    if attribute.type is not str
}
"""The fields of a catalogue that hold many things, with the class of one."""
TEXTS = tuple(name for name in attrs.fields_dict(Catalogue) if name not in LISTS)
"""The fields that hold one text."""

_ANY_LIST: Any = tuple[Any, ...]
_ID_LINE = re.compile(r"""^\s*id\s*=\s*["'](?P<id>[\w-]+)["']""", re.MULTILINE)


@frozen(kw_only=True)
class Item:
    """One thing of a catalogue file, and where it stands there."""

    field: str
    """The field of the catalogue it belongs to."""
    path: str
    """Where it stands in its file: `$.entries[3]`."""
    value: Any
    """The thing itself."""


@frozen(kw_only=True)
class Part:
    """One file of a catalogue."""

    file: str
    """The file's name as the caller gave it."""
    text: str
    """Its text, to find the lines of faults."""
    items: tuple[Item, ...]
    """What could be read, in the order of the catalogue's fields."""
    faulty_ids: frozenset[str]
    """Ids of what could not be read; a link to them is not a fault of its own."""
    faults: tuple[Fault, ...]
    """What is wrong with the file by itself."""

    def fault(self, path: str, message: str) -> Fault:
        """Return a fault of this file with its line."""
        line = line_of(self.text, path)
        return Fault(file=self.file, path=path, line=line, message=message)


def read_part(content: bytes, file: str) -> Part:
    """Read one file of a catalogue; its faults are kept, not raised."""
    try:
        text = decode(content, what=WHAT, file=file)
    except FaultyInputError as error:
        return faulty_part(file, error.faults)
    try:
        data = parse_toml(content, what=WHAT, file=file)
    except FaultyInputError as error:
        ids = frozenset(match["id"] for match in _ID_LINE.finditer(text))
        return faulty_part(file, error.faults, ids)
    items: list[Item] = []
    faults: list[Fault] = []
    faulty_ids: set[str] = set()
    for name, path, kind, raw in _things(data):
        try:
            value: object = from_data(raw, kind, what=WHAT, file=file, path=path)
        except FaultyInputError as error:
            faults.extend(error.faults)
            faulty_ids.update(_ids(raw))
        else:
            items.append(Item(field=name, path=path, value=value))
    known = set(attrs.fields_dict(Catalogue))
    faults.extend(unknown_keys(set(data) - known, Catalogue, file, "$"))
    return Part(
        file=file,
        text=text,
        items=tuple(items),
        faulty_ids=frozenset(faulty_ids),
        faults=tuple(attrs.evolve(fault, line=line_of(text, fault.path)) for fault in faults),
    )


def faulty_part(
    file: str, faults: tuple[Fault, ...], faulty_ids: frozenset[str] = frozenset()
) -> Part:
    """Return a file of which nothing could be read."""
    return Part(file=file, text="", items=(), faulty_ids=faulty_ids, faults=faults)


def _things(data: dict[str, Any]) -> Iterator[tuple[str, str, Any, object]]:
    """Yield field, path, class and raw data of each thing in a file, in the model's order."""
    for name in attrs.fields_dict(Catalogue):
        if name not in data:
            continue
        raw = data[name]
        kind = LISTS.get(name)
        if kind is None:
            yield name, f"$.{name}", str, raw
        elif isinstance(raw, list):
            for index, member in enumerate(cast("list[object]", raw)):
                yield name, f"$.{name}[{index}]", kind, member
        else:  # let the codec say what a list is
            yield name, f"$.{name}", _ANY_LIST, raw


def _ids(raw: object) -> tuple[str, ...]:
    id = cast("dict[str, object]", raw).get("id") if isinstance(raw, dict) else None
    return (id,) if isinstance(id, str) else ()
