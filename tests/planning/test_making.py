"""Making again with less: how growth is shared out, and when doses go back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from attrs import evolve

from spinecare import Amendment, AmendmentKind, Done, Entry, Journal, Pain, Planned, review
from spinecare.model import Availability, ExerciseId, RoutineId, SessionId
from spinecare.planning.amending import Amending
from spinecare.planning.lived import Lived
from spinecare.planning.making import little_more
from spinecare.planning.records import Records
from spinecare.planning.screening import Suitability
from spinecare.planning.workload import Workload
from spinecare.reviewing import experiences
from tests.planning.builders import CATALOGUE, MONDAY, person, plan_with
from tests.planning.loads import NOD, TABLE, TURN, nods_and_turns, on_day, working

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinecare.model import Plan, Session
    from spinecare.planning.making import Made

START = MONDAY + timedelta(days=14)
GOOD = Pain(before=1, during=1, after=1, next_morning=1, second_morning=1)


def entry(day: date, exercise: str, reps: int = 5) -> Entry:
    """Return an entry of something that went well."""
    return Entry(
        session=SessionId(f"{day.isoformat()}-1"),
        date=day,
        exercise=ExerciseId(exercise),
        written_at=datetime.combine(day, time(20), UTC),
        planned=Planned(reps=reps, duration_s=10.0 * reps),
        done=Done(outcome="done"),
        pain=GOOD,
    )


def lived(workload: Workload, *, taken: bool = False) -> Lived:
    """Return a journal in which two exercises have earned a step each, or have taken it."""
    days = [MONDAY + timedelta(days=number) for number in (0, 3, 7, 10)]
    entries = [entry(day, id) for id in (NOD, TURN) for day in days]
    if taken:
        entries += [entry(MONDAY + timedelta(days=12), id, 6) for id in (NOD, TURN)]
    now = review(Journal(entries=entries), on=START)
    return Lived(now=now, records=Records(known=(), on=START), workload=workload)


def making(weeks: Callable[[Lived], tuple[Session, ...]]) -> Callable[[Lived], Made]:
    """Return what makes nothing but weeks."""
    return lambda one: cast(
        "Made", SimpleNamespace(placed=SimpleNamespace(sessions=weeks(one)), lived=one)
    )


def told(made: Made) -> Lived:
    """Return what a plan was made by."""
    return cast("Lived", cast("Any", made).lived)


def by_growth(nods: float, turns: float) -> Callable[[Lived], tuple[Session, ...]]:
    """Return weeks of 50 seconds each, with so much more of what grows."""
    return lambda one: nods_and_turns(
        (50 + nods * one.grows(NOD), 50 + turns * one.grows(TURN)), closing=1
    )


FULL = Workload(weekly_s=(110.0, 110.0, 90.0, 90.0), asked_s=400.0, times={NOD: 4, TURN: 4})
"""A week may ask for 115 seconds; three weeks ago it was 90."""
STEADY = evolve(FULL, weekly_s=(100.0,) * 4)
HALF = evolve(FULL, asked_s=800.0)


@pytest.mark.parametrize(
    ("nods", "turns", "growing"),
    [
        (5, 5, {NOD, TURN}),  # all has room
        (10, 10, {NOD}),  # one has: the first by level and id
        (20, 10, {TURN}),  # the other has
        (20, 20, set[ExerciseId]()),  # none has
    ],
)
def test_as_many_doses_grow_as_there_is_room_for(
    nods: float, turns: float, growing: set[ExerciseId]
) -> None:
    """A week may ask for 115 seconds."""
    made = little_more(making(by_growth(nods, turns)), lived(FULL))

    assert {id for id in (NOD, TURN) if told(made).grows(id)} == growing


def test_where_the_choice_does_not_fit_after_all_nothing_grows() -> None:
    """With one held back something else may take the time."""
    weeks = by_growth(10, 10)

    def odd(one: Lived) -> tuple[Session, ...]:
        return nods_and_turns((90, 90), closing=1) if len(one.held) == 1 else weeks(one)

    made = little_more(making(odd), lived(FULL))

    assert told(made).held == {NOD, TURN}


@pytest.mark.parametrize(("workload", "growing"), [(FULL, set[ExerciseId]()), (STEADY, {NOD})])
def test_where_no_step_has_room_one_grows_after_steady_weeks(
    workload: Workload, growing: set[ExerciseId]
) -> None:
    """Else weeks so short that a step is more than 15 % of them would never grow."""
    made = little_more(making(by_growth(20, 20)), lived(workload))

    assert {id for id in (NOD, TURN) if told(made).grows(id)} == growing


def test_nothing_grows_alone_beside_a_step_that_was_promised() -> None:
    """One thing at a time: the promised step is that thing."""
    steady = evolve(STEADY, weekly_s=(100.0, 100.0, 110.0, 100.0))
    promised = evolve(lived(steady), granted=frozenset({TURN}))

    made = little_more(making(by_growth(20, 5)), promised)

    assert promised.growing == (NOD,)
    assert told(made).held == {NOD}


def test_nothing_grows_alone_beside_what_is_new() -> None:
    """The turns come for the first time: these are the one thing more."""
    newly = evolve(STEADY, times={NOD: 4}, planned=frozenset({(on_day(2).id, TURN)}))

    made = little_more(making(by_growth(20, 20)), lived(newly))

    assert told(made).held == {NOD, TURN}


def test_where_doses_went_back_nothing_grows() -> None:
    """Though there is room for it then."""

    def weeks(one: Lived) -> tuple[Session, ...]:
        return nods_and_turns((100 - 60 * one.lowered, 100 - 60 * one.lowered), closing=1)

    made = told(little_more(making(weeks), evolve(lived(HALF, taken=True), begins={NOD: 2})))

    assert made.lowered == 1
    assert not made.grows(NOD)


def test_the_room_for_what_grows_is_that_beside_what_waits() -> None:
    """All that is new at once would leave none."""
    made = little_more(making(with_tables(5)), lived(FULL))

    assert told(made).grows(NOD)
    assert told(made).later


def test_doses_never_go_below_the_first_for_want_of_room() -> None:
    """However often they were lowered; what stands below for how it felt stays there."""
    low = evolve(lived(HALF, taken=True), lowered=3)
    below = evolve(low, begins={TABLE: -2})

    assert (low.level(NOD), below.level(TABLE)) == (0, -2)


def test_a_dose_that_went_back_does_not_come_up_again_by_a_step_it_earned() -> None:
    """It stands a step below the last one that was done."""
    found = two_growing()

    assert found.level(NOD) == 2
    assert evolve(found, lowered=1).level(NOD) == 0


def two_growing() -> Lived:
    """Return a journal in which one exercise earned its second step, another its first."""
    far = [entry(MONDAY + timedelta(days=day), NOD) for day in (0, 3, 7, 10)]
    far += [entry(MONDAY + timedelta(days=day), NOD, 6) for day in (12, 15, 19, 22)]
    near = [entry(MONDAY + timedelta(days=day), TURN) for day in (12, 15, 19, 22)]
    on = MONDAY + timedelta(days=24)
    now = review(Journal(entries=[*far, *near]), on=on)
    return Lived(now=now, records=Records(known=(), on=on))


def test_what_has_come_the_least_far_grows_first() -> None:
    """Whatever its id."""
    found = two_growing()

    assert (found.level(NOD), found.level(TURN)) == (2, 1)
    assert found.growing == (TURN, NOD)


def test_only_coming_sessions_grant_a_step() -> None:
    """What the plan before had on days that are past is over."""
    last = experiences(Journal(entries=[entry(MONDAY, NOD, 5)]), until=START)
    known = Lived(now=review(Journal(), on=START), records=Records(known=last, on=START))
    day = (START - MONDAY).days
    past, ahead = (on_day(number, working(60, NOD, reps=8)) for number in (day - 1, day))

    assert known.following(plan_with(past)).granted == set()
    assert known.following(plan_with(ahead)).granted == {NOD}


def with_tables(nods: float) -> Callable[[Lived], tuple[Session, ...]]:
    """Return a week of nods and turns, and of what is new twice, each as far as it may come."""

    def weeks(one: Lived) -> tuple[Session, ...]:
        new = [on_day(day, working(10, TABLE)) for day in (1, 3)]
        held = [session for session in new if (session.id, TABLE) not in one.later]
        more = nods * one.grows(NOD)
        return on_day(0, working(50 + more), working(50, TURN)), *held

    return weeks


@pytest.mark.parametrize(("nods", "held"), [(5, set[ExerciseId]()), (6, {NOD})])
def test_what_is_new_takes_the_room_before_what_grows(nods: float, held: set[ExerciseId]) -> None:
    """It joins on as many days as there is room for, and five seconds are left then."""
    made = little_more(making(with_tables(nods)), lived(FULL))

    assert told(made).held == held
    assert told(made).later == {(on_day(3).id, TABLE)}
    assert len(made.placed.sessions) == 2


def test_weeks_that_stay_too_full_are_made_as_they_are() -> None:
    """Where nothing grows, is new or comes more often: nobody's dose goes back for a neighbour."""
    made = little_more(making(lambda _: nods_and_turns((100, 100), closing=1)), lived(FULL))

    assert told(made).held == {NOD, TURN}
    assert told(made).lowered == 0
    assert told(made).level(NOD) == 0


