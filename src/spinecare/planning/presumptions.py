"""What a plan took for granted about a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from spinecare.model import Finding, Person, Routine, RuleId, Severity
from spinecare.planning.screening import PAIN, has_much_pain, only_relief


@frozen(kw_only=True)
class Relieving:
    """Why nothing but relief positions is planned."""

    reason: str
    """The reason, in sentences."""
    until: str
    """What all else waits for."""
    concession: str
    """What would change it."""


BAD_MORNINGS: Final = Relieving(
    reason="Your mornings were above 5 of 10 for a week: nothing but relief positions is planned. "
    "See a clinician before you go on.",
    until="your mornings are 5 of 10 or less",
    concession="a week of better mornings",
)
HURTS_EVERYWHERE: Final = Relieving(
    reason="Most of what you did is left out, because of how it felt: nothing but relief positions "
    "is planned. See a clinician before you go on.",
    until="a clinician has allowed exercise again",
    concession="the day of a clinician's word",
)
MUCH_PAIN: Final = Relieving(
    reason="With pain above 5 of 10 nothing but relief positions is planned; "
    "go through the warning signs again and see a clinician.",
    until="pain is 5 of 10 or less",
    concession="less pain",
)


def about_person(
    person: Person,
    wished: tuple[Routine, ...],
    routines: tuple[Routine, ...],
    relieving: Relieving | None,
) -> Iterator[Finding]:
    """Say what the plan took for granted about the person.

    Args:
        person: The person, with the pain that is planned for.
        wished: The routines that they or their goals chose.
        routines: The routines that were planned.
        relieving: Why nothing but relief positions is planned; `None` where more is.
    """
    if relieving is not None:
        yield Finding(
            rule=PAIN,
            severity=Severity.CHANGED,
            subject="relief-positions",
            reason=relieving.reason,
            concession=relieving.concession,
        )
        for routine in wished:
            if routine not in routines:
                yield Finding(
                    rule=PAIN,
                    severity=Severity.LEFT_OUT,
                    subject=routine.id,
                    reason=f"{routine.name} waits until {relieving.until}.",
                    concession=relieving.concession,
                )
    if has_much_pain(person) and not only_relief(person):
        yield Finding(
            rule=PAIN,
            severity=Severity.CHANGED,
            subject="person",
            reason="With pain above 2 of 10 there is no strength work and no contraction, the rest "
            "is in its gentle form, and every session opens with a relief position.",
            concession="less pain",
        )
    if person.pain is None:
        yield Finding(
            rule=PAIN,
            severity=Severity.NOTE,
            subject="person",
            reason="Your pain is not known, so it is not taken for none: doses do not grow and at "
            "most three new exercises join at a time.",
            concession="your usual pain from 0 to 10",
        )
    if person.wakes_at is None:
        yield Finding(
            rule=RuleId("waking"),
            severity=Severity.NOTE,
            subject="person",
            reason="The time you get up is not known, so slots before 09:00 hold no bending to the "
            "end of the range.",
            concession="the time you get up",
        )
    if not person.routines:
        names = ", ".join(routine.name for routine in wished) or "none"
        yield Finding(
            rule=RuleId("goals"),
            severity=Severity.NOTE,
            subject="person",
            reason=f"Your goals chose these routines: {names}.",
        )
