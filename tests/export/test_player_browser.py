"""The guided session in a real browser, driven by a fake clock from its start to its end."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from spinecare import Person, Screening, cues, from_json, load_person, make_plan
from spinecare.model import (
    Done,
    Entry,
    ExerciseId,
    Journal,
    Pain,
    PainCharacter,
    Planned,
    SessionId,
    Symptom,
)
from spinecare.wording import clean
from tests.export.player_page import (
    beside_the_mat,
    choose,
    heard,
    press,
    run_for,
    shown,
    start,
    write_page,
)
from tests.export.sample_plans import sample_plan

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

STRETCH = "lying-04-figure-four"
TUESDAY_MORNING = "2026-11-24T06:50:00"
"""Ten minutes before the neck session: relief 120 s (after 10 s to get ready), turns, presses."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample plan's page."""
    return write_page(sample_plan(), tmp_path_factory.mktemp("player"))


def said(page: Page) -> list[str]:
    """Return the texts the voice was given."""
    return [text for text, _, _ in heard(page, "said")]


def journal(page: Page) -> Journal:
    """Return the journal that the page shows, read by the library."""
    return from_json(page.locator("#gs-json").input_value(), kind=Journal)


# From the start to the end


def test_a_session_is_led_to_its_end_and_gives_entries(browser: Browser, path: Path) -> None:
    """The entries are those of the library's own journal; what was not answered is unknown."""
    with beside_the_mat(browser, path) as page:
        start(page, pain="1")
        run_for(page, 185)
        choose(page, "The most pain during the session", "2")
        choose(page, "Your pain now, right after", "0")
        page.get_by_label("How hard was it?").select_option("0.5")
        page.get_by_label("Note").fill("easy </textarea> & calm")
        press(page, "Keep the answers")

        read = journal(page)

    moment = read.entries[0].written_at
    assert (
        datetime(2026, 11, 24, 18, 28, tzinfo=UTC)
        < moment
        < datetime(2026, 11, 24, 18, 29, tzinfo=UTC)
    )
    assert read.entries == (
        noted(
            moment,
            None,
            pain=Pain(before=1, during=2, after=0),
            effort=0.5,
            note="easy </textarea> & calm",
        ),
        noted(moment, "fetal-rest", planned=Planned(hold_s=60)),
        noted(moment, STRETCH, planned=Planned(reps=2, hold_s=10, is_reduced=True)),
    )


def noted(moment: datetime, exercise: str | None, **answers: Any) -> Entry:
    """Return an entry of what was done on Tuesday evening."""
    return Entry(
        session=SessionId("s-20261124-1930"),
        date=date(2026, 11, 24),
        exercise=None if exercise is None else ExerciseId(exercise),
        written_at=moment,
        done=Done(outcome="done"),
        **answers,
    )


def test_sessions_of_a_real_week_are_led_to_their_end_in_their_time(
    browser: Browser, tmp_path: Path
) -> None:
    """Each cue is said once, in its order, and the end comes with the last second."""
    person = load_person("examples/profiles/disc-herniation.toml")
    plan = make_plan(person, start=date(2026, 11, 23))
    with beside_the_mat(browser, write_page(plan, tmp_path)) as page:
        for number, session in enumerate(plan.sessions[:2]):
            before = len(said(page))
            page.get_by_label("Session", exact=True).select_option(index=number)
            start(page, pain="0")
            lead = 0 if session.steps[0].between_s else 10
            run_for(page, lead + session.duration_s - 0.5)
            is_running = page.locator("#gs-run").is_visible()
            run_for(page, 0.6)
            heading = shown(page, "after-heading")
            press(page, "Close without answers")

            assert is_running, session.id
            assert heading == "Well done. How was it?", session.id
            says = [clean(cue.say) for cue in cues(session, catalogue=plan.catalogue) if cue.say]
            praise = "Well done. That was the session."
            assert said(page)[before:] == [*says, praise], session.id


def test_the_screen_says_what_is_done_now_and_what_comes(browser: Browser, path: Path) -> None:
    """Name, side in words and letter, seconds, repetition, picture, next, time left."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)

        assert shown(page, "name") == "Figure-four stretch"
        assert (shown(page, "letter"), shown(page, "side-words")) == ("R", "Right side")
        assert (shown(page, "kind"), shown(page, "seconds")) == ("Stretch", "7")
        assert shown(page, "text") == "Pull the thigh towards you."
        assert shown(page, "breath") == "Breath: out while pulling"
        assert shown(page, "reps") == "Repetition 1 of 2"
        assert shown(page, "marks") == "The gentle form. Half as far, no pull at the end."
        assert shown(page, "next") == "Then: let go 5 s. Next: Fetal rest"
        assert (shown(page, "count"), shown(page, "left")) == ("1 of 3", "2:39 left")
        assert page.locator("#gs-picture use").get_attribute("href") == f"#fig-{STRETCH}"


def test_getting_ready_says_which_side_begins(browser: Browser, path: Path) -> None:
    """Or on which side one lies, where there is but one; and how it is done."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 5)

        assert (shown(page, "kind"), shown(page, "side-words")) == ("Get ready", "Right side first")
        first = "Gentle form: Half as far, no pull at the end. Put one ankle on the other knee"
        assert shown(page, "text").startswith(first)
        assert shown(page, "marks") == "The gentle form."

        press(page, "Skip")

        assert (shown(page, "kind"), shown(page, "side-words")) == ("Get ready", "Left side")


