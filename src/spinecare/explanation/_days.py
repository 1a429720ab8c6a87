"""Why a day holds the sessions it holds, or none."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import timedelta

from spinecare.explanation._breaks import breaks
from spinecare.explanation._due import dates
from spinecare.explanation._findings import told
from spinecare.explanation._held import Held
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import Said, Telling
from spinecare.model import CadenceKind, Day, Routine, Session
from spinecare.wording import day_text, listed


def summary(day: Day) -> tuple[str, Said]:
    """Return in one sentence what a day holds."""
    said = Said()
    if not day.sessions:
        return f"{day_text(day.date)} has no session.", said
    number = said.count("sessions_n", len(day.sessions), "session")
    times = listed(f"{session.start:%H:%M}" for session in day.sessions)
    return f"{day_text(day.date)} has {number}, at {times}.", said


def day_tellings(held: Held, day: Day) -> Iterator[Telling]:
    """Yield why a day holds what it holds."""
    yield from told(f for f in held.plan.findings if f.place == day.date.isoformat())
    yield from _slots(held, day)
    for session in day.sessions:
        yield _session(held, session)
        for id in session.routines:
            routine = held.routine(id)
            if routine is not None:
                yield from dates(held, routine, (session,), is_named=True)
    for routine in held.routines:
        yield from breaks(routine, day)
    there = {id for session in day.sessions for id in session.routines}
    for routine in held.dated:
        if routine.id not in there:
            yield from _not_today(held, routine, day)


def _session(held: Held, session: Session) -> Telling:
    said = Said()
    names = listed([held.routine_name(id) for id in session.routines] or ["steps of its own"])
    used = said.seconds("used_s", session.duration_s)
    minutes = said.minutes("slot_min", session.minutes)
    return Telling(
        rule="time",
        about=(session.id,),
        at=session,
        text=f"At {session.start:%H:%M}, {session.place}: {names}, {used} of {minutes}.",
        said=said,
        sources=sources_of("time"),
    )


def _slots(held: Held, day: Day) -> Iterator[Telling]:
    """Yield why a day without a session has none, where the person's slots are known."""
    if day.sessions or held.person is None:
        return
    slots = [s for s in held.person.availability.slots if s.weekday is day.weekday]
    if day.date in held.person.availability.days_off:
        text = "It is a day off."
    elif not slots:
        text = f"There is no slot on {day.weekday}."
    else:
        text = f"The slots at {listed(f'{slot.start:%H:%M}' for slot in slots)} stay empty."
    yield Telling(rule="wish", at=day, text=text, sources=sources_of("wish"))


def _not_today(held: Held, routine: Routine, day: Day) -> Iterator[Telling]:
    """Yield why a routine of the plan is not on a day, where its rhythm tells."""
    sessions = held.sessions_of(routine.id)
    before = [session for session in sessions if session.date < day.date]
    after = [session for session in sessions if session.date > day.date]
    if not before and not after:
        return
    said = Said()
    text = f"{routine.name}: not on this day"
    if before:
        last = before[-1].date
        days = (day.date - last).days
        text += f"; it was last {said.days('since_d', days)} before, on {day_text(last)}"
    rule, why = _rhythm(held, routine, day, before, said)
    text += why
    if after:
        text += f"; it comes next on {day_text(after[0].date)}"
    yield Telling(
        rule=rule, about=(routine.id,), at=day, text=f"{text}.", said=said, sources=sources_of(rule)
    )


def _rhythm(
    held: Held, routine: Routine, day: Day, before: list[Session], said: Said
) -> tuple[str, str]:
    """Return the rule that keeps a routine off a day by its rhythm, and how."""
    window = routine.cadence.window_days
    if window is not None and before:
        opens = before[-1].date + timedelta(days=math.ceil(window.low))
        if day.date < opens:
            low = said.plain("window_low_d", window.low)
            return "supercompensation", f", and its window opens after {low}, on {day_text(opens)}"
        closes = before[-1].date + timedelta(days=math.floor(window.high or window.low))
        if day.date <= closes:
            return "supercompensation", f", and its window is open until {day_text(closes)}"
    gap_h = routine.cadence.gap_h
    if before and (day.date - before[-1].date).days * 24 + 24 <= gap_h:
        return "routine-gap", f", and its sessions stay {said.hours('gap_h', gap_h)} apart"
    most = routine.cadence.times.high
    week = sum(routine.id in session.routines for session in held.week_of(day.date))
    if routine.cadence.kind is CadenceKind.TIMES_A_WEEK and most and week >= most:
        number = said.plain("week_n", week)
        of = said.plain("most_n", most)
        return "routine-gap", f", and the week has {number} of {of} on other days"
    return "missing", ""
