"""Placing sessions in the openings of the weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from spinecare.model import Availability, Place, RuleId
from spinecare.planning import rules
from spinecare.planning.rules import Candidate, Rule
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    exercises_of,
    office,
    person,
    planned,
    routine_ids,
)


def breaking(day: date) -> Rule:
    """Return a rule that every session of a day breaks."""

    def breach(candidate: Candidate) -> str:
        return "it is that day" if candidate.session.date == day else ""

    return Rule(id=RuleId("own-rule"), reason="A test.", source="a test", breach=breach)


def test_a_session_that_breaks_a_rule_is_withdrawn_with_a_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fail closed: the slot stays empty, and the plan goes on as if nothing had been there."""
    tuesday = MONDAY + timedelta(days=1)
    monkeypatch.setattr(rules, "RULES", (*rules.RULES, breaking(tuesday)))
    who = person(routines=["wushu-morning"])

    plan = planned(who)

    assert [session.date for session in plan.sessions] == [
        MONDAY + timedelta(days=day) for day in (0, 2, 3, 4, 5, 6)
    ]
    (finding,) = (found for found in plan.findings if found.rule == "own-rule")
    assert finding.severity == "left-out"
    assert finding.subject == "slot"
    assert finding.place == tuesday.isoformat()
    assert finding.reason == (
        "The session at 18:00 was withdrawn: it would break the rule own-rule: it is that day."
    )
    # the side that was to begin on Tuesday begins on Wednesday
    assert plan.sessions[1].steps[0].sides[0] == "right"


def test_every_rule_that_is_broken_has_its_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules, two findings."""
    twice = (breaking(MONDAY), evolve(breaking(MONDAY), id=RuleId("other-rule")))
    monkeypatch.setattr(rules, "RULES", (*rules.RULES, *twice))

    plan = planned(person(routines=["wushu-morning"]))

    told = [found.rule for found in plan.findings if "withdrawn" in found.reason]
    assert told == ["other-rule", "own-rule"]


def test_weeks_are_counted_from_the_start() -> None:
    """Two weeks from a Thursday: fourteen days, numbered."""
    start = MONDAY + timedelta(days=3)

    plan = planned(person(routines=["wushu-morning"]), weeks=2, start=start)

    assert [week.number for week in plan.weeks] == [1, 2]
    assert [day.date for day in plan.days] == [start + timedelta(days=day) for day in range(14)]
    assert len(plan.sessions) == 14


def test_slots_of_a_day_are_filled_in_order() -> None:
    """Neck in the morning and in the evening."""
    who = person(availability="Mon 07:00, 18:00 20 min", routines=["neck"])

    plan = planned(who)

    assert routine_ids(plan) == [("2026-11-23-1", ("neck",)), ("2026-11-23-2", ("neck",))]


def test_a_slot_in_a_change_of_the_clocks_stays_empty() -> None:
    """On the Sunday in March there is no half past two."""
    who = person(
        timezone="Europe/Berlin",
        availability="Sat, Sun 02:30 20 min",
        routines=["wushu-morning"],
        wakes_at="20:00",
    )

    plan = planned(who, start=date(2026, 3, 23))

    assert [session.date.day for session in plan.sessions] == [28]
    (finding,) = (found for found in plan.findings if found.rule == "wall-time")
    assert (finding.place, finding.reason, finding.concession) == (
        "2026-03-29",
        "The slot at 02:30 falls into a change of the clocks.",
        "another time on that day",
    )


def test_the_week_after_a_plan_is_looked_at_and_not_told() -> None:
    """A change of the clocks a day after its end is none of its findings."""
    who = person(
        timezone="Europe/Berlin",
        availability="Sun 02:30 20 min; Mon 18:00 20 min",
        wakes_at="20:00",
    )

    plan = planned(who, start=date(2026, 3, 16))

    assert {found.rule for found in plan.findings}.isdisjoint({"wall-time"})
    assert all(session.date < date(2026, 3, 23) for session in plan.sessions)


def test_each_place_holds_what_can_be_done_there() -> None:
    """Standing work at an office without a floor; yoga at home."""
    who = person(
        availability="Mon 12:00 30 min (office); Tue 18:00 30 min",
        places=[Place(name="office")],
        routines=["yoga-asanas", "wushu-morning"],
    )

    plan = planned(who)

    assert [(session.place, session.routines) for session in plan.sessions] == [
        ("office", ("wushu-morning",)),
        ("home", ("wushu-morning", "yoga-asanas")),
    ]


def test_training_goes_where_the_most_of_it_can_be_done() -> None:
    """Pull-ups on the day at the bar, though the other slot is longer."""
    who = person(
        equipment=[],
        availability="Mon 18:00 60 min; Wed 18:00 20 min (gym)",
        places=[office(name="gym", equipment=["pull-up-bar"])],
        routines=["pulse-pull-ups"],
    )

    plan = planned(who, weeks=2)

    assert [(session.place, session.date.day) for session in plan.sessions] == [
        ("gym", 25),
        ("gym", 2),
    ]


def test_training_goes_where_one_can_lie_down() -> None:
    """Two of six exercises at the office, all at home in the shorter slot; circles do not count."""
    who = person(
        availability="Mon 18:00 60 min (office); Wed 18:00 30 min",
        places=[Place(name="office")],
        routines=["upper-back", "wushu-morning"],
    )

    plan = planned(who)

    held = {session.place: session.routines for session in plan.sessions}
    assert held == {"office": ("wushu-morning",), "home": ("wushu-morning", "upper-back")}


def test_training_goes_where_it_is_not_too_early_to_bend() -> None:
    """Half an hour in the evening rather than an hour right after getting up."""
    who = person(availability="Mon 06:10 60 min; Wed 18:00 30 min", routines=["upper-back"])

    assert [session.date.day for session in planned(who).sessions] == [25]


def test_nothing_is_due_where_nothing_of_it_can_be_done() -> None:
    """No slot is told to be too short, only idle: no floor at the office, no towel for a disc."""
    standing = person(
        availability="Mon 18:00 60 min (office)",
        places=[Place(name="office", equipment=["towel"])],
        routines=["yoga-asanas", "magic-towel"],
    )
    avoided = person(routines=["magic-towel"], conditions=["disc-herniation"])

    for who in (standing, avoided):
        plan = planned(who)
        assert plan.sessions == ()
        assert {found.rule for found in plan.findings if found.subject == "slot"} == {"idle-slot"}


def test_lying_work_waits_for_the_hour_that_admits_bending() -> None:
    """Of two slots a day the towel stands in either, lying exercises with bends in the later."""
    who = person(availability="Mon 06:10, 19:00 60 min", routines=["lying-complex"])

    plan = planned(who)

    assert [session.start.hour for session in plan.sessions] == [19]


def test_advice_takes_turns_by_the_week() -> None:
    """Two pieces a week in the article's order, and again from the first."""
    ids = [advice.id for advice in CATALOGUE.arranged.advice]

    plan = planned(person(availability="Mon 18:00 20 min"), weeks=6)

    assert len(ids) == 10
    assert [list(week.advice) for week in plan.weeks] == [
        *(ids[number : number + 2] for number in range(0, 10, 2)),
        ids[:2],
    ]


