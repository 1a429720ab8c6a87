"""Why a session holds what it holds, and leaves out what it leaves out."""

from __future__ import annotations

from attrs import evolve

from spinecare import ExerciseId, Finding, RuleId, SessionId, Severity
from spinecare.explanation import explain
from tests.explanation.people import (
    of_rule,
    plan,
    planned,
    someone,
    with_session,
    with_steps,
)


def test_a_session_tells_the_minutes_it_uses() -> None:
    """Steps and the changes between them, against the minutes of the slot."""
    session = plan("keen").sessions[0]

    (time,) = of_rule(explain(plan("keen"), session), "time")

    assert time.number("used_s") == session.duration_s
    assert time.number("slot_min") == 45


def test_a_session_tells_for_each_routine_why_it_stands_there() -> None:
    """The days since the last time, and the rhythm."""
    made = plan("keen")

    why = explain(made, made.sessions[1].id)

    assert why.kind == "session"
    assert "Wushu morning workout: 1 day after Mon 23 Nov; once a day." in str(why)


def test_a_session_after_another_of_the_day_tells_the_hours_between() -> None:
    """On one day hours say more than days."""
    made = plan("desk-worker")

    why = explain(made, "2026-11-24-2")

    assert "Neck pain exercises: 7.5 hours after the time before on the same day" in str(why)


def test_a_session_tells_which_exercises_wait_until_fewer_are_new() -> None:
    """At most three new exercises that count join at once."""
    made = plan("keen")

    waiting = [r for r in of_rule(explain(made, made.sessions[0]), "new-things") if r.about]

    assert {reason.about[0] for reason in waiting} == {"upper-back", "yoga-asanas"}
    assert all("3 new exercises join here already" in reason.text for reason in waiting)


def test_with_pain_new_exercises_of_every_kind_count() -> None:
    """The sessions' own note tells it, so that no person is needed."""
    made = plan("desk-worker")

    (new,) = [r for r in of_rule(explain(made, "2026-11-24-2"), "new-things") if not r.about]

    assert new.text == "3 exercises are new here; at most 3 join at once."


def test_two_routines_that_do_not_fit_together_are_told_with_their_seconds() -> None:
    """Which wishes conflict, what each takes, and what could be spared."""
    made = plan("desk-worker")

    conflicts = [
        reason
        for session in made.sessions
        for reason in explain(made, session).reasons
        if "does not fit into" in reason.text
    ]

    assert conflicts
    for reason in conflicts:
        assert reason.number("missing_s") > reason.number("left_s")
        assert reason.about == ("lying-complex",)


def test_a_session_tells_what_had_no_room() -> None:
    """The seconds it takes are more than could be spared."""
    made = plan("disc-herniation")

    crowded = [
        reason
        for session in made.sessions
        for reason in of_rule(explain(made, session), "time")
        if reason.about
    ]

    assert crowded
    for reason in crowded:
        assert reason.number("least_s") > reason.number("left_s")
        assert "No room was left for" in reason.text


def test_a_session_tells_whose_muscles_had_not_rested() -> None:
    """Only so many hours, and so many asked."""
    who = someone(routines=["yoga-asanas"], availability="Mon, Wed 18:00 60 min")
    made = planned(who)
    (monday, wednesday, *_) = made.sessions
    soon = evolve(
        wednesday,
        date=monday.date,
        start=monday.start.replace(hour=21),
        steps=tuple(s for s in wednesday.steps if s.exercise != "yoga-two-legged-table-pose"),
    )
    changed = with_session(made, wednesday, soon)

    (rest,) = [r for r in of_rule(explain(changed, soon.id), "spacing") if "only" in r.text]

    assert "only 3 hours after the same muscles worked on Mon 23 Nov 18:00" in rest.text
    assert (rest.number("since_h"), rest.number("asked_h")) == (3, 48)


