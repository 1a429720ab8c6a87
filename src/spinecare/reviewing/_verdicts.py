"""What becomes of an exercise: the verdict R7 (evidence.md §4)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from attrs import frozen

from spinecare.model import ExerciseId, Pain, RuleId
from spinecare.reviewing._absences import Absence
from spinecare.reviewing._answers import SETTLED
from spinecare.reviewing._experience import STOPPING, Experience, stopping
from spinecare.reviewing._judging import Judged, judged
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._progress import R6, is_refused, progress
from spinecare.reviewing._rules import R4
from spinecare.reviewing._rulings import Action, Ruling
from spinecare.reviewing._weeks import Weeks

R7: Final = RuleId("pain-r7")


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
    owed: int = 0
    """Steps that weeks away took and good sessions have not given back yet."""
    has_lower_range: bool = False
    """Whether it is done less far the next time: it hurt as much as the policy tolerates (R2)."""


def verdict(
    exercise: ExerciseId,
    lived: Sequence[Experience],
    weeks: Weeks,
    policy: Policy,
    *,
    on: date,
    missed: Sequence[Absence] = (),
    first: int = 0,
    top: int | None = None,
) -> Verdict:
    """Return the verdict on an exercise (R7).

    The strictest of R2 to R4 wins in each session. Where evidence.md §4 is silent (D-JUDGE):

    - a sign noted of the exercise itself leaves it out; one noted of the whole session counts as a
      stop of each exercise in it, since nobody knows which it was;
    - what stopped or went a step back rests until the second morning; after a bad second morning
      `pause_days` longer. It rests so too when it was done again before the bad news came;
    - after its rest it comes back a step easier, on trial;
    - events count within `events_days` also when exactly so many days lie between them; a session
      counts once, and so does a morning that two sessions share;
    - what was noted of the whole session alone lets it rest and takes a step, but leaves it out for
      good only where the session had no other exercise: nobody knows which it was;
    - sharp, electric or spreading pain that comes again leaves out, however much later;
    - there is no way back from leaving out: only a clinician's word could open one;
    - mornings still to come are not unknown: the latest session whose mornings are past decides
      whether it suits, as long as those since were good so far.

    Args:
        exercise: The exercise.
        lived: What is known of every session that planned it, by day.
        weeks: What R5 says.
        policy: The numbers.
        on: The day of the verdict.
        missed: The times in which it was missed, by day.
        first: The level of the first session.
        top: The highest level that the dose has; `None` where that is not known.
    """
    counted = [one for one in lived if one.was_tried or is_refused(one)]
    each_judged = judged(counted, policy, on)
    tried = [each for each in each_judged if each.one.was_tried]
    so_far = progress(each_judged, weeks, missed, policy, on=on, first=first, top=top)

    def concluded(
        standing: Standing, action: Action, evidence: tuple[Ruling, ...], again: date | None = None
    ) -> Verdict:
        return Verdict(
            exercise=exercise,
            standing=standing,
            action=action,
            level=so_far.level,
            owed=so_far.owed,
            looks_again=again,
            evidence=evidence,
            sessions=len(tried),
            has_lower_range=_has_lower_range(tried, policy),
        )

    if not tried:
        return concluded(Standing.UNTRIED, Action.REPEAT, ())
    out = _left_out(tried, policy)
    if out:
        return concluded(Standing.LEAVE_OUT, Action.LEAVE_OUT, out)
    events = [each for each in tried if each.action.is_event]
    resting = max(events, key=_rest_end, default=None)
    if resting is not None and on < resting.rests_until:
        return concluded(Standing.REST, Action.SKIP, resting.said.rulings, resting.rests_until)
    latest = tried[-1]
    unanswered = [each for each in events if not each.is_answered_by(latest)]
    if unanswered:
        return concluded(Standing.ON_TRIAL, Action.REGRESS, unanswered[-1].said.rulings)
    standing = Standing.SUITS if _suits(tried, policy, on) else Standing.ON_TRIAL
    settles = latest.one.date + SETTLED
    again = settles if on < settles else None
    if so_far.back is not None:
        return concluded(standing, Action.REGRESS, (so_far.back, *latest.said.rulings), again)
    if so_far.earned is not None:
        return concluded(standing, Action.PROGRESS, (so_far.earned, *latest.said.rulings), again)
    if each_judged[-1] is not latest and latest.action is Action.KEEP:
        reason = "it was skipped since, for pain or because it was too hard"
        refused = Ruling(rule=R6, action=Action.REPEAT, reason=reason)
        return concluded(standing, Action.REPEAT, (refused, *latest.said.rulings), again)
    return concluded(standing, latest.action, latest.said.rulings, again)


def _left_out(tried: Sequence[Judged], policy: Policy) -> tuple[Ruling, ...]:
    """Return why an exercise is left out; nothing where it is not."""
    for each in tried:
        if each.one.symptoms:
            reason = f"on {each.one.date.isoformat()}: {each.said.rulings[0].reason}"
            return (Ruling(rule=R7, action=Action.LEAVE_OUT, reason=reason),)
    felt = [each.one for each in tried if not each.one.own_character.isdisjoint(STOPPING)]
    if felt and felt[0].date < felt[-1].date:
        once, again = (one.date.isoformat() for one in (felt[0], felt[-1]))
        reason = f"{stopping(felt[-1].own_character)} pain on {once} and on {again}"
        return (Ruling(rule=R7, action=Action.LEAVE_OUT, reason=reason),)
    events = [each for each in tried if each.said.counts]
    for first in range(len(events) - policy.events + 1):
        within = events[first : first + policy.events]
        days = (within[-1].one.date - within[0].one.date).days
        if days <= policy.events_days:
            told = "; ".join(
                f"{each.one.date.isoformat()}, {each.said.rulings[0].reason}" for each in within
            )
            reason = f"{len(within)} times within {policy.events_days} days: {told}"
            return (Ruling(rule=R4, action=Action.LEAVE_OUT, reason=reason),)
    return ()


def _has_lower_range(tried: Sequence[Judged], policy: Policy) -> bool:
    """Tell whether pain during the last time of which it is known was more than mild, tolerated."""
    known = (pain for each in reversed(tried) if (pain := each.one.pain.during) is not None)
    pain = next(known, None)
    return pain is not None and policy.mild_up_to < pain <= policy.hurt_above


def _rest_end(judged: Judged) -> date:
    return judged.rests_until


def _suits(tried: Sequence[Judged], policy: Policy, on: date) -> bool:
    """Tell whether the second mornings say that an exercise does good, or at least no harm.

    "No better and no worse, three times running" takes sessions that ended better as no worse, so
    that a better morning never makes the verdict worse (D-JUDGE).
    """
    if tried[-1].one.is_relief:
        return tried[-1].said.so_far is Action.KEEP
    settled = bisect_right(tried, on - SETTLED, key=_day)
    if not settled or any(each.said.so_far is not Action.KEEP for each in tried[settled:]):
        return False
    latest = tried[settled - 1].one.pain
    before, later = latest.before, latest.second_morning
    if before is None or later is None or latest.next_morning is None:
        return False
    if later < before or later <= before <= policy.mild_up_to:
        return True
    recent = tried[max(0, settled - policy.steady_sessions) : settled]
    return len(recent) == policy.steady_sessions and all(
        _is_steady(each.one.pain) for each in recent
    )


def _day(judged: Judged) -> date:
    return judged.one.date


def _is_steady(pain: Pain) -> bool:
    """Tell whether pain was known on both mornings, and at last no more than before."""
    if pain.before is None or pain.next_morning is None or pain.second_morning is None:
        return False
    return pain.second_morning <= pain.before
