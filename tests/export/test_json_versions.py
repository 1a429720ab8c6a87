"""Documents of older versions: still read, by steps from one version to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from spinecare.envelope import MigrationStep, read_envelope
from spinecare.errors import FaultyInputError, NewerVersionError
from spinecare.export import from_json, to_json
from spinecare.export.json import FORMATS, Format
from tests.export.golden_files import FOLDER
from tests.export.sample_plans import short_plan

OLD_FILES = sorted((FOLDER / "versions").glob("*/*.json"))


@pytest.mark.parametrize("path", OLD_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_file_ever_released_is_read(path: Path) -> None:
    """They are kept forever; what is read can be written as the newest version and read again."""
    stored = path.read_text(encoding="utf-8")
    kinds = {form.what: kind for kind, form in FORMATS.items()}
    document = json.loads(stored)

    value = from_json(stored, kinds[document["format"].removeprefix("spinecare/")])

    assert document["version"] == int(path.parent.name)
    assert from_json(to_json(value), type(value)) == value


def test_the_first_file_holds_the_plan_of_today_but_for_names_of_findings() -> None:
    """What came later has a default, so version 1 could stay."""
    first = from_json((FOLDER / "versions/1/first.json").read_text(encoding="utf-8"))
    today = short_plan()

    assert first.weeks == today.weeks
    assert first.cancelled == today.cancelled
    assert [finding.reason for finding in first.findings] == [
        finding.reason for finding in today.findings
    ]


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.what)
def test_no_step_between_versions_is_missing(form: Format) -> None:
    """Of version 1 to the one before the newest; and a file of each version is kept."""
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in OLD_FILES]
    kept = {one["version"] for one in documents if one["format"] == f"spinecare/{form.what}"}

    assert sorted(form.steps) == list(range(1, form.version))
    assert kept == set(range(1, form.version + 1))


def _walk_in_km(content: Any) -> Any:
    """Version 1 counted kilometres, version 2 metres."""
    return {"length_m": content["length_km"] * 1000}


def _walk_with_name(content: Any) -> Any:
    """Version 3 asks for a name."""
    return {"name": "", **content}


STEPS: Mapping[int, MigrationStep] = {1: _walk_in_km, 2: _walk_with_name}


def _read(version: object, content: object) -> Any:
    document = {"format": "spinecare/walk", "version": version, "generator": "x", "walk": content}
    text = json.dumps(document)
    return read_envelope(text, lambda data: data, what="walk", version=3, steps=STEPS)


@pytest.mark.parametrize(
    ("version", "content"),
    [
        (1, {"length_km": 2}),
        (2, {"length_m": 2000}),
        (3, {"name": "", "length_m": 2000}),
    ],
)
def test_an_old_document_is_brought_up_to_date_step_by_step(version: int, content: object) -> None:
    """From each version through all that follow."""
    assert _read(version, content) == {"name": "", "length_m": 2000}


@pytest.mark.parametrize("content", [{}, [], None, {"length_km": None}, "far"])
def test_content_that_its_version_never_had_is_a_fault_not_a_traceback(content: object) -> None:
    """A step may meet anything."""
    with pytest.raises(FaultyInputError) as caught:
        _read(1, content)

    (fault,) = caught.value.faults
    assert fault.path == "$.walk"
    assert fault.message.startswith("must be content of version 1, got ")


def test_a_version_still_to_come_is_refused_before_any_step() -> None:
    """The cure is a newer library."""
    with pytest.raises(NewerVersionError):
        _read(4, {"length_km": 1})


@pytest.mark.parametrize("version", [0, "1", None])
def test_content_of_no_version_is_read_as_the_newest(version: object) -> None:
    """So that its own faults are told beside that of the version."""
    with pytest.raises(FaultyInputError) as caught:
        _read(version, {"length_km": 2})

    assert [fault.path for fault in caught.value.faults] == ["$.version"]
