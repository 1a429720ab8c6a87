"""Composing one session: whole routines first, and pieces of one at most."""

from __future__ import annotations

from itertools import permutations

import pytest

from spinecare.planning.composing import Composed, compose
from spinecare.planning.outlook import Outlook
from tests.planning.builders import (
    CATALOGUE,
    exercises_of,
    happened,
    opening_at,
    outlook_of,
    person,
    step_of,
)

YOGA = [id for id in CATALOGUE.routine("yoga-asanas").entries if id != "yoga-cleansing-fire-pose"]
LYING = CATALOGUE.routine("lying-complex").entries
CIRCLES = list(CATALOGUE.routine("wushu-morning").entries)


def composed(look: Outlook, *ids: str, hours: float = 18, minutes: float = 60) -> Composed:
    """Return what is composed of routines for an opening."""
    due = tuple(CATALOGUE.routine(id) for id in ids)
    return compose(look, opening_at(hours, minutes=minutes), due)


def main(found: Composed) -> list[str]:
    """Return the exercises of the routines in a session; nothing where there is none."""
    return [] if found.session is None else exercises_of(found.session)


def test_time_that_whole_routines_leave_goes_to_a_piece_of_another() -> None:
    """Yoga (12 min) and circles (9.5 min) in twenty minutes: all of the first."""
    stretch = composed(outlook_of(), "yoga-asanas", "wushu-morning", minutes=20)
    circles = composed(outlook_of(), "wushu-morning", "yoga-asanas", minutes=20)

    assert main(stretch) == [*CIRCLES[:5], *YOGA]
    assert {id for id, rule in stretch.kept_out if rule == "time"} == set(CIRCLES[5:])
    assert main(circles) == [*CIRCLES, *YOGA[:3]]
    assert {id for id, rule in circles.kept_out if rule == "time"} == set(YOGA[3:])


def after_lying(hours: float) -> list[str]:
    """Return a quarter of an hour, so long after the lying complex, which is due with circles."""
    look = outlook_of()
    happened(look, opening_at(18), *(step_of(id, "lying-complex") for id in LYING))
    return main(composed(look, "lying-complex", "wushu-morning", hours=18 + hours, minutes=15))


@pytest.mark.parametrize("hours", [24, 48])
def test_a_whole_routine_comes_before_a_piece_of_a_more_pressing_one(hours: float) -> None:
    """The lying complex takes what the circles leave."""
    held = after_lying(hours)

    assert held[: len(CIRCLES)] == CIRCLES
    assert set(held[len(CIRCLES) :]) < set(LYING)
    assert held[len(CIRCLES) :]


def test_a_routine_that_comes_in_pieces_waits_for_two_days_at_most() -> None:
    """After them its piece comes first, and leaves no time for the circles."""
    held = after_lying(48.5)

    assert set(held) < set(LYING)
    assert len(held) > 3


def test_a_routine_that_was_never_done_does_not_wait() -> None:
    """Four of yoga in eleven minutes, and no circles."""
    found = composed(outlook_of(), "yoga-asanas", "wushu-morning", minutes=11)

    assert main(found) == YOGA[:4]


@pytest.mark.parametrize("minutes", [5, 8, 12, 20])
def test_a_session_holds_pieces_of_one_routine_at_most(minutes: float) -> None:
    """Whichever two are due: what time is left for one more exercise of a second stays free."""
    look = outlook_of(person(tried=[entry.id for entry in CATALOGUE.entries]))
    routines = [routine for routine in CATALOGUE.routines if routine.entries]

    for due in permutations(routines, 2):
        found = compose(look, opening_at(minutes=minutes), due)

        late = {id for id, rule in found.kept_out if rule == "time"}
        held = found.session.routines if found.session else ()
        pieces = [one.id for one in due if one.id in held and late & set(one.entries)]
        assert len(pieces) <= 1, [one.id for one in due]


@pytest.mark.parametrize(
    ("minutes", "done", "expected"),
    [
        (4, 5, [5, 6]),  # 124 s: more than half of the four minutes
        (5, 5, [0, 5, 6]),  # less than half of the five
        (5, 6, [0, 1, 6]),
        (5, 7, [0, 1, 2]),
    ],
)
def test_a_routine_begins_anew_where_half_the_slot_is_left(
    minutes: float, done: int, expected: list[int]
) -> None:
    """Once all were done; the end of a round comes first."""
    look = outlook_of()
    for hours, ids in ((18, CIRCLES), (42, CIRCLES[:done])):
        happened(look, opening_at(hours), *(step_of(id, "wushu-morning") for id in ids))

    found = composed(look, "wushu-morning", hours=66, minutes=minutes)

    assert main(found) == [CIRCLES[number] for number in expected]
