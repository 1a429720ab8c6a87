"""The checker's own eyes: each rule broken by a known amount, and the exact breach."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checker.facts import Table, bounds
from tests.checker.handmade import breaches, lying, plan, reseconds, rules, session, step
from tests.checker.profile import lines_of

PULL = session("10:00", step("pulse-pull-up"))
TURNS = session("10:00", step("turns"))


def pause(start: str, *ids: str, minutes: float = 5) -> Table:
    """Return a desk break."""
    first, *others = ids or ("stroll",)
    return {"start": start, "minutes": minutes, "exercise": first, "others": others}


def finding(rule: str, subject: str, severity: str = "not-fitted") -> Table:
    """Return a finding."""
    return {"rule": rule, "subject": subject, "severity": severity, "reason": "No room."}


def full() -> Table:
    """Return a plan of four weeks that keeps every rule."""
    neck = session("16:00", step("turns"), minutes=20)
    complete = session("16:00", step("turns"), step("resist"), step("shrug"), minutes=20)
    floor = session(
        "10:00",
        step("circles"),
        step("bends"),
        step("leg-raise"),
        *lying(step("leg-cross"), step("press-and-cross")),
    )
    held: dict[int, list[Table]] = {day: [neck] for day in range(12)}
    held |= {14: [complete], 15: [neck], 3: [PULL, neck], 9: [floor, neck], 10: [neck]}
    held |= {8: [PULL, neck], 16: [PULL], 20: [floor], 21: [session("10:00", step("towel"))]}
    held[21] = [session("10:00", *lying(step("towel")))]
    return plan(held, {0: [pause("10:00"), pause("11:00")]})


def test_an_honest_plan_has_no_breach() -> None:
    """Four weeks with every kind of work pass every check."""
    assert breaches(full()) == []


@pytest.mark.parametrize(
    ("screening", "cleared", "expected"),
    [
        ({"others": "no"}, False, []),
        ({"no": ["rf-fever", "rf-age"]}, False, []),
        ({"no": ["rf-fever"]}, False, ["red-flag"]),
        ({"yes": ["rf-fever"], "others": "no"}, True, ["red-flag"]),
        ({"yes": ["rf-age"], "others": "no"}, False, ["red-flag"]),
        ({"yes": ["rf-age"], "others": "no"}, True, []),
    ],
)
def test_a_plan_needs_every_warning_sign_answered_and_none_that_forbids_it(
    screening: Table, cleared: bool, expected: list[str]
) -> None:
    """Only a clinician's word opens a before-start sign; nothing opens an urgent one."""
    document = plan({0: [TURNS]})

    assert rules(document, screening=screening, cleared_by_clinician=cleared) == expected


def test_an_avoided_exercise_is_seen_in_steps_and_in_breaks() -> None:
    """By its id as by a tag, as a first choice as in the alternatives."""
    document = plan({0: [session("10:00", *lying(step("towel")))]})

    assert rules(document) == []
    assert rules(document, conditions=["disc"]) == ["condition-avoid"]


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({"asks_for": ["relief-rocking-rise"], "pain": 2}, []),
        ({"asks_for": ["relief-rocking-rise"], "pain": 3}, ["condition-avoid"]),
        ({"asks_for": ["relief-rocking-rise"], "pain": None}, ["condition-avoid"]),
        (
            {"asks_for": ["relief-rocking-rise"], "conditions": ["pressure"]},
            ["condition-avoid"],
        ),
        ({}, ["condition-avoid", "on-request"]),
    ],
)
def test_the_rocking_rise_is_only_for_the_fit_who_ask(person: Table, expected: list[str]) -> None:
    """With a condition, with pain above 2 or unknown, or unasked it is a breach."""
    rise = step("relief-rocking-rise", purpose="opening", routine=None)
    document = plan({0: [session("10:00", rise, step("turns"))]})

    assert rules(document, **person) == expected


def test_what_the_person_does_not_want_is_seen() -> None:
    """An exercise that was left out by wish may not come back."""
    assert rules(plan({0: [TURNS]}), leaves_out=["turns"]) == ["leaves-out"]


REDUCED = {"is_reduced": True, "notes": ["half range"]}


