"""Composing one session of several routines: order, new things, water, clashes."""

from __future__ import annotations

from datetime import timedelta

from attrs import evolve

from spinecare.model import ExerciseId, Purpose, RoutineId
from spinecare.planning.composing import compose
from spinecare.planning.outlook import Outlook
from tests.planning.builders import (
    CATALOGUE,
    composed,
    effort,
    exercises_of,
    happened,
    main,
    opening_at,
    outlook_of,
    person,
    planned,
    routines,
    step_of,
    with_entries,
    with_routines,
)

WUSHU = list(CATALOGUE.routine("wushu-morning").entries)
YOGA = [id for id in CATALOGUE.routine("yoga-asanas").entries if id != "yoga-cleansing-fire-pose"]


def test_two_routines_stand_in_the_order_of_a_session() -> None:
    """Mobility before stretch, whichever presses more; both whole."""
    found = composed(outlook_of(), "yoga-asanas", "wushu-morning")

    assert main(found) == [*WUSHU, *YOGA]
    assert found.session is not None
    assert found.session.routines == ("wushu-morning", "yoga-asanas")


def test_parts_come_before_the_articles_order() -> None:
    """The ball moves and the neck works, though the neck is older; what has no part comes last."""
    last = evolve(CATALOGUE.routine("wushu-morning"), part=None)
    look = outlook_of(catalogue=with_routines(last))

    found = composed(look, "wushu-morning", "neck", "fitball")

    assert found.session is not None
    assert found.session.routines == ("fitball", "neck", "wushu-morning")


def test_of_one_part_upright_work_comes_before_lying_work_and_then_the_articles_order() -> None:
    """Neck before lumbar; upper back before lumbar, both lying."""
    look = outlook_of(person(tried=[entry.id for entry in CATALOGUE.entries]))

    found = composed(look, "lumbar", "upper-back", "neck", hours=24 * 30 + 18)

    assert found.session is not None
    assert found.session.routines == ("neck", "upper-back", "lumbar")


def test_an_exercise_of_two_routines_is_done_once() -> None:
    """For the routine that presses more."""
    twin = evolve(
        CATALOGUE.routine("yoga-asanas"),
        id=RoutineId("a-twin"),
        entries=tuple(YOGA[:2]),
        opening=(),
        closing=(),
    )
    look = outlook_of(catalogue=with_routines(twin))

    found = composed(look, "yoga-asanas", "a-twin")

    assert main(found).count(YOGA[0]) == 1
    assert found.session is not None
    assert found.session.routines == ("yoga-asanas",)


def test_what_is_needed_may_stand_in_another_routine_of_the_session() -> None:
    """The standing cat follows the kneeling one that a routine before it brought."""
    own = [effort(id=f"own-{number}", seconds=5) for number in range(4)]
    first = evolve(
        CATALOGUE.routine("wushu-morning"), entries=(ExerciseId("upper-back-2-cat-all-fours"),)
    )
    ids = (ExerciseId("upper-back-3-cat-standing"), *(entry.id for entry in own))
    second = evolve(CATALOGUE.routine("magic-towel"), entries=ids)
    look = outlook_of(catalogue=with_routines(first, second, catalogue=with_entries(*own)))

    found = composed(look, "wushu-morning", "magic-towel")

    assert main(found) == ["upper-back-2-cat-all-fours", *ids[:4]]
    assert found.kept_out == (("own-3", "new-things"),)


def test_three_new_efforts_join_and_the_others_wait() -> None:
    """Upper back 4 and 5 and two of the lumbar complex are new; none of them is rushed."""
    look = outlook_of()
    at = opening_at(24 * 30 + 18)

    found = compose(look, at, routines("upper-back", "lumbar"))

    session = found.session
    assert session is not None
    new = [
        step
        for step in session.steps
        if step.is_new and look.catalogue.entry(step.exercise).is_effort
    ]
    assert len(new) == 3
    assert ("lumbar-2-crunch-crossed-arms", "new-things") in found.kept_out
    assert [id for id in main(found) if id.startswith("lumbar")] == [
        "lumbar-1-half-push-up",
        "lumbar-3-dry-land-swim",  # from prone to prone; the crunch would turn the person over
    ]


def test_water_has_a_session_of_its_own() -> None:
    """Swimming joins nothing on land; alone it is done, and floating ends it."""
    look = outlook_of()
    land = composed(look, "lumbar", minutes=120)

    assert "lumbar-4-swimming" not in main(land)
    assert ("lumbar-4-swimming", "water") in land.kept_out
    dry = CATALOGUE.routine("lumbar").entries[:3]
    wet = composed(outlook_of(person(leaves_out=dry)), "lumbar", minutes=120)
    assert main(wet) == ["lumbar-4-swimming"]


