"""Things in the picture that no other clause has named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spinecare.figures.describing.naming import part_at, without_side
from spinecare.figures.describing.phrasing import FIRST, SMALL, Clause
from spinecare.figures.describing.seen import Seen
from spinecare.figures.describing.words import SOME, THINGS, part, say
from spinecare.figures.props import boxes, numbers_of
from spinecare.figures.scene import Prop

_BACK: Final = (
    ("tail", "tailbone"),
    ("sacrum", "lower-back"),
    ("waist_back", "lower-back"),
    ("mid_back", "mid-back"),
    ("upper_back", "upper-back"),
    ("nape", "neck"),
    ("occiput", "head"),
)
"""What a roll may lie under, with the part's name."""
_SEAT: Final = ("tail", "sacrum", "pelvis", "buttock")
"""What a pillow under the hips may lie at."""
_NEAR: Final = 0.06
"""A back no farther from a wall leans against it."""


def thing_clauses(seen: Seen, said: str) -> Iterator[Clause]:
    """Yield the things that are not in the words yet.

    Args:
        seen: The body and what is around it.
        said: The words so far.
    """
    for prop in dict.fromkeys(seen.frame.props):
        if prop.name == "towel":
            yield Clause(say("towel-under", at=_above_roll(seen, prop)), FIRST)
        elif prop.name == "pillow":
            yield _pillow(prop)
        elif prop.name == "dumbbells":
            yield Clause(say("dumbbells"), FIRST)
        elif prop.name == "wall" and _leans(seen, prop):
            yield Clause(say("back-to-wall"))
        elif prop.name not in ("floor", "mat", "water") and called(prop) not in said:
            some = SOME.get(prop.name, prop.name)
            yield Clause(say(_where(seen, prop), thing=some), SMALL)


def called(prop: Prop) -> str:
    """Return what a thing is called; its own name where no other word is known."""
    return THINGS.get(prop.name, prop.name)


def _above_roll(seen: Seen, prop: Prop) -> str:
    """Return the part of the back that lies nearest to a roll across the body."""
    x, height = numbers_of(prop)
    gaps = [
        ((seen.at(name)[0] - x) ** 2 + (seen.at(name)[1] - height) ** 2, place)
        for place, (name, _) in enumerate(_BACK)
    ]
    return part(_BACK[min(gaps)[1]][1])


def _pillow(prop: Prop) -> Clause:
    side, _ = without_side(prop.landmark)
    at = part("hip") if prop.landmark in _SEAT else part(part_at(prop.landmark), side or "RL")
    return Clause(say("pillow-under", at=at), SMALL)


def _leans(seen: Seen, prop: Prop) -> bool:
    x, _ = numbers_of(prop)
    return abs(seen.at("upper_back")[0] - x) < _NEAR and abs(seen.trunk[1]) > 0.5


def _where(seen: Seen, prop: Prop) -> str:
    numbers = numbers_of(prop)
    if prop.name == "bar" and numbers[1] > seen.height("crown"):
        return "thing-over"
    axes = seen.skeleton.axes("pelvis")
    if prop.name == "rail":
        aside = (numbers[-1] - seen.at("pelvis")[2]) * axes[2][2]
        return "thing-R" if aside > 0 else "thing-L"
    blocks = boxes(prop)
    if blocks:
        x = sum(block.low[0] + block.high[0] for block in blocks) / (2 * len(blocks))
    else:
        x = numbers[0] if numbers else 0.0
    return "thing-front" if (x - seen.at("pelvis")[0]) * axes[0][0] >= 0 else "thing-behind"
