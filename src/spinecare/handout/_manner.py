"""How to go about every session, whoever the plan is for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from spinecare.handout._values import HandoutMark
from spinecare.model import Plan
from spinecare.planning.composing import SORE
from spinecare.wording import day_text, sentence, sides_alternate

BEFORE = (
    "Rate your pain from 0 (none) to 10 (the worst you can think of).",
    (
        "Above 2: take a relief position first and stay in it until the discomfort is gone, then "
        "rate again. Still above 2: leave it at the relief position today. Above 5: do not "
        "exercise, and look at the stop signs."
    ),
)
"""What to do before each session."""
STOP = "Stop any exercise that hurts."
AFTER = (
    "Note how you feel the next morning and the morning after: better, and it suits you; worse, "
    "and you leave it out and ask for advice."
)
"""What to do after each session."""
_READING = (
    "How to read a step: the side that begins; how often; how long to hold, or how long one "
    "movement takes; how long to let go completely after it; in brackets the time it takes in all."
)
_NEW = HandoutMark(
    before="What is", mark="new", after="you have not done in this plan before: try it gently."
)
_SIDES = (
    "The side named with a step is for the first time you do that session. Each time an exercise "
    "comes again, begin with the other side than the last time; both sides get the same."
)
_TOLD_BEFORE = frozenset(
    {"rule-clear-discomfort-first", "rule-stop-on-pain", "rule-next-days-check"}
)


def period(plan: Plan) -> str:
    """Return from when to when, how many weeks and sessions."""
    last = plan.start + timedelta(days=7 * len(plan.weeks) - 1)
    weeks = "1 week" if len(plan.weeks) == 1 else f"{len(plan.weeks)} weeks"
    count = len(plan.sessions)
    sessions = {0: "no session", 1: "1 session"}.get(count, f"{count} sessions")
    days = f"{day_text(plan.start)} {plan.start.year} to {day_text(last)} {last.year}"
    return f"{days} ({weeks}, {sessions})."


def revision(plan: Plan) -> str:
    """Return which revision the plan is; nothing for the first."""
    if not plan.revision:
        return ""
    return f"Revision {plan.revision}, of {day_text(plan.updated_at.date())}."


def common_notes(plan: Plan) -> tuple[str, ...]:
    """Return the notes that all sessions of a plan carry, as they are, in the order of the first.

    What every sheet says before each session is none of them.
    """
    sessions = plan.sessions
    notes = sessions[0].notes if sessions else ()
    return tuple(note for note in notes if all(note in session.notes for session in sessions))


def notes_to_tell(plan: Plan) -> tuple[str, ...]:
    """Return the common notes but the one that `BEFORE` says better, as sentences."""
    return tuple(sentence(note) for note in common_notes(plan) if note != SORE)


def rules(plan: Plan) -> tuple[str, ...]:
    """Return the article's rules for exercising, as sentences, but those told anyway."""
    return tuple(
        sentence(rule.instruction) for rule in plan.catalogue.rules if rule.id not in _TOLD_BEFORE
    )


def reading(plan: Plan) -> str:
    """Return how to read a step; nothing without sessions."""
    return _READING if plan.sessions else ""


def sides(plan: Plan) -> str:
    """Return which side begins when an exercise comes again, if one rule says it for all."""
    return _SIDES if len(plan.sessions) > 1 and sides_alternate(plan) else ""


def marks(plan: Plan) -> Iterator[HandoutMark]:
    """Yield what the marks on the plan's steps mean."""
    if plan.sessions:
        yield _NEW
    is_reduced = any(step.is_reduced for session in plan.sessions for step in session.steps)
    if is_reduced and plan.catalogue.reduced_form:
        form = sentence(plan.catalogue.reduced_form)
        yield HandoutMark(before="", mark="Gentle form", after=f"means: {form}")
