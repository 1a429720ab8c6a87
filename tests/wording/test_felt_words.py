"""The words of a verdict, and of ids that no catalogue knows."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

from spinecare import Journal, load_catalogue
from spinecare.model import ExerciseId, Outcome, Planned, RuleId
from spinecare.reviewing import (
    MONITORED,
    STRICT,
    Action,
    Course,
    Ruling,
    Standing,
    Verdict,
    review,
)
from spinecare.wording import (
    COURSE_WORDS,
    OUTCOME_WORDS,
    name_of,
    next_time_text,
    standing_text,
    when_text,
    why_texts,
    words_of,
)
from tests.export.felt_journals import CALM, START, noted
from tests.export.sample_catalogue import SMALL_CATALOGUE

ROOM = "as far as its dose, the session and your weeks have room"


def verdict(*reasons: str, standing: str = "on-trial", again: date | None = None) -> Verdict:
    """Return a verdict with reasons."""
    return Verdict(
        exercise=ExerciseId("neck-2-rotation"),
        standing=Standing(standing),
        action=Action.KEEP,
        level=0,
        looks_again=again,
        evidence=tuple(
            Ruling(rule=RuleId("pain-r7"), action=Action.KEEP, reason=text) for text in reasons
        ),
        sessions=1,
    )


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_words_of_its_own(standing: Standing) -> None:
    """None is missing, none is the word of the code with a hyphen."""
    text = standing_text(verdict(standing=standing.value))

    assert text
    assert "-" not in text


def test_a_rest_ends_on_its_day_and_a_trial_goes_on_beyond_it() -> None:
    """The same day means another thing."""
    day = date(2026, 11, 25)

    assert standing_text(verdict(standing="rest", again=day)) == "rests until Wed 25 Nov"
    assert standing_text(verdict(again=day)) == "on trial; more will be known on Wed 25 Nov"


def test_every_action_course_and_outcome_has_words() -> None:
    """What is added to the review is missed here first."""
    for action in Action:
        assert next_time_text(attrs.evolve(verdict(), action=action), STRICT)
    assert set(COURSE_WORDS) == set(Course)
    assert set(OUTCOME_WORDS) == set(Outcome)


def test_a_lower_range_is_said_of_what_is_done_next_time() -> None:
    """What was never tried is done as planned, whatever else holds."""
    lower = attrs.evolve(verdict(), has_lower_range=True)

    assert next_time_text(lower, MONITORED) == "the same dose, not as far"
    assert next_time_text(attrs.evolve(lower, action=Action.SKIP), STRICT) == "not before that day"
    assert next_time_text(verdict(standing="untried"), STRICT) == "as planned"


@pytest.mark.parametrize(
    ("action", "level", "words"),
    [
        ("keep", -1, "the same dose, in its gentle form; a step back up after {}"),
        (
            "repeat",
            -2,
            "the same dose again, with less than its gentle form; a step back up after {}",
        ),
        ("regress", -1, "a step easier, in its gentle form"),
        ("regress", 0, "a step easier"),
        ("progress", -1, f"a step more, still in its gentle form, {ROOM}"),
        ("skip", -1, "not before that day"),
    ],
)
@pytest.mark.parametrize(
    ("needed", "sessions"), [(4, "4 good sessions in a row"), (1, "a good session")]
)
def test_below_the_first_dose_the_gentle_form_is_said_and_the_way_back(
    action: str, level: int, words: str, needed: int, sessions: str
) -> None:
    """The plan has that form then: the same dose alone would contradict it."""
    policy = attrs.evolve(STRICT, progress_sessions=needed)
    below = attrs.evolve(verdict(), action=Action(action), level=level)

    assert next_time_text(below, policy) == words.format(sessions)


def test_what_hurt_once_is_done_in_its_gentle_form_until_good_sessions_bring_it_back() -> None:
    """As the review of a journal says it, and as the plan does it."""
    hurt = noted("neck-2-rotation", -9, **CALM | {"during": 4})
    calm = [noted("neck-2-rotation", day, **CALM) for day in (-5, -3)]
    first = review(Journal(entries=[hurt]), on=START).verdicts[0]
    since = review(Journal(entries=[hurt, *calm]), on=START).verdicts[0]

    assert next_time_text(first, STRICT) == "a step easier, in its gentle form"
    assert next_time_text(since, STRICT) == (
        "the same dose, in its gentle form; a step back up after 4 good sessions in a row"
    )


@pytest.mark.parametrize("action", ["keep", "repeat", "regress"])
def test_what_was_missed_is_taken_up_again_at_less(action: str) -> None:
    """Until good sessions have given back what weeks away took, whatever the last time says."""
    missed = attrs.evolve(verdict(), action=Action(action), level=1, owed=2)
    lower = attrs.evolve(missed, has_lower_range=True)

    assert next_time_text(missed, STRICT) == "at less for now, since it was missed for a while"
    assert next_time_text(lower, MONITORED) == (
        "at less for now, not as far, since it was missed for a while"
    )


def test_weeks_away_are_told_of_in_the_first_sessions_after_them() -> None:
    """As the review of a journal says it: what came before was two steps up."""
    before = [noted("neck-2-rotation", day, **CALM) for day in range(-60, -30, 3)]
    back = noted("neck-2-rotation", -4, **CALM)
    away = review(Journal(entries=before), on=START).verdicts[0]
    again = review(Journal(entries=[*before, back]), on=START).verdicts[0]

    assert (away.action, again.action) == (Action.REGRESS, Action.KEEP)
    for found in (away, again):
        assert next_time_text(found, STRICT) == "at less for now, since it was missed for a while"


def test_mornings_that_rose_lead_back_by_more_than_a_step() -> None:
    """To the doses before, as the reason beside it says."""
    back = Ruling(rule=RuleId("pain-r5"), action=Action.REGRESS, reason="mornings rose")
    risen = attrs.evolve(verdict(), action=Action.REGRESS, evidence=(back,))

    assert next_time_text(risen, STRICT) == "back to an earlier dose"


def test_a_step_more_is_promised_only_as_far_as_there_is_room() -> None:
    """In its dose, which may be fixed, in the minutes of the session, and in the weeks."""
    earned = attrs.evolve(verdict(), action=Action.PROGRESS, level=1)

    assert next_time_text(earned, STRICT) == f"a step more, {ROOM}"


def test_a_morning_still_to_come_is_not_called_unknown() -> None:
    """Beside a row of good sessions it would contradict that all mornings are known."""
    same = Planned(reps=5)
    daily = [noted("neck-2-rotation", day, planned=same, **CALM) for day in range(-10, 0)]
    (found,) = review(Journal(entries=daily), on=START).verdicts
    (settled,) = review(Journal(entries=daily[:-1]), on=START).verdicts

    assert found.action is settled.action is Action.PROGRESS
    assert why_texts(found) == (
        "10 good sessions in a row, over 9 days, all mornings known so far",
        "the second morning is still to come",
    )
    assert why_texts(settled)[0] == "9 good sessions in a row, over 8 days, all mornings known"


def test_a_morning_that_is_past_and_was_never_told_is_not_known() -> None:
    """It is not still to come."""
    entries = [noted("neck-2-rotation", -4, before=1, during=1, after=1, next_morning=1)]
    (past,) = review(Journal(entries=entries), on=START).verdicts
    (early,) = review(Journal(entries=entries), on=START - timedelta(days=3)).verdicts

    assert why_texts(past)[0] == "the second morning is not known"
    assert why_texts(early)[0] == "the second morning is still to come"


def test_two_reasons_say_why_with_dates_as_people_write_them() -> None:
    """The strictest, with the year: what is left out may be so for long."""
    told = why_texts(verdict("on 2025-11-03: new numbness", "pain 1 during it", "pain 0 before"))

    assert told == ("on 3 Nov 2025: new numbness", "pain 1 during it")


def test_the_reasons_of_a_review_have_no_bare_dates() -> None:
    """Those of an exercise that hurt twice name both days."""
    entries = [noted("neck-2-rotation", day, **CALM | {"during": 6}) for day in (-7, -5)]
    (found,) = review(Journal(entries=entries), on=START).verdicts

    (why,) = why_texts(found)

    assert "16 Nov 2026, pain 6 during it" in why
    assert "2026-" not in why


def test_a_name_is_that_of_the_first_catalogue_which_has_one_to_be_seen() -> None:
    """Exercises, routines and advice; else the words of the id."""
    blank = attrs.evolve(
        SMALL_CATALOGUE,
        entries=tuple(attrs.evolve(entry, name="\x1b") for entry in SMALL_CATALOGUE.entries),
    )
    built_in = load_catalogue()

    assert name_of("neck-2-rotation", (SMALL_CATALOGUE,)) == "Neck rotation"
    assert (
        name_of("neck-4-front", (blank, SMALL_CATALOGUE))
        == SMALL_CATALOGUE.entry("neck-4-front").name
    )
    assert name_of("neck-3-side-bend", (blank, built_in)) == "Neck side-bend"
    assert name_of("life-pillow", (SMALL_CATALOGUE,)) == SMALL_CATALOGUE.advice[0].name
    assert name_of("my-own-stretch", (blank, built_in)) == "My own stretch"
    assert words_of("my-own-stretch") == "My own stretch"


def test_days_are_told_once_and_many_by_their_ends() -> None:
    """Up to four one by one."""
    days = [START.replace(day=day) for day in (2, 2, 3, 4, 5)]

    assert when_text(days) == "Mon 2 Nov, Tue 3 Nov, Wed 4 Nov and Thu 5 Nov"
    assert when_text([*days, START]) == "5 days from Mon 2 Nov to Mon 23 Nov"
