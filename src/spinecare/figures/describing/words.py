"""The words that descriptions and titles are made of: tables, and how their blanks are filled.

Everything in English stands here; the other modules of this package only choose keys. Blanks of a
template are filled by name: `{knee}` is the part with its side (`right knee`, both sides: `knees`),
`{its_knee}` the part without it, `{other_knee}` that of the other side.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
    "stairs": "stairs",
    "wall": "wall",
    "water": "water",
}
"""Things as they are named after "the"."""

DIRECTIONS: Final[Mapping[str, str]] = {
    "up": "up",
    "down": "down",
    "forward": "forward",
    "back": "back",
    "head": "towards the head",
    "feet": "towards the feet",
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

TEMPLATES: Final[Mapping[str, str]] = {
    # How the words of a sentence are put together
    "between": ", ",
    "with": " with ",
    "with-one": " with the ",
    "before-movement": "; ",
    "and": "{first} and {second}",
    "end": ".",
    # Posture
    "back": "lying on the back",
    "back-bed": "lying on the back on a bed",
    "back-edge": "lying on the back at the edge of a bed",
    "back-ball": "lying with the back on a ball",
    "front": "lying on the front",
    "front-bed": "lying on the front on a bed",
    "front-ball": "lying face down over a ball",
    "side-R": "lying on the right side",
    "side-L": "lying on the left side",
    "hands-knees": "on hands and knees",
    "elbows-knees": "on forearms and knees",
    "hands-one-knee": "on the hands and the {knee}",
    "hands-feet": "face down on hands and feet",
    "elbows-feet": "face down on forearms and feet",
    "heels-down": "sitting back on the heels with the chest lowered over the thighs",
    "heels": "sitting back on the heels",
    "kneeling": "kneeling",
    "kneeling-ball": "kneeling with the trunk over a ball",
    "half-kneeling": "kneeling on the {knee}",
    "sitting-floor": "sitting on the floor",
    "sitting-chair": "sitting on a chair",
    "sitting-ball": "sitting on a ball",
    "sitting-bed": "sitting on the edge of a bed",
    "sitting-stairs": "sitting on stairs",
    "squatting": "squatting low",
    "standing": "standing",
    "standing-water": "standing in water",
    "one-leg": "standing on the {leg}",
    "walking": "walking with the {foot} in front",
    "stairs": "climbing stairs with the {foot} on the higher step",
    "hanging": "hanging from a bar",
    "floating-front": "floating face down in water",
    "floating-back": "floating on the back in water",
    "over-leg": "sitting low over the bent {leg}",
    "hanging-toes": "hanging from a bar with the toes on the floor",
    "upright": "body upright",
    # Pelvis and trunk
    "hips-lifted": "hips lifted off the floor",
    "hips-lifted-high": "hips lifted into a straight line from shoulders to knees",
    "chest-lifted": "chest lifted off the floor",
    "trunk-lifted": "head and shoulders lifted off the floor",
    "pelvis-turned-R": "pelvis turned to the right",
    "pelvis-turned-L": "pelvis turned to the left",
    "lower-back-flat": "lower back pressed flat to the floor",
    "lower-back-hollow": "lower back arched off the floor",
    "back-rounded": "back rounded",
    "back-arched": "back arched",
    "trunk-turned-R": "trunk turned to the right",
    "trunk-turned-L": "trunk turned to the left",
    "trunk-bent-R": "trunk bent to the right",
    "trunk-bent-L": "trunk bent to the left",
    "leaning-forward": "leaning forward",
    "leaning-back": "leaning back",
    "leaning-R": "leaning to the right",
    "leaning-L": "leaning to the left",
    "bent-forward": "trunk bent far forward",
    "pelvis-shifted-R": "hips shifted to the right",
    "pelvis-shifted-L": "hips shifted to the left",
    "pelvis-shifted-forward": "hips shifted forward",
    "pelvis-shifted-back": "hips shifted back",
    # Legs
    "drawn": "{knee} drawn to the chest",
    "drawn-across": "{knee} drawn towards the {other_shoulder}",
    "drawn-outside": "{knee} drawn up beside the chest",
    "drawn-apart": "{knee} drawn to the chest and apart",
    "drawn-half": "{knee} raised over the {its_hip}",
    "flat": "{knee} bent with the {its_foot} flat on the {thing}",
    "foot-across": "{foot} set down on the far side of the {other_leg}",
    "heel-down": "{knee} bent with the {its_heel} on the {thing}",
    "toes-down": "{knee} bent with the {its_toes} on the {thing}",
    "on-thing": "{knee} bent with the {its_calf} resting on the {thing}",
    "in-air": "{knee} bent with the {its_foot} in the air",
    "straight-down": "{leg} straight on the {thing}",
    "straight-apart": "{leg} straight on the {thing} and spread apart",
    "straight-aside": "{leg} straight on the {thing} and out to the side",
    "straight-raised": "{leg} raised straight",
    "straight-low": "{leg} straight, lifted just off the floor",
    "straight-up": "{leg} raised straight up",
    "raised-behind": "{leg} lifted off the floor behind",
    "slightly-bent": "{knee} slightly bent",
    "bent": "{knee} bent",
    "drawn-up": "{knee} drawn up in front",
    "straight": "{leg} straight",
    "over-edge": "{leg} hanging over the edge with the {its_foot} on the floor",
    "over-edge-free": "{leg} hanging over the edge",
    "knees-fallen-R": "both knees lowered to the right",
    "knees-fallen-L": "both knees lowered to the left",
    "knee-across": "{knee} lowered across the body to the other side",
    "knee-out": "{knee} lowered outwards",
    "crossed": "{leg} crossed over the {other_thigh}",
    "ankle-on-knee": "{ankle} resting on the {other_knee}",
    "soles": "soles of the feet together and knees apart",
    "knee-forward": "{knee} brought forward on the floor",
    "stretched-back": "{leg} stretched back along the floor",
    "stretched-back-raised": "{leg} stretched back and raised",
    "folded-front": "{knee} bent in front with the {its_shin} on the floor",
    "foot-front": "{foot} flat on the floor in front",
    "stretched-front": "{leg} stretched out in front",
    "feet-flat": "{foot} flat on the {thing}",
    "feet-wide": "feet wide apart",
    "big-toes": "big toes together",
    "heel-raised": "{heel} raised with the {its_toes} on the floor",
    "knee-raised": "{knee} raised in front",
    "foot-lifted": "{foot} lifted off the floor",
    "leg-behind": "{leg} stretched behind",
    # Arms and hands
    "hand-on": "{hand} on the {at}",
    "hand-behind": "{hand} behind the {at}",
    "hand-under": "{hand} under the {at}",
    "hand-against": "{hand} against the {at}",
    "hand-holding": "{hand} holding the {at}",
    "both-on": "both hands on the {at}",
    "both-behind": "both hands behind the {at}",
    "both-under": "both hands under the {at}",
    "both-against": "both hands against the {at}",
    "both-holding": "both hands holding the {at}",
    "hand-on-thing": "{hand} on the {thing}",
    "hand-on-back-rest": "{hand} on the back of the chair",
    "hand-against-wall": "{hand} against the wall",
    "holding-bar-over": "{hand} holding the bar overhead",
    "holding-bar": "{hand} holding the bar",
    "clasped-behind": "hands clasped behind the back",
    "clasped-overhead": "hands clasped overhead",
    "clasped-front": "hands clasped in front",
    "clasped-head": "hands clasped behind the head",
    "arms-crossed-chest": "arms crossed over the chest",
    "forearm-down": "{forearm} on the floor",
    "propped": "propped on the {forearm}",
    "palm-up": " with the {its_palm} up",
    "floor-overhead": "{arm} stretched overhead on the floor",
    "floor-forward": "{arm} stretched forward along the floor",
    "floor-spread": "{arm} spread to the side on the floor",
    "floor-spread-both": "arms spread to the sides on the floor",
    "floor-away": "{arm} on the floor a little away from the body",
    "floor-hips": "{hand} on the floor beside the {its_hip}",
    "floor-shoulders": "{hand} on the floor beside the {its_shoulder}",
    "floor-chest": "{hand} on the floor beside the chest",
    "floor-before-chest": "{hand} on the floor in front of the chest",
    "floor-before-face": "{hand} on the floor in front of the face",
    "floor-head": "{hand} on the floor beside the head",
    "floor-front": "{hand} on the floor in front of the {its_shoulder}",
    "floor-under": "{hand} on the floor under the {its_shoulder}",
    "floor-behind": "{hand} on the floor behind the {its_hip}",
    "floor": "{hand} on the floor",
    "overhead-lifted": "{arm} stretched overhead and lifted",
    "overhead": "{arm} stretched overhead",
    "raised-up": "{arm} raised straight up",
    "arm-forward": "{arm} stretched forward",
    "arm-ceiling": "{arm} pointing up from the chest",
    "arm-spread": "{arm} spread to the side",
    "arm-spread-both": "arms spread to the sides",
    "arm-back": "{arm} stretched back",
    "arm-hanging": "{arm} hanging",
    "arm-hanging-both": "arms hanging at the sides",
    "arm-along": "{arm} along the body",
    "hand-chest": "{elbow} bent with the {its_hand} in front of the chest",
    "hand-face": "{elbow} bent with the {its_hand} in front of the face",
    "hand-belly": "{elbow} bent with the {its_hand} in front of the belly",
    "hand-beside-head": "{elbow} bent with the {its_hand} beside the head",
    "elbow-bent": "{elbow} bent",
    "behind-back": "{hand} behind the back",
    # Shoulders
    "shoulders-raised": "{shoulder} raised towards the {its_ear}",
    "shoulders-forward": "{shoulder} drawn forward",
    "blades-together": "shoulder blades drawn together",
    "shoulders-back": "{shoulder} drawn back",
    "shoulders-down": "{shoulder} drawn down",
    # Head
    "chin-chest": "chin lowered to the chest",
    "head-back": "head tilted back",
    "head-turned-R": "head turned to the right",
    "head-turned-L": "head turned to the left",
    "head-turned-bent-R": "head turned and bent to the right",
    "head-turned-bent-L": "head turned and bent to the left",
    "head-bent-R": "head bent to the right",
    "head-bent-L": "head bent to the left",
    "head-lifted": "head lifted off the floor",
    "head-raised": "head raised",
    "chin-down": "chin on the floor",
    "forehead-down": "forehead on the floor",
    "cheek-down": "cheek on the floor",
    # Things
    "towel-under": "a rolled towel under the {at}",
    "pillow-under": "a pillow under the {at}",
    "pillow-on": "a pillow on the {at}",
    "dumbbells": "a dumbbell in each hand",
    "back-to-wall": "back against the wall",
    "thing-front": "{thing} in front",
    "thing-behind": "{thing} behind",
    "thing-over": "{thing} overhead",
    # Movement
    "moves": "the {who} moves {where}",
    "move": "the {who} move {where}",
    "circles": "the {who} moves in a circle",
    "circle": "the {who} move in circles",
    "presses": "the {who} presses {where}",
    "press": "the {who} press {where}",
    # Titles
    "title": "{name}",
    "title-side": "{name}, {side}",
    "title-of": "{head}: {tail}",
    "title-step": "step {number} of {of}",
    "title-step-frame": "step {number} of {of}, {frame}",
    "right-side": "right side",
    "left-side": "left side",
}
"""Every phrase by its key."""


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
