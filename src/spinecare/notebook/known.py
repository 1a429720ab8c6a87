"""Exercises, routines and whole catalogues."""

from __future__ import annotations

from spinecare.model import Catalogue, Exercise, Laterality, Record, Routine, Stage
from spinecare.notebook.names import figure_of, term, title
from spinecare.notebook.showing import Cell, Showing, Table, row
from spinecare.wording import number_text, span_text

_RECORD_WORDS = {
    Record.EXERCISE: "exercises",
    Record.VARIANT: "variants",
    Record.PROTOCOL: "protocols",
    Record.TRANSITION: "transitions",
    Record.REST: "resting poses",
}
_SIDE_WORDS = {
    Laterality.BOTH_TOGETHER: "both together",
    Laterality.LEFT_RIGHT: "one after the other",
    Laterality.ALTERNATING: "in turn",
    Laterality.DIAGONAL: "crosswise, in turn",
    Laterality.FOUR_DIRECTIONS: "forward, back and to both sides",
    Laterality.EITHER: "either",
}


def exercise_showing(exercise: Exercise, *, with_picture: bool) -> Showing:
    """Return what is shown of an exercise: its picture, its instruction, its facts."""
    facts = {
        "Kind": ", ".join(kind.value.replace("-", " ") for kind in exercise.kinds),
        "For": ", ".join(map(term, exercise.regions)),
        "Sides": _SIDE_WORDS[exercise.sides],
        "Dose": _dose(exercise),
        "Needs": ", ".join(term(need.id) for need in exercise.equipment if not need.is_optional),
        "Breath": exercise.breath,
        "Mind": "\n".join(note.text for note in exercise.safety),
        "Caution": "\n".join(note.text for note in exercise.cautions),
    }
    return Showing(
        title=exercise.name,
        id=exercise.id,
        lines=(exercise.instruction,),
        figure=figure_of(exercise) if with_picture else None,
        tables=(
            Table(
                about="Facts of the exercise",
                head=("What", "In the catalogue"),
                rows=tuple(row(name, text) for name, text in facts.items() if text),
            ),
        ),
    )


def _dose(exercise: Exercise) -> str:
    """Return the spans of the catalogue; a plan has single numbers."""
    dose = exercise.dose
    spans = (
        ("hold", dose.hold_s, "s"),
        ("reps", dose.reps, ""),
        ("sets", dose.sets, ""),
        ("rest", dose.rest_s, "s"),
    )
    return " · ".join(
        f"{name} {span_text(span, unit)}" for name, span, unit in spans if span is not None
    )


def routine_showing(routine: Routine) -> Showing:
    """Return what is shown of a routine: its exercises in order, with their stages."""
    stages = {id: stage for stage in routine.stages for id in stage.opens}
    rows = tuple(
        (Cell(str(number)), Cell(title(id)), Cell(id, is_id=True), Cell(_joins(stages.get(id))))
        for number, id in enumerate(routine.entries, 1)
    )
    table = Table(
        about="The exercises of the routine", head=("№", "Exercise", "Id", "Joins"), rows=rows
    )
    return Showing(
        title=routine.name,
        id=routine.id,
        lines=(routine.summary, f"How often: {_how_often(routine)}."),
        tables=(table,) if rows else (),
    )


def _joins(stage: Stage | None) -> str:
    return f"after {number_text(stage.days)} days" if stage else "at once"


def _how_often(routine: Routine) -> str:
    """Return the cadence in words, without a full stop."""
    words = routine.cadence.text or routine.cadence.kind.value.replace("-", " ")
    return words.rstrip(". ")


def catalogue_showing(catalogue: Catalogue) -> Showing:
    """Return what is shown of a catalogue: how much it holds, and its routines by id."""
    counts = {words: len(catalogue.of_record(record)) for record, words in _RECORD_WORDS.items()}
    counts |= {
        "routines": len(catalogue.routines),
        "advice": len(catalogue.advice),
        "guiding rules": len(catalogue.rules),
        "conditions": len(catalogue.conditions),
        "warning signs": len(catalogue.red_flags),
        "claims": len(catalogue.claims),
        "sources": len(catalogue.sources),
    }
    held = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
    rows = tuple(
        (
            Cell(routine.name),
            Cell(routine.id, is_id=True),
            Cell(_how_often(routine)),
            Cell(str(len(routine.entries))),
        )
        for routine in catalogue.routines
    )
    table = Table(
        about="The routines of the catalogue",
        head=("Routine", "Id", "How often", "Exercises"),
        rows=rows,
    )
    return Showing(
        title="Catalogue",
        lines=(f"It holds {held}." if held else "It is empty.",),
        tables=(table,) if rows else (),
    )
