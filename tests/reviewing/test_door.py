"""The door: alarms, questions, contradictions, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve

from spinecare.errors import InvalidValueError
from spinecare.model import (
    Done,
    ExerciseId,
    Journal,
    Outcome,
    PastSession,
    Plan,
    Planned,
    Purpose,
    Symptom,
    Urgency,
)
from spinecare.reviewing import MONITORED, STRICT, Course, Standing, review
from tests.export.sample_plans import sample_plan
from tests.planning.builders import opening_at, plan_with, session_at, step_of
from tests.reviewing.builders import BRIDGE, calm, day, entry, journal, skipped

ON = date(2026, 11, 30)


def test_an_empty_journal_says_nothing() -> None:
    """And asks nothing."""
    found = review(Journal(), on=ON)

    assert (found.on, found.policy, found.course) == (ON, STRICT, Course.SILENT)
    told = (found.verdicts, found.alarms, found.weeks, found.contradictions, found.questions)
    assert told == ((),) * 5


def test_a_policy_is_given_by_name_or_by_value() -> None:
    """The strict one is the default."""
    assert review(Journal(), on=ON, policy="monitored").policy is MONITORED
    assert review(Journal(), on=ON, policy=MONITORED).policy is MONITORED


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"journal": [entry(0)]}, "journal must be a Journal"),
        ({"on": datetime(2026, 11, 30, tzinfo=UTC)}, "on must be a date"),
        ({"on": "2026-11-30"}, "on must be a date"),
        ({"policy": "lax"}, "policy must be one of strict, monitored, or a Policy, got 'lax'"),
        ({"policy": ["strict"]}, "policy must be one of strict"),
    ],
)
def test_a_wrong_argument_is_refused_by_name(changed: dict[str, Any], message: str) -> None:
    """Field, expectation and value."""
    arguments: dict[str, Any] = {"journal": Journal(), "on": ON, **changed}

    with pytest.raises(InvalidValueError, match=message):
        review(**arguments)


@pytest.mark.parametrize("symptom", Symptom)
def test_every_sign_says_how_soon_and_what_to_do(symptom: Symptom) -> None:
    """Chest, breath, sight, sudden headache and the tail of the spine are emergencies."""
    alarm = review(journal(entry(0, symptoms=[symptom])), on=day(0)).alarms[0]

    emergencies = {"chest-pain", "breathlessness", "vision-change", "sudden-headache"}
    emergencies |= {"saddle-numbness", "bladder-bowel", "both-legs"}
    is_emergency = symptom.value in emergencies
    assert alarm.urgency is (Urgency.EMERGENCY if is_emergency else Urgency.URGENT)
    assert alarm.what_to_do.startswith("Do not exercise. ")
    assert alarm.what_to_do.endswith("emergency services now.") == is_emergency
    assert ("bladder" in alarm.what_to_do) == (
        symptom.value in {"numbness", "tingling", "weakness", "pain-down-limb"}
    )
    assert ("headache, double vision" in alarm.what_to_do) == (symptom is Symptom.DIZZINESS)


def test_a_sign_is_told_once_a_session_by_day_and_name() -> None:
    """Of the whole session as of an exercise; not before its day."""
    entries = [
        entry(1, symptoms=["tingling"]),
        entry(0, None, symptoms=["weakness", "numbness"]),
        entry(0, symptoms=["numbness"]),
    ]

    found = review(journal(*entries), on=day(1)).alarms
    assert [(alarm.date, alarm.session, alarm.symptom.value) for alarm in found] == [
        (day(0), "s-2026-11-23", "numbness"),
        (day(0), "s-2026-11-23", "weakness"),
        (day(1), "s-2026-11-24", "tingling"),
    ]
    assert len(review(journal(*entries), on=day(0)).alarms) == 2


def mornings(*entries: Any, on: int) -> list[int]:
    """Return the mornings that are asked about, as days counted from the Monday."""
    asked = review(journal(*entries), on=day(on)).questions
    return [(question.morning - day(0)).days for question in asked]


def test_a_morning_is_asked_about_from_its_day_to_a_week_after_the_session() -> None:
    """Later nobody remembers it."""
    evening = entry(0, before=0, during=0, after=0)

    assert [mornings(evening, on=on) for on in (0, 1, 2, 7, 8)] == [[], [1], [1, 2], [1, 2], []]


def test_an_answer_for_the_session_or_for_each_exercise_is_enough() -> None:
    """An exercise that is still silent keeps the question open."""
    bridge, hang = entry(0), entry(0, "bar-hang")
    whole = entry(0, None, done=None, next_morning=1)
    of_bridge = entry(0, BRIDGE, done=None, next_morning=1)
    of_hang = entry(0, "bar-hang", done=None, next_morning=1)

    assert mornings(bridge, hang, whole, on=1) == []
    assert mornings(bridge, hang, of_bridge, on=1) == [1]
    assert mornings(bridge, hang, of_bridge, of_hang, on=1) == []
    assert mornings(bridge, skipped(0, "no-time", "bar-hang"), of_bridge, on=1) == []


def test_a_session_told_of_as_a_whole_is_asked_about_unless_it_was_skipped() -> None:
    """Also where no exercise is named."""
    assert mornings(entry(0, None), on=1) == [1]
    assert mornings(entry(0, None, done=None, before=1), on=1) == [1]
    assert mornings(skipped(0, "travel", None), on=1) == []
    assert mornings(entry(0, None, next_morning=1), on=1) == []


def test_what_was_skipped_though_it_was_felt_is_asked_about() -> None:
    """It was begun: its mornings may tell."""
    felt = Done(outcome="skipped", reason="pain")

    assert mornings(entry(0, None, done=felt, during=4), on=1) == [1]
    assert mornings(entry(0, done=felt, during=4), on=1) == [1]


def planned(*days: int) -> Plan:
    """Return a plan of bridges on days; those before the Monday are remembered only."""
    sessions = [
        session_at(opening_at(24 * number + 18), step_of(BRIDGE, "neck")) for number in days
    ]
    past = tuple(PastSession.of(one, "UTC") for one in sessions if one.date < day(0))
    return evolve(plan_with(*(one for one in sessions if one.date >= day(0))), past=past)


def test_a_planned_session_nothing_is_noted_of_is_asked_about_for_a_week() -> None:
    """From the day after it on, also where the plan only remembers it."""
    plan = planned(-2, 0, 1, 3)
    noted = journal(entry(0, None, session=plan.sessions[0].id))

    def asked(on: int, *, with_plan: bool = True) -> list[int]:
        found = review(noted, on=day(on), plan=plan if with_plan else None).unnoted
        return [(one.date - day(0)).days for one in found]

    assert [asked(on) for on in (-2, -1, 1, 2, 5, 6, 8, 11)] == [
        *([], [-2], [-2], [-2, 1], [-2, 1, 3], [1, 3], [1, 3], []),
    ]
    assert asked(2, with_plan=False) == []


def test_a_session_done_later_than_planned_is_asked_about_until_then() -> None:
    """Day by day it is as if the journal were read on that day."""
    plan = planned(0)
    late = journal(entry(2, None, session=plan.sessions[0].id))

    asked = [len(review(late, on=day(on), plan=plan).unnoted) for on in (1, 2)]

    assert asked == [1, 0]


def test_contradictions_are_told_with_what_counts() -> None:
    """Of the session and of each exercise; equal answers are none."""
    partly = Done(outcome=Outcome.PARTLY)
    phone = evolve(calm(0, before=2, next_morning=1.5), effort=3.0)
    computer = evolve(calm(0, before=1, next_morning=1.5), effort=4.0, done=partly)
    whole, other = entry(0, None, after=1), entry(0, None, after=2.5)

    found = review(journal(phone, computer, whole, other), on=day(2)).contradictions

    assert [(one.exercise, one.field, set(one.values), one.counted) for one in found] == [
        (None, "pain.after", {"1", "2.5"}, "2.5"),
        (BRIDGE, "pain.before", {"1", "2"}, "1"),
        (BRIDGE, "effort", {"3", "4"}, "4"),
        (BRIDGE, "done.outcome", {"done", "partly"}, "partly"),
        (None, "pain.after", {"0", "2.5"}, "2.5"),
    ]


@pytest.mark.parametrize("exercise", [BRIDGE, None])
def test_skipped_and_felt_is_a_contradiction(exercise: str | None) -> None:
    """Of an exercise as of the whole session: it was begun, in part."""
    begun = entry(0, exercise, done=Done(outcome="skipped", reason="pain"), during=4)

    (found,) = review(journal(begun), on=day(0)).contradictions

    assert (found.exercise, found.field, found.values, found.counted) == (
        *(exercise, "done.outcome"),
        *(("skipped", "partly"), "partly"),
    )
    assert review(journal(skipped(0, "pain", exercise)), on=day(0)).contradictions == ()


def test_sharp_pain_that_comes_again_leaves_out_however_much_later() -> None:
    """Of the exercise itself; of a whole session nobody knows which it was."""
    sharp = [calm(number, character=["sharp"]) for number in (0, 90)]
    whole = [entry(number, None, character=["sharp"]) for number in (0, 90)]
    both = [calm(number, id) for number in (0, 90) for id in (BRIDGE, "bar-hang")]

    found = review(journal(*sharp), on=day(92))
    shared = review(journal(*whole, *both), on=day(92))

    assert found.verdicts[0].standing is Standing.LEAVE_OUT
    assert found.verdicts[0].evidence[0].reason == "sharp pain on 2026-11-23 and on 2027-02-21"
    assert review(journal(sharp[0]), on=day(92)).verdicts[0].standing is not Standing.LEAVE_OUT
    assert {one.standing for one in shared.verdicts}.isdisjoint({Standing.LEAVE_OUT})
    assert [one.what_to_do for one in shared.concerns] == [
        "See a clinician before you go on: it came more than once."
    ]


def test_of_two_exercises_that_were_sharp_on_a_day_the_one_again_is_told() -> None:
    """One sentence, the stricter; whatever the order."""
    again = [calm(number, character=["sharp"]) for number in (0, 5)]
    once = calm(5, "bar-hang", character=["sharp"])

    told = {
        (one.date, one.what_to_do)
        for entries in ((*again, once), (once, *again))
        for one in review(journal(*entries), on=day(5)).concerns
        if one.rule == "pain-r2"
    }

    what = "See a clinician before you go on: it came more than once."
    assert told == {(day(0), what), (day(5), what)}


@pytest.mark.parametrize(
    ("out", "kept", "is_told", "is_ended"),
    [(2, 0, False, False), (3, 4, False, False), (3, 3, True, False), (3, 1, True, True)],
)
def test_most_exercises_left_out_are_a_clinicians(
    out: int, kept: int, *, is_told: bool, is_ended: bool
) -> None:
    """Half of them; of three quarters nothing else takes the place. Two are culprits."""
    bad = [calm(n, f"own-{i}", during=4) for n in (0, 3) for i in range(out)]
    good = [calm(n, f"own-{i}") for n in (0, 3) for i in range(out, out + kept)]

    found = review(journal(*bad, *good), on=day(60))

    assert any(one.rule == "pain-r7" for one in found.concerns) is is_told
    assert found.hurts_everywhere is is_ended


def test_steps_back_that_nobody_knows_whose_they_are_are_one_for_each_dose() -> None:
    """Four bad evenings of one plan take one step; after it the next takes another."""
    full, gentle = Planned(reps=5, duration_s=80.0), Planned(reps=5, is_reduced=True)

    def level(*doses: Planned) -> int:
        noted = [
            one
            for number, planned in enumerate(doses)
            for one in (
                entry(2 * number, None, before=1, during=4, after=1),
                *(evolve(entry(2 * number, id), planned=planned) for id in (BRIDGE, "bar-hang")),
            )
        ]
        found = review(journal(*noted), on=day(30)).verdicts
        return next(one.level for one in found if one.exercise == BRIDGE)

    assert level(full) == level(full, full, full) == -1
    assert level(full, full, gentle) == level(full, gentle, gentle) == -2


def test_a_session_skipped_here_and_done_there_is_a_contradiction() -> None:
    """As a whole it was skipped, by one device; by the other something of it was done."""
    whole, bridge, hang = skipped(0, "no-time", None), calm(0), skipped(0, "no-time", "bar-hang")

    (found,) = review(journal(whole, bridge, hang), on=day(2)).contradictions

    assert (found.exercise, found.field, found.values, found.counted) == (
        *(None, "done.outcome"),
        *(("skipped", "done"), "partly"),
    )
    assert review(journal(whole, hang), on=day(2)).contradictions == ()


def test_a_whole_session_skipped_but_felt_counts_against_its_exercises() -> None:
    """Who noted pain while it was done has begun it."""
    plan = planned(0)
    whole = entry(
        0,
        None,
        session=plan.sessions[0].id,
        done=Done(outcome="skipped", reason="pain"),
        during=6,
    )

    assert review(journal(whole), on=day(0), plan=plan).verdicts[0].standing is Standing.REST


def test_pain_of_the_session_that_no_exercise_owns_up_to_is_everybodys() -> None:
    """All say one, the session says nine: a contradiction, and the nine counts for each."""
    entries = [calm(0, "bar-hang"), calm(0), entry(0, None, during=9, second_morning=9)]

    found = review(journal(*entries), on=day(2))

    assert {one.standing.value for one in found.verdicts} == {"rest"}
    assert {one.field for one in found.contradictions} == {"pain.during", "pain.second_morning"}
    assert {one.counted for one in found.contradictions} == {"9"}


def test_pain_of_the_session_is_that_of_the_exercise_without_an_answer() -> None:
    """One has its own answer, the other has none: it is the other's."""
    other = entry(0, "bar-hang", before=1, after=1, next_morning=1, second_morning=1)

    found = review(journal(calm(0), other, entry(0, None, during=9)), on=day(1))

    assert {one.exercise: one.standing.value for one in found.verdicts} == {
        BRIDGE: "on-trial",
        "bar-hang": "rest",
    }
    assert found.contradictions == ()


