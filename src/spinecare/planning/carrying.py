"""Carrying over: what a plan before found out, and a plan that keeps its weeks cannot know."""

from __future__ import annotations

from datetime import date
from typing import Final

from spinecare.model import Finding, Plan, RuleId, Severity, Weekday
from spinecare.planning.growth import LOAD
from spinecare.planning.placing import Placed
from spinecare.planning.screening import PAIN

SLOT: Final = "slot"
"""The subject of findings about an opening."""
_ORDER: Final = list(Severity)
"""Findings, from the heaviest to the lightest."""
_IDLE: Final = RuleId("idle-slot")
_WAITING: Final = frozenset({PAIN, LOAD})
_OF_SEARCH: Final = frozenset({RuleId("optimum")})
_SAID_ANEW: Final = frozenset({RuleId("supercompensation"), RuleId("cadence")})


def with_carried(
    found: tuple[Finding, ...], previous: Plan, start: date, placed: Placed
) -> tuple[Finding, ...]:
    """Return findings with those of the plan before that only its own search could know.

    What found no place in weeks that are kept as they were found none then, for the same reason
    unless it rests now; what is left out now, or comes up, or is said anew, is not said twice.
    """
    before = {one.subject for one in previous.findings if _is_never(one) and not _is_anew(one)}
    held: frozenset[str] = placed.held
    found = tuple(
        one
        for one in found
        if not (_is_never(one) and one.subject in before and one.rule not in _WAITING)
        or one in previous.findings
    )
    resting = {one.subject for one in found if _is_never(one) and one.rule in _WAITING}
    said = {(finding.rule, finding.subject, finding.place) for finding in found}
    out = {one.subject for one in found if one.severity is Severity.LEFT_OUT} - {SLOT}
    days = {day.date.isoformat() for day in previous.days if day.date < start}
    own = {session.id for session in previous.sessions}
    new = [session for session in placed.sessions if session.id not in own]  # filled again
    days |= {one.date.isoformat() for one in new}
    days |= {f"{Weekday.of(one.date).value} {one.start:%H:%M}" for one in new}
    moved = start != previous.start
    carried = [
        finding
        for finding in previous.findings
        if (finding.rule, finding.subject, finding.place) not in said
        and finding.subject not in out
        and not (_is_never(finding) and finding.subject in resting | held)
        and finding.place not in days
        and not (moved and finding.place.startswith("week "))
        and (
            finding.severity is Severity.NOT_FITTED
            or finding.rule in _OF_SEARCH
            or finding.subject == SLOT
        )
        and not _is_anew(finding)
    ]
    emptied = {_where(one) for one in carried if one.subject == SLOT}
    anew = (
        one
        for one in found
        if one.rule != _IDLE
        or one in previous.findings
        or emptied.isdisjoint((one.place, one.place.split()[0]))
    )
    return tuple(sorted((*anew, *carried), key=place_of))


def place_of(finding: Finding) -> tuple[int, str, str, str]:
    """Return what findings stand in order of: weight, rule, subject and place."""
    return _ORDER.index(finding.severity), finding.rule, finding.subject, finding.place


def _where(finding: Finding) -> str:
    """Return the weekday of a slot that was emptied on a day; with its time, if on all of them."""
    place = finding.place
    return Weekday.of(date.fromisoformat(place)).value if place[:1].isdigit() else place


def _is_never(finding: Finding) -> bool:
    """Whether a finding says that something comes up in no session."""
    return finding.severity is Severity.NOT_FITTED and not finding.place


def _is_anew(finding: Finding) -> bool:
    return finding.rule in _SAID_ANEW
