"""The colours of plots, for light and dark screens, and the patterns that go with them."""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Ink:
    """A colour on light and on dark ground."""

    light: str
    """On light ground: `#` and six digits."""
    dark: str
    """On dark ground."""


GROUND: Final = Ink(light="#ffffff", dark="#1c2128")
"""What a plot stands on: its own, since a notebook's ground need not be what the screen asks.

A line of it beside another line sets that off from a bar behind.
"""

TEXT_INKS: Final = {
    "text": Ink(light="#1f2933", dark="#eef1f4"),
    "note": Ink(light="#52606d", dark="#aab4be"),
}
"""Words; at least 4.5 to 1 against the ground."""

LINE_INKS: Final = {
    "axis": Ink(light="#7b8794", dark="#7e8a96"),
    "grid": Ink(light="#dde3e8", dark="#333b44"),
}
"""Axes at least 3 to 1 against the ground; the grid pale: nothing is read from it alone."""

MARK_INKS: Final = {
    "relief": Ink(light="#0b7285", dark="#3bc9db"),
    "mobility": Ink(light="#1c6dd0", dark="#74a9ff"),
    "effort": Ink(light="#c2410c", dark="#ff9a62"),
    "stretch": Ink(light="#2b8a3e", dark="#69db7c"),
    "relaxation": Ink(light="#7048c8", dark="#b79bff"),
    "other": Ink(light="#5c6670", dark="#aeb8c2"),
    "breaks": Ink(light="#8a5a00", dark="#e6b54a"),
}
"""Bars, bands and curves; at least 3 to 1 against the ground."""

PATTERNS: Final = {
    "relief": "M0 2h8M0 6h8",
    "mobility": "M-2 2l4 -4M-2 10L10 -2M6 10l4 -4",
    "effort": "",
    "stretch": "M2 1.2v1.6M6 5.2v1.6",
    "relaxation": "M-2 6l4 4M-2 -2L10 10M6 -2l4 4",
    "other": "M2 0v8M6 0v8",
    "breaks": "M0 0L8 8M8 0L0 8",
    "solid": "",
    "wash": "",
}
"""The lines of a pattern's tile, eight units wide and high; none where there are no lines."""
