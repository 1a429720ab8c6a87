"""The only place where text becomes HTML: elements are built, never written."""

from __future__ import annotations

import re
from html import escape
from typing import Final, TypeAlias

from attrs import frozen

from spinecare.wording import clean

_EMPTY: Final = frozenset({"br", "input", "meta", "use"})
"""Elements without an end."""
_ENDED_BY_NEXT: Final = frozenset({"li", "td", "th", "tr"})
"""Elements that HTML ends where the next begins, or what they are in ends."""
_BARE: Final = re.compile(r"[\w.,:#()/-]*[\w.,:#()-]")
"""Values that HTML reads without quotes, whatever follows."""


@frozen
class Markup:
    """HTML that is safe as it stands."""

    html: str
    """The text."""


Content: TypeAlias = "str | Markup | None"
"""What stands in an element: text, which is escaped; markup; or nothing."""


def tag(element: str, *children: Content, **attributes: str | bool | int | None) -> Markup:
    """Return an element.

    Args:
        element: Its name, a word of the program's own.
        children: What stands in it, in order.
        attributes: By name, an underscore for a hyphen and none at the end of `class_`. A value is
            text, which is escaped; `True` for an attribute without a value; `None`, `False` or
            nothing for none at all.
    """
    written = "".join(
        _attribute(key.rstrip("_").replace("_", "-"), value)
        for key, value in attributes.items()
        if not (value is None or value is False or value == "")
    )
    if element in _EMPTY:
        # SVG's need a slash, which would belong to a value without quotes but for the space
        return Markup(f"<{element}{written} />" if element == "use" else f"<{element}{written}>")
    end = "" if element in _ENDED_BY_NEXT else f"</{element}>"
    return Markup(f"<{element}{written}>{joined(*children).html}{end}")


def joined(*children: Content) -> Markup:
    """Return what stands side by side as one."""
    return Markup("".join(map(_written, children)))


def raw(html: str) -> Markup:
    """Return HTML that the program itself has made: pictures, styles, scripts."""
    return Markup(html)


def _written(child: Content) -> str:
    if child is None:
        return ""
    return child.html if isinstance(child, Markup) else escape(clean_inline(child), quote=False)


def clean_inline(text: str) -> str:
    """Return text as `clean` does, but with the spaces at its ends."""
    line = clean(f"x{text}x")
    return line[1:-1]


def _attribute(key: str, value: str | bool | int | None) -> str:
    if value is True:
        return f" {key}"
    text = clean(str(value))
    return f" {key}={text}" if _BARE.fullmatch(text) else f' {key}="{escape(text)}"'
