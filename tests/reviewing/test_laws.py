"""What holds for every journal."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.export import from_json, journal_from_csv, recover_journal, to_json
from spinecare.model import Done, Entry, Journal, Outcome, Pain, PainCharacter, SkipReason, Symptom
from spinecare.reviewing import Action, Review, Standing, review
from tests.reviewing.builders import BRIDGE, calm, day, entry, told, verdict

pytestmark = pytest.mark.no_cover  # tests/README.md says why

EXERCISES = (BRIDGE, "neck-2-rotation")
policies = st.sampled_from(["strict", "monitored"])
pains = st.none() | st.sampled_from([0.0, 0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 3.0, 5.0, 6.0, 9.0])
known_pains = st.sampled_from([0.0, 0.0, 1.0, 1.0, 2.0])


@st.composite
def evenings(draw: st.DrawFn, number: int, exercise: str | None, *, is_mild: bool) -> Entry:
    """Return what is noted on the day itself."""
    answers = known_pains if is_mild else pains
    outcome = st.sampled_from([Outcome.DONE, Outcome.DONE, Outcome.DONE, Outcome.PARTLY])
    done = Done(outcome=draw(outcome))
    if not is_mild and draw(st.integers(0, 5)) == 0:
        done = Done(outcome=Outcome.SKIPPED, reason=draw(st.sampled_from(SkipReason)))
    return entry(
        number,
        exercise,
        done=done,
        character=draw(_rarely(PainCharacter)) if not is_mild else (),
        symptoms=draw(_rarely(Symptom)) if not is_mild else (),
        before=draw(answers),
        during=draw(answers),
        after=draw(answers),
    )


def _rarely(words: Any) -> st.SearchStrategy[list[Any]]:
    some = st.sampled_from(words).map(lambda word: [word])
    return st.integers(0, 19).flatmap(lambda number: some if number == 7 else st.just([]))


@st.composite
def diaries(
    draw: st.DrawFn, *, is_mild: bool = False, has_whole: bool | None = None
) -> list[tuple[int, Entry]]:
    """Return entries with the day each was written on: evenings, and mornings of their own."""
    found: list[tuple[int, Entry]] = []
    last = 0
    for _ in range(draw(st.integers(1, 9))):
        last += draw(st.integers(1, 4))
        may_have_whole = not is_mild if has_whole is None else has_whole
        others = (None,) if may_have_whole and draw(st.booleans()) else ()
        for exercise in (*EXERCISES[: draw(st.integers(1, 2))], *others):
            found.append((last, draw(evenings(last, exercise, is_mild=is_mild))))
            answers = known_pains if is_mild else pains
            for days, name in ((1, "next_morning"), (2, "second_morning")):
                pain = draw(answers)
                if pain is not None:
                    answer = evolve(entry(last, exercise, done=None), pain=Pain(**{name: pain}))
                    found.append((last + days, answer))
    return found


def whole(diary: list[tuple[int, Entry]]) -> Journal:
    """Return the journal of a diary."""
    return Journal(entries=[entry for _, entry in diary])


@given(diary=diaries(), data=st.data(), policy=policies)
def test_the_order_in_which_entries_arrive_does_not_matter(
    diary: list[tuple[int, Entry]], data: st.DataObject, policy: str
) -> None:
    """Nor do the clocks of the devices, nor on which of them an entry was written."""
    entries = [entry for _, entry in diary]
    shuffled = data.draw(st.permutations(entries))
    at = data.draw(st.integers(0, len(entries)))
    seconds = st.integers(-9_000_000, 9_000_000)
    skewed = [
        evolve(one, written_at=one.written_at + timedelta(seconds=data.draw(seconds)))
        for one in entries
    ]

    read = review(Journal(entries=entries), on=day(30), policy=policy)

    assert review(Journal(entries=shuffled), on=day(30), policy=policy) == read
    phone, computer = Journal(entries=shuffled[:at]), Journal(entries=shuffled[at:])
    assert review(phone.merged(computer), on=day(30), policy=policy) == read
    by_wrong_clocks = review(Journal(entries=skewed), on=day(30), policy=policy)
    assert without_contradictions(by_wrong_clocks) == without_contradictions(read)


def without_contradictions(read: Review) -> Review:
    """Leave out what lists answers in the order of writing."""
    return evolve(read, contradictions=())


@given(diary=diaries(), policy=policies)
def test_reading_day_by_day_gives_the_same_as_reading_whole(
    diary: list[tuple[int, Entry]], policy: str
) -> None:
    """What is written later changes nothing of what could be known on a day."""
    journal = whole(diary)
    for on in range(0, 32, 4):
        so_far = Journal(entries=[entry for written, entry in diary if written <= on])

        assert review(so_far, on=day(on), policy=policy) == review(
            journal, on=day(on), policy=policy
        )


@given(diary=diaries(), policy=policies)
def test_a_sign_always_stops(diary: list[tuple[int, Entry]], policy: str) -> None:
    """It is an alarm from then on, and the exercise it was noted of is never planned again."""
    signed = [(number, one) for number, one in diary if one.symptoms]
    for number, one in signed:
        for on in (number, number + 1, number + 40):
            read = review(whole(diary), on=day(on), policy=policy)

            assert set(one.symptoms) <= {alarm.symptom for alarm in read.alarms}
            found = {verdict.exercise: verdict for verdict in read.verdicts}
            if one.exercise is not None:
                assert found[one.exercise].standing is Standing.LEAVE_OUT
                assert found[one.exercise].action is Action.LEAVE_OUT


@given(diary=diaries(is_mild=True), data=st.data(), policy=policies)
def test_more_pain_never_leads_to_a_higher_level(
    diary: list[tuple[int, Entry]], data: st.DataObject, policy: str
) -> None:
    """During, right after, on the second morning; on the next morning in the last week.

    The mornings of earlier weeks are what R5 compares later ones with, so there the law cannot
    hold: after a worse week the next one has risen less.
    """
    journal = whole(diary)
    number = data.draw(st.integers(0, len(diary) - 1))
    worse = _worse(diary[number][1], data.draw(st.sampled_from([1.0, 2.0, 4.0, 7.0])))
    if worse.pain.next_morning is not None:
        last = max(one.date for one in journal.entries)
        week = last - timedelta(days=last.weekday())
        if worse.date < week:
            return
    entries = [worse if place == number else one for place, (_, one) in enumerate(diary)]

    for on in range(diary[number][0], 36, 3):
        before = review(journal, on=day(on), policy=policy)
        after = review(Journal(entries=entries), on=day(on), policy=policy)

        for milder, harder in zip(before.verdicts, after.verdicts, strict=True):
            assert harder.level <= milder.level


@given(diary=diaries(is_mild=True, has_whole=True), data=st.data(), policy=policies)
def test_more_pain_of_a_whole_session_spares_nothing(
    diary: list[tuple[int, Entry]], data: st.DataObject, policy: str
) -> None:
    """Of the whole it is for each exercise, of an exercise for itself: its neighbours may go free.

    Neither a higher level nor a way back from leaving out; but for the next morning, as above.
    """
    number = data.draw(st.integers(0, len(diary) - 1))
    one = diary[number][1]
    if one.pain.next_morning is not None:
        return
    worse = _worse(one, data.draw(st.sampled_from([1.0, 4.0, 7.0])))
    entries = [worse if place == number else each for place, (_, each) in enumerate(diary)]

    for on in range(diary[number][0], 36, 8):
        before = review(whole(diary), on=day(on), policy=policy)
        after = review(Journal(entries=entries), on=day(on), policy=policy)

        for milder, harder in zip(before.verdicts, after.verdicts, strict=True):
            if one.exercise in (None, milder.exercise):
                assert harder.level <= milder.level
                if milder.standing is Standing.LEAVE_OUT:
                    assert harder.standing is Standing.LEAVE_OUT


def _worse(one: Entry, by: float) -> Entry:
    """Return an entry with more pain, but for the pain before."""
    raised = {
        name: None if pain is None else min(pain + by, 10.0)
        for name in ("during", "after", "next_morning", "second_morning")
        for pain in (getattr(one.pain, name),)
    }
    return evolve(one, pain=evolve(one.pain, **raised))


@given(diary=diaries(is_mild=True), data=st.data(), policy=policies)
def test_an_answer_that_is_missing_is_never_better_than_a_good_one(
    diary: list[tuple[int, Entry]], data: st.DataObject, policy: str
) -> None:
    """Unknown is never progress; but for the next morning, whose mean R5 takes of what is known."""
    number = data.draw(st.integers(0, len(diary) - 1))
    one = diary[number][1]
    name = data.draw(st.sampled_from(["before", "during", "after", "second_morning"]))
    without = evolve(one, pain=evolve(one.pain, **{name: None}))
    entries = [without if place == number else one for place, (_, one) in enumerate(diary)]

    for on in range(diary[number][0], 36, 3):
        known = review(whole(diary), on=day(on), policy=policy)
        unknown = review(Journal(entries=entries), on=day(on), policy=policy)

        for better, worse in zip(known.verdicts, unknown.verdicts, strict=True):
            assert worse.level <= better.level


@given(diary=diaries(is_mild=True), pain=known_pains | st.just(8.0))
def test_an_exercise_answers_for_itself_alone(diary: list[tuple[int, Entry]], pain: float) -> None:
    """What hurts in one exercise changes nothing for its neighbour that has its own answers."""
    hurt = [
        evolve(one, pain=evolve(one.pain, during=pain, after=pain))
        if one.exercise == BRIDGE and one.pain.during is not None
        else one
        for _, one in diary
    ]
    calm_one = review(whole(diary), on=day(40)).verdicts
    hurt_one = review(Journal(entries=hurt), on=day(40)).verdicts

    assert [one for one in calm_one if one.exercise != BRIDGE] == [
        one for one in hurt_one if one.exercise != BRIDGE
    ]


@pytest.mark.parametrize("mornings", [(0.0, 0.0), (None, None), (10.0, 10.0)])
@pytest.mark.parametrize("policy", ["strict", "monitored"])
def test_a_stop_during_is_not_undone_by_good_mornings(
    policy: str, mornings: tuple[float | None, float | None]
) -> None:
    """R2 over R4: the session counts as an event, and the dose goes a step back."""
    bad = entry(
        0, before=0, during=6, after=0, next_morning=mornings[0], second_morning=mornings[1]
    )

    assert told(verdict([bad], 1, policy)) == ("rest", "skip", -1)
    assert verdict([bad], 9, policy).action is Action.REGRESS


SECOND_MORNINGS = {
    None: ("on-trial", "repeat", 0),
    0.0: ("suits", "keep", 0),
    1.0: ("suits", "keep", 0),
    2.0: ("on-trial", "repeat", 0),
    3.0: ("on-trial", "repeat", 0),
    4.0: ("rest", "skip", -1),
    9.0: ("rest", "skip", -1),
}
"""What one answer decides, after a day of pain 1 all along."""


def _passed_on(journal: Journal) -> list[Journal]:
    """Return a journal by every way there is from a person to the rules."""
    entries = journal.entries
    orders = [Journal(entries=order) for order in permutations(entries)]
    text = to_json(journal)
    merged = Journal(entries=entries[:1]).merged(Journal(entries=entries[1:]))
    recovered, _ = recover_journal(text[:-3])
    return [
        *orders,
        merged,
        Journal().with_entries(*entries),
        from_json(text, Journal),
        recovered,
        journal_from_csv(_sheet(journal), written_at=entries[0].written_at),
    ]


def _sheet(journal: Journal) -> str:
    """Return the sheet that a person would have filled in."""
    names = ("before", "during", "after", "next_morning", "second_morning")
    lines = [f"date,session,exercise,outcome,{','.join(names).replace('_', ' ')}"]
    for one in journal.entries:
        outcome = one.done.outcome.value if one.done else ""
        pains = [getattr(one.pain, name) for name in names]
        cells = ["" if pain is None else f"{pain:g}" for pain in pains]
        lines.append(",".join([one.date.isoformat(), one.session, BRIDGE, outcome, *cells]))
    return "\n".join(lines)


@pytest.mark.parametrize("pain", SECOND_MORNINGS)
def test_the_second_morning_decides_by_whichever_way_it_comes(pain: float | None) -> None:
    """It fails when anything between the person and the rules stops passing the answer on."""
    evening = entry(0, before=1, during=1, after=1)
    morning = entry(0, done=None, next_morning=1)
    second = entry(0, done=None, second_morning=pain)

    for journal in _passed_on(Journal(entries=[evening, morning, second])):
        assert told(verdict(journal.entries, 2)) == SECOND_MORNINGS[pain]


@pytest.mark.parametrize("pain", SECOND_MORNINGS)
def test_the_second_morning_of_the_whole_session_decides_for_each_exercise(
    pain: float | None,
) -> None:
    """Most people tell of a morning once."""
    evening = entry(0, before=1, during=1, after=1)
    mornings = entry(0, None, done=None, next_morning=1, second_morning=pain)

    assert told(verdict([evening, mornings], 2)) == SECOND_MORNINGS[pain]


@pytest.mark.parametrize("pain", SECOND_MORNINGS)
def test_an_answer_does_not_count_before_its_morning(pain: float | None) -> None:
    """On the day after, nobody knows the second morning, even if the journal does."""
    known = calm(0, before=1, second_morning=pain)

    assert told(verdict([known], 1)) == ("on-trial", "repeat", 0)


def test_every_pain_of_an_entry_reaches_the_rules() -> None:
    """Each of the five answers alone changes what is concluded."""
    good = Pain(before=2, during=1, after=2, next_morning=2, second_morning=1)
    told_of_good = verdict([evolve(calm(0), pain=good)], 2)
    for name, worse in (
        ("before", 0.0),
        ("during", 3.0),
        ("after", 6.0),
        ("next_morning", 5.0),
        ("second_morning", 5.0),
    ):
        changed = verdict([evolve(calm(0), pain=evolve(good, **{name: worse}))], 2)

        assert changed.action is not told_of_good.action, name
