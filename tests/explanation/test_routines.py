"""Why a routine comes when it does, as often as it does, with as much of it."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare.explanation import explain
from tests.explanation.people import (
    CATALOGUE,
    of_rule,
    plan,
    planned,
    someone,
    without_session,
)


def test_a_routine_tells_its_place_among_the_wishes() -> None:
    """Goals chose it, or the person named it."""
    chosen = explain(plan("keen"), "fitball")
    named = explain(planned(someone(routines=["fitball", "neck"])), "fitball")

    assert "It is wish number 3 of 6; your goals chose it." in str(chosen)
    assert "It is wish number 1 of 2; you named it." in str(named)


@pytest.mark.parametrize(
    ("id", "rhythm"),
    [
        ("wushu-morning", "once a day, 14 times in 2 weeks at the least"),
        ("pulse-pull-ups", "every 5–8 days."),
        ("yoga-asanas", "1–3 times a week, at least 48 hours apart, 2 times in 2 weeks"),
        ("neck", "2 times a day, at least 6 hours apart, 28 times in 2 weeks at the least"),
        ("lying-complex", "once a day, on at least 3 days a week, 6 times in 2 weeks"),
    ],
)
def test_a_routine_tells_how_often_it_is_to_come(id: str, rhythm: str) -> None:
    """The rhythm, and the number of sessions it comes to in the weeks of the plan."""
    made = planned(someone(routines=[id], availability="daily 09:00, 18:00 40 min"))

    assert f"It is to come {rhythm}" in str(explain(made, id))


def test_a_routine_of_one_time_a_week_is_called_once() -> None:
    """A catalogue of one's own may ask for one."""
    weekly = evolve(
        CATALOGUE.routine("fitball"),
        cadence=evolve(CATALOGUE.routine("fitball").cadence, times=(1, 1), gap_h=0),
    )
    others = tuple(r for r in CATALOGUE.routines if r.id != "fitball")
    own = evolve(CATALOGUE, routines=(*others, weekly))
    made = planned(someone(routines=["fitball"]), catalogue=own)

    assert "It is to come once a week, 2 times in 2 weeks" in str(
        explain(made, "fitball", catalogue=own)
    )


def test_a_routine_that_comes_too_seldom_says_so() -> None:
    """The number it has, the number it is to have."""
    made = plan("keen")

    why = explain(made, "wushu-morning")

    (comes,) = [r for r in of_rule(why, "cadence") if "wanted_n" in {n.name for n in r.numbers}]
    assert comes.number("sessions_n") < comes.number("wanted_n")
    assert comes.text.endswith("which is too few.")


def test_a_routine_tells_how_much_of_it_each_session_holds() -> None:
    """Whole, or so many of so many."""
    why = explain(plan("disc-herniation"), "yoga-asanas")

    parts = [reason for reason in of_rule(why, "missing") if "exercise" in reason.text]
    assert parts
    held = {place for reason in parts for place in reason.places}
    assert held == {
        session.id
        for session in plan("disc-herniation").sessions
        if "yoga-asanas" in session.routines
    }


def test_a_routine_past_its_window_says_by_how_many_days() -> None:
    """Two weeks between pull-ups are six days late."""
    made = planned(someone(availability="Mon 18:00 30 min"), 3)
    gapped = without_session(made, made.sessions[1])

    (late,) = of_rule(explain(gapped, "pulse-pull-ups"), "late")

    assert late.number("late_d") == 6
    assert late.text == (
        "Mon 7 Dec: 14 days after Mon 23 Nov; the window is 5–8 days, and the response is best "
        "after 6.3: that is 6 days late."
    )


def test_a_routine_that_is_not_back_when_the_plan_ends_says_so() -> None:
    """The end of the plan lies past the window."""
    made = planned(someone(availability="Mon 18:00 30 min"), 2)
    gapped = without_session(made, made.sessions[1])

    (late,) = of_rule(explain(gapped, "pulse-pull-ups"), "late")

    assert late.text == (
        "It is not back 13 days after Mon 23 Nov, when the plan ends; the window is 5–8 days."
    )


