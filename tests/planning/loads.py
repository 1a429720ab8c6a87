"""Sessions that ask for so many seconds of work."""

from __future__ import annotations

from typing import Any

from spinecare.model import ExerciseId, Purpose, Session, Step, StepPhase
from spinecare.planning.workload import Workload
from tests.planning.builders import opening_at, session_at, step_of

NOD, TURN = ExerciseId("neck-1-flexion-extension"), ExerciseId("neck-2-rotation")
TABLE = ExerciseId("yoga-two-legged-table-pose")
MEAN = Workload(weekly_s=(190.0, 210.0, 220.0, 180.0))
"""Two hundred seconds a week."""


def working(seconds: float, id: str = NOD, **changes: Any) -> Step:
    """Return a step of one movement that takes so long, and as long a rest."""
    phases = (
        StepPhase(kind="move", role="stress", seconds=seconds),
        StepPhase(kind="relax", role="relax", seconds=seconds),
    )
    fields: dict[str, Any] = {"reps": 1, "cycles": 1, "phases": phases, **changes}
    return step_of(id, "neck", **fields)


def on_day(day: int, *steps: Step) -> Session:
    """Return a session so many days after Monday."""
    return session_at(opening_at(24 * day + 18), *steps)


def sessions_of(*sessions: Session) -> tuple[Session, ...]:
    """Return sessions, in their order."""
    return sessions


def nods_and_turns(*pairs: tuple[float, float], closing: float = 90) -> tuple[Session, ...]:
    """Return the sessions of weeks of so many seconds: nods on the first day, turns on the third.

    Args:
        pairs: Seconds of nods and of turns, for each week.
        closing: Seconds of nods that the planner added beside the turns.
    """
    sessions = (
        session
        for week, (nods, turns) in enumerate(pairs)
        for session in (
            on_day(7 * week, working(nods)),
            on_day(
                7 * week + 2,
                working(turns, TURN),
                working(closing, NOD, purpose=Purpose.CLOSING),
            ),
        )
    )
    return tuple(sessions)
