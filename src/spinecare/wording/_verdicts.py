"""The words of a review: where an exercise stands, what comes next, and why."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from spinecare.model import Outcome, RuleId
from spinecare.reviewing import Action, Course, Policy, Standing, Verdict
from spinecare.wording._numbers import day_text, period_text

_STANDINGS: Final = {
    Standing.UNTRIED: "not tried yet",
    Standing.ON_TRIAL: "on trial",
    Standing.SUITS: "suits you",
    Standing.REST: "rests",
    Standing.LEAVE_OUT: "leave it out, ask a clinician",
}
_ACTIONS: Final = {
    Action.STOP_SESSION: "stop, and look at the warning signs",
    Action.STOP_ENTRY: "stop it",
    Action.LEAVE_OUT: "not planned any more",
    Action.SKIP: "not before that day",
    Action.REGRESS: "a step easier",
    Action.REPEAT: "the same dose again",
    Action.KEEP: "the same dose",
    Action.PROGRESS: "a step more",
}
_STAYS: Final = frozenset({Action.KEEP, Action.REPEAT})
"""Actions that leave a dose as it is."""
_DONE_NEXT: Final = _STAYS | {Action.REGRESS, Action.PROGRESS}
"""Actions after which an exercise is done the next time."""
_MISSED: Final = ("at less for now", ", since it was missed for a while")
_BACK: Final = "back to an earlier dose"
_WEEKS: Final = RuleId("pain-r5")
"""The rule by which a dose goes back by more than one step."""
_REASONS: Final = 2
"""So many rulings say why: the strictest."""
_UNKNOWN: Final = "the second morning is not known"
_TO_COME: Final = "the second morning is still to come"
"""What a reason says instead while the last session has a morning still to come."""
_DATE: Final = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
VERDICT_COLUMNS: Final = ("Exercise", "Where it stands", "Next time", "Why")
"""The heads of a table of verdicts."""
COURSE_WORDS: Final = {
    Course.END: "no programme: ask a clinician",
    Course.BACK: "back to the doses of the week before last",
    Course.HOLD: "no progress for a week",
    Course.SILENT: "–",
}
"""What follows from the mornings of a week."""
FIELD_WORDS: Final = {
    "date": "the day",
    "pain.before": "pain before",
    "pain.during": "pain during it",
    "pain.after": "pain right after",
    "pain.next_morning": "pain the next morning",
    "pain.second_morning": "pain the second morning",
    "effort": "effort",
    "done.outcome": "what was done",
}
"""What entries contradict each other in."""
OUTCOME_WORDS: Final = {
    Outcome.DONE: "done",
    Outcome.PARTLY: "in part",
    Outcome.SKIPPED: "skipped",
}
"""What became of what was planned."""


def standing_text(verdict: Verdict) -> str:
    """Return where an exercise stands, and until when: `rests until Wed 25 Nov`."""
    text = _STANDINGS[verdict.standing]
    if verdict.looks_again is None:
        return text
    day = day_text(verdict.looks_again)
    is_resting = verdict.standing is Standing.REST
    return f"{text} until {day}" if is_resting else f"{text}; more will be known on {day}"


def next_time_text(verdict: Verdict, policy: Policy) -> str:
    """Return what happens with the dose of an exercise the next time: `a step easier`.

    Args:
        verdict: The verdict.
        policy: The numbers it was judged by.
    """
    if verdict.standing is Standing.UNTRIED:
        return "as planned"
    action = verdict.action
    if action not in _DONE_NEXT:
        return _ACTIONS[action]
    text, end = _dose(verdict)
    if verdict.level < 0:
        text += ", still" if action is Action.PROGRESS else ","
        text += " in its gentle form" if verdict.level == -1 else " with less than its gentle form"
        if action in _STAYS:
            end = f"; a step back up after {_good_sessions(policy.progress_sessions)}"
    return f"{text}{', not as far' * verdict.has_lower_range}{end}"


def _dose(verdict: Verdict) -> tuple[str, str]:
    """Return which dose comes next, and what is to be said at the end of it."""
    action = verdict.action
    if action is Action.PROGRESS:
        return _ACTIONS[action], ", as far as its dose, the session and your weeks have room"
    if verdict.owed > 0:  # whatever the last time says
        return _MISSED
    if action is Action.REGRESS and verdict.evidence and verdict.evidence[0].rule == _WEEKS:
        return _BACK, ""
    return _ACTIONS[action], ""


def _good_sessions(count: int) -> str:
    return "a good session" if count == 1 else f"{count} good sessions in a row"


def why_texts(verdict: Verdict) -> tuple[str, ...]:
    """Return why, a few words each, the strictest reason first; nothing of what was not tried.

    A morning still to come is not called unknown: nobody could know it yet.
    """
    reasons = [_DATE.sub(_as_people_write, one.reason) for one in verdict.evidence[:_REASONS]]
    if verdict.looks_again is None:
        return tuple(reasons)
    return tuple(reason.replace(_UNKNOWN, _TO_COME) for reason in reasons)


def _as_people_write(found: re.Match[str]) -> str:
    day = date.fromisoformat(found[0])
    return f"{period_text(day, day)} {day.year}"
