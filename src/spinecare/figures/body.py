"""The body model: segments, joints with their limits, and landmarks, all as data.

The body's height is 1. Every segment's frame is parallel to the world (X forward, Y up, Z to the
right) when the body stands at ease, but for the rest pitch of the spine's curves. Lengths are those
of Drillis & Contini (1966) as printed in Winter, *Biomechanics and Motor Control of Human
Movement*, fig. 4.1: upper arm .186, forearm .146, hand .108, thigh .245, shank .246, ankle height
.039, foot .152, hip height .530, shoulder height .818, half the distance of the shoulders .129. How
the trunk is split, where its joint centres lie and all radii are this project's own, fitted by eye.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

Vec = tuple[float, float, float]

X: Final = 0
Y: Final = 1
Z: Final = 2


@frozen
class Hinge:
    """One axis that a joint angle turns about."""

    joint: str
    """The joint angle, with its side: `R_hip_flex`."""
    axis: int
    """The axis of the segment's own frame: 0, 1 or 2."""
    share: float
    """The part of the angle that is turned here, with its sign."""


@frozen
class Segment:
    """A rigid part of the body."""

    name: str
    """The name, with its side: `R_thigh`."""
    parent: int
    """The place of the segment it hangs on; -1 for the pelvis."""
    offset: Vec
    """Where it begins, in the parent's frame."""
    rest_deg: float
    """Its pitch about Z when the body stands at ease."""
    hinges: tuple[Hinge, ...]
    """Its axes, in the order they are turned: flexion, abduction, rotation."""


@frozen
class Landmark:
    """A point of a segment that a pose can speak of."""

    segment: int
    """The place of the segment."""
    local: Vec
    """Where it is, in the segment's frame."""
    radius: float
    """The flesh around it; 0 for a point of the skin."""


@frozen
class Joint:
    """An angle that a pose can give, in degrees, with its limits."""

    name: str
    """The name, with its side: `R_hip_flex`, `lum_flex`."""
    low: float
    """The least that is drawn."""
    high: float
    """The most that is drawn."""
    normal_low: float
    """The least by the norm named in `NORMS`."""
    normal_high: float
    """The most by that norm."""
    spread_deg: float
    """How far a solution may stray from it when no hint names it (one standard deviation)."""


# Limits -------------------------------------------------------------------------------------------

NORMS: Final = (
    "American Academy of Orthopaedic Surgeons, Joint Motion (1965), as tabled by F. A. Davis "
    "(upper limb) and in reprints (thoracolumbar); lumbar and thoracic shares by Physiopedia; "
    "shoulder girdle by AccessPhysiotherapy, appendix 1; neck in vivo by Anatomy Standard"
)
"""Where the norms come from. The limits make drawings plausible; they are no clinical advice."""

# name: drawn low, high, normal low, high, spread. Positive is flexion, abduction, internal
# rotation, pronation, dorsiflexion, inversion, radial deviation, raising and drawing forward of the
# girdle.
_PAIRED_LIMITS: Final[dict[str, tuple[float, float, float, float, float]]] = {
    "sh_elev": (-8, 35, -5, 45, 18),
    "sh_prot": (-20, 25, -15, 15, 18),
    "sh_flex": (-60, 180, -60, 180, 40),
    "sh_abd": (-45, 180, -45, 180, 40),
    "sh_rot": (-90, 75, -90, 70, 40),
    "elbow": (0, 150, 0, 150, 40),
    "pron": (-85, 85, -80, 80, 40),
    "wr_flex": (-75, 80, -70, 80, 40),
    "wr_dev": (-30, 20, -30, 20, 18),
    "hip_flex": (-30, 125, -30, 120, 40),
    "hip_abd": (-30, 50, -30, 45, 40),
    "hip_rot": (-50, 45, -45, 45, 40),
    "knee": (0, 150, 0, 135, 40),
    "ankle": (-50, 20, -50, 20, 40),
    "inv": (-20, 35, -15, 35, 18),
    "toe": (-30, 70, -45, 70, 18),
}
# Along the spine: bending to the right and turning to the left are positive.
_AXIAL_LIMITS: Final[dict[str, tuple[float, float, float, float, float]]] = {
    "lum_flex": (-25, 50, -15, 50, 40),
    "lum_lat": (-20, 20, -20, 20, 15),
    "lum_rot": (-8, 8, -5, 5, 15),
    "tho_flex": (-15, 35, -10, 30, 40),
    "tho_lat": (-20, 20, -15, 15, 15),
    "tho_rot": (-35, 35, -40, 40, 15),
    "neck_flex": (-50, 45, -63, 64, 40),
    "neck_lat": (-45, 45, -49, 49, 15),
    "neck_rot": (-70, 70, -80, 80, 15),
    "nod": (-15, 15, -15, 15, 15),
}
COUPLED: Final[tuple[tuple[str, tuple[str, ...], float, float], ...]] = (
    ("the trunk's flexion", ("lum_flex", "tho_flex"), -35, 80),
    ("the trunk's rotation", ("lum_rot", "tho_rot"), -45, 45),
)
"""What joints may not do together: name, joints, lowest and highest sum in degrees."""

ROOT: Final = ("tx", "ty", "tz", "pitch", "tilt", "turn")
"""The pelvis in the world: its place in body heights, and its turns from the base, in degrees."""


