"""A plan's JSON, read without the library: the arithmetic that explanations are checked with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]
BEST_D = 6.3
"""Days after which 1*exp(-t/9.5) - 2*exp(-t/2.25) is highest: 6.29, said to the tenth."""
HOURS = {"pull": (120, 120), "strength": (48, 72), "gentle": (24, 24), "light": (6, 6)}
"""Hours of rest by kind of load: for a practised person, for a beginner (evidence.md §5.6)."""
LEAST_DAYS = 3
MOST_NEW = 3


class Book:
    """The plan of a JSON document."""

    def __init__(self, text: str, level: str = "") -> None:
        """Read it; without a level the hours of both are told."""
        self.level = level
        self.plan: Json = json.loads(text)["plan"]
        self.zone = ZoneInfo(self.plan["timezone"])
        self.days: list[Json] = [day for week in self.plan["weeks"] for day in week["days"]]
        self.sessions: list[Json] = [s for day in self.days for s in day["sessions"]]
        self._by_id: dict[str, Json] = {session["id"]: session for session in self.sessions}
        self._at = {id: self._moment(session) for id, session in self._by_id.items()}
        catalogue = self.plan["catalogue"]
        self.entries: dict[str, Json] = {e["id"]: e for e in catalogue["entries"]}
        self.routines: dict[str, Json] = {r["id"]: r for r in catalogue["routines"]}
        self.findings: list[Json] = self.plan["findings"]
        self.edges: list[Json] = catalogue.get("edges", [])

    def session(self, id: str) -> Json:
        """Return a session by its id."""
        return self._by_id[id]

    def moment(self, session: Json) -> datetime:
        """Return the moment a session begins."""
        return self._at[session["id"]]

    def _moment(self, session: Json) -> datetime:
        return datetime.fromisoformat(f"{session['date']}T{session['start']}").replace(
            tzinfo=self.zone
        )

    def hours(self, earlier: Json, later: Json) -> float:
        """Return the real hours between two sessions."""
        seconds = self.moment(later).timestamp() - self.moment(earlier).timestamp()
        return seconds / 3600

    def of(self, routine: str) -> list[Json]:
        """Return the sessions with something of a routine."""
        return [session for session in self.sessions if routine in session["routines"]]

    def before(self, session: Json, among: list[Json]) -> Json | None:
        """Return the last of some sessions before another."""
        earlier = [one for one in among if self.moment(one) < self.moment(session)]
        return earlier[-1] if earlier else None

    def main(self, session: Json, routine: str | None = None) -> list[str]:
        """Return the exercises of a session, or of one routine in it, each once."""
        return list(
            dict.fromkeys(
                step["exercise"]
                for step in session["steps"]
                if step["purpose"] == "main" and routine in (None, step["routine"])
            )
        )

    @cached_property
    def left_out(self) -> set[str]:
        """What findings leave out."""
        return {
            finding["subject"]
            for finding in self.findings
            if finding["severity"] == "left-out" or finding["rule"] == "on-request"
        }

    def wished(self, routine: str) -> list[str]:
        """Return the exercises of a routine that nothing leaves out."""
        return [id for id in self.routines[routine]["entries"] if id not in self.left_out]

    def missing(self, routine: str, session: Json) -> list[str]:
        """Return what a session lacks of a routine."""
        return [id for id in self.wished(routine) if id not in self.main(session, routine)]

    def steps(self, exercise: str, purpose: str = "") -> Iterator[tuple[Json, Json]]:
        """Yield the steps with an exercise, with their sessions."""
        for session in self.sessions:
            for step in session["steps"]:
                if step["exercise"] == exercise and purpose in ("", step["purpose"]):
                    yield session, step

    @cached_property
    def is_careful(self) -> bool:
        """Whether new exercises of every kind count: there is pain, or there are cautions."""
        sore = any(
            note.startswith("Begin only while your pain")
            for s in self.sessions
            for note in s["notes"]
        )
        return sore or any(f["rule"].startswith("condition-") for f in self.findings)

    def counts(self, exercise: str) -> bool:
        """Whether an exercise is of a kind of which only three may be new at once."""
        kinds = set(self.entries[exercise]["kinds"])
        if self.is_careful:
            return not kinds <= {"relaxation", "education"}
        return bool(kinds & {"strength", "isometric", "pnf"})

    def new(self, session: Json) -> list[str]:
        """Return what is new in a session."""
        return list(dict.fromkeys(s["exercise"] for s in session["steps"] if s["is_new"]))

    def rests(self, exercise: str, session: Json) -> Iterator[tuple[Json, str, float, int, int]]:
        """Yield loads of the same muscles before a session: where, what, hours since, and asked."""
        own = self.entries[exercise]
        for other in self.sessions:
            if self.moment(other) >= self.moment(session):
                return
            for step in other["steps"]:
                entry = self.entries[step["exercise"]]
                kinds = (own.get("recovery", "none"), entry.get("recovery", "none"))
                shared = set(own.get("muscles", [])) & set(entry.get("muscles", []))
                if step["purpose"] != "rest" and shared and all(kind in HOURS for kind in kinds):
                    practised, beginner = (min(HOURS[kind][i] for kind in kinds) for i in (0, 1))
                    practised = beginner if self.level == "beginner" else practised
                    beginner = practised if self.level else beginner
                    yield other, entry["id"], self.hours(other, session), practised, beginner

    def days_between(self, earlier: str, later: str) -> int:
        """Return the days between two dates."""
        return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def round_s(step: Json, each: str) -> float:
    """Return the seconds of one round of the phases that happen so often."""
    return float(
        sum(p["times"] * (p["into_s"] + p["seconds"]) for p in step["phases"] if p["each"] == each)
    )


def length_s(step: Json) -> float:
    """Return the seconds of a step."""
    sides = len(step["sides"]) if step["one_side_after_other"] else 1
    a_set = step["cycles"] * round_s(step, "rep") + round_s(step, "set")
    a_side = step["sets"] * a_set + (step["sets"] - 1) * step["rest_s"]
    whole = sides * a_side + (sides - 1) * step["change_s"] + round_s(step, "step")
    return float(whole + step["leave_s"])


def used_s(session: Json) -> float:
    """Return the seconds of a session."""
    return float(sum(step["between_s"] + length_s(step) for step in session["steps"]))


def relax_s(step: Json) -> float:
    """Return the seconds of the longest relaxation of a step."""
    rests = (p["times"] * p["seconds"] for p in step["phases"] if p["role"] == "relax")
    return float(max(rests, default=0))


def spare_s(book: Book, session: Json) -> float:
    """Return the seconds a session could spare, its closing rest no longer than it must be."""
    free = session["minutes"] * 60 - used_s(session)
    for step in session["steps"]:
        if step["purpose"] == "closing" and not step["is_reduced"]:
            free += relax_s(step) - closing_s(book, step)
    return float(free)


def closing_s(book: Book, step: Json) -> float:
    """Return the seconds of a closing rest at its shortest."""
    entry = book.entries[step["exercise"]]
    if entry["record"] == "rest":
        return 60.0
    return float(max(p["seconds"][0] for p in entry["phases"] if p["kind"] == "relax"))


def own_s(session: Json, routine: str) -> float:
    """Return the seconds of a routine in a session, the changes before its steps included."""
    steps = [step for step in session["steps"] if step["routine"] == routine]
    return float(sum(step["between_s"] + length_s(step) for step in steps))


def effort_before(session: Json, index: int) -> float:
    """Return the seconds of effort that a resting pose answers: those since the last relaxation."""
    effort = 0.0
    for step in session["steps"][:index]:
        sides = len(step["sides"]) if step["one_side_after_other"] else 1
        for _ in range(sides):
            for number in range(step["sets"]):
                effort = 0.0 if number and step["rest_s"] else effort
                for each, times in (("rep", step["cycles"]), ("set", 1)):
                    for _ in range(times):
                        effort = _after(step, each, effort)
        effort = _after(step, "step", effort)
    return effort


def _after(step: Json, each: str, effort: float) -> float:
    for phase in step["phases"]:
        seconds = phase["times"] * phase["seconds"]
        if phase["each"] == each and phase["role"] == "stress":
            effort += seconds + phase["times"] * phase["into_s"]
        elif phase["each"] == each and phase["role"] == "relax" and seconds:
            effort = 0.0
    return effort
