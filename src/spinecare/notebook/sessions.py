"""A session: its numbered steps, each with a picture as long as there is room."""

from __future__ import annotations

from spinecare.figures import Figure
from spinecare.model import Purpose, Session, Step
from spinecare.notebook.names import exercise_of, figure_of, title
from spinecare.notebook.pictures import encoded
from spinecare.notebook.showing import Cell, Showing, Table
from spinecare.wording import (
    PURPOSE_WORDS,
    Group,
    day_text,
    dose_parts,
    duration_text,
    groups,
    minutes_text,
    number_text,
    sides_text,
)

_ROOM, _ROOM_OF_WORDS = 58_000, 450
"""Characters for a whole session, below 60 kB, and what the words of a step take of them."""

_MISSING = "Some pictures are left out to keep this small: draw(session) shows every step."


def session_showing(session: Session, *, with_pictures: bool) -> Showing:
    """Return what is shown of a session."""
    told = groups(session)
    head: tuple[str, ...] = ("№", "Exercise", "Dose", "Time")
    rows = [_row(group) for group in told]
    notes = list(session.notes)
    if with_pictures and told:
        figures = _figures([group.step for group in told])
        head = ("№", "Picture", *head[1:])
        rows = [
            (number, Cell(figure=figure), *cells)
            for (number, *cells), figure in zip(rows, figures, strict=True)
        ]
        notes += [] if all(figures) else [_MISSING]
    names = " + ".join(title(id) for id in session.routines) or "No routine"
    length = minutes_text(session.duration_s)
    slot = number_text(session.minutes)
    table = Table(about="The steps of the session", head=head, rows=tuple(rows))
    return Showing(
        title=f"{day_text(session.date)}, {session.start:%H:%M} – {names}",
        id=session.id,
        lines=(f"{length} in a slot of {slot} min. Place: {session.place}.",),
        tables=(table,) if told else (),
        notes=tuple(notes),
    )


def _figures(steps: list[Step]) -> list[Figure | None]:
    """Return pictures of steps until the room is taken, those of routines before what is added."""
    order = sorted(range(len(steps)), key=lambda index: steps[index].purpose is not Purpose.MAIN)
    found: list[Figure | None] = [None] * len(steps)
    room = _ROOM - _ROOM_OF_WORDS * len(steps)
    for index in order:
        figure = figure_of(steps[index])
        room -= len(encoded(figure)) if figure else 0
        if room < 0:  # a small one further on would only look as if it mattered more
            break
        found[index] = figure
    return found


def _row(group: Group) -> tuple[Cell, ...]:
    step = group.step
    exercise = exercise_of(step)
    purpose = PURPOSE_WORDS[step.purpose]
    name = f"{purpose}: {title(step.exercise)}" if purpose else title(step.exercise)
    parts = [part for part in (sides_text(step, exercise), *dose_parts(step, exercise)) if part]
    parts += ["gentle form"] if step.is_reduced else []
    parts += ["new"] if step.is_new else []
    lines = [" · ".join(parts), *step.notes]
    lines += [f"then rest: {title(r.exercise)}, {duration_text(r.duration_s)}" for r in group.rests]
    if group.again_from is not None:
        lines.append(f"steps {group.again_from} to {group.number}: {group.times} times in a row")
    return (
        Cell(str(group.number)),
        Cell(name),
        Cell("\n".join(line for line in lines if line)),
        Cell(duration_text(step.duration_s)),
    )
