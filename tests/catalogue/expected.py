"""The numbers that the data must have, read from `expected_numbers.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeAlias

Table: TypeAlias = dict[str, Any]

NUMBERS: Table = tomllib.loads(
    (Path(__file__).parent / "expected_numbers.toml").read_text(encoding="utf-8")
)
"""Everything in the file."""
PLANNED: dict[str, Table] = {
    id: entry
    for id, entry in NUMBERS["entries"].items()
    if entry["record"] not in ("advice", "rule")
}
"""The entries that can stand in a session, by id, in the order of the article."""


def of_record(record: str) -> dict[str, Table]:
    """Return the expected entries of one sort."""
    return {id: entry for id, entry in NUMBERS["entries"].items() if entry["record"] == record}


def ends(value: Any) -> tuple[float, float | None]:
    """Return a number or a pair as lowest and highest; `None` where the end is open."""
    low, high = value if isinstance(value, list) else (value, value)
    return float(low), None if high == "open" else float(high)


def is_number(value: Any) -> bool:
    """Tell a number or pair of numbers from words."""
    return isinstance(value, (int, float)) or (
        isinstance(value, list) and all(isinstance(end, (int, float)) for end in value)
    )
