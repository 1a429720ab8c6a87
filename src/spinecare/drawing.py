"""The way to a picture: the figures with the built-in catalogue as their default."""

from __future__ import annotations

from typing import Literal

from spinecare.catalogue import load_catalogue
from spinecare.errors import InvalidValueError
from spinecare.figures import Figure, Theme
from spinecare.figures.pictures import Form, SheetPart, picture, sheet, theme_of
from spinecare.figures.scenes import Drawn
from spinecare.figures.siding import Siding
from spinecare.model import (
    Catalogue,
    Cue,
    Drawing,
    Exercise,
    ExerciseId,
    Frame,
    Pose,
    Session,
    Side,
    Step,
    Weekday,
)


def draw(
    subject: Exercise | Pose | Step | Cue | Session | str,
    *,
    catalogue: Catalogue | None = None,
    form: Form | Literal["card", "strip", "animation"] = "card",
    frame: str = "",
    side: Side | Literal["left", "right"] | None = None,
    ghost: bool = False,
    theme: Theme | Literal["light", "dark", "print"] = "light",
    id_prefix: str = "",
) -> Figure:
    """Return a picture of an exercise, a pose, a step, a cue or a whole session.

    Args:
        subject: What to draw: an exercise, variant, transition or rest, or its id or name; a pose;
            a step of a plan, on the side it begins with; a cue, its frame on its side; a session,
            as a sheet of its steps, with the numbers that they have in Markdown.
        catalogue: What has the drawings; the built-in catalogue where none is given, and for what
            the one given does not draw. An exercise without a drawing is shown as it starts.
        form: The `card` is the frame that says it best; the `strip` shows the frames of the
            phases in order, numbered; the `animation` moves there and back, twice, and
            stands still for who prefers no motion. Poses and sessions have one form.
        frame: The frame of a card, where it is to be another one.
        side: The side that works, in one-sided work: the right one where none is named; the left
            one is its mirror image. In work on both sides in turn, the side that begins. What
            moves both sides together has none.
        ghost: Whether the pose that a card's movement comes from stands pale behind it.
        theme: Colours: `light` and `dark` for screens, `print` for paper.
        id_prefix: What every id in the picture begins with. Without one it follows from what is
            shown; give different ones when the same picture stands on a page twice.

    Returns:
        The picture with title, description and size. The same input gives the same bytes.

    Raises:
        UnknownIdError: No exercise has the id or the name.
        InvalidValueError: Something that cannot be drawn, or a form, side or theme that is none.
        FaultyInputError: A text of a drawing cannot be read; all faults of it.
        ImpossiblePoseError: The body cannot hold a pose of a drawing.
        MissingExtraError: A pose is new, and numpy (the extra `[figures]`) is not installed.

    Examples:
        >>> draw("lumbar-1-half-push-up").title
        'Half push-up, pelvis down (prone press-up): frame 2 of 4, up'
    """
    known = load_catalogue() if catalogue is None else catalogue
    _check(known, id_prefix)
    colours = theme_of(theme)
    shown = _form(form)
    if isinstance(subject, Session | Pose):
        _refuse_choices(form=None if shown is Form.CARD else shown, frame=frame or None, side=side)
    if isinstance(subject, Session):
        parts = _parts(subject, known)
        return sheet(parts, heading=_moment(subject), theme=colours, id_prefix=id_prefix)
    if isinstance(subject, Pose):
        drawn = _standing_for(subject, str(subject.position), known)
        name = known.term_name(subject.position).capitalize()
        siding = Siding(drawing=drawn.drawing)
        return picture(drawn, name, siding=siding, theme=colours, id_prefix=id_prefix)
    if isinstance(subject, Step):
        side = _first(subject) if side is None else side
        subject = subject.exercise
    if isinstance(subject, Cue):
        side = subject.figure_side if side is None else side
        frame = frame or (subject.figure if shown is Form.CARD else "")
        subject = subject.exercise
    if isinstance(subject, str):
        subject = _named(subject, known)
    if not isinstance(subject, Exercise):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValueError.of("subject", "an exercise, pose, step, cue or session", subject)
    drawn = _drawn(subject, known)
    return picture(
        drawn,
        subject.name,
        form=shown,
        frame=frame,
        siding=_siding(drawn, subject),
        side=_side(side),
        with_ghost=ghost,
        theme=colours,
        id_prefix=id_prefix,
    )


def _moment(session: Session) -> str:
    """Return when a session is; no two sessions of a plan begin at one moment."""
    # `%A` would follow the machine's locale
    return f"{Weekday.of(session.date)} {session.date} {session.start:%H:%M}"


def _parts(session: Session, catalogue: Catalogue) -> tuple[SheetPart, ...]:
    exercises = {id: catalogue.entry(id) for id in {step.exercise for step in session.steps}}
    drawn = {id: _drawn(exercise, catalogue) for id, exercise in exercises.items()}
    return tuple(
        SheetPart(
            drawn=drawn[step.exercise],
            name=exercises[step.exercise].name,
            siding=_siding(drawn[step.exercise], exercises[step.exercise]),
            side=_first(step),
        )
        for step in session.steps
    )


def _siding(drawn: Drawn, exercise: Exercise) -> Siding:
    return Siding(drawing=drawn.drawing, laterality=exercise.sides, first_side=exercise.first_side)


def _named(text: str, catalogue: Catalogue) -> Exercise:
    """Return the entry of an id, or the only one of a name."""
    wanted = text.casefold()
    named = [entry for entry in catalogue.entries if entry.name.casefold() == wanted]
    return named[0] if len(named) == 1 else catalogue.entry(text)


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


def _check(catalogue: object, id_prefix: object) -> None:
    if not isinstance(catalogue, Catalogue):
        raise InvalidValueError.of(
            "catalogue", "a Catalogue", catalogue, "load it: load_catalogue('mine.toml')."
        )
    if not isinstance(id_prefix, str):
        raise InvalidValueError.of("id_prefix", "text", id_prefix)


def _refuse_choices(**given: str | None) -> None:
    for field, value in given.items():
        if value is not None:
            expected = "none, for a pose or a session"
            raise InvalidValueError.of(field, expected, value, "draw an exercise or a step.")


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
