"""Why a session holds what it holds, and leaves out what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.explanation._added import added
from spinecare.explanation._counts import portion, seconds_of, share
from spinecare.explanation._doses import growth, reduced
from spinecare.explanation._due import dates
from spinecare.explanation._findings import told
from spinecare.explanation._held import Held
from spinecare.explanation._left import left
from spinecare.explanation._missing import UNTOLD, absence, left_s, nearest_step, new_here
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import Said, Telling, session_text
from spinecare.explanation._spacing import rested
from spinecare.model import Cancelled, ExerciseId, Purpose, Routine, Session
from spinecare.planning.outlook import MOST_NEW
from spinecare.planning.timing import BETWEEN_EXERCISES_S
from spinecare.wording import listed


def summary(held: Held, session: Session) -> tuple[str, Said]:
    """Return in one sentence what a session is."""
    names = [held.routine_name(id) for id in session.routines]
    what = f": {listed(names)}" if names else ""
    return f"The session of {session_text(session)} at {session.place}{what}.", Said()


def cancelled(gone: Cancelled) -> tuple[str, Said]:
    """Return in one sentence that a session of an earlier revision is no more."""
    text = f"The session of {session_text(gone)} is cancelled: this revision of the plan no longer "
    return f"{text}holds it.", Said()


def session_tellings(held: Held, session: Session) -> Iterator[Telling]:
    """Yield why a session holds what it holds."""
    yield from told(f for f in held.plan.findings if session.id in (f.subject, f.place))
    yield _time(session)
    routines = [r for r in (held.routine(id) for id in session.routines) if r is not None]
    yield from _wholes(held, session, routines)
    for routine in routines:
        yield from dates(held, routine, (session,), is_named=True)
        if not share(held, routine, session).is_whole:
            yield portion(held, routine, session, is_named=True)
            yield from left(held, routine, session)
    yield from _conflicts(held, session, routines)
    yield from rested(held, session)
    yield from _new(held, session)
    yield from _order(routines, session)
    for id in dict.fromkeys(step.exercise for step in session.steps):
        entry = held.entry(id)
        steps = [step for step in held.steps_of(id) if step[1].purpose is Purpose.MAIN]
        if entry is not None:
            grown = growth(entry, tuple(steps), entry.name)
            yield from (telling for telling in grown if telling.at == session)
            now = tuple(step for step in steps if step[0] == session)
            yield from reduced(entry, now, entry.name)
    yield from added(held, session)


def _time(session: Session) -> Telling:
    said = Said()
    used = said.seconds("used_s", session.duration_s)
    minutes = said.minutes("slot_min", session.minutes)
    return Telling(
        rule="time",
        at=session,
        text=f"Its steps and the changes between them take {used} of the {minutes} there.",
        said=said,
        sources=sources_of("time"),
    )


def _wholes(held: Held, session: Session, routines: list[Routine]) -> Iterator[Telling]:
    """Yield which routines a session holds whole."""
    said = Said()
    parts = [(r, share(held, r, session)) for r in routines]
    names = [
        f"{routine.name} ({said.count(f'whole{number}_n', len(part.done), 'exercise')})"
        for number, (routine, part) in enumerate(parts)
        if part.is_whole
    ]
    if names:
        yield Telling(
            rule="missing",
            at=session,
            text=f"Whole: {listed(names)}.",
            said=said,
            sources=sources_of("missing"),
        )


def _conflicts(held: Held, session: Session, routines: list[Routine]) -> Iterator[Telling]:
    """Yield which routines of a session do not fit into it together."""
    for routine in routines:
        steps = [
            nearest_step(held, id, session) for id in _for_want_of_room(held, routine, session)
        ]
        known = [step.duration_s + BETWEEN_EXERCISES_S for step in steps if step is not None]
        others = [other for other in routines if other is not routine]
        if not known or not others or sum(known) <= left_s(held, session):
            continue
        said = Said()
        minutes = said.minutes("slot_min", session.minutes)
        taken = said.seconds("others_s", sum(seconds_of(session, other) for other in others))
        more = said.seconds("missing_s", sum(known))
        spare = said.spare("left_s", left_s(held, session))
        names = listed(other.name for other in others)
        yield Telling(
            rule="missing",
            about=(routine.id,),
            at=session,
            text=f"The whole of {routine.name} does not fit into {minutes} beside {names}, whose "
            f"exercises take {taken}: what had no room takes {more} more, and {spare} could be "
            "spared.",
            said=said,
            sources=sources_of("missing"),
        )


def _for_want_of_room(held: Held, routine: Routine, session: Session) -> Iterator[ExerciseId]:
    """Yield what a session lacks of a routine that only more time would bring."""
    for id in share(held, routine, session).missing:
        entry = held.entry(id)
        if entry and absence(held, routine, entry, session).rule in ("time", UNTOLD):
            yield id


def _new(held: Held, session: Session) -> Iterator[Telling]:
    new = list(dict.fromkeys(step.exercise for step in session.steps if step.is_new))
    if new:
        said = Said()
        number = said.count("new_n", len(new), "exercise")
        counted = len(new_here(held, session))
        kinds = "other than relaxation" if held.counts_every_kind else "strength or contractions"
        few = ""
        if counted < len(new):
            some_of = said.plain("counted_n", counted) if counted else "none"
            few = f", {some_of} of them {kinds}"
        most = said.plain("most_n", MOST_NEW)
        those = " of those" if few else ""
        yield Telling(
            rule="new-things",
            at=session,
            text=f"{number} {'is' if len(new) == 1 else 'are'} new here{few}; at most "
            f"{most}{those} join at once.",
            said=said,
            sources=sources_of("new-things"),
        )


def _order(routines: list[Routine], session: Session) -> Iterator[Telling]:
    parts = list(dict.fromkeys(r.part.value for r in routines if r.part is not None))
    if len(parts) > 1:
        yield Telling(
            rule="order",
            at=session,
            text=f"The order is {', then '.join(parts)}.",
            sources=sources_of("order"),
        )
