"""Voice, beeps and the light of the screen in a guided session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.export.player.page import (
    beside_the_mat,
    heard,
    press,
    reload,
    run_for,
    said,
    shown,
    start,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


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
        reload(page)
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
