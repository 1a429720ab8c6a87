"""How far the dose of an exercise has come: steps back, the way back of R5, and progress R6."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
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
from spinecare.reviewing._row import Row
from spinecare.reviewing._rulings import Action, Ruling
from spinecare.reviewing._weeks import R5, Course, Weeks

R6: Final = RuleId("pain-r6")
_BREAKING: Final = frozenset({SkipReason.PAIN, SkipReason.TOO_HARD})


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
      Where a dose is not noted, the step is thought to have been taken. Where a plan that had not
      heard of bad news or weeks away asks for it still, the step is taken as it is earned;
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
      over the same days as four, give one back. Who stood at the first dose keeps the row, but
      comes up no sooner than who lost a step: two such sessions must have come since;
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
    row = Row()
    doses = Doses()
    earned: Ruling | None = None
    for each, after in zip_longest(judged, judged[1:]):
        one, following = each.one, None if after is None else after.one
        earned = None
        _arrive(one.date, ladder, row, doses, policy)
        doses.come(one)
        if not _is_good(each):
            if _may_step(row, following, ladder, weeks, policy, on):
                doses.lose()
            row.end()
            is_back = _is_back(each, doses)
            if is_back:
                doses.fall(1, one.planned)
            elif not doses.was_lowered(one):
                doses.note(one)
            ladder.stand(one.date, -1 if is_back else 0)
            continue
        if doses.was_lowered(one):
            ladder.stand(one.date, 0)
            continue
        doses.note(one)
        row.days.append(one.date)
        has_room = (top is None or ladder.level < top) and _has_room(one, ladder.level)
        # asked first: what a step needs costs more to tell
        is_asked = following is None or _is_more(following, one) or doses.is_above(following)
        may_step = has_room and is_asked and _may_step(row, following, ladder, weeks, policy, on)
        step = 0
        if may_step and following is None:
            earned = _earned(row.days, on, is_owed=ladder.owed > 0)
        elif may_step and following is not None:
            step = 1
            row.end()
            doses.rise(following)
        ladder.stand(one.date, step)
    last = ladder.level
    has_gone = ladder.go_back(on)
    back = _back(last, ladder.level) if ladder.level < last else None
    last = ladder.level
    since = ladder.come_back(on)
    is_done = bool(row.days) and since is not None and row.days[-1] > since  # if gently
    is_away = (since is not None and not is_done) or ladder.level < last
    back = _missed(last, ladder.level) if ladder.level < last else back
    if earned is not None and (has_gone or is_away or row.has_lapsed(on, policy)):
        earned = None
    if earned is not None:
        ladder.stand(on, 1)
    return Progress(level=ladder.level, owed=ladder.owed, earned=earned, back=back)


def _arrive(day: date, ladder: Ladder, row: Row, doses: Doses, policy: Policy) -> None:
    """Count what lies before a session: what leads back, and what ends a row."""
    level, has_gone = ladder.level, ladder.go_back(day)
    if ladder.come_back(day) is not None:
        row.come_back()
    fallen = level - ladder.level
    if has_gone or fallen or row.has_lapsed(day, policy):
        row.end()
    if fallen:
        doses.fall(fallen)


def _is_good(each: Judged) -> bool:
    """Tell whether a session counts towards a step forward."""
    said = each.said
    return each.one.is_whole and said.so_far is Action.KEEP and said.starts_as_planned


def _is_back(each: Judged, doses: Doses) -> bool:
    """Tell whether a session takes a step back that no other of the same dose has taken."""
    is_event = each.one.was_tried and each.said.is_event
    return is_event and not (each.said.is_shared and doses.is_told(each.one))


def _may_step(
    row: Row,
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
    has_earned = row.earns(decided, policy, is_owed=ladder.owed > 0)
    return has_earned and weeks.course(decided) is Course.SILENT


def _has_room(one: Experience, level: int) -> bool:
    """Tell whether the dose of an exercise can grow at all."""
    return level < 0 or one.planned is None or not one.planned.is_reduced


def _is_more(later: Experience, earlier: Experience) -> bool:
    """Tell whether a later time asked for more than an earlier one; yes where nobody noted it."""
    if later.planned is None or earlier.planned is None:
        return True
    return later.planned.asks_more_than(earlier.planned)


def _earned(row: Sequence[date], on: date, *, is_owed: bool) -> Ruling:
    how = "since it was missed" if is_owed else "in a row"
    known = "" if row[-1] <= on - SETTLED else " so far"
    over = f"over {(row[-1] - row[0]).days} days, all mornings known{known}"
    return Ruling(rule=R6, action=Action.PROGRESS, reason=f"{len(row)} good sessions {how}, {over}")


def _back(earlier: int, level: int) -> Ruling:
    reason = f"mornings rose over two weeks: {_steps(earlier - level)} back, to the doses before"
    return Ruling(rule=R5, action=Action.REGRESS, reason=reason)


def _missed(earlier: int, level: int) -> Ruling:
    reason = f"missed for a while: it is taken up again {_steps(earlier - level)} lower"
    return Ruling(rule=R6, action=Action.REGRESS, reason=reason)


def _steps(count: int) -> str:
    return f"{count} step{'s' * (count > 1)}"