def test_the_ring_empties_with_the_seconds(browser: Browser, path: Path) -> None:
    """Half of the time left is half a ring; who prefers no motion sees whole seconds."""
    offsets = []
    for motion in ("no-preference", "reduce"):
        with beside_the_mat(browser, path, reduced_motion=motion) as page:
            start(page)
            run_for(page, 10.5)
            offsets.append(
                page.evaluate("document.getElementById('gs-arc').style.strokeDashoffset")
            )

    assert offsets == ["525", "500"]


def test_time_keeps_true_over_a_long_session(browser: Browser, path: Path) -> None:
    """After four minutes of ticks the place is that of the clock, to the tick."""
    with beside_the_mat(browser, path, now=TUESDAY_MORNING) as page:
        start(page)
        run_for(page, 245)

        assert (shown(page, "kind"), shown(page, "seconds")) == ("Tense", "5")
        assert shown(page, "left") == "0:45 left"


# Pause, back, skip


def test_a_pause_keeps_the_place(browser: Browser, path: Path) -> None:
    """However long it lasts; and no voice and no beep comes in it."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Pause")
        before = heard(page, "said"), heard(page, "beeps")
        run_for(page, 600)

        assert shown(page, "seconds") == "7"
        assert (heard(page, "said"), heard(page, "beeps")) == before

        press(page, "Go on")
        run_for(page, 2)

        assert shown(page, "seconds") == "5"


def test_back_leads_to_the_start_of_the_exercise_then_to_the_one_before(
    browser: Browser, path: Path
) -> None:
    """Twice in a row is one exercise further back."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 120)

        assert shown(page, "name") == "Fetal rest"

        press(page, "Back")

        assert (shown(page, "name"), shown(page, "kind")) == ("Fetal rest", "Get ready")

        press(page, "Back")

        assert (shown(page, "name"), shown(page, "left")) == ("Figure-four stretch", "3:04 left")


def test_what_is_skipped_was_not_done(browser: Browser, path: Path) -> None:
    """Skipping the stretch in its middle is "partly", the rest before it begins is "skipped"."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 40)
        press(page, "Skip")

        assert shown(page, "name") == "Fetal rest"
        assert said(page)[-1] == "To close: Fetal rest, left side."

        press(page, "Skip")
        run_for(page, 16)
        page.get_by_label("Something was left out. Why?").select_option("no-time")
        press(page, "Keep the answers")

        outcomes = {entry.exercise: entry.done for entry in journal(page).entries}

    assert outcomes == {
        None: Done(outcome="partly", reason="no-time"),
        STRETCH: Done(outcome="partly", reason="no-time"),
        "fetal-rest": Done(outcome="skipped", reason="no-time"),
    }


def test_the_keys_lead_the_session(browser: Browser, path: Path) -> None:
    """Space pauses and goes on, arrows go back and skip, Escape pauses, then closes."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        page.keyboard.press(" ")

        assert page.get_by_role("button", name="Go on", exact=True).is_visible()

        page.keyboard.press(" ")
        page.keyboard.press("ArrowRight")

        assert shown(page, "name") == "Fetal rest"

        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")

        assert shown(page, "name") == "Figure-four stretch"

        page.keyboard.press("Escape")

        assert page.get_by_role("button", name="Go on", exact=True).is_visible()

        page.keyboard.press("Escape")
        page.get_by_role("button", name="Go on where you left off").wait_for()

        assert not page.get_by_role("dialog").is_visible()


def test_space_on_a_button_is_that_button(browser: Browser, path: Path) -> None:
    """Whoever goes to a button by Tab presses it by Space."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        page.get_by_role("button", name="Skip").focus()
        page.keyboard.press(" ")
        run_for(page, 1)

        assert (shown(page, "name"), shown(page, "seconds")) == ("Fetal rest", "9")


def test_keys_do_not_lead_while_something_is_typed(browser: Browser, path: Path) -> None:
    """In the note a space is a space."""
    with beside_the_mat(browser, path) as page:
        start(page)
        press(page, "End")
        page.get_by_label("Note").press_sequentially("a b")
        page.keyboard.press("ArrowLeft")

        assert page.get_by_label("Note").input_value() == "a b"
        assert shown(page, "after-heading") == "How was it?"


def test_the_session_waits_before_each_exercise_for_who_wants_it(
    browser: Browser, path: Path
) -> None:
    """Getting ready ends when the person says so, and the screen stays on meanwhile."""
    with beside_the_mat(browser, path) as page:
        page.get_by_label("Wait for me before each exercise").check()
        start(page)
        run_for(page, 300)

        assert (shown(page, "kind"), shown(page, "say")) == ("Get ready", "Ready when you are.")
        assert heard(page, "lock")[-1] == "held"

        press(page, "I am ready")
        run_for(page, 1)

        assert shown(page, "kind") == "Into position"

        run_for(page, 300)

        assert (shown(page, "name"), shown(page, "kind")) == ("Fetal rest", "Get ready")


def test_a_device_that_slept_finds_the_session_paused(browser: Browser, path: Path) -> None:
    """It stands where it was; nothing is caught up with."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        page.clock.fast_forward("10:00")

        assert shown(page, "seconds") == "7"
        assert shown(page, "say") == "The screen slept. Paused here."

        press(page, "Go on")
        run_for(page, 1)

        assert shown(page, "seconds") == "6"


