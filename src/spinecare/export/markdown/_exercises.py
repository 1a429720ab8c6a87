"""How to do each exercise, what to mind, and where its numbers come from."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.export.markdown._names import Names
from spinecare.export.markdown._provenance import provenance_lines
from spinecare.export.markdown._text import link, plain, sentence
from spinecare.model import (
    Claim,
    Confidence,
    Exercise,
    Plan,
    Source,
)
from spinecare.wording import listed, used_exercises, used_routines, used_sources


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
    yield from provenance_lines(exercise)
    if exercise.confidence is not Confidence.HIGH:
        yield "The article's words leave this one open; this is how they are read here."
    yield from names.claim_lines(exercise.id)


def _need(plan: Plan, id: str, spec: str) -> str:
    named = [term.name for term in plan.catalogue.equipment if term.id == id]
    name = plain(named[0] if named else id.replace("-", " "))
    return f"{name} ({plain(spec)})" if spec else name


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
