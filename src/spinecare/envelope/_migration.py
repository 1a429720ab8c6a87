"""From the content of an old version to that of the newest, one step at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

MigrationStep: TypeAlias = Callable[[Any], Any]
"""Makes content of the next version from that of one; pure, on dicts, lists, text and numbers."""


class OldContentError(Exception):
    """A step found something else than its version holds; the reader makes a fault of it."""


def migrate(content: object, version: int, steps: Mapping[int, MigrationStep]) -> object:
    """Return content as the newest version of its format has it.

    Args:
        content: What a document of `version` holds, as the parser returned it.
        version: The version it was written in.
        steps: Of each older version, what makes the next one of it.

    Raises:
        OldContentError: A step found something else than its version holds.
    """
    step = steps.get(version)
    if step is None:
        return content
    try:
        migrated = step(content)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        message = f"must be content of version {version}, got {type(error).__name__}: {error}"
        raise OldContentError(message) from error
    return migrate(migrated, version + 1, steps)
