"""The score of a plan: each level counted by hand on small plans, and where it is counted."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from attrs import evolve

from spinecare import score as public_score
from spinecare.codec import from_data, to_data
from spinecare.model import (
    Catalogue,
    Day,
    Finding,
    Plan,
    Purpose,
    RuleId,
    Session,
    SessionId,
    Severity,
    Span,
    WeeklyPlan,
)
from spinecare.planning.scoring import LEVELS, Score, ScoreLine, score
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    own_routine,
    person,
    planned,
    step_of,
    with_routines,
)

FEET, KNEES = "wushu-foot-rotation", "wushu-knee-rotation"
PULLS, TWICE, DAILY, DEFAULT = "pulse-pull-ups", "upper-back", "wushu-morning", "extra-stretches"
SMALL = with_routines(
    own_routine(PULLS, FEET, KNEES),
    own_routine(TWICE, FEET, KNEES),
    own_routine(DAILY, FEET, KNEES),
    own_routine(DEFAULT, FEET, KNEES),
    own_routine("neck", FEET, KNEES),
)
"""Routines of two standing circles each: a window, 2-3 a week, daily, daily by default, 2 a day."""


def sitting(day: int, at: str, *routines: str, only: str = "", start: date = MONDAY) -> Session:
    """Return a session of routines, whole or one exercise of each."""
    ids = [only] if only else [FEET, KNEES]
    on = start + timedelta(days=day)
    return Session(
        id=SessionId(f"{on}-{at.replace(':', '')}"),
        date=on,
        start=time.fromisoformat(at),
        minutes=30,
        routines=routines,
        steps=tuple(step_of(id, routine) for routine in routines for id in ids),
    )


def plan_of(
    routines: list[str],
    *sittings: Session,
    weeks: int = 1,
    catalogue: Catalogue = SMALL,
    start: date = MONDAY,
    **changes: Any,
) -> Plan:
    """Return a plan of sessions, in UTC unless said otherwise."""
    days = [start + timedelta(days=number) for number in range(7 * weeks)]
    held = {day: tuple(one for one in sittings if one.date == day) for day in days}
    fields: dict[str, Any] = {
        "id": "own",
        "start": start,
        "timezone": "UTC",
        "updated_at": datetime(2026, 11, 22, tzinfo=UTC),
        "routines": routines,
        "weeks": tuple(
            WeeklyPlan(
                number=week + 1,
                days=tuple(Day(date=d, sessions=held[d]) for d in days[7 * week : 7 * week + 7]),
            )
            for week in range(weeks)
        ),
        "catalogue": catalogue,
    }
    return Plan(**{**fields, **changes})


def lines(plan: Plan, level: str) -> list[tuple[str, str, int]]:
    """Return what a plan counts at a level, place by place."""
    return [(one.subject, one.place, one.value) for one in score(plan).lines if one.level == level]


def test_a_plan_that_lacks_nothing_scores_nothing() -> None:
    """Daily circles at the same time of day, whole, in one position."""
    plan = plan_of([DAILY], *(sitting(day, "18:00", DAILY) for day in range(7)))

    assert score(plan) == Score(late=0, missing=0, off_habit=0, uneven=0, position_changes=0)
    assert score(plan).lines == ()


def test_a_plan_without_sessions_is_late_from_the_first_day_and_lacks_all() -> None:
    """What was never done is due at once: seven days, and a whole routine for each."""
    found = score(plan_of([DAILY]))

    assert found.levels == (7, 7000, 0, 0, 0)
    assert found.lines[0] == ScoreLine(level="late", subject=DAILY, place="end", value=7)
    assert [line.place for line in found.lines[1:]] == [
        (MONDAY + timedelta(days=day)).isoformat() for day in range(7)
    ]


@pytest.mark.parametrize(
    ("routine", "done", "late"),
    [
        (DAILY, [0, 3], [("2026-11-26", 2), ("end", 3)]),  # in time on the day after
        (DEFAULT, [0, 3], [("end", 1)]),  # three days a week will do
        (TWICE, [1, 5], [("2026-11-24", 1)]),  # half a week, in whole days: four
        (PULLS, [2], [("2026-11-25", 2)]),  # eight days
    ],
)
def test_days_past_the_latest_are_late(
    routine: str, done: list[int], late: list[tuple[str, int]]
) -> None:
    """Counted where the routine comes at last, or at the end of the plan."""
    plan = plan_of([routine], *(sitting(day, "18:00", routine) for day in done))

    assert lines(plan, "late") == [(routine, place, days) for place, days in late]


def test_the_first_of_the_wished_routines_weighs_the_most() -> None:
    """Of two the first counts twice; what has no dates does not count among them."""
    plan = plan_of([DAILY, "desk-breaks", PULLS])

    assert lines(plan, "late") == [(DAILY, "end", 14), (PULLS, "end", 7)]


def test_what_is_missing_counts_by_the_day_by_the_week_and_by_the_window() -> None:
    """Half a routine each: of every day, of three times a week, and of what is done of a window."""
    daily = plan_of([DAILY], *(sitting(day, "18:00", DAILY, only=FEET) for day in range(7)))
    weekly = plan_of([TWICE], sitting(0, "18:00", TWICE), sitting(3, "18:00", TWICE, only=FEET))
    pulls = plan_of([PULLS], sitting(0, "18:00", PULLS, only=FEET))
    neck = plan_of(["neck"], *(sitting(day, "08:00", "neck") for day in range(7)))

    assert [value for _, _, value in lines(daily, "missing")] == [500] * 7
    assert lines(weekly, "missing") == [(TWICE, "2026-11-23", 1500)]
    assert lines(pulls, "missing") == [(PULLS, "2026-11-23", 500)]
    assert [value for _, _, value in lines(neck, "missing")] == [1000] * 7


def test_more_than_is_wanted_does_not_make_up_for_another_day() -> None:
    """Twice on Monday is no Tuesday."""
    twice = [sitting(0, "08:00", DAILY), sitting(0, "18:00", DAILY)]
    plan = plan_of([DAILY], *twice, *(sitting(day, "18:00", DAILY) for day in range(2, 7)))

    assert lines(plan, "missing") == [(DAILY, "2026-11-24", 1000)]


@pytest.mark.parametrize(
    ("rule", "severity", "missing"),
    [
        ("equipment", Severity.LEFT_OUT, 0),
        ("on-request", Severity.NOTE, 0),
        ("time", Severity.NOT_FITTED, 500),
        ("condition-caution", Severity.CHANGED, 500),
    ],
)
def test_what_the_findings_leave_out_is_not_wanted(
    rule: str, severity: Severity, missing: int
) -> None:
    """What only found no place is."""
    finding = Finding(rule=RuleId(rule), severity=severity, subject=KNEES, reason="so it is.")
    plan = plan_of([PULLS], sitting(0, "18:00", PULLS, only=FEET), findings=(finding,))

    assert score(plan).missing == missing


def test_a_routine_of_which_nothing_is_wanted_counts_nowhere() -> None:
    """Not even as late; it keeps its weight in the order of the wish."""
    gone = [
        Finding(rule=RuleId("equipment"), severity=Severity.LEFT_OUT, subject=id, reason="no.")
        for id in (FEET, KNEES)
    ]

    assert score(plan_of([DAILY], findings=tuple(gone))).levels == (0, 0, 0, 0, 0)


def test_what_is_done_beside_a_routine_does_not_count_for_it() -> None:
    """Another routine's circles, and what the planner added."""
    added = evolve(
        sitting(0, "18:00", PULLS, only=FEET),
        steps=(
            step_of(FEET, PULLS),
            step_of(KNEES, DAILY),
            step_of(KNEES, PULLS, purpose=Purpose.OPENING),
        ),
    )

    assert lines(plan_of([PULLS], added), "missing") == [(PULLS, "2026-11-23", 500)]


