"""Pause, back and skip, by button and by key: the place is kept, what was skipped was not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinecare.model import (
    Done,
)
from tests.export.player.page import (
    STRETCH,
    beside_the_mat,
    heard,
    journal,
    press,
    run_for,
    said,
    shown,
    start,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


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
