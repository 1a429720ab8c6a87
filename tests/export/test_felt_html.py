"""How it felt, on the page: the words, the picture, and that nothing else changes."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from spinecare import Journal, load_catalogue, plot_pain, to_html
from spinecare.handout import handout
from spinecare.model import Symptom
from spinecare.wording import clean
from tests.browsing import visit
from tests.export.felt_journals import CALM, lived_journal, noted
from tests.export.html_pages import read, squeezed, texts
from tests.export.pdf_readers import pages
from tests.export.sample_plans import plan_with_text, revised_plan, sample_plan
from tests.export.test_html_browser import DARK, PHONE, check_for_everyone, on_every_screen

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from spinecare.model import Plan


def signs_too() -> Journal:
    """Return the two weeks with a sign."""
    return lived_journal().with_entries(noted(None, -8, symptoms=[Symptom.NUMBNESS]))


def many() -> Journal:
    """Return six weeks with so many exercises that not all are shown."""
    ids = [entry.id for entry in load_catalogue().exercises[:12]]
    return Journal(
        entries=[
            noted(id, day, **CALM | {"during": (day + number) % 5})
            for number, id in enumerate(ids)
            for day in range(-42, -1)
        ]
    )


def without_policy(html: str) -> str:
    """Return a page without the hash of its style, which differs with every style."""
    return re.sub(r"style-src &#x27;sha256-[^&]*&#x27;", "", html)


@pytest.mark.parametrize("plan", [sample_plan(), revised_plan()])
def test_a_journal_adds_its_section_and_its_style_and_nothing_else(plan: Plan) -> None:
    """What is said without it stays as it is, to the letter."""
    plain = to_html(plan)

    told = to_html(plan, journal=signs_too())

    for added in (
        r"<li><a href=#(?:felt|signs)>[^<]*</a>",
        r"<section id=signs .*?</section>",
        r"<section id=felt .*?</section>",
        r"#signs\{margin-top.*?(?=</style>)",
    ):
        told, count = re.subn(added, "", told, flags=re.DOTALL)
        assert count in (1, 2)
    assert without_policy(told) == without_policy(plain)
    assert "felt" not in plain


def test_the_page_says_what_the_handout_says_and_shows_the_rest() -> None:
    """Every text but the numbers by day, which the picture shows."""
    plan, journal = sample_plan(), signs_too()
    told = handout(plan, journal=journal).felt
    assert told is not None
    words = attrs.evolve(told, pains=attrs.evolve(told.pains, rows=(), columns=(), reading=""))

    page = read(to_html(plan, journal=journal))

    shown = squeezed(page.text)
    assert [text for text in texts(words) if squeezed(text) not in shown] == []
    assert [row.name for row in told.pains.rows if squeezed(row.name) not in shown] == []


def test_the_picture_is_that_of_plot_pain_with_names_for_all() -> None:
    """What it says to those who do not see it, too; an exercise of nobody's by its id's words."""
    plan, journal = sample_plan(), lived_journal()
    told = handout(plan, journal=journal).felt
    assert told is not None

    html = to_html(plan, journal=journal)

    (words,) = re.findall(r"<desc id=\"p-d\">(.*?)</desc>", html)
    assert re.findall(r"(?:^|\. )([^:]*): ", words) == [row.name for row in told.pains.rows]
    assert "Neck side-bend: " in words
    assert "My own stretch: " in words
    drawn = plot_pain(journal, plan=plan)
    bars = re.findall(r'data-of="during"[^>]* d="([^"]*)"', drawn.svg)
    assert len(bars) == 5
    assert all(f'd="{shape}"' in html for shape in bars)


def test_a_whole_session_of_the_plan_is_drawn_in_each_of_its_exercises() -> None:
    """As it counts in the verdicts."""
    plan = sample_plan()
    entry = attrs.evolve(noted(None, 0, during=3), session=plan.sessions[0].id)

    html = to_html(plan, journal=Journal(entries=[entry]))

    (words,) = re.findall(r"<desc id=\"p-d\">(.*?)</desc>", html)
    assert "Neck rotation: during 3 at last" in words
    assert "Neck press against the hand, front: during 3 at last" in words


def test_only_names_of_the_built_in_catalogue_come_from_there() -> None:
    """A plan's own name for an exercise goes before."""
    plan = plan_with_text("Mine")

    html = to_html(plan, journal=lived_journal())

    (words,) = re.findall(r"<desc id=\"p-d\">(.*?)</desc>", html)
    assert "Mine: " in words
    assert "Neck side-bend: " in words
    assert "Neck rotation: " not in words


def test_the_policy_of_the_page_lets_its_colours_in_and_no_other() -> None:
    """They are part of its one style; nothing has a style of its own."""
    page = read(to_html(sample_plan(), journal=signs_too()))

    (policy,) = [v for e, k, v in page.attributes if (e, k) == ("meta", "content") and "src" in v]
    (style,) = page.styles
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert page.values("style") == []
    assert not {"img", "link", "iframe", "image"} & {*page.tags}
    assert (
        "round{fill:#1c2128}"
        in style.partition("@media screen and (prefers-color-scheme:dark){.p-g")[2]
    )


def test_every_class_of_the_picture_has_a_colour_and_none_is_without_use() -> None:
    """In light and in dark."""
    page = read(to_html(sample_plan(), journal=signs_too()))

    used = {value for value in page.values("class") if value.startswith("p-")}
    coloured = re.findall(r"\.(p-[\w-]+)\{", page.styles[0])
    assert set(coloured) == used
    assert len(coloured) == 2 * len(used)


