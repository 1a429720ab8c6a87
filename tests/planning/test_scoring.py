"""The score of a plan: each level counted by hand on small plans, and where it is counted."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from attrs import evolve

from spinecare import score as public_score
from spinecare.codec import from_data, to_data
from spinecare.model import (
    Finding,
    Level,
    Plan,
    Pose,
    Purpose,
    RuleId,
    Session,
    Severity,
)
from spinecare.planning.scoring import LEVELS, Score, ScoreLine, score
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    person,
    planned,
    step_of,
    with_entries,
)
from tests.planning.scored import (
    DAILY,
    DEFAULT,
    FEET,
    KNEES,
    PULLS,
    TWICE,
    lines,
    plan_of,
    sitting,
)


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
    lies = evolve(CATALOGUE.entry(KNEES), start=Pose(position="supine"))
    lying = evolve(plan, catalogue=with_entries(lies, catalogue=plan.catalogue))

    assert str(score(lying)).split("\n")[-1] == (
        "        1  position-changes: changes of body position inside sessions"
    )
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


def test_a_beginner_is_wished_only_what_every_week_has_room_for() -> None:
    """72 hours after strength work: two sessions a week, so a week with two lacks nothing."""
    who = person(
        routines=["upper-back"],
        availability="daily 18:00 60 min",
        level="beginner",
        pain=0,
        tense=[],
        tried=CATALOGUE.routine("upper-back").entries,
    )
    plan = planned(who, weeks=2)

    assert score(plan, level=Level.BEGINNER).missing == 0
    assert score(plan).missing == 2 * 1000
