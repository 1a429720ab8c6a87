"""How much the last four weeks held, and what that says of the weeks to come."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from attrs import evolve

from spinecare.model import (
    Done,
    Entry,
    ExerciseId,
    Journal,
    Pain,
    PastSession,
    Plan,
    Planned,
    Purpose,
    Session,
    SessionId,
    Step,
)
from spinecare.planning.worked import counted_until, work_of
from spinecare.planning.workload import Workload
from spinecare.reviewing import experiences
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    opening_at,
    plan_with,
    session_at,
    step_of,
)
from tests.planning.loads import MEAN, NOD, TABLE, TURN, on_day, working

START = MONDAY + timedelta(days=28)
"""The first day of the plan that is to come: four weeks after that of the plan before."""


def coming(*steps: Step) -> Plan:
    """Return a plan that holds no session before the start, and steps on its day."""
    return plan_with(*([on_day(28, *steps)] if steps else []), weeks=5)


def entry(session: Session, step: Step, outcome: str | None = "done", **fields: Any) -> Entry:
    """Return what is noted of a step in the evening of its session."""
    own: dict[str, Any] = {
        "session": session.id,
        "date": session.date,
        "exercise": step.exercise,
        "written_at": datetime.combine(session.date, time(20), UTC),
        "planned": Planned.of(step),
        "done": None if outcome is None else Done(outcome=outcome),
    }
    return Entry(**{**own, **fields})


def all_done(*sessions: Session) -> tuple[Entry, ...]:
    """Return what is noted where all of some sessions was done."""
    return tuple(
        entry(session, step)
        for session in sessions
        for step in session.steps
        if step.purpose is Purpose.MAIN
    )


def present() -> tuple[Entry, ...]:
    """Return what is noted by who does a relief position every day."""
    relief = step_of("relief-position-search", "relief-positions")
    return tuple(entry(on_day(day, relief), relief) for day in range(28))


def load_of(plan: Plan, *entries: Entry) -> Workload:
    """Return the work of the four weeks before the start, by a plan and what was noted."""
    journal = Journal(entries=entries)
    done = [one for one in experiences(journal, until=START) if one.date < START]
    return work_of(done, plan.remembered, START, CATALOGUE)


def test_each_week_holds_the_work_of_its_sessions_the_latest_first() -> None:
    """Effort and movement of all exercises and sessions; relaxation is none."""
    sessions = (
        on_day(1, working(10)),
        on_day(8, working(20), working(5, TURN)),
        on_day(15, working(30)),
        on_day(16, working(4)),
        on_day(22, working(40)),
    )

    load = load_of(plan_with(*sessions), *all_done(*sessions))

    assert (load.weekly_s, load.asked_s) == ((40, 34, 25, 10), 109)
    assert load.mean_s == 109 * 7 / 27  # it began on a Tuesday


@pytest.mark.parametrize(
    ("day", "week"), [(0, 3), (6, 3), (7, 2), (13, 2), (14, 1), (20, 1), (21, 0), (27, 0)]
)
def test_weeks_are_counted_back_from_the_first_day(day: int, week: int) -> None:
    """The last seven days before it are the latest week, whatever weekday it is."""
    session = on_day(day, working(10))

    load = load_of(plan_with(session), *all_done(session))

    assert load.weekly_s == tuple(10 if number == week else 0 for number in range(4))


def test_what_lies_further_back_is_not_counted() -> None:
    """The day before the four weeks."""
    early = session_at(opening_at(18, start=MONDAY - timedelta(days=1)), working(10))

    assert load_of(plan_with(early), *all_done(early)).weekly_s == (0, 0, 0, 0)


@pytest.mark.parametrize(("outcome", "share"), [("done", 1), ("partly", 0.5), ("skipped", 0)])
def test_half_of_what_was_done_in_part_counts_and_nothing_of_what_was_not(
    outcome: str, share: float
) -> None:
    """What was done beside it counts whole."""
    session = on_day(27, working(30), working(8, TURN))
    nod, turn = session.steps

    load = load_of(plan_with(session), entry(session, nod, outcome), entry(session, turn))

    assert load.weekly_s == (30 * share + 8, 0, 0, 0)


def test_what_nobody_told_counts_as_it_was_planned() -> None:
    """An exercise of which nothing is noted, and one whose entry does not say what became of it."""
    noted, silent = on_day(1, working(10)), on_day(27, working(20), working(8, TURN))
    plan, told = plan_with(noted, silent), all_done(noted, silent)
    vague = entry(silent, silent.steps[0], None, effort=3)

    whole = load_of(plan, *told)

    assert (whole.weekly_s, whole.asked_s) == ((28, 0, 0, 10), 38)
    for missing in (1, 2):
        assert load_of(plan, *told[:missing], *told[missing + 1 :]) == whole
    assert load_of(plan, told[0], vague, told[2]) == whole


def test_days_on_which_a_person_was_away_count_neither_for_work_nor_as_days() -> None:
    """A week without: what was planned in it and nobody told was not done."""
    sessions = [on_day(day, working(30)) for day in (0, 6, 9, 12, 15, 20, 27)]
    before, after = sessions[:2], sessions[4:]

    load = load_of(plan_with(*sessions), *all_done(*before, *after))

    assert (load.weekly_s, load.asked_s) == ((30, 60, 0, 60), 150)
    assert load.days == 28 - 8  # the days between the 6th and the 15th
    assert load.mean_s == 150 * 7 / 20


def test_what_was_skipped_while_away_was_not_asked_for() -> None:
    """Noted as ill, or not noted: it makes nobody one who did much less than was planned."""
    sessions = [on_day(day, working(30)) for day in (0, 6, 9, 12, 15, 20, 27)]
    ill = [entry(one, one.steps[0], "skipped") for one in sessions[2:4]]

    load = load_of(plan_with(*sessions), *all_done(*sessions[:2], *sessions[4:]), *ill)

    assert load.asked_s == 150
    assert not load.is_short
    assert load.asked == {NOD: 5}


def test_what_was_done_before_its_day_is_not_counted_again_on_it() -> None:
    """Planned for the first of the days that count, done the day before."""
    session = on_day(0, working(30))
    early = MONDAY - timedelta(days=1)

    others = [on_day(day, working(10)) for day in (2, 9, 16, 23)]
    done_early = entry(session, session.steps[0], date=early)

    load = load_of(plan_with(session, *others), done_early, *all_done(*others))

    assert load.weekly_s == (10, 10, 10, 10)


@pytest.mark.parametrize(("days", "until"), [((0, 21), None), ((0, 22), 28), ((0, 22, 23), 28)])
def test_there_is_something_to_go_by_after_three_weeks(
    days: tuple[int, ...], until: int | None
) -> None:
    """From the Monday of the running week; here that of a Tuesday."""
    done = all_done(*(on_day(day, working(10)) for day in (1, *days[1:])))
    told = experiences(Journal(entries=done), until=START)
    start = START + timedelta(days=1) if until else MONDAY + timedelta(days=22)

    found = counted_until(told, start)

    assert found == (None if until is None else MONDAY + timedelta(days=until))


def test_after_four_weeks_without_the_last_week_with_exercise_counts() -> None:
    """The one that was begun anew alone says nothing yet."""
    done = all_done(*(on_day(day, working(10)) for day in (0, 8, 15, 23)))
    told = experiences(Journal(entries=done), until=MONDAY + timedelta(days=60))

    assert counted_until(told, MONDAY + timedelta(days=23 + 27)) == MONDAY + timedelta(days=49)
    assert counted_until(told, MONDAY + timedelta(days=23 + 28)) == MONDAY + timedelta(days=28)
    anew = all_done(*(on_day(day, working(10)) for day in (0, 8, 15, 23, 60, 67)))
    told = experiences(Journal(entries=anew), until=MONDAY + timedelta(days=90))
    assert counted_until(told, MONDAY + timedelta(days=68)) == MONDAY + timedelta(days=28)
    assert counted_until(told, MONDAY + timedelta(days=84)) == MONDAY + timedelta(days=84)
    assert counted_until((), START) is None


def test_days_before_all_exercise_are_not_counted() -> None:
    """Who began on a Wednesday was not idle on the Monday and the Tuesday before."""
    sessions = [on_day(day, working(30)) for day in (2, 8, 14, 20, 26)]

    load = load_of(plan_with(*sessions), *all_done(*sessions))

    assert load.days == 26
    assert load.mean_s == 150 * 7 / 26


def test_a_week_counts_at_least_where_somebody_was_away_for_longer() -> None:
    """A single day of exercise before three and a half weeks says nothing of seven such days."""
    sessions = [on_day(-1 + 28 * number, working(30)) for number in (0, 1)]
    plan = evolve(plan_with(sessions[1]), past=(PastSession.of(sessions[0], "UTC"),))

    load = load_of(plan, *all_done(*sessions))

    assert (load.weekly_s, load.days) == ((30, 0, 0, 0), 7)


def test_relief_positions_are_no_work() -> None:
    """Neither in what was done, nor in what a week asks for."""
    relief = step_of("relief-position-search", "relief-positions")
    assert relief.work_s > 0
    session = on_day(27, relief, working(10))

    load = load_of(plan_with(session), *all_done(session))

    assert (load.weekly_s, load.asked_s) == ((10, 0, 0, 0), 10)
    assert load.week_s([session]) == 10


def test_rests_between_sets_are_no_work() -> None:
    """Nor is relaxation in each of them."""
    step = working(10, sets=2, rest_s=30)

    assert (step.work_s, step.duration_s) == (20, 70)


def test_times_are_sessions_in_which_an_exercise_was_begun() -> None:
    """Done, in part, or not told; not what was skipped."""
    sessions = [on_day(5 * number, working(10), working(5, TURN)) for number in range(6)]
    outcomes = ("done", "partly", "skipped")
    told = [entry(one, one.steps[0], out) for one, out in zip(sessions, outcomes, strict=False)]

    load = load_of(plan_with(*sessions), *told, *present())

    assert load.times == {NOD: 5, TURN: 6}
    assert load.lately == {NOD: 1, TURN: 1}


@pytest.mark.parametrize(("lately", "usual"), [({NOD: 3}, 3), ({TURN: 3}, 0), ({}, 1)])
def test_an_exercise_comes_as_often_as_in_the_last_week(
    lately: dict[ExerciseId, int], usual: int
) -> None:
    """Where that had any; else as in a week of the four, rounded down: seven times in all here."""
    assert Workload(times={NOD: 7}, lately=lately).usual(NOD) == usual


def test_what_the_plan_before_has_in_coming_sessions_is_planned() -> None:
    """From the first day on."""
    past, ahead = on_day(27, working(10)), on_day(28, working(20), working(8, TURN))

    before = plan_with(past, ahead, weeks=5)

    load = load_of(before, *all_done(past)).following(before, START)

    assert load.planned == {(ahead.id, NOD), (ahead.id, TURN)}
    assert load.habits == {(0, ahead.start), (6, past.start)}


def test_what_lies_ahead_or_further_back_need_not_be_told() -> None:
    """Of five weeks the first is too long ago, and the last only begins."""
    early, told, ahead = (on_day(day, working(10)) for day in (6, 7, 35))
    start = START + timedelta(days=7)
    done = experiences(Journal(entries=all_done(told)), until=start)

    load = work_of(done, plan_with(early, told, ahead, weeks=6).remembered, start, CATALOGUE)

    assert load.weekly_s == (0, 0, 0, 10)


@pytest.mark.parametrize(
    ("back", "weekly_s"), [(1, (40, 0, 0, 0)), (28, (0, 0, 0, 40)), (29, (0, 0, 0, 0))]
)
def test_sessions_before_the_plan_count_too(back: int, weekly_s: tuple[float, ...]) -> None:
    """Those of the four weeks, of which the plan remembers what they held."""
    nod = step_of(NOD, "neck")
    before = on_day(28 - back, nod)
    plan = evolve(coming(nod), past=(PastSession.of(before, "UTC"),))

    assert load_of(plan, *all_done(before)).weekly_s == weekly_s
    assert load_of(plan, *present()).weekly_s == weekly_s


def test_an_exercise_that_comes_twice_in_a_session_counts_twice() -> None:
    """Two rounds of it; what the planner added around them counts as nothing."""
    opening = working(50, TURN, purpose=Purpose.OPENING)
    closing = working(60, purpose=Purpose.CLOSING)
    session = on_day(27, opening, working(10), working(12), closing)

    load = load_of(plan_with(session), entry(session, session.steps[1]))

    assert (*load.weekly_s, load.works(session)) == (22, 0, 0, 0, {NOD: 22})


def test_where_nothing_is_known_a_week_may_ask_for_anything() -> None:
    """Without a plan before, or after four weeks without work."""
    for load in (Workload(), Workload(weekly_s=(0.0,) * 4)):
        assert load.most_s is None
        assert not load.is_passed_by([on_day(0, working(10_000))])


@pytest.mark.parametrize(
    ("planned", "seconds"),
    [
        ({"reps": 3, "hold_s": 15}, 57),  # the first dose
        ({"reps": 6, "hold_s": 15}, 114),
        ({"reps": 3, "hold_s": 30}, 114),
        ({"reps": 1, "hold_s": 15}, 19),
        ({"reps": 3, "hold_s": 15, "sets": 3}, 171),
        ({"reps": 5, "hold_s": 30, "sets": 2}, 57 * 2 * 5 / 3 * 2),
        (None, 57),
    ],
)
def test_work_goes_by_the_dose_that_was_planned(
    planned: dict[str, Any] | None, seconds: float
) -> None:
    """As so much of the first dose: three times 15 seconds, 57 in all; that where none is noted."""
    table = step_of(TABLE, "neck")
    assert table.work_s == 57
    dose = None if planned is None else Planned(**planned)

    load = load_of(coming(table), entry(on_day(27, table), table, planned=dose))

    assert list(load.weekly_s) == pytest.approx([seconds, 0, 0, 0])


def test_what_the_catalogue_does_not_know_is_no_work() -> None:
    """An exercise of the person's own catalogue, which is not there any more."""
    gone = Entry(
        session=SessionId("2026-12-20-1"),
        date=START - timedelta(days=1),
        exercise=ExerciseId("my-own-walk"),
        written_at=datetime(2026, 12, 20, 20, tzinfo=UTC),
        done=Done(outcome="done"),
    )

    assert load_of(coming(working(5)), gone).weekly_s == (0, 0, 0, 0)


