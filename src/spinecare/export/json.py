"""Plans, persons, journals and catalogues as JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar, overload

from attrs import frozen

from spinecare.codec import from_data, to_data
from spinecare.envelope import MigrationStep, read_envelope, write_envelope
from spinecare.errors import InvalidValueError
from spinecare.model import Catalogue, Journal, Person, Plan

T = TypeVar("T", Plan, Person, Journal, Catalogue)


@frozen(kw_only=True)
class Format:
    """How one kind of document is written."""

    what: str
    """What it is: the word after `spinecare/`, and the key of the content."""
    version: int
    """The version that this library writes."""
    steps: Mapping[int, MigrationStep] = MappingProxyType({})
    """Of each older version, what makes the content of the next one; none is left out."""


FORMATS: Mapping[type, Format] = {
    Plan: Format(what="plan", version=1),
    Person: Format(what="person", version=1),
    Journal: Format(what="journal", version=1),
    Catalogue: Format(what="catalogue", version=1),
}
"""The kinds of documents. A change that older files do not have makes a new version and a step."""


def to_json(value: Plan | Person | Journal | Catalogue) -> str:
    """Return a value as a JSON document that other programs can read.

    What is written of a person or a journal is health data; a plan holds cautions, no diagnosis.

    The document is a table with four keys: `format` (`"spinecare/plan"`), `version` (1),
    `generator` (name and version of the program that wrote it) and `plan`; of a person
    `"spinecare/person"` and `person`, and so on. `json_schema` describes it. Inside:

    - a value of the model is a table; its keys are the names of the fields, in the model's order;
    - the classes of the plan itself (`Plan`, `WeeklyPlan`, `Session`, `Step`, `StepPhase`,
      `DeskBreak`, `Finding`) name every field; the others leave out what is at its default;
    - a collection is a list, in the order of the value; what is absent is `null`;
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
        Text of short lines, each level indented by one space, every character as itself (encode it
        as UTF-8) and a final newline. Equal values give equal text.

    Raises:
        InvalidValueError: A text of the value cannot be written as UTF-8, or it is of no kind that
            has a format.
    """
    form = _format_of(type(value), value)
    return write_envelope(form.what, form.version, to_data(value))


@overload
def from_json(text: str | bytes) -> Plan: ...
@overload
def from_json(text: str | bytes, kind: type[T]) -> T: ...
def from_json(text: str | bytes, kind: type[Any] = Plan) -> Any:
    """Return the value that `to_json` wrote.

    Reading is strict: every field is checked as if the value were made anew, and every fault is
    reported at once. Documents of older versions are read too. Ids are not looked up: a plan brings
    its own part of the catalogue, for a person `unknown_ids` does it.

    Args:
        text: The document, as text or as UTF-8 bytes.
        kind: What the document must be: `Plan`, `Person`, `Journal` or `Catalogue`.

    Raises:
        NewerVersionError: A newer version of the library wrote it.
        FaultyInputError: Not UTF-8, not JSON (with the line), another format, a key that is
            missing, unknown or there twice, or a value that its field cannot take (with the path).
        InvalidValueError: `kind` has no format.

    Examples:
        >>> from spinecare import Person, from_json, to_json
        >>> person = Person(timezone="UTC", availability="Mon 19:00 20 min")
        >>> from_json(to_json(person), Person) == person
        True
    """
    form = _format_of(kind, kind)
    build = partial(from_data, kind=kind, what=form.what, path=f"$.{form.what}")
    return read_envelope(text, build, what=form.what, version=form.version, steps=form.steps)


def _format_of(kind: object, given: object) -> Format:
    form = FORMATS.get(kind) if isinstance(kind, type) else None
    if form is None:
        known = " or ".join(known.__name__ for known in FORMATS)
        raise InvalidValueError.of("value", f"of type {known}", given)
    return form
