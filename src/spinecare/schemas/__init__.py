"""JSON Schemas of what the library reads and writes; `tools/write_schemas.py` writes them."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, Literal, TypeAlias, cast, get_args

from spinecare.errors import InvalidValueError

SchemaName: TypeAlias = Literal[
    "plan", "person", "journal", "catalogue", "person-file", "catalogue-file"
]
"""What there is a schema of."""


def json_schema(name: SchemaName) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of document.

    What the schema refuses the library refuses too. The other way round, a few rules are beyond a
    schema: that ends are in order, that ids are different, that slots do not overlap, that a time
    zone exists.

    Args:
        name: `plan`, `person`, `journal` or `catalogue` for the JSON documents of `to_json`;
            `person-file` or `catalogue-file` for the TOML files of `load_person` and
            `load_catalogue`, seen as JSON.

    Returns:
        A new dict each time; its `$id` names the version of the format: `urn:spinecare:plan:1`.

    Raises:
        InvalidValueError: There is no such schema.

    Examples:
        >>> json_schema("plan")["properties"]["format"]["const"]
        'spinecare/plan'
    """
    known = get_args(SchemaName)
    if name not in known:
        raise InvalidValueError.of("name", f"one of {', '.join(known)}", name)
    file = resources.files("spinecare.schemas") / f"{name}.json"
    return cast("dict[str, Any]", json.loads(file.read_text(encoding="utf-8")))
