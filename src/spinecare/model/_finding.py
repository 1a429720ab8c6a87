"""What a rule has to say about a plan."""

from __future__ import annotations

from attrs import field, frozen

from spinecare.model._ids import RuleId
from spinecare.model._reading import is_a, not_blank, read_word, word
from spinecare.model._vocabulary import Severity


def _severity(value: Severity | str) -> Severity:
    return read_word(Severity, value, "severity")


@frozen(kw_only=True)
class Finding:
    """What a rule has to say about a plan: data, never an exception."""

    rule: RuleId = field(validator=word)
    """The id of the rule that speaks."""
    severity: Severity = field(converter=_severity)
    """How much it weighs."""
    subject: str = field(validator=word)
    """The id of what it is about: an exercise, a routine, a session."""
    name: str = field(default="", validator=is_a(str))
    """What it is about, as people say it; empty where it is the person or the plan."""
    place: str = field(default="", validator=is_a(str))
    """Where in the plan: a date, `week 3`, a session's id; empty for the whole plan."""
    reason: str = field(validator=not_blank)
    """Why, in one sentence for the person."""
    concession: str = field(default="", validator=is_a(str))
    """The smallest change that would cure it; empty where there is none."""