@pytest.mark.parametrize(
    ("made", "condition", "sentence"),
    [
        (step("leg-cross", **REDUCED), "disc", ""),
        (step("leg-cross", **REDUCED | {"is_reduced": False}), "disc", "not marked"),
        (step("leg-cross", **REDUCED | {"notes": []}), "disc", "no note"),
        (step("leg-cross", **REDUCED | {"reps": 2, "cycles": 2}), "disc", "reps is 2"),
        (step("leg-cross", **REDUCED | {"hold_s": 11}), "disc", "hold_s is 11"),
        (reseconds(step("leg-cross", **REDUCED), stretch=11), "disc", "stretch of 11 s"),
        (reseconds(step("leg-cross", **REDUCED), stretch=8), "disc", ""),
    ],
)
def test_a_caution_asks_for_the_reduced_form(made: Table, condition: str, sentence: str) -> None:
    """Marked, with its note, one set, and every number at its lowest or below."""
    document = plan({0: [session("10:00", *lying(made))]})

    found = breaches(document, conditions=[condition])

    assert [breach.rule for breach in found] == (["condition-caution"] if sentence else [])
    assert all(sentence in breach.sentence for breach in found)


@pytest.mark.parametrize(
    ("made", "condition", "expected"),
    [
        (step("resist", **REDUCED), "pressure", []),
        (reseconds(step("resist", **REDUCED), contract=5.1), "pressure", ["condition-caution"]),
        (step("resist", **REDUCED | {"sets": 2}), "pressure", ["condition-caution"]),
        (reseconds(step("swim", **REDUCED), move=600), "water-care", []),
        (reseconds(step("swim", **REDUCED), move=601), "water-care", ["condition-caution"]),
    ],
)
def test_a_caution_caps_holds_and_time_by_tag(
    made: Table, condition: str, expected: list[str]
) -> None:
    """Five seconds of pressing at most; in the water half the time."""
    document = plan({0: [session("10:00", made)]})

    found = rules(document, conditions=[condition], equipment=["dumbbells"], wakes_at="05:00")

    assert found == expected


def test_a_caution_allows_no_growth() -> None:
    """The second session may not hold more than the first."""
    few, more = step("resist", **REDUCED | {"reps": 1, "cycles": 1}), step("resist", **REDUCED)
    document = plan({0: [session("10:00", few)], 1: [session("10:00", more)]})

    found = breaches(document, conditions=["pressure"])

    assert [breach.sentence for breach in found] == ["the dose grows under a caution"]


def test_a_caution_takes_the_weight_out_of_the_hands() -> None:
    """No weight at first, and a break shows no note, so it holds nothing cautious."""
    shrug = step("shrug", **REDUCED | {"mass_kg": 1.5})
    document = plan({day: [TURNS] for day in range(14)} | {14: [session("10:00", shrug)]})

    found = breaches(document, conditions=["disc"])

    assert [breach.sentence for breach in found] == ["1.5 kg in the hands"]


@pytest.mark.parametrize(("last_s", "expected"), [(87, []), (88, ["supine-limit"])])
def test_three_minutes_on_the_back_are_the_limit_in_pregnancy(
    last_s: float, expected: list[str]
) -> None:
    """Steps in a row count together, with the changes between them; one second decides."""
    first = reseconds(step("leg-cross", **REDUCED), stretch=0, relax=0)  # 13 s, then 10 s
    rest = reseconds(step("yoga-corpse-pose", **REDUCED), relax=60)  # then 10 s
    last = reseconds(step("yoga-corpse-pose", **REDUCED), relax=last_s)
    way_up = step("transition-roll-and-rise")
    document = plan({0: [session("10:00", first, rest, last, way_up)]})

    found = [rule for rule in rules(document, conditions=["pregnancy"]) if "supine" in rule]

    assert found == expected


@pytest.mark.parametrize(
    ("place", "start", "made", "expected"),
    [
        ("home", "10:00", (step("turns"),), []),
        ("home", "10:00", lying(step("towel")), ["equipment"]),
        ("park", "07:00", (step("turns"),), []),
        ("park", "07:00", lying(step("reach")), ["equipment"]),
    ],
)
def test_things_and_the_floor_must_be_at_hand(
    place: str, start: str, made: tuple[Table, ...], expected: list[str]
) -> None:
    """What is not at home is missed there; an unlisted place has not even a floor."""
    minutes = 10 if place == "park" else 45
    document = plan({6: [session(start, *made, minutes=minutes, place=place)]})

    assert rules(document, equipment=[]) == expected


