"""TOML text: parsed or refused with a line, and where in it a path stands."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import Any

from spinecare.errors import Fault, FaultyInputError

_AT_LINE = re.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)$")
_HEADER = re.compile(r"\s*(?P<open>\[\[?)\s*(?P<name>[\w.\s\"'-]+?)\s*\]\]?\s*(#.*)?")
_KEY = re.compile(r"\s*(?P<name>[\w.-]+)\s*=")
_MARK = re.compile("\"\"\"|'''")


def parse_toml(content: bytes, *, what: str, file: str) -> dict[str, Any]:
    """Return the tables of a TOML document.

    Args:
        content: The bytes of the file; a byte order mark is passed over.
        what: What the document is, for the error message: "catalogue", "person".
        file: The name that faults carry.

    Raises:
        FaultyInputError: Not UTF-8 or not TOML, with the line where it is known.
    """
    text = decode(content, what=what, file=file)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        message = str(error)
        line = None
        if place := _AT_LINE.search(message):
            line = int(place["line"])
        elif message.endswith("(at end of document)"):
            line = content.rstrip().count(b"\n") + 1
        reason = _AT_LINE.sub(r" in column \g<column>", message)
        fault = Fault(file=file, line=line, message=f"file must be valid TOML, got: {reason}")
        raise FaultyInputError(what, (fault,)) from error


def decode(content: bytes, *, what: str, file: str) -> str:
    """Return the text of a UTF-8 file, without its byte order mark.

    Raises:
        FaultyInputError: Not UTF-8, with the line of the first wrong byte.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        got = f"file must be UTF-8 text, got the byte {content[error.start]:#04x}"
        fault = Fault(file=file, line=line, message=f"{got}; Maybe save it as UTF-8.")
        raise FaultyInputError(what, (fault,)) from error


def line_of(text: str, path: str) -> int | None:
    """Return the line of a path, or of the nearest thing around it.

    Args:
        text: The TOML document.
        path: A path of a fault, such as `$.entries[3].dose.hold_s`.

    Returns:
        The line, counted from 1; `None` when not even the first word of the path is there.
        Members of a list written in one piece share the line of their list.
    """
    lines = _lines(text)
    while path not in lines and path != "$":
        path = path[: max(path.rfind("."), path.rfind("["))] or "$"
    return lines.get(path)


def _lines(text: str) -> dict[str, int]:
    """Map each path that is named in the text to its first line."""
    lines: dict[str, int] = {}
    counts: Counter[str] = Counter()
    table = "$"
    inside = ""  # the marks of a text over several lines, while in one
    for number, line in enumerate(text.split("\n"), start=1):
        was_inside = inside
        inside = _text_left_open(line, inside)
        if was_inside:
            continue
        if header := _HEADER.fullmatch(line):
            table = _table(header["name"], is_list=header["open"] == "[[", counts=counts)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(f"{table}.{key['name']}", number)
    return lines


def _table(name: str, *, is_list: bool, counts: Counter[str]) -> str:
    """Return the path that a header opens; a list counts on, and its inner lists begin anew."""
    *outer, last = [part.strip(" \"'") for part in name.split(".")]
    path = "$"
    for part in outer:
        path = f"{path}.{part}"
        if counts[path]:
            path = f"{path}[{counts[path] - 1}]"
    path = f"{path}.{last}"
    if is_list:
        counts[path] += 1
        path = f"{path}[{counts[path] - 1}]"
    return path


def _text_left_open(line: str, inside: str) -> str:
    """Return the marks of the text over several lines that is open after a line."""
    for mark in _MARK.findall(line):
        if not inside:
            inside = mark
        elif mark == inside:
            inside = ""
    return inside
