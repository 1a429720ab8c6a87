"""JSON, read more strictly than the standard parser does."""

from __future__ import annotations

import json
import math
from typing import Any, TypeAlias, cast

from spinecare.errors import Fault, FaultyInputError, InvalidValueError, show

_OddKey: TypeAlias = tuple[dict[str, Any], str, str]
"""A table, a key of it that must not be, and why."""


def parse(text: str | bytes, what: str, file: str) -> dict[str, Any]:
    """Return the table that a JSON document holds.

    Whole numbers keep every digit; one beyond every float, `NaN` and `Infinity` come out as floats
    that are not finite, so that the field they stand in refuses them with its path.

    Args:
        text: The document; bytes are read as UTF-8, a byte order mark is skipped.
        what: What the document must be, for the error message: "plan".
        file: The file it came from, for the error message.

    Raises:
        FaultyInputError: Not UTF-8, not JSON, too deep, not a table, or a key that is there twice.
    """
    if not isinstance(text, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValueError.of(what, "a document as text or bytes", text)
    odd: list[_OddKey] = []

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                odd.append((found, key, "must come once, got it twice"))
            elif _readable(key) != key:
                odd.append((found, key, "must be a key that UTF-8 can hold, got half a character"))
            found[key] = value
        return found

    try:
        decoded = text.decode("utf-8") if isinstance(text, bytes) else text
        document = json.loads(
            decoded.removeprefix("\ufeff"), object_pairs_hook=table, parse_int=_whole_number
        )
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        fault = Fault(
            file=file, line=line, message=f"must be UTF-8, got byte {error.start}: {error.reason}"
        )
        raise FaultyInputError(what, (fault,)) from None
    except json.JSONDecodeError as error:
        message = f"must be JSON, got column {error.colno}: {error.msg}"
        fault = Fault(file=file, line=error.lineno, message=message)
        raise FaultyInputError(what, (fault,)) from None
    except RecursionError:
        fault = Fault(file=file, message="must be JSON of a sensible depth, got a deeper one")
        raise FaultyInputError(what, (fault,)) from None
    if not isinstance(document, dict):
        fault = Fault(file=file, message=f"must be a table, got {show(document)}")
        raise FaultyInputError(what, (fault,))
    found = cast("dict[str, Any]", document)
    if odd:
        raise FaultyInputError(what, tuple(_odd_key_faults(found, odd, file)))
    return found


def _whole_number(digits: str) -> int | float:
    """Read a whole number; one beyond every float becomes infinite, which no field takes."""
    number = float(digits)
    return number if math.isinf(number) else int(digits)


def _odd_key_faults(document: dict[str, Any], odd: list[_OddKey], file: str) -> list[Fault]:
    """Find the places of odd keys; a stack, since documents may be deep."""
    keys_of: dict[int, list[tuple[str, str]]] = {}
    for table, key, message in odd:
        keys_of.setdefault(id(table), []).append((key, message))
    faults: list[Fault] = []
    waiting: list[tuple[str, object]] = [("$", document)]
    while waiting:
        path, value = waiting.pop()
        inside: list[tuple[str, object]] = []
        if isinstance(value, dict):
            for key, message in keys_of.get(id(cast("object", value)), ()):
                faults.append(Fault(file=file, path=f"{path}.{_readable(key)}", message=message))
            table = cast("dict[str, Any]", value)
            inside = [(f"{path}.{_readable(key)}", item) for key, item in table.items()]
        elif isinstance(value, list):
            inside = [
                (f"{path}[{index}]", item) for index, item in enumerate(cast("list[object]", value))
            ]
        waiting.extend(reversed(inside))
    return faults


def _readable(key: str) -> str:
    """Return a key as a path shows it: half characters cannot be printed."""
    return key.encode("utf-8", "backslashreplace").decode()
