"""The weeks: a table each, and every different session once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from spinecare.export.markdown._names import Names
from spinecare.export.markdown._text import plain, sentence, strong, table
from spinecare.model import Plan, Step
from spinecare.wording import (
    PURPOSE_WORDS,
    Group,
    OtherSide,
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
    sides_text,
    times_text,
    week_outlines,
)


def week_sections(plan: Plan, names: Names) -> Iterator[str]:
    """Yield the blocks of all weeks; weeks in a row that repeat the same one share a heading."""
    told: set[str] = set()
    run = groupby(week_outlines(plan), key=lambda week: (week.repeats, week.week.advice))
    for (repeats, _), outlines in run:
        if repeats is None:
            for outline in outlines:
                yield from _week((outline,), names, told)
        else:
            yield from _week(tuple(outlines), names, told)


def _week(outlines: tuple[WeekOutline, ...], names: Names, told: set[str]) -> Iterator[str]:
    first, last = outlines[0], outlines[-1]
    numbers = f"Week {first.week.number}"
    if len(outlines) > 1:
        numbers = f"Weeks {first.week.number} to {last.week.number}"
    yield f"## {numbers} ({period_text(first.week.days[0].date, last.week.days[-1].date)})"
    if first.repeats is not None:
        each = "Each as" if len(outlines) > 1 else "As"
        yield f"{each} week {first.repeats}: the same sessions on the same weekdays and times."
    elif first.sittings:
        yield _table(first, names)
    else:
        yield "No session this week."
    yield from _advice(first, names, told)
    for sheet in first.new:
        yield from _sheet(sheet, names)


def _table(outline: WeekOutline, names: Names) -> str:
    rows: list[tuple[str, ...]] = []
    for day in outline.week.days:
        sittings = [item for item in outline.sittings if item.session in day.sessions]
        rows += [
            (
                day_text(day.date),
                f"{item.session.start:%H:%M}",
                f"{item.sheet.letter}: {names.routines(item.session.routines)}"
                + _comma(_other_side_text(item.other_side)),
                minutes_text(item.session.duration_s),
                plain(item.session.place),
            )
            for item in sittings
        ]
        if not sittings:
            rows.append((day_text(day.date), "–", "free", "–", "–"))
    return table(("Day", "Start", "Session", "Length", "Place"), rows)


def _comma(text: str) -> str:
    return f", {text}" if text else ""


def _other_side_text(side: OtherSide) -> str:
    if side.everywhere or not side.numbers:
        return "other side first" if side.everywhere else ""
    return f"other side first in {_steps(side.numbers)}"


def _steps(numbers: tuple[int, ...]) -> str:
    return f"{'step' if len(numbers) == 1 else 'steps'} {listed(map(str, numbers))}"


def _advice(outline: WeekOutline, names: Names, told: set[str]) -> Iterator[str]:
    lines: list[str] = []
    for id in outline.week.advice:
        advice = names.advice(id)
        if advice is None or id in told:
            lines.append(f"- {strong(names.raw_title(id))} (told above)" if id in told else "")
            continue
        told.add(id)
        lines.append(f"- {strong(advice.name)}: {sentence(advice.instruction)}")
        lines += [f"    - Mind: {sentence(text)}" for text in (*advice.safety, *advice.cautions)]
        lines += [f"    - {line}" for line in names.claim_lines(id)]
    lines = [line for line in lines if line]
    if lines:
        yield "To try this week, beside the exercises:"
        yield "\n".join(lines)


def _sheet(sheet: Sheet, names: Names) -> Iterator[str]:
    session = sheet.session
    yield f"### Session {sheet.letter}: {names.routines(session.routines) or 'free'}"
    yield from (sentence(note) for note in session.notes)
    if sheet.like is not None:
        side = _other_side_text(sheet.other_side)
        head = f"As session {sheet.like}{f' ({side})' if side else ''}"
        if sheet.changed:
            changed = [group for group in sheet.groups if group.number in sheet.changed]
            yield f"{head}, but for these steps (about {minutes_text(session.duration_s)} in all):"
            yield "\n".join(f"- Step {g.number}: {_step_text(g, names, set())}" for g in changed)
        return
    yield f"About {minutes_text(session.duration_s)}."
    counted = Counter(note for group in sheet.groups for note in group.step.notes)
    shared = {note for note, count in counted.items() if count > 1}
    if sheet.groups:
        yield "\n".join(
            f"{group.number}. {_step_text(group, names, shared)}" for group in sheet.groups
        )
    for note in sorted(shared):
        numbers = tuple(group.number for group in sheet.groups if note in group.step.notes)
        yield f"Mind in {_steps(numbers)}: {sentence(note)}"


def _step_text(group: Group, names: Names, shared: set[str]) -> str:
    """Return a step as one line, its own notes and resting poses below it."""
    step = group.step
    purpose = PURPOSE_WORDS[step.purpose]
    name = strong(names.raw_title(step.exercise))
    exercise = names.exercise(step.exercise)
    parts = [f"*{purpose}:* {name}" if purpose else name]
    parts += [
        plain(part) for part in (sides_text(step, exercise), *dose_parts(step, exercise)) if part
    ]
    length = duration_text(step.duration_s)
    if step.duration_s and not parts[-1].endswith(f" {length}"):
        parts.append(f"{length} in all")
    parts += ["*gentle form*"] if step.is_reduced else []
    parts += ["*new*"] if step.is_new else []
    notes = [f"    - {sentence(note)}" for note in step.notes if note not in shared]
    rests = [_rest_text(rest, names) for rest in group.rests]
    return "\n".join([" · ".join(parts), *notes, *rests])


def _rest_text(step: Step, names: Names) -> str:
    return f"    - Then rest: {names.title(step.exercise)}, {duration_text(step.duration_s)}"


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
