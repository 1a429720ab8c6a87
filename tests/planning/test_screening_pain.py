"""What pain and tension leave of the exercises."""

from __future__ import annotations

import pytest

from spinecare.model import Severity
from spinecare.planning.screening import (
    has_discomfort,
    has_much_pain,
    has_pain,
    may_progress,
    only_relief,
    screening_findings,
    suitabilities,
)
from tests.planning.builders import CATALOGUE, exercises_of, person, planned


@pytest.mark.parametrize(
    ("pain", "relief_only", "present", "much", "progress"),
    [
        (None, False, True, False, False),
        (0, False, False, False, True),
        (0.1, False, True, False, True),
        (2, False, True, False, True),
        (2.1, False, True, True, False),
        (5, False, True, True, False),
        (5.1, True, True, True, False),
    ],
)
def test_pain_has_three_borders(
    pain: float | None, relief_only: bool, present: bool, much: bool, progress: bool
) -> None:
    """Above 0 new things are counted, above 2 nothing grows, above 5 only relief is planned."""
    who = person(pain=pain)

    assert only_relief(who) is relief_only
    assert has_pain(who) is present
    assert has_much_pain(who) is much
    assert may_progress(who) is progress


@pytest.mark.parametrize("pain", [2.1, 5, 10])
def test_above_two_no_effort_is_allowed(pain: float) -> None:
    """Strength work and contractions, whatever the routine; nothing else is refused for it."""
    suitable = suitabilities(
        person(pain=pain, asks_for=[e.id for e in CATALOGUE.entries]), CATALOGUE
    )

    refused = {id for id, suits in suitable.items() if suits.refused_by == "pain"}

    assert refused == {entry.id for entry in CATALOGUE.entries if entry.is_effort}
    assert refused
    assert not any(suitable[id].is_allowed for id in refused)


@pytest.mark.parametrize("pain", [None, 0, 2])
def test_up_to_two_efforts_are_allowed_as_they_are(pain: float | None) -> None:
    """Unknown pain counts new things and keeps doses low, and refuses nothing."""
    suitable = suitabilities(person(pain=pain), CATALOGUE)

    assert {suits.refused_by for suits in suitable.values()} == {"on-request"}
    assert not any(suits.is_reduced for suits in suitable.values())


def test_above_two_all_but_relaxation_and_the_slow_way_up_is_reduced() -> None:
    """Rests, relief positions and rising slowly are what is left in full."""
    suitable = suitabilities(person(pain=2.1), CATALOGUE)

    whole = {id for id, suits in suitable.items() if not suits.is_reduced}

    relaxing = {entry.id for entry in CATALOGUE.entries if entry.is_only_relaxation}
    assert whole == relaxing | {"transition-roll-and-rise"}
    assert "wushu-knee-rotation" not in whole


def test_a_wish_outranks_pain_as_a_reason() -> None:
    """What nobody asked for is not blamed on the pain."""
    left = "lumbar-2-crunch-crossed-arms"

    suits = suitabilities(person(pain=3, leaves_out=[left]), CATALOGUE)

    assert suits[CATALOGUE.entry(left).id].refused_by == "on-request"


def test_what_pain_refuses_is_left_out_and_a_wish_is_a_note() -> None:
    """The severity says which of the two is a loss."""
    crunch = CATALOGUE.entry("lumbar-2-crunch-crossed-arms")

    for changes, rule, severity in (
        ({"pain": 3}, "pain", Severity.LEFT_OUT),
        ({"leaves_out": [crunch.id]}, "on-request", Severity.NOTE),
    ):
        suitable = suitabilities(person(**changes), CATALOGUE)
        (finding,) = screening_findings((crunch,), suitable, CATALOGUE)

        assert (finding.rule, finding.severity, finding.subject) == (rule, severity, crunch.id)


@pytest.mark.parametrize(
    ("pain", "tense", "uneasy"),
    [
        (0, (), False),
        (0, None, True),
        (0, ("neck",), True),
        (0.5, (), True),
        (None, (), True),
    ],
)
def test_discomfort_is_pain_or_tension_or_not_knowing(
    pain: float | None, tense: tuple[str, ...] | None, uneasy: bool
) -> None:
    """Only who says that nothing hurts and nothing is tense has none."""
    assert has_discomfort(person(pain=pain, tense=tense)) is uneasy


def test_a_plan_with_much_pain_opens_with_relief_and_reduces_the_rest() -> None:
    """Morning circles, which ask for no relief otherwise."""
    sore = planned(person(routines=["wushu-morning", "lumbar"], pain=3))
    sound = planned(person(routines=["wushu-morning", "lumbar"], pain=0))

    relief = set(CATALOGUE.routine("relief-positions").entries)
    assert all(session.steps[0].exercise in relief for session in sore.sessions)
    assert not any(session.steps[0].exercise in relief for session in sound.sessions)
    for session in sore.sessions:
        held = [CATALOGUE.entry(id) for id in exercises_of(session, None)]
        assert not any(entry.is_effort for entry in held)
        assert all(step.is_reduced and step.notes for step in session.steps if step.routine)
