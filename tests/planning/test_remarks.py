"""What a plan took for granted, and what it says of breaks and stretches, word by word."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from spinecare.model import (
    DeskHours,
    Exercise,
    ExerciseId,
    Finding,
    Hold,
    Person,
    Phase,
    Severity,
)
from tests.planning.builders import (
    CATALOGUE,
    about,
    office,
    own_routine,
    person,
    plain,
    planned,
    told,
    with_entries,
    with_routines,
)


def test_wanted_breaks_that_found_no_place_are_told() -> None:
    """Half an hour at the desk holds none."""
    who = person(routines=["desk-breaks", "neck"], desk="Mon-Fri 09:00-09:30")

    assert about(who, "cadence", "desk-breaks") == [
        (
            "not-fitted",
            "",
            "Hourly desk breaks: no break found a place inside hours at a desk.",
            "your hours at the desk, longer than the time between two breaks",
        )
    ]
    longer = evolve(who, desk="Mon-Fri 09:00-17:00")
    assert about(longer, "cadence", "desk-breaks") == []


def test_what_no_break_offers_is_told_with_the_reason() -> None:
    """A caution, a thing, the early hour."""
    sore = person(
        routines=["desk-breaks"],
        desk="Mon-Fri 09:00-17:00",
        conditions=["shoulder-injury"],
        asks_for=["desk-break-stairs"],
    )
    early = person(routines=["desk-breaks"], desk="Mon-Fri 05:50-06:55", wakes_at="06:00")

    plan = planned(sore)
    assert told(plan, "condition-caution") == [
        (
            "left-out",
            "",
            (
                f"{CATALOGUE.entry('desk-break-stretch').name} is left out of the breaks: for "
                "you it needs a gentle form, which a short break cannot show."
            ),
            "",
        )
    ]
    ((severity, _, reason, _),) = told(plan, "equipment")
    assert severity == "left-out"
    assert "is left out of the breaks: it needs this: " in reason
    ((_, _, reason, _),) = told(planned(early), "waking", "desk-break-bends")
    assert reason == (
        f"{CATALOGUE.entry('desk-break-bends').name} is left out of the breaks: all of them are "
        "too soon after getting up for bending."
    )


def test_what_pain_keeps_out_of_the_breaks_is_told_though_other_routines_come_first() -> None:
    """And nothing of those others is said to be left out of the breaks."""
    who = person(routines=["neck", "desk-breaks"], desk="Mon-Fri 09:00-17:00", pain=3)

    plan = planned(who)

    bends = CATALOGUE.entry("desk-break-bends").name
    assert [found.reason for found in plan.findings if "of the breaks:" in found.reason] == [
        f"{bends} is left out of the breaks: it waits until pain is 2 of 10 or less."
    ]


def test_what_needs_the_floor_is_left_out_of_breaks_where_there_is_none() -> None:
    """The floor belongs to the place, a thing to the equipment."""
    lying = plain("own-rest", start=CATALOGUE.entry("yoga-supine-twist").start)
    breaks = own_routine("desk-breaks", "desk-break-walk", lying.id)
    catalogue = with_routines(breaks, catalogue=with_entries(lying))
    desk = evolve(DeskHours.parse("Mon-Fri 09:00-17:00"), place="office")
    who = person(routines=["desk-breaks"], desk=desk, places=[office(has_floor=False)])

    assert about(who, "place", lying.id, catalogue=catalogue) == [
        ("left-out", "", "Own effort is left out of the breaks: it needs this: floor.", "")
    ]


def test_breaks_that_found_no_place_leave_nothing_out() -> None:
    """That there are none is told, and that is enough."""
    who = person(routines=["desk-breaks"], desk="Mon-Fri 09:00-09:30")

    assert not [found for found in planned(who).findings if "of the breaks:" in found.reason]


def test_the_stretching_of_a_week_is_told_per_region_and_side() -> None:
    """A twist of twice 15 s on each side, twice a week: half a minute each, one in all."""
    routine = evolve(
        CATALOGUE.routine("yoga-asanas"), entries=(ExerciseId("yoga-supine-twist"),), opening=()
    )
    who = person(routines=["yoga-asanas"], availability="Mon, Thu 18:00 20 min")

    ((severity, _, reason, _),) = about(
        who, "stretch-norm", weeks=2, catalogue=with_routines(routine)
    )

    regions = sorted(CATALOGUE.entry("yoga-supine-twist").regions)
    names = ", ".join(f"{CATALOGUE.term_name(region).lower()} 1.0" for region in regions)
    assert severity == "note"
    assert reason == (
        f"Minutes of stretching in an average week, on each side: {names}; "
        "gains are largest at about 10 a week (Ingram 2025)."
    )


def stretch(region: str, seconds: float) -> Exercise:
    """Return a stretch of one region on both sides together."""
    phases = (Phase(kind="stretch", cue="let it grow long", seconds=Hold.of(seconds)),)
    return plain(f"own-{region}", phases=phases, regions=(region,), role="mixed")


def test_the_regions_that_are_stretched_most_come_first_and_traces_are_left_out() -> None:
    """Six seconds a week are a tenth of a minute and count; of two alike the name decides."""
    seconds = {"chest": 5, "neck": 6, "hip": 300, "shoulder": 300, "knee": 600}
    own = [stretch(region, length) for region, length in seconds.items()]
    catalogue = with_routines(
        own_routine("neck", *(entry.id for entry in own)), catalogue=with_entries(*own)
    )
    who = person(routines=["neck"], availability="Mon 18:00 60 min")

    ((_, _, reason, _),) = about(who, "stretch-norm", catalogue=catalogue)

    assert "on each side: knee 10.0, hip 5.0, shoulder 5.0, neck 0.1; gains" in reason


def test_alternating_stretches_count_half_for_each_side() -> None:
    """Chin to one shoulder, then to the other: twice 3 s for each side, twice."""
    routine = evolve(
        CATALOGUE.routine("lying-complex"),
        entries=(ExerciseId("lying-05c-neck-turn-stretch"),),
        series=(),
    )
    who = person(routines=["lying-complex"], availability="daily 18:00 20 min")

    ((_, _, reason, _),) = about(who, "stretch-norm", catalogue=with_routines(routine))

    assert "neck 0.7" in reason  # 7 days x 2 cycles x 3 s = 42 s


def test_a_plan_without_stretching_has_no_norm() -> None:
    """Circles."""
    assert about(person(routines=["wushu-morning"]), "stretch-norm") == []


def test_strong_pain_is_told_with_what_waits() -> None:
    """The routines that were wished for wait; relief positions stand alone."""
    who = person(routines=["neck", "lumbar"], pain=6)

    plan = planned(who)

    assert told(plan, "pain") == [
        ("left-out", "", "Lumbar complex waits until pain is 5 of 10 or less.", "less pain"),
        ("left-out", "", "Neck pain exercises waits until pain is 5 of 10 or less.", "less pain"),
        (
            "changed",
            "",
            (
                "With pain above 5 of 10 nothing but relief positions is planned; "
                "go through the warning signs again and see a clinician."
            ),
            "less pain",
        ),
    ]


@pytest.mark.parametrize("pain", [2.5, 5])
def test_pain_above_two_is_told_with_what_it_changes(pain: float) -> None:
    """No effort, the rest reduced, relief first; less pain would change it."""
    who = person(routines=["neck"], pain=pain)

    assert about(who, "pain", "person") == [
        (
            "changed",
            "",
            (
                "With pain above 2 of 10 there is no strength work and no contraction, the rest "
                "is in its gentle form, and every session opens with a relief position."
            ),
            "less pain",
        )
    ]
    assert about(who, "pain", "neck-4-isometric-resisted") == [
        (
            "left-out",
            "",
            (
                "Four-direction neck isometrics against the hands is left out: "
                "strength work and contractions wait until pain is 2 of 10 or less."
            ),
            "",
        )
    ]


@pytest.mark.parametrize("pain", [0, 2])
def test_pain_up_to_two_has_no_finding(pain: float) -> None:
    """Nothing is taken for granted, and nothing waits."""
    assert about(person(routines=["neck"], pain=pain), "pain") == []


def test_a_habit_that_needs_care_is_left_out_and_told() -> None:
    """Hanging in passing with a herniation; other routines show their gentle form."""
    who = person(routines=["wushu-morning", "bar-hang-passing"], conditions=["disc-herniation"])
    habit = CATALOGUE.entry("bar-hang-passing")

    plan = planned(who)

    said = f"{habit.name} is left out: for you it needs a gentle form, which a habit in passing "
    found = [f for f in plan.findings if f.subject == habit.id]
    assert [(f.rule, f.severity, f.reason) for f in found if "gentle form" in f.reason] == [
        ("condition-caution", Severity.LEFT_OUT, said + "cannot show.")
    ]
    assert habit.id not in {entry.id for entry in plan.catalogue.entries}
    assert about(evolve(who, conditions=["shoulder-injury"]), "condition-caution", habit.id) == []
    assert about(evolve(who, conditions=[]), "condition-caution", habit.id) == []


def test_what_is_not_known_of_a_person_is_told() -> None:
    """Pain, the hour of getting up, and that goals chose."""
    who = person(pain=None, wakes_at=None, goals=["ease-neck"])

    plan = planned(who)

    assert told(plan, "pain") == [
        (
            "note",
            "",
            (
                "Your pain is not known, so it is not taken for none: doses do not grow and at "
                "most three new exercises join at a time."
            ),
            "your usual pain from 0 to 10",
        )
    ]
    assert told(plan, "waking", "person") == [
        (
            "note",
            "",
            (
                "The time you get up is not known, so slots before 09:00 hold no bending to the "
                "end of the range."
            ),
            "the time you get up",
        )
    ]
    assert told(plan, "goals") == [
        (
            "note",
            "",
            "Your goals chose these routines: Neck pain exercises, Lying complex.",
            "",
        )
    ]


def test_goals_that_nothing_serves_choose_none() -> None:
    """A catalogue of one's own without routines."""
    catalogue = evolve(CATALOGUE, routines=())

    ((_, _, reason, _),) = about(person(), "goals", catalogue=catalogue)

    assert reason == "Your goals chose these routines: none."


