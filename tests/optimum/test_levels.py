"""Each level counted by hand: a course, when it is done, and what that is worth."""

from __future__ import annotations

import pytest

from spinecare.errors import InvalidValueError
from spinecare.planning.objective import Levels
from spinecare.planning.optimum import Course, Load, Offer, Period, solve
from tests.optimum.handmade import DAY, HOUR, at, course, daily, holding, piece, tiring, week, whole

YESTERDAY = {"last_day": -1, "last_min": -12 * HOUR}
WEEKLY = {"period": Period.WEEK, "most": 2}
NOON, TICK = 12, 24
"""The hour at which the first day's session begins, and the hours to the next day's."""


@pytest.mark.parametrize(
    ("what", "days", "late"),
    [
        (course(), (), 7),  # never done, never planned: due on all seven days
        (course(), (0,), 5),  # in time on days 0 and 1, late from day 2 to day 6
        (course(), (0, 2, 4, 6), 0),  # always within two days
        (course(), (3,), 3 + 2),  # late on days 0, 1, 2; then again on days 5 and 6
        (course(), (0, 4), 2 + 1),  # late on days 2 and 3, then on day 6
        (course(weight=3), (0, 4), 3 * 3),  # each late day weighs three
        (course(latest_days=9), (0,), 0),  # due again after the last day
        (course(latest_days=9), (), 7),  # but what was never done is due at once
        (course(**YESTERDAY), (), 6),  # done the day before, so in time on day 0
        (course(**YESTERDAY), (1,), 4),  # in time on days 0, 1, 2; late on days 3 to 6
        (course(last_day=-9, last_min=-9 * DAY), (2,), 2 + 3),  # days before day 0 do not count
        (course(last_day=-2, last_min=-2 * DAY), (0,), 5),  # the last day in time is the day before
    ],
)
def test_a_day_is_late_when_the_last_session_is_too_long_ago(
    what: Course, days: tuple[int, ...], late: int
) -> None:
    """The day after the window is the first; each weighs what the course weighs."""
    problem = week(what, moments=at(*(NOON + TICK * day for day in days)))

    assert problem.levels([whole(0)] * len(days)).late == late


@pytest.mark.parametrize(
    ("what", "offers", "missing"),
    [
        (daily(), [], 7_000),  # seven days, one whole session each
        (daily(), [whole(0)], 6_000),
        (daily(), [whole(0), piece(0, 400)], 5_600),
        (daily(most=2), [whole(0)], 13_000),  # two a day are wanted
        (course(**WEEKLY), [], 2_000),  # two a week
        (course(**WEEKLY), [whole(0), whole(0)], 0),
        (course(**WEEKLY), [piece(0, 250), None, piece(0, 750)], 1_000),
        (course(), [], 0),  # with a window none is missing: it is late instead
        (course(), [whole(0), whole(0)], 0),
        (course(), [piece(0, 250), None, piece(0, 700)], 750 + 300),  # but no session is short
    ],
)
def test_what_is_not_done_is_missing(
    what: Course, offers: list[Offer | None], missing: int
) -> None:
    """Of what is wanted a day or a week; and of each session of a window."""
    problem = week(what, moments=at(*(NOON + TICK * day for day in range(len(offers)))))

    assert problem.levels(offers).missing == missing


def test_two_weeks_want_twice_as_much() -> None:
    """Fourteen days once; twice a week in two weeks."""
    problem = week(daily(), course(**WEEKLY), days=14)

    assert problem.levels([]).missing == 14_000 + 4_000


@pytest.mark.parametrize(
    ("what", "slots", "off_habit"),
    [
        (course(habit=frozenset({1, 3})), (1, 3), 0),
        (course(habit=frozenset({1, 3})), (3, 4, 5), 2),
        (course(habit=frozenset({1, 3}), weight=5), (4,), 1),  # weights do not matter here
        (course(), (1, 3), 0),  # no habit yet
        (daily(habit=frozenset({1})), (3, 4), 0),  # what is daily has none
        (course(**WEEKLY, habit=frozenset({1})), (2, 3), 2),
    ],
)
def test_a_session_at_another_time_than_the_week_before_is_off_habit(
    what: Course, slots: tuple[int, ...], off_habit: int
) -> None:
    """Each session counts one."""
    hours = [NOON + TICK * day for day in range(len(slots))]
    problem = week(what, moments=at(*hours, slots=slots))

    assert problem.levels([whole(0)] * len(slots)).off_habit == off_habit


