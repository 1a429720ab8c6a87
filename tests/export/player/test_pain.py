"""Pain in a guided session: asked before, stopped in the middle, answered at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spinecare import Person, Screening, make_plan
from spinecare.model import (
    Done,
    Pain,
    PainCharacter,
    Symptom,
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
    write_page,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


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
        reload(page)
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
