"""What an explanation is made of: sentences with their rules, numbers and sources."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from spinecare.explanation._changes import Concession
from spinecare.model import RuleId


class SubjectKind(StrEnum):
    """What an explanation is about."""

    EXERCISE = "exercise"
    ROUTINE = "routine"
    SESSION = "session"
    DAY = "day"
    RULE = "rule"


@frozen(kw_only=True)
class Measure:
    """A number that a sentence states."""

    name: str
    """What it counts, with the unit at the end: `since_d` days, `asked_h` hours, `left_s` seconds,
    `slot_min` minutes; no unit for a plain count."""
    value: float
    """The number, as exact as the sentence."""


@frozen(kw_only=True)
class Reason:
    """One sentence of an explanation, with what stands behind it."""

    rule: RuleId
    """The rule that speaks: a hard rule, one of the aims (`late`, `coverage`, `habit`, `gap`),
    `wish`, or the rule of a finding."""
    about: tuple[str, ...] = field(default=())
    """The ids of the exercises, routines or sessions it is about, also of those it does not name
    for length; empty for the subject as a whole."""
    places: tuple[str, ...] = field(default=())
    """Where it holds: ids of sessions or dates, in order; empty for the whole plan."""
    text: str
    """The sentence, or a few that belong together."""
    numbers: tuple[Measure, ...] = field(default=())
    """Every number the sentence states beside dates and times of day, in its order."""
    sources: tuple[str, ...] = field(default=())
    """Where the rule or the numbers come from: keys of sources, or places in words."""

    def number(self, name: str) -> float:
        """Return a number that the sentence states, by its name.

        Raises:
            KeyError: It states no such number.
        """
        return {measure.name: measure.value for measure in self.numbers}[name]


@frozen(kw_only=True)
class Explanation:
    """Why something stands in a plan as it does, or why it does not.

    Printed, it is one sentence to a line.
    """

    kind: SubjectKind
    """What it is about."""
    subject: str
    """The id of that: an exercise, a routine, a session, a rule, or a date."""
    name: str
    """The same as people say it."""
    summary: str
    """How it stands in the plan, in one sentence."""
    numbers: tuple[Measure, ...] = field(default=())
    """Every number that the summary states."""
    reasons: tuple[Reason, ...] = field(default=())
    """Why, the nearest reason first."""
    concessions: tuple[Concession, ...] = field(default=())
    """What would change it, the smallest change first; each was tried by planning with it."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source of the reasons once, in their order."""
        return tuple(dict.fromkeys(key for reason in self.reasons for key in reason.sources))

    def __str__(self) -> str:
        """Return the text to show, one sentence to a line."""
        lines = [self.summary]
        lines += dict.fromkeys(reason.text for reason in self.reasons)
        lines += [concession.text for concession in self.concessions]
        if self.sources:
            lines.append(f"Sources: {'; '.join(self.sources)}.")
        return "\n".join(lines)
