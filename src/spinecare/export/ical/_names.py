"""File names for a calendar of one event each."""

from __future__ import annotations

_MOST_LETTERS = 64  # before the mark; file systems refuse long names
_MARK = 8


def file_name(name: str, uid: str) -> str:
    """Return a file name that any system takes: `session-2026-11-23-1-c5a27796.ics`.

    The mark at its end is the beginning of the event's own id: files of two plans may lie in one
    folder, and ids that differ in capitals only stay apart where a file system sees no capitals.
    """
    return f"{name.lower()[:_MOST_LETTERS]}-{uid[:_MARK]}.ics"
