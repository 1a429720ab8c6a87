"""What was left out or changed, in the Markdown sheet."""

from __future__ import annotations

import attrs
import pytest

from spinecare.export.markdown import to_markdown
from spinecare.model import Finding, RuleId
from tests.export.markdown_sheets import section
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import revised_plan, sample_plan


def test_findings_stand_under_their_weight_with_what_would_change_them() -> None:
    """Left out, no place, changed, good to know."""
    text = section(to_markdown(sample_plan()), "## Left out or changed, and why")

    assert text.replace("\n\n", "\n").splitlines() == [
        "### Left out",
        "- The towel bends the back under load, which your disc does not allow yet.",
        "### Found no place",
        "- Tue 24 Nov: The lying stretches need 29 minutes; Tuesday evening holds 20.",
        "    - What would change it: 9 more minutes on Tuesday would hold the whole routine.",
        "### Changed",
        "- week 1: The figure-four stretch is done in its reduced form.",
        "### Good to know",
        "- **Pulse pull-ups** (Sat 28 Nov): Pull-ups come back 7 days later; the window is 5-8.",
    ]


def _finding(subject: str, reason: str, place: str = "") -> Finding:
    return Finding(
        rule=RuleId("a-rule"), severity="note", subject=subject, place=place, reason=reason
    )


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        (
            [_finding("neck", "There is no slot.", day) for day in ("2026-11-23", "2026-11-24")],
            "- **Neck exercises** (Mon and Tue): There is no slot.",
        ),
        (
            [_finding("neck", "Neck exercises is shorter.", "week 1")],
            "- **Neck exercises** (week 1) is shorter.",
        ),
        (
            [
                _finding("neck", "Neck exercises is shorter.", "week 1"),
                _finding("lying", "Lying stretches is shorter.", "week 1"),
            ],
            "- Neck exercises; Lying stretches (week 1): each is shorter.",
        ),
        (
            [
                _finding(routine.id, f"{routine.name} is shorter.", "week 1")
                for routine in SMALL_CATALOGUE.routines
            ],
            (
                "- Each of these 4 is shorter.\n"
                "    - Neck exercises; Lying stretches; Pulse pull-ups; Desk breaks (week 1)."
            ),
        ),
        (
            [_finding("neck", "No slot.", "week 1"), _finding("lying", "No slot.", "week 2")],
            "- Neck exercises (week 1); Lying stretches (week 2): No slot.",
        ),
        (
            [_finding("neck", "No slot.", "week 1"), _finding("other", "No slot.", "week 2")],
            "- **Neck exercises** (week 1): No slot.",
        ),
        ([_finding("person", "Your goals chose.")], "- Your goals chose."),
    ],
)
def test_findings_that_repeat_themselves_are_one_line(findings: list[Finding], told: str) -> None:
    """With all the names and places."""
    plan = attrs.evolve(sample_plan(), findings=tuple(findings))

    assert section(to_markdown(plan), "### Good to know") == told


def test_a_plan_without_findings_says_that_nothing_was_left_out() -> None:
    """The section stands all the same."""
    plan = attrs.evolve(sample_plan(), findings=())

    assert section(to_markdown(plan), "## Left out or changed, and why") == "Nothing."


def test_sessions_that_a_revision_drops_are_named() -> None:
    """So that nobody waits for them."""
    text = to_markdown(revised_plan())

    assert section(text, "### Dropped since the last revision") == (
        "- The session of Tue 24 Nov 19:30."
    )
