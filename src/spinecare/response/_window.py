"""Where a condition stops holding, by bisection."""

from __future__ import annotations

from collections.abc import Callable


def last_inside(inside: float, outside: float, holds: Callable[[float], bool]) -> float:
    """Return the last number on the way from one end to the other for which a condition holds.

    Args:
        inside: Where it holds. It is not asked for there.
        outside: Where it does not hold, below or above; not asked for either.
        holds: The condition; it changes once between the ends.

    Returns:
        A number next to one for which it does not hold: no tolerance is left.

    Examples:
        >>> last_inside(0.0, 2.0, lambda x: x * x <= 2.0)
        1.414213562373095
    """
    while (middle := (inside + outside) / 2) not in (inside, outside):
        if holds(middle):
            inside = middle
        else:
            outside = middle
    return inside
