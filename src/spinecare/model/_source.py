"""Where facts come from, and how far they can be trusted."""

from __future__ import annotations

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._ids import RoutineId, SourceId
from spinecare.model._reading import (
    is_a,
    members,
    not_blank,
    read_word,
    whole,
    word,
    words,
)
from spinecare.model._span import read_counts
from spinecare.model._vocabulary import ClaimLabel


def _label(value: ClaimLabel | str) -> ClaimLabel:
    return read_word(ClaimLabel, value, "label")


def _days(value: tuple[int, int] | None) -> tuple[int, int] | None:
    if value is None:
        return None
    low, high = read_counts(value, "observe_days")
    if high is None:
        raise InvalidValueError.of("observe_days", "lowest and highest", value)
    return low, high


@frozen(kw_only=True)
class Source:
    """A publication, a page, or the project's own judgement."""

    id: SourceId = field(validator=word)
    """The key that data and findings use."""
    title: str = field(validator=not_blank)
    """Author, title, year: enough to find it."""
    url: str = field(default="", validator=is_a(str))
    """Address or DOI link; empty where there is none."""
    checked: bool = field(default=False, validator=is_a(bool))
    """Whether the page, abstract or document was read when the data were made."""
    gives: str = field(default="", validator=is_a(str))
    """What it was used for."""

    @property
    def is_own_judgement(self) -> bool:
        """Whether this is the project's own choice and must be shown as such."""
        return self.id == "D-JUDGE"


@frozen(kw_only=True)
class Claim:
    """A claim of the article against the evidence."""

    id: str = field(validator=word)
    """The id: `claim-08`."""
    number: int = field(validator=whole(1))
    """The row of the table of claims."""
    text: str = field(validator=not_blank)
    """What the article says."""
    lines: tuple[int, ...] = field(default=(), validator=members(int))
    """Lines of the article."""
    label: ClaimLabel = field(converter=_label)
    """How it stands against the evidence."""
    finding: str = field(validator=not_blank)
    """What the evidence says."""
    sources: tuple[SourceId, ...] = field(default=(), validator=words)
    """Keys of the sources."""
    about: tuple[str, ...] = field(default=(), validator=words)
    """Ids of the entries, routines and advice that show this label."""


@frozen(kw_only=True)
class Advice:
    """A piece of advice for the day beside the exercises."""

    id: str = field(validator=word)
    """The id: `life-pillow`."""
    name: str = field(validator=not_blank)
    """A short title."""
    instruction: str = field(validator=not_blank)
    """What to do, in the second person."""
    lines: tuple[int, ...] = field(default=(), validator=members(int))
    """Lines of the article."""
    regions: tuple[str, ...] = field(default=(), validator=words)
    """Body regions it is for."""
    equipment: tuple[str, ...] = field(default=(), validator=words)
    """Things it is about."""
    safety: tuple[str, ...] = field(default=(), validator=members(str))
    """What the article says to mind."""
    cautions: tuple[str, ...] = field(default=(), validator=members(str))
    """What the project adds."""
    note: str = field(default="", validator=is_a(str))
    """How it stands: labels, limits."""
    aliases: tuple[str, ...] = field(default=(), validator=members(str))
    """Other names."""
    progress: str = field(default="", validator=is_a(str))
    """How to adjust it over time."""
    spec: str = field(default="", validator=is_a(str))
    """What the thing must be like."""


@frozen(kw_only=True)
class GuidingRule:
    """A rule of the article that applies to many entries, in words."""

    id: str = field(validator=word)
    """The id: `rule-stop-on-pain`."""
    name: str = field(validator=not_blank)
    """A short title."""
    instruction: str = field(validator=not_blank)
    """What to do, in the second person."""
    lines: tuple[int, ...] = field(default=(), validator=members(int))
    """Lines of the article."""
    applies: tuple[RoutineId, ...] = field(default=(), validator=words)
    """Routines it applies to."""
    safety: tuple[str, ...] = field(default=(), validator=members(str))
    """What the article says to mind."""
    note: str = field(default="", validator=is_a(str))
    """How the rule is read."""
    observe_days: tuple[int, int] | None = field(default=None, converter=_days)
    """Days after which the effect is looked at, lowest and highest; most rules have none."""
