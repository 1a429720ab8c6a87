"""What shoulders, neck and head do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spinecare.figures.describing.measures import speaks_of
from spinecare.figures.describing.phrasing import PLAIN, SMALL, Clause, Trait, paired, plainly
from spinecare.figures.describing.posture import Kind, Posture
from spinecare.figures.describing.seen import DOWN, SIDES, Seen
from spinecare.figures.describing.words import say

_RAISED_DEG: Final = 10.0
"""A shoulder girdle raised farther than its arm takes it."""
_RHYTHM: Final = 0.16
"""How much an arm raised by a degree beyond 30 takes the girdle along: scapulohumeral rhythm."""
_DRAWN_DEG: Final = 8.0
"""A girdle drawn farther forward or back."""
_NOD_DEG: Final = 18.0
"""A head lowered or tilted farther, from where the trunk holds it."""
_ON_HAND: Final = 0.05
"""Chin or forehead no farther from a hand lie on it."""
_UP: Final = 0.30
"""A face looks up whose way rises by more than this share of its length: 17 degrees."""
_TURNED_DEG: Final = 14.0
_BENT_DEG: Final = 11.0
_UNTOLD_DEG: Final = 24.0
"""Turns and bends that the frame does not ask for are said from here on."""
_LIFTED: Final = 0.04
"""The back of the head is this far above what the body lies on: lifted."""


def shoulder_clauses(seen: Seen) -> Iterator[Clause]:
    """Yield what the shoulder girdle does, where the frame speaks of it."""
    traits = {side: _girdle(seen, side) for side in SIDES}
    for trait, sides, text in paired(traits, plainly):
        are_blades = trait.key == "shoulders-back" and len(sides) == 2
        yield Clause(say("blades-together") if are_blades else text, trait.weight)


def _girdle(seen: Seen, side: str) -> Trait | None:
    """Return what one side's girdle does, as far as the frame asks for it."""
    asked = {hint.joint: hint.degrees for hint in seen.frame.shape.hints}
    up, ahead = (asked.get(f"{side}_{name}", 0.0) for name in ("sh_elev", "sh_prot"))
    raised = max(seen.joint(side, "sh_flex"), seen.joint(side, "sh_abd"))
    lift = seen.joint(side, "sh_elev") - _RHYTHM * max(0.0, raised - 30)
    forward = seen.joint(side, "sh_prot")
    if up > 0 and lift > _RAISED_DEG:
        return Trait(PLAIN, "shoulders-raised")
    if ahead < 0 and forward < -_DRAWN_DEG:
        return Trait(PLAIN, "shoulders-back")
    return Trait(PLAIN, "shoulders-forward") if ahead > 0 and forward > _DRAWN_DEG else None


def head_clauses(seen: Seen, posture: Posture) -> Iterator[Clause]:
    """Yield what neck and head do."""
    nod = seen.skeleton.angle("neck_flex") + seen.skeleton.angle("nod")
    is_up = seen.above("occiput") > _LIFTED and seen.is_down("upper_back")
    if posture.kind is Kind.BACK and is_up and seen.prop("pillow") is None:
        yield Clause(say("head-lifted"))
    lowest = min(("chin", "forehead"), key=seen.above)
    if posture.kind is Kind.FRONT and (seen.is_down(lowest) or _on_hands(seen)):
        if _on_hands(seen):
            return
        yield Clause(say(f"{lowest}-down"))
    elif posture.kind is Kind.FRONT and seen.above("nose") < DOWN * 2:
        yield Clause(say("cheek-down"))
    elif not _rests(seen, posture):
        if nod > _NOD_DEG:
            yield Clause(say("chin-chest"))
        elif nod < -_NOD_DEG and _looks_up(seen, posture):
            yield Clause(say("head-back"), SMALL)
    turned, bent = seen.skeleton.angle("neck_rot"), seen.skeleton.angle("neck_lat")
    is_turned = abs(turned) > (_TURNED_DEG if speaks_of(seen, "neck_rot") else _UNTOLD_DEG)
    is_bent = (
        abs(bent) > (_BENT_DEG if speaks_of(seen, "neck_lat") else _UNTOLD_DEG)
        and posture.kind is not Kind.SIDE
    )
    turn, bend = "L" if turned > 0 else "R", "R" if bent > 0 else "L"
    if is_turned and is_bent and turn == bend:
        yield Clause(say(f"head-turned-bent-{turn}"))
        return
    if is_turned:
        yield Clause(say(f"head-turned-{turn}"))
    if is_bent:
        yield Clause(say(f"head-bent-{bend}"))


def _looks_up(seen: Seen, posture: Posture) -> bool:
    """Tell whether a head bent back also looks up: one held level over a leaning trunk does not."""
    if posture.kind is Kind.SIDE:
        return speaks_of(seen, "neck_flex", "nod")
    return posture.kind is Kind.BACK or seen.skeleton.axes("head")[1][0] > _UP


def _on_hands(seen: Seen) -> bool:
    """Tell whether the face lies on a hand, which is said with the hands."""
    return any(
        seen.apart(f"{side}_{hand}", place) < _ON_HAND
        for side in SIDES
        for hand in ("palm", "handback")
        for place in ("chin", "forehead")
    )


def _rests(seen: Seen, posture: Posture) -> bool:
    """Tell whether the head lies on something, so that the neck's bend is the floor's doing."""
    if posture.kind is Kind.BACK:
        return seen.is_down("occiput") or seen.prop("pillow") is not None
    return posture.kind is Kind.FLOATING
