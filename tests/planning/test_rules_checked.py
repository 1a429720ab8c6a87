"""Checking a session: all rules the first time, and those that look back every time."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from attrs import evolve

from spinecare.model import Session, Weekday
from spinecare.planning import rules
from spinecare.planning.composing import compose
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import Outlook
from spinecare.planning.rules import RULES, Candidate, broken_rules
from tests.planning.builders import opening_at, outlook_of, person, routines

BACK = {
    "spacing",
    "routine-gap",
    "supercompensation",
    "apart",
    "stage",
    "sides",
    "new-things",
}
"""What looks at the date or at the sessions before."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often each rule is asked."""
    times: Counter[str] = Counter()

    def counted(rule: rules.Rule) -> rules.Rule:
        def breach(candidate: Candidate) -> str:
            times[rule.id] += 1
            return rule.breach(candidate)

        return evolve(rule, breach=breach)

    monkeypatch.setattr(rules, "RULES", tuple(counted(rule) for rule in RULES))
    return times


def circles(look: Outlook, at: Opening) -> Session:
    """Return a session of circles."""
    found = compose(look, at, routines("wushu-morning"))
    assert found.session is not None
    return found.session


def test_these_rules_look_back() -> None:
    """The others look at the person, the slot and the steps, which the same session shares."""
    assert {rule.id for rule in RULES if rule.looks_back} == BACK


def test_a_session_is_checked_against_every_rule(asked: Counter[str]) -> None:
    """Each once."""
    look, at = outlook_of(), opening_at()

    assert broken_rules(look, at, circles(look, at)) == ()

    assert asked == {rule.id: 1 for rule in RULES}


def test_the_same_steps_are_checked_again_against_what_looks_back(asked: Counter[str]) -> None:
    """A week later, in the same slot, and nothing else is asked twice."""
    look = outlook_of()
    first = circles(look, opening_at())
    later = evolve(first, date=first.date + timedelta(days=7))

    broken_rules(look, opening_at(), first)
    broken_rules(look, opening_at(18 + 7 * 24), later)

    assert asked == {rule.id: 2 if rule.looks_back else 1 for rule in RULES}


def test_the_same_steps_too_soon_break_the_rule_all_the_same() -> None:
    """Pull-ups that kept every rule on Monday do not on Thursday."""
    look, at = outlook_of(), opening_at()
    found = compose(look, at, routines("pulse-pull-ups"))
    assert found.session is not None
    assert broken_rules(look, at, found.session) == ()
    look.history.record(found.session, at, found.rungs)
    thursday = opening_at(18 + 72)
    again = evolve(found.session, date=thursday.date)

    broken = broken_rules(look, evolve(thursday, slot=at.slot), again)

    assert [one.partition(":")[0] for one in broken] == ["spacing", "supercompensation"]


@pytest.mark.parametrize("change", ["slot", "steps", "routines"])
def test_another_slot_other_steps_or_other_routines_are_checked_anew(
    change: str, asked: Counter[str]
) -> None:
    """Equal steps are not the same: only what was seen itself is taken for seen."""
    look, at = outlook_of(), opening_at()
    session = circles(look, at)
    broken_rules(look, at, session)

    if change == "slot":
        at = evolve(at, slot=evolve(at.slot, weekday=Weekday.TUE))
    elif change == "steps":
        session = evolve(session, steps=tuple(evolve(step) for step in session.steps))
    else:
        session = evolve(session, routines=(*session.routines, "neck"))
    broken_rules(look, at, session)

    assert asked == {rule.id: 2 for rule in RULES}


def test_what_broke_a_rule_is_not_taken_for_seen(asked: Counter[str]) -> None:
    """It is told each time, whichever rule it was."""
    look = outlook_of(person(conditions=["disc-herniation"]))
    early = opening_at(6)
    towel = compose(outlook_of(), opening_at(), routines("magic-towel")).session
    assert towel is not None
    asked.clear()

    first = broken_rules(look, early, towel)
    second = broken_rules(look, early, towel)

    assert first == second
    assert any(one.startswith("condition-avoid: ") for one in first)
    assert asked == {rule.id: 2 for rule in RULES}


def test_two_people_share_nothing_that_was_seen() -> None:
    """What suits one is looked at anew for the other."""
    sound, disc = outlook_of(), outlook_of(person(conditions=["disc-herniation"]))
    at = opening_at()
    towel = compose(sound, at, routines("magic-towel")).session
    assert towel is not None

    assert broken_rules(sound, at, towel) == ()
    assert broken_rules(disc, at, towel) != ()
