"""Solve the poses of all drawings and keep them in the package: `python tools/solve_poses.py`.

With `--check` nothing is written: every shape must have its pose, and every pose must hold. With
`--afresh` everything is solved again.
"""

from __future__ import annotations

import sys
from pathlib import Path

from spinecare import load_catalogue
from spinecare.figures.cache import FILE, Solved, shipped
from spinecare.figures.solving.shipping import as_text, faults_of, solved_file

PLACE = Path(__file__).parent.parent / "src" / "spinecare" / "figures" / "data" / FILE


def main(words: list[str]) -> int:
    """Write the file, or check it."""
    catalogue = load_catalogue()
    drawings, postures = catalogue.drawings, catalogue.posture_by_id
    if "--check" in words:
        faults = list(faults_of(drawings, postures, shipped()))
        print("\n".join(faults) or "every shape has its pose, and every pose holds")
        return 1 if faults else 0
    known = Solved(poses={}, ways={}) if "--afresh" in words else shipped()
    solved = solved_file(drawings, postures, known)
    PLACE.write_text(as_text(solved), encoding="utf-8")
    print(f"{len(solved.poses)} poses and {len(solved.ways)} ways: {PLACE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
