"""What a plan that was made again does otherwise, told once for many days."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from spinecare.model import AmendmentKind, Plan
from spinecare.wording._numbers import when_text
from spinecare.wording._remarks import title_of

_KINDS = {
    AmendmentKind.ADDED: "comes in",
    AmendmentKind.DROPPED: "is out",
    AmendmentKind.MORE: "is more",
    AmendmentKind.LESS: "is less",
    AmendmentKind.GENTLER: "comes in its gentle form",
    AmendmentKind.MOVED: "begins at another time",
    AmendmentKind.OTHERWISE: "begins with the other side, or is marked otherwise",
}


@frozen(kw_only=True)
class Told:
    """Changes of one kind with one reason."""

    what: str
    """The exercise, or `The session`."""
    happens: str
    """What happens to it: `is out`, `is less`."""
    when: str
    """On which days."""
    reason: str
    """Why, as a sentence."""

    @property
    def text(self) -> str:
        """All of it, in a line."""
        return f"{self.what} {self.happens} ({self.when}). {self.reason}"


def amendments(plan: Plan) -> tuple[Told, ...]:
    """Return what changed since the revision before, equal changes of many days told once.

    Returns:
        In the order of the first day; nothing for a plan that was not made again.
    """
    days: dict[tuple[str, AmendmentKind, str], list[date]] = {}
    for one in plan.changes:
        what = one.name or (title_of(plan, one.exercise) if one.exercise else "The session")
        days.setdefault((what, one.kind, one.reason), []).append(one.date)
    return tuple(
        Told(
            what=what,
            happens=_KINDS[kind],
            when=when_text(dates),
            reason=reason,
        )
        for (what, kind, reason), dates in days.items()
    )
