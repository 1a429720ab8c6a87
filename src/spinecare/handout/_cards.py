"""A card for each exercise: how to do it, what to mind, how much, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.handout._card_values import (
    HandoutCard,
    HandoutDose,
    HandoutMind,
    HandoutTicks,
)
from spinecare.handout._numbers import provenance_lines
from spinecare.handout._sheets import dose_and_length, side_to_draw
from spinecare.handout._titles import claims
from spinecare.handout._uses import Uses, uses_of
from spinecare.model import Exercise, Laterality, Plan, Side, Step
from spinecare.wording import (
    WeekOutline,
    sentence,
    shown,
    sides_text,
    used_exercises,
)


def cards(plan: Plan, outlines: tuple[WeekOutline, ...]) -> Iterator[HandoutCard]:
    """Yield the cards in the order a reader meets the exercises."""
    uses = uses_of(plan, outlines)
    for number, exercise in enumerate(used_exercises(plan), start=1):
        yield _card(plan, number, exercise, uses[exercise.id])


def _card(plan: Plan, number: int, exercise: Exercise, uses: Uses) -> HandoutCard:
    return HandoutCard(
        number=number,
        id=exercise.id,
        side=next(filter(None, (side_to_draw(step) for _, step in uses.steps)), ""),
        name=shown(exercise.name),
        gentle=tuple(_gentle(uses)),
        instruction=sentence(exercise.instruction),
        needs=tuple(
            _need(plan, need.id, need.spec) for need in exercise.equipment if not need.is_optional
        ),
        breath=sentence(exercise.breath) if exercise.breath else "",
        tempo=sentence(exercise.tempo) if exercise.tempo else "",
        minds=tuple(_minds(exercise)),
        numbers=tuple(provenance_lines(exercise)),
        claims=claims(plan, exercise.id),
        doses=tuple(_doses(exercise, uses)),
        others=tuple(dict.fromkeys(uses.others)),
        ticks=tuple(
            HandoutTicks(week=week, days=tuple(map(tuple, days)))
            for week, days in uses.ticks.items()
        ),
    )


def _need(plan: Plan, id: str, spec: str) -> str:
    named = [term.name for term in plan.catalogue.equipment if term.id == id]
    name = shown(named[0] if named else id.replace("-", " "))
    return f"{name} ({shown(spec)})" if spec else name


def _gentle(uses: Uses) -> Iterator[str]:
    """Yield what the gentle form asks for, each once."""
    steps = (step for _, step in uses.steps if step.is_reduced)
    yield from dict.fromkeys(sentence(note) for step in steps for note in step.notes)


def _minds(exercise: Exercise) -> Iterator[HandoutMind]:
    if exercise.safety:
        text = "; ".join(note.text for note in exercise.safety)
        yield HandoutMind(text=sentence(text), is_articles=True)
    for note in exercise.cautions:
        yield HandoutMind(text=sentence(note.text), is_articles=False)


def _doses(exercise: Exercise, uses: Uses) -> Iterator[HandoutDose]:
    """Yield each dose once, with all the places that have it."""
    places: dict[tuple[str, tuple[str, ...], str, bool], list[str]] = {}
    for place, step in uses.steps:
        dose, length = dose_and_length(step, exercise)
        key = (_both_sides(step, exercise), dose, length, step.is_reduced)
        places.setdefault(key, []).append(place)
    for (sides, dose, length, is_gentle), found in places.items():
        yield HandoutDose(
            places=tuple(found), sides=sides, dose=dose, length=length, is_gentle=is_gentle
        )


def _both_sides(step: Step, exercise: Exercise) -> str:
    """Say how the sides take part, whichever begins."""
    text = sides_text(step, exercise)
    is_one_or_none = len([side for side in step.sides if side is not Side.BOTH]) < 2
    if not text or is_one_or_none or exercise.sides is Laterality.EITHER:
        return text
    return "one side, then the other" if step.one_side_after_other else "both sides in turn"
