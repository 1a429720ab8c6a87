"""What becomes of an exercise: the verdict R7 (evidence.md §4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from attrs import frozen

from spinecare.model import ExerciseId, Pain, RuleId
from spinecare.reviewing._experience import Experience
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._progress import R6, is_refused, progress
from spinecare.reviewing._rules import R4, after, during, mornings
from spinecare.reviewing._rulings import Action, Ruling
from spinecare.reviewing._weeks import Weeks

R7: Final = RuleId("pain-r7")
_MORNINGS: Final = 2
"""Days after which both mornings of a session are past."""


class Standing(StrEnum):
    """Where an exercise stands with a person."""

    UNTRIED = "untried"
    """It was never begun."""
    ON_TRIAL = "on-trial"
    """Not enough is known yet."""
    SUITS = "suits"
    """It leaves the person better, or no worse where there was nothing to better."""
    REST = "rest"
    """It rests until a day."""
    LEAVE_OUT = "leave-out"
    """It is planned no more; ask a clinician."""


@frozen(kw_only=True)
class Verdict:
    """What the library concludes for an exercise, and when it looks again."""

    exercise: ExerciseId
    """The exercise."""
    standing: Standing
    """Where it stands."""
    action: Action
    """What happens with its dose the next time, against the last time."""
    level: int
    """Steps forward less steps back since the first dose: where the next one stands; negative is
    below the first."""
    looks_again: date | None
    """The day from which more is known, or it may come back; `None` for never, or always."""
    evidence: tuple[Ruling, ...]
    """Why: the rulings that decided, the strictest first."""
    sessions: int
    """How many times it was tried."""


@frozen(kw_only=True)
class _Judged:
    """A session of an exercise with what R2 to R4 say of it."""

    one: Experience
    rulings: tuple[Ruling, ...]
    """The strictest first."""
    pause_days: int
    """Days added by a bad second morning."""

    @property
    def action(self) -> Action:
        return self.rulings[0].action

    @property
    def rests_until(self) -> date:
        """The day on which it may come back: both mornings are waited for, a bad one adds days."""
        actions = {ruling.action for ruling in self.rulings}
        days = _MORNINGS if any(action.is_event for action in actions) else 0
        if Action.SKIP in actions:
            days += self.pause_days
        return self.one.date + timedelta(days=days)

    def is_answered_by(self, later: _Judged) -> bool:
        """Tell whether another session came after the bad news of this one was known."""
        if later is self:
            return False
        actions = {ruling.action for ruling in self.rulings if ruling.rule == R4}
        known = 2 if Action.SKIP in actions else 1 if Action.REGRESS in actions else 0
        return later.one.date >= self.one.date + timedelta(days=known)


def verdict(
    exercise: ExerciseId,
    lived: Sequence[Experience],
    weeks: Weeks,
    policy: Policy,
    *,
    on: date,
) -> Verdict:
    """Return the verdict on an exercise (R7).

    The strictest of R2 to R4 wins in each session. Where evidence.md §4 is silent (D-JUDGE):

    - a sign noted of the exercise itself leaves it out; one noted of the whole session counts as a
      stop of each exercise in it, since nobody knows which it was;
    - what stopped or went a step back rests until the second morning; after a bad second morning
      `pause_days` longer. It rests so too when it was done again before the bad news came;
    - after its rest it comes back a step easier, on trial;
    - events count within `events_days` also when exactly so many days lie between them; a session
      counts once;
    - there is no way back from leaving out: only a clinician's word could open one.

    Args:
        exercise: The exercise.
        lived: What is known of every session that planned it, by day.
        weeks: What R5 says.
        policy: The numbers.
        on: The day of the verdict.
    """
    counted = [one for one in lived if one.was_tried or is_refused(one)]
    judged = _judged(counted, policy)
    tried = [each for each in judged if each.one.was_tried]
    actions = [each.action for each in judged]
    so_far = progress(counted, actions, weeks, policy, on=on)

    def concluded(
        standing: Standing, action: Action, evidence: tuple[Ruling, ...], again: date | None = None
    ) -> Verdict:
        return Verdict(
            exercise=exercise,
            standing=standing,
            action=action,
            level=so_far.level,
            looks_again=again,
            evidence=evidence,
            sessions=len(tried),
        )

    if not tried:
        return concluded(Standing.UNTRIED, Action.REPEAT, ())
    out = _left_out(tried, policy)
    if out:
        return concluded(Standing.LEAVE_OUT, Action.LEAVE_OUT, out)
    events = [each for each in tried if each.action.is_event]
    resting = max(events, key=_rest_end, default=None)
    if resting is not None and on < resting.rests_until:
        return concluded(Standing.REST, Action.SKIP, resting.rulings, resting.rests_until)
    latest = tried[-1]
    unanswered = [each for each in events if not each.is_answered_by(latest)]
    if unanswered:
        return concluded(Standing.ON_TRIAL, Action.REGRESS, unanswered[-1].rulings)
    standing = Standing.SUITS if _suits([each.one for each in tried], policy) else Standing.ON_TRIAL
    settles = latest.one.date + timedelta(days=_MORNINGS)
    again = settles if on < settles else None
    if so_far.back is not None:
        return concluded(standing, Action.REGRESS, (so_far.back, *latest.rulings), again)
    if so_far.earned is not None:
        return concluded(standing, Action.PROGRESS, (so_far.earned, *latest.rulings), again)
    if judged[-1] is not latest and latest.action is Action.KEEP:
        reason = "it was skipped since, for pain or because it was too hard"
        refused = Ruling(rule=R6, action=Action.REPEAT, reason=reason)
        return concluded(standing, Action.REPEAT, (refused, *latest.rulings), again)
    return concluded(standing, latest.action, latest.rulings, again)


def _judged(counted: Sequence[Experience], policy: Policy) -> list[_Judged]:
    """Return sessions with what the rules say of each; of many that felt alike they say it once."""
    said: dict[tuple[object, ...], tuple[Ruling, ...]] = {}
    found: list[_Judged] = []
    for one in counted:
        felt = one.pain, one.character, one.symptoms, one.session_symptoms, one.reasons
        rulings = said.get(felt)
        if rulings is None:
            rulings = said[felt] = _rulings(one, policy)
        found.append(_Judged(one=one, rulings=rulings, pause_days=policy.pause_days))
    return found


def _rulings(one: Experience, policy: Policy) -> tuple[Ruling, ...]:
    """Return what R2 to R4 say of an experience, the strictest first; of equals the earlier."""
    found = (during(one, policy), mornings(one, policy), after(one, policy))
    return tuple(sorted(found, key=_mildness))


def _mildness(ruling: Ruling) -> int:
    return -ruling.action.strictness


def _left_out(tried: Sequence[_Judged], policy: Policy) -> tuple[Ruling, ...]:
    """Return why an exercise is left out; nothing where it is not."""
    for each in tried:
        if each.one.symptoms:
            reason = f"on {each.one.date.isoformat()}: {each.rulings[0].reason}"
            return (Ruling(rule=R7, action=Action.LEAVE_OUT, reason=reason),)
    events = [each for each in tried if each.action.is_event]
    for first in range(len(events) - policy.events + 1):
        within = events[first : first + policy.events]
        days = (within[-1].one.date - within[0].one.date).days
        if days <= policy.events_days:
            told = "; ".join(
                f"{each.one.date.isoformat()} {each.action.value}: {each.rulings[0].reason}"
                for each in within
            )
            reason = f"{len(within)} times within {policy.events_days} days: {told}"
            own = Ruling(rule=R4, action=Action.LEAVE_OUT, reason=reason)
            return (own, *(each.rulings[0] for each in within))
    return ()


def _rest_end(judged: _Judged) -> date:
    return judged.rests_until


def _suits(tried: Sequence[Experience], policy: Policy) -> bool:
    """Tell whether the second mornings say that an exercise does good, or at least no harm.

    "No better and no worse, three times running" takes sessions that ended better as no worse, so
    that a better morning never makes the verdict worse (D-JUDGE).
    """
    latest = tried[-1].pain
    before, later = latest.before, latest.second_morning
    if before is None or later is None or latest.next_morning is None:
        return False
    if later < before or later <= before <= policy.mild_up_to:
        return True
    recent = tried[-policy.steady_sessions :]
    return len(recent) == policy.steady_sessions and all(_is_steady(one.pain) for one in recent)


def _is_steady(pain: Pain) -> bool:
    """Tell whether pain was known on both mornings, and at last no more than before."""
    if pain.before is None or pain.next_morning is None or pain.second_morning is None:
        return False
    return pain.second_morning <= pain.before
