"""Routines: ordered exercises with a cadence, stages, an opening and a closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._ids import ExerciseId, RoutineId, SourceId
from spinecare.model._reading import (
    as_tuple,
    between,
    is_a,
    members,
    not_blank,
    optional,
    read_word,
    whole,
    word,
    words,
)
from spinecare.model._showing import ShownInNotebooks
from spinecare.model._span import CountLike, Span, SpanLike, read_counts, read_span, span_quantity
from spinecare.model._vocabulary import CadenceKind, Goal, SessionPart
from spinecare.units import NumberLike, read_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinecare.units import Quantity


def _times(value: CountLike) -> Span[int]:
    low, high = read_counts(value, "times")
    return Span(low=low, high=high)


def _gap(value: NumberLike) -> float:
    return read_number(value, "hour", "gap")


def _every(value: NumberLike | None) -> float | None:
    return None if value is None else read_number(value, "minute", "every")


def _window(value: SpanLike | None) -> Span[float] | None:
    return None if value is None else read_span(value, "day", "window")


def _goals(value: Iterable[Goal | str]) -> tuple[Goal, ...]:
    return tuple(read_word(Goal, goal, "goals") for goal in as_tuple(value))


def _optional_part(value: SessionPart | str | None) -> SessionPart | None:
    return None if value is None else read_word(SessionPart, value, "part")


def _cadence_kind(value: CadenceKind | str) -> CadenceKind:
    return read_word(CadenceKind, value, "kind")


@frozen(kw_only=True)
class Cadence:
    """How often a routine comes back.

    Raises:
        InvalidValueError: A window cadence without a window, or another kind with one.
    """

    kind: CadenceKind = field(converter=_cadence_kind)
    """What is counted."""
    times: Span[int] = field(default=Span(low=1, high=1), converter=_times)
    """How many times a day or a week, lowest and highest."""
    window_days: Span[float] | None = field(default=None, converter=_window)
    """Days after the session before: earliest and latest."""
    gap_h: float = field(default=0.0, converter=_gap, validator=between(0))
    """Hours from the start of one session of it to the start of the next, at least."""
    every_min: float | None = field(default=None, converter=_every, validator=optional(between(1)))
    """Minutes between hourly breaks."""
    when: str = field(default="", validator=is_a(str))
    """The time of day that suits: `morning`, `evening`, or nothing."""
    text: str = field(default="", validator=is_a(str))
    """The same in words, for a reader."""
    sources: tuple[SourceId, ...] = field(default=(), validator=words)
    """Keys of the sources; empty where the article gives the cadence."""

    def __attrs_post_init__(self) -> None:
        """Refuse a window where there is none, and the other way round."""
        if (self.kind is CadenceKind.WINDOW) is (self.window_days is None):
            expected = "given for the cadence 'window' and for no other"
            raise InvalidValueError.of("window_days", expected, self.window_days)
        if (self.kind is CadenceKind.HOURLY) is (self.every_min is None):
            expected = "given for the cadence 'hourly' and for no other"
            raise InvalidValueError.of("every_min", expected, self.every_min)

    @property
    def window(self) -> Span[Quantity] | None:
        """The window as a span of quantities."""
        return span_quantity(self.window_days, "day")


@frozen(kw_only=True)
class Stage:
    """Exercises that join a routine only later."""

    opens: tuple[ExerciseId, ...] = field(validator=words)
    """The exercises that join."""
    after: tuple[ExerciseId, ...] = field(validator=words)
    """The exercises that come first."""
    days: int = field(validator=whole(0))
    """Days after the first session of `after`, at least."""
    completed_days: int = field(default=0, validator=whole(0))
    """Days on which `after` were done, at least."""
    sources: tuple[SourceId, ...] = field(default=(), validator=words)
    """Keys of the sources; empty where the article gives the days."""


@frozen(kw_only=True)
class Series:
    """Entries that are done in a row more than once."""

    items: tuple[ExerciseId, ...] = field(validator=words)
    """The entries, in order."""
    times: int = field(validator=whole(2))
    """How many times the row is done."""


@frozen(kw_only=True)
class Routine(ShownInNotebooks):
    """An ordered set of exercises with a cadence."""

    id: RoutineId = field(validator=word)
    """The id."""
    name: str = field(validator=not_blank)
    """The name."""
    summary: str = field(validator=not_blank)
    """What it is, in one or two sentences."""
    cadence: Cadence = field(validator=is_a(Cadence))
    """How often."""
    part: SessionPart | None = field(default=None, converter=_optional_part)
    """Where it stands in a session; `None` for advice."""
    entries: tuple[ExerciseId, ...] = field(default=(), validator=words)
    """The exercises, in order."""
    keeps_order: bool = field(default=True, validator=is_a(bool))
    """Whether the order is the article's and must not change."""
    series: tuple[Series, ...] = field(default=(), validator=members(Series))
    """Entries that are repeated in a row."""
    stages: tuple[Stage, ...] = field(default=(), validator=members(Stage))
    """Exercises that join later."""
    opening: tuple[ExerciseId, ...] = field(default=(), validator=words)
    """What comes first in a session of it, before its exercises."""
    closing: tuple[ExerciseId, ...] = field(default=(), validator=words)
    """What ends a session of it, the preferred first."""
    is_gymnastics: bool = field(default=False, validator=is_a(bool))
    """Whether relief positions open it when there is discomfort (article, line 79)."""
    pairs_strictly: bool = field(default=False, validator=is_a(bool))
    """Whether every effort is answered by a relaxation as long as itself (article, line 121)."""
    goals: tuple[Goal, ...] = field(default=(), converter=_goals)
    """Goals it serves, the nearest first."""
    rules: tuple[str, ...] = field(default=(), validator=words)
    """Ids of the guiding rules that apply."""
    lines: tuple[int, ...] = field(default=(), validator=members(int))
    """Lines of the article."""
    length_text: str = field(default="", validator=is_a(str))
    """How long, in the article's words."""
    progress: str = field(default="", validator=is_a(str))
    """How it grows, in words."""


@frozen(kw_only=True)
class Edge:
    """One exercise comes before another.

    `needs` means more than order: the later one repeats or uses the earlier one, so it is planned
    only in a session that holds the earlier one too.
    """

    before: ExerciseId = field(validator=word)
    """The earlier one."""
    after: ExerciseId = field(validator=word)
    """The later one."""
    needs: bool = field(default=False, validator=is_a(bool))
    """Whether the later one uses the earlier one."""
    lines: tuple[int, ...] = field(default=(), validator=members(int))
    """Lines of the article."""
    note: str = field(default="", validator=is_a(str))
    """What carries over: a position, an action."""
