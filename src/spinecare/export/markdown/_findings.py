"""What was left out or changed, and why."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.export.markdown._text import clean, plain, sentence, strong
from spinecare.model import Plan, Severity
from spinecare.wording import SEVERITY_WORDS, Remark, day_text, listed, places_text, remarks


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
    places = {subject.places for subject in remark.subjects}
    together = len(places) == 1
    titles = listed(
        strong(subject.title) + ("" if together else _places(plan, subject.places))
        for subject in remark.subjects
    )
    where = _places(plan, *places) if together else ""
    reason = sentence(remark.reason)
    title = clean(remark.subjects[0].title)
    if remark.follows_name:
        text = f"{titles}{where}{': each' if len(remark.subjects) > 1 else ''} {reason}"
    elif len(remark.subjects) == 1 and title.casefold() in clean(remark.reason).casefold():
        text = f"{where.strip(' ()')}: {reason}" if where else reason
    else:
        text = f"{titles}{where}: {reason}"
    if remark.concession:
        text += f"\n    - What would change it: {sentence(remark.concession)}"
    return f"- {text}"


def _places(plan: Plan, places: tuple[str, ...]) -> str:
    text = places_text(plan, places)
    return f" ({plain(text)})" if text else ""