# Pain


def test_pain_that_nobody_knows_begins_nothing(browser: Browser, path: Path) -> None:
    """Unknown is an answer: it is asked again, and relief may begin."""
    with beside_the_mat(browser, path, now=TUESDAY_MORNING) as page:
        press(page, "Start")

        assert shown(page, "first-heading") == "How much does it hurt now?"

        press(page, "Go on")

        assert shown(page, "first-heading") == "How much does it hurt now?"
        assert page.get_by_role("button", name="Begin with the relief position").is_visible()


def test_above_two_relief_comes_first_and_pain_is_asked_again(browser: Browser, path: Path) -> None:
    """The opening is led through, then the new rating replaces the old one."""
    with beside_the_mat(browser, path, now=TUESDAY_MORNING) as page:
        start(page, pain="4")

        assert shown(page, "first-heading") == "Relief first"

        press(page, "Begin with the relief position")
        run_for(page, 5)

        assert shown(page, "name") == "Legs on a chair"

        run_for(page, 130)

        assert shown(page, "first-heading") == "How much does it hurt now?"

        choose(page.locator("dialog"), "Your pain now", "2")
        press(page, "Go on")
        run_for(page, 1)

        assert (shown(page, "name"), shown(page, "kind")) == ("Neck rotation", "Get ready")

        press(page, "End")
        press(page, "Keep the answers")

        assert journal(page).entries[0].pain.before == 2


def test_still_above_two_after_relief_it_is_left_at_that(browser: Browser, path: Path) -> None:
    """And the journal learns why nothing was done."""
    with beside_the_mat(browser, path, now=TUESDAY_MORNING) as page:
        start(page, pain="4")
        choose(page.locator("dialog"), "Your pain now", "3")
        press(page, "Go on")

        assert shown(page, "first-heading") == "Leave it at the relief position today"

        press(page, "Not today")

        assert [(entry.done, entry.pain) for entry in journal(page).entries] == [
            (Done(outcome="skipped", reason="pain"), Pain(before=3))
        ]


def test_above_five_nothing_begins_and_the_stop_signs_are_shown(
    browser: Browser, path: Path
) -> None:
    """But for the relief position, which is offered beside them."""
    with beside_the_mat(browser, path, now=TUESDAY_MORNING) as page:
        start(page, pain="6")

        assert shown(page, "first-heading") == "Do not exercise now"
        assert "numbness or weakness in an arm or leg" in shown(page, "first-signs")
        assert not page.locator("#gs-run").is_visible()

        press(page, "Begin with the relief position")
        run_for(page, 131)

        assert shown(page, "first-heading") == "How much does it hurt now?"


def test_what_hurts_is_stopped_and_left_out(browser: Browser, path: Path) -> None:
    """The next exercise follows; the entry says how much, how it felt, and that pain was why."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")

        assert shown(page, "hurt-heading") == "Stopped: Figure-four stretch"

        run_for(page, 30)
        choose(page, "How much did it hurt?", "4")
        page.get_by_label("pulling").check()
        press(page, "Leave this exercise out and go on")
        run_for(page, 1)

        assert shown(page, "name") == "Fetal rest"

        press(page, "Back")
        press(page, "Back")

        assert shown(page, "name") == "Fetal rest"

        run_for(page, 86)
        choose(page, "The most pain in the other exercises", "1")
        press(page, "Keep the answers")
        whole, rest, stretch = journal(page).entries

    assert (whole.done, whole.pain) == (Done(outcome="partly", reason="pain"), Pain(before=1))
    assert (rest.done, rest.pain) == (Done(outcome="done"), Pain(during=1))
    assert (stretch.done, stretch.pain) == (Done(outcome="partly", reason="pain"), Pain(during=4))
    assert stretch.character == (PainCharacter.PULLING,)


def test_an_exercise_that_hurts_little_may_go_on(browser: Browser, path: Path) -> None:
    """Up to 2 of 10; it goes on where it was."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")

        assert not page.get_by_role("button", name="Go on with it").is_visible()

        choose(page, "How much did it hurt?", "2")
        press(page, "Go on with it")
        run_for(page, 1)

        assert (shown(page, "kind"), shown(page, "seconds")) == ("Stretch", "6")


