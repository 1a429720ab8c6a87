"""What a slot admits, and what can stand together in it, whatever the time."""

from __future__ import annotations

import pytest

from spinecare.model import Edge, Place
from tests.planning.builders import (
    CATALOGUE,
    effort,
    happened,
    opening_at,
    outlook_of,
    person,
    plain,
    step_of,
)
from tests.planning.offering import A, B, C, clashing, clashing_pair, looking, offers, sized


def test_only_what_stands_at_this_time_of_day_is_offered() -> None:
    """Morning and evening routines are told apart outside."""
    look = looking({A: sized("a", 60), B: sized("b", 60)})

    found = offers(look, opening_at(), A, B, fitting=(False, True))

    assert found == {((B, 1000, True),)}


def test_what_a_place_lacks_is_not_offered_there() -> None:
    """Without a floor only the standing one of two; nothing of what needs a towel."""
    lying = plain("own-lying", 50, start=CATALOGUE.entry("yoga-corpse-pose").start)
    look = looking(
        {A: [*sized("a", 60), lying]},
        availability="Mon 18:00 60 min (office)",
        places=[Place(name="office")],
    )

    assert offers(look, opening_at(place="office"), A, "magic-towel") == {((A, 500, True),)}
    assert ((A, 1000, True),) in offers(look, opening_at(), A, "magic-towel")


def test_what_bends_is_not_offered_soon_after_getting_up() -> None:
    """The person gets up at six."""
    bends = plain("own-bend", 50, tags=("flexion-end",))
    look = looking({A: [*sized("a", 60, 60, 60), bends]})

    assert offers(look, opening_at(6.5), A) == {((A, 750, True),)}
    assert offers(look, opening_at(7), A) == {((A, 1000, True),)}


def test_stages_that_are_shut_when_the_weeks_begin_are_not_looked_forward_to() -> None:
    """Two of five neck exercises join later; the day asked for decides, not the opening's."""
    look = outlook_of()
    first = CATALOGUE.routine("neck").entries[:3]
    for day in range(12):
        happened(look, opening_at(24 * day + 8), *(step_of(id, "neck") for id in first))

    assert offers(look, opening_at(24 * 15 + 18), "neck", day=13) == {(("neck", 600, True),)}
    assert offers(look, opening_at(24 * 15 + 18), "neck", day=14) == {(("neck", 1000, True),)}


def test_what_a_person_leaves_out_is_not_missed() -> None:
    """The rest is the whole routine."""
    look = looking({A: sized("a", 60, 60)}, leaves_out=["own-a0"])

    assert offers(look, opening_at(minutes=1), A) == {((A, 1000, True),)}


def test_new_things_do_not_count_here() -> None:
    """Four new efforts cannot join at once, but the schedule looks past the first sessions."""
    look = looking({A: [effort(id=f"own-{n}", seconds=5) for n in range(4)]})

    assert offers(look, opening_at(), A) == {((A, 1000, True),)}


def test_bending_and_arching_efforts_share_no_session_in_the_first_weeks() -> None:
    """What comes later in the routine is left for another session."""
    look = outlook_of(person(leaves_out=["lumbar-4-swimming"]))

    first = offers(look, opening_at(), "lumbar")
    late = offers(look, opening_at(28 * 24), "lumbar", day=28)

    assert first == {(("lumbar", 666, True),)}
    assert late == {(("lumbar", 1000, True),)}


def test_what_needs_an_exercise_that_clashes_is_left_with_it() -> None:
    """An arch beside a bend, and what repeats it."""
    bend, arch = clashing_pair()
    again = plain("own-again")
    look = looking(
        {A: [bend, arch, again, *sized("a", 60)]},
        [Edge(before=arch.id, after=again.id, needs=True)],
    )

    assert offers(look, opening_at(), A) == {((A, 500, True),)}


def test_water_shares_no_session_with_land() -> None:
    """Neither inside a routine nor with another; no piece of it is promised there either."""
    whole = offers(outlook_of(), opening_at(28 * 24, minutes=120), "lumbar", day=28)
    dry = CATALOGUE.routine("lumbar").entries[:3]
    look = outlook_of(person(leaves_out=dry))

    beside = offers(look, opening_at(minutes=120), "lumbar", "wushu-morning")

    assert whole == {(("lumbar", 750, True),)}
    assert beside == {(("lumbar", 1000, True),), (("wushu-morning", 1000, True),)}


def test_of_a_routine_that_clashes_with_another_the_rest_can_stand_beside_it() -> None:
    """As a piece, though there is time for all of it; three of four exercises."""
    found = offers(clashing(), opening_at(), A, B)

    assert found == {
        ((A, 1000, True),),
        ((B, 1000, True),),
        ((A, 1000, True), (B, 750, False)),
    }


def test_a_clash_with_one_of_two_others_is_enough() -> None:
    """The third routine clashes with the first and not with the second, which has time for all."""
    bend, arch = clashing_pair()
    look = looking({A: [bend], B: [arch, *sized("b", 60)], C: sized("c", 60)})

    found = offers(look, opening_at(), A, B, C)

    assert ((A, 1000, True), (C, 1000, True), (B, 500, False)) in found
    assert ((A, 1000, True), (B, 500, False)) in found
    assert ((B, 1000, True), (C, 1000, True)) in found


@pytest.mark.parametrize("minutes", [1, 10, 30])
def test_a_person_whom_nothing_suits_is_offered_nothing(minutes: float) -> None:
    """Nor does it break anything."""
    look = outlook_of(person(leaves_out=[entry.id for entry in CATALOGUE.entries]))

    assert offers(look, opening_at(minutes=minutes), "neck", "lumbar") == set()
