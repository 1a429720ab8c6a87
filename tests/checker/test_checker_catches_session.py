"""The checker's own eyes on what happens inside a session; each rule broken by a known amount."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checker.facts import Table
from tests.checker.handmade import breaches, lying, plan, reseconds, rules, session, step

PULL = session("10:00", step("pulse-pull-up"))
TURNS = session("10:00", step("turns"))


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
    document = plan({0: [session("10:00", made)]}, weeks=1)

    assert rules(document, strict_relaxation=strict) == expected


def test_the_rest_between_sets_answers_the_set_before() -> None:
    """Two sets of pulls with 60 s between them pass; with 15.9 s they do not."""
    more = {"sets": 2, "rest_s": 60}
    held: dict[int, list[Table]] = {day: [PULL] for day in (0, 5, 10, 15)}
    good, short = step("pulse-pull-up", **more), step("pulse-pull-up", **more | {"rest_s": 15.9})

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
