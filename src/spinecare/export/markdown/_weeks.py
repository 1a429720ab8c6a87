"""The weeks: a table each, and every different session once."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.export.markdown._claims import Claims
from spinecare.export.markdown.text import plain, strong, table
from spinecare.handout import (
    Handout,
    HandoutAdvice,
    HandoutSheet,
    HandoutSitting,
    HandoutStep,
    HandoutWeek,
)


def week_sections(page: Handout, claims: Claims) -> Iterator[str]:
    """Yield the blocks of all weeks, each with the sessions that are new in it."""
    for week in page.weeks:
        yield f"## {week.title} ({week.period})"
        yield week.note or _table(week)
        yield from _advice(week.advice, claims)
        for sheet in page.sheets:
            if sheet.week in week.numbers:
                yield from _sheet(sheet)


def _table(week: HandoutWeek) -> str:
    rows: list[tuple[str, ...]] = []
    for day in week.days:
        rows += [_row(day.text, sitting) for sitting in day.sittings]
        if not day.sittings:
            rows.append((day.text, "–", "free", "–", "–"))
    return table(("Day", "Start", "Session", "Length", "Place"), rows)


def _row(day: str, sitting: HandoutSitting) -> tuple[str, ...]:
    title = f"{sitting.letter}: {_title(sitting.title)}{_comma(sitting.turned)}"
    return day, sitting.start, title, sitting.minutes, plain(sitting.place)


def _title(text: str) -> str:
    return plain(text) if text else ""


def _comma(text: str) -> str:
    return f", {text}" if text else ""


def _advice(advice: tuple[HandoutAdvice, ...], claims: Claims) -> Iterator[str]:
    lines: list[str] = []
    for item in advice:
        if not item.instruction:
            lines.append(f"- {strong(item.name)}{' (told above)' if item.was_told else ''}")
            continue
        lines.append(f"- {strong(item.name)}: {plain(item.instruction)}")
        lines += [f"    - Mind: {plain(text)}" for text in item.minds]
        lines += [f"    - {line}" for line in claims.lines(item.claims)]
    if advice:
        yield "To try this week, beside the exercises:"
        yield "\n".join(lines)


def _sheet(sheet: HandoutSheet) -> Iterator[str]:
    yield f"### Session {sheet.letter}: {_title(sheet.title) or 'free'}, about {sheet.minutes}"
    if sheet.routines:
        yield f"{plain(sheet.routines)}."
    yield from map(plain, sheet.notes)
    # above the steps, so that it is read before them; a list here would run into theirs in MkDocs
    yield from (f"*{note.steps}:* {plain(note.text)}" for note in sheet.shared)
    if sheet.steps:
        yield "\n".join(f"{step.number}. {_step(step)}" for step in sheet.steps)


def _step(step: HandoutStep) -> str:
    """Return a step as one line, its own notes and resting poses below it."""
    head = f"{f'*{step.purpose}:* ' if step.purpose else ''}{strong(step.name)}"
    head += _comma(step.sides)
    parts = [plain(part) for part in step.dose]
    if step.length:
        parts = [*parts[:-1], f"{parts[-1]} ({step.length})"] if parts else [step.length]
    parts += ["*gentle form*"] if step.is_gentle else []
    parts += ["*new*"] if step.is_new else []
    below = [f"    - {plain(note)}" for note in step.notes]
    below += [f"    - Then rest: {plain(rest.name)}, {rest.length}." for rest in step.rests]
    below += [f"    - {step.row}"] if step.row else []
    return "\n".join([f"{head}: {' · '.join(parts)}" if parts else head, *below])


def break_section(page: Handout) -> Iterator[str]:
    """Yield the breaks from sitting as one table."""
    if page.breaks:
        yield "## Breaks from sitting"
        yield table(
            ("Days", "Times", "Length", "What"),
            [
                (item.days, item.times, item.length, " or ".join(map(plain, item.what)))
                for item in page.breaks
            ],
        )
