"""A plan as flat rows, and as the data frames of other libraries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, Any, TypeAlias

from spinecare.errors import MissingExtraError

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame
    from polars import DataFrame as PolarsFrame

    from spinecare.model._plan import Plan

Row: TypeAlias = "dict[str, str | int | float | bool | None]"
"""A step of a plan: a value for each column."""

_KINDS: dict[str, str] = {
    "date": "date",
    "time": "time",
    "session": "text",
    "order": "whole",
    "exercise": "word",
    "routine": "word",
    "purpose": "word",
    "side": "word",
    "sets": "whole",
    "reps": "whole",
    "hold_s": "number",
    "rest_s": "number",
    "mass_kg": "number",
    "duration_s": "number",
    "is_reduced": "truth",
}
"""The columns in order, and what stands in each; a word is one of few."""
_PANDAS = {
    "date": "datetime64[s]",
    "time": "object",
    "text": "string",
    "word": "category",
    "whole": "Int64",
    "number": "Float64",
    "truth": "boolean",
}
_POLARS = {
    "date": "Date",
    "time": "Time",
    "text": "String",
    "word": "Categorical",
    "whole": "Int64",
    "number": "Float64",
    "truth": "Boolean",
}


def rows_of(plan: Plan) -> Iterator[Row]:
    """Yield a row for each step, in the order of the plan."""
    for session in plan.sessions:
        for order, step in enumerate(session.steps, start=1):
            yield {
                "date": session.date.isoformat(),
                "time": f"{session.start:%H:%M}",
                "session": session.id,
                "order": order,
                "exercise": step.exercise,
                "routine": step.routine,
                "purpose": step.purpose.value,
                "side": "+".join(step.sides),
                "sets": step.sets,
                "reps": step.reps,
                "hold_s": step.hold_s,
                "rest_s": step.rest_s,
                "mass_kg": step.mass_kg,
                "duration_s": step.duration_s,
                "is_reduced": step.is_reduced,
            }


def pandas_frame(plan: Plan) -> PandasFrame:
    """Return the rows as a pandas data frame."""
    try:
        import pandas as pd  # on first use: a plan is made and exported without it
    except ImportError:
        raise MissingExtraError("Plan.to_pandas", "pandas", "pandas") from None
    frame = pd.DataFrame(_columns(plan))
    return frame.astype({name: _PANDAS[kind] for name, kind in _KINDS.items()})


def polars_frame(plan: Plan) -> PolarsFrame:
    """Return the rows as a polars data frame."""
    try:
        import polars as pl
    except ImportError:
        raise MissingExtraError("Plan.to_polars", "polars", "polars") from None
    schema = {name: getattr(pl, _POLARS[kind]) for name, kind in _KINDS.items()}
    return pl.DataFrame(_columns(plan), schema=schema)


def _columns(plan: Plan) -> dict[str, list[Any]]:
    """Return the values of each column, dates and times as Python's own."""
    rows = tuple(rows_of(plan))
    read = {"date": date.fromisoformat, "time": time.fromisoformat, "number": float}

    def of(value: Any, kind: str) -> Any:
        return value if value is None or kind not in read else read[kind](value)

    return {name: [of(row[name], kind) for row in rows] for name, kind in _KINDS.items()}
