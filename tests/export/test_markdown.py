"""The Markdown sheet: what stands first, and what holds of every plan."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings

from spinecare.export.markdown import to_markdown
from spinecare.model import Catalogue, GuidingRule, Plan
from spinecare.planning.composing import SORE
from spinecare.wording import dose_parts, sides_text
from tests.export.markdown_sheets import plan_of, section, sheet_with
from tests.export.plan_strategies import plans
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import empty_plan, press, pulls, revised_plan, sample_plan
from tests.export.test_markdown_text import TEXTS
from tests.strategies import instances


def test_the_sheet_opens_with_name_dates_notice_and_stop_signs() -> None:
    """What it is and when to stop come before anything to do."""
    lines = to_markdown(sample_plan()).splitlines()

    assert lines[:13] == [
        "# Ann's back",
        "",
        (
            "Mon 23 Nov 2026 to Sun 29 Nov 2026 (1 week, 8 sessions). "
            "Times are those of Europe/Berlin."
        ),
        "",
        "> This plan does not diagnose and does not replace a clinician.",
        "",
        "## Stop signs",
        "",
        "Stop at once and get medical advice at any of these:",
        "",
        "- numbness or weakness in an arm or leg",
        "- chest pain, fainting, or a sudden severe headache",
        "",
    ]


def test_a_plan_without_a_name_is_called_your_plan() -> None:
    """A sheet has a title."""
    assert to_markdown(empty_plan()).startswith("# Your plan\n")


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (empty_plan(), "(1 week, no session)"),
        (plan_of((press(),)), "(1 week, 1 session)"),
        (sample_plan(2), "to Sun 6 Dec 2026 (2 weeks, 16 sessions)"),
        (revised_plan(), "Revision 1, of Mon 23 Nov."),
    ],
)
def test_the_second_line_counts_weeks_and_sessions(plan: Plan, told: str) -> None:
    """A revision says so, a first plan does not."""
    line = to_markdown(plan).splitlines()[2]

    assert told in line
    assert ("Revision" in line) is (plan.revision > 0)


def test_the_pain_rules_stand_before_the_first_week() -> None:
    """Rate the pain, a relief position first, look again the next morning (article 79, 123)."""
    text = to_markdown(sample_plan())
    before = section(text, "## Before each session")

    assert [line[:30] for line in before.splitlines()[:3]] == [
        "1. Rate your pain from 0 (none",
        "2. Above 2: take a relief posi",
        "3. Stop any exercise that hurt",
    ]
    assert "next morning" in before
    assert text.index("## Before") < text.index("## Week 1")


def test_rules_of_the_article_are_told_unless_they_were() -> None:
    """Stopping at pain stands in the three lines already."""
    breathe = GuidingRule(id="rule-breathe", name="Breathe", instruction="Breathe evenly.")
    text = sheet_with(rules=(*SMALL_CATALOGUE.rules, breathe))

    assert "While you exercise:\n\n- Breathe evenly.\n\n" in text
    assert "Stop an exercise that hurts." not in text
    assert "While you exercise" not in to_markdown(sample_plan())


def test_a_note_of_every_session_is_told_once_before_them() -> None:
    """A note of one session among others stands with that session."""
    text = to_markdown(plan_of((press(),), (pulls(),), notes=("drink first",)))
    week = plan_of((press(),), (pulls(),)).weeks[0]
    noted = attrs.evolve(week.sessions[0], notes=("drink first",))
    days = (attrs.evolve(week.days[0], sessions=(noted,)), *week.days[1:])
    mixed = to_markdown(attrs.evolve(plan_of(), weeks=(attrs.evolve(week, days=days),)))

    assert text.count("drink first.") == mixed.count("drink first.") == 1
    assert "- drink first." in section(text, "## Before each session")
    assert "drink first." in section(mixed, "### Session A")


def test_that_pain_comes_first_is_said_once() -> None:
    """What every session of a person in pain says stands in the three lines already."""
    text = to_markdown(plan_of((press(),), (pulls(),), notes=(SORE, "drink first")))
    alone = to_markdown(plan_of((press(),), notes=(SORE,)))

    assert SORE not in text
    assert "drink first." in text
    assert SORE not in alone
    assert "In each of your sessions" not in alone
    assert "Above 2:" in alone


def test_what_gentle_form_means_is_told_where_it_is_used() -> None:
    """Nobody else needs it."""
    meaning = "*Gentle form* means: half the range, half the force, the shortest hold."

    assert meaning in to_markdown(sample_plan())
    assert meaning not in to_markdown(plan_of((press(),)))
    assert "*Gentle form* means" not in sheet_with(reduced_form="")


def test_a_plan_without_routines_has_no_section_of_them() -> None:
    """Nor has one without exercises or sources."""
    text = to_markdown(attrs.evolve(empty_plan(), catalogue=Catalogue()))

    assert "## The routines" not in text
    assert "## How" not in text
    assert "## Sources" not in text
    assert "## Stop signs" not in text
    assert "\n> " not in text


def test_the_weeks_of_a_plan_are_told_in_order() -> None:
    """Each once."""
    weeks = [f"## Week {number} " for number in range(1, 4)]
    text = to_markdown(sample_plan(3))

    places = [text.index(week) for week in weeks]

    assert places == sorted(places)
    assert all(text.count(week) == 1 for week in weeks)


def test_equal_plans_give_equal_text() -> None:
    """Line for line."""
    assert to_markdown(sample_plan(3)) == to_markdown(sample_plan(3))


@given(plans(TEXTS.filter(lambda text: bool(text.strip()))))
@settings(max_examples=30)
def test_every_number_of_every_step_is_told(plan: Plan) -> None:
    """Sides and all parts of the dose stand in the sheet, and nothing is called "1 times"."""
    text = to_markdown(plan)

    for one in plan.sessions:
        for step in one.steps:
            exercise = plan.catalogue.entry(step.exercise)
            assert exercise.name in text
            for part in dose_parts(step, exercise):
                assert part in text
            if len(step.sides) == 1:
                assert sides_text(step, exercise) in text
    assert "1 times" not in text.replace("11 times", "")


@given(instances(Plan))
@settings(max_examples=30)
def test_every_valid_plan_can_be_told(plan: Plan) -> None:
    """Whatever its catalogue holds or lacks; and it can be written to a file."""
    text = to_markdown(plan)

    assert text.encode("utf-8").endswith(b"\n")
    assert not text.endswith("\n\n")
    assert text.count("\n# ") == 0
