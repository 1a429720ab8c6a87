"""Alarms: signs in a journal that end all exercise."""

from __future__ import annotations

from collections.abc import Sequence

from spinecare.errors import ClinicianFirst
from spinecare.model import Urgency
from spinecare.reviewing import SIGN_WORDS, Alarm


def refuse_alarms(signs: Sequence[Alarm]) -> None:
    """Refuse to plan after a sign that ends all exercise (R2).

    Raises:
        ClinicianFirst: There is one; with what to do, the most urgent first.
    """
    for urgency in Urgency:
        told = [alarm for alarm in signs if alarm.urgency is urgency]
        if told:
            noted = tuple((alarm.symptom.value, _noted(alarm)) for alarm in told)
            raise ClinicianFirst(urgency.value, told[0].what_to_do, noted)


def _noted(alarm: Alarm) -> str:
    return (
        f"{SIGN_WORDS[alarm.symptom]}, noted on {alarm.date.isoformat()}; once a clinician has "
        "allowed exercise again, give the day as cleared_on: that of their word, or the day after "
        "where a sign was noted on the same day"
    )
