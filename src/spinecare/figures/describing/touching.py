"""Which part of the body a hand lies on: by the contacts of the frame, else by what is nearest."""

from __future__ import annotations

from math import hypot
from typing import Final

from spinecare.figures.describing.phrasing import PLAIN, Trait
from spinecare.figures.describing.posture import Posture
from spinecare.figures.describing.seen import Seen, of, other
from spinecare.figures.landmarks import PAIRED_LANDMARKS
from spinecare.figures.shape import Touch

_TOUCHES: Final = 0.04
"""A hand that was told to touch a landmark does so if it is no farther off than told, and this."""
_NEAR: Final = 0.045
"""A hand no farther from a landmark lies on it, though nobody said so."""
_HAND: Final = ("palm", "handback", "grip", "fingers", "wrist")
"""Landmarks of a hand."""

PLACES: Final[dict[str, tuple[str, str]]] = {
    "sacrum": ("hand-under", "pelvis"),
    "tail": ("hand-under", "tailbone"),
    "belly": ("hand-on", "belly"),
    "pubis": ("hand-on", "pelvis"),
    "waist_back": ("hand-on", "lower-back"),
    "waist": ("hand-on", "waist"),
    "mid_back": ("hand-on", "mid-back"),
    "upper_back": ("hand-on", "upper-back"),
    "chest": ("hand-on", "chest"),
    "nape": ("hand-behind", "neck"),
    "head": ("hand-against", "head"),
    "occiput": ("hand-behind", "head"),
    "forehead": ("hand-against", "forehead"),
    "chin": ("hand-under", "chin"),
    "nose": ("hand-against", "forehead"),
    "crown": ("hand-on", "head"),
    "shoulder": ("hand-on", "shoulder"),
    "shoulder_top": ("hand-on", "shoulder"),
    "blade": ("hand-on", "shoulder"),
    "elbow": ("hand-on", "elbow"),
    "wrist": ("hand-holding", "wrist"),
    "hip": ("hand-on", "hip"),
    "hipside": ("hand-on", "hip"),
    "buttock": ("hand-under", "hip"),
    "knee": ("hand-on", "knee"),
    "kneecap": ("hand-on", "knee"),
    "knee_inner": ("hand-on", "knee"),
    "knee_outer": ("hand-on", "knee"),
    "kneepit": ("hand-behind", "knee"),
    "shin": ("hand-on", "shin"),
    "calf": ("hand-on", "calf"),
    "midthigh": ("hand-on", "thigh"),
    "hamstring": ("hand-behind", "thigh"),
    "ankle": ("hand-holding", "ankle"),
    "ankle_outer": ("hand-holding", "ankle"),
    "heel": ("hand-holding", "heel"),
    "heelback": ("hand-holding", "heel"),
    "solemid": ("hand-holding", "foot"),
    "instep": ("hand-holding", "foot"),
    "ball": ("hand-holding", "foot"),
    "bigtoe": ("hand-holding", "toes"),
    "toetip": ("hand-holding", "toes"),
}
"""How a hand lies at a landmark: the phrase, and the part as people call it."""
_NEARBY: Final = (
    "belly", "chest", "forehead", "occiput", "hipside", "kneecap", "shin", "midthigh",
    "shoulder_top",
)  # fmt: skip
"""Landmarks that a hand is found on without being told."""


def hand_on_body(seen: Seen, posture: Posture, side: str) -> Trait | None:
    """Return which part of the body a hand lies on; none if it lies on none."""
    told = _told(seen, side)
    found = told or _nearest(seen, side)
    if not found:
        return None
    base, is_other = (
        found.removeprefix("R_").removeprefix("L_"),
        found.startswith(f"{other(side)}_"),
    )
    key, at = PLACES[base]
    if key == "hand-under" and base in ("sacrum", "tail", "buttock") and not _is_under(seen, side):
        key = "hand-on"
    if (
        key == "hand-against"
        and posture.is_lying
        and seen.height(f"{side}_palm") < seen.height("head")
    ):
        key = "hand-under"
    return Trait(PLAIN, key, at, is_other)


def _told(seen: Seen, side: str) -> str:
    """Return the landmark that the frame lays a hand on, and that it truly is at."""
    own = {f"{side}_{name}" for name in _HAND}
    for contact in seen.frame.shape.contacts:
        if not isinstance(contact, Touch):
            continue
        reach = hypot(*contact.offset) + _TOUCHES
        for hand, place in (
            (contact.landmark, contact.other),
            (contact.other, contact.landmark),
        ):
            is_hand = place[2:] in ("palm", "handback", "grip", "fingers")
            if hand in own and not is_hand and seen.apart(hand, place) < reach:
                return place
    return ""


def _nearest(seen: Seen, side: str) -> str:
    near = [
        (round(seen.apart(f"{side}_palm", name), 6), name.startswith(f"{other(side)}_"), name)
        for base in _NEARBY
        for name in (of(side, base) + (of(other(side), base) if base in PAIRED_LANDMARKS else ()))
    ]
    gap, _, name = min(near)
    return name if gap < _NEAR else ""


def _is_under(seen: Seen, side: str) -> bool:
    return seen.height(f"{side}_palm") < seen.height("pelvis")
