"""Where the panels of the plot of pain stand, and their dates: nothing lies over anything."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import attrs
import pytest

from spinecare import Entry, Figure, Journal, SessionId, plot_pain
from spinecare.plots.canvas import WIDTH
from spinecare.plots.days import days_from
from tests.plots.journals import MONDAY, noted, six_weeks
from tests.plots.seen import bars, root, texts

TUESDAY = MONDAY + timedelta(days=1)


def lived(days: int, count: int, *, first: date = TUESDAY) -> Figure:
    """Return the plot of a first and a last day, so many days apart, of so many exercises."""
    ends: list[Entry] = []
    for number in range(count):
        for day in {first, first + timedelta(days=days)}:
            (entry,) = noted((1, 2, 3), exercise=f"own-{number}")
            ends.append(attrs.evolve(entry, session=SessionId(f"s-{day}"), date=day))
    return plot_pain(Journal(entries=ends))


def labels(figure: Figure) -> dict[float, list[tuple[float, float, str]]]:
    """Return the dates: left end, right end and text, by the line that they stand on.

    A letter of size 12 is taken as 6.4 units, a little more than in most fonts.
    """
    found: dict[float, list[tuple[float, float, str]]] = defaultdict(list)
    for text in root(figure).iter("{http://www.w3.org/2000/svg}text"):
        words = text.text or ""
        if text.get("text-anchor") == "middle":
            at, half = float(text.attrib["x"]), 3.2 * len(words)
            found[float(text.attrib["y"])].append((at - half, at + half, words))
    return {y: sorted(those) for y, those in found.items()}


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize(
    "days",
    [0, 1, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 20, 41, 52, 53, 80, 200, 364, 366, 448, 1500, 62_000],
)
def test_dates_never_touch_each_other_or_the_edge(days: int, count: int) -> None:
    """From one day to lifetimes; each panel has some."""
    rows = labels(lived(days, count))

    assert len(rows) == (1 if count == 1 else 2)
    for row in rows.values():
        assert row[0][0] >= 0
        assert row[-1][1] <= WIDTH
        assert all(later[0] - earlier[1] >= 6 for earlier, later in pairwise(row))


@pytest.mark.parametrize("first", [MONDAY + timedelta(days=n) for n in range(7)])
def test_six_weeks_are_dated_by_their_mondays(first: date) -> None:
    """On whatever day they begin, with at least five of the six or seven."""
    (row,) = labels(lived(41, 1, first=first)).values()

    mondays = {f"{day.day} {day:%b}" for day in (MONDAY + timedelta(weeks=n) for n in range(8))}
    assert len(row) >= 5
    assert {text for _, _, text in row} <= mondays


def test_few_days_are_dated_with_their_weekday_and_more_without() -> None:
    """Every day of a week on its own; every second day of twelve side by side."""
    (week,) = labels(lived(6, 1)).values()
    (row, _) = labels(lived(11, 4)).values()

    assert [text for _, _, text in week][:2] == ["Tue 24 Nov", "Wed 25 Nov"]
    assert len(week) == 7
    assert [text for _, _, text in row][:2] == ["24 Nov", "26 Nov"]


def test_dates_over_more_than_a_year_have_their_year() -> None:
    """Else two of them could be the same."""
    (row,) = labels(lived(900, 1)).values()

    assert all(text[-4:] in {"2026", "2027", "2028", "2029"} for _, _, text in row)


def test_a_label_stands_under_the_bars_of_its_day() -> None:
    """Between the two bars."""
    figure = lived(6, 1)

    (row,) = labels(figure).values()
    last = bars(figure, "worse morning")[-1]
    assert last.left == pytest.approx((row[-1][0] + row[-1][1]) / 2, abs=0.1)


def test_three_panels_have_the_whole_width_and_more_stand_in_two_columns() -> None:
    """So that six weeks of eight exercises fit on a screen."""
    three, four = lived(41, 3), lived(41, 4)

    assert len(labels(three)) == 3
    assert len(labels(four)) == 2
    assert max(bar.left for bar in bars(four, "during")) > WIDTH / 2
    assert plot_pain(six_weeks()).height < 900


@pytest.mark.parametrize("place", [0, 1])
def test_panels_of_one_row_stand_at_the_same_height(place: int) -> None:
    """Also where one name takes two lines: both have the room for them."""
    long = "own-exercise-with-a-name-that-needs-more-room-than-half-the-width"
    short = ["a", "b", "c"]
    ids = [*short[:place], long, *short[place:]]
    entries = [e for id in (*ids, "d") for e in noted((1, 2, 3), exercise=id)]

    figure = plot_pain(Journal(entries=entries), exercises=ids)
    plain = plot_pain(Journal(entries=entries), exercises=[*short, "d"])

    lower = [bar.lower for bar in bars(figure, "during")]
    assert lower[0] == lower[1] < lower[2] == lower[3]
    assert lower[0] == bars(plain, "during")[0].lower + 17
    assert not any("…" in text for text in texts(figure))


def weekly(days: int) -> Figure:
    """Return the plot of so many days in a row, the pain of each Thursday higher."""
    calm = [(1.0, 1.0, 1.0), (1.0, 1.0, 1.0), (1.0, 1.0, 1.0), (1.0, 4.0, 1.0)]
    week = [*calm, *calm[:3]]
    return plot_pain(Journal(entries=noted(*(week * (days // 7)))))


def test_where_days_would_be_too_thin_a_bar_is_a_week_with_its_highest_answers() -> None:
    """And the picture says so; after some years it is four weeks."""
    day, week, month = weekly(70), weekly(364), weekly(1400)

    assert len(bars(day, "during")) == 70
    assert len(bars(week, "during")) == 52
    assert len({bar.height for bar in bars(week, "during")}) == 1
    assert "23 Nov 2026 to 21 Nov 2027, the highest answers of each week" in texts(week)
    assert len(bars(month, "during")) == 50
    assert any("the highest answers of every 4 weeks" in text for text in texts(month))


@pytest.mark.parametrize("first", [MONDAY, TUESDAY])
@pytest.mark.parametrize("length", [1, 7, 30, 115, 116, 117, 365, 800, 3000, 3250, 90_000])
def test_every_day_has_its_place_inside_and_weeks_begin_on_mondays(
    first: date, length: int
) -> None:
    """The first and the last too."""
    last = first + timedelta(days=length - 1)

    days = days_from(first, last, left=50.0, width=684.0)

    assert 50 < days.middle(first) <= days.middle(last) < days.right <= 734.0001
    assert days.first == first if days.in_slot == 1 else days.first.weekday() == 0
    assert days.slot >= 5.9 or days.in_slot == 364
