"""Persons, journals and catalogues as JSON, like plans."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given

from spinecare import load_catalogue
from spinecare.envelope import write_envelope
from spinecare.errors import FaultyInputError, InvalidValueError
from spinecare.export import from_json, to_json
from spinecare.export.json import FORMATS
from spinecare.model import Catalogue, Day, Journal, Person, Plan, Slot
from tests.export.sample_plans import sample_plan
from tests.strategies import instances


@given(instances(Person))
def test_a_person_comes_back_as_they_were(person: Person) -> None:
    """The law of the pair, for text and for bytes."""
    text = to_json(person)

    assert from_json(text, Person) == person
    assert from_json(text.encode(), Person) == person


@given(instances(Journal))
def test_a_journal_comes_back_as_it_was(journal: Journal) -> None:
    """Every entry, with what is unknown in it."""
    assert from_json(to_json(journal), Journal) == journal


def test_the_whole_catalogue_comes_back_as_it_was() -> None:
    """Every entry, drawing and source; writing what was read gives the same text."""
    catalogue = load_catalogue()
    text = to_json(catalogue)

    read = from_json(text, Catalogue)

    assert read == catalogue
    assert to_json(read) == text


@pytest.mark.parametrize("kind", FORMATS)
def test_a_document_says_what_it_is(kind: type[Any]) -> None:
    """The envelope names the format and holds the content under its name."""
    values: dict[type[Any], Any] = {
        Plan: sample_plan(),
        Person: Person(timezone="UTC", availability="Mon 19:00 20 min"),
        Journal: Journal(),
        Catalogue: Catalogue(),
    }
    document = json.loads(to_json(values[kind]))

    name = kind.__name__.lower()
    assert list(document) == ["format", "version", "generator", name]
    assert document["format"] == f"spinecare/{name}"
    assert document["version"] == FORMATS[kind].version


def test_a_document_of_another_kind_is_refused_by_name() -> None:
    """A person is no plan: both are named."""
    person = to_json(Person(timezone="UTC", availability="Mon 19:00 20 min"))

    with pytest.raises(FaultyInputError, match="'spinecare/plan', got 'spinecare/person'"):
        from_json(person)


def test_a_fault_of_a_person_is_found_at_its_place() -> None:
    """The path begins with the key of the content."""
    document = json.loads(to_json(Person(timezone="UTC", availability="Mon 19:00 20 min")))
    document["person"]["pain"] = 11

    with pytest.raises(FaultyInputError) as caught:
        from_json(json.dumps(document), Person)

    assert [fault.path for fault in caught.value.faults] == ["$.person.pain"]
    assert caught.value.what == "person"


@pytest.mark.parametrize("other", [Slot(weekday="Mon", start="07:00", minutes=20), "plan", None])
def test_a_value_without_a_format_is_refused_by_name(other: Any) -> None:
    """A slot is no document; what is one is told."""
    with pytest.raises(InvalidValueError, match="of type Plan or Person or Journal or Catalogue"):
        to_json(other)


@pytest.mark.parametrize("kind", [Day, "plan", [Plan]])
def test_a_kind_without_a_format_is_refused_by_name(kind: Any) -> None:
    """Reading a day alone is not possible either."""
    with pytest.raises(InvalidValueError, match="of type Plan or Person or Journal or Catalogue"):
        from_json(to_json(sample_plan()), kind)


def test_short_members_share_a_line_and_long_ones_stand_alone() -> None:
    """A document is read by people too: no line for a bare number, none wider than a screen."""
    write = partial(write_envelope, "plan", 1)
    texts = ["x" * 40, "y" * 40, "z" * 40]

    lines = write({"a": 1, "b": texts, "c": 2, "d": {"e": 3}, "f": "w" * 200}).splitlines()

    assert lines[2:-2] == [
        ' "plan": {',
        '  "a": 1,',
        '  "b": [',
        f'   "{texts[0]}", "{texts[1]}",',
        f'   "{texts[2]}"',
        "  ],",
        '  "c": 2,',
        '  "d": {"e": 3},',
        f'  "f": "{"w" * 200}"',
    ]


def test_every_field_of_a_plans_own_classes_is_written() -> None:
    """A program in another language need not know the defaults."""
    document = json.loads(to_json(sample_plan()))

    assert set(document["plan"]) == {attribute.name for attribute in attrs.fields(Plan)}
