"""The browser that tests look at pages with: the system's Chromium, driven by playwright.

Ask for the fixture `browser`, started once in each worker, and open pages by `visit`:

    from tests.browsing import visit

    def test_the_sheet_is_silent(browser: Browser, tmp_path: Path) -> None:
        path = tmp_path / "plan.html"
        path.write_text(sheet, encoding="utf-8")

        with visit(browser, path, color_scheme="dark") as (page, seen):
            page.get_by_role("button", name="Start").click()

        assert seen.requests == []
        assert seen.messages == []

Import `Browser` from `playwright.sync_api` under `TYPE_CHECKING`, since that takes half a second.
Keep what looks at one page in one file, so that one worker runs it. While a worker's browser is
open, `asyncio.run` refuses to work in that worker.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from tests.programs import program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

ARGUMENTS = (
    "--headless",
    "--no-sandbox",  # in a container the tests are root, and the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Seen:
    """What a page did beside showing itself; a good page leaves both empty."""

    requests: list[str] = field(default_factory=list)
    """Addresses it asked for, other than its own and those inside it (`data:`, `blob:`)."""
    messages: list[str] = field(default_factory=list)
    """What it wrote to the console, and errors of its scripts."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium once in a worker, or skip where there is none."""
    from playwright.sync_api import sync_playwright

    chromium = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS])
        yield started
        started.close()


@contextmanager
def visit(browser: Browser, path: Path, **options: Any) -> Iterator[tuple[Page, Seen]]:
    """Open a file in a context of its own (nothing stored, no network) and watch it from the start.

    Options go to `browser.new_context`: `viewport`, `color_scheme`, `java_script_enabled`, …
    """
    with browser.new_context(offline=True, **options) as context:
        page = context.new_page()
        seen = Seen()
        _watch(page, seen)
        page.goto(path.as_uri())
        yield page, seen


def _watch(page: Page, seen: Seen) -> None:
    def request(made: Request) -> None:
        own = made.is_navigation_request() and made.frame.parent_frame is None
        if not own and not made.url.startswith(("data:", "blob:")):
            seen.requests.append(made.url)

    def message(said: ConsoleMessage) -> None:
        seen.messages.append(f"{said.type}: {said.text}")

    def error(thrown: Error) -> None:
        seen.messages.append(f"pageerror: {thrown}")

    page.on("request", request)
    page.on("console", message)
    page.on("pageerror", error)
