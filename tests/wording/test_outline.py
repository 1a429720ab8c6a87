"""What repeats itself in a plan is told once, and told right."""

from __future__ import annotations

from datetime import date, time, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.model import (
    Cadence,
    Day,
    Exercise,
    ExerciseId,
    Finding,
    Plan,
    Routine,
    RoutineId,
    RuleId,
    Session,
    SessionId,
    Severity,
    SourceId,
    Stage,
    Step,
    StepPhase,
)
from spinecare.wording import (
    Group,
    Run,
    Subject,
    break_patterns,
    groups,
    places_text,
    remarks,
    sides_alternate,
    title_of,
    used_exercises,
    used_sources,
    week_outlines,
)
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import (
    build_plan,
    desk_breaks,
    empty_plan,
    press,
    pulls,
    resting,
    rotation,
    sample_plan,
    session,
    shrugs,
    stretch,
)

MONDAY = date(2026, 11, 23)


def _plan_of(*sessions: tuple[Step, ...]) -> Plan:
    """Return a plan of one week or more with a session on each of its first days."""
    by_day = {MONDAY + timedelta(days=day): steps for day, steps in enumerate(sessions)}

    def fill(day: date) -> Day:
        return Day(
            date=day, sessions=(session(day, "07:00", by_day[day]),) if day in by_day else ()
        )

    return build_plan(fill, weeks=-(-len(sessions) // 7))


def _sheets(plan: Plan) -> list[tuple[str, str | None]]:
    return [(sheet.letter, sheet.like) for week in week_outlines(plan) for sheet in week.new]


def _hold(exercise: str, seconds: float = 5) -> Step:
    return Step(
        exercise=ExerciseId(exercise),
        sides=("both",),
        hold_s=seconds,
        phases=(StepPhase(kind="stretch", role="neutral", seconds=seconds),),
    )


def test_sessions_that_differ_in_the_starting_side_share_a_sheet() -> None:
    """The sitting says in which steps the other side starts."""
    plan = _plan_of((press(), rotation("left")), (press(), rotation("right")))

    (week,) = week_outlines(plan)

    assert len(week.new) == 1
    assert [sitting.other_side for sitting in week.sittings] == [(), (2,)]


def test_a_session_is_new_only_once_though_its_steps_are_new_only_once() -> None:
    """That a step was new the first time makes no other session of it."""
    first = attrs.evolve(rotation(), is_new=True)
    later = attrs.evolve(rotation(), is_new=False)

    assert _sheets(_plan_of((first,), (later,))) == [("A", None)]


@pytest.mark.parametrize(
    "other",
    [
        attrs.evolve(pulls(), sets=3),
        attrs.evolve(pulls(), rest_s=60),
        attrs.evolve(pulls(), is_reduced=True),
        attrs.evolve(pulls(), notes=("slowly",)),
        attrs.evolve(pulls(), mass_kg=1.0),
        attrs.evolve(pulls(), purpose="opening"),
    ],
)
def test_a_session_with_another_dose_or_note_is_another_session(other: Step) -> None:
    """Whatever a person has to do differently is told."""
    assert len(_sheets(_plan_of((pulls(),), (other,)))) == 2


def test_a_session_that_shares_most_steps_is_told_by_the_difference() -> None:
    """Runs of shared steps name their numbers in the other session."""
    plan = _plan_of(
        (press(), rotation("left"), shrugs()),
        (press(), rotation("right"), pulls(), shrugs()),
    )

    (week,) = week_outlines(plan)

    sheet = week.new[1]
    assert sheet.like == "A"
    assert sheet.runs == (
        Run(own=(1, 2), like=(1, 2)),
        Run(own=(3,)),
        Run(own=(4,), like=(3,)),
    )
    assert sheet.other_side == (2,)


def test_steps_in_a_row_that_are_new_are_one_run() -> None:
    """So are shared ones only while both count on by one."""
    plan = _plan_of(
        (press(), pulls(), shrugs(), rotation()),
        (press(), shrugs(), rotation(), _hold("lying-04-figure-four"), stretch()),
    )

    (week,) = week_outlines(plan)

    assert week.new[1].runs == (
        Run(own=(1,), like=(1,)),
        Run(own=(2, 3), like=(3, 4)),
        Run(own=(4, 5)),
    )


def test_a_session_that_shares_little_is_told_in_full() -> None:
    """Fewer than half of its steps are not worth turning the page for."""
    plan = _plan_of((press(),), (press(), pulls(), shrugs()), ())

    assert _sheets(plan) == [("A", None), ("B", None), ("C", None)]


def test_a_session_is_compared_with_the_one_that_shares_most() -> None:
    """And only with sessions that are told in full."""
    plan = _plan_of(
        (press(), shrugs()),
        (pulls(), rotation(), stretch(), shrugs()),
        (pulls(), rotation(), stretch(), press()),
        (pulls(), rotation(), shrugs(), press()),
    )

    assert _sheets(plan) == [("A", None), ("B", None), ("C", "B"), ("D", "B")]


def test_the_twenty_seventh_session_is_called_aa() -> None:
    """Letters go on as columns of a table do."""
    plan = _plan_of(*[(_hold("neck-4-front", seconds),) for seconds in range(1, 30)])

    assert [letter for letter, _ in _sheets(plan)][25:] == ["Z", "AA", "AB", "AC"]


def test_resting_poses_stand_with_the_step_they_answer() -> None:
    """One that answers nothing stands alone."""
    alone, told = groups(_plan_of((resting(), press(), resting())).sessions[0])

    assert (alone.number, alone.step) == (1, resting())
    assert told == Group(number=2, step=press(), rests=(resting(),))


def test_a_row_that_is_done_again_is_told_once() -> None:
    """With the number of times, and only as long as it is the same."""
    row = (_hold("lying-09a"), _hold("lying-09b"))
    day = _plan_of((press(), *row, *row, *row, *row[:1], pulls()))

    told = groups(day.sessions[0])

    assert [group.step.exercise for group in told] == [
        "neck-4-front",
        "lying-09a",
        "lying-09b",
        "lying-09a",
        "pulse-pull-up",
    ]
    assert [(group.again_from, group.times) for group in told] == [
        (None, 1),
        (None, 1),
        (2, 3),
        (None, 1),
        (None, 1),
    ]


@given(st.lists(st.sampled_from("abc"), max_size=14))
def test_telling_a_row_once_loses_no_step(names: list[str]) -> None:
    """Doing what the groups say gives the steps of the session, in order."""
    told = groups(_plan_of(tuple(_hold(name) for name in names)).sessions[0])

    done: list[str] = []
    for group in told:
        done.append(group.step.exercise)
        if group.again_from is not None:
            row = [other.step.exercise for other in told[group.again_from - 1 : group.number]]
            done += row * (group.times - 1)
    assert done == names


@given(st.lists(st.lists(st.sampled_from("abcde"), max_size=6), min_size=1, max_size=7))
def test_a_sheet_told_by_another_says_the_same_steps(days: list[list[str]]) -> None:
    """Putting the runs together with the other sheet gives the session."""
    plan = _plan_of(*[tuple(_hold(name) for name in names) for names in days])
    sheets = {sheet.letter: sheet for week in week_outlines(plan) for sheet in week.new}

    for sheet in sheets.values():
        if sheet.like is not None:
            numbers = [number for run in sheet.runs for number in run.own]
            assert numbers == [group.number for group in sheet.groups]
        for run in sheet.runs:
            base = sheets[sheet.like or ""].groups
            for own, like in zip(run.own, run.like, strict=False):
                same = (sheet.groups[own - 1], base[like - 1])
                assert same[0].step == same[1].step
                assert same[0].times == same[1].times


def test_a_week_that_is_the_same_repeats_the_first_such_week() -> None:
    """Weekdays, times, places, steps and sides alike."""
    outlines = week_outlines(sample_plan(5))

    assert [week.repeats for week in outlines] == [None, None, 1, 2, 1]


def test_weeks_without_a_session_repeat_nothing() -> None:
    """They say so themselves."""
    plan = build_plan(lambda day: Day(date=day), weeks=2)

    assert [week.repeats for week in week_outlines(plan)] == [None, None]


@pytest.mark.parametrize(
    ("start", "place", "minutes"), [("07:30", "home", 20), ("07:00", "office", 20)]
)
def test_a_week_with_another_time_or_place_is_told(start: str, place: str, minutes: float) -> None:
    """Even where the steps are the same."""

    def fill(day: date) -> Day:
        if day == MONDAY:
            return Day(date=day, sessions=(session(day, "07:00", (press(),)),))
        if day == MONDAY + timedelta(days=7):
            later = session(day, start, (press(),), place=place, minutes=minutes)
            return Day(date=day, sessions=(later,))
        return Day(date=day)

    assert week_outlines(build_plan(fill, weeks=2))[1].repeats is None


def test_sides_alternate_when_each_exercise_begins_with_the_other_side() -> None:
    """Each exercise by itself, from session to session."""
    alternating = _plan_of((rotation("left"),), (stretch("left"),), (rotation("right"), pulls()))
    twice_left = _plan_of((rotation("left"),), (stretch("left"),), (rotation("left"),))

    assert sides_alternate(alternating)
    assert not sides_alternate(twice_left)


def test_sides_do_not_alternate_when_they_change_inside_a_session() -> None:
    """A row that is done again keeps its side."""
    assert sides_alternate(_plan_of((rotation("left"), press(), rotation("left"))))
    assert not sides_alternate(_plan_of((rotation("left"), press(), rotation("right"))))


def _finding(subject: str, place: str, reason: str, rule: str = "a-rule", **fields: str) -> Finding:
    severity = fields.pop("severity", "note")
    return Finding(
        rule=RuleId(rule), severity=severity, subject=subject, place=place, reason=reason, **fields
    )


def _with(*findings: Finding) -> Plan:
    return attrs.evolve(sample_plan(), findings=findings)


def test_findings_that_repeat_themselves_are_told_once_with_their_places() -> None:
    """Each place once, in order; other severities stay apart."""
    plan = _with(
        _finding("neck", "2026-11-23", "There was no slot."),
        _finding("neck", "2026-11-24", "There was no slot."),
        _finding("neck", "2026-11-24", "There was no slot."),
        _finding("neck", "", "There was no slot.", severity="changed"),
    )

    (remark,) = remarks(plan, Severity.NOTE)

    places = ("2026-11-23", "2026-11-24")
    assert remark.subjects == (Subject(id="neck", title="Neck exercises", places=places),)
    assert (remark.reason, remark.follows_name) == ("There was no slot.", False)


def test_findings_that_say_the_same_of_several_exercises_are_told_once() -> None:
    """Their names are taken out of the sentence."""
    plan = _with(
        _finding("neck-4-front", "", "Neck press against the hand, front is done gently."),
        _finding("pulse-pull-up", "", "Pulse pull-up is done gently."),
        _finding("neck-7-shrug", "", "Shoulder shrug with dumbbells is left out."),
    )

    first, second = remarks(plan, Severity.NOTE)

    assert [subject.title for subject in first.subjects] == [
        "Neck press against the hand, front",
        "Pulse pull-up",
    ]
    assert (first.reason, first.follows_name) == ("is done gently.", True)
    assert [subject.id for subject in second.subjects] == ["neck-7-shrug"]


def test_findings_with_another_rule_or_concession_stay_apart() -> None:
    """What would change them differs."""
    plan = _with(
        _finding("neck", "", "No slot."),
        _finding("neck", "", "No slot.", rule="another-rule"),
        _finding("neck", "", "No slot.", concession="5 more minutes"),
    )

    assert len(remarks(plan, Severity.NOTE)) == 3


def test_a_subject_that_the_plan_does_not_hold_has_no_title() -> None:
    """Its reason names it."""
    (remark,) = remarks(_with(_finding("magic-towel", "", "The towel is left out.")), Severity.NOTE)

    assert remark.subjects == (Subject(id="magic-towel", title=""),)
    assert remark.follows_name is False


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("neck-2-rotation", "Neck rotation"),
        ("neck", "Neck exercises"),
        ("life-pillow", "The pillow"),
        ("s-20261123-0700", "The session of Mon 23 Nov 07:00"),
        ("magic-towel", "Magic towel"),
    ],
)
def test_everything_has_a_title(id: str, title: str) -> None:
    """Its name, or the words of its id."""
    assert title_of(sample_plan(), id) == title


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ((), ""),
        (("2026-11-24",), "Tue 24 Nov"),
        (("2026-11-23", "2026-11-30"), "Mon"),
        (("2027-11-24",), "Wed 24 Nov"),
        (("week 2",), "week 2"),
        (("week 1", "week 3"), "weeks 1 and 3"),
        (("week 1", "week 3", "week 2"), "weeks 1 to 3"),
        (("week 1", "week 2"), "weeks 1 and 2"),
        (("s-20261123-0700",), "Mon 23 Nov 07:00"),
        (("the attic", "week 1"), "week 1 and the attic"),
    ],
)
def test_places_are_said_in_few_words(places: tuple[str, ...], text: str) -> None:
    """Dates, weeks, sessions, and whatever else a rule calls a place."""
    assert places_text(sample_plan(2), places) == text


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
    plan = _plan_of((_hold("unheard-of"),))

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


def test_a_session_of_another_routine_is_another_session() -> None:
    """Its heading would be wrong otherwise."""
    mine = _plan_of((press(),), (press(),))
    first, second = mine.sessions
    other = Session(
        id=SessionId("other"),
        date=second.date,
        start=second.start,
        minutes=20,
        routines=(RoutineId("lying"),),
        steps=second.steps,
    )
    week = mine.weeks[0]
    tuesday = attrs.evolve(week.days[1], sessions=(other,))
    plan = attrs.evolve(
        mine, weeks=(attrs.evolve(week, days=(week.days[0], tuesday, *week.days[2:])),)
    )

    assert first.steps == other.steps
    assert [letter for letter, _ in _sheets(plan)] == ["A", "B"]
