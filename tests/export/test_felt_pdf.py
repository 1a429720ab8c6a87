"""How it felt, in the PDF."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

import attrs
import pytest

from spinecare import Journal
from spinecare.errors import MissingGlyphError
from spinecare.export import to_pdf
from spinecare.export.pdf import _document
from spinecare.handout import handout
from spinecare.model import Symptom
from spinecare.reviewing import STRICT
from tests.export.felt_journals import CALM, lived_journal, noted
from tests.export.html_pages import texts
from tests.export.pdf_readers import all_text, beyond, bookmarks, elements, pages, squeezed
from tests.export.sample_plans import empty_plan, sample_plan
from tests.export.test_pdf_sheet import EDGE_PT


def signs_too() -> Journal:
    """Return the two weeks with a sign."""
    return lived_journal().with_entries(noted(None, -8, symptoms=[Symptom.NUMBNESS]))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Return the sample plan with a journal in which there is a sign."""
    return to_pdf(sample_plan(), journal=signs_too())


def test_without_a_journal_the_sheet_is_what_it_is_without_that_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """To the byte."""
    plain = to_pdf(sample_plan())
    parts = tuple(part for part in _document._PARTS if part != "6-felt")
    assert len(parts) == len(_document._PARTS) - 1

    monkeypatch.setattr(_document, "_PARTS", parts)

    assert to_pdf(sample_plan()) == plain
    assert squeezed("How it felt") not in all_text(plain)


def test_the_sheet_says_everything_that_the_handout_says(pdf: bytes) -> None:
    """Every text of it."""
    shown = all_text(pdf)

    told = handout(sample_plan(), journal=signs_too()).felt

    assert [text for text in texts(told) if squeezed(text) not in shown] == []


def test_how_it_felt_stands_before_what_changed(pdf: bytes) -> None:
    """What needs the person, verdicts, pain, each under a heading."""
    found = bookmarks(pdf)

    start = found.index("How it felt")
    assert found[start + 1 : start + 5] == (
        "What needs you",
        "Where each exercise stands",
        "Pain over time",
        "Left out or changed, and why",
    )


def test_a_sign_stands_on_the_first_page_above_the_week(pdf: bytes) -> None:
    """Nobody has to turn a page to see that they must not begin."""
    first = pages(pdf)[0]

    assert squeezed("New numbness (Sun 15 Nov): Do not exercise.") in first
    assert first.index(squeezed("Signs in your journal")) < first.index(squeezed("Week 1"))


def test_without_a_sign_the_first_page_is_as_ever() -> None:
    """Nothing of health on the fridge that need not be there."""
    journal = lived_journal()

    assert pages(to_pdf(sample_plan(), journal=journal))[0] == re.sub(
        r"of\d+$", f"of{len(pages(to_pdf(sample_plan(), journal=journal)))}",
        pages(to_pdf(sample_plan()))[0],
    )  # fmt: skip


def test_headings_and_tables_are_in_order(pdf: bytes) -> None:
    """No level is left out; every table has a head."""
    found = elements(pdf)
    levels = [int(item.kind[1]) for item in found if item.kind in ("H1", "H2", "H3")]
    tables = [item for item in found if item.kind == "Table"]
    heads = [item for item in found if item.kind == "THead" and item.inside[-1] == "Table"]

    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert len(tables) == len(heads) == 7


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_stands_at_the_edge_of_the_paper(paper: Literal["a4", "letter"]) -> None:
    """Home printers leave some millimetres white."""
    pdf = to_pdf(sample_plan(), journal=signs_too(), paper=paper)

    assert beyond(pdf, EDGE_PT) == ()


def test_a_name_longer_than_a_page_is_divided_rather_than_cut() -> None:
    """All of it is there, wherever it stands: over the verdict, and beside the days."""
    name = "W" * 1500
    plan = sample_plan()
    entries = tuple(
        attrs.evolve(entry, name=name) if entry.id == "neck-2-rotation" else entry
        for entry in plan.catalogue.entries
    )
    plan = attrs.evolve(plan, catalogue=attrs.evolve(plan.catalogue, entries=entries))
    journal = Journal(entries=[noted("neck-2-rotation", -3, **CALM)])

    told, plain = to_pdf(plan, journal=journal), to_pdf(plan)

    assert beyond(told, EDGE_PT) == ()
    assert all_text(told).count("W") - all_text(plain).count("W") >= 2 * len(name)


def test_what_was_worst_before_the_days_shown_is_told_beside_the_name() -> None:
    """And how many exercises are not shown."""
    early = noted("own-0", -13, **CALM | {"during": 9})
    days = (noted(f"own-{each}", day, **CALM) for each in range(10) for day in range(-6, -1))

    told = all_text(to_pdf(sample_plan(), journal=Journal(entries=[early, *days])))

    assert squeezed("at most 9, Tue 10 Nov") in told
    assert squeezed("2 more are not shown, with pain of 1 at most.") in told


@pytest.mark.parametrize(
    ("journal", "told"),
    [
        (Journal(), "Nothing is noted yet."),
        (Journal(entries=[noted("own", 5, during=1)]), "The journal goes on to Sat 28 Nov"),
    ],
)
def test_a_journal_that_says_little_is_a_few_words(journal: Journal, told: str) -> None:
    """No heading over nothing."""
    text = all_text(to_pdf(empty_plan(), journal=journal))

    assert squeezed(told) in text
    assert squeezed("What needs you") not in text
    assert squeezed("Where each exercise stands") not in text


def test_equal_journals_give_equal_bytes(pdf: bytes) -> None:
    """In whatever order their entries came."""
    turned = Journal(entries=signs_too().entries[::-1])

    assert to_pdf(sample_plan(), journal=turned) == pdf


def test_a_character_that_no_font_shows_is_named_with_its_place() -> None:
    """As elsewhere: here in the name of a policy."""
    policy = attrs.evolve(STRICT, name="អ")

    with pytest.raises(MissingGlyphError, match=r"felt\.lead"):
        to_pdf(sample_plan(), journal=lived_journal(), policy=policy)
