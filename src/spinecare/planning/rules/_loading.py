"""Rules about load: recovery of muscles, windows, efforts answered by relaxation."""

from __future__ import annotations

from itertools import pairwise

from spinecare.model import CadenceKind, Recovery, Role
from spinecare.planning.assembling import clash
from spinecare.planning.pairing import relax_needed_s, runs
from spinecare.planning.recovery import is_recovered
from spinecare.planning.rules._rule import Candidate, first


def spacing(candidate: Candidate) -> str:
    """Say which exercise loads muscles that have not rested long enough."""
    outlook, opening = candidate.outlook, candidate.opening
    history, level = outlook.history, outlook.person.level
    for _, entry in candidate.steps:
        if not is_recovered(entry, opening.at, history.loads, level):
            return entry.id
        days = history.exercise_days[entry.id]
        if entry.recovery is Recovery.DAILY and days and days[-1] == opening.date:
            return entry.id
    return ""


def routine_gap(candidate: Candidate) -> str:
    """Say which routine comes too soon after itself, or too often on a day."""
    outlook, opening = candidate.outlook, candidate.opening
    for id in candidate.session.routines:
        routine = outlook.catalogue.routine(id)
        hours = outlook.history.hours_since(routine, opening.at)
        if hours is not None and hours < routine.cadence.gap_h:
            return id
        daily = routine.cadence.kind is CadenceKind.TIMES_A_DAY
        most = routine.cadence.times.high
        if daily and most and outlook.history.sessions_on(routine, opening.date) >= most:
            return id
    return ""


def supercompensation(candidate: Candidate) -> str:
    """Say which routine with a window stands before it opens."""
    outlook = candidate.outlook
    for id in candidate.session.routines:
        routine = outlook.catalogue.routine(id)
        hours = outlook.history.hours_since(routine, candidate.opening.at)
        window = routine.cadence.window_days
        if window is not None and hours is not None and hours < window.low * 24:
            return id
    return ""


def stress_relax(candidate: Candidate) -> str:
    """Say which effort is not answered by enough relaxation before the next."""
    for run in runs(candidate.session.steps):
        # a run may go over several steps: the one that asks for the most decides
        needed = max(
            relax_needed_s(entry, run.effort_s, strict=candidate.is_strict(step))
            for step, entry in candidate.steps[run.first : run.step + 1]
        )
        if run.relax_s < needed:
            return candidate.steps[run.step][1].id
    return ""


def relaxation_kept(candidate: Candidate) -> str:
    """Say which relax phase is shorter than the data ask for."""
    return first(
        entry.id
        for step, entry in candidate.steps
        for phase, resolved in zip(entry.phases, step.phases, strict=True)
        if phase.seconds is not None
        and resolved.role is Role.RELAX
        and resolved.seconds < phase.seconds.low
    )


def apart(candidate: Candidate) -> str:
    """Say where flexion-heavy and extension-heavy strength work stand side by side too early."""
    if not candidate.outlook.keeps_apart(candidate.opening.date):
        return ""
    entries = [entry for _, entry in candidate.steps]
    return first(other.id for one, other in pairwise(entries) if clash((one, other)))
