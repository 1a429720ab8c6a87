"""From cattrs' groups of errors to faults with paths."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from cattrs import (
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)

from spinecare.errors import Fault, InvalidValueError


def faults(error: BaseException, file: str, path: str) -> Iterator[Fault]:
    """Flatten cattrs' groups into faults with paths, in the order of the document."""
    if isinstance(error, ClassValidationError):
        with_notes, without = error.group_exceptions()
        for inner, note in with_notes:
            yield from faults(inner, file, f"{path}.{note.name}")
        for inner in without:
            yield from faults(inner, file, path)
    elif isinstance(error, IterableValidationError):
        with_index, without = error.group_exceptions()
        for inner, index_note in with_index:
            yield from faults(inner, file, f"{path}[{index_note.index}]")
        for inner in without:
            yield from faults(inner, file, path)
    elif isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from faults(inner, file, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(map(str, error.extra_fields)):
            known = ", ".join(attribute.name for attribute in attrs.fields(error.cl))
            yield Fault(file=file, path=f"{path}.{key}", message=f"unknown key; known are {known}")
    elif isinstance(error, KeyError):
        yield Fault(file=file, path=f"{path}.{error.args[0]}", message="required, but missing")
    elif isinstance(error, InvalidValueError):
        yield Fault(file=file, path=path, message=str(error).replace("\n", "; "))
    else:
        message = str(error) or type(error).__name__
        yield Fault(file=file, path=path, message=message)
