"""What a re-planned plan owes to the one before, read from the exported JSON."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest

from spinecare import from_json, make_plan, to_json
from spinecare.codec import from_data
from spinecare.model import Person, Plan
from tests.checker.checker import check
from tests.checker.facts import Table, built_in_facts
from tests.checker.persons import KEEN, MONDAY, dates_of

pytestmark = pytest.mark.no_cover  # tests/README.md says why


def _replanned(person: Table, start: date, again: date, weeks: int) -> tuple[Plan, Plan]:
    who = from_data(person, Person, what="person")
    first = make_plan(who, start=start, weeks=weeks)
    return first, make_plan(who, start=again, weeks=weeks, previous=first)


@pytest.mark.parametrize("days", [1, 3, 8, 9, 12, 15])
def test_pull_ups_keep_their_days_over_a_new_plan(days: int) -> None:
    """The last of the old plan counts, wherever the new one begins."""
    person = KEEN | {"routines": ["pulse-pull-ups"]}
    again = MONDAY + timedelta(days=days)

    first, second = _replanned(person, MONDAY, again, 4)

    old = dates_of(json.loads(to_json(first)), "pulse-pull-up")
    new = dates_of(json.loads(to_json(second)), "pulse-pull-up")
    together = [day for day in old if day < again] + new
    assert len(new) >= 3
    assert all(5 <= (later - earlier).days <= 8 for earlier, later in pairwise(together))


def test_a_new_plan_keeps_the_id_and_counts_its_revision() -> None:
    """So that a calendar updates instead of doubling."""
    first, second = _replanned(KEEN, MONDAY, MONDAY + timedelta(days=7), 2)

    assert (second.id, second.revision) == (first.id, 1)
    assert from_json(to_json(second)) == second


def test_a_new_plan_breaks_no_hard_rule_either() -> None:
    """What the old plan held counts as tried, so the check knows of it by the profile."""
    first, second = _replanned(KEEN, MONDAY, MONDAY + timedelta(days=16), 4)
    held = {step.exercise for session in first.sessions for step in session.steps}
    profile = KEEN | {"tried": sorted(held)}

    found = check(json.loads(to_json(second)), built_in_facts(), profile)

    # stages and ramps reach back over the border, which the check cannot see
    assert [breach for breach in found if breach.rule not in ("stage", "ramp")] == []
