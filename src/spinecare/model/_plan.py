"""A plan: weeks of days of sessions of steps, every dose resolved to single numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._amendment import Amendment
from spinecare.model._availability import Availability
from spinecare.model._catalogue import Catalogue
from spinecare.model._finding import Finding
from spinecare.model._ids import ExerciseId, RoutineId, SessionId
from spinecare.model._past import LastSide, PastSession
from spinecare.model._reading import (
    a_day,
    as_tuple,
    between,
    in_utc,
    is_a,
    members,
    not_blank,
    optional,
    to_the_minute,
    whole,
    word,
    words,
    zone,
)
from spinecare.model._rows import Row, pandas_frame, polars_frame, rows_of
from spinecare.model._showing import ShownBriefly
from spinecare.model._step import Step
from spinecare.model._vocabulary import Weekday

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame
    from polars import DataFrame as PolarsFrame


def _routine_ids(value: Iterable[RoutineId | str]) -> tuple[RoutineId, ...]:
    return tuple(RoutineId(id) for id in as_tuple(value))


def _updated_at(value: datetime) -> datetime:
    return in_utc(value, "updated_at")


@frozen(kw_only=True)
class Session(ShownBriefly):
    """One sitting: steps in order, at a place and time."""

    id: SessionId = field(validator=word)
    """The id: its day and its place among the slots of the day; the time may change."""
    date: date = field(validator=a_day)
    """The day it begins."""
    start: time = field(validator=to_the_minute)
    """The wall-clock time it begins."""
    minutes: float = field(validator=between(1))
    """Minutes that the slot holds."""
    place: str = field(default="home", validator=not_blank)
    """Where."""
    routines: tuple[RoutineId, ...] = field(converter=_routine_ids, validator=words)
    """The routines it holds, in order."""
    steps: tuple[Step, ...] = field(validator=members(Step))
    """What is done, in order."""
    notes: tuple[str, ...] = field(default=(), validator=members(str))
    """What to mind for the whole session."""

    @property
    def duration_s(self) -> float:
        """Seconds of all steps and of the changes between them."""
        return sum(step.between_s + step.duration_s for step in self.steps)

    def starts_at(self, zone: str) -> datetime:
        """Return the moment it begins, in a time zone of the database."""
        return datetime.combine(self.date, self.start, ZoneInfo(zone))

    def ends_at(self, zone: str) -> datetime:
        """Return the moment its steps end, rounded up to the minute."""
        minutes = -(-self.duration_s // 60)
        start = self.starts_at(zone).astimezone(UTC)
        return (start + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))


@frozen(kw_only=True)
class DeskBreak:
    """A short break from sitting."""

    start: time = field(validator=to_the_minute)
    """When to get up."""
    minutes: float = field(validator=between(1))
    """How long."""
    exercise: ExerciseId = field(validator=word)
    """What to do first."""
    others: tuple[ExerciseId, ...] = field(default=(), validator=words)
    """What else will do, the preferred first."""


@frozen(kw_only=True)
class Day:
    """One day of a plan."""

    date: date = field(validator=a_day)
    """The date."""
    sessions: tuple[Session, ...] = field(default=(), validator=members(Session))
    """Its sessions, in order."""
    desk_breaks: tuple[DeskBreak, ...] = field(default=(), validator=members(DeskBreak))
    """Its breaks from sitting, in order."""

    @property
    def weekday(self) -> Weekday:
        """The day of the week."""
        return Weekday.of(self.date)


@frozen(kw_only=True)
class WeeklyPlan(ShownBriefly):
    """Seven days of a plan."""

    number: int = field(validator=whole(1))
    """The week, counted from 1."""
    days: tuple[Day, ...] = field(validator=members(Day))
    """Its seven days."""
    advice: tuple[str, ...] = field(default=(), validator=words)
    """Ids of the advice to try this week."""

    def __attrs_post_init__(self) -> None:
        """Refuse a week that has not seven days in a row."""
        dates = [day.date for day in self.days]
        if len(dates) != 7 or any(
            later - earlier != timedelta(days=1) for earlier, later in pairwise(dates)
        ):
            raise InvalidValueError.of("days", "seven days in a row", len(dates))

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions of the week, in order."""
        return tuple(session for day in self.days for session in day.sessions)


@frozen(kw_only=True)
class Cancelled:
    """A session of an earlier revision that this one drops."""

    id: SessionId = field(validator=word)
    """The id it had."""
    date: date = field(validator=a_day)
    """The day it was to begin."""
    start: time = field(validator=to_the_minute)
    """The time it was to begin."""
    minutes: float = field(validator=between(1))
    """How long it was to last, minutes."""


