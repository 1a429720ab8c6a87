"""The slots of a week laid on the calendar: real moments, clock changes minded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from attrs import field, frozen

from spinecare.model import Person, SessionId, Slot

MORNING_UNKNOWN = time(9, 0)
"""When the waking time is unknown, a slot before this counts as just after it (design §5)."""


LONGEST_DAY_H = 18.0
"""Hours one is awake at most: a slot later than that comes before getting up (D-JUDGE)."""


@frozen(kw_only=True)
class Opening:
    """One slot on one date."""

    date: date
    """The day it begins."""
    week: int
    """The week of the plan, from 1."""
    day_of_week: int
    """Days since the week of the plan began, 0 to 6."""
    slot: Slot
    """The slot."""
    number: int
    """Its place among the slots of the day, from 1."""
    at: datetime
    """The moment it begins, in UTC."""
    is_real: bool = field(default=True)
    """Whether its wall times exist once on that date: no clock change takes or repeats them, or
    lets the slot before it last into it."""

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.slot.minutes * 60

    @property
    def session(self) -> SessionId:
        """The id of a session that stands in it."""
        return SessionId(f"{self.date.isoformat()}-{self.number}")

    @property
    def habit(self) -> tuple[str, time]:
        """What it shares with the same slot of other weeks."""
        return self.slot.weekday.value, self.slot.start


def openings(person: Person, start: date, weeks: int) -> tuple[Opening, ...]:
    """Return every slot from a start date on, in order; days off have none.

    Args:
        person: Whose availability.
        start: The first day.
        weeks: How many weeks of seven days, counted from the start.
    """
    return tuple(_openings(person, start, weeks))


def _openings(person: Person, start: date, weeks: int) -> Iterator[Opening]:
    zone = ZoneInfo(person.timezone)
    over = datetime.min.replace(tzinfo=UTC)
    for offset in range(7 * weeks):
        day = start + timedelta(days=offset)
        for number, slot in enumerate(person.availability.on(day), start=1):
            begin = datetime.combine(day, slot.start, zone)
            length = timedelta(minutes=slot.minutes)
            at = begin.astimezone(UTC)
            end = (at + length).astimezone(zone)
            # a session may end at any minute of its slot: none of them may come twice
            set_back = end.replace(tzinfo=None) - begin.replace(tzinfo=None) < length
            # an hour that is taken away in the slot before brings this one nearer
            is_real = is_plain(begin) and is_plain(end) and not set_back and at >= over
            over = at + length if is_real else over
            yield Opening(
                date=day,
                week=offset // 7 + 1,
                day_of_week=offset % 7,
                slot=slot,
                number=number,
                at=at,
                is_real=is_real,
            )


def is_plain(moment: datetime) -> bool:
    """Whether a local moment exists and exists once: neither in a gap nor in a fold."""
    return moment.replace(fold=0).utcoffset() == moment.replace(fold=1).utcoffset()


def hours_awake(person: Person, start: time) -> float:
    """Return the hours from getting up to a time of day.

    Returns:
        0 to 18; longer means that one has not got up yet, and counts as 0. With an unknown waking
        time, 0 before 09:00 and 18 from then on, so that an unknown morning counts as just after
        getting up.
    """
    if person.wakes_at is None:
        return 0.0 if start < MORNING_UNKNOWN else LONGEST_DAY_H
    minutes = (start.hour - person.wakes_at.hour) * 60 + start.minute - person.wakes_at.minute
    hours = (minutes % (24 * 60)) / 60
    return hours if hours <= LONGEST_DAY_H else 0.0
