"""The PDF as a document: what it says of itself, its structure, its pages, its errors."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, TypeAlias

import attrs
import pytest

from spinecare.drawing import draw
from spinecare.errors import FileAccessError, InvalidValueError, MissingExtraError
from spinecare.export import to_json, to_pdf
from spinecare.export.pdf import _document
from spinecare.export.pdf._pictures import pictures, without_fading
from spinecare.handout import handout
from spinecare.model import Plan, Side
from tests.export.pdf_readers import (
    all_text,
    bookmarks,
    elements,
    links,
    metadata,
    reader,
    root,
    sizes,
    squeezed,
)
from tests.export.sample_plans import empty_plan, sample_plan

Paper: TypeAlias = Literal["a4", "letter"]


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return the everyday plan."""
    return sample_plan()


@pytest.fixture(scope="module")
def pdf(plan: Plan) -> bytes:
    """Return it as PDF."""
    return to_pdf(plan)


def test_the_document_says_that_it_keeps_pdf_ua(pdf: bytes) -> None:
    """Part 1 of the standard, tagged, with a language, and a title that the window shows."""
    about = root(pdf)

    assert pdf.startswith(b"%PDF-1.7")
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata(pdf)
    assert about["/MarkInfo"]["/Marked"].value
    assert about["/Lang"] == "en-GB"
    assert about["/ViewerPreferences"]["/DisplayDocTitle"].value


def test_the_document_has_the_title_and_the_moment_of_the_plan(plan: Plan, pdf: bytes) -> None:
    """Nothing asks the clock: the moment is when the plan was made, in UTC."""
    facts = reader(pdf).metadata

    assert facts is not None
    assert facts.title == plan.name == "Ann's back"
    assert facts.creation_date == facts.modification_date == plan.updated_at


def test_every_picture_has_the_words_of_its_figure(plan: Plan, pdf: bytes) -> None:
    """One for each card, in the order of the cards."""
    figures = [element for element in elements(pdf) if element.kind == "Figure"]
    drawn = [
        draw(card.id, catalogue=plan.catalogue, side=Side(card.side) if card.side else None)
        for card in handout(plan).cards
    ]

    assert [figure.alt for figure in figures] == [
        f"{picture.title}. {picture.description}" for picture in drawn
    ]
    assert len(drawn) == 10


def test_headings_stand_one_below_the_other(pdf: bytes) -> None:
    """No level is left out, so that a screen reader can jump."""
    levels = [int(item.kind[1]) for item in elements(pdf) if item.kind in ("H1", "H2", "H3")]

    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_bookmarks_follow_the_sheet(plan: Plan, pdf: bytes) -> None:
    """First what to do when, then the sessions, the cards, the log, and the rest."""
    content = handout(plan)

    found = bookmarks(pdf)

    wanted = ["Week 1, 23 to 29 Nov", "Stop signs", "Before each session", "While you exercise"]
    wanted += [f"Session {sheet.letter}: {sheet.title}" for sheet in content.sheets]
    wanted += [f"{card.number}. {card.name}" for card in content.cards]
    wanted += ["Pain log", "To try beside the exercises", "Breaks from sitting", "Sources"]
    assert [title for title in found if title in wanted] == wanted


def test_links_lead_to_the_addresses_of_the_sources_and_nowhere_else(plan: Plan) -> None:
    """Long ones too, though lines may end in them; what is no web address is set as text."""
    addresses = ("https://www.example.org/a/longer/way/to/the/paper?id=10.1000/182", "http(s), x")
    sources = tuple(
        attrs.evolve(source, url=url)
        for source, url in zip(plan.catalogue.sources, addresses, strict=True)
    )
    known = attrs.evolve(plan.catalogue, sources=sources)

    pdf = to_pdf(attrs.evolve(plan, catalogue=known))

    assert links(pdf) == addresses[:1]
    assert all(squeezed(address) in all_text(pdf) for address in addresses)


def test_every_table_has_a_head(pdf: bytes) -> None:
    """Its cells are read with the name of their column."""
    found = elements(pdf)
    tables = [item for item in found if item.kind == "Table"]
    heads = [item for item in found if item.kind == "THead" and item.inside[-1] == "Table"]
    names = [item for item in found if item.kind == "TH"]

    assert len(tables) == len(heads) == 5
    assert all("THead" in name.inside for name in names)


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("letter", (216, 279))])
def test_the_pages_are_of_the_paper_asked_for(paper: Paper, size: tuple[int, int]) -> None:
    """All of them."""
    pdf = to_pdf(empty_plan(), paper=paper)

    assert sizes(pdf) == {size}


def test_a_paper_that_is_none_is_refused_by_name() -> None:
    """With those that are."""
    with pytest.raises(InvalidValueError, match=r"paper must be one of a4, letter, got 'a5'"):
        to_pdf(empty_plan(), paper="a5")  # type: ignore[arg-type]  # as callers without types may