def test_advice_may_be_missing_or_a_single_one() -> None:
    """A catalogue of one's own: none a week, or the same once a week."""
    who = person(availability="Mon 18:00 20 min")

    none = planned(who, catalogue=evolve(CATALOGUE, advice=()))
    one = planned(who, weeks=2, catalogue=evolve(CATALOGUE, advice=CATALOGUE.advice[:1]))

    assert none.weeks[0].advice == ()
    assert [week.advice for week in one.weeks] == [(CATALOGUE.advice[0].id,)] * 2


def test_a_session_late_in_the_evening_ends_on_the_next_day() -> None:
    """23:50 for twenty minutes."""
    plan = planned(person(availability="Mon 23:50 20 min", routines=["wushu-morning"]))

    (session,) = plan.sessions
    assert session.date == MONDAY
    assert session.ends_at("UTC").date() == MONDAY + timedelta(days=1)


def test_without_openings_the_weeks_are_empty() -> None:
    """No slots: no sessions, and the plan still stands."""
    plan = planned(person(availability=Availability(slots=()), routines=["neck"]))

    assert plan.sessions == ()
    assert len(plan.days) == 7


def test_neck_exercises_four_and_five_join_in_the_third_week() -> None:
    """Not before (article, line 85)."""
    who = person(availability="daily 08:00, 18:00 20 min", routines=["neck"])

    plan = planned(who, weeks=3)

    weeks = [
        {id for session in week.sessions for id in exercises_of(session)} for week in plan.weeks
    ]
    later = {"neck-4-isometric-resisted", "neck-5-weighted-shrug"}
    assert [bool(later & held) for held in weeks] == [False, False, True]
    assert later <= weeks[2]