@pytest.mark.parametrize(
    ("first", "second", "level", "expected"),
    [
        ((0, "10:00"), (5, "10:00"), "practised", []),
        ((0, "16:00"), (5, "10:00"), "practised", ["spacing", "supercompensation"]),
    ],
)
def test_pulls_keep_five_whole_days(
    first: tuple[int, str], second: tuple[int, str], level: str, expected: list[str]
) -> None:
    """120 hours are enough, 114 are not."""
    held: dict[int, list[Table]] = {}
    for day, start in (first, second):
        minutes = 20 if start == "16:00" else 45
        held[day] = [session(start, step("pulse-pull-up"), minutes=minutes)]

    assert rules(plan(held), level=level) == expected


def test_five_days_over_the_spring_change_are_an_hour_short() -> None:
    """119 real hours lie between the same wall times; the checker counts real hours."""
    document = plan({0: [PULL], 5: [PULL]}, start=date(2026, 3, 25))

    assert "119.00 h" in breaches(document)[0].sentence


@pytest.mark.parametrize(
    ("days", "level", "expected"),
    [
        (2, "practised", []),
        (1, "practised", ["spacing"]),
        (2, "beginner", ["spacing"]),
        (3, "beginner", []),
    ],
)
def test_strength_keeps_two_days_and_a_beginner_three(
    days: int, level: str, expected: list[str]
) -> None:
    """The same lift again after 24, 48 and 72 hours."""
    lift = session("10:00", *lying(step("leg-raise")))

    assert rules(plan({0: [lift], days: [lift]}), level=level) == expected


def test_the_lighter_of_two_kinds_of_work_decides() -> None:
    """A gentle press on the same muscle waits a day after a lift, not two."""
    lift = session("10:00", *lying(step("leg-raise")))
    press = session("10:00", *lying(step("leg-cross"), step("press-and-cross")))
    late = session("16:00", *lying(step("leg-cross"), step("press-and-cross")), minutes=20)

    assert rules(plan({0: [lift], 1: [press]})) == []
    assert rules(plan({0: [lift, late]})) == ["spacing"]


def test_light_neck_work_comes_back_after_six_hours() -> None:
    """From 10:00 to 16:00 is enough, from 16:00 to 21:00 is not."""
    morning = session("10:00", step("resist"))
    later = session("16:00", step("resist"), minutes=20)
    night = session("21:00", step("resist"), minutes=20)

    assert rules(plan({0: [morning, later]})) == []
    assert rules(plan({0: [later, night]})) == ["spacing"]


def test_the_towel_comes_once_a_day() -> None:
    """Twice on a date is a breach, on two dates it is none."""
    day = session("10:00", *lying(step("towel")))
    night = session("21:00", *lying(step("towel")), minutes=20)

    assert rules(plan({0: [day], 1: [day]})) == []
    assert rules(plan({0: [day, night]})) == ["spacing"]


def test_a_routine_comes_no_more_often_than_its_cadence() -> None:
    """Three times on a day, and four times in a week, are too many."""
    three = [
        session("10:00", step("circles")),
        session("16:00", step("circles"), minutes=20),
        session("21:00", step("circles"), minutes=20),
    ]
    lift = session("10:00", *lying(step("leg-raise")))
    crunch = session("10:00", *lying(step("crunch")))

    assert rules(plan({0: three[:2]})) == []
    assert rules(plan({0: three})) == ["cadence"]
    assert rules(plan({0: [lift], 1: [crunch], 2: [lift], 7: [lift]})) == []
    assert rules(plan({0: [lift], 1: [crunch], 2: [lift], 3: [crunch]})) == ["cadence"]


