"""The page in a real browser: on a phone, at a desk, in the dark, on paper."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from spinecare import to_html
from spinecare.handout import handout
from spinecare.model import Cadence
from tests.browsing import visit
from tests.export.html_pages import example_plan, squeezed
from tests.export.pdf_readers import beyond, pages
from tests.export.sample_plans import plan_with_text, revised_plan
from tests.programs import node_package

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from spinecare.handout import HandoutCard
    from spinecare.model import Plan

pytestmark = pytest.mark.no_cover  # tests/README.md says why

DESKTOP: dict[str, Any] = {"viewport": {"width": 1200, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
DARK: dict[str, Any] = {"color_scheme": "dark"}
UNFOLD = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return the desk worker's week: the one with most exercises."""
    return example_plan("desk-worker")


@pytest.fixture(scope="module")
def path(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write that week's page."""
    path = tmp_path_factory.mktemp("html") / "plan.html"
    path.write_text(to_html(plan), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def small_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a page of few sessions that has something of everything: axe reads it often."""
    plan = revised_plan()
    path = tmp_path_factory.mktemp("small") / "plan.html"
    habit = attrs.evolve(plan.catalogue.routines[-1], cadence=Cadence(kind="in-passing"))
    routines = (*plan.catalogue.routines[:-1], habit)
    catalogue = attrs.evolve(plan.catalogue, routines=routines)
    path.write_text(to_html(attrs.evolve(plan, catalogue=catalogue)), encoding="utf-8")
    return path


on_every_screen = pytest.mark.parametrize(
    ("options", "media"),
    [(DESKTOP, "screen"), ({**DESKTOP, **DARK}, "screen"), ({**PHONE, **DARK}, "screen"),
     (PHONE, "screen"), (DESKTOP, "print")],
    ids=["light", "dark", "dark phone", "phone", "print"],
)  # fmt: skip


def check_for_everyone(
    browser: Browser, path: Path, options: dict[str, Any], media: Any, *, of: str
) -> None:
    """Axe finds nothing in a part of the page with every fold open, and the page is silent.

    Nothing is fetched, nothing on the console, nothing wider than the screen.
    """
    axe = (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")

    with visit(browser, path, **options) as (page, seen):
        page.emulate_media(media=media)
        page.evaluate(UNFOLD)
        page.evaluate(axe)
        found = page.evaluate(f"axe.run({of})")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert [
        (rule["id"], node["html"], node["failureSummary"])
        for rule in found["violations"]
        for node in rule["nodes"]
    ] == []
    assert found["passes"]
    assert (seen.requests, seen.messages) == ([], [])
    assert wide <= 0


@on_every_screen
def test_axe_finds_nothing_and_the_page_is_silent(
    browser: Browser, small_path: Path, options: dict[str, Any], media: Any
) -> None:
    """But for the hidden shapes of pictures: they say nothing, and are many."""
    check_for_everyone(browser, small_path, options, media, of="{ exclude: ['.figures'] }")


def test_what_is_folded_on_the_screen_is_there_and_opens_at_a_link(
    browser: Browser, path: Path
) -> None:
    """The steps of a session unfold when its letter is followed; without scripts all is open."""
    with visit(browser, path, **PHONE) as (page, _):
        folds = page.locator("details.session")
        was_open = page.locator("details.session[open]").count()
        page.locator(".glance a", has_text="B").first.click()
        page.wait_for_selector("#session-B[open]")
        now_open = page.locator("details.session[open]").count()
        count = folds.count()
    with visit(browser, path, java_script_enabled=False) as (page, _):
        open_without = page.locator("details.session[open]").count()

    assert (was_open, now_open) == (0, 1)
    assert open_without == count > 5


def test_ticks_stay_on_the_device(browser: Browser, path: Path) -> None:
    """Each box by its session and its exercise; unticked again, it is forgotten."""
    with visit(browser, path, **DESKTOP) as (page, seen):
        page.locator(".glance input").nth(1).check()
        page.locator("#card-2 .ticks input").nth(3).check()
        page.locator("#card-2 .ticks input").nth(4).check()
        page.locator("#card-2 .ticks input").nth(4).uncheck()
        page.reload()
        ticked = page.locator("input[type=checkbox][aria-labelledby]:checked")
        names = [box.get_attribute("aria-labelledby") for box in ticked.all()]
        told = ticked.first.aria_snapshot()
        kept = page.evaluate("Object.keys(localStorage)")
        plan = page.evaluate("document.body.dataset.plan")

    assert names == ["t1", "t3"]
    assert kept == [f"spinecare:{plan}:ticks"]
    assert "Mon 23 Nov 20:00 B" in told
    assert seen.messages == []


def test_the_keyboard_gets_to_the_plan_at_once(browser: Browser, path: Path) -> None:
    """The first key leads past the links; where the focus is can be seen."""
    with visit(browser, path, **DESKTOP) as (page, _):
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.textContent")
        left = page.evaluate("document.activeElement.getBoundingClientRect().left")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = page.evaluate("document.activeElement.closest('main') !== null")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")

    assert (first, inside, outline) == ("Skip to the plan", True, "solid")
    assert left >= 0


def test_pictures_follow_light_dark_and_paper(browser: Browser, path: Path) -> None:
    """The same shapes, other colours; on paper always those of paper."""
    ink = "getComputedStyle(document.documentElement).getPropertyValue('--fig-ink')"
    found: list[str] = []
    for scheme, media in (("light", "screen"), ("dark", "screen"), ("dark", "print")):
        with visit(browser, path, color_scheme=scheme) as (page, _):
            page.emulate_media(media=media)  # type: ignore[arg-type]  # one of its words
            found.append(page.evaluate(ink))
            page.evaluate(UNFOLD)
            assert page.evaluate(_SHOWN) == []

    assert len(set(found)) == 3


_SHOWN = """[...document.querySelectorAll("svg.picture, svg.thumb")].filter((svg) => {
  const box = svg.querySelector("use").getBBox();
  return box.width < 5 || box.height < 5;
}).length ? ["empty pictures"] : []"""


def test_a_short_picture_looks_like_the_long_one(browser: Browser, path: Path, plan: Plan) -> None:
    """Drawn beside what `draw` returns, hardly a point differs: colours and shapes are the same."""
    from spinecare import draw

    ids = [card.id for card in handout(plan).cards[::4]]
    whole = {id: draw(id, catalogue=plan.catalogue, theme="print").svg for id in ids}
    with visit(browser, path, **DESKTOP) as (page, _):
        page.emulate_media(media="print")
        differences: dict[str, float] = page.evaluate(_COMPARE, whole)

    assert set(differences) == set(ids)
    assert max(differences.values()) < 0.012, differences


_COMPARE = """async (whole) => {
  const style = document.querySelector("style").textContent.match(/\\.f\\w+\\{[^}]*\\}/g).join("");
  const root = getComputedStyle(document.documentElement);
  const coloured = style.replace(/var\\((--fig-[\\w-]+)(?:,visible)?\\)/g, (_, name) =>
    root.getPropertyValue(name) || "visible");
  const points = async (svg) => {
    const image = new Image(700, 525);
    image.src = "data:image/svg+xml," + encodeURIComponent(svg);
    await image.decode();
    const canvas = new OffscreenCanvas(700, 525).getContext("2d");
    canvas.fillStyle = "#fff";
    canvas.fillRect(0, 0, 700, 525);
    canvas.drawImage(image, 0, 0, 700, 525);
    return canvas.getImageData(0, 0, 700, 525).data;
  };
  const found = {};
  for (const [id, svg] of Object.entries(whole)) {
    const symbol = document.getElementById(`fig-${id}`);
    const inner = [symbol.parentNode.querySelector("defs"), ...symbol.children].map((part) =>
      new XMLSerializer().serializeToString(part)).join("");
    const box = symbol.getAttribute("viewBox");
    const short = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><style>${coloured}` +
      `</style>${inner}</svg>`;
    const [a, b] = [await points(svg), await points(short)];
    let sum = 0;
    for (let place = 0; place < a.length; place++) sum += Math.abs(a[place] - b[place]);
    found[id] = sum / a.length / 255;
  }
  return found;
}"""


def test_hostile_names_run_nothing(browser: Browser, tmp_path: Path) -> None:
    """They are shown; no script runs, no request is made."""
    text = '</script><img src=x onerror="hacked=1"><svg onload=hacked=1>\'"javascript:hacked=1'
    path = tmp_path / "hostile.html"
    path.write_text(to_html(plan_with_text(text)), encoding="utf-8")

    with visit(browser, path) as (page, seen):
        title = page.title()
        heading = page.locator("h1").inner_text()
        hacked = page.evaluate("typeof hacked")

    assert (title, heading, hacked) == (text, text, "undefined")
    assert (seen.requests, seen.messages) == ([], [])


PAPERS = (
    ("desk-worker", "A4"),
    ("desk-worker", "Letter"),
    ("disc-herniation", "A4"),
    ("keen", "Letter"),
    ("older", "A4"),
)


@pytest.fixture(scope="module")
def paper(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], list[str]]:
    """Return the texts of the pages of weeks, printed."""
    folder = tmp_path_factory.mktemp("paper")
    found: dict[tuple[str, str], list[str]] = {}
    for name, size in PAPERS:
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(to_html(example_plan(name)), encoding="utf-8")
        with visit(browser, path) as (page, _):
            found[name, size] = _pages(page.pdf(format=size))
    return found


def _flat(text: str) -> str:
    """Return text without spaces and without hyphens, which break words at the end of a line."""
    return re.sub("[-\u00ad\u2010\ufffe\u0002]", "", squeezed(text))


def _pages(pdf: bytes) -> list[str]:
    """Return the text of each page without spaces; nothing may stand outside of the paper."""
    assert beyond(pdf, margin_pt=0) == ()
    return list(map(_flat, pages(pdf)))


@pytest.mark.parametrize(("name", "size"), PAPERS)
def test_no_card_splits_over_pages(
    paper: dict[tuple[str, str], list[str]], name: str, size: str
) -> None:
    """Each card begins, says its last and has its boxes on one page, in A4 and in Letter."""
    pages = paper[name, size]
    boxes = Counter[int]()

    for card in handout(example_plan(name)).cards:
        first, last = _flat(card.instruction)[:80], _flat(_last(card))[:30]
        (number,) = [number for number, text in enumerate(pages) if first in text]
        assert last in pages[number], card.name
        boxes[number] += bool(card.ticks)

    assert boxes == {number: pages[number].count("whendone") for number in boxes}


def _last(card: HandoutCard) -> str:
    """Return what a card says last."""
    return [card.instruction, *(mind.text for mind in card.minds), *card.numbers][-1]


@pytest.mark.parametrize(("name", "size"), PAPERS)
def test_the_first_page_has_the_week_and_the_stop_signs(
    paper: dict[tuple[str, str], list[str]], name: str, size: str
) -> None:
    """What hangs on the fridge; and what is folded on the screen is printed."""
    first, *others = paper[name, size]
    page = handout(example_plan(name))

    assert all(_flat(sign) in first for sign in page.stop_signs)
    for day in page.weeks[0].days:
        assert _flat(day.text) in first
        assert all(_flat(item.start + item.letter) in first for item in day.sittings)
    end = "".join(others[-3:])
    assert all(_flat(source.title)[:30] in end for source in page.sources)
    assert not re.search("Guidedsession|Tickwhendone$", first)
