"""The handout says all of a plan, once, in plain text."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecare.export import to_html, to_markdown
from spinecare.handout import handout
from spinecare.model import Plan, Purpose
from spinecare.wording import clean
from tests.export.plan_strategies import plans
from tests.export.sample_plans import (
    empty_plan,
    plan_with_text,
    press,
    pulls,
    resting,
    revised_plan,
    rotation,
    sample_plan,
    shrugs,
    stretch,
)
from tests.wording.small_plans import plan_of


def _texts(value: Any) -> list[str]:
    """Return every text in plain data."""
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple | list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


def test_a_handout_is_plain_data() -> None:
    """`asdict` gives what JSON can write, and reading it back loses nothing."""
    data = attrs.asdict(handout(sample_plan()))

    assert json.loads(json.dumps(data)) == json.loads(json.dumps(data, default=list))
    assert data["title"] == "Ann's back"


@given(plans())
@settings(max_examples=12, deadline=None)
def test_every_text_is_one_clean_line(plan: Plan) -> None:
    """Whatever people wrote: no break, no control character, nothing that UTF-8 cannot hold."""
    for text in _texts(attrs.asdict(handout(plan))):
        assert text == clean(text)
        assert text.encode().decode() == text


@given(plans())
@settings(max_examples=12, deadline=None)
def test_every_session_is_in_the_weeks_and_in_the_log(plan: Plan) -> None:
    """In the weeks only where they do not repeat another one; in the log always."""
    page = handout(plan)

    sessions = [session.id for session in plan.sessions]
    assert [row.session for row in page.log.rows] == sessions
    shown = [item.session for week in page.weeks for day in week.days for item in day.sittings]
    assert [id for id in sessions if id in shown] == shown
    assert {row.letter for row in page.log.rows} == {sheet.letter for sheet in page.sheets}
    repeated = {number for week in page.weeks if week.repeats for number in week.numbers}
    assert len(shown) == sum(row.week not in repeated for row in page.log.rows)


@given(plans())
@settings(max_examples=12, deadline=None)
def test_an_exercise_has_a_box_for_each_session_that_holds_it(plan: Plan) -> None:
    """On its weekday; a rest that answers an effort needs none."""
    page = handout(plan)

    done = [
        (session.date.isoformat(), session.id, step.exercise)
        for session in plan.sessions
        for step in session.steps
        if step.purpose is not Purpose.REST
    ]
    days = {(week.number, index): day for week in plan.weeks for index, day in enumerate(week.days)}
    boxes = [
        (days[ticks.week, index].date.isoformat(), tick.session, card.id)
        for card in page.cards
        for ticks in card.ticks
        for index, day in enumerate(ticks.days)
        for tick in day
    ]
    assert sorted(boxes) == sorted(set(done))


@given(plans(), st.data())
@settings(max_examples=12, deadline=None)
def test_each_step_of_a_sheet_is_on_its_card_with_its_dose(plan: Plan, data: st.DataObject) -> None:
    """The reader finds the way from the session to the card and back."""
    page = handout(plan)
    steps = [(sheet, step) for sheet in page.sheets for step in sheet.steps]
    if not steps:
        return

    sheet, step = data.draw(st.sampled_from(steps))

    (card,) = [card for card in page.cards if card.id == step.exercise]
    place = f"{sheet.letter} {step.number}"
    (dose,) = [dose for dose in card.doses if place in dose.places]
    assert (dose.dose, dose.length, dose.is_gentle) == (step.dose, step.length, step.is_gentle)


def test_a_rest_is_named_on_its_card_after_the_step_it_answers() -> None:
    """With the time it takes."""
    page = handout(plan_of((press(), resting())))

    (card,) = [card for card in page.cards if card.id == "rest-sitting"]
    assert [(dose.places, dose.dose) for dose in card.doses] == [(("after A 1",), ("rest 10 s",))]
    assert [rest.length for rest in page.sheets[0].steps[0].rests] == ["10 s"]
    assert card.ticks == ()


def test_a_card_says_how_sides_take_part_whichever_begins() -> None:
    """The sheet says which side begins; the card is for all sessions."""
    page = handout(sample_plan())

    told = {card.id: [dose.sides for dose in card.doses] for card in page.cards}
    assert told["neck-2-rotation"] == ["both sides in turn"]
    assert told["lying-04-figure-four"] == ["one side, then the other"]
    assert told["fetal-rest"] == ["either side"]
    assert told["neck-4-front"] == [""]
    assert told["rise-from-side"] == [""]


def test_the_same_dose_is_told_once_with_all_its_places() -> None:
    """Another dose of the same exercise stands beside it."""
    more = attrs.evolve(press(), reps=4, cycles=4)
    page = handout(plan_of((press(), rotation(), press()), (more,)))

    (card,) = [card for card in page.cards if card.id == "neck-4-front"]
    assert [(dose.places, dose.dose[0]) for dose in card.doses] == [
        (("A 1", "A 3"), "3 times"),
        (("B 1",), "4 times"),
    ]


def test_a_card_names_breaks_and_habits_that_use_the_exercise() -> None:
    """Once each, however many breaks there are."""
    page = handout(sample_plan())

    others = {card.id: card.others for card in page.cards if card.others}
    assert others == {
        "desk-stand-and-walk": ("Breaks from sitting",),
        "neck-2-rotation": ("Breaks from sitting",),
    }


def test_the_side_to_draw_is_the_one_that_begins() -> None:
    """The first session's, on the card; none where both move together."""
    page = handout(plan_of((stretch("right"), press()), (stretch("left"),)))

    assert [(card.id, card.side) for card in page.cards] == [
        ("lying-04-figure-four", "right"),
        ("neck-4-front", ""),
    ]
    assert [step.side for step in page.sheets[0].steps] == ["right", ""]