def test_a_window_that_does_not_hold_the_best_day_does_not_speak_of_it() -> None:
    """The response is the project's own, for the article's window of 5-8 days."""
    pulls = CATALOGUE.routine("pulse-pull-ups")
    rare = evolve(pulls, cadence=evolve(pulls.cadence, window_days=(8, 10)))
    others = tuple(r for r in CATALOGUE.routines if r.id != pulls.id)
    own = evolve(CATALOGUE, routines=(rare, *others))
    made = planned(someone(availability="daily 18:00 30 min"), 3, catalogue=own)

    text = str(explain(made, "pulse-pull-ups", catalogue=own))

    assert "the window is 8–10 days" in text
    assert "best" not in text


def test_a_daily_routine_tells_what_fills_the_day_it_lacks() -> None:
    """The routines that hold the slot, what they could spare, what it takes at the shortest."""
    made = planned(someone(routines=["wushu-morning", "fitball"], availability="Mon 18:00 30 min"))
    (session, *_) = made.sessions
    others = tuple(step for step in session.steps if step.routine != "wushu-morning")
    from tests.explanation.people import with_session

    lacking = with_session(
        made,
        session,
        evolve(session, minutes=3, routines=("fitball",), steps=others),
    )

    rivals = [r for r in explain(lacking, "wushu-morning").reasons if "instead" in r.text]

    (rival,) = rivals
    assert "the 3 minutes hold Fitball instead" in rival.text
    assert rival.number("least_s") > rival.number("left_s")


def test_a_daily_routine_tells_that_new_exercises_came_first() -> None:
    """Where the limit on new exercises kept all of it out, that is the reason."""
    made = plan("older")
    lacking = [
        reason
        for reason in of_rule(explain(made, "wushu-morning"), "new-things")
        if "came first" in reason.text
    ]

    days = {s.date for s in made.sessions if "wushu-morning" in s.routines}
    assert all(reason.places[0][:10] not in map(str, days) for reason in lacking)


def test_relief_positions_tell_how_many_sessions_they_open() -> None:
    """They come at need, and never by wish."""
    many = explain(plan("desk-worker"), "relief-positions")
    none = explain(plan("keen"), "relief-positions")
    one = explain(
        planned(someone(routines=["neck"], tense=["neck"], availability="Mon 18:00 30 min"), 1),
        "relief-positions",
    )

    assert f"{len(plan('desk-worker').sessions)} sessions of this plan begin with one." in str(many)
    assert "no session of this plan begins with one." in str(none)
    assert "1 session of this plan begins with one." in str(one)


def test_breaks_tell_their_number() -> None:
    """The routine of breaks stands in no session."""
    made = plan("desk-worker")
    breaks = sum(len(day.desk_breaks) for day in made.days)

    why = explain(made, "desk-breaks")

    assert why.summary == f"Hourly desk breaks: {breaks} breaks from sitting in this plan."
    assert "breaks join wherever there are hours at a desk" in str(why)


def test_a_habit_in_passing_is_a_routine_without_dates() -> None:
    """The routine itself is meant where it is passed as such."""
    made = planned(someone(routines=["bar-hang-passing"]))

    why = explain(made, CATALOGUE.routine("bar-hang-passing"))

    assert why.kind == "routine"
    assert why.summary.endswith("a habit for every day, outside the sessions.")


def test_a_routine_that_a_rule_leaves_out_altogether_says_why() -> None:
    """Nothing of the pull-ups suits: wished for, and nowhere."""
    why = explain(plan("older"), "pulse-pull-ups")

    assert why.summary == "Pulse pull-ups: nowhere in this plan."
    assert of_rule(why, "condition-avoid")


def test_many_days_without_a_pattern_are_counted() -> None:
    """A long list of dates says less than their number and the first and the last."""
    made = planned(someone(routines=["wushu-morning"], availability="daily 08:00 15 min"), 4)
    gone = {made.days[number].date for number in (1, 4, 5, 9, 12, 15, 17, 18, 22, 25)}
    for day in gone:
        made = without_session(made, next(s for s in made.sessions if s.date == day))

    why = explain(made, "wushu-morning")

    assert why.summary == "Wushu morning workout: 18 sessions from Mon 23 Nov to Sun 20 Dec."
