"""One exercise in a session, every number resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from spinecare.model._ids import ExerciseId, RoutineId
from spinecare.model._reading import (
    as_tuple,
    between,
    is_a,
    members,
    optional,
    read_word,
    whole,
    word,
)
from spinecare.model._vocabulary import Each, PhaseKind, RepsPer, Role, Side


class Purpose(StrEnum):
    """Why a step stands in a session."""

    OPENING = "opening"
    """A relief position or resting pose before the work."""
    MAIN = "main"
    """An exercise of a routine."""
    REST = "rest"
    """A resting pose that the planner added after an effort."""
    CLOSING = "closing"
    """The rest that ends lying work."""
    WAY_UP = "way-up"
    """Rolling to the side and rising slowly."""


def _purpose(value: Purpose | str) -> Purpose:
    return read_word(Purpose, value, "purpose")


def _kind(value: PhaseKind | str) -> PhaseKind:
    return read_word(PhaseKind, value, "kind")


def _role(value: Role | str) -> Role:
    return read_word(Role, value, "role")


def _each(value: Each | str) -> Each:
    return read_word(Each, value, "each")


def _per(value: RepsPer | str) -> RepsPer:
    return read_word(RepsPer, value, "reps_per")


def _sides(value: Iterable[Side | str]) -> tuple[Side, ...]:
    return tuple(read_word(Side, side, "sides") for side in as_tuple(value))


@frozen(kw_only=True)
class StepPhase:
    """One phase of a step with its seconds resolved."""

    kind: PhaseKind = field(converter=_kind)
    """What happens."""
    role: Role = field(converter=_role)
    """Stress, relax or neutral."""
    seconds: float = field(validator=between(0))
    """Seconds of the phase itself, each time."""
    into_s: float = field(default=0.0, validator=between(0))
    """Seconds to get into it, before that."""
    each: Each = field(default=Each.REP, converter=_each)
    """How often it happens."""
    times: int = field(default=1, validator=whole(1))
    """How many times in a row."""

    @property
    def total_s(self) -> float:
        """Seconds of all its times in a row, getting in included."""
        return self.times * (self.into_s + self.seconds)

    @property
    def work_s(self) -> float:
        """Seconds of that without relaxation."""
        return self.times * (self.into_s + (0.0 if self.role is Role.RELAX else self.seconds))


@frozen(kw_only=True)
class Step:
    """One exercise in a session, with its dose resolved to single numbers."""

    exercise: ExerciseId = field(validator=word)
    """The id of the exercise."""
    routine: RoutineId | None = field(default=None, validator=optional(word))
    """The routine it belongs to; `None` for what the planner adds."""
    purpose: Purpose = field(default=Purpose.MAIN, converter=_purpose)
    """Why it stands there."""
    sides: tuple[Side, ...] = field(converter=_sides, validator=members(Side))
    """The sides in the order they are done; `both` alone where they move together."""
    one_side_after_other: bool = field(default=False, validator=is_a(bool))
    """Whether the whole set is done on the first side, then on the second."""
    sets: int = field(default=1, validator=whole(1))
    """Sets."""
    reps: int = field(default=1, validator=whole(1))
    """Repetitions in a set, counted as `reps_per` says."""
    reps_per: RepsPer = field(default=RepsPer.CYCLE, converter=_per)
    """What one repetition is."""
    cycles: int = field(default=1, validator=whole(1))
    """How many times the phases of a repetition are gone through in a set, on each side."""
    hold_s: float | None = field(default=None, validator=optional(between(0)))
    """Seconds of the hold; `None` for pure movement."""
    mass_kg: float | None = field(default=None, validator=optional(between(0)))
    """Kilograms in each hand; 0 for none yet, `None` where no weight is used."""
    rest_s: float = field(default=0.0, validator=between(0))
    """Seconds between sets."""
    change_s: float = field(default=0.0, validator=between(0))
    """Seconds to change sides, once."""
    leave_s: float = field(default=0.0, validator=between(0))
    """Seconds to come out of the last repetition."""
    between_s: float = field(default=0.0, validator=between(0))
    """Seconds before it, to change from the step before."""
    phases: tuple[StepPhase, ...] = field(default=(), validator=members(StepPhase))
    """The phases, in order."""
    is_reduced: bool = field(default=False, validator=is_a(bool))
    """Whether it is the reduced form, because a condition asks for caution."""
    is_new: bool = field(default=False, validator=is_a(bool))
    """Whether it is done for the first time, as far as the plan knows."""
    notes: tuple[str, ...] = field(default=(), validator=members(str))
    """What to mind in this plan, beside what the exercise itself says."""

    def seconds_of(self, each: Each) -> float:
        """Return the seconds of one round of the phases that happen so often."""
        return sum(phase.total_s for phase in self.phases if phase.each is each)

    @cached_property
    def duration_s(self) -> float:
        """Seconds of the step: repetitions, sets, rests, both sides, the change between them."""
        return self._all_rounds(self.seconds_of, self.rest_s)

    @cached_property
    def work_s(self) -> float:
        """Seconds of it without relaxation and rests."""
        return self._all_rounds(self._work_of, rest_s=0.0)

    def _work_of(self, each: Each) -> float:
        return sum(phase.work_s for phase in self.phases if phase.each is each)

    def _all_rounds(self, seconds_of: Callable[[Each], float], rest_s: float) -> float:
        """Return the seconds of all rounds of phases, coming out of the last one included."""
        one_set = self.cycles * seconds_of(Each.REP) + seconds_of(Each.SET)
        one_side = self.sets * one_set + (self.sets - 1) * rest_s
        sides = len(self.sides) if self.one_side_after_other else 1
        changes = (sides - 1) * self.change_s
        return sides * one_side + changes + seconds_of(Each.STEP) + self.leave_s
