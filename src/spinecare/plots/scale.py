"""From numbers to places on a plot: straight scales with round ticks."""

from __future__ import annotations

import math

from attrs import frozen

_STEPS = (1, 2, 5, 10)


@frozen(kw_only=True)
class Scale:
    """A straight scale: equal steps of a number are equal lengths."""

    low: float
    """The lowest number."""
    high: float
    """The highest number, above the lowest."""
    start: float
    """Where the lowest number is."""
    end: float
    """Where the highest number is; above `start` on a page that counts downwards."""

    def at(self, value: float) -> float:
        """Return where a number is."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def length(self, value: float) -> float:
        """Return how long a number is, from zero."""
        return abs(self.at(value) - self.at(0))

    def holds(self, value: float) -> bool:
        """Whether a number has a place on it."""
        return self.low <= value <= self.high


def ticks(low: float, high: float, *, about: int = 5, least: float = 0.0) -> tuple[float, ...]:
    """Return round numbers from `low` to `high` or a little less, one step apart.

    Args:
        low: The lowest number of a scale.
        high: The highest, above it.
        about: How many are wanted; up to about twice as many may come.
        least: The smallest step: 1 where only whole numbers mean something.

    Returns:
        Multiples of 1, 2 or 5 times a power of ten, in order.

    Examples:
        >>> ticks(0, 23)
        (0.0, 5.0, 10.0, 15.0, 20.0)
    """
    step = step_of((high - low) / about, least=least)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(count * step for count in range(first, last + 1))


def step_of(wanted: float, *, least: float = 0.0) -> float:
    """Return the smallest of 1, 2 and 5 times a power of ten that is at least as wide."""
    if wanted <= least:
        return least
    power = math.floor(math.log10(wanted))
    unit = 10.0**power
    return max(least, next(step * unit for step in _STEPS if step * unit >= wanted * (1 - 1e-9)))


def rounded_up(value: float, *, about: int = 5, least: float = 1.0) -> float:
    """Return where a scale from zero ends that holds a number: on a tick."""
    step = step_of(value / about, least=least)
    return step * max(1, math.ceil(value / step - 1e-9))
