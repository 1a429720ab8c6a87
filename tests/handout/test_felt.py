"""What a handout says of a journal: what needs the person, verdicts, pain over time."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import attrs
import pytest

from spinecare import Journal, load_catalogue
from spinecare.errors import InvalidValueError
from spinecare.handout import HandoutFelt, handout
from spinecare.model import Entry, PastSession, SessionId, Symptom
from spinecare.reviewing import MONITORED, review
from spinecare.wording import clean, why_texts
from tests.export.felt_journals import CALM, START, lived_journal, noted
from tests.export.html_pages import texts
from tests.export.sample_plans import plan_with_text, sample_plan


def felt(*entries: Entry, **more: Any) -> HandoutFelt:
    """Return what the handout of the sample plan says of entries."""
    told = handout(sample_plan(), journal=Journal(entries=entries), **more).felt
    assert told is not None
    return told


def lived() -> HandoutFelt:
    """Return what it says of the two weeks before."""
    return felt(*lived_journal().entries)


def test_without_a_journal_there_is_no_word_of_how_it_felt() -> None:
    """All else is the same with one."""
    plain, told = handout(sample_plan()), handout(sample_plan(), journal=lived_journal())

    assert plain.felt is None
    assert attrs.evolve(told, felt=None) == plain


def test_an_empty_journal_is_one_sentence() -> None:
    """No table, no need."""
    told = felt()

    assert told.lead == "Nothing is noted yet."
    assert (told.later, told.signs, told.clinician, told.concerns) == ("", (), "", ())
    assert (told.unanswered, told.verdicts.rows, told.pains.rows) == ("", (), ())


def test_the_review_is_that_of_the_first_day_of_the_plan_by_its_policy() -> None:
    """The day is said, and the policy."""
    entry = noted("neck-2-rotation", -3, **CALM | {"before": 2, "during": 4})

    strict, monitored = felt(entry), felt(entry, policy="monitored")

    assert strict.lead == (
        "What your journal says on Mon 23 Nov, judged by the policy “strict”. It does not diagnose."
    )
    assert "“monitored”" in monitored.lead
    assert strict.verdicts.rows[0].next_time == "a step easier, in its gentle form"
    assert monitored.verdicts.rows[0].next_time == "the same dose again, not as far"
    assert felt(entry, policy=MONITORED) == monitored


def test_verdicts_stand_by_what_they_ask_for_then_by_name() -> None:
    """What is left out first, what was never tried last."""
    rows = [(row.name, row.standing, row.next_time) for row in lived().verdicts.rows]

    assert rows == [
        ("Neck rotation", "leave it out, ask a clinician", "not planned any more"),
        ("Neck press against the hand, front", "rests until Tue 24 Nov", "not before that day"),
        ("Neck side-bend", "on trial", "a step easier, in its gentle form"),
        (
            "Figure-four stretch",
            "suits you",
            "a step more, as far as its dose, the session and your weeks have room",
        ),
        ("My own stretch", "suits you", "the same dose"),
        ("Pulse pull-up", "not tried yet", "as planned"),
    ]


def test_each_verdict_says_why_but_that_of_what_was_not_tried() -> None:
    """In the words of the review."""
    why = {row.name: row.why for row in lived().verdicts.rows}

    found = review(lived_journal(), on=START, plan=sample_plan()).verdicts
    (hurt,) = (one for one in found if one.exercise == "neck-4-front")
    assert why["Neck press against the hand, front"] == why_texts(hurt) != ()
    assert why["Pulse pull-up"] == ()


def test_pain_stands_by_day_the_exercise_that_hurt_most_first() -> None:
    """Five answers in the order of the columns; what is unknown is a dash."""
    pains = lived().pains

    assert pains.columns[2:] == ("Before", "During", "After", "Next morning", "Second morning")
    assert [row.name for row in pains.rows] == [
        "Neck rotation",
        "Neck press against the hand, front",
        "My own stretch",
        "Figure-four stretch",
        "Neck side-bend",
    ]
    assert [(day.day, day.answers) for day in pains.rows[0].days] == [
        ("Mon 16 Nov", ("1", "6.5", "1", "1", "1")),
        ("Wed 18 Nov", ("1", "6", "1", "1", "1")),
    ]
    assert pains.rows[1].days[0].answers == ("2", "4", "2", "–", "–")
    assert "Up to 2 is mild, above 5 high; – is not known." in pains.reading


def test_the_last_five_days_are_shown_and_what_was_worst_before_is_told() -> None:
    """Where the worst day is among them nothing is added."""
    calm = [noted("neck-2-rotation", day, **CALM) for day in range(-6, 0)]
    early = noted("neck-2-rotation", -9, **CALM | {"next_morning": 5.5})

    (row,) = felt(*calm, early).pains.rows
    (seen,) = felt(*calm).pains.rows

    assert [day.day for day in row.days] == [
        "Wed 18 Nov", "Thu 19 Nov", "Fri 20 Nov", "Sat 21 Nov", "Sun 22 Nov",
    ]  # fmt: skip
    assert row.highest == "at most 5.5, Sat 14 Nov"
    assert seen.highest == ""


@pytest.mark.parametrize(
    ("count", "fields", "told"),
    [
        (8, CALM, ""),
        (9, CALM, "1 more is not shown, with pain of 1 at most."),
        (10, CALM | {"after": 2.5}, "2 more are not shown, with pain of 2.5 at most."),
        (1, {}, "1 more is not shown, of which no pain is known."),
        (2, {"before": 3}, ""),
    ],
)
def test_eight_exercises_are_shown_and_the_rest_is_counted(
    count: int, fields: dict[str, Any], told: str
) -> None:
    """With the highest pain of it; what nothing is known of fills no row."""
    ids = [entry.id for entry in load_catalogue().exercises[:count]]

    pains = felt(*(noted(id, -3, **fields) for id in ids)).pains

    assert pains.left_out == told
    assert len(pains.rows) == (min(8, count) if fields else 0)


def test_a_day_of_which_nothing_is_known_fills_no_row() -> None:
    """It was done; that is all."""
    (row,) = felt(noted("neck-2-rotation", -3), noted("neck-2-rotation", -5, during=1)).pains.rows

    assert [day.day for day in row.days] == ["Wed 18 Nov"]


def test_a_sign_is_told_with_what_to_do_and_whose_word_goes_before_it() -> None:
    """Emergencies first, the same sign of several days once."""
    entries = [noted(None, day, symptoms=[Symptom.TINGLING]) for day in (-9, -8)]
    chest = noted(None, -3, symptoms=[Symptom.CHEST_PAIN])

    told = felt(*entries, chest)

    assert [(sign.what, sign.when) for sign in told.signs] == [
        ("Chest pain", "Fri 20 Nov"),
        ("New tingling", "Sat 14 Nov and Sun 15 Nov"),
    ]
    assert told.signs[0].what_to_do == "Do not exercise. Call the emergency services now."
    assert told.clinician == "What a clinician has told you since then comes first."


def test_a_sign_of_a_later_day_is_told_too() -> None:
    """No sheet is silent about it because the plan began before."""
    told = felt(noted(None, 2, symptoms=[Symptom.CHEST_PAIN]))

    assert [sign.when for sign in told.signs] == ["Wed 25 Nov"]


def test_what_no_dose_puts_right_is_told_with_what_to_do() -> None:
    """The same of several days once."""
    hurt = [noted("neck-2-rotation", day, character=["sharp"], **CALM) for day in (-4, -2)]

    (concern,) = felt(*hurt).concerns

    assert (concern.what, concern.when) == ("Sharp pain", "Thu 19 Nov and Sat 21 Nov")
    assert concern.what_to_do == "See a clinician before you go on: it came more than once."


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((-2,), "Not answered yet: how it felt on the mornings of Sun 22 Nov and Mon 23 Nov."),
        ((-1,), "Not answered yet: how it felt on the morning of Mon 23 Nov."),
        ((-9,), ""),
    ],
)
def test_mornings_nobody_told_of_are_asked_for(days: tuple[int, ...], told: str) -> None:
    """Each once, those of the last week."""
    entries = [noted("neck-2-rotation", day, during=1) for day in days]

    assert felt(*entries).unanswered == told


def test_sessions_nothing_is_noted_of_are_asked_about() -> None:
    """As far as the plan remembers those before it; once for a day."""
    before = [attrs.evolve(sample_plan().sessions[0], id=SessionId(f"s-{n}")) for n in range(3)]
    days = (-1, -3, -3)
    past = tuple(
        attrs.evolve(PastSession.of(one, "UTC"), date=START + timedelta(days=day))
        for one, day in zip(before, days, strict=True)
    )

    def unanswered(*remembered: PastSession) -> str:
        plan = attrs.evolve(sample_plan(), past=remembered)
        told = handout(plan, journal=Journal(entries=[noted(None, -1, before=1)])).felt
        return "" if told is None else told.unanswered

    mornings = "Not answered yet: how it felt on the morning of Mon 23 Nov."
    assert unanswered(past[0]) == (
        f"{mornings} Nothing is noted of the session of Sun 22 Nov: note at least what was done."
    )
    assert unanswered(*past) == (
        f"{mornings} Nothing is noted of the sessions of Fri 20 Nov and Sun 22 Nov: "
        "note at least what was done."
    )


@pytest.mark.parametrize(
    ("entry", "last"),
    [
        (noted("neck-2-rotation", 3, during=1), "Thu 26 Nov"),
        (noted("neck-2-rotation", -1, **CALM), "Tue 24 Nov"),
        (noted("neck-2-rotation", 0, during=1, next_morning=1), "Tue 24 Nov"),
        (noted("neck-2-rotation", 0, during=1), ""),
        (noted("neck-2-rotation", -1, during=1, next_morning=1), ""),
    ],
)
def test_a_journal_that_goes_on_after_the_first_day_says_what_makes_it_count(
    entry: Entry, last: str
) -> None:
    """Answers of later mornings are later, too; nothing is said where nothing is later."""
    later = felt(entry).later

    assert later.startswith(f"The journal goes on to {last}: " if last else "")
    assert bool(later) == bool(last)


def test_a_whole_session_of_the_plan_speaks_for_its_exercises() -> None:
    """One that the plan does not know speaks for none, and that is said."""
    plan = sample_plan()
    known = attrs.evolve(noted(None, 0, during=3), session=plan.sessions[0].id)
    strange = attrs.evolve(known, session=SessionId("s-elsewhere"))

    held = {"Neck rotation", "Neck press against the hand, front"}
    assert {row.name for row in felt(known).pains.rows} >= held
    assert {row.name for row in felt(known).verdicts.rows} >= held
    assert felt(strange).pains.rows == ()
    assert felt(strange).lead.endswith("or a session that this plan knows.")
    assert "that this plan knows" not in felt(known).lead


def test_every_text_is_one_clean_line_of_plain_data() -> None:
    """Names that try to break out of it, too."""
    page = handout(plan_with_text("a\n\x1b| b"), journal=lived_journal())

    told = attrs.asdict(page)["felt"]

    assert json.loads(json.dumps(told)) == json.loads(json.dumps(told, default=list))
    assert "a | b" in texts(page.felt)
    assert all(text == clean(text) for text in texts(page.felt))


def test_equal_journals_give_equal_handouts() -> None:
    """In whatever order the entries came."""
    journal = lived_journal()
    turned = Journal(entries=journal.entries[::-1])

    assert handout(sample_plan(), journal=journal) == handout(sample_plan(), journal=turned)


def test_the_verdicts_are_those_of_the_review() -> None:
    """One for each exercise."""
    found = review(lived_journal(), on=START, plan=sample_plan()).verdicts

    assert len(lived().verdicts.rows) == len(found) == 6


@pytest.mark.parametrize("journal", ["", 3, (), START + timedelta(days=1)])
def test_what_is_no_journal_is_refused_by_name(journal: Any) -> None:
    """With the way to one."""
    with pytest.raises(InvalidValueError, match=r"journal must be a Journal, got") as refusal:
        handout(sample_plan(), journal=journal)

    assert "journal_from_csv" in refusal.value.cure


@pytest.mark.parametrize("journal", [None, Journal()])
@pytest.mark.parametrize("policy", ["lenient", 3, None])
def test_a_policy_that_is_none_is_refused_by_name(policy: Any, journal: Journal | None) -> None:
    """Also where there is nothing to judge."""
    with pytest.raises(InvalidValueError, match=r"policy must be one of strict, monitored"):
        handout(sample_plan(), journal=journal, policy=policy)
