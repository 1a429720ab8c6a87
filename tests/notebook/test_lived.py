"""What a notebook shows of a journal and of a review."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import attrs
import pytest

from spinecare import Done, Entry, Journal, Pain, SessionId
from spinecare.model import Symptom
from spinecare.notebook import html_of, line_of, markdown_of
from spinecare.reviewing import SIGN_WORDS, Action, Review, review
from spinecare.wording import day_text
from tests.export.sample_plans import sample_plan
from tests.plots.journals import MONDAY, noted, six_weeks


def on(days: int) -> date:
    """Return the day so many days after Monday."""
    return MONDAY + timedelta(days=days)


def unpadded(markdown: str) -> str:
    """Return Markdown without the spaces that set its columns under one another."""
    return re.sub(" +", " ", markdown)


def test_a_journal_shows_what_was_noted_and_pain_over_time() -> None:
    """Counts in words, the plot in its width."""
    journal = Journal(entries=noted((1, 1, 1), (1, 2, 1)))

    shown = html_of(journal)

    assert "23 to 24 Nov: 2 sessions, 2 entries (2 done)." in shown
    assert 'width="760"' in shown
    assert journal._repr_html_() == shown


def test_the_picture_of_a_long_journal_is_small_and_says_what_it_leaves_out() -> None:
    """Six weeks with 33 exercises: below 60 kB, as all that a notebook shows."""
    shown = html_of(six_weeks())

    assert len(shown.encode()) <= 60_000
    assert "25 more are not shown" in shown


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
    assert "on trial; more will be known on Wed 25 Nov" in shown
    assert "pain 6 during it, above 5" in shown


def test_an_exercise_that_was_only_skipped_is_not_tried_yet() -> None:
    """Nothing to look again at."""
    shown = markdown_of(
        review(Journal(entries=noted((1, None, None), outcome="skipped")), on=on(9))
    )

    assert "| not tried yet | as planned |" in unpadded(shown)


def test_a_red_flag_stands_first_with_what_to_do() -> None:
    """Before any table."""
    (entry,) = noted((1, 1, 1))
    journal = Journal(entries=(attrs.evolve(entry, symptoms=(Symptom.NUMBNESS,)),))

    shown = markdown_of(review(journal, on=on(1)))

    assert shown.index("New numbness, Mon 23 Nov: ") < shown.index("| Exercise")
    assert "clinician" in shown


@pytest.mark.parametrize("symptom", Symptom)
def test_every_sign_is_said_in_the_words_of_the_review(symptom: Symptom) -> None:
    """With a capital letter: they begin a line."""
    (entry,) = noted((1, 1, 1))
    journal = Journal(entries=(attrs.evolve(entry, symptoms=(symptom,)),))

    sign = SIGN_WORDS[symptom]
    assert f"\n{sign[0].upper()}{sign[1:]}, Mon 23 Nov: " in markdown_of(review(journal, on=on(1)))


def next_times(found: Review) -> list[str]:
    """Return what stands under "Next time" in the table of verdicts."""
    lines = markdown_of(found).splitlines()
    head = next(line for line in lines if line.startswith("| Exercise"))
    assert [cell.strip() for cell in head.strip("|").split("|")][1:3] == [
        "Where it stands",
        "Next time",
    ]
    rows = lines[lines.index(head) + 2 :]
    return [line.split("|")[3].strip() for line in rows[: len(found.verdicts)]]


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (Action.KEEP, "the same dose{}"),
        (Action.REPEAT, "the same dose again{}"),
        (Action.REGRESS, "a step easier{}"),
        (
            Action.PROGRESS,
            "a step more{}, as far as its dose, the session and your weeks have room",
        ),
        (Action.SKIP, "not before that day"),
        (Action.LEAVE_OUT, "not planned any more"),
    ],
)
def test_the_next_time_says_the_dose_and_whether_it_goes_less_far(
    action: Action, text: str
) -> None:
    """Less far only where it is done; more only as far as the dose goes."""
    found = review(Journal(entries=noted((1, 1, 1))), on=on(1))
    (verdict,) = found.verdicts
    plain = attrs.evolve(verdict, action=action, has_lower_range=False)
    lower = attrs.evolve(verdict, action=action, has_lower_range=True)

    shown = next_times(attrs.evolve(found, verdicts=(plain, lower)))

    assert shown == [text.format(""), text.format(", not as far")]


def test_what_hurt_a_little_is_done_less_far_where_that_is_tolerated() -> None:
    """By the monitored policy, which asks for it."""
    journal = Journal(entries=noted((1, 3, 1)))

    assert next_times(review(journal, on=on(2), policy="monitored")) == [
        "the same dose again, not as far"
    ]


def test_contradictions_are_told_in_words() -> None:
    """Of which exercise, in what, and what counts: no name of a field, no bare date."""
    (first,) = noted((1, 1, 1))
    second = attrs.evolve(
        first,
        date=on(1),
        done=Done(outcome="skipped"),
        pain=attrs.evolve(first.pain, during=4, next_morning=2),
    )
    whole = [attrs.evolve(first, exercise=None, effort=effort) for effort in (3, 5)]

    shown = unpadded(markdown_of(review(Journal(entries=(first, second, *whole)), on=on(5))))

    for line in (
        "| the whole session | the day | Mon 23 Nov, Tue 24 Nov | ",
        "| the whole session | effort | 3, 5 | 5 |",
        "| Neck rotation | pain during it | 1, 4 | 4 |",
        "| Neck rotation | pain the next morning | 1, 2 | 2 |",
        "| Neck rotation | what was done | done, skipped | in part |",
    ):
        assert line in shown


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


def test_sessions_nothing_is_noted_of_have_a_table_too() -> None:
    """Of the plan that was given; in words the day."""
    plan = sample_plan()
    session = plan.sessions[0]

    found = review(Journal(), on=session.date + timedelta(days=1), plan=plan)

    shown = unpadded(markdown_of(found))
    assert "\n\n**Nothing noted yet**\n\n| Session | Planned for |\n" in shown
    assert f"| {session.id} | {day_text(session.date)} |" in shown


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
    assert cells[1:] == [f"{weeks[-1]}.0", follows, found.weeks[-1].reason]
    assert cells[1] in cells[3]


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


def test_a_review_shows_what_needs_a_clinician_before_its_verdicts() -> None:
    """Concerns stand with the signs, each with its day and what to do."""
    much = Entry(
        session=SessionId("s"),
        date=date(2026, 11, 23),
        written_at=datetime(2026, 11, 23, 20, tzinfo=UTC),
        pain=Pain(before=7),
    )

    text = markdown_of(review(Journal(entries=[much]), on=date(2026, 11, 24)))

    assert "Pain 7 before the session, above 5, Mon 23 Nov" in text
    assert "Go through the warning signs again" in text


def test_print_shows_a_journal_as_a_notebook_without_html_does() -> None:
    """`repr` has every field: half a megabyte of a year."""
    journal = Journal(entries=noted((1, 1, 1), (1, 2, 1)))

    assert str(journal) == markdown_of(journal).rstrip("\n")
    assert len(str(six_weeks())) < 1_000
