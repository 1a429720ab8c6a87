"""The words of a step: its sides and its dose."""

from __future__ import annotations

from itertools import groupby

from spinecare.model import (
    Each,
    Exercise,
    Kind,
    Laterality,
    PhaseKind,
    Purpose,
    RepsPer,
    Side,
    Step,
    StepPhase,
)
from spinecare.wording._numbers import duration_text, number_text

_VERBS = {
    PhaseKind.CONTRACT: "tense",
    PhaseKind.HOLD: "hold",
    PhaseKind.STRETCH: "stretch",
    PhaseKind.RELAX: "let go",
}
_MOVING = frozenset({PhaseKind.MOVE, PhaseKind.CONTRACT, PhaseKind.RETURN, PhaseKind.BREATHE})
_EFFORTS = frozenset({PhaseKind.CONTRACT, PhaseKind.MOVE, PhaseKind.HOLD, PhaseKind.STRETCH})
_IN_TURN = {
    Laterality.ALTERNATING: "to each side",
    Laterality.DIAGONAL: "each diagonal",
    Laterality.FOUR_DIRECTIONS: "in each of the four directions",
}
_COUNTS_A_CYCLE = frozenset({"", "cycle", "repetition", "rep", "set"})
_LONG_MOVEMENT_S = 30  # from here on a single movement is told by its length: a walk, a swim
_LONG_HOLD_S = 60


def sides_text(step: Step, exercise: Exercise | None = None) -> str:
    """Return the sides in order: `left, then right`, `starting left`, `either side`.

    Args:
        step: The step.
        exercise: Its exercise, which knows whether the side matters; `None` if it is not at hand.

    Returns:
        A few words; empty where both sides move together or the side does not matter.
    """
    names = [side.value for side in step.sides if side is not Side.BOTH]
    if exercise is not None:
        if exercise.sides is Laterality.EITHER:
            says_which = exercise.start.position.is_lying and step.purpose is not Purpose.WAY_UP
            return "either side" if says_which else ""
        if Kind.AEROBIC in exercise.kinds:
            return ""
    if len(names) > 1 and not step.one_side_after_other:
        return f"starting {names[0]}"
    return ", then ".join(names) if len(names) != 1 else f"{names[0]} side"


def dose_parts(step: Step, exercise: Exercise | None = None) -> tuple[str, ...]:
    """Return the dose of a step in parts, each a few words, in the order they are read.

    Args:
        step: The step, its numbers resolved.
        exercise: Its exercise, which knows what a repetition counts; `None` if it is not at hand.
            The first part may hold words of it.

    Returns:
        Parts such as `2 × 10 each side`, `hold 15 s`, `let go 5 s after each`,
        `rest 1 min between sets`; no part for what there is none of.
    """
    parts = (_count(step, exercise), *_timing(step, exercise), _mass(step), _rest(step))
    return tuple(part for part in parts if part)


def _count(step: Step, exercise: Exercise | None) -> str:
    counted = _counted(step, exercise)
    if step.sets > 1 and step.reps > 1:
        number = f"{step.sets} × {step.reps}"
    elif step.sets * step.reps > 1:
        number = f"{step.sets * step.reps} times"
    elif counted and not step.one_side_after_other:
        number = "once"
    else:  # one side after the other is told by the sides themselves
        return ""
    return f"{number} {counted}" if counted else number


def _counted(step: Step, exercise: Exercise | None) -> str:
    """Say what the repetitions count; nothing where one is simply one."""
    default = exercise.default("reps") if exercise is not None else None
    per = default.per if default is not None else ""
    if step.reps_per is RepsPer.TOTAL:
        return "in all, from side to side"
    if per not in _COUNTS_A_CYCLE:
        return f"each {per}"
    if step.one_side_after_other:
        return "each side"
    if step.reps_per is RepsPer.SIDE:
        return "each way" if Side.BOTH in step.sides else "each side"
    if exercise is None or Kind.AEROBIC in exercise.kinds:
        return ""
    return _IN_TURN.get(exercise.sides, "")