def test_a_routine_keeps_the_hours_between_its_sessions() -> None:
    """Three hours are asked for; a slot at 12:59 comes too early."""
    first = session("10:00", step("circles"), minutes=20)
    availability = "daily 10:00, 12:59, 13:00 20 min"
    early, right = (session(at, step("circles"), minutes=20) for at in ("12:59", "13:00"))

    assert rules(plan({0: [first, right]}), availability=availability) == []
    assert rules(plan({0: [first, early]}), availability=availability) == ["cadence"]


def test_a_late_pull_needs_a_finding() -> None:
    """Eight days are inside the window; nine need a word about it."""
    told = [finding("supercompensation", "pulls")]

    assert rules(plan({0: [PULL], 8: [PULL]})) == []
    assert rules(plan({0: [PULL], 9: [PULL]})) == ["supercompensation"]
    assert rules(plan({0: [PULL], 9: [PULL]}, findings=told)) == []


@pytest.mark.parametrize(
    ("days", "on", "expected"),
    [
        (range(14), 14, []),
        (range(13), 13, ["stage"]),
        (range(10), 14, []),
        (range(9), 14, ["stage"]),
        ([*range(9), 14], 15, ["stage"]),
    ],
)
def test_a_stage_opens_after_its_days_and_its_completed_days(
    days: Any, on: int, expected: list[str]
) -> None:
    """Day 14 with ten days done is the first; nine days, or day 13, are too early."""
    held = {day: [TURNS] for day in days if day != 14}
    held[on] = [session("10:00", step("turns"), step("shrug"))]

    assert rules(plan(held)) == expected


@pytest.mark.parametrize(
    ("made", "strict", "expected"),
    [
        (reseconds(step("turns"), relax=8), False, []),
        (step("turns", phases=step("turns")["phases"][:1]), False, ["stress-relax", "time"]),
        (reseconds(step("circles"), relax=5), False, []),
        (reseconds(step("circles"), relax=40), True, []),
        (reseconds(step("circles"), relax=39.9), True, ["stress-relax"]),
        (reseconds(step("resist"), contract=8.0), False, []),
        (reseconds(step("resist"), contract=8.0, relax=7.9), False, ["dose-range", "stress-relax"]),
        (step("pulse-pull-up"), False, []),
        (reseconds(step("swim"), relax=60), True, []),
    ],
)
def test_effort_is_answered_by_relaxation(made: Table, strict: bool, expected: list[str]) -> None:
    """As long as the effort where that is the rule, five seconds elsewhere, afloat a minute."""
    document = plan({0: [session("10:00", made)]})

    assert rules(document, strict_relaxation=strict) == expected


def test_the_rest_between_sets_answers_the_set_before() -> None:
    """Two sets of pulls with 60 s between them pass; with 15 s they do not."""
    more = {"sets": 2, "rest_s": 60, "reps": 12, "cycles": 12}
    held: dict[int, list[Table]] = {day: [PULL] for day in (0, 5, 10, 15)}
    good, short = step("pulse-pull-up", **more), step("pulse-pull-up", **more | {"rest_s": 15})

    assert rules(plan(held | {20: [session("10:00", good)]})) == []
    assert "stress-relax" in rules(plan(held | {20: [session("10:00", short)]}))


def test_a_run_goes_on_into_the_next_step_until_it_is_answered() -> None:
    """Two efforts without relaxation between them need one as long as both."""
    bare = step("resist")
    bare["phases"] = bare["phases"][:1]
    rest = step("rest-standing", phases=reseconds(step("rest-standing"), relax=19.9)["phases"])
    enough = step("rest-standing", phases=reseconds(step("rest-standing"), relax=20)["phases"])

    short = breaches(plan({0: [session("10:00", bare, bare, rest)]}))
    long = breaches(plan({0: [session("10:00", bare, bare, enough)]}))

    assert "20 s of stress, then 19.9 s" in next(
        b.sentence for b in short if b.rule == "stress-relax"
    )
    assert "stress-relax" not in {breach.rule for breach in long}


def test_a_role_that_the_data_do_not_bear_out_is_seen() -> None:
    """A plan cannot call an effort neutral to be rid of its relaxation."""
    made = step("resist")
    made["phases"] = [made["phases"][0] | {"role": "neutral"}, made["phases"][1]]

    assert rules(plan({0: [session("10:00", made)]})) == ["stress-relax"]