def test_a_stop_sign_ends_the_session(browser: Browser, path: Path) -> None:
    """There is no way on, and the advice is medical."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        page.locator("#gs-hurt").get_by_label("chest pain").check()
        page.locator("#gs-hurt").get_by_label("electric").check()
        ways = page.locator("#gs-hurt .gs-row button").locator("visible=true").all_inner_texts()
        press(page, "End the session")

        assert ways == ["End the session"]
        assert "get medical advice" in shown(page, "after-text")
        assert not page.get_by_role("button", name="Back to the session").is_visible()

        press(page, "Keep the answers")
        whole, _, stretch = journal(page).entries

    assert whole.symptoms == (Symptom.CHEST_PAIN,)
    assert stretch.symptoms == (Symptom.CHEST_PAIN,)
    assert stretch.character == (PainCharacter.ELECTRIC,)


def test_a_session_that_pain_ended_is_not_gone_on_with(browser: Browser, path: Path) -> None:
    """After a reload the questions come again, not the exercises."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        page.locator("#gs-hurt").get_by_label("new weakness").check()
        press(page, "End the session")
        page.reload()
        press(page, "Go on where you left off")

        assert shown(page, "after-heading") == "How was it?"
        assert not page.get_by_role("button", name="Back to the session").is_visible()


def test_what_hurts_twice_is_noted_at_its_worst(browser: Browser, path: Path) -> None:
    """A little at first, then more."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        for pain, character, way in (
            ("2", "dull", "Go on with it"),
            ("4", "pulling", "Leave this exercise out and go on"),
        ):
            press(page, "Stop: it hurts")
            choose(page, "How much did it hurt?", pain)
            page.locator("#gs-hurt").get_by_label(character).check()
            press(page, way)
        press(page, "End")
        page.get_by_label("Something else was left out. Why?").select_option("no-time")
        choose(page, "The most pain in the other exercises", "1")
        press(page, "Keep the answers")
        _, rest, stretch = journal(page).entries

    assert rest.pain == Pain()  # it was not done
    assert stretch.pain == Pain(during=4)
    assert stretch.character == (PainCharacter.DULL, PainCharacter.PULLING)
    assert stretch.done == Done(outcome="partly", reason="pain")
    assert rest.done == Done(outcome="skipped", reason="no-time")


def test_pain_above_five_ends_the_session(browser: Browser, path: Path) -> None:
    """Whatever else one might wish."""
    with beside_the_mat(browser, path) as page:
        start(page)
        press(page, "Stop: it hurts")
        choose(page, "How much did it hurt?", "6")

        assert not page.get_by_role("button", name="Leave this exercise out").is_visible()


def test_relief_that_is_the_whole_session_is_led_through_in_much_pain(
    browser: Browser, tmp_path: Path
) -> None:
    """Its positions are what the session is for, and still they are relief."""
    person = Person(
        timezone="Europe/Berlin",
        availability="Mon-Fri 19:00 20 min",
        goals=["ease-neck"],
        screening=Screening(others="no"),
        pain=7,
    )
    plan = make_plan(person, start=date(2026, 11, 23), weeks=1)
    with beside_the_mat(browser, write_page(plan, tmp_path)) as page:
        start(page, pain="7")
        press(page, "Begin with the relief position")
        run_for(page, 1)
        is_led = page.locator("#gs-run").is_visible()
        run_for(page, 10 + plan.sessions[0].duration_s)

        assert is_led
        assert shown(page, "after-heading") == "Well done. How was it?"


@pytest.mark.parametrize("way", ["closed", "loaded again"])
def test_what_was_stopped_stays_stopped_whatever_closes_the_page(
    browser: Browser, path: Path, way: str
) -> None:
    """Before a single question about the pain is answered."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        _close(page, way)
        press(page, "Go on where you left off")

        assert shown(page, "name") == "Fetal rest"

        press(page, "End")
        press(page, "Keep the answers")
        _, _, stretch = journal(page).entries

    assert stretch.done == Done(outcome="partly", reason="pain")
    assert stretch.pain == Pain()


def _close(page: Page, way: str) -> None:
    """Leave the screen that asks what hurt."""
    if way == "closed":
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Go on where you left off").wait_for()
    else:
        page.reload()


def test_a_sign_that_was_ticked_ends_the_session_though_the_page_is_closed(
    browser: Browser, path: Path
) -> None:
    """Each answer is noted when it is given."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        page.locator("#gs-hurt").get_by_label("new weakness").check()
        page.reload()
        press(page, "Go on where you left off")

        assert "get medical advice" in shown(page, "after-text")


def test_pain_that_is_unknown_at_first_and_then_little_is_noted_as_little(
    browser: Browser, path: Path
) -> None:
    """The note that is made at once does not outlive the answer."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        choose(page, "How much did it hurt?", "2")
        press(page, "Go on with it")
        run_for(page, 160)
        press(page, "Keep the answers")
        _, _, stretch = journal(page).entries

    assert stretch.done == Done(outcome="done")
    assert stretch.pain == Pain(during=2)


