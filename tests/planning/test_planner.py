"""The door of the planner: what it refuses, what a plan carries, what a new revision keeps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

from spinecare.errors import (
    ClinicianFirst,
    FaultyInputError,
    InvalidValueError,
    NotScreenedError,
)
from spinecare.model import Place, Screening
from spinecare.planner import make_plan
from spinecare.planning import MOST_WEEKS, plan_for
from tests.planning.builders import CATALOGUE, MONDAY, exercises_of, person, planned

NECK = person(routines=["neck"], availability="daily 18:00 20 min")


@pytest.mark.parametrize(
    "start",
    [
        "2026-11-23",
        datetime(2026, 11, 23, tzinfo=UTC),
        None,
        date(1969, 12, 31),
        date(2199, 1, 1),
        date.min,
        date.max,
    ],
)
def test_a_start_is_a_date_of_a_time_whose_zones_are_known(start: Any) -> None:
    """The refusal names field, expectation, value and a cure."""
    with pytest.raises(InvalidValueError) as caught:
        planned(NECK, start=start)

    error = caught.value
    assert error.field == "start"
    assert error.expected == "a date from 1970-01-01 to 2198-12-31"
    assert str(error).endswith("Maybe write date(2026, 11, 23).")


@pytest.mark.parametrize("start", [date(1970, 1, 1), date(2198, 12, 31)])
def test_the_first_and_the_last_day_may_be_planned(start: date) -> None:
    """Both ends belong to the span, and a year from the last is still before 2200."""
    rare = evolve(NECK, availability="Mon 18:00 20 min")

    plan = planned(rare, start=start, weeks=52)

    assert plan.start == start
    assert len(plan.sessions) == 52


@pytest.mark.parametrize("weeks", [0, 53, -1, True, 1.0, "1", None])
def test_weeks_are_a_whole_number_from_1_to_52(weeks: Any) -> None:
    """A truth value is none."""
    with pytest.raises(InvalidValueError) as caught:
        planned(NECK, weeks=weeks)

    assert (caught.value.field, caught.value.expected) == ("weeks", "a whole number from 1 to 52")


def test_a_year_may_be_planned() -> None:
    """52 weeks are the most."""
    plan = planned(evolve(NECK, availability="Mon 18:00 20 min"), weeks=MOST_WEEKS)

    assert len(plan.weeks) == 52
    assert len(plan.sessions) == 52


def test_unknown_ids_are_told_all_at_once() -> None:
    """Of every field, each with its nearest."""
    who = person(
        routines=["neckk"],
        conditions=["disc-hernia"],
        equipment=["towl"],
        places=[Place(name="office", equipment=["chairs"])],
        tense=["nek"],
        tried=["own"],
        screening=Screening(yes=["rf-feverish"], others="no"),
    )

    with pytest.raises(FaultyInputError) as caught:
        planned(who)

    error = caught.value
    assert error.what == "person"
    assert [fault.path for fault in error.faults] == [
        "$.screening.yes[0]",
        "$.routines[0]",
        "$.conditions[0]",
        "$.equipment[0]",
        "$.places[0].equipment[0]",
        "$.tense[0]",
        "$.tried[0]",
    ]
    assert "got 'neckk'" in error.faults[1].message
    assert "Maybe neck" in error.faults[1].message


def test_warning_signs_refuse_before_anything_is_planned() -> None:
    """And open questions do."""
    with pytest.raises(ClinicianFirst):
        planned(person(screening=Screening(yes=["rf-fever"], others="no")))
    with pytest.raises(NotScreenedError):
        planned(person(screening=Screening()))


def test_a_plan_carries_what_it_was_made_of() -> None:
    """Nothing asks the clock."""
    who = person(name="Ada", routines=["neck", "bar-hang-passing"])

    plan = planned(who)

    assert (plan.name, plan.start, plan.timezone, plan.revision) == ("Ada", MONDAY, "UTC", 0)
    assert plan.updated_at == datetime(2026, 11, 23, tzinfo=UTC)
    assert plan.routines == ("neck", "bar-hang-passing")
    assert plan.cancelled == ()


def test_a_plan_holds_the_entries_it_uses_and_no_more() -> None:
    """Steps, breaks with their alternatives, and habits that can be done at home."""
    who = person(
        routines=["neck", "desk-breaks", "bar-hang-passing"],
        desk="Mon-Fri 09:00-11:00",
        availability="Mon 18:00 20 min",
    )

    plan = planned(who)

    assert {entry.id for entry in plan.catalogue.entries} == {
        *CATALOGUE.routine("neck").entries[:3],
        *("desk-break-stretch", "desk-break-bends", "desk-break-walk"),
        "bar-hang-passing",
    }
    assert {r.id for r in plan.catalogue.routines} == set(plan.routines)
    assert {advice.id for advice in plan.catalogue.advice} == set(plan.weeks[0].advice)
    assert plan.catalogue.conditions == ()


@pytest.mark.parametrize("change", [{"equipment": []}, {"conditions": ["shoulder-injury"]}])
def test_a_habit_that_cannot_be_done_is_not_shown(change: dict[str, Any]) -> None:
    """No bar at home, or a shoulder that must not hang."""
    plan = planned(person(routines=["bar-hang-passing"], **change))

    assert plan.catalogue.entries == ()


def test_the_time_of_making_may_be_given() -> None:
    """In any zone."""
    moment = datetime(2026, 11, 20, 12, tzinfo=UTC)

    assert planned(NECK, updated_at=moment).updated_at == moment


def test_a_new_revision_keeps_the_id_and_counts_on() -> None:
    """Whatever has changed about the person."""
    first = planned(NECK)

    second = planned(evolve(NECK, name="Ada"), previous=first)
    third = planned(NECK, previous=second)

    assert (second.id, second.revision) == (first.id, 1)
    assert (third.id, third.revision) == (first.id, 2)


def test_sessions_that_are_no_more_are_cancelled() -> None:
    """Those from the new start on; with their id, day, time and minutes."""
    first = planned(NECK)
    fewer = evolve(NECK, availability="Mon-Thu 18:00 20 min")

    second = planned(fewer, previous=first, start=MONDAY + timedelta(days=2))

    assert [one.id for one in second.cancelled] == [
        "2026-11-27-1",
        "2026-11-28-1",
        "2026-11-29-1",
    ]
    one = second.cancelled[0]
    assert (one.date, one.start, one.minutes) == (
        date(2026, 11, 27),
        first.sessions[0].start,
        20,
    )


def test_a_moved_session_keeps_its_id_and_is_not_cancelled() -> None:
    """At seven instead of six: the first session of that day."""
    first = planned(NECK)

    second = planned(evolve(NECK, availability="daily 19:00 20 min"), previous=first)

    assert second.cancelled == ()
    assert [s.id for s in second.sessions] == [s.id for s in first.sessions]


def test_what_was_cancelled_stays_so_until_it_comes_back() -> None:
    """Over two revisions, and back again; in the order of the ids."""
    first = planned(NECK)
    second = planned(evolve(NECK, availability="Tue-Sun 18:00 20 min"), previous=first)
    third = planned(evolve(NECK, availability="Wed-Sun 18:00 20 min"), previous=second)
    fourth = planned(NECK, previous=third)

    assert [one.id for one in second.cancelled] == ["2026-11-23-1"]
    assert [one.id for one in third.cancelled] == ["2026-11-23-1", "2026-11-24-1"]
    assert fourth.cancelled == ()


@pytest.mark.parametrize(("pain", "relief_only"), [(5, False), (5.5, True)])
def test_strong_pain_leaves_only_relief_positions(pain: float, relief_only: bool) -> None:
    """Above 5 of 10 (rule R1)."""
    plan = planned(person(routines=["wushu-morning"], pain=pain))

    expected = ("relief-positions",) if relief_only else ("wushu-morning",)
    assert plan.routines == expected
    held = {id for session in plan.sessions for id in exercises_of(session)}
    assert held <= set(CATALOGUE.routine(expected[0]).entries)
    assert held


@pytest.mark.parametrize(
    ("conditions", "hours"), [([], 1), (["knee-pain"], 1), (["knee-pain", "sciatica"], 2)]
)
def test_the_longest_word_of_all_conditions_holds_in_the_morning(
    conditions: list[str], hours: int
) -> None:
    """Up at six: bends of the towel routine's curl, at 07:30, only without a herniation."""
    who = person(
        conditions=conditions,
        routines=["upper-back"],
        availability="Mon 07:30 60 min",
        tried=[entry.id for entry in CATALOGUE.entries],
    )

    held = exercises_of(planned(who).sessions[0])

    assert ("upper-back-3-cat-standing" in held) is (hours == 1)


def test_a_condition_makes_new_things_of_every_kind_count() -> None:
    """Three circles on the first day instead of seven."""
    sound = planned(person(routines=["wushu-morning"]))
    sore = planned(person(routines=["wushu-morning"], conditions=["hip-pain"]))

    assert len(exercises_of(sound.sessions[0])) == 7
    assert len(exercises_of(sore.sessions[0])) == 3
    assert len(exercises_of(sore.sessions[2])) == 7


def test_the_built_in_catalogue_is_the_default() -> None:
    """And four weeks are."""
    plan = make_plan(NECK, start=MONDAY)

    assert plan == planned(NECK, weeks=4)
    assert plan_for(NECK, CATALOGUE, start=MONDAY) == plan
    assert make_plan(NECK, start=MONDAY, weeks=2, catalogue=CATALOGUE) == planned(NECK, weeks=2)
    moment = datetime(2026, 11, 20, 12, tzinfo=UTC)
    again = make_plan(NECK, start=MONDAY, previous=plan, updated_at=moment)
    assert (again.revision, again.updated_at) == (1, moment)
