"""What the journal says to the planner: what was done, what hurt, how far each dose may go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from spinecare.errors import ClinicianFirst
from spinecare.model import (
    Catalogue,
    ExerciseId,
    Journal,
    Outcome,
    Plan,
    Planned,
    Purpose,
    RuleId,
    Session,
    SessionId,
    Step,
    Urgency,
    WeeklyPlan,
)
from spinecare.planning.history import History
from spinecare.planning.screening import Suitability
from spinecare.planning.timing import work_s
from spinecare.reviewing import (
    SIGN_WORDS,
    Action,
    Alarm,
    Experience,
    Policy,
    Review,
    Standing,
    Verdict,
    review,
    reviewed,
    since,
    spelt_out,
)

PAIN: Final = RuleId("pain")
"""The rule that speaks where the journal does."""
WEEK: Final = timedelta(days=7)
_BEGUN: Final = (Outcome.DONE, Outcome.PARTLY)
_SHARES: Final[Mapping[Outcome | None, float]] = {Outcome.DONE: 1.0, Outcome.PARTLY: 0.5}
_WEEKS_COUNTED: Final = 4
_MOST_GROWTH: Final = 1.15
"""A week asks for at most so much of the mean of the last four (evidence.md §5: 10-15 %, J)."""


@frozen(kw_only=True)
class Lived:
    """A journal as the planner reads it on the first day of a plan."""

    now: Review
    """What it says on that day."""
    done: tuple[Experience, ...]
    """What became of every exercise in every session before that day, by day."""
    weekly_work_s: tuple[float, ...] = ()
    """Seconds of effort and movement done in each of the four weeks before, the latest first."""
    taken_up: frozenset[ExerciseId] = frozenset()
    """What was left out until a clinician allowed it, and has not been tried since: it comes in
    its gentle form (D-JUDGE)."""
    holds: bool = False
    """Whether no dose grows, because the weeks would ask for too much."""

    @classmethod
    def of(
        cls,
        journal: Journal,
        start: date,
        policy: Policy | str,
        previous: Plan | None,
        cleared_on: date | None = None,
    ) -> Lived:
        """Return what a journal says on the first day of a plan.

        Args:
            journal: The journal.
            start: The first day.
            policy: The numbers that pain is judged by.
            previous: The plan that it tells of: what is noted of a whole session holds for every
                exercise which that session had.
            cleared_on: The day from which on pain and signs are judged, all that was before it
                having been looked at by a clinician; `None` for all of the journal.
        """
        whole = journal if previous is None else spelt_out(journal, previous)
        now, known = reviewed(whole, on=start, policy=policy)
        done = tuple(one for one in known if one.date < start)
        work = () if previous is None else _weekly_work_s(done, whole, previous, start)
        taken_up: frozenset[ExerciseId] = frozenset()
        if cleared_on is not None:
            closed = {one.exercise for one in now.verdicts if one.standing is Standing.LEAVE_OUT}
            now = review(whole.since(cleared_on), on=start, policy=policy)
            tried = {one.exercise for one in now.verdicts if one.sessions}
            taken_up = frozenset(closed - tried)
        return cls(now=now, done=done, weekly_work_s=work, taken_up=taken_up)

    @cached_property
    def _verdicts(self) -> Mapping[ExerciseId, Verdict]:
        return {verdict.exercise: verdict for verdict in self.now.verdicts}

    @cached_property
    def _outcomes(self) -> Mapping[tuple[SessionId, ExerciseId], Outcome | None]:
        return {(one.session, one.exercise): one.outcome for one in self.done}

    def outcome(self, session: SessionId, exercise: ExerciseId) -> Outcome | None:
        """Return what became of an exercise in a session; `None` where nobody said."""
        return self._outcomes.get((session, exercise))

    @cached_property
    def setback(self) -> int:
        """Steps that missed weeks still cost: one for each, and one less for each week since."""
        begun = dict.fromkeys(one.date for one in self.done if one.outcome in _BEGUN)
        costs = (
            (later - earlier - timedelta(days=1)) // WEEK - (self.now.on - later) // WEEK
            for earlier, later in pairwise((*begun, self.now.on))
        )
        return max((0, *costs))

    def level(self, exercise: ExerciseId) -> int:
        """Return how many steps above its first dose an exercise may stand; negative below it.

        After a missed week it is one step less, after two weeks two, though not for that below
        the first dose; each week since gives one back (D-JUDGE).
        """
        if exercise in self.taken_up:
            return -1
        verdict = self._verdicts.get(exercise)
        level = verdict.level if verdict is not None else 0
        if self.holds and verdict is not None and verdict.action is Action.PROGRESS:
            level -= 1
        return min(level, max(0, level - self.setback))

    def grows(self, exercise: ExerciseId) -> bool:
        """Whether the last sessions earned an exercise a step forward."""
        verdict = self._verdicts.get(exercise)
        is_earned = verdict is not None and verdict.action is Action.PROGRESS
        return is_earned and not self.setback and not self.holds

    @property
    def has_growth(self) -> bool:
        """Whether any dose grows."""
        return any(self.grows(id) for id in self._verdicts)

    @property
    def most_work_s(self) -> float | None:
        """Seconds of work that a week may ask for; `None` while four weeks are not known."""
        if not self.weekly_work_s or not all(self.weekly_work_s):
            return None
        return _MOST_GROWTH * sum(self.weekly_work_s) / len(self.weekly_work_s)

    def rests_until(self, exercise: ExerciseId) -> date | None:
        """Return the day before which an exercise rests; `None` where it does not."""
        verdict = self._verdicts.get(exercise)
        if verdict is None or verdict.standing is not Standing.REST:
            return None
        return verdict.looks_again

    def is_left_out(self, exercise: ExerciseId) -> bool:
        """Whether an exercise is planned no more."""
        verdict = self._verdicts.get(exercise)
        return verdict is not None and verdict.standing is Standing.LEAVE_OUT

    def refuse_alarms(self) -> None:
        """Refuse to go on after a sign that ends all exercise (R2).

        Raises:
            ClinicianFirst: The journal tells of one; with what to do, the most urgent first.
        """
        for urgency in Urgency:
            told = [alarm for alarm in self.now.alarms if alarm.urgency is urgency]
            if told:
                signs = tuple((alarm.symptom.value, _noted(alarm)) for alarm in told)
                raise ClinicianFirst(urgency.value, told[0].what_to_do, signs)

    def suited(
        self, suitable: Mapping[ExerciseId, Suitability], catalogue: Catalogue
    ) -> Mapping[ExerciseId, Suitability]:
        """Return what suits a person, once it is known how it felt.

        What is left out is refused; what stands below its first dose comes in its gentle form.
        """
        changed = dict(suitable)
        for id in (*self._verdicts, *sorted(self.taken_up)):
            if id not in catalogue.entry_by_id or not changed[id].is_allowed:
                continue
            if self.is_left_out(id):
                changed[id] = evolve(
                    changed[id],
                    refused="it did not do you good; ask a clinician before you take it up again",
                    refused_by=PAIN,
                )
            elif self.level(id) < 0:
                changed[id] = evolve(changed[id], is_reduced=True, is_eased=True)
        return changed

    def teach(self, history: History) -> None:
        """Tell a history what was done that no plan remembers, and how far doses may go."""
        completed: dict[ExerciseId, set[date]] = {}
        for one in self.done:
            if one.outcome in _BEGUN:
                history.times_done[one.exercise] += 1
            if one.outcome is Outcome.DONE:
                completed.setdefault(one.exercise, set()).add(one.date)
        for id, days in completed.items():
            history.exercise_days[id] = sorted(days.union(history.exercise_days[id]))
        history.levels = {id: self.level(id) for id in self._verdicts}
        for id, level in history.levels.items():
            history.rungs[id] = max(0, level - self.grows(id))


def _noted(alarm: Alarm) -> str:
    return (
        f"{SIGN_WORDS[alarm.symptom]}, noted on {alarm.date.isoformat()}; once a clinician has "
        "allowed exercise again, give that day as cleared_on"
    )


def asks_too_much(weeks: Iterable[WeeklyPlan], lived: Lived) -> bool:
    """Whether any week asks for more than the last four weeks allow, while doses grow."""
    if lived.most_work_s is None or not lived.has_growth:
        return False
    return any(week_work_s(week.sessions) > lived.most_work_s for week in weeks)


def week_work_s(sessions: Iterable[Session]) -> float:
    """Return the seconds of effort and movement of routines in sessions."""
    return sum(
        work_s(step)
        for session in sessions
        for step in session.steps
        if step.purpose is Purpose.MAIN
    )


def _weekly_work_s(
    done: Sequence[Experience], journal: Journal, plan: Plan, start: date
) -> tuple[float, ...]:
    """Return the work of each of the four weeks before a day, half of what was done in part.

    What the plan does not hold any more is counted by the dose that the journal says was planned,
    as so much of the plan's own dose of that exercise.
    """
    first = start - _WEEKS_COUNTED * WEEK
    own: dict[tuple[SessionId, ExerciseId], float] = {}
    steps: dict[ExerciseId, Step] = {}
    for session in plan.sessions:
        for step in session.steps:
            if step.purpose is Purpose.MAIN:
                key = session.id, step.exercise
                own[key] = own.get(key, 0.0) + work_s(step)
                steps.setdefault(step.exercise, step)
    asked = {(e.session, e.exercise): e.planned for e in journal.entries if e.date >= first}
    weeks = [0.0] * _WEEKS_COUNTED
    for one in since(done, first):
        key = one.session, one.exercise
        work = own[key] if key in own else _work_s(steps.get(one.exercise), asked.get(key))
        weeks[(start - one.date - timedelta(days=1)) // WEEK] += _share(one) * work
    return tuple(weeks)


def _share(one: Experience) -> float:
    return _SHARES.get(one.outcome, 0.0)


def _work_s(step: Step | None, planned: Planned | None) -> float:
    """Return the seconds of a dose, in proportion to a step of the same exercise."""
    if step is None or planned is None:
        return 0.0 if step is None else work_s(step)
    asked = planned.sets * planned.reps * (planned.hold_s or 1.0)
    return work_s(step) * asked / (step.sets * step.reps * (step.hold_s or 1.0))
