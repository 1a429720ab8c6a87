"""Slips of an author's pen: drawings with one sign, side or target changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import copysign
from typing import Any, Final

from attrs import evolve, frozen

from spinecare.model import Frame

KINDS: Final = ("sign of a hint", "side of a contact", "target of a contact")
FAR: Final = 0.12
"""How far a target is moved, body heights."""


@frozen
class Mutant:
    """A drawing, or a posture, with one slip in it."""

    kind: str
    """One of `KINDS`."""
    where: str
    """The drawing, its frame, and the text before and after."""
    frames: dict[str, Frame]
    """All frames of the drawing; of a posture, all postures."""


def mutants(of: str, frames: Mapping[str, Frame], only: Sequence[str]) -> Iterator[Mutant]:
    """Yield every drawing that has one slip in one of some frames."""
    turn = 0
    for id in only:
        frame = frames[id]
        for name in ("hints", "on", "at", "touch", "toward"):
            items = [" ".join(item.split()) for item in getattr(frame, name).split(",")]
            for place, item in enumerate(items):
                for kind, changed in _slips(name, item, turn) if item else ():
                    text = ", ".join([*items[:place], changed, *items[place + 1 :]])
                    where = f"{of}, frame {id}: {name} {item!r} -> {changed!r}"
                    told: dict[str, Any] = {name: text}
                    yield Mutant(kind, where, {**frames, id: evolve(frame, **told)})
                turn += 1


def _slips(name: str, item: str, turn: int) -> Iterator[tuple[str, str]]:
    words = item.split()
    if name == "hints":
        joint, value = words[0], "".join(words[1:])
        degrees, mark, stiffness = value.partition("!")
        if abs(float(degrees)) > 15:
            yield KINDS[0], f"{joint} {-float(degrees):g}{mark}{stiffness}"
        return
    if words[0][:2] in ("R_", "L_"):
        other = {"R": "L", "L": "R"}[words[0][0]]
        yield KINDS[1], " ".join([other + words[0][1:], *words[1:]])
    if name != "toward":
        yield KINDS[2], _moved(name, words, turn)


def _moved(name: str, words: list[str], turn: int) -> str:
    """Return a contact with one number moved, this way or that, by 0.12."""
    count = {"on": 1, "at": 3, "touch": 3}[name]
    start = 2 if name == "touch" else 1
    numbers = words[start:] or ["0"] * count
    fixed = [place for place, word in enumerate(numbers) if word not in ("-", "f")]
    if not fixed:  # `- f -`: the axis that lies on something is given a height
        return " ".join([*words[:start], "-", f"{FAR}", "-"])
    place = fixed[turn % len(fixed)]
    by = copysign(FAR, 1 if turn % 2 else -1) if name != "on" else FAR
    numbers = [*numbers[:place], f"{float(numbers[place]) + by:g}", *numbers[place + 1 :]]
    return " ".join([*words[:start], *numbers])
