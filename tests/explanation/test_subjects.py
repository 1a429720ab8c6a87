"""What can be asked about, and what is refused by name."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from spinecare.errors import InvalidValueError
from spinecare.explanation import SubjectKind, explain
from tests.explanation.people import CATALOGUE, START, person, plan, planned, someone


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
        ("neck rotation", "neck-2-rotation"),
        ("Pulse Pull-Ups", "pulse-pull-ups"),
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


@pytest.mark.parametrize("subject", [date(2026, 11, 22), "2027-01-01"])
def test_a_day_outside_the_plan_is_refused_with_the_days_there_are(subject: str | date) -> None:
    """From the first to the last."""
    with pytest.raises(InvalidValueError, match="from 2026-11-23 to 2026-12-20"):
        explain(plan("keen"), subject)


@pytest.mark.parametrize("subject", [None, 3, datetime(2026, 11, 23), ["neck"], b"neck"])  # noqa: DTZ001
def test_what_is_no_subject_is_refused_by_name(subject: Any) -> None:
    """A moment is no day."""
    with pytest.raises(InvalidValueError, match="subject must be"):
        explain(plan("keen"), subject)


def test_a_session_or_day_of_another_plan_is_refused() -> None:
    """An explanation reads one plan."""
    other = planned(someone(availability="Sun 18:00 30 min"))

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
    from attrs import evolve

    from spinecare import ExerciseId

    own = evolve(CATALOGUE.entry("neck-2-rotation"), id=ExerciseId("my-turn"), name="My turn")
    mine = evolve(CATALOGUE, entries=(*CATALOGUE.entries, own))

    assert explain(plan("keen"), "my-turn", catalogue=mine).name == "My turn"
    with pytest.raises(InvalidValueError):
        explain(plan("keen"), "my-turn")
