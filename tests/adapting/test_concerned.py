"""What no dose puts right: the plan steps back, and says that a clinician is to be asked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import attrs
import pytest

from spinecare import (
    ClinicianFirst,
    Done,
    Entry,
    Journal,
    Pain,
    Person,
    Plan,
    SessionPart,
    make_plan,
    review,
)
from spinecare.model import ExerciseId
from tests.adapting.following import SMALL, all_well, by_exercise, person_of, weeks_of
from tests.adapting.living import CALM, START, after, entry, person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from spinecare import Session, Step

WHO = person_of(SMALL)


def first_plan(who: Person = WHO, weeks: int = 2) -> Plan:
    """Return the plan that is followed."""
    return make_plan(who, start=START, weeks=weeks, journal=Journal())


def again(plan: Plan, number: int, *entries: Entry, who: Person = WHO, weeks: int = 1) -> Plan:
    """Return the plan made again on a day."""
    journal = Journal(entries=entries)
    return make_plan(who, start=after(number), weeks=weeks, journal=journal, previous=plan)


def whole(plan: Plan, number: int, *, outcome: str = "done", **pain: float) -> Entry:
    """Return an entry about the session of a day as a whole."""
    session = next(one for one in plan.sessions if one.date == after(number))
    reason = "pain" if outcome == "skipped" else None
    felt = Pain(**pain) if outcome == "skipped" else attrs.evolve(CALM, **pain)
    return entry(session, None, done=Done(outcome=outcome, reason=reason), pain=felt)


def is_relief_only(plan: Plan) -> bool:
    """Whether nothing but relief positions is planned."""
    parts = {plan.catalogue.routine(id).part for one in plan.sessions for id in one.routines}
    return parts == {SessionPart.RELIEF}


def reasons(plan: Plan, rule: str) -> list[str]:
    """Return what findings of a rule say."""
    return [one.reason for one in plan.findings if one.rule == rule]


def test_one_session_with_much_pain_to_begin_with_asks_for_the_warning_signs() -> None:
    """The plan goes on: tomorrow may be better, and R1 asks before every session."""
    plan = first_plan()
    calm, bad = whole(plan, 0), whole(plan, 1, outcome="skipped", before=7)

    new = again(plan, 2, calm, bad)

    assert not is_relief_only(new)
    (told,) = reasons(new, "pain-r1")
    assert "Pain 7 before the session" in told
    assert "Go through the warning signs again" in told


def test_two_sessions_with_much_pain_to_begin_with_leave_relief_positions_only() -> None:
    """Until one begins with less: the plan before never knew of it."""
    plan = first_plan()
    bad = [whole(plan, number, outcome="skipped", before=7) for number in (0, 1)]

    new = again(plan, 2, *bad)

    assert is_relief_only(new)
    assert any("nothing but relief positions" in one for one in reasons(new, "pain"))
    better = whole(new, 2, before=2)
    assert not is_relief_only(again(new, 3, *bad, better))


def test_more_pain_to_begin_with_than_the_profile_says_rules_out_efforts() -> None:
    """Above 2 twice: no strength, the gentle form; the profile's number is older."""
    plan = first_plan()
    efforts = {one.id for one in plan.catalogue.entries if one.is_effort}

    new = again(plan, 2, whole(plan, 0, before=3), whole(plan, 1, before=4))

    assert efforts
    assert not efforts & {step.exercise for one in new.sessions for step in one.steps}
    assert review(Journal(entries=[whole(plan, 0, before=3)]), on=after(1)).before == 3


@pytest.mark.parametrize("kind", ["sharp", "electric", "spreading"])
def test_pain_that_stops_an_exercise_asks_for_the_warning_signs(kind: str) -> None:
    """However little it is."""
    plan = first_plan()
    session = plan.sessions[0]
    step = next(one for one in session.steps if one.purpose == "main")
    felt = entry(session, step, done=Done(outcome="partly"), pain=CALM, character=(kind,))

    (told,) = reasons(again(plan, 2, felt), "pain-r2")

    assert kind in told.lower()
    assert "warning signs" in told


def test_a_programme_that_ends_says_why_and_whom_to_ask() -> None:
    """The mornings of a week above 5: relief positions, a clinician, true reasons."""
    plan = first_plan()
    bad = [whole(plan, number, next_morning=6, second_morning=6) for number in (0, 2, 4)]

    new = again(plan, 7, *bad)

    assert is_relief_only(new)
    assert "Mornings at 6.0, above 5" in reasons(new, "pain-r5")[0]
    assert any("See a clinician" in one for one in reasons(new, "pain"))
    assert {one.reason for one in new.changes if one.kind == "dropped"} <= {
        "Your mornings were above 5 of 10: only relief positions for now.",
        "Nothing that was due could stand there any more.",
    }


