"""What a journal's JSON tells of each exercise of each session, read with nothing but `json`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
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
    own: dict[str, float | None]
    """The same, as far as it was noted of the exercise itself."""
    morning: float | None
    """Pain the next morning, whatever was done the day before."""
    is_bad: bool
    is_bad_itself: bool
    is_alone: bool
    """Whether its session had no other exercise."""

    @property
    def begun(self) -> bool:
        """Whether it was begun by the person's own word."""
        return self.outcome in ("done", "partly")

    @property
    def is_silent(self) -> bool:
        """Whether nothing is noted of it: nobody knows that it was done at all."""
        return self.outcome is None and all(pain is None for pain in self.pain.values())

    @property
    def rests(self) -> int:
        """Days that it asks to rest, counted from its own; 0 for none (R2 to R4)."""
        return 0 if self.outcome == "skipped" else _rests(self.pain, is_bad=self.is_bad)

    @property
    def is_blamed(self) -> bool:
        """Whether what was noted of it, or of its session while it was alone, makes it rest."""
        if self.is_alone or self.outcome == "skipped":
            return self.rests > 0
        return _rests(self.own, is_bad=self.is_bad_itself) > 0

    @property
    def bad_mornings(self) -> set[date]:
        """The mornings that alone make it rest; none where more than they do."""
        before, during, after, *mornings = (self.pain[name] for name in PAINS)
        felt = {"before": before, "during": during, "after": after}
        if not self.rests or _rests({**dict.fromkeys(PAINS), **felt}, is_bad=self.is_bad):
            return set()
        days = enumerate(mornings, start=1)
        return {self.day + timedelta(days=d) for d, pain in days if _is_worse(pain, before)}

    @property
    def is_good(self) -> bool:
        """Whether it counts towards a step forward: done, everything known, nothing worse (R6)."""
        known = [value for name in PAINS if (value := self.pain[name]) is not None]
        if len(known) < len(PAINS) or self.outcome != "done":
            return False
        before, during, after, *mornings = known
        calm = before <= HURT and during <= HURT and after <= before + 1
        return calm and max(mornings) <= before and not self.rests


def _rests(pain: dict[str, float | None], *, is_bad: bool) -> int:
    before, during, after, first, second = (pain[name] for name in PAINS)
    if _is_worse(second, before):
        return SETTLED + PAUSE
    hurt = during is not None and (
        during > HURT or (before is not None and during >= before + FLARE)
    )
    provoked = after is not None and after > HIGH
    return SETTLED if is_bad or hurt or provoked or _is_worse(first, before) else 0


def _is_worse(morning: float | None, before: float | None) -> bool:
    """Whether a morning asks for a step back."""
    if morning is None:
        return False
    return morning > HIGH or (before is not None and morning > before + RISE)


def _told(entries: Iterable[Table], name: str) -> list[float]:
    return [e["pain"][name] for e in entries if e.get("pain", {}).get(name) is not None]


def _spared(one: Told, culprits: set[str]) -> Told:
    """Return what was calm itself without the bad answers that another exercise explains."""
    is_calm = one.own["during"] is not None and not one.is_blamed
    if not culprits or not is_calm or not one.rests:
        return one
    return replace(one, pain=one.own)


def _outcome(own: Iterable[Table], whole: Iterable[Table]) -> str | None:
    """Return what became of an exercise; skipped, but felt, is begun."""
    groups = [{e["done"]["outcome"] for e in group if e.get("done")} for group in (own, whole)]
    told = groups[0] or groups[1]
    outcome = min(told) if len(told) == 1 else "partly" if told else None
    tells = [entry for group in (own, () if groups[0] else whole) for entry in group]
    return (
        "partly" if outcome == "skipped" and (_told(tells, "during") or _felt(tells)) else outcome
    )


def _felt(entries: Iterable[Table]) -> set[str]:
    return {kind for entry in entries for kind in entry.get("character", [])}


def real_day(sitting: Sitting, entries: Iterable[Table]) -> date:
    """Return the day on which a session was done, as its entries say; else its day in the plan."""
    days = [date.fromisoformat(e["date"]) for e in entries if e["session"] == sitting.raw["id"]]
    return max(days, default=sitting.day)


