"""Plans of a few days, for the tests of the outline."""

from __future__ import annotations

from datetime import date, timedelta

from spinecare.model import Day, ExerciseId, Plan, Step, StepPhase
from spinecare.wording import week_outlines
from tests.export.sample_plans import build_plan, session

MONDAY = date(2026, 11, 23)


def plan_of(*sessions: tuple[Step, ...]) -> Plan:
    """Return a plan of one week or more with a session on each of its first days."""
    by_day = {MONDAY + timedelta(days=day): steps for day, steps in enumerate(sessions)}

    def fill(day: date) -> Day:
        return Day(
            date=day, sessions=(session(day, "07:00", by_day[day]),) if day in by_day else ()
        )

    return build_plan(fill, weeks=-(-len(sessions) // 7))


def letters(plan: Plan) -> list[str]:
    """Return the letters of all sheets."""
    return [sheet.letter for week in week_outlines(plan) for sheet in week.new]


def hold(exercise: str, seconds: float = 5) -> Step:
    """Return a stretch of these seconds."""
    return Step(
        exercise=ExerciseId(exercise),
        sides=("both",),
        hold_s=seconds,
        phases=(StepPhase(kind="stretch", role="neutral", seconds=seconds),),
    )
