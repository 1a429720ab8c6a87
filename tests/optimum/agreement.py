"""The engine before the referee: what the four files of random weeks share."""

from __future__ import annotations

from hypothesis import settings

from spinecare.planning.optimum import solve
from tests.optimum.problems import random_week
from tests.optimum.referee import judge
from tests.optimum.verdicts import verdict_of

_IS_NIGHTLY = (settings.default.max_examples if settings.default else 0) > 1_000
EACH = 500 if _IS_NIGHTLY else 133
"""Weeks of each of the four files; files, because a file is what runs beside another."""
STATES = 500_000 if _IS_NIGHTLY else 20_000
"""States that the engine may look into: as many as a plan allows by default."""
EFFORT = 60.0 if _IS_NIGHTLY else 0.7
"""Work that the referee may put into each level of a week."""
HARD = frozenset({151, 171, 459})
"""Weeks that took the engine more: it is stopped early, and what it then says of its schedule and
of its bound must be true all the same. At night it works on them too."""
_FEW_STATES, _LITTLE_EFFORT = 500, 0.2


def weeks(file: int) -> range:
    """Return the numbers of the weeks of a file, counted from 0."""
    return range(file, 4 * EACH, 4)


def assert_agreement(seed: int) -> None:
    """Fail unless the engine proves its schedule, and the referee finds and proves no other worth.

    Where the referee runs out of work, the engine may not be worse than what it found, nor better
    than what it proved that nothing can be.
    """
    problem, is_short = random_week(seed), seed in HARD and not _IS_NIGHTLY

    solution = solve(problem, most_expanded=_FEW_STATES if is_short else STATES)
    if is_short or _IS_NIGHTLY:
        verdict = judge(problem, effort=_LITTLE_EFFORT if is_short else EFFORT)
    else:
        verdict = verdict_of(seed, problem, effort=EFFORT)

    proven = verdict.proven
    assert solution.is_proven or seed in HARD or _IS_NIGHTLY
    assert solution.levels == problem.levels(solution.schedule)
    assert solution.bound <= verdict.levels  # with a proof: nothing that was found is better
    assert solution.levels[:proven] >= verdict.levels[:proven]  # nothing is better than the best
    if solution.is_proven and proven < len(verdict.levels):
        assert solution.levels[proven] >= verdict.floor
