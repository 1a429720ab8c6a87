"""Path data on a coarser grid, in as few characters as it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

GRID: Final = 2
"""Units of the figures' paper to one of the page's pictures: 0.15 % of a picture's width."""

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_TOKEN: Final = re.compile(r"[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)")
_SIZES: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "q": 4, "a": 7}


@frozen
class _Move:
    """One command, with absolute points."""

    kind: str
    """The command in lower case; never `h` or `v`."""
    points: tuple[Point, ...]
    """Handles, then the end."""
    shape: tuple[float, ...] = ()
    """Of an arc: radii, tilt, flags."""


def coarse(d: str) -> str:
    """Return path data with every length divided by `GRID`, in whole numbers.

    Ends and handles are rounded where they stand, not step by step, so that errors do not add up.

    Args:
        d: Path data of the commands M, L, H, V, C, Q, A and Z, absolute or relative.
    """
    words: list[str] = []
    last = ""
    at = start = (0, 0)
    for move in _moves(d):
        placed = [(round(x / GRID), round(y / GRID)) for x, y in move.points]
        to = placed[-1] if placed else start
        kind, numbers = (
            move.kind,
            [n - o for point in placed for n, o in zip(point, at, strict=True)],
        )
        if kind == "m":
            start = to
            if not words:  # absolute, so that it stands wherever it is put
                kind, numbers = "M", [*to]
        elif kind == "l" and 0 in numbers:
            kind, numbers = ("h", numbers[:1]) if numbers[1] == 0 else ("v", numbers[1:])
        elif kind == "a":
            numbers = [*_ellipse(move.shape), *numbers]
        if to == at and kind in "hva":
            continue
        words.append(_written(kind, numbers, is_repeated=kind == last and kind not in "mz"))
        last, at = kind, to
    return "".join(words)


def bounds(d: str) -> Bounds:
    """Return how far a path reaches at most: its points and handles, and the radii of its arcs."""
    xs: list[float] = []
    ys: list[float] = []
    for move in _moves(d):
        # half an ellipse at most reaches a radius beyond its ends, the larger part of one two
        room = max(move.shape[:2], default=0.0) * (2 if move.shape[3:4] == (1.0,) else 1)
        for x, y in move.points:
            xs += (x - room, x + room)
            ys += (y - room, y + room)
    return min(xs), min(ys), max(xs), max(ys)


def _moves(d: str) -> Iterator[_Move]:
    at = start = (0.0, 0.0)
    for command, numbers in _commands(d):
        kind = command.lower()
        x, y = at if command.islower() else (0.0, 0.0)
        points: tuple[Point, ...]
        if kind == "z":
            points, at = (), start
        elif kind == "h":
            points = ((x + numbers[0], at[1]),)
        elif kind == "v":
            points = ((at[0], y + numbers[0]),)
        else:
            flat = numbers[-2:] if kind == "a" else numbers
            points = tuple((x + a, y + b) for a, b in zip(flat[::2], flat[1::2], strict=True))
        if points:
            at = points[-1]
        if kind == "m":
            start = at
        shape = tuple(numbers[:5]) if kind == "a" else ()
        yield _Move("l" if kind in "hv" else kind, points, shape)


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers, repeated ones one by one."""
    command = ""
    numbers: list[float] = []
    for token in _TOKEN.findall(d):
        if token.isalpha():
            command = token
            if command in "zZ":
                yield command, []
            continue
        numbers.append(float(token))
        if len(numbers) == _SIZES[command.lower()]:
            yield command, numbers
            numbers = []


def _ellipse(shape: Sequence[float]) -> list[int]:
    """Return the radii, tilt and flags of an arc; a circle needs no tilt."""
    rx, ry = (max(1, round(radius / GRID)) for radius in shape[:2])
    tilt, large, sweep = map(round, shape[2:])
    return [rx, ry, 0 if rx == ry else tilt, large, sweep]


def _written(kind: str, numbers: Sequence[int], *, is_repeated: bool) -> str:
    """Return a command; a repeated one needs no letter, a sign or a letter no space before it."""
    text = "" if is_repeated else kind
    for place, number in enumerate(numbers):
        is_after_letter = place == 0 and not is_repeated
        is_after_flag = kind == "a" and place in (4, 5)
        text += str(number) if number < 0 or is_after_letter or is_after_flag else f" {number}"
    return text
