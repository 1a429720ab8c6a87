"""One part of a movement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from spinecare.model._ids import SourceId
from spinecare.model._pose import Pose
from spinecare.model._reading import (
    is_a,
    not_blank,
    optional,
    read_word,
    whole,
    word,
    words,
)
from spinecare.model._span import Hold, HoldLike, Span, span_quantity
from spinecare.model._vocabulary import Each, PhaseKind, Role
from spinecare.units import NumberLike, read_number

if TYPE_CHECKING:
    from spinecare.units import Quantity

_STRESS = frozenset({PhaseKind.CONTRACT, PhaseKind.MOVE, PhaseKind.HOLD})


def _seconds(value: HoldLike | None) -> Hold | None:
    return value if value is None or isinstance(value, Hold) else Hold.of(value, "seconds")


def _into(value: NumberLike) -> float:
    return read_number(value, "second", "into")


def _optional_role(value: Role | str | None) -> Role | None:
    return None if value is None else read_word(Role, value, "role")


def _phase_kind(value: PhaseKind | str) -> PhaseKind:
    return read_word(PhaseKind, value, "kind")


def _each(value: Each | str) -> Each:
    return read_word(Each, value, "each")


@frozen(kw_only=True)
class Phase:
    """One part of a movement.

    Raises:
        InvalidValueError: A time that is none, an unknown kind, a cue without text.
    """

    kind: PhaseKind = field(converter=_phase_kind)
    """What happens."""
    cue: str = field(validator=not_blank)
    """What to do, in a few words."""
    id: str | None = field(default=None, validator=optional(word))
    """An id where the catalogue gives the phase one: `neck-4-front`."""
    seconds: Hold | None = field(default=None, converter=_seconds)
    """Seconds, lowest and highest; `None` when the phase takes no time of its own."""
    into_s: float = field(default=0.0, converter=_into)
    """Seconds to get into the phase, before `seconds` begin."""
    each: Each = field(default=Each.REP, converter=_each)
    """How often: in every repetition, once a set, once in all."""
    times: int = field(default=1, validator=whole(1))
    """How many times in a row: 2 for two directions or sides."""
    role: Role | None = field(default=None, converter=_optional_role)
    """Stress, relax or neutral, where the data say so; `None` follows the rule of `role_in`."""
    pose: Pose | None = field(default=None, validator=optional(is_a(Pose)))
    """The body shape it ends in; `None` when it is not written down."""
    breath: str = field(default="", validator=is_a(str))
    """How to breathe."""
    in_reduced: bool = field(default=True, validator=is_a(bool))
    """Whether the reduced form keeps it."""
    sources: tuple[SourceId, ...] = field(default=(), validator=words)
    """Keys of the sources of the seconds; empty where the article gives them."""

    def role_in(self, entry_role: Role, has_stretch: bool) -> Role:
        """Return what the phase is in the pairing of stress with relaxation (design §5).

        Args:
            entry_role: The role of the entry it belongs to; in entries of role `relax` no phase
                is stress.
            has_stretch: Whether a hold of the entry belongs to a stretch.

        Returns:
            `STRESS`, `RELAX` or `NEUTRAL`.
        """
        if self.role is not None:
            return self.role
        if self.kind is PhaseKind.RELAX:
            return Role.RELAX
        passive_hold = self.kind is PhaseKind.HOLD and has_stretch
        if self.kind in _STRESS and entry_role in (Role.STRESS, Role.MIXED) and not passive_hold:
            return Role.STRESS
        return Role.NEUTRAL

    @property
    def duration(self) -> Span[Quantity] | None:
        """The seconds as a span of quantities."""
        return span_quantity(self.seconds, "second")
