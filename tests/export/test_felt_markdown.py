"""How it felt, in the Markdown sheet."""

from __future__ import annotations

import re

import attrs
import pytest

from spinecare import Journal
from spinecare.export.markdown import to_markdown
from spinecare.handout import handout
from spinecare.model import Plan, Symptom
from spinecare.wording import clean
from tests.export.felt_journals import CALM, lived_journal, noted
from tests.export.html_pages import squeezed, texts
from tests.export.markdown_readers import READERS
from tests.export.markdown_sheets import section
from tests.export.sample_plans import plan_with_text, revised_plan, sample_plan


def signs_too() -> Journal:
    """Return the two weeks with a sign."""
    return lived_journal().with_entries(noted(None, -8, symptoms=[Symptom.NUMBNESS]))


def unpadded(markdown: str) -> str:
    """Return Markdown without the spaces that set its columns under one another."""
    return re.sub(" +", " ", markdown)


@pytest.mark.parametrize("plan", [sample_plan(), revised_plan()])
def test_a_journal_adds_its_section_before_what_changed_and_nothing_else(plan: Plan) -> None:
    """What is said without it stays as it is, to the letter."""
    plain = to_markdown(plan)

    told = to_markdown(plan, journal=lived_journal())

    start, end = told.index("## How it felt"), told.index("## Left out or changed, and why")
    assert told[:start] + told[end:] == plain
    assert "How it felt" not in plain


def test_the_sheet_says_what_needs_the_person_then_verdicts_then_pain() -> None:
    """In this order, each under a heading."""
    told = section(to_markdown(sample_plan(), journal=lived_journal()), "## How it felt")

    assert re.findall("^### (.*)$", told, re.MULTILINE) == [
        "What needs you",
        "Where each exercise stands",
        "Pain over time",
    ]
    assert "- **Sharp pain** (Fri 13 Nov): Go through the warning signs again" in told
    assert "- Not answered yet: how it felt on the morning of Mon 23 Nov." in told


def test_a_verdict_is_a_row_with_its_reasons() -> None:
    """What was not tried has none."""
    told = section(
        to_markdown(sample_plan(), journal=lived_journal()), "### Where each exercise stands"
    )
    lines = unpadded(told).splitlines()

    assert lines[0] == "| Exercise | Where it stands | Next time | Why |"
    assert "| Neck rotation | leave it out, ask a clinician | not planned any more | " in lines[2]
    assert lines[2].endswith("; 18 Nov 2026, pain 6 during it, above 5 |")
    assert lines[-1] == "| Pulse pull-up | not tried yet | as planned | – |"


def test_pain_is_a_table_in_which_a_name_stands_once() -> None:
    """A row for each day, and what was worst before them beside the name."""
    early = noted("neck-2-rotation", -13, **CALM | {"during": 9})
    later = (noted("neck-2-rotation", day, **CALM) for day in (-4, -3, -2, -1))
    journal = Journal(entries=(*lived_journal().entries, early, *later))

    told = section(to_markdown(sample_plan(), journal=journal), "### Pain over time")
    lines = unpadded(told).splitlines()

    assert lines[2] == (
        "| Exercise | Day | Before | During | After | Next morning | Second morning |"
    )
    assert lines[4:7] == [
        "| Neck rotation (at most 9, Tue 10 Nov) | Wed 18 Nov | 1 | 6 | 1 | 1 | 1 |",
        "| | Thu 19 Nov | 1 | 1 | 1 | 1 | 1 |",
        "| | Fri 20 Nov | 1 | 1 | 1 | 1 | 1 |",
    ]
    assert "| Neck press against the hand, front | Sun 22 Nov | 2 | 4 | 2 | – | – |" in lines


def test_a_sign_stands_before_all_else_and_again_with_what_needs_the_person() -> None:
    """Nobody has to read to the end to see that they must not begin."""
    told = to_markdown(sample_plan(), journal=signs_too())

    first = section(told, "## Signs in your journal")
    assert told.index("## Signs in your journal") < told.index("## Stop signs")
    assert first.startswith("- **New numbness** (Sun 15 Nov): Do not exercise.")
    assert first.endswith("- What a clinician has told you since then comes first.")
    assert section(told, "### What needs you").startswith(first)


def test_an_empty_journal_is_said_in_a_sentence() -> None:
    """Without heading or table."""
    told = section(to_markdown(sample_plan(), journal=Journal()), "## How it felt")

    assert told == "Nothing is noted yet."


def test_the_rest_and_what_is_later_are_said() -> None:
    """More than eight exercises; an answer after the first day."""
    plan = sample_plan()
    ids = [f"my-stretch-{number}" for number in range(9)]
    journal = Journal(entries=[noted(id, 5, **CALM) for id in ids])

    told = section(to_markdown(plan, journal=journal), "## How it felt")

    assert "\n\nThe journal goes on to Mon 30 Nov: " in told
    assert told.endswith("1 more is not shown, with pain of 1 at most.")
    assert "What needs you" not in told
    assert "Where each exercise stands" not in told


def test_the_sheet_says_everything_that_the_handout_says() -> None:
    """Every text of it."""
    plan, journal = sample_plan(), signs_too()
    shown = squeezed(READERS["GitHub"](to_markdown(plan, journal=journal)).text)

    told = handout(plan, journal=journal).felt

    assert [text for text in texts(told) if squeezed(text) not in shown] == []


@pytest.mark.parametrize("policy", ["strict", "monitored"])
def test_all_readers_show_the_same(policy: str) -> None:
    """GitHub, markdown-it and MkDocs: the same tags, but for paragraphs in lists, and words."""
    text = to_markdown(sample_plan(), journal=signs_too(), policy=policy)
    pages = [read(text) for read in READERS.values()]
    skeletons = [[tag for tag in page.tags if tag != "p"] for page in pages]

    assert skeletons[0] == skeletons[1] == skeletons[2]
    assert pages[0].words == pages[1].words == pages[2].words


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", ["a | b", "<b>*x*</b>", "# x", "- x", "\\", "`x", "[x](y)"])
def test_no_name_breaks_out_of_its_cell(reader: str, text: str) -> None:
    """The page has the same cells as with an innocent name, and the name in them."""
    journal = signs_too()
    page, innocent = (
        READERS[reader](to_markdown(plan_with_text(one), journal=journal)) for one in (text, "x")
    )

    assert page.tags == innocent.tags
    assert page.words.count(clean(text)) >= innocent.words.count(" x ")


def test_what_a_policy_tolerates_is_told_by_it() -> None:
    """The verdicts are those of the policy that the plan was made by."""
    journal = Journal(entries=[noted("neck-2-rotation", -3, **CALM | {"before": 2, "during": 4})])

    strict = unpadded(to_markdown(sample_plan(), journal=journal))
    monitored = unpadded(to_markdown(sample_plan(), journal=journal, policy="monitored"))

    assert "| a step easier, in its gentle form |" in strict
    assert "| the same dose again, not as far |" in monitored


def test_equal_journals_give_equal_sheets() -> None:
    """In whatever order their entries came."""
    journal = signs_too()
    turned = Journal(entries=journal.entries[::-1])

    assert to_markdown(sample_plan(), journal=journal) == to_markdown(
        attrs.evolve(sample_plan()), journal=turned
    )
