"""R5: whether mornings get worse from week to week."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare.model import Entry, SessionId
from spinecare.reviewing import MONITORED, STRICT, Course, monday_of, review
from tests.reviewing.builders import calm, day, entry, journal


def weekly(*means: float | None) -> list[Entry]:
    """Return entries whose mornings have these means, week by week; none where unknown."""
    return [
        calm(7 * week, before=5, next_morning=mean)
        for week, mean in enumerate(means)
        if mean is not None
    ]


def course(entries: list[Entry], on: int) -> str:
    """Return what R5 asks for on a day."""
    found = review(journal(*entries), on=day(on), policy=STRICT).course
    assert review(journal(*entries), on=day(on), policy=MONITORED).course is found
    return found.value


@pytest.mark.parametrize(
    ("means", "asked"),
    [
        ([5], "silent"),
        ([5.5], "end"),
        ([0, 1], "silent"),
        ([0, 1.5], "hold"),
        ([3, 2, 1], "silent"),
        ([0, 1, 1], "silent"),
        ([0, 1, 1.5], "back"),
        ([0, 0.5, 1.5], "back"),
        ([0, 1.5, 1.5], "back"),
        ([0, 2, 1.5], "silent"),
        ([0, 0, 3], "back"),
        ([2, 0, 2.5], "hold"),
        ([0, None, 1], "silent"),
        ([0, None, 1.5], "back"),
        ([None, 0, 1.5], "hold"),
        ([0, None, None, 4], "silent"),
        ([4, 5, 5.5], "end"),
    ],
)
def test_a_week_is_held_against_the_two_before(means: list[float | None], asked: str) -> None:
    """Above 5 the end; a rise of more than 1 in two weeks back; in one week a hold."""
    assert course(weekly(*means), 7 * len(means)) == asked


def test_a_week_nobody_knows_is_no_better_than_the_weeks_around_it() -> None:
    """What a week between could have said never makes the verdict stricter than its absence."""
    order = list(Course)
    unknown = Course(course(weekly(0, None, 1.5), 21))
    for between in (0, 0.5, 1, 1.5, 2, 3, 5):
        known = Course(course(weekly(0, between, 1.5), 21))

        assert order.index(unknown) <= order.index(known)


@pytest.mark.parametrize(
    ("third", "running", "over"),
    [(6.0, "hold", "end"), (1.5, "hold", "back"), (1.0, "silent", "silent")],
)
def test_a_week_that_is_not_over_asks_for_a_hold_at_most(
    third: float, running: str, over: str
) -> None:
    """One bad morning is R4's to judge."""
    entries = weekly(0, 0.5, third)

    assert course(entries, 14) == "silent"
    assert course(entries, 15) == running
    assert course(entries, 20) == running
    assert course(entries, 21) == over
    found = review(journal(*entries), on=day(16)).weeks
    assert [week.monday for week in found] == [day(0), day(7), day(14)]
    assert ("not over" in found[-1].reason) == (over in ("end", "back"))


def test_what_a_week_asks_for_holds_in_the_week_after_alone() -> None:
    """Two weeks later a hold is forgotten."""
    entries = weekly(0, 1.5)

    assert course(entries, 14) == course(entries, 20) == "hold"
    assert course(entries, 21) == "silent"


def test_the_stricter_of_last_week_and_this_one_counts() -> None:
    """A hold does not loosen what the week before asked for."""
    entries = [*weekly(0, 0.5, 1.5), calm(21, before=9, next_morning=9)]

    assert course(entries, 22) == "back"


def test_the_end_of_a_programme_holds_on_until_a_known_week_is_better() -> None:
    """Who rests has no mornings to tell of."""
    entries = weekly(6)

    assert course(entries, 7) == course(entries, 70) == "end"
    better = [*entries, calm(70, before=2, next_morning=2)]
    assert course(better, 71) == "end"
    assert course(better, 77) == "silent"
    assert course(better, 84) == "silent"


def test_a_mornings_pain_counts_once_however_often_it_is_told() -> None:
    """Two sessions of a day have the same morning after; the worse answer counts."""
    entries = [
        calm(0, next_morning=1),
        entry(0, session="second", next_morning=4),
        entry(0, None, next_morning=2),
        calm(1, next_morning=0),
    ]

    for worst in ("a-first", "second", "z-last"):
        told = [
            evolve(one, session=SessionId(worst)) if one.session == "second" else one
            for one in entries
        ]

        assert [week.mean for week in review(journal(*told), on=day(7)).weeks] == [2]


def test_sundays_morning_after_belongs_to_its_week() -> None:
    """It is known on Monday, when the week is over."""
    entries = [calm(6, next_morning=6)]

    assert review(journal(*entries), on=day(6)).weeks == ()
    assert [week.monday for week in review(journal(*entries), on=day(7)).weeks] == [day(0)]
    assert monday_of(day(6)) == day(0)
    assert monday_of(day(7)) == day(7)


def test_a_session_told_of_as_a_whole_has_its_mornings_too() -> None:
    """Also where no exercise is named."""
    whole = entry(0, None, next_morning=6)

    found = review(journal(whole), on=day(7))

    assert found.verdicts == ()
    assert found.course is Course.END


def test_means_of_thirds_are_compared_without_the_noise_of_binary_fractions() -> None:
    """A rise by exactly one is no rise by more than one."""
    first = [calm(number, before=5, next_morning=pain) for number, pain in enumerate((0, 0, 0.1))]
    second = [
        calm(7 + number, before=5, next_morning=pain) for number, pain in enumerate((1, 1, 1.1))
    ]

    assert course([*first, *second], 14) == "silent"


def test_a_ruling_says_its_numbers() -> None:
    """So that a person can check them."""
    reasons = [
        [week.reason for week in review(journal(*weekly(*means)), on=day(7 * len(means))).weeks]
        for means in ([1, 2.5], [0, 1, 2], [5.5])
    ]

    assert reasons == [
        ["mornings at 1.0", "mornings rose from 1.0 to 2.5 in a week"],
        ["mornings at 0.0", "mornings at 1.0", "mornings rose from 0.0 to 2.0 in two weeks"],
        ["mornings at 5.5, above 5"],
    ]


def test_another_policy_may_ask_for_a_greater_rise() -> None:
    """The threshold is the policy's."""
    patient = evolve(STRICT, rise_week=3)

    assert review(journal(*weekly(0, 1.5)), on=day(14), policy=patient).course is Course.SILENT
