"""What there is room for in weeks that are to ask for little more than the last four."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from attrs import evolve

from spinecare.model import Finding, Session, SessionId, Severity
from spinecare.planning.growth import (
    LOAD,
    about_load,
    growing,
    has_room,
    is_as_before,
    may_exceed,
    without_room,
)
from spinecare.planning.workload import Workload
from tests.planning.builders import CATALOGUE, MONDAY, plan_with
from tests.planning.loads import (
    MEAN,
    NOD,
    TABLE,
    TURN,
    nods_and_turns,
    on_day,
    sessions_of,
    working,
)


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
    calm, more = nods_and_turns((100, 100)), nods_and_turns(*grown, closing=300)

    found = growing(MEAN, (NOD, TURN), calm, more)

    assert list(found) == fits


def test_what_comes_first_takes_the_room() -> None:
    """Either would fit alone."""
    weeks = nods_and_turns((100, 100)), nods_and_turns((120, 120))

    assert growing(MEAN, (NOD, TURN), *weeks) == (NOD,)
    assert growing(MEAN, (TURN, NOD), *weeks) == (TURN,)
    assert growing(MEAN, (), *weeks) == ()


def test_a_dose_grows_only_where_every_week_has_room() -> None:
    """The second week is full but for ten seconds: the nods do not fit in, the turns do."""
    calm = nods_and_turns((100, 100), (110, 110))
    grown = nods_and_turns((115, 105), (125, 115))

    assert growing(MEAN, (NOD, TURN), calm, grown) == (TURN,)


def on(number: int) -> SessionId:
    """Return the id of the session so many days after Monday."""
    return on_day(number).id


STEADY = Workload(weekly_s=(100.0,) * 4, asked_s=400.0, times={NOD: 8})
"""Two nodding sessions a week, fifty seconds each."""


def test_what_is_new_joins_in_the_order_of_time_until_there_is_no_room() -> None:
    """Fifteen seconds are left: the first and the third fit; the second does not, nor later."""
    weeks = sessions_of(
        on_day(0, working(50)),
        on_day(1, working(10, TURN)),
        on_day(2, working(50), working(10, TURN)),
        on_day(4, working(5, TABLE)),
    )

    assert without_room(STEADY, weeks) == {(on(2), TURN), (on(4), TURN)}


def test_what_comes_more_often_waits_and_not_what_is_as_it_was() -> None:
    """A third and a fourth session of nods a week; what is new, too; each week by itself."""
    sessions = [on_day(number, working(50)) for number in (0, 2, 3, 5, 8)]
    weeks = sessions_of(*sessions, on_day(9, working(20, TURN)))

    lately = evolve(STEADY, weekly_s=(100.0, 100.0, 90.0, 90.0))

    assert without_room(lately, weeks) == {(on(3), NOD), (on(5), NOD)}


def test_where_nothing_fits_and_weeks_were_steady_one_thing_joins() -> None:
    """Else short weeks could never be more; not the second, and not before the last is old."""
    weeks = sessions_of(
        on_day(0, working(50), working(40, TURN)), on_day(2, working(50), working(40, TABLE))
    )
    lately = evolve(STEADY, weekly_s=(100.0, 100.0, 80.0, 80.0))

    assert without_room(STEADY, weeks) == {(on(2), TABLE)}
    assert without_room(lately, weeks) == {(on(0), TURN), (on(2), TURN), (on(2), TABLE)}


def test_what_was_planned_before_stays_and_counts_first() -> None:
    """What was begun: a turn; the other one of the week has no room beside it."""
    weeks = sessions_of(
        on_day(0, working(50), working(15, TURN)), on_day(2, working(50), working(15, TURN))
    )
    planned = evolve(STEADY, planned=frozenset({(on(2), TURN)}))

    begun = evolve(planned, times={NOD: 8, TURN: 2})

    assert without_room(begun, weeks) == {(on(0), TURN)}
    for never_begun in (STEADY, planned):
        assert without_room(never_begun, weeks) == {(on(2), TURN)}


def test_in_a_closed_week_nothing_takes_the_place_of_what_waits() -> None:
    """Neither what is new somewhere, nor what was done before and would come more often."""
    weeks = sessions_of(
        on_day(0, working(50), working(5, TURN)),
        on_day(2, working(50)),
        on_day(4, working(5, TABLE)),
    )

    found = without_room(STEADY, weeks, is_closed=True)

    assert found == {
        (on(0), TURN),
        (on(0), TABLE),
        (on(2), TURN),
        (on(2), TABLE),
        (on(4), NOD),
        (on(4), TURN),
        (on(4), TABLE),
    }


@pytest.mark.parametrize(("asked", "waits"), [(24, set[int]()), (21, set[int]()), (20, {5, 6})])
def test_of_who_did_much_less_what_is_new_waits_and_what_was_never_asked_so_often(
    asked: int, waits: set[int]
) -> None:
    """A plan that shrinks to what was done would be done less again; nor does it grow for it."""
    short = evolve(STEADY, asked_s=800.0, asked={NOD: asked})
    weeks = sessions_of(
        *[on_day(number, working(50)) for number in range(6)], on_day(6, working(5, TURN))
    )

    assert without_room(short, weeks) == {(on(6), TURN), *((on(day), NOD) for day in waits)}


def test_what_was_done_in_the_running_week_takes_room_and_counts_as_often() -> None:
    """Made again on a Wednesday: one session of two is done, and one thing more has room."""
    running = evolve(STEADY, monday=MONDAY, so_far_s=50.0, so_far={NOD: 1})
    weeks = sessions_of(
        on_day(2, working(50)),
        on_day(3, working(15, TURN)),
        on_day(4, working(50), working(16, TABLE)),
        on_day(7, working(50)),
        on_day(8, working(50)),
    )

    assert without_room(running, weeks) == {(on(4), NOD), (on(4), TABLE)}
    assert running.fullest_s(weeks) == 50 + 50 + 15 + 50 + 16


@pytest.mark.parametrize(("seconds", "is_kept"), [(172, True), (173, False)])
def test_a_plan_far_above_the_line_promises_nothing(seconds: float, *, is_kept: bool) -> None:
    """Half above it: it was made by another line, or by none."""
    weeks = sessions_of(
        on_day(0, working(50)),
        on_day(1, working(70, TURN)),
        on_day(2, working(seconds - 120, TABLE)),
    )
    planned = frozenset({(on(0), NOD), (on(1), TURN), (on(2), TABLE)})
    load = evolve(STEADY, planned=planned, times={NOD: 8, TURN: 1, TABLE: 1})

    assert without_room(load, weeks) == (set() if is_kept else {(on(2), TABLE)})


def test_what_has_a_window_keeps_its_own_time() -> None:
    """Pull-ups that were moved inside their window are not put off again."""
    windowed = evolve(STEADY, windowed=frozenset({TURN}))
    weeks = sessions_of(on_day(0, working(100)), on_day(1, working(90, TURN)))

    assert without_room(windowed, weeks) == set()
    assert without_room(evolve(STEADY, asked_s=800.0), weeks) == {(on(1), TURN)}


@pytest.mark.parametrize(("asked_s", "may"), [(400, True), (460, True), (461, False)])
def test_nobody_exceeds_the_line_who_did_much_less_than_was_planned(
    asked_s: float, *, may: bool
) -> None:
    """Though the weeks were steady."""
    assert may_exceed(evolve(STEADY, asked_s=asked_s), 100) is may
    assert not may_exceed(STEADY, 101)


FITTING, TOO_MUCH = sessions_of(on_day(0, working(200))), sessions_of(on_day(0, working(600)))
DID = (
    "In the last four weeks you did 5 minutes of effort and movement a week, 4 in the last one; "
    "relaxation and rests do not count."
)
ENOUGH = Workload(weekly_s=(240.0, 360.0, 300.0, 300.0), asked_s=1200.0)


def said(
    load: Workload, weeks: Sequence[Session], *, held: int = 0, lowered: int = 0
) -> list[tuple[Severity, str]]:
    """Return how heavy each finding is and what it says; all are of the plan as a whole."""
    found = list(about_load(load, weeks, held=held, lowered=lowered))
    assert {(one.rule, one.subject) for one in found} <= {("load", "plan")}
    return [(one.severity, one.reason) for one in found]


def test_weeks_that_fit_need_no_word() -> None:
    """Where nothing was held back or lowered; nor where nobody knows what was done."""
    assert said(ENOUGH, FITTING) == []
    assert said(Workload(), TOO_MUCH) == []


@pytest.mark.parametrize(("held", "what"), [(1, "an exercise has"), (3, "3 exercises have")])
def test_what_earned_a_step_and_waits_is_told(held: int, what: str) -> None:
    """Nothing stands lower than it did."""
    words = f"{DID} A week may have 6 at most: {what} earned a step more that waits for its turn."

    assert said(ENOUGH, FITTING, held=held) == [(Severity.NOTE, words)]


@pytest.mark.parametrize("held", [0, 2])
@pytest.mark.parametrize(
    ("lowered", "words"), [(1, "doses stand a step lower"), (2, "doses stand 2 steps lower")]
)
def test_lowered_doses_are_told_with_what_was_done(held: int, lowered: int, words: str) -> None:
    """Something was changed; that nothing grew either goes without saying."""
    reason = f"{DID} That is less than was planned: {words}, and come back as you do more."

    assert said(ENOUGH, FITTING, held=held, lowered=lowered) == [(Severity.CHANGED, reason)]


TOO_FULL = sessions_of(on_day(0, working(360)), on_day(8, working(600)), on_day(15, working(300)))


def test_weeks_that_are_still_too_much_are_told() -> None:
    """With the minutes of the fullest week, and what would make it less."""
    (found,) = about_load(ENOUGH, TOO_FULL, held=0, lowered=0)

    assert found.reason == (
        f"{DID} A week may have 6 at most, and this plan has up to 10 minutes a week: what was "
        "planned before stays, exercises take turns, a window keeps its time, or in short weeks "
        "one thing more joins."
    )
    assert found.concession == "fewer or shorter slots"


@pytest.mark.parametrize("lowered", [0, 1])
def test_who_did_much_less_than_was_planned_is_told_what_it_means(lowered: int) -> None:
    """At first doses nothing goes lower, and nothing is added."""
    short = evolve(ENOUGH, asked_s=2400.0)

    ((severity, reason),) = said(short, TOO_FULL, held=3, lowered=lowered)

    assert severity is (Severity.CHANGED if lowered else Severity.NOTE)
    assert reason == (
        f"{DID} That is less than was planned. The doses are those one begins with, up to 10 "
        "minutes a week: nothing grows or joins until you do more of them."
    )


def test_who_did_a_little_less_than_was_planned_keeps_the_doses() -> None:
    """Less than 115 parts of 100 were asked for more than was done, more than two thirds of it."""
    short = evolve(ENOUGH, asked_s=1700.0)

    ((_, reason),) = said(short, TOO_FULL)

    assert reason == (
        f"{DID} That is less than was planned. The doses stay as they were, up to 10 minutes a "
        "week: nothing grows or joins until you do more of them."
    )


def test_weeks_before_a_long_absence_are_called_so() -> None:
    """They are not the last four."""
    ((_, reason),) = said(evolve(ENOUGH, is_recent=False), TOO_FULL)

    assert reason.startswith("In the last four weeks with exercise you did 5 minutes")


def test_habits_of_the_plan_before_come_first() -> None:
    """Two nods a week as ever, on three days: the day that is new has none yet."""
    weeks = sessions_of(*[on_day(number, working(50)) for number in (0, 1, 2)])
    times = {on_day(number).start for number in (0, 2)}
    load = evolve(STEADY, weekly_s=(100.0, 100.0, 90.0, 90.0))
    habits = frozenset((day, at) for day in (0, 2) for at in times)

    assert without_room(evolve(load, habits=habits), weeks) == {(on(1), NOD)}
    assert without_room(load, weeks) == {(on(2), NOD)}


@pytest.mark.parametrize(("days", "is_same"), [((0, 2), True), ((0, 2, 4), False)])
def test_weeks_are_as_before_where_nothing_is_new_or_comes_more_often(
    days: tuple[int, ...], *, is_same: bool
) -> None:
    """Also where the plan before had it."""
    weeks = sessions_of(*[on_day(number, working(50)) for number in days])
    planned = evolve(STEADY, planned=frozenset((on(number), NOD) for number in days))

    assert is_as_before(STEADY, weeks) is is_same
    assert is_as_before(planned, weeks) is is_same


@pytest.mark.parametrize(
    ("nods", "subject", "has"),
    [
        (75, TURN, True),  # forty seconds: the first dose of a turn
        (76, TURN, False),
        (1, "neck", False),  # no exercise
    ],
)
def test_what_waits_has_room_for_its_first_dose(nods: float, subject: str, *, has: bool) -> None:
    """In the fullest week of the plan before, from the first day on."""
    waits = Finding(rule=LOAD, severity=Severity.NOT_FITTED, subject=subject, reason="It waits.")
    plan = plan_with(on_day(1, working(500)), on_day(8, working(nods)))
    first = MONDAY + timedelta(days=7)

    assert has_room(STEADY, evolve(plan, findings=(waits,)), first, CATALOGUE) is has
    assert not has_room(STEADY, plan, first, CATALOGUE)
    assert not has_room(Workload(), evolve(plan, findings=(waits,)), first, CATALOGUE)
    assert not has_room(STEADY, evolve(plan, findings=(waits,)), MONDAY + timedelta(60), CATALOGUE)
