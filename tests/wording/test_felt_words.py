"""The words of a verdict, and of ids that no catalogue knows."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from spinecare import Journal, load_catalogue
from spinecare.model import ExerciseId, Outcome, RuleId
from spinecare.reviewing import Action, Course, Ruling, Standing, Verdict, review
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
        assert next_time_text(attrs.evolve(verdict(), action=action))
    assert set(COURSE_WORDS) == set(Course)
    assert set(OUTCOME_WORDS) == set(Outcome)


def test_a_lower_range_is_said_of_what_is_done_next_time() -> None:
    """What was never tried is done as planned, whatever else holds."""
    lower = attrs.evolve(verdict(), has_lower_range=True)

    assert next_time_text(lower) == "the same dose, not as far"
    assert next_time_text(attrs.evolve(lower, action=Action.SKIP)) == "not before that day"
    assert next_time_text(verdict(standing="untried")) == "as planned"


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
