"""What is known of an exercise, put together from entries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from attrs import evolve

from spinecare.model import Done, Entry, ExerciseId, Outcome, Pain, Planned, SkipReason
from spinecare.reviewing import Experience, by_exercise, experiences
from tests.reviewing.builders import BRIDGE, calm, day, entry, journal, skipped

NECK = "neck-2-rotation"


def known(*entries: Entry, until: int = 9, exercise: str = BRIDGE) -> Experience:
    """Return what is known of an exercise of the first session."""
    found = experiences(journal(*entries), until=day(until))
    return next(one for one in found if one.exercise == exercise)


def test_an_exercise_takes_the_sessions_answers_where_it_has_none() -> None:
    """A culprit that nobody knows could be each of them."""
    whole = entry(0, None, before=1, during=4, after=2, next_morning=3, second_morning=2)
    silent, own = entry(0, done=None), entry(0, NECK, during=0)

    assert known(whole, silent, own).pain == whole.pain
    assert known(whole, silent, own, exercise=NECK).pain == evolve(whole.pain, during=0)


def test_sharp_pain_of_the_session_counts_against_what_says_nothing_itself() -> None:
    """An exercise with an own answer was not it, while another says nothing."""
    whole = entry(0, None, during=4, character=["sharp"])
    silent, fine = entry(0), entry(0, NECK, during=0)
    dull = entry(0, "bar-hang", character=["dull"])

    assert known(whole, silent, fine).character == {"sharp"}
    assert known(whole, silent, fine, exercise=NECK).character == set()
    assert known(whole, silent, dull, exercise="bar-hang").character == {"dull"}


def test_sharp_pain_that_no_exercise_owns_up_to_is_everybodys() -> None:
    """All that were begun say how it felt, and none that it was sharp."""
    whole = entry(0, None, during=4, character=["sharp"])
    fine, dull = entry(0, NECK, during=0), entry(0, "bar-hang", character=["dull"])
    sharp = entry(0, "bar-hang", character=["sharp"])
    away = entry(0, done=Done(outcome="skipped", reason="no-time"))

    assert known(whole, fine, dull, away, exercise=NECK).character == {"sharp"}
    assert known(whole, fine, dull, away, exercise="bar-hang").character == {"dull", "sharp"}
    assert known(whole, fine, sharp, exercise=NECK).character == set()


def test_signs_of_the_session_stand_apart_from_those_of_an_exercise() -> None:
    """Only its own leave an exercise out for good."""
    whole, own = entry(0, None, symptoms=["weakness"]), entry(0, symptoms=["numbness"])

    assert known(whole, own).symptoms == {"numbness"}
    assert known(whole, own).session_symptoms == {"weakness"}


def test_of_different_answers_the_most_cautious_counts() -> None:
    """The lowest before, since every rule asks how far pain rose above it; the highest after."""
    phone = entry(0, before=3, during=1, after=3, next_morning=0, second_morning=2)
    computer = entry(0, before=1, during=2, after=1, next_morning=4, second_morning=1)

    for first, second in ((phone, computer), (computer, phone)):
        assert known(first, second).pain == Pain(
            before=1, during=2, after=3, next_morning=4, second_morning=2
        )


@pytest.mark.parametrize(
    ("outcomes", "counted"),
    [
        (["done"], Outcome.DONE),
        (["done", "done"], Outcome.DONE),
        (["skipped"], Outcome.SKIPPED),
        (["partly"], Outcome.PARTLY),
        (["done", "partly"], Outcome.PARTLY),
        (["done", "skipped"], Outcome.PARTLY),
        (["skipped", "partly"], Outcome.PARTLY),
    ],
)
def test_what_was_done_here_and_skipped_there_was_done_in_part(
    outcomes: list[str], counted: Outcome
) -> None:
    """It may have done harm, and it may not be praised."""
    entries = [
        evolve(entry(0, done=Done(outcome=Outcome(outcome))), note=str(number))
        for number, outcome in enumerate(outcomes)
    ]

    assert known(*entries).outcome is counted
    assert known(*entries).is_whole == (counted is Outcome.DONE)


def test_the_sessions_outcome_is_that_of_what_says_none() -> None:
    """Skipped as a whole: also its exercises."""
    whole = skipped(0, "illness", None)

    assert known(whole, entry(0, done=None)).outcome is Outcome.SKIPPED
    assert known(whole, entry(0, done=None)).reasons == {SkipReason.ILLNESS}


def test_what_was_felt_in_a_session_that_was_skipped_was_begun() -> None:
    """As a whole, it says; one of its exercises hurt."""
    whole = skipped(0, "pain", None)

    assert known(whole, entry(0, done=None, during=7)).outcome is Outcome.PARTLY


def test_what_was_done_in_a_session_somebody_says_was_skipped_is_done_in_part() -> None:
    """It may have done harm, and it may not be praised; why it was skipped is not its reason."""
    whole = skipped(0, "illness", None)

    assert known(whole, entry(0)).outcome is Outcome.PARTLY
    assert known(whole, entry(0)).reasons == set()


@pytest.mark.parametrize(
    "felt",
    [
        entry(0, done=None, during=3),
        entry(0, done=None, character=["dull"]),
        entry(0, done=None, symptoms=["tingling"]),
        evolve(entry(0, done=None), effort=4.0),
    ],
)
def test_what_was_skipped_but_felt_was_begun(felt: Entry) -> None:
    """Otherwise its pain would count for nothing."""
    skip = skipped(0, "pain")

    assert known(skip, felt).outcome is Outcome.PARTLY
    assert known(skip, felt).was_tried
    assert not known(skip).was_tried


@pytest.mark.parametrize(
    "told",
    [
        evolve(calm(0), effort=4.0, planned=Planned(reps=8)),
        evolve(calm(0, done=Done(outcome="done", reps=4)), planned=Planned(reps=8)),
        calm(0, done=None),
        calm(0, done=Done(outcome="partly", reason="pain"), during=6),
        calm(0, done=Done(outcome="skipped", reason="travel"), during=None),
        calm(0, done=Done(outcome="skipped", reason="pain"), during=3),
        calm(0, done=Done(outcome="skipped"), during=None, character=["sharp"]),
        calm(0, done=Done(outcome="skipped"), during=None, symptoms=["tingling"]),
    ],
)
@pytest.mark.parametrize("until", range(4))
def test_what_is_told_in_parts_is_the_same_as_told_at_once(told: Entry, until: int) -> None:
    """Its mornings in an entry of their own, as most write them down, or in one entry with all."""
    mornings = Pain(next_morning=told.pain.next_morning, second_morning=told.pain.second_morning)
    evening = evolve(told, pain=evolve(told.pain, next_morning=None, second_morning=None))
    later = evolve(entry(0, done=None), pain=mornings)

    assert known(evening, later, until=until) == known(told, until=until)


def test_what_nobody_called_skipped_counts_as_tried_but_not_as_whole() -> None:
    """Unknown is never progress, and pain always counts."""
    silent = known(entry(0, done=None, during=1))

    assert silent.outcome is None
    assert silent.was_tried
    assert not silent.is_whole


@pytest.mark.parametrize(
    ("done", "is_whole"),
    [
        (Done(outcome="done"), True),
        (Done(outcome="done", sets=2, reps=8, hold_s=10, mass_kg=2), True),
        (Done(outcome="done", sets=3, reps=9, hold_s=11, mass_kg=3), True),
        (Done(outcome="done", sets=1), False),
        (Done(outcome="done", reps=7), False),
        (Done(outcome="done", hold_s=9), False),
        (Done(outcome="done", mass_kg=1.5), False),
    ],
)
def test_done_with_less_than_was_planned_is_not_whole(done: Done, is_whole: bool) -> None:
    """Any number below the plan's."""
    planned = Planned(sets=2, reps=8, hold_s=10, mass_kg=2)

    assert known(evolve(entry(0, done=done), planned=planned)).is_whole is is_whole


