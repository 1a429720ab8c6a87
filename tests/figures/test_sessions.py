"""Steps and sessions are drawn: on the side they begin with, as sheets."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from spinecare import (
    Laterality,
    Plan,
    draw,
)
from tests.figures.pictured import CATALOGUE, ids_of


def test_a_step_is_drawn_on_the_side_it_begins_with(plan: Plan) -> None:
    """Unless another one is asked for."""
    steps = [step for session in plan.sessions for step in session.steps]
    one_sided = next(
        step for step in steps if CATALOGUE.entry(step.exercise).sides is Laterality.LEFT_RIGHT
    )
    first = one_sided.sides[0]

    assert draw(one_sided) == draw(one_sided.exercise, side=first.value)  # type: ignore[arg-type]
    assert f"{first.other} side" in draw(one_sided, side=first.other).title


def test_a_session_is_drawn_as_a_sheet_of_its_steps(plan: Plan) -> None:
    """One card for each, equal ones drawn once, none of their ids twice."""
    session = plan.sessions[0]

    sheet = draw(session)

    for number, step in enumerate(session.steps, 1):
        assert f"{number}. {CATALOGUE.entry(step.exercise).name}" in sheet.description
    assert len(ids_of(sheet)) == len(set(ids_of(sheet)))
    alone = sum(len(draw(step).svg) for step in session.steps)
    assert len(sheet.svg) < alone
    assert sheet.title == "Mon 2026-11-23 19:00"


def test_a_sheet_draws_equal_steps_once(plan: Plan) -> None:
    """The same exercise twice is one drawing, used twice."""
    session = plan.sessions[0]
    twice = evolve(session, steps=(session.steps[0],) * 6)

    sheet = draw(twice)

    assert sheet.svg.count("<use ") >= 5
    assert len(sheet.svg) < 1.5 * len(draw(session.steps[0]).svg)
    assert sheet.height > draw(session.steps[0]).height  # two rows


def test_sheets_of_equal_sessions_on_two_days_share_no_id(plan: Plan) -> None:
    """Their titles tell them apart."""
    session = plan.sessions[0]
    later = evolve(session, date=date(2026, 11, 30))

    first, second = draw(session), draw(later)

    assert first.title != second.title
    assert not set(ids_of(first)) & set(ids_of(second))
