"""The words of a step: its sides and its dose."""

from __future__ import annotations

from itertools import groupby

from spinecare.model import (
    Each,
    Exercise,
    Laterality,
    PhaseKind,
    RepsPer,
    Side,
    Step,
    StepPhase,
)
from spinecare.wording._numbers import duration_text, number_text

_HELD = {PhaseKind.HOLD: "hold", PhaseKind.STRETCH: "stretch", PhaseKind.CONTRACT: "tense"}
_MOVING = frozenset({PhaseKind.MOVE, PhaseKind.CONTRACT, PhaseKind.RETURN, PhaseKind.BREATHE})
_COUNTS_A_CYCLE = frozenset({"", "cycle", "repetition", "rep", "set"})
_LONG_MOVEMENT_S = 30  # from here on one repetition is told by its length: a walk, a swim


def sides_text(step: Step) -> str:
    """Return the sides in order: `left, then right`, `starting left`; empty for both together."""
    names = [side.value for side in step.sides if side is not Side.BOTH]
    if len(names) > 1 and not step.one_side_after_other:
        return f"starting {names[0]}"
    return ", then ".join(names) if len(names) != 1 else f"on the {names[0]}"


def dose_parts(step: Step, exercise: Exercise | None) -> tuple[str, ...]:
    """Return the dose of a step in parts, each a few words, in the order they are read.

    Args:
        step: The step, its numbers resolved.
        exercise: Its exercise, which knows what a repetition counts; `None` if it is not at hand.
            The first part may hold words of it.

    Returns:
        Parts such as `2 × 10 each side`, `hold 15 s`, `let go 5 s after each`,
        `rest 1 min between sets`; no part for what there is none of.
    """
    parts = (_count(step, exercise), *_timing(step), _mass(step), _rest(step))
    return tuple(part for part in parts if part)


def _count(step: Step, exercise: Exercise | None) -> str:
    counted = _counted(step, exercise)
    if step.sets > 1 and step.reps > 1:
        number = f"{step.sets} × {step.reps}"
    elif step.sets * step.reps > 1:
        number = f"{step.sets * step.reps} times"
    else:
        number = "once" if counted else ""
    return f"{number} {counted}" if counted else number


def _counted(step: Step, exercise: Exercise | None) -> str:
    """Say what the repetitions count; nothing where one is simply one."""
    default = exercise.default("reps") if exercise is not None else None
    laterality = exercise.sides if exercise is not None else None
    if step.reps_per is RepsPer.TOTAL:
        return "in all, from side to side"
    if step.reps_per is RepsPer.SIDE:
        per = default.per if default is not None else ""
        if per not in _COUNTS_A_CYCLE:
            return f"for each {per}"
        return "each way" if Side.BOTH in step.sides else "each side"
    if step.one_side_after_other:
        return "each side"
    if laterality is Laterality.FOUR_DIRECTIONS:
        return "in each of the four directions"
    if laterality is Laterality.DIAGONAL:
        return "on each diagonal"
    return "to each side" if laterality is Laterality.ALTERNATING and len(step.sides) > 1 else ""


def _timing(step: Step) -> tuple[str, ...]:
    """Say holds, movements and relaxation with their seconds."""
    timed = [phase for phase in step.phases if phase.total_s > 0]
    if not timed:
        return (f"hold {duration_text(step.hold_s)}",) if step.hold_s else ()
    if all(phase.kind is PhaseKind.RELAX for phase in timed):
        return (f"rest {duration_text(sum(phase.total_s for phase in timed))}",)
    in_rep = [phase for phase in timed if phase.each is Each.REP]
    kinds = {phase.kind for phase in in_rep}
    if {PhaseKind.CONTRACT, PhaseKind.STRETCH} <= kinds:
        return (_in_turn(in_rep), *_relaxation(step, [p for p in timed if p not in in_rep]))
    return (*_hold(step, timed), *_relaxation(step, timed))


def _in_turn(phases: list[StepPhase]) -> str:
    """Say contract, relax and stretch one after the other: the order is the method."""
    verbs = {**_HELD, PhaseKind.RELAX: "let go"}
    told = [(verbs[phase.kind], phase.seconds) for phase in phases if phase.kind in verbs]
    return ", ".join(f"{verb} {duration_text(seconds)}" for verb, seconds in told)


def _hold(step: Step, timed: list[StepPhase]) -> tuple[str, ...]:
    still = [p.seconds for p in timed if p.kind in (PhaseKind.HOLD, PhaseKind.STRETCH)]
    if not still and step.hold_s:
        still = [step.hold_s]
    if still:
        return (f"hold {_then(still)}",)
    moves = [p for p in timed if p.kind in _MOVING and p.each is Each.REP]
    if not moves:
        return ()
    once = step.sets * step.cycles == 1 and len(moves) == 1
    if once:
        long = moves[0].seconds >= _LONG_MOVEMENT_S
        return (f"for {duration_text(moves[0].total_s)}",) if long else ()
    if step.reps_per is RepsPer.SIDE and len(moves) == 1:
        return (f"{duration_text(moves[0].seconds)} each",)
    seconds = sum(phase.total_s for phase in moves) * step.cycles / step.reps
    many = step.reps_per is RepsPer.SIDE
    return (f"{duration_text(seconds)} {'a round' if many else 'each'}",)


def _relaxation(step: Step, timed: list[StepPhase]) -> tuple[str, ...]:
    """Say each relaxation once, with how often it comes."""
    after = {
        Each.REP: "after each" if step.sets * step.cycles > 1 else "after it",
        Each.SET: "after each set" if step.sets > 1 else "at the end",
        Each.STEP: "at the end",
    }
    if step.one_side_after_other and step.sets == 1:
        after[Each.SET] = "after each side"
    texts: list[str] = []
    for each in (Each.REP, Each.SET, Each.STEP):
        seconds = [p.seconds for p in timed if p.kind is PhaseKind.RELAX and p.each is each]
        seconds = [number for number in seconds if number > 0]
        if seconds:
            texts.append(f"let go {_then(seconds)} {after[each]}")
    return tuple(texts)


def _then(seconds: list[float]) -> str:
    """Join times, those that repeat said once: `10 s, then 3 s`."""
    return ", then ".join(duration_text(number) for number, _ in groupby(seconds))


def _mass(step: Step) -> str:
    if step.mass_kg is None:
        return ""
    return f"{number_text(step.mass_kg)} kg in each hand" if step.mass_kg else "without weight yet"


def _rest(step: Step) -> str:
    if step.sets == 1 or not step.rest_s:
        return ""
    return f"rest {duration_text(step.rest_s)} between {'sets' if step.reps > 1 else 'them'}"
