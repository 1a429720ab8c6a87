"""A font of one glyph, a box, for a few characters: small enough to be written by hand.

Tests need a font that has what others lack, on machines that have no fonts at all. The tables are
those of the OpenType specification, chapters "head" to "post".
"""

from __future__ import annotations

import struct
from pathlib import Path

_UNITS = 1000
_WIDTH = 600


def write_box_font(folder: Path, characters: str, family: str = "Boxes") -> Path:
    """Write `Boxes.ttf`, which shows each of these characters as a box; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    box = _box()
    tables = {
        b"OS/2": _os2(characters),
        b"cmap": _cmap(characters),
        b"glyf": box + box,
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh",
            *(0x00010000, 0x00010000, 0, 0x5F0F3CF5, 3, _UNITS, 0, 0),
            *(0, 0, 500, 700, 0, 8, 2, 1, 0),
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH",
            *(0x00010000, 800, -200, 0, _WIDTH, 50, 50, 550, 1, 0, 0, 0, 0, 0, 0, 0, 2),
        ),
        b"hmtx": struct.pack(">HhHh", _WIDTH, 50, _WIDTH, 50),
        b"loca": struct.pack(">III", 0, len(box), 2 * len(box)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x00010000, 2, 4, 1, *(0,) * 2, 2, *(0,) * 8),
        b"name": _names(family),
        b"post": struct.pack(">IIhhIIIII", 0x00030000, 0, -100, 50, 0, 0, 0, 0, 0),
    }
    (folder / f"{family}.ttf").write_bytes(_font(tables))
    return folder


def _font(tables: dict[bytes, bytes]) -> bytes:
    """Return the file: a directory of the tables, then the tables on multiples of four octets."""
    offset = 12 + 16 * len(tables)
    head = struct.pack(">IHHHH", 0x00010000, len(tables), 128, 3, 16 * len(tables) - 128)
    body = b""
    for tag, table in sorted(tables.items()):
        padded = table + b"\0" * (-len(table) % 4)
        words = struct.unpack(f">{len(padded) // 4}I", padded)
        head += struct.pack(">4sIII", tag, sum(words) & 0xFFFFFFFF, offset + len(body), len(table))
        body += padded
    return head + body


def _box() -> bytes:
    """Return an outline of four points."""
    points = ((50, 0), (500, 0), (0, 700), (-500, 0))  # each from the one before
    outline = struct.pack(">hhhhhHH", 1, 50, 0, 550, 700, 3, 0) + bytes([1, 1, 1, 1])
    outline += b"".join(struct.pack(">h", x) for x, _ in points)
    outline += b"".join(struct.pack(">h", y) for _, y in points)
    return outline + b"\0" * (-len(outline) % 4)


def _cmap(characters: str) -> bytes:
    """Return the table, format 12: every character is glyph 1."""
    codes = sorted(map(ord, set(characters)))
    groups = b"".join(struct.pack(">III", code, code, 1) for code in codes)
    table = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(codes)) + groups
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _names(family: str) -> bytes:
    texts = {1: family, 2: "Regular", 4: family, 6: family}
    records, storage = b"", b""
    for id, text in texts.items():
        octets = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x0409, id, len(octets), len(storage))
        storage += octets
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + storage


def _os2(characters: str) -> bytes:
    codes = sorted(min(ord(character), 0xFFFF) for character in characters)
    return struct.pack(
        ">HhHHHhhhhhhhhhhh10sIIII4sHHHhhhHHIIhhHHH",
        *(4, _WIDTH, 400, 5, 0, *(0,) * 11, b"\0" * 10, 0, 0, 0, 0, b"none", 0x40),
        *(codes[0], codes[-1], 800, -200, 0, 800, 200, 0, 0, 500, 700, 0, 0, 1),
    )
