"""How many slips of an author's pen are noticed: one small change at a time, in every drawing.

    python -m tests.figures.mutate_drawings [--step N] [--left] [ID ...]

Three kinds of change are made to the texts of each frame: the sign of a hint beyond 15 degrees is
turned round; left and right are changed in one contact; one contact's target is moved by 0.12 of
the body's height. A change after which every landmark of every frame is within 0.01 of where it was
changes no picture: it is counted apart. The others are noticed by

- solving: a text is refused, or a contact, the ground, another part or a limit is missed;
- straying: a hinted joint ends more than 60 degrees from its hint;
- golden: a landmark is farther than 0.02 from where it was reviewed (`golden_landmarks.json`);
- sayings: what the pictures must show (`meaning/`) is no longer true.

Not part of the fast tests: some thousand bodies are solved. `--step 10` tries every tenth change,
`--left` lists those that nothing noticed.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from attrs import evolve, field, mutable

from spinecare.catalogue import load_catalogue
from spinecare.errors import SpinecareError
from spinecare.figures.frames import shaped, shaped_posture
from spinecare.figures.scenes import Drawn
from spinecare.figures.shape import Shape
from spinecare.figures.skeleton import Skeleton
from spinecare.figures.solving import Solution, solve
from spinecare.model import Catalogue, Drawing, Frame
from tests.figures.golden_landmarks import moved, points, thousandths
from tests.figures.meaning.picture import Picture
from tests.figures.meaning.saying import Saying
from tests.figures.slips import KINDS, Mutant, mutants

CHECKS: Final = ("solving", "straying", "golden", "sayings")
STRAYED_DEG: Final = 60.0
SEEN: Final = 0.01
"""How far a landmark moves at least in a picture that is another one, body heights."""

Table = Mapping[str, Sequence[Saying]]


@mutable
class Count:
    """What became of the mutants of one kind."""

    same: int = 0
    """Those that change no picture."""
    noticed: list[frozenset[str]] = field(factory=list)
    """For each of the others, the checks that noticed it."""
    left: list[str] = field(factory=list)
    """Those that nothing noticed."""

    def share(self, *checks: str) -> str:
        """Return how many of a hundred are noticed by at least one of some checks."""
        if not self.noticed:
            return "-"
        return f"{100 * sum(bool(n & set(checks)) for n in self.noticed) / len(self.noticed):.0f} %"


# Noticing -----------------------------------------------------------------------------------------


class Referee:
    """Solves drawings, each shape once, and says which checks notice a mutant."""

    def __init__(self, catalogue: Catalogue, sayings: Table) -> None:
        """Remember all drawings, what they begin from, and what pictures must show."""
        self.postures = catalogue.posture_by_id
        self.drawings = catalogue.drawings
        self.sayings = sayings
        self._solved: dict[Shape, Solution] = {}

    def solution(self, shape: Shape) -> Solution:
        """Return a shape's solution."""
        if shape not in self._solved:
            self._solved[shape] = solve(shape)
        return self._solved[shape]

    def of_drawing(
        self, original: Drawing, changed: Drawing, postures: Mapping[str, Frame]
    ) -> frozenset[str] | None:
        """Return the checks that notice a drawing's change; nothing if no picture changes."""
        shapes = self._shapes(original)
        try:
            frames = shaped(changed, postures).frames
        except SpinecareError:
            return frozenset(CHECKS[:1])
        noticed: set[str] = set()
        is_same = True
        bodies: dict[str, Skeleton] = {}
        for id, frame in frames.items():
            solution = self.solution(frame.shape)
            bodies[id] = solution.skeleton
            if frame.shape == shapes[id]:
                continue
            is_same = is_same and _is_same(solution, self.solution(shapes[id]))
            noticed |= _noticed(self.solution(shapes[id]), solution)
        if is_same:
            return None
        drawn = Drawn(drawing=changed, postures=postures)
        object.__setattr__(drawn, "skeletons", bodies)
        if any(self._faults(drawn, id) for id in frames):
            noticed.add("sayings")
        return frozenset(noticed)

    def of_posture(self, id: str, postures: Mapping[str, Frame]) -> frozenset[str] | None:
        """Return the checks that notice a posture's change, in itself or in what begins from it."""
        before = self.solution(shaped_posture(id, self.postures).shape)
        try:
            solution = self.solution(shaped_posture(id, postures).shape)
        except SpinecareError:
            return frozenset(CHECKS[:1])
        is_same = _is_same(solution, before)
        noticed = set() if is_same else _noticed(before, solution)
        heirs = {id}
        for frame in postures.values():  # a posture comes after what it is like
            if frame.like in heirs:
                heirs.add(frame.id)
        for drawing in self.drawings:
            if "sayings" not in noticed and any(frame.like in heirs for frame in drawing.frames):
                found = self.of_drawing(drawing, drawing, postures)
                is_same = is_same and found is None
                noticed |= found or frozenset()
        return None if is_same else frozenset(noticed)

    def _shapes(self, drawing: Drawing) -> dict[str, Shape]:
        return {id: frame.shape for id, frame in shaped(drawing, self.postures).frames.items()}

    def _faults(self, drawn: Drawn, id: str) -> bool:
        picture = Picture(drawn, id)
        said = self.sayings.get(f"{drawn.drawing.of} {id}", ())
        try:
            return any(saying.fault(picture) for saying in said)
        except SpinecareError:
            return True


