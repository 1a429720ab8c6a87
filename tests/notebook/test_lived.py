"""What a notebook shows of a journal and of a review."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

from spinecare import Done, Entry, Journal, SessionId
from spinecare.model import Symptom
from spinecare.notebook import html_of, line_of, markdown_of
from spinecare.reviewing import review
from spinecare.wording import day_text
from tests.plots.test_pain import MONDAY, noted


def on(days: int) -> date:
    """Return the day so many days after Monday."""
    return MONDAY + timedelta(days=days)


def test_a_journal_shows_what_was_noted_and_pain_over_time() -> None:
    """Counts in words, the plot in its width."""
    journal = Journal(entries=noted((1, 1, 1), (1, 2, 1)))

    shown = html_of(journal)

    assert "23 to 24 Nov: 2 sessions, 2 entries (2 done)." in shown
    assert 'width="760"' in shown
    assert journal._repr_html_() == shown


def test_markdown_of_a_journal_has_no_picture() -> None:
    """Words only."""
    journal = Journal(entries=noted((1, 1, 1), outcome="partly"))

    assert "1 in part" in markdown_of(journal)
    assert "svg" not in markdown_of(journal)


def test_a_journal_of_whole_sessions_says_what_would_show_its_pain() -> None:
    """Its one day is said once, and there is no empty picture."""
    (entry,) = noted((1, 1, 1))
    journal = Journal(entries=(attrs.evolve(entry, exercise=None),))

    for shown in (html_of(journal), markdown_of(journal)):
        assert "23 Nov: 1 session, 1 entry (1 done)." in shown
        assert "23 to" not in shown
        assert "Noted for whole sessions only; with the plan they are shown" in shown
        assert "<img" not in shown


def test_an_empty_journal_says_so() -> None:
    """There is nothing to draw."""
    assert "Nothing is noted yet.<" in html_of(Journal())
    assert "<img" not in html_of(Journal())
    assert line_of(Journal()) == "<Journal: Journal>"


def test_entries_that_say_nothing_of_what_was_done_are_counted_alone() -> None:
    """A morning's answer."""
    (entry,) = noted((1, 1, 1))
    morning: Entry = attrs.evolve(entry, done=None)

    assert "1 session, 1 entry." in markdown_of(Journal(entries=(morning,)))


def test_a_review_shows_each_verdict_with_its_reason() -> None:
    """What hurt twice, what rests, what suits, what is on trial."""
    hurt = noted((1, 6, 1), (1, 6, 1))
    resting = noted((1, 6, 1), exercise="neck-1-flexion-extension")
    calm = noted((1, 1, 1), exercise="neck-3-side-bend")
    entries = (*hurt, *resting, *calm)

    shown = markdown_of(review(Journal(entries=entries), on=on(1)))

    assert "leave it out, ask a clinician" in shown
    assert "rests until Wed 25 Nov" in shown
    assert "on trial; more is known on Wed 25 Nov" in shown
    assert "pain 6 during it, above 5" in shown


def test_an_exercise_that_was_only_skipped_is_not_tried_yet() -> None:
    """Nothing to look again at."""
    shown = markdown_of(
        review(Journal(entries=noted((1, None, None), outcome="skipped")), on=on(9))
    )

    assert "not tried yet" in shown


def test_a_red_flag_stands_first_with_what_to_do() -> None:
    """Before any table."""
    (entry,) = noted((1, 1, 1))
    journal = Journal(entries=(attrs.evolve(entry, symptoms=(Symptom.NUMBNESS,)),))

    shown = markdown_of(review(journal, on=on(1)))

    assert shown.index("Numbness, Mon 23 Nov: ") < shown.index("| Exercise")
    assert "clinician" in shown


def test_weeks_contradictions_and_questions_have_tables_of_their_own() -> None:
    """What the mornings say, what does not fit, what is still to be told."""
    first, second = noted((1, 1, 1), (1, 1, None))
    other = attrs.evolve(first, pain=attrs.evolve(first.pain, during=4), note="phone")
    journal = Journal(entries=(first, other, second))

    found = review(journal, on=on(3))

    for about in (
        "Verdicts",
        "Mornings by week",
        "Entries that contradict each other",
        "Not answered yet",
    ):
        assert f'text-align:left;color:inherit;font-weight:bold">{about}</caption>' in html_of(
            found
        )
        assert f"\n\n**{about}**\n\n| " in markdown_of(found)


@pytest.mark.parametrize(
    ("weeks", "follows"),
    [
        ((1, 1), "–"),
        ((1, 3), "no progress for a week"),
        ((1, 2, 3), "back to the doses of the week before last"),
        ((6,), "no programme: ask a clinician"),
    ],
)
def test_a_week_says_what_follows_from_its_mornings_and_why(
    weeks: tuple[int, ...], follows: str
) -> None:
    """Course and reason, each in a column of its own."""
    entries = tuple(
        attrs.evolve(entry, session=SessionId(f"w-{number}"), date=on(7 * number))
        for number, pain in enumerate(weeks)
        for entry in noted((1, 1, pain))
    )
    found = review(Journal(entries=entries), on=on(7 * len(weeks)))

    shown = markdown_of(found)

    (line,) = (one for one in shown.splitlines() if day_text(found.weeks[-1].monday) in one[:20])
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells[1:] == [str(weeks[-1]), follows, found.weeks[-1].reason]


def test_a_review_of_nothing_is_one_sentence() -> None:
    """No empty tables."""
    shown = html_of(review(Journal(), on=MONDAY))

    assert "<table" not in shown
    assert "strict" in shown


@pytest.mark.parametrize("outcome", ["done", "partly", "skipped"])
def test_every_outcome_has_its_word(outcome: str) -> None:
    """None is left out of the count."""
    words = {"done": "done", "partly": "in part", "skipped": "skipped"}[outcome]

    entries = tuple(
        attrs.evolve(entry, done=Done(outcome=outcome)) for entry in noted((1, None, 1))
    )
    assert f"1 {words}" in markdown_of(Journal(entries=entries))
