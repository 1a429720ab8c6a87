"""Where the landmarks of every drawn body are, as reviewed: `golden_landmarks.json` beside this.

A frame that comes to look otherwise fails the tests until its picture was looked at; then

    python -m tests.figures.golden_landmarks

writes the file anew. Its diff names the frames that changed: look at each of them first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from spinecare.catalogue import load_catalogue
from spinecare.figures.body import Vec
from spinecare.figures.cache import posed
from spinecare.figures.skeleton import Skeleton
from spinecare.figures.solving.shipping import shaped_frames
from spinecare.model import Catalogue

FILE: Final = Path(__file__).with_suffix(".json")
WITHIN: Final = 0.02
"""How far a landmark may be from where it was reviewed, body heights."""
_SIDED: Final = (
    *("shoulder", "elbow", "wrist", "palm", "fingers"),
    *("hip", "knee", "kneecap", "ankle", "heel", "toetip"),
)
NAMES: Final = (
    *("pelvis", "sacrum", "waist_back", "upper_back", "chest", "nape", "crown", "nose"),
    *(f"{side}_{name}" for side in "RL" for name in _SIDED),
)
"""The 30 landmarks that are kept, in order; after them come the sticks."""
STICKS: Final[dict[str, tuple[str, Vec]]] = {
    "R_stick": ("R_hand", (0, -0.042, -0.08)),
    "L_stick": ("L_hand", (0, -0.042, 0.08)),
}
"""Where a stick of 0.08 in each palm ends: the palm itself hardly moves when a forearm turns."""


def bodies(catalogue: Catalogue) -> Iterator[tuple[str, Skeleton]]:
    """Yield every posed body with its name; mirror images of other frames are left out."""
    for name, frame in shaped_frames(catalogue.drawings, catalogue.posture_by_id):
        if not frame.is_mirror:
            yield name, posed(frame.shape, name)


def points(body: Skeleton) -> dict[str, Vec]:
    """Return what is kept of a body: its landmarks, and the ends of the sticks."""
    ends = {name: body.point(segment, local) for name, (segment, local) in STICKS.items()}
    return {name: body.landmark(name) for name in NAMES} | ends


def thousandths(body: Skeleton) -> list[int]:
    """Return the places of all points, three numbers each, in thousandths of the body's height."""
    return [round(1000 * number) for point in points(body).values() for number in point]


def reviewed() -> dict[str, list[int]]:
    """Return the reviewed places by the frame's name."""
    known: dict[str, list[int]] = json.loads(FILE.read_text(encoding="utf-8"))
    return known


def moved(body: Skeleton, places: list[int]) -> dict[str, float]:
    """Return the points that are not where they were reviewed, and how far off, body heights."""
    found: dict[str, float] = {}
    for number, (name, here) in enumerate(points(body).items()):
        there = places[3 * number : 3 * number + 3]
        by = max(abs(a - b / 1000) for a, b in zip(here, there, strict=True))
        if by > WITHIN:
            found[name] = round(by, 3)
    return found


def as_text(places: Mapping[str, list[int]]) -> str:
    """Return the file's text: a frame a line, in the order of the catalogue."""
    lines = [f"{json.dumps(name)}: {json.dumps(row)}" for name, row in places.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    """Write the file anew from the drawings as they are."""
    places = {name: thousandths(body) for name, body in bodies(load_catalogue())}
    FILE.write_text(as_text(places), encoding="utf-8")


if __name__ == "__main__":
    main()
