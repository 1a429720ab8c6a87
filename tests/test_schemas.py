"""JSON Schemas: current, tight, and of one mind with the reader."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from spinecare import json_schema, load_catalogue, load_person, make_plan, model
from spinecare.codec import from_data
from spinecare.errors import FaultyInputError, InvalidValueError
from spinecare.export import to_json
from spinecare.model import Person, Plan
from spinecare.schemas import SchemaName
from tests.export.plan_strategies import plans
from tests.export.sample_plans import empty_plan, revised_plan, sample_plan
from tests.schema_documents import EDGES, changed, written
from tests.strategies import instances

ROOT = Path(__file__).parents[1]
NAMES: tuple[SchemaName, ...] = get_args(SchemaName)
BEYOND = {
    "ends are in order": r"from lowest to highest",
    "a text of numbers has a unit that fits": r"must be (a|an) (time|mass|length|angle|share)",
    "a text of counts holds no number but 1 to 10000": r"a whole number from 1 to 10000, got '",
    "a text of days and times can be read": r"^(availability|weekday|desk) must be "
    r"(days|one of|at least)|a time of day to the minute",
    "a time zone exists": r"a name of the time zone database",
    "a date exists": r"a date like|a moment like",
    "a moment lies in 1970 to 2199": r"a moment from",
    "a whole number has no fraction, not even .0": r"a whole number, got [0-9]+\.0$",
    "days of a week follow each other": r"seven days in a row",
    "sessions of a plan have different ids": r"sessions with different ids",
    "places of a person have different names": r"places with different names",
    "a sign has one answer": r"one answer for each sign",
    "slots do not overlap": r"slots that do not overlap",
    "desk hours end after they begin": r"hours that end after they begin",
}
"""Rules that a schema cannot say, and the words in which the reader refuses what breaks them."""
CONVERTED = r"^(minutes|every_min) must be a number from [0-9]+ to [0-9]+, got 0\.1666"
"""Ten seconds where twenty minutes are the least: a schema cannot convert units."""


_BEYOND = "|".join([*BEYOND.values(), CONVERTED])


def _id(value: object) -> str:
    return getattr(value, "__name__", str(value))


@cache
def validator(name: SchemaName, definition: str = "") -> Draft202012Validator:
    """Return a validator of a schema, or of one of its definitions alone."""
    schema = json_schema(name)
    if definition:
        schema = {"$ref": f"#/$defs/{definition}", "$defs": schema["$defs"]}
    return Draft202012Validator(schema)


def faults_of(data: object, kind: type[Any]) -> tuple[str, ...]:
    """Return what the reader has against data; nothing where it takes them."""
    try:
        from_data(data, kind, what="value")
    except FaultyInputError as error:
        return tuple(fault.message.partition("; Maybe")[0] for fault in error.faults)
    return ()


def _classes() -> Iterator[tuple[SchemaName, type[Any]]]:
    """Yield every class of the model that a schema describes, with the first such schema."""
    found: set[str] = set()
    for name in NAMES:
        for definition in json_schema(name)["$defs"]:
            kind = getattr(model, definition, None)
            if isinstance(kind, type) and attrs.has(kind) and definition not in found:
                found.add(definition)
                if definition not in ("Span", "Reps"):
                    yield name, kind


CLASSES = list(_classes())


def test_the_committed_schemas_are_those_of_the_model() -> None:
    """A changed field, bound or docstring is seen: `tools/write_schemas.py` writes them anew."""
    command = [sys.executable, str(ROOT / "tools" / "write_schemas.py"), "--check"]

    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one_of_the_draft_with_a_name_of_its_own(name: SchemaName) -> None:
    """The id is a plain name, no address; nothing can be changed for the next caller."""
    schema = json_schema(name)

    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:spinecare:{name}:1"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    schema.clear()
    assert json_schema(name)


@pytest.mark.parametrize("name", ["Plan", "", "../plan", None, ["plan"]])
def test_a_schema_that_is_not_there_is_refused_by_name(name: Any) -> None:
    """Those that are there are told."""
    with pytest.raises(InvalidValueError, match="name must be one of plan, person, "):
        json_schema(name)


def _tables(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every table that a schema describes, at any depth."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from _tables(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _tables(value)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_closed_and_every_key_explained(name: SchemaName) -> None:
    """An unknown key is refused everywhere; a person in an editor sees what a key means."""
    schema = json_schema(name)

    assert all(table["additionalProperties"] is False for table in _tables(schema))
    for definition in schema["$defs"].values():
        assert definition.get("description") or definition.get("anyOf") or definition["pattern"]
        for table in _tables({**definition, "anyOf": []}):
            assert all(value.get("description") for value in table["properties"].values())


@pytest.mark.parametrize(("name", "kind"), CLASSES, ids=_id)
def test_a_schema_asks_for_what_the_reader_asks_for(name: SchemaName, kind: type[Any]) -> None:
    """The same keys, and the same of them must be there."""
    definition = json_schema(name)["$defs"][kind.__name__]
    (table,) = [p for p in [definition, *definition.get("anyOf", [])] if p.get("type") == "object"]
    fields = attrs.fields(kind)

    assert list(table["properties"]) == [field.name for field in fields]
    assert table["required"] == [field.name for field in fields if field.default is attrs.NOTHING]


def _errors(name: SchemaName, text: str) -> list[str]:
    document = json.loads(text)
    return [
        f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(document)
    ]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples/profiles").glob("*.toml")), ids=lambda p: p.stem
)
def test_what_is_made_for_the_example_people_is_valid(path: Path) -> None:
    """The person, as file and as document, and a planned week with its part of the catalogue."""
    person = load_person(path)
    plan = make_plan(person, start=date(2026, 11, 23), weeks=1)

    assert _errors("person-file", json.dumps(tomllib.loads(path.read_text()), default=str)) == []
    assert _errors("person", to_json(person)) == []
    assert _errors("plan", to_json(plan)) == []


def test_the_catalogue_is_valid() -> None:
    """The whole, and each of the built-in files."""
    files = sorted((ROOT / "src/spinecare/catalogue/data").glob("*.toml"))

    assert _errors("catalogue", to_json(load_catalogue())) == []
    assert len(files) > 20
    for file in files:
        assert _errors("catalogue-file", json.dumps(tomllib.loads(file.read_text()))) == []


@pytest.mark.parametrize("plan", [sample_plan(), empty_plan(), revised_plan()])
def test_the_sample_plans_are_valid(plan: Plan) -> None:
    """With desk breaks, without anything, with cancelled sessions."""
    assert _errors("plan", to_json(plan)) == []


@settings(max_examples=settings().max_examples // 4)
@given(plans(), instances(Person))
def test_whatever_is_written_is_valid(plan: Plan, person: Person) -> None:
    """The law, for plans over the sample catalogue and for any person."""
    assert _errors("plan", to_json(plan)) == []
    assert _errors("person", to_json(person)) == []


def _disagreement(name: SchemaName, kind: type[Any], document: object) -> str:
    """Return what one of schema and reader has against a document and the other has not."""
    errors = list(validator(name, kind.__name__).iter_errors(document))
    faults = faults_of(document, kind)
    if errors:
        return "" if faults else f"{document}: only the schema refuses it: {errors[0].message}"
    told = [fault for fault in faults if not re.search(_BEYOND, fault)]
    return f"{document}: only the reader refuses it: {told[0]}" if told else ""


@pytest.mark.no_cover  # thousands of documents; what they reach is reached by hand, too
@pytest.mark.parametrize(("name", "kind"), CLASSES, ids=_id)
@settings(max_examples=1)
@given(data=st.data())
def test_schema_and_reader_agree_on_every_field(
    name: SchemaName, kind: type[Any], data: st.DataObject
) -> None:
    """Whatever a single field is given: the same bounds, the same patterns, the same kinds."""
    table = data.draw(written(kind))
    if not isinstance(table, dict):
        table = {}  # a short form; as a table it holds nothing yet

    for field in attrs.fields(kind):
        for value in EDGES:
            assert _disagreement(name, kind, {**table, field.name: value}) == ""


@pytest.mark.no_cover
@pytest.mark.parametrize(("name", "kind"), CLASSES, ids=_id)
@settings(max_examples=settings().max_examples // 6)
@given(data=st.data())
def test_schema_and_reader_agree_on_every_document(
    name: SchemaName, kind: type[Any], data: st.DataObject
) -> None:
    """Right or wrong: what one refuses the other refuses, but for the rules beyond a schema."""
    names = tuple(field.name for field in attrs.fields(kind))

    document = data.draw(st.one_of(written(kind), changed(kind, names)))

    assert _disagreement(name, kind, document) == ""
