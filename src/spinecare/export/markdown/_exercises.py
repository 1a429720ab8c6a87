"""How to do each exercise, what to mind, and where its numbers come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spinecare.export.markdown._names import Names
from spinecare.export.markdown._text import clean, link, plain, sentence
from spinecare.model import (
    Amount,
    Claim,
    Confidence,
    Default,
    Exercise,
    PhaseKind,
    Plan,
    Source,
    Span,
)
from spinecare.wording import listed, span_text, used_exercises, used_routines, used_sources

_UNITS = {
    "s": "s",
    "min": "min",
    "h": "h",
    "days": "days",
    "weeks": "weeks",
    "kg": "kg",
    "cm": "cm",
    "deg": "°",
    "pct": "%",
    "c": "°C",
}
_NAMES = {
    "reps": "repetitions",
    "rest_s": "rest between sets",
    "relax_s": "relaxation",
    "cycle_s": "one movement",
    "mass_kg": "load in each hand",
    "hold_cap_s": "longest hold",
    "reps_cap": "most repetitions",
    "load": "load",
}
_OWN = re.compile(r"\bD-JUDGE\b(?!-)")
_NOT_SHOWN = frozenset({"first"})  # which side starts stands with each step
_PHASES_OF = {
    "cycle": PhaseKind.MOVE,
    "floor": PhaseKind.MOVE,
    "search": PhaseKind.MOVE,
    "breath": PhaseKind.BREATHE,
    "exhale": PhaseKind.BREATHE,
    "curl_hold": PhaseKind.STRETCH,
    **{kind.value: kind for kind in PhaseKind},
}


def exercise_section(plan: Plan, names: Names) -> Iterator[str]:
    """Yield each exercise of the plan once, in the order a reader meets them."""
    exercises = used_exercises(plan)
    if not exercises:
        return
    yield "## How to do each exercise"
    for exercise in exercises:
        yield f"### {plain(exercise.name)}"
        yield sentence(exercise.instruction)
        lines = [f"- {line}" for line in _lines(exercise, plan, names)]
        if lines:
            yield "\n".join(lines)


def _lines(exercise: Exercise, plan: Plan, names: Names) -> Iterator[str]:
    needs = [_need(plan, need.id, need.spec) for need in exercise.equipment if not need.is_optional]
    if needs:
        yield f"You need: {listed(needs)}."
    if exercise.breath:
        yield f"Breath: {sentence(exercise.breath)}"
    if exercise.tempo:
        yield f"Tempo: {sentence(exercise.tempo)}"
    if exercise.safety:
        yield f"Mind (the article): {sentence('; '.join(note.text for note in exercise.safety))}"
    for note in exercise.cautions:
        yield f"Mind: {sentence(note.text)}"
    amounts = [a for a in exercise.amounts if exercise.default(a.name) is None]
    if amounts:
        yield f"In the article: {'; '.join(_amount(amount) for amount in amounts)}."
    yield from _defaults(exercise)
    if exercise.confidence is not Confidence.HIGH:
        yield "The article's words leave this one open; this is how they are read here."
    yield from names.claim_lines(exercise.id)


def _need(plan: Plan, id: str, spec: str) -> str:
    named = [term.name for term in plan.catalogue.equipment if term.id == id]
    name = plain(named[0] if named else id.replace("-", " "))
    return f"{name} ({plain(spec)})" if spec else name


def _amount(amount: Amount) -> str:
    name, unit = _split(amount.name)
    return f"{plain(name)}{':' if amount.low is None else ''} {_value(amount, unit)}"


def _value(amount: Amount, unit: str) -> str:
    if amount.low is None:
        return plain(amount.text)
    number = _measured(Span(low=amount.low, high=amount.high), unit)
    return f"{number} ({plain(amount.text)})" if amount.text else number


def _defaults(exercise: Exercise) -> Iterator[str]:
    """Say what the article does not give: what sources give, then the project's own choices."""
    by_source: dict[str, list[str]] = {}
    for default in exercise.defaults:
        if default.name not in _NOT_SHOWN:
            by_source.setdefault(clean(default.source), []).append(_default(exercise, default))
    own = by_source.pop("D-JUDGE", [])
    told = [
        f"{', '.join(words)}, from {plain(_OWN.sub('own choice', source.replace(';', ',')))}"
        for source, words in by_source.items()
    ]
    sentences = [f"Not in the article: {'; '.join(told)}."] if told else []
    if own:
        head = (
            "This project's own choice" if told else "Not in the article, this project's own choice"
        )
        sentences.append(f"{head}: {'; '.join(own)}.")
    if sentences:
        yield " ".join(sentences)


