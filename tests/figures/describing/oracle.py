"""Whether a sentence is true, by plain geometry: shares no code with what it judges."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import dist
from typing import Final

from spinecare.figures.frames import ShapedFrame
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.skeleton import Skeleton

_SIDES: Final = {"right ": "R", "left ": "L", "": "RL", "both ": "RL"}


class Facts:
    """A posed body, measured in other ways than the sentences are made by."""

    def __init__(self, frame: ShapedFrame, body: Skeleton) -> None:
        self.frame, self.body = frame, body

    def y(self, name: str) -> float:
        """Return a landmark's height."""
        return self.body.landmark(name)[1]

    def skin(self, name: str) -> float:
        """Return the height of a landmark's lowest skin above ground, bed, seat or stair."""
        x, y, _ = self.body.landmark(name)
        tops = [h for a, b, h in self.frame.shape.surface if a - 0.03 <= x <= b + 0.03 and h < y]
        return y - LANDMARKS[name].radius - max(tops, default=0.0)

    def gap(self, first: str, second: str) -> float:
        """Return the distance of two landmarks."""
        return dist(self.body.landmark(first), self.body.landmark(second))

    def leg(self, side: str) -> float:
        """Return how long the leg is from hip to ankle; .491 when it is straight."""
        return self.gap(f"{side}_hip", f"{side}_ankle")

    def hand(self, side: str) -> float:
        """Return how far the lowest point of a hand is above what is below it."""
        return min(self.skin(f"{side}_{name}") for name in ("palm", "handback", "fingers", "wrist"))

    def along(self, name: str) -> float:
        """Return how far a landmark is beyond the shoulders, along the trunk."""
        low, high = self.body.landmark("pelvis"), self.body.landmark("nape")
        right, left = self.body.landmark("R_shoulder"), self.body.landmark("L_shoulder")
        middle = [(a + b) / 2 for a, b in zip(right, left, strict=True)]
        way = [b - a for a, b in zip(low, high, strict=True)]
        length = dist(low, high)
        here = self.body.landmark(name)
        return sum((h - m) * w for h, m, w in zip(here, middle, way, strict=True)) / length

    def right_of(self, name: str, first: str, second: str) -> float:
        """Return how far a landmark is to the right, by a line from a left to a right landmark."""
        left, right = self.body.landmark(first), self.body.landmark(second)
        here = self.body.landmark(name)
        way = [b - a for a, b in zip(left, right, strict=True)]
        middle = [(a + b) / 2 for a, b in zip(left, right, strict=True)]
        return sum((h - m) * w for h, m, w in zip(here, middle, way, strict=True)) / dist(
            left, right
        )


_FEET: Final = ("R_heel", "L_heel", "R_ball", "L_ball")
_SHOULDERS: Final = ("R_shoulder", "L_shoulder")
_LEFT_RIGHT: Final = ("L_shoulder", "R_shoulder")
Check = Callable[[Facts, str], bool]
"""Whether what a phrase says is true for `R` or `L`."""


_OF_BODY: Final[dict[str, Callable[[Facts], bool]]] = {
    r"^Lying on the back": lambda f: f.y("chest") > f.y("upper_back"),
    r"^Lying on the front": lambda f: f.y("pubis") < f.y("sacrum"),
    r"hips lifted off": lambda f: f.y("pelvis") > max(map(f.y, _SHOULDERS)),
    r"chest lifted off": lambda f: f.skin("chest") > 0.03,
    r"head and shoulders lifted": lambda f: min(f.y("occiput"), f.y("upper_back")) > 0.03,
    r"head lifted off": lambda f: f.y("occiput") > 0.03,
    r"lower back pressed flat": lambda f: f.y("waist_back") < 0.02,
    r"lower back arched off": lambda f: f.y("waist_back") > 0.03,
    r"soles of the feet together": lambda f: (
        f.gap("R_solemid", "L_solemid") < 0.06 and f.gap("R_knee", "L_knee") > 0.19
    ),
    r"feet wide apart": lambda f: f.gap("R_heel", "L_heel") > 0.2,
    r"chin lowered": lambda f: f.gap("chin", "chest") < 0.17,
    r"hands clasped|both hands": lambda f: f.gap("R_palm", "L_palm") < 0.4,
    r"^On (hands|forearms) and knees": lambda f: max(f.skin("R_knee"), f.skin("L_knee")) < 0.05,
    r"^Hanging": lambda f: min(f.y("R_grip") - f.y("R_shoulder"), f.y("L_grip")) > 0.1,
    r"^Sitting on a chair": lambda f: 0.2 < f.y("pelvis") < 0.45,
    r"^Sitting on the floor": lambda f: f.y("pelvis") < 0.17,
    r"^Standing(?! in water)": lambda f: min(map(f.skin, _FEET)) < 0.03,
    r"^Floating": lambda f: abs(f.y("pelvis") - f.y("nape")) < 0.2,
    r"^Sitting back on the heels": lambda f: f.gap("R_heel", "R_buttock") < 0.2,
    r"knees drawn to the chest and apart": lambda f: f.gap("R_knee", "L_knee") > 0.3,
    r"forehead on the floor": lambda f: f.y("forehead") < 0.04,
    r"chin on the floor": lambda f: f.y("chin") < 0.04,
}
"""What is said of the body as a whole, and when it is true."""