def test_a_sign_or_much_pain_after_a_session_is_answered_at_once(
    browser: Browser, path: Path
) -> None:
    """There is no way back to the exercises; what was ticked by mistake is taken back."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "End")
        back = page.get_by_role("button", name="Back to the session")
        page.locator("#gs-after").get_by_label("chest pain").check()

        assert "get medical advice" in shown(page, "after-text")
        assert not back.is_visible()

        page.locator("#gs-after").get_by_label("chest pain").uncheck()

        assert shown(page, "after-text") == ""
        assert back.is_visible()

        choose(page, "Your pain now, right after", "8")

        assert "Above 5 of 10" in shown(page, "after-text")
        assert not back.is_visible()

        page.reload()
        press(page, "Go on where you left off")

        assert "Above 5 of 10" in shown(page, "after-text")


def test_pain_and_signs_are_forgotten_only_when_asked_twice(browser: Browser, path: Path) -> None:
    """An answer in between makes it ask again."""
    with beside_the_mat(browser, path) as page:
        start(page)
        press(page, "End")
        page.locator("#gs-after").get_by_label("chest pain").check()
        press(page, "Close without answers")

        assert "Press again to forget it" in shown(page, "unkept")

        page.locator("#gs-after").get_by_label("new tingling").check()
        press(page, "Close without answers")

        assert shown(page, "after-heading") == "How was it?"

        press(page, "Close without answers")

        assert not page.get_by_role("dialog").is_visible()


def test_after_a_stop_sign_no_session_begins_before_a_clinician_has_allowed_it(
    browser: Browser, path: Path
) -> None:
    """However little it hurts, also after a reload; the word is kept, and a new sign asks anew."""
    with beside_the_mat(browser, path) as page:
        _note_a_sign(page)
        start(page, pain="0")
        _see_that_it_is_held(page)
        page.reload()
        press(page, "Go on where you left off")
        _see_that_it_is_held(page)
        press(page, "Not today")
        start(page, pain="0")
        press(page, "A clinician has allowed it")

        assert page.locator("#gs-run").is_visible()

        press(page, "End")
        press(page, "Close without answers")
        page.get_by_label("Beeps").uncheck()
        page.reload()
        _note_a_sign(page)
        start(page, pain="0")
        _see_that_it_is_held(page)


def test_a_clinicians_word_does_not_stand_for_little_pain(browser: Browser, path: Path) -> None:
    """Pain is asked as always."""
    with beside_the_mat(browser, path) as page:
        _note_a_sign(page)
        start(page, pain="6")
        press(page, "A clinician has allowed it")

        assert shown(page, "first-heading") == "Do not exercise now"
        assert not page.get_by_role("button", name="A clinician has allowed it").is_visible()


def _note_a_sign(page: Page) -> None:
    """Keep a session in which a sign was noticed."""
    start(page)
    run_for(page, 1)
    press(page, "End")
    page.locator("#gs-after").get_by_label("new numbness").check()
    press(page, "Keep the answers")


def _see_that_it_is_held(page: Page) -> None:
    """Look at what a stop sign leaves: what to do, and no way into the exercises."""
    buttons = page.locator("#gs-first button").locator("visible=true").all_inner_texts()

    assert shown(page, "first-heading") == "First ask a clinician"
    assert "numbness or weakness in an arm or leg" in shown(page, "first-signs")
    assert buttons == ["A clinician has allowed it", "Not today"]


def test_a_session_in_which_something_hurt_is_ended_before_another_begins(
    browser: Browser, path: Path
) -> None:
    """Its pain is not written over."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        choose(page, "How much did it hurt?", "4")
        page.reload()
        start(page, pain="0")

        assert shown(page, "after-heading") == "First: how was the session before?"

        press(page, "Keep the answers")
        _, _, stretch = journal(page).entries
        start(page, pain="0")

        assert page.locator("#gs-run").is_visible()

    assert stretch.pain == Pain(during=4)


def test_a_sign_in_a_session_that_was_planned_anew_is_not_lost(
    browser: Browser, path: Path
) -> None:
    """It cannot be gone on with, but what was noted of it is kept, and holds the next one back."""
    anew = """() => {
        const kept = JSON.parse(localStorage.getItem("spinecare:p-sample"));
        kept.underWay.lasts += 1;
        localStorage.setItem("spinecare:p-sample", JSON.stringify(kept));
    }"""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        page.locator("#gs-hurt").get_by_label("new weakness").check()
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Go on where you left off").wait_for()
        page.evaluate(anew)
        page.reload()
        start(page, pain="0")
        _see_that_it_is_held(page)
        press(page, "Not today")
        _, stretch = journal(page).entries

    assert stretch.symptoms == (Symptom.WEAKNESS,)
    assert stretch.exercise == STRETCH


