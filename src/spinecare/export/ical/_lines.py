"""Content lines as octets: folded, ended by CR LF."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_OCTETS = 75  # RFC 5545, section 3.1: without the line end, with the space of a folded line
_SEARCHED = 20  # octets to look back for a good place; in a run of spaces there may be none
_BETTER_NOT_BEFORE = b" \t"
_BETTER_NOT_AFTER = b" \t\\"


def joined(lines: Iterable[str]) -> bytes:
    """Return content lines as they stand in a file: UTF-8, CR LF, none above 75 octets."""
    return b"".join(folded(line) + b"\r\n" for line in lines if line)


def folded(line: str) -> bytes:
    """Return a content line in UTF-8, folded.

    A fold never stands inside a character. Where it can be helped it does not stand beside a space
    either, which a program that trims lines would eat, nor after a backslash, which belongs to the
    character behind it.
    """
    octets = line.encode()
    pieces: list[bytes] = []
    start, room = 0, _MOST_OCTETS
    while len(octets) - start > room:
        end = _fold(octets, start + room)
        pieces.append(octets[start:end])
        start, room = end, _MOST_OCTETS - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces)


def _fold(octets: bytes, limit: int) -> int:
    """Return the last good place for a fold, at `limit` or before."""
    for end in range(limit, limit - _SEARCHED, -1):
        if (
            _begins_character(octets[end])
            and octets[end] not in _BETTER_NOT_BEFORE
            and octets[end - 1] not in _BETTER_NOT_AFTER
        ):
            return end
    while not _begins_character(octets[limit]):
        limit -= 1
    return limit


def _begins_character(octet: int) -> bool:
    return octet & 0b1100_0000 != 0b1000_0000
