"""Every different session once: its steps, and when it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, time

from spinecare.handout._manner import common_notes
from spinecare.handout._session_values import (
    HandoutNote,
    HandoutRest,
    HandoutSheet,
    HandoutStep,
)
from spinecare.handout._titles import briefly, routines_text, steps_text, title
from spinecare.model import Exercise, Plan, Purpose, Side, Step
from spinecare.wording import (
    PURPOSE_WORDS,
    Group,
    Sheet,
    WeekOutline,
    clean,
    dose_parts,
    duration_text,
    minutes_text,
    places_text,
    sentence,
    shown,
    sides_text,
    weekdays_text,
)

_OFTEN = 3  # so many steps share a note before it is worth looking away from them


def sheets(plan: Plan, outlines: tuple[WeekOutline, ...]) -> Iterator[HandoutSheet]:
    """Yield the sheets in the order of their letters."""
    common = common_notes(plan)
    for outline in outlines:
        for sheet in outline.new:
            yield _sheet(plan, sheet, outline.week.number, _when(plan, outlines, sheet), common)


def _sheet(plan: Plan, sheet: Sheet, week: int, when: str, common: tuple[str, ...]) -> HandoutSheet:
    session = sheet.session
    counted = Counter(note for group in sheet.groups for note in group.step.notes)
    shared = tuple(note for note, count in counted.items() if count >= _OFTEN)
    return HandoutSheet(
        letter=sheet.letter,
        week=week,
        title=briefly(plan, session.routines),
        routines=routines_text(plan, session.routines) if len(session.routines) > 2 else "",
        minutes=minutes_text(session.duration_s),
        when=when,
        notes=tuple(sentence(note) for note in session.notes if note not in common),
        shared=tuple(
            HandoutNote(steps=_steps_with(note, sheet).capitalize(), text=sentence(note))
            for note in shared
        ),
        steps=tuple(_step(plan, group, sheet, shared) for group in sheet.groups),
    )


def _steps_with(note: str, sheet: Sheet) -> str:
    return steps_text(tuple(group.number for group in sheet.groups if note in group.step.notes))


def _step(plan: Plan, group: Group, sheet: Sheet, shared: tuple[str, ...]) -> HandoutStep:
    step = group.step
    exercise = plan.catalogue.entry_by_id.get(step.exercise)
    dose, length = dose_and_length(step, exercise)
    return HandoutStep(
        number=group.number,
        exercise=step.exercise,
        side=side_to_draw(step),
        purpose="" if _opens_late(group, sheet) else PURPOSE_WORDS[step.purpose],
        name=title(plan, step.exercise),
        sides=sides_text(step, exercise),
        dose=dose,
        length=length,
        is_gentle=step.is_reduced,
        is_new=step.is_new,
        notes=tuple(sentence(note) for note in step.notes if note not in shared),
        rests=tuple(
            HandoutRest(
                exercise=rest.exercise,
                name=title(plan, rest.exercise),
                length=duration_text(rest.duration_s),
            )
            for rest in group.rests
        ),
        row=_row(group, sheet),
    )


def side_to_draw(step: Step) -> str:
    """Return the side that a step begins with; nothing where both move together."""
    return next((side.value for side in step.sides if side is not Side.BOTH), "")


def dose_and_length(step: Step, exercise: Exercise | None) -> tuple[tuple[str, ...], str]:
    """Return the parts of a dose, and the length of a step where they do not say it."""
    parts = tuple(clean(part) for part in dose_parts(step, exercise))
    length = duration_text(step.duration_s)
    is_said = len(parts) == 1 and _says_length(step, parts[0])
    return parts, "" if is_said or not step.duration_s else length


def _says_length(step: Step, part: str) -> bool:
    """Whether the dose says how long a step takes; for one that is stayed in nearly will do."""
    is_stay = len(step.sides) == 1 and part.startswith("stay ")
    return is_stay or part.endswith(f" {duration_text(step.duration_s)}")


def _opens_late(group: Group, sheet: Sheet) -> bool:
    """Whether a step opens a routine in the middle of a session: no opening to who follows it."""
    before = (other.step.purpose for other in sheet.groups[: group.number - 1])
    return group.step.purpose is Purpose.OPENING and Purpose.MAIN in before


def _row(group: Group, sheet: Sheet) -> str:
    """Say at the first step of a row, before it is done, that the row is done several times."""
    rows = [last for last in sheet.groups if last.again_from == group.number]
    return " ".join(
        f"{steps_text(tuple(range(group.number, last.number + 1))).capitalize()}: "
        f"{last.times} times in a row."
        for last in rows
    )


def _when(plan: Plan, outlines: tuple[WeekOutline, ...], sheet: Sheet) -> str:
    """Say the days, times and places of the sessions of a sheet, weeks that are alike at once."""
    weeks: dict[str, list[int]] = {}
    for outline in outlines:
        found: dict[tuple[time, str], list[date]] = {}
        for item in outline.sittings:
            if item.sheet == sheet:
                at = (item.session.start, shown(item.session.place))
                found.setdefault(at, []).append(item.session.date)
        text = "; ".join(
            f"{weekdays_text(dates)} {at:%H:%M}, {place}" for (at, place), dates in found.items()
        )
        if text:
            weeks.setdefault(text, []).append(outline.week.number)
    if list(weeks.values()) == [[outline.week.number for outline in outlines]]:
        return next(iter(weeks))
    return "; ".join(
        f"{places_text(plan, tuple(f'week {number}' for number in numbers))}: {text}"
        for text, numbers in weeks.items()
    )
