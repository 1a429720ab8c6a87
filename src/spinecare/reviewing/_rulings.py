"""What a rule makes of an experience: an action, with its reason."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from spinecare.model import RuleId


class Action(StrEnum):
    """What comes of an experience, from the strictest to the mildest."""

    STOP_SESSION = "stop-session"
    """The session ends; warning signs are looked through."""
    STOP_ENTRY = "stop-entry"
    """The exercise ends for today."""
    LEAVE_OUT = "leave-out"
    """It is planned no more; a clinician is asked."""
    SKIP = "skip"
    """It rests for some days."""
    REGRESS = "regress"
    """It comes back a step easier."""
    REPEAT = "repeat"
    """The same dose again, no progress."""
    KEEP = "keep"
    """It goes on; it may progress when all else allows it."""
    PROGRESS = "progress"
    """One step forward."""

    @property
    def strictness(self) -> int:
        """A number that grows the stricter it is."""
        return _STRICTNESS[self]

    @property
    def is_event(self) -> bool:
        """Whether it counts towards leaving the exercise out: a step back, a pause, a stop."""
        return self in _EVENTS


_STRICTNESS = {action: strictness for strictness, action in enumerate(reversed(Action), start=1)}
_EVENTS = frozenset({Action.STOP_SESSION, Action.STOP_ENTRY, Action.SKIP, Action.REGRESS})


class Start(StrEnum):
    """How a session begins, from the strictest to the mildest."""

    DO_NOT = "do-not"
    """It does not: relief positions, and a look at the warning signs."""
    ASK = "ask"
    """Pain is not known: relief positions only, and the question again."""
    RELIEF = "relief"
    """Relief positions, then the question again; still so, it stays with them."""
    REDUCED = "reduced"
    """Relief positions, then the question again; still so, the reduced form, without strength."""
    NORMAL = "normal"
    """As planned."""


@frozen(kw_only=True)
class Ruling:
    """What one rule says of one experience."""

    rule: RuleId
    """The rule: `pain-r1` to `pain-r7`."""
    action: Action
    """What comes of it."""
    reason: str
    """Why, with the numbers."""


def strictest(rulings: tuple[Ruling, ...]) -> Ruling:
    """Return the strictest of one or more rulings; of equals the first."""
    return max(rulings, key=_strictness)


def _strictness(ruling: Ruling) -> int:
    return ruling.action.strictness
