"""What the landmarks are called by people, and how a hand lies at them."""

from __future__ import annotations

from typing import Final

from spinecare.figures.body import SEGMENTS
from spinecare.figures.landmarks import LANDMARKS, PAIRED_LANDMARKS

_OF_SEGMENT: Final = {
    "pelvis": "pelvis",
    **dict.fromkeys(("lum1", "lum2", "lum3"), "waist"),
    **dict.fromkeys(("tho1", "tho2"), "chest"),
    "tho3": "upper-back",
    **dict.fromkeys(("nec1", "nec2"), "neck"),
    "head": "head",
    "clav": "shoulder",
    "uarm": "upper-arm",
    "fore": "forearm",
    "hand": "hand",
    "thigh": "thigh",
    "shank": "shin",
    "foot": "foot",
    "toes": "toes",
}
"""What the parts of the model are called; landmarks are called like them but for these:"""
_CALLED: Final[dict[str, tuple[str, ...]]] = {
    "tailbone": ("tail",),
    "lower-back": ("waist_back", "sacrum"),
    "belly": ("belly", "waist"),
    "mid-back": ("mid_back",),
    "forehead": ("forehead",),
    "chin": ("chin",),
    "shoulder": ("shoulder", "blade"),
    "elbow": ("elbow",),
    "wrist": ("wrist",),
    "hip": ("hip", "hipside", "buttock"),
    "knee": ("knee", "kneecap", "knee_inner", "knee_outer", "kneepit"),
    "calf": ("calf",),
    "ankle": ("ankle", "ankle_outer"),
    "heel": ("heel", "heelback"),
}
_EXCEPTIONS: Final = {name: part for part, names in _CALLED.items() for name in names}
_MOVING: Final = {
    **dict.fromkeys(("sacrum", "tail"), "pelvis"),
    **dict.fromkeys(("forehead", "chin"), "head"),
    "waist_back": "lower-back",
    "wrist": "hand",
    **dict.fromkeys(("shin", "calf"), "leg"),
    **dict.fromkeys(("ankle", "ankle_outer", "bigtoe", "toetip"), "foot"),
}
"""What moves when a landmark does, where that is more than its part."""
_BEHIND: Final = ("occiput", "nape", "kneepit", "hamstring")
_UNDER: Final = ("chin", "tail", "sacrum", "buttock")
_AGAINST: Final = ("head", "forehead", "nose")
_HELD: Final = ("wrist", "ankle", "heel", "foot", "toes")
LEG_PARTS: Final = frozenset({"knee", "shin", "calf", "thigh", "ankle", "heel", "foot", "toes"})
"""Parts of a leg."""


def without_side(landmark: str) -> tuple[str, str]:
    """Return a landmark's side, empty if it has none, and its name without it."""
    if landmark[2:] in PAIRED_LANDMARKS:
        return landmark[0], landmark[2:]
    return "", landmark


def part_at(landmark: str) -> str:
    """Return the part of the body that a landmark belongs to, as people call it."""
    base = without_side(landmark)[1]
    segment = SEGMENTS[LANDMARKS[landmark].segment].name
    return _EXCEPTIONS.get(base) or _OF_SEGMENT[segment.removeprefix("R_").removeprefix("L_")]


def part_moving(landmark: str) -> str:
    """Return what moves when a landmark does."""
    return _MOVING.get(without_side(landmark)[1]) or part_at(landmark)


def hand_at(landmark: str) -> str:
    """Return the phrase for a hand that lies at a landmark."""
    base = without_side(landmark)[1]
    if base in _BEHIND:
        return "hand-behind"
    if base in _UNDER:
        return "hand-under"
    if base in _AGAINST:
        return "hand-against"
    return "hand-holding" if part_at(landmark) in _HELD else "hand-on"
