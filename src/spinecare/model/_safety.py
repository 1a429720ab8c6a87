"""Safety: notes, conditions, warning signs."""

from __future__ import annotations

from attrs import field, frozen

from spinecare.model._ids import ConditionId, ExerciseId, RedFlagId, SourceId, TagId
from spinecare.model._reading import (
    between,
    is_a,
    members,
    not_blank,
    optional,
    read_word,
    word,
    words,
)
from spinecare.model._vocabulary import Urgency
from spinecare.units import NumberLike, read_number


def _hold(value: NumberLike | None) -> float | None:
    return None if value is None else read_number(value, "second", "max_hold")


def _step(value: NumberLike | None) -> float | None:
    return None if value is None else read_number(value, "second", "max_step")


def _rise(value: NumberLike) -> float:
    return read_number(value, "second", "rise")


def _waking(value: NumberLike) -> float:
    return read_number(value, "hour", "waking")


def _urgency(value: Urgency | str) -> Urgency:
    return read_word(Urgency, value, "urgency")


@frozen(kw_only=True)
class SafetyNote:
    """What to mind with an exercise.

    The article's own notes have no source key; cautions that the project adds, because a thing is
    risky as written, name theirs.
    """

    text: str = field(validator=not_blank)
    """What to mind, one sentence."""
    sources: tuple[SourceId, ...] = field(default=(), validator=words)
    """Keys of the sources; empty for a note of the article."""
    is_contraindication: bool = field(default=False, validator=is_a(bool))
    """Whether it says who should not do the exercise."""

    @property
    def is_caution(self) -> bool:
        """Whether the project added it."""
        return bool(self.sources)


@frozen(kw_only=True)
class Tag:
    """A mechanical tag: what an exercise does to the body, as condition rules see it."""

    id: TagId = field(validator=word)
    """The id: `flexion-end`."""
    meaning: str = field(validator=not_blank)
    """What the tag says."""
    reduced_form: str = field(default="", validator=is_a(str))
    """How an exercise with this tag is done under a caution."""
    max_hold_s: float | None = field(default=None, converter=_hold, validator=optional(between(0)))
    """The longest hold under a caution, seconds; `None` where the table gives none."""
    max_step_s: float | None = field(default=None, converter=_step, validator=optional(between(0)))
    """The longest time in one piece under a caution, seconds; `None` where none is given."""


@frozen(kw_only=True)
class Condition:
    """What a person has, and what it rules out or limits.

    The strictest word wins: an entry is avoided if its id or one of its tags is avoided by any
    condition of the person; otherwise it is a caution if its id or one of its tags is a caution.
    """

    id: ConditionId = field(validator=word)
    """The id: `disc-herniation`."""
    label: str = field(validator=not_blank)
    """What it is, in words."""
    avoid: tuple[TagId, ...] = field(default=(), validator=words)
    """Tags that are not planned until a clinician clears them."""
    entries_avoid: tuple[ExerciseId, ...] = field(default=(), validator=words)
    """Entries that are not planned."""
    caution: tuple[TagId, ...] = field(default=(), validator=words)
    """Tags that are planned in the reduced form only."""
    entries_caution: tuple[ExerciseId, ...] = field(default=(), validator=words)
    """Entries that are planned in the reduced form only."""
    notes: str = field(validator=not_blank)
    """What to know, with the strength of each rule and its sources."""
    sources: tuple[SourceId, ...] = field(default=(), validator=words)
    """Keys of the sources."""
    session_note: str = field(default="", validator=is_a(str))
    """What a session tells the person, without naming what they have."""
    rise_s: float = field(default=0.0, converter=_rise, validator=between(0))
    """Seconds to sit before standing up, after lying."""
    waking_hours: float = field(default=1.0, converter=_waking, validator=between(0, 24))
    """Hours after getting up without end-range bending (evidence.md §9.5: 1, with a disc 2)."""


@frozen(kw_only=True)
class RedFlag:
    """A warning sign that needs a clinician first."""

    id: RedFlagId = field(validator=word)
    """The id: `rf-saddle-numbness`."""
    group: str = field(validator=word)
    """What it may mean: `cauda-equina`, `fracture`, …"""
    urgency: Urgency = field(converter=_urgency)
    """What it asks for."""
    question: str = field(validator=not_blank)
    """What to ask the person."""
    sources: tuple[SourceId, ...] = field(default=(), validator=[words, members(str)])
    """Keys of the sources."""
