"""Who a plan is for: everything is checked when the person is built."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from spinecare.errors import InvalidValueError
from spinecare.model import Availability, DeskHours, EquipmentId, Person, Place, Screening

NEEDED: dict[str, Any] = {"timezone": "UTC", "availability": "Mon 07:00 20 min"}


def test_a_person_is_built_from_text_as_people_write_it() -> None:
    """Availability, desk hours, waking time and word lists come as text too."""
    person = Person(
        **NEEDED,
        goals=["ease-neck"],
        wakes_at="6:30",
        desk="Mon-Fri 09:00-17:00",
        level="practised",
        tense="neck",
    )

    assert person.availability == Availability.parse("Mon 07:00 20 min")
    assert person.wakes_at == time(6, 30)
    assert person.desk == DeskHours.parse("Mon-Fri 09:00-17:00")
    assert person.tense == ("neck",)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "timezone",
            "Mars/Olympus",
            "timezone must be a name of the time zone database, got 'Mars",
        ),
        ("timezone", "", "timezone must be a name of the time zone database, got ''"),
        ("timezone", "../etc", "timezone must be a name of the time zone database"),
        ("timezone", "Europe", "timezone must be a name of the time zone database"),
        ("timezone", "a\0b", "timezone must be a name of the time zone database"),
        ("timezone", None, "timezone must be a name of the time zone database, got None"),
        ("availability", 3, "availability must be of type Availability, got 3"),
        ("screening", "no", "screening must be of type Screening, got 'no'"),
        ("cleared_by_clinician", 1, "cleared_by_clinician must be of type bool, got 1"),
        ("goals", ["sleep"], "goals must be one of ease-neck"),
        ("goals", 3, "goals must be one of ease-neck"),
        ("routines", ["a b"], "routines must be an id of ASCII letters, digits and hyphens"),
        ("routines", ["é"], "routines must be an id of ASCII letters"),
        ("routines", None, "routines must be an id of ASCII letters"),
        ("routines", ["neck", "neck"], "routines must be ids without repeats"),
        ("places", ["office"], "places must be of type Place, got 'office'"),
        ("wakes_at", "7", "wakes_at must be a time of day to the minute, got '7'"),
        ("desk", 3, "desk must be"),
        ("level", "expert", "level must be one of beginner, practised, got 'expert'"),
        ("pain", -0.5, "pain must be a number from 0 to 10, got -0.5"),
        ("pain", 10.5, "pain must be a number from 0 to 10, got 10.5"),
        ("pain", True, "pain must be a number from 0 to 10, got True"),
        ("name", None, "name must be of type str, got None"),
    ],
)
def test_a_wrong_field_is_refused_by_name(field: str, value: object, message: str) -> None:
    """Field, expectation, value."""
    with pytest.raises(InvalidValueError) as caught:
        Person(**{**NEEDED, field: value})

    assert message in str(caught.value)


def test_two_places_have_two_names() -> None:
    """Otherwise a slot could not say where it is."""
    with pytest.raises(InvalidValueError, match="places must be places with different names"):
        Person(**NEEDED, places=(Place(name="office"), Place(name="office")))


def test_home_has_the_things_of_the_person_and_a_floor() -> None:
    """Unless the person describes it otherwise."""
    person = Person(**NEEDED, equipment=["mat"])
    cellar = Person(**NEEDED, equipment=["mat"], places=(Place(name="home"),))

    assert person.place("home") == Place(name="home", equipment=["mat"], has_floor=True)
    assert cellar.place("home") == Place(name="home")


def test_at_a_place_that_is_not_listed_nothing_is_at_hand() -> None:
    """Not even the floor; a listed one has what it lists."""
    office = Place(name="office", equipment=(EquipmentId("chair"),))
    person = Person(**NEEDED, equipment=["mat"], places=(office,))

    assert person.place("office") is office
    assert person.place("park") == Place(name="park")
    assert not person.place("park").has_floor


def test_a_question_that_nobody_asked_stays_open() -> None:
    """It never counts as "no"."""
    asked = Screening(yes=["rf-a"], no=["rf-b"])

    assert asked.is_open("rf-c")  # type: ignore[arg-type]
    assert not asked.is_open("rf-a")  # type: ignore[arg-type]
    assert not asked.is_open("rf-b")  # type: ignore[arg-type]
    assert not Screening(others="no").is_open("rf-c")  # type: ignore[arg-type]


def test_a_sign_has_one_answer() -> None:
    """Not yes and no at once."""
    with pytest.raises(InvalidValueError, match="screening must be one answer for each sign"):
        Screening(yes=["rf-a"], no=["rf-a"])


@pytest.mark.parametrize("others", ["yes", None, 3])
def test_the_rest_of_the_signs_is_no_or_not_asked(others: Any) -> None:
    """Nobody has all of them."""
    with pytest.raises(InvalidValueError, match="others must be 'no' or 'not asked'"):
        Screening(others=others)
