"""Easing: what suits a person, once it is known how it felt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from spinecare.model import Catalogue, Exercise, ExerciseId, Record
from spinecare.planning.dosing import most_halvings
from spinecare.planning.lived import Lived
from spinecare.planning.screening import PAIN, Suitability

_LEFT_OUT: Final = "it did not do you good; ask a clinician before you take it up again"
_NOTHING_GENTLER: Final = (
    "it did not do you good, and nothing gentler is left of it; ask a clinician before you take it "
    "up again"
)


def eased(
    suitable: Mapping[ExerciseId, Suitability], lived: Lived, catalogue: Catalogue
) -> Mapping[ExerciseId, Suitability]:
    """Return what suits a person by what a journal says of it.

    What is left out is refused; what stands below its first dose comes in its gentle form, and
    further below, or where that was its form already, with half of it.

    Args:
        suitable: What suits by the person's own word.
        lived: The journal.
        catalogue: Where the reduced forms stand.
    """
    changed = dict(suitable)
    for id in lived.told:
        entry = catalogue.entry_by_id.get(id)
        if entry is None or entry.record is Record.TRANSITION:  # nobody gets up without
            continue
        if changed[id].is_allowed or (changed[id].rests_for_pain and lived.is_left_out(id)):
            changed[id] = _eased(changed[id], lived, entry, catalogue)
    return changed


def _eased(suits: Suitability, lived: Lived, entry: Exercise, catalogue: Catalogue) -> Suitability:
    if lived.is_left_out(entry.id):
        return evolve(suits, refused=_LEFT_OUT, refused_by=PAIN)
    suits = evolve(suits, has_lower_range=lived.has_lower_range(entry.id))
    level = lived.level(entry.id)
    return suits if level >= 0 else _gentler(suits, entry, -level, catalogue)


def _gentler(suits: Suitability, entry: Exercise, steps: int, catalogue: Catalogue) -> Suitability:
    """Return what suits a person of an exercise so many steps below its first dose (R4).

    The first step is the reduced form, where it was not that already; each other halves its dose.
    Where nothing is left to halve, there is nothing gentler to plan: it is refused.
    """
    reduced = evolve(suits, is_reduced=True, is_eased=True)
    halvings = steps if suits.is_reduced else steps - 1
    if halvings > most_halvings(entry, reduced, catalogue):
        return evolve(suits, refused=_NOTHING_GENTLER, refused_by=PAIN)
    return evolve(reduced, halvings=halvings)
