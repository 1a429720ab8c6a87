"""Pain over time: before, during, and on the mornings after, for each exercise of a journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from attrs import frozen

from spinecare.catalogue import load_catalogue
from spinecare.errors import InvalidValueError
from spinecare.figures import Figure
from spinecare.model import Catalogue, ExerciseId, Journal, Plan
from spinecare.plots.canvas import WIDTH, line, number, path, plot, shortened, words
from spinecare.plots.scale import Scale
from spinecare.reviewing import STRICT, Experience, experiences, spelt_out
from spinecare.wording import day_text, listed, number_text, period_text

_LEFT, _RIGHT = 52.0, WIDTH - 24.0
_TOP, _PANEL, _BETWEEN = 104.0, 96.0, 62.0
_MOST: Final = 24  # panels: more make no picture that anybody reads
_LIMITS: Final = (STRICT.mild_up_to, STRICT.high_above)


@frozen(kw_only=True)
class _Series:
    """One of the three lines of a panel."""

    name: str
    ink: str
    is_dashed: bool
    points: tuple[tuple[date, float], ...]
    """What is known, by day."""
    runs: tuple[tuple[tuple[date, float], ...], ...]
    """The same, parted where a day between is not known."""


def plot_pain(
    journal: Journal,
    *,
    exercises: Iterable[ExerciseId | str] = (),
    plan: Plan | None = None,
    catalogue: Catalogue | None = None,
    id_prefix: str = "",
) -> Figure:
    """Return pain over time for each exercise of a journal: before, during, and the worse morning.

    Each exercise has a panel of its own, pain 0 to 10 upwards, days to the right; all panels share
    the days. Lines at 2 and 5 are the ends of the zones "safe" and "acceptable" (evidence.md §4).
    What is unknown leaves a gap in its line.

    Args:
        journal: The journal.
        exercises: The exercises to show, in order; all, by name, where none is given. At most 24
            are shown.
        plan: The plan that the journal tells of: what is noted of a whole session then shows in
            each exercise of it that has no entry of its own, as it counts in `review`.
        catalogue: What has the names; where none is given that of the plan, or the built-in one.
        id_prefix: What every id in the picture begins with. Without one it follows from what is
            shown; give different ones when the same picture stands on a page twice.

    Returns:
        The plot, its numbers told in the description. The same input gives the same bytes.

    Raises:
        InvalidValueError: Not a journal, not a plan, or a prefix that ids cannot begin with.
    """
    if not isinstance(journal, Journal):
        raise InvalidValueError.of("journal", "a Journal", journal)
    if plan is not None and not isinstance(plan, Plan):
        raise InvalidValueError.of("plan", "a Plan", plan)
    whole = journal if plan is None else spelt_out(journal, plan)
    known = catalogue or (plan.catalogue if plan else load_catalogue())
    lived = _lived(whole)
    chosen = tuple(ExerciseId(id) for id in exercises)
    named = sorted((_name(id, known).casefold(), id) for id in lived)
    ids = chosen or tuple(id for _, id in named)
    panels = {id: _series(lived.get(id, ())) for id in ids[:_MOST]}
    days = [one.date for id in panels for one in lived.get(id, ())]
    first, last = (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 1, 2))
    x = Scale(low=0.0, high=float(max(1, (last - first).days)), start=_LEFT + 8, end=_RIGHT - 8)
    told = period_text(first, last) if days else _nothing(whole)
    parts = [
        words(24, 32, _TITLE, size=17, bold=True),
        words(24, 54, told, ink="note"),
        *(_key() if days else ()),
    ]
    upper = _TOP
    for id, series in panels.items():
        y = Scale(low=0.0, high=10.0, start=upper + 24 + _PANEL, end=upper + 24)
        parts.append(words(24, upper + 8, shortened(_name(id, known)), bold=True))
        parts += _panel(series, x, y, first)
        upper += _PANEL + _BETWEEN
    if days:
        parts += _dates(x, upper - _BETWEEN + 24 + 18, first, last)
    return plot(
        round(upper - (20 if days else 24)),
        parts,
        title=_TITLE,
        description=_description(panels, known) or told,
        id_prefix=id_prefix,
    )


_TITLE: Final = "Pain, exercise by exercise"
WHOLE_SESSIONS_ONLY: Final = (
    "Noted for whole sessions only; with the plan they are shown exercise by exercise."
)
"""What is said of a journal with entries, none of them of an exercise."""


def _nothing(journal: Journal) -> str:
    """Return why no pain is shown."""
    if not journal.entries:
        return "Nothing is noted yet."
    if all(entry.exercise is None for entry in journal.entries):
        return WHOLE_SESSIONS_ONLY
    return "Nothing is noted of an exercise that was begun."


def _lived(journal: Journal) -> dict[ExerciseId, tuple[Experience, ...]]:
    """Return what is known of each exercise, by day, of the times it was begun."""
    last = max((entry.date for entry in journal.entries), default=date(2000, 1, 1))
    found: dict[ExerciseId, list[Experience]] = {}
    for one in experiences(journal, until=last + timedelta(days=2)):
        if one.was_tried:
            found.setdefault(one.exercise, []).append(one)
    return {id: tuple(those) for id, those in found.items()}


def _name(id: ExerciseId, catalogue: Catalogue) -> str:
    entry = catalogue.entry_by_id.get(id)
    return entry.name if entry is not None else id.replace("-", " ").capitalize()


def _series(lived: Sequence[Experience]) -> tuple[_Series, ...]:
    before = [(one.date, one.pain.before) for one in lived]
    during = [(one.date, one.pain.during) for one in lived]
    mornings = [(one.date, _worse(one)) for one in lived]
    return (
        _one("before", "other", before, is_dashed=True),
        _one("during", "effort", during),
        _one("worse morning", "relaxation", mornings),
    )


def _one(
    name: str, ink: str, points: Sequence[tuple[date, float | None]], *, is_dashed: bool = False
) -> _Series:
    runs = [
        tuple((day, pain) for day, pain in run if pain is not None)
        for known, run in groupby(points, key=_is_known)
        if known
    ]
    return _Series(
        name=name,
        ink=ink,
        is_dashed=is_dashed,
        points=tuple(point for run in runs for point in run),
        runs=tuple(runs),
    )


def _is_known(point: tuple[date, float | None]) -> bool:
    return point[1] is not None


def _worse(one: Experience) -> float | None:
    """Return the worse of the mornings that are known."""
    mornings = (one.pain.next_morning, one.pain.second_morning)
    return max((pain for pain in mornings if pain is not None), default=None)


def _key() -> list[str]:
    """Return what the lines and marks mean."""
    parts: list[str] = []
    at = 24.0
    for series in _series(()):
        middle = at + 12
        parts.append(
            path(
                f"M{number(at)} 76H{number(at + 24)}",
                ink=series.ink,
                width=2,
                dashed=series.is_dashed,
            )
        )
        parts.append(path(_mark(series.name, middle, 76), ink=series.ink, width=2, of="key"))
        parts.append(words(at + 32, 80, series.name))
        at += 32 + 7.2 * len(series.name) + 20
    return parts


def _mark(name: str, x: float, y: float) -> str:
    """Return the mark of a line: a ring, a diamond, a square, so that no colour is needed."""
    left = number(x - 4)
    if name == "before":
        return f"M{left} {number(y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    if name == "during":
        return f"M{number(x)} {number(y - 5)}l5 5l-5 5l-5 -5z"
    return f"M{left} {number(y - 4)}h8v8h-8z"


def _panel(series: Sequence[_Series], x: Scale, y: Scale, first: date) -> list[str]:
    """Return the axes, the limits and the lines of one exercise."""
    parts = [
        words(_LEFT - 8, y.at(pain) + 4, f"{pain:g}", ink="note", anchor="end", size=12)
        for pain in (0.0, *_LIMITS, 10.0)
    ]
    parts += [line(_LEFT, y.at(limit), _RIGHT, y.at(limit), ink="grid") for limit in _LIMITS]
    parts.append(line(_LEFT, y.at(0), _RIGHT, y.at(0), ink="axis"))
    for one in series:
        runs = [[(x.at((day - first).days), y.at(pain)) for day, pain in run] for run in one.runs]
        drawn = "".join(
            "M" + "L".join(f"{number(left)} {number(top)}" for left, top in run)
            for run in runs
            if len(run) > 1
        )
        if drawn:
            parts.append(path(drawn, ink=one.ink, width=1.5, dashed=one.is_dashed, of=one.name))
        marks = "".join(_mark(one.name, left, top) for run in runs for left, top in run)
        if marks:
            parts.append(path(marks, ink=one.ink, width=2, of=f"{one.name} marks"))
    return parts


def _dates(x: Scale, y: float, first: date, last: date) -> list[str]:
    """Return the days under the last panel: the first, the last, and Mondays with room."""
    room = 86.0
    parts = [words(x.at(0), y, day_text(first), ink="note", anchor="start", size=12)]
    end = x.at((last - first).days)
    at = x.at(0) + room
    for offset in range(1, (last - first).days):
        day = first + timedelta(days=offset)
        here = x.at(offset)
        if day.weekday() == 0 and at <= here <= end - room:
            parts.append(words(here, y, day_text(day), ink="note", anchor="middle", size=12))
            at = here + room
    if last > first:
        parts.append(words(end, y, day_text(last), ink="note", anchor="end", size=12))
    return parts


def _description(panels: dict[ExerciseId, tuple[_Series, ...]], catalogue: Catalogue) -> str:
    """Return the numbers in words: for each exercise the times, and its highest and last pains."""
    told: list[str] = []
    for id, series in panels.items():
        known = [one for one in series if one.points]
        if not known:
            told.append(f"{_name(id, catalogue)}: nothing known.")
            continue
        each = (
            f"{one.name} {number_text(one.points[-1][1])} at last, "
            f"{number_text(max(pain for _, pain in one.points))} at most"
            for one in known
        )
        told.append(f"{_name(id, catalogue)}: {listed(each)}.")
    return " ".join(told)
