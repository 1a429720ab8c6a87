"""R6 and R7: how far a dose has come, and where an exercise stands."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Done, Entry, Outcome, Planned
from spinecare.reviewing import MONITORED, STRICT, Action, Standing
from tests.reviewing.builders import calm, day, entry, skipped, told, verdict

ROW = (0, 3, 6, 9)
"""Four sessions over nine days."""


def row(*numbers: int, **pain: Any) -> list[Entry]:
    """Return good sessions on days."""
    return [calm(number, **pain) for number in numbers or ROW]


# R6 -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "level"),
    [((0, 2, 4), 0), ((0, 2, 4, 6), 0), ((0, 2, 4, 7), 1), ((0, 7), 0), ((0, 3, 7), 0)],
)
def test_a_step_takes_four_sessions_over_seven_days(numbers: tuple[int, ...], level: int) -> None:
    """Both at least."""
    found = verdict(row(*numbers), numbers[-1] + 3)

    assert found.level == level
    assert (found.action is Action.PROGRESS) == (level == 1)


def test_a_step_says_what_earned_it() -> None:
    """The ruling of R6 stands first."""
    found = verdict(row(), 11)

    assert found.evidence[0].rule == "pain-r6"
    assert found.evidence[0].reason == "4 good sessions in a row, over 9 days, all mornings known"
    assert [ruling.rule for ruling in found.evidence[1:]] == ["pain-r2", "pain-r4", "pain-r3"]


def test_after_a_step_the_row_begins_anew() -> None:
    """Four more for the next one, and it is told once only."""
    assert told(verdict(row(*ROW, 12, 15, 18), 20)) == ("suits", "keep", 1)
    assert told(verdict(row(*ROW, 12, 15, 18, 21), 23)) == ("suits", "progress", 2)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"during": 2.5},
        {"after": 1.5},
        {"next_morning": 1},
        {"second_morning": 1},
        {"before": None},
        {"during": None},
        {"after": None},
        {"next_morning": None},
        {"second_morning": None},
        {"before": 2.5},
        {"before": 6},
    ],
)
@pytest.mark.parametrize("policy", [STRICT, MONITORED], ids=lambda policy: policy.name)
def test_a_session_that_was_not_good_ends_the_row(policy: Any, spoilt: dict[str, Any]) -> None:
    """Pain, an unknown answer, or a start above 2: with it the fourth does not come."""
    entries = [*row(0, 3, 6), calm(9, **spoilt)]

    assert verdict(entries, 12, policy).level <= 0
    assert verdict([*entries, *row(12, 15, 18)], 20, policy).level <= 0
    assert verdict(row(0, 3, 6, 9), 12, policy).level == 1


@pytest.mark.parametrize(
    "done",
    [
        None,
        Done(outcome=Outcome.PARTLY),
        Done(outcome=Outcome.DONE, reps=3),
    ],
)
def test_what_was_not_done_whole_earns_nothing(done: Done | None) -> None:
    """Unknown, in part, or fewer than planned."""
    last = evolve(calm(9), done=done, planned=Planned(reps=4))

    assert verdict([*row(0, 3, 6), last], 12).level == 0


@pytest.mark.parametrize(
    ("reason", "level"),
    [
        ("pain", 0),
        ("too-hard", 0),
        ("no-time", 1),
        ("travel", 1),
        ("illness", 1),
        ("no-equipment", 1),
        ("no-wish", 1),
        ("other", 1),
    ],
)
def test_only_what_was_skipped_for_pain_or_as_too_hard_ends_the_row(
    reason: str, level: int
) -> None:
    """A journey says nothing of an exercise."""
    assert verdict([*row(0, 3, 6), skipped(8, reason), *row(9)], 12).level == level


def test_a_step_is_not_taken_after_it_was_refused() -> None:
    """The fourth was good, and the fifth was skipped for pain."""
    found = verdict([*row(), skipped(12, "pain")], 13)

    assert told(found) == ("suits", "repeat", 0)
    assert found.evidence[0].reason == "it was skipped since, for pain or because it was too hard"
    assert found.sessions == 4


def test_what_was_skipped_is_not_blamed_for_the_pain_of_the_session() -> None:
    """The others hurt; this one was not begun."""
    whole = entry(3, None, during=6, symptoms=["tingling"])

    assert told(verdict([calm(0), whole, skipped(3, "pain")], 4)) == ("suits", "repeat", 0)
    assert told(verdict([whole, skipped(3, "pain")], 4)) == ("untried", "repeat", 0)


def test_a_refusal_does_not_make_a_worse_session_milder() -> None:
    """What the session itself asked for stands."""
    found = verdict([calm(0, next_morning=1), skipped(3, "pain")], 4)

    assert told(found) == ("suits", "repeat", 0)
    assert found.evidence[0].rule == "pain-r4"


@pytest.mark.parametrize(("gap", "level"), [(14, 1), (15, 0)])
def test_a_long_gap_ends_the_row(gap: int, level: int) -> None:
    """Fourteen days are none yet: what was good before them counts with what came since."""
    back = 6 + gap

    assert verdict(row(0, 3, 6, back, back + 7), back + 9).level == level


@pytest.mark.parametrize(
    ("since", "level"), [((17,), 0), ((17, 23), 0), ((17, 20, 23), 0), ((17, 24), 1)]
)
def test_a_week_away_lets_nobody_come_up_before_two_good_sessions_over_a_week(
    since: tuple[int, ...], level: int
) -> None:
    """Whoever stood higher has to regain a step by as many: more pain is no way past them."""
    before = row(0, 3, 6)

    assert verdict([*before, *row(*since)], since[-1] + 2).level == level
    assert verdict([*before, *row(9)], 11).level == 1


def test_who_does_it_every_day_comes_up_by_the_sessions_whose_mornings_are_past() -> None:
    """The latest two earn nothing yet; they must have been good as far as is known."""
    daily = row(*range(9))  # on day 9 the sessions of days 0 to 7 are settled: seven days

    assert told(verdict(daily, 8)) == ("suits", "repeat", 0)
    assert told(verdict(daily, 9)) == ("suits", "progress", 1)
    assert verdict([*daily[:-1], calm(8, after=1.5)], 9).action is not Action.PROGRESS
    assert verdict([*daily[:-1], calm(8, next_morning=1)], 9).action is not Action.PROGRESS
    assert verdict([*daily[:-1], calm(8, next_morning=None)], 9).action is not Action.PROGRESS


def _held() -> list[Entry]:
    """Return good sessions of three weeks; the mornings of the second rose."""
    rising = row(7, 10, before=2, next_morning=1.5)
    return [*row(0, 3, before=2), *rising, *row(14, 17, before=2, next_morning=1)]


def test_no_step_is_taken_while_a_week_holds() -> None:
    """Neither in a week that rises, nor in the one after; then the row counts."""
    held = _held()

    assert [verdict(held, on).level for on in (12, 14, 20, 21)] == [0, 0, 0, 1]


def test_a_step_that_a_hold_delayed_is_taken_by_the_next_session() -> None:
    """What was held back is not lost: it is taken when the hold is over."""
    held = _held()
    later = [*held, *row(21, before=2)]

    assert verdict(later, 21).level == 1


def test_two_weeks_that_rise_lead_back_to_the_lowest_dose_of_the_first() -> None:
    """A step taken since is taken back; one taken before stays."""
    before = row(-21, -18, -14, -11, -7, -4, before=2)
    rising = [
        *row(0, 3, before=2),
        *row(7, 10, before=2, next_morning=1),
        *row(14, 17, before=2, next_morning=2),
    ]

    assert verdict([*before, *rising], 13).level == 2
    assert verdict([*before, *rising], 20).level == 2
    assert told(verdict([*before, *rising], 21)) == ("suits", "regress", 1)
    assert verdict(rising, 13).level == 1
    back = verdict(rising, 21)
    assert told(back) == ("suits", "regress", 0)
    assert [ruling.rule for ruling in back.evidence] == ["pain-r5", "pain-r2", "pain-r4", "pain-r3"]
    assert back.evidence[0].reason == (
        "mornings rose over two weeks: 1 step back, to the doses before"
    )
    done = [*rising, *row(22, before=2, next_morning=2)]
    assert told(verdict(done, 24)) == ("suits", "keep", 0)


def test_a_way_back_of_two_steps_says_so() -> None:
    """Both were taken while mornings rose."""
    daily = [*row(-7, -5, -3, -1, 0, 2, before=2)]
    rising = [
        *daily,
        *row(7, 9, before=2, next_morning=1),
        *row(14, before=2, next_morning=2),
    ]
    patient = evolve(STRICT, progress_sessions=2, progress_days=1)

    before, after = verdict(rising, 20, patient), verdict(rising, 21, patient)

    assert before.level - after.level == 2
    assert after.evidence[0].reason == (
        "mornings rose over two weeks: 2 steps back, to the doses before"
    )


def test_a_step_at_the_end_of_the_first_week_is_taken_back() -> None:
    """Its sessions were done before the step: their doses are those to go back to."""
    rising = [
        *row(-6, -3, 0, 3, before=2),
        *row(7, 10, before=2, next_morning=1),
        *row(14, 17, before=2, next_morning=2),
    ]

    assert verdict(rising, 13).level == 1
    assert verdict(rising, 21).level == 0


def test_the_way_back_leads_to_the_dose_there_was_when_the_week_had_no_session_of_it() -> None:
    """Mornings of other exercises led back; this one had its step long before."""
    before = row(-21, -18, -14, -11, before=2)
    others = [
        *(calm(number, "bar-hang", before=2) for number in (-7, -3, 0, 3)),
        *(calm(number, "bar-hang", before=2, next_morning=1) for number in (7, 10)),
        *(calm(number, "bar-hang", before=2, next_morning=2) for number in (14, 17)),
    ]
    mine = row(7, 10, before=2, next_morning=1)

    assert verdict([*before, *others, *mine], 21).level == 1
    assert verdict([*others, *mine], 21).level == 0


def test_the_way_back_never_leads_up() -> None:
    """A step back taken since stays taken."""
    rising = [
        *row(0, 3, before=2),
        calm(7, before=2, during=4, next_morning=1),
        *row(14, 17, before=2, next_morning=2),
    ]

    assert verdict(rising, 13).level == -1
    assert verdict(rising, 21).level == -1


def test_a_row_does_not_go_on_over_a_way_back() -> None:
    """Good sessions of the weeks that rose earn nothing afterwards."""
    rising = [
        *row(0, before=2),
        *row(7, before=2, next_morning=1),
        *row(14, before=2, next_morning=2),
    ]
    after = [*rising, *row(22, before=2, next_morning=2)]

    assert verdict(after, 24).level == 0
    assert verdict([*after, *row(25, 28, before=2, next_morning=2)], 30).level == 0
    assert verdict([*after, *row(25, 28, 31, before=2, next_morning=2)], 33).level == 1


def test_a_step_earned_just_before_a_way_back_is_not_told_of() -> None:
    """On the day the week is over, back is back."""
    rising = [
        *row(0, before=2),
        *row(7, 10, before=2, next_morning=1),
        *row(14, before=2, next_morning=2),
    ]

    assert told(verdict(rising, 21)) == ("suits", "keep", 0)


# R7 -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "second", "standing"),
    [
        (2, 2, Standing.SUITS),
        (0, 0, Standing.SUITS),
        (2.5, 2.5, Standing.ON_TRIAL),
        (2.5, 2, Standing.SUITS),
        (5, 4.5, Standing.SUITS),
        (1, 1.5, Standing.ON_TRIAL),
        (None, 0, Standing.ON_TRIAL),
        (1, None, Standing.ON_TRIAL),
    ],
)
def test_an_exercise_suits_when_the_second_morning_is_better_or_no_worse(
    before: float | None, second: float | None, standing: Standing
) -> None:
    """No worse is enough where there was little to better."""
    found = verdict([calm(0, before=before, second_morning=second)], 2)

    assert found.standing is standing
    assert found.sessions == 1


def test_an_unknown_next_morning_leaves_it_on_trial() -> None:
    """However good the second."""
    assert verdict([calm(0, before=2, next_morning=None)], 9).standing is Standing.ON_TRIAL


@pytest.mark.parametrize(
    ("seconds", "standing"),
    [
        ((3, 3), Standing.ON_TRIAL),
        ((3, 3, 3), Standing.SUITS),
        ((2, 3, 3), Standing.SUITS),
        ((4, 3, 3), Standing.ON_TRIAL),
        ((None, 3, 3), Standing.ON_TRIAL),
        ((4, 3, 3, 3), Standing.SUITS),
    ],
)
def test_three_times_running_no_worse_suits_too(
    seconds: tuple[float | None, ...], standing: Standing
) -> None:
    """A better morning among them is no worse, either."""
    entries = [
        calm(4 * number, before=3, next_morning=3, second_morning=second)
        for number, second in enumerate(seconds)
    ]

    assert verdict(entries, 30, "monitored").standing is standing


@pytest.mark.parametrize("missing", ["before", "next_morning"])
def test_three_times_running_needs_all_answers(missing: str) -> None:
    """Unknown is not steady."""
    known: dict[str, Any] = {"before": 3, "next_morning": 3, "second_morning": 3}
    entries = [calm(0, **{**known, missing: None}), calm(4, **known), calm(8, **known)]

    assert verdict(entries, 30, "monitored").standing is Standing.ON_TRIAL


@pytest.mark.parametrize(
    ("bad", "known_on", "until"),
    [
        ({"during": 6}, 0, 2),
        ({"after": 6}, 0, 2),
        ({"next_morning": 6}, 1, 2),
        ({"second_morning": 6}, 2, 4),
        ({"during": 6, "second_morning": 6}, 0, 2),
    ],
)
def test_what_went_badly_rests_until_both_mornings_are_past(
    bad: dict[str, Any], known_on: int, until: int
) -> None:
    """A bad second morning adds two days, also to a stop; then it comes back a step easier."""
    entries = [calm(0, **bad)]

    resting = verdict(entries, known_on)
    assert told(resting) == ("rest", "skip", -1)
    assert resting.looks_again == day(until)
    last = 4 if "second_morning" in bad else until
    assert told(verdict(entries, last - 1)) == ("rest", "skip", -1)
    assert verdict(entries, last - 1).looks_again == day(last)
    back = verdict(entries, last)
    assert told(back) == ("on-trial", "regress", -1)
    assert back.looks_again is None


def test_it_rests_also_when_it_was_done_again_before_the_bad_news_came() -> None:
    """Daily, and the second morning is bad: the good session between does not hide it."""
    entries = [calm(0, second_morning=6), calm(1)]

    assert told(verdict(entries, 1)) == ("on-trial", "repeat", 0)
    assert told(verdict(entries, 2)) == ("rest", "skip", -1)
    assert verdict(entries, 2).looks_again == day(4)
    assert told(verdict(entries, 4)) == ("on-trial", "regress", -1)
    assert told(verdict([*entries, calm(4)], 6)) == ("suits", "keep", -1)


@pytest.mark.parametrize(
    ("bad", "again", "is_answered"),
    [
        ({"during": 6}, 0, True),
        ({"next_morning": 6}, 0, False),
        ({"next_morning": 6}, 1, True),
        ({"second_morning": 6}, 1, False),
        ({"second_morning": 6}, 2, True),
    ],
)
def test_a_step_back_is_owed_until_a_session_after_the_news(
    bad: dict[str, Any], again: int, is_answered: bool
) -> None:
    """What was done before the news came was done at the old dose."""
    later = calm(again, session="z-later")
    found = verdict([calm(0, **bad), later], 9)

    assert (found.action is not Action.REGRESS) == is_answered
    assert found.level == -1


@pytest.mark.parametrize(("days", "standing"), [(14, "leave-out"), (15, "rest")])
@pytest.mark.parametrize("bad", [{"during": 6}, {"after": 6}, {"next_morning": 6}])
def test_two_events_within_fourteen_days_leave_an_exercise_out(
    bad: dict[str, Any], days: int, standing: str
) -> None:
    """Exactly fourteen days apart still counts."""
    entries = [calm(0, during=6), calm(7), calm(days, **bad)]

    assert verdict(entries, days + 1).standing.value == standing


def test_two_events_of_one_session_are_one() -> None:
    """A bad evening and a bad morning after it."""
    entries = [calm(0, during=6, after=6, next_morning=6, second_morning=6)]

    assert told(verdict(entries, 3)) == ("rest", "skip", -1)


def test_leaving_out_says_when_and_why_and_has_no_end() -> None:
    """Only a clinician's word could open a way back."""
    entries = [calm(0, during=6), calm(5, next_morning=6), *row(20, 23, 26, 29)]

    found = verdict(entries, 400)

    assert (found.standing, found.action) == (Standing.LEAVE_OUT, Action.LEAVE_OUT)
    assert found.looks_again is None
    assert found.evidence[0].reason == (
        "2 times within 14 days: 2026-11-23, pain 6 during it, above 5; "
        "2026-11-28, pain 6 the next morning, above 5"
    )
    assert [ruling.action for ruling in found.evidence] == ["leave-out"]