@pytest.mark.parametrize(
    "steps",
    [
        (step("resist"), step("turns")),
        lying(step("press-and-cross")),
        lying(step("press-and-cross"), step("leg-cross")),
        (step("turns"), step("circles")),
        lying(step("reach"), step("reach"), step("reach-across"), step("reach-across")),
        (step("circles", routine="neck"),),
    ],
)
def test_a_wrong_order_is_seen(steps: tuple[Table, ...]) -> None:
    """Before, needs, the routine's own order, the parts of a session, and whole rows."""
    assert "order" in rules(plan({0: [session("10:00", *steps)]}))


def test_a_row_may_be_done_three_times() -> None:
    """One, two, one, two, one, two is the order of the article; a fourth time is too many."""
    row = [step("reach"), step("reach-across")]

    assert rules(plan({0: [session("10:00", *lying(*row * 3))]})) == []
    assert rules(plan({0: [session("10:00", *lying(*row * 4))]})) == ["order"]


@pytest.mark.parametrize(("tense", "expected"), [([], []), (["neck"], 1), (None, 1)])
def test_gymnastics_opens_with_relief_while_something_is_tense(tense: Any, expected: Any) -> None:
    """Unknown counts as tense; with nothing tense the opening may fall away."""
    eased = plan({0: [session("10:00", step("ease"), step("turns"))]})

    assert rules(plan({0: [TURNS]}), tense=tense) == (["opening-closing"] if expected else [])
    assert rules(eased, tense=tense) == []


@pytest.mark.parametrize(
    "steps",
    [
        (step("reach"),),
        (step("reach"), step("transition-roll-and-rise")),
        (step("reach"), step("lying-fetal-rest")),
        (step("reach"), step("turns")),
    ],
)
def test_lying_work_without_its_closing_is_seen(steps: tuple[Table, ...]) -> None:
    """A rest and the way up belong to it, and nobody stands up at once."""
    assert "opening-closing" in rules(plan({0: [session("10:00", *steps)]}))


def test_both_sides_are_done_and_the_start_alternates() -> None:
    """One side alone, or the same start twice, is a breach."""
    one = session("10:00", *lying(step("leg-cross", sides=["left"])))
    honest = plan({0: [TURNS], 1: [TURNS]})
    honest["plan"]["weeks"][0]["days"][1]["sessions"][0]["steps"][0]["sides"] = ["left", "right"]

    assert rules(plan({0: [one]})) == ["sides"]
    assert rules(plan({0: [TURNS], 1: [TURNS]})) == []
    assert rules(honest) == ["sides"]


@pytest.mark.parametrize(("relax", "expected"), [(72.0, []), (72.1, ["time"])])
def test_a_session_fits_its_slot_to_the_second(relax: float, expected: list[str]) -> None:
    """20 minutes hold three times 5 x (8 + 72) s, and not half a second more."""
    turns = reseconds(step("turns", between_s=0), relax=72)
    last = reseconds(step("turns", between_s=0), relax=relax)
    document = plan({0: [session("16:00", turns, turns, last, minutes=20)]})

    assert rules(document) == expected


@pytest.mark.parametrize(
    "steps",
    [
        (step("circles"), step("turns", between_s=9)),
        lying(step("leg-cross", change_s=4)),
        (step("turns", cycles=4),),
        (step("turns", reps_per="side"),),
    ],
)
def test_time_that_is_not_counted_is_seen(steps: tuple[Table, ...]) -> None:
    """Changes of exercise and side, and every repetition, belong to the time."""
    assert rules(plan({0: [session("10:00", *steps)]})) == ["time"]


@pytest.mark.parametrize(
    ("wakes", "conditions", "expected"),
    [
        ("09:00", [], []),
        ("09:01", [], ["waking"]),
        ("08:00", ["disc"], []),
        ("08:01", ["disc"], ["waking"]),
        (None, [], []),
    ],
)
def test_nothing_bends_far_soon_after_getting_up(
    wakes: str | None, conditions: list[str], expected: list[str]
) -> None:
    """An hour, and two with a disc herniation; the end of the hour is outside it."""
    document = plan({0: [session("10:00", step("bends"))]})

    assert rules(document, wakes_at=wakes, conditions=conditions) == expected


