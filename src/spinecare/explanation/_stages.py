"""When the later exercises of a routine join."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from spinecare.explanation._held import Held
from spinecare.explanation._missing import StageAt, open_stage, opens_on, stage_of
from spinecare.explanation._saying import Said, Telling, some
from spinecare.model import Exercise, ExerciseId, Purpose, Routine, Stage
from spinecare.wording import day_text


def stages(held: Held, routine: Routine, entry: Exercise | None = None) -> Iterator[Telling]:
    """Yield when exercises of a routine join, and how far that has come in the plan.

    Args:
        held: The plan.
        routine: The routine.
        entry: The exercise that is asked about, or `None` for all of the routine.
    """
    for stage in routine.stages:
        opens = tuple(id for id in stage.opens if id not in held.left_out)
        if opens and (entry is None or entry.id in opens):
            yield _stage(held, stage, opens, routine)


def _stage(held: Held, stage: Stage, opens: tuple[ExerciseId, ...], routine: Routine) -> Telling:
    said = Said()
    later = some((held.name_of(id) for id in opens), said, "later")
    earlier = some((held.name_of(id) for id in stage.after), said, "earlier")
    days = said.days("asked_d", stage.days)
    completed = said.count("asked_n", stage.completed_days, "completed day")
    joins = "join" if len(opens) > 1 else "joins"
    text = f"{later} {joins} {days} after the first day of {earlier}, and after {completed} of them"
    return Telling(
        rule="stage",
        about=(routine.id,),
        text=f"{text}; {_so_far(held, stage, opens, said)}.",
        said=said,
        sources=stage.sources or ("article",),
    )


def _so_far(held: Held, stage: Stage, joined_by: tuple[ExerciseId, ...], said: Said) -> str:
    """Say when a stage opened in the plan, or how far it has come at its end."""
    main = (
        session.date
        for id in joined_by
        for session, step in held.steps_of(id)
        if step.purpose is Purpose.MAIN
    )
    joined = min(main, default=None)
    if joined is not None:
        at = open_stage(held, stage, joined)
        since = ", counting what a plan before this one held" if at is None else _counted(at, said)
        return f"in this plan that was done on {day_text(joined)}{since}"
    after = held.plan.start + timedelta(days=len(held.plan.days))
    so_far, opens = stage_of(held, stage, after), opens_on(held, stage)
    if so_far is None:
        return "in this plan no day completes them all"
    if opens is None:
        done = said.count("done_n", so_far.completed, "day")
        return f"in this plan {done} from {day_text(so_far.first)} on are not enough"
    day, at = opens
    if day == after:
        return f"that is on {day_text(day)}, the day after this plan"
    return f"that is on {day_text(day)} at the earliest{_counted(at, said)}"


def _counted(at: StageAt, said: Said) -> str:
    days = said.days("since_d", at.days)
    completed = said.count("done_n", at.completed, "completed day")
    return f", {days} after {day_text(at.first)} and after {completed}"
