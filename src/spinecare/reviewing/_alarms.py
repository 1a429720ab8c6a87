"""Signs that end all exercise until a clinician has been asked (R2, evidence.md §§1 and 2.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from spinecare.model import Journal, Pain, SessionId, Symptom, Urgency
from spinecare.reviewing._experience import experiences
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._sittings import Sitting, sittings

_CALL: Final = "Do not exercise. Call the emergency services now."
_SEE: Final = "Do not exercise. See a clinician within one or two days; "
_NERVES: Final = (
    f"{_SEE}tell them when hands grow clumsy or walking unsteady. Call the emergency services now "
    "when you feel numb between the legs, lose control of bladder or bowel, or both legs grow weak."
)
_DIZZY: Final = (
    f"{_SEE}call the emergency services now when you faint, or when it comes with a severe "
    "headache, double vision, slurred speech or numbness of the face."
)
_ASKED: Final[Mapping[Symptom, tuple[Urgency, str]]] = {
    Symptom.NUMBNESS: (Urgency.URGENT, _NERVES),
    Symptom.TINGLING: (Urgency.URGENT, _NERVES),
    Symptom.WEAKNESS: (Urgency.URGENT, _NERVES),
    Symptom.SADDLE_NUMBNESS: (Urgency.EMERGENCY, _CALL),
    Symptom.BLADDER_BOWEL: (Urgency.EMERGENCY, _CALL),
    Symptom.BOTH_LEGS: (Urgency.EMERGENCY, _CALL),
    Symptom.PAIN_DOWN_LIMB: (Urgency.URGENT, _NERVES),
    Symptom.CHEST_PAIN: (Urgency.EMERGENCY, _CALL),
    Symptom.BREATHLESSNESS: (Urgency.EMERGENCY, _CALL),
    Symptom.DIZZINESS: (Urgency.URGENT, _DIZZY),
    Symptom.VISION_CHANGE: (Urgency.EMERGENCY, _CALL),
    Symptom.SUDDEN_HEADACHE: (Urgency.EMERGENCY, _CALL),
}

SIGN_WORDS: Final[Mapping[Symptom, str]] = {
    Symptom.NUMBNESS: "new numbness",
    Symptom.TINGLING: "new tingling",
    Symptom.WEAKNESS: "new weakness",
    Symptom.SADDLE_NUMBNESS: "numbness between the legs",
    Symptom.BLADDER_BOWEL: "new trouble with bladder or bowel",
    Symptom.BOTH_LEGS: "weakness or pain in both legs",
    Symptom.PAIN_DOWN_LIMB: "pain that moves down an arm or a leg",
    Symptom.CHEST_PAIN: "chest pain",
    Symptom.BREATHLESSNESS: "breathlessness",
    Symptom.DIZZINESS: "dizziness or faintness",
    Symptom.VISION_CHANGE: "a change of vision",
    Symptom.SUDDEN_HEADACHE: "a sudden headache",
}
"""Signs that stop a session, in words."""


@frozen(kw_only=True)
class Alarm:
    """A sign in the journal that ends all exercise until a clinician has been asked."""

    symptom: Symptom
    """The sign."""
    session: SessionId
    """The session it was noted of."""
    date: date
    """Its day."""
    urgency: Urgency
    """How soon."""
    what_to_do: str
    """What to do."""


@frozen(kw_only=True)
class Flare:
    """Pain that rose suddenly, to more than is tolerated."""

    date: date
    """The day of the session it was noted of."""
    pain: float
    """How much it was."""


def flares(journal: Journal, policy: Policy) -> tuple[Flare, ...]:
    """Return sudden pain while or after something was done, by day.

    It is above `high_above`, and `flare_during` or more above that before; where nobody told of
    that, it counts as sudden.

    Args:
        journal: The journal; also of mornings after the day that is planned from.
        policy: The numbers.
    """
    much = {one.session for one in journal.entries if _later_pain(one.pain) > policy.high_above}
    known = Journal(entries=tuple(one for one in journal.entries if one.session in much))
    found: dict[date, float] = {}
    for one in experiences(known, until=date.max):
        pain = _later_pain(one.pain)
        before = 0.0 if one.pain.before is None else one.pain.before
        if one.was_tried and pain > policy.high_above and pain >= before + policy.flare_during:
            found[one.date] = max(pain, found.get(one.date, 0.0))
    return tuple(Flare(date=day, pain=pain) for day, pain in found.items())


def _later_pain(pain: Pain) -> float:
    """Return the highest pain from the beginning of a session on."""
    told = (pain.during, pain.after, pain.next_morning, pain.second_morning)
    return max((one for one in told if one is not None), default=0.0)


def every_alarm(journal: Journal) -> tuple[Alarm, ...]:
    """Return every sign of a journal, also those of mornings after the day that is planned from."""
    told = {entry.session for entry in journal.entries if entry.symptoms}
    signs = Journal(entries=tuple(one for one in journal.entries if one.session in told))
    return alarms(sittings(signs, until=date.max))


def alarms(told: Iterable[Sitting]) -> tuple[Alarm, ...]:
    """Return every sign of every session, by day, session and sign; each once a session.

    Args:
        told: The sessions of a journal.
    """
    found: list[Alarm] = []
    for sitting in told:
        signs = {symptom for entry in sitting.entries for symptom in entry.symptoms}
        for symptom in sorted(signs):
            urgency, what_to_do = _ASKED[symptom]
            found.append(
                Alarm(
                    symptom=symptom,
                    session=sitting.session,
                    date=sitting.date,
                    urgency=urgency,
                    what_to_do=what_to_do,
                )
            )
    return tuple(found)