def test_a_session_that_ended_for_pain_blames_only_what_hurt(browser: Browser, path: Path) -> None:
    """What was not reached any more was left out for another reason."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        choose(page, "How much did it hurt?", "6")
        press(page, "End the session")
        press(page, "Keep the answers")
        whole, rest, stretch = journal(page).entries

    assert whole.done == Done(outcome="partly", reason="pain")
    assert stretch.done == Done(outcome="partly", reason="pain")
    assert rest.done == Done(outcome="skipped", reason="other")


def test_another_session_begins_after_one_that_was_ended_while_it_waited(
    browser: Browser, path: Path
) -> None:
    """Waiting is over with the session that waited."""
    with beside_the_mat(browser, path) as page:
        page.get_by_label("Wait for me before each exercise").check()
        start(page)
        run_for(page, 30)

        assert shown(page, "say") == "Ready when you are."

        press(page, "End")
        press(page, "Keep the answers")
        page.get_by_label("Session", exact=True).select_option(
            label="Tue 24 Nov 19:30: Lying stretches"
        )
        start(page)
        run_for(page, 1)

        assert (shown(page, "name"), shown(page, "kind")) == ("Figure-four stretch", "Get ready")
        assert not page.locator("#gs-say").is_visible()

        run_for(page, 30)

        assert shown(page, "say") == "Ready when you are."


def test_a_session_that_was_ended_by_mistake_goes_on(browser: Browser, path: Path) -> None:
    """It stands where it was."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "End")
        press(page, "Back to the session")

        assert (shown(page, "kind"), shown(page, "seconds")) == ("Stretch", "7")
        assert page.get_by_role("button", name="Go on", exact=True).is_visible()


# Voice, beeps, light


def test_a_change_of_sides_is_said_and_sounds_like_nothing_else(
    browser: Browser, path: Path
) -> None:
    """Words, a letter, and four notes."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 56.5)
        before = len(heard(page, "beeps"))
        run_for(page, 1)

        assert said(page)[-1] == "Change sides. Now the left side."
        assert heard(page, "beeps")[before:] == [523, 784, 523, 784]
        assert (shown(page, "kind"), shown(page, "letter")) == ("Change sides", "L")
        assert "gs-mirrored" in (page.locator("#gs-picture").get_attribute("class") or "")


def test_the_last_three_seconds_are_counted_and_relaxation_sounds_softer(
    browser: Browser, path: Path
) -> None:
    """A stretch begins with one high note, ends with three short ones, then two that fall."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 21.5)
        before = len(heard(page, "beeps"))
        run_for(page, 11)

        assert heard(page, "beeps")[before:] == [880, 660, 660, 660, 587, 392]


def test_voice_and_beeps_can_be_turned_off_and_stay_off(browser: Browser, path: Path) -> None:
    """Before the session, and the next time too."""
    with beside_the_mat(browser, path) as page:
        page.get_by_label("Voice", exact=True).uncheck()
        page.get_by_label("Beeps").uncheck()
        page.reload()
        start(page)
        run_for(page, 60)

        assert heard(page, "said") == []
        assert heard(page, "beeps") == []
        assert not page.locator("#gs-voice").is_checked()


def test_the_voice_can_be_turned_off_in_the_middle(browser: Browser, path: Path) -> None:
    """One press, and the button says so; the beeps go on."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Voice")
        spoken, beeps = len(heard(page, "said")), len(heard(page, "beeps"))
        run_for(page, 30)

        assert len(heard(page, "said")) == spoken
        assert len(heard(page, "beeps")) > beeps
        assert page.locator("#gs-voice-now").get_attribute("aria-pressed") == "false"


def test_the_beeps_can_be_turned_off_in_the_middle(browser: Browser, path: Path) -> None:
    """One press; the voice goes on, and another press brings them back."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Beeps")
        spoken, beeps = len(heard(page, "said")), len(heard(page, "beeps"))
        run_for(page, 30)

        assert len(heard(page, "said")) > spoken
        assert len(heard(page, "beeps")) == beeps

        press(page, "Beeps")
        run_for(page, 10)

        assert len(heard(page, "beeps")) > beeps


def test_the_voice_speaks_english_at_the_chosen_speed(browser: Browser, path: Path) -> None:
    """Slow is slow."""
    with beside_the_mat(browser, path) as page:
        page.get_by_label("Voice speed").select_option("slow")
        start(page)

        assert heard(page, "said")[0][1:] == ["en-GB", 0.8]


def test_the_voice_says_one_thing_at_a_time_and_ends_with_praise(
    browser: Browser, path: Path
) -> None:
    """What is new hushes what is old; the last words are not hushed."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 190)

        assert said(page)[-1] == "Well done. That was the session."
        assert heard(page, "hushed") == said(page)[:-1]


def test_what_was_leapt_to_in_a_pause_is_announced_when_it_goes_on(
    browser: Browser, path: Path
) -> None:
    """Not in the pause, and not twice."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Pause")
        press(page, "Skip")
        before = said(page)
        press(page, "Go on")
        run_for(page, 1)

        assert said(page) == [*before, "To close: Fetal rest, left side."]
        assert "To close: Fetal rest, left side." not in before


def test_the_screen_stays_on_while_a_session_runs(browser: Browser, path: Path) -> None:
    """Held at the start, let go in a pause, held again, let go at the end."""
    with beside_the_mat(browser, path) as page:
        start(page)
        press(page, "Pause")
        press(page, "Go on")
        run_for(page, 190)

        assert heard(page, "lock") == ["held", "released", "held", "released"]


