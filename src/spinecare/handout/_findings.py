"""What was left out or changed, and why."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.handout._values import HandoutFinding, HandoutFindings, HandoutName
from spinecare.model import Plan, Severity
from spinecare.wording import SEVERITY_WORDS, Remark, clean, places_text, remarks, sentence, shown


def findings(plan: Plan) -> Iterator[HandoutFindings]:
    """Yield the findings by weight, those that repeat themselves once."""
    for severity in Severity:
        found = remarks(plan, severity)
        if found:
            yield HandoutFindings(
                title=SEVERITY_WORDS[severity],
                findings=tuple(_finding(plan, remark) for remark in found),
            )


def _finding(plan: Plan, remark: Remark) -> HandoutFinding:
    """Say of what, where and why; the name only where the reason does not hold it itself."""
    places = dict.fromkeys(subject.places for subject in remark.subjects)
    place = _places(plan, *places) if len(places) == 1 else ""
    named = [subject for subject in remark.subjects if subject.title]
    if len(named) == 1 and not remark.follows_name and _is_in(named[0].title, remark.reason):
        named = []
    about = tuple(
        HandoutName(name=shown(subject.title), place="" if place else _places(plan, subject.places))
        for subject in named
    )
    return HandoutFinding(
        about=about,
        place=place,
        follows_name=remark.follows_name,
        reason=sentence(remark.reason),
        concession=sentence(remark.concession) if remark.concession else "",
    )


def _is_in(name: str, reason: str) -> bool:
    return clean(name).casefold() in clean(reason).casefold()


def _places(plan: Plan, places: tuple[str, ...]) -> str:
    text = places_text(plan, places)
    return shown(text) if text else ""
