"""A path's text: whole numbers, each command relative to where the pen stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

Point = tuple[float, float]
_FLAT: Final = 4.0  # units


def pair(x: int, y: int) -> str:
    """Return two numbers with no more between them than it takes to tell them apart."""
    return f"{x}{y}" if y < 0 else f"{x} {y}"


class Pen:
    """Writes one path; the text is in `text` at any time."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._x = 0
        self._y = 0
        self._start = (0, 0)

    @property
    def text(self) -> str:
        """The path so far, as the attribute `d` holds it."""
        return "".join(self._words)

    def _step(self, x: float, y: float) -> tuple[int, int]:
        to_x, to_y = round(x), round(y)
        step = (to_x - self._x, to_y - self._y)
        self._x, self._y = to_x, to_y
        return step

    def move(self, x: float, y: float) -> None:
        """Begin an outline here."""
        # absolute at first, so that one path's text can follow another's
        self._words.append(("m" if self._words else "M") + pair(*self._step(x, y)))
        self._start = (self._x, self._y)

    def line(self, x: float, y: float) -> None:
        """Go straight to here."""
        dx, dy = self._step(x, y)
        if dx or dy:
            self._words.append("l" + pair(dx, dy))

    def curve(self, ax: float, ay: float, bx: float, by: float, x: float, y: float) -> None:
        """Go here on a cubic curve with these two handles."""
        from_x, from_y = self._x, self._y
        a = pair(round(ax) - from_x, round(ay) - from_y)
        b = pair(round(bx) - from_x, round(by) - from_y)
        end = pair(*self._step(x, y))
        gap = "" if b[0] == "-" else " "
        self._words.append(f"c{a}{gap}{b}{'' if end[0] == '-' else ' '}{end}")

    def arc(
        self,
        shape: Sequence[float],
        x: float,
        y: float,
        *,
        is_long: bool,
        is_clockwise: bool = True,
    ) -> None:
        """Go here on an ellipse, given as its two radii and its tilt in degrees.

        On one seen nearly edge on, go straight: rounded to whole numbers it would not reach, and
        renderers then blow it up.
        """
        rx, ry, tilt = shape
        if min(rx, ry) < _FLAT:
            self.line(x, y)
            return
        dx, dy = self._step(x, y)
        if dx or dy:
            end = pair(dx, dy)
            gap = "" if end[0] == "-" else " "
            flags = f"{int(is_long)} {int(is_clockwise)}"
            radii = f"{round(rx)} {round(ry)}"
            self._words.append(f"a{radii} {round(tilt)} {flags}{gap}{end}")

    def close(self) -> None:
        """End the outline where it began."""
        self._words.append("z")
        self._x, self._y = self._start

    def through(self, points: Sequence[Point]) -> None:
        """Go on smoothly through points; the pen stands at the first of them.

        The handles follow the chords' lengths, so that uneven steps do not make loops.
        """
        count = len(points)
        slopes: list[Point] = []
        for place in range(count):
            before, after = points[max(0, place - 1)], points[min(count - 1, place + 1)]
            slopes.append((after[0] - before[0], after[1] - before[1]))
        chords = [((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in pairwise(points)]
        for place, chord in enumerate(chords):
            a, b = points[place], points[place + 1]
            whole_a = chord + (chords[place - 1] if place else 0.0)
            whole_b = chord + (chords[place + 1] if place + 2 < count else 0.0)
            fa = chord / (3 * whole_a) if whole_a else 0.0
            fb = chord / (3 * whole_b) if whole_b else 0.0
            (sax, say), (sbx, sby) = slopes[place], slopes[place + 1]
            self.curve(
                a[0] + fa * sax, a[1] + fa * say, b[0] - fb * sbx, b[1] - fb * sby, b[0], b[1]
            )
