"""Placing: sessions in the openings of the weeks, in the order of time.

For each week the schedule says what every opening is for; each session is composed when the ones
before it are known, checked against the hard rules, and taken into the history.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property

from attrs import field, frozen

from spinecare.model import (
    CadenceKind,
    Day,
    ExerciseId,
    Plan,
    Purpose,
    Routine,
    Session,
    WeeklyPlan,
)
from spinecare.planning.composing import compose
from spinecare.planning.courses import DATED, most_times
from spinecare.planning.desk import desk_breaks
from spinecare.planning.keeping import Keeping
from spinecare.planning.objective import DAYS_A_WEEK
from spinecare.planning.openings import Opening, openings
from spinecare.planning.optimum import Solution
from spinecare.planning.outlook import Outlook
from spinecare.planning.rules import broken_rules
from spinecare.planning.scheduling import Scheduler, Wish
from spinecare.planning.windows import Windows

_ADVICE_PER_WEEK = 2


KeptOut = tuple[ExerciseId, str, int]
"""An exercise, a rule, and how often the rule kept it out."""


@frozen(kw_only=True)
class Placed:
    """The weeks of a plan, and what happened on the way."""

    weeks: tuple[WeeklyPlan, ...]
    unreal: tuple[Opening, ...] = field(default=())
    """Openings left empty, because their wall times fall into a clock change."""
    taken: tuple[Opening, ...] = field(default=())
    """Openings left empty, because they begin before a session of the plan before is over."""
    empty: tuple[tuple[Opening, str], ...] = field(default=())
    """Openings in which nothing that was due could stand, with the rule that kept out the most."""
    kept_out: tuple[KeptOut, ...] = field(default=())
    """Exercise, rule, and how often the rule kept it out."""
    withdrawn: tuple[tuple[Opening, str], ...] = field(default=())
    """Openings whose session broke a hard rule when it was checked, with the rule."""
    unproven: tuple[tuple[int, Solution], ...] = field(default=())
    """Weeks whose search was stopped before it had its proof."""

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions, in order."""
        return tuple(session for week in self.weeks for session in week.sessions)

    @cached_property
    def held(self) -> frozenset[ExerciseId]:
        """What comes up in any session, but for rests between."""
        return frozenset(
            step.exercise
            for session in self.sessions
            for step in session.steps
            if step.purpose is not Purpose.REST
        )


