"""The Markdown sheet is the same for every reader, and no text breaks out of it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from spinecare.export.markdown import to_markdown
from spinecare.model import (
    Advice,
    Amount,
    Cadence,
    Catalogue,
    Claim,
    Default,
    Exercise,
    Finding,
    GuidingRule,
    Plan,
    Routine,
    Source,
    StepPhase,
)
from spinecare.wording import clean
from tests.export.markdown_readers import READERS
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import empty_plan, revised_plan, sample_plan
from tests.export.test_markdown_text import TEXTS


@pytest.mark.parametrize("plan", [sample_plan(3), empty_plan(), revised_plan()])
def test_all_readers_show_the_same(plan: Plan) -> None:
    """GitHub, markdown-it and MkDocs: the same tags, but for paragraphs in lists, and words."""
    pages = [read(to_markdown(plan)) for read in READERS.values()]
    skeletons = [[tag for tag in page.tags if tag != "p"] for page in pages]

    assert skeletons[0] == skeletons[1] == skeletons[2]
    assert pages[0].words == pages[1].words == pages[2].words


_FREE = {
    Plan: ("name",),
    Exercise: ("name", "instruction", "breath", "tempo"),
    Routine: ("name", "summary"),
    Cadence: ("text",),
    Advice: ("name", "instruction", "safety", "cautions"),
    GuidingRule: ("instruction",),
    Claim: ("text", "finding"),
    Default: ("text", "per", "note", "source"),
    Amount: ("text",),
    Source: ("title",),
    Finding: ("reason", "concession", "place"),
    Catalogue: ("notice", "stop_signs", "reduced_form"),
}
"""Free text by class; notes, places and the names of things are filled by their field's name."""
_FREE_EVERYWHERE = ("notes", "place", "spec")


def _filled(value: Any, text: str) -> Any:
    """Return a value with a text in every place of free text."""
    if isinstance(value, tuple):
        return tuple(_filled(member, text) for member in value)
    if not attrs.has(type(value)) or isinstance(value, StepPhase):
        return value
    names = (*_FREE.get(type(value), ()), *_FREE_EVERYWHERE)
    fields: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        old = getattr(value, attribute.name)
        if attribute.name in names or (attribute.name == "text" and old):
            fields[attribute.name] = (text,) if isinstance(old, tuple) else text
        elif isinstance(old, tuple) or attrs.has(type(old)):
            fields[attribute.name] = _filled(old, text)
    return attrs.evolve(value, **fields)


def _rich_plan() -> Plan:
    """Return the sample plan with a catalogue in which every field of text is used."""
    entries = tuple(
        attrs.evolve(
            entry,
            safety=(*entry.safety, *SMALL_CATALOGUE.entries[2].safety),
            amounts=(Amount(name="bar_height", text="x"), Amount(name="wide_cm", low=1, text="x")),
            defaults=(*entry.defaults, Default(name="reps", per="x", note="x", source="x")),
        )
        for entry in SMALL_CATALOGUE.entries
    )
    breathe = GuidingRule(id="rule-breathe", name="Breathe", instruction="Breathe evenly.")
    catalogue = attrs.evolve(
        SMALL_CATALOGUE, entries=entries, rules=(*SMALL_CATALOGUE.rules, breathe)
    )
    return attrs.evolve(revised_plan(), findings=sample_plan().findings, catalogue=catalogue)


@pytest.mark.parametrize("reader", READERS)
@given(text=TEXTS.filter(lambda text: bool(text.strip())))
@settings(max_examples=12, deadline=None)
def test_no_text_breaks_out_of_its_place(reader: str, text: str) -> None:
    """The page has the same headings, cells, items and links as with an innocent word."""
    page = READERS[reader](to_markdown(_filled(_rich_plan(), text)))
    innocent = READERS[reader](to_markdown(_filled(_rich_plan(), "x")))

    assert page.tags == innocent.tags
    assert page.attributes == innocent.attributes
    assert page.links == innocent.links
    assert page.words.count(clean(text)) >= innocent.words.count(" x ")
