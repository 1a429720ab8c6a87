"""The four example people, others made up, their plans, and everything that can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve

from spinecare import (
    Catalogue,
    Day,
    EquipmentId,
    Person,
    Plan,
    Screening,
    Session,
    Step,
    WeeklyPlan,
    load_catalogue,
    load_person,
    make_plan,
    to_json,
)
from spinecare.explanation import Explanation, Reason, SubjectLike, explain
from tests.explanation.book import Book

PROFILES = Path(__file__).parent.parent.parent / "examples" / "profiles"
NAMES = ("desk-worker", "disc-herniation", "keen", "older")
START = date(2026, 11, 23)
CATALOGUE: Catalogue = load_catalogue()
EVERYTHING = tuple(EquipmentId(term.id) for term in CATALOGUE.equipment)


@cache
def person(name: str) -> Person:
    """Return an example person."""
    return load_person(PROFILES / f"{name}.toml")


@cache
def plan(name: str) -> Plan:
    """Return four weeks of an example person."""
    return make_plan(person(name), start=START, weeks=4)


@cache
def book(name: str) -> Book:
    """Return the same plan as JSON."""
    return Book(to_json(plan(name)))


def subjects(made: Plan) -> Iterator[SubjectLike]:
    """Yield all exercises and routines of the catalogue, all sessions and all days."""
    yield from CATALOGUE.entries
    yield from CATALOGUE.routines
    yield from made.sessions
    yield from made.days


@cache
def explanations(name: str) -> tuple[Explanation, ...]:
    """Return everything that can be asked about an example person's plan."""
    return tuple(explain(plan(name), subject) for subject in subjects(plan(name)))


def someone(**changes: Any) -> Person:
    """Return a person whom no rule hinders: no pain, nothing tense, everything at hand."""
    fields: dict[str, Any] = {
        "timezone": "Europe/Berlin",
        "availability": "Mon-Sat 18:00 30 min",
        "screening": Screening(others="no"),
        "equipment": EVERYTHING,
        "wakes_at": "06:00",
        "level": "practised",
        "pain": 0,
        "tense": (),
        "routines": ["pulse-pull-ups"],
    }
    return Person(**{**fields, **changes})


def planned(who: Person, weeks: int = 2, **changes: Any) -> Plan:
    """Return a plan from the usual Monday on."""
    return make_plan(who, start=START, weeks=weeks, **changes)


def with_steps(made: Plan, session: Session, *steps: Step) -> Plan:
    """Return a plan in which one session holds other steps."""
    return with_session(made, session, evolve(session, steps=steps))


def with_session(made: Plan, old: Session, new: Session) -> Plan:
    """Return a plan in which one session is another."""

    def changed(day: Day) -> Day:
        return evolve(day, sessions=tuple(new if s is old else s for s in day.sessions))

    weeks = [evolve(week, days=tuple(changed(day) for day in week.days)) for week in made.weeks]
    return evolve(made, weeks=tuple(weeks))


def without_session(made: Plan, gone: Session) -> Plan:
    """Return a plan that lacks one session."""

    def changed(week: WeeklyPlan) -> WeeklyPlan:
        days = (
            evolve(d, sessions=tuple(s for s in d.sessions if s is not gone)) for d in week.days
        )
        return evolve(week, days=tuple(days))

    return evolve(made, weeks=tuple(changed(week) for week in made.weeks))


def of_rule(why: Explanation, rule: str) -> tuple[Reason, ...]:
    """Return the reasons of a rule."""
    return tuple(reason for reason in why.reasons if reason.rule == rule)


TWICE = someone(routines=["neck"], availability="Mon-Fri 08:00, 18:00 15 min; Sat, Sun 9:00 15 min")
"""Someone whose weekends have one slot, for a routine that comes twice a day."""


@cache
def asked(name: str, subject: str) -> Explanation:
    """Return what an example person is told; the search takes a second or two."""
    return explain(plan(name), subject, person=person(name))