def _noticed(before: Solution, solution: Solution) -> set[str]:
    found: set[str] = set()
    if solution.misses:
        found.add("solving")
    if any(by > STRAYED_DEG for _, by in solution.strayed):
        found.add("straying")
    # what is drawn now is what was reviewed: `test_golden.py` holds it to that
    if moved(solution.skeleton, thousandths(before.skeleton)):
        found.add("golden")
    return found


def _is_same(one: Solution, two: Solution) -> bool:
    """Tell whether two bodies make one picture."""
    first, second = points(one.skeleton), points(two.skeleton)
    return all(
        abs(a - b) < SEEN
        for name, point in first.items()
        for a, b in zip(point, second[name], strict=True)
    )


# The table ----------------------------------------------------------------------------------------


def all_sayings() -> dict[str, Sequence[Saying]]:
    """Return the tables of all tests of what pictures mean, as one."""
    found: dict[str, Sequence[Saying]] = {}
    folder = Path(__file__).parent / "meaning"
    for file in sorted(folder.glob("test_*.py")):
        table: Table = getattr(import_module(f"tests.figures.meaning.{file.stem}"), "TABLE", {})
        found.update(table)
    return found


def count(step: int, ids: Sequence[str]) -> dict[str, Count]:
    """Return what became of every `step`-th mutant of some drawings and postures, or of all."""
    catalogue = load_catalogue()
    postures = catalogue.posture_by_id
    referee = Referee(catalogue, all_sayings())
    counts = {kind: Count() for kind in KINDS}
    number = 0
    for drawing in catalogue.drawings:
        frames = {frame.id: frame for frame in drawing.frames}
        for mutant in mutants(drawing.of, frames, list(frames)):
            number += 1
            if number % step == 0 and (not ids or drawing.of in ids):
                changed = evolve(drawing, frames=tuple(mutant.frames.values()))
                noticed = referee.of_drawing(drawing, changed, postures)
                _add(counts[mutant.kind], mutant, noticed)
    for id in postures:
        for mutant in mutants(id, postures, [id]):
            number += 1
            if number % step == 0 and (not ids or id in ids):
                _add(counts[mutant.kind], mutant, referee.of_posture(id, mutant.frames))
    return counts


def _add(count: Count, mutant: Mutant, noticed: frozenset[str] | None) -> None:
    if noticed is None:
        count.same += 1
        return
    count.noticed.append(noticed)
    if not noticed:
        count.left.append(mutant.where)


def as_table(counts: Mapping[str, Count]) -> str:
    """Return the table as Markdown: what each check adds to the ones before it."""
    whole = Count()
    for counted in counts.values():
        whole.same += counted.same
        whole.noticed += counted.noticed
    lines = [
        "| change | made | seen in no picture | solving | + straying | + sayings | + golden |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, counted in [*counts.items(), ("all", whole)]:
        shares = [
            counted.share(*checks)
            for checks in (
                ("solving",),
                ("solving", "straying"),
                ("solving", "straying", "sayings"),
                CHECKS,
            )
        ]
        made = counted.same + len(counted.noticed)
        lines.append(f"| {kind} | {made} | {counted.same} | {' | '.join(shares)} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.figures.mutate_drawings")
    parser.add_argument("--step", type=int, default=1, help="try every so many-th change")
    parser.add_argument("--left", action="store_true", help="list what nothing noticed")
    parser.add_argument("ids", nargs="*", help="drawings and postures; all if none is named")
    told = parser.parse_args()
    counts = count(told.step, told.ids)
    print(as_table(counts))  # noqa: T201  what the program is for
    for counted in counts.values() if told.left else ():
        print("\n".join(counted.left))  # noqa: T201  likewise


if __name__ == "__main__":
    main()