def test_a_bad_morning_of_the_session_is_the_culprits_alone() -> None:
    """One hurt while it was done; its calm neighbour is not blamed for the night."""
    hurt = calm(0, "bar-hang", during=4, next_morning=None, second_morning=None)
    neighbour = calm(0, next_morning=None, second_morning=None)

    found = review(journal(hurt, neighbour, entry(0, None, next_morning=6)), on=day(2))

    assert {one.exercise: one.action.value for one in found.verdicts} == {
        BRIDGE: "repeat",
        "bar-hang": "regress",
    }


def test_bad_mornings_of_sessions_leave_nothing_out_for_good() -> None:
    """Nobody knows which exercise it was; of a session with one exercise everybody does."""
    entries = [
        one
        for number in (0, 4)
        for one in (
            calm(number, next_morning=None),
            calm(number, "bar-hang", next_morning=None),
            entry(number, None, next_morning=6),
        )
    ]
    alone = [one for one in entries if one.exercise != "bar-hang"]

    both, single = (review(journal(*told), on=day(30)) for told in (entries, alone))

    assert {(one.standing.value, one.level) for one in both.verdicts} == {("on-trial", -2)}
    assert {one.standing.value for one in single.verdicts} == {"leave-out"}


def test_two_days_of_one_session_are_a_contradiction() -> None:
    """The clocks of two devices."""
    found = review(journal(entry(0, session="s"), entry(1, session="s")), on=day(1)).contradictions

    assert [(one.session, one.field, one.values, one.counted) for one in found] == [
        ("s", "date", ("2026-11-23", "2026-11-24"), "2026-11-24")
    ]


