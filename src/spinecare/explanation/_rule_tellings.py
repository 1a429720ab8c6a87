"""What a rule is for, and what it did in a plan."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.explanation._held import Held
from spinecare.explanation._rules import GROUNDS, sources_of
from spinecare.explanation._saying import Said, Telling


def summary(held: Held, rule: str) -> tuple[str, Said]:
    """Return in one sentence what a rule did in a plan."""
    said = Said()
    number = said.count("findings_n", _count(held, rule), "thing")
    return f"The rule {rule} has {number} to say about this plan.", said


def _count(held: Held, rule: str) -> int:
    return sum(finding.rule == rule for finding in held.plan.findings)


def rule_tellings(held: Held, rule: str) -> Iterator[Telling]:
    """Yield why a rule is there, and each of its findings."""
    ground = GROUNDS.get(rule)
    if ground is not None:
        yield Telling(rule=rule, text=ground.reason, sources=ground.sources)
    for finding in held.plan.findings:
        if finding.rule == rule:
            yield Telling(
                rule=rule, about=(finding.subject,), text=finding.reason, sources=sources_of(rule)
            )
