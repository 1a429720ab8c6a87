"""How much the last four weeks held, and what that says of the weeks to come."""

from __future__ import annotations

from collections.abc import Sequence
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
    Severity,
    Step,
    StepPhase,
    WeeklyPlan,
)
from spinecare.planning.timing import work_s
from spinecare.planning.workload import Workload, week_work_s
from spinecare.reviewing import experiences
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    lasting,
    opening_at,
    plan_with,
    session_at,
    step_of,
    weeks_with,
)

NOD, TURN = ExerciseId("neck-1-flexion-extension"), ExerciseId("neck-2-rotation")
TABLE = ExerciseId("yoga-two-legged-table-pose")
START = MONDAY + timedelta(days=28)
"""The first day of the plan that is to come: four weeks after that of the plan before."""


def working(seconds: float, id: str = NOD, **changes: Any) -> Step:
    """Return a step of one movement that takes so long, and as long a rest."""
    phases = (
        StepPhase(kind="move", role="stress", seconds=seconds),
        StepPhase(kind="relax", role="relax", seconds=seconds),
    )
    fields: dict[str, Any] = {"reps": 1, "cycles": 1, "phases": phases, **changes}
    return step_of(id, "neck", **fields)


def on_day(day: int, *steps: Step) -> Session:
    """Return a session so many days after Monday."""
    return session_at(opening_at(24 * day + 18), *steps)


def coming(*steps: Step) -> Plan:
    """Return a plan that holds no session before the start, and steps on its day."""
    return plan_with(on_day(28, *steps), weeks=5)


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


def load_of(plan: Plan, *entries: Entry) -> Workload:
    """Return the work of the four weeks before the start, by a plan and what was noted."""
    journal = Journal(entries=entries)
    done = [one for one in experiences(journal, until=START) if one.date < START]
    return Workload.of(done, plan, START, CATALOGUE)


def test_each_week_holds_the_work_of_its_sessions_the_latest_first() -> None:
    """Effort and movement of all exercises and sessions; relaxation is none."""
    sessions = (
        on_day(0, working(10)),
        on_day(8, working(20), working(5, TURN)),
        on_day(15, working(30)),
        on_day(16, working(4)),
        on_day(27, working(40)),
    )

    load = load_of(plan_with(*sessions), *all_done(*sessions))

    assert load == Workload(weekly_s=(40, 34, 25, 10), asked_s=109)
    assert load.mean_s == 109 / 4


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


def test_while_anything_that_was_planned_is_not_told_nobody_knows_the_work() -> None:
    """Neither of an exercise of which nothing is noted, nor of one whose entry does not say it."""
    noted, silent = on_day(1, working(10)), on_day(27, working(20), working(8, TURN))
    plan, told = plan_with(noted, silent), all_done(noted, silent)
    vague = entry(silent, silent.steps[0], None, effort=3)

    assert load_of(plan, *told) == Workload(weekly_s=(28, 0, 0, 10), asked_s=38)
    for missing in range(3):
        assert load_of(plan, *told[:missing], *told[missing + 1 :]) == Workload()
    assert load_of(plan, told[0], vague, told[2]) == Workload()


def test_what_lies_ahead_or_further_back_need_not_be_told() -> None:
    """Of five weeks the first is too long ago, and the last only begins."""
    early, told, ahead = (on_day(day, working(10)) for day in (6, 7, 35))
    start = START + timedelta(days=7)
    done = experiences(Journal(entries=all_done(told)), until=start)

    load = Workload.of(done, plan_with(early, told, ahead, weeks=6), start, CATALOGUE)

    assert load.weekly_s == (0, 0, 0, 10)


@pytest.mark.parametrize(
    ("back", "weekly_s"), [(1, (40, 0, 0, 0)), (28, (0, 0, 0, 40)), (29, (0, 0, 0, 0))]
)
def test_sessions_before_the_plan_have_to_be_told_too(
    back: int, weekly_s: tuple[float, ...]
) -> None:
    """Those of the four weeks, of which the plan remembers what they held."""
    nod = step_of(NOD, "neck")
    before = on_day(28 - back, nod)
    plan = evolve(coming(nod), past=(PastSession.of(before),))

    assert load_of(plan, *all_done(before)).weekly_s == weekly_s
    assert load_of(plan).weekly_s == (weekly_s if back > 28 else ())