def test_an_answer_of_the_next_morning_does_not_forget_the_planned_dose() -> None:
    """It says how the pain was, and nothing of a dose: what the evening said of that holds."""
    nod = step_of(NOD, "neck")
    gone = on_day(25, nod)
    evening = entry(gone, nod, planned=Planned(reps=10))
    morning = entry(
        gone,
        nod,
        None,
        planned=None,
        pain=Pain(next_morning=1),
        written_at=evening.written_at + timedelta(hours=12),
    )

    assert load_of(coming(nod), evening, morning).weekly_s == (80, 0, 0, 0)


def test_work_is_the_same_whatever_plan_it_is_counted_with() -> None:
    """A session of the plan before, and one that it only remembers: nothing changes for that."""
    sessions = [on_day(day, working(6), step_of(TABLE, "neck", sets=2)) for day in (1, 8, 20, 26)]
    told = all_done(*sessions)
    past = tuple(PastSession.of(one, "UTC") for one in sessions)

    load = load_of(plan_with(*sessions), *told)

    assert load == load_of(evolve(coming(), past=past), *told)


@pytest.mark.parametrize(("seconds", "is_passed"), [(1, False), (229, False), (231, True)])
def test_a_week_may_ask_for_fifteen_percent_more_than_the_mean(
    seconds: float, *, is_passed: bool
) -> None:
    """Of two hundred seconds thirty more; less is always well."""
    assert MEAN.is_passed_by([on_day(0, working(seconds))]) is is_passed


