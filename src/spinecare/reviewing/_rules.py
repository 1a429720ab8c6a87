"""The pain rules R1 to R4 (evidence.md §4): what pain before, during and after a session means.

In each rule the first line that fits wins; over the rules the strictest wins. Unknown pain never
lets a dose grow. Where the pain before is unknown, nobody knows whether it rose: the bounds that do
not ask for it hold, and the dose stays as it is (D-JUDGE).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spinecare.model import RuleId, SkipReason
from spinecare.reviewing._experience import Experience, stopping
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._rulings import Action, Ruling, Start, strictest

R1: Final = RuleId("pain-r1")
R2: Final = RuleId("pain-r2")
R3: Final = RuleId("pain-r3")
R4: Final = RuleId("pain-r4")
_WORSE: Final = {"next_morning": Action.REGRESS, "second_morning": Action.SKIP}
"""What a bad morning asks for."""


def start(before: float | None, policy: Policy) -> Start:
    """Return how a session begins with so much pain (R1).

    Args:
        before: Pain before it; after a relief position the new rating takes its place.
        policy: The numbers.
    """
    if before is None:
        return Start.ASK
    if before > policy.high_above:
        return Start.DO_NOT
    if before > policy.mild_up_to:
        return Start.RELIEF if before > policy.hurt_above else Start.REDUCED
    return Start.NORMAL


def during(experience: Experience, policy: Policy) -> Ruling:
    """Return what pain and signs during an exercise ask for (R2)."""
    before, pain = experience.pain.before, experience.pain.during
    for symptoms, where in (
        (experience.symptoms, ""),
        (experience.session_symptoms, ", noted of the whole session"),
    ):
        if symptoms:
            signs = ", ".join(sorted(symptom.value for symptom in symptoms))
            return _ruling(R2, Action.STOP_SESSION, f"a sign that ends a session: {signs}{where}")
    felt = stopping(experience.character)
    if felt:
        return _ruling(R2, Action.STOP_ENTRY, f"{felt} pain")
    if pain is None and SkipReason.PAIN in experience.reasons:
        return _ruling(R2, Action.STOP_ENTRY, "it was stopped because it hurt")
    if pain is None:
        return _ruling(R2, Action.REPEAT, "pain during it is not known")
    if pain > policy.high_above:
        return _ruling(
            R2, Action.STOP_ENTRY, f"pain {pain:g} during it, above {policy.high_above:g}"
        )
    if before is not None and pain >= before + policy.flare_during:
        return _ruling(R2, Action.STOP_ENTRY, f"pain rose from {before:g} to {pain:g} during it")
    if pain > policy.hurt_above:
        return _ruling(R2, Action.STOP_ENTRY, f"it hurt: {pain:g}, above {policy.hurt_above:g}")
    if pain > policy.mild_up_to:
        reason = f"pain {pain:g} during it, above {policy.mild_up_to:g}: not so far the next time"
        return _ruling(R2, Action.REPEAT, reason)
    return _ruling(R2, Action.KEEP, f"pain {pain:g} during it")


def after(experience: Experience, policy: Policy) -> Ruling:
    """Return what pain right after a session asks for (R3)."""
    before, pain = experience.pain.before, experience.pain.after
    if pain is None:
        return _ruling(R3, Action.REPEAT, "pain right after is not known")
    if pain > policy.high_above:
        reason = f"pain {pain:g} right after, above {policy.high_above:g}: no more strength today"
        return _ruling(R3, Action.REGRESS, reason)
    if before is None:
        return _ruling(R3, Action.REPEAT, "pain before is not known")
    if pain > before + policy.rise_after:
        return _ruling(R3, Action.REPEAT, f"pain rose from {before:g} to {pain:g} right after")
    return _ruling(R3, Action.KEEP, f"pain {pain:g} right after")


def mornings(experience: Experience, policy: Policy) -> Ruling:
    """Return what the two mornings after ask for (R4): the stricter of both."""
    return strictest(due_mornings(experience, policy, ("second_morning", "next_morning")))


def due_mornings(
    experience: Experience, policy: Policy, names: Iterable[str]
) -> tuple[Ruling, ...]:
    """Return what some of the mornings after ask for (R4).

    Args:
        experience: The session.
        policy: The numbers.
        names: Which: `next_morning`, `second_morning`.
    """
    told = experience.pain
    return tuple(
        _morning(told.before, getattr(told, name), name.replace("_", " "), _WORSE[name], policy)
        for name in names
    )


def _morning(
    before: float | None, pain: float | None, when: str, worse: Action, policy: Policy
) -> Ruling:
    if pain is None:
        return _ruling(R4, Action.REPEAT, f"the {when} is not known")
    if pain > policy.high_above:
        return _ruling(R4, worse, f"pain {pain:g} the {when}, above {policy.high_above:g}")
    if before is None:
        return _ruling(R4, Action.REPEAT, "pain before is not known")
    change = f"pain {before:g} before, {pain:g} the {when}"
    if pain > before + policy.rise_next:
        return _ruling(R4, worse, change)
    if pain > before:
        return _ruling(R4, Action.REPEAT, change)
    return _ruling(R4, Action.KEEP, change)


def _ruling(rule: RuleId, action: Action, reason: str) -> Ruling:
    return Ruling(rule=rule, action=action, reason=reason)
