"""How often a routine comes against how often it is to come, and how much of it is done."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from spinecare.explanation._due import cadence_sources, rhythm
from spinecare.explanation._held import Held
from spinecare.explanation._missing import absence, left_s, new_here
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import Said, Telling
from spinecare.model import CadenceKind, ExerciseId, Routine, Session
from spinecare.planning.goals import LEAST_DAYS
from spinecare.wording import day_text, listed

_DAYS_A_WEEK = 7


def wanted_times(held: Held, routine: Routine) -> int | None:
    """Return how many sessions of a routine a plan is to hold at the least; `None` for any number.

    Every time of every day where the article says so, three days a week where a default says
    "daily", the lowest number of times a week.
    """
    cadence, weeks = routine.cadence, len(held.plan.weeks)
    most = cadence.times.high or cadence.times.low
    if cadence.kind is CadenceKind.TIMES_A_WEEK:
        return weeks * cadence.times.low
    if cadence.kind is not CadenceKind.TIMES_A_DAY:
        return None
    return weeks * (LEAST_DAYS if cadence.sources else _DAYS_A_WEEK * most)


def comes(held: Held, routine: Routine) -> Iterator[Telling]:
    """Yield how often a routine comes, against how often it is to come."""
    wanted = wanted_times(held, routine)
    sessions = held.sessions_of(routine.id)
    if not sessions and not held.allowed(routine):
        return
    if wanted is None:
        if routine.cadence.window_days is not None:
            said = Said()
            yield Telling(
                rule="cadence",
                about=(routine.id,),
                text=f"It is to come {rhythm(routine, said)}.",
                said=said,
                sources=cadence_sources(routine),
            )
        return
    said = Said()
    text = f"It is to come {rhythm(routine, said)}"
    of = said.plain("wanted_n", wanted)
    weeks = said.count("weeks_n", len(held.plan.weeks), "week")
    number = said.count("sessions_n", len(sessions), "session")
    days = said.count("days_n", len({session.date for session in sessions}), "day")
    short = ", which is too few" if len(sessions) < wanted else ""
    yield Telling(
        rule="cadence",
        about=(routine.id,),
        text=f"{text}, {of} times in {weeks} at the least; it has {number} on {days}{short}.",
        said=said,
        sources=cadence_sources(routine),
    )


@frozen(kw_only=True)
class Share:
    """How much of a routine a session holds."""

    session: Session
    done: tuple[ExerciseId, ...]
    """Its exercises there."""
    missing: tuple[ExerciseId, ...]
    """Those that no finding leaves out and that are not there."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def share(held: Held, routine: Routine, session: Session) -> Share:
    """Return how much of a routine a session holds."""
    done = held.main_of(session, routine.id)
    missing = tuple(id for id in held.allowed(routine) if id not in done)
    return Share(session=session, done=done, missing=missing)


def portion(held: Held, routine: Routine, session: Session, *, is_named: bool) -> Telling:
    """Return how many exercises of a routine a session holds."""
    part = share(held, routine, session)
    said = Said()
    total = len(part.done) + len(part.missing)
    name = f"{routine.name}: " if is_named else ""
    if part.is_whole:
        text = f"{name}whole, with {said.count('done_n', total, 'exercise')}"
    else:
        done = said.plain("done_n", len(part.done))
        text = f"{name}{done} of its {said.count('total_n', total, 'exercise')}"
    return Telling(
        rule="missing",
        about=(routine.id,),
        at=session,
        text=f"{text}.",
        said=said,
        sources=sources_of("missing"),
    )


def late_end(held: Held, routine: Routine) -> Iterator[Telling]:
    """Yield that a routine with a window is not back when the plan ends after the window."""
    window, sessions = routine.cadence.window_days, held.sessions_of(routine.id)
    if window is None or window.high is None or not sessions:
        return
    last, end = sessions[-1].date, held.plan.days[-1].date
    if (end - last).days > window.high:
        said = Said()
        days = said.days("since_d", (end - last).days)
        span = said.span("window_d", window.low, window.high)
        yield Telling(
            rule="late",
            about=(routine.id,),
            text=f"It is not back {days} after {day_text(last)}, when the plan ends; the window is "
            f"{span} days.",
            said=said,
            sources=sources_of("supercompensation"),
        )


def rivals(held: Held, routine: Routine) -> Iterator[Telling]:
    """Yield what fills the sessions of days that lack a routine that is to come every day."""
    cadence = routine.cadence
    most = cadence.times.high or cadence.times.low
    is_daily = cadence.kind is CadenceKind.TIMES_A_DAY and not cadence.sources
    if not is_daily or not held.allowed(routine):
        return
    for day in held.plan.days:
        there = [s for s in day.sessions if routine.id in s.routines]
        for session in day.sessions if len(there) < most else ():
            if session not in there and session.routines:
                yield _rival(held, routine, session)


def _rival(held: Held, routine: Routine, session: Session) -> Telling:
    said = Said()
    names = listed(held.routine_name(id) for id in session.routines)
    entries = (held.entry(id) for id in held.allowed(routine))
    causes = {absence(held, routine, entry, session).rule for entry in entries if entry is not None}
    if causes == {"new-things"}:
        joined = said.count("new_n", len(new_here(held, session)), "new exercise")
        return Telling(
            rule="new-things",
            about=(routine.id,),
            at=session,
            text=f"{names} came first, and {joined} are as many as may join at once.",
            said=said,
            sources=sources_of("new-things"),
        )
    minutes = said.minutes("slot_min", session.minutes)
    left = said.spare("left_s", left_s(held, session))
    lengths = sorted(seconds_of(s, routine) for s in held.sessions_of(routine.id))
    needs = "".join(  # nothing where it has no session
        f"; {routine.name} takes {said.seconds('least_s', least)} where it is shortest"
        for least in lengths[:1]
    )
    return Telling(
        rule="missing",
        about=(routine.id,),
        at=session,
        text=f"the {minutes} hold {names} instead and could spare {left}{needs}.",
        said=said,
        sources=sources_of("missing"),
    )


def seconds_of(session: Session, routine: Routine | None) -> float:
    """Return the seconds of the steps of a routine in a session, changes between them included."""
    steps = (s for s in session.steps if routine is not None and s.routine == routine.id)
    return sum(step.between_s + step.duration_s for step in steps)