@pytest.mark.parametrize(
    ("workload", "lowered"),
    [(HALF, 1), (evolve(FULL, asked_s=601.0), 1), (evolve(FULL, asked_s=600.0), 0), (FULL, 0)],
)
def test_doses_go_back_only_where_less_was_done_than_planned(
    workload: Workload, lowered: int
) -> None:
    """Where a third is missing; who did it all is used to it."""

    def weeks(one: Lived) -> tuple[Session, ...]:
        return nods_and_turns((100, 100 - 50 * one.lowered), closing=1)

    made = little_more(making(weeks), lived(workload, taken=True))

    assert told(made).lowered == lowered
    assert told(made).level(NOD) == 1 - lowered


def test_a_dose_that_went_back_for_want_of_work_says_so() -> None:
    """In the changes of the plan."""
    before, after = on_day(20, working(20)), on_day(20, working(10))
    low = lived(HALF, taken=True).lower()
    assert low is not None
    found_by = amending(plan_with(before), low)

    found: tuple[Amendment, ...] = found_by.amendments(plan_with(after).weeks)

    assert [(one.kind, one.reason) for one in found] == [
        (
            AmendmentKind.LESS,
            "The weeks would ask for much more than the last four held.",
        )
    ]


def amending(previous: Plan, lived: Lived, **more: Any) -> Amending:
    """Return what tells how a plan differs from one before, for who has time at no slot."""
    fields: dict[str, Any] = {
        "availability": Availability(slots=()),
        "wished": frozenset(),
        "suitable": {},
        "start": START,
        "catalogue": CATALOGUE,
    }
    return Amending(previous=previous, lived=lived, **{**fields, **more})


