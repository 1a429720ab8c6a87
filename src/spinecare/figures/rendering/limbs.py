"""Arms and legs, as balls.

Lengths are in body heights, in the frames of `spinecare.figures.body`; fitted by eye.
"""

from __future__ import annotations

from spinecare.figures.rendering.part_shapes import BallShape, Form, Outline, PartShape, at
from spinecare.figures.rendering.theme import Surface


def hand(side: str, *, is_fist: bool) -> tuple[Outline, ...]:
    """Return the outlines of a hand, open or closed.

    Args:
        side: `R` or `L`.
        is_fist: Whether it is closed round something.
    """
    segment = f"{side}_hand"
    turn = 1.0 if side == "R" else -1.0
    wrist = at(segment, 0, 0, 0, 0.0158)
    if is_fist:
        fist = at(segment, 0.003, -0.040, -0.004 * turn, 0.024, 0.022, 0.019)
        return (Outline(Form.HULL, (wrist, fist)),)
    palm = at(segment, 0, -0.038, 0, 0.021, 0.018, 0.012)
    fingers = at(segment, 0, -0.080, 0, 0.014, 0.014, 0.009)
    thumb = (
        at(segment, 0.016, -0.022, -0.002 * turn, 0.010),
        at(segment, 0.026, -0.048, -0.004 * turn, 0.0085),
    )
    return (Outline(Form.TUBE, (wrist, palm, fingers)), Outline(Form.HULL, thumb))


def limbs(side: str) -> tuple[PartShape, ...]:
    """Return the parts of a leg and an arm."""
    return (*_leg(side), *_arm(side))


def _leg(side: str) -> tuple[PartShape, ...]:
    thigh, shank, foot = (f"{side}_{name}" for name in ("thigh", "shank", "foot"))
    ankle = at(foot, 0, 0, 0, 0.023)
    heel = at(foot, -0.025, -0.019, 0, 0.020)
    middle = at(foot, 0.030, -0.020, 0, 0.020, 0.019, 0.024)
    ball = at(foot, 0.072, -0.026, 0, 0.016, 0.013, 0.027)
    toes = at(f"{side}_toes", 0.028, -0.002, 0, 0.014, 0.0105, 0.026)
    return (
        _tube(
            thigh,
            Surface.TROUSERS,
            (
                at(thigh, 0, -0.004, 0, 0.052),
                at(thigh, 0.003, -0.100, 0, 0.048),
                at(thigh, 0, -0.238, 0, 0.0365),
            ),
            parent="pelvis",
            merge=0.090,
        ),
        _tube(
            shank,
            Surface.TROUSERS,
            (
                at(shank, 0, 0, 0, 0.0365),
                at(shank, -0.011, -0.075, 0, 0.0365),
                at(shank, -0.002, -0.224, 0, 0.0255, 0.008, 0.0255),
            ),
            parent=thigh,
            merge=0.050,
        ),
        PartShape(
            foot,
            Surface.SKIN,
            tuple(
                Outline(Form.HULL, pair)
                for pair in (
                    (ankle, heel),
                    (ankle, middle),
                    (heel, middle),
                    (middle, ball),
                    (ball, toes),
                )
            ),
            side,
            shank,
            foot,
        ),
    )


def _arm(side: str) -> tuple[PartShape, ...]:
    uarm, fore, wrist = (f"{side}_{name}" for name in ("uarm", "fore", "hand"))
    sleeve = f"{side}_sleeve"
    return (
        PartShape(
            sleeve,
            Surface.SHIRT,
            (
                Outline(
                    Form.TUBE,
                    (
                        at(uarm, 0, -0.003, 0, 0.0345),
                        at(uarm, 0, -0.060, 0, 0.0335),
                        at(uarm, 0, -0.104, 0, 0.0325, 0.007, 0.0325),
                    ),
                ),
            ),
            side,
            "trunk",
            uarm,
            0.050,
        ),
        _tube(
            uarm,
            Surface.SKIN,
            (
                at(uarm, 0, -0.040, 0, 0.029),
                at(uarm, 0, -0.100, 0, 0.0275),
                at(uarm, 0, -0.186, 0, 0.0235),
            ),
            parent=sleeve,
        ),
        _tube(
            fore,
            Surface.SKIN,
            (
                at(fore, 0, 0, 0, 0.0235),
                at(fore, 0, -0.045, 0, 0.0245),
                at(fore, 0, -0.140, 0, 0.016),
            ),
            parent=uarm,
            merge=0.036,
        ),
        PartShape(wrist, Surface.SKIN, hand(side, is_fist=False), side, fore, wrist, 0.026),
    )


def _tube(
    name: str, role: Surface, balls: tuple[BallShape, ...], *, parent: str, merge: float = 0.0
) -> PartShape:
    """Return a part that is one smooth tube, and begins where its segment does."""
    return PartShape(name, role, (Outline(Form.TUBE, balls),), name[0], parent, name, merge)