def test_what_is_still_to_come_contradicts_nothing() -> None:
    """A review of a day knows that day; nor do entries contradict each other that say nothing."""
    entries = calm(0, done=None, next_morning=1), calm(0, done=None, next_morning=2)

    assert review(journal(*entries), on=day(0)).contradictions == ()
    assert len(review(journal(*entries), on=day(1)).contradictions) == 1


def test_a_note_on_the_whole_session_speaks_for_its_exercises_where_the_plan_is_given() -> None:
    """As it does for the planner; without the plan nobody knows what was in the session."""
    plan = sample_plan()
    session = plan.sessions[0]
    whole = evolve(
        entry(0, None, before=1, during=8, after=7), session=session.id, date=session.date
    )

    known = review(Journal(entries=(whole,)), on=ON, plan=plan)
    unknown = review(Journal(entries=(whole,)), on=ON)

    main = {step.exercise for step in session.steps if step.purpose is Purpose.MAIN}
    assert {verdict.exercise for verdict in known.verdicts} == main
    assert unknown.verdicts == ()


def test_what_is_no_plan_is_refused() -> None:
    """By name."""
    with pytest.raises(InvalidValueError, match="plan must be a Plan"):
        review(Journal(), on=ON, plan="mine")  # type: ignore[arg-type]