def test_less_than_planned_is_seen_across_entries() -> None:
    """The phone knows the plan, the computer what was done."""
    phone = evolve(entry(0, done=None), planned=Planned(reps=8))
    computer = entry(0, done=Done(outcome=Outcome.DONE, reps=4))

    assert not known(phone, computer).is_whole
    assert known(evolve(phone, planned=Planned(reps=4)), computer).is_whole


def test_effort_is_the_highest_that_was_told() -> None:
    """Unknown where nobody told."""
    first, second = evolve(entry(0), effort=3.0), evolve(entry(0), effort=5.0)

    assert known(first, second).effort == 5
    assert known(entry(0)).effort is None


def test_answers_of_later_mornings_are_not_known_yet() -> None:
    """On each day as much as can be known on it."""
    told = calm(0)

    assert experiences(journal(told), until=day(-1)) == ()
    assert known(told, until=0).pain == Pain(before=0, during=0, after=0)
    assert known(told, until=1).pain == Pain(before=0, during=0, after=0, next_morning=0)
    assert known(told, until=2).pain == told.pain


@pytest.mark.parametrize(
    ("answer", "days"),
    [
        (entry(0, "bar-hang", done=None, next_morning=1), 1),
        (entry(0, "bar-hang", done=None, second_morning=1), 2),
        (entry(0, "bar-hang", done=None, next_morning=1, second_morning=1), 1),
        (entry(0, "bar-hang", next_morning=1), 0),
        (entry(0, "bar-hang", done=None, before=1, next_morning=1), 0),
        (entry(0, "bar-hang", done=None, during=1, second_morning=1), 0),
        (entry(0, "bar-hang", done=None, after=1, second_morning=1), 0),
        (evolve(entry(0, "bar-hang", done=None, next_morning=1), effort=2.0), 0),
        (entry(0, "bar-hang", done=None), 0),
    ],
)
def test_an_entry_about_a_morning_alone_was_written_on_that_morning(
    answer: Entry, days: int
) -> None:
    """So that a sign noted on it does not count on the evening before."""
    hang = ExerciseId("bar-hang")
    first = next(
        on
        for on in range(4)
        if any(one.exercise == hang for one in experiences(journal(answer), until=day(on)))
    )

    assert first == days


