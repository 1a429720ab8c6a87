"""Bodies and shapes that the tests of this folder share."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from spinecare.catalogue import load_catalogue
from spinecare.figures.body import JOINTS, NUMBERS, ROOT
from spinecare.figures.frames import shaped_posture
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.shape import Shape
from spinecare.figures.skeleton import BASES, Skeleton
from spinecare.figures.solving import Solution, solve
from spinecare.model import Frame

POSTURES: Final = load_catalogue().posture_by_id
"""The catalogue's own postures."""

_ANGLES: Final = st.tuples(
    *(st.floats(joint.low, joint.high, width=32) for joint in JOINTS),
)
_PLACES: Final = st.tuples(*[st.floats(-1, 1, width=32)] * 3)
_TURNS: Final = st.tuples(*[st.floats(-180, 180, width=32)] * 3)
BODIES: Final = st.builds(
    lambda base, places, turns, angles: Skeleton(base=base, numbers=(*places, *turns, *angles)),
    st.sampled_from(sorted(BASES)),
    _PLACES,
    _TURNS,
    _ANGLES,
)
"""Bodies of any base, place and angles within the limits."""
assert len(NUMBERS) == len(ROOT) + len(JOINTS)


def shape(**fields: Any) -> Shape:
    """Return a shape from the texts of a frame; lying on the back, if no base is given."""
    frame = Frame(**({"id": "x", "base": "supine"} | fields))
    return shaped_posture("x", {"x": frame}).shape


def posture(id: str) -> Shape:
    """Return the shape of one of the catalogue's postures."""
    return shaped_posture(id, POSTURES).shape


@cache
def solved(id: str) -> Solution:
    """Return one of the catalogue's postures, solved once for all tests of a file."""
    return solve(posture(id))


def farthest(first: Skeleton, second: Skeleton) -> float:
    """Return how far apart two bodies' landmarks are at most, body heights."""
    return max(
        abs(a - b)
        for name in LANDMARKS
        for a, b in zip(first.landmark(name), second.landmark(name), strict=True)
    )