@pytest.mark.parametrize(("start", "expected"), [("08:59", ["waking"]), ("09:00", [])])
def test_an_unknown_waking_time_counts_until_nine(start: str, expected: list[str]) -> None:
    """A slot before 09:00 counts as inside the hour; breaks count too."""
    document = plan({0: [session(start, step("bends"), minutes=20)]})
    early = plan({0: []}, {0: [pause("08:30", "stroll", "desk-bends")]})

    slots = f"daily {start} 20 min"
    assert rules(document, wakes_at=None, availability=slots) == expected
    assert rules(early, wakes_at=None, desk="Mon-Fri 07:00-17:00") == ["waking"]


@pytest.mark.parametrize(
    ("first", "second", "day", "expected"),
    [
        ("leg-raise", "crunch", 27, ["heavy-neighbours"]),
        ("leg-raise", "crunch", 28, []),
        ("leg-raise", "leg-cross", 0, []),
    ],
)
def test_heavy_bending_and_arching_stay_apart_for_four_weeks(
    first: str, second: str, day: int, expected: list[str]
) -> None:
    """Day 27 is the last of them."""
    document = plan({day: [session("10:00", *lying(step(first), step(second)))]}, weeks=5)

    assert rules(document) == expected


def test_at_most_three_new_things_join_in_a_session() -> None:
    """Effort counts for everyone; with a condition or pain, movement and stretches count too."""
    work = lying(step("leg-raise"), step("leg-cross"), step("press-and-cross"))
    three = session("10:00", step("turns"), step("resist"), *work)
    four = session("10:00", step("pulse-pull-up"), step("resist"), *work)

    assert rules(plan({0: [three]}), tried=[]) == ["new-things"]  # is_new follows `tried`
    assert rules(plan({0: [three]})) == []
    assert rules(plan({0: [three]}), pain=None) == ["new-things"]
    assert rules(plan({0: [three]}), pain=1) == ["new-things"]
    assert "new-things" in rules(plan({0: [four]}), tried=[])


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (step("resist", reps=4, cycles=4), []),
        (step("resist", reps=5, cycles=5), ["dose-range"]),
        (step("resist", reps=1, cycles=1), ["dose-range"]),
        (step("resist", hold_s=8.1), ["dose-range"]),
        (reseconds(step("resist"), contract=4.9), ["dose-range"]),
        (step("pulse-pull-up", sets=2, rest_s=60), ["dose-range"]),
        (reseconds(step("turns"), relax=60), []),
    ],
)
def test_each_number_lies_inside_its_span(made: Table, expected: list[str]) -> None:
    """Both ends belong to it; relaxation may be longer; the first pulls are one set."""
    assert rules(plan({0: [session("10:00", made)]})) == expected


@pytest.mark.parametrize(
    ("person", "made"),
    [
        ({"availability": "daily 10:01 45 min"}, TURNS),
        ({"availability": "daily 10:00 44 min"}, TURNS),
        ({"availability": "Tue-Sun 10:00 45 min"}, TURNS),
        ({"availability": "daily 10:00 45 min (office)"}, TURNS),
        (
            {
                "availability": {
                    "slots": [{"weekday": "Mon", "start": "10:00", "minutes": 45}],
                    "days_off": ["2026-11-23"],
                }
            },
            TURNS,
        ),
        ({"timezone": "Asia/Tokyo"}, TURNS),
    ],
)
def test_a_session_outside_the_slots_is_seen(person: Table, made: Table) -> None:
    """Another minute, length, day, place, zone or a day off."""
    assert "slots" in rules(plan({0: [made]}), **person)


@pytest.mark.parametrize(
    ("start", "at", "expected"),
    [
        (date(2026, 3, 23), "02:30", ["slots"]),  # does not exist on Sunday 29 March
        (date(2026, 10, 19), "02:30", ["slots"]),  # comes twice on Sunday 25 October
        (date(2026, 10, 19), "01:59", ["slots"]),  # ends inside the doubled hour
        (date(2026, 11, 23), "02:30", []),
    ],
)
def test_no_wall_time_lies_in_a_clock_change(start: date, at: str, expected: list[str]) -> None:
    """Neither the start nor the end of a session."""
    document = plan({6: [session(at, step("circles"), minutes=20)]}, start=start)

    found = rules(document, availability=f"daily {at} 20 min", wakes_at="00:30")

    assert found == expected


