"""How far the dose of an exercise has come: steps back, the way back of R5, and progress R6."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from attrs import frozen

from spinecare.model import RuleId, SkipReason
from spinecare.reviewing._absences import Absence
from spinecare.reviewing._answers import SETTLED
from spinecare.reviewing._doses import Doses
from spinecare.reviewing._experience import Experience
from spinecare.reviewing._judging import Judged
from spinecare.reviewing._ladder import Ladder
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._rulings import Action, Ruling
from spinecare.reviewing._weeks import R5, Course, Weeks

R6: Final = RuleId("pain-r6")
_BREAKING: Final = frozenset({SkipReason.PAIN, SkipReason.TOO_HARD})
_REGAINING: Final = 2
"""Good sessions in a row that give back a step which weeks away took (D-JUDGE)."""


@frozen(kw_only=True)
class Progress:
    """Where the dose of an exercise stands."""

    level: int
    """Steps forward less steps back since the first dose: the level of the next time."""
    owed: int
    """Steps that weeks away took and good sessions have not given back yet."""
    earned: Ruling | None
    """The step forward that the latest sessions earned; `None` where they earned none."""
    back: Ruling | None
    """What took the dose back since the latest session: mornings that rose (R5), weeks away;
    `None` where nothing did."""


def is_refused(one: Experience) -> bool:
    """Tell whether an exercise was skipped because it hurt, or was too hard."""
    return not one.was_tried and not one.reasons.isdisjoint(_BREAKING)


def progress(
    judged: Sequence[Judged],
    weeks: Weeks,
    absences: Sequence[Absence],
    policy: Policy,
    *,
    on: date,
    first: int = 0,
    top: int | None = None,
) -> Progress:
    """Return how far the dose of an exercise has come (R6).

    A session is good when nothing in R2 to R4 says otherwise, every answer is known, the exercise
    was done whole, and R1 would have let the session start as planned. Good sessions in a row,
    over some days, earn one step forward. Where evidence.md §4 is silent (D-JUDGE):

    - a step counts once it is taken: when the next time asked for more than this one. Until then
      it stays earned, so that who goes on with an old plan for long comes up one step, not many.
      Where a dose is not noted, the step is thought to have been taken;
    - every step is earned anew: after one is taken the row begins from nothing; a time that asked
      for less than others since then, as after weeks with little work, adds nothing to it. What
      was asked for after bad news, before a plan took the step back, is none of these others;
    - the reduced form earns no step but one back to the first dose (evidence.md §2.2: no progress
      while the condition stands);
    - only sessions whose two mornings are past earn it; those since then must have been good as
      far as is known, so that who does an exercise every day comes up, too;
    - a row ends with a session that was not good, with one skipped for pain or because it was too
      hard, with a long gap, and with mornings that rise from week to week (R5);
    - what was skipped for another reason (travel, no time) says nothing;
    - each event takes one step, however many rulings it has; of events that nobody knows whose
      they are, one for each dose that was asked for: until a plan has taken the step, a dose that
      was done again takes no second one;
    - each week away takes a step, though none below the first dose. Two good sessions in a row,
      over the same days as four, give one back;
    - "the doses of the week before last" are its lowest.

    Args:
        judged: Every time it was tried or refused, by day.
        weeks: What R5 says.
        absences: The times in which it was missed, by day.
        policy: The numbers.
        on: The day.
        first: The level of the first session.
        top: The highest level that the dose has; `None` where that is not known.
    """
    ladder = Ladder(weeks, absences, first)
    row: list[date] = []
    doses = Doses()
    earned: Ruling | None = None
    longest = timedelta(days=policy.row_days)
    for each, after in zip_longest(judged, judged[1:]):
        one, following = each.one, None if after is None else after.one
        earned = None
        level, is_cut = ladder.level, ladder.go_back(one.date)
        ladder.come_back(one.date)
        is_cut = is_cut or ladder.level < level
        if is_cut or (row and one.date - row[-1] > longest):
            row.clear()
        if is_cut:
            doses.fall()
        if not _is_good(each):
            row.clear()
            is_back = one.was_tried and each.said.is_event
            is_back = is_back and not (each.said.is_shared and doses.is_told(one))
            if is_back:
                doses.fall(one.planned)
            elif not doses.was_lowered(one):
                doses.note(one)
            ladder.stand(one.date, -1 if is_back else 0)
            continue
        if doses.was_lowered(one):
            ladder.stand(one.date, 0)
            continue
        doses.note(one)
        row.append(one.date)
        has_room = (top is None or ladder.level < top) and _has_room(one, ladder.level)
        is_asked = following is None or _is_more(following, one)  # cheaper than what may be
        may_step = has_room and is_asked and _may_step(row, following, ladder, weeks, policy, on)
        if may_step and following is None:
            how = "since it was missed" if ladder.owed else "in a row"
            known = "" if row[-1] <= on - SETTLED else " so far"
            earned = _earned(f"{len(row)} good sessions {how}", (row[-1] - row[0]).days, known)
        is_taken = may_step and following is not None
        if is_taken:
            row.clear()
            doses = Doses()
        ladder.stand(one.date, 1 if is_taken else 0)
    last = ladder.level
    has_gone = ladder.go_back(on)
    back = _back(last, ladder.level) if ladder.level < last else None
    last = ladder.level
    since = ladder.come_back(on)
    has_missed = since is not None and (not row or row[-1] <= since)  # else done, if gently
    is_away = has_missed or ladder.level < last
    back = _missed(last, ladder.level) if ladder.level < last else back
    has_lapsed = bool(row) and on - row[-1] > timedelta(days=policy.row_days)
    if earned is not None and (has_gone or is_away or has_lapsed):
        earned = None
    if earned is not None:
        ladder.stand(on, 1)
    return Progress(
        level=ladder.level,
        owed=ladder.owed,
        earned=earned,
        back=back,
    )


def _is_good(each: Judged) -> bool:
    """Tell whether a session counts towards a step forward."""
    said = each.said
    return each.one.is_whole and said.so_far is Action.KEEP and said.starts_as_planned


def _may_step(
    row: Sequence[date],
    following: Experience | None,
    ladder: Ladder,
    weeks: Weeks,
    policy: Policy,
    on: date,
) -> bool:
    """Tell whether a row of good sessions led to a step before the next time."""
    if following is not None and not following.was_tried:
        return False
    decided = on if following is None else following.date
    settled = bisect_right(row, decided - SETTLED)
    needed = min(_REGAINING, policy.progress_sessions) if ladder.owed else policy.progress_sessions
    days = timedelta(days=policy.progress_days)
    if settled < needed or row[settled - 1] - row[0] < days:
        return False
    return weeks.course(decided) is Course.SILENT


def _has_room(one: Experience, level: int) -> bool:
    """Tell whether the dose of an exercise can grow at all."""
    return level < 0 or one.planned is None or not one.planned.is_reduced


def _is_more(later: Experience, earlier: Experience) -> bool:
    """Tell whether a later time asked for more than an earlier one; yes where nobody noted it."""
    if later.planned is None or earlier.planned is None:
        return True
    return later.planned.asks_more_than(earlier.planned)


def _earned(sessions: str, days: int, known: str) -> Ruling:
    reason = f"{sessions}, over {days} days, all mornings known{known}"
    return Ruling(rule=R6, action=Action.PROGRESS, reason=reason)


def _back(earlier: int, level: int) -> Ruling:
    reason = f"mornings rose over two weeks: {_steps(earlier - level)} back, to the doses before"
    return Ruling(rule=R5, action=Action.REGRESS, reason=reason)


def _missed(earlier: int, level: int) -> Ruling:
    reason = f"missed for a while: it is taken up again {_steps(earlier - level)} lower"
    return Ruling(rule=R6, action=Action.REGRESS, reason=reason)


def _steps(count: int) -> str:
    return f"{count} step{'s' * (count > 1)}"
