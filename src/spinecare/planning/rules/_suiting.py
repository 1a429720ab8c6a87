"""Rules about the person: warning signs, conditions, things at hand, the time of day."""

from __future__ import annotations

from spinecare.errors import ClinicianFirst, NotScreenedError
from spinecare.model import Phase, Purpose, Role, StepPhase
from spinecare.planning.dosing import longest_piece_s
from spinecare.planning.rules._rule import Candidate, first
from spinecare.planning.screening import (
    has_much_pain,
    lacks,
    only_relief,
    refuse_warning_signs,
)
from spinecare.planning.timing import BETWEEN_EXERCISES_S, evened


def red_flag(candidate: Candidate) -> str:
    """Say which warning sign is present or was never asked about."""
    try:
        refuse_warning_signs(candidate.outlook.person, candidate.outlook.catalogue)
    except (ClinicianFirst, NotScreenedError) as refusal:
        return str(refusal)
    return ""


def condition_avoid(candidate: Candidate) -> str:
    """Say which step a condition rules out, or is offered without being asked for."""
    suitable = candidate.outlook.suitable
    return first(entry.id for _, entry in candidate.steps if not suitable[entry.id].is_allowed)


def condition_caution(candidate: Candidate) -> str:
    """Say which step should stand in its reduced form and does not."""
    outlook = candidate.outlook
    return first(
        entry.id
        for step, entry in candidate.steps
        if outlook.suitable[entry.id].is_reduced
        and not (
            step.is_reduced
            and step.notes
            and step.sets <= entry.dose.sets.low
            and step.reps <= evened(entry.dose.reps.low, entry.dose.reps.per)
            and all(
                _is_low(entry.role_of(phase), phase, resolved)
                for phase, resolved in zip(entry.phases, step.phases, strict=True)
            )
        )
    )


def _is_low(role: Role, phase: Phase, resolved: StepPhase) -> bool:
    """Whether a phase is at the low end; relaxation may be longer, and closing rests are."""
    return role is Role.RELAX or phase.seconds is None or resolved.seconds <= phase.seconds.low


def equipment(candidate: Candidate) -> str:
    """Say what a step needs that is not at hand in this slot."""
    place = candidate.outlook.person.place(candidate.session.place)
    return first(filter(None, (lacks(entry, place) for _, entry in candidate.steps)))


def waking(candidate: Candidate) -> str:
    """Say which step bends to the end of the range too soon after getting up.

    Relief positions that open a session are exempt, if they relieve (evidence.md §9.5).
    """
    return first(
        entry.id
        for step, entry in candidate.steps
        if step.purpose is not Purpose.OPENING
        and candidate.outlook.is_too_early(entry, candidate.opening)
        and not candidate.is_relief(entry.id)
    )


def pain(candidate: Candidate) -> str:
    """Say which step pain does not allow.

    Efforts above 2 of 10, all but relief above 5, and what
    rests because of how it felt.
    """
    person = candidate.outlook.person
    if only_relief(person):
        return first(entry.id for _, entry in candidate.main if not candidate.is_relief(entry.id))
    much, day = has_much_pain(person), candidate.opening.date
    return first(
        entry.id
        for _, entry in candidate.steps
        if (much and entry.is_effort)
        or candidate.outlook.rests(entry.id, day)
        or candidate.outlook.is_spent(entry, day)
    )


def supine_limit(candidate: Candidate) -> str:
    """Say where lying on the back lasts longer in one piece than a caution allows."""
    outlook = candidate.outlook
    lying = 0.0
    for step, entry in candidate.steps:
        limit = longest_piece_s(outlook.suitable[entry.id], outlook.catalogue)
        if not entry.start.position.is_supine:
            lying = 0.0
        elif limit is not None:
            lying += step.duration_s + BETWEEN_EXERCISES_S
            if lying > limit:
                return entry.id
    return ""