def test_ids_stand_once_and_headings_in_order() -> None:
    """Those of the picture are no others'."""
    page = read(to_html(sample_plan(), journal=signs_too()))
    ids = page.values("id")
    named = re.findall(r"url\(#([\w-]+)\)", " ".join(page.values("fill")))
    named += [id for value in page.values("aria-labelledby") for id in value.split()]
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]

    assert len(ids) == len(set(ids))
    assert set(named) <= set(ids)
    assert max(after - before for before, after in pairwise(levels)) == 1


def test_signs_stand_before_the_stop_signs() -> None:
    """Nobody has to look for them; without any there is no such place."""
    with_signs = to_html(sample_plan(), journal=signs_too())
    without = to_html(sample_plan(), journal=lived_journal())

    assert with_signs.index("id=signs ") < with_signs.index("id=stop ")
    assert "id=signs " not in without


def test_an_empty_journal_is_a_sentence_without_picture() -> None:
    """No empty table, no empty frame."""
    html = to_html(sample_plan(), journal=Journal())

    assert "Nothing is noted yet." in html
    assert "class=verdicts" not in html
    assert "<svg" not in html[html.index("<section id=felt") :]


@pytest.mark.parametrize(
    "text", ["</style><script>alert(1)</script>", "]]>", "\ud800", "&lt", ' style="a"']
)
def test_no_name_breaks_out_of_the_table_or_the_picture(text: str) -> None:
    """The page has the same elements, styles and scripts as with an innocent name."""
    hostile, innocent = (
        read(to_html(plan_with_text(one), journal=signs_too())) for one in (f"x{text}", "x")
    )

    assert hostile.tags == innocent.tags
    assert hostile.scripts == innocent.scripts
    assert hostile.styles == innocent.styles
    told = hostile.text.partition("Where each exercise stands")[2].partition("Left out")[0]
    assert told.count(clean(text)) == 4 + 2 * 3  # verdicts; panels and their words


def test_equal_journals_give_equal_pages() -> None:
    """In whatever order their entries came."""
    turned = Journal(entries=signs_too().entries[::-1])

    assert to_html(sample_plan(), journal=signs_too()) == to_html(sample_plan(), journal=turned)


def test_the_section_is_small() -> None:
    """Six weeks with eight exercises in the picture add less than 48 kB."""
    plan = sample_plan()

    added = len(to_html(plan, journal=many()).encode()) - len(to_html(plan).encode())

    assert added <= 48_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a page with all there is to tell."""
    path = tmp_path_factory.mktemp("felt") / "plan.html"
    journal = signs_too().merged(many())
    path.write_text(to_html(sample_plan(), journal=journal), encoding="utf-8")
    return path


@on_every_screen
def test_axe_finds_nothing_and_the_page_is_silent(
    browser: Browser, path: Path, options: dict[str, Any], media: Any
) -> None:
    """The picture included."""
    check_for_everyone(browser, path, options, media, of="{ include: [['#felt'], ['#signs']] }")


GROUND = "getComputedStyle(document.querySelector('.p-ground')).fill"


@pytest.mark.parametrize(
    ("media", "is_light"), [("screen", False), ("print", True)], ids=["screen", "print"]
)
def test_the_picture_is_dark_on_a_dark_screen_and_light_on_paper(
    browser: Browser, path: Path, media: Any, is_light: bool
) -> None:
    """Whatever the screen is."""
    with visit(browser, path, **DARK) as (page, _):
        page.emulate_media(media=media, color_scheme="dark")
        ground = page.evaluate(GROUND)

    assert (ground == "rgb(255, 255, 255)") == is_light


def test_a_phone_reads_verdicts_one_below_the_other(browser: Browser, path: Path) -> None:
    """With the names of the columns before them; a screen reader still finds a table."""
    with visit(browser, path, **PHONE) as (page, _):
        row = page.locator(".verdicts tbody tr").first
        cells = row.locator("th, td").all()
        lefts = {cell.evaluate("cell => cell.getBoundingClientRect().x") for cell in cells}
        told = page.locator(".verdicts").aria_snapshot()

    assert len(lefts) == 1
    assert told.startswith("- table")
    assert "columnheader" in told


def test_on_paper_the_picture_stands_whole_under_its_heading(browser: Browser, path: Path) -> None:
    """No page ends between them."""
    half_a_page = """
        const verdicts = document.querySelector(".verdicts");
        verdicts.replaceChildren(verdicts.tBodies[0].rows[0]);
        Object.assign(verdicts.style, { breakBefore: "page", height: "130mm" });
    """
    with visit(browser, path) as (page, _):
        page.evaluate(half_a_page)
        pdf = page.pdf(prefer_css_page_size=True)

    (place,) = [text for text in pages(pdf) if squeezed("Pain over time") in text]
    assert squeezed("worse morning") in place
    assert squeezed("not shown, with pain of") in place


def test_what_a_policy_tolerates_is_told_by_it() -> None:
    """The verdicts are those of the policy that the plan was made by."""
    journal = Journal(entries=[noted("neck-2-rotation", -3, **CALM | {"before": 2, "during": 4})])

    assert ">a step easier" in to_html(sample_plan(), journal=journal)
    assert ">the same dose again, not as far" in to_html(
        sample_plan(), journal=journal, policy="monitored"
    )
