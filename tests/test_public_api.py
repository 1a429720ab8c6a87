"""The public names: sorted, typed, documented, each in one place, and light to import."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import attrs
import pytest

import spinecare
import spinecare.errors
import spinecare.explanation
import spinecare.model
import spinecare.response
import spinecare.reviewing

HEAVY = (
    "attr",
    "cattrs",
    "icalendar",
    "pint",
    "json",
    "tomllib",
    "zoneinfo",
    "tzdata",
    "typst",
    "numpy",
)
"""Modules that `import spinecare` alone must not bring in."""
FUNCTIONS = (
    "calibration",
    "cues",
    "draw",
    "explain",
    "from_json",
    "journal_from_csv",
    "journal_to_csv",
    "json_schema",
    "load_catalogue",
    "load_person",
    "make_plan",
    "plot_load",
    "plot_minutes",
    "plot_pain",
    "plot_response",
    "recover_journal",
    "review",
    "score",
    "to_html",
    "to_ical",
    "to_ical_files",
    "to_json",
    "to_markdown",
    "to_pdf",
)
ERRORS = ("ClinicianFirst", "SpinecareError")
SCORE = ("Score", "ScoreLine")
EXPLANATION = (
    "Change",
    "ChangeKind",
    "Concession",
    "Explanation",
    "Measure",
    "Reason",
    "SubjectKind",
)
FIGURES = ("Figure",)
RESPONSE = ("Calibration", "ResponseModel", "ResponsePoint")
REVIEWING = (
    "Action",
    "Alarm",
    "Contradiction",
    "Policy",
    "Question",
    "Review",
    "Ruling",
    "Standing",
    "Unnoted",
    "Verdict",
)


def _modules_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    command = [sys.executable, "-I", "-c", code]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_the_public_names_are_sorted_and_unique() -> None:
    """`__all__` reads like an index, so that a missing name is seen."""
    names = spinecare.__all__

    assert names == sorted(set(names))


def test_the_public_names_are_values_functions_and_the_parents_of_errors() -> None:
    """Nothing more and nothing less is promised."""
    assert set(spinecare.__all__) == {
        *spinecare.model.__all__,
        *EXPLANATION,
        *FIGURES,
        *RESPONSE,
        *REVIEWING,
        *SCORE,
        *FUNCTIONS,
        *ERRORS,
    }


@pytest.mark.parametrize("name", spinecare.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    """`help()` says something of its own about every name."""
    value = getattr(spinecare, name)

    if inspect.isclass(value) or inspect.isfunction(value):
        assert (value.__doc__ or "").strip()
    else:
        assert _documented_in_source(value, name)


def _documented_in_source(value: object, name: str) -> bool:
    """Aliases and new types have no docstring: look for the string below their definition."""
    path = inspect.getsourcefile(sys.modules[getattr(value, "__module__", "spinecare.model")])
    assert path is not None
    body = ast.parse(Path(path).read_text(encoding="utf-8")).body
    return any(
        isinstance(line, ast.Assign | ast.AnnAssign)
        and name in ast.unparse(line).split("=")[0].split(":")[0]
        and isinstance(following, ast.Expr)
        for line, following in pairwise(body)
    )


def test_every_public_name_has_one_public_place() -> None:
    """A name is the same object wherever it is seen, and no two names are the same object."""
    values = {name: getattr(spinecare, name) for name in spinecare.__all__}
    homes = (
        spinecare.model,
        spinecare.explanation,
        spinecare.response,
        spinecare.reviewing,
        spinecare.errors,
    )

    assert len({id(value) for value in values.values()}) == len(values)
    for name, value in values.items():
        assert all(getattr(home, name, value) is value for home in homes)


@pytest.mark.parametrize(
    "name", [*spinecare.model.__all__, *EXPLANATION, *RESPONSE, *REVIEWING, *SCORE]
)
def test_every_field_is_documented(name: str) -> None:
    """Each field of a class has a string below it, which documentation tools show."""
    value = getattr(spinecare, name)
    fields = attrs.fields(value) if inspect.isclass(value) and attrs.has(value) else ()
    body = ast.parse(inspect.getsource(value) if fields else "class Other: ...").body[0]
    assert isinstance(body, ast.ClassDef)

    documented = {
        line.target.id
        for line, following in pairwise(body.body)
        if isinstance(line, ast.AnnAssign)
        and isinstance(line.target, ast.Name)
        and isinstance(following, ast.Expr)
    }

    own = {attribute.name for attribute in fields if not attribute.inherited}
    assert own == documented


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_has_annotations_and_says_what_it_returns(name: str) -> None:
    """The first line says what the caller gets; the rest is Google style."""
    function = getattr(spinecare, name)
    signature = inspect.signature(function)
    doc = inspect.getdoc(function) or ""

    assert signature.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not p.empty for p in signature.parameters.values())
    assert "Returns:" in doc or "Return" in doc.splitlines()[0]


def test_importing_the_library_brings_in_nothing_heavy() -> None:
    """An app pays for planning when it plans, not when it starts."""
    modules = _modules_after("import spinecare")

    assert not modules & set(HEAVY)
    assert {name for name in modules if name.startswith("spinecare")} == {"spinecare"}


def test_the_model_brings_in_neither_units_nor_calendars_nor_parsers() -> None:
    """Values can be made from plain numbers without pint."""
    modules = _modules_after("import spinecare; spinecare.Dose(hold_s=(10, 30), reps=(2, 4))")

    assert not modules & {"cattrs", "icalendar", "json", "pint", "tomllib"}


def test_the_errors_are_at_hand_without_an_import_of_their_own() -> None:
    """`except spinecare.errors.FaultyInputError` works after `import spinecare` alone."""
    modules = _modules_after("import spinecare; spinecare.errors.FaultyInputError")
    found = vars(spinecare)["__getattr__"]("errors")  # as when nothing has imported them yet

    assert "spinecare.errors" in modules
    assert found is spinecare.errors


def test_a_name_that_is_not_public_is_refused_as_python_does() -> None:
    """`hasattr` and misspelt names behave as with any module."""
    with pytest.raises(AttributeError, match="has no attribute 'make_plam'"):
        _ = getattr(spinecare, "make_plam")  # noqa: B009  a type checker would see it


def test_public_names_show_up_before_they_are_loaded() -> None:
    """Completion in a notebook lists them."""
    command = [sys.executable, "-I", "-c", "import spinecare; print(*dir(spinecare))"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    assert shown == spinecare.__all__
    assert dir(spinecare) == spinecare.__all__
