"""People who follow their plan week by week, tell how it felt, and have it made again."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import attrs

from spinecare import Done, Entry, Journal, Person, Plan, Purpose, Session, Step, make_plan, to_json
from spinecare.codec import from_data
from tests.adapting.living import CALM, PROFILES, START, entry, well
from tests.checker.adapted import check_adapted
from tests.checker.breach import Breach
from tests.checker.facts import Table

Week = Callable[[Session, Step, int], Mapping[str, Any] | None]
"""What is noted of a step in which week, from 0."""
SMALL: Table = {
    "timezone": "Europe/Berlin",
    "availability": "Mon-Sat 18:00 15 min",
    "screening": {"others": "no"},
    "equipment": ["mat", "chair"],
    "wakes_at": "06:30",
    "level": "practised",
    "pain": 1,
    "tense": [],
    "routines": ["neck", "lumbar"],
}
"""Someone with one short session a day: cheap to plan for."""
SMALL_PULLS: Table = SMALL | {
    "availability": "Mon, Tue, Wed, Thu, Fri, Sun 07:30 12 min",
    "equipment": ["pull-up-bar", "mat"],
    "routines": ["pulse-pull-ups", "neck"],
}
"""Someone with a window to keep."""


def person_of(table: Table) -> Person:
    """Return the person that a table says."""
    return from_data(table, Person, what="person")


def profile(name: str) -> Table:
    """Return the table of an example person with little pain, as the checker reads it."""
    return tomllib.loads((PROFILES / f"{name}.toml").read_text("utf-8")) | {"pain": 1.0}


def by_exercise(session: Session, tell: Week, week: int) -> Iterator[Entry]:
    """Yield an entry about each exercise, on the day of the session."""
    for step in session.steps:
        if step.purpose is Purpose.MAIN and (told := tell(session, step, week)) is not None:
            yield entry(session, step, **told)


def by_session(session: Session, tell: Week, week: int) -> Iterator[Entry]:
    """Yield one entry about the session as a whole: what is told of its first exercise."""
    step = next(step for step in session.steps if step.purpose is Purpose.MAIN)
    told = tell(session, step, week)
    if told is not None:
        yield entry(session, None, **told)


def two_days_late(session: Session, tell: Week, week: int) -> Iterator[Entry]:
    """Yield an entry about each exercise, which were done two days after they were planned."""
    for one in by_exercise(session, tell, week):
        yield attrs.evolve(one, date=one.date + timedelta(days=2))


NOTING: Mapping[str, Callable[[Session, Week, int], Iterator[Entry]]] = {
    "by exercise": by_exercise,
    "by session": by_session,
    "two days late": two_days_late,
}
"""Ways of keeping a journal."""


def weeks_of(
    table: Table,
    tell: Week,
    *,
    rounds: int,
    every: int = 7,
    weeks: int = 2,
    noting: str = "by exercise",
    changed: Mapping[int, Table] | None = None,
) -> Iterator[tuple[Plan, Plan, Journal, list[Breach]]]:
    """Yield each re-planned plan with the one before, its journal and the checker's breaches.

    A plan that is not the same, byte for byte, when it is made again without news breaks a rule.

    Args:
        table: The person.
        tell: What is noted.
        rounds: How often the plan is made again.
        every: Days from one plan to the next.
        weeks: Weeks of each plan.
        noting: How the journal is kept.
        changed: What is another of the person from which round on.
    """
    who = person_of(table)
    plan = make_plan(who, start=START, weeks=weeks, journal=Journal())
    texts, noted = [to_json(plan)], list[Entry]()
    for number in range(1, rounds + 1):
        start = START + timedelta(days=every * number)
        if changed is not None and number in changed:
            table = table | changed[number]
            who = person_of(table)
        for session in plan.sessions:
            if session.date < start:
                noted += NOTING[noting](session, tell, (session.date - START).days // 7)
        kept = Journal(entries=[one for one in noted if one.date < start])
        new = make_plan(who, start=start, weeks=weeks, journal=kept, previous=plan)
        texts.append(to_json(new))
        found = check_adapted(texts, to_json(kept), table)
        again = make_plan(who, start=start, weeks=weeks, journal=kept, previous=new)
        if to_json(again) != texts[-1]:
            found.append(Breach("calm", "plan", "made again without news it is another"))
        yield plan, new, kept, found
        plan = new


def all_well(session: Session, step: Step, _: int) -> Mapping[str, Any]:
    """Tell that all was done and did no harm."""
    return well(session, step)


def notes(plan: Plan, first: date, until: date) -> list[Entry]:
    """Return what is noted of sessions from a day on and before another: all went well."""
    sessions = (one for one in plan.sessions if first <= one.date < until)
    return [entry for session in sessions for entry in by_exercise(session, all_well, 0)]


def pulls(plan: Plan) -> list[date]:
    """Return the days with pull-ups."""
    return [one.date for one in plan.sessions if "pulse-pull-ups" in one.routines]


def nothing(_: Session, __: Step, ___: int) -> None:
    """Note nothing at all."""


def skips(session: Session, step: Step, _: int) -> Mapping[str, Any]:
    """Tell that Mondays and Thursdays were skipped for want of time."""
    if session.date.weekday() in (0, 3):
        return {"done": Done(outcome="skipped", reason="no-time")}
    return well(session, step)


def in_part(_: Session, __: Step, ___: int) -> Mapping[str, Any]:
    """Tell that everything was done in part."""
    return {"done": Done(outcome="partly"), "pain": CALM}


def evenings_only(_: Session, __: Step, ___: int) -> Mapping[str, Any]:
    """Tell of no morning at all."""
    pain = attrs.evolve(CALM, next_morning=None, second_morning=None)
    return {"done": Done(outcome="done"), "pain": pain}


def mornings_rise(_: Session, __: Step, week: int) -> Mapping[str, Any]:
    """Tell of mornings that get worse from week to week, above 5 in the end."""
    return {
        "done": Done(outcome="done"),
        "pain": attrs.evolve(CALM, next_morning=min(10.0, 1 + 1.2 * week)),
    }


def away(reason: str, *weeks: int) -> Week:
    """Tell that whole weeks were skipped, and the others went well."""

    def tell(session: Session, step: Step, week: int) -> Mapping[str, Any]:
        if week in weeks:
            return {"done": Done(outcome="skipped", reason=reason)}
        return well(session, step)

    return tell


def one_culprit(exercise: str, during: float = 6) -> Week:
    """Tell that one exercise hurt in the first week, and all else went well."""

    def tell(session: Session, step: Step, week: int) -> Mapping[str, Any]:
        told = well(session, step)
        if step.exercise == exercise and week == 0:
            return {**told, "pain": attrs.evolve(CALM, during=during)}
        return told

    return tell


KINDS: Mapping[str, Week] = {
    "all well": all_well,
    "nothing noted": nothing,
    "skipped sessions": skips,
    "in part": in_part,
    "evenings only": evenings_only,
    "mornings rising": mornings_rise,
    "two missed weeks": away("illness", 1, 2),
    "a week of travel": away("travel", 1),
    "one culprit": one_culprit("neck-2-rotation"),
    "another culprit": one_culprit("lumbar-1-half-push-up"),
}
"""Kinds of weeks."""
