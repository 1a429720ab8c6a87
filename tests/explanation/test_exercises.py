"""Why an exercise stands where it does."""

from __future__ import annotations

from spinecare import from_json, to_json
from spinecare.explanation import explain
from tests.explanation.people import of_rule, plan, planned, someone


def test_an_exercise_says_in_how_many_sessions_it_stands() -> None:
    """The first line is the answer most people look for."""
    made = plan("keen")
    there = [s for s in made.sessions if "pulse-pull-up" in {t.exercise for t in s.steps}]

    why = explain(made, "pulse-pull-up")

    assert why.summary == (
        f"Foot-assisted pull-up at a low bar: in {len(there)} of the {len(made.sessions)} sessions."
    )


def test_an_exercise_with_a_window_tells_days_window_and_best_day() -> None:
    """As the design has it: days since the last time, window 5-8, best 6.3."""
    made = planned(someone(availability="Mon 18:00 30 min"))

    (first, second) = explain(made, "pulse-pull-up").reasons[2:4]

    assert first.text.startswith("Mon 23 Nov: the first time in this plan")
    assert second.text == (
        "Mon 30 Nov: 7 days after Mon 23 Nov; the window is 5–8 days, and the "
        "response is best after 6.3; the same weekday and time as the week before."
    )
    assert second.rule == "supercompensation"
    assert second.places == ("2026-11-30-1",)
    assert (second.number("since_d"), second.number("best_d")) == (7, 6.3)


def test_an_exercise_tells_the_shortest_rest_of_its_muscles() -> None:
    """Hours between the two sessions, the hours asked, and what loaded the muscles before."""
    made = planned(someone(routines=["upper-back"], availability="Mon, Wed, Fri 18:00 30 min"))

    (rest,) = of_rule(explain(made, "upper-back-4-prone-double-leg-raise"), "spacing")

    assert "they" not in rest.text
    assert rest.number("since_h") == 48
    assert rest.number("asked_h") == 48
    assert "(72 for a beginner)" in rest.text


def test_the_hours_of_rest_are_those_of_the_person_where_one_is_given() -> None:
    """Without a person both levels are told, with one just theirs."""
    who = someone(routines=["upper-back"], availability="Mon, Thu 18:00 30 min", level="beginner")
    made = planned(who)

    (rest,) = of_rule(explain(made, "upper-back-4-prone-double-leg-raise", person=who), "spacing")

    assert rest.number("asked_h") == 72
    assert "beginner" not in rest.text


def test_hours_of_rest_are_real_hours_over_a_change_of_the_clocks() -> None:
    """On 29 March 2026 an hour is missing: Saturday to Monday are 47 hours, so one waits on."""
    from datetime import date

    from spinecare import make_plan

    who = someone(routines=["upper-back"], availability="daily 18:00 30 min")
    made = make_plan(who, start=date(2026, 3, 23), weeks=2)

    rests = [
        reason.number("since_h")
        for session in made.sessions
        for reason in of_rule(explain(made, session), "spacing")
        if reason.about[0].startswith("upper-back")
    ]

    assert rests
    assert min(rests) >= 48
    assert any(hours % 24 == 23 for hours in rests)


def test_an_exercise_that_takes_turns_tells_what_kept_it_out() -> None:
    """Each session of its routine without it counts for one cause."""
    made = plan("desk-worker")

    (turns,) = of_rule(explain(made, "neck-4-isometric-resisted"), "missing")

    assert turns.number("routine_n") == turns.number("there_n") + turns.number("stage_n")
    assert "it had not joined yet" in turns.text


def test_an_exercise_that_builds_on_another_says_so() -> None:
    """The half-kneeling contract-relax repeats the stretch before it."""
    made = plan("desk-worker")

    why = explain(made, "lying-03-crossed-leg-contract-relax")

    assert "It builds on Crossed-leg lower-back and hip rotation stretch" in str(why)


def test_an_exercise_names_the_things_it_needs() -> None:
    """The plan shows that they are at hand wherever it stands."""
    (need,) = of_rule(explain(plan("keen"), "pulse-pull-up"), "equipment")

    assert need.text == "It needs this, which is at hand at home: horizontal bar."


def test_an_exercise_done_twice_on_a_day_and_never_else_says_so() -> None:
    """Gaps of no day have words of their own."""
    who = someone(routines=["neck"], availability="Mon 08:00, 18:00 15 min")
    made = planned(who, 1)

    assert "Its sessions are all on one day." in str(explain(made, "neck-1-flexion-extension"))


def test_an_exercise_done_every_day_has_sessions_one_day_apart() -> None:
    """One day, not days."""
    made = planned(someone(routines=["wushu-morning"], availability="daily 08:00 15 min"), 1)

    assert "Its sessions are 1 day apart." in str(explain(made, "wushu-foot-rotation"))


def test_an_exercise_offered_in_breaks_counts_them() -> None:
    """A break offers one first and others beside it: both count."""
    made = plan("desk-worker")
    breaks = [item for day in made.days for item in day.desk_breaks]

    why = explain(made, "desk-break-bends")

    assert f"offered in {len(breaks)} breaks from the desk" in why.summary


def test_a_habit_in_passing_stands_outside_the_sessions() -> None:
    """It has no date, and says how it is meant."""
    made = planned(someone(routines=["bar-hang-passing"]))

    why = explain(made, "bar-hang-passing")

    assert why.kind == "exercise"
    assert why.summary.endswith("a habit for every day, outside the sessions.")
    assert "in passing, whenever there is an occasion" in str(why)


def test_explaining_twice_gives_the_same_text_and_changes_nothing() -> None:
    """Pure: the plan is only read."""
    made = plan("older")
    before = to_json(made)

    read = from_json(before)

    first = [str(explain(made, session)) for session in made.sessions]
    second = [str(explain(read, session.id)) for session in made.sessions]

    assert first == second
    assert to_json(made) == before