@frozen(kw_only=True)
class Plan(ShownBriefly):
    """The whole: weeks of sessions, what was left out and why, and the texts it needs.

    A plan stands alone: `catalogue` holds just the entries it uses, so that it can be exported,
    stored and read back without any file.
    """

    id: str = field(validator=word)
    """The id; a re-planned plan keeps it."""
    name: str = field(default="", validator=is_a(str))
    """The person's name for it."""
    start: date = field(validator=a_day)
    """The first day."""
    timezone: str = field(validator=zone)
    """The time zone of all its times."""
    updated_at: datetime = field(converter=_updated_at, validator=is_a(datetime))
    """When it was made, in UTC."""
    revision: int = field(default=0, validator=whole(0))
    """How often it was re-planned."""
    routines: tuple[RoutineId, ...] = field(default=(), converter=_routine_ids, validator=words)
    """The routines it was made from, the most wanted first."""
    weeks: tuple[WeeklyPlan, ...] = field(validator=members(WeeklyPlan))
    """Its weeks, in order."""
    findings: tuple[Finding, ...] = field(default=(), validator=members(Finding))
    """What the rules have to say, in order of weight and place."""
    cancelled: tuple[Cancelled, ...] = field(default=(), validator=members(Cancelled))
    """Sessions of the revision before that are no more."""
    changes: tuple[Amendment, ...] = field(default=(), validator=members(Amendment))
    """What it does otherwise than the revision before, by day, each with its reason."""
    availability: Availability | None = field(default=None, validator=optional(is_a(Availability)))
    """When the person could, as it was made; `None` where nobody knows."""
    past: tuple[PastSession, ...] = field(default=(), validator=members(PastSession))
    """Sessions before the start that a journal tells of as a whole, or still may, by day: those of
    the last four weeks, and all that it did tell of."""
    last_sides: tuple[LastSide, ...] = field(default=(), validator=members(LastSide))
    """The sides that began the last time before it, by exercise."""
    catalogue: Catalogue = field(validator=is_a(Catalogue))
    """The entries it uses."""

    def __attrs_post_init__(self) -> None:
        """Refuse a moment without a zone and sessions that share an id."""
        if self.updated_at.tzinfo is None:
            raise InvalidValueError.of("updated_at", "a moment with a time zone", self.updated_at)
        ids = [session.id for session in self.sessions]
        if len(set(ids)) != len(ids):
            raise InvalidValueError.of("weeks", "sessions with different ids", ids)

    @property
    def days(self) -> tuple[Day, ...]:
        """All days, in order."""
        return tuple(day for week in self.weeks for day in week.days)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions, in order."""
        return tuple(session for day in self.days for session in day.sessions)

    @cached_property
    def remembered(self) -> tuple[PastSession, ...]:
        """What all sessions held that are known: its own, then those before it.

        One that was done before its day stands among both where the plan has another in its place:
        the last of an id is what was done.
        """
        own = (PastSession.of(session, self.timezone) for session in self.sessions)
        return (*own, *self.past)

    def to_rows(self) -> tuple[Row, ...]:
        """Return the plan as flat rows, one for each step, for tables and data frames.

        Returns:
            Rows in the order of the plan with the keys `date`, `time`, `session`, `order`,
            `exercise`, `routine`, `purpose`, `side`, `sets`, `reps`, `hold_s`, `rest_s`, `mass_kg`,
            `duration_s`, `is_reduced`; dates and times as ISO 8601 text, sides joined by `+`.
        """
        return tuple(rows_of(self))

    def to_pandas(self) -> PandasFrame:
        """Return the rows of `to_rows` as a pandas data frame.

        Returns:
            A frame with the keys as columns: `date` as `datetime64[s]`, `time` as `datetime.time`,
            ids and words as categories, numbers as `Int64` and `Float64` with `<NA>` for none.

        Raises:
            MissingExtraError: pandas is not installed; the extra is `[pandas]`.
        """
        return pandas_frame(self)

    def to_polars(self) -> PolarsFrame:
        """Return the rows of `to_rows` as a polars data frame.

        Returns:
            A frame with the keys as columns: `date` as `Date`, `time` as `Time`, ids and words as
            `Categorical`, numbers as `Int64` and `Float64` with null for none.

        Raises:
            MissingExtraError: polars is not installed; the extra is `[polars]`.
        """
        return polars_frame(self)
