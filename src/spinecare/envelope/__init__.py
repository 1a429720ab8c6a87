"""The envelope of every JSON document: what it is, which version, who wrote it, and the content.

```json
{"format": "spinecare/plan", "version": 1, "generator": "spinecare 0.1.0", "plan": {}}
```

Reading is stricter than JSON parsers are: a key that comes twice, text that is not UTF-8, a number
no computer holds, an unknown key or another format are faults, reported with their places.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, cast

from spinecare._version import __version__
from spinecare.envelope._migration import MigrationStep, OldContentError, migrate
from spinecare.envelope._strict_json import parse
from spinecare.errors import Fault, FaultyInputError, InvalidValueError, NewerVersionError, show

T = TypeVar("T")
_LINE = 100
"""The longest line, characters without the indent; a member that alone is longer has its own."""
_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_envelope(what: str, version: int, data: object) -> str:
    """Return data as a JSON document in its envelope.

    Args:
        what: What the document is: "plan". It names the format and the key of the content.
        version: The version of the format, 1 or more.
        data: Dicts, lists, text and finite numbers; the order of keys is kept.

    Returns:
        Text of short lines: a table or list that fits a line stands on one, short members stand
        side by side, each level is indented by one space; every character as itself, and a final
        newline.

    Raises:
        InvalidValueError: A text in it cannot be written as UTF-8 (half a character).
    """
    document = {
        "format": f"spinecare/{what}",
        "version": version,
        "generator": f"spinecare {__version__}",
        what: data,
    }
    text = as_text(document)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        around = text[max(error.start - 20, 0) : error.end + 20]
        raise InvalidValueError.of(
            what, "text that UTF-8 can hold", around, "remove the half character in it."
        ) from None
    return text


def as_text(data: object) -> str:
    """Return plain data as JSON in lines that people can read, and a final newline."""
    return _written(data, 0) + "\n"


def _written(value: object, indent: int) -> str:
    """Return data as JSON: on one line where that is short, else in rows of short members."""
    if isinstance(value, dict):
        table = cast("dict[str, object]", value)
        brackets = "{}"
        members = [f"{_ENCODE(key)}: {_written(item, indent + 1)}" for key, item in table.items()]
    elif isinstance(value, list):
        brackets = "[]"
        members = [_written(item, indent + 1) for item in cast("list[object]", value)]
    else:
        return _ENCODE(value)
    line = ", ".join(members)
    if len(line) + 2 <= _LINE and "\n" not in line:
        return brackets[0] + line + brackets[1]
    within, outside = "\n" + " " * (indent + 1), "\n" + " " * indent
    return brackets[0] + within + f",{within}".join(_rows(members)) + outside + brackets[1]


def _rows(members: list[str]) -> Iterator[str]:
    """Put members side by side as long as a line holds them; those of many lines stand alone."""
    row: list[str] = []
    width = 0
    for member in members:
        is_alone = "\n" in member or member.endswith("}")
        width += len(member) + 2
        if row and (is_alone or width > _LINE):
            yield ", ".join(row)
            row, width = [], len(member) + 2
        row.append(member)
        if is_alone:
            width = _LINE  # nothing joins it
    yield ", ".join(row)


def read_envelope(
    text: str | bytes,
    build: Callable[[object], T],
    *,
    what: str,
    version: int,
    steps: Mapping[int, MigrationStep] | None = None,
    file: str = "",
) -> T:
    """Return what a document holds.

    Args:
        text: The document; bytes are read as UTF-8, a byte order mark is skipped.
        build: Makes the value from the content (dicts, lists, text, numbers); its
            `FaultyInputError` is joined with the faults of the envelope.
        what: What the document must be: "plan".
        version: The newest version of the format, the one that `build` understands.
        steps: Of each older version, what makes the content of the next one; `None` where there is
            no older one.
        file: The file it came from, for the error messages.

    Raises:
        NewerVersionError: A newer version of the library wrote it.
        FaultyInputError: With every fault found and its place.
    """
    document = parse(text, what, file)
    faults = list(_envelope_faults(document, what, version, file))
    written = version if any(fault.path == "$.version" for fault in faults) else document["version"]
    try:
        value = build(migrate(document[what], written, steps or {})) if what in document else None
    except FaultyInputError as error:
        faults.extend(error.faults)
        raise FaultyInputError(what, tuple(faults)) from error
    except OldContentError as error:
        faults.append(Fault(file=file, path=f"$.{what}", message=str(error)))
        raise FaultyInputError(what, tuple(faults)) from error
    if faults:
        raise FaultyInputError(what, tuple(faults))
    return cast("T", value)


def _envelope_faults(document: dict[str, Any], what: str, version: int, file: str) -> list[Fault]:
    """Check everything but the content.

    Raises:
        NewerVersionError: Before anything else is looked at, since a newer version may well have
            other keys.
    """
    name = f"spinecare/{what}"
    got = document.get("version")
    number = got if isinstance(got, int) and not isinstance(got, bool) else 0
    if document.get("format") == name and number > version:
        message = (
            f"must be {version} or older, got {show(got)}, which a newer spinecare wrote; "
            "update spinecare to read it"
        )
        raise NewerVersionError(what, (Fault(file=file, path="$.version", message=message),))
    faults: list[Fault] = []
    checks: dict[str, tuple[bool, str]] = {
        "format": (document.get("format") == name, repr(name)),
        "version": (1 <= number <= version, f"a whole number from 1 to {version}"),
        "generator": (isinstance(document.get("generator"), str), "text"),
        what: (True, ""),
    }
    for key, (is_right, expected) in checks.items():
        if key not in document:
            faults.append(Fault(file=file, path=f"$.{key}", message="required, but missing"))
        elif not is_right:
            message = f"must be {expected}, got {show(document[key])}"
            faults.append(Fault(file=file, path=f"$.{key}", message=message))
    known = ", ".join(checks)
    return faults + [
        Fault(file=file, path=f"$.{key}", message=f"unknown key; known are {known}")
        for key in sorted(set(document) - set(checks))
    ]


__all__ = ["MigrationStep", "as_text", "read_envelope", "write_envelope"]
