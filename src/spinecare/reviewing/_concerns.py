"""What is no alarm and still asks for more than a plan: the warning signs again, or a clinician."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import Final

from attrs import frozen

from spinecare.model import PainCharacter, RuleId
from spinecare.reviewing._experience import STOPPING, Experience, by_exercise, since, stopping
from spinecare.reviewing._judging import judged
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._rules import R1, R2, R4
from spinecare.reviewing._sittings import Sitting
from spinecare.reviewing._verdicts import R7, Standing, Verdict
from spinecare.reviewing._weeks import R5, WEEK, Course, WeekRuling

_LATELY: Final = timedelta(days=14)
"""So long a concern is told, and an answer before a session counts (D-JUDGE)."""
_DAYS_COUNTED: Final = 2
_MANY: Final = 3
"""So many exercises left out are more than culprits (D-JUDGE)."""
_MUCH: Final = 0.5
"""So much left out of what was done is a clinician's (D-JUDGE)."""
_SIGNS: Final = "Go through the warning signs again before the next session"
_CLINICIAN: Final = "See a clinician before you go on"
_AGAIN: Final = "ask a clinician when it comes again."
_SHOCK: Final = (
    "If it ran down the spine as you bent the head, do not exercise, and see a clinician within "
    "one or two days."
)
"""What electric pain may be: the warning sign `rf-myelopathy` (evidence.md §1.2)."""


@frozen(kw_only=True)
class Concern:
    """Something in the journal that no dose puts right."""

    rule: RuleId
    """The rule that speaks."""
    date: date
    """The day of the session, or the Monday of the week, that it is about."""
    reason: str
    """What it is, with the numbers."""
    what_to_do: str
    """What to do, in a sentence."""


def pain_before(told: Sequence[Sitting], on: date) -> float | None:
    """Return the pain to begin with on a day; `None` where nobody told.

    One bad day is the day's own affair: the lower of the last two counts, and of one day with two
    sessions the higher (D-JUDGE).

    Args:
        told: The sessions of a journal, by day.
        on: The day.
    """
    days = _days_before(told, on)
    return min(list(days.values())[-_DAYS_COUNTED:], default=None)


def _days_before(told: Sequence[Sitting], on: date) -> dict[date, float]:
    days: dict[date, float] = {}
    for sitting in told[bisect_left(told, on - _LATELY, key=attrgetter("date")) :]:
        pains = sitting.told("before", sitting.entries)
        if pains:
            days[sitting.date] = max(days.get(sitting.date, 0.0), *pains)
    return days


def concerns(
    told: Sequence[Sitting],
    known: Sequence[Experience],
    weeks: Sequence[WeekRuling],
    course: Course,
    share_out: float,
    policy: Policy,
    on: date,
) -> tuple[Concern, ...]:
    """Return what needs more than a plan, by day and rule.

    Args:
        told: The sessions of a journal.
        known: What is known of every exercise.
        weeks: What R5 says of each week.
        course: What it asks for on the day.
        share_out: How much is left out of what was done lately, as `left_out` counts it.
        policy: The numbers.
        on: The day.
    """
    lately = since(known, on - _LATELY)
    found = {
        *_much_to_begin_with(told, policy, on),
        *_felt_bad(known, on),
        *_nobodys(lately, policy, on),
        *_bad_weeks(weeks, course, on),
        *_mostly_out(known, share_out),
    }
    return tuple(sorted(found, key=_day_and_rule))


def _much_to_begin_with(told: Sequence[Sitting], policy: Policy, on: date) -> Iterator[Concern]:
    """Yield the last session, where pain before it was too much to begin (R1)."""
    days = _days_before(told, on)
    much = [day for day, pain in days.items() if pain > policy.high_above]
    if not much or much[-1] != max(days):
        return
    what, often = _SIGNS, ""
    if len(much) > 1:
        what, often = _CLINICIAN, f", as on {len(much)} days within two weeks"
    yield Concern(
        rule=R1,
        date=much[-1],
        reason=f"pain {days[much[-1]]:g} before the session, above {policy.high_above:g}{often}",
        what_to_do=f"{what}; while it is so, do nothing but relief positions.",
    )


