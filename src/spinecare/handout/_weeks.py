"""The weeks at a glance, each with its advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from spinecare.handout._session_values import (
    HandoutAdvice,
    HandoutDay,
    HandoutSitting,
    HandoutWeek,
)
from spinecare.handout._titles import briefly, claims, steps_text, title
from spinecare.model import Day, Plan
from spinecare.wording import (
    Sitting,
    WeekOutline,
    day_text,
    minutes_text,
    period_text,
    sentence,
    shown,
    sides_alternate,
    times_text,
    weekdays_text,
)


def weeks(plan: Plan, outlines: tuple[WeekOutline, ...]) -> Iterator[HandoutWeek]:
    """Yield the weeks; those in a row that repeat the same one with the same advice as one."""
    told: set[str] = set()
    for (repeats, _), run in groupby(outlines, key=lambda week: (week.repeats, week.week.advice)):
        if repeats is None:
            for outline in run:
                yield _week(plan, (outline,), told)
        else:
            yield _week(plan, tuple(run), told)


def _week(plan: Plan, run: tuple[WeekOutline, ...], told: set[str]) -> HandoutWeek:
    first, last = run[0], run[-1]
    has_table = first.repeats is None and bool(first.sittings)
    return HandoutWeek(
        numbers=tuple(outline.week.number for outline in run),
        title=f"Week {first.week.number}"
        if len(run) == 1
        else f"Weeks {first.week.number} to {last.week.number}",
        period=period_text(first.week.days[0].date, last.week.days[-1].date),
        repeats=first.repeats,
        note="" if has_table else _note(first, is_many=len(run) > 1),
        days=tuple(_day(plan, day, first) for day in first.week.days) if has_table else (),
        breaks=tuple(_breaks(first)),
        advice=tuple(_advice(plan, id, told) for id in first.week.advice),
    )


def _breaks(outline: WeekOutline) -> Iterator[str]:
    """Yield when to get up from sitting, days that are alike at once."""
    found: dict[str, list[date]] = {}
    for day in outline.week.days:
        if day.desk_breaks:
            times = times_text(item.start for item in day.desk_breaks)
            found.setdefault(times, []).append(day.date)
    for times, dates in found.items():
        yield f"{weekdays_text(dates)} {times}"


def _note(outline: WeekOutline, *, is_many: bool) -> str:
    """Say what stands in place of a table."""
    if outline.repeats is None:
        return "No session this week."
    each = "Each as" if is_many else "As"
    return f"{each} week {outline.repeats}: the same sessions on the same weekdays and times."


def _day(plan: Plan, day: Day, outline: WeekOutline) -> HandoutDay:
    starts = [item.start for item in day.desk_breaks]
    return HandoutDay(
        date=day.date.isoformat(),
        text=day_text(day.date),
        sittings=tuple(
            _sitting(plan, item) for item in outline.sittings if item.session in day.sessions
        ),
        breaks=times_text(starts) if starts else "",
    )


def _sitting(plan: Plan, item: Sitting) -> HandoutSitting:
    session = item.session
    is_told = not item.other_side or sides_alternate(plan)
    return HandoutSitting(
        session=session.id,
        start=f"{session.start:%H:%M}",
        letter=item.sheet.letter,
        title=briefly(plan, session.routines),
        minutes=minutes_text(session.duration_s),
        place=shown(session.place),
        turned="" if is_told else f"other side first in {steps_text(item.other_side)}",
    )


def _advice(plan: Plan, id: str, told: set[str]) -> HandoutAdvice:
    """Return a piece of advice, in full the first time."""
    advice = next((item for item in plan.catalogue.advice if item.id == id), None)
    was_told = id in told
    is_full = advice is not None and not was_told
    told.add(id)
    return HandoutAdvice(
        id=id,
        name=title(plan, id),
        instruction=sentence(advice.instruction) if advice and is_full else "",
        minds=tuple(sentence(text) for text in (*advice.safety, *advice.cautions))
        if advice and is_full
        else (),
        claims=claims(plan, id) if is_full else (),
        was_told=was_told and advice is not None,
    )