class Memoir:
    """A journal beside the sessions it tells of, as known on a day."""

    def __init__(
        self, journal: Table, past: Iterable[Sitting], on: date, relief: Collection[str] = ()
    ) -> None:
        """Lay the entries of all sessions before a day out, exercise by exercise."""
        self.on = on
        self.relief = relief
        entries: list[Table] = journal["journal"].get("entries", [])
        self.told: list[Told] = []
        for sitting in past:
            own = [entry for entry in entries if entry["session"] == sitting.raw["id"]]
            exercises = sorted({step.id for step in sitting.steps if step.is_main})
            told = [self._read(sitting, exercise, exercises, own) for exercise in exercises]
            culprits = {one.exercise for one in told if not one.is_alone and one.is_blamed}
            self.told += [_spared(one, culprits) for one in told]
        self.told.sort(key=lambda one: (one.day, one.session, one.exercise))

    def _read(
        self, sitting: Sitting, exercise: str, exercises: list[str], entries: list[Table]
    ) -> Told:
        by_exercise = {id: [e for e in entries if e.get("exercise") == id] for id in exercises}
        own, whole = by_exercise[exercise], [e for e in entries if e.get("exercise") is None]
        begun = {
            id: group for id, group in by_exercise.items() if _outcome(group, whole) != "skipped"
        }
        day = real_day(sitting, entries)
        pain: dict[str, float | None] = {}
        alone: dict[str, float | None] = {}
        for name in PAINS:
            worst = min if name == "before" else max
            is_due = day + timedelta(days=_DUE.get(name, 0)) <= self.on
            mine, of_all = (_told(group, name) if is_due else [] for group in (own, whole))
            others = [_told(group, name) for group in begun.values()]
            is_nobodys = name != "before" and of_all and others and all(others)
            if is_nobodys and max(of_all) > max(max(told) for told in others):
                pain[name] = max(of_all)
            else:
                pain[name] = worst(mine or of_all, default=None)
            alone[name] = worst(mine, default=None)
        alone["before"] = pain["before"]
        silent = any(not _told(g, "during") and not _felt(g) for g in begun.values())
        owned = any(BAD & _felt(group) for group in begun.values())
        is_silent = not _told(own, "during") and not _felt(own)
        bad = bool(BAD & _felt(own))
        morning = pain["next_morning"]
        shared = bool(BAD & _felt(whole)) and (is_silent or not (silent or owned))
        if exercise in self.relief:  # only what hurts in a relief position counts against it
            pain = {**dict.fromkeys(PAINS), "before": pain["before"], "during": alone["during"]}
        return Told(
            exercise=exercise,
            session=str(sitting.raw["id"]),
            day=day,
            outcome=_outcome(own, whole),
            pain=pain,
            own=alone,
            morning=morning,
            is_bad=bad or shared,
            is_bad_itself=bad,
            is_alone=not set(begun) - {exercise},
        )

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

    def is_harmed(self, exercise: str, since: date) -> bool:
        """Whether an exercise did harm on a day or later."""
        return any(one.rests and one.day >= since for one in self.of(exercise))

    def is_out(self, exercise: str) -> bool:
        """Whether an exercise did harm twice within two weeks: a morning does it once."""
        days: list[date] = []
        told: set[date] = set()
        for one in self.of(exercise):
            if not one.rests or not one.is_blamed:
                continue
            own = one if one.is_alone else replace(one, pain=one.own, is_bad=one.is_bad_itself)
            if not (own.bad_mornings and own.bad_mornings <= told):
                days.append(one.day)
            told |= own.bad_mornings
        return any((later - earlier).days <= EVENT_DAYS for earlier, later in pairwise(days))

    def has_row(self, exercise: str, since: date, count: int = ROW) -> bool:
        """Whether so many good sessions in a row, over a week, lie behind, from a day on."""
        row: list[date] = []
        for one in self.of(exercise):
            if one.day < since or one.outcome == "skipped" or one.is_silent:
                continue
            row = [*row, one.day] if one.is_good else []
            if len(row) >= count and (row[-1] - row[0]).days >= ROW_DAYS:
                return True
        return False

    def mornings(self, monday: date) -> float | None:
        """Return the mean of the next mornings of a week; `None` where none is known."""
        worst: dict[date, float] = {}
        for one in self.told:
            if one.morning is not None and monday <= one.day < monday + timedelta(days=7):
                worst[one.day] = max(one.morning, worst.get(one.day, 0.0))
        return sum(worst.values()) / len(worst) if worst else None

    def returns(self, exercise: str) -> list[date]:
        """Return the days on which an exercise was taken up after it was missed for long."""
        own = sorted({one.day for one in self.of(exercise) if one.begun})
        skipped = [one.day for one in self.of(exercise) if one.outcome == "skipped"]
        missed = [
            b
            for a, b in pairwise(own)
            if (b - a).days >= 14 and any(a < day <= b for day in skipped)
        ]
        return sorted({*missed, *(back for _, back in self.breaks())})

    def breaks(self) -> list[tuple[date, date]]:
        """Return the last day before and the first day after each missed week."""
        days = [*sorted({one.day for one in self.told if one.begun}), self.on]
        return [(a, b) for a, b in pairwise(days) if (b - a).days > 7]
