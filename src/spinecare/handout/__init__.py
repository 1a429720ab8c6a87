"""A plan as a handout: all that paper and page say, as plain text, before any format."""

from __future__ import annotations

from spinecare.handout._card_values import (
    HandoutCard,
    HandoutDose,
    HandoutMind,
    HandoutTick,
    HandoutTicks,
)
from spinecare.handout._felt_values import (
    HandoutFelt,
    HandoutNeed,
    HandoutPain,
    HandoutPainDay,
    HandoutPains,
    HandoutVerdict,
    HandoutVerdicts,
)
from spinecare.handout._handout import handout
from spinecare.handout._session_values import (
    HandoutAdvice,
    HandoutClaim,
    HandoutDay,
    HandoutNote,
    HandoutRest,
    HandoutSheet,
    HandoutSitting,
    HandoutStep,
    HandoutWeek,
)
from spinecare.handout._values import (
    Handout,
    HandoutBreak,
    HandoutFinding,
    HandoutFindings,
    HandoutHabit,
    HandoutLog,
    HandoutLogRow,
    HandoutMark,
    HandoutName,
    HandoutRoutine,
    HandoutSource,
)

__all__ = [
    "Handout",
    "HandoutAdvice",
    "HandoutBreak",
    "HandoutCard",
    "HandoutClaim",
    "HandoutDay",
    "HandoutDose",
    "HandoutFelt",
    "HandoutFinding",
    "HandoutFindings",
    "HandoutHabit",
    "HandoutLog",
    "HandoutLogRow",
    "HandoutMark",
    "HandoutMind",
    "HandoutName",
    "HandoutNeed",
    "HandoutNote",
    "HandoutPain",
    "HandoutPainDay",
    "HandoutPains",
    "HandoutRest",
    "HandoutRoutine",
    "HandoutSheet",
    "HandoutSitting",
    "HandoutSource",
    "HandoutStep",
    "HandoutTick",
    "HandoutTicks",
    "HandoutVerdict",
    "HandoutVerdicts",
    "HandoutWeek",
    "handout",
]
