"""One exercise of the plot of pain: its name, its bars by day, its dates."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from spinecare.plots.canvas import Box, bars, line, number, path, swatch, words, wrapped
from spinecare.plots.days import Days, dates
from spinecare.plots.felt import ANSWERS, Answer, Felt
from spinecare.plots.scale import Scale
from spinecare.reviewing import STRICT

LIMITS: Final = (STRICT.mild_up_to, STRICT.high_above)
"""Where pain ends to be mild, and begins to be high."""
LINE: Final = 17.0
"""The height of a line of a name."""
PLOT: Final = 96.0
"""The height of the bars, up to the end of the scale."""
UNDER: Final = 44.0
"""The room under the bars, for dates and to the next panel."""
_LETTER: Final = 7.4  # of a name, in bold
_BARS: Final[tuple[tuple[Answer, str, str], ...]] = (
    ("right after", "effort", "wash"),
    ("during", "effort", "solid"),
    ("worse morning", "relaxation", "relaxation"),
)
"""Answers with ink and pattern, the lowest first: pain during lies over that right after."""
_FLAT: Final = 3.0  # height of a known zero: what is unknown has no bar
_BROADEST: Final = 30.0  # the bars of a slot together


@frozen(kw_only=True)
class Panel:
    """Where a panel stands, and what is in it."""

    felt: Felt
    """What was felt."""
    left: float
    """Its left edge."""
    base: float
    """Where pain 0 is."""
    days: Days | None
    """Its days; `None` where nothing is known of any."""
    top: float
    """The highest pain that has a place."""


def name_lines(name: str, width: float) -> list[str]:
    """Return the lines of a panel's name."""
    return wrapped(name, characters=int(width / _LETTER))


def key(y: float) -> list[str]:
    """Return what bars and lines mean; `y` is the line of its words."""
    parts: list[str] = []
    at = 24.0
    for answer in ANSWERS:
        if answer == "before":
            parts.append(path(f"M{number(at)} {number(y - 5)}h18", ink="other", width=2.5))
        else:
            ink, pattern = next((ink, pattern) for one, ink, pattern in _BARS if one == answer)
            parts.append(swatch(at, y, ink, pattern=pattern))
        text = f"{answer}, if higher" if answer == "right after" else answer
        parts.append(words(at + 24, y, text))
        at += 24 + 6.5 * len(text) + 16
    mild, high = LIMITS
    zones = f"mild up to {mild:g}, high above {high:g}"
    parts.append(words(at + 6, y, zones, ink="note", size=12))
    return parts


def parts_of(panel: Panel, name: list[str]) -> list[str]:
    """Return a panel: its name in lines, its scale, its bars, its dates."""
    y = Scale(low=0.0, high=panel.top, start=panel.base, end=panel.base - PLOT)
    above = y.end - 12 - LINE * (len(name) - 1)
    parts = [
        words(panel.left, above + LINE * index, text, bold=True) for index, text in enumerate(name)
    ]
    days = panel.days
    if days is None or panel.felt.highest(*ANSWERS) is None:
        nothing = "nothing known" if panel.felt.times else "not begun yet"
        return [*parts, words(panel.left, y.end + 14, nothing, ink="note")]
    for pain in (0.0, *LIMITS, panel.top):
        at = y.at(pain)
        parts.append(line(days.left, at, days.right, at, ink="grid" if pain else "axis"))
        parts.append(words(days.left - 8, at + 4, f"{pain:g}", ink="note", anchor="end", size=12))
    return [*parts, *_bars(panel.felt, days, y), *dates(days, panel.base)]


def _bars(felt: Felt, days: Days, y: Scale) -> list[str]:
    """Return the bars of each slot, those of the mornings to the right, and the pain before."""
    half = max(1.0, math.floor(min(_BROADEST, days.slot * 0.8) / 2))  # whole: short and sharp
    highest = {answer: _highest(felt, answer, days) for answer in ANSWERS}
    during = highest["during"]
    highest["right after"] = {
        middle: pain
        for middle, pain in highest["right after"].items()
        if middle not in during or pain > during[middle]
    }
    parts: list[str] = []
    for answer, ink, pattern in _BARS:
        shift = 0.0 if answer == "worse morning" else -half
        boxes = [_bar(middle + shift, pain, half, y) for middle, pain in highest[answer].items()]
        parts.append(bars(boxes, ink, of=answer, pattern=pattern))
    return [*parts, *_before(highest["before"], half, y)]


def _bar(left: float, pain: float, width: float, y: Scale) -> Box:
    upper = min(y.at(pain), y.start - _FLAT)
    return Box(round(left, 1), round(upper, 1), width, round(y.start - upper, 1))


def _before(highest: Mapping[float, float], half: float, y: Scale) -> list[str]:
    """Return pain before as lines across the bars, set off from them."""
    strokes = {
        middle: f"M{number(round(middle - half - 1, 1))} {number(round(y.at(pain), 1))}"
        f"h{number(2 * half + 2)}"
        for middle, pain in highest.items()
    }
    above = "".join(stroke for middle, stroke in strokes.items() if highest[middle])
    parts = [path(above, ink="ground", width=4)] if above else []
    if strokes:
        parts.append(path("".join(strokes.values()), ink="other", width=2, of="before"))
    return parts


def _highest(felt: Felt, answer: Answer, days: Days) -> dict[float, float]:
    """Return the highest answer of each slot that has one, by the middle of the slot."""
    found: dict[float, float] = {}
    for day, pain in felt.points(answer):
        middle = days.middle(day)
        found[middle] = max(pain, found.get(middle, 0.0))
    return found