def _timing(step: Step, exercise: Exercise | None) -> tuple[str, ...]:
    """Say holds, movements and relaxation with their seconds."""
    timed = [phase for phase in step.phases if phase.total_s > 0]
    if not timed:
        return (_held([step.hold_s]),) if step.hold_s else ()
    if all(phase.kind is PhaseKind.RELAX for phase in timed):
        return (f"rest {duration_text(sum(phase.total_s for phase in timed))}",)
    in_rep = [phase for phase in timed if phase.each is Each.REP]
    if {PhaseKind.CONTRACT, PhaseKind.STRETCH} <= {phase.kind for phase in in_rep}:
        later = [phase for phase in timed if phase.each is not Each.REP]
        return (_one_after_other(in_rep), *_relaxation(step, exercise, later))
    return (*_effort(step, exercise, timed), *_relaxation(step, exercise, timed))


def _one_after_other(phases: list[StepPhase]) -> str:
    """Say contraction, relaxation and stretch one after the other: the order is the method."""
    told = [(_VERBS[phase.kind], phase.seconds) for phase in phases if phase.kind in _VERBS]
    return ", ".join(f"{verb} {duration_text(seconds)}" for verb, seconds in told)


def _effort(step: Step, exercise: Exercise | None, timed: list[StepPhase]) -> tuple[str, ...]:
    """Say the hold, or where there is none how long a movement takes."""
    still = [p.seconds for p in timed if p.kind in (PhaseKind.HOLD, PhaseKind.STRETCH)]
    if not still and step.hold_s:
        still = [step.hold_s]
    if still:
        return (_held(still),)
    moves = [p for p in timed if p.kind in _MOVING and p.each is Each.REP]
    seconds = sum(phase.total_s for phase in moves)
    if not moves:
        return ()
    if step.sets * step.cycles == 1:
        long = seconds >= _LONG_MOVEMENT_S
        return (f"for {duration_text(seconds)}",) if long else ()
    if len(moves) == 1 and not _is_round(step, exercise, moves[0]):
        return (f"{duration_text(moves[0].seconds)} each",)
    if step.reps_per is RepsPer.TOTAL:
        return (f"{duration_text(seconds * step.cycles / step.reps)} each",)
    takes_turns = exercise is not None and exercise.sides in _IN_TURN
    return (f"{duration_text(seconds)} {'a round' if takes_turns else 'each'}",)


def _is_round(step: Step, exercise: Exercise | None, move: StepPhase) -> bool:
    """Whether one movement goes to both sides, so that its seconds are those of a round."""
    in_turn = exercise is not None and exercise.sides in _IN_TURN
    return in_turn and move.times == 1 and step.reps_per is RepsPer.CYCLE


def _relaxation(step: Step, exercise: Exercise | None, timed: list[StepPhase]) -> tuple[str, ...]:
    """Say each relaxation once, with how often it comes."""
    texts: list[str] = []
    for each in (Each.REP, Each.SET, Each.STEP):
        seconds = _let_go([phase for phase in timed if phase.each is each])
        if seconds:
            after = _after(step, exercise, each, times=len(seconds))
            texts.append(f"let go {_then(seconds)}{after}")
    return tuple(texts)


def _let_go(phases: list[StepPhase]) -> list[float]:
    """Return the seconds of each relaxation; without an effort between them two are one."""
    seconds: list[float] = []
    is_new = True
    for phase in phases:
        if phase.kind is not PhaseKind.RELAX:
            is_new = is_new or phase.kind in _EFFORTS
        elif phase.seconds > 0:
            if is_new:
                seconds.append(phase.seconds)
            else:
                seconds[-1] += phase.seconds
            is_new = False
    return seconds


def _after(step: Step, exercise: Exercise | None, each: Each, *, times: int) -> str:
    """Say after what a relaxation comes that happens so often."""
    sides = len(step.sides) if step.one_side_after_other else 1
    if each is Each.REP:
        if step.sets * step.cycles * sides == times == 1:
            return ""
        takes_turns = exercise is not None and exercise.sides in _IN_TURN
        a_round = takes_turns and times == 1 and step.reps_per is not RepsPer.TOTAL
        return " after each round" if a_round else " after each"
    if each is Each.SET and step.sets > 1:
        return " after each set"
    if each is Each.SET and sides > 1:
        return " after each side"
    return " at the end"


def _held(seconds: list[float]) -> str:
    """Say a hold; one as long as a rest is stayed in."""
    return f"{'stay' if max(seconds) >= _LONG_HOLD_S else 'hold'} {_then(seconds)}"


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