def _default(exercise: Exercise, default: Default) -> str:
    """Return a default in words: `hold 15–30 s`, `2 s per circle`, `form: sitting loosely`."""
    name, unit = _split(default.name)
    number = _number(exercise, default, unit)
    note = clean(default.note)
    if number and note.startswith("seconds "):
        return f"{plain(number)} {plain(note.removeprefix('seconds '))}"
    words = [f"{name}:" if default.text and not number else name, number, default.text]
    words += [f"per {default.per}"] if default.per else []
    text = " ".join(plain(word) for word in words if word)
    return f"{text} ({plain(note)})" if note else text


def _number(exercise: Exercise, default: Default, unit: str) -> str:
    """Return the number of a default from where it stands: dose, amounts or phases."""
    dose = exercise.dose
    span: Span[float] | Span[int] | None = {
        "hold_s": dose.hold_s,
        "reps": dose.reps,
        "sets": dose.sets,
        "rest_s": dose.rest_s,
        "relax_s": dose.relax_s,
        "mass_kg": dose.mass_kg,
        "amplitude_cm": dose.amplitude_cm,
        "effort_pct": dose.effort_pct,
        "hold_cap_s": _exactly(dose.hold_cap_s),
        "reps_cap": _exactly(dose.reps_cap),
    }.get(default.name)
    if span is None and (amount := exercise.amount(default.name)) is not None:
        return "" if amount.low is None else _value(amount, unit)
    if span is None and default.name.endswith("_s"):
        kind = _PHASES_OF.get(default.name.removesuffix("_s"))
        spans = [p.seconds for p in exercise.phases if p.kind is kind and p.seconds is not None]
        span = spans[0] if spans else None
    return "" if span is None else _measured(span, unit)


def _measured(span: Span[float] | Span[int], unit: str) -> str:
    """Return a span with its unit; a degree sign stands close."""
    return f"{span_text(span)}°" if unit == "°" else span_text(span, unit)


def _exactly(number: float | None) -> Span[float] | None:
    return None if number is None else Span(low=float(number), high=float(number))


def _split(name: str) -> tuple[str, str]:
    """Return the words of a field's name, and its unit."""
    stem, _, end = name.rpartition("_")
    unit = _UNITS.get(end, "") if stem else ""
    words = (stem if unit else name).removesuffix("_is").replace("_", " ")
    return _NAMES.get(name, words), unit


def source_section(plan: Plan) -> Iterator[str]:
    """Yield the sources that the sheet names."""
    exercises = used_exercises(plan)
    sources = used_sources(plan, exercises, _claims(plan, exercises))
    if sources:
        yield "## Sources"
        yield "\n".join(_source(source) for source in sources)


def _claims(plan: Plan, exercises: tuple[Exercise, ...]) -> tuple[Claim, ...]:
    """Return the claims that the sheet shows."""
    shown: set[str] = {exercise.id for exercise in exercises}
    shown.update(routine.id for routine in used_routines(plan))
    shown.update(id for week in plan.weeks for id in week.advice)
    return tuple(claim for claim in plan.catalogue.claims if not shown.isdisjoint(claim.about))


def _source(source: Source) -> str:
    text = f"- **{plain(source.id)}**: {sentence(source.title)}"
    if source.url:
        text += f" {link(source.url)}"
    return text if source.checked else f"{text} (not read)"
