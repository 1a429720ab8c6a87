"""The words of a review: where an exercise stands, what comes next, and why."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from spinecare.model import Outcome
from spinecare.reviewing import Action, Course, Standing, Verdict
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
    Action.PROGRESS: "a step more, if its dose has room",
}
_DONE_NEXT: Final = frozenset({Action.REGRESS, Action.REPEAT, Action.KEEP, Action.PROGRESS})
"""Actions after which an exercise is done the next time."""
_REASONS: Final = 2
"""So many rulings say why: the strictest."""
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


def next_time_text(verdict: Verdict) -> str:
    """Return what happens with the dose of an exercise the next time: `a step easier`."""
    if verdict.standing is Standing.UNTRIED:
        return "as planned"
    text = _ACTIONS[verdict.action]
    is_shorter = verdict.has_lower_range and verdict.action in _DONE_NEXT
    return f"{text}, not as far" if is_shorter else text


def why_texts(verdict: Verdict) -> tuple[str, ...]:
    """Return why, a few words each, the strictest reason first; nothing of what was not tried."""
    return tuple(_DATE.sub(_as_people_write, one.reason) for one in verdict.evidence[:_REASONS])


def _as_people_write(found: re.Match[str]) -> str:
    day = date.fromisoformat(found[0])
    return f"{period_text(day, day)} {day.year}"
