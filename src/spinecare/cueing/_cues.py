"""The door: a session as cues."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from attrs import evolve

from spinecare.catalogue import load_catalogue
from spinecare.cueing._moments import Moment, moments
from spinecare.cueing._sides import Sides
from spinecare.cueing._texts import Words, fitting
from spinecare.errors import InvalidValueError
from spinecare.model import Catalogue, Cue, Session, Step


def cues(session: Session, *, catalogue: Catalogue | None = None) -> tuple[Cue, ...]:
    """Return a session as timed cues: what a player, a voice or a light needs to lead through it.

    Cues follow each other without a gap; the first begins at 0, the last ends after
    `session.duration_s`. What takes no time of its own (getting into position, most often) is told
    by the cue that follows, or by the last one. Where an exercise is done on the other side than
    its words speak of, left and right change places in them.

    Args:
        session: The session.
        catalogue: What has the words and drawings of its exercises: `plan.catalogue`, or one's own;
            the built-in catalogue where none is given. An exercise that it lacks is led through
            with plain words and no picture.

    Returns:
        Cues in order; none for a session without steps. What a voice says (`say`) fits the cue's
        time at 150 words a minute, but for the name of the next exercise, which is always said.

    Raises:
        InvalidValueError: Not a session, or not a catalogue.

    Examples:
        >>> from datetime import date
        >>> from spinecare import Person, Screening, make_plan
        >>> person = Person(
        ...     goals=["ease-neck"],
        ...     availability="Mon 19:00 20 min",
        ...     timezone="Europe/Berlin",
        ...     screening=Screening(others="no"),
        ... )
        >>> session = make_plan(person, start=date(2026, 11, 23)).sessions[0]
        >>> second = cues(session)[1]
        >>> second.at_s, second.lasts_s, second.kind.value
        (30.0, 120.0, 'hold')
        >>> second.say
        'Keep the pose in which muscles relax and pain disappears. 2 minutes.'
    """
    if not isinstance(session, Session):
        raise InvalidValueError.of("session", "a Session", session, "take one of plan.sessions.")
    known = load_catalogue() if catalogue is None else catalogue
    if not isinstance(known, Catalogue):
        raise InvalidValueError.of("catalogue", "a Catalogue", known, "give plan.catalogue.")
    made: list[Cue] = []
    left: tuple[str, ...] = ()
    for number, step in enumerate(session.steps, start=1):
        at = made[-1].ends_s if made else 0.0
        told = _Told(step, number, known, left)
        made.extend(told.cues(at))
        left = told.waiting
    if made and left:  # nothing follows that could tell it
        made[-1] = evolve(made[-1], text=_together(made[-1].text, *left))
    return tuple(made)


class _Told:
    """A step as it is told: its cues, and what waits for a cue that can tell it."""

    def __init__(
        self, step: Step, number: int, catalogue: Catalogue, waiting: tuple[str, ...]
    ) -> None:
        """Look up what the step is called and how it uses the sides."""
        exercise = catalogue.entry_by_id.get(step.exercise)
        self._step = step
        self._number = number
        self._sides = Sides.of(step, exercise, catalogue)
        self._words = Words(step=step, exercise=exercise, sides=self._sides)
        self.waiting = waiting

    def cues(self, at: float) -> Iterator[Cue]:
        """Yield the cues of the step from a second on; one without length if it takes no time."""
        ready, *rest = moments(self._step)
        leading = takewhile(lambda moment: not moment.seconds, rest)
        announced = self._words.announced(_together(*map(self._words.own, leading)))
        if ready.seconds or not any(moment.seconds for moment in rest):
            say = fitting(announced, ready.seconds)
            yield self._cue(ready, at, say)
            at += ready.seconds
            announced = ()
        is_known = not announced  # how to get into it has been said already
        for moment in rest:
            if not moment.seconds:
                own = self._words.own(moment)
                self.waiting += (own,) if own and own not in self.waiting else ()
                continue
            is_first_time = moment.set == moment.rep == 1 and not is_known
            say = self._words.said(moment, _together(*self.waiting) if is_first_time else "")
            if announced:
                forms = [f"{form} {say}".strip() for form in announced]
                say = fitting((*forms, *announced), moment.seconds)
            yield self._cue(moment, at, say)
            at += moment.seconds
            announced, is_known = (), False

    def _cue(self, moment: Moment, at: float, say: str) -> Cue:
        figure, figure_side = self._sides.figure(moment)
        text = _together(*self.waiting, self._words.shown(moment))
        self.waiting = ()
        return Cue(
            at_s=at,
            lasts_s=moment.seconds,
            kind=moment.kind,
            role=moment.role,
            step=self._number,
            exercise=self._step.exercise,
            title=self._words.title,
            text=text,
            say=say,
            breath=self._words.breath(moment),
            side=self._sides.side(moment),
            rep=moment.rep,
            reps=self._step.cycles,
            set=moment.set,
            sets=self._step.sets,
            figure=figure,
            figure_side=figure_side,
        )


def _together(*texts: str) -> str:
    return " ".join(text for text in texts if text)
