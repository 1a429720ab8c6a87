"""What the device keeps of a guided session: its place, its answers, nothing of others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinecare.model import (
    Done,
    Pain,
)
from tests.export.player.page import (
    TUESDAY_MORNING,
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

    from playwright.sync_api import Browser


def test_a_reload_in_the_middle_goes_on_where_one_was(browser: Browser, path: Path) -> None:
    """The session stands at its place until the person says go; pain is not asked again."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        reload(page)

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
            reload(page)
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
        reload(page)
        press(page, "Go on where you left off")
        press(page, "Not today")

        assert shown(page, "after-heading") == "How was it?"


def test_on_another_day_a_session_can_only_be_ended(browser: Browser, path: Path) -> None:
    """And there is no way back from its questions."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        page.clock.fast_forward("48:00:00")
        reload(page)

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
        reload(page)
        press(page, "End it here")

        assert not page.get_by_role("button", name="Back to the session").is_visible()


def test_a_reload_in_the_questions_asks_them_again(browser: Browser, path: Path) -> None:
    """A session that has ended stays one that has ended."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 190)
        reload(page)
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
            reload(page)
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
        reload(page)

        assert not page.get_by_role("button", name="Go on where you left off").is_visible()


def test_the_two_mornings_are_asked_when_they_have_come(browser: Browser, path: Path) -> None:
    """Each is an entry of its own, written when it was answered."""
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 190)
        press(page, "Keep the answers")

        assert page.get_by_label("Pain the next morning").count() == 0

        page.clock.fast_forward("12:00:00")
        reload(page)

        assert page.get_by_label("Pain the morning after that").count() == 0

        page.get_by_label("Pain the next morning").select_option("3")
        page.clock.fast_forward("24:00:00")
        reload(page)
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
        reload(page)

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
        reload(page)
        later = page.evaluate("document.getElementById('gs-session').selectedOptions[0].text")

    assert first == "Tue 24 Nov 19:30: Lying stretches"
    assert after == "Tue 24 Nov 07:00: Neck exercises"
    assert later == "Wed 25 Nov 07:00: Neck exercises"