def test_what_is_known_needs_no_note() -> None:
    """Pain none, up at six, routines named."""
    plan = planned(person(routines=["wushu-morning"]))

    assert plan.findings == ()


def test_findings_stand_in_the_order_of_weight_rule_subject_and_place() -> None:
    """Left out, not fitted, changed, noted."""
    who = person(
        routines=["neck", "magic-towel", "lying-complex"],
        conditions=["disc-herniation"],
        availability="Mon, Tue 18:00 12 min",
        pain=None,
        wakes_at=None,
    )

    findings = planned(who, weeks=2).findings

    def key(found: Finding) -> tuple[int, str, str, str]:
        return list(Severity).index(found.severity), found.rule, found.subject, found.place

    assert list(findings) == sorted(findings, key=key)
    assert {found.severity for found in findings} == set(Severity)


def test_what_breaks_leave_out_by_a_condition_or_a_wish_is_told_as_such() -> None:
    """Bends with osteoporosis; stairs that nobody asked for: once each, and not as a break's."""
    who = person(routines=["desk-breaks"], desk="Mon-Fri 09:00-17:00", conditions=["osteoporosis"])

    found = [(str(one.rule), one.subject) for one in planned(who).findings]

    assert found.count(("condition-avoid", "desk-break-bends")) == 1
    assert found.count(("on-request", "desk-break-stairs")) == 1
    assert not any("of the breaks" in one.reason for one in planned(who).findings)


