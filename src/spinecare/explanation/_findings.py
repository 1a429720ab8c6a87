"""What the plan's own findings say about a subject, with the reason of their rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spinecare.explanation._rules import GROUNDS, sources_of
from spinecare.explanation._saying import Telling
from spinecare.model import Finding, Severity

_OWN_WORDS = frozenset({"cadence", "supercompensation", "stage"})
"""Findings that explanations say themselves, with their numbers."""

_REDUCED = "condition-caution"
"""That an exercise is planned in its reduced form only is told by each of its steps."""


def told(findings: Iterable[Finding]) -> Iterator[Telling]:
    """Yield findings in their own words, and why the rule is there where it leaves out."""
    for finding in findings:
        is_own = finding.rule in _OWN_WORDS and finding.severity is Severity.NOT_FITTED
        is_form = finding.rule == _REDUCED and finding.severity is Severity.CHANGED
        if is_own or is_form:
            continue
        yield Telling(
            rule=finding.rule,
            about=(finding.subject,),
            text=finding.reason,
            sources=sources_of(finding.rule),
        )
        ground = GROUNDS.get(finding.rule)
        if ground is not None and finding.severity in (Severity.LEFT_OUT, Severity.NOT_FITTED):
            yield Telling(rule=finding.rule, text=ground.reason, sources=ground.sources)
