"""Explanations: why a plan holds what it holds, and what would change it.

They are worked out when somebody asks, from the finished plan; planning does not wait for them.
"""

from __future__ import annotations

from spinecare.explanation._changes import Change, ChangeKind, Concession
from spinecare.explanation._explain import explain
from spinecare.explanation._subjects import SubjectLike
from spinecare.explanation._trials import MOST_PLANS
from spinecare.explanation._values import Explanation, Measure, Reason, SubjectKind

__all__ = [
    "MOST_PLANS",
    "Change",
    "ChangeKind",
    "Concession",
    "Explanation",
    "Measure",
    "Reason",
    "SubjectKind",
    "SubjectLike",
    "explain",
]
