"""What exports for people share: the words of a dose and of a verdict, the outline of a plan.

The words are plain English without markup; each exporter escapes them in its own way.

The outline tells once what a plan of many weeks repeats: the sessions that have the same steps, the
weeks that repeat an earlier one, the findings that say the same on many days, the pattern of the
breaks from sitting. It holds values only.
"""

from __future__ import annotations

from spinecare.wording._amendments import Told, amendments
from spinecare.wording._breaks import BreakPattern, break_patterns
from spinecare.wording._clean import clean, is_web_address, sentence, shown
from spinecare.wording._doses import dose_parts, sides_text
from spinecare.wording._labels import LABEL_WORDS, PURPOSE_WORDS, SEVERITY_WORDS, STOP_LEAD
from spinecare.wording._names import name_of, words_of
from spinecare.wording._numbers import (
    day_text,
    days_text,
    duration_text,
    listed,
    minutes_text,
    number_text,
    period_text,
    span_text,
    times_text,
    weekdays_text,
    when_text,
)
from spinecare.wording._pains import PainDay, PainHistory, pain_histories
from spinecare.wording._remarks import Remark, Subject, places_text, remarks, title_of
from spinecare.wording._sessions import (
    Group,
    Sheet,
    Sitting,
    WeekOutline,
    groups,
    sides_alternate,
    week_outlines,
)
from spinecare.wording._used import habits, used_exercises, used_routines, used_sources
from spinecare.wording._verdicts import (
    COURSE_WORDS,
    FIELD_WORDS,
    OUTCOME_WORDS,
    VERDICT_COLUMNS,
    next_time_text,
    standing_text,
    why_texts,
)

__all__ = [
    "BreakPattern",
    "COURSE_WORDS",
    "FIELD_WORDS",
    "Group",
    "LABEL_WORDS",
    "OUTCOME_WORDS",
    "PURPOSE_WORDS",
    "PainDay",
    "PainHistory",
    "Remark",
    "SEVERITY_WORDS",
    "STOP_LEAD",
    "Sheet",
    "Sitting",
    "Subject",
    "Told",
    "VERDICT_COLUMNS",
    "WeekOutline",
    "amendments",
    "break_patterns",
    "clean",
    "day_text",
    "days_text",
    "dose_parts",
    "duration_text",
    "groups",
    "habits",
    "is_web_address",
    "listed",
    "minutes_text",
    "name_of",
    "next_time_text",
    "number_text",
    "pain_histories",
    "period_text",
    "places_text",
    "remarks",
    "sentence",
    "shown",
    "sides_alternate",
    "sides_text",
    "span_text",
    "standing_text",
    "times_text",
    "title_of",
    "used_exercises",
    "used_routines",
    "used_sources",
    "week_outlines",
    "weekdays_text",
    "when_text",
    "why_texts",
    "words_of",
]
