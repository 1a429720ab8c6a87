"""The checker's own eyes on what this person may do; each rule broken by a known amount."""

from __future__ import annotations

import pytest

from tests.checker.facts import Table
from tests.checker.handmade import breaches, lying, plan, reseconds, rules, session, step

TURNS = session("10:00", step("turns"))
REDUCED = {"is_reduced": True, "notes": ["half range"]}


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
    document = plan({0: [session("10:00", *lying(step("towel-roller-lying")))]})

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
    rise = step("relief-rocking-rise", purpose="way-up", routine=None)
    document = plan({0: [session("10:00", rise, step("turns"))]})

    assert rules(document, **person) == expected


def test_what_the_person_does_not_want_is_seen() -> None:
    """An exercise that was left out by wish may not come back."""
    assert rules(plan({0: [TURNS]}), leaves_out=["turns"]) == ["leaves-out"]


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


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ({"stretch": 0}, []),
        ({"stretch": 1}, ["condition-caution"]),
        ({"stretch": 0, "contract": 0}, ["condition-caution"]),
    ],
)
def test_a_caution_leaves_the_head_on_the_pillow(
    seconds: dict[str, float], expected: list[str]
) -> None:
    """Contraction and relaxation only, and nothing where that leaves nothing."""
    made = reseconds(step("nod", **REDUCED | {"notes": ["tilt"]}), **seconds)

    assert rules(plan({0: [session("10:00", made)]}), conditions=["stiff-neck"]) == expected


def test_a_caution_allows_no_growth() -> None:
    """The second session may not hold more than the first."""
    few, more = step("resist", **REDUCED | {"reps": 1, "cycles": 1}), step("resist", **REDUCED)
    document = plan({0: [session("10:00", few)], 1: [session("10:00", more)]})

    found = breaches(document, conditions=["pressure"])

    assert [breach.sentence for breach in found] == [
        "the dose grows under a caution",
        "['reps'] grows after 1 sessions in 1 days",
    ]


def test_a_caution_takes_the_weight_out_of_the_hands() -> None:
    """No weight at first, and a break shows no note, so it holds nothing cautious."""
    shrug = step("shrug", **REDUCED | {"mass_kg": 1.5})
    document = plan({day: [TURNS] for day in range(14)} | {14: [session("10:00", shrug)]})

    found = breaches(document, conditions=["disc"])

    assert [breach.sentence for breach in found] == ["1.5 kg in the hands"]


def test_a_break_holds_nothing_cautious_because_it_shows_no_note() -> None:
    """Neither as the first choice nor among the others."""
    pause = {"start": "10:00", "minutes": 5, "exercise": "stroll", "others": ["desk-bends"]}
    document = plan({}, {0: [pause]})

    assert rules(document) == []
    assert rules(document, conditions=["stiff-back"]) == ["condition-caution"]


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
        ("home", "10:00", lying(step("towel-roller-lying")), ["equipment"]),
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