def test_entries_of_a_session_belong_together_whatever_day_their_devices_say() -> None:
    """The latest day counts: a morning is not thought past too early."""
    phone = entry(0, session="s", before=1, during=1, after=1)
    ahead = entry(1, session="s", done=None, next_morning=2)

    both = known(phone, ahead, until=2)
    assert both.date == day(1)
    assert both.pain == Pain(before=1, during=1, after=1, next_morning=2)
    assert known(phone, ahead, until=1).date == day(0)


def test_experiences_stand_by_day_then_session_then_exercise() -> None:
    """In whatever order the entries came."""
    entries = [entry(1), entry(0, NECK), entry(0, BRIDGE), entry(0, "bar-hang", session="r")]

    found = experiences(journal(*entries), until=day(9))

    assert [(one.date - day(0), one.session, one.exercise) for one in found] == [
        (timedelta(0), "r", "bar-hang"),
        (timedelta(0), "s-2026-11-23", NECK),
        (timedelta(0), "s-2026-11-23", BRIDGE),
        (timedelta(1), "s-2026-11-24", BRIDGE),
    ]


def test_experiences_of_each_exercise_stay_in_their_order() -> None:
    """Each exercise by itself, the sessions as they were given."""
    entries = [calm(0), calm(0, NECK), calm(1), calm(3, NECK), calm(4)]

    found = by_exercise(experiences(journal(*entries), until=day(9)))

    days = {id: [one.date for one in lived] for id, lived in found.items()}
    assert days == {NECK: [day(0), day(3)], BRIDGE: [day(0), day(1), day(4)]}
    assert by_exercise([]) == {}
