"""Random damage to files: to their bytes, and to the data they hold; repeatable by its seed."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

Place = tuple[Any, Any]
"""A table or list, and the key or index of one of its members."""

JUNK: tuple[Any, ...] = (
    *("", " ", "x", "zz-9", "\x00", "\x1b[31m", "é", "10-30 s", "30-10 s", "3 kg", "at least 2"),
    *(0, -1, 1, 3, 10**30, 10**400, -0.0, 1.5, 1e308, float("nan"), float("inf"), True, False),
    *([], [[]], {}, [1, 2], [2, 1], [None], ["x", "x"], {"x": 1}, {"count": 3}, {"text": "x"}),
    *(date(2026, 1, 1), time(7, 30), time(7, 30, 1), datetime(2026, 1, 1, 7)),  # noqa: DTZ001
    *("x" * 10_000, ["x"] * 500),
)
"""Values that hardly any field takes."""
PIECES = (
    *(b"\x00", b"\xff", b"\xed\xa0\x80", b"\x7f", b"\r", b"\n", b'"', b"'''", b'"""', b"[", b"]"),
    *(b"[[", b"]]", b"{", b"}", b"=", b"#", b",", b".", b"\\", b"\\ud800", b"\\u0000", b"nan"),
    *(b"-inf", b"1e999", b"9" * 5000, b"[" * 300, b"1979-05-27", b"25:61:00", b"0x", b"_", b"true"),
)
"""Bytes that mean something to TOML, or must not stand there."""


def damage_bytes(content: bytes, chance: random.Random) -> bytes:
    """Return content with one to three small damages to its bytes."""
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((0, 1, 1, 5, 40)))
        middle = chance.choice(
            (
                b"",
                content[start:end] * 2,
                chance.choice(PIECES),
                content[start:end][::-1],
                bytes([chance.randrange(256)]),
            )
        )
        content = content[:start] + middle + content[end:]
        if chance.random() < 0.05:
            content = content[:start]
    return content


def damage_data(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return a copy of data with one to three damages to its structure."""
    data = copy.deepcopy(data)
    for _ in range(chance.randint(1, 3)):
        places = list(_places(data))
        if places:
            holder, key = chance.choice(places)
            chance.choice(_DAMAGES)(holder, key, chance, places)
    return data


def as_toml(data: dict[str, Any]) -> str:
    """Return data as TOML, all inner tables in line."""
    return "".join(f"{json.dumps(key)} = {_value(value)}\n" for key, value in data.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(k)} = {_value(v)}' for k, v in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return "null" if value is None else str(value)


def _places(data: Any) -> Iterator[Place]:
    members = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in list(members):
        yield data, key
        if isinstance(value, (dict, list)):
            yield from _places(value)


def _delete(holder: Any, key: Any, *_: Any) -> None:
    del holder[key]


def _replace(holder: Any, key: Any, chance: random.Random, *_: Any) -> None:
    holder[key] = copy.deepcopy(chance.choice(JUNK))


def _duplicate(holder: Any, key: Any, *_: Any) -> None:
    if isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[f"{key}-2"] = copy.deepcopy(holder[key])


def _rename(holder: Any, key: Any, chance: random.Random, *_: Any) -> None:
    if isinstance(holder, dict):
        holder[chance.choice(("", "id", "x", f"{key}s", "a b", "\x00", "é", "__class__"))] = (
            holder.pop(key)
        )


def _wrap(holder: Any, key: Any, chance: random.Random, *_: Any) -> None:
    for _round in range(chance.choice((1, 1, 2, 60))):
        holder[key] = chance.choice(([holder[key]], {"x": holder[key]}))


def _move(holder: Any, key: Any, chance: random.Random, places: list[Place]) -> None:
    other, other_key = chance.choice(places)
    value = copy.deepcopy(other[other_key])
    holder[key] = value


def _as_text(holder: Any, key: Any, *_: Any) -> None:
    holder[key] = str(holder[key])


def _nudge(holder: Any, key: Any, chance: random.Random, *_: Any) -> None:
    value = holder[key]
    if isinstance(value, str) and value:
        at = chance.randrange(len(value))
        holder[key] = value[:at] + chance.choice("zZ9- \n") + value[at + 1 :]
    elif isinstance(value, (int, float)) and abs(value) < 1e300:
        holder[key] = chance.choice((-value, value + 0.5, value * 1000, float(value)))


_DAMAGES: tuple[Callable[..., None], ...] = (
    _delete,
    _replace,
    _replace,
    _duplicate,
    _rename,
    _wrap,
    _move,
    _as_text,
    _nudge,
    _nudge,
)
