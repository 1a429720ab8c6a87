"""What a plan uses, and its breaks from sitting."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import attrs
import pytest

from spinecare.model import (
    Cadence,
    Day,
    Exercise,
    Finding,
    Plan,
    Routine,
    RuleId,
    SourceId,
    Stage,
)
from spinecare.wording import (
    break_patterns,
    habits,
    used_exercises,
    used_routines,
    used_sources,
)
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import build_plan, desk_breaks, empty_plan, sample_plan
from tests.wording.small_plans import hold, plan_of


def test_breaks_are_patterns_of_days_and_times() -> None:
    """The sample's Friday has one break less."""
    long, short = break_patterns(sample_plan())

    assert [start.hour for start in long.times] == [10, 11, 14, 15]
    assert [day.isoweekday() for day in long.dates] == [1, 2, 3, 4]
    assert (short.times[-1], [day.isoweekday() for day in short.dates]) == (time(14), [5])


def test_breaks_with_another_length_are_another_pattern() -> None:
    """Also on the same day."""
    short = desk_breaks("10:00")
    long = tuple(attrs.evolve(item, minutes=8) for item in desk_breaks("14:00"))
    plan = build_plan(lambda day: Day(date=day, desk_breaks=(*short, *long)))

    assert [(pattern.minutes, len(pattern.dates)) for pattern in break_patterns(plan)] == [
        (3, 7),
        (8, 7),
    ]


def test_exercises_are_used_in_the_order_they_are_met() -> None:
    """Sessions first, then breaks with their alternatives."""
    used = [exercise.id for exercise in used_exercises(sample_plan())]

    assert used[:2] == ["relief-legs-on-chair", "neck-2-rotation"]
    assert used[-1] == "desk-stand-and-walk"
    assert len(set(used)) == len(used) == 10


def _habit(**fields: Any) -> Plan:
    """Return a plan without sessions whose one routine is done in passing."""
    neck = SMALL_CATALOGUE.routines[0]
    habit = attrs.evolve(neck, cadence=Cadence(kind="in-passing"))
    catalogue = attrs.evolve(SMALL_CATALOGUE, routines=(habit,))
    return attrs.evolve(empty_plan(), catalogue=catalogue, **{"findings": (), **fields})


def _left_out(subject: str, severity: str = "left-out") -> Finding:
    return Finding(rule=RuleId("a-rule"), severity=severity, subject=subject, reason="It must.")


def test_a_habit_holds_what_is_not_left_out_of_it() -> None:
    """All of it, a part, or nothing at all; a mere note leaves nothing out."""
    neck = SMALL_CATALOGUE.routines[0]
    first, *others = neck.entries

    def held(*findings: Finding) -> list[list[str]]:
        plan = _habit(findings=findings)
        return [[exercise.id for exercise in exercises] for _, exercises in habits(plan)]

    assert held() == [list(neck.entries)]
    assert held(_left_out(first, "note")) == [list(neck.entries)]
    assert held(_left_out(first)) == [others]
    assert held(*(_left_out(id) for id in neck.entries)) == []
    assert held(_left_out(neck.id)) == []


def test_exercises_of_habits_in_passing_are_used_too() -> None:
    """They stand in no session; what is left out is not used."""
    first, *others = SMALL_CATALOGUE.routines[0].entries

    used = used_exercises(_habit(findings=(_left_out(first),)))

    assert [exercise.id for exercise in used] == others


def test_a_habit_whose_exercises_the_plan_does_not_hold_is_none() -> None:
    """There is nothing to do."""
    habit = _habit()
    bare = attrs.evolve(habit.catalogue, entries=())

    assert habits(attrs.evolve(habit, catalogue=bare)) == ()


def _used(plan: Plan) -> list[str]:
    return [routine.id for routine in used_routines(plan)]


def test_routines_are_used_that_sessions_breaks_or_habits_hold() -> None:
    """In the order of the catalogue."""
    assert _used(sample_plan()) == ["neck", "lying", "pulse-pull-ups", "desk-breaks"]
    assert _used(_habit()) == ["neck"]


def test_a_routine_that_was_left_out_is_not_used() -> None:
    """Nobody should take it for a part of the plan."""
    days_off = tuple(date(2026, 11, day) for day in range(23, 30))

    assert _used(_habit(findings=(_left_out("neck"),))) == []
    assert _used(sample_plan(off=days_off)) == []


def test_a_routine_is_used_that_only_a_step_names() -> None:
    """A relief position opens a session of other routines."""
    day = sample_plan().days[0]
    other = attrs.evolve(day.sessions[0], routines=("lying",))
    plan = build_plan(lambda date: Day(date=date, sessions=(other,) if date == day.date else ()))

    assert _used(plan) == ["neck", "lying"]


@pytest.mark.parametrize(("advice", "used"), [(("life-pillow",), ["neck"]), ((), [])])
def test_advice_is_used_in_the_weeks_that_give_it(advice: tuple[str, ...], used: list[str]) -> None:
    """A routine of advice has no session."""
    habit = _habit()
    routine = attrs.evolve(habit.catalogue.routines[0], cadence=Cadence(kind="advice"))
    catalogue = attrs.evolve(habit.catalogue, routines=(routine,))
    week = attrs.evolve(habit.weeks[0], advice=advice)

    assert _used(attrs.evolve(habit, catalogue=catalogue, weeks=(week,))) == used


def test_an_exercise_that_the_plan_does_not_hold_is_passed_over() -> None:
    """There is nothing to tell of it."""
    plan = plan_of((hold("unheard-of"),))

    assert used_exercises(plan) == ()


def _sources(plan: Plan, exercises: tuple[Exercise, ...]) -> list[str]:
    return [source.id for source in used_sources(plan, exercises, ())]


def test_sources_are_those_of_exercises_claims_cadences_and_stages() -> None:
    """In the order of the catalogue, each once."""
    key = SourceId("D-ACSM")
    neck = SMALL_CATALOGUE.routines[0]
    bare = attrs.evolve(SMALL_CATALOGUE, routines=())
    daily = attrs.evolve(neck, cadence=Cadence(kind="times-a-day", sources=(key,)), stages=())
    stage = Stage(opens=neck.entries[1:2], after=neck.entries[:1], days=1, sources=(key,))
    staged = attrs.evolve(neck, stages=(stage,))
    stretching, turning = SMALL_CATALOGUE.entries[3], SMALL_CATALOGUE.entries[1]
    phase = attrs.evolve(turning.phases[0], sources=(key,))
    plan = attrs.evolve(empty_plan(), catalogue=bare)

    def with_routine(routine: Routine) -> Plan:
        catalogue = attrs.evolve(bare, routines=(routine,))
        return attrs.evolve(sample_plan(), catalogue=catalogue)

    assert _sources(plan, (stretching,)) == ["D-ACSM", "D-JUDGE"]
    assert _sources(plan, (turning,)) == ["D-JUDGE"]
    assert _sources(plan, (attrs.evolve(turning, phases=(phase,)),)) == ["D-ACSM", "D-JUDGE"]
    assert _sources(with_routine(daily), ()) == ["D-ACSM"]
    assert _sources(with_routine(staged), ()) == ["D-ACSM"]
    assert used_sources(plan, (), SMALL_CATALOGUE.claims[1:])[0].id == "D-ACSM"
