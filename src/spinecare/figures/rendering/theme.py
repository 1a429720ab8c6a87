"""Colours and line widths, as data: nothing means something by its hue alone."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import frozen


class Role(StrEnum):
    """What a surface is, for its colour."""

    SHIRT = "shirt"
    TROUSERS = "trousers"
    SKIN = "skin"
    HAIR = "hair"
    CUSHION = "cushion"
    WOOD = "wood"
    METAL = "metal"
    MAT = "mat"
    WALL = "wall"


@frozen(kw_only=True)
class Theme:
    """How a picture is coloured. Lengths are in units of the paper, 1000 to a body's height."""

    name: str
    paper: str
    """What the picture is meant to stand on; it is not painted."""
    ink: str
    """Lines of the body."""
    far_ink: str
    """Lines of the limbs on the far side."""
    prop_ink: str
    """Lines of things."""
    fills: dict[Role, str]
    """Surfaces."""
    far_fills: dict[Role, str]
    """Surfaces of the limbs on the far side."""
    floor: str
    mat_edge: str
    water: str
    ghost: str
    """The pose it came from."""
    ghost_edge: str
    accent: str
    """Arrows and target marks."""
    ring: str
    """The rings of a target mark."""
    line: float = 9.0
    far_line: float = 7.0
    arrow_line: float = 15.0


LIGHT: Final = Theme(
    name="light",
    paper="#ffffff",
    ink="#22313f",
    far_ink="#7a8893",
    prop_ink="#7d6c55",
    fills={
        Role.SHIRT: "#cfdde6",
        Role.TROUSERS: "#7f98ab",
        Role.SKIN: "#ffffff",
        Role.HAIR: "#3b4a57",
        Role.CUSHION: "#efe8dc",
        Role.WOOD: "#e3d8c6",
        Role.METAL: "#b4bec6",
        Role.MAT: "#e7eef2",
        Role.WALL: "#eef0f1",
    },
    far_fills={
        Role.SHIRT: "#e8eff3",
        Role.TROUSERS: "#c6cfd6",
        Role.SKIN: "#ffffff",
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
        Role.SHIRT: "#4a6273",
        Role.TROUSERS: "#2c4152",
        Role.SKIN: "#1d252b",
        Role.HAIR: "#c3cdd4",
        Role.CUSHION: "#3b342a",
        Role.WOOD: "#4a4134",
        Role.METAL: "#5c6870",
        Role.MAT: "#222c33",
        Role.WALL: "#20272c",
    },
    far_fills={
        Role.SHIRT: "#2f3d47",
        Role.TROUSERS: "#22303b",
        Role.SKIN: "#181f24",
    },
    floor="#66727b",
    mat_edge="#46535c",
    water="#3d6f8c",
    ghost="#2b343b",
    ghost_edge="#4a5761",
    accent="#ff8a50",
    ring="#14191d",
)
PRINT: Final = Theme(
    name="print",
    paper="#ffffff",
    ink="#15202b",
    far_ink="#74818c",
    prop_ink="#6b5b46",
    fills={
        Role.SHIRT: "#d6e1e8",
        Role.TROUSERS: "#8299aa",
        Role.SKIN: "#ffffff",
        Role.HAIR: "#2f3c47",
        Role.CUSHION: "#efe8dc",
        Role.WOOD: "#e3d8c6",
        Role.METAL: "#b4bec6",
        Role.MAT: "#ecf1f4",
        Role.WALL: "#f0f1f2",
    },
    far_fills={
        Role.SHIRT: "#edf2f5",
        Role.TROUSERS: "#ccd4da",
        Role.SKIN: "#ffffff",
    },
    floor="#9aa5ad",
    mat_edge="#b9c7d0",
    water="#a9cfe3",
    ghost="#dfe5e9",
    ghost_edge="#b4c0c8",
    accent="#c4430f",
    ring="#ffffff",
    line=11.0,
    far_line=9.0,
    arrow_line=18.0,
)
THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}
