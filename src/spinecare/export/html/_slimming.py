"""Pictures for a page that has many of them: classes for colours, short ids, few characters.

What `spinecare.draw` returns stands alone, so it repeats in each picture what a page needs once.
Here a picture's elements are written anew: paint by classes, outlines on a coarser grid, a part
that is stroked and then filled as one element, nothing of what the picture's edge cuts away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, fromstring

from spinecare.export.html._joining import SPACE, cut, join, mark_badges
from spinecare.export.html._paths import GRID, coarse

_PAINT: Final = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "paint-order",
    "stop-color",
    "stop-opacity",
    "visibility",
)
_LENGTHS: Final = frozenset({"cx", "cy", "r"})
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_REFERENCE: Final = re.compile(r"#([\w-]+)")
_BARE: Final = re.compile(r"[\w.,%#()-]+")
"""Values that HTML reads without quotes."""

Paint = tuple[tuple[str, str], ...]
"""Properties and their values, in the order of `_PAINT`."""


class Slimmer:
    """Writes pictures; what they share is kept until all are written.

    The pictures must have the same prefix of ids, so that equal definitions have equal ids.
    """

    def __init__(self) -> None:
        """Begin without any picture."""
        self.classes: dict[Paint, str] = {}
        """The class of each paint."""
        self.shared: dict[str, str] = {}
        """Definitions that pictures refer to, by the ids they had."""
        self._ids: dict[str, str] = {}
        self._count = 0

    def body(self, svg: str) -> str:
        """Return what is in a picture, without its title and description."""
        root = fromstring(svg)  # noqa: S314  it is the library's own picture
        self._ids = {id: short for id, short in self._ids.items() if id in self.shared}
        cut(root)
        mark_badges(root)
        for definitions in root.iterfind(f"{SPACE}defs"):
            self._define(definitions)
        drawn = [child for child in root if _name(child) not in ("title", "desc", "defs")]
        join(root, Counter(_REFERENCE.findall(svg)))
        return "".join(part for child in drawn for part in self._written(child))

    def _define(self, definitions: Element) -> None:
        """Keep what pictures share; a gradient that others are made from says their units."""
        direct = {
            id
            for element in definitions.iter()
            for id in _REFERENCE.findall(element.get("fill", ""))
        }
        for child in definitions:
            id = child.get("id", "")
            if _name(child) == "radialGradient" and id not in direct:
                child.set("gradientUnits", "userSpaceOnUse")
            if id not in self.shared:
                self.shared[id] = ""
                self.shared[id] = "".join(self._written(child))

    def _written(self, element: Element) -> Iterator[str]:
        name = _name(element)
        attributes = list(self._attributes(element))
        paint = tuple(
            (key, element.attrib[key])
            for key in _PAINT
            if key in element.attrib and not element.attrib[key].startswith("url(")
        )
        if paint:
            attributes.insert(0, ("class", self._class(paint)))
        text = "".join(
            f" {key}={value}" if _BARE.fullmatch(value) else f' {key}="{value}"'
            for key, value in attributes
        )
        if len(element):
            yield f"<{name}{text}>"
            for child in element:
                yield from self._written(child)
            yield f"</{name}>"
        else:  # without a space the slash would belong to a value that has no quotes
            yield f"<{name}{text}/>" if text.endswith('"') else f"<{name}{text} />"

    def _attributes(self, element: Element) -> Iterator[tuple[str, str]]:
        """Yield what is no paint, with short ids and lengths on the page's grid."""
        for key, value in element.attrib.items():
            if key == "id":
                yield key, self._short(value)
            elif key == "d":
                yield key, coarse(value)
            elif key in _LENGTHS:
                yield key, _scaled(value)
            elif key == "transform":
                yield key, re.sub(r"translate\(([^)]*)\)", _translated, value)
            elif key == "gradientUnits" and "href" in element.attrib:
                continue
            elif key != "data-scale" and (key not in _PAINT or value.startswith("url(")):
                yield key, _REFERENCE.sub(lambda match: f"#{self._short(match[1])}", value)

    def _class(self, paint: Paint) -> str:
        return self.classes.setdefault(paint, f"f{_base36(len(self.classes))}")

    def _short(self, id: str) -> str:
        if id not in self._ids:
            self._ids[id] = f"k{_base36(self._count)}"
            self._count += 1
        return self._ids[id]


def rules(classes: dict[Paint, str], variables: dict[str, str]) -> str:
    """Return the style of classes.

    Args:
        classes: Their names by paint.
        variables: What stands for a colour: `var(--ink)`.
    """
    return "".join(
        f".{name}{{{';'.join(f'{key}:{_value(key, value, variables)}' for key, value in paint)}}}"
        for paint, name in classes.items()
    )


def _value(key: str, value: str, variables: dict[str, str]) -> str:
    return _scaled(value) if key == "stroke-width" else variables.get(value, value)


def _scaled(text: str) -> str:
    return f"{float(text) / GRID:.1f}".removesuffix(".0")


def _translated(match: re.Match[str]) -> str:
    x, y = (round(float(number) / GRID) for number in _NUMBER.findall(match[1]))
    return f"translate({x},{y})"


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    before, last = divmod(number, 36)
    return (_base36(before) if before else "") + digits[last]


def _name(element: Element) -> str:
    return element.tag.removeprefix(SPACE)
