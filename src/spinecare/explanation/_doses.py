"""Why a dose is what it is: each number against the span of the catalogue, and its growth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spinecare.explanation._rules import sources_of
from spinecare.explanation._saying import SINCE, Said, Telling
from spinecare.model import (
    Exercise,
    Phase,
    PhaseKind,
    Purpose,
    RepsPer,
    Session,
    Span,
    Step,
    StepPhase,
)
from spinecare.planning.dosing import DAYS_PER_RUNG, SESSIONS_PER_RUNG

_VERBS = {
    PhaseKind.CONTRACT: "tense",
    PhaseKind.HOLD: "hold",
    PhaseKind.STRETCH: "stretch",
    PhaseKind.RELAX: "let go",
    PhaseKind.MOVE: "move",
    PhaseKind.BREATHE: "breathe",
    PhaseKind.SETUP: "get ready",
    PhaseKind.RETURN: "come back",
}
_TIMED = frozenset({PhaseKind.CONTRACT, PhaseKind.HOLD, PhaseKind.STRETCH, PhaseKind.RELAX})
_KEY = re.compile(r"[A-Z][A-Z0-9]*-[A-Z0-9-]+")
_MINUTE_S = 60
_Grown = tuple[float, ...]


def doses(entry: Exercise, steps: tuple[tuple[Session, Step], ...]) -> Iterator[Telling]:
    """Yield the dose of an exercise wherever it stands: numbers, spans, the reduced form, growth.

    Args:
        entry: The exercise.
        steps: Its steps of one purpose, with their sessions, in order.
    """
    for session, step in steps:
        said = Said()
        yield Telling(
            rule="condition-caution" if step.is_reduced else "dose-range",
            about=(entry.id,),
            at=session,
            text=f"{'; '.join(_numbers(entry, step, said))}.",
            said=said,
            sources=_sources(entry),
        )
    if any(_is_low(entry, step) for _, step in steps):
        yield Telling(
            rule="dose-range",
            about=(entry.id,),
            text="Every dose begins at the low end of what the catalogue gives.",
            sources=("D-JUDGE",),
        )
    yield from reduced(entry, steps)
    yield from growth(entry, steps)


def _is_low(entry: Exercise, step: Step) -> bool:
    """Whether a number that could be higher is at its low end."""
    numbers = [(entry.dose.sets, step.sets), (entry.dose.reps, step.reps)]
    return not step.is_reduced and any(
        value == span.low and not span.is_exact for span, value in numbers
    )


def reduced(
    entry: Exercise, steps: tuple[tuple[Session, Step], ...], name: str = ""
) -> Iterator[Telling]:
    """Yield the reduced form of an exercise wherever it stands in it, with a name before it."""
    for session, step in steps:
        if step.is_reduced and step.notes:
            yield Telling(
                rule="condition-caution",
                about=(entry.id,),
                at=session,
                text=f"{name}{': ' if name else ''}in the gentle form: {'; '.join(step.notes)}.",
                sources=sources_of("condition-caution"),
            )


def _sources(entry: Exercise) -> tuple[str, ...]:
    """Return whose numbers they are: keys of the defaults, else the lines of the article."""
    named = (default for default in entry.defaults if default.name in _NUMBERS)
    keys = dict.fromkeys(key for default in named for key in _KEY.findall(default.source))
    if keys:
        return tuple(keys)
    lines = f", line {entry.lines[0]}" if entry.lines else ""
    return (f"article{lines}",)


_NUMBERS = frozenset({"reps", "sets", "hold_s", "rest_s", "relax_s", "duration_min"})


def _numbers(entry: Exercise, step: Step, said: Said) -> Iterator[str]:
    """Yield each number of a step with its span."""
    dose = entry.dose
    sets = Span(low=float(dose.sets.low), high=_or_none(dose.sets.high))
    if step.sets > 1 or not sets.is_exact:
        text = said.count("sets_n", step.sets, "set")
        yield text + _against("sets_n", step.sets, sets, None, said)
    reps = Span(low=float(dose.reps.low), high=_or_none(dose.reps.high))
    if step.reps > 1 or not reps.is_exact:
        text = said.count("reps_n", step.reps, "repetition") + _counted(entry, step)
        yield text + _against("reps_n", step.reps, reps, dose.reps_cap, said)
    told: set[tuple[object, ...]] = set()
    for index, (phase, done) in enumerate(zip(entry.phases, step.phases, strict=False)):
        key = phase.kind, phase.seconds, done.seconds
        if phase.seconds is not None and _is_worth_telling(phase) and key not in told:
            told.add(key)
            yield _phase(phase, done, f"phase{index}", dose.hold_cap_s, step.is_reduced, said)
    if step.mass_kg is not None and dose.mass_kg is not None:
        yield _mass(step.mass_kg, dose.mass_kg, said)
    if step.sets > 1 and dose.rest_s is not None:
        text = f"rest {said.seconds('rest_s', step.rest_s)} between sets"
        yield text + _against("rest_s", step.rest_s, dose.rest_s, None, said)


def _or_none(value: int | None) -> float | None:
    return None if value is None else float(value)


def _is_worth_telling(phase: Phase) -> bool:
    """Whether the seconds of a phase are a dose, not the tempo of a movement."""
    return phase.kind in _TIMED or (phase.seconds is not None and not phase.seconds.is_exact)


def _counted(entry: Exercise, step: Step) -> str:
    """Say what repetitions count, where one is not simply one."""
    default = entry.default("reps")
    per = "" if default is None else default.per
    if step.reps_per is RepsPer.TOTAL:
        return " in all, from side to side"
    if step.reps_per is RepsPer.SIDE:
        return f" in each {per}" if per not in ("", "side") else " on each side"
    return f" of each {per}" if per not in ("", "cycle", "repetition", "set") else ""


def _phase(
    phase: Phase, done: StepPhase, name: str, cap: float | None, is_reduced: bool, said: Said
) -> str:
    span = phase.seconds
    verb = _VERBS[phase.kind]
    if span is None or (done.seconds == 0 and span.low > 0):
        return f"without this, which the gentle form leaves out: {phase.cue}"
    text = f"{verb} {said.seconds(f'{name}_s', done.seconds)}"
    if is_reduced and done.seconds < span.low:
        top = span.low if span.high is None else span.high
        return f"{text} instead of {said.span(f'{name}_s', span.low, top)} s: the gentle form"
    high = span.high if span.high is not None else cap
    if high is not None and done.seconds > high:
        limit = said.seconds(f"{name}_high_s", high)
        return f"{text}, longer than {limit} to answer the effort"
    return text + _against(f"{name}_s", done.seconds, span, cap, said)


def _mass(mass_kg: float, span: Span[float], said: Said) -> str:
    if mass_kg == 0:
        return "no weight yet, as the gentle form asks"
    text = f"{said.plain('mass_kg', mass_kg)} kg in each hand"
    return text + _against("mass_kg", mass_kg, span, None, said)


def _against(name: str, value: float, span: Span[float], cap: float | None, said: Said) -> str:
    """Say where in its span a number stands: ` (the low end of 8-12)`, with an en dash."""
    unit = {"s": " s", "kg": " kg"}.get(name.rpartition("_")[2], "")
    if span.is_exact:
        return " (fixed)"
    stem, _, end = name.rpartition("_")
    if end == "s" and (span.high or span.low) >= _MINUTE_S:
        return _against_long(stem, value, span, said)
    low = said.plain(f"{stem}_low_{end}", span.low)
    if span.high is None:
        to = "" if cap is None else f", planned up to {said.plain(f'{stem}_high_{end}', cap)}{unit}"
        return f" (at least {low}{unit}{to})"
    high = said.plain(f"{stem}_high_{end}", span.high)
    return f" ({_end_of(value, span)}{low}–{high}{unit})"


def _end_of(value: float, span: Span[float]) -> str:
    ends = {span.low: "the low end of ", span.high: "the high end of "}
    return ends.get(value, "of ")


def _against_long(stem: str, value: float, span: Span[float], said: Said) -> str:
    """Say the same of times of a minute or more: ` (the low end of 1 min to 5 min)`."""
    low = said.seconds(f"{stem}_low_s", span.low)
    if span.high is None:
        return f" (at least {low})"
    high = said.seconds(f"{stem}_high_s", span.high)
    return f" ({_end_of(value, span)}{low} to {high})"


def growth(
    entry: Exercise, steps: tuple[tuple[Session, Step], ...], name: str = ""
) -> Iterator[Telling]:
    """Yield each growth of a dose: from when, and how long the dose before had lasted."""
    since: Session | None = None
    sessions: dict[str, None] = {}
    before: Step | None = None
    for session, step in steps:
        if before is not None and since is not None and _size(step) != _size(before):
            if _has_grown(before, step):
                said = Said()
                words = " and ".join(_grown(before, step, said))
                days = said.days("dose_d", (session.date - since.date).days)
                times = said.count("dose_n", len(sessions), "session")
                least = said.plain("least_d", DAYS_PER_RUNG)
                fewest = said.plain("least_n", SESSIONS_PER_RUNG)
                yield Telling(
                    rule="dose-range",
                    about=(entry.id,),
                    at=session,
                    since=since.date,
                    text=f"{name}{': ' if name else ''}grown: {words}, {days} and {times} after "
                    f"the dose before began on {SINCE}; at least {least} days and {fewest} "
                    "sessions are asked.",
                    said=said,
                    sources=("evidence.md §4, R6", "D-JUDGE"),
                )
            since, sessions = session, {}
        since = since or session
        sessions[session.id] = None
        before = step


def _size(step: Step) -> _Grown:
    return (step.sets, step.reps, *(p.seconds for p in step.phases if p.kind in _TIMED))


def _has_grown(before: Step, step: Step) -> bool:
    pairs = list(zip(_size(before), _size(step), strict=False))
    return all(new >= old for old, new in pairs) and step.purpose is Purpose.MAIN


def _grown(before: Step, step: Step, said: Said) -> Iterator[str]:
    """Yield what has grown: `9 repetitions instead of 8`."""
    for name, one, old, new in (
        ("sets", "set", before.sets, step.sets),
        ("reps", "repetition", before.reps, step.reps),
    ):
        if new > old:
            text = said.count(f"new_{name}_n", new, one)
            yield f"{text} instead of {said.plain(f'old_{name}_n', old)}"
    seen: set[tuple[str, float, float]] = set()
    for index, (old_phase, new_phase) in enumerate(zip(before.phases, step.phases, strict=False)):
        old_s, new_s = old_phase.seconds, new_phase.seconds
        verb = _VERBS[new_phase.kind]
        if new_phase.kind in _TIMED and new_s > old_s and (verb, old_s, new_s) not in seen:
            seen.add((verb, old_s, new_s))
            text = said.seconds(f"new_phase{index}_s", new_s)
            yield f"{verb} {text} instead of {said.seconds(f'old_phase{index}_s', old_s)}"