def test_a_screen_that_was_out_of_sight_is_held_again(browser: Browser, path: Path) -> None:
    """Browsers let go of the lock with a hidden tab; in a pause it is not asked for."""
    hide_and_show = """
        heard.released();
        document.dispatchEvent(new Event("visibilitychange"));
    """
    with beside_the_mat(browser, path) as page:
        start(page)
        page.evaluate(hide_and_show)
        running = list(heard(page, "lock"))
        press(page, "Pause")
        page.evaluate(hide_and_show)

        assert running == ["held", "held"]
        assert heard(page, "lock") == ["held", "held", "released"]


def test_a_machine_without_voice_sound_and_lock_leads_all_the_same(
    browser: Browser, path: Path
) -> None:
    """They are missing silently, as on a file in many browsers."""
    nothing = """
        for (const name of ["AudioContext", "webkitAudioContext"]) delete window[name];
        Object.defineProperty(window, "speechSynthesis", { value: undefined });
        Object.defineProperty(navigator, "wakeLock", {
          value: { request: async () => { throw new Error("refused"); } },
        });
    """.replace("window, ", "window.constructor.prototype, ")
    with beside_the_mat(browser, path, fakes=nothing) as page:
        start(page)
        run_for(page, 190)

        assert shown(page, "after-heading") == "Well done. How was it?"


# What the device keeps


def test_a_reload_in_the_middle_goes_on_where_one_was(browser: Browser, path: Path) -> None:
    """The session stands at its place until the person says go; pain is not asked again."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        page.reload()

        assert "Figure-four stretch (1 of 3)" in shown(page, "again-text")

        press(page, "Go on where you left off")

        assert (shown(page, "kind"), shown(page, "seconds")) == ("Stretch", "7")

        run_for(page, 60)

        assert shown(page, "seconds") == "7"

        press(page, "Go on")
        run_for(page, 160)
        press(page, "Keep the answers")

        assert journal(page).entries[0].done == Done(outcome="done")
        assert journal(page).entries[0].pain.before == 1


@pytest.mark.parametrize("is_loaded_again", [True, False])
def test_hours_later_pain_is_asked_again(
    browser: Browser, path: Path, is_loaded_again: bool
) -> None:
    """Whether the page was closed or only paused; the session goes on where it was."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Pause")
        page.clock.fast_forward("02:30:00")
        if is_loaded_again:
            page.reload()
        else:
            press(page, "Go on")
        press(page, "Go on where you left off")

        assert shown(page, "first-heading") == "How much does it hurt now?"

        choose(page.locator("dialog"), "Your pain now", "2")
        press(page, "Go on")
        run_for(page, 1)

        assert (shown(page, "kind"), shown(page, "seconds")) == ("Stretch", "6")

        press(page, "Pause")
        press(page, "Go on")
        run_for(page, 1)

        assert shown(page, "seconds") == "5"


def test_hours_after_something_hurt_pain_is_asked_again(browser: Browser, path: Path) -> None:
    """The answer about the exercise is kept; the next one does not begin by it."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        page.clock.fast_forward("02:30:00")
        choose(page, "How much did it hurt?", "3")
        press(page, "Leave this exercise out and go on")
        press(page, "Go on where you left off")

        assert shown(page, "first-heading") == "How much does it hurt now?"


def test_what_was_done_is_kept_by_who_does_not_go_on_hours_later(
    browser: Browser, path: Path
) -> None:
    """Not today: then the questions come."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        page.clock.fast_forward("02:30:00")
        page.reload()
        press(page, "Go on where you left off")
        press(page, "Not today")

        assert shown(page, "after-heading") == "How was it?"


def test_on_another_day_a_session_can_only_be_ended(browser: Browser, path: Path) -> None:
    """And there is no way back from its questions."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        page.clock.fast_forward("48:00:00")
        page.reload()

        assert "another day" in shown(page, "again-text")
        assert not page.get_by_role("button", name="Go on where you left off").is_visible()

        press(page, "End it here")

        assert not page.get_by_role("button", name="Back to the session").is_visible()


def test_there_is_no_way_round_relief_through_the_questions(browser: Browser, path: Path) -> None:
    """Who ends a kept session that pain held back is not led into its exercises."""
    with beside_the_mat(browser, path, now=TUESDAY_MORNING) as page:
        start(page, pain="4")
        press(page, "Begin with the relief position")
        run_for(page, 20)
        page.reload()
        press(page, "End it here")

        assert not page.get_by_role("button", name="Back to the session").is_visible()


def test_a_reload_in_the_questions_asks_them_again(browser: Browser, path: Path) -> None:
    """A session that has ended stays one that has ended."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 190)
        page.reload()
        press(page, "Go on where you left off")

        assert shown(page, "after-heading") == "Well done. How was it?"


