"""What the rules say of each session of an exercise, and which of it counts as an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from attrs import evolve, frozen

from spinecare.model import Pain
from spinecare.reviewing._answers import DAYS_LATER, PAINS, SETTLED
from spinecare.reviewing._experience import Experience
from spinecare.reviewing._policy import Policy
from spinecare.reviewing._rules import R4, after, due_mornings, during, mornings, start
from spinecare.reviewing._rulings import Action, Ruling, Start, strictest

_SIGNS: Final = ("character", "symptoms", "session_symptoms", "reasons")
_FELT: Final = attrgetter(*(f"pain.{name}" for name in PAINS), *_SIGNS)
"""All that the rules ask of an experience, but whether it is a relief position."""
_OWN: Final = attrgetter(
    *(f"own_pain.{name}" for name in PAINS), "own_character", "shared", "is_relief"
)
"""What the rules ask beside it of an experience alone."""


@frozen(kw_only=True)
class Said:
    """What the rules say of a session; one for many that felt alike."""

    rulings: tuple[Ruling, ...]
    """What R2 to R4 say, the strictest first."""
    so_far: Action
    """The strictest of what is due: a morning still to come is no unknown one."""
    starts_as_planned: bool
    """Whether pain before it let it start as planned (R1)."""
    is_event: bool
    """Whether it counts as an event: a step back, a pause or a stop that no other tells of."""
    is_shared: bool = False
    """Whether nothing that was noted of the exercise itself makes it one."""
    counts: bool = False
    """Whether it counts towards leaving the exercise out: an event of its own."""
    pause_days: int
    """Days added by a bad second morning."""


@frozen(kw_only=True)
class Judged:
    """A session of an exercise with what the rules say of it."""

    one: Experience
    """The session."""
    said: Said
    """What they say."""

    @property
    def action(self) -> Action:
        """The strictest action."""
        return self.said.rulings[0].action

    @property
    def rests_until(self) -> date:
        """The day on which it may come back: both mornings are waited for, a bad one adds days."""
        actions = {ruling.action for ruling in self.said.rulings}
        days = SETTLED if any(action.is_event for action in actions) else timedelta()
        if Action.SKIP in actions:
            days += timedelta(days=self.said.pause_days)
        return self.one.date + days

    def is_answered_by(self, later: Judged) -> bool:
        """Tell whether another session came after the bad news of this one was known."""
        if later is self:
            return False
        actions = {ruling.action for ruling in self.said.rulings if ruling.rule == R4}
        known = 2 if Action.SKIP in actions else 1 if Action.REGRESS in actions else 0
        return later.one.date >= self.one.date + timedelta(days=known)


def judged(counted: Iterable[Experience], policy: Policy, on: date) -> tuple[Judged, ...]:
    """Return sessions of an exercise with what the rules say of each.

    One bad morning is one event, though it is the second of one session and the next of another,
    or the next of two sessions of a day (D-JUDGE).

    Args:
        counted: Every time the exercise was tried or refused, by day.
        policy: The numbers.
        on: The day.
    """
    alike: dict[tuple[object, ...], Said] = {}
    told, told_itself = set[date](), set[date]()
    settled_by = on - SETTLED
    found: list[Judged] = []
    for one in counted:
        felt = _FELT(one)
        said = alike.get(felt)
        if said is None:
            said = alike[felt] = _said(one, policy)
        if said.is_event:
            bad = _bad_mornings(one, said.rulings, policy)
            own = _own_bad_mornings(one, bad, policy)
            said = evolve(
                said,
                is_event=not bad or not bad <= told,
                is_shared=own is None,
                counts=own is not None and (not own or not own <= told_itself),
            )
            told |= bad
            told_itself |= own or set()
        if one.date > settled_by:
            said = evolve(said, so_far=_so_far(one, policy, on))
        found.append(Judged(one=one, said=said))
    return tuple(found)


def _said(one: Experience, policy: Policy) -> Said:
    """Return what the rules say of a session whose mornings are past, if no other tells of them."""
    rulings = _rulings(one, policy)
    return Said(
        rulings=rulings,
        so_far=rulings[0].action,
        starts_as_planned=start(one.pain.before, policy) is Start.NORMAL,
        is_event=rulings[0].action.is_event,
        pause_days=policy.pause_days,
    )


def _own_bad_mornings(
    one: Experience, bad: frozenset[date], policy: Policy
) -> frozenset[date] | None:
    """Return the bad mornings of an event that is the exercise's own; `None` where it is not."""
    if not one.shared:
        return bad
    alone = one.alone
    rulings = _rulings(alone, policy)
    return _bad_mornings(alone, rulings, policy) if rulings[0].action.is_event else None


def _is_bad(one: Experience, policy: Policy) -> bool:
    return _rulings(one, policy)[0].action.is_event


def _rulings(one: Experience, policy: Policy) -> tuple[Ruling, ...]:
    """Return what R2 to R4 say of an experience, the strictest first; of equals the earlier."""
    if one.is_relief:
        return (during(one, policy),)
    found = (during(one, policy), mornings(one, policy), after(one, policy))
    return tuple(sorted(found, key=_mildness))


def _mildness(ruling: Ruling) -> int:
    return -ruling.action.strictness


def _so_far(one: Experience, policy: Policy, on: date) -> Action:
    if one.is_relief:
        return during(one, policy).action
    due = [name for name, days in DAYS_LATER.items() if one.date + timedelta(days=days) <= on]
    rulings = (during(one, policy), *due_mornings(one, policy, due), after(one, policy))
    return strictest(rulings).action


def _bad_mornings(one: Experience, rulings: Sequence[Ruling], policy: Policy) -> frozenset[date]:
    """Return the mornings that alone make a session an event; none where more than they do."""
    if any(ruling.action.is_event and ruling.rule != R4 for ruling in rulings):
        return frozenset()
    return frozenset(
        one.date + timedelta(days=days)
        for name, days in DAYS_LATER.items()
        if any(ruling.action.is_event for ruling in due_mornings(one, policy, [name]))
    )


def relieving(one: Experience) -> Experience:
    """Return an experience of a relief position: of pain, only that while it was done is its own.

    It is what one does against pain, and never the reason of a bad morning (D-JUDGE).
    """
    felt = Pain(before=one.pain.before, during=one.own_pain.during)
    return evolve(one.alone, pain=felt, is_relief=True)


def unblamed(told: Sequence[Experience], policy: Policy) -> tuple[Experience, ...]:
    """Return experiences without the pain of a session that another exercise of it explains.

    Where an exercise is an event by what was noted of itself, it is the culprit: a bad answer about
    the whole session is its, and not its neighbours', which were calm while they were done
    (D-JUDGE). What they say nothing of themselves stays unknown.
    """
    shared = {one.session for one in told if one.shared}
    alike: dict[tuple[object, ...], bool] = {}

    def is_culprit(one: Experience) -> bool:
        felt = _FELT(one), _OWN(one)
        if felt not in alike:
            alike[felt] = _is_bad(one.alone, policy)
        return alike[felt]

    culprits: dict[str, set[str]] = {}
    for one in told:
        if one.session in shared and one.was_tried and is_culprit(one):
            culprits.setdefault(one.session, set()).add(one.exercise)
    if not culprits:
        return tuple(told)
    return tuple(_spared(one, culprits.get(one.session, set()), policy) for one in told)


def _spared(one: Experience, culprits: set[str], policy: Policy) -> Experience:
    is_calm = one.own_pain.during is not None and bool(one.shared)
    if not culprits or not is_calm or one.exercise in culprits:
        return one
    return one.alone if _is_bad(one, policy) else one
