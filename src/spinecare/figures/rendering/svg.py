"""Pieces of SVG text: a dozen kinds of element, no `text`, no script."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from spinecare.errors import InvalidValueError
from spinecare.figures.rendering.glyphs import strokes
from spinecare.figures.rendering.marks import BADGE
from spinecare.figures.rendering.theme import Surface, Theme

NAMESPACE: Final = "http://www.w3.org/2000/svg"
_NO_CHARACTER: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (§2.2) does not let stand in a document, even escaped: most control characters."""
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def number(value: float) -> str:
    """Return a length: a whole number where it is one."""
    return f"{value:.1f}".removesuffix(".0")


def document(width: int, height: int, body: str, *, id_prefix: str, texts: tuple[str, str]) -> str:
    """Return a whole SVG with its title and its description.

    Args:
        width: Of the card, in units.
        height: Of the card, in units.
        body: What is on it.
        id_prefix: What its ids begin with.
        texts: Title and description, as people wrote them.

    Raises:
        InvalidValueError: An id cannot begin with the prefix.
    """
    ids = checked(id_prefix)
    title, description = map(written_out, texts)
    return (
        f'<svg xmlns="{NAMESPACE}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{ids}t {ids}d"><title id="{ids}t">{title}</title>'
        f'<desc id="{ids}d">{description}</desc>{body}</svg>'
    )


def written_out(text: str) -> str:
    """Return a text as it may stand in an element; U+FFFD for what no document can hold."""
    return escape(_NO_CHARACTER.sub("\ufffd", text), quote=False)


def checked(id_prefix: str) -> str:
    """Return a prefix that ids can begin with, in SVG, in style and in addresses alike.

    Raises:
        InvalidValueError: It does not begin with a letter, or holds other characters than letters,
            digits, hyphens and underscores.
    """
    if not _PREFIX.fullmatch(id_prefix):
        raise InvalidValueError.of(
            "id_prefix", "a letter, then letters, digits, '-' and '_'", id_prefix
        )
    return id_prefix


def path(d: str, **attributes: str | float) -> str:
    """Return a path; underscores in attributes' names become hyphens."""
    return f'<path{_written(attributes)} d="{d}"/>' if d else ""


def group(body: str, **attributes: str | float) -> str:
    """Return a group."""
    return f"<g{_written(attributes)}>{body}</g>" if body else ""


def _written(attributes: dict[str, str | float]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
        for name, value in attributes.items()
    )


def definitions(theme: Theme, ids: str, roles: frozenset[str], *, has_target: bool) -> str:
    """Return what drawings refer to: the fading fills of joints, and the target mark.

    Args:
        theme: The colours.
        ids: What ids begin with.
        roles: The names of the fills that fade: `trousers`, `far-shirt` …
        has_target: Whether the target mark is needed.
    """
    found = [_fading(f"{ids}{role}", fill_of(theme, role)) for role in sorted(roles)]
    if has_target:
        found.append(_target(theme, ids))
    return f"<defs>{''.join(found)}</defs>" if found else ""


def fill_of(theme: Theme, name: str) -> str:
    """Return the colour of a fill by name: `shirt`, or `far-shirt` on the far side."""
    role = Surface(name.removeprefix("far-"))
    return theme.far_fills[role] if name.startswith("far-") else theme.fills[role]


def _fading(id: str, colour: str) -> str:
    return (
        f'<radialGradient id="{id}"><stop offset=".8" stop-color="{colour}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )


def _target(theme: Theme, ids: str) -> str:
    """Return the mark: a spot that fades, and two rings that stay where colours do not."""
    return (
        f'<radialGradient id="{ids}glow"><stop offset=".88" stop-color="{theme.accent}"/>'
        f'<stop offset="1" stop-color="{theme.accent}" stop-opacity=".1"/></radialGradient>'
        f'<g id="{ids}target"><circle r="100" fill="url(#{ids}glow)"/>'
        f'<g stroke="{theme.ring}" stroke-width="13"><circle r="82"/><circle r="36"/></g></g>'
    )


def badge(letter: str, x: float, y: float, theme: Theme) -> str:
    """Return a letter in a circle."""
    return (
        f'<g transform="translate({round(x)} {round(y)})" stroke="{theme.ink}">'
        f'<circle r="{BADGE:.0f}" fill="{theme.paper}" stroke-width="{number(theme.far_line)}"/>'
        f'<path d="{strokes(letter)}" stroke-width="{number(theme.line - 2)}"/></g>'
    )


def numeral(count: int, x: float, y: float, theme: Theme) -> str:
    """Return a number in a dark disc."""
    digits = str(count)
    first = -10.0 * (len(digits) - 1)
    inner = "".join(
        path(strokes(digit), transform=f"translate({number(first + 20 * place)} 0)")
        for place, digit in enumerate(digits)
    )
    return (
        f'<g transform="translate({round(x)} {round(y)})"><circle r="{BADGE:.0f}" '
        f'fill="{theme.ink}"/><g fill="none" stroke="{theme.paper}" stroke-width="7" '
        f'stroke-linecap="round" stroke-linejoin="round">{inner}</g></g>'
    )