def test_findings_carry_the_name_of_what_they_are_about() -> None:
    """Of an exercise and of a routine; a person or a slot has none."""
    who = person(routines=["neck", "magic-towel"], equipment=[], pain=None)

    named = {found.subject: found.name for found in planned(who).findings}

    assert named["towel-roller-lying"] == CATALOGUE.entry("towel-roller-lying").name
    assert named["magic-towel"] == CATALOGUE.routine("magic-towel").name
    assert named["person"] == ""


def test_breaks_that_need_care_are_told_as_left_out_only() -> None:
    """Not as planned in a gentle form, which no break shows."""
    who = person(
        routines=["desk-breaks"], desk="Mon-Fri 09:00-17:00", conditions=["shoulder-injury"]
    )

    plan = planned(who, start=date(2026, 11, 23))

    assert [row[0] for row in told(plan, "condition-caution")] == ["left-out"]


@pytest.mark.parametrize(
    "who",
    [
        person(routines=["yoga-asanas", "neck", "desk-breaks", "bar-hang-passing"]),
        person(goals=["ease-neck"], pain=None, wakes_at=None, desk="Mon-Fri 09:00-09:30"),
        person(routines=["neck", "lumbar"], pain=6),
        person(routines=["lying-complex"], pain=3, conditions=["disc-herniation"]),
        person(routines=["neck"], availability="Mon 18:00 60 min (lake); Tue 18:00 1 min"),
        person(routines=["pulse-pull-ups"], equipment=()),
    ],
)
def test_every_finding_is_about_something_that_is_known(who: Person) -> None:
    """An exercise, a routine, or one of four words."""
    known = {entry.id for entry in CATALOGUE.entries} | {one.id for one in CATALOGUE.routines}

    for found in planned(who).findings:
        assert found.subject in {*known, "plan", "slot", "person", "relief-positions"}
