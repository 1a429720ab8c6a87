"""What the referee says of rest: what is done of a course when its muscles still are tired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ortools.sat.python.cp_model import CpModel, IntVar

from spinecare.planning.optimum import Problem
from tests.optimum.referee_logic import Term, any_of, both_of, one_of


class _Asked(NamedTuple):
    """An offer that holds a load."""

    which: int
    """Its place among the offers of the moment."""
    share: int
    """What its whole parts lack without the load, thousandths."""
    is_all: bool
    """Whether of one of them nothing is left without it."""


def lost(model: CpModel, problem: Problem, chosen: Sequence[Sequence[IntVar]]) -> Iterator[Term]:
    """Yield what whole courses lack because a load of theirs is tired.

    A load is done when it is asked for and no load that it must stay apart from was done shortly
    before; all that is done in one moment begins at once and disturbs nothing in it. Where it is
    all there is of a whole course, the offer cannot be taken while it is tired.
    """
    worked = dict[tuple[int, int], IntVar]()
    for (place, load), found in sorted(_asked(problem).items()):
        tired = _tired(model, problem, worked, place, load)
        choices = [chosen[place][asked.which] for asked in found]
        worked[place, load] = both_of(model, one_of(model, choices), ~tired)
        for choice, asked in zip(choices, found, strict=True):
            if asked.is_all:
                model.add_implication(choice, ~tired)
            elif asked.share:
                yield both_of(model, choice, tired), asked.share


def _asked(problem: Problem) -> dict[tuple[int, int], list[_Asked]]:
    """Return for each moment and load the offers that hold it."""
    asked = dict[tuple[int, int], list[_Asked]]()
    for place, moment in enumerate(problem.moments):
        for which, offer in enumerate(moment.offers):
            held = dict[int, list[tuple[int, bool]]]()
            for part in offer.parts:
                for load in problem.courses[part.course].loads:
                    lack = (load.share, load.share >= part.share) if part.is_whole else (0, False)
                    held.setdefault(load.id, []).append(lack)
            for id, lacks in held.items():
                share = sum(share for share, _ in lacks)
                is_all = any(is_all for _, is_all in lacks)
                asked.setdefault((place, id), []).append(_Asked(which, share, is_all))
    return asked


def _tired(
    model: CpModel,
    problem: Problem,
    worked: dict[tuple[int, int], IntVar],
    place: int,
    load: int,
) -> IntVar:
    start, apart = problem.moments[place].at_min, problem.apart_min[load]
    history = zip(problem.loaded_min, apart, strict=True)
    if any(last is not None and start - last < minutes for last, minutes in history):
        return model.new_constant(1)
    return any_of(
        model,
        [
            was
            for (before, other), was in worked.items()
            if before < place and start - problem.moments[before].at_min < apart[other]
        ],
    )