@pytest.mark.parametrize(
    ("what", "hours", "uneven"),
    [
        (course(), (12,), 0),  # one session makes no gap
        (course(), (12, 60), 0),  # 48 hours, as is ideal
        (course(), (12, 36), 24**2),
        (course(), (12, 36, 132), 24**2 + 48**2),  # gaps of 24 and 96 hours
        (course(weight=2), (12, 36), 2 * 24**2),
        (course(**YESTERDAY), (12,), 24**2),  # 24 hours after the session before day 0
        (course(**YESTERDAY), (35,), 1),  # 47 hours
        (course(last_day=-2, last_min=-HOUR * 40 - 29), (8,), 0),  # 48 h 29 min is 48 hours
        (course(last_day=-2, last_min=-HOUR * 40 - 30), (8,), 1),  # from half an hour on it is 49
    ],
)
def test_a_gap_counts_the_square_of_its_distance_from_the_ideal_one(
    what: Course, hours: tuple[int, ...], uneven: int
) -> None:
    """In whole hours, history included."""
    problem = week(what, moments=at(*hours))

    assert problem.levels([whole(0)] * len(hours)).uneven == uneven


TWO_DAYS = ((48 * HOUR, 0), (0, 0))
"""The first load rests for two days, the second not at all."""
EACH_OTHER = ((0, 48 * HOUR), (48 * HOUR, 0))
"""Each may be repeated at once, but not within two days of the other."""


@pytest.mark.parametrize(
    ("offers", "apart", "lost"),
    [
        ([whole(0), None, whole(0)], TWO_DAYS, 0),  # two days later it is rested
        ([whole(0), whole(0)], TWO_DAYS, 300),  # a day later the first load is not
        ([whole(0), whole(0), whole(0)], TWO_DAYS, 300),  # what was left out tires nobody
        ([whole(0), whole(0), whole(0), whole(0)], TWO_DAYS, 2 * 300),
        ([whole(0), piece(0, 500)], TWO_DAYS, 0),  # a piece takes what is rested
        ([whole(0), piece(0, 500), whole(0)], TWO_DAYS, 0),  # and tires nothing else
        ([piece(0, 500), whole(0)], TWO_DAYS, 300),  # but what it takes must rest
        ([whole(0)], EACH_OTHER, 0),  # within a session loads do not disturb each other
        ([whole(0), whole(0)], EACH_OTHER, 300 + 50),  # each is too near to the other's
    ],
)
def test_a_whole_session_lacks_what_must_rest(
    offers: list[Offer | None], apart: tuple[tuple[int, ...], ...], lost: int
) -> None:
    """A course of two loads, 300 and 50 thousandths of it, done day by day."""
    hours = [NOON + TICK * day for day in range(len(offers))]
    problem = week(tiring(300, 50), moments=at(*hours), apart_min=apart)

    assert problem.levels(offers).missing == lost + (500 if piece(0, 500) in offers else 0)


@pytest.mark.parametrize(("hours_ago", "lost"), [(35, 300), (36, 0), (400, 0)])
def test_a_load_rests_from_history_too(hours_ago: int, lost: int) -> None:
    """The first moment is twelve hours into the first day; two days must have passed."""
    before = (NOON - 12 - hours_ago) * HOUR
    problem = week(
        tiring(300, 50), moments=at(NOON), apart_min=TWO_DAYS, loaded_min=(before, before)
    )

    assert problem.levels([whole(0)]).missing == lost


@pytest.mark.parametrize(
    ("offer", "share", "is_refused"),
    [
        (whole(0), 1_000, True),  # it is all there is
        (whole(0), 999, False),  # something is left
        (piece(0, 500), 1_000, False),  # a piece takes what is rested, if only little
    ],
)
def test_a_whole_session_of_which_nothing_is_left_is_refused(
    offer: Offer, share: int, is_refused: bool
) -> None:
    """Twelve hours after the load was done it must rest for two days."""
    problem = week(
        tiring(share, id="pulls"), moments=at(NOON), apart_min=((48 * HOUR,),), loaded_min=(0,)
    )

    if is_refused:
        with pytest.raises(InvalidValueError, match="pulls must be rested"):
            problem.levels([offer])
    else:
        assert problem.levels([offer])


def test_one_course_tires_another() -> None:
    """Their loads share muscles: the second lacks its own on the day after the first."""
    other = course(loads=(Load(id=1, share=200),))
    hours = (12, 36, 60)
    problem = week(tiring(300), other, moments=at(*hours), apart_min=EACH_OTHER)

    assert problem.levels([whole(0), whole(1), None]).missing == 200
    assert problem.levels([whole(0), None, whole(1)]).missing == 0
    assert problem.levels([whole(0, 1), None, None]).missing == 0


