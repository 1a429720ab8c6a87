"""Fewer elements that look the same: what is cut away is left out, stroke and fill become one."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final
from xml.etree.ElementTree import Element

from spinecare.export.html._paths import Bounds, bounds

SPACE: Final = "{http://www.w3.org/2000/svg}"
"""What the names of elements begin with."""
BADGE: Final = "badge"
"""Stands for the visibility of badges."""
_WIDEST: Final = 20.0
"""Units: half of the widest line."""


def cut(root: Element) -> None:
    """Remove what lies beyond the edge at which a picture is cut."""
    for parent in root.iter():
        edges = {
            path.get("id"): bounds(path[0].get("d", ""))
            for path in parent.iterfind(f"{SPACE}clipPath")
        }
        for group in parent.iterfind(f"{SPACE}g"):
            edge = edges.get(_reference(group.get("clip-path", "")))
            if edge is not None:
                _cut_at(edge, group)


def _cut_at(edge: Bounds, group: Element) -> None:
    gone: set[str] = set()
    for child in list(group):
        path = child[0] if len(child) == 1 else child
        is_path = path.tag == f"{SPACE}path"
        if is_path and not _meet(edge, bounds(path.get("d", ""))):
            gone.add(path.get("id", "-"))
            group.remove(child)
        elif {_reference(child.get("href", "")), _joint(child)} & gone:
            group.remove(child)
    used = {_reference(child.get("fill", "")) for child in group}
    for child in list(group):
        if child.tag == f"{SPACE}radialGradient" and child.get("id") not in used:
            group.remove(child)


def _meet(a: Bounds, b: Bounds) -> bool:
    return (
        a[0] - _WIDEST < b[2]
        and b[0] < a[2] + _WIDEST
        and a[1] - _WIDEST < b[3]
        and b[1] < a[3] + _WIDEST
    )


def _joint(element: Element) -> str:
    """Return the part whose joint a fading fill is for."""
    return _reference(element.get("fill", "")).removesuffix("-j")


def _reference(text: str) -> str:
    found = re.search(r"#([\w-]+)", text)
    return found[1] if found else ""


def join(root: Element, references: Counter[str]) -> None:
    """Make one element of each outline and the fill that follows it.

    Args:
        root: The picture.
        references: How often each id is referred to.
    """
    for parent in list(root.iter()):
        children = list(parent)
        for stroked, filled in pairwise(children):
            path = _path_of(stroked)
            if path is None or {*filled.attrib} != {"href", "fill"}:
                continue
            parent.remove(filled)
            stroked.set("fill", filled.attrib["fill"])
            stroked.set("paint-order", "stroke")
            if references[path.get("id", "")] == 1:
                path.attrib.pop("id")
                stroked.attrib.update(path.attrib)
                stroked.tag = path.tag
                stroked.remove(path)


def mark_badges(root: Element) -> None:
    """Let badges go where a picture is shown in the mirror: there their letter would be wrong."""
    for group in root.iter(f"{SPACE}g"):
        tags = [child.tag.removeprefix(SPACE) for child in group]
        if set(group.attrib) == {"transform", "stroke"} and tags == ["circle", "path"]:
            group.set("visibility", BADGE)


def _path_of(group: Element) -> Element | None:
    """Return the only child of a group that has nothing but a stroke."""
    is_outline = group.tag == f"{SPACE}g" and set(group.attrib) == {"stroke", "stroke-width"}
    if is_outline and len(group) == 1 and set(group[0].attrib) == {"id", "d"}:
        return group[0]
    return None