def test_a_thing_that_is_done_once_a_day_is_not_done_twice() -> None:
    """The towel: a second session of its routine on a day would lack it."""
    who = someone(routines=["magic-towel"], availability="Mon 08:00, 18:00 20 min")
    made = planned(who, 1)
    (session,) = made.sessions
    again = evolve(
        session,
        id=SessionId(f"{session.date}-9"),
        start=session.start.replace(hour=20),
        steps=tuple(step for step in session.steps if step.exercise != "towel-roller-lying"),
    )
    (day, *_) = (day for day in made.days if day.sessions)
    days = tuple(evolve(one, sessions=(session, again)) if one is day else one for one in made.days)
    doubled = evolve(made, weeks=(evolve(made.weeks[0], days=days),))

    why = explain(doubled, again.id)

    assert "Lying on a rolled towel (Fukutsuji roller method): once a day is enough." in str(why)


def test_a_person_tells_what_a_place_lacks() -> None:
    """Things and the floor are known only with the person."""
    who = someone(routines=["lying-complex"], availability="Mon 12:00 60 min")
    made = planned(who)
    session = made.sessions[0]
    few = tuple(step for step in session.steps if not step.exercise.startswith("lying-1"))
    moved = with_session(made, session, evolve(session, place="office", steps=few))

    alone = explain(moved, session.id)
    known = explain(moved, session.id, person=who)

    assert of_rule(alone, "place") == ()
    (place,) = of_rule(known, "place")
    assert "one cannot lie or kneel at office" in place.text


def test_a_person_tells_that_a_thing_is_not_at_hand() -> None:
    """Where the routine stands at a place without the thing, the thing is named."""
    who = someone(routines=["pulse-pull-ups"], equipment=["mat"])
    with_bar = planned(someone(routines=["pulse-pull-ups"], asks_for=["bar-hang"]))
    (session, *_) = with_bar.sessions
    lacking = with_steps(
        with_bar, session, *(s for s in session.steps if s.exercise != "pulse-pull-up")
    )

    why = explain(lacking, session.id, person=who)

    assert "needs horizontal bar, not at hand at home" in str(why)


def test_a_person_tells_that_it_was_too_early_to_bend() -> None:
    """Bending to the end of the range waits for an hour after getting up."""
    who = someone(routines=["lying-complex"], wakes_at="07:30", availability="daily 08:00 40 min")
    made = planned(who)

    why = explain(made, made.sessions[0].id, person=who)

    (early,) = of_rule(why, "waking")
    assert "too soon after getting up to bend as far as it goes" in early.text


def test_a_session_with_a_finding_of_its_own_tells_it() -> None:
    """What the plan says about a session belongs to its explanation."""
    made = plan("keen")
    session = made.sessions[0]
    finding = Finding(
        rule=RuleId("time"),
        severity=Severity.NOTE,
        subject=session.id,
        reason="A word about this session.",
    )

    why = explain(evolve(made, findings=(finding,)), session)

    assert "A word about this session." in str(why)


def test_a_session_of_routines_that_nobody_knows_is_explained_all_the_same() -> None:
    """Plans may come from a catalogue that is not at hand."""
    made = plan("keen")
    session = evolve(made.sessions[0], routines=("unheard-of",))

    why = explain(with_session(made, made.sessions[0], session), session.id)

    assert why.summary.endswith("at home: Unheard of.")


def test_a_session_without_routines_says_only_when_and_where() -> None:
    """Nothing is made up."""
    made = plan("keen")
    session = evolve(made.sessions[0], routines=())

    why = explain(with_session(made, made.sessions[0], session), session.id)

    assert why.summary == "The session of Mon 23 Nov 06:45 at home."


def test_an_exercise_that_no_catalogue_has_is_passed_over() -> None:
    """A routine may name what is not at hand."""
    made = plan("keen")
    wushu = made.catalogue.routine("wushu-morning")
    longer = evolve(wushu, entries=(*wushu.entries, ExerciseId("unheard-of")))
    others = tuple(r for r in made.catalogue.routines if r.id != wushu.id)
    odd = evolve(made, catalogue=evolve(made.catalogue, routines=(longer, *others)))

    text = str(explain(odd, made.sessions[0].id))

    assert "Wushu morning workout: 7 of its 8 exercises." in text
    assert "nheard" not in text
