"""Colours and line widths, as data: nothing means something by its hue alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from attrs import Attribute, evolve, field, frozen

from spinecare.errors import InvalidValueError

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]+|[a-z]+\([0-9a-z.,%/ -]+\)")


class Surface(StrEnum):
    """What a surface is made of, for its colour."""

    SHIRT = "shirt"
    TROUSERS = "trousers"
    SKIN = "skin"
    HAIR = "hair"
    CUSHION = "cushion"
    WOOD = "wood"
    METAL = "metal"
    MAT = "mat"
    WALL = "wall"


def _colour(_: object, attribute: Attribute[Any], value: object) -> None:
    """Validate a colour: it is written into the picture as it is."""
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise InvalidValueError.of(attribute.name, "a colour: '#d9531e', 'white'", value)


def _colours(_: object, attribute: Attribute[Any], value: Mapping[Any, object]) -> None:
    """Validate the colours of surfaces: of all, or on the far side of what limbs are made of."""
    needed = (
        Surface if attribute.name == "fills" else (Surface.SHIRT, Surface.TROUSERS, Surface.SKIN)
    )
    for role in needed:
        if role not in value:
            raise InvalidValueError.of(attribute.name, f"a colour for {role}", dict(value))
        _colour(None, attribute, value[role])


@frozen(kw_only=True)
class Theme:
    """How a picture is coloured. Lengths are in units of the paper, 1000 to a body's height.

    One of one's own is best made from another: `attrs.evolve(THEMES["light"], name="mine",
    accent="#0060a0")`.
    """

    name: str
    """What it is called."""
    paper: str = field(validator=_colour)
    """What the picture is meant to stand on; it is not painted."""
    ink: str = field(validator=_colour)
    """Lines of the body."""
    far_ink: str = field(validator=_colour)
    """Lines of the limbs on the far side."""
    prop_ink: str = field(validator=_colour)
    """Lines of things."""
    fills: Mapping[Surface, str] = field(validator=_colours)
    """Surfaces."""
    far_fills: Mapping[Surface, str] = field(validator=_colours)
    """Shirt, trousers and skin of the limbs on the far side."""
    floor: str = field(validator=_colour)
    """The line of the ground."""
    mat_edge: str = field(validator=_colour)
    """The edge of a mat."""
    water: str = field(validator=_colour)
    """Water; what is below its surface shows through."""
    ghost: str = field(validator=_colour)
    """The pose it came from."""
    ghost_edge: str = field(validator=_colour)
    """The line round that pose."""
    accent: str = field(validator=_colour)
    """Arrows and target marks."""
    ring: str = field(validator=_colour)
    """The rings of a target mark."""
    line: float = 9.0
    """Width of the body's lines."""
    far_line: float = 7.0
    """Width of the lines on the far side."""
    arrow_line: float = 15.0
    """Width of an arrow's shaft."""


LIGHT: Final = Theme(
    name="light",
    paper="#ffffff",
    ink="#22313f",
    far_ink="#7a8893",
    prop_ink="#7d6c55",
    fills={
        Surface.SHIRT: "#cfdde6",
        Surface.TROUSERS: "#7f98ab",
        Surface.SKIN: "#ffffff",
        Surface.HAIR: "#3b4a57",
        Surface.CUSHION: "#efe8dc",
        Surface.WOOD: "#e3d8c6",
        Surface.METAL: "#b4bec6",
        Surface.MAT: "#e7eef2",
        Surface.WALL: "#eef0f1",
    },
    far_fills={
        Surface.SHIRT: "#e8eff3",
        Surface.TROUSERS: "#c6cfd6",
        Surface.SKIN: "#ffffff",
    },
    floor="#9aa5ad",
    mat_edge="#b9c7d0",
    water="#a9cfe3",
    ghost="#dfe5e9",
    ghost_edge="#b4c0c8",
    accent="#d9531e",
    ring="#ffffff",
)
DARK: Final = Theme(
    name="dark",
    paper="#14191d",
    ink="#e8eef2",
    far_ink="#8d9ba6",
    prop_ink="#b09d82",
    fills={
        Surface.SHIRT: "#4a6273",
        Surface.TROUSERS: "#2c4152",
        Surface.SKIN: "#1d252b",
        Surface.HAIR: "#c3cdd4",
        Surface.CUSHION: "#3b342a",
        Surface.WOOD: "#4a4134",
        Surface.METAL: "#5c6870",
        Surface.MAT: "#222c33",
        Surface.WALL: "#20272c",
    },
    far_fills={
        Surface.SHIRT: "#2f3d47",
        Surface.TROUSERS: "#22303b",
        Surface.SKIN: "#181f24",
    },
    floor="#66727b",
    mat_edge="#46535c",
    water="#3d6f8c",
    ghost="#2b343b",
    ghost_edge="#4a5761",
    accent="#ff8a50",
    ring="#14191d",
)
PRINT: Final = evolve(
    LIGHT,
    name="print",
    ink="#15202b",
    far_ink="#74818c",
    prop_ink="#6b5b46",
    fills={
        **LIGHT.fills,
        Surface.SHIRT: "#d6e1e8",
        Surface.TROUSERS: "#8299aa",
        Surface.HAIR: "#2f3c47",
        Surface.MAT: "#ecf1f4",
        Surface.WALL: "#f0f1f2",
    },
    far_fills={**LIGHT.far_fills, Surface.SHIRT: "#edf2f5", Surface.TROUSERS: "#ccd4da"},
    accent="#c4430f",
    line=11.0,
    far_line=9.0,
    arrow_line=18.0,
)
THEMES: Final[Mapping[str, Theme]] = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}
"""The themes by name."""
