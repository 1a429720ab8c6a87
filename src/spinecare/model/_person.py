"""Who a plan is for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Literal

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._availability import Availability, DeskHours, read_time
from spinecare.model._ids import (
    ConditionId,
    EquipmentId,
    ExerciseId,
    RedFlagId,
    RegionId,
    RoutineId,
)
from spinecare.model._reading import (
    a_day,
    as_tuple,
    between,
    is_a,
    members,
    not_blank,
    optional,
    read_word,
    words,
    zone,
)
from spinecare.model._vocabulary import Goal, Level


def _availability(value: Availability | str) -> Availability:
    return Availability.parse(value) if isinstance(value, str) else value


def _desk(value: DeskHours | str | None) -> DeskHours | None:
    return DeskHours.parse(value) if isinstance(value, str) else value


def _wakes_at(value: time | str | None) -> time | None:
    return None if value is None else read_time(value, "wakes_at")


def _goals(value: Iterable[Goal | str]) -> tuple[Goal, ...]:
    return tuple(read_word(Goal, goal, "goals") for goal in as_tuple(value))


def _level(value: Level | str) -> Level:
    return read_word(Level, value, "level")


def _others(value: str) -> Literal["no", "not asked"]:
    if value == "no":
        return "no"
    if value == "not asked":
        return "not asked"
    raise InvalidValueError.of("others", "'no' or 'not asked'", value)


def _routine_ids(value: Iterable[RoutineId | str]) -> tuple[RoutineId, ...]:
    return tuple(RoutineId(id) for id in as_tuple(value))


def _condition_ids(value: Iterable[ConditionId | str]) -> tuple[ConditionId, ...]:
    return tuple(ConditionId(id) for id in as_tuple(value))


def _equipment_ids(value: Iterable[EquipmentId | str]) -> tuple[EquipmentId, ...]:
    return tuple(EquipmentId(id) for id in as_tuple(value))


def _exercise_ids(value: Iterable[ExerciseId | str]) -> tuple[ExerciseId, ...]:
    return tuple(ExerciseId(id) for id in as_tuple(value))


def _flag_ids(value: Iterable[RedFlagId | str]) -> tuple[RedFlagId, ...]:
    return tuple(RedFlagId(id) for id in as_tuple(value))


def _region_ids(value: Iterable[RegionId | str] | None) -> tuple[RegionId, ...] | None:
    return None if value is None else tuple(RegionId(id) for id in as_tuple(value))


@frozen(kw_only=True)
class Screening:
    """The answers to the questions about warning signs.

    A question that is in none of the fields counts as not yet asked, never as "no".

    Examples:
        >>> Screening(yes=["rf-age"], others="no").yes
        ('rf-age',)
    """

    yes: tuple[RedFlagId, ...] = field(default=(), converter=_flag_ids, validator=words)
    """Signs that are present."""
    no: tuple[RedFlagId, ...] = field(default=(), converter=_flag_ids, validator=words)
    """Signs that were asked about and are absent."""
    others: Literal["no", "not asked"] = field(default="not asked", converter=_others)
    """What holds for every other sign: `no` says that all were asked and answered with no."""

    def __attrs_post_init__(self) -> None:
        """Refuse a sign that is answered both ways."""
        both = sorted(set(self.yes) & set(self.no))
        if both:
            raise InvalidValueError.of("screening", "one answer for each sign", both)

    def is_open(self, flag: RedFlagId) -> bool:
        """Whether a sign has no answer yet."""
        return self.others == "not asked" and flag not in self.yes and flag not in self.no


@frozen(kw_only=True)
class Place:
    """A place where slots are, and what is at hand there."""

    name: str = field(validator=not_blank)
    """The name that slots use: `office`."""
    equipment: tuple[EquipmentId, ...] = field(
        default=(), converter=_equipment_ids, validator=words
    )
    """Things at hand."""
    has_floor: bool = field(default=False, validator=is_a(bool))
    """Whether one can lie and kneel on the floor there."""


def _places(value: Iterable[Place]) -> tuple[Place, ...]:
    return as_tuple(value)


@frozen(kw_only=True)
class Person:
    """Who the plan is for, and when they can.

    Raises:
        InvalidValueError: A field that cannot be, named with what was expected.

    Examples:
        >>> person = Person(
        ...     timezone="Europe/Berlin",
        ...     availability="Mon-Fri 07:00 20 min; Sat 10:00 45 min",
        ...     screening=Screening(others="no"),
        ...     goals=["ease-neck"],
        ... )
        >>> person.level
        <Level.BEGINNER: 'beginner'>
    """

    timezone: str = field(validator=zone)
    """The time zone the slots are in, a name of the time zone database."""
    availability: Availability = field(converter=_availability, validator=is_a(Availability))
    """When they can."""
    screening: Screening = field(factory=Screening, validator=is_a(Screening))
    """Answers about warning signs; nothing is planned before all are answered."""
    cleared_by_clinician: bool = field(default=False, validator=is_a(bool))
    """Whether a clinician has cleared them for exercise, which answers `before-start` signs."""
    cleared_on: date | None = field(default=None, validator=optional(a_day))
    """The day on which a clinician, asked about signs or pain in the journal, allowed exercise
    again: what the journal tells of before it no longer stops or leaves out anything."""
    name: str = field(default="", validator=is_a(str))
    """A name for the sheet; may stay empty."""
    goals: tuple[Goal, ...] = field(default=(), converter=_goals, validator=members(Goal))
    """What they want, the most wanted first; chooses the routines where none are named."""
    routines: tuple[RoutineId, ...] = field(default=(), converter=_routine_ids, validator=words)
    """Routines they want, the most wanted first; empty lets the goals choose."""
    conditions: tuple[ConditionId, ...] = field(
        default=(), converter=_condition_ids, validator=words
    )
    """What they have, as ids of condition rules."""
    equipment: tuple[EquipmentId, ...] = field(
        default=(), converter=_equipment_ids, validator=words
    )
    """Things at hand at home, where the floor can be used too."""
    places: tuple[Place, ...] = field(default=(), converter=_places, validator=members(Place))
    """Other places; at a place that is not listed nothing is at hand, not even the floor."""
    wakes_at: time | None = field(default=None, converter=_wakes_at)
    """When they get up; `None` lets every slot before 09:00 count as the first hour."""
    desk: DeskHours | None = field(
        default=None, converter=_desk, validator=optional(is_a(DeskHours))
    )
    """When they sit at a desk; `None` plans no desk breaks."""
    level: Level = field(default=Level.BEGINNER, converter=_level)
    """How used they are to exercise."""
    pain: float | None = field(default=None, validator=optional(between(0, 10)))
    """Usual pain before exercise, 0-10; `None` is unknown and never counts as none."""
    tense: tuple[RegionId, ...] | None = field(
        default=None, converter=_region_ids, validator=optional(words)
    )
    """Regions tense or sore now; `None` is unknown, an empty tuple says none."""
    tried: tuple[ExerciseId, ...] = field(default=(), converter=_exercise_ids, validator=words)
    """Exercises they have done before without trouble."""
    asks_for: tuple[ExerciseId, ...] = field(default=(), converter=_exercise_ids, validator=words)
    """Exercises that are planned only on request."""
    leaves_out: tuple[ExerciseId, ...] = field(default=(), converter=_exercise_ids, validator=words)
    """Exercises they do not want."""
    strict_relaxation: bool = field(default=False, validator=is_a(bool))
    """Whether light movement too is answered by a relaxation as long as itself."""

    def __attrs_post_init__(self) -> None:
        """Refuse places that have the same name."""
        names = [listed.name for listed in self.places]
        if len(set(names)) != len(names):
            raise InvalidValueError.of("places", "places with different names", names)

    def place(self, name: str) -> Place:
        """Return what is at hand at a place; nothing where the place is not listed."""
        for listed in self.places:
            if listed.name == name:
                return listed
        if name == "home":
            return Place(name="home", equipment=self.equipment, has_floor=True)
        return Place(name=name)
