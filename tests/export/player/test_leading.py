"""A guided session in a real browser, led by a fake clock from its start to its end."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from spinecare import cues, load_person, make_plan
from spinecare.model import (
    Done,
    Entry,
    ExerciseId,
    Pain,
    Planned,
    SessionId,
)
from spinecare.wording import clean
from tests.export.player.page import (
    STRETCH,
    TUESDAY_MORNING,
    beside_the_mat,
    choose,
    journal,
    press,
    run_for,
    said,
    shown,
    start,
    write_page,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


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
        noted(moment, "fetal-rest", planned=Planned(hold_s=60, duration_s=60)),
        noted(moment, STRETCH, planned=Planned(reps=2, hold_s=10, is_reduced=True, duration_s=79)),
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
