"""An exercise: poses and phases with a dose, and everything to mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._dose import Dose
from spinecare.model._ids import EquipmentId, ExerciseId, MuscleId, RegionId, TagId
from spinecare.model._phase import Phase
from spinecare.model._pose import Pose
from spinecare.model._reading import (
    as_tuple,
    between,
    is_a,
    members,
    not_blank,
    optional,
    read_word,
    word,
    words,
)
from spinecare.model._safety import SafetyNote
from spinecare.model._showing import ShownInNotebooks
from spinecare.model._vocabulary import (
    Confidence,
    Kind,
    Laterality,
    PhaseKind,
    Record,
    Recovery,
    Role,
    Side,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def _kinds(value: Iterable[Kind | str]) -> tuple[Kind, ...]:
    return tuple(read_word(Kind, kind, "kinds") for kind in as_tuple(value))


def _optional_side(value: Side | str | None) -> Side | None:
    return None if value is None else read_word(Side, value, "first_side")


def _record(value: Record | str) -> Record:
    return read_word(Record, value, "record")


def _role(value: Role | str) -> Role:
    return read_word(Role, value, "role")


def _laterality(value: Laterality | str) -> Laterality:
    return read_word(Laterality, value, "sides")


def _recovery(value: Recovery | str) -> Recovery:
    return read_word(Recovery, value, "recovery")


def _confidence(value: Confidence | str) -> Confidence:
    return read_word(Confidence, value, "confidence")


@frozen(kw_only=True)
class EquipmentNeed:
    """A thing an exercise uses."""

    id: EquipmentId = field(validator=word)
    """The id of the thing."""
    spec: str = field(default="", validator=is_a(str))
    """What it must be like."""
    use: str = field(default="", validator=is_a(str))
    """What it is used for."""
    is_optional: bool = field(default=False, validator=is_a(bool))
    """Whether the exercise can be done without it."""
    note: str = field(default="", validator=is_a(str))
    """What to know."""


@frozen(kw_only=True)
class Default:
    """A number or form that the article does not give, and where it comes from.

    The number itself stands in the field that `name` names: of the dose, of the amounts, or in the
    seconds of the phases.
    """

    name: str = field(validator=not_blank)
    """The field it fills: `hold_s`, `reps`, `form`."""
    text: str = field(default="", validator=is_a(str))
    """The value in words, where it is not a number."""
    per: str = field(default="", validator=is_a(str))
    """What the number counts."""
    note: str = field(default="", validator=is_a(str))
    """What to know."""
    source: str = field(validator=not_blank)
    """Source keys and words, as shown to a reader: `D-MOB; D-WUSHU`."""


@frozen(kw_only=True)
class Amount:
    """A quantity with a unit of its own: a bar height, a knee angle, floors of stairs."""

    name: str = field(validator=not_blank)
    """What it measures, with the unit: `amplitude_cm`, `interval_days`."""
    low: float | None = field(default=None, validator=optional(between(0)))
    """The lowest value; `None` when it is only words."""
    high: float | None = field(default=None, validator=optional(between(0)))
    """The highest value; `None` when it is only words or "at least"."""
    text: str = field(default="", validator=is_a(str))
    """The value in words."""

    def __attrs_post_init__(self) -> None:
        """Refuse an amount without a value, or with its ends the wrong way round."""
        if self.low is None and not self.text:
            raise InvalidValueError.of(self.name, "a number or words", None)
        if self.low is not None and self.high is not None and self.high < self.low:
            raise InvalidValueError.of(
                self.name,
                "from lowest to highest",
                (self.low, self.high),
                "the two ends are the wrong way round.",
            )


@frozen(kw_only=True)
class Exercise(ShownInNotebooks):
    """An entry that can stand in a session.

    Exercises, variants, protocols, transitions and the resting poses of the planner share this
    type; `record` tells which it is.
    """

    id: ExerciseId = field(validator=word)
    """The id, never changed once released."""
    name: str = field(validator=not_blank)
    """The standard name."""
    record: Record = field(converter=_record)
    """What sort of entry it is."""
    kinds: tuple[Kind, ...] = field(converter=_kinds)
    """What it trains or does, the main kind first."""
    role: Role = field(converter=_role)
    """What the whole entry is in the pairing of stress with relaxation."""
    start: Pose = field(validator=is_a(Pose))
    """The body shape it starts from."""
    sides: Laterality = field(converter=_laterality)
    """How it uses the sides."""
    instruction: str = field(validator=not_blank)
    """What to do, in the second person; it carries no dose."""
    phases: tuple[Phase, ...] = field(default=(), validator=members(Phase))
    """The parts, in order."""
    dose: Dose = field(factory=Dose, validator=is_a(Dose))
    """How much."""
    recovery: Recovery = field(default=Recovery.NONE, converter=_recovery)
    """How much rest the loaded muscles need."""
    end: Pose | None = field(default=None, validator=optional(is_a(Pose)))
    """The body shape it ends in, where it differs from the start."""
    first_side: Side | None = field(default=None, converter=_optional_side)
    """The side that the article shows first."""
    first_side_text: str = field(default="", validator=is_a(str))
    """The same in words, where a side alone would not say it."""
    aliases: tuple[str, ...] = field(default=(), validator=members(str))
    """Other names."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=_confidence)
    """How sure the reading of the article is."""
    lines: tuple[int, ...] = field(default=(), validator=members(int))
    """Lines of the article."""
    of: ExerciseId | None = field(default=None, validator=optional(word))
    """The entry that this one varies or belongs to."""
    items: tuple[ExerciseId, ...] = field(default=(), validator=words)
    """The entries of a protocol, in order."""
    regions: tuple[RegionId, ...] = field(default=(), validator=words)
    """Body regions it is for."""
    muscles: tuple[MuscleId, ...] = field(default=(), validator=words)
    """Muscles it works on."""
    muscles_inferred: bool = field(default=False, validator=is_a(bool))
    """Whether the muscles are anatomical inference, not named by the article."""
    muscles_named: str = field(default="", validator=is_a(str))
    """What the article names, in its words."""
    equipment: tuple[EquipmentNeed, ...] = field(default=(), validator=members(EquipmentNeed))
    """Things it uses."""
    tags: tuple[TagId, ...] = field(default=(), validator=words)
    """Mechanical tags, for the condition rules."""
    amounts: tuple[Amount, ...] = field(default=(), validator=members(Amount))
    """Quantities with a unit of their own."""
    defaults: tuple[Default, ...] = field(default=(), validator=members(Default))
    """What the article does not give: which field, and whose number it is."""
    safety: tuple[SafetyNote, ...] = field(default=(), validator=members(SafetyNote))
    """What the article says to mind."""
    cautions: tuple[SafetyNote, ...] = field(default=(), validator=members(SafetyNote))
    """What the project adds, because a thing is risky as written."""
    reduced_form: str = field(default="", validator=is_a(str))
    """How it is done under a caution, where the reduced forms of its tags do not fit it."""
    frequency: str = field(default="", validator=is_a(str))
    """How often, in the article's words."""
    tempo: str = field(default="", validator=is_a(str))
    """The tempo in words."""
    breath: str = field(default="", validator=is_a(str))
    """How to breathe."""
    order: str = field(default="", validator=is_a(str))
    """Where it stands among others, in words."""
    progress: str = field(default="", validator=is_a(str))
    """How it grows, in words."""
    note: str = field(default="", validator=is_a(str))
    """What else to know."""
    alternatives: tuple[str, ...] = field(default=(), validator=members(str))
    """Other readings of an uncertain name."""
    on_request: bool = field(default=False, validator=is_a(bool))
    """Whether it is planned only for a person who asks for it by id."""

    def default(self, name: str) -> Default | None:
        """Return the default that fills a field, or `None` where the article gives the value."""
        return next((default for default in self.defaults if default.name == name), None)

    def amount(self, name: str) -> Amount | None:
        """Return the amount of a name, or `None`."""
        return next((amount for amount in self.amounts if amount.name == name), None)

    def role_of(self, phase: Phase) -> Role:
        """Return what one of its phases is in the pairing of stress with relaxation."""
        stretches = any(other.kind is PhaseKind.STRETCH for other in self.phases)
        return phase.role_in(self.role, stretches)

    @property
    def is_effort(self) -> bool:
        """Whether it is strength, isometric or contract-relax work."""
        return not {Kind.STRENGTH, Kind.ISOMETRIC, Kind.PNF}.isdisjoint(self.kinds)

    @property
    def is_only_relaxation(self) -> bool:
        """Whether it is relaxation and nothing else."""
        return set(self.kinds) <= {Kind.RELAXATION, Kind.EDUCATION}

    @property
    def has_stress(self) -> bool:
        """Whether a phase of it is stress."""
        return any(self.role_of(phase) is Role.STRESS for phase in self.phases)

    @property
    def required_equipment(self) -> tuple[EquipmentId, ...]:
        """Things it cannot be done without."""
        return tuple(need.id for need in self.equipment if not need.is_optional)
