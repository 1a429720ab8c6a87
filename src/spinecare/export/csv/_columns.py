"""The columns of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DATE: Final = "date"
SESSION: Final = "session"
EXERCISE: Final = "exercise"
NAME: Final = "name"
EFFORT: Final = "effort"
OUTCOME: Final = "outcome"
REASON: Final = "reason"
CHARACTER: Final = "character"
SYMPTOMS: Final = "symptoms"
NOTE: Final = "note"
PAINS: Final[Mapping[str, str]] = {
    "before": "before",
    "during": "during",
    "after": "after",
    "next morning": "next_morning",
    "second morning": "second_morning",
}
"""The columns of pain, with the fields they fill."""
COLUMNS: Final = (
    *(DATE, SESSION, EXERCISE, NAME),
    *PAINS,
    *(EFFORT, OUTCOME, REASON, CHARACTER, SYMPTOMS, NOTE),
)
"""All columns, in the order in which they are written."""
NEEDED: Final = (DATE, SESSION, EXERCISE)
"""The columns that a sheet must have; of the others each may be missing: unknown."""
ANSWERS: Final = (*PAINS, EFFORT, OUTCOME, REASON, CHARACTER, SYMPTOMS, NOTE)
"""The columns that a person fills in."""
