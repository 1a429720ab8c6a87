"""The response to one session in closed form, and to many by recursion."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model import Span
from spinecare.response._closed_forms import log_ratio, response, scale, sum_of_past
from spinecare.response._reading import (
    SessionLike,
    read_days,
    read_gain,
    read_lasting,
    read_load,
    read_sessions,
    read_share,
)
from spinecare.response._sessions import ResponsePoint, states_before
from spinecare.response._window import last_inside
from spinecare.units import NumberLike, read_number

_LEAST_PEAK = 1e-100  # of the gain of fitness; a lower peak drowns in rounding


def _k1(value: float) -> float:
    return read_gain(value, "k1")


def _k2(value: float) -> float:
    return read_gain(value, "k2")


def _tau1(value: NumberLike) -> float:
    return read_lasting(value, "tau1")


def _tau2(value: NumberLike) -> float:
    return read_lasting(value, "tau2")


@frozen(kw_only=True)
class ResponseModel:
    """The two-component response to training: a planning heuristic, not a law of biology.

    One session of unit load changes performance by

        f(t) = k1 * exp(-t / tau1) - k2 * exp(-t / tau2)

    t days later: a gain that lasts less a fatigue that fades sooner. With `k2` above `k1` it dips
    below the baseline, comes back to it at `recovery_time`, is best at `peak_time`, and fades.
    What the constants are for one person cannot be told from a few sessions (HELLARD-2006), and
    that a session's effect does not depend on those before it is known to be wrong (BUSSO-2003).

    All times are in days. `tau1` and `tau2` may also be given as text, a `timedelta` or a quantity.

    Raises:
        InvalidValueError: A number out of range; `tau1` not above `tau2`; no peak after the
            session, where `k2 * tau1` is not above `k1 * tau2`; or a peak too low to be computed.

    Source:
        `BANISTER-1975`, `CLARKE-SKIBA-2013`, `CALCULATORHUB`; closed forms `FITZ-CLARKE-1991`.

    Examples:
        >>> model = ResponseModel(k1=1, k2=2, tau1="9.5 days", tau2="54 hours")
        >>> round(model.recovery_time, 2), round(model.peak_time, 2)
        (2.04, 6.29)
        >>> from spinecare.units import quantity
        >>> round(quantity(model.peak_time, "day").to("hour"))
        <Quantity(151, 'hour')>
    """

    k1: float = field(converter=_k1)
    """The gain of fitness: performance for one unit of load, 1e-9 to 1e9."""
    k2: float = field(converter=_k2)
    """The gain of fatigue, in the same unit; usually above `k1`."""
    tau1: float = field(converter=_tau1)
    """Days in which fitness fades to 1/e: a second to a hundred years, and above `tau2`."""
    tau2: float = field(converter=_tau2)
    """Days in which fatigue fades to 1/e."""

    def __attrs_post_init__(self) -> None:
        """Refuse constants for which the closed forms do not hold."""
        if self.tau1 <= self.tau2:
            raise InvalidValueError.of(
                "tau1",
                f"above tau2, which is {self.tau2:g} days",
                self.tau1,
                "swap the two: fatigue fades sooner than fitness.",
            )
        if self.peak_time <= 0:
            raise InvalidValueError.of(
                "k2",
                f"above k1 * tau2 / tau1, which is {self.k1 * self.tau2 / self.tau1:g}",
                self.k2,
                "give fatigue more weight: with this little, every session is best at once and "
                "there is no peak to wait for.",
            )
        if self.peak_height < _LEAST_PEAK * self.k1:
            raise InvalidValueError.of(
                "tau1",
                f"far enough above tau2, which is {self.tau2:g} days, to leave a peak",
                self.tau1,
                "use constants that differ more, or a smaller k2: fatigue here outlasts the gain.",
            )

    @property
    def recovery_time(self) -> float:
        """Days until performance is back at the baseline; 0 where it never dips below it.

        `tau1 * tau2 / (tau1 - tau2) * ln(k2 / k1)`; there is a dip only with `k2` above `k1`.
        """
        return max(0.0, self._scale * log_ratio(self.k2, self.k1))

    @property
    def peak_time(self) -> float:
        """Days until performance is best, always above 0.

        `tau1 * tau2 / (tau1 - tau2) * ln((k2 * tau1) / (k1 * tau2))`.
        """
        # The sum keeps digits that rounding of the two products would lose near tau1 = tau2.
        gains, times = log_ratio(self.k2, self.k1), log_ratio(self.tau1, self.tau2)
        return self._scale * (gains + times)

    @property
    def peak_height(self) -> float:
        """How far above the baseline one session of unit load leads at the best.

        `k1 * (1 - tau2 / tau1) * exp(-peak_time / tau1)`.
        """
        share = (self.tau1 - self.tau2) / self.tau1
        return self.k1 * share * math.exp(-self.peak_time / self.tau1)

    @property
    def rise_time(self) -> float:
        """Days from the return to the baseline to the peak, whatever the gains are.

        `tau1 * tau2 / (tau1 - tau2) * ln(tau1 / tau2)`. Without a dip there is no return, and the
        peak comes sooner than this.
        """
        return self._scale * log_ratio(self.tau1, self.tau2)

    def response(self, day: NumberLike) -> float:
        """Return the change of performance after one session of unit load.

        Args:
            day: Days after the session, zero or more; text, `timedelta` and quantities too.

        Returns:
            `k1 - k2` on day 0, just after the session; below zero in the dip.

        Raises:
            InvalidValueError: Not a time, or negative.
        """
        return self._response(read_number(day, "day", "day"))

    def window(self, q: float = 0.95) -> Span[float]:
        """Return the days on which performance is at least a share of its peak.

        Args:
            q: The share, 0.01 to 1; 1 leaves the peak alone.

        Returns:
            First and last day, `peak_time` between them; from day 0 where the curve starts high.

        Raises:
            InvalidValueError: A share out of range.

        Examples:
            >>> window = ResponseModel(k1=1, k2=2, tau1=9.5, tau2=2.25).window(0.95)
            >>> f"{window.low:.2f} to {window.high:.2f} days"
            '5.00 to 7.99 days'
        """
        level = read_share(q, "q") * self.peak_height
        is_high = partial(self._reaches, level)
        peak = self.peak_time
        # Ten tau1 after the peak at most 0.05 % of it is left, less than any share.
        last = last_inside(peak, peak + 10 * self.tau1, is_high)
        first = 0.0 if is_high(0.0) else last_inside(peak, self.recovery_time, is_high)
        return Span(low=first, high=last)

    def steady_state(self, period_days: NumberLike, load: float = 1.0) -> float:
        """Return the performance before each session, once equal ones have gone on for long.

        It rises as the period shrinks, wherever `k1 * tau1` is at least `k2 * tau2`, as in every
        calibration here: the model always asks for more sessions. That is why the planner's
        spacing is a rule, not the optimum of this model.

        Args:
            period_days: Days from one session to the next, a second to a hundred years.
            load: The load of each session, zero or more.

        Returns:
            `k1 * load / (exp(T / tau1) - 1) - k2 * load / (exp(T / tau2) - 1)`.

        Raises:
            InvalidValueError: Not a time, or a number out of range.
        """
        period = read_lasting(period_days, "period_days")
        fitness = self.k1 * sum_of_past(period / self.tau1)
        fatigue = self.k2 * sum_of_past(period / self.tau2)
        return read_load(load, "load") * (fitness - fatigue)

    def curve(self, days: Iterable[NumberLike]) -> tuple[ResponsePoint, ...]:
        """Return the response to one session of unit load on day 0, after that session.

        Args:
            days: Days after the session, in any order.

        Returns:
            One point for each day, in the same order; day 0 is just after the session.

        Raises:
            InvalidValueError: Not a collection of times, or a negative one.

        Examples:
            >>> model = ResponseModel(k1=1, k2=2, tau1=9.5, tau2=2.25)
            >>> [round(point.performance, 2) for point in model.curve([0, 2, 4, 6, 8])]
            [-1.0, -0.01, 0.32, 0.39, 0.37]
        """
        return tuple(
            ResponsePoint(
                day=day,
                fitness=self.k1 * math.exp(-day / self.tau1),
                fatigue=self.k2 * math.exp(-day / self.tau2),
            )
            for day in read_days(days, "days")
        )

    def performance(
        self, sessions: Iterable[SessionLike], at: Iterable[NumberLike]
    ) -> tuple[ResponsePoint, ...]:
        """Return the state that sessions leave, on each day before a session of that day.

        The sums run over the sessions strictly before the day, as in the published model. (Some
        programs show the state after the session of the day instead.)

        Args:
            sessions: Pairs of a day and a load, in any order; several a day are allowed.
            at: The days asked for, in any order.

        Returns:
            One point for each day of `at`, in the same order.

        Raises:
            InvalidValueError: Not a collection, a day that is negative or no time, a load below
                zero.

        Examples:
            >>> model = ResponseModel(k1=1, k2=2, tau1=9.5, tau2=2.25)
            >>> weekly = [(0, 1.0), (7, 1.0), (14, 1.0)]
            >>> [round(point.performance, 2) for point in model.performance(weekly, [7, 14, 21])]
            [0.39, 0.61, 0.72]
        """
        return states_before(
            read_sessions(sessions),
            read_days(at, "at"),
            k1=self.k1,
            k2=self.k2,
            tau1=self.tau1,
            tau2=self.tau2,
        )

    @property
    def _scale(self) -> float:
        return scale(self.tau1, self.tau2)

    def _response(self, day: float) -> float:
        return response(day, k1=self.k1, k2=self.k2, tau1=self.tau1, tau2=self.tau2)

    def _reaches(self, level: float, day: float) -> bool:
        return self._response(day) >= level
