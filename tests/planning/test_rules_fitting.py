"""Hard rules about amount, and the list of all rules: kept and broken one at a time."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Purpose, Reps, Screening
from spinecare.planning.outlook import Outlook
from spinecare.planning.rules import RULES, Candidate, broken_rules
from tests.planning.builders import (
    CATALOGUE,
    breach,
    dosed_step,
    effort,
    happened,
    lasting,
    opening_at,
    outlook_of,
    person,
    session_at,
    step_of,
    with_entries,
)

NOD = "neck-1-flexion-extension"


def test_the_rules_are_all_there_in_the_order_of_the_design() -> None:
    """Each has a reason and a source, and no id twice."""
    assert [rule.id for rule in RULES] == [
        "red-flag",
        "condition-avoid",
        "condition-caution",
        "equipment",
        "spacing",
        "routine-gap",
        "supercompensation",
        "stress-relax",
        "relaxation-kept",
        "apart",
        "stage",
        "order",
        "opening-closing",
        "way-up",
        "sides",
        "time",
        "dose-range",
        "stretch-floor",
        "waking",
        "supine-limit",
        "pain",
        "new-things",
    ]
    assert all(rule.reason.endswith(".") and rule.source for rule in RULES)


def test_every_broken_rule_of_a_session_is_told_with_what_breaks_it() -> None:
    """A towel with a herniation at six in the morning, too long for its slot, without an end."""
    look = outlook_of(person(conditions=["disc-herniation"]))
    at = opening_at(6, minutes=1)
    towel = step_of("towel-roller-lying", "magic-towel", between_s=0)

    told = broken_rules(look, at, session_at(at, towel))

    assert told == (
        "condition-avoid: towel-roller-lying",
        "condition-caution: towel-roller-lying",
        "opening-closing: the closing rest and the slow way up at the end",
        "way-up: towel-roller-lying",
        "time: 70 s in 1 min",
    )


def test_a_session_that_keeps_all_rules_has_nothing_told() -> None:
    """One nod."""
    at = opening_at()

    assert broken_rules(outlook_of(), at, session_at(at, step_of(NOD, "neck"))) == ()


def test_an_unanswered_warning_sign_is_told_even_for_a_sound_session() -> None:
    """The check fails closed, whoever composed the session."""
    at = opening_at()
    look = outlook_of(person(screening=Screening()))

    told = broken_rules(look, at, session_at(at, step_of(NOD, "neck")))

    assert [rule.partition(":")[0] for rule in told] == ["red-flag"]


def test_a_candidate_tells_routine_steps_from_added_ones() -> None:
    """The main steps, their routine, and none for what the planner adds."""
    at = opening_at()
    nod, rest = step_of(NOD, "neck"), step_of("rest-sitting", purpose=Purpose.REST)
    candidate = Candidate(outlook=outlook_of(), opening=at, session=session_at(at, nod, rest))

    assert [step.exercise for step, _ in candidate.main] == [NOD]
    assert candidate.routine_of(nod) == CATALOGUE.routine("neck")
    assert candidate.routine_of(rest) is None
    assert candidate.is_strict(nod)
    assert not candidate.is_strict(rest)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(300, ""), (300.5, "300.5 s in 5 min"), (299, ""), (310, "310 s in 5 min")],
)
def test_a_session_fills_its_slot_to_the_second_and_no_more(seconds: float, said: str) -> None:
    """Five minutes are 300 seconds, the changes between steps included."""
    rest = lasting(step_of("rest-sitting", between_s=0), "relax", 100)
    last = lasting(step_of("rest-sitting"), "relax", seconds - 110)

    assert breach("time", outlook_of(), opening_at(minutes=5), rest, last) == said


def test_ten_seconds_lie_between_exercises() -> None:
    """The step that comes too soon is named; the first and a rest need none."""
    nod, turn = step_of(NOD, between_s=0), step_of("neck-2-rotation", between_s=9.9)
    rest = step_of("rest-sitting", purpose=Purpose.REST, between_s=0)
    look, at = outlook_of(), opening_at()

    assert breach("time", look, at, nod, turn) == "neck-2-rotation"
    assert breach("time", look, at, nod, evolve(turn, between_s=10)) == ""
    assert breach("time", look, at, nod, rest) == ""


CRUNCH = "lumbar-2-crunch-crossed-arms"  # 8 to 12 repetitions, held 2 s
TABLE = "yoga-two-legged-table-pose"  # 3 to 5 repetitions, held 15 to 30 s
PULL = "pulse-pull-up"  # 8 to 12 repetitions, 1 to 3 sets
REACH = "lying-08b-opposite-arm-reach"  # 2 repetitions or more, 3 stand for the top
HIP = "extra-09-kneeling-hip-flexor-stretch"  # held 20 s or more, 30 stand for the top
ROLLS = "extra-10-knee-rolls"  # 6 to 8 movements in all


@pytest.mark.parametrize(
    ("id", "change", "kept"),
    [
        (CRUNCH, {"reps": 7}, False),
        (CRUNCH, {"reps": 8}, True),
        (CRUNCH, {"reps": 12}, True),
        (CRUNCH, {"reps": 13}, False),
        (TABLE, {"reps": 5}, True),
        (TABLE, {"reps": 6}, False),
        (TABLE, {"hold_s": 14.9}, False),
        (TABLE, {"hold_s": 15}, True),
        (TABLE, {"hold_s": 30}, True),
        (TABLE, {"hold_s": 30.1}, False),
        (TABLE, {"hold_s": None}, True),
        (TABLE, {"hold_s": 5, "is_reduced": True}, True),
        (CRUNCH, {"sets": 2}, False),
        (PULL, {"sets": 3}, True),
        (PULL, {"sets": 4}, False),
        (REACH, {"reps": 3}, True),
        (REACH, {"reps": 4}, False),
        (HIP, {"hold_s": 30}, True),
        (HIP, {"hold_s": 31}, False),
        (HIP, {"hold_s": 19}, False),
        (ROLLS, {"reps": 8}, True),
        (ROLLS, {"reps": 9}, False),
        (PULL, {"hold_s": 99}, True),
    ],
)
def test_no_number_lies_outside_the_span_of_its_exercise(
    id: str, change: dict[str, Any], kept: bool
) -> None:
    """Both ends belong to a span; where its top is open, the cap stands for it."""
    said = breach("dose-range", outlook_of(), opening_at(), step_of(id, **change))

    assert said == ("" if kept else id)


def test_a_set_less_than_the_article_asks_is_outside_the_span() -> None:
    """An own exercise of two to four sets, the top of repetitions and of the hold open."""
    own = effort(id="own-sets")
    dose = evolve(
        own.dose, sets="2-4", reps=Reps(low=3, high=None), hold_s="at least 10 s", hold_cap_s=None
    )
    catalogue = with_entries(evolve(own, dose=dose))
    look, at = outlook_of(catalogue=catalogue), opening_at()
    step = step_of("own-sets", catalogue=catalogue)

    assert breach("dose-range", look, at, step) == ""
    assert breach("dose-range", look, at, evolve(step, sets=1)) == "own-sets"
    assert breach("dose-range", look, at, evolve(step, reps=2)) == "own-sets"
    assert breach("dose-range", look, at, evolve(step, reps=50, hold_s=100.0, sets=4)) == ""
    assert breach("dose-range", look, at, evolve(step, hold_s=9.0)) == "own-sets"


def test_an_odd_top_of_single_movements_may_be_made_even() -> None:
    """Of up to 7 movements in all, 8 are done, so that both sides get the same; never 9."""
    rolls = CATALOGUE.entry(ROLLS)
    odd = evolve(rolls, dose=evolve(rolls.dose, reps=evolve(rolls.dose.reps, high=7)))
    look = outlook_of(catalogue=with_entries(odd))

    assert breach("dose-range", look, opening_at(), step_of(ROLLS, reps=8)) == ""
    assert breach("dose-range", look, opening_at(), step_of(ROLLS, reps=9)) == ROLLS


@pytest.mark.parametrize(("halvings", "said"), [(0, CRUNCH), (1, ""), (2, "")])
def test_only_a_halved_dose_may_lie_below_the_span_of_repetitions(halvings: int, said: str) -> None:
    """Four of 8 to 12: after the gentle form did no good, and for nobody else."""
    look = halving(outlook_of(), CRUNCH, halvings)
    few = step_of(CRUNCH, reps=4, cycles=4, is_reduced=True)

    assert breach("dose-range", look, opening_at(), few) == said
    assert breach("dose-range", look, opening_at(), evolve(few, reps=8, cycles=8)) == ""


def halving(look: Outlook, id: str, times: int) -> Outlook:
    """Return an outlook in which the gentle form of an exercise is halved so many times."""
    entry = look.catalogue.entry(id)
    suits = evolve(look.suitable[entry.id], is_reduced=True, halvings=times)
    return evolve(look, suitable={**look.suitable, entry.id: suits}, doses={})


def test_halving_one_exercise_allows_nothing_of_another() -> None:
    """The table is halved, the crunch is not: four crunches stay too few."""
    look = halving(outlook_of(), TABLE, 1)
    few = step_of(CRUNCH, reps=4, is_reduced=True)

    assert breach("dose-range", look, opening_at(), step_of(TABLE, reps=1, is_reduced=True)) == ""
    assert breach("dose-range", look, opening_at(), few) == CRUNCH


@pytest.mark.parametrize(
    ("id", "change"), [(CRUNCH, {"reps": 13}), (CRUNCH, {"sets": 2}), (PULL, {"sets": 4})]
)
def test_a_halved_dose_may_not_lie_above_its_span(id: str, change: dict[str, Any]) -> None:
    """Nor have more sets, or fewer than the article asks."""
    look = halving(outlook_of(), id, 1)

    assert breach("dose-range", look, opening_at(), step_of(id, is_reduced=True, **change)) == id


@pytest.mark.parametrize("id", [CRUNCH, TABLE, PULL, HIP, ROLLS, REACH])
def test_what_the_planner_makes_of_halvings_keeps_the_rule(id: str) -> None:
    """Down to the last half: repetitions, then holds."""
    for times in range(8):
        look = halving(outlook_of(), id, times)

        assert breach("dose-range", look, opening_at(), dosed_step(look, id)) == ""


def test_what_the_planner_adds_may_be_longer_than_its_dose() -> None:
    """Only the exercises of routines have spans to keep; a rest answers its effort."""
    rest = step_of("rest-sitting", purpose=Purpose.REST, hold_s=200.0)

    assert breach("dose-range", outlook_of(), opening_at(), rest) == ""


EFFORTS = (
    "upper-back-4-prone-double-leg-raise",
    "upper-back-5-prone-chest-lift",
    "lumbar-2-crunch-crossed-arms",
    "lumbar-3-dry-land-swim",
)


def test_three_new_efforts_may_join_and_a_fourth_may_not() -> None:
    """The fourth is named; one of them twice counts once."""
    look, at = outlook_of(), opening_at()
    steps = [step_of(id) for id in EFFORTS]

    assert breach("new-things", look, at, *steps[:3]) == ""
    assert breach("new-things", look, at, *steps) == EFFORTS[3]
    assert breach("new-things", look, at, *steps[:3], *steps[:3]) == ""


def test_what_was_tried_is_not_new() -> None:
    """By the person's own word, or in an earlier session of the plan."""
    steps = [step_of(id) for id in EFFORTS]
    told = outlook_of(person(tried=EFFORTS[:1]))
    done = outlook_of()
    happened(done, opening_at(8), steps[0])

    assert breach("new-things", told, opening_at(), *steps) == ""
    assert breach("new-things", done, opening_at(), *steps) == ""


