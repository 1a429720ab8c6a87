"""What was done and how it felt."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest
from hypothesis import given

from spinecare import (
    Done,
    Entry,
    ExerciseId,
    Journal,
    Outcome,
    Pain,
    PainCharacter,
    Planned,
    SessionId,
    SkipReason,
    Step,
    Symptom,
)
from spinecare.errors import InvalidValueError
from tests.strategies import instances

MONDAY = date(2026, 11, 23)
EVENING = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)


def an_entry(at: datetime = EVENING, *, pain: Pain | None = None) -> Entry:
    """Return an entry of Monday's neck rotation."""
    return Entry(
        session=SessionId("s-1"),
        date=MONDAY,
        exercise=ExerciseId("neck-2-rotation"),
        written_at=at,
        pain=pain or Pain(),
    )


@given(one=instances(Journal), other=instances(Journal))
def test_joining_two_journals_gives_the_same_whichever_comes_first(
    one: Journal, other: Journal
) -> None:
    """Phone and computer: nothing is lost, nothing doubled, in any order, however often."""
    joined = one.merged(other)

    assert joined == other.merged(one)
    assert joined.merged(one) == joined
    assert set(joined.entries) == {*one.entries, *other.entries}


def test_a_morning_answer_is_added_and_the_evening_stays() -> None:
    """Nothing is written over: both entries stand, in the order of writing."""
    evening = an_entry(pain=Pain(before=1, during=2, after=1))
    morning = an_entry(EVENING + timedelta(hours=12), pain=Pain(next_morning=0))

    journal = Journal(entries=[morning]).with_entries(evening)

    assert journal.entries == (evening, morning)
    assert journal.of_session("s-1") == (evening, morning)
    assert journal.of_session("s-2") == ()


def test_a_journal_can_be_read_from_a_day_on() -> None:
    """The day itself is among them."""
    monday, tuesday = an_entry(), attrs.evolve(an_entry(), date=MONDAY + timedelta(days=1))
    journal = Journal(entries=(monday, tuesday))

    assert journal.since(tuesday.date).entries == (tuesday,)
    assert journal.since(monday.date) == journal


def test_what_was_not_noted_is_unknown_and_not_none_at_all() -> None:
    """No number stands where nobody gave one."""
    entry = an_entry()

    assert attrs.astuple(entry.pain) == (None,) * 5
    assert (entry.done, entry.planned, entry.effort) == (None, None, None)


def test_what_was_planned_is_taken_from_the_step() -> None:
    """Sets, repetitions, hold, load, form and time."""
    step = Step(
        exercise=ExerciseId("neck-5-weighted-shrug"),
        sides=("both",),
        sets=2,
        reps=8,
        hold_s=3,
        mass_kg=1.5,
        is_reduced=True,
    )

    assert Planned.of(step) == Planned(
        sets=2, reps=8, hold_s=3, mass_kg=1.5, is_reduced=True, duration_s=0
    )


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (Planned(reps=6), Planned(reps=5)),
        (Planned(sets=2, reps=3), Planned(reps=5)),
        (Planned(reps=2, hold_s=20), Planned(reps=2, hold_s=15)),
        (Planned(duration_s=61), Planned(duration_s=60)),
        (Planned(reps=5, duration_s=61), Planned(reps=6, duration_s=60)),
        (Planned(reps=6, duration_s=60), Planned(reps=5)),
        (Planned(reps=5), Planned(reps=6, is_reduced=True)),
    ],
)
def test_of_two_doses_one_asks_for_more(more: Planned, less: Planned) -> None:
    """The reduced form is less than any other; then the time decides, or the numbers."""
    assert more.asks_more_than(less)
    assert not less.asks_more_than(more)


def test_a_dose_asks_for_no_more_than_itself_nor_than_a_time_that_was_rounded() -> None:
    """Pages round to hundredths."""
    assert not Planned(reps=5).asks_more_than(Planned(reps=5))
    assert not Planned(duration_s=79.34).asks_more_than(Planned(duration_s=79.333))


def test_words_are_read_as_members_of_their_lists() -> None:
    """As forms and files write them."""
    entry = attrs.evolve(
        an_entry(),
        done=Done(outcome="skipped", reason="pain"),
        character=["sharp"],
        symptoms=["numbness"],
    )

    assert entry.done == Done(outcome=Outcome.SKIPPED, reason=SkipReason.PAIN)
    assert entry.character == (PainCharacter.SHARP,)
    assert entry.symptoms == (Symptom.NUMBNESS,)


@pytest.mark.parametrize("wrong", [-1, 11, "3", True, float("nan")])
def test_pain_is_a_number_from_0_to_10(wrong: object) -> None:
    """A number beyond the scale is a slip of the finger, not a pain."""
    with pytest.raises(InvalidValueError, match="during must be a number from 0 to 10"):
        Pain(during=wrong)  # type: ignore[arg-type]


def test_moments_are_kept_in_utc() -> None:
    """The same moment written by two clocks is the same."""
    berlin = EVENING.astimezone(timezone(timedelta(hours=1)))

    assert an_entry(berlin) == an_entry(EVENING)
    assert an_entry(berlin).written_at.isoformat() == "2026-11-23T19:30:00+00:00"


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 23, 19, 30),  # noqa: DTZ001  it is the point
        datetime(1969, 1, 1, tzinfo=UTC),
        datetime.max.replace(tzinfo=timezone(-timedelta(hours=5))),
    ],
)
def test_a_moment_without_a_zone_or_out_of_time_is_refused(moment: datetime) -> None:
    """Nobody knows when it was."""
    with pytest.raises(InvalidValueError, match="written_at must be a moment"):
        an_entry(moment)


def test_a_journal_of_something_else_is_refused_by_name() -> None:
    """The field is named."""
    with pytest.raises(InvalidValueError, match="entries must be of type Entry"):
        Journal(entries=["yesterday it hurt"])  # type: ignore[list-item]


@pytest.mark.parametrize("other", [{}, None, "diary", [Journal()]])
def test_a_journal_joins_only_a_journal(other: Any) -> None:
    """The argument is named, and what came."""
    with pytest.raises(InvalidValueError, match="other must be a Journal"):
        Journal().merged(other)