def test_two_events_long_ago_still_leave_it_out() -> None:
    """Not only the latest two."""
    entries = [calm(0, during=6), calm(30, during=6), calm(35, during=6), calm(90, during=6)]

    assert verdict(entries, 100).standing is Standing.LEAVE_OUT


def test_another_policy_may_wait_for_a_third_event() -> None:
    """The counts are the policy's."""
    patient = evolve(STRICT, events=3)
    entries = [calm(0, during=6), calm(5, during=6)]

    assert verdict(entries, 9, patient).standing is Standing.ON_TRIAL
    assert verdict([*entries, calm(9, during=6)], 20, patient).standing is Standing.LEAVE_OUT


def test_a_sign_noted_of_an_exercise_leaves_it_out_for_good() -> None:
    """R7, with the day it was noted."""
    found = verdict([calm(0), entry(3, symptoms=["numbness"])], 300)

    assert found.standing is Standing.LEAVE_OUT
    assert [ruling.rule for ruling in found.evidence] == ["pain-r7"]
    assert found.evidence[0].reason == "on 2026-11-26: a sign that ends a session: numbness"


def test_a_sign_noted_of_the_session_is_an_event_of_each_exercise() -> None:
    """Nobody knows which it was; twice within two weeks is enough."""
    first = [calm(0), entry(0, None, symptoms=["weakness"])]
    second = [calm(10), entry(10, None, symptoms=["weakness"])]

    assert told(verdict(first, 1)) == ("rest", "skip", -1)
    assert verdict(first, 1).evidence[0].reason == (
        "a sign that ends a session: weakness, noted of the whole session"
    )
    assert told(verdict(first, 2)) == ("on-trial", "regress", -1)
    assert verdict([*first, *second], 11).standing is Standing.LEAVE_OUT


def test_what_was_never_begun_is_untried() -> None:
    """Skipped for whatever reason."""
    found = verdict([skipped(0, "no-time"), skipped(3, "pain")], 9)

    assert told(found) == ("untried", "repeat", 0)
    assert (found.sessions, found.evidence, found.looks_again) == (0, (), None)


def test_what_is_not_known_yet_looks_again_on_the_second_morning() -> None:
    """After it there is nothing to wait for, told or not."""
    entries = [entry(0, before=0, during=0, after=0)]

    assert [verdict(entries, on).looks_again for on in range(4)] == [day(2), day(2), None, None]
