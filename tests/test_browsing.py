from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browsing import visit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_what_a_page_fetches_and_says_is_seen(browser: Browser, tmp_path: Path) -> None:
    """A test that counts on silence must hear noise: pictures, the console, broken scripts."""
    path = tmp_path / "noisy.html"
    path.write_text(
        '<img src="missing.png" alt=""><script>console.log("hello"); nothing()</script>',
        encoding="utf-8",
    )

    with visit(browser, path) as (page, seen):
        page.wait_for_load_state("networkidle")

    assert seen.requests == [(tmp_path / "missing.png").as_uri()]
    assert "log: hello" in seen.messages
    assert any(text.startswith("pageerror: ") for text in seen.messages)


def test_a_page_that_brings_everything_is_silent(browser: Browser, tmp_path: Path) -> None:
    """Opening the file, and what stands inside it, are no requests."""
    path = tmp_path / "quiet.html"
    dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"
    path.write_text(f'<!doctype html><title>Quiet</title><img src="{dot}" alt="">')

    with visit(browser, path, color_scheme="dark") as (page, seen):
        dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")

    assert dark
    assert seen.requests == []
    assert seen.messages == []


def test_each_visit_begins_with_nothing_stored(browser: Browser, tmp_path: Path) -> None:
    """Tests that share a browser share no memory."""
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><title>Page</title>")
    with visit(browser, path) as (page, _):
        page.evaluate("localStorage.setItem('kept', 'yes')")

    with visit(browser, path) as (page, _):
        kept = page.evaluate("localStorage.getItem('kept')")

    assert kept is None