def test_an_exercise_that_comes_twice_in_a_session_counts_twice() -> None:
    """Two rounds of it; what the planner added around them counts as nothing."""
    opening = working(50, TURN, purpose=Purpose.OPENING)
    closing = working(60, purpose=Purpose.CLOSING)
    session = on_day(27, opening, working(10), working(12), closing)

    load = load_of(plan_with(session), entry(session, session.steps[1]))

    assert load.weekly_s == (22, 0, 0, 0)


@pytest.mark.parametrize("empty", range(4))
def test_there_is_no_mean_while_a_week_is_empty(empty: int) -> None:
    """A week off says nothing of what a person can do."""
    sessions = [on_day(7 * week, working(10)) for week in range(4)]
    told = [
        entry(one, one.steps[0], "skipped" if week == empty else "done")
        for week, one in enumerate(sessions)
    ]

    load = load_of(plan_with(*sessions), *told)

    assert load.weekly_s.count(0) == 1
    assert load.mean_s is None
    assert load_of(plan_with(*sessions), *all_done(*sessions)).mean_s == 10


def test_where_nothing_is_known_there_is_no_mean() -> None:
    """Without a plan before."""
    assert Workload().mean_s is None
    assert not Workload().is_passed_by(weeks_with(on_day(0, working(10_000))))


@pytest.mark.parametrize(
    ("planned", "seconds"),
    [
        ({"reps": 3, "hold_s": 15}, 57),  # as the plan has it
        ({"reps": 6, "hold_s": 15}, 114),
        ({"reps": 3, "hold_s": 30}, 114),
        ({"reps": 1, "hold_s": 15}, 19),
        ({"reps": 3, "hold_s": 15, "sets": 3}, 171),
        ({"reps": 5, "hold_s": 30, "sets": 2}, 57 * 2 * 5 / 3 * 2),
    ],
)
def test_sessions_no_longer_in_the_plan_count_by_the_dose_that_was_planned(
    planned: dict[str, Any], seconds: float
) -> None:
    """As so much of the plan's own dose of the exercise: three times 15 seconds, 57 in all."""
    table = step_of(TABLE, "neck")
    assert work_s(table) == 57

    load = load_of(
        coming(table),
        entry(on_day(27, table), table, planned=Planned(**planned)),
    )

    assert list(load.weekly_s) == pytest.approx([seconds, 0, 0, 0])


@pytest.mark.parametrize(("sets", "seconds"), [(1, 28.5), (2, 57), (3, 85.5)])
def test_sets_that_were_planned_count_against_those_of_the_plan(sets: int, seconds: float) -> None:
    """Where the plan has two of them by now, one was half as much."""
    table = lasting(step_of(TABLE, "neck", sets=2), "relax", 0)
    assert work_s(table) == 114

    load = load_of(
        coming(table),
        entry(on_day(27, table), table, planned=Planned(sets=sets, reps=3, hold_s=7.5)),
    )

    assert load.weekly_s[0] == seconds


def test_movement_no_longer_in_the_plan_counts_by_its_repetitions() -> None:
    """Ten nods of eight seconds, where the plan has five; half of it where done in part."""
    nod = step_of(NOD, "neck")
    gone = on_day(27, nod)
    ten = Planned(reps=10)

    for outcome, seconds in (("done", 80), ("partly", 40), ("skipped", 0), (None, 0)):
        load = load_of(coming(nod), entry(gone, nod, outcome, planned=ten))

        assert load.weekly_s[0] == seconds


