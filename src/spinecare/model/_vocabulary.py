"""The closed word lists: their values are the words used in files and never change."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class PhaseKind(StrEnum):
    """What happens in a phase."""

    SETUP = "setup"
    CONTRACT = "contract"
    MOVE = "move"
    HOLD = "hold"
    STRETCH = "stretch"
    RELAX = "relax"
    RETURN = "return"
    BREATHE = "breathe"


class Role(StrEnum):
    """What a phase or an entry is in the pairing of stress with relaxation."""

    STRESS = "stress"
    """Effort, or active movement."""
    RELAX = "relax"
    """Letting go."""
    NEUTRAL = "neutral"
    """Neither: getting into position, a passive stretch, breathing."""
    MIXED = "mixed"
    """Entries only: holds its own stress and its own relaxation."""
    NONE = "none"
    """Entries only: takes no part, like rolling to the side."""


class Each(StrEnum):
    """How often a phase happens."""

    REP = "rep"
    """In every repetition."""
    SET = "set"
    """Once after the repetitions of a set, on each side."""
    STEP = "step"
    """Once, at the start (setup) or the end of the whole exercise."""


class Side(StrEnum):
    """A side of the body."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The opposite side; both stays both."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


class Laterality(StrEnum):
    """How an exercise uses the sides."""

    BOTH_TOGETHER = "both-together"
    LEFT_RIGHT = "left-right"
    """All of one side, then all of the other."""
    ALTERNATING = "alternating"
    """The side changes inside each repetition."""
    DIAGONAL = "diagonal"
    """Opposite arm and leg, changing inside each repetition."""
    FOUR_DIRECTIONS = "four-directions"
    EITHER = "either"
    """One side, whichever."""

    @property
    def has_starting_side(self) -> bool:
        """Whether it matters which side comes first."""
        return self not in (Laterality.BOTH_TOGETHER, Laterality.FOUR_DIRECTIONS)


class RepsPer(StrEnum):
    """What one repetition is."""

    CYCLE = "cycle"
    """The whole item: there and back, both sides or all directions."""
    SIDE = "side"
    """Counted for each side or direction."""
    TOTAL = "total"
    """Every single movement to one side counts."""


class Record(StrEnum):
    """What sort of entry it is."""

    EXERCISE = "exercise"
    VARIANT = "variant"
    PROTOCOL = "protocol"
    TRANSITION = "transition"
    REST = "rest"
    """A resting pose that the planner adds; the article names none of these."""


class Kind(StrEnum):
    """What an exercise trains or does."""

    MOBILITY = "mobility"
    STATIC_STRETCH = "static-stretch"
    PNF = "pnf"
    """Contract, relax, stretch (proprioceptive neuromuscular facilitation)."""
    ISOMETRIC = "isometric"
    STRENGTH = "strength"
    DECOMPRESSION = "decompression"
    RELAXATION = "relaxation"
    BREATHING = "breathing"
    AEROBIC = "aerobic"
    EDUCATION = "education"


class Confidence(StrEnum):
    """How sure the reading of the article is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Recovery(StrEnum):
    """How much rest the loaded muscles need before they are loaded again (evidence.md §5.6)."""

    PULL = "pull"
    """Pulling strength work: 120 h; the window of the routine is 5-8 days."""
    STRENGTH = "strength"
    """Other strength work, prone lifts, bridge and curl: 48 h, for a beginner 72 h."""
    GENTLE = "gentle"
    """Contract-relax stretches and gentle contractions lying down: 24 h."""
    LIGHT = "light"
    """Light isometric neck work and shrugs with 1.5-2 kg: 6 h."""
    DAILY = "daily"
    """Once a day at most."""
    NONE = "none"
    """Nothing to recover from."""


class SessionPart(StrEnum):
    """Where a routine stands in a session, in this order."""

    RELIEF = "relief"
    MOBILITY = "mobility"
    EFFORT = "effort"
    STRETCH = "stretch"
    RELAXATION = "relaxation"


class CadenceKind(StrEnum):
    """How a routine comes back."""

    HOURLY = "hourly"
    TIMES_A_DAY = "times-a-day"
    TIMES_A_WEEK = "times-a-week"
    WINDOW = "window"
    """A window of days after the session before."""
    BEFORE_OTHERS = "before-others"
    """Opens other sessions; has no date of its own."""
    IN_PASSING = "in-passing"
    """When the occasion comes; not on a timetable."""
    ADVICE = "advice"
    """Not exercises: shown beside the plan."""


class Goal(StrEnum):
    """What a person wants from the plan; the order of goals is their weight."""

    EASE_NECK = "ease-neck"
    EASE_UPPER_BACK = "ease-upper-back"
    EASE_LOWER_BACK = "ease-lower-back"
    MOVE_BETTER = "move-better"
    GROW_STRONGER = "grow-stronger"
    RELAX = "relax"
    SIT_LESS = "sit-less"


class Level(StrEnum):
    """How used the person is to exercise."""

    BEGINNER = "beginner"
    PRACTISED = "practised"


class Urgency(StrEnum):
    """What a warning sign asks for, most urgent first."""

    EMERGENCY = "emergency"
    """Call emergency services or go to hospital now."""
    URGENT = "urgent"
    """A clinician within 24-48 hours."""
    BEFORE_START = "before-start"
    """A clinician before the programme begins."""


class ClaimLabel(StrEnum):
    """How a claim of the article stands against the evidence."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    TRADITIONAL_UNSUPPORTED = "traditional-unsupported"
    CONTRADICTED = "contradicted"
    NOT_TESTABLE = "not-testable"


class Severity(StrEnum):
    """How much a finding weighs."""

    LEFT_OUT = "left-out"
    """Something was not planned, because a hard rule forbids it."""
    NOT_FITTED = "not-fitted"
    """Something wished for found no place."""
    CHANGED = "changed"
    """Something was planned otherwise than the article says."""
    NOTE = "note"
    """Good to know."""


class Weekday(StrEnum):
    """A day of the week; the order is that of ISO 8601, Monday first."""

    MON = "Mon"
    TUE = "Tue"
    WED = "Wed"
    THU = "Thu"
    FRI = "Fri"
    SAT = "Sat"
    SUN = "Sun"

    @classmethod
    def of(cls, day: date) -> Weekday:
        """Return the weekday of a date."""
        return list(cls)[day.weekday()]

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday, as `date.weekday()`."""
        return list(Weekday).index(self)
