"""What a notebook shows of values: the two methods, called as a notebook calls them."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis.vendor.pretty import pretty  # IPython's own printer, as Hypothesis keeps it

from spinecare import (
    Catalogue,
    Exercise,
    Plan,
    Routine,
    Session,
    WeeklyPlan,
    calibration,
    load_catalogue,
    plot_response,
)
from spinecare.errors import InvalidValueError
from spinecare.model import ExerciseId, RoutineId
from spinecare.notebook import html_of, line_of, markdown_of
from spinecare.notebook.pictures import encoded
from tests.export.markdown_readers import READERS
from tests.export.sample_plans import (
    build_plan,
    closing,
    empty_plan,
    plan_with_text,
    revised_plan,
    rotation,
    sample_plan,
    session,
    stretch,
)
from tests.plots.plans import real_plan

CATALOGUE = load_catalogue()
HOSTILE = (
    "<script>alert(1)</script> & \"q\" 'q' | a\\|b **b** `c` [x](javascript:alert(1)) <b>b</b> \x00"
)
VALUES: dict[str, Plan | WeeklyPlan | Session | Exercise | Routine | Catalogue] = {
    "plan": real_plan(4),
    "week": real_plan(4).weeks[1],
    "session": real_plan(4).sessions[0],
    "longest session": max(real_plan(4).sessions, key=lambda session: len(session.steps)),
    "exercise": CATALOGUE.entry("yoga-pigeon-pose"),
    "routine": CATALOGUE.routine("neck"),
    "catalogue": CATALOGUE,
}


class Read(HTMLParser):
    """A page as a reader sees it, and whether every element is closed where it should be."""

    VOID = frozenset({"br", "img"})

    def __init__(self, html: str) -> None:
        """Read it at once."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.images: list[dict[str, str | None]] = []
        self.rows: list[list[str]] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        if tag == "img":
            self.images.append(dict(attrs))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last element."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text."""
        words = data.replace("\u00a0", " ")
        self.text += words
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += f"{' ' if self.rows[-1][-1] else ''}{words}"


def shown(value: Any) -> Read:
    """Return what a notebook shows."""
    return Read(_html(value))


