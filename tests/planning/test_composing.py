"""Composing one session: which exercises of the routines that are due."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare.model import ExerciseId, RoutineId
from spinecare.planning.composing import SORE, Composed, compose
from spinecare.planning.outlook import Outlook
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    composed,
    exercises_of,
    main,
    opening_at,
    outlook_of,
    person,
    planned,
    routines,
    with_routines,
)

WUSHU = list(CATALOGUE.routine("wushu-morning").entries)
YOGA = [id for id in CATALOGUE.routine("yoga-asanas").entries if id != "yoga-cleansing-fire-pose"]


def test_a_routine_that_fits_is_done_whole() -> None:
    """In the order of the article; what is planned only on request stays out with its rule."""
    found = composed(outlook_of(), "yoga-asanas")

    assert main(found) == YOGA
    assert found.kept_out == (("yoga-cleansing-fire-pose", "condition-avoid"),)


def test_a_session_says_when_where_and_of_what_it_is() -> None:
    """Its id is the day and the number of the slot; a person without pain needs no note."""
    found = composed(outlook_of(), "wushu-morning", minutes=10)
    session = found.session

    assert session is not None
    assert (session.id, session.date, session.start.hour) == ("2026-11-23-1", MONDAY, 18)
    assert (session.minutes, session.place, session.routines) == (10, "home", ("wushu-morning",))
    assert session.notes == ()


@pytest.mark.parametrize("pain", [None, 0.5])
def test_a_sore_person_is_told_to_rate_the_pain_first(pain: float | None) -> None:
    """Unknown pain counts."""
    session = composed(outlook_of(person(pain=pain)), "neck").session

    assert session is not None
    assert session.notes == (SORE,)


def test_nothing_due_makes_no_session() -> None:
    """And keeps nothing out."""
    assert composed(outlook_of()) == Composed(session=None, kept_out=())


def test_nothing_that_fits_makes_no_session_and_says_so() -> None:
    """The pool takes 21 minutes, and the rest of the routine is left out by the person."""
    look = outlook_of(person(leaves_out=CATALOGUE.routine("lumbar").entries[:3]))

    found = composed(look, "lumbar", minutes=20)

    assert found.session is None
    assert found.kept_out == (
        ("lumbar-1-half-push-up", "condition-avoid"),
        ("lumbar-2-crunch-crossed-arms", "condition-avoid"),
        ("lumbar-3-dry-land-swim", "condition-avoid"),
        ("lumbar-4-swimming", "time"),
    )


def test_a_rule_that_keeps_an_exercise_out_is_told() -> None:
    """Neck 4 and 5 wait for their stage."""
    found = composed(outlook_of(), "neck")

    assert main(found) == [*CATALOGUE.routine("neck").entries[:3]]
    assert found.kept_out == (
        ("neck-4-isometric-resisted", "stage"),
        ("neck-5-weighted-shrug", "stage"),
    )


def test_what_uses_a_missing_exercise_is_kept_out_by_the_order() -> None:
    """The standing cat repeats the one on all fours, which the person leaves out."""
    look = outlook_of(person(leaves_out=["upper-back-2-cat-all-fours"]))

    found = composed(look, "upper-back")

    assert ("upper-back-3-cat-standing", "order") in found.kept_out
    assert "upper-back-3-cat-standing" not in main(found)
    assert "upper-back-1-alternate-shoulder-raise" in main(found)


def test_the_first_reason_stands() -> None:
    """Too early to bend: the standing cat is not blamed on the kneeling one, which is early too."""
    found = composed(outlook_of(), "upper-back", hours=6.5)

    assert ("upper-back-2-cat-all-fours", "waking") in found.kept_out
    assert ("upper-back-3-cat-standing", "waking") in found.kept_out


def test_a_routine_that_pairs_strictly_rests_as_long_as_it_moves() -> None:
    """Whoever does it: circles of the knees for 80 s and 80 s of rest."""
    strict = evolve(CATALOGUE.routine("wushu-morning"), pairs_strictly=True)
    look = outlook_of(catalogue=with_routines(strict))

    session = composed(look, "wushu-morning").session

    assert session is not None
    assert session.steps[1].duration_s == 160


def held(look: Outlook, routine: str, times: int, minutes: float) -> list[list[str]]:
    """Return what so many sessions hold of a routine, one every two days."""
    pieces: list[list[str]] = []
    for number in range(times):
        at = opening_at(18 + 48 * number, minutes=minutes)
        found = compose(look, at, routines(routine, look=look))
        assert found.session is not None
        assert found.session.duration_s <= at.seconds
        look.history.record(found.session, at, found.rungs)
        pieces.append(list(dict.fromkeys(main(found))))
    return pieces


def test_a_short_slot_takes_a_piece_and_the_rest_next_time() -> None:
    """The first whose turn it is, then as many as go in: the head circles are short."""
    look = outlook_of()
    found = composed(look, "wushu-morning", minutes=5)

    assert main(found) == [WUSHU[n] for n in (0, 1, 3, 6)]
    assert found.kept_out == tuple((WUSHU[n], "time") for n in (2, 4, 5))
    assert held(look, "wushu-morning", 2, 5)[1] == [WUSHU[n] for n in (2, 4, 5)]


@pytest.mark.parametrize(
    ("routine", "minutes", "sessions"),
    [
        ("wushu-morning", 5, 2),
        ("wushu-morning", 3, 5),
        ("lying-complex", 20, 2),
        ("yoga-asanas", 8, 2),
    ],
)
def test_rotation_brings_up_every_exercise_in_the_fewest_sessions(
    routine: str, minutes: float, sessions: int
) -> None:
    """All come up in so many, not in one less, and then all over again."""
    look = outlook_of(person(tried=[entry.id for entry in CATALOGUE.entries]))
    wanted = {id for id in CATALOGUE.routine(routine).entries if not CATALOGUE.entry(id).on_request}

    pieces = held(look, routine, 2 * sessions, minutes)

    for first in (0, sessions):
        round_of_all = pieces[first : first + sessions]
        assert set().union(*round_of_all) == wanted
        assert set().union(*round_of_all[:-1]) != wanted


def test_a_long_routine_falls_into_the_same_pieces_every_time() -> None:
    """Once all have had their turn the round begins with the first again."""
    pieces = held(outlook_of(), "wushu-morning", 6, 5)

    assert pieces == pieces[:2] * 3


def test_a_piece_keeps_the_order_of_its_routine() -> None:
    """Whatever was chosen first."""
    for piece in held(outlook_of(), "lying-complex", 4, 12):
        places = [CATALOGUE.routine("lying-complex").entries.index(ExerciseId(id)) for id in piece]
        assert places == sorted(places)


def test_what_is_too_long_for_a_slot_does_not_hold_up_the_round() -> None:
    """Swimming takes 21 minutes; in 20 the others take turns, apart in the first weeks."""
    press, crunch, swim = CATALOGUE.routine("lumbar").entries[:3]

    pieces = held(outlook_of(person(level="practised")), "lumbar", 4, 20)

    assert pieces == [[press, crunch], [press, swim]] * 2


def test_what_a_round_passed_over_comes_first_where_it_can_be_done() -> None:
    """Short slots know nothing of swimming; the first long one after their round does."""
    look = outlook_of(person(level="practised"))
    held(look, "lumbar", 3, 20)

    assert look.history.owed[RoutineId("lumbar")] == {"lumbar-4-swimming"}
    assert main(composed(look, "lumbar", hours=18 + 24 * 6, minutes=60)) == ["lumbar-4-swimming"]


@pytest.mark.parametrize(
    ("routine", "availability"),
    [
        ("lumbar", "Mon 18:00 20 min; Thu 18:00 60 min"),
        ("upper-back", "Mon 06:30 3 min; Thu 18:00 3 min"),
        ("lying-complex", "Mon, Wed, Fri 06:30 15 min; Tue 19:00 5 min"),
    ],
)
def test_no_exercise_starves_where_slots_differ(routine: str, availability: str) -> None:
    """What the short or early slot keeps out comes up in the other, again and again."""
    who = person(
        routines=[routine],
        availability=availability,
        level="practised",
        tried=[entry.id for entry in CATALOGUE.entries],
    )
    wanted = {id for id in CATALOGUE.routine(routine).entries if not CATALOGUE.entry(id).on_request}

    plan = planned(who, weeks=24)

    for weeks in (plan.weeks[:12], plan.weeks[12:]):
        sessions = [session for week in weeks for session in week.sessions]
        assert {id for session in sessions for id in exercises_of(session)} == wanted


def test_what_an_exercise_needs_comes_with_it() -> None:
    """8a uses the pinch of 6a and the flattening of 7: never done without them."""
    look = outlook_of()
    hours = 18.0
    for _ in range(6):
        found = composed(look, "lying-complex", hours=hours, minutes=12)
        session = found.session
        assert session is not None
        held = exercises_of(session)
        for edge in CATALOGUE.edges:
            if edge.needs and edge.after in held:
                assert edge.before in held
        look.history.record(session, opening_at(hours, minutes=12))
        hours += 24


def test_doses_come_down_before_exercises_go() -> None:
    """Grown circles do not fit ten minutes: all seven are done as before."""
    look = outlook_of()
    for day in range(14):
        at = opening_at(24 * day + 18, minutes=12)
        found = compose(look, at, routines("wushu-morning"))
        assert found.session is not None
        look.history.record(found.session, at, found.rungs)

    roomy = composed(look, "wushu-morning", hours=24 * 14 + 18, minutes=12)
    tight = composed(look, "wushu-morning", hours=24 * 14 + 18, minutes=10)

    assert main(roomy) == main(tight) == WUSHU
    assert roomy.session is not None
    assert tight.session is not None
    assert tight.session.duration_s <= 600 < roomy.session.duration_s
