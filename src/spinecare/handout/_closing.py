"""What stands at the end: breaks, habits, routines, sources, the log."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.handout._titles import claims, title
from spinecare.handout._values import (
    HandoutBreak,
    HandoutHabit,
    HandoutLog,
    HandoutLogRow,
    HandoutRoutine,
    HandoutSource,
)
from spinecare.model import Cadence, CadenceKind, Claim, Exercise, Plan
from spinecare.wording import (
    WeekOutline,
    break_patterns,
    clean,
    day_text,
    days_text,
    habits,
    number_text,
    sentence,
    shown,
    span_text,
    times_text,
    used_exercises,
    used_routines,
    used_sources,
)

_TITLE = "Pain log"
_LEAD = "Pain from 0 (none) to 10 (the worst you can think of)."
_COLUMNS = ("Before", "During and after", "Next morning", "Second morning", "Note")


def breaks(plan: Plan) -> Iterator[HandoutBreak]:
    """Yield the breaks from sitting, each pattern once."""
    dates = [day.date for day in plan.days]
    for pattern in break_patterns(plan):
        yield HandoutBreak(
            days=days_text(pattern.dates, dates),
            times=times_text(pattern.times),
            length=f"{number_text(pattern.minutes)} min",
            what=tuple(title(plan, id) for id in (pattern.exercise, *pattern.others)),
        )


def habits_in_passing(plan: Plan) -> Iterator[HandoutHabit]:
    """Yield what has no timetable."""
    for routine, exercises in habits(plan):
        yield HandoutHabit(
            name=shown(routine.name),
            how_often=sentence(_how_often(routine.cadence)),
            what=tuple(shown(exercise.name) for exercise in exercises),
        )


def routines(plan: Plan) -> Iterator[HandoutRoutine]:
    """Yield the routines that the plan holds something of."""
    for routine in used_routines(plan):
        yield HandoutRoutine(
            name=shown(routine.name),
            summary=sentence(routine.summary),
            how_often=sentence(_how_often(routine.cadence)),
            claims=claims(plan, routine.id),
        )


def _how_often(cadence: Cadence) -> str:
    """Return the cadence in words."""
    if cadence.text:
        return cadence.text
    if cadence.window_days is not None:
        return f"{span_text(cadence.window_days, 'days')} after the time before"
    times = span_text(cadence.times)
    return {
        CadenceKind.HOURLY: f"every {number_text(cadence.every_min or 0)} min",
        CadenceKind.TIMES_A_DAY: "every day" if times == "1" else f"{times} times a day",
        CadenceKind.TIMES_A_WEEK: "once a week" if times == "1" else f"{times} times a week",
        CadenceKind.BEFORE_OTHERS: "before other exercises",
        CadenceKind.IN_PASSING: "when the occasion comes",
    }.get(cadence.kind, "as you like")


def sources(plan: Plan) -> Iterator[HandoutSource]:
    """Yield the sources that the handout names."""
    exercises = used_exercises(plan)
    for source in used_sources(plan, exercises, _claims_shown(plan, exercises)):
        yield HandoutSource(
            id=shown(source.id),
            title=sentence(source.title),
            url=clean(source.url),
            was_read=source.checked,
        )


def _claims_shown(plan: Plan, exercises: tuple[Exercise, ...]) -> tuple[Claim, ...]:
    shown: set[str] = {exercise.id for exercise in exercises}
    shown.update(routine.id for routine in used_routines(plan))
    shown.update(id for week in plan.weeks for id in week.advice)
    return tuple(claim for claim in plan.catalogue.claims if not shown.isdisjoint(claim.about))


def log(outlines: tuple[WeekOutline, ...]) -> HandoutLog:
    """Return a log with a row for each session."""
    rows = tuple(
        HandoutLogRow(
            session=item.session.id,
            week=outline.week.number,
            day=day_text(item.session.date),
            start=f"{item.session.start:%H:%M}",
            letter=item.sheet.letter,
        )
        for outline in outlines
        for item in outline.sittings
    )
    return HandoutLog(title=_TITLE, lead=_LEAD, columns=_COLUMNS, rows=rows)