def test_equal_plans_give_equal_bytes(plan: Plan, pdf: bytes) -> None:
    """Nothing comes from chance, the clock or the plan's identity."""
    assert to_pdf(attrs.evolve(plan)) == pdf


def test_another_process_elsewhere_gives_the_same_bytes(
    plan: Plan, pdf: bytes, tmp_path: Path
) -> None:
    """Another folder, other hashes, another home, another time zone."""
    (tmp_path / "plan.json").write_text(to_json(plan), encoding="utf-8")
    code = (
        "import pathlib, spinecare; "
        "plan = spinecare.from_json(pathlib.Path('plan.json').read_bytes()); "
        "pathlib.Path('plan.pdf').write_bytes(spinecare.to_pdf(plan))"
    )
    source = str(Path(_document.__file__).parents[3])
    changes = {
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": source,
        "HOME": str(tmp_path),
        "TZ": "Asia/Tokyo",
    }

    subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={**os.environ, **changes}, check=True
    )

    assert (tmp_path / "plan.pdf").read_bytes() == pdf


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is optional; who prints needs it."""
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(
        MissingExtraError, match=r"a plan as PDF needs typst[^']*'spinecare\[pdf\]'"
    ):
        to_pdf(empty_plan())


def test_a_folder_of_fonts_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    """A slip of the pen is no reason for boxes instead of letters."""
    with pytest.raises(FileAccessError, match="nowhere"):
        to_pdf(empty_plan(), fonts=[tmp_path / "nowhere"])


def test_a_folder_without_a_font_is_refused_by_name(tmp_path: Path) -> None:
    """So is a font given by itself: the folder is asked for."""
    with pytest.raises(InvalidValueError, match=r"fonts must be folders with fonts \(\.ttf"):
        to_pdf(empty_plan(), fonts=[tmp_path])


@pytest.mark.parametrize("folder", ["fonts", Path("fonts")])
def test_one_folder_that_is_not_in_a_list_is_refused(folder: Any) -> None:
    """Each letter of its name would be a folder: of "/fonts" the first is the whole disk."""
    with pytest.raises(InvalidValueError, match=r"fonts must be a list of folders"):
        to_pdf(empty_plan(), fonts=folder)


def test_a_fault_of_the_template_is_not_taken_for_a_missing_glyph(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is a bug of ours, and has to look like one."""
    monkeypatch.setattr(_document, "_PARTS", ("4-cards",))

    with pytest.raises(RuntimeError, match="unknown variable"):
        to_pdf(empty_plan())


def test_nothing_is_left_on_the_disk(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The pictures reach typst without a file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    to_pdf(plan)

    assert list(tmp_path.iterdir()) == []


def test_the_folder_it_is_called_in_may_be_gone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A service may have been started anywhere."""
    monkeypatch.chdir(tmp_path)
    tmp_path.rmdir()

    assert to_pdf(empty_plan()).startswith(b"%PDF")


def test_threads_do_not_disturb_each_other(plan: Plan, pdf: bytes) -> None:
    """A server prints for several people at once."""
    with ThreadPoolExecutor(3) as pool:
        assert set(pool.map(to_pdf, [plan] * 3)) == {pdf}


def test_a_plan_without_a_session_is_a_sheet_too() -> None:
    """It still says when to stop, and why nothing is planned."""
    text = all_text(to_pdf(empty_plan()))

    assert squeezed("No session this week.") in text
    assert squeezed("Stop signs") in text
    assert squeezed("Yourplan") in text


def test_pictures_are_flat_and_refer_to_nothing_that_is_not_there(plan: Plan, pdf: bytes) -> None:
    """Masks and fading colours are slow in printers, and were a third of the file."""
    drawn = pictures(plan, handout(plan))

    for picture in drawn.values():
        there = set(re.findall(r' id="([^"]+)"', picture["svg"]))
        asked = set(re.findall(r'(?:href="#|url\(#)([^")]+)', picture["svg"]))
        assert asked <= there
        assert "Gradient" not in picture["svg"]
    assert len(drawn) == 10
    assert b"/SMask" not in pdf
    assert b"/ShadingType" not in pdf


def test_a_flat_picture_has_the_joints_of_the_fading_one(plan: Plan) -> None:
    """A circle of the limb's colour, cut out of the part, where the colour faded."""
    svg = draw(plan.catalogue.entries[0], catalogue=plan.catalogue, theme="print").svg

    flat = without_fading(svg)

    assert flat.count("<circle") - svg.count("<circle") == svg.count(
        'gradientUnits="userSpaceOnUse"'
    )
    assert flat.count("<clipPath") - svg.count("<clipPath") == flat.count(' clip-path="url(#')
    assert svg.count('gradientUnits="userSpaceOnUse"') > 3


def test_a_plan_without_a_week_is_a_sheet_too() -> None:
    """The model allows it; nothing but the rules is left."""
    text = all_text(to_pdf(attrs.evolve(sample_plan(), weeks=())))

    assert squeezed("No week is planned") in text
    assert "Stopsigns" in text
