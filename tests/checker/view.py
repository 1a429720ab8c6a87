"""A plan's JSON as the checker walks it: sittings in real time, steps, and beats of effort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.checker.facts import LYING, UPRIGHT, Facts, Table
from tests.checker.profile import Profile, clock

EPSILON = 1e-6


@dataclass(frozen=True)
class Beat:
    """One stretch of seconds inside a step, in the order it is done."""

    role: str
    kind: str
    seconds: float


@dataclass(frozen=True)
class Taken:
    """One step of a session."""

    raw: Table
    place: str

    @property
    def id(self) -> str:
        """The id of its exercise."""
        return str(self.raw["exercise"])

    @property
    def purpose(self) -> str:
        """Why it stands there."""
        return str(self.raw["purpose"])

    @property
    def is_main(self) -> bool:
        """Whether it is an exercise of a routine, not something added."""
        return self.purpose == "main"

    @property
    def rounds(self) -> int:
        """How many times the sets are done: once for each side that comes on its own."""
        return len(self.raw["sides"]) if self.raw["one_side_after_other"] else 1

    def seconds_of(self, each: str) -> float:
        """Return the seconds of the phases that happen so often, once through."""
        return float(
            sum(
                phase["times"] * (phase["into_s"] + phase["seconds"])
                for phase in self.raw["phases"]
                if phase["each"] == each
            )
        )

    @property
    def duration_s(self) -> float:
        """Seconds of the step, counted from its phases."""
        raw = self.raw
        one_set = raw["cycles"] * self.seconds_of("rep") + self.seconds_of("set")
        one_round = raw["sets"] * one_set + (raw["sets"] - 1) * raw["rest_s"]
        changes = (self.rounds - 1) * raw["change_s"]
        return float(self.rounds * one_round + changes + self.seconds_of("step") + raw["leave_s"])


@dataclass(frozen=True)
class Sitting:
    """One session in real time."""

    raw: Table
    day: date
    week: int
    begins: datetime
    ends: datetime
    steps: tuple[Taken, ...]

    @property
    def place(self) -> str:
        """Where in the plan, for a breach."""
        return f"{self.day} {self.raw['start']}"

    @property
    def seconds(self) -> float:
        """Seconds of all steps and of the changes between them."""
        return float(sum(step.raw["between_s"] + step.duration_s for step in self.steps))


@dataclass(frozen=True)
class View:
    """A plan, the facts and the person, side by side."""

    plan: Table
    facts: Facts
    profile: Profile
    sittings: tuple[Sitting, ...]

    @property
    def start(self) -> date:
        """The first day."""
        return date.fromisoformat(self.plan["start"])

    @property
    def days(self) -> list[Table]:
        """All days, in order; what the JSON leaves out because it is empty is there."""
        empty: Table = {"sessions": [], "desk_breaks": []}
        return [empty | day for week in self.plan["weeks"] for day in week["days"]]

    def steps(self) -> Iterator[tuple[Sitting, Taken]]:
        """Yield every step with its session."""
        for sitting in self.sittings:
            for step in sitting.steps:
                yield sitting, step

    def findings(self, subject: str) -> list[Table]:
        """Return the findings about an exercise, routine or session."""
        return [finding for finding in self.plan["findings"] if finding["subject"] == subject]


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the moment of a wall time, in UTC."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def is_doubtful(day: date, at: time, zone: ZoneInfo) -> bool:
    """Whether a wall time does not exist, or comes twice, because clocks change."""
    first = datetime.combine(day, at, zone)
    second = first.replace(fold=1)
    back = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    return first.utcoffset() != second.utcoffset() or back != datetime.combine(day, at)


def view_of(document: Table, facts: Facts, profile: Profile) -> View:
    """Lay a plan's document out for the checks."""
    plan: Table = document["plan"]
    zone = ZoneInfo(plan["timezone"])
    sittings = tuple(
        _sitting(session, day, week, zone)
        for week in plan["weeks"]
        for day in week["days"]
        for session in day.get("sessions", [])
    )
    return View(plan, facts, profile, sittings)


def _sitting(session: Table, day: Table, week: Table, zone: ZoneInfo) -> Sitting:
    date_ = date.fromisoformat(day["date"])
    begins = moment(date_, clock(session["start"]), zone)
    steps = tuple(
        Taken(step, f"{date_} {session['start']} step {number} {step['exercise']}")
        for number, step in enumerate(session["steps"], start=1)
    )
    seconds = sum(step.raw["between_s"] + step.duration_s for step in steps)
    ends = begins + timedelta(minutes=-(-seconds // 60))
    return Sitting(session, date_, int(week["number"]), begins, ends, steps)


def paired(step: Taken, facts: Facts) -> Iterator[tuple[Table, Table | None, str]]:
    """Yield each phase of a step with the data's phase it stands for, and its true role.

    A phase of the plan that the data do not know comes with `None`; it may only be an added
    relax phase, which another check sees to.
    """
    known = list(zip(facts.entry(step.id).get("phases", []), facts.roles(step.id), strict=True))
    at = 0
    for phase in step.raw["phases"]:
        ahead = next(
            (i for i in range(at, len(known)) if known[i][0]["kind"] == phase["kind"]), None
        )
        if ahead is None:
            yield phase, None, "relax" if phase["kind"] == "relax" else "stress"
        else:
            yield phase, *known[ahead]
            at = ahead + 1


def beats(step: Taken, facts: Facts) -> Iterator[Beat]:
    """Yield the beats of a step in the order they are done, repetitions written out.

    The rest between sets is a relax beat, as catalogue §4 says of the pull-up.
    """
    by_each: dict[str, list[Beat]] = {"rep": [], "set": [], "step": []}
    for phase, _, role in paired(step, facts):
        seconds = phase["into_s"] + phase["seconds"]
        by_each[phase["each"]] += [Beat(role, phase["kind"], seconds)] * phase["times"]
    for _ in range(step.rounds):
        for number in range(step.raw["sets"]):
            if number:
                yield Beat("relax", "rest", step.raw["rest_s"])
            yield from by_each["rep"] * step.raw["cycles"]
            yield from by_each["set"]
    yield from by_each["step"]


def lies(step: Taken, facts: Facts) -> bool:
    """Whether one lies at the start or the end of a step."""
    return bool({facts.starts(step.id), facts.ends(step.id)} & LYING)


def is_upright(step: Taken, facts: Facts) -> bool:
    """Whether one stands, sits, hangs or floats at the start of a step."""
    return facts.starts(step.id) in UPRIGHT
