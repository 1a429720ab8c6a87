"""What a plan asks of each exercise: its steps, its sessions, and where else it is used."""

from __future__ import annotations

from collections import defaultdict

from attrs import field, frozen

from spinecare.handout._card_values import HandoutTick
from spinecare.model import Plan, Purpose, Session, Step
from spinecare.wording import Sheet, WeekOutline, day_text, habits, shown

_BREAKS = "Breaks from sitting"


def _no_ticks() -> list[list[HandoutTick]]:
    return [[] for _ in range(7)]


def _no_weeks() -> defaultdict[int, list[list[HandoutTick]]]:
    return defaultdict(_no_ticks)


@frozen(kw_only=True)
class Uses:
    """What a plan asks of one exercise; filled while the plan is gone through."""

    steps: list[tuple[str, Step]] = field(factory=list[tuple[str, Step]])
    """Its steps on the sheets, with their places: `A 3`."""
    ticks: dict[int, list[list[HandoutTick]]] = field(factory=_no_weeks)
    """Its sessions, by week and day."""
    others: list[str] = field(factory=list[str])
    """Where else it is used."""


def uses_of(plan: Plan, outlines: tuple[WeekOutline, ...]) -> defaultdict[str, Uses]:
    """Return for each exercise of the plan where it is used."""
    found: defaultdict[str, Uses] = defaultdict(Uses)
    for outline in outlines:
        for sheet in outline.new:
            _add_steps(found, sheet)
        for index, day in enumerate(outline.week.days):
            for session in day.sessions:
                _add_ticks(found, session, outline.week.number, index)
            for item in day.desk_breaks:
                for id in (item.exercise, *item.others):
                    found[id].others.append(_BREAKS)
    for routine, exercises in habits(plan):
        for exercise in exercises:
            found[exercise.id].others.append(shown(routine.name))
    return found


def _add_steps(found: defaultdict[str, Uses], sheet: Sheet) -> None:
    for group in sheet.groups:
        place = f"{sheet.letter} {group.number}"
        found[group.step.exercise].steps.append((place, group.step))
        for rest in group.rests:
            found[rest.exercise].steps.append((f"after {place}", rest))


def _add_ticks(found: defaultdict[str, Uses], session: Session, week: int, day: int) -> None:
    """Add a box for each exercise of a session but the rests that answer others."""
    tick = HandoutTick(session=session.id, text=f"{day_text(session.date)} {session.start:%H:%M}")
    done = (step.exercise for step in session.steps if step.purpose is not Purpose.REST)
    for id in dict.fromkeys(done):
        found[id].ticks[week][day].append(tick)
