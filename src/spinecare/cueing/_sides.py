"""Which side works at a moment, which frame shows it, and the words for that side."""

from __future__ import annotations

import re

from attrs import frozen

from spinecare.cueing._moments import Moment
from spinecare.figures.siding import Siding
from spinecare.model import Catalogue, Exercise, Laterality, Side, Step

_IN_TURN = (Laterality.ALTERNATING, Laterality.DIAGONAL)
_WORD = re.compile(r"\b(left|right|Left|Right)\b(?! angles?\b| away\b)")
"""Sides; a right angle and "right away" are none."""
_OTHER = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}


@frozen(kw_only=True)
class Sides:
    """How a step uses the sides of the body, moment by moment."""

    step: Step
    """The step."""
    laterality: Laterality
    """How its exercise uses sides."""
    described: Side | None
    """The side that the exercise's words begin with; `None` where they name none."""
    siding: Siding | None
    """How its drawing shows sides; `None` without a drawing."""

    @classmethod
    def of(cls, step: Step, exercise: Exercise | None, catalogue: Catalogue) -> Sides:
        """Return how a step of an exercise uses them; without the exercise, as the step says."""
        drawing = catalogue.drawing(step.exercise)
        laterality = exercise.sides if exercise is not None else _guessed(step)
        first = exercise.first_side if exercise is not None else None
        siding = None
        if drawing is not None:
            siding = Siding(drawing=drawing, laterality=laterality, first_side=first)
        return cls(step=step, laterality=laterality, described=first, siding=siding)

    @property
    def first(self) -> Side | None:
        """The side that begins; `None` where both move together."""
        return next((side for side in self.step.sides if side is not Side.BOTH), None)

    def side(self, moment: Moment) -> Side | None:
        """Return the side that works at a moment; `None` where both do, or neither."""
        sides = self.step.sides or (Side.BOTH,)
        if self.step.one_side_after_other or len(sides) == 1:
            side = sides[moment.place]
            return None if side is Side.BOTH else side
        if moment.phase is None or self.laterality not in _IN_TURN:
            return None
        if self.step.phases[moment.phase].times > 1:
            return sides[moment.time % 2]
        return self._shown_side(moment.phase)

    def _shown_side(self, phase: int) -> Side | None:
        """Return the side of a phase of work in turn: its frame and the mirror image take turns."""
        if self.siding is None or not self.siding.is_in_turn:
            return None
        frames = self.siding.drawing.phases
        turned = self.siding.strip(frames, self.siding.begins.other)
        paired = [own for own, other in zip(frames, turned, strict=True) if own != other]
        if phase >= len(frames) or frames[phase] not in paired:
            return None
        is_first = frames[phase] == paired[0]
        return self.step.sides[0 if is_first else 1]

    def figure(self, moment: Moment) -> tuple[str, Side | None]:
        """Return the frame that shows a moment, empty for the card, and the side to draw it on."""
        if self.siding is None or moment.phase is None:
            return "", self.side(moment) or self.first
        frames = self.siding.strip(self.siding.drawing.phases, self.first)
        if moment.phase >= len(frames):
            return "", self.side(moment) or self.first
        side = self.side(moment) if self.siding.is_mirrored else None
        return frames[moment.phase], side

    def worded(self, text: str, moment: Moment) -> str:
        """Return words of the exercise for the side that works: left and right change places.

        The words of an exercise speak of one side, or of one that begins.
        """
        if self.described is None or self.first is None:
            return text
        now = self.side(moment) if self.step.one_side_after_other else self.first
        if now in (None, self.described):
            return text
        return _WORD.sub(lambda match: _OTHER[match[0]], text)


def _guessed(step: Step) -> Laterality:
    """Return how a step uses sides whose exercise nobody knows."""
    if step.one_side_after_other:
        return Laterality.LEFT_RIGHT
    return Laterality.ALTERNATING if len(step.sides) > 1 else Laterality.BOTH_TOGETHER
