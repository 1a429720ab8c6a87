"""Lowest and highest of anything: spans, holds and repetitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._reading import is_finite, read_word
from spinecare.model._vocabulary import RepsPer
from spinecare.units import BoundsLike, quantity, read_bounds

if TYPE_CHECKING:
    from spinecare.units import Quantity

N = TypeVar("N")

_MOST = 10_000  # sets or repetitions; more is a slip of the pen


def _check_order(span: Span[Any]) -> None:
    for name in ("low", "high"):
        end = getattr(span, name)
        is_open = name == "high" and end is None
        if not is_open and not is_finite(end) and not hasattr(end, "magnitude"):
            raise InvalidValueError.of(name, "a finite number", end)
    try:
        is_reversed = span.high is not None and span.high < span.low
    except (TypeError, ValueError):  # quantities of two kinds, or one quantity and one number
        raise InvalidValueError.of("span", "of one unit", (span.low, span.high)) from None
    if is_reversed:
        raise InvalidValueError.of(
            "span",
            "from lowest to highest",
            (span.low, span.high),
            "the two ends are the wrong way round.",
        )


@frozen(kw_only=True)
class Span(Generic[N]):
    """The lowest and the highest value of something; both ends belong to it.

    Raises:
        InvalidValueError: The ends are the wrong way round, or not finite.

    Examples:
        >>> Span(low=10.0, high=30.0).at(0.5)
        20.0
    """

    low: N
    """The lowest value."""
    high: N | None
    """The highest value; `None` where the source only says "at least"."""

    def __attrs_post_init__(self) -> None:
        """Refuse ends that are the wrong way round."""
        _check_order(self)

    @property
    def is_exact(self) -> bool:
        """Whether both ends are the same."""
        return self.low == self.high

    def at(self: Span[float] | Span[int], fraction: float, cap: float | None = None) -> float:
        """Return the value a part of the way up.

        Args:
            fraction: 0 for the lowest value to 1 for the highest.
            cap: What stands for the highest value where it is open ("at least").

        Returns:
            A number between the ends; the lowest value where the top is open and there is no cap.
        """
        top = self.high if self.high is not None else cap
        low = float(self.low)
        return low if top is None else low + fraction * (max(float(top), low) - low)


@frozen(kw_only=True)
class Hold(Span[float]):
    """How long a position is kept: a span of seconds.

    Examples:
        >>> Hold.of("10-30 s")
        Hold(low=10.0, high=30.0)
    """

    def __attrs_post_init__(self) -> None:
        """Refuse ends that are no seconds, or the wrong way round."""
        for end in (self.low, self.high):
            if end is not None and not (is_finite(end) and end >= 0):
                raise InvalidValueError.of("hold", "seconds, zero or more", end)
        _check_order(self)

    @classmethod
    def of(cls, value: HoldLike, field: str = "hold") -> Hold:
        """Read a hold from seconds, text, a `timedelta`, a pair or a quantity.

        Raises:
            InvalidValueError: Not a time, negative, or the wrong way round.
        """
        if isinstance(value, Span):
            value = (value.low, value.high)
        low, high = read_bounds(value, "second", field)
        return cls(low=low, high=high)


def _per(value: RepsPer | str) -> RepsPer:
    return read_word(RepsPer, value, "per")


@frozen(kw_only=True)
class Reps(Span[int]):
    """How many repetitions, and what one of them is.

    Examples:
        >>> Reps.of("8-12").high
        12
    """

    low: int
    """The lowest number, 1 to 10000."""
    high: int | None
    """The highest number; `None` where the source only says "at least"."""
    per: RepsPer = field(default=RepsPer.CYCLE, converter=_per)
    """What one repetition is."""

    def __attrs_post_init__(self) -> None:
        """Refuse counts that are not whole, or the wrong way round."""
        read_counts((self.low, self.high), "reps")
        _check_order(self)

    @classmethod
    def of(cls, value: CountLike, per: RepsPer = RepsPer.CYCLE) -> Reps:
        """Read repetitions from a number, a pair, or text such as `"8-12"`.

        Raises:
            InvalidValueError: Not a whole number from 1 to 10000, or the wrong way round.
        """
        if isinstance(value, Reps):
            return value
        low, high = read_counts(value, "reps")
        return cls(low=low, high=high, per=per)


HoldLike: TypeAlias = "Span[float] | BoundsLike"
"""What a span of seconds may be given as."""
CountLike: TypeAlias = "Span[int] | int | str | tuple[int, int | None]"
"""What a span of counts may be given as."""
SpanLike: TypeAlias = "Span[float] | BoundsLike"
"""What a span of a measured number may be given as."""


def read_span(value: SpanLike, unit: str, field: str) -> Span[float]:
    """Read a span in a canonical unit of `spinecare.units`."""
    if isinstance(value, Span):
        value = (value.low, value.high)
    low, high = read_bounds(value, unit, field)
    return Span(low=low, high=high)


def read_counts(value: CountLike, field: str) -> tuple[int, int | None]:
    """Read lowest and highest count; the highest is `None` for "at least"."""
    low: Any
    high: Any
    if isinstance(value, Span):
        low, high = value.low, value.high
    elif isinstance(value, (tuple, list)) and len(cast("tuple[Any, ...]", value)) == 2:
        low, high = value
    elif isinstance(value, str):
        text = value.strip().lower()
        ends = text.removeprefix("at least").replace("–", "-").split("-")
        numbers = [int(end) if end.strip().isdecimal() else None for end in ends]
        low = numbers[0]
        high = None if text.startswith("at least") else numbers[-1]
        if None in numbers or len(numbers) > 2:
            raise InvalidValueError.of(field, "a whole number or span", value, "write '8-12'.")
    else:
        low = high = value
    for end in (low, high):
        is_whole = isinstance(end, int) and not isinstance(end, bool)
        if not (is_whole and 1 <= end <= _MOST) and not (end is None and low is not None):
            raise InvalidValueError.of(field, f"a whole number from 1 to {_MOST}", value)
    if high is not None and high < low:
        raise InvalidValueError.of(
            field,
            "a span from lowest to highest",
            value,
            "the two ends are the wrong way round.",
        )
    return low, high


def span_quantity(span: Span[float] | None, unit: str) -> Span[Quantity] | None:
    """Return a span of canonical numbers as a span of quantities."""
    if span is None:
        return None
    high = None if span.high is None else quantity(span.high, unit)
    return Span(low=quantity(span.low, unit), high=high)
