"""What suits a person, once it is known how it felt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spinecare.model import ExerciseId, Journal
from spinecare.planning.easing import eased
from spinecare.planning.lived import Lived
from spinecare.planning.records import Records
from spinecare.planning.screening import suitabilities
from spinecare.reviewing import review
from tests.planning.builders import CATALOGUE, MONDAY, person
from tests.reviewing.builders import entry

CRUNCH = ExerciseId("lumbar-2-crunch-crossed-arms")
OUT = "it did not do you good; ask a clinician before you take it up again"


def hurt_twice(id: ExerciseId) -> Lived:
    """Return a journal in which an exercise hurt twice within two weeks."""
    entries = [entry(day, id, before=1, during=6) for day in (0, 3)]
    on = MONDAY + timedelta(days=7)
    now = review(Journal(entries=entries), on=on)
    return Lived(now=now, records=Records(known=(), on=on))


@pytest.mark.parametrize("pain", [1, 4])
def test_what_is_left_out_says_so_whatever_the_pain_is_now(pain: float) -> None:
    """Strength waits for less pain, too; but less pain alone would not bring it back."""
    told = suitabilities(person(pain=pain), CATALOGUE)

    assert eased(told, hurt_twice(CRUNCH), CATALOGUE)[CRUNCH].refused == OUT


def test_a_wish_stays_the_reason() -> None:
    """Who asked to leave it out is not told of what it did."""
    told = suitabilities(person(leaves_out=[CRUNCH]), CATALOGUE)

    assert eased(told, hurt_twice(CRUNCH), CATALOGUE)[CRUNCH] == told[CRUNCH]


@pytest.mark.parametrize(("level", "is_left"), [(-1, True), (-9, False)])
def test_where_nothing_is_left_to_halve_it_is_left_out(level: int, *, is_left: bool) -> None:
    """Below the gentle form comes half of it, and half of that, down to nothing."""
    told = suitabilities(person(), CATALOGUE)
    on = MONDAY
    records = Records(known=(), on=on)
    lived = Lived(now=review(Journal(), on=on), records=records, begins={CRUNCH: level})

    found = eased(told, lived, CATALOGUE)[CRUNCH]

    assert found.is_allowed is is_left
    assert ("nothing gentler is left of it" in found.refused) is not is_left


def test_nobody_gets_up_without_what_leads_there() -> None:
    """Rolling to the side hurt: there is nothing else in its place."""
    id = ExerciseId("transition-roll-and-rise")
    told = suitabilities(person(), CATALOGUE)

    assert eased(told, hurt_twice(id), CATALOGUE)[id] == told[id]


def test_what_only_waits_for_less_pain_goes_on_waiting() -> None:
    """It hurt once: that takes a step and leaves nothing out."""
    told = suitabilities(person(pain=4), CATALOGUE)
    once = Journal(entries=[entry(0, CRUNCH, before=1, during=6)])
    on = MONDAY + timedelta(days=7)
    lived = Lived(now=review(once, on=on), records=Records(known=(), on=on))

    assert eased(told, lived, CATALOGUE)[CRUNCH] == told[CRUNCH]
    assert told[CRUNCH].rests_for_pain
