"""What a calendar entry says: plain text, cleaned and escaped for the format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from spinecare.model import Catalogue, DeskBreak, Exercise, Purpose, Session, Step
from spinecare.wording import (
    PURPOSE_WORDS,
    STOP_LEAD,
    Group,
    dose_parts,
    groups,
    listed,
    minutes_text,
    number_text,
    sides_text,
)

_MOST_LETTERS = 40  # a phone cuts longer titles, and the minutes with them
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\n]+")
_PLAIN = re.compile(
    "[!-~\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe]+(?: [!-~\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe]+)*"
)
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """Return text as a calendar file can carry it.

    Every kind of line end becomes a line feed. Control characters other than the tab, byte order
    marks and half characters are dropped: the format has no way to write them.
    """
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return cleaned text on one line without spaces in a row, as titles and places need it."""
    if _PLAIN.fullmatch(text):  # nearly every text: nothing to do
        return text
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
    """Return the title of a session: its routines, as many as a phone shows, and its minutes."""
    names = [_routine_name(id, catalogue) for id in session.routines]
    shown = len(names)
    while shown > 1 and len(_title(names, shown)) > _MOST_LETTERS:
        shown -= 1
    return f"{_title(names, shown)} ({minutes_text(session.duration_s)})"


def _title(names: list[str], shown: int) -> str:
    """Return the first of the names, and how many more there are."""
    more = [f"{len(names) - shown} more"] if shown < len(names) else []
    return listed([*names[:shown], *more]) if names else "Exercises"


def session_describer(catalogue: Catalogue) -> Callable[[Session], str]:
    """Return a function from a session to its description; what is equal it tells once only.

    A plan repeats itself: of twelve weeks about every fourth session is new, and every twentieth
    step.
    """
    sessions: dict[tuple[tuple[str, ...], tuple[Step, ...]], str] = {}
    steps: dict[Step, list[str]] = {}

    def tell(step: Step) -> list[str]:
        lines = steps.get(step)  # asked once: what is long takes a while to look up
        if lines is None:
            remarks = (f"   {line}" for line in _remarks(step, catalogue))
            lines = steps[step] = [_step_line(step, catalogue), *remarks]
        return lines

    def describe(session: Session) -> str:
        key = (session.notes, session.steps)
        text = sessions.get(key)
        if text is None:
            text = sessions[key] = _session_description(session, catalogue, tell)
        return text

    return describe


def _session_description(
    session: Session, catalogue: Catalogue, tell: Callable[[Step], list[str]]
) -> str:
    """Return what is needed, the steps with their doses, what to mind, and when to stop."""
    lines = [f"Mind: {one_line(note)}" for note in session.notes]
    lines.extend(_needs(session, catalogue))
    told = groups(session)
    if any(_is_new(group.step) for group in told):
        lines.append("New in this plan, so try it gently: what is marked (new).")
    for group in told:
        first, *remarks = tell(group.step)
        lines += [f"{group.number}. {first}", *remarks]
        lines.extend(f"   Then: {_dosed(step, catalogue)}" for step in group.rests)
        # said at the first step of a row, before it is done
        lines.extend(f"   {_row(row)}" for row in told if row.again_from == group.number)
    return "\n".join([*lines, *_ending(catalogue)])


def _needs(session: Session, catalogue: Catalogue) -> Iterator[str]:
    """Yield a line with the things a session cannot do without."""
    names = {term.id: one_line(term.name) for term in catalogue.equipment}
    needed = [
        names.get(need.id) or need.id
        for step in session.steps
        if (exercise := catalogue.entry_by_id.get(step.exercise)) is not None
        for need in exercise.equipment
        if not need.is_optional
    ]
    if needed:
        yield f"You need: {'; '.join(dict.fromkeys(needed))}."


def _row(last: Group) -> str:
    """Return that a row of steps, known by its last one, is done several times."""
    steps = f"Steps {last.again_from} to {last.number}"
    which = f"Step {last.number}" if last.again_from == last.number else steps
    return f"{which}: {last.times} times in a row."


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
    return "\n".join([*lines, *_ending(catalogue)])


def _step_line(step: Step, catalogue: Catalogue) -> str:
    purpose = PURPOSE_WORDS[step.purpose]
    new = " (new)" if _is_new(step) else ""
    return f"{f'{purpose}: ' if purpose else ''}{_dosed(step, catalogue)}{new}"


def _is_new(step: Step) -> bool:
    """Tell whether to go gently: nobody tries lying down gently."""
    return step.is_new and step.purpose is Purpose.MAIN


def _dosed(step: Step, catalogue: Catalogue) -> str:
    """Return the name of a step's exercise with its sides and its dose."""
    exercise = catalogue.entry_by_id.get(step.exercise)
    name = _name(step.exercise, catalogue)
    details = filter(None, (sides_text(step, exercise), *map(one_line, dose_parts(step, exercise))))
    return " – ".join(filter(None, (name, ", ".join(details))))


def _remarks(step: Step, catalogue: Catalogue) -> Iterator[str]:
    if step.is_reduced:
        yield "In the gentle form."
    exercise = catalogue.entry_by_id.get(step.exercise)
    notes = (f"Mind: {one_line(note)}" for note in step.notes)
    yield from dict.fromkeys((*notes, *(_minds(exercise) if exercise is not None else ())))


def _minds(exercise: Exercise) -> Iterable[str]:
    return (f"Mind: {one_line(note.text)}" for note in (*exercise.cautions, *exercise.safety))


def _ending(catalogue: Catalogue) -> Iterator[str]:
    """Yield the stop signs and the standing notice, each after an empty line."""
    if catalogue.stop_signs:
        yield f"\n{STOP_LEAD}"
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
