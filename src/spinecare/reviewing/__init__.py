"""What the journal says: the pain rules R1 to R7 as pure functions, and a verdict on each exercise.

The numbers are in one policy; the rules are those of evidence.md §4. Nothing here plans: the
planner asks for a review and follows it.
"""

from __future__ import annotations

from spinecare.reviewing._absences import BEGUN, absences, away
from spinecare.reviewing._alarms import SIGN_WORDS, Alarm, Flare, every_alarm, flares
from spinecare.reviewing._concerns import Concern
from spinecare.reviewing._contradictions import Contradiction
from spinecare.reviewing._experience import (
    STOPPING,
    Experience,
    before,
    by_exercise,
    experiences,
    since,
)
from spinecare.reviewing._policy import MONITORED, POLICIES, STRICT, Policy
from spinecare.reviewing._questions import Question, Unnoted
from spinecare.reviewing._review import (
    Known,
    Review,
    policy_of,
    relief_of,
    review,
    reviewed,
    spelt_out,
)
from spinecare.reviewing._rules import after, during, mornings, start
from spinecare.reviewing._rulings import Action, Ruling, Start
from spinecare.reviewing._sittings import told_on
from spinecare.reviewing._verdicts import Standing, Verdict
from spinecare.reviewing._weeks import Course, WeekRuling, monday_of

__all__ = [
    "Action",
    "Alarm",
    "BEGUN",
    "Concern",
    "Contradiction",
    "Course",
    "Experience",
    "Flare",
    "Known",
    "MONITORED",
    "POLICIES",
    "Policy",
    "Question",
    "Review",
    "Ruling",
    "SIGN_WORDS",
    "STOPPING",
    "STRICT",
    "Standing",
    "Start",
    "Unnoted",
    "Verdict",
    "WeekRuling",
    "absences",
    "after",
    "away",
    "before",
    "by_exercise",
    "during",
    "every_alarm",
    "experiences",
    "flares",
    "monday_of",
    "mornings",
    "policy_of",
    "relief_of",
    "review",
    "reviewed",
    "since",
    "spelt_out",
    "start",
    "told_on",
]
