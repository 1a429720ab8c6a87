"""The names of parts, sides, things and directions, and how the blanks of a phrase are filled.

All English stands here and in `phrases.py`; the other modules of this package only choose keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spinecare.figures.describing.phrases import TEMPLATES

AXIAL: Final[Mapping[str, str]] = {
    "belly": "belly",
    "chest": "chest",
    "chin": "chin",
    "forehead": "forehead",
    "head": "head",
    "lower-back": "lower back",
    "mid-back": "middle of the back",
    "neck": "neck",
    "pelvis": "pelvis",
    "tailbone": "tailbone",
    "upper-back": "upper back",
    "waist": "waist",
}
"""Parts that the body has once."""

PAIRED: Final[Mapping[str, tuple[str, str]]] = {
    "ankle": ("ankle", "ankles"),
    "arm": ("arm", "arms"),
    "calf": ("calf", "calves"),
    "ear": ("ear", "ears"),
    "elbow": ("elbow", "elbows"),
    "foot": ("foot", "feet"),
    "forearm": ("forearm", "forearms"),
    "hand": ("hand", "hands"),
    "heel": ("heel", "heels"),
    "hip": ("hip", "hips"),
    "knee": ("knee", "knees"),
    "leg": ("leg", "legs"),
    "palm": ("palm", "palms"),
    "shin": ("shin", "shins"),
    "shoulder": ("shoulder", "shoulders"),
    "thigh": ("thigh", "thighs"),
    "toes": ("toes", "toes"),
    "upper-arm": ("upper arm", "upper arms"),
    "wrist": ("wrist", "wrists"),
}
"""Parts that each side has: of one side, of both."""

SIDES: Final[Mapping[str, str]] = {
    "R": "right {}",
    "L": "left {}",
    "RL": "{}",
    "R-other": "left {}",
    "L-other": "right {}",
    "RL-other": "opposite {}",
}
"""How a part is said to be of a side."""

SOME: Final[Mapping[str, str]] = {
    "ball": "a ball",
    "bar": "a bar",
    "bed": "a bed",
    "chair": "a chair",
    "rail": "a handrail",
    "stairs": "stairs",
    "wall": "a wall",
}
"""Things as they are named first."""

THINGS: Final[Mapping[str, str]] = {
    "ball": "ball",
    "bar": "bar",
    "bed": "bed",
    "chair": "chair",
    "floor": "floor",
    "mat": "floor",
    "rail": "handrail",
    "stairs": "stairs",
    "wall": "wall",
    "water": "water",
}
"""Things as they are named after "the"."""

HOW: Final[Mapping[str, str]] = {"clasped": "clasped", "together": "together"}
"""How two hands are joined."""

DIRECTIONS: Final[Mapping[str, str]] = {
    "up": "up",
    "down": "down",
    "forward": "forward",
    "back": "back",
    "head": "towards the head",
    "feet": "towards the feet",
    "from-head": "away from the head",
    "from-feet": "away from the feet",
    "right": "to the right",
    "left": "to the left",
    "up-down": "up and down",
    "forward-back": "forward and back",
    "head-feet": "towards the head and the feet",
    "out": "outwards",
    "in": "inwards",
    "right-left": "from side to side",
}
"""Ways of an arrow; those of two ends for an arrow with two heads."""


class _Blanks(dict[str, str]):
    """What fills the blanks of a template."""

    sides = ""

    def __missing__(self, name: str) -> str:
        if name.startswith("its_"):
            return PAIRED[name.removeprefix("its_")][len(self.sides) - 1]
        if name.startswith("other_"):
            return part(name.removeprefix("other_"), self.sides, is_other=True)
        return part(name, self.sides)


def say(key: str, sides: str = "RL", **blanks: str) -> str:
    """Return a phrase.

    Args:
        key: A key of `TEMPLATES`.
        sides: Whose: `R`, `L`, or `RL` for both.
        blanks: Words for the blanks that name no part of the body.
    """
    filled = _Blanks(blanks)
    filled.sides = sides
    return TEMPLATES[key].format_map(filled)


def towards(*directions: str) -> str:
    """Return one or two directions as words.

    Args:
        directions: Keys of `DIRECTIONS`, the larger one first.
    """
    words = [DIRECTIONS[one] for one in directions]
    return say("and", first=words[0], second=words[1]) if len(words) > 1 else words[0]


def part(name: str, sides: str = "RL", *, is_other: bool = False) -> str:
    """Return a part of the body, with its side if it has one.

    Args:
        name: A key of `AXIAL` or `PAIRED`.
        sides: `R`, `L`, or `RL` for both.
        is_other: Whether the part of the other side is meant.
    """
    if name in AXIAL:
        return AXIAL[name]
    how = f"{sides}-other" if is_other else sides
    return SIDES[how].format(PAIRED[name][len(sides) - 1])
