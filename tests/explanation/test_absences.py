"""Why something stands nowhere in a plan."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from spinecare import make_plan
from spinecare.explanation import explain
from tests.explanation.people import (
    CATALOGUE,
    of_rule,
    plan,
    planned,
    someone,
    subjects,
    with_steps,
)


def test_an_exercise_without_its_thing_is_left_out_by_the_rule_of_equipment() -> None:
    """The finding in its own words, then why the rule is there."""
    why = explain(plan("desk-worker"), "neck-5-weighted-shrug")

    texts = [reason.text for reason in of_rule(why, "equipment")]
    shrug = "Slow shoulder shrug with light weights"
    assert texts == [
        f"{shrug} is left out: it needs this: pair of light weights, 1.5-2 kg each.",
        "Only what is at hand in that slot can be done there.",
    ]


def test_a_routine_that_was_never_wished_for_says_what_it_serves() -> None:
    """Absent is not forbidden: the way to it is named."""
    why = explain(plan("keen"), "neck")

    assert why.summary == "Neck pain exercises: nowhere in this plan."
    assert [reason.rule for reason in why.reasons] == ["wish", "wish"]
    assert "for easing the neck; name it among your routines" in str(why)


def test_an_exercise_of_a_routine_never_wished_for_names_the_routine() -> None:
    """The exercise is not the question: its routine is."""
    why = explain(plan("keen"), "neck-1-flexion-extension")

    assert "It belongs to Neck pain exercises, which was not wished for" in str(why)


def test_a_plan_of_no_routine_says_so() -> None:
    """A made-up plan may come from no wish at all."""
    empty = evolve(plan("keen"), routines=())

    assert "this plan was made from no routine." in str(explain(empty, "neck"))


def test_an_exercise_on_request_says_that_one_has_to_ask() -> None:
    """Also where its routine is not in the plan, so that no finding tells."""
    why = explain(plan("desk-worker"), "bar-hang")

    assert of_rule(why, "on-request")[0].text == "It is planned only for those who ask for it."


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("rest-prone", "where an effort has no relaxation of its own"),
        ("transition-roll-and-rise", "it follows lying"),
        ("lying-fetal-rest", "it may close"),
        ("yoga-corpse-pose", "it opens Yoga asanas for the lower back and may close"),
        ("relief-position-search", "it opens sessions of gymnastics"),
    ],
)
def test_what_is_added_at_need_was_not_needed(id: str, said: str) -> None:
    """Resting poses, openings, closings and ways up belong to no routine of the plan."""
    made = planned(someone(routines=["wushu-morning"], availability="Mon 18:00 15 min"))

    why = explain(made, id)

    assert why.summary.endswith("nowhere in this plan.")
    assert "It is added at need, and no session of this plan needed it" in str(why)
    assert said in str(why)


@pytest.mark.parametrize(
    ("id", "has_parts"), [("wushu-whole-complex", True), ("desk-break-hourly", True)]
)
def test_a_protocol_is_never_planned_by_itself(id: str, has_parts: bool) -> None:
    """Its parts are exercises of their own."""
    why = explain(plan("keen"), id)

    assert "It belongs to no routine" in str(why)
    assert ("Its parts are planned one by one." in str(why)) is has_parts


def test_an_entry_of_an_own_catalogue_without_parts_says_no_more() -> None:
    """Only what has parts speaks of them."""
    alone = evolve(CATALOGUE.entry("wushu-whole-complex"), items=(), of=None)

    why = explain(plan("keen"), alone)

    assert str(why).splitlines()[1] == (
        "It belongs to no routine, so it is never planned by itself."
    )


def test_exercises_that_join_later_say_when_they_would() -> None:
    """A plan of two weeks ends the day before they may join."""
    who = someone(routines=["neck"], availability="daily 08:00, 18:00 20 min")

    (stage,) = of_rule(explain(planned(who, 2), "neck-4-isometric-resisted"), "stage")

    assert "that is on Mon 7 Dec, the day after this plan" in stage.text
    assert (stage.number("asked_d"), stage.number("asked_n")) == (14, 10)


def test_exercises_that_join_later_say_how_far_a_short_plan_comes() -> None:
    """A week is not enough, and says so."""
    who = someone(routines=["neck"], availability="daily 08:00, 18:00 20 min")

    (stage,) = of_rule(explain(planned(who, 1), "neck-4-isometric-resisted"), "stage")

    assert "in this plan 7 days from Mon 23 Nov on are not enough" in stage.text


def test_exercises_that_may_have_joined_say_from_when_on() -> None:
    """Where they stand in no session although their stage is open, the day is told all the same."""
    who = someone(routines=["neck"], availability="daily 08:00, 18:00 20 min")
    made = planned(who, 4)
    gone = {"neck-4-isometric-resisted", "neck-5-weighted-shrug"}

    for session in made.sessions:
        kept = (step for step in session.steps if step.exercise not in gone)
        made = with_steps(made, session, *kept)

    (stage,) = of_rule(explain(made, "neck-5-weighted-shrug"), "stage")

    assert "that is on Mon 7 Dec at the earliest, 14 days after Mon 23 Nov" in stage.text


def test_exercises_whose_stage_never_begins_say_so() -> None:
    """Without a day that completes what comes first, nothing joins."""
    who = someone(routines=["neck"], leaves_out=["neck-1-flexion-extension"])

    (stage,) = of_rule(explain(planned(who), "neck-4-isometric-resisted"), "stage")

    assert "in this plan no day completes them all" in stage.text


def test_what_pain_leaves_out_is_told_by_the_rule_of_pain() -> None:
    """With much pain only relief is planned; the goals' routines wait."""
    who = someone(routines=[], goals=["ease-neck"], pain=7, tense=["neck"])
    made = planned(who)

    why = explain(made, "relief-positions")

    assert "your goals chose it" not in str(why)
    assert of_rule(why, "pain")


def test_advice_is_not_exercises() -> None:
    """The routine of advice says what it is, whether or not it was wished for."""
    why = explain(plan("keen"), "lifestyle")

    assert str(why) == "Lifestyle and ergonomics: advice beside the plan, not exercises."


def test_an_absent_exercise_names_no_condition() -> None:
    """What a plan says about somebody's health is what its findings say, and no more."""
    who = someone(
        conditions=["disc-herniation", "pregnancy", "osteoporosis"],
        routines=["lying-complex", "upper-back", "magic-towel"],
        wakes_at=None,
        availability="daily 07:00 40 min",
        tense=["lower-back"],
    )
    made = planned(who)
    words = ("hernia", "pregnan", "osteopor", "obstet", "womb", "ACOG")

    for subject in (*subjects(made), "waking", "supine-limit"):
        text = str(explain(made, subject))
        for finding in made.findings:
            text = text.replace(finding.reason, "")
        assert [word for word in words if word.lower() in text.lower()] == [], text


def test_a_stage_that_the_plan_before_had_opened_says_that_it_counts() -> None:
    """A plan made anew knows of days that it does not hold itself."""
    who = someone(routines=["neck"], availability="daily 08:00, 18:00 20 min")
    first = planned(who, 4)
    again = make_plan(who, start=date(2026, 12, 14), weeks=1, previous=first)

    why = explain(again, "neck-4-isometric-resisted")

    (stage,) = of_rule(why, "stage")
    assert stage.text.endswith(
        "in this plan that was done on Mon 14 Dec, counting what a plan before this one held."
    )