def place(
    outlook: Outlook,
    routines: tuple[Routine, ...],
    weeks: int,
    most_expanded: int | None = None,
    previous: Plan | None = None,
) -> Placed:
    """Return the weeks of a plan.

    Args:
        outlook: The person, the catalogue and an empty history, which this fills.
        routines: The routines to plan, the most wanted first.
        weeks: How many weeks.
        most_expanded: How many states the search may look into for each week; `None` for as many
            as it takes.
        previous: The plan whose sessions stay as they are where they can; `None` plans all anew.
    """
    by_week: dict[int, list[Opening]] = defaultdict(list)
    unreal: list[Opening] = []
    taken: list[Opening] = []
    for opening in openings(outlook.person, outlook.start, weeks + 1):  # and one to look ahead
        is_free = opening.at >= outlook.history.over
        group = by_week[opening.week] if is_free else taken
        (group if opening.is_real else unreal).append(opening)
    wanted = dict.fromkeys(routine for routine in routines if routine.cadence.kind in DATED)
    scheduler = Scheduler(outlook=outlook, routines=tuple(wanted), most_expanded=most_expanded)
    keeping = None
    if previous is not None:
        every = tuple(one for week in sorted(by_week) for one in by_week[week])
        windows = Windows(
            outlook=outlook, previous=previous, routines=tuple(wanted), openings=every
        )
        keeping = Keeping(
            outlook=outlook, previous=previous, routines=tuple(wanted), windows=windows
        )
    sessions: dict[date, list[Session]] = defaultdict(list)
    kept_out: Counter[tuple[ExerciseId, str]] = Counter()
    empty: list[tuple[Opening, str]] = []
    withdrawn: list[tuple[Opening, str]] = []
    unproven: list[tuple[int, Solution]] = []
    for week in range(1, weeks + 1):
        if not by_week[week]:
            continue
        first = outlook.start + timedelta(days=DAYS_A_WEEK * (week - 1))
        kept = () if keeping is None else keeping.covered(by_week[week])
        wishes: Mapping[datetime, Wish] | None = None
        for opening in by_week[week]:
            if keeping is not None and opening in kept:
                composed = keeping.composed(opening)
            else:
                if wishes is None:  # what is kept stands by now
                    rest = [one for one in by_week[week] if one not in kept]
                    since = rest[0].date if kept else first
                    wishes, solution = scheduler.week(since, rest + by_week[week + 1])
                    if not solution.is_proven:
                        unproven.append((week, solution))
                wish = wishes.get(opening.at)
                held = [one for day, those in sessions.items() if day >= first for one in those]
                due = [one for one in wish.routines if not _is_full(one, held)] if wish else []
                composed = compose(outlook, opening, tuple(due)) if due else None
            if composed is None:
                continue
            kept_out.update(composed.kept_out)
            if composed.session is None:
                empty.extend((opening, rule) for rule in _main_rule(composed.kept_out))
                continue
            broken = broken_rules(outlook, opening, composed.session)
            if broken:  # fail closed: an empty slot with a reason, not an unsuitable session
                withdrawn.extend((opening, rule) for rule in broken)
                continue
            sessions[opening.date].append(composed.session)
            outlook.history.record(composed.session, opening, composed.rungs)
    return Placed(
        weeks=tuple(_week(outlook, routines, number, sessions) for number in range(1, weeks + 1)),
        unreal=tuple(opening for opening in unreal if opening.week <= weeks),
        taken=tuple(opening for opening in taken if opening.week <= weeks),
        empty=tuple(empty),
        kept_out=tuple((id, rule, times) for (id, rule), times in sorted(kept_out.items())),
        withdrawn=tuple(withdrawn),
        unproven=tuple(unproven),
    )


def _is_full(routine: Routine, held: Iterable[Session]) -> bool:
    """Whether a week holds as many sessions of a routine as are wanted in one.

    Where a part of it stays as it was, the search for the rest does not count them.
    """
    is_weekly = routine.cadence.kind is CadenceKind.TIMES_A_WEEK
    return is_weekly and sum(routine.id in one.routines for one in held) >= most_times(routine)


def _main_rule(kept_out: Iterable[tuple[ExerciseId, str]]) -> tuple[str, ...]:
    """Return the rule that kept out the most; none where nothing was due any more."""
    rules = Counter(rule for _, rule in kept_out)
    return tuple(sorted(rules, key=lambda rule: (rules[rule], rule)))[-1:]


def _week(
    outlook: Outlook,
    routines: tuple[Routine, ...],
    number: int,
    sessions: dict[date, list[Session]],
) -> WeeklyPlan:
    first = outlook.start + timedelta(days=7 * (number - 1))
    hourly = [routine for routine in routines if routine.cadence.kind is CadenceKind.HOURLY]
    days: list[Day] = []
    for offset in range(7):
        day = first + timedelta(days=offset)
        held = tuple(sessions.get(day, ()))
        near = (*sessions.get(day - timedelta(days=1), ()), *held)
        breaks = (
            desk_break
            for routine in hourly
            for desk_break in desk_breaks(outlook, routine, day, near)
        )
        days.append(Day(date=day, sessions=held, desk_breaks=tuple(breaks)))
    return WeeklyPlan(number=number, days=tuple(days), advice=_advice(outlook, number))


def _advice(outlook: Outlook, week: int) -> tuple[str, ...]:
    """Return the advice of a week: two pieces in turn, in the article's order."""
    ids = [advice.id for advice in outlook.catalogue.advice]
    begin = (week - 1) * _ADVICE_PER_WEEK
    return tuple(
        dict.fromkeys(ids[(begin + step) % len(ids)] for step in range(_ADVICE_PER_WEEK) if ids)
    )
