"""What the legs do: both together, or each as the posture asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spinecare.figures.describing.crossing import (
    crossed,
    knees_fallen,
    soles_together,
    toes_together,
)
from spinecare.figures.describing.legs_lying import (
    BENT_DEG,
    STRAIGHT_DEG,
    on_back,
    on_front,
    on_side,
)
from spinecare.figures.describing.measures import flexed_deg, foot_above, stands_flat
from spinecare.figures.describing.phrasing import (
    FIRST,
    PLAIN,
    SMALL,
    Clause,
    Trait,
    paired,
    plainly,
)
from spinecare.figures.describing.posture import Kind, Posture
from spinecare.figures.describing.seen import SIDES, Seen, of
from spinecare.figures.describing.words import say

_WIDE: Final = 0.30
"""Feet farther apart are wide apart."""
_RAISED: Final = 0.06
"""A foot of somebody on hands and knees that is higher is raised: 10 cm of 1.75 m."""
_HEEL: Final = 0.03
"""A heel this much higher than the ball of the foot is raised."""
_FORWARD_DEG: Final = 100.0
"""A thigh bent farther, on hands and knees, is drawn forward."""


def legs_clauses(seen: Seen, posture: Posture) -> Iterator[Clause]:
    """Yield what the legs do."""
    if soles_together(seen):
        yield Clause(say("soles"))
        return
    over = {side: crossed(seen, side) for side in SIDES}
    if fallen := knees_fallen(seen, posture):
        yield Clause(say(fallen))
        for trait, _, text in paired(over, plainly):
            yield Clause(text, trait.weight)
        return
    traits = {side: over[side] or _leg(seen, posture, side) for side in SIDES}
    for trait, sides, text in paired(traits, plainly):
        topic = f"drawn-{sides}" if trait.key.startswith("drawn") else ""
        yield Clause(text, trait.weight, topic)
    if toes_together(seen):
        yield Clause(say("big-toes"))
    is_wide = seen.apart("R_ankle", "L_ankle") > _WIDE
    if posture.key in ("standing", "squatting") and is_wide:
        yield Clause(say("feet-wide"))


def _leg(seen: Seen, posture: Posture, side: str) -> Trait | None:
    kind = posture.kind
    if kind is Kind.BACK:
        return on_back(seen, side)
    if kind in (Kind.FRONT, Kind.FLOATING):
        return on_front(seen, posture, side)
    if kind is Kind.SIDE:
        return on_side(seen, side)
    if kind is Kind.FOURS:
        return _on_fours(seen, posture, side)
    if kind is Kind.SITTING:
        return _sitting(seen, posture, side)
    if kind is Kind.KNEELING:
        return _kneeling(seen, posture, side)
    return _standing(seen, posture, side)


def _on_fours(seen: Seen, posture: Posture, side: str) -> Trait | None:
    knee = seen.joint(side, "knee")
    if posture.key in ("hands-feet", "elbows-feet"):
        return Trait(PLAIN, "straight" if knee < STRAIGHT_DEG else "bent")
    if seen.is_down(f"{side}_knee"):
        if knee < BENT_DEG:
            return Trait(PLAIN, "stretched-back")
        is_forward = flexed_deg(seen, side) > _FORWARD_DEG and posture.key == "hands-knees"
        return Trait(FIRST, "knee-forward") if is_forward else None
    if stands_flat(seen, side):
        return Trait(FIRST, "foot-front")
    if knee < BENT_DEG:
        is_raised = foot_above(seen, side) > _RAISED
        return Trait(FIRST, "stretched-back-raised" if is_raised else "stretched-back-toes")
    return Trait(FIRST, "in-air")


def _sitting(seen: Seen, posture: Posture, side: str) -> Trait | None:
    knee, thing = seen.joint(side, "knee"), seen.below(f"{side}_heel")
    if posture.key == "over-leg":
        return None if side in posture.sides else Trait(PLAIN, "stretched-back")
    if knee < STRAIGHT_DEG:
        return Trait(PLAIN, "stretched-front")
    if stands_flat(seen, side):
        return Trait(PLAIN, "feet-flat" if knee > BENT_DEG else "flat", thing=thing)
    if seen.is_down(f"{side}_knee"):
        return Trait(FIRST, "folded-front")
    return Trait(PLAIN, "heel-down" if seen.is_down(f"{side}_heel") else "foot-lifted", thing=thing)


def _kneeling(seen: Seen, posture: Posture, side: str) -> Trait | None:
    if posture.key != "half-kneeling" or side in posture.sides:
        return None
    if stands_flat(seen, side):
        return Trait(PLAIN, "foot-front")
    return Trait(PLAIN, "stretched-front" if seen.joint(side, "knee") < STRAIGHT_DEG else "bent")


def _standing(seen: Seen, posture: Posture, side: str) -> Trait | None:
    knee = seen.joint(side, "knee")
    if posture.key == "one-leg" and side not in posture.sides:
        if flexed_deg(seen, side) > BENT_DEG:
            return Trait(FIRST, "knee-raised")
        return Trait(FIRST, "foot-lifted" if knee > STRAIGHT_DEG else "leg-behind")
    if _on_toes(seen, side) and posture.key != "hanging-toes":
        return Trait(
            SMALL if posture.key in ("walking", "stairs", "lunge") else PLAIN, "heel-raised"
        )
    if posture.key in ("walking", "stairs", "squatting", "lunge") or knee < STRAIGHT_DEG:
        return Trait(SMALL, "straight") if posture.key == "hanging" else None
    return Trait(PLAIN, "slightly-bent" if knee < BENT_DEG else "bent")


def _on_toes(seen: Seen, side: str) -> bool:
    def measure(side: str) -> float:
        return seen.above(f"{side}_heel") - seen.above(f"{side}_ball")

    return seen.even(measure, side) > _HEEL and seen.any_down(*of(side, "ball", "toetip"))
