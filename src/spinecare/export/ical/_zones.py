"""What a calendar file has to say about a time zone, worked out from the zone database.

A calendar file carries its own description of each zone it uses: observances, each with the moment
it begins, the offset before and after, and, where a zone changes its clocks by a yearly rule that
the format can say, that rule. Every other zone gets one observance for each change inside the
plan's time.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from attrs import frozen

_STEP = timedelta(days=5)  # since 1970 no zone has changed twice within six days
_YEARS = 12  # of any twelve years in a row, each month has five of a given weekday at least once
_BEGINNING = datetime(1970, 1, 1)  # noqa: DTZ001  a wall time


@frozen(kw_only=True)
class YearlyRule:
    """A date in each year: the first, second, … or last of a weekday in a month."""

    month: int
    """The month, 1 to 12."""
    weekday: int
    """The day of the week, 0 for Monday."""
    nth: int
    """1 to 5 counted from the first, or -1 for the last."""

    def fits(self, wall: datetime) -> bool:
        """Tell whether a date is the one of its year."""
        last = calendar.monthrange(wall.year, wall.month)[1]
        nth = (wall.day - 1) // 7 + 1 if self.nth > 0 else -((last - wall.day) // 7 + 1)
        return (wall.month, wall.weekday(), nth) == (self.month, self.weekday, self.nth)


@frozen(kw_only=True)
class Observance:
    """A stretch of time with one offset from UTC."""

    is_daylight: bool
    """Whether it counts as daylight saving time."""
    start: datetime
    """The wall time it first begins, by the offset before, without a zone."""
    offset_from: timedelta
    """The offset from UTC before it."""
    offset_to: timedelta
    """The offset from UTC during it."""
    name: str
    """The zone's name for it: `CET`, `+0330`."""
    rule: YearlyRule | None = None
    """The day it begins every year from `start` on; `None` where it begins only once."""


@frozen(kw_only=True)
class _Change:
    """One change of a zone's offset."""

    moment: datetime
    zone: ZoneInfo

    @property
    def local(self) -> datetime:
        """The moment by the zone's clocks, already changed."""
        return self.moment.astimezone(self.zone)

    @property
    def local_before(self) -> datetime:
        """The second before, by the zone's clocks."""
        return (self.moment - timedelta(seconds=1)).astimezone(self.zone)

    @property
    def offset_from(self) -> timedelta:
        return _offset(self.zone, self.local_before)

    @property
    def offset_to(self) -> timedelta:
        return _offset(self.zone, self.moment)

    @property
    def wall(self) -> datetime:
        """The wall time of the change by the offset before it, as RFC 5545 counts."""
        return (self.moment + self.offset_from).replace(tzinfo=None)


def observances(zone: ZoneInfo, first: datetime, last: datetime) -> tuple[Observance, ...]:
    """Return what describes a zone from one moment to another.

    Args:
        zone: The zone.
        first: The first moment that must be right, with a zone.
        last: The last moment that must be right, with a zone.

    Returns:
        In the order of their beginnings: two yearly observances for a zone with yearly rules, one
        for a zone whose clocks do not change in that time, otherwise one for each change in it
        and one for what was before.
    """
    start, end = first.astimezone(UTC), last.astimezone(UTC)
    inside = tuple(_changes(zone, start, end))
    return _yearly(zone, start.year) or _one_by_one(zone, start, inside)


def _yearly(zone: ZoneInfo, year: int) -> tuple[Observance, ...] | None:
    """Return two observances with yearly rules, or `None` where there are no such rules.

    They begin in the year before, so that the first moment is inside; the rules are checked over
    years enough to tell the fourth Sunday from the last.
    """
    start = datetime(year - 1, 1, 1, tzinfo=UTC)
    end = datetime(year - 1 + _YEARS, 1, 1, tzinfo=UTC)
    found = tuple(_changes(zone, start, end))
    if len(found) != 2 * _YEARS:
        return None
    built = tuple(_yearly_observance(found[number::2]) for number in (0, 1))
    return None if None in built else tuple(item for item in built if item is not None)


def _yearly_observance(changes: tuple[_Change, ...]) -> Observance | None:
    """Return the observance that begins with each of these changes, one a year."""
    first = changes[0]
    shapes = {(change.wall.time(), change.offset_from, change.offset_to) for change in changes}
    rules = [
        YearlyRule(month=first.wall.month, weekday=first.wall.weekday(), nth=nth)
        for nth in (1, 2, 3, 4, -1)
    ]
    fitting = [rule for rule in rules if all(rule.fits(change.wall) for change in changes)]
    if len(shapes) != 1 or not fitting:
        return None
    return _observance(first, fitting[0])


def _one_by_one(
    zone: ZoneInfo, start: datetime, inside: tuple[_Change, ...]
) -> tuple[Observance, ...]:
    """Return what holds at the start, and one observance for each change."""
    offset = _offset(zone, start)
    local = start.astimezone(zone)
    before = Observance(
        is_daylight=bool(inside) and _is_daylight(local, inside[0].local),
        start=min(_BEGINNING, (start + offset - timedelta(days=1)).replace(tzinfo=None)),
        offset_from=offset,
        offset_to=offset,
        name=str(local.tzname()),
    )
    return (before, *(_observance(change, None) for change in inside))


def _observance(change: _Change, rule: YearlyRule | None) -> Observance:
    return Observance(
        is_daylight=_is_daylight(change.local, change.local_before),
        start=change.wall,
        offset_from=change.offset_from,
        offset_to=change.offset_to,
        name=str(change.local.tzname()),
        rule=rule,
    )


def _is_daylight(local: datetime, neighbour: datetime) -> bool:
    """Tell whether the clocks are ahead.

    Some zones call their winter or Ramadan the exception and subtract from the rest of the year;
    there the time is ahead that borders on such an exception.
    """
    saved, beside = local.dst() or timedelta(), neighbour.dst() or timedelta()
    return saved > timedelta() or (saved == timedelta() and beside < timedelta())


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[_Change]:
    """Yield the changes of offset after `start`, up to `end`, found by bisection.

    Two changes inside one step that cancel each other would not be seen.
    """
    low, before = start, _offset(zone, start)
    while low < end:
        high = min(low + _STEP, end)
        after = _offset(zone, high)
        if after != before:
            yield _Change(moment=_bisect(zone, low, high), zone=zone)
        low, before = high, after


def _bisect(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Return the first second with the offset of `high`, which differs from that of `low`."""
    before = _offset(zone, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        if _offset(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    """Return the offset from UTC at a moment."""
    return moment.astimezone(zone).utcoffset() or timedelta()
