"""Pictures as letters, in `tests/golden/figures`; run this module to write them anew.

Do so when the drawing is meant to change (`python -m tests.figures.rendering.golden_pictures`), and
look at the difference before it is committed: a person can.
"""

from __future__ import annotations

from pathlib import Path

from tests.figures.rendering.pixels import pixels
from tests.figures.rendering.scenes import drawn

FOLDER = Path(__file__).parents[2] / "golden" / "figures"
NAMES = ("standing, front", "supine", "prone", "knee hugged", "sitting, aslant", "all fours")
_LETTERS = ((0.97, " "), (0.88, "."), (0.7, "-"), (0.45, "+"), (0.0, "#"))


def letters(name: str) -> str:
    """Return a scene in letters, the darker the denser; empty lines at its edges are left out."""
    picture = pixels(drawn(name), 100)
    lines: list[str] = []
    for y in range(0, picture.height, 2):  # letters are twice as high as wide
        line = ""
        for x in range(picture.width):
            red, green, blue, alpha = picture.at(x, y)
            light = 1 - (1 - (red + green + blue) / 765) * alpha / 255
            line += next(letter for least, letter in _LETTERS if light >= least)
        lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"


def file_of(name: str) -> Path:
    """Return where a scene's letters are kept."""
    return FOLDER / (name.replace(",", "").replace(" ", "-") + ".txt")


if __name__ == "__main__":
    for name in NAMES:
        file_of(name).write_text(letters(name), encoding="utf-8")
