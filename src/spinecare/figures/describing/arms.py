"""Where arms and hands are: on the body, on a thing, on the floor, or in the air."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spinecare.figures.body import Vec
from spinecare.figures.describing.naming import LEG_PARTS, part_at
from spinecare.figures.describing.phrases import TEMPLATES
from spinecare.figures.describing.phrasing import PLAIN, Clause, Trait, paired
from spinecare.figures.describing.posture import Kind, Posture
from spinecare.figures.describing.reaching import hand_down, in_air, on_floor
from spinecare.figures.describing.resting import holds_bar
from spinecare.figures.describing.seen import LEFT, RIGHT, SIDES, Seen, distance, other
from spinecare.figures.describing.touching import hand_on_body
from spinecare.figures.describing.words import HOW, part, say
from spinecare.figures.props import boxes, numbers_of
from spinecare.figures.shape import Touch

_HELD: Final = 0.06
"""A fist no farther from a rail's line holds it."""
_CLASPED: Final = 0.08
"""Palms no farther apart are clasped."""
_BEHIND: Final = -0.04
"""Clasped hands farther back than this, in the chest's frame, are behind the back."""
_OVER_HEAD: Final = 0.25
"""Clasped hands higher than this above the chest are overhead."""
_LAP: Final = -0.08
"""Clasped hands of somebody sitting that are lower than this, from mid-chest, are in the lap."""
_TOUCH: Final = 0.03
"""A palm no farther from a thing touches it."""


def arms_clauses(seen: Seen, posture: Posture) -> Iterator[Clause]:
    """Yield where arms and hands are."""
    traits = {side: _arm(seen, posture, side) for side in SIDES}
    if traits[RIGHT] is None and traits[LEFT] is None:
        return
    if together := _together(seen, posture, traits):
        yield together
        return
    for trait, sides, text in paired(traits, _words):
        on_legs = _legs(trait, sides)
        yield Clause(text, trait.weight, f"hands-{on_legs}" if on_legs else "", is_both=False)


def _arm(seen: Seen, posture: Posture, side: str) -> Trait | None:
    if holds_bar(seen, side):
        if posture.kind is Kind.HANGING:
            return None
        is_over = seen.height(f"{side}_grip") > seen.height("crown")
        return Trait(PLAIN, "holding-bar-over" if is_over else "holding-bar")
    return (
        hand_on_body(seen, posture, side)
        or _on_thing(seen, side)
        or (on_floor if hand_down(seen, side) else in_air)(seen, posture, side)
    )


def _words(trait: Trait, sides: str) -> str:
    if sides == RIGHT + LEFT and f"{trait.key}-both" in TEMPLATES:
        return say(f"{trait.key}-both")
    at = part(trait.at, sides, is_other=trait.is_other) if trait.at else ""
    return say(trait.key, sides, at=at, thing=trait.thing)


def _legs(trait: Trait, sides: str) -> str:
    """Return the sides of the legs that hands lie on."""
    if trait.at not in LEG_PARTS:
        return ""
    return "".join(other(side) for side in sides) if trait.is_other and len(sides) == 1 else sides


def _together(seen: Seen, posture: Posture, traits: dict[str, Trait | None]) -> Clause | None:
    """Return what both hands do that cannot be said of one: the same place, clasped, crossed."""
    right, left = traits[RIGHT], traits[LEFT]
    if right is None or left is None:
        return None
    are_on_legs = right.at in LEG_PARTS and left.at in LEG_PARTS
    is_alike = (right.key, right.at) == (left.key, left.at)
    if are_on_legs and not is_alike and right.is_other is not left.is_other:
        side = RIGHT if left.is_other else LEFT
        return Clause(say("both-holding", at=part("leg", side)), PLAIN, f"hands-{side}")
    if right.at and is_alike:
        if right.is_other is not left.is_other:
            side = RIGHT if left.is_other else LEFT
            key = right.key.replace("hand-", "both-")
            text = say(key, at=part(right.at, side))
            return Clause(text, PLAIN, f"hands-{side}" if right.at in LEG_PARTS else "")
        if right.is_other and right.at == "shoulder":
            return Clause(say("arms-crossed-chest"))
    if right.at and right.at == left.at:
        return None
    return _clasped(seen, posture, traits)


def _clasped(seen: Seen, posture: Posture, traits: dict[str, Trait | None]) -> Clause | None:
    """Return where hands are that the frame brings together."""
    joined = [
        contact
        for contact in seen.frame.shape.contacts
        if isinstance(contact, Touch)
        and contact.landmark[0] != contact.other[0]
        and part_at(contact.landmark) == part_at(contact.other) == "hand"
    ]
    if not joined or seen.apart("R_palm", "L_palm") > _CLASPED:
        return None
    fingers = {joined[0].landmark[2:], joined[0].other[2:]}
    how = HOW["together" if "littlefinger" in fingers else "clasped"]
    for trait, side, _ in paired(traits, _words):
        leg, is_behind = _legs(trait, side), trait.key == "hand-behind"
        if leg and (is_behind or trait.at != "thigh"):
            key = "clasped-behind-leg" if is_behind else "clasped-leg"
            text = say(key, how=how, at=part(trait.at, leg))
            return Clause(text, PLAIN, f"hands-{leg}", is_both=False)
    right, left = (seen.local(f"{side}_palm", "tho2") for side in SIDES)
    ahead, up = (right[0] + left[0]) / 2, (right[1] + left[1]) / 2
    if up > _OVER_HEAD:
        return Clause(say("clasped-overhead", how=how))
    if ahead < _BEHIND:
        return Clause(say("clasped-behind", how=how))
    is_low = posture.kind is Kind.SITTING and up < _LAP
    return Clause(say("clasped-lap" if is_low else "clasped-front", how=how))


def _on_thing(seen: Seen, side: str) -> Trait | None:
    """Return the thing of the picture that a palm lies on."""
    x, y, z = seen.at(f"{side}_palm")
    for prop in seen.frame.props:
        for box in boxes(prop):
            low, high = box.low, box.high
            if all(
                a - _TOUCH < b < c + _TOUCH for a, b, c in zip(low, (x, y, z), high, strict=True)
            ):
                return _at_box(prop.name, box.high[1])
        if prop.name == "rail" and _is_on_rail(seen.at(f"{side}_grip"), numbers_of(prop)):
            return Trait(PLAIN, "hand-holding-thing", thing="handrail")
        if prop.name == "ball":
            centre_x, height, radius = numbers_of(prop)
            gap = ((x - centre_x) ** 2 + (y - height) ** 2 + z**2) ** 0.5 - radius
            if abs(gap) < 2 * _TOUCH:
                return Trait(PLAIN, "hand-on-thing", thing="ball")
    return None


def _is_on_rail(hand: Vec, numbers: tuple[float, ...]) -> bool:
    """Tell whether a hand is on the line from a rail's one end to the other."""
    x0, y0, x1, y1, z = numbers
    along = max(0.0, min(1.0, (hand[0] - x0) / ((x1 - x0) or 1.0)))
    place = (x0 + along * (x1 - x0), y0 + along * (y1 - y0), z)
    return distance(hand, place) < _HELD


def _at_box(name: str, top: float) -> Trait:
    if name == "wall":
        return Trait(PLAIN, "hand-against-wall")
    if name == "chair" and top > _SEAT_TOP:
        return Trait(PLAIN, "hand-on-back-rest")
    return Trait(PLAIN, "hand-on-thing", thing=name)


_SEAT_TOP: Final = 0.30
"""Blocks of a chair that end higher are its back."""
