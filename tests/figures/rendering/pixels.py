"""What a renderer makes of an SVG: pixels, read without any library of pictures."""

from __future__ import annotations

import struct
import zlib

import resvg_py
from attrs import frozen

Colour = tuple[int, int, int]


@frozen
class Pixels:
    """A picture of red, green, blue and opacity."""

    width: int
    height: int
    rows: tuple[bytes, ...]

    def at(self, x: int, y: int) -> tuple[int, int, int, int]:
        """Return one pixel."""
        red, green, blue, alpha = self.rows[y][4 * x : 4 * x + 4]
        return red, green, blue, alpha

    def places(self, colour: str, spread: int = 12) -> list[tuple[int, int]]:
        """Return where nearly opaque pixels have nearly this colour, `#rrggbb`."""
        wanted = rgb(colour)
        return [
            (x, y)
            for y in range(self.height)
            for x in range(self.width)
            if self.at(x, y)[3] > 200
            and all(abs(a - b) <= spread for a, b in zip(self.at(x, y), wanted, strict=False))
        ]


def rgb(colour: str) -> Colour:
    """Return `#rrggbb` as three numbers."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def pixels(svg: str, width: int = 280) -> Pixels:
    """Return what resvg draws."""
    data = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))
    at, packed, wide, high = 8, b"", 0, 0
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            wide, high, depth, form = struct.unpack(">IIBB", body[:10])
            assert (depth, form) == (8, 6)
        elif kind == b"IDAT":
            packed += body
        at += length + 12
    return Pixels(wide, high, tuple(_rows(zlib.decompress(packed), wide, high)))


def _rows(raw: bytes, wide: int, high: int) -> list[bytes]:
    """Undo the filters of PNG, line by line."""
    size = 4 * wide
    above = bytearray(size)
    found: list[bytes] = []
    for row in range(high):
        start = row * (size + 1)
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + size])
        for place in range(size):
            left = line[place - 4] if place >= 4 else 0
            corner = above[place - 4] if place >= 4 else 0
            line[place] = (line[place] + _guess(kind, left, above[place], corner)) & 255
        found.append(bytes(line))
        above = line
    return found


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 4:
        return min((left, up, corner), key=lambda value: abs(left + up - corner - value))
    return (0, left, up, (left + up) // 2)[kind]
