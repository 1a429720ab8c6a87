"""Where a sentence holds, in words: dates, weekdays, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare import Day, Plan, Session, SessionId
from spinecare.explanation import explain
from spinecare.explanation._saying import Said, Telling, reasons, some, where
from tests.explanation.people import START, of_rule, plan

DAYS = tuple(Day(date=START + timedelta(days=offset)) for offset in range(28))


def _empty() -> Plan:
    """Return four weeks without a session."""
    made = plan("keen")
    weeks = [evolve(w, days=tuple(evolve(day, sessions=()) for day in w.days)) for w in made.weeks]
    return evolve(made, weeks=tuple(weeks))


EMPTY = _empty()


def _words(offsets: Iterable[int]) -> str:
    return where(EMPTY, [DAYS[offset] for offset in offsets], Said())


@pytest.mark.parametrize(
    ("offsets", "words"),
    [
        ((0,), "Mon 23 Nov"),
        ((0, 7), "Mon 23 Nov and Mon 30 Nov"),
        ((0, 7, 14), "Mon 23 Nov, Mon 30 Nov and Mon 7 Dec"),
        ((0, 7, 14, 21), "Mon"),
        (range(28), "every day"),
        (range(1, 28), "every day from Tue 24 Nov on"),
        (range(27), "every day until Sat 19 Dec"),
        (range(1, 27), "every day from Tue 24 Nov to Sat 19 Dec"),
        ((2, 7, 9, 14, 16, 21, 23), "Mon and Wed from Wed 25 Nov on"),
        ((0, 2, 7, 9, 14, 16, 21), "Mon and Wed until Mon 14 Dec"),
        ((2, 7, 9, 14), "Mon and Wed from Wed 25 Nov to Mon 7 Dec"),
        ((*range(10), *range(11, 28)), "every day (not on Thu 3 Dec)"),
        ((0, 1, 3, 6, 10), "Mon 23 Nov, Tue 24 Nov, Thu 26 Nov, Sun 29 Nov and Thu 3 Dec"),
    ],
)
def test_days_are_told_as_shortly_as_can_be(offsets: Iterable[int], words: str) -> None:
    """A few one by one, more by weekday, with where they begin or end."""
    assert _words(offsets) == words


def test_days_without_a_pattern_are_counted() -> None:
    """Their number, the first and the last."""
    said = Said()

    words = where(EMPTY, [DAYS[n] for n in (0, 1, 3, 6, 10, 15, 17, 20, 26)], said)

    assert words == "9 days from Mon 23 Nov to Sat 19 Dec"
    assert [(measure.name, measure.value) for measure in said.measures] == [("places_n", 9)]


@given(st.sets(st.integers(0, 27), min_size=1))
def test_words_of_days_are_a_sentence_of_dates_of_the_plan(offsets: set[int]) -> None:
    """Whatever the days: the first is told, unless weekdays tell them all."""
    words = _words(sorted(offsets))
    first, last = DAYS[min(offsets)].date, DAYS[max(offsets)].date

    assert words
    if " from " in words:
        assert f"{first.day} " in words
    if re.search(r" (to|until) \w{3} \d", words):  # "Mon to Thu" names no date
        assert f"{last.day} " in words


def _session(day: date, hour: int) -> Session:
    base = plan("keen").sessions[0]
    id = SessionId(f"{day.isoformat()}-{hour}")
    return evolve(base, id=id, date=day, start=base.start.replace(hour=hour))


def test_sessions_are_told_with_their_times_where_a_day_has_several() -> None:
    """Grouped by time of day, the earlier first."""
    held = [_session(day.date, hour) for day in DAYS[:3] for hour in (8, 18)]
    weeks = list(EMPTY.weeks)
    days = tuple(
        evolve(day, sessions=tuple(s for s in held if s.date == day.date)) for day in weeks[0].days
    )
    busy = evolve(EMPTY, weeks=(evolve(weeks[0], days=days), *weeks[1:]))

    assert where(busy, held[1:], Said()) == (
        "Tue 24 Nov and Wed 25 Nov at 08:45; Mon 23 Nov, Tue 24 Nov and Wed 25 Nov at 18:45"
    )


def test_sentences_that_are_equal_are_put_together() -> None:
    """Their places are joined; the session before is named only where there is one."""
    tellings = [
        Telling(rule="cadence", text="as {since}.", at=DAYS[n], since=DAYS[n - 1].date)
        for n in (1, 2)
    ]

    (both,) = reasons(EMPTY, tellings, frozenset())
    (one,) = reasons(EMPTY, tellings[:1], frozenset())

    assert both.text == "Tue 24 Nov and Wed 25 Nov: as the time before."
    assert both.places == ("2026-11-24", "2026-11-25")
    assert one.text == "Tue 24 Nov: as Mon 23 Nov."


def test_a_sentence_of_every_session_says_each_time() -> None:
    """From two sessions on."""
    tellings = [Telling(rule="cadence", text="so.", at=DAYS[n]) for n in (1, 2)]
    ids = frozenset({"2026-11-24", "2026-11-25"})

    (both,) = reasons(EMPTY, tellings, ids)
    (one,) = reasons(EMPTY, tellings[:1], frozenset({"2026-11-24"}))

    assert both.text == "Each time: so."
    assert one.text == "Tue 24 Nov: so."


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["A"], "A"),
        (["A", "B", "A"], "A and B"),
        (["A", "B", "C", "D", "E"], "A, B, C, D and E"),
        (["A", "B", "C", "D", "E", "F"], "A, B, C, D and 2 more"),
        (["A, or so", "B", "C"], "A, or so; B; and C"),
        (["A, or so", "B"], "A, or so and B"),
        (["A, or so"], "A, or so"),
    ],
)
def test_names_are_told_as_a_list_of_a_few(names: list[str], text: str) -> None:
    """A name with a comma is kept apart from the next."""
    assert some(names, Said()) == text


def test_one_exercise_without_room_is_told_as_one() -> None:
    """Of several, the shortest is."""
    made = plan("disc-herniation")
    crowded = [
        reason
        for session in made.sessions
        for reason in of_rule(explain(made, session), "time")
        if reason.about
    ]

    for reason in crowded:
        is_one = len(reason.about) == 2  # the routine, and the exercise
        assert ("it takes" in reason.text) is is_one
        assert ("the shortest of them takes" in reason.text) is not is_one
    assert {len(reason.about) == 2 for reason in crowded} == {True, False}