def test_mornings_that_got_worse_twice_running_ask_for_a_clinician() -> None:
    """Going back to earlier doses did not help."""
    plan = first_plan(weeks=6)
    rising = [
        whole(plan, 7 * week + number, before=2, next_morning=1.2 * week, second_morning=1)
        for week in range(4)
        for number in (0, 3)
    ]

    told = reasons(again(plan, 28, *rising), "pain-r5")

    assert any("the week before, too" in one and "clinician" in one for one in told)


def test_a_sign_told_after_the_day_of_the_plan_refuses_it() -> None:
    """Somebody plans again from the session's own day, and knows already of the morning after."""
    plan = first_plan()
    told = whole(plan, 0)
    sign = attrs.evolve(told, done=None, pain=Pain(next_morning=4), symptoms=("numbness",))

    with pytest.raises(ClinicianFirst):
        again(plan, 0, told, sign)


def test_a_sign_told_after_the_clearance_refuses_the_plan() -> None:
    """The session was before it; the morning was not."""
    plan = first_plan()
    cleared = attrs.evolve(WHO, cleared_on=after(1))
    sign = attrs.evolve(
        whole(plan, 0), done=None, pain=Pain(second_morning=6), symptoms=("numbness",)
    )

    with pytest.raises(ClinicianFirst, match="or the day after where a sign was noted"):
        again(plan, 2, sign, who=cleared)


def hurts_for_two_weeks(session: Session, step: Step, week: int) -> Mapping[str, Any]:
    """Tell that everything hurt in the first two weeks, and that all was well from then on."""
    told = all_well(session, step, week)
    return {**told, "pain": attrs.evolve(CALM, during=4) if week < 2 else CALM}


def test_who_was_hurt_by_most_of_it_does_nothing_but_relief_until_a_clinicians_word() -> None:
    """Nothing new takes the place of what hurt, and no dose grows, however well relief goes."""
    plans = list(weeks_of(SMALL, hurts_for_two_weeks, rounds=4))
    *_, (_, last, kept, _) = plans
    cleared = attrs.evolve(WHO, cleared_on=last.start)

    on = make_plan(
        cleared, start=last.start + timedelta(days=1), weeks=2, journal=kept, previous=last
    )

    assert [found for *_, found in plans] == [[], [], [], []]
    for _, plan, _, _ in plans[1:]:
        assert {id for one in plan.sessions for id in one.routines} == {"relief-positions"}
        assert any("See a clinician" in one for one in reasons(plan, "pain-r7"))
        assert any("Most of what you did is left out" in one for one in reasons(plan, "pain"))
    assert "Most of what you did, did no good: only relief positions for now." in {
        one.reason for one in plans[1][1].changes
    }
    assert {"neck", "lumbar"} & {id for one in on.sessions for id in one.routines}
    assert "It was there for relief; the session holds exercises again." in {
        one.reason for one in on.changes
    }


FRAIL = attrs.evolve(WHO, conditions=["osteoporosis"])


@pytest.mark.parametrize(
    ("pain", "is_refused"),
    [
        ({"during": 7}, True),
        ({"next_morning": 6}, True),
        ({"before": None, "second_morning": 5.5}, True),
        ({"before": 4, "during": 6.5}, False),  # it was there before
        ({"during": 5}, False),
    ],
)
def test_sudden_pain_with_osteoporosis_refuses_the_plan(
    pain: dict[str, float | None], *, is_refused: bool
) -> None:
    """It may be a fracture; without the condition it is one exercise's affair."""
    plan = first_plan()
    session = plan.sessions[0]
    step = next(one for one in session.steps if one.purpose == "main")
    told = entry(
        session, step, done=Done(outcome="partly", reason="pain"), pain=attrs.evolve(CALM, **pain)
    )

    again(plan, 3, told)
    if not is_refused:
        again(plan, 3, told, who=FRAIL)
        return
    with pytest.raises(ClinicianFirst, match="noted on 2026-11-2") as caught:
        again(plan, 3, told, who=FRAIL)
    assert [id for id, _ in caught.value.signs] == ["rf-osteoporosis-known"]
    assert caught.value.urgency == "urgent"
    again(plan, 3, told, who=attrs.evolve(FRAIL, cleared_on=after(3)))


