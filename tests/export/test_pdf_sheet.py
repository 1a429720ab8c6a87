"""The PDF as a sheet: all of the handout, in order, whole, on the paper, as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeAlias

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spinecare.errors import MissingGlyphError
from spinecare.export import to_pdf
from spinecare.export.pdf._glyphs import missing_glyphs
from spinecare.handout import Handout, handout
from spinecare.model import Plan
from spinecare.planner import make_plan
from spinecare.profile import load_person
from tests.export.box_font import write_box_font
from tests.export.hostile_texts import HOSTILE
from tests.export.pdf_readers import all_text, beyond, fonts, pages, squeezed
from tests.export.sample_plans import empty_plan, plan_with_text, revised_plan, sample_plan

Paper: TypeAlias = Literal["a4", "letter"]
PROFILES = Path(__file__).parents[2] / "examples" / "profiles"
EDGE_PT = 20.0
"""Seven millimetres: what home printers may leave white."""
KHMER = "ខ្មែរ"
UNTOLD = frozenset({"id", "exercise", "session", "side", "date", "timezone", "week", "place"})
"""Fields that are keys, or stand on the sheet only where they say something."""


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return a week of the catalogue's own exercises, with gentle forms, breaks and findings."""
    person = load_person(PROFILES / "older.toml")
    return make_plan(person, start=date(2026, 11, 23), weeks=1)


@pytest.fixture(scope="module")
def twelve_weeks() -> Plan:
    """Return the same for twelve weeks: doses grow, and each card has dozens of boxes."""
    person = load_person(PROFILES / "older.toml")
    return make_plan(person, start=date(2026, 11, 23), weeks=12)


@pytest.fixture(scope="module")
def content(plan: Plan) -> Handout:
    """Return what is to be said of it."""
    return handout(plan)


@pytest.fixture(scope="module")
def pdf(plan: Plan) -> bytes:
    """Return it as PDF."""
    return to_pdf(plan)


def _texts(value: Any, name: str = "") -> Iterator[str]:
    """Yield every text of a handout that is read by people."""
    if isinstance(value, str) and name not in UNTOLD:
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item, name)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _texts(getattr(value, field.name), field.name)


def test_every_text_of_the_handout_is_on_the_sheet(content: Handout, pdf: bytes) -> None:
    """Nothing that Markdown and HTML say is lost on paper."""
    shown = all_text(pdf)

    unsaid = attrs.evolve(
        content,
        weeks=tuple(
            attrs.evolve(week, days=tuple(attrs.evolve(day, breaks="") for day in week.days))
            for week in content.weeks
        ),
        cards=tuple(attrs.evolve(card, ticks=()) for card in content.cards),
    )
    lost = [text for text in _texts(unsaid) if squeezed(text) not in shown]
    assert lost == []


def test_steps_stand_in_the_order_of_the_plan(content: Handout, pdf: bytes) -> None:
    """A screen reader, a search and a copied page follow the session."""
    text = all_text(pdf)
    place = 0

    for sheet in content.sheets:
        place = text.index(squeezed(f"Session {sheet.letter}: {sheet.title}About"), place)
        for step in sheet.steps:
            place = text.index(squeezed(step.name), place) + 1

    assert text.index(squeezed(content.title)) < text.index("Stopsigns") < place


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("weeks", [1, 12])
def test_no_card_is_divided(plan: Plan, twelve_weeks: Plan, paper: Paper, weeks: int) -> None:
    """From its name to its last words a card stands on one page."""
    chosen = {1: plan, 12: twelve_weeks}[weeks]
    found = pages(to_pdf(chosen, paper=paper))

    for card in handout(chosen).cards:
        head = squeezed(f"{card.number}. {card.name}")
        words = [card.instruction, card.breath, card.tempo, *(mind.text for mind in card.minds)]
        whole = [
            page for page in found if head in page and all(squeezed(text) in page for text in words)
        ]
        boxes = sum(len(day) for week in card.ticks for day in week.days)
        assert whole, card.name
        assert any(page.count("☐") >= boxes for page in whole), card.name


def test_every_session_that_holds_an_exercise_has_a_box_on_its_card() -> None:
    """Boxes of the cards, and one for each session in the weeks that have a table."""
    plan = sample_plan()
    content = handout(plan)
    boxes = sum(len(day) for card in content.cards for week in card.ticks for day in week.days)

    assert all_text(to_pdf(plan)).count("☐") == boxes + len(plan.sessions)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_stands_at_the_edge_of_the_paper(plan: Plan, paper: Paper) -> None:
    """Home printers leave some millimetres white."""
    pdf = to_pdf(plan, paper=paper)

    assert beyond(pdf, EDGE_PT) == ()


@pytest.mark.parametrize(
    "text", ["W" * 400, "wide words " * 150, "https://example.org/" + "a/" * 200], ids=len
)
def test_long_texts_go_on_below_and_are_never_cut(text: str) -> None:
    """A card or session longer than a page is divided rather than cut."""
    pdf = to_pdf(plan_with_text(text))

    assert beyond(pdf, EDGE_PT) == ()