def test_a_sheet_says_on_which_days_of_which_weeks_it_is_done() -> None:
    """Weeks that are alike at once; no weeks where all of them are."""
    long = sample_plan(3, off=(date(2026, 12, 1),))
    page = handout(long)

    assert [sheet.when for sheet in page.sheets] == [
        "weeks 1 and 3: Mon to Fri 07:00, home; week 2: Mon, Wed, Thu and Fri 07:00, home",
        "weeks 1 and 3: Tue and Fri 19:30, home; week 2: Fri 19:30, home",
        "Sat 10:00, the park",
    ]


def test_weeks_that_repeat_a_week_are_told_at_once() -> None:
    """As many as follow each other with the same advice."""
    plan = sample_plan(4)
    plan = attrs.evolve(
        plan, weeks=tuple(attrs.evolve(week, advice=("life-pillow",)) for week in plan.weeks)
    )

    weeks = handout(plan).weeks

    assert [(week.title, week.repeats, week.numbers) for week in weeks] == [
        ("Week 1", None, (1,)),
        ("Week 2", None, (2,)),
        ("Week 3", 1, (3,)),
        ("Week 4", 2, (4,)),
    ]
    assert weeks[2].note == "As week 1: the same sessions on the same weekdays and times."
    assert [advice.was_told for week in weeks for advice in week.advice] == [
        False, True, True, True,
    ]  # fmt: skip


def test_an_empty_plan_has_nothing_to_read_and_says_so() -> None:
    """The stop signs stand all the same."""
    page = handout(empty_plan())

    assert page.title == "Your plan"
    assert page.period == "Mon 23 Nov 2026 to Sun 29 Nov 2026 (1 week, no session)."
    assert (page.reading, page.sides, page.marks) == ("", "", ())
    assert [week.note for week in page.weeks] == ["No session this week."]
    assert (page.sheets, page.cards, page.log.rows) == ((), (), ())
    assert len(page.stop_signs) == 2


def test_what_is_marked_is_explained() -> None:
    """The gentle form only where a step has it."""
    plain = handout(plan_of((press(), pulls(), shrugs())))
    gentle = handout(plan_of((stretch(),)))

    assert [mark.mark for mark in plain.marks] == ["new"]
    assert [mark.mark for mark in gentle.marks] == ["new", "Gentle form"]
    assert gentle.marks[1].after == "means: half the range, half the force, the shortest hold."


def test_a_revision_says_which_and_what_it_dropped() -> None:
    """So that an old sheet on the fridge is known for one."""
    page = handout(revised_plan())

    assert page.revision == "Revision 1, of Mon 23 Nov."
    assert page.dropped == ("Tue 24 Nov 19:30",)
    assert handout(sample_plan()).revision == ""


def test_a_day_says_when_to_get_up_from_sitting() -> None:
    """Nothing on a day without breaks."""
    days = handout(sample_plan()).weeks[0].days

    assert days[0].breaks == "10:00, 11:00, 14:00 and 15:00"
    assert days[6].breaks == ""


def test_texts_in_which_nothing_can_be_seen_are_dashes() -> None:
    """A name must not vanish; a plan without a name is yours."""
    page = handout(plan_with_text("\x1b"))

    assert page.title == "Your plan"
    assert {card.name for card in page.cards} == {"–"}
    assert page.notice == "–"


def test_equal_plans_give_equal_handouts() -> None:
    """Nothing but the plan goes in."""
    assert handout(sample_plan()) == handout(sample_plan())


def test_a_card_says_what_its_gentle_form_asks_for_before_what_it_limits() -> None:
    """Nobody does from the card what the session forbids; each format tells it."""
    plan = sample_plan()

    cards = {card.id: card for card in handout(plan).cards}

    assert cards["lying-04-figure-four"].gentle == ("half as far, no pull at the end.",)
    assert cards["neck-4-front"].gentle == ()
    for text in (to_markdown(plan), to_html(plan)):
        told = text.rindex("half as far, no pull at the end.")
        assert told < text.rindex(cards["lying-04-figure-four"].instruction[:20])