def well(*days: int, until: int = 14) -> Lived:
    """Return a journal of nods that went well on some days."""
    entries = [entry(MONDAY + timedelta(days=day), NOD) for day in days]
    on = MONDAY + timedelta(days=until)
    return Lived(now=review(Journal(entries=entries), on=on), records=Records(known=(), on=on))


def why(
    lived: Lived,
    suits: Suitability | None = None,
    *,
    wished: tuple[RoutineId, ...] = (RoutineId("neck"),),
    later: frozenset[tuple[SessionId, ExerciseId]] = frozenset(),
) -> list[str]:
    """Return what is said of nods that are fewer than they were, and of turns that are gone."""
    before, after = on_day(20, working(20), working(5, TURN)), on_day(20, working(10))
    found_by = amending(
        plan_with(before),
        lived,
        wished=frozenset(wished),
        suitable={} if suits is None else {NOD: suits, TURN: Suitability()},
        later=later,
    )
    return [one.reason for one in found_by.amendments(plan_with(after).weeks)]


def test_a_dose_that_is_less_says_which_of_many_reasons_is_its_own() -> None:
    """The week has no room; it has not been done for long enough; it hurt; nobody knows."""
    gentle = Suitability(is_reduced=True, is_eased=True)

    assert why(well(0, 3, 7, 10).holding({NOD}))[0] == (
        "It has earned a step more, which waits until your weeks have room for it."
    )
    assert why(well(10))[0] == "It waits for four good sessions in a row before it is more."
    assert why(well(10), gentle)[0] == "It did not do you good as it was."
    assert why(well(13))[0] == (
        "How it felt is not known, or it did not do you good: the dose waits."
    )


