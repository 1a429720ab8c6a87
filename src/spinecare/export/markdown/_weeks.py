"""The weeks: a table each, and every different session once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from spinecare.export.markdown._names import Names
from spinecare.export.markdown._text import plain, sentence, strong, table
from spinecare.model import Plan, Purpose, RoutineId, Step
from spinecare.wording import (
    PURPOSE_WORDS,
    Group,
    Sheet,
    WeekOutline,
    break_patterns,
    day_text,
    days_text,
    dose_parts,
    duration_text,
    listed,
    minutes_text,
    number_text,
    period_text,
    sides_alternate,
    sides_text,
    times_text,
    week_outlines,
)

_OFTEN = 3  # so many steps share a note before it is worth looking away from them


class _Told:
    """What the sheet has told already, or tells for all sessions at once."""

    def __init__(self, plan: Plan) -> None:
        """Look at the whole plan once."""
        self.advice: set[str] = set()
        self.notes = common_notes(plan)
        self.sides = sides_alternate(plan)


def common_notes(plan: Plan) -> tuple[str, ...]:
    """Return the notes that all sessions of a plan carry, in the order of the first."""
    sessions = plan.sessions
    notes = sessions[0].notes if sessions else ()
    return tuple(note for note in notes if all(note in session.notes for session in sessions))


def week_sections(plan: Plan, names: Names) -> Iterator[str]:
    """Yield the blocks of all weeks; weeks in a row that repeat the same one share a heading."""
    told = _Told(plan)
    weeks = week_outlines(plan)
    for (repeats, _), run in groupby(weeks, key=lambda week: (week.repeats, week.week.advice)):
        if repeats is None:
            for outline in run:
                yield from _week((outline,), names, told)
        else:
            yield from _week(tuple(run), names, told)


def _week(outlines: tuple[WeekOutline, ...], names: Names, told: _Told) -> Iterator[str]:
    first, last = outlines[0], outlines[-1]
    numbers = f"Week {first.week.number}"
    if len(outlines) > 1:
        numbers = f"Weeks {first.week.number} to {last.week.number}"
    yield f"## {numbers} ({period_text(first.week.days[0].date, last.week.days[-1].date)})"
    if first.repeats is not None:
        each = "Each as" if len(outlines) > 1 else "As"
        yield f"{each} week {first.repeats}: the same sessions on the same weekdays and times."
    elif first.sittings:
        yield _table(first, names, told)
    else:
        yield "No session this week."
    yield from _advice(first, names, told)
    for sheet in first.new:
        yield from _sheet(sheet, names, told)


def _table(outline: WeekOutline, names: Names, told: _Told) -> str:
    rows: list[tuple[str, ...]] = []
    for day in outline.week.days:
        sittings = [item for item in outline.sittings if item.session in day.sessions]
        rows += [
            (
                day_text(day.date),
                f"{item.session.start:%H:%M}",
                f"{item.sheet.letter}: {_briefly(item.session.routines, names)}"
                + _comma(_turned_text(item.other_side, told)),
                minutes_text(item.session.duration_s),
                plain(item.session.place),
            )
            for item in sittings
        ]
        if not sittings:
            rows.append((day_text(day.date), "–", "free", "–", "–"))
    return table(("Day", "Start", "Session", "Length", "Place"), rows)


def _briefly(routines: tuple[RoutineId, ...], names: Names) -> str:
    """Name what a session holds so that a table stays narrow."""
    if len(routines) < 3:
        return names.routines(routines)
    return f"{names.title(routines[0])} and {len(routines) - 1} more"


def _comma(text: str) -> str:
    return f", {text}" if text else ""


def _turned_text(numbers: tuple[int, ...], told: _Told) -> str:
    """Say where the other side starts, unless the sheet says so for all exercises at once."""
    return "" if told.sides or not numbers else f"other side first in {_steps(numbers)}"


def _steps(numbers: tuple[int, ...]) -> str:
    """Say step numbers: `step 2`, `steps 2 and 5`, `steps 3 to 7`."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return f"steps {first} to {last}"
    return f"{'step' if len(numbers) == 1 else 'steps'} {listed(map(str, numbers))}"


