"""How fast pictures are drawn and how large they are.

Prints milliseconds and bytes per figure for every entry of the catalogue, the sheet of 40 figures
against 40 figures by themselves, and, in the same run, two rivals: resvg turning the same SVG into
a picture of 472 pixels (4 cm at 300 dpi), and solving the same poses instead of taking the shipped
ones.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from collections.abc import Callable
from time import perf_counter

from spinecare import Figure, draw, load_catalogue
from spinecare.figures.pictures import SheetPart, sheet, theme_of
from spinecare.figures.scenes import Drawn
from spinecare.figures.siding import Siding
from spinecare.figures.solving import solve

TARGET_MS, TARGET_BYTES = 10, 12_000


def timed(action: Callable[[], object], rounds: int) -> float:
    """Return the least milliseconds that an action took."""
    best = float("inf")
    for _ in range(rounds):
        start = perf_counter()
        action()
        best = min(best, perf_counter() - start)
    return best * 1_000


def line(name: str, values: list[float], unit: str) -> None:
    """Print median, 95th percentile and the most."""
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    print(
        f"{name:<44}median {statistics.median(ordered):9,.1f}  95 % {high:9,.1f}  "
        f"most {ordered[-1]:9,.1f} {unit}"
    )


def main(words: list[str]) -> None:
    """Measure."""
    rounds = int(words[0]) if words else 3
    catalogue = load_catalogue()
    drawings = [drawing for drawing in catalogue.drawings if drawing.frames]
    draw(catalogue.entry(drawings[0].of))  # imports and caches
    figures: dict[str, Figure] = {}
    times: list[float] = []
    for drawing in drawings:
        entry = catalogue.entry(drawing.of)
        figures[entry.id] = draw(entry)
        times.append(timed(lambda entry=entry: draw(entry), rounds))  # type: ignore[misc]
    line(f"draw, {len(times)} cards (aim {TARGET_MS} ms)", times, "ms")
    sizes = [float(len(figure.svg.encode())) for figure in figures.values()]
    line(f"size (aim {TARGET_BYTES:,} bytes)", sizes, "bytes")
    packed = [float(len(gzip.compress(figure.svg.encode()))) for figure in figures.values()]
    line("size, gzip", packed, "bytes")

    pixels = [timed(lambda f=f: f.png(width=472), rounds) for f in figures.values()]  # type: ignore[misc]
    line("rival: resvg, the same SVG to 472 pixels", pixels, "ms")
    print(f"  draw / resvg, medians: {statistics.median(times) / statistics.median(pixels):.2f}")
    drawn = [Drawn(drawing=one, postures=catalogue.posture_by_id) for one in drawings[:20]]
    shapes = [one.frames[one.card].shape for one in drawn]
    solving = [timed(lambda s=s: solve(s), 1) for s in shapes]  # type: ignore[misc]
    line(f"rival: solving the pose, {len(shapes)} cards", solving, "ms")
    print(f"  draw / solve, medians: {statistics.median(times) / statistics.median(solving):.2f}")

    parts = [
        SheetPart(
            drawn=Drawn(drawing=one, postures=catalogue.posture_by_id),
            name=catalogue.entry(one.of).name,
            siding=Siding(drawing=one),
        )
        for one in drawings[:40]
    ]
    together = sheet(parts, theme=theme_of("light"))
    apart = sum(len(figures[one.of].svg.encode()) for one in drawings[:40])
    print(f"sheet of {len(parts)}: {len(together.svg.encode()):,} bytes, by themselves {apart:,}")


if __name__ == "__main__":
    main(sys.argv[1:])
