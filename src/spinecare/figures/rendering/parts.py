"""The body as round parts: which balls, on which segments, in which colour.

Lengths are in body heights, in the frames of `spinecare.figures.body`; the right side's are given.
They were fitted by eye.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import frozen

from spinecare.figures.body import Vec
from spinecare.figures.rendering.theme import Role


class Form(StrEnum):
    """How balls become an outline."""

    TUBE = "tube"
    """Smoothly through all of them."""
    HULL = "hull"
    """The skin over two."""
    SKIN = "skin"
    """The skin over all of them."""


@frozen
class BallShape:
    """An ellipsoid on a segment."""

    segment: str
    local: Vec
    radii: Vec


@frozen
class Outline:
    """Some balls with one skin."""

    form: Form
    balls: tuple[BallShape, ...]
    least: float = 1.1
    """How long a tube must look, in radii, to be one."""


@frozen
class PartShape:
    """What is drawn as one piece: its outlines melt into each other."""

    name: str
    role: Role
    outlines: tuple[Outline, ...]
    side: str = ""
    """`R` or `L` for a limb."""
    parent: str = ""
    """The part it hangs on."""
    joint: str = ""
    """The segment that begins at the joint with it."""
    merge: float = 0.0
    """How far round the joint no line divides the two, if they have one colour."""


def _ball(segment: str, x: float, y: float, z: float, *radii: float) -> BallShape:
    first = radii[0]
    return BallShape(segment, (x, y, z), (first, radii[1 % len(radii)], radii[2 % len(radii)]))


_TRUNK: Final = (
    _ball("pelvis", 0.004, 0.046, 0, 0.055, 0.020, 0.080),
    _ball("lum1", 0.022, 0.012, 0, 0.054, 0.020, 0.077),
    _ball("lum3", 0.026, -0.008, 0, 0.052, 0.020, 0.072),
    _ball("tho1", 0.027, 0, 0, 0.055, 0.020, 0.074),
    _ball("tho1", 0.026, 0.032, 0, 0.060, 0.020, 0.079),
    _ball("tho2", 0.025, 0.010, 0, 0.063, 0.020, 0.083),
    _ball("tho2", 0.021, 0.038, 0, 0.061, 0.020, 0.085),
    _ball("tho3", 0.015, 0.010, 0, 0.053, 0.020, 0.080),
)
_NECK_BASE: Final = _ball("nec1", -0.002, -0.006, 0, 0.035, 0.016, 0.038)


def _shoulder(side: str) -> Outline:
    """Return the shirt from the neck over the shoulder to the ribs: no arm leaves a kink in it."""
    socket = _ball(f"{side}_uarm", 0, -0.004, 0, 0.031)
    return Outline(Form.SKIN, (_NECK_BASE, _TRUNK[-1], socket, _TRUNK[-2]))


HEAD_BALLS: Final = {
    "skull": _ball("head", 0.004, 0.026, 0, 0.066, 0.061, 0.054),
    "jaw": _ball("head", 0.028, -0.027, 0, 0.030, 0.028, 0.037),
    "nose": _ball("head", 0.073, -0.006, 0, 0.0085),
}
_EARS: Final = tuple(_ball("head", -0.006, -0.004, z, 0.012, 0.016, 0.008) for z in (0.052, -0.052))
_AXIAL: Final = (
    PartShape(
        "pelvis",
        Role.TROUSERS,
        (
            Outline(
                Form.SKIN,
                (
                    _ball("pelvis", -0.014, -0.020, 0.042, 0.050, 0.043, 0.048),
                    _ball("pelvis", -0.014, -0.020, -0.042, 0.050, 0.043, 0.048),
                    _ball("pelvis", 0.002, 0.018, 0, 0.058, 0.030, 0.090),
                    _ball("pelvis", 0.004, 0.050, 0, 0.055, 0.022, 0.080),
                ),
            ),
        ),
    ),
    PartShape(
        "trunk",
        Role.SHIRT,
        (Outline(Form.TUBE, _TRUNK, 2.2), _shoulder("R"), _shoulder("L")),
        parent="pelvis",
        joint="lum1",
    ),
    PartShape(
        "neck",
        Role.SKIN,
        (
            Outline(
                Form.TUBE,
                (
                    _ball("nec1", 0, -0.012, 0, 0.034, 0.020, 0.034),
                    _ball("nec2", 0, 0, 0, 0.029),
                    _ball("head", -0.004, 0.004, 0, 0.030),
                ),
            ),
        ),
        parent="trunk",
        joint="nec1",
    ),
    PartShape(
        "head",
        Role.SKIN,
        (
            Outline(Form.HULL, (HEAD_BALLS["skull"], HEAD_BALLS["jaw"])),
            Outline(
                Form.SKIN,
                (
                    HEAD_BALLS["nose"],
                    _ball("head", 0.056, 0.018, 0, 0.010),
                    _ball("head", 0.052, -0.010, 0, 0.010),
                ),
            ),
            Outline(Form.HULL, (_EARS[0], _EARS[0])),
            Outline(Form.HULL, (_EARS[1], _EARS[1])),
        ),
        parent="neck",
        joint="head",
    ),
)


def _hand(s: str, *, is_fist: bool) -> tuple[Outline, ...]:
    turn = 1.0 if s == "R" else -1.0
    wrist = _ball(f"{s}_hand", 0, 0, 0, 0.0158)
    if is_fist:
        return (
            Outline(
                Form.HULL,
                (wrist, _ball(f"{s}_hand", 0.003, -0.040, -0.004 * turn, 0.024, 0.022, 0.019)),
            ),
        )
    return (
        Outline(
            Form.TUBE,
            (
                wrist,
                _ball(f"{s}_hand", 0, -0.038, 0, 0.021, 0.018, 0.012),
                _ball(f"{s}_hand", 0, -0.080, 0, 0.014, 0.014, 0.009),
            ),
        ),
        Outline(
            Form.HULL,
            (
                _ball(f"{s}_hand", 0.016, -0.022, -0.002 * turn, 0.010),
                _ball(f"{s}_hand", 0.026, -0.048, -0.004 * turn, 0.0085),
            ),
        ),
    )


def _limbs(s: str) -> tuple[PartShape, ...]:
    foot = tuple(
        _ball(f"{s}_{segment}", *numbers)
        for segment, *numbers in (
            ("foot", 0, 0, 0, 0.023),
            ("foot", -0.025, -0.019, 0, 0.020),
            ("foot", 0.030, -0.020, 0, 0.020, 0.019, 0.024),
            ("foot", 0.072, -0.026, 0, 0.016, 0.013, 0.027),
            ("toes", 0.028, -0.002, 0, 0.014, 0.0105, 0.026),
        )
    )
    return (
        PartShape(
            f"{s}_thigh",
            Role.TROUSERS,
            (
                Outline(
                    Form.TUBE,
                    (
                        _ball(f"{s}_thigh", 0, -0.004, 0, 0.052),
                        _ball(f"{s}_thigh", 0.003, -0.100, 0, 0.048),
                        _ball(f"{s}_thigh", 0, -0.238, 0, 0.0365),
                    ),
                ),
            ),
            s,
            "pelvis",
            f"{s}_thigh",
            0.090,
        ),
        PartShape(
            f"{s}_shank",
            Role.TROUSERS,
            (
                Outline(
                    Form.TUBE,
                    (
                        _ball(f"{s}_shank", 0, 0, 0, 0.0365),
                        _ball(f"{s}_shank", -0.011, -0.075, 0, 0.0365),
                        _ball(f"{s}_shank", -0.002, -0.224, 0, 0.0255, 0.008, 0.0255),
                    ),
                ),
            ),
            s,
            f"{s}_thigh",
            f"{s}_shank",
            0.050,
        ),
        PartShape(
            f"{s}_foot",
            Role.SKIN,
            (
                Outline(Form.HULL, (foot[0], foot[1])),
                Outline(Form.HULL, (foot[0], foot[2])),
                Outline(Form.HULL, (foot[1], foot[2])),
                Outline(Form.HULL, (foot[2], foot[3])),
                Outline(Form.HULL, (foot[3], foot[4])),
            ),
            s,
            f"{s}_shank",
            f"{s}_foot",
        ),
        PartShape(
            f"{s}_sleeve",
            Role.SHIRT,
            (
                Outline(
                    Form.TUBE,
                    (
                        _ball(f"{s}_uarm", 0, -0.003, 0, 0.0345),
                        _ball(f"{s}_uarm", 0, -0.060, 0, 0.0335),
                        _ball(f"{s}_uarm", 0, -0.104, 0, 0.0325, 0.007, 0.0325),
                    ),
                ),
            ),
            s,
            "trunk",
            f"{s}_uarm",
            0.050,
        ),
        PartShape(
            f"{s}_uarm",
            Role.SKIN,
            (
                Outline(
                    Form.TUBE,
                    (
                        _ball(f"{s}_uarm", 0, -0.040, 0, 0.029),
                        _ball(f"{s}_uarm", 0, -0.100, 0, 0.0275),
                        _ball(f"{s}_uarm", 0, -0.186, 0, 0.0235),
                    ),
                ),
            ),
            s,
            f"{s}_sleeve",
            f"{s}_uarm",
        ),
        PartShape(
            f"{s}_fore",
            Role.SKIN,
            (
                Outline(
                    Form.TUBE,
                    (
                        _ball(f"{s}_fore", 0, 0, 0, 0.0235),
                        _ball(f"{s}_fore", 0, -0.045, 0, 0.0245),
                        _ball(f"{s}_fore", 0, -0.140, 0, 0.016),
                    ),
                ),
            ),
            s,
            f"{s}_uarm",
            f"{s}_fore",
            0.036,
        ),
        PartShape(
            f"{s}_hand",
            Role.SKIN,
            _hand(s, is_fist=False),
            s,
            f"{s}_fore",
            f"{s}_hand",
            0.026,
        ),
    )


PARTS: Final = (*_AXIAL, *_limbs("R"), *_limbs("L"))
"""The eighteen parts of a body with open hands."""
FISTS: Final = {side: _hand(side, is_fist=True) for side in "RL"}
"""The outlines of a closed hand, by side."""
