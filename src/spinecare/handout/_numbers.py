"""Whose the numbers of an exercise are: the article's, a source's, or the project's own choice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spinecare.model import Amount, Confidence, Default, Exercise, PhaseKind, Span
from spinecare.wording import clean, span_text

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
_OPEN = "The article's words leave this one open; this is how they are read here."
_OWN = re.compile(r"\bD-JUDGE\b(?!-)")
_LINES = re.compile(r"\s*\(lines? \d[\d, ]*\)")  # for those who keep the data, not for a sheet
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


def provenance_lines(exercise: Exercise) -> Iterator[str]:
    """Yield one line for the numbers of the article, one for those it does not give.

    The last says that its words are open to more than one reading, where they are.
    """
    told = [*_article_doses(exercise)]
    told += (_amount(amount) for amount in exercise.amounts if _is_articles(exercise, amount.name))
    if told and exercise.lines:  # a user's own exercise is in no article
        yield f"In the article: {'; '.join(told)}."
    yield from _defaults(exercise)
    if exercise.confidence is not Confidence.HIGH:
        yield _OPEN


def _is_articles(exercise: Exercise, name: str) -> bool:
    """Whether a number is the article's: one that no default marks."""
    return exercise.default(name) is None


def _article_doses(exercise: Exercise) -> Iterator[str]:
    """Say the spans of the dose that the article gives; a plain "once" says nothing."""
    for name, span in _dose_spans(exercise).items():
        is_once = name in ("reps", "sets") and span is not None and span.is_exact and span.low == 1
        if span is not None and not is_once and _is_articles(exercise, name):
            words, unit = _split(name)
            yield f"{words} {_measured(span, unit)}"


def _dose_spans(exercise: Exercise) -> dict[str, Span[float] | Span[int] | None]:
    dose = exercise.dose
    return {
        "reps": dose.reps,
        "sets": dose.sets,
        "hold_s": dose.hold_s,
        "rest_s": dose.rest_s,
        "relax_s": dose.relax_s,
        "mass_kg": dose.mass_kg,
        "amplitude_cm": dose.amplitude_cm,
        "effort_pct": dose.effort_pct,
    }


def _amount(amount: Amount) -> str:
    name, unit = _split(amount.name)
    return f"{clean(name)}{':' if amount.low is None else ''} {_value(amount, unit)}"


def _value(amount: Amount, unit: str) -> str:
    if amount.low is None:
        return clean(amount.text)
    number = _measured(Span(low=amount.low, high=amount.high), unit)
    return f"{number} ({clean(amount.text)})" if amount.text else number


def _defaults(exercise: Exercise) -> Iterator[str]:
    """Say what the article does not give: what sources give, then the project's own choices."""
    by_source: dict[str, list[str]] = {}
    for default in exercise.defaults:
        if default.name not in _NOT_SHOWN:
            source = _LINES.sub("", clean(default.source))
            by_source.setdefault(source, []).append(_default(exercise, default))
    own = by_source.pop("D-JUDGE", [])
    told = [
        f"{', '.join(words)}, from {clean(_OWN.sub('own choice', source.replace(';', ',')))}"
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
        return f"{clean(number)} {clean(note.removeprefix('seconds '))}"
    words = [f"{name}:" if default.text and not number else name, number, default.text]
    words += [f"per {default.per}"] if default.per else []
    text = " ".join(clean(word) for word in words if word)
    return f"{text} ({clean(note)})" if note else text


def _number(exercise: Exercise, default: Default, unit: str) -> str:
    """Return the number of a default from where it stands: dose, amounts or phases."""
    caps = {
        "hold_cap_s": _exactly(exercise.dose.hold_cap_s),
        "reps_cap": _exactly(exercise.dose.reps_cap),
    }
    span = {**_dose_spans(exercise), **caps}.get(default.name)
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
