"""What a plan says of the journal beside doses: whom to ask, and what it could not follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spinecare.model import Finding, Severity
from spinecare.planning.outlook import Outlook
from spinecare.planning.screening import PAIN

_MOST_LISTED: Final = 5


def about_journal(outlook: Outlook) -> Iterator[Finding]:
    """Say what the journal asks for beside doses: the warning signs again, a clinician."""
    for one in () if outlook.lived is None else outlook.lived.now.concerns:
        yield Finding(
            rule=one.rule,
            severity=Severity.CHANGED,
            subject="person",
            reason=f"{one.reason[:1].upper()}{one.reason[1:]} ({one.date.isoformat()}). "
            f"{one.what_to_do}",
        )
    yield from _not_understood(outlook)


def _not_understood(outlook: Outlook) -> Iterator[Finding]:
    """Say what of a journal cannot be followed: nobody knows which exercises it is about."""
    if outlook.lived is None:
        return
    days = [day.isoformat() for day in outlook.lived.unread]
    if days:
        yield Finding(
            rule=PAIN,
            severity=Severity.NOTE,
            subject="person",
            reason="The journal tells of whole sessions, and what they held is not known, so it "
            f"counts for no exercise: {_listed(days)}.",
            concession="the plan that they were of, as the plan before",
        )
    unknown = [id for id in outlook.lived.told if id not in outlook.catalogue.entry_by_id]
    if unknown:
        yield Finding(
            rule=PAIN,
            severity=Severity.NOTE,
            subject="person",
            reason="The journal tells of exercises that the catalogue does not know, so it says "
            f"nothing to the plan: {_listed(unknown)}.",
            concession="the ids of the catalogue",
        )


def _listed(words: Sequence[str]) -> str:
    more = f" and {len(words) - _MOST_LISTED} more" if len(words) > _MOST_LISTED else ""
    return f"{', '.join(words[-_MOST_LISTED:])}{more}"
