"""Findings that say the same are told once."""

from __future__ import annotations

import attrs
import pytest

from spinecare.model import Finding, Plan, RuleId, Severity
from spinecare.wording import Subject, places_text, remarks, title_of
from tests.export.sample_plans import sample_plan


def _finding(subject: str, place: str, reason: str, rule: str = "a-rule", **fields: str) -> Finding:
    severity = fields.pop("severity", "note")
    return Finding(
        rule=RuleId(rule), severity=severity, subject=subject, place=place, reason=reason, **fields
    )


def _with(*findings: Finding) -> Plan:
    return attrs.evolve(sample_plan(), findings=findings)


def test_findings_that_repeat_themselves_are_told_once_with_their_places() -> None:
    """Each place once, in order; other severities stay apart."""
    plan = _with(
        _finding("neck", "2026-11-23", "There was no slot."),
        _finding("neck", "2026-11-24", "There was no slot."),
        _finding("neck", "2026-11-24", "There was no slot."),
        _finding("neck", "", "There was no slot.", severity="changed"),
    )

    (remark,) = remarks(plan, Severity.NOTE)

    places = ("2026-11-23", "2026-11-24")
    assert remark.subjects == (Subject(id="neck", title="Neck exercises", places=places),)
    assert (remark.reason, remark.follows_name) == ("There was no slot.", False)


def test_findings_that_say_the_same_of_several_exercises_are_told_once() -> None:
    """Their names are taken out of the sentence."""
    plan = _with(
        _finding("neck-4-front", "", "Neck press against the hand, front is done gently."),
        _finding("pulse-pull-up", "", "Pulse pull-up is done gently."),
        _finding("neck-7-shrug", "", "Shoulder shrug with dumbbells is left out."),
    )

    first, second = remarks(plan, Severity.NOTE)

    assert [subject.title for subject in first.subjects] == [
        "Neck press against the hand, front",
        "Pulse pull-up",
    ]
    assert (first.reason, first.follows_name) == ("is done gently.", True)
    assert [subject.id for subject in second.subjects] == ["neck-7-shrug"]


def test_findings_with_another_rule_or_concession_stay_apart() -> None:
    """What would change them differs."""
    plan = _with(
        _finding("neck", "", "No slot."),
        _finding("neck", "", "No slot.", rule="another-rule"),
        _finding("neck", "", "No slot.", concession="5 more minutes"),
    )

    assert len(remarks(plan, Severity.NOTE)) == 3


def test_a_subject_that_the_plan_does_not_hold_has_no_title() -> None:
    """Its reason names it."""
    (remark,) = remarks(_with(_finding("magic-towel", "", "The towel is left out.")), Severity.NOTE)

    assert remark.subjects == (Subject(id="magic-towel", title=""),)
    assert remark.follows_name is False


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("neck-2-rotation", "Neck rotation"),
        ("neck", "Neck exercises"),
        ("life-pillow", "The pillow"),
        ("s-20261123-0700", "The session of Mon 23 Nov 07:00"),
        ("magic-towel", "Magic towel"),
    ],
)
def test_everything_has_a_title(id: str, title: str) -> None:
    """Its name, or the words of its id."""
    assert title_of(sample_plan(), id) == title


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ((), ""),
        (("2026-11-24",), "Tue 24 Nov"),
        (("2026-11-23", "2026-11-30"), "Mon"),
        (("2027-11-24",), "Wed 24 Nov"),
        (("week 2",), "week 2"),
        (("week 1", "week 3"), "weeks 1 and 3"),
        (("week 1", "week 3", "week 2"), "weeks 1 to 3"),
        (("week 1", "week 2"), "weeks 1 and 2"),
        (("s-20261123-0700",), "Mon 23 Nov 07:00"),
        (("the attic", "week 1"), "week 1 and the attic"),
    ],
)
def test_places_are_said_in_few_words(places: tuple[str, ...], text: str) -> None:
    """Dates, weeks, sessions, and whatever else a rule calls a place."""
    assert places_text(sample_plan(2), places) == text
