"""What a plan uses, and its breaks from sitting."""

from __future__ import annotations

from datetime import time

import attrs

from spinecare.model import Cadence, Day, Exercise, Plan, Routine, SourceId, Stage
from spinecare.wording import break_patterns, used_exercises, used_sources
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


def test_exercises_of_habits_in_passing_are_used_too() -> None:
    """They stand in no session."""
    neck = SMALL_CATALOGUE.routines[0]
    habit = attrs.evolve(neck, cadence=Cadence(kind="in-passing"))
    plan = attrs.evolve(empty_plan(), catalogue=attrs.evolve(SMALL_CATALOGUE, routines=(habit,)))

    assert [exercise.id for exercise in used_exercises(plan)] == list(neck.entries)


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
        return attrs.evolve(plan, catalogue=attrs.evolve(bare, routines=(routine,)))

    assert _sources(plan, (stretching,)) == ["D-ACSM", "D-JUDGE"]
    assert _sources(plan, (turning,)) == ["D-JUDGE"]
    assert _sources(plan, (attrs.evolve(turning, phases=(phase,)),)) == ["D-ACSM", "D-JUDGE"]
    assert _sources(with_routine(daily), ()) == ["D-ACSM"]
    assert _sources(with_routine(staged), ()) == ["D-ACSM"]
    assert used_sources(plan, (), SMALL_CATALOGUE.claims[1:])[0].id == "D-ACSM"
