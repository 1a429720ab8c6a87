"""Letters and digits as a few strokes: text would vanish where a renderer has no fonts."""

from __future__ import annotations

from typing import Final

# Strokes through points of a field 20 wide and 28 high, the middle at 0, 0.
_STROKES: Final[dict[str, str]] = {
    "L": "M-7-13v26h15",
    "R": "M-8 13v-26h8c12 0 12 14 0 14h-8m8 0l9 12",
    "0": "M0-13c-12 0-12 26 0 26s12-26 0-26",
    "1": "M-6-8l7-5v26",
    "2": "M-8-7c1-9 16-8 15 1-1 6-11 11-15 19h16",
    "3": "M-7-12h14l-8 9c13-1 11 16 0 16q-6 0-8-4",
    "4": "M3 13v-26l-12 18h17",
    "5": "M7-13h-13l-1 11c6-4 15-2 15 6 0 9-11 11-16 6",
    "6": "M6-13c-8 2-14 10-14 18 0 11 16 11 16 1 0-9-12-10-15-3",
    "7": "M-8-13h16l-10 26",
    "8": "M0-1c-10 0-10-12 0-12s10 12 0 12c-11 0-11 14 0 14s11-14 0-14",
    "9": "M-6 13c8-2 14-10 14-18 0-11-16-11-16-1 0 9 12 10 15 3",
}


def strokes(character: str) -> str:
    """Return the strokes of `L`, `R` or a digit, about the origin."""
    return _STROKES[character]
