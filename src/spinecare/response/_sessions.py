"""The state that several sessions leave, on any days asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import Factory, field, frozen

from spinecare.response._reading import read_level
from spinecare.units import NumberLike, read_number


def _day(value: NumberLike) -> float:
    return read_number(value, "day", "day")


def _fitness(value: float) -> float:
    return read_level(value, "fitness")


def _fatigue(value: float) -> float:
    return read_level(value, "fatigue")


def _performance(point: ResponsePoint) -> float:
    return point.fitness - point.fatigue


@frozen(kw_only=True)
class ResponsePoint:
    """Fitness, fatigue and performance on one day, as a planning heuristic sees them.

    All three are counted from the untrained baseline, in units of gain times load.

    Raises:
        InvalidValueError: A number that is negative or not finite.

    Examples:
        >>> ResponsePoint(day=1, fitness=0.75, fatigue=1.25)
        ResponsePoint(day=1.0, fitness=0.75, fatigue=1.25, performance=-0.5)
    """

    day: float = field(converter=_day)
    """Days after day 0, zero or more."""
    fitness: float = field(converter=_fitness)
    """What is left of all the gains, zero or more."""
    fatigue: float = field(converter=_fatigue)
    """What is left of all the fatigue, zero or more."""
    performance: float = field(init=False, default=Factory(_performance, takes_self=True))
    """Fitness less fatigue: below zero in the dip after a session."""


def states_before(
    sessions: Sequence[tuple[float, float]],
    days: Sequence[float],
    *,
    k1: float,
    k2: float,
    tau1: float,
    tau2: float,
) -> tuple[ResponsePoint, ...]:
    """Return the state on each day, before a session of that day.

    Each session is met once and only the sums are carried on, so that the work grows with the
    number of sessions and days, not with their product. A state asked for leaves no trace: the
    state of one day is the same, bit for bit, whichever others are asked for.

    Args:
        sessions: Pairs of a day and a load, the earliest first.
        days: Days in any order.
        k1: The gain of fitness.
        k2: The gain of fatigue.
        tau1: Days in which fitness fades to 1/e.
        tau2: Days in which fatigue fades to 1/e.

    Returns:
        One point for each day, in the order of `days`.
    """
    fitness = fatigue = last = 0.0  # the sums just after the last session met
    met = 0
    points: dict[float, ResponsePoint] = {}
    for day in sorted(set(days)):
        while met < len(sessions) and sessions[met][0] < day:
            at, load = sessions[met]
            fitness = fitness * math.exp((last - at) / tau1) + k1 * load
            fatigue = fatigue * math.exp((last - at) / tau2) + k2 * load
            last = at
            met += 1
        points[day] = ResponsePoint(
            day=day,
            fitness=fitness * math.exp((last - day) / tau1),
            fatigue=fatigue * math.exp((last - day) / tau2),
        )
    return tuple(points[day] for day in days)