@cache
def _html(value: Any) -> str:
    html: str = value._repr_html_()
    return html


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_everything_is_shown_by_a_small_page_of_plain_elements(value: Any) -> None:
    """One `div` below 60 kB: no script, no style sheet, no id that another output might have."""
    html = _html(value)

    page = shown(value)
    allowed = {"div", "p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "br"}
    allowed |= {"caption"}
    assert html[:4] + html[-6:] == "<div</div>"
    assert len(html.encode()) <= 60_000
    assert set(page.tags) <= allowed | {"img"}
    assert page.names <= {"style", "scope", "aria-label", "src", "alt", "width", "height"}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_colours_are_those_of_the_page_around(value: Any) -> None:
    """Light or dark: no word has a colour of its own, and only pictures stand on white."""
    html = re.sub("<img[^>]*>", "", _html(value))

    assert not re.search(r"(?<![-a-z])color:|background:(?!transparent)|#[0-9a-f]{3}", html)


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_every_picture_is_whole_and_has_its_words(value: Any) -> None:
    """A picture is inside the page, so nothing is fetched; what it shows is told."""
    for image in shown(value).images:
        kind, svg = unquote(image["src"] or "").split(",", 1)

        root = ET.fromstring(svg)  # noqa: S314  our own text
        assert kind == "data:image/svg+xml"
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert len(image["alt"] or "") > 20
        assert int(image["width"] or 0) * 0.3 < int(image["height"] or 0)
        assert "aria-labelledby" not in root.attrib


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_markdown_is_a_title_and_tables_in_every_reader(value: Any, reader: str) -> None:
    """GitHub, markdown-it and MkDocs show as many rows as HTML has, and no mark of Markdown."""
    page = READERS[reader](value._repr_markdown_())

    assert page.tags.count("tr") == shown(value).tags.count("tr")
    assert page.tags[:2] == ["p", "strong"]
    assert not re.search(r"\*\*|\|", page.text)


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_the_same_value_is_shown_by_the_same_bytes(value: Any) -> None:
    """A notebook that is run again does not change."""
    assert html_of(value) == _html(value)
    assert markdown_of(value) == markdown_of(value) == value._repr_markdown_()


@pytest.mark.parametrize("weeks", [52, 12])
def test_plans_of_many_weeks_stay_small(weeks: int) -> None:
    """Weeks that repeat others have a short row."""
    html = _html(real_plan(weeks))

    assert len(html.encode()) <= 60_000
    assert "as\u00a0week" in html


def test_every_session_of_a_plan_is_in_its_week() -> None:
    """Start and letter of each, under its weekday; the letters are told below."""
    plan = sample_plan()

    head, week, *letters = shown(plan).rows
    starts = re.findall(r"\d\d:\d\d", " ".join(week))
    assert head == ["Week", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert starts == [f"{session.start:%H:%M}" for session in plan.sessions]
    assert week[7] == "–"
    used = set(re.findall(r"\d\d:\d\d ([A-Z])", " ".join(week)))
    assert {row[0] for row in letters[1:]} == used


def test_weeks_in_turn_that_repeat_one_week_share_a_row() -> None:
    """`2 to 4` as week 1."""
    day = sample_plan().days[1]
    plan = build_plan(
        lambda date: attrs.evolve(
            day,
            date=date,
            sessions=(session(date, "07:00", (rotation(),)),),
            desk_breaks=(),
        ),
        weeks=4,
    )

    rows = shown(plan).rows

    assert rows[2][:2] == ["2 to 4", "as week 1"]


def test_a_plan_tells_breaks_findings_and_revision() -> None:
    """In a line each; the findings themselves are asked for by name."""
    page = shown(sample_plan())

    assert "Breaks from sitting: " in page.text
    assert "plan.findings" in page.text
    assert "Revision" not in page.text
    assert f"Revision {revised_plan().revision}." in shown(revised_plan()).text


def test_a_plan_without_sessions_or_weeks_says_so() -> None:
    """No table without rows."""
    none = attrs.evolve(empty_plan(), weeks=(), findings=(), name="")

    assert "no sessions" in shown(empty_plan()).text
    assert shown(none).text == "PlanNo week is planned."
    assert not shown(none).rows


def test_a_week_has_a_row_for_each_session_and_free_day() -> None:
    """The length in all is rounded up to the minute, as a calendar does."""
    week = sample_plan().weeks[0]

    rows = shown(week).rows[1:]

    starts = [row[1] for row in rows if row[1] != "–"]
    assert starts == [f"{session.start:%H:%M}" for session in week.sessions]
    assert [row[2] for row in rows].count("free") == 1
    assert rows[0][5] == "4"
    assert shown(empty_plan().weeks[0]).text.count("free") == 7
    assert re.search(r"\d sessions, .*min in all\.", shown(week).text)


def test_a_session_is_its_numbered_steps_with_dose_and_length() -> None:
    """Side, repetitions, hold, what is gentle and what is new."""
    value = session(sample_plan().start, "07:00", (rotation(), stretch(), *closing()))

    rows = shown(value).rows

    assert [row[0] for row in rows] == ["№", "1", "2", "3", "4"]
    assert rows[1][2] == "Neck rotation"
    assert "starting left" in rows[1][3]
    assert rows[1][3].endswith("new")
    assert "gentle form" in rows[2][3]
    assert "half as far, no pull at the end" in rows[2][3]
    assert rows[1][4] == "1 min 10 s"


def test_resting_poses_and_rows_done_again_stand_with_their_step() -> None:
    """They have no number of their own, as in Markdown."""
    rested = markdown_of(sample_plan().sessions[0])
    repeated = markdown_of(VALUES["longest session"])

    assert "then rest: Sitting at ease, 10 s" in rested
    assert re.search(r"; steps \d+ to \d+: 3 times in a row", repeated)


def test_a_session_of_few_steps_shows_each_and_a_long_one_says_what_is_missing() -> None:
    """Steps of routines come first; the rest is a call away."""
    few = session(sample_plan().start, "07:00", (rotation(), *closing()))
    many = VALUES["longest session"]

    assert len(shown(few).images) == 1  # the sample's closing is none of the catalogue's
    assert 3 <= len(shown(many).images) < 8
    assert "draw(session)" in shown(many).text


def test_what_no_catalogue_knows_is_shown_by_its_id() -> None:
    """An exercise of one's own has no picture here, but its place."""
    mine = attrs.evolve(rotation(), exercise=ExerciseId("my-own-bend"), routine=RoutineId("my-own"))

    page = shown(session(sample_plan().start, "07:00", (mine,)))

    assert "My own bend" in page.text
    assert "– My own" in page.text
    assert not page.images


def test_a_session_without_steps_or_routines_is_shown() -> None:
    """Nothing to number, nothing to leave out."""
    page = shown(session(sample_plan().start, "07:00", ()))

    assert "No routine" in page.text
    assert not page.rows
    assert "draw(session)" not in page.text


def test_an_exercise_is_its_picture_its_instruction_and_its_facts() -> None:
    """With the spans of the catalogue, what it needs, and what to mind."""
    page = shown(CATALOGUE.entry("pulse-pull-up"))

    facts = dict(row for row in page.rows if len(row) == 2)
    assert len(page.images) == 1
    assert CATALOGUE.entry("pulse-pull-up").instruction in page.text
    assert {"Kind", "For", "Sides", "Dose", "Needs"} <= set(facts)
    assert "reps" in facts["Dose"]


def test_every_entry_of_the_catalogue_can_be_shown() -> None:
    """With its name and its facts; that each can be drawn is tested with the figures."""
    for entry in CATALOGUE.entries:
        text = markdown_of(entry)

        assert text.startswith("**")
        assert "| Sides " in text


def test_markdown_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not shown takes no time."""
    monkeypatch.setattr("spinecare.notebook.names.draw", None)

    for value in VALUES.values():
        assert markdown_of(value)


def test_a_picture_with_both_kinds_of_quotes_is_whole() -> None:
    """Plots have single quotes in the names of their fonts."""
    plot = plot_response(calibration("local-muscle").model)

    root = ET.fromstring(unquote(encoded(plot).split(",", 1)[1]))  # noqa: S314  our own text
    assert len(list(root.iter())) == len(list(ET.fromstring(plot.svg).iter())) - 2  # noqa: S314


def test_a_routine_lists_its_exercises_in_order_with_their_stages() -> None:
    """Neck 4 and 5 join after two weeks."""
    rows = shown(CATALOGUE.routine("neck")).rows[1:]

    assert [row[2] for row in rows] == list(CATALOGUE.routine("neck").entries)
    assert [row[3] for row in rows] == ["at once"] * 3 + ["after 14 days"] * 2
    assert not shown(CATALOGUE.routine("lifestyle")).rows


def test_a_catalogue_is_counted_and_lists_its_routines_by_id() -> None:
    """What it has none of is not told."""
    page = shown(CATALOGUE)

    assert f"{len(CATALOGUE.exercises)} exercises, {len(CATALOGUE.variants)} variants" in page.text
    assert [row[1] for row in page.rows[1:]] == [routine.id for routine in CATALOGUE.routines]
    assert shown(Catalogue()).text == "CatalogueIt is empty."


def test_hostile_texts_come_out_as_text() -> None:
    """In HTML and in all readers of Markdown: no element, no link, no cell more than there is."""
    plan = plan_with_text(HOSTILE)
    values = (plan, plan.weeks[0], *plan.sessions[:2], *plan.catalogue.entries[:2])

    for value in (*values, *plan.catalogue.routines[:2], plan.catalogue):
        page = shown(value)
        assert not {"script", "b", "a"} & set(page.tags)
        for reader in READERS.values():
            read = reader(value._repr_markdown_())
            assert not {"script", "b", "a", "img"} & set(read.tags)
            assert not any("javascript" in link for link in read.links)
    assert "<script>alert(1)</script>" in shown(plan).text


@pytest.mark.parametrize("name", ["plan", "week", "session", "catalogue"])
def test_the_text_beside_a_table_is_short(name: str) -> None:
    """A notebook keeps it too: Markdown, where the `repr` of a plan is megabytes."""
    value = VALUES[name]

    assert pretty(value) == markdown_of(value).rstrip("\n")
    assert len(pretty(value)) < 8_000


def test_values_inside_others_are_a_line_each() -> None:
    """A row of sessions stays readable."""
    sessions = sample_plan().sessions[:2]

    assert pretty(sessions).splitlines() == [
        "(<Session: Mon 23 Nov, 07:00 – Neck pain exercises>,",
        " <Session: Tue 24 Nov, 07:00 – Neck pain exercises>)",
    ]
    assert line_of(sample_plan().weeks[0]) == "<WeeklyPlan: Week 1, 23 to 29 Nov>"


def test_what_is_no_such_value_is_refused() -> None:
    """The functions are public, so they say what they take."""
    with pytest.raises(InvalidValueError) as refusal:
        html_of("plan")  # type: ignore[arg-type]

    assert str(refusal.value).startswith("value must be a Plan or WeeklyPlan or Session or ")
    assert (refusal.value.field, refusal.value.got) == ("value", "'plan'")


def test_the_model_does_not_load_the_notebook_until_it_is_asked() -> None:
    """Values stay light: the import waits inside the two methods."""
    code = (
        "import sys; from spinecare import Catalogue; c = Catalogue();"
        "assert 'spinecare.notebook' not in sys.modules; c._repr_html_();"
        "assert 'spinecare.notebook' in sys.modules"
    )

    subprocess.run([sys.executable, "-I", "-c", code], check=True)
