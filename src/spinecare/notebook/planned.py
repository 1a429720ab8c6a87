"""A plan and a week of it, as compact tables."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from spinecare.model import Day, Plan, Session, WeeklyPlan
from spinecare.notebook.names import title
from spinecare.notebook.showing import Cell, Showing, Table, row
from spinecare.wording import (
    SEVERITY_WORDS,
    Sheet,
    WeekOutline,
    break_patterns,
    day_text,
    days_text,
    duration_text,
    minutes_text,
    number_text,
    period_text,
    times_text,
    week_outlines,
)


def plan_showing(plan: Plan) -> Showing:
    """Return what is shown of a plan: its weeks as rows, its different sessions by a letter."""
    outlines = week_outlines(plan)
    sheets = [sheet for outline in outlines for sheet in outline.new]
    return Showing(
        title=plan.name or "Plan",
        lines=(_summary(plan),),
        tables=tuple(_plan_tables(plan, outlines, sheets)),
        notes=(*_breaks(plan), *_findings(plan)),
    )


def _summary(plan: Plan) -> str:
    if not plan.weeks:
        return "No week is planned."
    period = period_text(plan.days[0].date, plan.days[-1].date)
    weeks = counted(len(plan.weeks), "week")
    text = f"{period}: {weeks}, {counted(len(plan.sessions), 'session')}. "
    text += f"Times are those of {plan.timezone}."
    return f"{text} Revision {plan.revision}." if plan.revision else text


def counted(count: int, word: str, plural: str = "") -> str:
    """Return how many there are of what a word names: `1 week`, `2 entries`, `no sessions`."""
    return f"{count or 'no'} {word if count == 1 else plural or f'{word}s'}"


def _plan_tables(plan: Plan, outlines: tuple[WeekOutline, ...], sheets: list[Sheet]) -> list[Table]:
    if not sheets:
        return []
    weekdays = tuple(day.weekday.value for day in outlines[0].week.days)
    weeks = Table(
        about="The weeks: start and letter of each session",
        head=("Week", *weekdays),
        rows=tuple(
            cells
            for _, run in groupby(outlines, key=lambda outline: outline.repeats or outline)
            for cells in _week_rows(tuple(run))
        ),
    )
    letters = Table(
        about="The sessions by letter",
        head=("Letter", "Session", "Steps", "Length"),
        rows=tuple(_sheet_row(plan, sheet) for sheet in sheets),
    )
    return [weeks, letters]


def _week_rows(run: tuple[WeekOutline, ...]) -> list[tuple[Cell, ...]]:
    """Return the row of a week, or one row for weeks in turn that repeat the same one."""
    first, last = run[0], run[-1]
    number = f"{first.week.number}"
    if len(run) > 1:
        number += f" to {last.week.number}"
    if first.repeats is not None:
        as_before = f"as week {first.repeats}"
        return [(Cell(number), Cell(as_before), *(Cell() for _ in range(6)))]
    days = (Cell(_sittings(first, day) or "–") for day in first.week.days)
    return [(Cell(f"{number}\n{day_text(first.week.days[0].date)[4:]}"), *days)]


def _sittings(outline: WeekOutline, day: Day) -> str:
    return "\n".join(
        f"{sitting.session.start:%H:%M} {sitting.sheet.letter}"
        for sitting in outline.sittings
        if sitting.session.date == day.date
    )


def _sheet_row(plan: Plan, sheet: Sheet) -> tuple[Cell, ...]:
    names = " + ".join(title(id, plan) for id in sheet.session.routines) or "No routine"
    length = minutes_text(sheet.session.duration_s)
    return row(sheet.letter, names, str(len(sheet.groups)), length)


def _breaks(plan: Plan) -> list[str]:
    dates = [day.date for day in plan.days]
    return [
        f"Breaks from sitting: {days_text(pattern.dates, dates)}, {times_text(pattern.times)}, "
        f"{number_text(pattern.minutes)} min – {title(pattern.exercise, plan)}."
        for pattern in break_patterns(plan)
    ]


def _findings(plan: Plan) -> list[str]:
    """Say how many findings there are, by their weight, and where to read them."""
    if not plan.findings:
        return []
    counts = Counter(finding.severity for finding in plan.findings)
    parts = [
        f"{words.lower()}: {counts[severity]}"
        for severity, words in SEVERITY_WORDS.items()
        if counts[severity]
    ]
    return [f"Findings – {', '.join(parts)}. They stand in plan.findings."]


def week_showing(week: WeeklyPlan) -> Showing:
    """Return what is shown of a week: its days, with their sessions and breaks."""
    seconds = sum(session.duration_s for session in week.sessions)
    days = week.days
    period = period_text(days[0].date, days[-1].date)
    sessions = counted(len(week.sessions), "session")
    length = f", {duration_text(60 * -(-seconds // 60))} in all" if seconds else ""
    advice = ", ".join(title(id) for id in week.advice)
    return Showing(
        title=f"Week {week.number}, {period}",
        lines=(f"{sessions.capitalize()}{length}.",),
        tables=(
            Table(
                about="The days of the week",
                head=("Day", "Start", "Session", "Length", "Place", "Breaks"),
                rows=tuple(cells for day in days for cells in _day_rows(day)),
            ),
        ),
        notes=(f"To try this week: {advice}.",) if advice else (),
    )


def _day_rows(day: Day) -> list[tuple[Cell, ...]]:
    """Return a row for each session of a day; one that says so where there is none."""
    breaks = str(len(day.desk_breaks)) if day.desk_breaks else "–"
    if not day.sessions:
        return [row(day_text(day.date), "–", "free", "–", "–", breaks)]
    first, *others = day.sessions
    return [
        (Cell(day_text(day.date)), *_sitting_cells(first), Cell(breaks)),
        *((Cell(""), *_sitting_cells(session), Cell("")) for session in others),
    ]


def _sitting_cells(session: Session) -> tuple[Cell, ...]:
    names = " + ".join(title(id) for id in session.routines) or "No routine"
    length = minutes_text(session.duration_s)
    return row(f"{session.start:%H:%M}", names, length, session.place)
