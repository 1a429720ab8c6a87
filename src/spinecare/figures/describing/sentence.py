"""The description of a picture: one sentence of what is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spinecare.figures.describing.arms import arms_clauses
from spinecare.figures.describing.head import head_clauses, shoulder_clauses
from spinecare.figures.describing.legs import legs_clauses
from spinecare.figures.describing.movement import movement_clauses
from spinecare.figures.describing.phrasing import FIRST, PLAIN, Clause
from spinecare.figures.describing.posture import Posture
from spinecare.figures.describing.resting import posture_of
from spinecare.figures.describing.seen import Seen
from spinecare.figures.describing.things import thing_clauses
from spinecare.figures.describing.trunk import trunk_clauses
from spinecare.figures.describing.words import say
from spinecare.figures.frames import ShapedFrame
from spinecare.figures.scene import Arrow
from spinecare.figures.skeleton import Skeleton

LONGEST: Final = 320
"""Characters of a description: what a screen reader says in about 20 seconds."""


def describe(frame: ShapedFrame, skeleton: Skeleton, *, arrows: Sequence[Arrow] = ()) -> str:
    """Return one sentence that says what a picture shows, from the posed body alone.

    Posture, pelvis and trunk, legs, arms, shoulders, head, things, movement; left and right are the
    person's own. Nothing is taken from the exercise's name or words.

    Args:
        frame: The frame, read; its contacts, things and arrows.
        skeleton: The body posed in its shape.
        arrows: The paths of the frame's arrows, in their order; none to say nothing of movement.
    """
    seen = Seen(frame=frame, skeleton=skeleton)
    posture = posture_of(seen)
    thing = " ".join(sorted(posture.things))
    clauses = [Clause(say(posture.key, posture.sides, thing=thing), FIRST)]
    clauses += trunk_clauses(seen, posture)
    clauses += _limbs(seen, posture)
    clauses += shoulder_clauses(seen)
    clauses += head_clauses(seen, posture)
    clauses += thing_clauses(seen, " ".join(clause.text for clause in clauses))
    clauses = list({clause.text: clause for clause in reversed(clauses)}.values())[::-1]
    movement = tuple(movement_clauses(seen, posture, arrows))
    return _fitted(clauses, movement)


def _limbs(seen: Seen, posture: Posture) -> Iterator[Clause]:
    """Yield what legs and arms do; hands that hold a drawn knee are said with it."""
    legs, arms = list(legs_clauses(seen, posture)), list(arms_clauses(seen, posture))
    for leg in legs:
        held = [
            arm for arm in arms if leg.topic and leg.topic == arm.topic.replace("hands", "drawn")
        ]
        if held:
            arms.remove(held[0])
            joint = say("with" if held[0].is_both else "with-one")
            yield Clause(leg.text + joint + held[0].text, leg.weight)
        else:
            yield leg
    yield from arms


def _fitted(clauses: list[Clause], movement: tuple[str, ...]) -> str:
    """Return the sentence, the smallest clauses left out until it is short enough."""
    while True:
        text = say("between").join(clause.text for clause in clauses)
        text = say("before-movement").join((text, *movement[:1]))
        text = say("between").join((text, *movement[1:])) + say("end")
        heaviest = max(clause.weight for clause in clauses)
        if len(text) <= LONGEST or heaviest < PLAIN:
            return text[:1].upper() + text[1:]
        last = max(place for place, one in enumerate(clauses) if one.weight == heaviest)
        del clauses[last]
