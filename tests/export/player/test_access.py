"""The guided session for everyone: no barrier axe-core knows, at any size, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from spinecare import to_html
from tests.browsing import Seen, visit
from tests.export.hostile_texts import HOSTILE
from tests.export.player.page import (
    beside_the_mat,
    press,
    reload,
    run_for,
    shown,
    start,
    write_page,
)
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import empty_plan, sample_plan
from tests.programs import node_package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SIZES = {"phone": (360, 740), "landscape phone": (740, 360), "desktop": (1280, 800)}

GENTLE = "Gentle form: Half as far, no pull at the end."
"""What limits the stretch of the sample plan; the voice then says none of its own words."""


def states(page: Page) -> Iterator[str]:
    """Bring a page into each of its states, one after the other."""
    yield "choosing"
    press(page, "Start")
    yield "asked for pain"
    press(page, "Not today")
    start(page)
    run_for(page, 3)
    yield "getting ready"
    run_for(page, 22)
    yield "stretching"
    press(page, "Pause")
    yield "paused"
    press(page, "Stop: it hurts")
    yield "stopped"
    press(page, "Leave this exercise out and go on")
    press(page, "End")
    page.get_by_text("One exercise was different").click()
    yield "asked how it was"
    press(page, "Keep the answers")
    page.get_by_text("Show as text").click()
    page.clock.fast_forward("48:00:00")
    reload(page)
    yield "asked for the mornings"


def barriers(page: Page) -> list[str]:
    """Return what axe-core finds: rule and elements. It waits for timers, so the clock is run."""
    page.evaluate("found = null; axe.run().then((all) => { found = all.violations; }); undefined")
    while not page.evaluate("found !== null"):
        page.clock.run_for(20)
    found: list[dict[str, Any]] = page.evaluate("found")
    return [f"{one['id']}: {[node['html'] for node in one['nodes']]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_state_has_a_barrier_or_is_wider_than_its_screen(
    browser: Browser, path: Path, scheme: str, size: str
) -> None:
    """Names, roles, contrast, focus; and nothing to scroll sideways."""
    axe = (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    width, height = SIZES[size]
    screen: dict[str, Any] = {
        "viewport": {"width": width, "height": height},
        "color_scheme": scheme,
    }
    with beside_the_mat(browser, path, script=f"{axe}\nwindow.found = null;", **screen) as page:
        for state in states(page):
            assert barriers(page) == [], state
            assert page.evaluate("document.documentElement.scrollWidth") <= width, state
            stage = "document.getElementById('gs-stage')"
            assert page.evaluate(f"{stage}.scrollWidth <= {stage}.clientWidth"), state


@pytest.mark.parametrize("size", SIZES)
def test_what_leads_is_on_the_screen_without_scrolling(
    browser: Browser, path: Path, size: str
) -> None:
    """Seconds, kind, name, side, text and buttons fit each screen; none is under the buttons."""
    width, height = SIZES[size]
    with beside_the_mat(browser, path, viewport={"width": width, "height": height}) as page:
        start(page)
        run_for(page, 25)
        boxes = {
            name: page.locator(f"#gs-{name}").bounding_box()
            for name in ("seconds", "kind", "side", "name", "text", "breath", "reps", "pause")
        }

    for name, box in boxes.items():
        assert box is not None, name
        assert box["x"] >= 0, name
        assert box["y"] >= 0, name
        assert box["x"] + box["width"] <= width, name
        assert box["y"] + box["height"] <= height, name
    above = boxes["pause"]
    assert above is not None
    assert all(
        box["y"] + box["height"] <= above["y"] + 1
        for name, box in boxes.items()
        if box is not None and name != "pause"
    )


def test_what_changes_is_said_politely_and_not_each_second(browser: Browser, path: Path) -> None:
    """A screen reader hears what the voice says, and that it is paused."""
    count = """
        window.changes = [];
        document.addEventListener("DOMContentLoaded", () => {
          const live = document.getElementById("gs-live");
          const note = () => changes.push(live.textContent);
          new MutationObserver(note).observe(live, { childList: true });
        });
    """
    with beside_the_mat(browser, path, script=count) as page:
        start(page)
        run_for(page, 33)
        press(page, "Pause")

        assert page.locator("#gs-live").get_attribute("aria-live") == "polite"
        assert [text for text in page.evaluate("changes") if text] == [
            f"Next: Figure-four stretch, right side first. {GENTLE}",
            "Begin.",
            "Stretch. 10 seconds.",
            "Let go.",
            "Paused.",
        ]


def test_the_focus_goes_where_the_person_goes_on(browser: Browser, path: Path) -> None:
    """The pause button while it runs, the heading of each question, the answers at the end."""
    with beside_the_mat(browser, path) as page:
        focused: Callable[[], str] = lambda: page.evaluate("document.activeElement.id")  # noqa: E731
        press(page, "Start")
        asked = focused()
        press(page, "Not today")
        start(page)
        running = focused()
        press(page, "Stop: it hurts")
        hurt = focused()
        press(page, "Leave this exercise out and go on")
        again = focused()
        press(page, "End")
        after = focused()
        press(page, "Keep the answers")

        assert (asked, running, hurt) == ("gs-first-heading", "gs-pause", "gs-hurt-heading")
        assert (again, after) == ("gs-pause", "gs-after-heading")
        assert focused() == "gs-kept-heading"


def test_without_javascript_the_section_says_so(browser: Browser, path: Path) -> None:
    """And offers nothing that would not work."""
    with visit(browser, path, java_script_enabled=False) as (page, seen):
        assert page.get_by_text("needs JavaScript").is_visible()
        assert not page.get_by_role("button", name="Start").is_visible()

    assert seen == Seen()


def test_the_session_is_led_on_the_whole_page_with_its_pictures(
    browser: Browser, tmp_path: Path
) -> None:
    """The sheet's own policy lets it; the left side is shown in the mirror, without the badge."""
    path = tmp_path / "plan.html"
    path.write_text(to_html(sample_plan()), encoding="utf-8")
    with beside_the_mat(browser, path) as page:
        start(page)
        run_for(page, 25)
        use = page.locator("#gs-picture use")
        right = page.locator("#gs-picture svg").evaluate("svg => getComputedStyle(svg).transform")
        shape = use.evaluate("use => use.getBBox().width > 10 && use.getBBox().height > 10")
        run_for(page, 40)
        left = page.locator("#gs-picture svg").evaluate("svg => getComputedStyle(svg).transform")
        badge = use.evaluate("use => getComputedStyle(use).getPropertyValue('--fig-badge')")

    assert shape
    assert (right, left) == ("none", "matrix(-1, 0, 0, 1, 0, 0)")
    assert badge == "hidden"


