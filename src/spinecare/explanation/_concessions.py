"""The smallest changes that would cure what a plan falls short of, each tried by planning."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from spinecare.explanation._candidates import candidates
from spinecare.explanation._changes import Change, ChangeKind, Concession
from spinecare.explanation._held import Held
from spinecare.explanation._left_outs import left_outs
from spinecare.explanation._saying import Said, Telling
from spinecare.explanation._shortfalls import Shortfall, shortfalls
from spinecare.explanation._trials import OutOfTrials, Sized, Trials
from spinecare.explanation._words import change_text
from spinecare.model import Person, Plan

_OTHER_PLAN = "No change was tried: planning anew for this person gives another plan than this one."
_UNKNOWN_BEFORE = "No change was tried: this plan was made with previous=, which is not known here."
_KINDS = list(ChangeKind)
_FEW_TRIED = 3
"""More exercises than these are much to claim, so other changes come first."""


def concessions(
    held: Held, person: Person, found: object, *, previous: Plan | None, effort: int | None
) -> tuple[tuple[Concession, ...], tuple[Telling, ...]]:
    """Return what would cure the shortfalls of a subject, the smallest change first.

    Returns:
        Changes that were tried by planning with them; and where something was looked for and not
        found, one sentence that says so.
    """
    lacking = [*shortfalls(held, found), *left_outs(held, found)]
    if not lacking:
        return (), ()
    trials = Trials(held=held, person=person, previous=previous, effort=effort)
    if not trials.reproduces():
        is_unknown = held.plan.revision > 0 and previous is None
        return (), (Telling(rule="wish", text=_UNKNOWN_BEFORE if is_unknown else _OTHER_PLAN),)
    cures = dict.fromkeys(
        Concession(text=f"{change_text(change, held)} would {shortfall.effect}.", change=change)
        for shortfall in lacking
        for change in sorted(_cures(trials, shortfall), key=size_of)
    )
    return tuple(cures), () if cures else (_in_vain(trials),)


def _in_vain(trials: Trials) -> Telling:
    """Say that no change was found, and how far the search went."""
    said = Said()
    if trials.ran_out:
        number = said.count("plans_n", trials.made, "plan")
        text = f"No change that brings more of it was found with {number}, the most that are made."
    elif trials.made == 1:  # only to see that the person gets the plan that is explained
        text = "There was no change to try that might bring more of it."
    else:
        number = said.count("plans_n", trials.made, "plan")
        text = f"No single change that was tried would bring more of it ({number} were made)."
    return Telling(rule="wish", text=text, said=said)


def _cures(trials: Trials, shortfall: Shortfall) -> Iterator[Change]:
    """Yield for each sort of change the smallest that cures, as long as trials are left."""
    best: dict[ChangeKind, Change] = {}
    try:
        for candidate in candidates(trials.held, trials.person, shortfall):
            if isinstance(candidate, Sized):
                smaller = _below(candidate, best.get(candidate.of(1).kind))
                change = trials.smallest(smaller, shortfall.is_cured) if smaller else None
            else:
                is_new = candidate.kind not in best
                cures = is_new and trials.cures(candidate, shortfall.is_cured)
                change = candidate if cures else None
            if change is not None:
                best[change.kind] = change
    except OutOfTrials:
        pass  # what was found so far is verified all the same
    yield from best.values()


def _below(sized: Sized, other: Change | None) -> Sized | None:
    """Return those of a sort that are smaller than a change found before, if there are any."""
    most = sized.most
    while other is not None and most and size_of(sized.of(most)) >= size_of(other):
        most -= 1
    return evolve(sized, most=most) if most else None


def size_of(change: Change) -> tuple[float, ...]:
    """Return what smaller changes have less of."""
    before = sum(slot.minutes for slot in change.slots_before)
    after = sum(slot.minutes for slot in change.slots_after)
    later = sum(slot.week_minute for slot in change.slots_after)
    later -= sum(slot.week_minute for slot in change.slots_before)
    things = len(change.things) + len(change.tried) + change.more_weeks
    rank = _KINDS.index(change.kind)
    is_much = change.kind is ChangeKind.TRIED and things > _FEW_TRIED
    return rank + len(_KINDS) * is_much, after - before, later, things
