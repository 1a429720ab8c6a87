"""The person as the checker sees them: the table that a TOML profile holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from tests.checker.facts import FLOOR, Facts, Table

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PART = re.compile(r"\s*(.+?)\s+([\d:,\s]+?)\s+([\d.]+)\s*(min|h)[a-z]*\s*(?:\((.+)\))?\s*")
_DESK = re.compile(r"\s*(.+?)\s+(\d+:\d+)\s*[-–]\s*(\d+:\d+)\s*")


@dataclass(frozen=True)
class Line:
    """One slot of the week."""

    weekday: int
    start: time
    minutes: float
    place: str


def clock(value: object) -> time:
    """Read `"7:05"`, `"07:05"` or a TOML time."""
    if isinstance(value, time):
        return value
    hour, minute = str(value).split(":")[:2]
    return time(int(hour), int(minute))


def day_of(value: object) -> date:
    """Read a TOML date or ISO text."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def days_of(text: str) -> list[int]:
    """Read `"Mon-Fri"`, `"Mon, Wed"` and `"daily"`."""
    if text.strip().lower() == "daily":
        return list(range(7))
    found: list[int] = []
    for part in text.split(","):
        ends = [WEEKDAYS.index(end.strip()[:3].capitalize()) for end in part.split("-")]
        found += [(ends[0] + step) % 7 for step in range((ends[-1] - ends[0]) % 7 + 1)]
    return found


def lines_of(availability: str | Table) -> list[Line]:
    """Read the slots of an availability, written as text or as a table."""
    if isinstance(availability, str):
        lines: list[Line] = []
        for part in filter(str.strip, availability.split(";")):
            match = _PART.fullmatch(part)
            assert match, part
            days, starts, length, unit, place = match.groups()
            minutes = float(length) * (60 if unit == "h" else 1)
            lines += [
                Line(day, clock(start.strip()), minutes, (place or "home").strip())
                for day in days_of(days)
                for start in starts.split(",")
            ]
        return lines
    return [
        Line(
            WEEKDAYS.index(slot["weekday"]),
            clock(slot["start"]),
            float(slot["minutes"]),
            str(slot.get("place", "home")),
        )
        for slot in availability["slots"]
    ]


class Profile:
    """What a person has, has not, wants and must not."""

    def __init__(self, data: Table, facts: Facts) -> None:
        """Read the table; keys that are missing have the defaults of the library's docs."""
        self.facts = facts
        self.zone = ZoneInfo(data["timezone"])
        availability = data["availability"]
        self.lines = lines_of(availability)
        off = [] if isinstance(availability, str) else availability.get("days_off", [])
        self.days_off = {day_of(day) for day in off}
        self.screening: Table = data.get("screening", {})
        self.cleared = bool(data.get("cleared_by_clinician", False))
        self.routines: list[str] = data.get("routines", [])
        self.conditions = [facts.conditions[id] for id in data.get("conditions", [])]
        self.pain: float | None = data.get("pain")
        self.tense: list[str] | None = data.get("tense")
        self.tried = set(data.get("tried", []))
        self.asks_for = set(data.get("asks_for", []))
        self.leaves_out = set(data.get("leaves_out", []))
        self.strict = bool(data.get("strict_relaxation", False))
        self.beginner = data.get("level", "beginner") == "beginner"
        self.wakes_at = None if data.get("wakes_at") is None else clock(data["wakes_at"])
        self._home = set(data.get("equipment", []))
        self._places = {place["name"]: place for place in data.get("places", [])}
        self._read_desk(data.get("desk"))

    def _read_desk(self, desk: str | Table | None) -> None:
        self.desk_every, self.desk_place = 60.0, "office"
        self.desk_days: list[int] = []
        self.desk_start = self.desk_end = time(0)
        if isinstance(desk, str):
            match = _DESK.fullmatch(desk)
            assert match, desk
            desk = {"weekdays": match[1], "start": match[2], "end": match[3]}
        if desk is not None:
            days = desk["weekdays"]
            self.desk_days = (
                days_of(days) if isinstance(days, str) else [WEEKDAYS.index(day) for day in days]
            )
            self.desk_start, self.desk_end = clock(desk["start"]), clock(desk["end"])
            self.desk_every = float(desk.get("every_min", 60))
            self.desk_place = str(desk.get("place", "office"))

    def things(self, place: str) -> tuple[set[str], bool]:
        """Return what is at hand at a place, and whether its floor can be used."""
        if place in self._places:
            listed = self._places[place]
            return set(listed.get("equipment", [])), bool(listed.get("has_floor", False))
        return (self._home, True) if place == "home" else (set(), False)

    def word(self, id: str) -> str:
        """Return the strictest word of the person's conditions about an entry."""
        tags = self.facts.tags(id)
        ids = {id, *self.facts.entry(id).get("items", [])}
        for word in ("avoid", "caution"):
            for condition in self.conditions:
                if tags & set(condition.get(word, [])) or ids & set(
                    condition.get(f"entries_{word}", [])
                ):
                    return word
        return ""

    def cautious_tags(self, id: str) -> set[str]:
        """Return the tags of an entry that a condition asks caution for."""
        asked = {tag for condition in self.conditions for tag in condition.get("caution", [])}
        return self.facts.tags(id) & asked

    def waking_hours(self) -> float:
        """Return the hours after getting up without end-range bending."""
        return max([1.0, *(float(c.get("waking_hours", 1)) for c in self.conditions)])

    def can_do(self, id: str, place: str) -> bool:
        """Whether conditions, things, floor and wishes allow an entry at a place."""
        things, floor = self.things(place)
        lies = bool(self.facts.positions(id) & FLOOR)
        allowed = self.word(id) != "avoid" and id not in self.leaves_out
        return allowed and self.facts.needs(id) <= things and (floor or not lies)


def refusal(data: Table, facts: Facts) -> str:
    """Say why a person may not have a plan at all; empty when they may."""
    screening: Table = data.get("screening", {})
    yes, no = set(screening.get("yes", [])), set(screening.get("no", []))
    urgencies = {facts.red_flags[flag]["urgency"] for flag in yes}
    if urgencies - ({"before-start"} if data.get("cleared_by_clinician", False) else set()):
        return "clinician first"
    is_open = screening.get("others", "not asked") != "no" and set(facts.red_flags) - yes - no
    return "not screened" if is_open else ""
