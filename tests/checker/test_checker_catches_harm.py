"""The checker's own eyes on a real plan: each change in one place must be seen."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.checker.checker import check
from tests.checker.facts import Table, built_in_facts
from tests.checker.persons import KEEN, MONDAY, sessions, steps
from tests.checker.planned import document_of

pytestmark = pytest.mark.no_cover  # tests/README.md says why

PERSON = KEEN | {
    "conditions": ["spinal-stenosis"],
    "routines": [*KEEN["routines"], "fitball"],
}


@cache
def _sound() -> Table:
    """Return a plan in which nothing is wrong."""
    document = document_of(PERSON, MONDAY, 4)
    assert check(document, built_in_facts(), PERSON) == []
    return document


def _first(document: Table, exercise: str) -> tuple[Table, Table]:
    return next(pair for pair in steps(document) if pair[1]["exercise"] == exercise)


def _cut_relaxation(document: Table) -> None:
    for phase in _first(document, "neck-1-flexion-extension")[1]["phases"]:
        if phase["kind"] == "relax":
            phase["seconds"] -= 3


def _drop_way_up(document: Table) -> None:
    session = _first(document, "transition-roll-and-rise")[0]
    session["steps"] = [
        step for step in session["steps"] if step["exercise"] != "transition-roll-and-rise"
    ]


def _swap_order(document: Table) -> None:
    longest = max(sessions(document), key=lambda session: len(session["steps"]))
    mains = [i for i, step in enumerate(longest["steps"]) if step["purpose"] == "main"]
    row, (first, last) = longest["steps"], (mains[0], mains[-1])
    row[first], row[last] = row[last], row[first]


def _one_side(document: Table) -> None:
    _first(document, "lying-02-crossed-leg-rotation-stretch")[1]["sides"] = ["left"]


def _early_neck_four(document: Table) -> None:
    late = copy.deepcopy(_first(document, "neck-4-isometric-resisted")[1])
    session, step = _first(document, "neck-3-side-bend")
    session["steps"].insert(session["steps"].index(step) + 1, late)


def _second_pull(document: Table) -> None:
    session, step = _first(document, "pulse-pull-up")
    other = next(s for s in sessions(document) if s["date"] > session["date"] and s["steps"] != [])
    other["routines"].append("pulse-pull-ups")
    other["steps"].insert(0, copy.deepcopy(step))


def _longer_hold(document: Table) -> None:
    step = _first(document, "lying-01-butterfly-groin-stretch")[1]
    step["hold_s"] = 31


def _other_slot(document: Table) -> None:
    sessions(document)[0]["start"] = "19:01"


def _shorter_slot(document: Table) -> None:
    longest = max(sessions(document), key=lambda session: len(session["steps"]))
    longest["steps"] += copy.deepcopy(longest["steps"])


def _towel(document: Table) -> None:
    step = _first(document, "lying-fetal-rest")[1]
    step["exercise"] = "towel-roller-lying"


def _no_finding(document: Table) -> None:
    document["plan"]["findings"] = []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (_cut_relaxation, "stress-relax"),
        (_drop_way_up, "opening-closing"),
        (_swap_order, "order"),
        (_one_side, "sides"),
        (_early_neck_four, "stage"),
        (_second_pull, "supercompensation"),
        (_longer_hold, "dose-range"),
        (_other_slot, "slots"),
        (_shorter_slot, "time"),
        (_towel, "condition-avoid"),
        (_no_finding, "completeness"),
    ],
)
def test_a_harmed_plan_is_seen(change: Callable[[Any], None], rule: str) -> None:
    """A real plan without a breach, changed in one place."""
    document = copy.deepcopy(_sound())

    change(document)

    assert rule in {breach.rule for breach in check(document, built_in_facts(), PERSON)}