@pytest.mark.parametrize(
    "refused",
    [
        """Object.defineProperty(window, "localStorage", {
          get() { throw new DOMException("refused", "SecurityError"); },
        });""",
        """const keep = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, text) {
          if (text.length > 200) throw new DOMException("full", "QuotaExceededError");
          keep.call(this, key, text);
        };""",
    ],
    ids=["refused", "full"],
)
def test_a_browser_that_keeps_nothing_leads_all_the_same(
    browser: Browser, path: Path, refused: str
) -> None:
    """And says that the answers must be taken before the page is closed."""
    with beside_the_mat(browser, path, script=refused) as page:
        start(page)
        run_for(page, 190)
        press(page, "Keep the answers")

        assert "take them before you close the page" in shown(page, "kept-text")
        assert len(journal(page).entries) == 3


def test_what_others_wrote_into_the_storage_does_no_harm(browser: Browser, path: Path) -> None:
    """Text that is no answer is forgotten."""
    with beside_the_mat(browser, path) as page:
        for kept in ("{", "[]", "3", '{"records": 5}', '{"records": [], "underWay": {}}'):
            page.evaluate("kept => localStorage.setItem('spinecare:p-sample', kept)", kept)
            page.reload()
            start(page)
            run_for(page, 11)

            assert shown(page, "name") == "Figure-four stretch"


def test_a_session_that_was_planned_anew_is_not_gone_on_with(browser: Browser, path: Path) -> None:
    """Its places in time are others now."""
    anew = """
        const kept = JSON.parse(localStorage.getItem("spinecare:p-sample"));
        kept.underWay.lasts += 1;
        localStorage.setItem("spinecare:p-sample", JSON.stringify(kept));
    """
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Go on where you left off").wait_for()
        page.evaluate(f"() => {{ {anew} }}")
        page.reload()

        assert not page.get_by_role("button", name="Go on where you left off").is_visible()


def test_the_two_mornings_are_asked_when_they_have_come(browser: Browser, path: Path) -> None:
    """Each is an entry of its own, written when it was answered."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 190)
        press(page, "Keep the answers")

        assert page.get_by_label("Pain the next morning").count() == 0

        page.clock.fast_forward("12:00:00")
        page.reload()

        assert page.get_by_label("Pain the morning after that").count() == 0

        page.get_by_label("Pain the next morning").select_option("3")
        page.clock.fast_forward("24:00:00")
        page.reload()
        page.get_by_label("Pain the morning after that").select_option("0")

        mornings = [e.pain for e in journal(page).entries if e.exercise is None and e.done is None]
        days = {entry.date for entry in journal(page).entries}

    assert mornings == [Pain(next_morning=3), Pain(second_morning=0)]
    assert days == {date(2026, 11, 24)}


def test_the_answers_can_be_saved_and_copied_and_then_removed(browser: Browser, path: Path) -> None:
    """The file and the clipboard hold what is shown; nothing is removed unasked."""
    with beside_the_mat(browser, path, permissions=["clipboard-read", "clipboard-write"]) as page:
        start(page)
        press(page, "End")
        press(page, "Keep the answers")
        text = page.locator("#gs-json").input_value()
        press(page, "Remove from this device")

        assert "not taken these answers yet" in shown(page, "taken")

        with page.expect_download() as download:
            press(page, "Download")
        press(page, "Copy")
        page.get_by_text("Copied.").wait_for()

        assert download.value.suggested_filename == "journal.json"
        assert download.value.path().read_text(encoding="utf-8") == text
        assert page.evaluate("navigator.clipboard.readText()") == text

        press(page, "Remove from this device")
        page.reload()

        assert page.get_by_role("heading", name="Your answers").count() == 0


def test_where_copying_is_refused_the_text_is_shown_and_marked(
    browser: Browser, path: Path
) -> None:
    """The person copies it by hand."""
    refused = """
        Object.defineProperty(navigator, "clipboard", {
          value: { writeText: async () => { throw new Error("refused"); } },
        });
    """
    with beside_the_mat(browser, path, script=refused) as page:
        start(page)
        press(page, "End")
        press(page, "Keep the answers")
        press(page, "Copy")
        page.get_by_text("copy it yourself").wait_for()

        marked = page.evaluate("document.getElementById('gs-json').selectionEnd")
        assert marked == len(page.locator("#gs-json").input_value())


def test_the_session_of_the_day_is_chosen_by_the_clock_of_the_device(
    browser: Browser, path: Path
) -> None:
    """And once it is done, the one that comes next."""
    with beside_the_mat(browser, path) as page:
        first = page.evaluate("document.getElementById('gs-session').selectedOptions[0].text")
        start(page)
        press(page, "End")
        press(page, "Keep the answers")
        after = page.evaluate("document.getElementById('gs-session').selectedOptions[0].text")
        page.clock.fast_forward("12:00:00")
        page.reload()
        later = page.evaluate("document.getElementById('gs-session').selectedOptions[0].text")

    assert first == "Tue 24 Nov 19:30: Lying stretches"
    assert after == "Tue 24 Nov 07:00: Neck exercises"
    assert later == "Wed 25 Nov 07:00: Neck exercises"
