"""The page: one file that says all, fetches nothing, and lets no text out of its place."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from itertools import pairwise

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spinecare import to_html
from spinecare.export.html._figures import Pictures
from spinecare.export.html._markup import Markup
from spinecare.handout import handout
from spinecare.model import (
    Amendment,
    Cadence,
    Drawing,
    ExerciseId,
    Frame,
    Plan,
    SessionId,
    Source,
    SourceId,
    Step,
)
from tests.export.html_pages import PEOPLE, Page, example_plan, read, squeezed, texts
from tests.export.plan_strategies import plans
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import (
    empty_plan,
    plan_with_text,
    press,
    resting,
    revised_plan,
    sample_plan,
    stretch,
)
from tests.wording.small_plans import plan_of

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "-->", "<!--", "<![CDATA[", "&amp;", "&#60;", "&lt", '"', "'", "`", "a=b", "x onclick=y",
    "](javascript:alert(1))", "\ud800", "\x00", "\u202e", "\n\n", "}", "*/", "//", "{{ book }}",
    "url(#a)", "\\3c script", "x",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=4)), max_size=4).map("".join)


@pytest.fixture(scope="module")
def page() -> Page:
    """Return the page of the sample plan."""
    return read(to_html(sample_plan()))


def test_equal_plans_give_equal_pages() -> None:
    """Byte for byte, with a line break at the end."""
    text = to_html(sample_plan())

    assert text == to_html(sample_plan())
    assert text.startswith("<!doctype html>\n<html lang=en>")
    assert text.endswith("</html>\n")


@given(plans())
@settings(max_examples=8, deadline=None)
def test_the_page_says_everything_that_the_handout_says(plan: Plan) -> None:
    """Every text of it, whatever people wrote; without sessions there is little to say."""
    if plan.sessions:
        assert _missing(plan) == []


@pytest.mark.no_cover  # tests/README.md says why
@pytest.mark.parametrize("name", PEOPLE)
def test_the_page_says_everything_of_the_example_plans(name: str) -> None:
    """Two weeks each, with habits, breaks, findings of all weights."""
    assert _missing(example_plan(name, weeks=2)) == []


def _missing(plan: Plan) -> list[str]:
    """Return the texts of a handout that the page lacks."""
    shown = squeezed(_without_pictures(plan).text)
    missing = [text for text in texts(handout(plan)) if squeezed(text) not in shown]
    return [text for text in missing if text not in _told_otherwise(plan)]


def _told_otherwise(plan: Plan) -> set[str]:
    """Return what the page says in other places: boxes, times of breaks, many uses of a card."""
    page = handout(plan)
    boxes = {tick.text for card in page.cards for row in card.ticks for d in row.days for tick in d}
    uses = {place for card in page.cards for dose in card.doses for place in dose.places[6:]}
    return boxes | uses | {day.breaks for week in page.weeks for day in week.days}


def _without_pictures(plan: Plan) -> Page:
    """Return a page without pictures, which take long to draw and say nothing of people."""
    none = Pictures(symbols=Markup(""), css="", by_id={})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("spinecare.export.html._page.pictures", lambda *_: none)
        return read(to_html(plan))


def _of_text(text: str) -> Page:
    return _without_pictures(plan_with_text(text))


@given(TEXTS.filter(lambda text: bool(text.strip())))
@settings(max_examples=25, deadline=None)
@example("</script><script>alert(1)</script>")
@example("\x1b")
def test_no_text_breaks_out_of_its_place(text: str) -> None:
    """The page has the same elements, attributes, styles and scripts as with an innocent word."""
    innocent, hostile = _PAGES.setdefault("x", _of_text("x")), _of_text(text)

    assert hostile.tags == innocent.tags
    assert _names(hostile) == _names(innocent)
    assert (hostile.styles, hostile.scripts) == (innocent.styles, innocent.scripts)


_PAGES: dict[str, Page] = {}


def _names(page: Page) -> list[tuple[str, str]]:
    return [(element, name) for element, name, _ in page.attributes]


def test_hostile_text_is_shown_as_it_is() -> None:
    """Nothing is dropped but what cannot be seen."""
    told = read(to_html(plan_with_text('</script>&lt;b "x" \x00\u202ey'))).text

    assert told.count('</script>&lt;b "x" y') > 20


def test_the_page_fetches_nothing(page: Page) -> None:
    """No element that loads; every reference stays in the page, but links to sources."""
    assert not {"link", "base", "img", "iframe", "object", "embed", "video", "audio"} & {*page.tags}
    assert page.values("src") == []
    assert page.values("style") == []
    assert [name for _, name, _ in page.attributes if name.startswith("on")] == []
    assert not re.search(r"@import|url\((?!#)", "".join(page.styles))
    for element, name, value in page.attributes:
        if name == "href":
            assert value.startswith("#") or (element == "a" and value.startswith("https://"))


def test_the_policy_names_every_style_and_script_and_nothing_else(page: Page) -> None:
    """By hash; everything else is refused."""
    (policy,) = [v for e, k, v in page.attributes if (e, k) == ("meta", "content") and "src" in v]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert rules == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "img-src": "data:",
        "style-src": _hashes(page.styles),
        "script-src": _hashes(page.scripts),
    }


def _hashes(texts: list[str]) -> str:
    digests = (b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def test_every_reference_leads_somewhere(page: Page) -> None:
    """Ids are there once, and what is named by an id is there."""
    ids = page.values("id")
    named = [value.removeprefix("#") for value in page.values("href") if value.startswith("#")]
    named += [
        id for name in ("aria-labelledby", "for") for v in page.values(name) for id in v.split()
    ]
    named += re.findall(r"url\(#([\w-]+)\)", " ".join(value for _, _, value in page.attributes))

    assert len(ids) == len(set(ids))
    assert set(named) <= set(ids)


def test_headings_are_in_order(page: Page) -> None:
    """One of the first level, and no level left out on the way down."""
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    steps = [after - before for before, after in pairwise(levels)]
    assert max(steps) == 1


def test_there_is_a_box_for_each_session_and_for_each_exercise_in_it() -> None:
    """In the table of the week, and on the cards."""
    page = handout(sample_plan())
    html = read(to_html(sample_plan()))

    boxes = [
        value
        for element, name, value in html.attributes
        if (element, name) == ("input", "aria-labelledby")
    ]
    on_cards = sum(len(day) for card in page.cards for row in card.ticks for day in row.days)
    assert len(boxes) == len(page.log.rows) + on_cards


def test_a_long_plan_names_the_weeks_of_its_boxes() -> None:
    """A row for each; a plan of one week needs no name. Advice is told once."""
    long, short = read(to_html(sample_plan(3))), read(to_html(sample_plan()))

    assert "Week" in long.words
    assert "Week" not in short.words
    assert " (told above)" in long.words


def test_an_exercise_is_drawn_once_and_shown_where_it_is_named(page: Page) -> None:
    """On its card with the words for those who do not see it."""
    drawn = [value for value in page.values("id") if value.startswith("fig-")]
    shown = [value.removeprefix("#") for value in page.values("href") if value.startswith("#fig-")]

    assert drawn == [f"fig-{card.id}" for card in handout(sample_plan()).cards]
    assert set(shown) == set(drawn)
    assert len(shown) > len(drawn)
    assert all(page.values("aria-label"))


def test_the_left_side_is_shown_in_the_mirror() -> None:
    """Of one-sided work; on the card the right side stands."""
    left = to_html(plan_of((stretch("left"),)))
    right = to_html(plan_of((stretch("right"),)))

    assert left.count('class="thumb low left"') + left.count('class="thumb left"') == 1
    assert '"thumb left"' not in right
    assert "low left" not in right


def test_a_picture_that_cannot_be_drawn_is_left_out() -> None:
    """Its words stand."""
    faulty = Drawing(of=press().exercise, frames=(Frame(id="hold", hints="no such joint"),))
    plan = plan_of((press(),))
    plan = attrs.evolve(plan, catalogue=attrs.evolve(plan.catalogue, drawings=(faulty,)))

    told = to_html(plan)

    assert "fig-neck-4-front" not in told
    assert "Put a palm on your forehead." in told


def test_an_unknown_exercise_is_named_without_a_card() -> None:
    """The words of its id stand in its session."""
    step = Step(exercise=ExerciseId("unheard-of"), sides=("both",))

    told = read(to_html(plan_of((step,))))

    assert "Unheard of" in told.words
    assert "How to do each exercise" not in told.words


def test_an_empty_plan_gives_a_page_without_sessions() -> None:
    """With the stop signs, and without anything that needs a session."""
    told = read(to_html(empty_plan()))

    assert "Stop signs" in told.words
    assert "No session this week." in told.words
    assert not {"guided-session", "sessions", "exercises", "log"} & {*told.values("id")}


@pytest.mark.parametrize("signs", [(), ("chest pain",)])
@pytest.mark.parametrize("notice", ["", "It does not diagnose."])
def test_notice_and_stop_signs_stand_where_there_are_any(
    signs: tuple[str, ...], notice: str
) -> None:
    """One without the other too."""
    catalogue = attrs.evolve(SMALL_CATALOGUE, stop_signs=signs, notice=notice, sources=())

    told = _without_pictures(attrs.evolve(sample_plan(), catalogue=catalogue))

    assert ("stop-title" in told.values("id")) == bool(signs)
    assert ("notice" in told.values("class")) == bool(notice)
    assert "sources" not in told.values("id")


def test_what_has_no_timetable_is_told_by_itself() -> None:
    """With how often, and what to do."""
    habit = attrs.evolve(SMALL_CATALOGUE.routines[-1], cadence=Cadence(kind="in-passing"))
    catalogue = attrs.evolve(SMALL_CATALOGUE, routines=(*SMALL_CATALOGUE.routines[:-1], habit))

    told = _without_pictures(attrs.evolve(sample_plan(), catalogue=catalogue)).text

    assert "Desk breaks : when the occasion comes. What to do: Stand up and walk." in told


def test_a_revision_says_what_it_dropped() -> None:
    """Which it is, and what it does otherwise."""
    change = Amendment(
        kind="more",
        session=SessionId("s-20261127-1930"),
        exercise=ExerciseId("lying-04-figure-four"),
        name="Figure-four stretch",
        reason="It did no harm.",
        date=date(2026, 11, 27),
    )

    told = _without_pictures(attrs.evolve(revised_plan(), changes=(change,))).text

    assert "Changed since the plan before" in told
    assert "did no harm." in told
    assert "Revision 1, of Mon 23 Nov." in told
    assert "The session of Tue 24 Nov 19:30." in told


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://doi.org/10.1/x", ["https://doi.org/10.1/x"]),
        ("javascript:alert(1)", []),
        ("https://a.org/\"onclick='x'", []),
        ("", []),
    ],
)
def test_only_a_plain_web_address_is_a_link(url: str, links: list[str]) -> None:
    """Anything else stays text."""
    source = Source(id=SourceId("D-JUDGE"), title="A title", url=url)
    plan = attrs.evolve(sample_plan(), catalogue=attrs.evolve(SMALL_CATALOGUE, sources=(source,)))

    told = read(to_html(plan))

    assert [value for value in told.values("href") if not value.startswith("#")] == links
    assert f"A title. {url}".strip() in told.text


def test_what_a_session_needs_is_said_with_it() -> None:
    """Rests, notes, marks, rows that are done again."""
    told = read(to_html(plan_of((press(), resting(), *(stretch(),) * 3)))).text

    assert "Then rest: Loose sitting, 10 s." in told
    assert "half as far, no pull at the end." in told
    assert "gentle form" in told
    assert "Step 2: 3 times in a row." in told