def test_sessions_never_overlap() -> None:
    """The minutes of the first slot count, not only its steps."""
    pair = [session("10:00", step("circles")), session("10:44", step("turns"))]

    assert rules(plan({0: pair}), availability="daily 10:00, 10:44 45 min") == ["slots"]


@pytest.mark.parametrize(
    ("day", "pauses", "expected"),
    [
        (0, [pause("10:00"), pause("11:00"), pause("16:55")], []),
        (0, [pause("16:56")], ["desk-breaks"]),
        (0, [pause("09:59")], ["desk-breaks"]),
        (0, [pause("10:00"), pause("10:59")], ["desk-breaks"]),
        (5, [pause("10:00")], ["desk-breaks"]),
        (0, [pause("10:00", "circles")], ["desk-breaks"]),
    ],
)
def test_breaks_fall_inside_desk_hours_and_apart(
    day: int, pauses: list[Table], expected: list[str]
) -> None:
    """An hour after sitting down, an hour apart, over before the day at the desk is."""
    assert rules(plan({}, {day: pauses})) == expected


def test_a_break_does_not_overlap_a_session() -> None:
    """A session from 10:00 ends before a break at 11:00, not before one at 10:00."""
    document = plan({0: [TURNS]}, {0: [pause("10:00")]})

    assert rules(document) == ["desk-breaks"]


def test_nothing_is_silently_dropped() -> None:
    """A wished routine, and each of its exercises, is there or has a finding."""
    held = {0: [session("10:00", step("circles"))]}
    told = [finding("time", "bends")]
    noted = [finding("time", "bends", severity="note")]

    assert rules(plan({}), routines=["morning"]) == ["completeness"]
    assert rules(plan(held), routines=["morning"]) == ["completeness"]
    assert rules(plan(held, findings=noted), routines=["morning"]) == ["completeness"]
    assert rules(plan(held, findings=told), routines=["morning"]) == []
    assert rules(plan(held, routines=["morning"], findings=told)) == []


def test_unknown_ids_and_findings_without_reason_are_seen() -> None:
    """Also an entry that the plan itself does not carry."""
    document = plan({0: [session("10:00", step("turns") | {"exercise": "moonwalk"})]})
    bare = plan({0: [TURNS]}, catalogue={"entries": []})
    mute = plan({}, findings=[finding("time", "turns") | {"reason": " "}])

    assert "ids" in rules(document)
    assert rules(bare) == ["ids"]
    assert rules(mute) == ["findings"]


def test_a_session_of_rests_alone_is_seen() -> None:
    """Openings and closings are no session, and a named routine must be done."""
    idle = session("10:00", step("ease")) | {"routines": ["neck"]}

    assert rules(plan({0: [idle]})) == ["sessions"]


def test_days_follow_each_other() -> None:
    """A plan whose days leave a gap is seen."""
    document = plan({0: [TURNS]})
    document["plan"]["weeks"][1]["days"][0]["date"] = "2026-12-01"

    assert rules(document) == ["weeks"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (10, (10, 10)),
        ([10, None], (10, None)),
        ("10-30 s", (10, 30)),
        ("10 s to 1 min", (10, 60)),
        ("1-2 min", (60, 120)),
        ("at least 20 s", (20, None)),
        ("8-12", (8, 12)),
        ({"count": [8, 12], "per": "side"}, (8, 12)),
    ],
)
def test_the_checker_reads_every_way_to_write_a_span(text: Any, expected: Any) -> None:
    """It must not be fooled by how a data file writes a number."""
    assert bounds(text) == expected


def test_the_checker_reads_availability_as_people_write_it() -> None:
    """Ranges over the week's end, several times, hours and places."""
    lines = lines_of("Sat-Mon 07:00, 19:30 1.5 h; Wed 6:05 20 min (office)")

    assert [line.weekday for line in lines] == [5, 5, 6, 6, 0, 0, 2]
    assert {line.minutes for line in lines} == {90, 20}
    assert lines[-1].place == "office"
