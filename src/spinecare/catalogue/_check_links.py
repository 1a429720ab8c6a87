"""Check that every id in a catalogue leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from spinecare.catalogue._breach import Breach, unknown_id
from spinecare.model import Catalogue, Exercise, Position, Routine

_SOURCE_KEY = re.compile(r"\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+\b")
"""A source key inside a text: `D-ACSM`, `NICE-NG59`; words and lines of the article are none."""


@frozen(kw_only=True)
class _Link:
    """An id that something in a catalogue names."""

    field: str
    index: int
    path: str
    kind: str
    id: str


def link_breaches(catalogue: Catalogue, faulty_ids: frozenset[str]) -> Iterator[Breach]:
    """Yield every id that leads nowhere."""
    known = {kind: ids | faulty_ids for kind, ids in _known(catalogue).items()}
    for link in _links(catalogue):
        if link.id not in known[link.kind]:
            message = unknown_id(link.kind, link.id, known[link.kind])
            yield Breach(field=link.field, index=link.index, path=link.path, message=message)
    words = [position.value for position in Position]
    for index, term in enumerate(catalogue.positions):
        if term.id not in words:
            message = unknown_id("position", term.id, words)
            yield Breach(field="positions", index=index, path=".id", message=message)


def _known(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """Map each kind of link to the ids it may lead to."""
    ids = {
        field: frozenset(str(item.id) for item in getattr(catalogue, field))
        for field in (
            *("entries", "routines", "advice", "rules", "conditions", "tags"),
            *("regions", "muscles", "equipment", "positions", "sources"),
        )
    }
    return {
        "exercise": ids["entries"],
        "routine": ids["routines"],
        "rule": ids["rules"],
        "tag": ids["tags"],
        "region": ids["regions"],
        "muscle": ids["muscles"],
        "equipment": ids["equipment"],
        "position": ids["positions"],
        "source": ids["sources"],
        "subject of a claim": ids["entries"] | ids["routines"] | ids["advice"] | ids["rules"],
    }


def _links(catalogue: Catalogue) -> Iterator[_Link]:
    """Yield every link of a catalogue, in the order of its fields."""
    for index, entry in enumerate(catalogue.entries):
        for path, kind, id in _entry_links(entry):
            yield _Link(field="entries", index=index, path=path, kind=kind, id=id)
    for index, routine in enumerate(catalogue.routines):
        for path, kind, id in _routine_links(routine):
            yield _Link(field="routines", index=index, path=path, kind=kind, id=id)
    for field, item_field, kind in (
        ("advice", "regions", "region"),
        ("advice", "equipment", "equipment"),
        ("rules", "applies", "routine"),
        ("edges", "before", "exercise"),
        ("edges", "after", "exercise"),
        ("red_flags", "sources", "source"),
        ("conditions", "avoid", "tag"),
        ("conditions", "entries_avoid", "exercise"),
        ("conditions", "caution", "tag"),
        ("conditions", "entries_caution", "exercise"),
        ("conditions", "sources", "source"),
        ("claims", "sources", "source"),
        ("claims", "about", "subject of a claim"),
    ):
        for index, item in enumerate(getattr(catalogue, field)):
            value: str | tuple[str, ...] = getattr(item, item_field)
            if isinstance(value, str):
                yield _Link(field=field, index=index, path=f".{item_field}", kind=kind, id=value)
            else:
                for path, id in _members(f".{item_field}", value):
                    yield _Link(field=field, index=index, path=path, kind=kind, id=id)


def _entry_links(entry: Exercise) -> Iterator[tuple[str, str, str]]:
    """Yield path, kind and id of each link of an entry."""
    if entry.of is not None:
        yield ".of", "exercise", entry.of
    for name, kind, ids in (
        ("items", "exercise", entry.items),
        ("regions", "region", entry.regions),
        ("muscles", "muscle", entry.muscles),
        ("tags", "tag", entry.tags),
    ):
        yield from _each(f".{name}", kind, ids)
    yield ".start", "position", entry.start.position.value
    if entry.end is not None:
        yield ".end", "position", entry.end.position.value
    for number, phase in enumerate(entry.phases):
        if phase.pose is not None:
            yield f".phases[{number}].pose", "position", phase.pose.position.value
        yield from _each(f".phases[{number}].sources", "source", phase.sources)
    for number, need in enumerate(entry.equipment):
        yield f".equipment[{number}]", "equipment", need.id
    for number, default in enumerate(entry.defaults):
        for key in _SOURCE_KEY.findall(default.source):
            yield f".defaults[{number}].source", "source", key
    for name, notes in (("safety", entry.safety), ("cautions", entry.cautions)):
        for number, note in enumerate(notes):
            yield from _each(f".{name}[{number}].sources", "source", note.sources)


def _routine_links(routine: Routine) -> Iterator[tuple[str, str, str]]:
    """Yield path, kind and id of each link of a routine."""
    yield from _each(".cadence.sources", "source", routine.cadence.sources)
    yield from _each(".entries", "exercise", routine.entries)
    for number, series in enumerate(routine.series):
        yield from _each(f".series[{number}].items", "exercise", series.items)
    for number, stage in enumerate(routine.stages):
        yield from _each(f".stages[{number}].opens", "exercise", stage.opens)
        yield from _each(f".stages[{number}].after", "exercise", stage.after)
        yield from _each(f".stages[{number}].sources", "source", stage.sources)
    yield from _each(".opening", "exercise", routine.opening)
    yield from _each(".closing", "exercise", routine.closing)
    yield from _each(".rules", "rule", routine.rules)


def _each(path: str, kind: str, ids: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for member, id in _members(path, ids):
        yield member, kind, id


def _members(path: str, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    for number, id in enumerate(ids):
        yield f"{path}[{number}]", id
