"""Alarms: what in a journal ends all exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from spinecare.errors import ClinicianFirst
from spinecare.model import Catalogue, ConditionId, Person, RedFlagId, Urgency
from spinecare.planning.screening import ACTIONS
from spinecare.reviewing import SIGN_WORDS, Alarm, Flare

_SUDDEN: Final[Mapping[ConditionId, RedFlagId]] = {
    ConditionId("osteoporosis"): RedFlagId("rf-osteoporosis-known"),
}
"""Conditions with which sudden pain is a warning sign, and which (evidence.md §1.2)."""
_CLEARED: Final = (
    "once a clinician has allowed exercise again, give the day as cleared_on: that of their word, "
    "or the day after where a sign was noted on the same day"
)


def refuse_alarms(signs: Sequence[Alarm]) -> None:
    """Refuse to plan after a sign that ends all exercise (R2).

    Raises:
        ClinicianFirst: There is one; with what to do, the most urgent first.
    """
    for urgency in Urgency:
        told = [alarm for alarm in signs if alarm.urgency is urgency]
        if told:
            noted = tuple(
                (one.symptom.value, _noted(SIGN_WORDS[one.symptom], one.date)) for one in told
            )
            raise ClinicianFirst(urgency.value, told[0].what_to_do, noted)


def refuse_flares(flares: Sequence[Flare], person: Person, catalogue: Catalogue) -> None:
    """Refuse to plan after sudden pain where a condition makes that a warning sign (`red-flag`).

    Raises:
        ClinicianFirst: It was noted, and no clinician has allowed exercise since.
    """
    flags = {_SUDDEN[id] for id in person.conditions if id in _SUDDEN}
    asked = [flag for flag in catalogue.red_flags if flag.id in flags]
    if flares and asked:
        last = flares[-1]
        what = f"pain {last.pain:g}"
        signs = tuple((one.id, f"{one.question}: {_noted(what, last.date)}") for one in asked)
        raise ClinicianFirst(asked[0].urgency.value, ACTIONS[asked[0].urgency], signs)


def _noted(what: str, day: date) -> str:
    return f"{what}, noted on {day.isoformat()}; {_CLEARED}"
