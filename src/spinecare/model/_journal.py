"""What was done and how it felt: entries, and the journal that keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from operator import ne
from typing import cast

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._ids import ExerciseId, SessionId
from spinecare.model._reading import (
    a_day,
    as_tuple,
    between,
    in_utc,
    is_a,
    members,
    optional,
    read_word,
    whole,
    word,
)
from spinecare.model._showing import ShownBriefly
from spinecare.model._step import Step


class Outcome(StrEnum):
    """What became of what was planned."""

    DONE = "done"
    PARTLY = "partly"
    """Begun, or done with less than was planned."""
    SKIPPED = "skipped"


class SkipReason(StrEnum):
    """Why something was skipped, or done in part."""

    PAIN = "pain"
    """It hurt, or threatened to."""
    NO_TIME = "no-time"
    TRAVEL = "travel"
    ILLNESS = "illness"
    NO_EQUIPMENT = "no-equipment"
    TOO_HARD = "too-hard"
    NO_WISH = "no-wish"
    OTHER = "other"


class PainCharacter(StrEnum):
    """How a pain feels (evidence.md §4, R2: sharp, electric or spreading pain stops an entry)."""

    DULL = "dull"
    STIFF = "stiff"
    PULLING = "pulling"
    BURNING = "burning"
    SHARP = "sharp"
    ELECTRIC = "electric"
    SPREADING = "spreading"


class Symptom(StrEnum):
    """A sign that stops the session (evidence.md §4, R2)."""

    NUMBNESS = "numbness"
    """New numbness."""
    TINGLING = "tingling"
    """New tingling."""
    WEAKNESS = "weakness"
    """New weakness."""
    SADDLE_NUMBNESS = "saddle-numbness"
    """New numbness around the genitals, the anus or the inner thighs."""
    BLADDER_BOWEL = "bladder-bowel"
    """New trouble with holding or passing urine or stool."""
    BOTH_LEGS = "both-legs"
    """New weakness, or pain that runs down, in both legs."""
    PAIN_DOWN_LIMB = "pain-down-limb"
    """Pain that moves down an arm or a leg."""
    CHEST_PAIN = "chest-pain"
    BREATHLESSNESS = "breathlessness"
    DIZZINESS = "dizziness"
    """Dizziness or faintness."""
    VISION_CHANGE = "vision-change"
    SUDDEN_HEADACHE = "sudden-headache"


def _outcome(value: Outcome | str) -> Outcome:
    return read_word(Outcome, value, "outcome")


def _reason(value: SkipReason | str | None) -> SkipReason | None:
    return None if value is None else read_word(SkipReason, value, "reason")


def _characters(value: Iterable[PainCharacter | str]) -> tuple[PainCharacter, ...]:
    return tuple(read_word(PainCharacter, one, "character") for one in as_tuple(value))


def _symptoms(value: Iterable[Symptom | str]) -> tuple[Symptom, ...]:
    return tuple(read_word(Symptom, one, "symptoms") for one in as_tuple(value))


def _written_at(value: datetime) -> datetime:
    return in_utc(value, "written_at")


@frozen(kw_only=True)
class Pain:
    """Pain around a session, 0 (none) to 10 (the worst one can think of); `None` is unknown."""

    before: float | None = field(default=None, validator=optional(between(0, 10)))
    """Before the session."""
    during: float | None = field(default=None, validator=optional(between(0, 10)))
    """The highest while it was done."""
    after: float | None = field(default=None, validator=optional(between(0, 10)))
    """Right after."""
    next_morning: float | None = field(default=None, validator=optional(between(0, 10)))
    """The next morning."""
    second_morning: float | None = field(default=None, validator=optional(between(0, 10)))
    """Two mornings later."""


_ROUNDING_S = 0.5
"""Times differ by so much without a dose being another: pages round them."""


@frozen(kw_only=True)
class Planned:
    """The dose that a plan asked for."""

    sets: int = field(default=1, validator=whole(1))
    """Sets."""
    reps: int = field(default=1, validator=whole(1))
    """Repetitions in a set."""
    hold_s: float | None = field(default=None, validator=optional(between(0)))
    """Seconds of the hold; `None` for pure movement."""
    mass_kg: float | None = field(default=None, validator=optional(between(0)))
    """Kilograms in each hand; `None` where no weight is used."""
    is_reduced: bool = field(default=False, validator=is_a(bool))
    """Whether it was the reduced form."""
    duration_s: float | None = field(default=None, validator=optional(between(0)))
    """Seconds that all of it takes, rests and both sides included; `None` where it is not noted."""

    @classmethod
    def of(cls, step: Step) -> Planned:
        """Return the dose of a step."""
        return cls(
            sets=step.sets,
            reps=step.reps,
            hold_s=step.hold_s,
            mass_kg=step.mass_kg,
            is_reduced=step.is_reduced,
            duration_s=step.duration_s,
        )

    def asks_more_than(self, other: Planned) -> bool:
        """Whether it asks for more than another dose of the same exercise.

        The reduced form asks for less than any other. Between two of a kind the time decides, and
        where that is not noted sets, repetitions and seconds of the hold multiplied.
        """
        if self.is_reduced != other.is_reduced:
            return other.is_reduced
        if self.duration_s is None or other.duration_s is None:
            return self.amount > other.amount
        return self.duration_s > other.duration_s + _ROUNDING_S

    @property
    def amount(self) -> float:
        """Sets, repetitions and seconds of the hold multiplied; without a hold sets and reps."""
        return self.sets * self.reps * (1.0 if self.hold_s is None else self.hold_s)


@frozen(kw_only=True)
class Done:
    """What was done of it; what is `None` was not noted."""

    outcome: Outcome = field(converter=_outcome)
    """Done, partly, or skipped."""
    reason: SkipReason | None = field(default=None, converter=_reason)
    """Why not, or not all."""
    sets: int | None = field(default=None, validator=optional(whole(0)))
    """Sets."""
    reps: int | None = field(default=None, validator=optional(whole(0)))
    """Repetitions in a set."""
    hold_s: float | None = field(default=None, validator=optional(between(0)))
    """Seconds of the hold."""
    mass_kg: float | None = field(default=None, validator=optional(between(0)))
    """Kilograms in each hand."""


@frozen(kw_only=True)
class Entry:
    """What a person notes of one exercise of a session, or of the session as a whole.

    Several entries may speak of the same thing: one at the end of the session, one the next
    morning. Nothing is ever written over.
    """

    session: SessionId = field(validator=word)
    """The session of the plan."""
    date: date = field(validator=a_day)
    """The day the session began."""
    exercise: ExerciseId | None = field(default=None, validator=optional(word))
    """The exercise; `None` for the whole session."""
    written_at: datetime = field(converter=_written_at, validator=is_a(datetime))
    """When it was written, in UTC, by the clock of the device."""
    planned: Planned | None = field(default=None, validator=optional(is_a(Planned)))
    """What the plan asked for; `None` where it is not noted, and for a whole session."""
    done: Done | None = field(default=None, validator=optional(is_a(Done)))
    """What was done; `None` where this entry does not say it."""
    pain: Pain = field(factory=Pain, validator=is_a(Pain))
    """Pain, as far as this entry knows it."""
    character: tuple[PainCharacter, ...] = field(
        default=(), converter=_characters, validator=members(PainCharacter)
    )
    """How the pain felt."""
    symptoms: tuple[Symptom, ...] = field(
        default=(), converter=_symptoms, validator=members(Symptom)
    )
    """Signs that stop a session."""
    effort: float | None = field(default=None, validator=optional(between(0, 10)))
    """How hard it was on Borg's CR10 scale, 0 to 10; `None` is unknown."""
    note: str = field(default="", validator=is_a(str))
    """Anything else."""

    def __attrs_post_init__(self) -> None:
        """Refuse a moment without a zone."""
        if self.written_at.tzinfo is None:
            raise InvalidValueError.of("written_at", "a moment with a time zone", self.written_at)


