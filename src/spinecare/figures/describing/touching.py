"""Which part of the body a hand lies on: by the contacts of the frame, else by what is nearest."""

from __future__ import annotations

from math import hypot
from typing import Final

from spinecare.figures.describing.naming import hand_at, part_at, without_side
from spinecare.figures.describing.phrasing import PLAIN, Trait
from spinecare.figures.describing.posture import Posture
from spinecare.figures.describing.seen import Seen, of, other
from spinecare.figures.landmarks import PAIRED_LANDMARKS
from spinecare.figures.shape import Touch

_TOUCHES: Final = 0.04
"""A hand that was told to touch a landmark does so if it is no farther off than told, and this."""
_NEAR: Final = 0.045
"""A hand no farther from a landmark lies on it, though nobody said so."""
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
    owner, base = without_side(found)
    key, at, is_other = hand_at(found), part_at(found), owner == other(side)
    is_under = posture.is_lying and seen.height(f"{side}_palm") < seen.height("pelvis")
    if base in ("sacrum", "tail", "buttock") and not is_under:
        key = "hand-on"
    is_below = seen.height(f"{side}_palm") < seen.height("head")
    if key == "hand-against" and posture.is_lying and is_below:
        key = "hand-under"
    return Trait(PLAIN, key, at, is_other)


def _told(seen: Seen, side: str) -> str:
    """Return the landmark that the frame lays a hand on, and that it truly is at."""
    for contact in seen.frame.shape.contacts:
        if not isinstance(contact, Touch):
            continue
        reach = hypot(*contact.offset) + _TOUCHES
        for hand, place in (
            (contact.landmark, contact.other),
            (contact.other, contact.landmark),
        ):
            is_own = hand[:2] == f"{side}_" and part_at(hand) in ("hand", "wrist")
            if is_own and part_at(place) != "hand" and seen.apart(hand, place) < reach:
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
