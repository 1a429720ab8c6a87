"""Sessions and weeks that are the same, told once."""

from __future__ import annotations

from datetime import time
from typing import TypeAlias

from attrs import field, frozen

from spinecare.model import Plan, Purpose, Session, Side, Step, WeeklyPlan

_Key: TypeAlias = tuple[object, ...]


@frozen(kw_only=True)
class Group:
    """A step with the resting poses that answer it: one number of a list."""

    number: int
    """Its number in the session, counted from 1."""
    step: Step
    """The step."""
    rests: tuple[Step, ...] = ()
    """Resting poses that the planner added after it."""


@frozen(kw_only=True)
class OtherSide:
    """Where a session begins with the other side than the sheet it follows."""

    everywhere: bool = False
    """Whether all of its steps that have a side do."""
    numbers: tuple[int, ...] = ()
    """The numbers of the groups that do; empty where none does."""


@frozen(kw_only=True)
class Sheet:
    """The steps of one or more sessions that differ in nothing but the side that starts."""

    letter: str
    """Its name: `A` to `Z`, then `AA`."""
    session: Session
    """The first of the sessions."""
    groups: tuple[Group, ...]
    """Its steps."""
    like: str | None = None
    """The letter of an earlier sheet with the same exercises in the same order; `None` if none."""
    changed: tuple[int, ...] = ()
    """Numbers of the groups whose dose or notes differ from the sheet `like`."""
    other_side: OtherSide = OtherSide()
    """Where it begins with the other side than the sheet `like`."""


@frozen(kw_only=True)
class Sitting:
    """A session in its week, with the sheet that tells its steps."""

    session: Session
    """The session."""
    sheet: Sheet
    """The sheet."""
    other_side: OtherSide = OtherSide()
    """Where it begins with the other side than the sheet."""


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
    """Return the steps of a session, resting poses with the step they answer."""
    found: list[tuple[Step, list[Step]]] = []
    for step in session.steps:
        if step.purpose is Purpose.REST and found:
            found[-1][1].append(step)
        else:
            found.append((step, []))
    return tuple(
        Group(number=number, step=step, rests=tuple(rests))
        for number, (step, rests) in enumerate(found, start=1)
    )


def other_side(base: tuple[Group, ...], groups: tuple[Group, ...]) -> OtherSide:
    """Return where the groups of a session begin with the other side than those of another."""
    sided = [group for group in groups if set(group.step.sides) - {Side.BOTH}]
    numbers = tuple(
        group.number for group in sided if group.step.sides != base[group.number - 1].step.sides
    )
    return OtherSide(everywhere=bool(numbers) and len(numbers) == len(sided), numbers=numbers)


def _place_in_week(sitting: Sitting) -> tuple[int, time, float, str, str, OtherSide]:
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
    key = (session.routines, session.notes, tuple(map(_without_sides, session.steps)))
    own = groups(session)
    if key not in sheets:
        sheets[key] = _new_sheet(session, own, tuple(sheets.values()))
    sheet = sheets[key]
    return Sitting(session=session, sheet=sheet, other_side=other_side(sheet.groups, own))


def _new_sheet(session: Session, own: tuple[Group, ...], earlier: tuple[Sheet, ...]) -> Sheet:
    """Return a sheet, told by its differences where an earlier one is nearly the same."""
    letter = _letter(len(earlier))
    best: Sheet | None = None
    fewest: tuple[int, ...] = ()
    for sheet in earlier:
        if sheet.like is not None or not _same_order(sheet, session, own):
            continue
        changed = tuple(
            group.number
            for group, before in zip(own, sheet.groups, strict=True)
            if _group_key(group) != _group_key(before)
        )
        if best is None or len(changed) <= len(fewest):
            best, fewest = sheet, changed
    if best is None or len(fewest) * 2 > len(own):
        return Sheet(letter=letter, session=session, groups=own)
    return Sheet(
        letter=letter,
        session=session,
        groups=own,
        like=best.letter,
        changed=fewest,
        other_side=other_side(best.groups, own),
    )


def _same_order(sheet: Sheet, session: Session, own: tuple[Group, ...]) -> bool:
    same_head = sheet.session.routines == session.routines and sheet.session.notes == session.notes
    return same_head and [_role(group) for group in sheet.groups] == [_role(group) for group in own]


def _role(group: Group) -> _Key:
    return (group.step.exercise, group.step.purpose)


def _group_key(group: Group) -> _Key:
    return tuple(_without_sides(step) for step in (group.step, *group.rests))


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
