"""Named constants: where each comes from, and what it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import attrs
import pytest

import spinecare.response
from spinecare.catalogue import load_catalogue
from spinecare.errors import InvalidValueError, show
from spinecare.model import Source, SourceId
from spinecare.response import (
    CALIBRATIONS,
    LABEL,
    Calibration,
    ResponseModel,
    ResponsePoint,
    calibration,
)

FIELDS: dict[str, Any] = {
    "id": "own",
    "name": "Own",
    "summary": "Made up.",
    "sources": ["D-JUDGE"],
    "model": ResponseModel(k1=1, k2=2, tau1=9.5, tau2=2.25),
}


def test_every_calibration_can_be_asked_for_by_its_id() -> None:
    """The planner's comes first; ids and constants are unique."""
    ids = [found.id for found in CALIBRATIONS]

    assert ids == ["local-muscle", "classic", "morton", "clarke-skiba", "goldencheetah"]
    assert [calibration(id) for id in ids] == list(CALIBRATIONS)
    assert len({found.model for found in CALIBRATIONS}) == len({*ids}) == len(ids)


@pytest.mark.parametrize("found", CALIBRATIONS, ids=lambda found: found.id)
def test_every_calibration_names_sources_that_exist(found: Calibration) -> None:
    """Each key is one of the catalogue's; each says what it is."""
    catalogue = load_catalogue()

    assert found.sources
    assert all(isinstance(catalogue.source(key), Source) for key in found.sources)
    assert found.name
    assert found.summary.endswith(".")


def test_what_the_project_chose_itself_is_marked() -> None:
    """The planner's constants were chosen to fit; the gains of one program are assumed."""
    own = {found.id for found in CALIBRATIONS if SourceId("D-JUDGE") in found.sources}

    assert own == {"local-muscle", "goldencheetah"}
    assert "Not an empirical finding." in calibration("local-muscle").summary
    assert "assumed" in calibration("goldencheetah").summary


def test_a_calibration_says_what_it_is_as_people_call_it() -> None:
    """Its name, and how its summary begins."""
    told = {found.name: found.summary for found in CALIBRATIONS}
    beginnings = {
        "one muscle group": "Chosen by the project so that recovery takes two days",
        "classic": "The defaults of training software",
        "Morton and Fitz-Clarke": "The example of two papers",
        "Clarke and Skiba": "A fit to cycling",
        "GoldenCheetah": "The time constants from which this program starts",
    }

    assert list(told) == list(beginnings)
    assert all(told[name].startswith(words) for name, words in beginnings.items())


@pytest.mark.parametrize("id", ["", "Classic", "banister", 3, None])
def test_an_unknown_calibration_is_refused_with_those_there_are(id: Any) -> None:
    """As with any word of a closed list."""
    known = ", ".join(found.id for found in CALIBRATIONS)

    with pytest.raises(InvalidValueError) as caught:
        calibration(id)

    assert (caught.value.field, caught.value.expected) == ("calibration", f"one of {known}")
    assert caught.value.got == repr(id)


def test_own_constants_can_be_labelled_too() -> None:
    """Sources are kept as a tuple."""
    own = Calibration(**FIELDS)

    assert own.sources == ("D-JUDGE",)
    assert own == attrs.evolve(own)
    assert hash(own) == hash(Calibration(**FIELDS))


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("id", "", "text"),
        ("name", " ", "text"),
        ("summary", None, "text"),
        ("sources", [], "one source key or more"),
        ("sources", "D-JUDGE", "a collection"),
        ("sources", None, "a collection"),
        ("sources", ["D-JUDGE", ""], "text"),
        ("sources", [3], "text"),
        ("model", (1, 2, 9.5, 2.25), "a ResponseModel"),
    ],
)
def test_a_calibration_without_its_label_is_refused(field: str, value: Any, expected: str) -> None:
    """Constants that nobody stands for are not shown."""
    with pytest.raises(InvalidValueError) as caught:
        Calibration(**FIELDS | {field: value})

    assert (caught.value.field, caught.value.expected) == (field, expected)
    assert caught.value.got == show(
        value[-1] if expected == "text" and field == "sources" else value
    )


@pytest.mark.parametrize(
    "value",
    [CALIBRATIONS[0], CALIBRATIONS[0].model, ResponsePoint(day=1, fitness=1, fatigue=1)],
    ids=lambda value: type(value).__name__,
)
def test_every_value_is_frozen_slotted_and_built_by_keywords(value: Any) -> None:
    """As the values of the model are."""
    fields = attrs.fields(type(value))

    assert all(attribute.kw_only for attribute in fields)
    assert {attribute.name for attribute in fields} <= set(value.__slots__)
    for attribute in fields:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, attribute.name, None)


def test_the_public_names_of_the_response_are_these() -> None:
    """Listed once, all there; those of the library are among them."""
    names = spinecare.response.__all__

    assert set(names) == {
        *("CALIBRATIONS", "LABEL", "Calibration", "ResponseModel", "ResponsePoint", "calibration")
    }
    assert all(hasattr(spinecare.response, name) for name in names)


@pytest.mark.parametrize("thing", [spinecare.response, ResponseModel, ResponsePoint, Calibration])
def test_everything_says_that_it_is_a_planning_heuristic(thing: Any) -> None:
    """Whoever reads the help of any part is told."""
    assert "planning heuristic" in thing.__doc__
    assert LABEL == "a planning heuristic, not a law of biology"
    assert LABEL in (ResponseModel.__doc__ or "")
    assert LABEL in (calibration.__doc__ or "")


@pytest.mark.parametrize("found", CALIBRATIONS, ids=lambda found: found.id)
def test_the_table_of_the_docs_holds_what_the_models_compute(found: Calibration) -> None:
    """A row for each: constants, recovery, peak, window, sources."""
    page = Path(__file__).parents[2] / "docs" / "explanation" / "response.md"
    (row,) = re.findall(rf"^\| `{found.id}` \|.*$", page.read_text("utf-8"), re.MULTILINE)
    model, window = found.model, found.model.window()
    numbers = [
        *(f"{constant:g}" for constant in (model.k1, model.k2, model.tau1, model.tau2)),
        f"{model.recovery_time:.2f} d",
        f"{model.peak_time:.2f} d",
        f"{window.low:.2f} to {window.high:.2f} d",
    ]

    cells = [cell.strip() for cell in row.strip("|").split("|")]

    assert cells[1:-1] == numbers
    assert f"`{found.sources[0]}`" in cells[-1]