def test_another_weekday_or_time_than_the_week_before_is_off_habit() -> None:
    """The first week sets the habit; daily things have none."""
    first = [sitting(0, "18:00", TWICE), sitting(3, "18:00", TWICE)]
    week = [sitting(7, "18:00", TWICE), sitting(10, "18:30", TWICE), sitting(12, "18:00", TWICE)]
    daily = [sitting(day, "18:00" if day % 2 else "08:00", DAILY) for day in range(14)]

    assert lines(plan_of([TWICE], *first), "off-habit") == []
    assert lines(plan_of([TWICE], *first, *week, weeks=2), "off-habit") == [
        (TWICE, "2026-12-03", 1),
        (TWICE, "2026-12-05", 1),
    ]
    assert score(plan_of([DAILY], *daily, weeks=2)).off_habit == 0


def test_a_habit_outlasts_a_gap_longer_than_a_week() -> None:
    """Pull-ups eight days after are on another weekday, and so are those after weeks off."""
    near = plan_of([PULLS], sitting(0, "18:00", PULLS), sitting(8, "18:00", PULLS), weeks=2)
    far = plan_of([PULLS], sitting(0, "18:00", PULLS), sitting(22, "18:00", PULLS), weeks=4)
    back = plan_of([PULLS], sitting(0, "18:00", PULLS), sitting(21, "18:00", PULLS), weeks=4)

    assert [score(plan).off_habit for plan in (near, far, back)] == [1, 1, 0]


