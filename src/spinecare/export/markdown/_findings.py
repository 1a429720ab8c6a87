"""What was left out or changed, and why."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.export.markdown._text import clean, plain, sentence, strong
from spinecare.model import Plan, Severity
from spinecare.wording import SEVERITY_WORDS, Remark, day_text, places_text, remarks

_FEW = 3
"""So many names can stand before what is said of them."""


def finding_section(plan: Plan) -> Iterator[str]:
    """Yield the findings by weight, those that repeat themselves once."""
    yield "## Left out or changed, and why"
    if not plan.findings:
        yield "Nothing."
    for severity in Severity:
        found = remarks(plan, severity)
        if found:
            yield f"### {SEVERITY_WORDS[severity]}"
            yield "\n".join(_line(plan, remark) for remark in found)
    if plan.cancelled:
        yield "### Dropped since the last revision"
        yield "\n".join(
            f"- The session of {day_text(item.date)} {item.start:%H:%M}." for item in plan.cancelled
        )


def _line(plan: Plan, remark: Remark) -> str:
    text = f"- {_statement(plan, remark)}"
    if remark.concession:
        text += f"\n    - What would change it: {sentence(remark.concession)}"
    return text


def _statement(plan: Plan, remark: Remark) -> str:
    """Say of what, where and why; the names only where the reason does not hold them itself."""
    reason = sentence(remark.reason)
    places = dict.fromkeys(subject.places for subject in remark.subjects)
    where = _places(plan, *places) if len(places) == 1 else ""
    named = [
        (clean(subject.title), "" if where else _places(plan, subject.places))
        for subject in remark.subjects
        if subject.title
    ]
    if len(named) > 1:
        names = "; ".join(plain(name) + place for name, place in named)
        if remark.follows_name and len(named) > _FEW:
            return f"Each of these {len(named)} {reason}\n    - {names}{where}."
        return f"{names}{where}: {'each ' if remark.follows_name else ''}{reason}"
    name, place = named[0] if named else ("", "")
    if remark.follows_name:
        return f"{strong(name)}{where or place} {reason}"
    if name.casefold() not in clean(remark.reason).casefold():
        return f"{strong(name)}{where or place}: {reason}"
    return f"{where.strip(' ()')}: {reason}" if where else reason


def _places(plan: Plan, places: tuple[str, ...]) -> str:
    text = places_text(plan, places)
    return f" ({plain(text)})" if text else ""
