"""A journal and what it says: pain over time, verdicts, what stops everything, what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spinecare.model import Journal, Outcome
from spinecare.notebook.names import title
from spinecare.notebook.planned import counted
from spinecare.notebook.showing import Cell, Showing, Table, row
from spinecare.plots import plot_pain
from spinecare.plots.pain import WHOLE_SESSIONS_ONLY
from spinecare.reviewing import SIGN_WORDS, Contradiction, Policy, Review, Verdict, WeekRuling
from spinecare.wording import (
    COURSE_WORDS,
    FIELD_WORDS,
    OUTCOME_WORDS,
    VERDICT_COLUMNS,
    day_text,
    next_time_text,
    period_text,
    standing_text,
    why_texts,
)


def journal_showing(journal: Journal, *, with_picture: bool) -> Showing:
    """Return what is shown of a journal: what was noted, and pain over time."""
    days = [entry.date for entry in journal.entries]
    counts = {
        words: sum(e.done is not None and e.done.outcome is outcome for e in journal.entries)
        for outcome, words in OUTCOME_WORDS.items()
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
    """Return what is shown of a review: signs and concerns, then a verdict on each exercise."""
    alarms = tuple(
        f"{SIGN_WORDS[alarm.symptom].capitalize()}, {day_text(alarm.date)}: {alarm.what_to_do}"
        for alarm in review.alarms
    )
    concerns = tuple(
        f"{one.reason[:1].upper()}{one.reason[1:]}, {day_text(one.date)}: {one.what_to_do}"
        for one in review.concerns
    )
    return Showing(
        title=f"What the journal says on {day_text(review.on)}",
        lines=(*alarms, *concerns),
        tables=tuple(_tables(review)),
        notes=(f"Judged by the policy “{review.policy.name}”. It does not diagnose.",),
    )


def _tables(review: Review) -> Iterator[Table]:
    """Yield a table of each kind of thing that there is."""
    weeks = "Week from", "Mean of mornings", "What follows", "Why"
    contradictions = "Session", "Exercise", "What", "Entries say", "What counts"
    verdicts = [_verdict(one, review.policy) for one in review.verdicts]
    mornings = [row(day_text(one.morning), day_text(one.date)) for one in review.questions]
    unnoted = [row(one.session, day_text(one.date)) for one in review.unnoted]
    for about, head, rows in (
        ("Verdicts", VERDICT_COLUMNS, verdicts),
        ("Mornings by week", weeks, map(_week, review.weeks)),
        (
            "Entries that contradict each other",
            contradictions,
            map(_contradiction, review.contradictions),
        ),
        ("Not answered yet", ("Morning", "Session of"), mornings),
        ("Nothing noted yet", ("Session", "Planned for"), unnoted),
    ):
        table = Table(about=about, is_headed=True, head=head, rows=tuple(rows))
        if table.rows:
            yield table


def _contradiction(one: Contradiction) -> tuple[Cell, ...]:
    exercise = "the whole session" if one.exercise is None else title(one.exercise)
    said = ", ".join(_said(one, value) for value in one.values)
    return row(
        one.session, exercise, FIELD_WORDS.get(one.field, one.field), said, _said(one, one.counted)
    )


def _said(one: Contradiction, value: str) -> str:
    if one.field == "date":
        return day_text(date.fromisoformat(value))
    return OUTCOME_WORDS[Outcome(value)] if one.field == "done.outcome" else value


def _week(week: WeekRuling) -> tuple[Cell, ...]:
    mean = f"{week.mean:.1f}"  # as the reason beside it says
    return row(day_text(week.monday), mean, COURSE_WORDS[week.course], week.reason)


def _verdict(verdict: Verdict, policy: Policy) -> tuple[Cell, ...]:
    return row(
        title(verdict.exercise),
        standing_text(verdict),
        next_time_text(verdict, policy),
        "\n".join(why_texts(verdict)),
    )