def test_only_the_week_that_the_last_session_ends_is_the_habit() -> None:
    """The Wednesday of the first week is forgotten after a second without it."""
    days = [2, 7, 10, 16]
    plan = plan_of([TWICE], *(sitting(day, "18:00", TWICE) for day in days), weeks=3)

    assert [place for _, place, _ in lines(plan, "off-habit")] == [
        *("2026-11-30", "2026-12-03", "2026-12-09"),
    ]


def test_gaps_count_by_their_squared_distance_from_the_ideal_in_real_hours() -> None:
    """Pull-ups ideally after 151 h; a day of 23 hours is one hour less."""
    plan = plan_of([PULLS, DAILY], sitting(0, "18:00", PULLS), sitting(7, "18:30", PULLS), weeks=2)
    spring = date(2026, 3, 23)
    short = plan_of(
        [DAILY],
        sitting(5, "18:00", DAILY, start=spring),
        sitting(6, "18:00", DAILY, start=spring),
        start=spring,
        timezone="Europe/Berlin",
    )

    assert lines(plan, "uneven") == [(PULLS, "2026-11-30", 2 * (169 - 151) ** 2)]  # half an hour up
    assert lines(short, "uneven") == [(DAILY, "2026-03-29", 1)]


def test_a_window_around_another_peak_has_its_middle_for_ideal() -> None:
    """Ten to fourteen days: twelve."""
    pulls = SMALL.routine(PULLS)
    rare = evolve(pulls, cadence=evolve(pulls.cadence, window_days=Span(low=10.0, high=14.0)))
    catalogue = with_routines(rare, catalogue=SMALL)
    held = (sitting(0, "18:00", PULLS), sitting(13, "18:00", PULLS))

    plan = plan_of([PULLS], *held, weeks=2, catalogue=catalogue)

    assert lines(plan, "uneven") == [(PULLS, "2026-12-06", 24**2)]
    assert score(plan).late == 0