def test_a_plan_without_sessions_says_so(browser: Browser, tmp_path: Path) -> None:
    """Nothing can be started."""
    with beside_the_mat(browser, write_page(empty_plan(), tmp_path)) as page:
        assert page.get_by_text("no session to be led through").is_visible()
        assert not page.get_by_role("button", name="Start").is_visible()


def test_the_section_is_not_printed(browser: Browser, path: Path) -> None:
    """Paper has the sheet."""
    with beside_the_mat(browser, path) as page:
        page.emulate_media(media="print")

        assert not page.locator("#guided-session").is_visible()


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", *HOSTILE[3:6]]
)
def test_hostile_names_are_shown_as_text(browser: Browser, tmp_path: Path, text: str) -> None:
    """On the page and on the stage; no script of theirs runs, nothing is fetched."""
    entries = tuple(attrs.evolve(entry, name=text) for entry in SMALL_CATALOGUE.entries)
    routines = tuple(attrs.evolve(routine, name=text) for routine in SMALL_CATALOGUE.routines)
    catalogue = attrs.evolve(SMALL_CATALOGUE, entries=entries, routines=routines)
    plan = attrs.evolve(sample_plan(), name=text, catalogue=catalogue)
    with beside_the_mat(browser, write_page(plan, tmp_path)) as page:
        start(page)
        run_for(page, 25)
        press(page, "End")
        press(page, "Keep the answers")

        name = page.locator("#gs-name").text_content()
        assert (name or "").replace(" ", "") == "".join(
            mark for mark in text if mark not in "\u202e\u202c "
        )
        assert text[:3] in shown(page, "session")
        assert page.locator("#guided-session :is(img, iframe, object)").count() == 0
