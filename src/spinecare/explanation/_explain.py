"""Explaining a plan: asked when somebody wants to know, never while planning."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spinecare.catalogue import load_catalogue
from spinecare.errors import InvalidValueError
from spinecare.explanation import _days, _exercises, _routines, _rule_tellings, _sessions
from spinecare.explanation._concessions import concessions
from spinecare.explanation._held import Held
from spinecare.explanation._saying import Said, Telling, reasons, session_text
from spinecare.explanation._subjects import Found, SubjectLike, subject_of
from spinecare.explanation._values import Explanation, SubjectKind
from spinecare.model import Cancelled, Catalogue, Day, Exercise, Person, Plan, Routine, Session
from spinecare.planning import EFFORT
from spinecare.wording import day_text


def explain(
    plan: Plan,
    subject: SubjectLike,
    *,
    person: Person | None = None,
    catalogue: Catalogue | None = None,
    previous: Plan | None = None,
    effort: int | None = EFFORT,
) -> Explanation:
    """Return why something stands in a plan as it does, or why it does not.

    Everything is worked out from the plan: numbers, dates, rules and sources. What only the
    person knows (slots, places, the level) is told only where the person is given.

    Args:
        plan: The plan.
        subject: The id of an exercise, a routine, a session or a rule, in any case; the name of an
            exercise or a routine; a day, as a date, a moment or as `"2026-11-27"`; or the thing
            itself, also a step (its exercise) or a finding (what it is about, else its rule). An
            exercise or routine of the catalogue that the plan leaves out is explained too, and a
            session that it cancelled. An id that both an exercise and a routine have means the
            exercise.
        person: Who the plan was made for. With it, where something is left out, is done in part,
            too seldom or too late, the smallest changes are looked for that would cure it; each
            was tried by planning with it, `MOST_PLANS` times at most.
        catalogue: What the plan was made from; the built-in catalogue where none is given.
        previous: The plan that this one replaced, if any; only used for these trials.
        effort: That of `make_plan` with which it was made; only used for these trials.

    Returns:
        The explanation; `str()` of it is the text to show. The same input gives the same text. It
        names no condition: only what the plan's findings say.

    Raises:
        InvalidValueError: The plan, the catalogue or the plan knows no such subject; the message
            names what comes nearest.

    Examples:
        >>> from datetime import date
        >>> from spinecare import Person, Screening, make_plan
        >>> person = Person(
        ...     timezone="Europe/Berlin",
        ...     availability="Sat 10:00 20 min",
        ...     routines=["pulse-pull-ups"],
        ...     equipment=["pull-up-bar"],
        ...     screening=Screening(others="no"),
        ... )
        >>> plan = make_plan(person, start=date(2026, 11, 23), weeks=2)
        >>> explain(plan, "2026-12-05").reasons[1].text.partition(";")[0]
        'Pulse pull-ups: 7 days after Sat 28 Nov'
    """
    for field, type, value in (
        ("plan", Plan, plan),
        ("person", Person, person),
        ("catalogue", Catalogue, catalogue),
        ("previous", Plan, previous),
    ):
        if not isinstance(value, type) and not (value is None and field != "plan"):
            raise InvalidValueError.of(field, f"of type {type.__name__}", value)
    held = Held(
        plan=plan,
        person=person,
        whole=load_catalogue if catalogue is None else lambda: catalogue,
    )
    found = subject_of(held, subject)
    kind, id, name = _named(found)
    (summary, said), tellings = _told(held, found)
    tried, closing = (
        ((), ())
        if person is None
        else (concessions(held, person, found, previous=previous, effort=effort))
    )
    return Explanation(
        kind=kind,
        subject=id,
        name=name,
        summary=summary,
        numbers=tuple(said.measures),
        reasons=reasons(plan, chain(tellings, closing), _sessions_of(held, found)),
        concessions=tried,
    )


def _named(found: Found) -> tuple[SubjectKind, str, str]:
    if isinstance(found, Exercise):
        return SubjectKind.EXERCISE, found.id, found.name
    if isinstance(found, Routine):
        return SubjectKind.ROUTINE, found.id, found.name
    if isinstance(found, (Session, Cancelled)):
        return SubjectKind.SESSION, found.id, session_text(found)
    if isinstance(found, Day):
        return SubjectKind.DAY, found.date.isoformat(), day_text(found.date)
    return SubjectKind.RULE, found.id, found.id


def _sessions_of(held: Held, found: Found) -> frozenset[str] | None:
    if isinstance(found, Exercise):
        return frozenset(session.id for session, _ in held.steps_of(found.id))
    if isinstance(found, Routine):
        return frozenset(session.id for session in held.sessions_of(found.id))
    return None


def _told(held: Held, found: Found) -> tuple[tuple[str, Said], Iterator[Telling]]:
    if isinstance(found, Exercise):
        return _exercises.summary(held, found), _exercises.exercise_tellings(held, found)
    if isinstance(found, Routine):
        return _routines.summary(held, found), _routines.routine_tellings(held, found)
    if isinstance(found, Session):
        return _sessions.summary(held, found), _sessions.session_tellings(held, found)
    if isinstance(found, Cancelled):
        return _sessions.cancelled(found), iter(())
    if isinstance(found, Day):
        return _days.summary(found), _days.day_tellings(held, found)
    return _rule_tellings.summary(held, found.id), _rule_tellings.rule_tellings(held, found.id)
