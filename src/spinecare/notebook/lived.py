"""A journal and what it says: pain over time, verdicts, what stops everything, what is asked."""

from __future__ import annotations

from spinecare.model import Journal, Outcome
from spinecare.notebook.names import title
from spinecare.notebook.planned import counted
from spinecare.notebook.showing import Cell, Showing, Table, row
from spinecare.plots import plot_pain
from spinecare.plots.pain import WHOLE_SESSIONS_ONLY
from spinecare.reviewing import Action, Course, Review, Standing, Verdict, WeekRuling
from spinecare.wording import day_text, number_text, period_text

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
    Action.PROGRESS: "a step more",
}
_COURSES = {
    Course.END: "no programme: ask a clinician",
    Course.BACK: "back to the doses of the week before last",
    Course.HOLD: "no progress for a week",
    Course.SILENT: "–",
}
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
        f"{alarm.symptom.value.replace('-', ' ').capitalize()}, {day_text(alarm.date)}: "
        f"{alarm.what_to_do}"
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
                head=("Exercise", "It", "Next time", "Why"),
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
                head=("Session", "What", "Entries say", "What counts"),
                rows=tuple(
                    row(one.session, one.field, ", ".join(one.values), one.counted)
                    for one in review.contradictions
                ),
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


def _week(week: WeekRuling) -> tuple[Cell, ...]:
    mean = number_text(round(week.mean, 1))
    return row(day_text(week.monday), mean, _COURSES[week.course], week.reason)


def _verdict(verdict: Verdict) -> tuple[Cell, ...]:
    until = "" if verdict.looks_again is None else f" until {day_text(verdict.looks_again)}"
    standing = _STANDINGS[verdict.standing]
    if verdict.standing is Standing.REST:
        standing += until
    elif until:
        standing += f"; more is known on {until.removeprefix(' until ')}"
    why = "\n".join(ruling.reason for ruling in verdict.evidence[:2])
    return row(title(verdict.exercise), standing, _ACTIONS[verdict.action], why)