def test_what_was_skipped_takes_no_pain_of_the_session_upon_itself() -> None:
    """Two were begun and say they were well; the third was never begun: it is the two's."""
    entries = [calm(0), calm(0, "bar-hang"), skipped(0, "no-time", "neck-2-rotation")]

    found = review(journal(*entries, entry(0, None, next_morning=6)), on=day(1))

    felt = {one.exercise: one.standing.value for one in found.verdicts}
    assert felt == {BRIDGE: "rest", "bar-hang": "rest", "neck-2-rotation": "untried"}
    assert {one.field for one in found.contradictions} == {"pain.next_morning"}


def test_the_only_one_that_was_begun_is_to_blame() -> None:
    """Beside what was skipped it can have been nothing else."""
    entries = [
        one
        for number in (0, 4)
        for one in (
            calm(number, next_morning=None),
            skipped(number, "no-time", "bar-hang"),
            entry(number, None, next_morning=6),
        )
    ]

    found = {one.exercise: one for one in review(journal(*entries), on=day(9)).verdicts}

    assert found[ExerciseId(BRIDGE)].standing.value == "leave-out"


def test_more_pain_of_a_whole_session_never_spares_what_did_harm_itself() -> None:
    """Its own bad morning counts, though a session before told of the same morning."""
    own = [calm(1, next_morning=5), calm(8, next_morning=5)]
    other = [calm(number, "bar-hang") for number in (0, 1, 8)]
    before = [calm(0, second_morning=None), entry(0, None, second_morning=5)]

    for more in ([], before):
        found = review(journal(*own, *other, *more), on=day(12)).verdicts
        standing = {one.exercise: one.standing.value for one in found}
        assert standing[ExerciseId(BRIDGE)] == "leave-out"


