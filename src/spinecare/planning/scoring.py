"""The score of a plan: what every level of the objective counts in it, and where."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from attrs import field, frozen

from spinecare.model import (
    Exercise,
    ExerciseId,
    Level,
    Plan,
    Position,
    Purpose,
    Routine,
    Session,
    Severity,
)
from spinecare.planning.courses import DATED, gap_h_of, minutes_after, rhythm_of
from spinecare.planning.objective import DAYS_A_WEEK, WHOLE, late_days, uneven_hours, weights
from spinecare.planning.optimum import Period

LEVELS = {
    "late": "days past a window, each times the weight of the routine",
    "missing": "what is wanted and not done, thousandths of a routine",
    "off-habit": "sessions at another weekday or time than the week before",
    "uneven": "squared hours between gap and ideal gap, each times the weight of the routine",
    "position-changes": "changes of body position inside sessions",
}
"""The levels of design §5, the weightiest first, and what each counts."""


@frozen(kw_only=True)
class ScoreLine:
    """What one place of a plan adds to one level."""

    level: str
    """The level, one of `late`, `missing`, `off-habit`, `uneven`, `position-changes`."""
    subject: str
    """The id of the routine, or of the session."""
    place: str
    """The day or the session where it is counted; `end` for what is still due after the plan."""
    value: int
    """How much."""


@frozen(kw_only=True)
class Score:
    """How far a plan is from everything one could wish, level by level; less is better.

    Two plans are compared by their `levels`: the first number that differs decides.
    """

    late: int
    """Days on which a routine is past its window, each times its weight: the first of the wished
    routines weighs as much as there are routines, the last 1."""
    missing: int
    """What is wanted and not done, thousandths of a routine."""
    off_habit: int
    """Sessions of what is not daily at another weekday or time than the week before."""
    uneven: int
    """Squared hours between the gaps and the ideal gap, each times the weight of the routine."""
    position_changes: int
    """Changes of body position inside sessions."""
    lines: tuple[ScoreLine, ...] = field(default=())
    """Where the numbers come from, in the order of the levels, then of the routines and days."""

    @property
    def levels(self) -> tuple[int, int, int, int, int]:
        """The numbers in their order."""
        return self.late, self.missing, self.off_habit, self.uneven, self.position_changes

    def __str__(self) -> str:
        """Return the report: one line for each level, and under it one for each routine."""
        report: list[str] = []
        for (level, meaning), value in zip(LEVELS.items(), self.levels, strict=True):
            report.append(f"{value:>9}  {level}: {meaning}")
            parts: dict[str, int] = {}
            for line in self.lines:
                if line.level == level and level != "position-changes":
                    parts[line.subject] = parts.get(line.subject, 0) + line.value
            report += [f"{part:>15}  {subject}" for subject, part in parts.items()]
        return "\n".join(report)


def score(plan: Plan, *, level: Level = Level.PRACTISED) -> Score:
    """Return the score of a plan: every level that planning aims for, and where it is counted.

    It is worked out from the plan alone. Of each routine with dates those exercises are wanted
    that the plan's findings do not leave out; nothing counts as done before the plan begins.

    Args:
        plan: Any plan.
        level: Whose muscles rest: a beginner's 72 hours after strength work leave room for fewer
            sessions a week, so fewer are wanted (a plan does not say for whom it is).
    """
    dated = [plan.catalogue.routine(id) for id in plan.routines]
    dated = [routine for routine in dated if routine.cadence.kind in DATED]
    lines = [
        line
        for routine, weight in zip(dated, weights(len(dated)), strict=True)
        for line in _lines_of(plan, routine, weight, level)
    ]
    lines += _position_changes(plan)
    order = list(LEVELS)
    lines.sort(key=lambda line: order.index(line.level))
    totals = dict.fromkeys(LEVELS, 0)
    for line in lines:
        totals[line.level] += line.value
    return Score(
        late=totals["late"],
        missing=totals["missing"],
        off_habit=totals["off-habit"],
        uneven=totals["uneven"],
        position_changes=totals["position-changes"],
        lines=tuple(line for line in lines if line.value),
    )


def _lines_of(plan: Plan, routine: Routine, weight: int, level: Level) -> Iterator[ScoreLine]:
    """Yield what a routine adds to every level."""
    wanted = _wanted(plan, routine)
    if not wanted:
        return
    done = [session for session in plan.sessions if routine.id in session.routines]
    known = plan.catalogue.entry_by_id
    rhythm = rhythm_of(routine, gap_h_of(routine, (known[id] for id in wanted & set(known)), level))

    def line(level: str, place: object, value: int) -> ScoreLine:
        return ScoreLine(level=level, subject=routine.id, place=str(place), value=value)

    last: Session | None = None
    for session in done:
        day = (session.date - plan.start).days
        before = None if last is None else (last.date - plan.start).days
        late = late_days(before, day, rhythm.latest_days)
        yield line("late", session.date, weight * late)
        if last is not None:
            gap = minutes_after(_moment(plan, last), _moment(plan, session))
            uneven = uneven_hours(gap, rhythm.ideal_h)
            yield line("uneven", session.date, weight * uneven)
        if rhythm.period is not Period.DAY and _is_off_habit(plan, session, done):
            yield line("off-habit", session.date, 1)
        if rhythm.period is None:
            yield line("missing", session.date, WHOLE - _share(session, routine, wanted))
        last = session
    days = DAYS_A_WEEK * len(plan.weeks)
    before = None if last is None else (last.date - plan.start).days
    yield line("late", "end", weight * late_days(before, days, rhythm.latest_days))
    if rhythm.period is not None:
        length = 1 if rhythm.period is Period.DAY else DAYS_A_WEEK
        for first in range(0, days, length):
            here = [s for s in done if 0 <= (s.date - plan.start).days - first < length]
            had = sum(_share(session, routine, wanted) for session in here)
            missing = max(0, WHOLE * rhythm.most - had)
            yield line("missing", plan.start + timedelta(days=first), missing)


def _wanted(plan: Plan, routine: Routine) -> frozenset[ExerciseId]:
    """Return the exercises of a routine that no finding leaves out."""
    out = {
        finding.subject
        for finding in plan.findings
        if finding.severity is Severity.LEFT_OUT or finding.rule == "on-request"
    }
    return frozenset(id for id in routine.entries if id not in out)


def _share(session: Session, routine: Routine, wanted: frozenset[ExerciseId]) -> int:
    done = {
        step.exercise
        for step in session.steps
        if step.routine == routine.id and step.purpose is Purpose.MAIN
    }
    return WHOLE * len(done & wanted) // len(wanted)


def _is_off_habit(plan: Plan, session: Session, done: Sequence[Session]) -> bool:
    """Whether the routine had other weekdays and times before this week of the plan.

    What it had are those of the seven days that its last session before this week ends.
    """
    week = (session.date - plan.start).days // DAYS_A_WEEK
    first = plan.start + timedelta(days=DAYS_A_WEEK * week)
    before = [other for other in done if other.date < first]
    habit = {
        (other.date.weekday(), other.start)
        for other in before
        if (before[-1].date - other.date).days < DAYS_A_WEEK
    }
    return bool(habit) and (session.date.weekday(), session.start) not in habit


def _moment(plan: Plan, session: Session) -> datetime:
    return session.starts_at(plan.timezone).astimezone(UTC)


def _position_changes(plan: Plan) -> Iterator[ScoreLine]:
    """Yield the changes of body position inside each session."""
    entry = plan.catalogue.entry
    for session in plan.sessions:
        entries = [entry(step.exercise) for step in session.steps]
        changes = sum(
            _ends(one) is not other.start.position for one, other in itertools.pairwise(entries)
        )
        yield ScoreLine(
            level="position-changes", subject=session.id, place=session.id, value=changes
        )


def _ends(entry: Exercise) -> Position:
    return (entry.end or entry.start).position
