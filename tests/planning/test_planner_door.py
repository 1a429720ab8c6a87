"""The door of the planner: the kinds of things it takes, and the id that a plan gets."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from spinecare.errors import InvalidValueError, show
from spinecare.model import DeskHours, Place
from spinecare.planner import make_plan
from tests.planning.builders import CATALOGUE, MONDAY, person, planned

ADA = person(
    name="Ada",
    routines=["neck"],
    availability="daily 18:00 20 min",
    places=[Place(name="gym", equipment=["towel", "chair"]), Place(name="office")],
)


@pytest.mark.parametrize("who", [None, "Ada", {"timezone": "UTC"}, CATALOGUE])
def test_a_person_is_asked_for(who: Any) -> None:
    """The refusal names field and expectation."""
    with pytest.raises(InvalidValueError) as caught:
        make_plan(who, start=MONDAY)

    assert (caught.value.field, caught.value.expected) == ("person", "of type Person")
    assert caught.value.got == show(who)


@pytest.mark.parametrize("catalogue", ["neck", {}, ADA])
def test_a_catalogue_is_none_or_one(catalogue: Any) -> None:
    """None is the built-in one."""
    with pytest.raises(InvalidValueError) as caught:
        make_plan(ADA, start=MONDAY, catalogue=catalogue)

    assert (caught.value.field, caught.value.expected) == ("catalogue", "of type Catalogue")


@pytest.mark.parametrize("previous", ["plan", {}, 0, False, ADA])
def test_a_previous_plan_is_none_or_one(previous: Any) -> None:
    """Not even a false value stands for none."""
    with pytest.raises(InvalidValueError) as caught:
        make_plan(ADA, start=MONDAY, previous=previous)

    assert (caught.value.field, caught.value.expected) == ("previous", "of type Plan")


def test_a_start_a_length_and_an_effort_that_are_refused_are_shown() -> None:
    """As they were given."""
    asked: list[tuple[dict[str, Any], str]] = [
        ({"start": "tomorrow"}, "'tomorrow'"),
        ({"start": MONDAY, "weeks": 99}, "99"),
        ({"start": MONDAY, "effort": -3}, "-3"),
    ]
    for given, shown in asked:
        with pytest.raises(InvalidValueError) as caught:
            make_plan(ADA, **given)

        assert caught.value.got == shown


@pytest.mark.parametrize("journal", ["diary", (), [], False])
def test_what_is_no_journal_is_refused(journal: Any) -> None:
    """Nobody shall believe that it was minded."""
    with pytest.raises(InvalidValueError) as caught:
        make_plan(ADA, start=MONDAY, journal=journal)

    error = caught.value
    assert (error.field, error.expected) == ("journal", "a Journal")
    assert make_plan(ADA, start=MONDAY, weeks=1, journal=None) == planned(ADA)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Bea"},
        {"timezone": "Europe/Berlin"},
        {"availability": "daily 18:00 25 min"},
        {"goals": ["relax"]},
        {"routines": ["wushu-morning"]},
        {"equipment": ["towel"]},
        {"places": [Place(name="gym", equipment=["towel"]), Place(name="office")]},
        {"desk": DeskHours.parse("Mon-Fri 09:00-17:00")},
        {"wakes_at": "07:00"},
    ],
)
def test_plans_of_different_people_have_different_ids(change: dict[str, Any]) -> None:
    """So that two calendars in one family never overwrite each other."""
    assert planned(evolve(ADA, **change)).id != planned(ADA).id


def test_plans_of_different_starts_have_different_ids() -> None:
    """Without a plan before it, it is another plan."""
    assert planned(ADA, start=MONDAY + timedelta(days=1)).id != planned(ADA).id


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"pain": 4},
        {"conditions": ["pregnancy"]},
        {"tense": ["neck"]},
        {"equipment": ADA.equipment[::-1]},
        {"places": [Place(name="office"), Place(name="gym", equipment=["chair", "towel"])]},
    ],
)
def test_health_and_the_order_of_lists_are_not_in_an_id(change: dict[str, Any]) -> None:
    """Nobody can tell from an id what a person has."""
    assert planned(evolve(ADA, **change)).id == planned(ADA).id