_OF_SIDE: Final[dict[str, Check]] = {
    r"legs? straight": lambda f, s: f.leg(s) > 0.472,
    r"legs? raised straight": lambda f, s: f.leg(s) > 0.472 and f.y(f"{s}_ankle") > 0.1,
    r"knees? (?:slightly )?bent": lambda f, s: f.leg(s) < 0.485,
    r"knees? drawn to the chest": lambda f, s: f.gap(f"{s}_knee", "chest") < 0.33,
    r"knees? raised over the hips?": lambda f, s: f.y(f"{s}_knee") - f.y(f"{s}_hip") > 0.1,
    r"legs? lifted off the floor behind": lambda f, s: f.y(f"{s}_toetip") > 0.01,
    r"hands? behind the head": lambda f, s: f.gap(f"{s}_palm", "occiput") < 0.1,
    r"hands? on the floor": lambda f, s: f.hand(s) < 0.04,
    r"arms? (?:stretched overhead )?on the floor": lambda f, s: f.hand(s) < 0.04,
    r"arms? stretched overhead": lambda f, s: f.along(f"{s}_palm") > 0.12,
    r"arms? hanging": lambda f, s: f.y(f"{s}_palm") < f.y(f"{s}_shoulder") - 0.2,
    r"hands? on the belly": lambda f, s: f.gap(f"{s}_palm", "belly") < 0.16,
    r"heels? raised": lambda f, s: f.skin(f"{s}_heel") > f.skin(f"{s}_ball") + 0.01,
    r"[Kk]neeling on the (?=right|left)": lambda f, s: f.skin(f"{s}_knee") < 0.05,
}
"""What is said of one side or both."""


def _turn(facts: Facts) -> float:
    """Return how far the right shoulder blade is behind the left one, as the belly looks."""
    at = facts.body.landmark
    ahead = [a - b for a, b in zip(at("belly"), at("sacrum"), strict=True)]
    across = [a - b for a, b in zip(at("L_blade"), at("R_blade"), strict=True)]
    return sum(a * b for a, b in zip(ahead, across, strict=True))


_TO_SIDE: Final[dict[str, Callable[[Facts], float]]] = {
    r"^Lying on the (right|left) side": lambda f: f.y("L_shoulder") - f.y("R_shoulder"),
    r"head turned(?: and bent)? to the (right|left)": lambda f: (
        f.right_of("nose", *_LEFT_RIGHT) - f.right_of("occiput", *_LEFT_RIGHT)
    ),
    r"both knees lowered to the (right|left)": lambda f: (
        f.right_of("R_knee", *_LEFT_RIGHT) + f.right_of("L_knee", *_LEFT_RIGHT)
    ),
    r"pelvis turned to the (right|left)": lambda f: f.y("L_hip") - f.y("R_hip"),
    r"trunk turned to the (right|left)": _turn,
    r"trunk bent to the (right|left)": lambda f: (
        f.gap("L_shoulder", "L_hip") - f.gap("R_shoulder", "R_hip")
    ),
    r"head bent to the (right|left)": lambda f: f.gap("L_blade", "head") - f.gap("R_blade", "head"),
}
"""What is said to be to one side, and a number that is above 0 if it is to the right."""


def untrue(text: str, frame: ShapedFrame, body: Skeleton) -> Iterator[str]:
    """Yield the phrases of a sentence that are not true of a body."""
    facts = Facts(frame, body)
    still = text.partition(";")[0]
    for phrase, is_so in _OF_BODY.items():
        if re.search(phrase, still) and not is_so(facts):
            yield phrase
    for phrase, holds in _OF_SIDE.items():
        sided = rf"\b(right |left |both |)(?:{phrase})"
        for found in re.finditer(sided, still, re.IGNORECASE):
            side = _SIDES[found[1].lower()]
            if "(?=" in phrase:
                side = "R" if still[found.end() :].startswith("right") else "L"
            if not all(holds(facts, one) for one in side):
                yield found[0]
    for phrase, measure in _TO_SIDE.items():
        for found in re.finditer(phrase, still):
            if (measure(facts) > 0) is not (found[1] == "right"):
                yield found[0]
