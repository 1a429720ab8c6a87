"""Reading lists: a text or a table is none, and every faulty member is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast, get_args, get_origin

from cattrs import Converter, IterableValidationError, IterableValidationNote

from spinecare.codec._scalars import refuse


def is_list(kind: Any) -> bool:
    """Tell the tuples of the model, which are lists on the wire."""
    return get_origin(kind) is tuple


def list_reader(converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    """Read lists as tuples, of any length or of as many members as the model says."""

    def read(value: Any, kind: Any) -> tuple[Any, ...]:
        kinds = get_args(kind)
        if not isinstance(value, (list, tuple)):
            raise refuse("a list", value)
        items = cast("list[Any]", value)
        if kinds[-1] is Ellipsis:
            kinds = kinds[:1] * len(items)
        elif len(items) != len(kinds):
            raise refuse(f"a list of {len(kinds)}", items)
        members: list[Any] = []
        errors: list[Exception] = []
        for index, (item, member_kind) in enumerate(zip(items, kinds, strict=True)):
            try:
                members.append(converter.get_structure_hook(member_kind)(item, member_kind))
            except Exception as error:  # noqa: BLE001  collected, so that all faults come at once
                error.add_note(IterableValidationNote("", index, member_kind))
                errors.append(error)
        if errors:
            # cattrs' group takes the class as a third argument, which its type does not show
            raise IterableValidationError("list", errors, kind)  # pyright: ignore[reportCallIssue]
        return tuple(members)

    return read
