"""Typed poses, routines and weekly plans for sore backs.

Load a catalogue and a person, make a plan, export it; every public name stands here, the errors
in `spinecare.errors`. The library does not diagnose.

Importing it loads nothing else: each name brings in its module when it is first asked for, so
that a program which only sometimes plans does not wait at every start.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spinecare.catalogue import load_catalogue
    from spinecare.cueing import cues
    from spinecare.drawing import draw
    from spinecare.errors import ClinicianFirst, SpinecareError
    from spinecare.explanation import (
        Change,
        ChangeKind,
        Concession,
        Explanation,
        Measure,
        Reason,
        SubjectKind,
        explain,
    )
    from spinecare.export import (
        from_json,
        journal_from_csv,
        journal_to_csv,
        recover_journal,
        to_html,
        to_ical,
        to_ical_files,
        to_json,
        to_markdown,
        to_pdf,
    )
    from spinecare.figures import Figure
    from spinecare.model import *  # noqa: F403  its names are listed once, in its own `__all__`
    from spinecare.planner import make_plan
    from spinecare.planning import Score, ScoreLine, score
    from spinecare.plots import plot_load, plot_minutes, plot_pain, plot_response
    from spinecare.profile import load_person
    from spinecare.response import Calibration, ResponseModel, ResponsePoint, calibration
    from spinecare.reviewing import (
        Action,
        Alarm,
        Contradiction,
        Policy,
        Question,
        Review,
        Ruling,
        Standing,
        Unnoted,
        Verdict,
        review,
    )
    from spinecare.schemas import json_schema
else:
    _HOMES = {
        "Action": "spinecare.reviewing",
        "Alarm": "spinecare.reviewing",
        "Calibration": "spinecare.response",
        "Change": "spinecare.explanation",
        "ChangeKind": "spinecare.explanation",
        "ClinicianFirst": "spinecare.errors",
        "Concession": "spinecare.explanation",
        "Contradiction": "spinecare.reviewing",
        "Explanation": "spinecare.explanation",
        "Figure": "spinecare.figures",
        "Measure": "spinecare.explanation",
        "Policy": "spinecare.reviewing",
        "Question": "spinecare.reviewing",
        "Reason": "spinecare.explanation",
        "ResponseModel": "spinecare.response",
        "ResponsePoint": "spinecare.response",
        "Review": "spinecare.reviewing",
        "Ruling": "spinecare.reviewing",
        "Score": "spinecare.planning",
        "ScoreLine": "spinecare.planning",
        "SpinecareError": "spinecare.errors",
        "Standing": "spinecare.reviewing",
        "SubjectKind": "spinecare.explanation",
        "Unnoted": "spinecare.reviewing",
        "Verdict": "spinecare.reviewing",
        "calibration": "spinecare.response",
        "cues": "spinecare.cueing",
        "draw": "spinecare.drawing",
        "explain": "spinecare.explanation",
        "from_json": "spinecare.export",
        "journal_from_csv": "spinecare.export",
        "journal_to_csv": "spinecare.export",
        "json_schema": "spinecare.schemas",
        "load_catalogue": "spinecare.catalogue",
        "load_person": "spinecare.profile",
        "make_plan": "spinecare.planner",
        "plot_load": "spinecare.plots",
        "plot_minutes": "spinecare.plots",
        "plot_pain": "spinecare.plots",
        "plot_response": "spinecare.plots",
        "recover_journal": "spinecare.export",
        "review": "spinecare.reviewing",
        "score": "spinecare.planning",
        "to_html": "spinecare.export",
        "to_ical": "spinecare.export",
        "to_ical_files": "spinecare.export",
        "to_json": "spinecare.export",
        "to_markdown": "spinecare.export",
        "to_pdf": "spinecare.export",
    }

    # Hidden from type checkers, which would otherwise take every misspelt name for a public one.
    def __getattr__(name: str) -> object:
        """Return a public name, from the module that defines it; the model has all the others."""
        if name == "errors":
            return import_module("spinecare.errors")
        if name not in __all__:
            raise AttributeError(f"module 'spinecare' has no attribute {name!r}")
        value = getattr(import_module(_HOMES.get(name, "spinecare.model")), name)
        globals()[name] = value  # found at once the next time
        return value

    def __dir__() -> list[str]:
        """Return the public names, also those not loaded yet."""
        return list(__all__)


__all__ = [
    "Action",
    "Advice",
    "Alarm",
    "Amendment",
    "AmendmentKind",
    "Amount",
    "Availability",
    "Cadence",
    "CadenceKind",
    "Calibration",
    "Cancelled",
    "Catalogue",
    "Change",
    "ChangeKind",
    "Claim",
    "ClaimLabel",
    "ClinicianFirst",
    "Code",
    "Concession",
    "Condition",
    "ConditionId",
    "Confidence",
    "Contact",
    "Contradiction",
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
    "Explanation",
    "Figure",
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
    "Measure",
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
    "Policy",
    "Pose",
    "Position",
    "Purpose",
    "Question",
    "Reason",
    "Record",
    "Recovery",
    "RedFlag",
    "RedFlagId",
    "RegionId",
    "Reps",
    "RepsPer",
    "ResponseModel",
    "ResponsePoint",
    "Review",
    "Role",
    "Routine",
    "RoutineId",
    "RuleId",
    "Ruling",
    "SafetyNote",
    "Score",
    "ScoreLine",
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
    "SpinecareError",
    "Stage",
    "Standing",
    "Step",
    "StepPhase",
    "SubjectKind",
    "Symptom",
    "Tag",
    "TagId",
    "Tempo",
    "Term",
    "Unnoted",
    "Urgency",
    "Verdict",
    "Weekday",
    "WeeklyPlan",
    "calibration",
    "cues",
    "draw",
    "explain",
    "from_json",
    "journal_from_csv",
    "journal_to_csv",
    "json_schema",
    "load_catalogue",
    "load_person",
    "make_plan",
    "plot_load",
    "plot_minutes",
    "plot_pain",
    "plot_response",
    "quantity_of",
    "recover_journal",
    "review",
    "score",
    "to_html",
    "to_ical",
    "to_ical_files",
    "to_json",
    "to_markdown",
    "to_pdf",
    "unknown_ids",
    "unknown_ids_in",
]
