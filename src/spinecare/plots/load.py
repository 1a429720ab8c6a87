"""Seconds of effort and of stretching, for each region and week, against published norms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spinecare.catalogue import load_catalogue
from spinecare.figures import Figure
from spinecare.model import Plan
from spinecare.planning.remarks import STRETCH_NORM_MIN
from spinecare.plots.canvas import Box, bars, line, plot, shortened, swatch, titled, words
from spinecare.plots.counting import NO_REGION, RegionWeek, region_weeks
from spinecare.plots.scale import Scale, rounded_up
from spinecare.wording import number_text, period_text

STRETCH_LEAST_S: Final = 120.0
"""Seconds of stretching a week: about 60 s for each muscle on at least two days (ACSM 2011)."""
STRETCH_MOST_S: Final = 60 * STRETCH_NORM_MIN
"""Seconds of stretching a week at which gains are largest, for each muscle (Ingram 2025)."""
STRENGTH_DAYS: Final = 2
"""Days of muscle-strengthening a week, at least (WHO 2020)."""
_NAME, _EFFORT, _STRETCH = 24.0, 152.0, 458.0
_WIDE = 230.0
_TOP, _ROW, _BAR = 150.0, 46.0, 34.0
_NOTES: Final = (
    "Seconds on each side; an exercise counts for every region it is for. The norms are meant for",
    "healthy adults, and for single muscles (ACSM 2011, Ingram 2025) or the whole body (WHO 2020);",
    "holding them against regions is a default of this library. Seconds of effort have no norm,",
    "and some work, such as pull-ups, is meant to rest longer than the norm of days asks.",
)


def plot_load(plan: Plan, *, id_prefix: str = "") -> Figure:
    """Return seconds of effort and of stretching for each region and week, against the norms.

    One row for each region, the one with the most seconds first; one bar for each week. Effort is
    all stress phases; its bars are solid in weeks with strength work on two days or more, hatched
    in others. Stretching is held against 2 and 10 minutes a week. That norms for muscles are held
    against regions is the library's own choice, and the plot says so.

    Args:
        plan: The plan.
        id_prefix: What every id in the picture begins with. Without one it follows from what is
            shown; give different ones when the same picture stands on a page twice.

    Returns:
        The plot, its numbers told in the description. The same input gives the same bytes.

    Raises:
        InvalidValueError: A prefix that ids cannot begin with.

    Source:
        `ACSM-2011` (60 s for each muscle, 2 to 3 days a week), `INGRAM-2025` (10 minutes a week),
        `WHO-2020` (strengthening on 2 or more days), `D-JUDGE` (norms of muscles for regions).
    """
    rows = region_weeks(plan)
    called = _names(plan, rows)
    count = len(plan.weeks)
    title = titled("Load and stretching", plan.name)
    efforts = [week.effort_s for weeks in rows.values() for week in weeks]
    stretches = [week.stretch_s for weeks in rows.values() for week in weeks]
    effort_top = rounded_up(max(efforts, default=0.0))
    stretch_top = rounded_up(max(STRETCH_MOST_S, *stretches, 0.0))
    parts = [
        words(24, 32, title, size=17, bold=True),
        words(24, 54, _summary(plan, rows), ink="note"),
        *_heads(effort_top, stretch_top),
    ]
    for index, (id, weeks) in enumerate(rows.items()):
        base = _TOP + _ROW * index + _BAR
        parts += _row_name(called[id], base)
        scale = Scale(low=0.0, high=effort_top, start=base, end=base - _BAR)
        parts += _efforts(weeks, scale)
        scale = Scale(low=0.0, high=stretch_top, start=base, end=base - _BAR)
        parts += _stretches(weeks, scale)
    bottom = _TOP + _ROW * len(rows)
    parts += _foot(bottom, count)
    return plot(
        round(bottom + 112),
        parts,
        title=title,
        description=_description(rows, called),
        id_prefix=id_prefix,
    )


def _names(plan: Plan, ids: Iterable[str]) -> dict[str, str]:
    """Return what regions are called: by the plan, by the built-in catalogue, or by their id."""
    known = (*load_catalogue().regions, *plan.catalogue.regions)
    names = {NO_REGION: "no region named", **{term.id: term.name for term in known}}
    return {id: shortened(names.get(id, id.replace("-", " "))) for id in ids}


def _summary(plan: Plan, rows: dict[str, tuple[RegionWeek, ...]]) -> str:
    if not rows:
        return "Nothing of this plan is effort or stretching."
    days = plan.days
    period = period_text(days[0].date, days[-1].date)
    return f"{period}, seconds a week for each region; the number is the mean"


def _heads(effort_top: float, stretch_top: float) -> list[str]:
    """Return what the two columns show, and what their patterns and lines mean."""
    return [
        words(_EFFORT, 84, "Effort", bold=True),
        words(_EFFORT + 52, 84, f"scale to {_whole(effort_top)} s", ink="note", size=12),
        swatch(_EFFORT, 108, "effort", pattern="solid"),
        words(_EFFORT + 24, 108, f"strength on {STRENGTH_DAYS} days or more (WHO)", size=12),
        swatch(_EFFORT, 128, "effort", pattern="mobility"),
        words(_EFFORT + 24, 128, "on fewer days", size=12),
        words(_STRETCH, 84, "Stretching", bold=True),
        words(_STRETCH + 84, 84, f"scale to {_whole(stretch_top)} s", ink="note", size=12),
        line(_STRETCH, 104, _STRETCH + 18, 104, ink="stretch", dashed=True),
        words(
            _STRETCH + 24, 108, f"{_whole(STRETCH_MOST_S)} s: gains are largest (Ingram)", size=12
        ),
        line(_STRETCH, 124, _STRETCH + 18, 124, ink="axis", dashed=True),
        words(_STRETCH + 24, 128, f"{_whole(STRETCH_LEAST_S)} s: 60 s on two days (ACSM)", size=12),
    ]


def _row_name(name: str, base: float) -> list[str]:
    return [
        words(_NAME, base - 4, name if len(name) <= 18 else f"{name[:17]}…"),
        *(line(left, base, left + _WIDE, base, ink="axis") for left in (_EFFORT, _STRETCH)),
    ]


def _efforts(weeks: tuple[RegionWeek, ...], y: Scale) -> list[str]:
    boxes = _boxes([week.effort_s for week in weeks], y, _EFFORT)
    enough = [week.strength_days >= STRENGTH_DAYS for week in weeks]
    pairs = list(zip(boxes, enough, strict=True))
    return [
        bars([box for box, is_so in pairs if is_so], "effort", of="effort", pattern="solid"),
        bars([box for box, is_so in pairs if not is_so], "effort", of="effort", pattern="mobility"),
        _mean([week.effort_s for week in weeks], _EFFORT, y.start),
    ]


def _stretches(weeks: tuple[RegionWeek, ...], y: Scale) -> list[str]:
    boxes = _boxes([week.stretch_s for week in weeks], y, _STRETCH)
    end = _STRETCH + _WIDE
    return [
        bars(boxes, "stretch", of="stretch"),
        line(_STRETCH, y.at(STRETCH_MOST_S), end, y.at(STRETCH_MOST_S), ink="stretch", dashed=True),
        line(_STRETCH, y.at(STRETCH_LEAST_S), end, y.at(STRETCH_LEAST_S), ink="axis", dashed=True),
        _mean([week.stretch_s for week in weeks], _STRETCH, y.start),
    ]


def _boxes(values: list[float], y: Scale, left: float) -> list[Box]:
    """Return the bars of a row, one for each week."""
    slot = _WIDE / len(values)
    width = min(40.0, slot * 0.78)
    return [
        Box(left + slot * index + (slot - width) / 2, y.at(value), width, y.length(value))
        for index, value in enumerate(values)
    ]


def _mean(values: list[float], left: float, base: float) -> str:
    text = f"{_whole(sum(values) / len(values))} s"
    return words(left + _WIDE + 8, base - 2, text, size=12)


def _foot(bottom: float, count: int) -> list[str]:
    texts = []
    if count:
        under = "Week 1" if count == 1 else f"Weeks 1 to {count}, left to right"
        texts = [
            words(left + _WIDE / 2, bottom + 6, under, ink="note", anchor="middle", size=12)
            for left in (_EFFORT, _STRETCH)
        ]
    notes = [
        words(24, bottom + 36 + 18 * index, note, ink="note", size=12)
        for index, note in enumerate(_NOTES)
    ]
    return [*texts, *notes]


def _whole(value: float) -> str:
    return number_text(round(value))


def _description(rows: dict[str, tuple[RegionWeek, ...]], called: dict[str, str]) -> str:
    """Return the seconds of every region and week, in words."""
    told: list[str] = []
    for id, weeks in rows.items():
        effort = ", ".join(_whole(week.effort_s) for week in weeks)
        days = ", ".join(str(week.strength_days) for week in weeks)
        stretch = ", ".join(_whole(week.stretch_s) for week in weeks)
        told.append(
            f"{called[id].capitalize()}, week by week: effort {effort} s, with strength work on "
            f"{days} days; stretching {stretch} s."
        )
    if not told:
        return "Nothing of this plan is effort or stretching."
    norms = (
        f"Norms for a week: strength work on {STRENGTH_DAYS} days or more, stretching "
        f"{_whole(STRETCH_LEAST_S)} to {_whole(STRETCH_MOST_S)} s."
    )
    return " ".join([*told, norms])
