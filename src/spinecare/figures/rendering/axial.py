"""Hips, trunk, neck and head, as balls.

Lengths are in body heights, in the frames of `spinecare.figures.body`; fitted by eye.
"""

from __future__ import annotations

from typing import Final

from spinecare.figures.rendering.part_shapes import Form, Outline, PartShape, at
from spinecare.figures.rendering.theme import Surface

_TRUNK: Final = (
    at("pelvis", 0.004, 0.046, 0, 0.055, 0.020, 0.080),
    at("lum1", 0.022, 0.012, 0, 0.054, 0.020, 0.077),
    at("lum3", 0.026, -0.008, 0, 0.052, 0.020, 0.072),
    at("tho1", 0.027, 0, 0, 0.055, 0.020, 0.074),
    at("tho1", 0.026, 0.032, 0, 0.060, 0.020, 0.079),
    at("tho2", 0.025, 0.010, 0, 0.063, 0.020, 0.083),
    at("tho2", 0.021, 0.038, 0, 0.061, 0.020, 0.085),
    at("tho3", 0.015, 0.010, 0, 0.053, 0.020, 0.080),
)
_NECK_BASE: Final = at("nec1", -0.002, -0.006, 0, 0.035, 0.016, 0.038)


def _shoulder(side: str) -> Outline:
    """Return the shirt from the neck over the shoulder to the ribs: no arm leaves a kink in it."""
    socket = at(f"{side}_uarm", 0, -0.004, 0, 0.031)
    return Outline(Form.SKIN, (_NECK_BASE, _TRUNK[-1], socket, _TRUNK[-2]))


HEAD_BALLS: Final = {
    "skull": at("head", 0.004, 0.026, 0, 0.066, 0.061, 0.054),
    "jaw": at("head", 0.028, -0.027, 0, 0.030, 0.028, 0.037),
    "nose": at("head", 0.073, -0.006, 0, 0.0085),
}
_EARS: Final = tuple(at("head", -0.006, -0.004, z, 0.012, 0.016, 0.008) for z in (0.052, -0.052))
AXIAL: Final = (
    PartShape(
        "pelvis",
        Surface.TROUSERS,
        (
            Outline(
                Form.SKIN,
                (
                    at("pelvis", -0.014, -0.020, 0.042, 0.050, 0.043, 0.048),
                    at("pelvis", -0.014, -0.020, -0.042, 0.050, 0.043, 0.048),
                    at("pelvis", 0.002, 0.018, 0, 0.058, 0.030, 0.090),
                    at("pelvis", 0.004, 0.050, 0, 0.055, 0.022, 0.080),
                ),
            ),
        ),
    ),
    PartShape(
        "trunk",
        Surface.SHIRT,
        (Outline(Form.TUBE, _TRUNK, 2.2), _shoulder("R"), _shoulder("L")),
        parent="pelvis",
        joint="lum1",
    ),
    PartShape(
        "neck",
        Surface.SKIN,
        (
            Outline(
                Form.TUBE,
                (
                    at("nec1", 0, -0.012, 0, 0.034, 0.020, 0.034),
                    at("nec2", 0, 0, 0, 0.029),
                    at("head", -0.004, 0.004, 0, 0.030),
                ),
            ),
        ),
        parent="trunk",
        joint="nec1",
    ),
    PartShape(
        "head",
        Surface.SKIN,
        (
            Outline(Form.HULL, (HEAD_BALLS["skull"], HEAD_BALLS["jaw"])),
            Outline(
                Form.SKIN,
                (
                    HEAD_BALLS["nose"],
                    at("head", 0.056, 0.018, 0, 0.010),
                    at("head", 0.052, -0.010, 0, 0.010),
                ),
            ),
            Outline(Form.HULL, (_EARS[0], _EARS[0])),
            Outline(Form.HULL, (_EARS[1], _EARS[1])),
        ),
        parent="neck",
        joint="head",
    ),
)
"""Hips, trunk, neck and head."""
