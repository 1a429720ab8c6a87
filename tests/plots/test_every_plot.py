"""What holds for every plot: well-formed, safe, readable, the same each time."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spinecare import Figure, calibration, plot_load, plot_minutes, plot_pain, plot_response
from spinecare.errors import InvalidValueError
from spinecare.plots.canvas import number
from spinecare.plots.inks import GROUND, LINE_INKS, MARK_INKS, PATTERNS, TEXT_INKS, Ink
from spinecare.plots.scale import Scale, rounded_up, ticks
from tests.export.sample_plans import empty_plan, plan_with_text, sample_plan
from tests.plots.journals import six_weeks
from tests.plots.plans import real_plan
from tests.plots.seen import root, texts

LOCAL = calibration("local-muscle").model
PLOTS: dict[str, Callable[[str], Figure]] = {
    "response": lambda prefix: plot_response(LOCAL, id_prefix=prefix),
    "minutes": lambda prefix: plot_minutes(sample_plan(), id_prefix=prefix),
    "load": lambda prefix: plot_load(sample_plan(), id_prefix=prefix),
    "pain": lambda prefix: plot_pain(six_weeks(), id_prefix=prefix),
    "year": lambda prefix: plot_minutes(real_plan(4), id_prefix=prefix),
}
HOSTILE = "<script>alert(1)</script> ]]> &amp; \"'\x00\x1b\ud800 \u202e"


@pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)
def test_a_plot_is_one_picture_with_its_words(plot: Callable[[str], Figure]) -> None:
    """A screen reader finds title and description; nothing is fetched and nothing runs."""
    figure = plot("")

    svg = root(figure)
    ids = {element.get("id"): element for element in svg.iter() if element.get("id")}
    labels = [ids[id] for id in svg.attrib["aria-labelledby"].split()]
    assert svg.attrib["role"] == "img"
    assert [label.text for label in labels] == [figure.title, figure.description]
    assert svg.attrib["viewBox"] == f"0 0 {figure.width} {figure.height}"
    assert not re.search(r"<script|<image|href|https?://(?!www\.w3\.org/2000/svg)", figure.svg)


@pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)
def test_the_same_input_gives_the_same_bytes(plot: Callable[[str], Figure]) -> None:
    """A notebook that is run again does not change."""
    assert plot("").svg == plot("").svg
    assert plot("one-").svg.replace("one-", "two-") == plot("two-").svg


@pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)
def test_all_ids_and_classes_bear_the_prefix(plot: Callable[[str], Figure]) -> None:
    """Two plots on one page do not colour each other."""
    svg = plot("mine-").svg

    names = re.findall(r'(?:id|class)="([^"]+)"|url\(#([^)]+)\)|\.([a-z][\w-]*)\{', svg)
    assert len(names) > 20
    assert all("".join(found).startswith("mine-") for found in names)


def test_different_plots_have_different_prefixes() -> None:
    """Also without being told."""
    found = {re.findall(r'aria-labelledby="(\w+-)', plot("").svg)[0] for plot in PLOTS.values()}

    assert len(found) == len(PLOTS)


@pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)
def test_a_prefix_that_ids_cannot_begin_with_is_refused(plot: Callable[[str], Figure]) -> None:
    """It would be written into the picture as it is."""
    with pytest.raises(InvalidValueError, match="id_prefix"):
        plot('"><script>')


@settings(max_examples=20)
@given(name=st.text(max_size=80))
@example(name=HOSTILE)
@example(name="x" * 10_000)
def test_whatever_a_plan_is_called_the_plots_are_well_formed(name: str) -> None:
    """Every name comes out as text, cut where it is long; what XML cannot hold is replaced."""
    plan = attrs.evolve(empty_plan(), name=name)

    for figure in (plot_minutes(plan), plot_load(plan)):
        heading = texts(figure)[0]
        assert len(heading) <= 90
        assert "\n" not in heading
        assert not re.search("<(script|img)", figure.svg)


def test_hostile_texts_of_a_catalogue_come_out_as_text() -> None:
    """Names of regions are the catalogue's."""
    plan = plan_with_text(HOSTILE.replace("\ud800", ""))

    for figure in (plot_minutes(plan), plot_load(plan)):
        assert root(figure).tag.endswith("svg")
        assert "<script" not in figure.svg


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_marks_stand_out_from_the_ground(scheme: str) -> None:
    """4.5 to 1 for words, 3 to 1 for what is read, as WCAG 2.2 asks (1.4.3, 1.4.11)."""
    ground = getattr(GROUND, scheme)

    for ink in TEXT_INKS.values():
        assert _contrast(getattr(ink, scheme), ground) >= 4.5
    for mark in (*MARK_INKS.values(), LINE_INKS["axis"]):
        assert _contrast(getattr(mark, scheme), ground) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_on_the_band_of_the_window_stand_out_too(scheme: str) -> None:
    """The band is a wash of a fifth of its colour."""
    band = _mixed(MARK_INKS["stretch"], GROUND, scheme, 0.2)

    assert _contrast(getattr(TEXT_INKS["text"], scheme), band) >= 4.5
    assert _contrast(getattr(MARK_INKS["mobility"], scheme), band) >= 3


def test_no_two_parts_of_a_session_share_a_pattern() -> None:
    """Who sees no colours tells them apart."""
    assert all(PATTERNS[one] != PATTERNS[two] for one, two in combinations(MARK_INKS, 2))


def _contrast(one: str, two: str) -> float:
    """Return the contrast of two colours by WCAG 2.2."""
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(ink: Ink, ground: Ink, scheme: str, share: float) -> str:
    pairs = [
        (int(getattr(ink, scheme)[at : at + 2], 16), int(getattr(ground, scheme)[at : at + 2], 16))
        for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in pairs)


def test_words_are_in_the_pixels_too() -> None:
    """PNG has the letters of a font of this machine: it is not the same without them."""
    figure = plot_response(LOCAL)
    mute = attrs.evolve(figure, svg=re.sub("<text.*?</text>", "", figure.svg))

    assert figure.png(width=400) != mute.png(width=400)


@given(low=st.floats(-1e6, 0), width=st.floats(1e-6, 1e6), about=st.integers(2, 10))
def test_ticks_are_round_and_inside_and_neither_few_nor_many(
    low: float, width: float, about: int
) -> None:
    """Between a third and all of the number asked for, one step apart."""
    found = ticks(low, low + width, about=about)

    step = 1e-6 * width
    assert about / 3 - 1 <= len(found) <= about + 1
    assert all(low - step <= tick <= low + width + step for tick in found)


@given(value=st.floats(0, 1e9), least=st.sampled_from([1.0, 0.5]))
def test_a_scale_is_rounded_up_to_a_tick(value: float, least: float) -> None:
    """It holds the number, and is at most two and a half times as long, from one step on."""
    top = rounded_up(value, least=least)

    assert top >= value * (1 - 1e-9)
    assert top == least or top <= 2.5 * value + least


@pytest.mark.parametrize(
    ("value", "text"), [(-0.001, "0"), (-0.5, "-0.5"), (10, "10"), (1.234, "1.23"), (0, "0")]
)
def test_lengths_are_short(value: float, text: str) -> None:
    """Two decimals, no trailing zero, no minus before nothing."""
    assert number(value) == text


def test_a_scale_is_straight() -> None:
    """Half the number is half the way."""
    scale = Scale(low=0, high=10, start=100, end=0)

    assert (scale.at(0), scale.at(5), scale.at(10)) == (100, 50, 0)
    assert scale.length(2.5) == 25
    assert scale.holds(10)
    assert not scale.holds(10.1)