def _advice(outline: WeekOutline, names: Names, told: _Told) -> Iterator[str]:
    lines: list[str] = []
    for id in outline.week.advice:
        advice = names.advice(id)
        if id in told.advice or advice is None:
            lines.append(f"- {strong(names.raw_title(id))}{' (told above)' if advice else ''}")
            continue
        told.advice.add(id)
        lines.append(f"- {strong(advice.name)}: {sentence(advice.instruction)}")
        lines += [f"    - Mind: {sentence(text)}" for text in (*advice.safety, *advice.cautions)]
        lines += [f"    - {line}" for line in names.claim_lines(id)]
    if lines:
        yield "To try this week, beside the exercises:"
        yield "\n".join(lines)


def _sheet(sheet: Sheet, names: Names, told: _Told) -> Iterator[str]:
    session = sheet.session
    title = _briefly(session.routines, names) or "free"
    yield f"### Session {sheet.letter}: {title}, about {minutes_text(session.duration_s)}"
    if len(session.routines) > 2:
        yield f"{names.routines(session.routines)}."
    yield from (sentence(note) for note in session.notes if note not in told.notes)
    counted = Counter(note for group in sheet.groups for note in group.step.notes)
    shared = tuple(note for note, count in counted.items() if count >= _OFTEN)
    # above the steps, so that it is read before them; a list here would run into theirs in MkDocs
    yield from (_shared_note(note, sheet) for note in shared)
    if sheet.groups:
        yield "\n".join(f"{g.number}. {_step_text(g, sheet, names, shared)}" for g in sheet.groups)


def _shared_note(note: str, sheet: Sheet) -> str:
    numbers = tuple(group.number for group in sheet.groups if note in group.step.notes)
    return f"*{_steps(numbers).capitalize()}:* {sentence(note)}"


def _step_text(group: Group, sheet: Sheet, names: Names, shared: tuple[str, ...]) -> str:
    """Return a step as one line, its own notes and resting poses below it."""
    step = group.step
    purpose = "" if _opens_late(group, sheet) else PURPOSE_WORDS[step.purpose]
    exercise = names.exercise(step.exercise)
    head = f"{f'*{purpose}:* ' if purpose else ''}{strong(names.raw_title(step.exercise))}"
    head += _comma(sides_text(step, exercise))
    parts = [plain(part) for part in dose_parts(step, exercise)]
    length = duration_text(step.duration_s)
    if step.duration_s and not (len(parts) == 1 and _says_length(step, parts[0])):
        parts = [*parts[:-1], f"{parts[-1]} ({length})"] if parts else [length]
    parts += ["*gentle form*"] if step.is_reduced else []
    parts += ["*new*"] if step.is_new else []
    notes = [f"    - {sentence(note)}" for note in step.notes if note not in shared]
    rests = [_rest_text(rest, names) for rest in group.rests]
    for last in sheet.groups:  # said at the first step of the row, before it is done
        if last.again_from == group.number:
            row = _steps(tuple(range(group.number, last.number + 1)))
            rests.append(f"    - {row.capitalize()}: {last.times} times in a row.")
    return "\n".join([f"{head}: {' · '.join(parts)}" if parts else head, *notes, *rests])


def _opens_late(group: Group, sheet: Sheet) -> bool:
    """Whether a step opens a routine in the middle of a session: no opening to who follows it."""
    before = (other.step.purpose for other in sheet.groups[: group.number - 1])
    return group.step.purpose is Purpose.OPENING and Purpose.MAIN in before


def _says_length(step: Step, part: str) -> bool:
    """Whether the dose says how long a step takes; for one that is stayed in nearly will do."""
    is_stay = len(step.sides) == 1 and part.startswith("stay ")
    return is_stay or part.endswith(f" {duration_text(step.duration_s)}")


def _rest_text(step: Step, names: Names) -> str:
    return f"    - Then rest: {names.title(step.exercise)}, {duration_text(step.duration_s)}."


def break_section(plan: Plan, names: Names) -> Iterator[str]:
    """Yield the breaks from sitting as one table."""
    patterns = break_patterns(plan)
    if not patterns:
        return
    dates = [day.date for day in plan.days]
    rows = [
        (
            days_text(pattern.dates, dates),
            times_text(pattern.times),
            f"{number_text(pattern.minutes)} min",
            " or ".join(names.title(id) for id in (pattern.exercise, *pattern.others)),
        )
        for pattern in patterns
    ]
    yield "## Breaks from sitting"
    yield table(("Days", "Times", "Length", "What"), rows)
