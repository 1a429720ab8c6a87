"""What was stopped for pain or a sign is not forgotten, whatever becomes of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinecare.model import (
    Done,
    Pain,
    Symptom,
)
from tests.export.player.page import (
    STRETCH,
    beside_the_mat,
    choose,
    journal,
    press,
    reload,
    run_for,
    shown,
    start,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page


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
        reload(page)


def test_a_sign_that_was_ticked_ends_the_session_though_the_page_is_closed(
    browser: Browser, path: Path
) -> None:
    """Each answer is noted when it is given."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        press(page, "Stop: it hurts")
        page.locator("#gs-hurt").get_by_label("new weakness").check()
        reload(page)
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

        reload(page)
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
        reload(page)
        press(page, "Go on where you left off")
        _see_that_it_is_held(page)
        press(page, "Not today")
        start(page, pain="0")
        press(page, "A clinician has allowed it")

        assert page.locator("#gs-run").is_visible()

        press(page, "End")
        press(page, "Close without answers")
        page.get_by_label("Beeps").uncheck()
        reload(page)
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
        reload(page)
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
        reload(page)
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
