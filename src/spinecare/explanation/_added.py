"""What the planner added to a session, and why: relief, openings, rests, closings, ways up."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.explanation._held import Held
from spinecare.explanation._missing import least_closing_s, relax_s
from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import Said, Telling
from spinecare.model import Purpose, Session, Step
from spinecare.planning.pairing import Run, runs


def added(held: Held, session: Session, only: str = "") -> Iterator[Telling]:
    """Yield why each step stands in a session that no routine asked for as an exercise.

    Args:
        held: The plan.
        session: The session.
        only: The id of an exercise, where only its steps are asked about.
    """
    answered = {run.step: run for run in runs(session.steps)}
    for index, step in enumerate(session.steps):
        if step.purpose is Purpose.MAIN or (only and step.exercise != only):
            continue
        name = held.name_of(step.exercise)
        if step.purpose is Purpose.REST:
            yield _rest(held, session, index, answered.get(index - 1))
        elif step.purpose is Purpose.OPENING and step.routine is not None:
            text = f"{name} opens {held.routine_name(step.routine)}"
            yield _added(session, step, "opening-closing", text, "as the article has it")
        elif step.purpose is Purpose.OPENING:
            text = f"{name} opens the session"
            why = "what is tense or sore is relieved before gymnastics"
            yield _added(session, step, "opening-closing", text, why)
        elif step.purpose is Purpose.CLOSING:
            yield _closing(held, session, step)
        else:
            why = "nobody gets up sharply from lying"
            yield _added(session, step, "way-up", f"{name} follows lying", why)


def _added(session: Session, step: Step, rule: str, what: str, why: str) -> Telling:
    said = Said()
    return Telling(
        rule=rule,
        about=(step.exercise,),
        at=session,
        text=f"{what}, {said.seconds('added_s', step.duration_s)}: {why}.",
        said=said,
        sources=sources_of(rule),
    )


def _rest(held: Held, session: Session, index: int, run: Run | None) -> Telling:
    step, before = session.steps[index], session.steps[index - 1] if index else None
    name = held.name_of(step.exercise)
    said = Said()
    if run is not None and before is not None and run.relax_s == relax_s(step):
        answer = said.seconds("relax_s", run.relax_s)
        effort = said.seconds("effort_s", run.effort_s)
        text = f"{name}, {answer}, follows {held.name_of(before.exercise)}: "
        text += f"its effort of {effort} has no relaxation of its own."
        return Telling(
            rule="stress-relax",
            about=(step.exercise,),
            at=session,
            text=text,
            said=said,
            sources=sources_of("stress-relax"),
        )
    text = f"{name} parts two pieces of lying on the back"
    return _added(session, step, "supine-limit", text, "each of them stays short")


def _closing(held: Held, session: Session, step: Step) -> Telling:
    said = Said()
    rest_s = relax_s(step)
    text = f"{held.name_of(step.exercise)} ends the lying work with "
    text += f"{said.seconds('relax_s', rest_s)} of rest"
    least_s = least_closing_s(held, step)
    if rest_s > least_s:
        text += (
            f", longer than {said.seconds('least_s', least_s)} because the slot had time to spare"
        )
    return Telling(
        rule="opening-closing",
        about=(step.exercise,),
        at=session,
        text=f"{text}.",
        said=said,
        sources=sources_of("opening-closing"),
    )
