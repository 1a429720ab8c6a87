"""The model: frozen values, compared by content, valid or not constructed at all.

No I/O, no clock, no chance; pint and cattrs stay outside (`spinecare.units` reads numbers,
`spinecare.codec` reads files).
"""

from __future__ import annotations

from spinecare.model._amendment import Amendment, AmendmentKind
from spinecare.model._availability import Availability, DeskHours, Slot
from spinecare.model._catalogue import Catalogue, Code, Term
from spinecare.model._cue import Cue, CueKind
from spinecare.model._dose import Dose, Tempo
from spinecare.model._drawing import Drawing, Frame
from spinecare.model._exercise import Amount, Default, EquipmentNeed, Exercise
from spinecare.model._finding import Finding
from spinecare.model._ids import (
    ConditionId,
    EquipmentId,
    ExerciseId,
    MuscleId,
    RedFlagId,
    RegionId,
    RoutineId,
    RuleId,
    SessionId,
    SourceId,
    TagId,
)
from spinecare.model._journal import (
    Done,
    Entry,
    Journal,
    Outcome,
    Pain,
    PainCharacter,
    Planned,
    SkipReason,
    Symptom,
)
from spinecare.model._known_ids import unknown_ids, unknown_ids_in
from spinecare.model._past import LastSide, PastSession, PastStep
from spinecare.model._person import Person, Place, Screening
from spinecare.model._phase import Phase
from spinecare.model._plan import (
    Cancelled,
    Day,
    DeskBreak,
    Plan,
    Session,
    WeeklyPlan,
)
from spinecare.model._pose import Contact, Pose
from spinecare.model._position import Position
from spinecare.model._quantities import quantity_of
from spinecare.model._routine import Cadence, Edge, Routine, Series, Stage
from spinecare.model._safety import Condition, RedFlag, SafetyNote, Tag
from spinecare.model._source import Advice, Claim, GuidingRule, Source
from spinecare.model._span import Hold, Reps, Span
from spinecare.model._step import Purpose, Step, StepPhase
from spinecare.model._vocabulary import (
    CadenceKind,
    ClaimLabel,
    Confidence,
    Each,
    Goal,
    Kind,
    Laterality,
    Level,
    PhaseKind,
    Record,
    Recovery,
    RepsPer,
    Role,
    SessionPart,
    Severity,
    Side,
    Urgency,
    Weekday,
)

__all__ = [
    "Advice",
    "Amendment",
    "AmendmentKind",
    "Amount",
    "Availability",
    "Cadence",
    "CadenceKind",
    "Cancelled",
    "Catalogue",
    "Claim",
    "ClaimLabel",
    "Code",
    "Condition",
    "ConditionId",
    "Confidence",
    "Contact",
    "Cue",
    "CueKind",
    "Day",
    "Default",
    "DeskBreak",
    "DeskHours",
    "Done",
    "Dose",
    "Drawing",
    "Each",
    "Edge",
    "Entry",
    "EquipmentId",
    "EquipmentNeed",
    "Exercise",
    "ExerciseId",
    "Finding",
    "Frame",
    "Goal",
    "GuidingRule",
    "Hold",
    "Journal",
    "Kind",
    "LastSide",
    "Laterality",
    "Level",
    "MuscleId",
    "Outcome",
    "Pain",
    "PainCharacter",
    "PastSession",
    "PastStep",
    "Person",
    "Phase",
    "PhaseKind",
    "Place",
    "Plan",
    "Planned",
    "Pose",
    "Position",
    "Purpose",
    "Record",
    "Recovery",
    "RedFlag",
    "RedFlagId",
    "RegionId",
    "Reps",
    "RepsPer",
    "Role",
    "Routine",
    "RoutineId",
    "RuleId",
    "SafetyNote",
    "Screening",
    "Series",
    "Session",
    "SessionId",
    "SessionPart",
    "Severity",
    "Side",
    "SkipReason",
    "Slot",
    "Source",
    "SourceId",
    "Span",
    "Stage",
    "Step",
    "StepPhase",
    "Symptom",
    "Tag",
    "TagId",
    "Tempo",
    "Term",
    "Urgency",
    "Weekday",
    "WeeklyPlan",
    "quantity_of",
    "unknown_ids",
    "unknown_ids_in",
]
