"""A plan as JSON, and back."""

from __future__ import annotations

from spinecare.codec import from_data, to_data
from spinecare.envelope import read_envelope, write_envelope
from spinecare.model import Plan

VERSION = 1
"""The version of the plan's format that this library writes."""


def to_json(plan: Plan) -> str:
    """Return a plan as a JSON document that other programs can read.

    The document is a table with four keys: `format` (`"spinecare/plan"`), `version` (1),
    `generator` (name and version of the program that wrote it) and `plan`. Inside `plan`:

    - a value of the model is a table; its keys are the names of the fields, in the model's order;
    - the classes of the plan itself (`Plan`, `WeeklyPlan`, `Session`, `Step`, `StepPhase`,
      `DeskBreak`, `Finding`) name every field; those of the catalogue leave out what is at its
      default;
    - a collection is a list, in the plan's order; what is absent is `null`;
    - a number carries its unit in its name (`hold_s` seconds, `mass_kg` kilograms, `minutes`);
      whole numbers are written without a fraction;
    - a date is `"2026-11-23"`, a time of day `"07:00"` in the plan's `timezone`, a moment
      `"2026-11-22T09:30:00+00:00"`;
    - a word of a word list is its text: `"left"`, `"relax"`, `"left-out"`;
    - a span or hold in the catalogue is `[10, 30]`, "at least" is `[20, null]`;
    - repetitions in the catalogue are the same, or `{"count": [8, 12], "per": "side"}` where one
      repetition is not a whole cycle;
    - in the catalogue a pose without contacts is its position, a note without sources its text, a
      need of equipment without remarks the id of the thing.

    Returns:
        Text with two spaces of indent, short tables and lists on one line, every character as
        itself (encode it as UTF-8) and a final newline. Equal plans give equal text.

    Raises:
        InvalidValueError: A text of the plan cannot be written as UTF-8.
    """
    return write_envelope("plan", VERSION, to_data(plan))


def from_json(text: str | bytes) -> Plan:
    """Return the plan that `to_json` wrote.

    Reading is strict: every field is checked as if the plan were made anew, and every fault is
    reported at once.

    Args:
        text: The document, as text or as UTF-8 bytes.

    Raises:
        NewerVersionError: A newer version of the library wrote it.
        FaultyInputError: Not UTF-8, not JSON (with the line), another format, a key that is
            missing, unknown or there twice, or a value that its field cannot take (with the path).
    """
    return read_envelope(text, _build, what="plan", version=VERSION)


def _build(data: object) -> Plan:
    return from_data(data, Plan, what="plan", path="$.plan")