def _felt_bad(known: Iterable[Experience], on: date) -> Iterator[Concern]:
    """Yield each late session with pain that was sharp, electric or spreading (R2).

    What comes again in an exercise, however much later, is a clinician's.
    """
    stopped = by_exercise(one for one in known if not one.character.isdisjoint(STOPPING))
    told: dict[tuple[date, str], bool] = {}
    for those in stopped.values():
        is_again = those[0].date < those[-1].date
        for one in since(those, on - _LATELY):
            felt = stopping(one.character)
            told[one.date, felt] = told.get((one.date, felt), False) or is_again
    for (day, felt), is_again in told.items():
        what = f"{_CLINICIAN}: it came more than once." if is_again else f"{_SIGNS}; {_AGAIN}"
        is_electric = PainCharacter.ELECTRIC.value in felt
        yield Concern(
            rule=R2,
            date=day,
            reason=f"{felt} pain",
            what_to_do=f"{what} {_SHOCK}" if is_electric else what,
        )


def _nobodys(lately: Sequence[Experience], policy: Policy, on: date) -> Iterator[Concern]:
    """Yield that two sessions or more did no good, and nobody knows by which exercise (R4)."""
    shared = by_exercise(one for one in lately if one.was_tried and one.shared)
    most: list[date] = []
    for those in shared.values():
        told = judged(those, policy, on)
        events = [each.one.date for each in told if each.said.is_event and each.said.is_shared]
        most = max(most, events, key=len)
    if len(most) >= policy.events:
        yield Concern(
            rule=R4,
            date=most[-1],
            reason=f"{len(most)} sessions in {policy.events_days} days did no good, and "
            "nobody knows which exercise it was",
            what_to_do=f"{_CLINICIAN}, and answer exercise by exercise if you can.",
        )


def left_out(known: Sequence[Experience], verdicts: Iterable[Verdict]) -> float:
    """Return how much is left out of what was done in the last two weeks with exercise.

    Relief positions do not count; nor do fewer than three that are left out: these are culprits.
    """
    last = _last_exercise(known)
    lately = () if last is None else since(known, last - _LATELY)
    tried = {one.exercise for one in lately if one.was_tried and not one.is_relief}
    standings = [one.standing for one in verdicts if one.exercise in tried]
    out = standings.count(Standing.LEAVE_OUT)
    return out / len(standings) if out >= _MANY else 0.0


def _last_exercise(known: Sequence[Experience]) -> date | None:
    """Return the last day on which more than relief positions was done; `None` for none."""
    tried = (one.date for one in reversed(known) if one.was_tried and not one.is_relief)
    return next(tried, None)


def _mostly_out(known: Sequence[Experience], share_out: float) -> Iterator[Concern]:
    """Yield that at least half of what was done is left out (R7), as long as nothing else is."""
    last = _last_exercise(known)
    if last is not None and share_out >= _MUCH:
        yield Concern(
            rule=R7,
            date=last,
            reason="most of what you did is left out, because of how it felt",
            what_to_do=f"{_CLINICIAN}: what hurts wherever one moves is no single exercise's.",
        )


def _bad_weeks(weeks: Sequence[WeekRuling], course: Course, on: date) -> Iterator[Concern]:
    """Yield weeks whose mornings end a programme, or got worse again and again (R5)."""
    lately = [week for week in weeks if on - week.monday <= WEEK + _LATELY]
    ended = [week for week in weeks if week.course is Course.END]
    if course is Course.END:  # as long as it lasts
        last = ended[-1]
        yield Concern(rule=R5, date=last.monday, reason=last.reason, what_to_do=f"{_CLINICIAN}.")
    for earlier, later in pairwise(lately):
        follows = later.monday - earlier.monday == WEEK
        if follows and earlier.course is later.course is Course.BACK:
            reason = f"{later.reason}, and the week before, too"
            yield Concern(rule=R5, date=later.monday, reason=reason, what_to_do=f"{_CLINICIAN}.")


def _day_and_rule(concern: Concern) -> tuple[date, str, str]:
    return concern.date, concern.rule, concern.reason