def test_movement_and_stretches_are_not_counted_for_a_sound_person() -> None:
    """Seven circles at once."""
    ids = CATALOGUE.routine("wushu-morning").entries

    assert breach("new-things", outlook_of(), opening_at(), *map(step_of, ids)) == ""


@pytest.mark.parametrize("change", [{"pain": 1}, {"pain": None}, {"conditions": ["knee-pain"]}])
def test_with_pain_or_a_condition_every_kind_but_relaxation_counts(
    change: dict[str, Any],
) -> None:
    """Three circles and the corpse pose; a fourth circle is too many."""
    look = outlook_of(person(**change))
    ids = ("wushu-trunk-twist", "wushu-head-rotation", "neck-2-rotation", "yoga-corpse-pose")
    steps = [dosed_step(look, id) for id in ids]

    assert breach("new-things", look, opening_at(), *steps) == ""
    one_more = step_of("neck-3-side-bend")
    assert breach("new-things", look, opening_at(), *steps, one_more) == "neck-3-side-bend"


@pytest.mark.parametrize(("seconds", "said"), [(15, ""), (14.9, "yoga-supine-twist"), (40, "")])
def test_a_stretch_is_never_cut_short(seconds: float, said: str) -> None:
    """The twist is held 15 s at the least; a longer one is no breach of this rule."""
    twist = lasting(step_of("yoga-supine-twist"), "stretch", seconds)

    assert breach("stretch-floor", outlook_of(), opening_at(), twist) == said


def test_a_caution_may_shorten_a_stretch_and_other_phases_are_no_stretches() -> None:
    """Reduced forms hold less; the hold of a bridge is none of this rule's business."""
    short = lasting(step_of("lying-12-prone-on-elbows"), "stretch", 2)
    bridge = lasting(step_of("yoga-two-legged-table-pose"), "hold", 1)
    look, at = outlook_of(), opening_at()

    assert breach("stretch-floor", look, at, short) == short.exercise
    assert breach("stretch-floor", look, at, evolve(short, is_reduced=True)) == ""
    assert breach("stretch-floor", look, at, bridge) == ""