def _entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    """Keep entries in one order, each once, however they came."""
    entries = as_tuple(value)
    if not all(isinstance(cast("object", entry), Entry) for entry in entries):
        return entries  # refused by the validator, which names the field
    ordered = sorted(entries, key=_place)
    places = [*map(_place, ordered)]
    if all(map(ne, places, places[1:])):
        return tuple(ordered)
    groups = (list(group) for _, group in groupby(ordered, key=_place))
    return tuple(
        entry
        for group in groups  # all that is in them decides where nothing else does: that is slow
        for entry in (group if len(group) == 1 else sorted(dict.fromkeys(group), key=repr))
    )


def _place(entry: Entry) -> tuple[date, str, str, datetime]:
    """Return what sorts entries: days, sessions, exercises, moments."""
    return entry.date, entry.session, entry.exercise or "", entry.written_at


@frozen(kw_only=True)
class Journal(ShownBriefly):
    """All entries of a person: an append-only value.

    Entries stand in one order and each stands once, so that joining the journals of two devices
    gives the same journal whichever comes first, and joining twice changes nothing.
    """

    entries: tuple[Entry, ...] = field(default=(), converter=_entries, validator=members(Entry))
    """The entries by day, session, exercise and moment."""

    def with_entries(self, *entries: Entry) -> Journal:
        """Return the journal with more entries; those it has already are not doubled."""
        return Journal(entries=(*self.entries, *entries))

    def merged(self, other: Journal) -> Journal:
        """Return the entries of both: of the phone and of the computer, in any order.

        Raises:
            InvalidValueError: The other is no journal.
        """
        if not isinstance(cast("object", other), Journal):
            raise InvalidValueError.of("other", "a Journal", other, "read it with from_json.")
        return self.with_entries(*other.entries)

    def since(self, day: date) -> Journal:
        """Return the entries about sessions of a day and later."""
        return Journal(entries=tuple(entry for entry in self.entries if entry.date >= day))

    def of_session(self, session: SessionId | str) -> tuple[Entry, ...]:
        """Return the entries of a session, in order."""
        return tuple(entry for entry in self.entries if entry.session == session)
