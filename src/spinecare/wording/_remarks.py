"""Findings that say the same thing on many days or of many exercises, told once."""

from __future__ import annotations

from attrs import frozen

from spinecare.model import Plan, Severity


@frozen(kw_only=True)
class Subject:
    """What a remark is about, and where."""

    id: str
    """The id of an exercise, a routine, a session or a piece of advice."""
    places: tuple[str, ...] = ()
    """Dates, weeks or sessions, in order; empty for the whole plan."""


@frozen(kw_only=True)
class Remark:
    """Findings of one rule with the same reason and the same concession."""

    severity: Severity
    """How much they weigh."""
    reason: str
    """Why."""
    concession: str
    """The smallest change that would cure them; empty where there is none."""
    subjects: tuple[Subject, ...]
    """What they are about, in order."""


def remarks(plan: Plan, severity: Severity) -> tuple[Remark, ...]:
    """Return the findings of a severity, equal ones folded, in the order of the plan."""
    folded: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for finding in plan.findings:
        if finding.severity is severity:
            key = (finding.rule, finding.reason, finding.concession)
            places = folded.setdefault(key, {}).setdefault(finding.subject, [])
            if finding.place and finding.place not in places:
                places.append(finding.place)
    return tuple(
        Remark(
            severity=severity,
            reason=reason,
            concession=concession,
            subjects=tuple(Subject(id=id, places=tuple(where)) for id, where in about.items()),
        )
        for (_, reason, concession), about in folded.items()
    )
