"""What fits into a slot: routines whole, together, or one of them in pieces."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Edge, Exercise, ExerciseId, Pose
from spinecare.planning.courses import DATED
from spinecare.planning.optimum import Load, Offer, Part
from spinecare.planning.servings import Extract, Serving
from tests.planning.builders import (
    CATALOGUE,
    effort,
    opening_at,
    outlook_of,
    person,
    plain,
    step_of,
    with_routines,
)
from tests.planning.offering import ARM, BACK, A, B, C, clashing, looking, made_for, offers, sized


def test_a_routine_that_fits_is_offered_whole() -> None:
    """To the second: the first exercise of a session needs no way to it."""
    exact, over = looking({A: sized("a", 60, 70)}), looking({A: sized("a", 60, 71)})

    assert offers(exact, opening_at(minutes=2), A) == {((A, 1000, True),)}
    assert offers(over, opening_at(minutes=2), A) == {((A, 992, False),)}


def test_a_routine_that_does_not_fit_is_offered_in_a_piece() -> None:
    """As much of it as its time holds: three exercises of a minute in two and in one."""
    look = looking({A: sized("a", 60, 60, 60)})

    assert offers(look, opening_at(minutes=2), A) == {((A, 722, False),)}  # (120 + 10) of 180
    assert offers(look, opening_at(minutes=1), A) == {((A, 388, False),)}


def test_what_not_even_an_exercise_of_fits_is_not_offered() -> None:
    """Nor is it where only a shorter one needs a longer."""
    long = sized("a", 120, 60)
    need = Edge(before=long[0].id, after=long[1].id, needs=True)

    assert offers(looking({A: long[:1]}), opening_at(minutes=1), A) == set()
    assert offers(looking({A: long}, [need]), opening_at(minutes=1), A) == set()
    assert offers(looking({A: long}), opening_at(minutes=1), A) == {((A, 500, True),)}


def test_what_is_too_long_for_the_slot_is_no_part_of_the_routine_there() -> None:
    """All of the rest is then whole, and lacks its share."""
    look = looking({A: sized("a", 60, 300, 60, 60)})

    assert offers(look, opening_at(minutes=4), A) == {((A, 750, True),)}
    assert offers(look, opening_at(minutes=2), A) == {((A, 541, False),)}
    assert offers(look, opening_at(minutes=8), A) == {((A, 1000, True),)}


def test_routines_that_fit_together_are_offered_together_and_each_alone() -> None:
    """No piece is offered of what is whole beside the same."""
    look = looking({A: sized("a", 60), B: sized("b", 60), C: sized("c", 60)})
    all_three = (A, 1000, True), (B, 1000, True), (C, 1000, True)

    found = offers(look, opening_at(minutes=3), A, B, C)

    assert found == {those for n in (1, 2, 3) for those in combinations(all_three, n)}


def test_beside_a_whole_routine_a_piece_of_another_is_offered() -> None:
    """Four minutes, of which one takes two and the other four."""
    look = looking({A: sized("a", 60, 60), B: sized("b", 60, 60, 60, 60)})

    found = offers(look, opening_at(minutes=4), A, B)

    assert found == {
        ((A, 1000, True),),
        ((B, 1000, True),),
        ((A, 1000, True), (B, 583, False)),  # 140 of 240 s
    }


def test_a_piece_of_less_than_a_quarter_of_what_the_slot_holds_alone_is_a_token() -> None:
    """Ten of a quarter of an hour: two minutes of twelve are left, or three."""
    lists = {A: sized("a", 600), B: sized("b", *(40 for _ in range(18)))}

    tight = offers(looking(lists), opening_at(minutes=12), A, B)
    loose = offers(looking(lists), opening_at(minutes=13.5), A, B)

    assert tight == {((A, 1000, True),), ((B, 1000, True),)}
    assert loose == {*tight, ((A, 1000, True), (B, 319, False))}


def test_two_routines_never_stand_in_pieces() -> None:
    """One at most, beside whole ones."""
    look = outlook_of()
    ids = sorted(r.id for r in CATALOGUE.routines if r.cadence.kind in DATED)

    for minutes in (5, 10, 20, 40):
        for offer in offers(look, opening_at(minutes=minutes), *ids):
            assert sum(not is_whole for _, _, is_whole in offer) <= 1
            assert all(0 < share <= 1000 for _, share, _ in offer)


def test_a_big_slot_holds_every_set_of_routines_on_land() -> None:
    """Ten hours: nothing is in pieces but for what clashes with another."""
    look = outlook_of()
    look = evolve(look, start=opening_at(-24 * 60).date)
    ids = sorted(r.id for r in CATALOGUE.routines if r.cadence.kind in DATED)

    found = offers(look, opening_at(minutes=600), *ids)

    assert (
        len([offer for offer in found if all(whole for _, _, whole in offer)]) == 2 ** len(ids) - 1
    )
    assert all(whole for offer in found for _, _, whole in offer)


def test_slots_that_differ_in_length_only_differ_in_their_time_only() -> None:
    """What clashes and what is too long is known from the first of them."""
    look = clashing()
    long = looking({A: sized("a", 60, 300, 60, 60)})
    made = made_for(look, A, B)
    cut = made_for(long, A)
    day = opening_at().date

    pieces = [
        [
            part.share
            for offer in made.of(opening_at(minutes=m), day, (True, True))
            for part in offer.parts
        ]
        for m in (60, 59, 3)
    ]
    whole = [cut.of(opening_at(minutes=m), day, (True,)) for m in (4, 4.5)]

    assert pieces[0] == pieces[1]
    assert sorted(pieces[2]) < sorted(pieces[0])
    assert whole == [(Offer((Part(0, 750),)),)] * 2


def test_what_is_worked_out_once_is_not_worked_out_again() -> None:
    """The same slot of another week; until a dose has changed."""
    look = looking({A: sized("a", 60)})
    made = made_for(look, A)

    first = made.of(opening_at(18), opening_at().date, (True,))

    assert first == (Offer((Part(0, 1000),)),)
    assert made.of(opening_at(18 + 7 * 24), opening_at().date, (True,)) is first


def test_grown_doses_change_what_fits() -> None:
    """The circles of an hour fit no more into the time that they took at first."""
    look = outlook_of()
    entries = CATALOGUE.routine("wushu-morning").entries
    made = made_for(look, A)
    at, later = opening_at(minutes=9.5), opening_at(24, minutes=9.5)

    before = made.of(at, at.date, (True,))
    for id in entries:
        look.history.rungs[id] = 8
    look.history.climbed += 1
    after = made.of(later, at.date, (True,))

    assert [part.share for offer in before for part in offer.parts] == [1000]
    assert [part.is_whole for offer in after for part in offer.parts] == [False]
    assert [part.share for offer in after for part in offer.parts] < [1000]


def test_what_comes_around_lying_work_takes_its_time() -> None:
    """The closing rest and the way up: a lying minute does not fit into one."""
    lying = Pose(position="supine")
    look = looking({A: [plain("own-lying", 50, start=lying)]})

    assert offers(look, opening_at(minutes=1), A) == set()
    assert offers(look, opening_at(minutes=3), A) == {((A, 1000, True),)}


def test_relief_before_gymnastics_takes_its_time() -> None:
    """A tense neck: the time that holds the exercises does not hold the relief before them."""
    tense = person(tense=["neck"], leaves_out=CATALOGUE.routine("neck").entries[3:])
    free = outlook_of(evolve(tense, tense=()))
    at = opening_at(minutes=4.5)  # three exercises of 80 s, and the way to two of them

    assert offers(free, at, "neck") == {(("neck", 1000, True),)}
    assert {whole for offer in offers(outlook_of(tense), at, "neck") for _, _, whole in offer} <= {
        False
    }


def test_a_repeated_row_counts_as_often_as_it_is_done() -> None:
    """9a to 9c of the lying complex are done three times in a row."""
    nine = tuple(id for id in CATALOGUE.routine("lying-complex").entries if "-09" in id)
    whole = CATALOGUE.routine("lying-complex")
    row = evolve(whole, entries=tuple(ExerciseId(id) for id in nine))
    look = outlook_of(catalogue=with_routines(row))
    own_s = sum(step_of(id).duration_s + 10 for id in row.series[0].items)

    once = offers(look, opening_at(minutes=(own_s + 120) / 60), whole.id)
    thrice = offers(look, opening_at(minutes=(3 * own_s + 180) / 60), whole.id)

    assert {is_whole for offer in once for _, _, is_whole in offer} == {False}
    assert thrice == {((whole.id, 1000, True),)}


def test_a_part_of_a_routine_says_what_of_it_must_rest() -> None:
    """Early no bending to the end of the range: that load is not held then; in the evening all."""
    bend = effort("own-bend", 50, recovery="strength", muscles=(BACK,), tags=("flexion-end",))
    lift = effort("own-lift", 50, recovery="strength", muscles=(ARM,))
    made = made_for(looking({A: [bend, lift, plain("own-rest")]}), A)
    day = opening_at().date

    early, late = (made.of(opening_at(hour), day, (True,)) for hour in (6, 18))

    assert early == (Offer((Part(0, 666, loads=(Load(id=1, share=334),)),)),)
    assert late == (Offer((Part(0, 1000),)),)


def test_a_part_that_holds_all_that_must_rest_says_so_like_the_whole() -> None:
    """What is missing early loads nothing."""
    bend = plain("own-bend", tags=("flexion-end",))
    lift = effort("own-lift", 50, recovery="strength", muscles=(ARM,))
    made = made_for(looking({A: [bend, lift]}), A)

    assert made.of(opening_at(6), opening_at().date, (True,)) == (Offer((Part(0, 500),)),)


def clash(**muscles: str) -> list[Exercise]:
    """Return strength work that bends, such that arches, and what only relaxes: each a minute."""
    tags = {"bend": "flexion-end", "arch": "extension-end"}
    kinds: dict[str, Any] = {"kinds": ["strength", "relaxation"], "recovery": "strength"}
    return [
        *(
            plain(f"own-{name}", muscles=(muscles[name],), tags=(tag,), **kinds)
            for name, tag in tags.items()
        ),
        plain("own-rest"),
    ]


def test_what_comes_up_in_turn_must_have_rested_as_well() -> None:
    """The one that arches stands in the next session: it counts, but leaves a thousandth."""
    made = made_for(looking({A: clash(bend=BACK, arch=ARM)}), A)

    (offer,) = made.of(opening_at(18), opening_at().date, (True,))

    assert offer == Offer((Part(0, 666, loads=(Load(id=0, share=334), Load(id=1, share=331))),))


def test_what_comes_up_in_turn_and_loads_the_same_counts_once() -> None:
    """Bending and arching of the same back."""
    made = made_for(looking({A: clash(bend=BACK, arch=BACK)}), A)

    (offer,) = made.of(opening_at(18), opening_at().date, (True,))

    assert offer == Offer((Part(0, 666, loads=(Load(id=0, share=334),)),))


@pytest.mark.parametrize(
    ("room_s", "share"), [(0, 0), (49, 0), (50, 240), (70, 400), (120, 800), (600, 800)]
)
def test_a_piece_is_as_much_as_fits_and_nothing_where_not_even_the_shortest_does(
    room_s: float, share: int
) -> None:
    """Of 800 thousandths that take 100 s, with 20 s around them and 30 s for the shortest."""
    extract = Extract(CATALOGUE.routine("neck"), (), (), (), Counter())
    serving = Serving(0, extract, share=800, loads=None, own_s=100, around_s=20, smallest_s=30)

    assert serving.piece(room_s) == share
