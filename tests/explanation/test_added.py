"""What the planner added to a session, and why."""

from __future__ import annotations

from attrs import evolve

from spinecare import ExerciseId, Step, StepPhase
from spinecare.explanation import explain
from tests.explanation.people import CATALOGUE, of_rule, plan, planned, someone, with_steps


def _rest(seconds: float, id: str = "rest-standing") -> Step:
    return Step(
        exercise=ExerciseId(id),
        purpose="rest",
        sides=("both",),
        phases=(StepPhase(kind="relax", role="relax", seconds=seconds),),
    )


def test_a_relief_position_opens_a_session_where_something_is_tense() -> None:
    """With its seconds, and why."""
    made = plan("desk-worker")

    (first,) = of_rule(explain(made, made.sessions[0]), "opening-closing")

    assert first.text == (
        "Reclined sitting, hands behind the head opens the session, 2 min 4 s: what is tense or "
        "sore is relieved before gymnastics."
    )
    assert first.about == ("relief-seated-hands-behind-head",)


def test_a_routine_may_have_an_opening_of_its_own() -> None:
    """The corpse pose opens the yoga asanas."""
    why = explain(plan("keen"), "yoga-corpse-pose")

    assert "opens Yoga asanas for the lower back, 1 min: as the article has it." in str(why)


def test_a_resting_pose_answers_the_effort_before_it() -> None:
    """Seconds of effort and of relaxation, and whose effort it is."""
    made = planned(someone(availability="Mon 18:00 30 min"), 1)
    (session,) = made.sessions
    pull = next(step for step in session.steps if step.exercise == "pulse-pull-up")
    effort = tuple(phase for phase in pull.phases if phase.role == "stress")
    bare = evolve(pull, phases=effort, reps=5, cycles=5)

    why = explain(with_steps(made, session, bare, _rest(10)), session.id)

    (rest,) = of_rule(why, "stress-relax")
    assert rest.number("effort_s") == rest.number("relax_s") == 10
    assert rest.text == (
        "Standing at ease, 10 s, follows Foot-assisted pull-up at a low bar: its effort of 10 s "
        "has no relaxation of its own."
    )


def test_a_rest_that_answers_no_effort_parts_lying_on_the_back() -> None:
    """It names no reason but that lying stays short."""
    who = someone(
        conditions=["pregnancy"],
        routines=["yoga-asanas"],
        availability="Mon, Thu 18:00 60 min",
        tense=["lower-back"],
    )
    made = planned(who)

    rests = [
        reason
        for session in made.sessions
        for reason in of_rule(explain(made, session), "supine-limit")
    ]

    assert rests
    for reason in rests:
        assert "parts two pieces of lying on the back" in reason.text
        assert reason.sources == ("evidence.md §2.2",)


def test_a_rest_at_the_very_start_is_explained_all_the_same() -> None:
    """A plan made by other hands may begin with one."""
    made = plan("keen")

    why = explain(with_steps(made, made.sessions[0], _rest(30)), made.sessions[0].id)

    assert of_rule(why, "supine-limit")[0].number("added_s") == 30


def test_a_closing_rest_says_when_time_to_spare_made_it_longer() -> None:
    """The time that is left goes to the closing rest, up to five minutes."""
    made = plan("keen")

    (closing,) = [
        r for r in of_rule(explain(made, made.sessions[1]), "opening-closing") if r.numbers
    ]

    assert closing.number("relax_s") > closing.number("least_s") == 60
    assert "longer than 1 min because the slot had time to spare" in closing.text


def test_a_closing_rest_at_its_shortest_says_no_more() -> None:
    """A reduced closing rest never grows."""
    made = plan("disc-herniation")
    session = next(
        s for s in made.sessions if any(t.purpose == "closing" and t.is_reduced for t in s.steps)
    )

    texts = [r.text for r in of_rule(explain(made, session), "opening-closing")]

    assert "Fetal position rest ends the lying work with 1 min of rest." in texts


def test_a_resting_pose_may_close_where_no_closing_rest_suits() -> None:
    """It lasts a minute at the least."""
    made = plan("keen")
    session = made.sessions[0]
    closing = evolve(_rest(90, "rest-supine"), purpose="closing")

    why = explain(with_steps(made, session, closing), session.id)

    assert "Lying on the back at ease ends the lying work with 1 min 30 s of rest, longer" in (
        str(why)
    )


def test_a_closing_rest_that_nobody_knows_is_told_by_its_seconds() -> None:
    """A plan may come from a catalogue that is not at hand."""
    made = plan("keen")
    session = made.sessions[0]
    closing = evolve(_rest(90, "my-own-rest"), purpose="closing")

    why = explain(with_steps(made, session, closing), session.id)

    assert "My own rest ends the lying work with 1 min 30 s of rest." in str(why)


def test_the_way_up_follows_lying() -> None:
    """Nobody gets up sharply."""
    why = explain(plan("keen"), "transition-roll-and-rise")

    (way_up,) = of_rule(why, "way-up")
    assert way_up.text == (
        "Each time: Roll to the side and rise slowly follows lying, 15 s: nobody gets up sharply "
        "from lying."
    )


def test_only_the_asked_exercise_is_told() -> None:
    """An exercise's explanation is not the session's."""
    why = explain(plan("keen"), CATALOGUE.entry("lying-fetal-rest"))

    assert {reason.about for reason in of_rule(why, "opening-closing")} == {("lying-fetal-rest",)}
