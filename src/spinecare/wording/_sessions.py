"""Sessions and weeks that are the same, told once."""

from __future__ import annotations

from datetime import time
from typing import TypeAlias

from attrs import evolve, field, frozen

from spinecare.model import ExerciseId, Plan, Purpose, Session, Side, Step, WeeklyPlan

_Key: TypeAlias = tuple[object, ...]
_LONGEST_ROW = 6


@frozen(kw_only=True)
class Group:
    """A step with the resting poses that answer it: one number of a list."""

    number: int
    """Its number in the session, counted from 1."""
    step: Step
    """The step."""
    rests: tuple[Step, ...] = ()
    """Resting poses that the planner added after it."""
    again_from: int | None = None
    """The number from which on a row that ends with this group is done again; `None` if not."""
    times: int = 1
    """How many times that row is done in all."""


@frozen(kw_only=True)
class Sheet:
    """The steps of one or more sessions that differ in nothing but the sides that start."""

    letter: str
    """Its name: `A` to `Z`, then `AA`."""
    session: Session
    """The first of the sessions."""
    groups: tuple[Group, ...]
    """Its steps."""


@frozen(kw_only=True)
class Sitting:
    """A session in its week, with the sheet that tells its steps."""

    session: Session
    """The session."""
    sheet: Sheet
    """The sheet."""
    other_side: tuple[int, ...] = ()
    """Numbers of groups that begin with the other side than on the sheet."""


@frozen(kw_only=True)
class WeekOutline:
    """A week: its sittings, the sheets that are new in it, and the week it repeats."""

    week: WeeklyPlan
    """The week itself."""
    sittings: tuple[Sitting, ...]
    """Its sessions, in order."""
    new: tuple[Sheet, ...]
    """Sheets that appear for the first time."""
    repeats: int | None = field(default=None)
    """The number of the first week with the same days, times, places, steps and sides."""


def week_outlines(plan: Plan) -> tuple[WeekOutline, ...]:
    """Return the weeks of a plan in order, with what they share found."""
    sheets: dict[_Key, Sheet] = {}
    first_with: dict[_Key, int] = {}
    outlines: list[WeekOutline] = []
    for week in plan.weeks:
        known = len(sheets)
        sittings = tuple(_sitting(session, sheets) for session in week.sessions)
        key = tuple(_place_in_week(sitting) for sitting in sittings)
        repeats = first_with.setdefault(key, week.number)
        outlines.append(
            WeekOutline(
                week=week,
                sittings=sittings,
                new=tuple(sheets.values())[known:],
                repeats=None if repeats == week.number or not sittings else repeats,
            )
        )
    return tuple(outlines)


def groups(session: Session) -> tuple[Group, ...]:
    """Return the steps of a session, told as a person follows them.

    Resting poses stand with the step they answer, and a row of steps that is done several times
    stands there once.
    """
    found: list[tuple[Step, list[Step]]] = []
    for step in session.steps:
        if step.purpose is Purpose.REST and found:
            found[-1][1].append(step)
        else:
            found.append((step, []))
    told: list[Group] = []
    rows = [(step, tuple(rests)) for step, rests in found]
    while rows:
        length, times = _row_again(rows)
        for step, rests in rows[:length]:
            told.append(Group(number=len(told) + 1, step=step, rests=rests))
        if times > 1:
            first = len(told) - length + 1
            told[-1] = evolve(told[-1], again_from=first, times=times)
        rows = rows[length * times :]
    return tuple(told)


def _row_again(rows: list[tuple[Step, tuple[Step, ...]]]) -> tuple[int, int]:
    """Return the length of the row at the start that is repeated, and how many times it comes.

    The longest stretch of repetitions wins; without any it is one step, once.
    """
    keys = _keys(rows[: 2 * _LONGEST_ROW])
    for length in range(min(_LONGEST_ROW, len(rows) // 2), 0, -1):
        if keys[:length] == keys[length : 2 * length]:
            row = keys[:length]
            times = 2
            while _keys(rows[length * times : length * (times + 1)]) == row:
                times += 1
            return length, times
    return 1, 1


def _keys(rows: list[tuple[Step, tuple[Step, ...]]]) -> list[_Key]:
    return [(_without_sides(step), step.sides, rests) for step, rests in rows]


def sides_alternate(plan: Plan) -> bool:
    """Whether every exercise begins with the other side each time it comes again."""
    last: dict[ExerciseId, Side] = {}
    for session in plan.sessions:
        starts = {(step.exercise, step.sides[0]) for step in session.steps if _has_sides(step)}
        first = dict(starts)
        if len(first) < len(starts) or any(last.get(id) is side for id, side in starts):
            return False
        last.update(first)
    return True


def _has_sides(step: Step) -> bool:
    return len(step.sides) > 1


def _place_in_week(sitting: Sitting) -> tuple[int, time, float, str, str, tuple[int, ...]]:
    session = sitting.session
    return (
        session.date.weekday(),
        session.start,
        session.minutes,
        session.place,
        sitting.sheet.letter,
        sitting.other_side,
    )


def _sitting(session: Session, sheets: dict[_Key, Sheet]) -> Sitting:
    """Return a session with its sheet, which is made and added if it is new."""
    own = groups(session)
    key = (session.routines, session.notes, tuple(map(_group_key, own)))
    if key not in sheets:
        sheets[key] = Sheet(letter=_letter(len(sheets)), session=session, groups=own)
    sheet = sheets[key]
    return Sitting(session=session, sheet=sheet, other_side=_turned(sheet.groups, own))


def _turned(first: tuple[Group, ...], own: tuple[Group, ...]) -> tuple[int, ...]:
    """Return the numbers of groups that begin with another side than the first time."""
    return tuple(
        mine.number
        for theirs, mine in zip(first, own, strict=True)
        if _has_sides(mine.step) and mine.step.sides != theirs.step.sides
    )


def _group_key(group: Group) -> _Key:
    row = (group.again_from, group.times)
    return (*row, *(_without_sides(step) for step in (group.step, *group.rests)))


def _without_sides(step: Step) -> _Key:
    """Return all that a step asks for but which side starts and whether it is new."""
    return (
        step.exercise,
        step.routine,
        step.purpose,
        tuple(sorted(Side.LEFT if side is Side.RIGHT else side for side in step.sides)),
        step.one_side_after_other,
        (step.sets, step.reps, step.reps_per, step.cycles),
        (step.hold_s, step.mass_kg, step.rest_s),
        step.phases,
        step.is_reduced,
        step.notes,
    )


def _letter(index: int) -> str:
    """Return the name of the sheet of an index: 0 is `A`, 25 `Z`, 26 `AA`."""
    before, last = divmod(index, 26)
    return (_letter(before - 1) if before else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[last]
