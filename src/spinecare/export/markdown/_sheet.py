"""The whole sheet: what comes first, what follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from spinecare.export.markdown._exercises import exercise_section, source_section
from spinecare.export.markdown._findings import finding_section
from spinecare.export.markdown._names import Names
from spinecare.export.markdown._text import plain, sentence
from spinecare.export.markdown._weeks import break_section, common_notes, week_sections
from spinecare.model import Cadence, CadenceKind, Plan, Routine
from spinecare.planning.composing import SORE
from spinecare.wording import (
    day_text,
    habits,
    number_text,
    sides_alternate,
    span_text,
    used_routines,
)

_BEFORE = (
    "Rate your pain from 0 (none) to 10 (the worst you can think of).",
    (
        "Above 2: take a relief position first and stay in it until the discomfort is gone, then "
        "rate again. Still above 2: leave it at the relief position today. Above 5: do not "
        "exercise, and look at the stop signs."
    ),
    (
        "Stop any exercise that hurts. Note how you feel the next morning and the morning after: "
        "better, and it suits you; worse, and you leave it out and ask for advice."
    ),
)
_READING = (
    "How to read a step: the side that begins; how often; how long to hold, or how long one "
    "movement takes; how long to let go completely after it; in brackets the time it takes in all. "
    "What is *new* you have not done in this plan before: try it gently."
)
_SIDES = (
    "The side named with a step is for the first time you do that session. Each time an exercise "
    "comes again, begin with the other side than the last time; both sides get the same."
)
_TOLD_BEFORE = frozenset(
    {"rule-clear-discomfort-first", "rule-stop-on-pain", "rule-next-days-check"}
)


def to_markdown(plan: Plan) -> str:
    """Return a plan as a sheet in Markdown, to print, to read on a phone or to keep in a project.

    The sheet tells the weeks as tables, each different session once with its steps, each exercise
    once with what to mind, and what was left out or changed with the reason. Everything comes from
    the plan. Text of people and catalogues stays text: no markup, HTML or link comes out of it,
    but for mail addresses, which GitHub links by itself.

    Args:
        plan: The plan.

    Returns:
        Text that ends with a line break; equal plans give equal text.
    """
    return "\n\n".join(_blocks(plan)) + "\n"


def _blocks(plan: Plan) -> Iterator[str]:
    names = Names(plan)
    yield f"# {plain(plan.name or 'Your plan')}"
    yield _summary(plan)
    if plan.catalogue.notice:
        yield f"> {plain(plan.catalogue.notice)}"
    if plan.catalogue.stop_signs:
        yield "## Stop signs"
        yield "End the session at once and get medical advice at any of these:"
        yield "\n".join(f"- {plain(sign)}" for sign in plan.catalogue.stop_signs)
    yield from _manner(plan)
    yield from week_sections(plan, names)
    yield from break_section(plan, names)
    yield from _in_passing(plan)
    yield from _routines(plan, names)
    yield from exercise_section(plan, names)
    yield from finding_section(plan)
    yield from source_section(plan)


def _manner(plan: Plan) -> Iterator[str]:
    """Say what to do before, during and after every session."""
    yield "## Before each session"
    yield "\n".join(f"{number}. {line}" for number, line in enumerate(_BEFORE, start=1))
    notes = [note for note in common_notes(plan) if note != SORE]
    if notes:
        yield "In each of your sessions:"
        yield "\n".join(f"- {sentence(note)}" for note in notes)
    rules = [rule for rule in plan.catalogue.rules if rule.id not in _TOLD_BEFORE]
    if rules:
        yield "While you exercise:"
        yield "\n".join(f"- {sentence(rule.instruction)}" for rule in rules)
    if plan.sessions:
        yield _READING
    if sides_alternate(plan) and len(plan.sessions) > 1:
        yield _SIDES
    is_reduced = any(step.is_reduced for session in plan.sessions for step in session.steps)
    if is_reduced and plan.catalogue.reduced_form:
        yield f"*Gentle form* means: {sentence(plan.catalogue.reduced_form)}"


def _summary(plan: Plan) -> str:
    last = plan.start + timedelta(days=7 * len(plan.weeks) - 1)
    weeks = "1 week" if len(plan.weeks) == 1 else f"{len(plan.weeks)} weeks"
    count = len(plan.sessions)
    sessions = {0: "no session", 1: "1 session"}.get(count, f"{count} sessions")
    period = f"{day_text(plan.start)} {plan.start.year} to {day_text(last)} {last.year}"
    text = f"{period} ({weeks}, {sessions}). Times are those of {plain(plan.timezone)}."
    if plan.revision:
        text += f" Revision {plan.revision}, of {day_text(plan.updated_at.date())}."
    return text


def _routines(plan: Plan, names: Names) -> Iterator[str]:
    routines = used_routines(plan)
    if not routines:
        return
    yield "## The routines"
    yield "\n".join(
        "\n    - ".join((_routine(routine), *names.claim_lines(routine.id))) for routine in routines
    )


def _in_passing(plan: Plan) -> Iterator[str]:
    """Yield what has no timetable: it is done when the occasion comes."""
    lines = [
        f"- **{plain(routine.name)}**: {sentence(_how_often(routine.cadence))} What to do: "
        f"{'; '.join(plain(exercise.name) for exercise in exercises)}."
        for routine, exercises in habits(plan)
    ]
    if lines:
        yield "## In passing"
        yield "\n".join(lines)


def _routine(routine: Routine) -> str:
    often = sentence(_how_often(routine.cadence))
    return f"- **{plain(routine.name)}**: {sentence(routine.summary)} How often: {often}"


def _how_often(cadence: Cadence) -> str:
    """Return the cadence in words."""
    if cadence.text:
        return cadence.text
    if cadence.window_days is not None:
        return f"{span_text(cadence.window_days, 'days')} after the time before"
    times = span_text(cadence.times)
    return {
        CadenceKind.HOURLY: f"every {number_text(cadence.every_min or 0)} min",
        CadenceKind.TIMES_A_DAY: "every day" if times == "1" else f"{times} times a day",
        CadenceKind.TIMES_A_WEEK: "once a week" if times == "1" else f"{times} times a week",
        CadenceKind.BEFORE_OTHERS: "before other exercises",
        CadenceKind.IN_PASSING: "when the occasion comes",
    }.get(cadence.kind, "as you like")
