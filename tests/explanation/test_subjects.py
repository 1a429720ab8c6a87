"""What can be asked about, and what is refused by name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve

from spinecare import Cancelled, ExerciseId, Finding, RuleId, SessionId, Severity, make_plan
from spinecare.errors import InvalidValueError
from spinecare.explanation import SubjectKind, explain
from tests.explanation.people import CATALOGUE, START, person, plan, someone


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("pulse-pull-up", SubjectKind.EXERCISE),
        ("pulse-pull-ups", SubjectKind.ROUTINE),
        ("2026-11-23-1", SubjectKind.SESSION),
        ("2026-11-23", SubjectKind.DAY),
        (START, SubjectKind.DAY),
        ("spacing", SubjectKind.RULE),
        ("stretch-norm", SubjectKind.RULE),
    ],
)
def test_an_id_or_a_date_says_what_is_meant(subject: str | date, kind: SubjectKind) -> None:
    """Exercises, routines, sessions, days and rules each have ids of their own."""
    assert explain(plan("keen"), subject).kind is kind


def test_the_thing_itself_is_as_good_as_its_id() -> None:
    """What a program has in hand needs no look-up."""
    made = plan("keen")
    session, day = made.sessions[0], made.days[0]

    assert explain(made, session) == explain(made, session.id)
    assert explain(made, day) == explain(made, day.date)
    assert explain(made, CATALOGUE.entry("neck-2-rotation")) == explain(made, "neck-2-rotation")
    assert explain(made, CATALOGUE.routine("neck")) == explain(made, "neck")


def test_an_id_that_an_exercise_and_a_routine_share_means_the_exercise() -> None:
    """The routine is meant where it is passed as such."""
    routine = CATALOGUE.routine("bar-hang-passing")

    assert explain(plan("desk-worker"), routine.id).kind is SubjectKind.EXERCISE
    assert explain(plan("desk-worker"), routine).kind is SubjectKind.ROUTINE


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("pulse-pull-upp", "pulse-pull-up or pulse-pull-ups"),
        ("neck rotations", "neck-2-rotation"),
        ("Pulse Pull-Upps", "pulse-pull-ups"),
        ("spacin", "spacing"),
    ],
)
def test_a_subject_that_nothing_has_is_refused_with_what_comes_nearest(
    text: str, nearest: str
) -> None:
    """By id or by name, at most three."""
    with pytest.raises(InvalidValueError) as caught:
        explain(plan("keen"), text)

    assert str(caught.value).startswith(
        "subject must be the id of an exercise, a routine, a session or a rule, or a day of the "
        f"plan, got {text!r}\nMaybe "
    )
    assert nearest in caught.value.cure


@pytest.mark.parametrize("text", ["", "🦴", "x" * 500])
def test_a_subject_that_nothing_comes_near_is_refused_without_a_guess(text: str) -> None:
    """No cure is better than a wrong one."""
    with pytest.raises(InvalidValueError) as caught:
        explain(plan("keen"), text)

    assert caught.value.cure == ""


@pytest.mark.parametrize(
    "subject", [date(2026, 11, 22), "2027-01-01", datetime.max.replace(tzinfo=UTC)]
)
def test_a_day_outside_the_plan_is_refused_with_the_days_there_are(subject: str | date) -> None:
    """From the first to the last."""
    with pytest.raises(InvalidValueError, match="from 2026-11-23 to 2026-12-20"):
        explain(plan("keen"), subject)


@pytest.mark.parametrize("subject", [None, 3, ["neck"], b"neck"])
def test_what_is_no_subject_is_refused_by_name(subject: Any) -> None:
    """Nor a list of ids."""
    with pytest.raises(InvalidValueError, match="subject must be"):
        explain(plan("keen"), subject)


def test_a_session_or_day_of_another_plan_is_refused() -> None:
    """An explanation reads one plan."""
    other = make_plan(someone(), start=date(2027, 3, 1), weeks=1)

    with pytest.raises(InvalidValueError, match="a session of this plan"):
        explain(plan("keen"), other.sessions[0])
    with pytest.raises(InvalidValueError, match="a day of this plan"):
        explain(plan("keen"), other.days[-1])


@pytest.mark.parametrize("field", ["plan", "person", "catalogue", "previous"])
def test_what_is_of_the_wrong_type_is_refused_by_name(field: str) -> None:
    """Before anything is looked at."""
    given: dict[str, Any] = {"plan": plan("keen"), "person": person("keen"), field: "something"}
    made = given.pop("plan")

    with pytest.raises(InvalidValueError, match=f"{field} must be of type"):
        explain(made, "neck", **given)


def test_an_exercise_of_an_own_catalogue_is_found_where_the_catalogue_is_given() -> None:
    """The built-in catalogue does not know it."""
    own = evolve(CATALOGUE.entry("neck-2-rotation"), id=ExerciseId("my-turn"), name="My turn")
    mine = evolve(CATALOGUE, entries=(*CATALOGUE.entries, own))

    assert explain(plan("keen"), "my-turn", catalogue=mine).name == "My turn"
    with pytest.raises(InvalidValueError):
        explain(plan("keen"), "my-turn")
    shouted = evolve(CATALOGUE.entry("neck-2-rotation"), id=ExerciseId("My-Turn"), name="My turn")
    loud = evolve(CATALOGUE, entries=(*CATALOGUE.entries, shouted))
    assert explain(plan("keen"), "My-Turn", catalogue=loud).subject == "My-Turn"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Foot-assisted pull-up at a low bar", "pulse-pull-up"),
        (" pulse PULL-ups ", "pulse-pull-ups"),
        ("Neck-2-Rotation", "neck-2-rotation"),
        ("Lying complex", "lying-complex"),
        ("SPACING", "spacing"),
    ],
)
def test_a_name_or_an_id_in_any_case_says_what_is_meant(text: str, id: str) -> None:
    """People write what they read."""
    assert explain(plan("keen"), text).subject == id


def _finding(rule: str, subject: str) -> Finding:
    return Finding(rule=RuleId(rule), severity=Severity.NOTE, subject=subject, reason="So it is.")


@pytest.mark.parametrize(
    ("rule", "subject", "id"),
    [
        ("equipment", "pulse-pull-up", "pulse-pull-up"),
        ("waking", "person", "waking"),
        ("stretch-norm", "plan", "stretch-norm"),
        ("idle-slot", "slot", "idle-slot"),
    ],
)
def test_a_finding_means_its_subject_or_else_its_rule(rule: str, subject: str, id: str) -> None:
    """The person, the plan and a slot are nothing one could ask about."""
    assert explain(plan("keen"), _finding(rule, subject)).subject == id


def test_a_step_means_its_exercise() -> None:
    """A program that shows a session has its steps in hand."""
    step = plan("keen").sessions[0].steps[0]

    assert explain(plan("keen"), step) == explain(plan("keen"), step.exercise)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 24, 23, 30), "2026-11-24"),  # noqa: DTZ001
        (datetime(2026, 11, 24, 23, 30, tzinfo=UTC), "2026-11-25"),
    ],
)
def test_a_moment_means_its_day_where_the_plan_is(moment: datetime, day: str) -> None:
    """In Berlin it is tomorrow already."""
    made = evolve(plan("keen"), timezone="Europe/Berlin")

    assert explain(made, moment).subject == day


def test_a_cancelled_session_is_told_to_be_no_more() -> None:
    """By its id, as the plan holds it, or as an older revision held it."""
    made = plan("keen")
    old = evolve(made.sessions[0], id=SessionId("2026-11-24-9"), date=date(2026, 11, 24))
    gone = Cancelled(id=old.id, date=old.date, start=old.start, minutes=old.minutes)
    revised = evolve(made, revision=1, cancelled=(gone,))

    by_id, as_it_is, as_it_was = (explain(revised, one) for one in (gone.id, gone, old))

    assert by_id == as_it_is == as_it_was
    assert by_id.kind is SubjectKind.SESSION
    assert str(by_id) == (
        f"The session of Tue 24 Nov {old.start:%H:%M} is cancelled: this revision of the plan no "
        "longer holds it."
    )


def test_a_session_of_an_older_revision_means_the_one_of_its_id() -> None:
    """The steps may have changed."""
    made = plan("keen")
    older = evolve(made.sessions[0], steps=made.sessions[0].steps[:1])

    assert explain(made, older) == explain(made, made.sessions[0])


def test_a_goal_is_refused_with_the_routines_that_serve_it() -> None:
    """Routines are planned; goals only choose them."""
    with pytest.raises(InvalidValueError) as caught:
        explain(plan("keen"), "ease-neck")

    assert "this is a goal, got 'ease-neck'" in str(caught.value)
    assert caught.value.cure.startswith("ask for a routine that serves it: neck")


def test_a_goal_that_no_routine_serves_is_refused_without_a_cure() -> None:
    """Of a catalogue of one's own."""
    without = evolve(
        CATALOGUE, routines=tuple(evolve(routine, goals=()) for routine in CATALOGUE.routines)
    )

    with pytest.raises(InvalidValueError, match="this is a goal") as caught:
        explain(plan("keen"), "ease-neck", catalogue=without)

    assert caught.value.cure == ""


def test_a_date_that_does_not_exist_is_refused_with_the_days_there_are() -> None:
    """November has 30 days."""
    with pytest.raises(InvalidValueError) as caught:
        explain(plan("keen"), "2026-11-31")

    assert str(caught.value) == (
        "subject must be a day that the calendar has, got '2026-11-31'\n"
        "Maybe ask for a day of the plan from 2026-11-23 to 2026-12-20."
    )
