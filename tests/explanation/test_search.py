"""The search for concessions: bounded, repeatable, and never about health."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spinecare import Plan, make_plan
from spinecare.explanation import (
    MOST_PLANS,
    ChangeKind,
    explain,
)
from spinecare.explanation import _trials as trials
from spinecare.planning import plan_for
from tests.explanation.people import (
    START,
    TWICE,
    asked,
    person,
    plan,
    planned,
    someone,
    with_session,
)


def test_nothing_is_conceded_where_nothing_is_short() -> None:
    """And no plan is made for it."""
    who, made = person("keen"), plan("keen")

    assert explain(made, "pulse-pull-ups", person=who).concessions == ()
    assert explain(made, "spacing", person=who).concessions == ()
    assert explain(made, "neck", person=who).concessions == ()


@pytest.mark.parametrize("subject", ["yoga-spinal-traction", "towel-roller-lying", "pulse-pull-up"])
def test_what_health_leaves_out_is_never_bargained_for(subject: str) -> None:
    """No change touches a condition, pain or the screening."""
    why = explain(plan("older"), subject, person=person("older"))

    assert why.concessions == ()


def test_only_verified_changes_are_returned() -> None:
    """Whatever could not be tried is not told."""
    why = asked("desk-worker", "neck-5-weighted-shrug")

    assert [concession.is_verified for concession in why.concessions] == [True]


def test_no_more_plans_are_made_than_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is a constant; what was found before it is kept."""
    made: list[int] = []

    def counted(*args: Any, **kwargs: Any) -> Plan:
        made.append(1)
        return plan_for(*args, **kwargs)

    monkeypatch.setattr(trials, "plan_for", counted)
    why = explain(planned(TWICE, 1), "neck", person=TWICE)

    assert why.concessions
    assert 5 < len(made) <= MOST_PLANS


def test_the_search_ends_when_its_plans_are_used_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found until then is told all the same."""
    monkeypatch.setattr(trials, "MOST_PLANS", 8)
    few = explain(planned(TWICE, 1), "neck", person=TWICE)
    monkeypatch.setattr(trials, "MOST_PLANS", 2)
    none = explain(planned(TWICE, 1), "neck", person=TWICE)

    assert [concession.change.kind for concession in few.concessions] == [ChangeKind.MORE_SLOTS]
    assert none.concessions == ()
    assert none.reasons[-1].text == (
        "No change that brings more of it was found with 2 plans, the most that are made."
    )
    assert "plans" not in str(few)


def test_the_same_question_gets_the_same_concessions() -> None:
    """Nothing is left to chance."""
    first, second = (explain(planned(TWICE, 1), "neck", person=TWICE) for _ in range(2))

    assert first == second


def test_a_person_who_gets_another_plan_is_told_so() -> None:
    """A change that was tried on another plan would prove nothing."""
    why = explain(plan("desk-worker"), "neck-5-weighted-shrug", person=person("keen"))

    assert why.concessions == ()
    assert "No change was tried" in why.reasons[-1].text


def test_a_plan_made_anew_is_reproduced_with_the_one_before() -> None:
    """`previous=` brings the history that the plan was made with."""
    who = person("desk-worker")
    first = planned(who, 2)
    again = make_plan(who, start=START.replace(day=30), weeks=2, previous=first)

    alone = explain(again, "neck-5-weighted-shrug", person=who)
    known = explain(again, "neck-5-weighted-shrug", person=who, previous=first)

    assert alone.concessions == ()
    assert alone.reasons[-1].text == (
        "No change was tried: this plan was made with previous=, which is not known here."
    )
    assert known.concessions


def test_slots_that_would_overlap_are_no_concession() -> None:
    """A slot cannot grow into the next one."""
    who = someone(routines=["wushu-morning"], availability="Mon 08:00 2 min; Mon 08:03 2 min")
    made = planned(who, 1)

    for concession in explain(made, "wushu-morning", person=who).concessions:
        concession.change.applied_to(who)  # refused where slots overlap


def test_a_session_of_a_routine_that_nobody_knows_has_nothing_to_concede() -> None:
    """What it would lack cannot be told."""
    who = person("keen")
    made = plan("keen")
    odd = evolve(made.sessions[1], routines=("unheard-of",))

    why = explain(with_session(made, made.sessions[1], odd), odd.id, person=who)

    assert why.concessions == ()
