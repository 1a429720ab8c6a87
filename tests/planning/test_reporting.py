"""What a plan has to say: each finding with its exact text and concession."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Availability, ExerciseId, Finding, Plan, Severity, Span
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    office,
    person,
    planned,
    with_routines,
)

ALL = [entry.id for entry in CATALOGUE.entries]


def told(plan: Plan, rule: str, subject: str = "") -> list[tuple[str, str, str, str]]:
    """Return severity, place, reason and concession of the findings of a rule."""
    return [
        (found.severity.value, found.place, found.reason, found.concession)
        for found in plan.findings
        if found.rule == rule and subject in ("", found.subject)
    ]


def about(
    who: Any, rule: str, subject: str = "", **changes: Any
) -> list[tuple[str, str, str, str]]:
    """Return what the findings of a rule say of the plan of a person."""
    return told(planned(who, **changes), rule, subject)


def test_what_is_nowhere_at_hand_is_told_with_its_name() -> None:
    """The smallest concession is the thing itself."""
    who = person(routines=["magic-towel"], equipment=[])

    assert about(who, "equipment") == [
        (
            "left-out",
            "",
            (
                "Lying on a rolled towel (Fukutsuji roller method) is left out: it needs this: "
                "towel, tightly rolled."
            ),
            "towel, tightly rolled",
        )
    ]


def test_room_to_lie_down_is_told_as_a_place() -> None:
    """An office without a floor and without things lacks the floor first."""
    who = person(
        routines=["magic-towel"],
        availability="Mon 12:00 20 min (office)",
        places=[office(has_floor=False)],
    )

    ((severity, _, reason, cure),) = about(who, "place")

    assert severity == "left-out"
    assert reason.endswith(" is left out: it needs this: room to lie down.")
    assert cure == "room to lie down"


def test_a_thing_that_one_slot_has_is_not_missing() -> None:
    """The towel is at home; the gym lacks it."""
    gym = office(name="gym")
    home = "Mon 12:00 20 min (gym); Tue 18:00 20 min"
    who = person(routines=["magic-towel"], availability=home, places=[gym])

    assert about(who, "equipment") == []
    assert about(who, "place") == []


def test_different_things_missing_in_different_places_name_one() -> None:
    """The first by its id; a person without slots misses nothing."""
    who = person(
        routines=["magic-towel"],
        equipment=[],
        availability="Mon 12:00 20 min (office); Tue 18:00 20 min",
        places=[office(has_floor=False)],
    )

    assert len(about(who, "place")) == 1
    assert about(evolve(who, availability=Availability(slots=())), "equipment") == []


def test_what_is_avoided_misses_no_thing() -> None:
    """One reason is enough."""
    who = person(routines=["magic-towel"], equipment=[], conditions=["disc-herniation"])

    plan = planned(who)

    assert told(plan, "equipment") == []
    assert [row[0] for row in told(plan, "condition-avoid")] == ["left-out"]


WAITS = "comes up in no session"


@pytest.mark.parametrize(
    ("changes", "subject", "rule", "why", "cure"),
    [
        (
            {"routines": ["wushu-morning"], "availability": "Mon 18:00 2 min"},
            "wushu-trunk-rotation",
            "time",
            "did not fit into any slot",
            "a longer slot",
        ),
        (
            {"routines": ["neck"]},
            "neck-5-weighted-shrug",
            "stage",
            "joins only after two weeks and ten completed days of the exercises before it",
            "",
        ),
        (
            {
                "routines": ["upper-back"],
                "leaves_out": ["upper-back-2-cat-all-fours"],
                "availability": "Mon 18:00 60 min",
            },
            "upper-back-3-cat-standing",
            "order",
            "an exercise that it builds on is left out",
            "",
        ),
        (
            {"routines": ["upper-back"], "availability": "Mon 06:30 60 min"},
            "upper-back-6-knees-to-chest-curl",
            "waking",
            "the slots it was offered are too soon after getting up to bend as far as it goes",
            "a later slot, or the time you get up",
        ),
        (
            {"routines": ["lying-complex"], "pain": 1, "availability": "Mon 18:00 60 min"},
            "lying-04-supine-neck-flexion-stretch",
            "new-things",
            "at most three new exercises join in one session, and others came first",
            "more sessions, or a word on what you have done before without trouble",
        ),
        (
            {
                "routines": ["lumbar"],
                "availability": "Mon 18:00 60 min",
                "leaves_out": ["lumbar-4-swimming"],
            },
            "lumbar-3-dry-land-swim",
            "apart",
            "bending and arching strength work stay apart in the first four weeks",
            "",
        ),
        (
            {"routines": ["lumbar"], "availability": "Mon 18:00 60 min"},
            "lumbar-4-swimming",
            "water",
            "work in water has a session of its own, and others came first",
            "another slot",
        ),
        (
            {
                "routines": ["neck"],
                "tense": ["neck"],
                "leaves_out": CATALOGUE.routine("relief-positions").entries,
            },
            "neck-2-rotation",
            "opening-closing",
            "the relief or closing rest that goes with it cannot be done in any slot",
            "a chair or a firm bed for the relief before it",
        ),
    ],
    ids=["time", "stage", "order", "waking", "new-things", "apart", "water", "opening-closing"],
)
def test_what_never_comes_up_says_what_kept_it_out(
    changes: dict[str, Any], subject: str, rule: str, why: str, cure: str
) -> None:
    """The rule that did so, in words, and what would cure it."""
    name = CATALOGUE.entry(subject).name

    found = about(person(**changes), rule, subject)

    assert found == [("not-fitted", "", f"{name} {WAITS}: {why}.", cure)]


def test_muscles_that_never_rested_are_told() -> None:
    """An exercise of every day loads what another of every day has loaded the evening before."""
    crunch = CATALOGUE.entry("lumbar-2-crunch-crossed-arms")
    own = evolve(crunch, id=ExerciseId("own-crunch"), name="Own crunch")
    first = evolve(CATALOGUE.routine("magic-towel"), entries=(crunch.id,), closing=())
    second = evolve(CATALOGUE.routine("wushu-morning"), entries=(own.id,))
    catalogue = evolve(with_routines(first, second), entries=(*CATALOGUE.entries, own), edges=())
    who = person(
        routines=["magic-towel", "wushu-morning"],
        availability="Mon-Wed 18:00 4.5 min",
    )

    found = about(who, "spacing", catalogue=catalogue)

    assert found == [
        (
            "not-fitted",
            "",
            f"Own crunch {WAITS}: its muscles never had rested long enough.",
            "another slot on another day",
        )
    ]


def test_the_rule_that_kept_it_out_most_often_speaks() -> None:
    """Once too early in the morning, four times no time."""
    who = person(
        routines=["upper-back"],
        level="practised",
        availability="Mon 06:30 60 min; Wed, Fri 18:00 1 min",
    )

    often = about(who, "time", "upper-back-2-cat-all-fours", weeks=2)
    early = about(
        evolve(who, availability=Availability.parse("Mon 06:30 60 min")),
        "waking",
        "upper-back-2-cat-all-fours",
    )

    assert len(often) == 1
    assert len(early) == 1


def test_what_came_up_or_has_no_session_is_not_told() -> None:
    """Breaks and habits stand in no slot; what is left out has its own finding."""
    who = person(
        routines=["bar-hang-passing", "desk-breaks", "wushu-morning"],
        desk="Mon-Fri 09:00-17:00",
        leaves_out=["wushu-knee-rotation"],
    )

    plan = planned(who)

    assert [found for found in plan.findings if WAITS in found.reason] == []


@pytest.mark.parametrize(
    ("routine", "availability", "weeks", "reason", "cure"),
    [
        (
            "neck",
            "daily 18:00 20 min",
            2,
            "Neck pain exercises: 14 of 28 sessions found a place (2 times a day).",
            "two slots a day at least 6 hours apart",
        ),
        (
            "wushu-morning",
            "Mon-Fri 18:00 20 min",
            1,
            "Wushu morning workout: 5 of 7 sessions found a place (every day).",
            "more slots, or longer ones",
        ),
        (
            "extra-stretches",
            "Mon, Tue 18:00 20 min",
            2,
            "Extra stretches: 4 of 6 sessions found a place (at least 3 days a week).",
            "more slots, or longer ones",
        ),
        (
            "lumbar",
            "Mon 18:00 60 min",
            2,
            "Lumbar complex: 2 of 4 sessions found a place (at least 2 a week).",
            "more slots, or longer ones",
        ),
    ],
)
def test_a_routine_that_comes_too_seldom_is_told(
    routine: str, availability: str, weeks: int, reason: str, cure: str
) -> None:
    """How often it came and how often it should."""
    who = person(routines=[routine], availability=availability)

    assert about(who, "cadence", weeks=weeks) == [("not-fitted", "", reason, cure)]


@pytest.mark.parametrize(
    ("routine", "availability"),
    [
        ("neck", "daily 08:00, 18:00 20 min"),
        ("wushu-morning", "daily 18:00 20 min"),
        ("extra-stretches", "Mon-Wed 18:00 20 min"),
        ("lumbar", "Mon, Thu 18:00 60 min"),
        ("yoga-asanas", "Mon 18:00 60 min"),
        ("pulse-pull-ups", "Mon 18:00 60 min"),
    ],
)
def test_a_routine_that_comes_often_enough_is_not_told(routine: str, availability: str) -> None:
    """As often as the article or a default asks at the least."""
    assert about(person(routines=[routine], availability=availability), "cadence") == []


def test_a_routine_of_which_nothing_suits_is_not_told_as_too_seldom() -> None:
    """Its exercises have their findings."""
    who = person(routines=["magic-towel"], conditions=["disc-herniation"])

    assert about(who, "cadence") == []


def test_a_window_that_was_missed_is_told_with_its_days() -> None:
    """Nine days after: the slot that would cure it lies five to eight days after."""
    slots = Availability.parse("daily 18:00 20 min")
    off = [MONDAY + timedelta(days=day) for day in (5, 6, 7, 8)]
    who = person(
        routines=["pulse-pull-ups"], availability=evolve(slots, days_off=off), level="practised"
    )

    plan = planned(who, weeks=2)

    assert told(plan, "supercompensation") == [
        (
            "not-fitted",
            "2026-12-02",
            "Pulse pull-ups comes 9 days after 2026-11-23; the window is 5-8 days.",
            "a slot from 2026-11-28 to 2026-12-01",
        )
    ]


def test_a_window_that_was_met_or_has_no_end_is_not_told() -> None:
    """Eight days are inside."""
    slots = Availability.parse("daily 18:00 20 min")
    off = [MONDAY + timedelta(days=day) for day in (5, 6, 7)]
    who = person(
        routines=["pulse-pull-ups"], availability=evolve(slots, days_off=off), level="practised"
    )
    pulls = CATALOGUE.routine("pulse-pull-ups")
    open_end = with_routines(
        evolve(pulls, cadence=evolve(pulls.cadence, window_days=Span(low=5.0, high=None)))
    )

    assert about(who, "supercompensation", weeks=3) == []
    rare = evolve(
        who, availability=evolve(slots, days_off=[MONDAY + timedelta(d) for d in range(5, 9)])
    )
    assert about(rare, "supercompensation", weeks=3) != []
    assert about(rare, "supercompensation", weeks=3, catalogue=open_end) == []


def test_an_empty_slot_is_told() -> None:
    """Where something was due and nothing fitted; not where nothing was due."""
    who = person(routines=["pulse-pull-ups"], availability="Mon 18:00 1 min; Tue 18:00 20 min")

    plan = planned(who)

    assert told(plan, "time", "slot") == []
    short = person(routines=["neck"], availability="Mon 18:00 1.25 min")
    assert told(planned(short), "time", "slot") == [
        (
            "not-fitted",
            "2026-11-23",
            "Nothing that was due fitted the slot at 18:00 (1.25 min).",
            "a longer slot",
        )
    ]


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
                "you it needs a reduced form, which a short break cannot show."
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
    assert about(evolve(who, pain=5), "pain") == []


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
        availability="Mon, Tue 18:00 5 min",
        pain=None,
        wakes_at=None,
    )

    findings = planned(who, weeks=2).findings

    def key(found: Finding) -> tuple[int, str, str, str]:
        return list(Severity).index(found.severity), found.rule, found.subject, found.place

    assert list(findings) == sorted(findings, key=key)
    assert {found.severity for found in findings} == set(Severity)


def test_breaks_that_need_care_are_told_as_left_out_only() -> None:
    """Not as planned in a reduced form, which no break shows."""
    who = person(
        routines=["desk-breaks"], desk="Mon-Fri 09:00-17:00", conditions=["shoulder-injury"]
    )

    plan = planned(who, start=date(2026, 11, 23))

    assert [row[0] for row in told(plan, "condition-caution")] == ["left-out"]