def test_courses_are_added_up_and_levels_stay_apart() -> None:
    """Two courses, three sessions: every number of the week by hand."""
    first = course(weight=2, habit=frozenset({0}))
    second = daily(most=1)
    problem = week(first, second, moments=at(12, 36, 60))

    levels = problem.levels([whole(0, 1), whole(1), piece(0, 800)])

    assert levels == Levels(
        late=2 * 3 + 5,  # the first is late from day 4, the second from day 2
        missing=200 + 5_000,  # a fifth of the first; five days of the second
        off_habit=1,  # the first at the third slot
        uneven=0,  # 48 hours for the first, 24 for the second
    )


@pytest.mark.parametrize(
    ("what", "hours", "said"),
    [
        (
            course(id="pulls", gap_min=48 * HOUR),
            (12, 59),
            r"pulls .* of 2880 minutes, got \[2820\]",
        ),
        (
            course(id="pulls", gap_min=25 * HOUR, **YESTERDAY),
            (12,),
            r"pulls .* of 1500 minutes, got \[1440\]",
        ),
        (daily(id="neck"), (12, 18), r"neck must be 1 a day, got \[0, 0\]"),
        (course(id="twice", **WEEKLY), (12, 18, 60), r"twice must be 2 a week, got \[0, 0, 0\]"),
    ],
)
def test_a_schedule_that_breaks_a_gap_or_a_cap_is_refused(
    what: Course, hours: tuple[int, ...], said: str
) -> None:
    """It is worth nothing, and the message names the course and shows what breaks it."""
    problem = week(what, moments=at(*hours))

    with pytest.raises(InvalidValueError, match=said):
        problem.levels([whole(0)] * len(hours))


@pytest.mark.parametrize(
    ("what", "hours"),
    [
        (course(gap_min=48 * HOUR), (12, 60)),
        (course(gap_min=24 * HOUR, **YESTERDAY), (12,)),
        (daily(), (12, 36)),
        (course(**WEEKLY), (12, 18)),
        (course(), (12, 13, 14)),  # a window has no cap
    ],
)
def test_a_schedule_may_go_to_the_limit(what: Course, hours: tuple[int, ...]) -> None:
    """A gap of just the minutes, a cap just full."""
    problem = week(what, moments=at(*hours))

    assert problem.levels([whole(0)] * len(hours))


def test_a_week_ends_on_its_seventh_day() -> None:
    """Twice a week: two in the first week and two in the second."""
    problem = week(course(**WEEKLY), days=14, moments=at(12, 6 * 24, 7 * 24, 8 * 24))

    assert problem.levels([whole(0)] * 4).missing == 0


ALL_DAY = ((24 * HOUR, 0), (0, 24 * HOUR))
"""Two loads that each must rest for a day, and do not disturb each other."""


def test_two_loads_that_together_are_all_of_a_course_leave_nothing() -> None:
    """Half of it is one muscle group, half the other, and both are tired."""
    problem = week(
        tiring(500, 500),
        moments=at(6, 12, offers=[whole(0)]),
        apart_min=ALL_DAY,
        loaded_min=(-HOUR, -HOUR),
    )

    with pytest.raises(InvalidValueError, match="course must be rested where nothing else is left"):
        problem.levels([whole(0), None])
    assert solve(problem).schedule == (None, None)


def test_two_loads_that_leave_something_are_lost_together() -> None:
    """A thousandth is something."""
    problem = week(
        tiring(500, 499), moments=at(6, offers=[whole(0)]), apart_min=ALL_DAY, loaded_min=(-1, -1)
    )

    assert problem.levels([whole(0)]).missing == 999


def test_a_part_tires_and_lacks_only_what_it_holds() -> None:
    """At the office the first load cannot be done: there it is neither lost nor loaded."""
    there = holding(0, 700, Load(id=1, share=200))
    problem = week(
        tiring(300, 200),
        moments=(*at(6, offers=[there]), *at(12, offers=[whole(0)])),
        apart_min=ALL_DAY,
        loaded_min=(-HOUR, None),
    )

    assert problem.levels([there, None]).missing == 300  # it holds 700 of a whole session
    assert problem.levels([there, whole(0)]).missing == 300 + 300 + 200  # both tired by noon
    assert problem.levels([None, whole(0)]).missing == 300