@pytest.mark.parametrize("day", [0, 6, 7, 21, 27])
def test_one_week_that_asks_for_too_much_is_enough(day: int) -> None:
    """Whichever it is, and though its sessions alone are short."""
    sessions = [on_day(number, working(100)) for number in (3, 10, 17, 24)]
    more = on_day(day, working(131))

    assert not MEAN.is_passed_by(sessions)
    assert MEAN.is_passed_by([*sessions, more])


def test_the_work_of_a_week_is_that_of_its_routines() -> None:
    """Without relaxation, and without what the planner added."""
    added = working(70, purpose=Purpose.OPENING)

    week = [on_day(0, added, working(10)), on_day(1, working(5, TURN))]

    assert MEAN.week_s(week) == 15
    assert MEAN.week_s([]) == 0


@pytest.mark.parametrize(("seconds", "is_passed"), [(299, False), (300, False), (301, True)])
def test_a_week_may_ask_for_as_much_as_the_last_one_held(
    seconds: float, *, is_passed: bool
) -> None:
    """Though that is more than 115 % of the mean: nobody is sent back from what they just did."""
    load = Workload(weekly_s=(300.0, 200.0, 150.0, 150.0))

    assert load.is_passed_by([on_day(0, working(seconds))]) is is_passed


@pytest.mark.parametrize(("seconds", "was_done"), [(219, True), (220, True), (221, False)])
def test_what_a_week_of_three_or_four_weeks_ago_held_was_done(
    seconds: float, *, was_done: bool
) -> None:
    """The fuller of both, whatever came since."""
    assert Workload(weekly_s=(400.0, 300.0, 220.0, 180.0)).was_done(seconds) is was_done
    assert not Workload().was_done(1)


@pytest.mark.parametrize(("asked_s", "is_short"), [(1379, False), (1380, False), (1381, True)])
def test_so_little_was_done_that_all_of_it_asks_for_too_much(
    asked_s: float, is_short: bool
) -> None:
    """1,200 of 1,380 seconds: 15 % more is all of it."""
    assert Workload(weekly_s=(240.0, 360.0, 300.0, 300.0), asked_s=asked_s).is_short is is_short


def test_pain_noted_on_days_away_is_no_work() -> None:
    """Nobody said that anything was done, and the days are none of the person's."""
    sessions = [on_day(day, working(30)) for day in (0, 6, 12, 20, 27)]
    before, silent, after = sessions[:2], sessions[2], sessions[3:]
    told = all_done(*before, *after)
    vague = entry(silent, silent.steps[0], None, pain=Pain(before=2))

    assert load_of(plan_with(*sessions), *told, vague) == load_of(plan_with(*sessions), *told)
