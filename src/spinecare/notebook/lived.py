"""A journal and what it says: pain over time, verdicts, what stops everything, what is asked."""

from __future__ import annotations

from datetime import date

from spinecare.model import Journal, Outcome
from spinecare.notebook.names import title
from spinecare.notebook.planned import counted
from spinecare.notebook.showing import Cell, Showing, Table, row
from spinecare.plots import plot_pain
from spinecare.plots.pain import WHOLE_SESSIONS_ONLY
from spinecare.reviewing import (
    SIGN_WORDS,
    Action,
    Contradiction,
    Course,
    Review,
    Standing,
    Verdict,
    WeekRuling,
)
from spinecare.wording import day_text, period_text

_STANDINGS = {
    Standing.UNTRIED: "not tried yet",
    Standing.ON_TRIAL: "on trial",
    Standing.SUITS: "suits you",
    Standing.REST: "rests",
    Standing.LEAVE_OUT: "leave it out, ask a clinician",
}
_ACTIONS = {
    Action.STOP_SESSION: "stop, and look at the warning signs",
    Action.STOP_ENTRY: "stop it",
    Action.LEAVE_OUT: "not planned any more",
    Action.SKIP: "not before that day",
    Action.REGRESS: "a step easier",
    Action.REPEAT: "the same dose again",
    Action.KEEP: "the same dose",
    Action.PROGRESS: "a step more, if its dose has room",
}
_DONE_NEXT = frozenset({Action.REGRESS, Action.REPEAT, Action.KEEP, Action.PROGRESS})
"""Actions after which an exercise is done the next time."""
_COURSES = {
    Course.END: "no programme: ask a clinician",
    Course.BACK: "back to the doses of the week before last",
    Course.HOLD: "no progress for a week",
    Course.SILENT: "–",
}
_FIELDS = {
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
_OUTCOMES = {Outcome.DONE: "done", Outcome.PARTLY: "in part", Outcome.SKIPPED: "skipped"}


def journal_showing(journal: Journal, *, with_picture: bool) -> Showing:
    """Return what is shown of a journal: what was noted, and pain over time."""
    days = [entry.date for entry in journal.entries]
    counts = {
        words: sum(e.done is not None and e.done.outcome is outcome for e in journal.entries)
        for outcome, words in _OUTCOMES.items()
    }
    noted = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
    if days:
        sessions = counted(len({entry.session for entry in journal.entries}), "session")
        entries = counted(len(days), "entry", "entries")
        text = f"{period_text(min(days), max(days))}: {sessions}, {entries}"
    else:
        text = "Nothing is noted yet"
    has_exercises = any(entry.exercise is not None for entry in journal.entries)
    lines = [f"{text} ({noted})." if noted else f"{text}."]
    if days and not has_exercises:
        lines.append(WHOLE_SESSIONS_ONLY)
    return Showing(
        title="Journal",
        lines=tuple(lines),
        figure=plot_pain(journal) if with_picture and has_exercises else None,
        is_wide=True,
    )


def review_showing(review: Review) -> Showing:
    """Return what is shown of a review: alarms first, then a verdict on each exercise."""
    alarms = tuple(
        f"{SIGN_WORDS[alarm.symptom].capitalize()}, {day_text(alarm.date)}: {alarm.what_to_do}"
        for alarm in review.alarms
    )
    return Showing(
        title=f"What the journal says on {day_text(review.on)}",
        lines=alarms,
        tables=tuple(_tables(review)),
        notes=(f"Judged by the policy “{review.policy.name}”. It does not diagnose.",),
    )


def _tables(review: Review) -> list[Table]:
    tables: list[Table] = []
    if review.verdicts:
        tables.append(
            Table(
                about="Verdicts",
                is_headed=True,
                head=("Exercise", "Where it stands", "Next time", "Why"),
                rows=tuple(map(_verdict, review.verdicts)),
            )
        )
    if review.weeks:
        tables.append(
            Table(
                about="Mornings by week",
                is_headed=True,
                head=("Week from", "Mean of mornings", "What follows", "Why"),
                rows=tuple(map(_week, review.weeks)),
            )
        )
    if review.contradictions:
        tables.append(
            Table(
                about="Entries that contradict each other",
                is_headed=True,
                head=("Session", "Exercise", "What", "Entries say", "What counts"),
                rows=tuple(map(_contradiction, review.contradictions)),
            )
        )
    if review.questions:
        tables.append(
            Table(
                about="Not answered yet",
                is_headed=True,
                head=("Morning", "Session of"),
                rows=tuple(
                    row(day_text(one.morning), day_text(one.date)) for one in review.questions
                ),
            )
        )
    return tables


def _contradiction(one: Contradiction) -> tuple[Cell, ...]:
    exercise = "the whole session" if one.exercise is None else title(one.exercise)
    said = ", ".join(_said(one, value) for value in one.values)
    return row(
        one.session, exercise, _FIELDS.get(one.field, one.field), said, _said(one, one.counted)
    )


def _said(one: Contradiction, value: str) -> str:
    if one.field == "date":
        return day_text(date.fromisoformat(value))
    return _OUTCOMES[Outcome(value)] if one.field == "done.outcome" else value


def _week(week: WeekRuling) -> tuple[Cell, ...]:
    mean = f"{week.mean:.1f}"  # as the reason beside it says
    return row(day_text(week.monday), mean, _COURSES[week.course], week.reason)


def _verdict(verdict: Verdict) -> tuple[Cell, ...]:
    standing = _STANDINGS[verdict.standing]
    if verdict.looks_again is not None:
        day = day_text(verdict.looks_again)
        is_resting = verdict.standing is Standing.REST
        standing += f" until {day}" if is_resting else f"; more will be known on {day}"
    why = "\n".join(ruling.reason for ruling in verdict.evidence[:2])
    return row(title(verdict.exercise), standing, _next_time(verdict), why)


def _next_time(verdict: Verdict) -> str:
    """Return what happens with the dose the next time."""
    if verdict.standing is Standing.UNTRIED:
        return "as planned"
    text = _ACTIONS[verdict.action]
    is_shorter = verdict.has_lower_range and verdict.action in _DONE_NEXT
    return f"{text}, not as far" if is_shorter else text
