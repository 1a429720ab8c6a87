"""The referee: the planner's objective once more, for CP-SAT, which shares no search with it.

The levels are solved one after the other, each with those before it held at their proven optimum.
One worker, a fixed seed, and a limit that counts work instead of seconds: the referee says the
same on every run and every machine.
"""

from __future__ import annotations

from math import ceil

from attrs import frozen
from ortools.sat.python.cp_model import FEASIBLE, OPTIMAL, CpSolver

from spinecare.planning.objective import Levels
from spinecare.planning.optimum import Problem, Schedule
from tests.optimum.referee_model import Model

_ROUNDING = 1e-6


@frozen(kw_only=True)
class Verdict:
    """What the referee found."""

    schedule: Schedule
    levels: Levels
    """What `Problem.levels` says of that schedule."""
    proven: int
    """How many levels, from the first on, are proven to be the best there are."""
    floor: int
    """What the first level that is not proven cannot be less than."""


def judge(problem: Problem, *, effort: float) -> Verdict:
    """Return the best schedule that the referee finds.

    Args:
        problem: The problem.
        effort: How much work to put into each level, in CP-SAT's deterministic seconds.

    Raises:
        AssertionError: The model counts a level otherwise than `Problem.levels`.
    """
    model = Model(problem)
    schedule: Schedule = (None,) * len(problem.moments)
    held, floor = list[int](), 0
    for level in model.levels():
        solver = _solver(effort)
        model.model.minimize(level)
        status = solver.solve(model.model)
        if status not in (OPTIMAL, FEASIBLE):
            break
        schedule, counted = model.schedule(solver), [*held, solver.value(level)]
        assert counted == [*problem.levels(schedule)][: len(counted)], (counted, schedule)
        if status == FEASIBLE:
            floor = ceil(solver.best_objective_bound - _ROUNDING)
            break
        held = counted
        model.model.add(level == held[-1])
    levels = problem.levels(schedule)
    return Verdict(schedule=schedule, levels=levels, proven=len(held), floor=floor)


def _solver(effort: float) -> CpSolver:
    solver = CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.linearization_level = 2  # a hundred times as quick on these problems
    solver.parameters.max_deterministic_time = effort
    return solver
