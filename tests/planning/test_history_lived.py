"""What a new plan minds of the plan before, once a journal tells what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

import pytest
from attrs import frozen

from spinecare.model import (
    ExerciseId,
    Outcome,
    Plan,
    Purpose,
    RoutineId,
    SessionId,
    Side,
    Step,
    Weekday,
)
from spinecare.planning.history import History
from spinecare.planning.records import Records
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    opening_at,
    outlook_of,
    plan_with,
    session_at,
    step_of,
)

DONE, PARTLY, SKIPPED = Outcome.DONE, Outcome.PARTLY, Outcome.SKIPPED
NOD, TURN, SHRUG = (
    ExerciseId("neck-1-flexion-extension"),
    ExerciseId("neck-2-rotation"),
    ExerciseId("neck-5-weighted-shrug"),
)
TWIST, CORPSE = ExerciseId("yoga-supine-twist"), ExerciseId("yoga-corpse-pose")
NECK, YOGA = RoutineId("neck"), RoutineId("yoga-asanas")


@frozen
class Told:
    """What a history asks of a journal: what became of each exercise of a session, and when."""

    session: SessionId
    outcomes: Mapping[ExerciseId, Outcome]
    day: date | None

    def outcome(self, session: SessionId, exercise: ExerciseId) -> Outcome | None:
        """Return what became of an exercise; `None` where nobody said, or of another session."""
        return self.outcomes.get(exercise) if session == self.session else None

    def day_of(self, session: SessionId) -> date | None:
        """Return the day on which a session was done; `None` where nobody said."""
        return self.day if session == self.session else None


def plan_of(*steps: Step) -> Plan:
    """Return a plan that holds one session, on the evening of its first day."""
    return plan_with(session_at(opening_at(18), *steps))


def remembered(
    plan: Plan, outcomes: Mapping[ExerciseId, Outcome], day: date | None = None, days: int = 1
) -> History:
    """Return what is remembered of a plan some days after its start.

    The journal tells what became of its one session, and maybe on what day it was done.
    """
    start = MONDAY + timedelta(days=days)
    history = outlook_of(start=start).history
    told = Told(plan.sessions[0].id, outcomes, day)
    history.remember(plan, start, cast("Records", told))
    return history


@pytest.mark.parametrize(
    ("outcome", "times", "days"),
    [(DONE, 1, [MONDAY]), (PARTLY, 1, []), (None, 0, [])],
)
def test_what_was_done_is_tried_and_what_was_done_to_the_end_has_its_day(
    outcome: Outcome | None, times: int, days: list[object]
) -> None:
    """Of what nobody told neither is known; but muscles may have worked, and rest."""
    plan = plan_of(step_of(SHRUG, NECK), step_of(NOD, NECK))
    told = {NOD: DONE} if outcome is None else {NOD: DONE, SHRUG: outcome}

    history = remembered(plan, told)

    at = opening_at(18).at
    assert history.times_done[SHRUG] == times
    assert history.is_tried(SHRUG) is bool(times)
    assert history.exercise_days[SHRUG] == days
    assert history.last_done[SHRUG] == at
    assert at in history.loads[CATALOGUE.entry(SHRUG).muscles[0]].values()


def test_what_was_skipped_is_as_if_it_had_not_been_planned() -> None:
    """It asks for no rest, and it is as new as before; what was done beside it counts."""
    plan = plan_of(step_of(SHRUG, NECK), step_of(NOD, NECK))

    history = remembered(plan, {SHRUG: SKIPPED, NOD: DONE})

    assert set(history.last_done) == {NOD}
    assert not history.is_tried(SHRUG)
    assert not history.loads[CATALOGUE.entry(SHRUG).muscles[0]]
    assert history.rounds[NECK] == {NOD}


def test_the_side_that_begins_changes_though_an_exercise_was_skipped() -> None:
    """Left was planned to begin; the next plan says right, as a calendar kept at hand does."""
    plan = plan_of(step_of(TWIST, YOGA), step_of(NOD, NECK))

    history = remembered(plan, {TWIST: SKIPPED, NOD: DONE})

    assert history.next_side(CATALOGUE.entry(TWIST)) is Side.RIGHT


def test_a_routine_of_which_all_was_skipped_was_not_held() -> None:
    """Its window stays open; that of the other routine of the session does not."""
    plan = plan_of(step_of(TWIST, YOGA), step_of(NOD, NECK), step_of(TURN, NECK))

    history = remembered(plan, {TWIST: SKIPPED, NOD: DONE, TURN: SKIPPED})

    assert history.routine_days == {NECK: [MONDAY]}
    assert history.hours_since(CATALOGUE.routine(YOGA), opening_at(42).at) is None


def test_a_session_of_which_all_was_skipped_leaves_nothing() -> None:
    """Nor does what the planner had added to it."""
    plan = plan_of(step_of(TWIST, YOGA), step_of(CORPSE, YOGA, purpose=Purpose.CLOSING))

    history = remembered(plan, {TWIST: SKIPPED})

    assert not history.last_done
    assert not history.routine_days


@pytest.mark.parametrize(
    ("outcomes", "times"),
    [
        ({TWIST: DONE}, 1),
        ({TWIST: PARTLY}, 1),
        ({TWIST: DONE, CORPSE: SKIPPED}, 0),
        ({}, 0),
    ],
)
def test_what_the_planner_added_goes_with_the_exercises_that_were_begun(
    outcomes: Mapping[ExerciseId, Outcome], times: int
) -> None:
    """Nobody notes it; where somebody does, that holds."""
    plan = plan_of(step_of(TWIST, YOGA), step_of(CORPSE, YOGA, purpose=Purpose.CLOSING))

    assert remembered(plan, outcomes).times_done[CORPSE] == times


def test_an_exercise_that_nobody_told_of_does_not_count_as_begun_with_the_others() -> None:
    """Only what the planner added does."""
    plan = plan_of(step_of(NOD, NECK), step_of(TURN, NECK))

    history = remembered(plan, {NOD: DONE})

    assert (history.times_done[NOD], history.times_done[TURN]) == (1, 0)


def test_without_a_journal_all_that_was_planned_counts() -> None:
    """To be on the safe side."""
    start = MONDAY + timedelta(days=1)
    history = outlook_of(start=start).history

    history.remember(plan_of(step_of(SHRUG, NECK)), start)

    assert (history.times_done[SHRUG], history.exercise_days[SHRUG]) == (1, [MONDAY])


@pytest.mark.parametrize("days", [-1, 1, 2])
def test_a_session_of_another_day_than_planned_counts_from_the_end_of_that_day(days: int) -> None:
    """Nobody knows the hour; rest is counted from the last minute, in the zone of the plan."""
    plan = plan_with(session_at(opening_at(18), step_of(SHRUG, NECK)), timezone="Asia/Tokyo")
    day = MONDAY + timedelta(days=days)

    history = remembered(plan, {SHRUG: DONE}, day, days=3)

    at = datetime.combine(day, time(14, 59), UTC)  # in Tokyo it is nine hours later
    assert history.last_done == {SHRUG: at}
    assert history.routine_moments == {NECK: [at]}
    assert history.exercise_days == {SHRUG: [day]}
    assert history.routine_days == {NECK: [day]}
    assert {weekday for weekday, _ in history.habit(NECK)} == {Weekday.of(day)}
    assert history.over == at


def test_a_session_of_its_own_day_counts_from_its_own_hour() -> None:
    """Whether the journal names the day or says nothing of it; its slot is over an hour later."""
    plan = plan_of(step_of(SHRUG, NECK))

    for day in (None, MONDAY):
        history = remembered(plan, {SHRUG: DONE}, day)

        assert history.last_done == {SHRUG: opening_at(18).at}
        assert history.over == opening_at(19).at


def test_a_session_that_was_done_before_its_day_is_past() -> None:
    """It was planned for Wednesday, done on Monday, and the new plan begins on Tuesday."""
    plan = plan_with(session_at(opening_at(48 + 18), step_of(SHRUG, NECK)))

    early, ahead = (remembered(plan, {SHRUG: DONE}, day) for day in (MONDAY, None))

    assert early.exercise_days == {SHRUG: [MONDAY]}
    assert not ahead.last_done


def test_a_session_that_was_put_off_to_the_first_day_has_been_done() -> None:
    """Planned for Monday, done on Tuesday, when the new plan begins: none of its slots is over."""
    tuesday = MONDAY + timedelta(days=1)

    history = remembered(plan_of(step_of(SHRUG, NECK)), {SHRUG: DONE}, tuesday)

    assert history.exercise_days == {SHRUG: [tuesday]}
    assert history.over == outlook_of().history.over


@pytest.mark.parametrize(("level", "rung"), [(-3, 0), (0, 0), (1, 1), (2, 2), (3, 2), (100, 2)])
def test_with_a_journal_a_dose_stands_where_it_says_as_far_as_the_ramp_goes(
    level: int, rung: int
) -> None:
    """From 3 to 5 head circles there are two steps; days and sessions do not count then."""
    head = ExerciseId("wushu-head-rotation")
    history = outlook_of().history
    history.levels = {head: level}

    assert history.next_rung(head, MONDAY) == rung
    assert history.next_rung(NOD, MONDAY) == 0


def test_a_rung_is_read_from_the_ramp_of_its_exercise() -> None:
    """Below it stands the low end, above it the top; each exercise has its own."""
    history = outlook_of().history
    head, trunk = ExerciseId("wushu-head-rotation"), ExerciseId("wushu-trunk-rotation")

    heads = [history.grade(head, rung) for rung in range(-1, 5)]
    trunks = [history.grade(trunk, rung) for rung in range(3)]

    assert heads[0] == heads[1]
    assert [grade.reps for grade in heads] == pytest.approx([0, 0, 2 / 3, 1, 1, 1])
    assert [grade.reps for grade in trunks] == [0, 1, 1]
