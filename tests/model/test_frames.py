"""A plan as data frames: the rows of `to_rows` with types that a table can use."""

from __future__ import annotations

import math
import sys
from datetime import date, time
from typing import Any

import pandas as pd
import polars as pl
import pytest

from spinecare.errors import MissingExtraError
from spinecare.model import Plan
from tests.export.sample_plans import empty_plan, sample_plan

_PANDAS = {
    "date": "datetime64[s]",
    "time": "object",
    "session": "string",
    "order": "Int64",
    "exercise": "category",
    "routine": "category",
    "purpose": "category",
    "side": "category",
    "sets": "Int64",
    "reps": "Int64",
    "hold_s": "Float64",
    "rest_s": "Float64",
    "mass_kg": "Float64",
    "duration_s": "Float64",
    "is_reduced": "boolean",
}


def _as_rows(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a frame as `to_rows` has them."""
    rows: list[dict[str, Any]] = []
    for record in records:
        plain = {key: None if _is_missing(value) else value for key, value in record.items()}
        plain["date"] = f"{plain['date']:%Y-%m-%d}"
        plain["time"] = f"{plain['time']:%H:%M}"
        rows.append(plain)
    return rows


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def test_both_frames_hold_the_rows_of_the_plan() -> None:
    """Row by row, the same values."""
    plan = sample_plan()
    rows = [dict(row) for row in plan.to_rows()]

    assert _as_rows([dict(r) for r in plan.to_pandas().to_dict(orient="records")]) == rows  # type: ignore[arg-type]
    assert _as_rows(plan.to_polars().to_dicts()) == rows


@pytest.mark.parametrize("plan", [sample_plan(), empty_plan()], ids=["sample", "empty"])
def test_columns_of_pandas_have_useful_types(plan: Plan) -> None:
    """Also those of a plan without a single step."""
    frame = plan.to_pandas()

    assert {str(name): str(kind) for name, kind in frame.dtypes.items()} == _PANDAS
    assert len(frame) == len(plan.to_rows())


@pytest.mark.parametrize("plan", [sample_plan(), empty_plan()], ids=["sample", "empty"])
def test_columns_of_polars_have_useful_types(plan: Plan) -> None:
    """Also those of a plan without a single step."""
    frame = plan.to_polars()

    kinds = dict(frame.schema)
    assert list(kinds) == list(_PANDAS)
    assert kinds["date"] == pl.Date()
    assert kinds["time"] == pl.Time()
    assert kinds["exercise"] == pl.Categorical()
    assert kinds["session"] == pl.String()
    assert kinds["is_reduced"] == pl.Boolean()
    assert {kinds[name] for name in ("order", "sets", "reps")} == {pl.Int64()}
    assert {kinds[name] for name in ("hold_s", "mass_kg", "duration_s")} == {pl.Float64()}


def test_what_is_absent_is_missing_not_zero() -> None:
    """A movement has no hold, what the planner added no routine."""
    plan = sample_plan()
    rows = plan.to_rows()
    without_hold = sum(row["hold_s"] is None for row in rows)
    without_routine = sum(row["routine"] is None for row in rows)

    assert without_hold
    assert without_routine
    frame = plan.to_pandas()
    assert int(frame["hold_s"].isna().sum()) == without_hold
    assert int(frame["routine"].isna().sum()) == without_routine
    assert plan.to_polars()["hold_s"].null_count() == without_hold


def test_dates_and_times_can_be_reckoned_with() -> None:
    """Not texts."""
    plan = sample_plan()
    first = plan.to_polars().row(0, named=True)

    assert isinstance(first["date"], date)
    assert isinstance(first["time"], time)
    assert plan.to_pandas()["date"].dt.day_name().iloc[0] == "Monday"


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_without_the_extra_its_name_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, name, None)

    with pytest.raises(MissingExtraError) as caught:
        getattr(sample_plan(), f"to_{name}")()

    assert str(caught.value) == (
        f"Plan.to_{name} needs {name}, which is not installed.\n"
        f"Maybe install it: pip install 'spinecare[{name}]'"
    )