def test_changes_of_position_are_counted_inside_each_session() -> None:
    """From standing to the back and up again; what an exercise ends in counts, not its start."""
    lying = evolve(
        sitting(0, "18:00", PULLS),
        steps=(
            step_of(FEET, PULLS),
            step_of("yoga-corpse-pose", purpose=Purpose.CLOSING),
            step_of("transition-roll-and-rise", purpose=Purpose.WAY_UP),
            step_of(KNEES, PULLS),
        ),
    )
    plan = plan_of([PULLS], lying)

    changes = sum(
        (one.end or one.start).position is not other.start.position
        for one, other in [
            (CATALOGUE.entry(FEET), CATALOGUE.entry("yoga-corpse-pose")),
            (CATALOGUE.entry("yoga-corpse-pose"), CATALOGUE.entry("transition-roll-and-rise")),
            (CATALOGUE.entry("transition-roll-and-rise"), CATALOGUE.entry(KNEES)),
        ]
    )
    assert 1 <= changes < 3
    assert lines(plan, "position-changes") == [(lying.id, lying.id, changes)]


def test_lines_stand_in_the_order_of_the_levels_then_of_the_wish_then_of_the_days() -> None:
    """And add up to the numbers."""
    plan = plan_of([DAILY, PULLS], sitting(2, "18:00", PULLS), sitting(9, "20:00", PULLS), weeks=2)

    found = score(plan)

    order = list(LEVELS)
    assert [order.index(line.level) for line in found.lines] == sorted(
        order.index(line.level) for line in found.lines
    )
    subjects = [line.subject for line in found.lines if line.level == "late"]
    assert subjects == [DAILY, PULLS]
    for level, value in zip(LEVELS, found.levels, strict=True):
        assert value == sum(line.value for line in found.lines if line.level == level)
    assert all(line.value for line in found.lines)


def test_a_report_says_each_level_and_each_routine_in_it() -> None:
    """One line for each level with its meaning; routines under it, sessions not."""
    plan = plan_of([DAILY, PULLS], sitting(2, "18:00", PULLS))

    assert str(score(plan)).split("\n") == [
        "       16  late: days past a window, each times the weight of the routine",
        "             14  wushu-morning",
        "              2  pulse-pull-ups",
        "     7000  missing: what is wanted and not done, thousandths of a routine",
        "           7000  wushu-morning",
        "        0  off-habit: sessions at another weekday or time than the week before",
        (
            "        0  uneven: squared hours between gap and ideal gap, each times the weight of"
            " the routine"
        ),
        "        0  position-changes: changes of body position inside sessions",
    ]


def test_a_score_is_written_to_json_and_read_back() -> None:
    """Through the codec, as every other value."""
    found = score(plan_of([DAILY, PULLS], sitting(2, "18:00", PULLS)))

    text = json.dumps(to_data(found))

    assert from_data(json.loads(text), Score, what="score") == found


def test_of_two_plans_the_first_level_that_differs_decides() -> None:
    """A late day outweighs any number of missing exercises."""
    early = plan_of([PULLS], sitting(0, "18:00", PULLS, only=FEET))
    late = plan_of([PULLS], sitting(1, "18:00", PULLS))

    assert score(early).levels < score(late).levels
    assert score(early).missing > score(late).missing


def without(plan: Plan, gone: Session) -> Plan:
    """Return a plan without one of its sessions."""
    weeks = [
        evolve(
            week,
            days=tuple(
                evolve(day, sessions=tuple(one for one in day.sessions if one != gone))
                for day in week.days
            ),
        )
        for week in plan.weeks
    ]
    return evolve(plan, weeks=tuple(weeks))


def test_a_made_plan_scores_better_than_the_same_with_a_session_less() -> None:
    """Whichever it is."""
    who = person(routines=[DAILY, DEFAULT, "fitball"], availability="daily 18:00 20 min")
    made = planned(who, weeks=2)

    for session in made.sessions:
        assert score(made).levels < score(without(made, session)).levels, session.id


def test_the_score_is_public_and_of_any_plan() -> None:
    """The one that the package offers."""
    plan = planned(person(goals=["ease-neck"]), weeks=2)

    assert public_score is score
    assert score(plan).levels == score(plan).levels
    assert {line.subject for line in score(plan).lines if line.level == "late"} <= set(
        plan.routines
    )