def test_without_a_planned_dose_the_plans_own_counts() -> None:
    """Of an exercise that the plan does not hold, its first dose; of relief positions nothing."""
    nod, turn = step_of(NOD, "neck"), step_of(TURN, "neck")
    gone = on_day(27, nod, turn)

    known = load_of(coming(nod), entry(gone, nod, planned=None))
    more = load_of(coming(nod), entry(gone, nod), entry(gone, turn, planned=None))

    assert known.weekly_s[0] == 40
    assert more.weekly_s[0] == 40 + work_s(turn)


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


def test_a_session_of_the_plan_counts_as_the_plan_has_it() -> None:
    """Whatever the journal says was planned."""
    session = on_day(27, working(30))

    load = load_of(plan_with(session), entry(session, session.steps[0], planned=Planned(reps=9)))

    assert load.weekly_s == (30, 0, 0, 0)


MEAN = Workload(weekly_s=(220.0, 180.0, 210.0, 190.0))
"""Two hundred seconds a week."""


@pytest.mark.parametrize(("seconds", "is_passed"), [(1, False), (229, False), (231, True)])
def test_a_week_may_ask_for_fifteen_percent_more_than_the_mean(
    seconds: float, *, is_passed: bool
) -> None:
    """Of two hundred seconds thirty more; less is always well."""
    weeks = weeks_with(on_day(0, working(seconds)))

    assert MEAN.is_passed_by(weeks) is is_passed


@pytest.mark.parametrize("day", [0, 6, 7, 21, 27])
def test_one_week_that_asks_for_too_much_is_enough(day: int) -> None:
    """Whichever it is, and though its sessions alone are short."""
    sessions = [on_day(number, working(100)) for number in (3, 10, 17, 24)]
    more = on_day(day, working(131))

    assert not MEAN.is_passed_by(weeks_with(*sessions))
    assert MEAN.is_passed_by(weeks_with(*sessions, more))


def test_the_work_of_a_week_is_that_of_its_routines() -> None:
    """Without relaxation, and without what the planner added."""
    added = working(70, purpose=Purpose.OPENING)

    assert week_work_s([on_day(0, added, working(10)), on_day(1, working(5, TURN))]) == 15
    assert week_work_s([]) == 0


def nods_and_turns(*pairs: tuple[float, float], closing: float = 90) -> tuple[WeeklyPlan, ...]:
    """Return a week for each pair of seconds: of nods on its first day, of turns on its third."""
    sessions = (
        session
        for week, (nods, turns) in enumerate(pairs)
        for session in (
            on_day(7 * week, working(nods)),
            on_day(
                7 * week + 2,
                working(turns, TURN),
                working(closing, NOD, purpose=Purpose.CLOSING),
            ),
        )
    )
    return weeks_with(*sessions, weeks=len(pairs))


@pytest.mark.parametrize(
    ("grown", "fits"),
    [
        ([(112, 115)], [NOD, TURN]),  # 27 of 30 seconds
        ([(120, 115)], [NOD]),  # ten are left, and five are missing
        ([(135, 115)], [TURN]),  # the first asks for too much, the second does not
        ([(135, 135)], []),
        ([(100, 100)], [NOD, TURN]),
    ],
)
def test_doses_grow_in_their_order_as_far_as_there_is_room(
    grown: list[tuple[float, float]], fits: list[str]
) -> None:
    """The weeks hold 200 seconds, and may hold 230; what the planner adds takes no room."""
    growing = (NOD, TURN)

    found = MEAN.fitting(growing, nods_and_turns((100, 100)), nods_and_turns(*grown, closing=300))

    assert list(found) == fits


def test_what_comes_first_takes_the_room() -> None:
    """Either would fit alone."""
    weeks = nods_and_turns((100, 100)), nods_and_turns((120, 120))

    assert MEAN.fitting((NOD, TURN), *weeks) == (NOD,)
    assert MEAN.fitting((TURN, NOD), *weeks) == (TURN,)
    assert MEAN.fitting((), *weeks) == ()


