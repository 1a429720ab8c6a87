"""What was worked: counting the effort and movement of the weeks before a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from spinecare.model import (
    Catalogue,
    ExerciseId,
    Outcome,
    PastSession,
    PastStep,
    Planned,
    SessionId,
)
from spinecare.planning.timing import resolve
from spinecare.planning.workload import DAYS_COUNTED, WEEK, WEEKS_COUNTED, Workload
from spinecare.reviewing import BEGUN, Experience, away, monday_of, relief_of, since

_DAY: Final = timedelta(days=1)
_TO_GO_BY: Final = timedelta(weeks=3, days=1)
"""Who began so long ago did something in each of four weeks, or stayed away (D-JUDGE)."""
_SHARES: Final[Mapping[Outcome | None, float]] = {
    Outcome.DONE: 1.0,
    Outcome.PARTLY: 0.5,
    Outcome.SKIPPED: 0.0,
    None: 1.0,
}
"""How much of what was planned counts; what nobody told, as it was planned (D-JUDGE)."""


def work_of(
    done: Sequence[Experience],
    past: Sequence[PastSession],
    start: date,
    catalogue: Catalogue,
    until: date | None = None,
) -> Workload:
    """Return the work of each of four weeks before a day, half of what was done in part.

    What nobody told counts as it was planned, but for days away. What no plan remembers counts
    by the dose that the journal says was planned, as so much of the first one.

    Args:
        done: What became of every exercise in every session before the day, by day.
        past: What `memory` says that sessions before the day held.
        start: The day.
        catalogue: What knows how long each exercise takes.
        until: The Monday after the last week that counts; that of the day, unless given.
    """
    monday = monday_of(start)
    until = until or monday
    first = until - timedelta(days=DAYS_COUNTED)
    absent = frozenset(_days_away(done, first, start))
    held = {(one.id, step.exercise): step for one in past for step in one.steps}
    found = [
        (one.date, one.exercise, _work_s(one, held, catalogue), one.outcome)
        for one in since(done, first)
        if one.outcome is not None or one.date not in absent
    ]
    told = {(one.session, one.exercise) for one in since(done, first - WEEK)}
    found += [
        (one.date, step.exercise, step.work_s, None)
        for one in past
        if first <= one.date < start and one.date not in absent
        for step in one.steps
        if (one.id, step.exercise) not in told
    ]
    relief = relief_of(catalogue)
    weeks, asked_s, so_far_s = [0.0] * WEEKS_COUNTED, 0.0, 0.0
    times, lately = Counter[ExerciseId](), Counter[ExerciseId]()
    asked, so_far = Counter[ExerciseId](), Counter[ExerciseId]()
    for day, exercise, work, outcome in found:
        is_begun = outcome is not Outcome.SKIPPED
        if exercise in relief:
            continue
        if day >= monday:
            so_far_s += _SHARES[outcome] * work
            so_far[exercise] += is_begun
        if day >= until:
            continue
        weeks[(until - day - _DAY) // WEEK] += _SHARES[outcome] * work
        asked_s += work * (day not in absent)
        asked[exercise] += day not in absent
        times[exercise] += is_begun
        lately[exercise] += is_begun and day >= until - WEEK
    return Workload(
        weekly_s=tuple(weeks),
        monday=monday,
        is_recent=until == monday,
        so_far_s=so_far_s,
        so_far=so_far,
        asked_s=asked_s,
        days=max(DAYS_COUNTED - sum(day < until for day in absent), WEEK.days),
        times=times,
        lately=+lately,
        asked=asked,
        relief=relief,
        windowed=frozenset(
            id
            for routine in catalogue.routines
            if routine.cadence.window_days is not None
            for id in routine.entries
        ),
    )


def counted_until(done: Sequence[Experience], start: date) -> date | None:
    """Return the Monday after the last week that counts; `None` while there is nothing to go by.

    That of the running week; after four weeks or more without exercise that after the last one with
    it, until there are four weeks again. Who exercised for three weeks only has nothing to go by.

    Args:
        done: What became of every exercise in every session before the day, by day.
        start: The first day of a plan.
    """
    until, last = monday_of(start), start
    for one in reversed(done):
        if one.outcome not in BEGUN:
            continue
        if last - one.date >= timedelta(days=DAYS_COUNTED):
            until = monday_of(one.date) + WEEK
        last = one.date
        if until - last >= _TO_GO_BY:
            return until
    return None


def _work_s(
    one: Experience,
    held: Mapping[tuple[SessionId, ExerciseId], PastStep],
    catalogue: Catalogue,
) -> float:
    """Return the seconds of work that were planned; 0 for what nobody knows."""
    step, entry = held.get((one.session, one.exercise)), catalogue.entry_by_id.get(one.exercise)
    if step is not None or entry is None:
        return 0.0 if step is None else step.work_s
    first = resolve(entry)
    asked = Planned.of(first) if one.planned is None else one.planned
    return first.work_s * asked.amount / (Planned.of(first).amount or 1.0)


def _days_away(done: Sequence[Experience], first: date, start: date) -> Iterator[date]:
    """Yield the days from the first to the start that were before all exercise, or away from it."""
    lately = since(done, first - timedelta(days=DAYS_COUNTED))
    begun = lately[0].date if lately else start
    gone = [(first, begun), *((one.since + _DAY, one.back) for one in away(lately, start))]
    for since_day, back in gone:
        for number in range((back - since_day).days):
            day = since_day + timedelta(days=number)
            if day >= first:
                yield day
