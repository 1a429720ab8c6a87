"""What the referee says of rest: what is done of a course when its muscles still are tired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ortools.sat.python.cp_model import CpModel, IntVar

from spinecare.planning.optimum import Problem
from tests.optimum.referee_logic import Term, any_of, both_of, one_of, total


class _Held(NamedTuple):
    """A load in a part of an offer."""

    which: int
    """The place of the offer among those of the moment."""
    part: int
    """The place of the part in it."""
    share: int
    """What the part lacks without the load, thousandths; nothing where it is a piece."""


def lost(model: CpModel, problem: Problem, chosen: Sequence[Sequence[IntVar]]) -> Iterator[Term]:
    """Yield what whole courses lack because a load of theirs is tired.

    A load is done when it is asked for and no load that it must stay apart from was done shortly
    before; all that is done in one moment begins at once and disturbs nothing in it. Where nothing
    of a whole course is left, the offer cannot be taken.
    """
    worked = dict[tuple[int, int], IntVar]()
    lacks = dict[tuple[int, int, int], list[Term]]()
    for (place, load), found in sorted(_asked(problem).items()):
        tired = _tired(model, problem, worked, place, load)
        choices = [chosen[place][which] for which in sorted({held.which for held in found})]
        worked[place, load] = both_of(model, one_of(model, choices), ~tired)
        for which, part, share in found:
            if share:
                lacking = both_of(model, chosen[place][which], tired)
                lacks.setdefault((place, which, part), []).append((lacking, share))
                yield lacking, share
    for (place, which, part), terms in lacks.items():
        share = problem.moments[place].offers[which].parts[part].share
        model.add(total(terms) <= share - 1)


def _asked(problem: Problem) -> dict[tuple[int, int], list[_Held]]:
    """Return for each moment and load the parts of offers that hold it."""
    asked = dict[tuple[int, int], list[_Held]]()
    for place, moment in enumerate(problem.moments):
        for which, offer in enumerate(moment.offers):
            for number, part in enumerate(offer.parts):
                own = problem.courses[part.course].loads
                for load in own if part.loads is None else part.loads:
                    share = load.share if part.is_whole else 0
                    asked.setdefault((place, load.id), []).append(_Held(which, number, share))
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