def test_a_dose_grows_only_where_every_week_has_room() -> None:
    """The second week is full but for ten seconds: the nods do not fit in, the turns do."""
    calm = nods_and_turns((100, 100), (110, 110))
    grown = nods_and_turns((115, 105), (125, 115))

    assert MEAN.fitting((NOD, TURN), calm, grown) == (TURN,)


FITTING, TOO_MUCH = weeks_with(on_day(0, working(200))), weeks_with(on_day(0, working(600)))
DID = "In the last four weeks you did 5 minutes of effort and movement a week"
ENOUGH = Workload(weekly_s=(240.0, 360.0, 300.0, 300.0), asked_s=1200.0)
HALF = Workload(weekly_s=(240.0, 360.0, 300.0, 300.0), asked_s=2400.0)
"""The same work, though twice as much was planned."""


def said(
    load: Workload, weeks: Sequence[WeeklyPlan], *, held: int = 0, lowered: int = 0
) -> list[tuple[Severity, str]]:
    """Return how heavy each finding is and what it says; all are of the plan as a whole."""
    found = list(load.findings(weeks, held=held, lowered=lowered))
    assert {(one.rule, one.subject) for one in found} <= {("load", "plan")}
    return [(one.severity, one.reason) for one in found]


def test_weeks_that_fit_need_no_word() -> None:
    """Where nothing was held back or lowered."""
    assert said(ENOUGH, FITTING) == []


@pytest.mark.parametrize(("held", "what"), [(1, "an exercise has"), (3, "3 exercises have")])
def test_what_earned_a_step_and_waits_is_told(held: int, what: str) -> None:
    """Nothing stands lower than it did."""
    words = (
        f"{DID}, and a week is to ask for 15 % more at most: {what} earned a step more that waits "
        "for its turn."
    )

    assert said(ENOUGH, FITTING, held=held) == [(Severity.NOTE, words)]


@pytest.mark.parametrize("held", [0, 2])
@pytest.mark.parametrize(
    ("lowered", "words"), [(1, "doses stand a step lower"), (2, "doses stand 2 steps lower")]
)
def test_lowered_doses_are_told_with_what_was_done(held: int, lowered: int, words: str) -> None:
    """Something was changed; that nothing grew either goes without saying."""
    reason = f"{DID}, less than was planned: {words}, and come back as you do more."

    assert said(ENOUGH, FITTING, held=held, lowered=lowered) == [(Severity.CHANGED, reason)]


def test_weeks_that_are_still_too_much_are_told() -> None:
    """With the minutes of the fullest week, so that the person can choose what to leave out."""
    weeks = weeks_with(on_day(0, working(360)), on_day(8, working(600)), on_day(15, working(300)))

    words = f"{DID}; a week of this plan has up to 10. Leave out what is too much for now."

    assert said(HALF, weeks) == [(Severity.NOTE, words)]
    assert said(ENOUGH, weeks) == [(Severity.NOTE, words)]  # by new exercises, or more slots


@pytest.mark.parametrize("lowered", [1, 2])
def test_doses_that_were_lowered_and_are_still_too_much_are_told_twice(lowered: int) -> None:
    """What was changed comes first."""
    found = said(HALF, TOO_MUCH, lowered=lowered)

    assert [severity for severity, _ in found] == [Severity.CHANGED, Severity.NOTE]


@pytest.mark.parametrize("lowered", [0, 1])
def test_where_there_is_no_mean_nothing_is_told(lowered: int) -> None:
    """However much the weeks hold."""
    empty = evolve(ENOUGH, weekly_s=(300.0, 0.0, 300.0, 300.0))

    assert said(empty, TOO_MUCH, held=1, lowered=lowered) == []
    assert said(Workload(), TOO_MUCH, lowered=lowered) == []


@pytest.mark.parametrize(("asked_s", "is_short"), [(1379, False), (1380, False), (1381, True)])
def test_so_little_was_done_that_all_of_it_asks_for_too_much(
    asked_s: float, is_short: bool
) -> None:
    """1,200 of 1,380 seconds: 15 % more is all of it."""
    assert evolve(ENOUGH, asked_s=asked_s).is_short is is_short
