"""Picks: the dose that is due, the session that picks make, and drafts that are used again."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Purpose, Side
from spinecare.planning.assembling import Pick
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import Outlook
from spinecare.planning.picking import (
    GROWN,
    LESS_FAR,
    dose_of,
    in_order,
    outlined,
    pick,
    steps_of_picks,
)
from spinecare.planning.timing import LOWEST
from tests.planning.builders import (
    CATALOGUE,
    effort,
    happened,
    ids,
    opening_at,
    outlook_of,
    own_routine,
    person,
    picks,
    session_at,
    step_of,
    with_entries,
    with_routines,
)

FEET, TWIST = "wushu-foot-rotation", "yoga-supine-twist"
WUSHU, YOGA = CATALOGUE.routine("wushu-morning"), CATALOGUE.routine("yoga-asanas")


def on_rung(rung: int, sessions: int, **changes: Any) -> Outlook:
    """Return an outlook in whose past the feet stood on a rung, every second day."""
    look = outlook_of(person(**changes))
    for number in range(sessions):
        at = opening_at(48 * number + 18)
        entry = CATALOGUE.entry(FEET)
        step = pick(look, at, WUSHU, entry, grown=False).step
        look.history.record(session_at(at, evolve(step, routine=WUSHU.id)), at, {entry.id: rung})
    return look


def feet(look: Outlook, day: int, *, grown: bool) -> Pick:
    """Return the feet on a day."""
    return pick(look, opening_at(24 * day + 18), WUSHU, CATALOGUE.entry(FEET), grown=grown)


def test_the_first_time_stands_on_the_lowest_rung() -> None:
    """Whether it may grow or not; nothing is said of more."""
    for grown in (True, False):
        found = feet(outlook_of(), 0, grown=grown)
        assert (found.rung, found.notes) == (0, ())


@pytest.mark.parametrize("pain", [0, 3])
def test_what_was_never_done_or_may_not_climb_is_asked_for_at_the_low_end(pain: float) -> None:
    """Though the last sessions stood higher: two rungs up, and pain since."""
    look = outlook_of(person(pain=pain)) if not pain else on_rung(2, 5, pain=pain)
    look.doses.clear()

    dose_of(look, WUSHU, CATALOGUE.entry(FEET))

    assert [grade for _, grade, _, _ in look.doses] == [LOWEST]


@pytest.mark.parametrize(("day", "rung"), [(13, 0), (14, 1)])
def test_a_dose_climbs_after_its_days_and_sessions(day: int, rung: int) -> None:
    """And only where it may be more than last time."""
    look = on_rung(0, 5)

    assert feet(look, day, grown=True).rung == rung
    assert feet(look, day, grown=False).rung == 0


@pytest.mark.parametrize("changes", [{"pain": 3}, {"pain": None}])
def test_with_pain_nothing_climbs_and_falls_to_the_lowest_rung(changes: dict[str, Any]) -> None:
    """Unknown pain counts."""
    look = on_rung(2, 5, **changes)

    assert feet(look, 30, grown=True).rung == 0
    assert dose_of(look, WUSHU, CATALOGUE.entry(FEET))[0] == feet(look, 30, grown=False).step


def test_a_reduced_form_never_climbs() -> None:
    """Though the pain allows it."""
    twist = CATALOGUE.entry(TWIST)
    sound, careful = outlook_of(), outlook_of(person(conditions=["disc-herniation"]))
    for look in (sound, careful):
        for number in range(5):
            at = opening_at(48 * number + 18)
            look.history.record(session_at(at, step_of(TWIST, YOGA.id)), at, {twist.id: 1})

    assert careful.suitable[twist.id].is_reduced
    assert pick(careful, opening_at(30 * 24), YOGA, twist, grown=True).rung == 0
    assert pick(sound, opening_at(30 * 24), YOGA, twist, grown=True).rung == 2


def test_more_work_than_last_time_is_said() -> None:
    """Every rung is more: eleven circles, then twelve; there are no thirteen."""
    found = [feet(on_rung(rung, 5), 20, grown=True) for rung in range(3)]

    assert [(one.rung, one.step.reps, one.notes) for one in found] == [
        (1, 11, (GROWN,)),
        (2, 12, (GROWN,)),
        (2, 12, ()),
    ]
    assert feet(on_rung(1, 5), 20, grown=False).notes == ()


@pytest.mark.parametrize(("reps", "said"), [(10, True), (11, False), (12, False)])
def test_a_higher_rung_is_not_told_as_more_where_the_last_session_held_as_much(
    reps: int, *, said: bool
) -> None:
    """A plan made again may remember more circles than its rung asks for."""
    look = on_rung(0, 5)
    id = CATALOGUE.entry(FEET).id
    look.history.last_step[id] = evolve(look.history.last_step[id], reps=reps, cycles=reps)

    found = feet(look, 20, grown=True)

    assert (found.rung, found.step.reps) == (1, 11)
    assert (GROWN in found.notes) is said


def test_the_same_rung_is_not_told_as_more_where_the_last_session_held_less() -> None:
    """There was less time for it then; nothing has grown."""
    look = on_rung(0, 5)
    id = CATALOGUE.entry(FEET).id
    look.history.last_step[id] = evolve(look.history.last_step[id], reps=5, cycles=5)

    found = feet(look, 13, grown=True)

    assert (found.rung, found.step.reps, found.notes) == (0, 10, ())


def test_where_no_plan_remembers_the_last_session_its_rung_says_what_it_held() -> None:
    """A journal knows the rung of exercises that the plan before does not hold any more."""
    look = outlook_of()
    look.history.levels = {CATALOGUE.entry(FEET).id: 1}
    look.history.rungs[CATALOGUE.entry(FEET).id] = 0

    assert feet(look, 0, grown=True).notes == (GROWN,)
    look.history.rungs[CATALOGUE.entry(FEET).id] = 1
    assert feet(look, 0, grown=True).notes == ()


def able(look: Outlook, id: str, **changes: Any) -> Outlook:
    """Return an outlook in which something else is known of how an exercise suits."""
    entry = CATALOGUE.entry(id)
    suits = evolve(look.suitable[entry.id], **changes)
    return evolve(look, suitable={**look.suitable, entry.id: suits}, doses={}, drafts={})


def test_what_hurt_a_little_is_done_less_far_and_only_that_says_so() -> None:
    """The dose stays and the note joins it; the knees did not hurt, and say nothing."""
    look = able(outlook_of(), FEET, has_lower_range=True)
    knees = CATALOGUE.entry("wushu-knee-rotation")

    less = feet(look, 0, grown=True)

    assert less.notes == (LESS_FAR,)
    assert less.step == feet(outlook_of(), 0, grown=True).step
    assert pick(look, opening_at(18), WUSHU, knees, grown=True).notes == ()
    assert feet(able(look, FEET, has_lower_range=False), 0, grown=True).notes == ()


def test_less_far_stands_beside_whatever_else_a_pick_says() -> None:
    """Beside more circles, and beside the words of the gentle form."""
    grown = able(on_rung(0, 5), FEET, has_lower_range=True)
    gentle = able(outlook_of(), FEET, has_lower_range=True, is_reduced=True)

    assert feet(grown, 20, grown=True).notes == (GROWN, LESS_FAR)
    words = feet(gentle, 20, grown=True).step.notes
    assert words
    assert feet(gentle, 20, grown=True).notes == (*words, LESS_FAR)


def test_less_far_makes_another_draft() -> None:
    """The same dose in the same slot, and another note in the session."""
    less = able(outlook_of(), FEET, has_lower_range=True)
    same = evolve(less, suitable=outlook_of().suitable)
    assert same.drafts is less.drafts

    noted, bare = (
        outlined(look, opening_at(18), [feet(look, 0, grown=False)]) for look in (less, same)
    )

    assert [item.notes for item in noted.items] == [(LESS_FAR,)]
    assert [item.notes for item in bare.items] == [()]


def test_the_dose_of_last_time_is_the_rung_of_last_time() -> None:
    """And pairs as the routine and the person ask."""
    strict = on_rung(1, 5, strict_relaxation=True)

    step, rest = dose_of(on_rung(1, 5), WUSHU, CATALOGUE.entry(FEET))

    assert (step.reps, rest) == (11, 0)
    assert dose_of(strict, WUSHU, CATALOGUE.entry(FEET))[0].duration_s > step.duration_s


def test_an_effort_without_relaxation_brings_the_rest_that_must_follow() -> None:
    """Twenty seconds for twenty."""
    own = effort(seconds=20)
    look = outlook_of(catalogue=with_entries(own))

    assert pick(look, opening_at(), WUSHU, own, grown=True).rest_after_s == 20


def test_picks_stand_in_the_order_of_a_session_whatever_the_order_they_came_in() -> None:
    """Parts, upright before lying, the article's order, then the routine's."""
    look = outlook_of()
    chosen = (
        *picks(look, "yoga-asanas", *YOGA.entries[3:], *YOGA.entries[:2]),
        *picks(look, "wushu-morning", *WUSHU.entries[::-1]),
    )

    ordered = [one.entry.id for one in in_order(look, chosen)]

    assert ordered == [*WUSHU.entries, *YOGA.entries[:2], *YOGA.entries[3:]]


def test_a_routine_that_lies_in_part_comes_after_upright_ones_of_its_part() -> None:
    """The first exercise of the upper back stands; the neck, which is all upright, comes before."""
    last = evolve(CATALOGUE.routine("upper-back"), lines=(1,))
    look = outlook_of(catalogue=with_routines(last).arranged)
    standing = "upper-back-3-cat-standing"
    chosen = (
        *picks(look, "upper-back", standing, "upper-back-4-prone-double-leg-raise"),
        *picks(look, "neck", "neck-2-rotation"),
    )

    assert next(one.entry.id for one in in_order(look, chosen)) == "neck-2-rotation"
    assert next(one.entry.id for one in in_order(look, (chosen[0], chosen[2]))) == standing


def test_more_than_three_new_or_land_with_water_is_hindered_before_it_is_laid_out() -> None:
    """The first rule that is broken is told."""
    efforts = [effort(id=f"own-{n}", seconds=5) for n in range(4)]
    catalogue = with_routines(
        own_routine("wushu-morning", *(one.id for one in efforts)),
        catalogue=with_entries(*efforts),
    )
    look = outlook_of(catalogue=catalogue)
    four = picks(look, "wushu-morning", *(one.id for one in efforts))
    wet = picks(look, "lumbar", "lumbar-4-swimming", "lumbar-1-half-push-up")

    assert outlined(look, opening_at(), four).hindrance == "new-things"
    assert outlined(look, opening_at(), four[:3]).hindrance == ""
    assert outlined(look, opening_at(), wet).hindrance == "water"
    assert outlined(look, opening_at(), wet[:1]).hindrance == ""
    assert outlined(look, opening_at(), ()).items == ()


CIRCLES = WUSHU.entries[:2]


def draft(look: Outlook, at: Opening, *routine_ids: str) -> Any:
    """Return the outline and the steps of circles, or of what is named."""
    chosen = [
        pick(look, at, WUSHU if id in WUSHU.entries else YOGA, CATALOGUE.entry(id), grown=True)
        for id in routine_ids or CIRCLES
    ]
    return outlined(look, at, chosen), steps_of_picks(look, at, chosen)


def test_the_same_picks_in_the_same_slot_make_the_same_session() -> None:
    """The very same values, a week later too; which is what lets the check remember them."""
    look = outlook_of(person(tried=[entry.id for entry in CATALOGUE.entries]))
    first = draft(look, opening_at())

    again = draft(look, opening_at())
    later = draft(look, opening_at(18 + 7 * 24))

    assert again[0] is first[0]
    assert again[1] is first[1]
    assert later[1] is first[1]


def test_a_first_time_makes_another_session_than_the_next() -> None:
    """What is new is marked, so the steps differ."""
    look = outlook_of()
    _, first = draft(look, opening_at())
    happened(look, opening_at(), *(evolve(step, sides=(Side.BOTH,)) for step in first))

    _, second = draft(look, opening_at())

    assert [step.is_new for step in first] == [True, True]
    assert [step.is_new for step in second] == [False, False]


@pytest.mark.parametrize(
    "at",
    [
        opening_at(18, minutes=59),
        opening_at(18, place="office"),
        opening_at(17),
        opening_at(18 + 24),
        opening_at(18 + 28 * 24),  # bending and arching may stand side by side from now on
    ],
    ids=["length", "place", "time", "weekday", "weeks"],
)
def test_another_slot_makes_another_draft(at: Opening) -> None:
    """Its length, place, time and day may all change what is laid out."""
    look = outlook_of(person(tried=[entry.id for entry in CATALOGUE.entries]))
    first = draft(look, opening_at())

    assert draft(look, at)[0] is not first[0]


def test_another_rung_makes_another_draft() -> None:
    """Its note and its numbers differ."""
    look = on_rung(1, 5)

    same = outlined(look, opening_at(18 + 24 * 20), [feet(look, 20, grown=False)])
    more = outlined(look, opening_at(18 + 24 * 20), [feet(look, 20, grown=True)])

    assert same is not more
    assert more.items[0].step.reps > same.items[0].step.reps


def test_another_side_to_begin_with_makes_another_draft() -> None:
    """Of the exercises themselves, and of what is added to them."""
    look = outlook_of(person(tried=[entry.id for entry in CATALOGUE.entries]))
    twist, _ = draft(look, opening_at(), TWIST)
    rolled = [item for item in twist.items if item.entry.id == "transition-roll-and-rise"]
    assert rolled

    look.history.last_side[rolled[0].entry.id] = rolled[0].step.sides[0]
    other, _ = draft(look, opening_at(), TWIST)
    look.history.last_side[rolled[0].entry.id] = rolled[0].step.sides[0].other
    back, _ = draft(look, opening_at(), TWIST)

    assert other is not twist
    assert ids(other) == ids(twist)
    assert other.items[-1].step.sides == (rolled[0].step.sides[0].other,)
    assert back is not other
    assert draft(look, opening_at(), TWIST)[0] is back


def test_what_is_added_for_the_first_time_is_marked_and_later_is_not() -> None:
    """The closing rest of the first lying session is new; a draft with it is not used again."""
    look = outlook_of(person(tried=[TWIST]))
    _, first = draft(look, opening_at(), TWIST)
    happened(look, opening_at(), step_of("yoga-corpse-pose"), step_of("transition-roll-and-rise"))
    look.history.last_side.clear()

    _, second = draft(look, opening_at(), TWIST)

    added = [(step.exercise, step.is_new) for step in first if step.purpose is not Purpose.MAIN]
    after = [(step.exercise, step.is_new) for step in second if step.purpose is not Purpose.MAIN]
    corpse, rise = "yoga-corpse-pose", "transition-roll-and-rise"
    assert added == [(corpse, True), (corpse, True), (rise, True)]
    assert after == [(corpse, False), (corpse, False), (rise, False)]


def test_time_to_spare_goes_to_the_closing_rest_of_the_steps() -> None:
    """The outline keeps the shortest; its steps last longer in a longer slot."""
    look = outlook_of()
    outline, steps = draft(look, opening_at(minutes=30), TWIST)

    (shortest,) = (item.step for item in outline.items if item.purpose is Purpose.CLOSING)
    (closing,) = (step for step in steps if step.purpose is Purpose.CLOSING)
    assert closing.duration_s == 300 > shortest.duration_s
