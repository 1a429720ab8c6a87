"""The colours of pictures as custom properties, so that they follow light, dark and print."""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve

from spinecare.export.html._joining import BADGE
from spinecare.figures import THEMES, Theme

_COLOURS: Final = (
    "paper",
    "ink",
    "far_ink",
    "prop_ink",
    "floor",
    "mat_edge",
    "water",
    "ghost",
    "ghost_edge",
    "accent",
    "ring",
)


def _name(field: str) -> str:
    return f"--fig-{field.replace('_', '-')}"


def _colours_of(theme: Theme) -> dict[str, str]:
    """Return a theme's colours by the names of their custom properties."""
    return {
        **{_name(name): str(getattr(theme, name)) for name in _COLOURS},
        **{f"--fig-{surface}": colour for surface, colour in theme.fills.items()},
        **{f"--fig-far-{surface}": colour for surface, colour in theme.far_fills.items()},
    }


_NAMES: Final = tuple(_colours_of(THEMES["light"]))
_CODES: Final = {name: f"#f{place:05x}" for place, name in enumerate(_NAMES)}
"""A colour for each name that no picture has: it is drawn with them, then they are replaced."""
VARIABLES: Final = {
    **{code: f"var({name})" for name, code in _CODES.items()},
    BADGE: "var(--fig-badge,visible)",
}


def _tokens() -> Theme:
    """Return a theme of colours that stand for names; its lines are those of paper."""
    light = THEMES["light"]
    named: dict[str, Any] = {name: _CODES[_name(name)] for name in _COLOURS}
    fills = {surface: _CODES[f"--fig-{surface}"] for surface in light.fills}
    far = {surface: _CODES[f"--fig-far-{surface}"] for surface in light.far_fills}
    return evolve(THEMES["print"], name="page", fills=fills, far_fills=far, **named)


TOKENS: Final = _tokens()
"""The theme that pictures are drawn with."""


def colours() -> str:
    """Return the custom properties: light, dark on screens that are, print on paper."""
    light, dark, print_ = (
        ";".join(f"{name}:{colour}" for name, colour in _colours_of(THEMES[theme]).items())
        for theme in ("light", "dark", "print")
    )
    return (
        f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"@media print{{:root{{{print_}}}}}"
    )
