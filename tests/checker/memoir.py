"""What a journal's JSON tells of each exercise of each session, read with nothing but `json`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tests.checker.facts import Table
from tests.checker.view import Sitting

HURT, HIGH, FLARE, RISE = 2.0, 5.0, 3.0, 2.0  # evidence.md 4, R2 and R4, the article's word
EVENTS, EVENT_DAYS = 2, 14  # R4: twice in 14 days leaves an exercise out
SETTLED, PAUSE = 2, 2  # both mornings; a bad second one adds 48 h
ROW, ROW_DAYS = 4, 7  # R6
BAD = {"sharp", "electric", "spreading"}
PAINS = ("before", "during", "after", "next_morning", "second_morning")
_DUE = {"next_morning": 1, "second_morning": 2}


@dataclass(frozen=True)
class Told:
    """One exercise in one session that is past."""

    exercise: str
    session: str
    day: date
    outcome: str | None
    pain: dict[str, float | None]
    is_bad: bool

    @property
    def begun(self) -> bool:
        """Whether it was begun by the person's own word."""
        return self.outcome in ("done", "partly")

    @property
    def rests(self) -> int:
        """Days that it asks to rest, counted from its own; 0 for none (R2 to R4)."""
        if self.outcome == "skipped":
            return 0
        before, during, after, first, second = (self.pain[name] for name in PAINS)
        if _is_worse(second, before):
            return SETTLED + PAUSE
        hurt = during is not None and (
            during > HURT or (before is not None and during >= before + FLARE)
        )
        provoked = after is not None and after > HIGH
        return SETTLED if self.is_bad or hurt or provoked or _is_worse(first, before) else 0

    @property
    def is_good(self) -> bool:
        """Whether it counts towards a step forward: done, everything known, nothing worse (R6)."""
        known = [value for name in PAINS if (value := self.pain[name]) is not None]
        if len(known) < len(PAINS) or self.outcome != "done":
            return False
        before, during, after, *mornings = known
        calm = before <= HURT and during <= HURT and after <= before + 1
        return calm and max(mornings) <= before and not self.rests


def _is_worse(morning: float | None, before: float | None) -> bool:
    """Whether a morning asks for a step back."""
    if morning is None:
        return False
    return morning > HIGH or (before is not None and morning > before + RISE)


class Memoir:
    """A journal beside the sessions it tells of, as known on a day."""

    def __init__(self, journal: Table, past: Iterable[Sitting], on: date) -> None:
        """Lay the entries of all sessions before a day out, exercise by exercise."""
        self.on = on
        entries: list[Table] = journal["journal"].get("entries", [])
        self.told: list[Told] = []
        for sitting in past:
            own = [entry for entry in entries if entry["session"] == sitting.raw["id"]]
            for exercise in sorted({step.id for step in sitting.steps if step.is_main}):
                self.told.append(self._read(sitting, exercise, own))
        self.told.sort(key=lambda one: (one.day, one.session, one.exercise))

    def _read(self, sitting: Sitting, exercise: str, entries: list[Table]) -> Told:
        own = [entry for entry in entries if entry.get("exercise") == exercise]
        whole = [entry for entry in entries if entry.get("exercise") is None]
        pain: dict[str, float | None] = {}
        for name in PAINS:
            due = sitting.day + timedelta(days=_DUE.get(name, 0))
            known = [
                [e["pain"][name] for e in group if e.get("pain", {}).get(name) is not None]
                for group in (own, whole)
            ]
            values = known[0] or known[1]
            worst = min if name == "before" else max
            pain[name] = worst(values) if values and due <= self.on else None
        outcomes = [
            {e["done"]["outcome"] for e in group if e.get("done")} for group in (own, whole)
        ]
        told = outcomes[0] or outcomes[1]
        felt = any(e.get("pain", {}).get("during") is not None for e in own)
        outcome = min(told) if len(told) == 1 else "partly" if told else None
        if outcome == "skipped" and felt:
            outcome = "partly"
        bad = any(BAD & set(e.get("character", [])) for e in own)
        return Told(exercise, str(sitting.raw["id"]), sitting.day, outcome, pain, bad)

    def of(self, exercise: str) -> list[Told]:
        """Return what is told of an exercise, by day."""
        return [one for one in self.told if one.exercise == exercise]

    def outcome(self, session: str, exercise: str) -> str | None:
        """Return what became of an exercise in a session."""
        found = [o for o in self.told if (o.session, o.exercise) == (session, exercise)]
        return found[0].outcome if found else None

    def rests_until(self, exercise: str) -> date | None:
        """Return the day before which an exercise must not be planned."""
        ends = [one.day + timedelta(days=one.rests) for one in self.of(exercise) if one.rests]
        return max(ends, default=None)

    def is_out(self, exercise: str) -> bool:
        """Whether an exercise did harm twice within two weeks."""
        days = [one.day for one in self.of(exercise) if one.rests]
        return any((later - earlier).days <= EVENT_DAYS for earlier, later in pairwise(days))

    def has_row(self, exercise: str, since: date) -> bool:
        """Whether four good sessions in a row, over a week, lie behind, from a day on."""
        row: list[date] = []
        for one in self.of(exercise):
            if one.day < since or one.outcome == "skipped":
                continue
            row = [*row, one.day] if one.is_good else []
            if len(row) >= ROW and (row[-1] - row[0]).days >= ROW_DAYS:
                return True
        return False

    def mornings(self, monday: date) -> float | None:
        """Return the mean of the next mornings of a week; `None` where none is known."""
        worst: dict[date, float] = {}
        for one in self.told:
            morning = one.pain["next_morning"]
            if morning is not None and monday <= one.day < monday + timedelta(days=7):
                worst[one.day] = max(morning, worst.get(one.day, 0.0))
        return sum(worst.values()) / len(worst) if worst else None

    def breaks(self) -> list[tuple[date, date]]:
        """Return the last day before and the first day after each missed week."""
        days = [*sorted({one.day for one in self.told if one.begun}), self.on]
        return [(a, b) for a, b in pairwise(days) if (b - a).days > 7]
