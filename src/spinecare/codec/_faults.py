"""From cattrs' groups of errors to faults with paths."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from cattrs import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)

from spinecare.errors import Fault, InvalidValueError, show

_LONGEST_KEY_COMPARED = 100


def faults(error: BaseException, file: str, path: str) -> Iterator[Fault]:
    """Flatten cattrs' groups into faults with paths, in the order of the document."""
    if isinstance(error, (ClassValidationError, IterableValidationError)):
        for inner, place in _members(error):
            yield from faults(inner, file, f"{path}{place}")
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from unknown_keys(error.extra_fields, error.cl, file, path)
    elif isinstance(error, KeyError):
        message = f"{error.args[0]} must be given, got nothing"
        yield Fault(file=file, path=f"{path}.{error.args[0]}", message=message)
    elif isinstance(error, InvalidValueError):
        sentence = str(error).replace("\n", "; ")
        if error.field == "value":  # a reader of plain data knows the field by its path only
            field = path.rpartition(".")[2].replace("$", "document")
            sentence = field + sentence.removeprefix("value")
        yield Fault(file=file, path=path, message=sentence)
    else:  # an own class may raise what it likes: still a fault, not a traceback
        message = f"document must be one that can be read, got {type(error).__name__}: {error}"
        yield Fault(file=file, path=path, message=message)


def unknown_keys(keys: Iterable[str], kind: type[Any], file: str, path: str) -> Iterator[Fault]:
    """Yield a fault for each key that a class does not have, with the nearest that it has."""
    known = [attribute.name for attribute in attrs.fields(kind)]
    for key in sorted(map(str, keys)):
        message = f"key must be one of {', '.join(known)}, got {show(key)}"
        near = difflib.get_close_matches(key[:_LONGEST_KEY_COMPARED], known, n=1)
        hint = f"; Maybe {near[0]}" if near else ""
        yield Fault(file=file, path=f"{path}.{_shown(key)}", message=message + hint)


def _members(
    error: ClassValidationError | IterableValidationError,
) -> Iterator[tuple[BaseException, str]]:
    """Yield the errors of a group, each with its place inside the group."""
    if isinstance(error, ClassValidationError):
        of_fields, without = error.group_exceptions()
        yield from ((inner, f".{note.name}") for inner, note in of_fields)
    else:
        of_members, without = error.group_exceptions()
        yield from ((inner, f"[{note.index}]") for inner, note in of_members)
    yield from ((inner, "") for inner in without)


def _shown(key: str) -> str:
    """Return a key of a document as a path shows it: quoted where it is no plain word."""
    is_word = key.replace("-", "").replace("_", "").isalnum() and len(key) <= _LONGEST_KEY_COMPARED
    return key if is_word else show(key)
