"""What entries about the same thing tell of it: about an exercise, or about a whole session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Final

from attrs import frozen

from spinecare.model import Entry, Outcome, Pain, PainCharacter, SkipReason, Symptom

PAINS: Final = ("before", "during", "after", "next_morning", "second_morning")
"""The pains of a session, in the order of time."""
DAYS_LATER: Final[Mapping[str, int]] = {"next_morning": 1, "second_morning": 2}
"""Days after the session on which an answer is due."""
SETTLED: Final = timedelta(days=max(DAYS_LATER.values()))
"""After so long both mornings of a session are past."""
PAINS_OF: Final = attrgetter(*PAINS)
"""What is known of each of `PAINS`, in their order."""


@frozen(kw_only=True)
class Answers:
    """What entries about the same thing tell of it."""

    pain: Pain
    """Pain, as far as it is due; of different answers the most cautious."""
    repeated: Mapping[str, Sequence[float]]
    """All answers of each pain that is told more than once, in the order of `PAINS`."""
    character: frozenset[PainCharacter]
    """How it felt."""
    symptoms: frozenset[Symptom]
    """Signs that stop a session."""
    outcomes: Sequence[Outcome]
    """What became of what was planned, by each entry that says it."""
    reasons: frozenset[SkipReason]
    """Why not, or not all."""
    effort: float | None
    """How hard, CR10; of different answers the highest."""

    @classmethod
    def of(cls, entries: Sequence[Entry], due: frozenset[str]) -> Answers:
        """Put together what some entries tell.

        Args:
            entries: The entries; any number, also none.
            due: The pains of `PAINS` that can be known.
        """
        pain, repeated = _pains(entries, due)
        done = [entry.done for entry in entries if entry.done is not None]
        return cls(
            pain=pain,
            repeated=repeated,
            character=frozenset([one for entry in entries for one in entry.character]),
            symptoms=frozenset([one for entry in entries for one in entry.symptoms]),
            outcomes=[one.outcome for one in done],
            reasons=frozenset([one.reason for one in done if one.reason is not None]),
            effort=max([one.effort for one in entries if one.effort is not None], default=None),
        )

    @property
    def outcome(self) -> Outcome | None:
        """What became of it; `None` where nobody said. Skipped, but felt, is begun."""
        if not self.outcomes:
            return None
        least = least_done(self.outcomes)
        return Outcome.PARTLY if least is Outcome.SKIPPED and self.say_how_it_was else least

    @property
    def say_how_it_was(self) -> bool:
        """Whether they tell of pain while it was done, or how it felt."""
        return self.pain.during is not None or bool(self.character)

    @property
    def was_felt(self) -> bool:
        """Whether they tell of anything that is felt only in what is begun."""
        return self.say_how_it_was or bool(self.symptoms) or bool(self.effort)


def _pains(
    entries: Sequence[Entry], due: frozenset[str]
) -> tuple[Pain, Mapping[str, Sequence[float]]]:
    """Return the most cautious answers, and all of each pain that is told more than once."""
    if len(entries) == 1:
        return pain_due(entries[0].pain, due), {}
    known: dict[str, float] = {}
    repeated: dict[str, Sequence[float]] = {}
    pains = [PAINS_OF(entry.pain) for entry in entries]
    for name, *answers in zip(PAINS, *pains, strict=True):
        told = [one for one in answers if one is not None] if name in due else []
        if told:
            known[name] = most_cautious(name, told)
        if len(told) > 1:
            repeated[name] = told
    return Pain(**known), repeated


def pain_due(pain: Pain, due: frozenset[str]) -> Pain:
    """Return a pain as far as it is due."""
    if len(due) == len(PAINS):  # as nearly all
        return pain
    return Pain(**{name: getattr(pain, name) for name in due})


def most_cautious(name: str, values: Sequence[float]) -> float:
    """Return which of several answers counts: every rule asks how far pain rose above `before`."""
    return min(values) if name == "before" else max(values)


def least_done(outcomes: Sequence[Outcome]) -> Outcome:
    """Return which of one or more outcomes counts.

    Skipped here and done there is partly: it may have done harm, and it may not be praised.
    """
    different = set(outcomes)
    return outcomes[0] if len(different) == 1 else Outcome.PARTLY
