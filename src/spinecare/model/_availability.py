"""When a person can: slots of the week, days off, hours at the desk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._reading import as_tuple, between, is_a, members, not_blank, read_word
from spinecare.model._vocabulary import Weekday
from spinecare.units import NumberLike, read_number

_MINUTES_A_DAY = 24 * 60
_MINUTES_A_WEEK = 7 * _MINUTES_A_DAY
_SLOT_TEXT = re.compile(
    r"(?P<days>[A-Za-z][A-Za-z,\s-]*?)\s+(?P<times>\d{1,2}:\d{2}(?:\s*,\s*\d{1,2}:\d{2})*)\s+"
    r"(?P<length>\d+(?:\.\d+)?\s*[A-Za-z]+)\s*(?:\((?P<place>[^()]+)\))?"
)
_DESK_TEXT = re.compile(
    r"(?P<days>[A-Za-z][A-Za-z,\s-]*?)\s+(?P<start>\d{1,2}:\d{2})\s*[-–]\s*(?P<end>\d{1,2}:\d{2})"
)
_EXAMPLE = "'Mon-Fri 07:00 20 min; Sat 10:00 45 min (office)'"


def read_time(value: time | str, field: str) -> time:
    """Read a wall-clock time to the minute from a `time` or text such as `"07:00"`."""
    if isinstance(value, time) and value.tzinfo is None and not value.second + value.microsecond:
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{1,2}:\d{2}", value.strip()):
        hour, minute = (int(part) for part in value.split(":"))
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise InvalidValueError.of(field, "a time of day to the minute", value, "write it as '07:00'.")


def _start(value: time | str) -> time:
    return read_time(value, "start")


def _end(value: time | str) -> time:
    return read_time(value, "end")


def _minutes(value: NumberLike) -> float:
    return read_number(value, "minute", "minutes")


def _every(value: NumberLike) -> float:
    return read_number(value, "minute", "every")


def _weekday(value: Weekday | str) -> Weekday:
    return read_word(Weekday, value, "weekday")


def _weekdays(value: Iterable[Weekday | str]) -> tuple[Weekday, ...]:
    if isinstance(value, str):
        return read_days(value, "weekdays")
    days = [read_word(Weekday, day, "weekdays") for day in as_tuple(value)]
    return tuple(sorted(days, key=lambda day: day.number))


def read_days(text: str, field: str) -> tuple[Weekday, ...]:
    """Read days from text: `"Mon-Fri"`, `"Mon, Wed"`, `"daily"`; in the order of the week."""
    days: set[Weekday] = set()
    for part in text.split(","):
        ends = [end.strip()[:3].capitalize() for end in part.split("-")]
        if part.strip().lower() == "daily":
            ends = ["Mon", "Sun"]
        first = read_word(Weekday, ends[0], field).number
        last = read_word(Weekday, ends[-1], field).number
        if len(ends) > 2:
            raise InvalidValueError.of(field, "days like 'Mon-Fri'", part)
        count = (last - first) % 7 + 1
        days.update(list(Weekday)[(first + step) % 7] for step in range(count))
    return tuple(day for day in Weekday if day in days)


@frozen(kw_only=True)
class Slot:
    """One place in the week: a day, a start and minutes.

    Examples:
        >>> Slot(weekday="Mon", start="07:00", minutes="20 min").minutes
        20.0
    """

    weekday: Weekday = field(converter=_weekday)
    """The day it starts on."""
    start: time = field(converter=_start, validator=is_a(time))
    """The wall-clock time it starts."""
    minutes: float = field(converter=_minutes, validator=between(1, _MINUTES_A_DAY))
    """How long, minutes, 1 to 1440; it may run past midnight."""
    place: str = field(default="home", validator=not_blank)
    """Where; `home` unless said otherwise."""

    @property
    def week_minute(self) -> int:
        """Minutes from Monday 00:00 to its start."""
        return self.weekday.number * _MINUTES_A_DAY + self.start.hour * 60 + self.start.minute


def _check_overlap(slots: tuple[Slot, ...]) -> None:
    for index, slot in enumerate(slots):
        following = slots[(index + 1) % len(slots)]
        gap = (following.week_minute - slot.week_minute) % _MINUTES_A_WEEK
        if len(slots) > 1 and gap < slot.minutes:
            raise InvalidValueError.of(
                "availability",
                "slots that do not overlap",
                f"{slot.weekday} {slot.start:%H:%M} for {slot.minutes:g} min and "
                f"{following.weekday} {following.start:%H:%M}",
                "shorten the first or move the second.",
            )


def _slots(value: Iterable[Slot]) -> tuple[Slot, ...]:
    return tuple(sorted(as_tuple(value), key=_week_minute))


def _dates(value: Iterable[date]) -> tuple[date, ...]:
    days = as_tuple(value)
    if not all(type(day) is date for day in days):  # a moment is a date to Python
        raise InvalidValueError.of("days_off", "dates", days)
    return tuple(sorted(set(days)))


def _week_minute(slot: object) -> int:
    if not isinstance(slot, Slot):
        raise InvalidValueError.of("slots", "of type Slot", slot)
    return slot.week_minute


@frozen(kw_only=True)
class Availability:
    """When a person can: the same slots every week, but for days off.

    Raises:
        InvalidValueError: Slots overlap, also over the end of the week.

    Examples:
        >>> len(Availability.parse("Mon-Fri 07:00 20 min; Sat 10:00 45 min (office)").slots)
        6
    """

    slots: tuple[Slot, ...] = field(converter=_slots)
    """The slots in the order of the week."""
    days_off: tuple[date, ...] = field(default=(), converter=_dates)
    """Dates without any slot or desk break."""

    def __attrs_post_init__(self) -> None:
        """Refuse slots that overlap."""
        if self.slots:
            _check_overlap(self.slots)

    def on(self, day: date) -> tuple[Slot, ...]:
        """Return the slots of a day, in order; none on a day off."""
        if day in self.days_off:
            return ()
        return tuple(slot for slot in self.slots if slot.weekday.number == day.weekday())

    @classmethod
    def parse(cls, text: str) -> Availability:
        """Read availability from text.

        Args:
            text: Parts separated by `;`, each: days (`Mon-Fri`, `Mon, Wed`, `daily`), one or more
                times (`07:00, 19:00`), a length (`20 min`), and optionally a place in brackets.

        Raises:
            InvalidValueError: A part that cannot be read, or slots that overlap.
        """
        slots: list[Slot] = []
        for part in filter(None, (part.strip() for part in text.split(";"))):
            match = _SLOT_TEXT.fullmatch(part)
            if match is None:
                raise InvalidValueError.of(
                    "availability", "days, time and length", part, f"write it as {_EXAMPLE}."
                )
            slots.extend(
                Slot(
                    weekday=day,
                    start=start.strip(),
                    minutes=match["length"],
                    place=(match["place"] or "home").strip(),
                )
                for day in read_days(match["days"], "availability")
                for start in match["times"].split(",")
            )
        if not slots:
            raise InvalidValueError.of(
                "availability", "at least one slot", text, f"write it as {_EXAMPLE}."
            )
        return cls(slots=slots)


@frozen(kw_only=True)
class DeskHours:
    """When a person sits at a desk: breaks fall inside these hours only.

    Examples:
        >>> DeskHours.parse("Mon-Fri 09:00-17:00").end
        datetime.time(17, 0)
    """

    weekdays: tuple[Weekday, ...] = field(converter=_weekdays, validator=members(Weekday))
    """The days, in the order of the week."""
    start: time = field(converter=_start, validator=is_a(time))
    """When sitting begins."""
    end: time = field(converter=_end, validator=is_a(time))
    """When sitting ends, on the same day."""
    every_min: float = field(default=60.0, converter=_every, validator=between(20, 240))
    """Minutes of sitting between breaks; the article says about an hour."""
    place: str = field(default="office", validator=not_blank)
    """Where."""

    def __attrs_post_init__(self) -> None:
        """Refuse hours that end before they begin."""
        if self.end <= self.start:
            raise InvalidValueError.of(
                "desk",
                "hours that end after they begin, on the same day",
                f"{self.start:%H:%M}-{self.end:%H:%M}",
                "split a night shift at midnight.",
            )

    @classmethod
    def parse(cls, text: str) -> DeskHours:
        """Read desk hours from text such as `"Mon-Fri 09:00-17:00"`.

        Raises:
            InvalidValueError: Text that cannot be read, or hours the wrong way round.
        """
        match = _DESK_TEXT.fullmatch(text.strip())
        if match is None:
            raise InvalidValueError.of(
                "desk", "days and hours", text, "write it as 'Mon-Fri 09:00-17:00'."
            )
        return cls(
            weekdays=read_days(match["days"], "desk"), start=match["start"], end=match["end"]
        )