@pytest.mark.parametrize(
    "told",
    [
        {"done": Done(outcome="partly", reason="pain")},
        {"symptoms": ["dizziness"]},
        {"character": ["sharp"]},
    ],
)
def test_what_is_told_of_whole_sessions_leaves_nothing_out_however_it_is_told(
    told: dict[str, Any],
) -> None:
    """By a reason or a sign as by a number: nobody knows which it was."""
    bare: dict[str, Any] = {"done": None}
    entries = [
        one
        for number in (0, 4)
        for one in (
            entry(number, **bare),
            entry(number, "bar-hang", **bare),
            entry(number, None, **{**bare, **told}),
        )
    ]

    found = review(journal(*entries), on=day(9))

    assert {one.standing.value for one in found.verdicts} == {"on-trial"}
    assert {one.level for one in found.verdicts} == {-2}
    assert "pain-r4" in {one.rule for one in found.concerns}


def test_a_concern_about_nobody_is_not_told_of_what_did_harm_itself() -> None:
    """Its own answers say which it was."""
    entries = [
        one
        for number in (0, 4)
        for one in (calm(number, during=6), entry(number, "bar-hang"), entry(number, None, after=1))
    ]

    assert "pain-r4" not in {one.rule for one in review(journal(*entries), on=day(9)).concerns}


def test_weeks_that_rise_with_one_unknown_between_them_are_not_twice_running() -> None:
    """The week nobody knows is no week before, too."""
    means = {0: 0.0, 7: 0.0, 14: 2.0, 28: 4.0}
    entries = [calm(number, before=2, next_morning=mean) for number, mean in means.items()]

    told = [one.reason for one in review(journal(*entries), on=day(36)).concerns]

    assert not any("the week before, too" in one for one in told)
