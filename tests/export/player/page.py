"""A bare page around the guided session, and a visit to it with a fake clock, voice and beeps."""

from __future__ import annotations

from base64 import b64encode
from contextlib import contextmanager
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from spinecare import from_json
from spinecare.export.html.player import player
from spinecare.model import Journal
from tests.browsing import Seen, visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from spinecare.model import Plan

TUESDAY_EVENING = "2026-11-24T19:25:00"
"""Five minutes before the sample plan's stretch: 10 s to get ready, 85 s, 10 s, 60 s, 15 s."""

TUESDAY_MORNING = "2026-11-24T06:50:00"
"""Ten minutes before the neck session: relief 120 s (after 10 s to get ready), turns, presses."""

STRETCH = "lying-04-figure-four"

_NOTHING = "{}"
_KEPT = "() => { try { return JSON.stringify(localStorage); } catch { return '{}'; } }"
FAKES = """
window.heard = { said: [], hushed: [], beeps: [], lock: [] };
class FakeContext {
  currentTime = 0;
  destination = {};
  resume() { return Promise.resolve(); }
  createOscillator() {
    const frequency = {};
    return {
      frequency,
      connect: (next) => next,
      start: () => heard.beeps.push(frequency.value),
      stop() {},
    };
  }
  createGain() {
    const gain = { setValueAtTime() {}, linearRampToValueAtTime() {} };
    return { gain, connect: (next) => next };
  }
}
window.AudioContext = FakeContext;
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const speech = {
  speaking: false,
  pending: false,
  speak(words) {
    this.speaking = true;
    heard.said.push([words.text, words.lang, words.rate]);
  },
  cancel() {
    this.speaking = false;
    heard.hushed.push(heard.said.at(-1)[0]);
  },
};
Object.defineProperty(window, "speechSynthesis", { value: speech });
const wakeLock = {
  request: async () => {
    heard.lock.push("held");
    return {
      release: async () => { heard.lock.push("released"); },
      addEventListener: (_, act) => { heard.released = act; },
    };
  },
};
Object.defineProperty(navigator, "wakeLock", { value: wakeLock });
"""
"""Stand in for what a machine without speakers and screen lacks, and note what is asked of it."""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A plan</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<style>{css}</style>
</head>
<body>
<main><h1>A plan</h1>{html}</main>
<svg width="0" height="0" aria-hidden="true"><symbol id="fig-lying-04-figure-four" \
viewBox="0 0 40 20"><circle cx="20" cy="10" r="9"/></symbol></svg>
<script>{js}</script>
</body>
</html>
"""
_LOOK = """
body { margin: 1rem; font-family: sans-serif; line-height: 1.4; }
@media (prefers-color-scheme: dark) { body { background: #12161a; color: #f1f4f6; } }
"""


def write_page(plan: Plan, folder: Path) -> Path:
    """Write a page with the guided session of a plan, under the strictest policy it works with."""
    parts = player(plan)
    css = _LOOK + parts.css
    policy = f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(parts.js)}"
    path = folder / "session.html"
    text = _PAGE.format(policy=policy, css=css, html=parts.html, js=parts.js)
    path.write_text(text, encoding="utf-8")
    return path


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@contextmanager
def beside_the_mat(
    browser: Browser,
    path: Path,
    *,
    now: str = TUESDAY_EVENING,
    script: str = "",
    fakes: str = FAKES,
    **options: Any,
) -> Iterator[Page]:
    """Open a page at a moment, with a clock that stands until it is run.

    Whatever the page does, it asks for nothing and writes nothing to the console.
    """
    options = {"timezone_id": "Europe/Berlin", "viewport": {"width": 400, "height": 800}, **options}
    blank = path.with_name("blank.html")
    blank.write_text("<!DOCTYPE html><title>Not yet</title>", encoding="utf-8")
    with visit(browser, blank, **options) as (page, seen):
        page.add_init_script(fakes + script)
        moment = datetime.fromisoformat(f"{now}+01:00")
        page.clock.install(time=moment - timedelta(minutes=10))  # it runs until it is stopped
        page.clock.pause_at(moment)
        page.goto(path.as_uri())
        yield page
        assert seen == Seen()


def reload(page: Page) -> None:
    """Load the page again, with what it gave the browser to keep.

    Chromium 150 forgets all that a file has stored about once in two hundred times when it is
    loaded again in a context like ours. What was lost so is put back, and the page is loaded once
    more; what the page itself throws away stays thrown away.
    """
    kept = page.evaluate(_KEPT)
    page.reload()
    if kept != _NOTHING and page.evaluate(_KEPT) == _NOTHING:
        page.evaluate("kept => Object.assign(localStorage, JSON.parse(kept))", kept)
        page.reload()


def choose(page: Page | Locator, question: str, answer: str) -> None:
    """Choose an answer on a scale of pain."""
    _scale(page, question).get_by_role("radio", name=answer, exact=True).check()


def _scale(page: Page | Locator, question: str) -> Locator:
    return page.get_by_role("group", name=question)


def press(page: Page, name: str) -> None:
    """Press a button."""
    page.get_by_role("button", name=name, exact=True).click()


def start(page: Page, pain: str = "1") -> None:
    """Say how much it hurts, and start."""
    choose(page, "Your pain now", pain)
    press(page, "Start")


def run_for(page: Page, seconds: float) -> None:
    """Let time pass."""
    page.clock.run_for(round(seconds * 1000))


def shown(page: Page, name: str) -> str:
    """Return the text of a part of the guided session."""
    return page.locator(f"#gs-{name}").inner_text()


def heard(page: Page, what: str) -> list[Any]:
    """Return what was asked of the voice (`said`), the beeps or the screen's lock."""
    found: list[Any] = page.evaluate(f"heard.{what}")
    return found


def said(page: Page) -> list[str]:
    """Return the texts the voice was given."""
    return [text for text, _, _ in heard(page, "said")]


def journal(page: Page) -> Journal:
    """Return the journal that the page shows, read by the library."""
    return from_json(page.locator("#gs-json").input_value(), kind=Journal)
