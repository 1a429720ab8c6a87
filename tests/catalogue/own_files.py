"""Small catalogue files as TOML, and the faults that the loader finds in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.errors import FaultyInputError

MOVE = '{ kind = "move", cue = "Lean." }'
RELAX = '{ kind = "relax", cue = "Let go." }'


def entry(id: str = "x-1", *, phases: str = f"[{MOVE}, {RELAX}]", **fields: str) -> str:
    """Return an entry as TOML with these fields and the least of all others."""
    least = {
        "id": f'"{id}"',
        "name": '"X"',
        "record": '"exercise"',
        "kinds": '["mobility"]',
        "role": '"mixed"',
        "start": '"supine"',
        "sides": '"both-together"',
        "instruction": '"Do it."',
        "phases": phases,
    }
    return table("entries", {**least, **fields})


def routine(id: str = "r-1", **fields: str) -> str:
    """Return a routine as TOML with these fields and the least of all others."""
    least = {
        "id": f'"{id}"',
        "name": '"R"',
        "summary": '"R."',
        "cadence": '{ kind = "times-a-day" }',
    }
    return table("routines", {**least, **fields})


def table(name: str, fields: dict[str, str]) -> str:
    """Return one table of a list as TOML."""
    return "".join((f"[[{name}]]\n", *(f"{key} = {value}\n" for key, value in fields.items())))


def edge(before: str, after: str, needs: str = "false") -> str:
    """Return an edge as TOML."""
    return table("edges", {"before": f'"{before}"', "after": f'"{after}"', "needs": needs})


def faults_of(tmp_path: Path, text: str) -> list[str]:
    """Return the faults of an own file as `path: message`."""
    file = tmp_path / "own.toml"
    file.write_text(text)
    with pytest.raises(FaultyInputError) as caught:
        load_catalogue(file)
    assert all(fault.file == str(file) for fault in caught.value.faults)
    assert all(fault.line for fault in caught.value.faults)
    return [f"{fault.path}: {fault.message}" for fault in caught.value.faults]