def test_an_exercise_that_is_gone_says_which_of_many_reasons_is_its_own() -> None:
    """The weeks have no room for it there; or something else took its place."""
    later = frozenset({(on_day(20).id, TURN)})
    elsewhere = frozenset({(on_day(22).id, TURN)})

    assert why(well(10), Suitability(), later=later)[1] == (
        "What is new or would come more often joins bit by bit, as your weeks have room."
    )
    for other in (elsewhere, frozenset[tuple[SessionId, ExerciseId]]()):
        assert why(well(10), Suitability(), later=other)[1] == (
            "Something else took its time or its rest."
        )
    assert (
        why(well(10), Suitability(), wished=())[1]
        == "You no longer want the routine that it was of."
    )


def test_what_stands_on_another_day_of_the_week_says_so() -> None:
    """It is not out: it moved."""
    monday, later = on_day(21, working(20), working(5, TURN)), on_day(23, working(20))
    moved = [on_day(21, working(20)), on_day(23, working(20), working(5, TURN))]
    found_by = amending(
        plan_with(monday, later),
        well(10),
        wished=frozenset({RoutineId("neck")}),
        suitable={NOD: Suitability(), TURN: Suitability()},
    )

    gone, come = found_by.amendments(plan_with(*moved).weeks)

    assert (gone.kind, gone.reason) == (
        AmendmentKind.DROPPED,
        "It stands in another session of that week now.",
    )
    assert come.kind is AmendmentKind.ADDED


def test_a_session_in_a_slot_that_is_new_says_so() -> None:
    """The plan before was made for other times."""
    come = on_day(21, working(20))
    before = evolve(plan_with(), availability=person(availability="Mon 07:00 20 min").availability)
    found_by = amending(before, well(10))

    (found,) = found_by.amendments(plan_with(come).weeks)

    assert (found.kind, found.reason) == (AmendmentKind.ADDED, "Your times or places changed.")


@pytest.mark.parametrize("has_slot", [True, False])
def test_a_session_without_its_slot_is_gone_for_that(has_slot: bool) -> None:
    """With the slot, nothing that was due could stand there."""
    gone = on_day(21, working(20))
    slots = f"{gone.date:%a} {gone.start:%H:%M} 20 min" if has_slot else "Mon 05:00 20 min"
    found_by = amending(plan_with(gone), well(10), availability=Availability.parse(slots))

    (found,) = found_by.amendments(plan_with().weeks)

    assert found.reason == (
        "Nothing that was due could stand there any more."
        if has_slot
        else "Your times or places changed."
    )


def test_the_full_form_after_the_gentle_one_is_more() -> None:
    """Also where it lasts no longer."""
    gentle = plan_with(on_day(20, working(20, is_reduced=True)))
    found_by = amending(gentle, well(10))

    (found,) = found_by.amendments(plan_with(on_day(20, working(20))).weeks)

    assert (found.kind, found.reason) == (
        AmendmentKind.MORE,
        "What you told allows it again, or there is time for it.",
    )
