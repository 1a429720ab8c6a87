"""What a rule is for, and what it did in a plan."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare import RuleId
from spinecare.explanation import explain
from spinecare.explanation._rules import GROUNDS
from spinecare.planning import RULES
from spinecare.planning.scoring import LEVELS
from tests.explanation.people import NAMES, explanations, plan


def test_a_rule_says_why_it_is_there_and_what_it_has_to_say() -> None:
    """Its reason, its source, its findings."""
    why = explain(plan("desk-worker"), "equipment")

    assert why.summary == "The rule equipment has 2 things to say about this plan."
    assert why.reasons[0].text == "Only what is at hand in that slot can be done there."
    assert {reason.about for reason in why.reasons[1:]} == {
        ("neck-5-weighted-shrug",),
        ("bar-hang-passing",),
    }


@pytest.mark.parametrize("rule", [*(rule.id for rule in RULES), *LEVELS])
def test_every_hard_rule_and_every_aim_can_be_asked_about(rule: str) -> None:
    """Each has a reason and a source."""
    (ground, *_) = explain(plan("keen"), rule).reasons

    assert ground.text
    assert ground.sources


def test_a_rule_that_only_a_finding_knows_is_explained_by_its_findings() -> None:
    """Plans may come from rules that are not at hand."""
    made = plan("keen")
    finding = evolve(made.findings[0], rule=RuleId("my-rule"), reason="Because.")

    why = explain(evolve(made, findings=(finding,)), "my-rule")

    assert [reason.text for reason in why.reasons] == ["Because."]
    assert why.reasons[0].sources == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_that_a_reason_names_is_known(name: str) -> None:
    """So that it can be asked about in turn."""
    named = {reason.rule for why in explanations(name) for reason in why.reasons}

    assert named <= set(GROUNDS)
    assert len(named) > 8
