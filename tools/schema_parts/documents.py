"""The schemas of whole documents: JSON in its envelope, and files without one."""

from __future__ import annotations

from typing import Any

from spinecare.export.json import FORMATS, Format
from spinecare.model import Catalogue, Person
from tools.schema_parts.checks import Keywords
from tools.schema_parts.kinds import Definitions

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_FILES: dict[type[Any], str] = {
    Person: "A person as a TOML file holds it, seen as JSON: what `load_person` reads.",
    Catalogue: "A part of a catalogue as a TOML file holds it, seen as JSON: what `load_catalogue` "
    "reads.",
}


def schemas() -> dict[str, Keywords]:
    """Return every schema by its name."""
    documents = {form.what: _document(kind, form) for kind, form in FORMATS.items()}
    files = {f"{FORMATS[kind].what}-file": _file(kind) for kind in _FILES}
    return documents | files


def _document(kind: type[Any], form: Format) -> Keywords:
    definitions = Definitions()
    content = definitions.of(kind)
    return {
        "$schema": _DRAFT,
        "$id": f"urn:spinecare:{form.what}:{form.version}",
        "title": f"spinecare {form.what}, version {form.version}",
        "description": f"A {form.what} as `to_json` writes it and `from_json` reads it.",
        "type": "object",
        "properties": {
            "format": {"description": "What it is.", "const": f"spinecare/{form.what}"},
            "version": {"description": "The version of the format.", "const": form.version},
            "generator": {"description": "Name and version of the program.", "type": "string"},
            form.what: content,
        },
        "required": ["format", "version", "generator", form.what],
        "additionalProperties": False,
        "$defs": definitions.as_data(),
    }


def _file(kind: type[Any]) -> Keywords:
    form, definitions = FORMATS[kind], Definitions()
    content = definitions.of(kind)
    return {
        "$schema": _DRAFT,
        "$id": f"urn:spinecare:{form.what}-file:{form.version}",
        "title": f"spinecare {form.what} file",
        "description": _FILES[kind],
        **content,
        "$defs": definitions.as_data(),
    }
