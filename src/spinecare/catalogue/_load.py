"""Load the catalogue: the built-in data and the caller's own, merged or refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Any

from spinecare.catalogue._check import check_catalogue
from spinecare.catalogue._check_drawings import text_breaches
from spinecare.catalogue._parts import LISTS, TEXTS, WHAT, Item, Part, faulty_part, read_part
from spinecare.errors import Fault, FaultyInputError, FileAccessError
from spinecare.files import PathLike, as_path, read_bytes
from spinecare.model import Catalogue


def load_catalogue(*more_paths: PathLike) -> Catalogue:
    """Return everything the library knows, and what the caller's own files add.

    Each file is a part of a catalogue: its keys are fields of `Catalogue`. The parts are put
    together in order, the built-in ones first.

    Args:
        more_paths: Own files, or folders of which every `*.toml` is read in order of name.

    Returns:
        The catalogue, checked as a whole. Without paths it is the same value every time.

    Raises:
        FaultyInputError: With every fault of all files: what cannot be read, wrong fields, ids
            given twice or to nothing, circles in the order, doses that do not fit their phases.
        InvalidValueError: Something that is no path.
    """
    if not more_paths:
        return _built_in()
    own = tuple(part for path in more_paths for part in _read_path(path))
    return _merge(_built_in_parts(), own)


@cache
def _built_in() -> Catalogue:
    return _merge(_built_in_parts())


@cache
def _built_in_parts() -> tuple[Part, ...]:
    folder = resources.files("spinecare.catalogue") / "data"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    return tuple(read_part(file.read_bytes(), f"built-in/{file.name}") for file in files)


def _read_path(path: PathLike) -> Iterator[Part]:
    """Read a file, or every TOML file of a folder; what cannot be read is a fault of its part."""
    wanted = as_path(path)
    try:
        files: tuple[Path, ...] = (wanted,)
        if wanted.is_dir():
            files = tuple(sorted(file for file in wanted.iterdir() if file.suffix == ".toml"))
            if not files:
                message = "folder must hold at least one .toml file, got none"
                yield faulty_part(str(wanted), (Fault(file=str(wanted), message=message),))
    except (OSError, ValueError) as error:
        yield _unreadable(FileAccessError(str(wanted), str(error)))
        return
    for file in files:
        try:
            yield read_part(read_bytes(file), str(file))
        except FileAccessError as error:
            yield _unreadable(error)


def _unreadable(error: FileAccessError) -> Part:
    message = str(error).replace("\n", "; ")
    return faulty_part(error.file, (Fault(file=error.file, message=message),))


def _merge(built_in: tuple[Part, ...], own: tuple[Part, ...] = ()) -> Catalogue:
    """Put parts together, or raise every fault of all of them."""
    parts = (*built_in, *own)
    found = {name: [(part, item) for part, item in _items(parts, name)] for name in LISTS}
    fields: dict[str, Any] = {
        name: tuple(item.value for _, item in located) for name, located in found.items()
    }
    order = {part.file: number for number, part in enumerate(parts)}
    faults = [fault for part in parts for fault in part.faults]
    for name in TEXTS:
        texts = list(_items(parts, name))
        fields[name] = texts[0][1].value if texts else ""
        faults.extend(
            part.fault(item.path, f"{name} must be given once, got it also in {texts[0][0].file}")
            for part, item in texts[1:]
        )
    catalogue = Catalogue(**fields)
    faulty_ids = frozenset(chain.from_iterable(part.faulty_ids for part in parts))
    unread = (  # of the built-in drawings the tests read the texts, so that loading stays quick
        text_breaches(catalogue, name, index)
        for name in ("postures", "drawings")
        for index, (part, _) in enumerate(found[name])
        if any(part is one for one in own)
    )
    for breach in chain(check_catalogue(catalogue, faulty_ids), chain.from_iterable(unread)):
        part, item = found[breach.field][breach.index]
        if breach.rival is not None:
            other, other_item = found[breach.rival[0]][breach.rival[1]]
            if order[part.file] < order[other.file]:
                part, item = other, other_item
        faults.append(part.fault(f"{item.path}{breach.path}", breach.message))
    if faults:
        faults.sort(key=lambda fault: (order[fault.file], fault.line or 0))
        raise FaultyInputError(WHAT, tuple(faults))
    return catalogue


def _items(parts: tuple[Part, ...], field: str) -> Iterator[tuple[Part, Item]]:
    return ((part, item) for part in parts for item in part.items if item.field == field)
