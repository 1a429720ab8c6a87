"""File names for a calendar of one event each."""

from __future__ import annotations

import re
from uuid import UUID, uuid5

_NAMESPACE = UUID("0f1c2a5e-5b8b-5e0e-8a53-6c1f6a1f8f0d")
_PLAIN = re.compile("[0-9a-z-]{1,64}")
_MOST_LETTERS = 64


def file_name(kind: str, id: str) -> str:
    """Return a file name that any system takes: `session-20261123-0.ics`.

    It depends on kind and id only. Ids that a file system might confuse or refuse – capitals, great
    length – get a mark of their own.
    """
    if _PLAIN.fullmatch(id):
        return f"{kind}-{id}.ics"
    mark = uuid5(_NAMESPACE, id).hex[:12]
    return f"{kind}-{id.lower()[:_MOST_LETTERS]}_{mark}.ics"
