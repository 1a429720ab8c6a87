"""What was left out or changed, and why."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.export.markdown.text import plain, strong
from spinecare.handout import Handout, HandoutFinding

_FEW = 3
"""So many names can stand before what is said of them."""


def finding_section(page: Handout) -> Iterator[str]:
    """Yield the findings by weight, those that repeat themselves once."""
    yield "## Left out or changed, and why"
    if not page.findings:
        yield "Nothing."
    if page.changes:
        yield "### Changed since the plan before"
        yield "\n".join(f"- {plain(text)}" for text in page.changes)
    for group in page.findings:
        yield f"### {group.title}"
        yield "\n".join(map(_line, group.findings))
    if page.dropped:
        yield "### Dropped since the last revision"
        yield "\n".join(f"- The session of {text}." for text in page.dropped)


def _line(finding: HandoutFinding) -> str:
    text = f"- {_statement(finding)}"
    if finding.concession:
        text += f"\n    - What would change it: {plain(finding.concession)}"
    return text


def _statement(finding: HandoutFinding) -> str:
    """Say of what, where and why."""
    reason = plain(finding.reason)
    where = _in_brackets(finding.place)
    if len(finding.about) > 1:
        names = "; ".join(plain(item.name) + _in_brackets(item.place) for item in finding.about)
        if finding.follows_name and len(finding.about) > _FEW:
            return f"Each of these {len(finding.about)} {reason}\n    - {names}{where}."
        return f"{names}{where}: {'each ' if finding.follows_name else ''}{reason}"
    for item in finding.about:
        colon = "" if finding.follows_name else ":"
        return f"{strong(item.name)}{where or _in_brackets(item.place)}{colon} {reason}"
    return f"{plain(finding.place)}: {reason}" if finding.place else reason


def _in_brackets(place: str) -> str:
    return f" ({plain(place)})" if place else ""
