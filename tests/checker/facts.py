"""The catalogue's TOML data as the checker reads it, with nothing but `tomllib`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

Table = dict[str, Any]
Bounds = tuple[float, float | None]

SUPINE = {
    "bed-edge-supine",
    "supine",
    "hook-lying",
    "supine-butterfly",
    "supine-knees-to-chest",
}
LYING = SUPINE | {"prone", "prone-on-elbows", "side-lying", "side-lying-curled"}
FLOOR = (LYING - {"bed-edge-supine"}) | {"quadruped", "lunge-kneeling"}
UPRIGHT = {
    "standing",
    "sitting",
    "sitting-reclined",
    "standing-at-low-bar",
    "hanging",
    "in-water",
    "walking",
    "on-ball",
}

_UNITS = {"": 1.0, "s": 1.0, "min": 60.0, "h": 3600.0, "kg": 1.0, "cm": 1.0, "days": 1.0, "%": 1.0}
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(s|min|h|kg|cm|days|%)?")


def bounds(value: Any) -> Bounds:
    """Read lowest and highest of a span in each way that a data file may write it."""
    if isinstance(value, dict):
        if "at_least" in value:
            return bounds(value["at_least"])[0], None
        return bounds(value["count"])
    if isinstance(value, str):
        found = _NUMBER.findall(value)
        unit = next((unit for _, unit in reversed(found) if unit), "")
        ends = [float(number) * _UNITS[own or unit] for number, own in found]
        return ends[0], None if "at least" in value else ends[-1]
    if isinstance(value, (list, tuple)):
        return float(value[0]), None if value[1] is None else float(value[1])
    return float(value), float(value)


def _position(pose: Any) -> str:
    return str(pose["position"] if isinstance(pose, dict) else pose)


def _by_id(tables: list[Table], key: str) -> dict[str, Table]:
    return {item["id"]: item for table in tables for item in table.get(key, [])}


class Facts:
    """Entries, routines, edges, conditions and warning signs, as plain tables."""

    def __init__(self, tables: Iterable[Table]) -> None:
        """Index the tables of all data files."""
        parts = list(tables)
        self.entries = _by_id(parts, "entries")
        self.routines = _by_id(parts, "routines")
        self.conditions = _by_id(parts, "conditions")
        self.red_flags = _by_id(parts, "red_flags")
        self.advice = _by_id(parts, "advice")
        self.tag_forms: dict[str, str] = {
            id: tag.get("reduced_form", "") for id, tag in _by_id(parts, "tags").items()
        }
        self.edges: list[Table] = [edge for part in parts for edge in part.get("edges", [])]

    def entry(self, id: str) -> Table:
        """Return an entry's table; an empty one for an unknown id, which another check reports."""
        return self.entries.get(id, {})

    def tags(self, id: str) -> set[str]:
        """Return an entry's tags; a protocol has those of its items too."""
        entry = self.entry(id)
        return set(entry.get("tags", [])).union(*map(self.tags, entry.get("items", [])))

    def needs(self, id: str) -> set[str]:
        """Return the things an entry cannot be done without."""
        things: list[Any] = self.entry(id).get("equipment", [])
        tables: list[Table] = [
            thing if isinstance(thing, dict) else {"id": thing} for thing in things
        ]
        return {thing["id"] for thing in tables if not thing.get("is_optional", False)}

    def kinds(self, id: str) -> set[str]:
        """Return what an entry trains or does."""
        return set(self.entry(id).get("kinds", []))

    def starts(self, id: str) -> str:
        """Return the position an entry starts in."""
        return _position(self.entry(id).get("start", "any"))

    def ends(self, id: str) -> str:
        """Return the position an entry ends in."""
        entry = self.entry(id)
        return _position(entry.get("end", entry.get("start", "any")))

    def positions(self, id: str) -> set[str]:
        """Return every position an entry goes through, as far as the data say."""
        poses = [phase["pose"] for phase in self.entry(id).get("phases", []) if "pose" in phase]
        return {self.starts(id), self.ends(id), *map(_position, poses)}

    def is_effort(self, id: str) -> bool:
        """Whether an entry is strength, isometric or contract-relax work."""
        return bool(self.kinds(id) & {"strength", "isometric", "pnf"})

    def is_only_relaxation(self, id: str) -> bool:
        """Whether an entry is relaxation or education and nothing else."""
        return self.kinds(id) <= {"relaxation", "education"}

    def roles(self, id: str) -> list[str]:
        """Return the role of each phase of an entry, by the rule of design §5."""
        entry = self.entry(id)
        phases: list[Table] = entry.get("phases", [])
        stretches = any(phase["kind"] == "stretch" for phase in phases)
        return [_role(phase, str(entry.get("role", "none")), stretches) for phase in phases]

    def relief_positions(self) -> set[str]:
        """Return what may open a gymnastics session of a person with discomfort."""
        return {
            id
            for routine in self.routines.values()
            if routine.get("part") == "relief"
            for id in routine.get("entries", [])
            if self.entry(id).get("record") in ("exercise", "protocol")
        }


def _role(phase: Table, entry_role: str, stretches: bool) -> str:
    if "role" in phase:
        return str(phase["role"])
    if phase["kind"] == "relax":
        return "relax"
    active = phase["kind"] in ("contract", "move") or (phase["kind"] == "hold" and not stretches)
    return "stress" if active and entry_role in ("stress", "mixed") else "neutral"


@cache
def built_in_facts() -> Facts:
    """Read the data files of the package, by file name."""
    folder = files("spinecare") / "catalogue" / "data"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    return Facts(tomllib.loads((folder / name).read_text("utf-8")) for name in names)
