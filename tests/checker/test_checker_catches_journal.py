"""The checker catches plans that follow another journal than the person's own."""

from __future__ import annotations

import json
from datetime import timedelta

import attrs
import pytest

from spinecare import Done, Journal, Person, make_plan, to_json
from spinecare.codec import from_data
from tests.adapting.following import (
    SMALL,
    SMALL_PULLS,
    Week,
    all_well,
    nothing,
    one_culprit,
    person_of,
)
from tests.adapting.living import CALM, START, entry
from tests.checker.adapted import check_adapted
from tests.checker.facts import Table

pytestmark = pytest.mark.no_cover  # tests/README.md says why

WHO = from_data(SMALL, Person, what="person")
PULLER = from_data(SMALL_PULLS, Person, what="person")


def told(person: Person, tell: Week, days: int) -> Journal:
    """Return what a person notes of the first days of their plan."""
    plan = make_plan(person, start=START, weeks=4, journal=Journal())
    return Journal(
        entries=tuple(
            entry(session, step, **fields)
            for session in plan.sessions
            if session.date < START + timedelta(days=days)
            for step in session.steps
            if step.purpose == "main"
            and (fields := tell(session, step, (session.date - START).days // 7)) is not None
        )
    )


def rules(person: Person, table: Table, made_with: Week, lived: Week, days: int = 14) -> set[str]:
    """Return the rules that a plan made with one journal breaks when another is the true one."""
    first = make_plan(person, start=START, weeks=4, journal=Journal())
    start = START + timedelta(days=days)
    kept = told(person, made_with, days)
    plan = make_plan(person, start=start, weeks=2, journal=kept, previous=first)
    true = told(person, lived, days)
    texts = [to_json(first), to_json(plan)]
    return {breach.rule for breach in check_adapted(texts, to_json(true), table)}


def skipped(*_: object) -> dict[str, Done]:
    """Tell that everything was skipped."""
    return {"done": Done(outcome="skipped")}


def very_bad_mornings(*_: object) -> dict[str, object]:
    """Tell that every morning was bad."""
    return {"done": Done(outcome="done"), "pain": attrs.evolve(CALM, next_morning=7)}


def test_a_plan_that_follows_its_own_journal_is_left_in_peace() -> None:
    """Nothing is found."""
    assert rules(WHO, SMALL, all_well, all_well) == set()


@pytest.mark.parametrize(
    ("lived", "rule"),
    [
        (one_culprit("neck-2-rotation"), "pain"),
        (very_bad_mornings, "pain"),
        (nothing, "stage"),
        (nothing, "ramp"),
        (skipped, "stage"),
        (skipped, "new-things"),
    ],
)
def test_a_plan_that_takes_all_for_well_is_caught(lived: Week, rule: str) -> None:
    """What hurt, was skipped, or is not known, was not minded."""
    assert rule in rules(WHO, SMALL, all_well, lived)


def test_a_plan_after_sudden_pain_with_osteoporosis_is_caught() -> None:
    """No doses put that right."""
    table = SMALL | {"conditions": ["osteoporosis"]}

    found = rules(person_of(table), table, all_well, one_culprit("neck-2-rotation"))

    assert "red-flag" in found


def test_pull_ups_that_were_done_although_the_plan_was_told_otherwise_are_caught() -> None:
    """The plan makes up for pull-ups that it thinks were skipped."""
    found = rules(PULLER, SMALL_PULLS, skipped, all_well, days=2)

    assert {"spacing", "supercompensation"} <= found


def test_a_change_that_nobody_is_told_of_is_caught() -> None:
    """The list of changes is emptied."""
    first = make_plan(WHO, start=START, weeks=4, journal=Journal())
    kept = told(WHO, one_culprit("neck-2-rotation"), 7)
    start = START + timedelta(days=7)
    plan = json.loads(to_json(make_plan(WHO, start=start, weeks=2, journal=kept, previous=first)))
    assert plan["plan"].pop("changes")

    found = check_adapted([to_json(first), json.dumps(plan)], to_json(kept), SMALL)

    assert {breach.rule for breach in found} == {"changes"}
