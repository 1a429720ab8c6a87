"""Findings that say the same thing on many days or of many exercises, told once."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from spinecare.model import Finding, Plan, RuleId, Severity
from spinecare.wording._names import words_of
from spinecare.wording._numbers import day_text, days_text, listed

_WEEK = re.compile(r"week (\d+)")


@frozen(kw_only=True)
class Subject:
    """What a remark is about, and where."""

    id: str
    """The id of an exercise, a routine, a session or a piece of advice."""
    title: str
    """Its name; empty where the finding has none and the plan does not hold it."""
    places: tuple[str, ...] = ()
    """Dates, weeks or sessions, in order; empty for the whole plan."""


@frozen(kw_only=True)
class Remark:
    """Findings of one rule with the same reason and the same concession."""

    rule: RuleId
    """The rule that speaks."""
    severity: Severity
    """How much they weigh."""
    reason: str
    """Why: a sentence, or what follows the name of the subject in it."""
    follows_name: bool
    """Whether `reason` begins after the name of the subject."""
    concession: str
    """The smallest change that would cure them; empty where there is none."""
    subjects: tuple[Subject, ...]
    """What they are about, in order."""


def remarks(plan: Plan, severity: Severity) -> tuple[Remark, ...]:
    """Return the findings of a severity, equal ones folded, in the order of the plan."""
    folded: dict[tuple[RuleId, str, bool, str], dict[str, list[str]]] = {}
    titles = {finding.subject: _title(plan, finding) for finding in plan.findings}
    for finding in plan.findings:
        if finding.severity is severity:
            about = folded.setdefault(_key(plan, finding), {})
            places = about.setdefault(finding.subject, [])
            if finding.place and finding.place not in places:
                places.append(finding.place)
    return tuple(
        Remark(
            rule=rule,
            severity=severity,
            reason=reason,
            follows_name=follows_name,
            concession=concession,
            subjects=tuple(
                Subject(id=id, title=titles[id], places=tuple(places))
                for id, places in about.items()
            ),
        )
        for (rule, reason, follows_name, concession), about in folded.items()
    )


def _key(plan: Plan, finding: Finding) -> tuple[RuleId, str, bool, str]:
    title = _title(plan, finding)
    follows = bool(title) and finding.reason.startswith(f"{title} ")
    reason = finding.reason.removeprefix(title).lstrip() if follows else finding.reason
    return finding.rule, reason, follows, finding.concession


def _title(plan: Plan, finding: Finding) -> str:
    return finding.name or _known_title(plan, finding.subject)


def title_of(plan: Plan, id: str) -> str:
    """Return the name of an exercise, routine, advice or session; else the words of the id."""
    return _known_title(plan, id) or words_of(id)


def _known_title(plan: Plan, id: str) -> str:
    held = plan.catalogue
    names = {item.id: item.name for item in held.advice}
    names.update({routine.id: routine.name for routine in held.routines})
    if id in held.entry_by_id:
        return held.entry_by_id[id].name
    if id in names:
        return names[id]
    session = _session_text(plan, id)
    return f"The session of {session}" if session else ""


def places_text(plan: Plan, places: tuple[str, ...]) -> str:
    """Return places in a few words: `weeks 2 to 12`, `Mon to Fri`, `Mon 23 Nov 07:00`."""
    dates = [day.date for day in plan.days if day.date.isoformat() in places]
    iso = {day.isoformat() for day in dates}
    weeks = sorted(int(match[1]) for place in places if (match := _WEEK.fullmatch(place)))
    words = [] if not dates else [days_text(dates, [day.date for day in plan.days])]
    words += [_weeks_text(weeks)] if weeks else []
    others = [place for place in places if place not in iso and not _WEEK.fullmatch(place)]
    words += [_session_text(plan, place) or _date_text(place) for place in others]
    return listed(words) if words else ""


def _weeks_text(weeks: list[int]) -> str:
    if len(weeks) == 1:
        return f"week {weeks[0]}"
    if weeks[-1] - weeks[0] == len(weeks) - 1 > 1:
        return f"weeks {weeks[0]} to {weeks[-1]}"
    return f"weeks {listed(map(str, weeks))}"


def _session_text(plan: Plan, id: str) -> str:
    for session in plan.sessions:
        if session.id == id:
            return f"{day_text(session.date)} {session.start:%H:%M}"
    return ""


def _date_text(place: str) -> str:
    """Return a date outside the plan as people write it, anything else as it is."""
    try:
        return day_text(date.fromisoformat(place))
    except ValueError:
        return place
