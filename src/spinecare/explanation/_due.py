"""Why a routine stands on a date: the days since the last time, its rhythm, its habit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from spinecare.explanation._held import Held
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import SINCE, Said, Telling
from spinecare.model import CadenceKind, Routine, Session, Span
from spinecare.planning.goals import LEAST_DAYS
from spinecare.response import calibration

BEST_DAYS = round(calibration("local-muscle").model.peak_time, 1)
"""Days after a session at which the response is best, where a window holds them."""
_WEEK = timedelta(days=7)


def rhythm(routine: Routine, said: Said) -> str:
    """Return how often a routine is to come, in words: `2 times a day, at least 6 hours apart`."""
    cadence = routine.cadence
    low, high = cadence.times.low, cadence.times.high or cadence.times.low
    apart = f", at least {said.hours('gap_h', cadence.gap_h)} apart" if cadence.gap_h else ""
    window = cadence.window_days
    if window is not None:
        return f"every {said.span('window_d', window.low, window.high or window.low)} days"
    if cadence.every_min is not None:
        return f"about every {said.minutes('every_min', cadence.every_min)} at the desk"
    if cadence.kind is CadenceKind.TIMES_A_WEEK:
        often = "once" if high == 1 else f"{said.span('times_n', low, high)} times"
        return f"{often} a week{apart}"
    if cadence.kind is CadenceKind.TIMES_A_DAY and high > 1:
        return f"{said.span('times_n', low, high)} times a day{apart}"
    if cadence.kind is CadenceKind.TIMES_A_DAY and cadence.sources:
        return f"once a day, on at least {said.days('least_d', LEAST_DAYS)} a week"
    return {
        CadenceKind.TIMES_A_DAY: "once a day",
        CadenceKind.BEFORE_OTHERS: "before gymnastics, when something is tense or sore",
        CadenceKind.IN_PASSING: "in passing, whenever there is an occasion",
    }.get(cadence.kind, "beside the exercises")


def cadence_sources(routine: Routine) -> tuple[str, ...]:
    """Return where the rhythm of a routine comes from."""
    return routine.cadence.sources or ("article",)


def dates(
    held: Held, routine: Routine, sessions: Iterable[Session], *, is_named: bool
) -> Iterator[Telling]:
    """Yield why a routine stands in sessions: the time since the last, and its habit.

    Args:
        held: The plan.
        routine: The routine.
        sessions: Sessions that hold something of it.
        is_named: Whether its name and its rhythm are said with each.
    """
    for session in sessions:
        said = Said()
        earlier = held.before(session, held.sessions_of(routine.id))
        window = routine.cadence.window_days
        text, rule = "the first time in this plan", "cadence"
        if earlier is not None:
            text = _apart(held, earlier, session, said)
        if earlier is not None and window is not None:
            within, is_late = _inside(window, (session.date - earlier.date).days, said)
            text += within
            rule = "late" if is_late else "supercompensation"
        elif is_named:
            text += f"; {rhythm(routine, said)}"
        text += _habit(held, routine, session)
        yield Telling(
            rule=rule,
            about=(routine.id,),
            at=session,
            since=earlier.date if earlier and session.date != earlier.date else None,
            text=f"{routine.name}: {text}." if is_named else f"{text}.",
            said=said,
            sources=cadence_sources(routine)
            if rule == "cadence"
            else sources_of("supercompensation"),
        )


def _apart(held: Held, earlier: Session, session: Session, said: Said) -> str:
    days = (session.date - earlier.date).days
    if days == 0:
        hours = said.hours("since_h", held.hours(earlier, session))
        return f"{hours} after the time before on the same day"
    return f"{said.days('since_d', days)} after {SINCE}"


def _inside(window: Span[float], days: int, said: Said) -> tuple[str, bool]:
    """Say how a gap lies to a window, and whether it is past its end."""
    high = window.high or window.low
    text = f"; the window is {said.span('window_d', window.low, high)} days"
    if window.low <= BEST_DAYS <= high:
        text += f", and the response is best after {said.plain('best_d', BEST_DAYS)}"
    is_late = days > high
    if is_late:
        text += f": that is {said.days('late_d', days - high)} late"
    return text, is_late


def _habit(held: Held, routine: Routine, session: Session) -> str:
    """Say that a session stands where one of the same routine stood the week before."""
    keeps = routine.cadence.kind in (CadenceKind.WINDOW, CadenceKind.TIMES_A_WEEK) and any(
        other.date == session.date - _WEEK and other.start == session.start
        for other in held.sessions_of(routine.id)
    )
    return "; the same weekday and time as the week before" if keeps else ""
