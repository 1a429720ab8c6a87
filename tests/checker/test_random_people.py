"""No plan breaks a hard rule: random people, the planner, and the independent checker.

The fast profile plans for a few hundred people; `HYPOTHESIS_PROFILE=nightly` for thousands.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from spinecare import ClinicianFirst
from spinecare.errors import NotScreenedError
from tests.checker.facts import built_in_facts
from tests.checker.people import Case, cases
from tests.checker.planned import breaches_of, document_of, exported
from tests.checker.profile import WEEKDAYS, Profile, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DataObject

pytestmark = pytest.mark.no_cover  # tests/README.md says why

PEOPLE = min(700, settings.default.max_examples if settings.default else 60)
"""How many people the larger tests plan for; some 4.6 times as many in all."""


def people(share: float) -> Callable[..., settings]:
    """Return settings for a share of the profile's people; the same ones on every run."""
    return settings(
        max_examples=max(10, int(share * PEOPLE)),
        derandomize=True,
        database=None,
        phases=[Phase.generate, Phase.shrink],  # explaining a failure would plan for minutes
    )


def said(case: Case) -> str:
    """Return the breaches of a case, one on a line, and the person; empty when there are none."""
    found = breaches_of(case.person, case.start, case.weeks)
    return "\n".join([*map(str, found), repr(case)]) if found else ""


@people(1)
@given(cases())
def test_no_plan_of_a_screened_person_breaks_a_hard_rule(case: Case) -> None:
    """Any goals, routines, conditions, things, places and hours; one to five weeks."""
    assert said(case) == ""


@people(1)
@given(cases(conditions=(1, 4), named=True))
def test_no_plan_of_a_person_with_conditions_breaks_a_hard_rule(case: Case) -> None:
    """One to four of the 19 conditions, and routines asked for by name."""
    assert said(case) == ""


@people(1)
@given(cases(conditions=(0, 1), weeks=(1, 3), named=True))
def test_no_plan_of_a_nearly_healthy_person_breaks_a_hard_rule(case: Case) -> None:
    """Few conditions leave the planner most to do wrong."""
    assert said(case) == ""


@people(0.25)
@given(cases(conditions=(0, 2), weeks=(6, 12)))
def test_no_long_plan_breaks_a_hard_rule(case: Case) -> None:
    """Six to twelve weeks, over clock changes and the turn of the year."""
    assert said(case) == ""


@people(0.5)
@given(cases(healthy=False, weeks=(1, 1)))
def test_warning_signs_refuse_a_plan_and_nothing_else_does(case: Case) -> None:
    """Refused exactly when a sign is open, urgent, or not cleared by a clinician."""
    expected = refusal(case.person, built_in_facts())

    try:
        found = breaches_of(case.person, case.start, case.weeks)
    except ClinicianFirst:
        assert expected == "clinician first", case
    except NotScreenedError:
        assert expected == "not screened", case
    else:
        assert (expected, found) == ("", []), case


@people(0.5)
@given(cases(conditions=(0, 1), weeks=(1, 4)))
def test_a_week_with_room_for_something_daily_is_never_empty(case: Case) -> None:
    """Safe is not enough: a planner that plans nothing would break no rule either."""
    person = case.person
    plan = document_of(person, case.start, case.weeks)["plan"]
    daily = {"wushu-morning", "neck", "lying-complex", "extra-stretches"} & set(plan["routines"])
    suits = any(
        Profile(person, built_in_facts()).can_do(entry, "home")
        for routine in daily
        for entry in built_in_facts().routines[routine]["entries"]
    )
    roomy = {
        WEEKDAYS.index(slot["weekday"])
        for slot in person["availability"]["slots"]
        if slot["minutes"] >= 20 and slot["place"] == "home"
    }

    for week in plan["weeks"]:
        days = [
            day for day in week["days"] if day["date"] not in person["availability"]["days_off"]
        ]
        has_room = any(date.fromisoformat(day["date"]).weekday() in roomy for day in days)
        gets_up = "transition-roll-and-rise" not in person.get("leaves_out", [])
        if has_room and suits and gets_up and (person.get("pain") or 0) <= 5:
            assert any(day.get("sessions") for day in days), case


@people(0.25)
@given(cases(weeks=(1, 2)), st.data())
def test_the_order_in_which_a_person_lists_things_changes_nothing(
    case: Case, data: DataObject
) -> None:
    """Conditions, equipment, places, slots and what was tried are sets in a list's clothes."""
    keys = ("conditions", "equipment", "places", "tried", "asks_for", "leaves_out")
    other = case.person | {key: data.draw(st.permutations(case.person[key])) for key in keys}
    slots = data.draw(st.permutations(case.person["availability"]["slots"]))
    other["availability"] = case.person["availability"] | {"slots": slots}

    first = document_of(case.person, case.start, case.weeks)["plan"]
    second = document_of(other, case.start, case.weeks)["plan"]

    for key in ("weeks", "findings", "routines", "catalogue"):
        assert first[key] == second[key], case


@people(0.1)
@given(cases(weeks=(1, 2)))
def test_the_same_person_gets_the_same_bytes(case: Case) -> None:
    """No clock, no chance, no order of sets."""
    assert exported(case.person, case.start, case.weeks) == exported(
        case.person, case.start, case.weeks
    )


def test_the_random_people_are_worth_checking() -> None:
    """Among them are pulls, later stages, cautions, desk breaks, openings and closings."""
    seen: set[str] = set()

    @settings(max_examples=60, derandomize=True, database=None)
    @given(cases(conditions=(0, 2), weeks=(4, 8)))
    def look(case: Case) -> None:
        plan = document_of(case.person, case.start, case.weeks)["plan"]
        for day in (day for week in plan["weeks"] for day in week["days"]):
            seen.update("break" for _ in day["desk_breaks"])
            for step in (step for session in day["sessions"] for step in session["steps"]):
                seen.update({step["exercise"], step["purpose"]})
                seen.update({"reduced"} if step["is_reduced"] else set())

    look()

    wanted = {"pulse-pull-up", "neck-4-isometric-resisted", "lumbar-2-crunch-crossed-arms"}
    wanted |= {"towel-roller-lying", "lying-12-prone-on-elbows", "yoga-pigeon-pose", "break"}
    wanted |= {"opening", "main", "closing", "way-up", "reduced"}
    assert wanted - seen == set()
