"""What a calendar entry says: plain text, cleaned and escaped for the format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spinecare.model import Catalogue, DeskBreak, Exercise, Purpose, Session, Step
from spinecare.wording import (
    PURPOSE_WORDS,
    dose_parts,
    groups,
    listed,
    minutes_text,
    number_text,
    sides_text,
)

_MOST_NAMES = 3  # calendars cut long titles, and the minutes with them
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\n]+")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """Return text as a calendar file can carry it.

    Every kind of line end becomes a line feed. Control characters other than the tab, byte order
    marks and half characters are dropped: the format has no way to write them.
    """
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return cleaned text on one line without spaces in a row, as titles and places need it."""
    return _SPACES.sub(" ", clean(text)).strip(" ")


def escaped(text: str) -> str:
    r"""Return text with backslashes, semicolons, commas and line feeds escaped (RFC 5545, 3.3.11).

    icalendar's own escaping (up to 7.3 at least) turns `\N` in a text, as in `C:\Notes`, into a
    line end.
    """
    for character in ("\\", ";", ","):
        text = text.replace(character, "\\" + character)
    return text.replace("\n", "\\n")


def session_summary(session: Session, catalogue: Catalogue) -> str:
    """Return the title of a session: its routines and its minutes."""
    names = [_routine_name(id, catalogue) for id in session.routines]
    if len(names) > _MOST_NAMES:
        names[_MOST_NAMES:] = [f"{len(names) - _MOST_NAMES} more"]
    what = listed(names) if names else "Exercises"
    return f"{what} ({minutes_text(session.duration_s)})"


def session_description(session: Session, catalogue: Catalogue) -> str:
    """Return the steps of a session with their doses, what to mind, and when to stop."""
    lines = [f"Mind: {one_line(note)}" for note in session.notes]
    for group in groups(session):
        lines.append(f"{group.number}. {_step_line(group.step, catalogue)}")
        lines.extend(f"   {line}" for line in _remarks(group.step, catalogue))
        lines.extend(f"   Then: {_dosed(step, catalogue)}" for step in group.rests)
    return clean("\n".join([*lines, *_ending(catalogue)]))


def break_summary(item: DeskBreak, catalogue: Catalogue) -> str:
    """Return the title of a break from sitting."""
    name = _name(item.exercise, catalogue)
    return f"Desk break: {name} ({number_text(item.minutes)} min)"


def break_description(item: DeskBreak, catalogue: Catalogue) -> str:
    """Return how to do a break, what else will do, what to mind, and when to stop."""
    exercise = catalogue.entry_by_id.get(item.exercise)
    lines: list[str] = []
    if exercise is not None:
        lines += [one_line(exercise.instruction), *_minds(exercise)]
    if item.others:
        names = ", ".join(_name(id, catalogue) for id in item.others)
        lines.append(f"Or instead: {names}")
    return clean("\n".join([*lines, *_ending(catalogue)]))


def _step_line(step: Step, catalogue: Catalogue) -> str:
    purpose = PURPOSE_WORDS[step.purpose]
    return f"{f'{purpose}: ' if purpose else ''}{_dosed(step, catalogue)}"


def _dosed(step: Step, catalogue: Catalogue) -> str:
    """Return the name of a step's exercise with its sides and its dose."""
    exercise = catalogue.entry_by_id.get(step.exercise)
    name = _name(step.exercise, catalogue)
    details = filter(None, (sides_text(step, exercise), *map(one_line, dose_parts(step, exercise))))
    return " – ".join(filter(None, (name, ", ".join(details))))


def _remarks(step: Step, catalogue: Catalogue) -> Iterator[str]:
    marks = {
        "In the reduced form.": step.is_reduced,
        "New in this plan: try it gently.": step.is_new and step.purpose is Purpose.MAIN,
    }
    if any(marks.values()):
        yield " ".join(mark for mark, is_due in marks.items() if is_due)
    exercise = catalogue.entry_by_id.get(step.exercise)
    notes = (f"Mind: {one_line(note)}" for note in step.notes)
    yield from dict.fromkeys((*notes, *(_minds(exercise) if exercise is not None else ())))


def _minds(exercise: Exercise) -> Iterable[str]:
    return (f"Mind: {one_line(note.text)}" for note in (*exercise.cautions, *exercise.safety))


def _ending(catalogue: Catalogue) -> Iterator[str]:
    """Yield the stop signs and the standing notice, each after an empty line."""
    if catalogue.stop_signs:
        yield "\nStop at once and get medical advice at any of these:"
        yield from (f"- {one_line(sign)}" for sign in catalogue.stop_signs)
    if catalogue.notice:
        yield f"\n{one_line(catalogue.notice)}"


def _name(id: str, catalogue: Catalogue) -> str:
    """Return the name of an exercise, or its id where there is none that can be shown."""
    exercise = catalogue.entry_by_id.get(id)
    return (one_line(exercise.name) if exercise is not None else "") or id


def _routine_name(id: str, catalogue: Catalogue) -> str:
    names = (one_line(routine.name) for routine in catalogue.routines if routine.id == id)
    return next(names, "") or id
