"""What a plot shows, read back from its SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from spinecare import Figure

_BAR = re.compile(r"M([\d.-]+) ([\d.-]+)h([\d.-]+)v([\d.-]+)h-[\d.]+z")
_POINT = re.compile(r"[ML]([\d.-]+) ([\d.-]+)")
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Bar:
    """A bar, as it lies on the page."""

    left: float
    upper: float
    width: float
    height: float

    @property
    def lower(self) -> float:
        """Its lower edge."""
        return self.upper + self.height


def root(figure: Figure) -> ET.Element:
    """Return the picture as a tree; no entity and no address is followed."""
    return ET.fromstring(figure.svg)  # noqa: S314  our own text


def drawn(figure: Figure, of: str) -> list[str]:
    """Return the paths that show a thing, in order."""
    found = root(figure).iter(f"{_SVG}path")
    return [path.attrib["d"] for path in found if path.get("data-of") == of]


def fills(figure: Figure, of: str) -> list[str]:
    """Return what the paths that show a thing are filled with, in order."""
    found = root(figure).iter(f"{_SVG}path")
    return [path.attrib["fill"] for path in found if path.get("data-of") == of]


def bars(figure: Figure, of: str) -> list[Bar]:
    """Return the bars that show a thing, in order."""
    found = (match for d in drawn(figure, of) for match in _BAR.finditer(d))
    return [Bar(*map(float, match.groups())) for match in found]


def points(d: str) -> list[tuple[float, float]]:
    """Return the points of a path of straight lines."""
    return [(float(x), float(y)) for x, y in _POINT.findall(d)]


def texts(figure: Figure) -> list[str]:
    """Return the words on the picture, in order."""
    return [text.text or "" for text in root(figure).iter(f"{_SVG}text")]


def places(figure: Figure) -> dict[str, tuple[float, float]]:
    """Return where words stand: the last place of each."""
    return {
        text.text or "": (float(text.attrib["x"]), float(text.attrib["y"]))
        for text in root(figure).iter(f"{_SVG}text")
    }
