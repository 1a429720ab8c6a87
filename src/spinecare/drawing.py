"""The way to a picture: the figures with the built-in catalogue as their default."""

from __future__ import annotations

from typing import Literal

from spinecare.catalogue import load_catalogue
from spinecare.errors import InvalidValueError
from spinecare.figures import Figure, Theme
from spinecare.figures.pictures import Form, SheetPart, picture, sheet, theme_of
from spinecare.figures.scenes import Drawn
from spinecare.model import (
    Catalogue,
    Drawing,
    Exercise,
    ExerciseId,
    Frame,
    Laterality,
    Pose,
    Session,
    Side,
    Step,
)


def draw(
    subject: Exercise | Pose | Step | Session | str,
    *,
    catalogue: Catalogue | None = None,
    form: Form | Literal["card", "strip", "animation"] = "card",
    frame: str = "",
    side: Side | Literal["left", "right"] | None = None,
    theme: Theme | Literal["light", "dark", "print"] = "light",
    id_prefix: str = "",
) -> Figure:
    """Return a picture of an exercise, a pose, a step or a whole session.

    Args:
        subject: What to draw: an exercise, variant, transition or rest, or its id; a pose; a step
            of a plan, on the side it begins with; a session, as a sheet of its steps in order.
        catalogue: What has the drawings; the built-in catalogue where none is given, and for what
            the one given does not draw. An exercise without a drawing is shown as it starts.
        form: The `card` is the frame that says it best; the `strip` shows the frames of the
            phases in order, numbered; the `animation` moves there and back, three times, and
            stands still for who prefers no motion. Poses and sessions have one form.
        frame: The frame of a card, where it is to be another one.
        side: The side that works: the right one where none is named. The left one is its mirror
            image. What moves both sides together, or shows both in its frames, has none.
        theme: Colours: `light` and `dark` for screens, `print` for paper.
        id_prefix: What every id in the picture begins with. Without one it follows from what is
            shown; give different ones when the same picture stands on a page twice.

    Returns:
        The picture with title, description and size. The same input gives the same bytes.

    Raises:
        UnknownIdError: No exercise has the id, or the drawing has no such frame.
        InvalidValueError: Something that cannot be drawn, or a form, side or theme that is none.
        FaultyInputError: A text of a drawing cannot be read; all faults of it.
        ImpossiblePoseError: The body cannot hold a pose of a drawing.
        MissingExtraError: A pose is new, and numpy (the extra `[figures]`) is not installed.

    Examples:
        >>> draw("lumbar-1-half-push-up").title
        'Half push-up, pelvis down (prone press-up): step 2 of 3, up'
    """
    known = catalogue or load_catalogue()
    shown = _form(form)
    colours = theme_of(theme)
    if isinstance(subject, Session):
        parts = tuple(
            SheetPart(drawn=_drawn(entry, known), name=entry.name, side=_working(entry, step))
            for step in subject.steps
            for entry in (known.entry(step.exercise),)
        )
        heading = f"{subject.date:%A} {subject.start:%H:%M}"
        return sheet(parts, heading=heading, theme=colours, id_prefix=id_prefix)
    if isinstance(subject, Pose):
        drawn = _standing_for(subject, str(subject.position), known)
        return picture(
            drawn,
            known.term_name(subject.position).capitalize(),
            theme=colours,
            id_prefix=id_prefix,
        )
    if isinstance(subject, Step):
        side = _first(subject) if side is None else side
        subject = subject.exercise
    if isinstance(subject, str):
        subject = known.entry(subject)
    if not isinstance(subject, Exercise):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValueError.of("subject", "an exercise, pose, step or session", subject)
    return picture(
        _drawn(subject, known),
        subject.name,
        form=shown,
        frame=frame,
        side=_side(side) if subject.sides is not Laterality.BOTH_TOGETHER else None,
        theme=colours,
        id_prefix=id_prefix,
    )


def _drawn(exercise: Exercise, catalogue: Catalogue) -> Drawn:
    """Return how an exercise is drawn: by the catalogue, by the built-in one, or as it starts."""
    for place in (catalogue, load_catalogue()):
        drawing = place.drawing(exercise.id)
        if drawing is not None:
            return Drawn(drawing=drawing, postures=_postures(place))
    return _standing_for(exercise.start, exercise.id, catalogue)


def _standing_for(pose: Pose, id: str, catalogue: Catalogue) -> Drawn:
    """Return the drawing of a pose: the posture of its position."""
    posture = Frame(id="position", like=str(pose.position))
    return Drawn(
        drawing=Drawing(of=ExerciseId(id), frames=(posture,)),
        postures=_postures(catalogue),
    )


def _postures(catalogue: Catalogue) -> dict[str, Frame]:
    return {**load_catalogue().posture_by_id, **catalogue.posture_by_id}


def _first(step: Step) -> Side | None:
    return next((side for side in step.sides if side is not Side.BOTH), None)


def _working(exercise: Exercise, step: Step) -> Side | None:
    return _first(step) if exercise.sides is not Laterality.BOTH_TOGETHER else None


def _form(value: Form | str) -> Form:
    try:
        return Form(value)
    except ValueError:
        raise InvalidValueError.of("form", f"one of {', '.join(Form)}", value) from None


def _side(value: Side | str | None) -> Side | None:
    if value is None:
        return None
    try:
        side = Side(value)
    except ValueError:
        side = Side.BOTH
    if side is Side.BOTH:
        raise InvalidValueError.of("side", "left or right", value)
    return side
