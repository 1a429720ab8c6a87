"""What the referee found of the random weeks, kept: judging them takes minutes, and never changes.

`python -m tests.optimum.verdicts` judges all of them anew. A week whose problem is no longer the
one that was judged is judged again where it is asked for, and so is every eighth in any case, so
that what is kept is held against the referee on every run.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from spinecare.planning.objective import Levels
from spinecare.planning.optimum import Problem
from tests.optimum.problems import random_week
from tests.optimum.referee import Verdict, judge

KEPT = Path(__file__).parent / "verdicts.json"
_JUDGED_ANEW, _FILES = 8, 4


def verdict_of(seed: int, problem: Problem, *, effort: float) -> Verdict:
    """Return what the referee finds of a random week, or found of the same one before.

    Args:
        seed: The number of the week.
        problem: The week.
        effort: How much work to put into each level where it is judged now.
    """
    kept = _kept().get(str(seed))
    is_due = seed // _FILES % _JUDGED_ANEW == 0
    if is_due or kept is None or kept["problem"] != _fingerprint(problem):
        return judge(problem, effort=effort)
    return Verdict(
        schedule=(),  # only its worth is kept
        levels=Levels(*kept["levels"]),
        proven=kept["proven"],
        floor=kept["floor"],
    )


@cache
def _kept() -> dict[str, dict[str, Any]]:
    return dict(json.loads(KEPT.read_text("utf-8"))) if KEPT.exists() else {}


def _fingerprint(problem: Problem) -> str:
    return sha256(repr(problem).encode()).hexdigest()[:16]


def main(weeks: int, effort: float) -> None:
    """Judge weeks and keep what was found."""
    lines: list[str] = []
    for seed in range(weeks):
        problem = random_week(seed)
        verdict = judge(problem, effort=effort)
        found = {
            "problem": _fingerprint(problem),
            "levels": [*verdict.levels],
            "proven": verdict.proven,
            "floor": verdict.floor,
        }
        lines.append(f'"{seed}": {json.dumps(found)}')
    KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main(532, 0.7)