@pytest.mark.parametrize(
    "text", [text for text in HOSTILE if not {"🧘", "🏳", "\u0627"} & set(text) and len(text) < 999]
)
def test_hostile_texts_come_out_as_text(text: str) -> None:
    """They are data: typst's own signs, of other formats, and what nobody sees."""
    plan = plan_with_text(text)

    shown = all_text(to_pdf(plan))

    wanted = squeezed(handout(plan).title)
    assert wanted
    assert shown.count(wanted) >= 40


_LETTERS = st.characters(
    codec="utf-8", max_codepoint=0x52F, categories=("Lu", "Ll", "Nd", "Po", "Ps", "Pe", "Cc", "Sm")
).filter(lambda letter: ord(letter) < 0x180 or 0x391 <= ord(letter) <= 0x45F)
_MARKUP = st.sampled_from(["#", "$", "*", "_", "\\", "<a>", "@b", "`", "//", "/*", "#{", "[", "]"])


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_LETTERS | _MARKUP, min_size=1, max_size=40).map("".join))
def test_any_text_comes_out_as_text(text: str) -> None:
    """Of Latin, Greek and Cyrillic letters, punctuation and markup."""
    plan = attrs.evolve(empty_plan(), name=text)
    title = handout(plan).title

    assert all_text(to_pdf(plan)).startswith(squeezed(title))


@pytest.mark.parametrize(
    "text", ["Здоровье спины", "Πλάτη δεξιά", "Lưng khỏe mạnh", "Žluťoučký kůň", "גב בריא"]
)
def test_other_scripts_are_shown_without_any_font_of_the_machine(text: str) -> None:
    """Cyrillic, Greek, Vietnamese, Czech and Hebrew are in the fonts within typst."""
    pdf = to_pdf(attrs.evolve(empty_plan(), name=text))

    assert squeezed(text) in all_text(pdf)
    assert all("Libertinus" in name or "DejaVu" in name for name in fonts(pdf))


def test_a_character_without_a_glyph_is_named_with_the_place_and_the_remedy() -> None:
    """No empty boxes on the sheet: who made the plan is told before it is printed."""
    plan = plan_with_text(f"Спина {KHMER}")

    with pytest.raises(MissingGlyphError) as caught:
        to_pdf(plan)

    assert caught.value.field == "title"
    assert caught.value.text == f"Спина {KHMER}"
    assert {"ខ", "ម", "រ"} <= set(caught.value.characters) <= set(KHMER)
    assert 'Maybe give a folder of fonts that have them, fonts=["…"]' in str(caught.value)


def test_fonts_of_the_caller_have_what_the_others_lack(tmp_path: Path) -> None:
    """Only what is missing comes from there."""
    folder = write_box_font(tmp_path / "more", f"{KHMER}abc")

    pdf = to_pdf(attrs.evolve(empty_plan(), name=f"abc {KHMER}"), fonts=[folder])

    assert squeezed(f"abc {KHMER}") in all_text(pdf)
    assert {name for name in fonts(pdf) if "Libertinus" not in name} == {"Boxes"}


def test_fonts_are_asked_in_the_order_of_folders_and_names(tmp_path: Path) -> None:
    """Not in the order in which a disk lists its files."""
    first = write_box_font(tmp_path / "first", KHMER, family="Zebra")
    second = write_box_font(tmp_path / "second", KHMER, family="Antelope")
    write_box_font(first, KHMER, family="Yak")

    pdf = to_pdf(attrs.evolve(empty_plan(), name=KHMER), fonts=[first, str(second)])

    assert "Yak" in fonts(pdf)
    assert not {"Antelope", "Zebra"} & fonts(pdf)


def test_of_characters_joined_to_what_no_font_has_the_text_is_told() -> None:
    """Each alone has a glyph, not what they make together."""
    texts = {"title": "Ann", "cards": [{"name": "naïve"}, {"name": "ü+ö"}]}

    error = missing_glyphs(texts, lambda text: text != "ü+ö")

    assert error is not None
    assert (error.field, error.text, error.characters) == ("cards[1].name", "ü+ö", ())


def test_where_all_can_be_shown_nothing_is_missing() -> None:
    """What went wrong was something else."""
    assert missing_glyphs({"title": "Ännchen", "weeks": [1, None]}, lambda _: True) is None


def test_a_long_title_leaves_room_in_the_head_of_the_pages() -> None:
    """Page one has it whole."""
    title = "A plan for all the days of the winter, for Ann and her brothers and sisters"

    first, *others = pages(to_pdf(attrs.evolve(sample_plan(), name=title)))

    assert squeezed(title) in first
    assert all(
        squeezed("A plan for all the days of the winter, for Ann…") in page for page in others
    )


def test_what_a_revision_dropped_is_told() -> None:
    """The old sheet on the fridge may still have it."""
    shown = all_text(to_pdf(revised_plan()))

    assert squeezed("Dropped since the last revision") in shown
    assert squeezed("The session of Tue 24 Nov 19:30.") in shown


def test_pages_are_counted_and_lead_back_to_the_stop_signs(pdf: bytes) -> None:
    """A loose sheet is put back in its place."""
    found = pages(pdf)

    assert "Stopsigns" in found[0]
    for number, page in enumerate(found, start=1):
        assert page.endswith(squeezed(f"Stop signs: page 1. Page {number} of {len(found)}"))