def _joints() -> tuple[Joint, ...]:
    found = [Joint(name, *limits) for name, limits in _AXIAL_LIMITS.items()]
    for side in "RL":
        found.extend(Joint(f"{side}_{name}", *limits) for name, limits in _PAIRED_LIMITS.items())
    return tuple(found)


JOINTS: Final = _joints()
"""The 42 angles of the joints: 10 along the spine, 16 on each side."""
PAIRED: Final = frozenset(_PAIRED_LIMITS)
"""Names of joint angles that each side has."""
NUMBERS: Final = (*ROOT, *(joint.name for joint in JOINTS))
"""The 48 numbers of a posed body, in order."""
PLACE: Final = {name: place for place, name in enumerate(NUMBERS)}
"""Where each of them stands."""

# Segments -----------------------------------------------------------------------------------------

# name, parent, offset, rest pitch, hinges as (number, axis, share); the pelvis' are its turns.
_AXIAL: Final[tuple[tuple[str, str, Vec, float, tuple[tuple[str, int, float], ...]], ...]] = (
    ("pelvis", "", (0, 0, 0), 0, (("pitch", Z, 1), ("tilt", X, 1), ("turn", Y, 1))),
    *(
        (
            name,
            parent,
            offset,
            rest,
            ((f"{part}_flex", Z, -1 / 3), (f"{part}_lat", X, 1 / 3), (f"{part}_rot", Y, 1 / 3)),
        )
        for part, name, parent, offset, rest in (
            ("lum", "lum1", "pelvis", (-0.020, 0.052, 0), -13.0),
            ("lum", "lum2", "lum1", (0, 0.036, 0), 10.0),
            ("lum", "lum3", "lum2", (0, 0.036, 0), 10.0),
            ("tho", "tho1", "lum3", (0, 0.036, 0), 5.0),
            ("tho", "tho2", "tho1", (0, 0.055, 0), -14.0),
            ("tho", "tho3", "tho2", (0, 0.055, 0), -15.0),
        )
    ),
    (
        "nec1",
        "tho3",
        (0, 0.052, 0),
        -6,
        (("neck_flex", Z, -0.3), ("neck_lat", X, 0.3), ("neck_rot", Y, 0.15)),
    ),
    (
        "nec2",
        "nec1",
        (0, 0.040, 0),
        12,
        (("neck_flex", Z, -0.3), ("neck_lat", X, 0.3), ("neck_rot", Y, 0.15)),
    ),
    (
        "head",
        "nec2",
        (0, 0.042, 0),
        11,
        (("neck_flex", Z, -0.4), ("nod", Z, -1), ("neck_lat", X, 0.4), ("neck_rot", Y, 0.7)),
    ),
)
# The right side; the left one has its Z offsets, and its turns about X and Y, the other way round.
_RIGHT: Final[tuple[tuple[str, str, Vec, float, tuple[tuple[str, int, float], ...]], ...]] = (
    ("clav", "tho3", (0.020, 0.036, 0.018), 0, (("sh_elev", X, -1), ("sh_prot", Y, 1))),
    (
        "uarm",
        "clav",
        (-0.010, -0.018, 0.086),
        17,  # undoes the thoracic curve, so that an arm at 0 degrees hangs plumb
        (("sh_flex", Z, 1), ("sh_abd", X, -1), ("sh_rot", Y, 1)),
    ),
    ("fore", "uarm", (0, -0.186, 0), 0, (("elbow", Z, 1), ("pron", Y, 1))),
    ("hand", "fore", (0, -0.146, 0), 0, (("wr_flex", X, 1), ("wr_dev", Z, 1))),
    (
        "thigh",
        "pelvis",
        (0, 0, 0.052),
        0,
        (("hip_flex", Z, 1), ("hip_abd", X, -1), ("hip_rot", Y, 1)),
    ),
    ("shank", "thigh", (0, -0.245, 0), 0, (("knee", Z, -1),)),
    ("foot", "shank", (0, -0.246, 0), 0, (("ankle", Z, 1), ("inv", X, 1))),
    ("toes", "foot", (0.076, -0.027, 0), 0, (("toe", Z, 1),)),
)
_SIDED: Final = frozenset(name for name, *_ in _RIGHT)


def _segments() -> tuple[Segment, ...]:
    found: list[Segment] = []
    places: dict[str, int] = {}

    def add(
        name: str,
        parent: str,
        offset: Vec,
        rest: float,
        hinges: tuple[tuple[str, int, float], ...],
        side: str,
    ) -> None:
        prefix = f"{side}_" if side else ""
        turned = -1.0 if side == "L" else 1.0
        places[prefix + name] = len(found)
        found.append(
            Segment(
                prefix + name,
                places[f"{prefix}{parent}" if parent in _SIDED else parent] if parent else -1,
                (offset[0], offset[1], turned * offset[2]),
                rest,
                tuple(
                    Hinge(prefix + joint, axis, share * (1.0 if axis == Z else turned))
                    for joint, axis, share in hinges
                ),
            )
        )

    for name, parent, offset, rest, hinges in _AXIAL:
        add(name, parent, offset, rest, hinges, "")
    for side in "RL":
        for name, parent, offset, rest, hinges in _RIGHT:
            add(name, parent, offset, rest, hinges, side)
    return tuple(found)


SEGMENTS: Final = _segments()
"""The 26 segments, each after the one it hangs on."""
SEGMENT_PLACE: Final = {segment.name: place for place, segment in enumerate(SEGMENTS)}
"""Where each segment stands."""