def test_after_a_clearance_doses_go_on_from_where_they_stood() -> None:
    """What was left out comes a step below its first dose, also when nobody says how it felt."""
    plan = first_plan(weeks=4)
    session = plan.sessions[0]
    culprit = next(one for one in session.steps if one.purpose == "main").exercise
    kept = [
        attrs.evolve(one, pain=attrs.evolve(CALM, during=6)) if is_bad else one
        for each in plan.sessions
        if each.date < after(7)
        for one in by_exercise(each, all_well, 0)
        for is_bad in [one.exercise == culprit and each.date <= after(3)]
    ]
    cleared = attrs.evolve(WHO, cleared_on=after(8))

    out = again(plan, 7, *kept)
    back = again(out, 8, *kept, who=cleared)
    vague = attrs.evolve(
        next(one for one in kept if one.exercise == culprit),
        session=back.sessions[0].id,
        date=back.sessions[0].date,
        pain=Pain(),
    )
    later = again(back, 10, *kept, vague, who=cleared)

    def forms(made: Plan) -> set[bool]:
        steps = (step for one in made.sessions for step in one.steps)
        return {step.is_reduced for step in steps if step.exercise == culprit}

    assert forms(out) == set()
    assert forms(back) == forms(later) == {True}


def test_what_rests_or_was_eased_stands_in_no_break_from_sitting() -> None:
    """A break shows no gentle form."""
    who = person("desk-worker")
    plan = first_plan(who)
    offered = {id for each in plan.days for b in each.desk_breaks for id in (b.exercise, *b.others)}
    culprit = min(offered)
    hurt = Entry(
        session=plan.sessions[0].id,
        date=after(0),
        exercise=culprit,
        written_at=plan.updated_at,
        done=Done(outcome="done"),
        pain=attrs.evolve(CALM, during=9),
    )

    new = again(plan, 1, hurt, who=who)

    left = {id for each in new.days for b in each.desk_breaks for id in (b.exercise, *b.others)}
    assert offered - left == {culprit}


def test_sessions_that_nobody_knows_are_told_as_not_understood() -> None:
    """Without the plan they were of, what is noted of them counts for nothing: not silently."""
    plan = first_plan()
    bad = [whole(plan, number, next_morning=9) for number in range(6)]

    alone = make_plan(WHO, start=after(7), weeks=1, journal=Journal(entries=bad))
    known = again(plan, 7, *bad)

    (told,) = [one.reason for one in alone.findings if "whole sessions" in one.reason]
    assert f"{after(5).isoformat()} and 1 more" in told
    assert not [one for one in known.findings if "whole sessions" in one.reason]


def test_an_exercise_that_the_catalogue_does_not_know_is_told() -> None:
    """A slip of an id must not pass for an exercise that never hurt."""
    plan = first_plan()
    session, step = plan.sessions[0], plan.sessions[0].steps[0]
    slip = attrs.evolve(
        entry(session, step, pain=attrs.evolve(CALM, during=9)),
        exercise=ExerciseId("yoga-suppine-twist"),
    )

    new = again(plan, 2, slip)

    assert any("yoga-suppine-twist" in one.reason for one in new.findings)


def test_months_away_after_a_clearance_cost_as_much_as_without_a_sign() -> None:
    """Who had a sign comes back at no more than who had a cold."""
    plan = first_plan(weeks=4)
    kept = [
        one
        for each in plan.sessions
        if each.date < after(21)
        for one in by_exercise(each, all_well, 0)
    ]
    grown = again(plan, 21, *kept)
    more = [
        attrs.evolve(one, planned=attrs.evolve(one.planned, duration_s=999.0))
        for each in grown.sessions
        if each.date < after(28)
        for one in by_exercise(each, all_well, 0)
        if one.planned is not None
    ]
    sign = attrs.evolve(kept[0], symptoms=("dizziness",))
    cleared = attrs.evolve(WHO, cleared_on=after(30))

    def doses(made: Plan) -> dict[str, int]:
        steps = (step for one in made.sessions for step in one.steps)
        return {step.exercise: step.reps for step in steps if step.purpose == "main"}

    ill = doses(again(grown, 120, *kept, *more))
    signed = doses(again(grown, 120, *kept, *more, sign, who=cleared))

    assert all(signed[id] <= reps for id, reps in ill.items() if id in signed)