def test_swimming_takes_its_turn_after_the_others() -> None:
    """Its turn comes when everything else was done more lately."""
    look = outlook_of()
    dry = CATALOGUE.routine("lumbar").entries[:3]
    happened(look, opening_at(18), *(step_of(id, "lumbar") for id in dry))

    assert main(composed(look, "lumbar", hours=18 + 96, minutes=120)) == ["lumbar-4-swimming"]


def test_clashing_strength_work_waits_for_another_session() -> None:
    """Crunch and lifted swim side by side only after four weeks; each has its turn before."""
    look = outlook_of(person(leaves_out=["lumbar-4-swimming"]))

    first = composed(look, "lumbar")
    assert first.session is not None
    look.history.record(first.session, opening_at())
    second = composed(look, "lumbar", hours=18 + 96)
    late = composed(look, "lumbar", hours=18 + 24 * 28)

    press, crunch, swim = CATALOGUE.routine("lumbar").entries[:3]
    assert main(first) == [press, crunch]
    assert (swim, "apart") in first.kept_out
    assert main(second) == [press, swim]
    assert main(late) == [press, crunch, swim]


def test_a_rest_that_is_missing_counts_in_the_time() -> None:
    """Twenty seconds of effort, as many of rest: a minute holds one of two."""
    own = [effort(id=f"own-{n}", seconds=25) for n in (1, 2)]
    routine = evolve(
        CATALOGUE.routine("wushu-morning"), entries=tuple(ExerciseId(e.id) for e in own)
    )
    catalogue = with_routines(routine, catalogue=with_entries(*own))
    look = outlook_of(catalogue=catalogue)

    found = composed(look, "wushu-morning", minutes=1)

    assert main(found) == ["own-1"]
    assert found.session is not None
    assert exercises_of(found.session, Purpose.REST) == ["rest-standing"]
    assert len(main(composed(look, "wushu-morning", minutes=2))) == 2


def test_a_strict_person_rests_as_long_as_they_move() -> None:
    """Circles of the knees for 80 s and 80 s of rest."""
    strict = composed(outlook_of(person(strict_relaxation=True)), "wushu-morning")
    light = composed(outlook_of(), "wushu-morning")

    assert strict.session is not None
    assert light.session is not None
    assert strict.session.duration_s > light.session.duration_s + 7 * 20


def test_a_plan_alternates_the_side_that_begins() -> None:
    """Left on Monday, right on Tuesday, and so on."""
    plan = planned(person(routines=["wushu-morning"]), weeks=1)

    firsts = [
        step.sides[0].value
        for session in plan.sessions
        for step in session.steps
        if step.exercise == "wushu-foot-rotation"
    ]

    assert firsts == ["left", "right"] * 3 + ["left"]
    assert plan.sessions[0].date + timedelta(days=6) == plan.sessions[-1].date


TRUNK = ExerciseId("wushu-trunk-rotation")
"""Of 5 to 6 circles, so that its dose grows once; that of the other six grows twice."""


def grown_wushu() -> Outlook:
    """Return an outlook after 24 days of wushu every other day: its doses are due to grow again."""
    look = outlook_of()
    for day in range(0, 24, 2):
        at = opening_at(24 * day + 18, minutes=60)
        found = compose(look, at, routines("wushu-morning"))
        assert found.session is not None
        look.history.record(found.session, at, found.rungs)
    return look


DUE = 24 * 30 + 18
"""An hour at which they have been due for two days."""


def test_a_second_routine_comes_whole_before_the_first_grows() -> None:
    """In a slot that holds both as they were last time, and grows where there is more."""
    look = grown_wushu()
    last = dict(look.history.rungs)
    before = compose(
        look, opening_at(24 * 23 + 18, minutes=60), routines("wushu-morning", "fitball")
    )
    assert before.session is not None
    assert before.rungs.items() >= last.items()
    minutes = sum(step.between_s + step.duration_s for step in before.session.steps) / 60

    tight, roomy = (
        compose(look, opening_at(DUE, minutes=much), routines("wushu-morning", "fitball"))
        for much in (minutes, 60)
    )

    assert main(tight) == main(roomy) == main(before)
    assert tight.rungs == before.rungs
    assert set(last.values()) == {1}
    assert roomy.rungs == {**before.rungs, **dict.fromkeys(last, 2), TRUNK: 1}


def test_a_whole_routine_grows_before_a_piece_of_another_joins() -> None:
    """A piece takes what is left."""
    look = grown_wushu()
    last = dict(look.history.rungs)

    found = compose(look, opening_at(DUE, minutes=25), routines("wushu-morning", "lying-complex"))

    assert 0 < len(main(found)) - len(WUSHU) < len(CATALOGUE.routine("lying-complex").entries)
    assert set(last.values()) == {1}
    assert {id: found.rungs[id] for id in last} == {**dict.fromkeys(last, 2), TRUNK: 1}
