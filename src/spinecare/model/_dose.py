"""How much of an exercise: the numbers of a dose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._reading import as_tuple, between, optional, whole
from spinecare.model._span import (
    CountLike,
    Hold,
    HoldLike,
    Reps,
    Span,
    SpanLike,
    read_counts,
    read_span,
    span_quantity,
)
from spinecare.units import NumberLike, read_number

if TYPE_CHECKING:
    from spinecare.units import Quantity


def _hold(value: HoldLike | None) -> Hold | None:
    return value if value is None or isinstance(value, Hold) else Hold.of(value, "hold")


def _reps(value: CountLike) -> Reps:
    return Reps.of(value)


def _sets(value: CountLike) -> Span[int]:
    low, high = read_counts(value, "sets")
    return Span(low=low, high=high)


def _rest(value: SpanLike | None) -> Span[float] | None:
    return None if value is None else read_span(value, "second", "rest")


def _relax(value: SpanLike | None) -> Span[float] | None:
    return None if value is None else read_span(value, "second", "relax")


def _tempo(value: TempoLike | None) -> Tempo | None:
    if value is None or isinstance(value, Tempo):
        return value
    pair = as_tuple(value)
    if len(pair) != 2:
        raise InvalidValueError.of("tempo", "a pair of times, out and back", value)
    return Tempo(out_s=pair[0], back_s=pair[1])


def _mass(value: SpanLike | None) -> Span[float] | None:
    return None if value is None else read_span(value, "kilogram", "mass")


def _amplitude(value: SpanLike | None) -> Span[float] | None:
    return None if value is None else read_span(value, "centimeter", "amplitude")


def _effort(value: SpanLike | None) -> Span[float] | None:
    return None if value is None else read_span(value, "percent", "effort")


def _out(value: NumberLike) -> float:
    return read_number(value, "second", "out")


def _back(value: NumberLike) -> float:
    return read_number(value, "second", "back")


def _change(value: NumberLike) -> float:
    return read_number(value, "second", "change")


def _leave(value: NumberLike) -> float:
    return read_number(value, "second", "leave")


def _hold_cap(value: NumberLike | None) -> float | None:
    return None if value is None else read_number(value, "second", "hold_cap")


@frozen(kw_only=True)
class Tempo:
    """How fast a movement goes: seconds out and seconds back."""

    out_s: float = field(default=2.0, converter=_out)
    """Seconds out or up; 2 where the source is silent (D-RT)."""
    back_s: float = field(default=2.0, converter=_back)
    """Seconds back or down; 2 where the source is silent (D-RT)."""

    @property
    def out(self) -> Quantity:
        """Seconds out, as a quantity."""
        return _seconds(self.out_s)

    @property
    def back(self) -> Quantity:
        """Seconds back, as a quantity."""
        return _seconds(self.back_s)


def _seconds(number: float) -> Quantity:
    from spinecare.units import quantity

    return quantity(number, "second")


TempoLike = Tempo | tuple[NumberLike, NumberLike]
"""What a tempo may be given as: a pair of times, out and back."""


@frozen(kw_only=True)
class Dose:
    """How much of an exercise, as spans from lowest to highest.

    Every number may be given in the unit of its name, as text with a unit, as a `timedelta` or as
    a pint quantity of any registry.

    Raises:
        InvalidValueError: A wrong dimension, a negative number, or ends the wrong way round.

    Examples:
        >>> dose = Dose(hold_s="10-30 s", reps="2-4")
        >>> dose.hold_s
        Hold(low=10.0, high=30.0)
        >>> dose.hold.high
        <Quantity(30.0, 'second')>
    """

    hold_s: Hold | None = field(default=None, converter=_hold)
    """Seconds a position, stretch or contraction is held; `None` for pure movement."""
    hold_cap_s: float | None = field(default=None, converter=_hold_cap)
    """Seconds that stand for the top of a hold where the source says "at least"."""
    reps: Reps = field(default=Reps(low=1, high=1), converter=_reps)
    """Repetitions in one set; of each side where `reps.per` is `side`."""
    reps_cap: int | None = field(default=None, validator=optional(whole(1)))
    """What stands for the top of the repetitions where the source says "at least"."""
    sets: Span[int] = field(default=Span(low=1, high=1), converter=_sets)
    """Sets."""
    rest_s: Span[float] | None = field(default=None, converter=_rest)
    """Seconds between sets."""
    relax_s: Span[float] | None = field(default=None, converter=_relax)
    """Seconds of the relax phase that answers the effort; its place is in the phases."""
    tempo: Tempo | None = field(default=None, converter=_tempo)
    """Seconds out and back; `None` where the phases carry the time."""
    mass_kg: Span[float] | None = field(default=None, converter=_mass)
    """Kilograms in each hand."""
    amplitude_cm: Span[float] | None = field(default=None, converter=_amplitude)
    """Centimetres of movement to each side."""
    effort_pct: Span[float] | None = field(default=None, converter=_effort)
    """Percent of full strength of a contraction, 0 to 100."""
    change_s: float = field(default=5.0, converter=_change, validator=between(0))
    """Seconds to change sides, once, where the sides come one after the other (D-JUDGE)."""
    leave_s: float = field(default=0.0, converter=_leave, validator=between(0))
    """Seconds to come out of the last repetition, where no phase does it."""

    @property
    def hold(self) -> Span[Quantity] | None:
        """The hold as a span of quantities."""
        return span_quantity(self.hold_s, "second")

    @property
    def rest(self) -> Span[Quantity] | None:
        """The rest as a span of quantities."""
        return span_quantity(self.rest_s, "second")

    @property
    def relax(self) -> Span[Quantity] | None:
        """The relax phase as a span of quantities."""
        return span_quantity(self.relax_s, "second")

    @property
    def mass(self) -> Span[Quantity] | None:
        """The load as a span of quantities."""
        return span_quantity(self.mass_kg, "kilogram")

    @property
    def amplitude(self) -> Span[Quantity] | None:
        """The amplitude as a span of quantities."""
        return span_quantity(self.amplitude_cm, "centimeter")

    @property
    def effort(self) -> Span[Quantity] | None:
        """The effort as a span of quantities."""
        return span_quantity(self.effort_pct, "percent")

    @property
    def change(self) -> Quantity:
        """The time to change sides as a quantity."""
        return _seconds(self.change_s)
