"""Pain over time: before, during, and on the mornings after, for each exercise of a journal."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, cast

from attrs import frozen

from spinecare.catalogue import load_catalogue
from spinecare.errors import InvalidValueError
from spinecare.figures import Figure
from spinecare.model import Catalogue, ExerciseId, Journal, Plan
from spinecare.plots.canvas import WIDTH, plot, words
from spinecare.plots.days import Days, days_from
from spinecare.plots.felt import ANSWERS, Answer, Felt, asked, felt
from spinecare.plots.panels import LINE, PLOT, UNDER, Panel, key, name_lines, parts_of
from spinecare.reviewing import spelt_out
from spinecare.wording import day_text, number_text, period_text

_EDGE, _BETWEEN = 24.0, 24.0  # beside the panels
_SCALE: Final = 28.0
"""The room for the numbers of a scale."""
_FEW: Final = 3
"""So many panels stand under one another, in the whole width; more in two columns."""
_MOST: Final = 8
"""So many exercises are shown where nobody says which: they fit on a screen."""
_LOWEST_TOP: Final = 6.0
"""A scale holds both limits, and goes on to 10 only where pain does."""
_TITLE: Final = "Pain, exercise by exercise"
WHOLE_SESSIONS_ONLY: Final = (
    "Noted for whole sessions only; with the plan they are shown exercise by exercise."
)
"""What is said of a journal with entries, none of them of an exercise."""


def plot_pain(
    journal: Journal,
    *,
    exercises: Iterable[ExerciseId | str] = (),
    plan: Plan | None = None,
    catalogue: Catalogue | None = None,
    id_prefix: str = "",
) -> Figure:
    """Return pain over time for each exercise of a journal: before, during, and the worse morning.

    Each exercise has a panel of its own, with two bars for each day: pain during it, and to the
    right of that the worse of the mornings after. A line across both is pain before. Pain right
    after it shows as a pale end of the first bar where it was higher. A flat bar is a known 0;
    what is unknown has no bar, and of several sessions on a day the highest answer counts. All
    panels share scale and days; where days would be too thin to be seen, the bars are those of
    weeks, with the highest answers of each.

    Lines at 2 and 5 are where pain ends to be mild and where it begins to be high (evidence.md §4).

    Args:
        journal: The journal.
        exercises: The exercises to show, in order. Where none is given, the eight that hurt most,
            the worst first, by the highest pain during, right after or on a morning; the picture
            says how many more there are, and how high pain was in them.
        plan: The plan that the journal tells of: what is noted of a whole session then shows in
            each exercise of it that has no entry of its own, as it counts in `review`.
        catalogue: What has the names; where none is given that of the plan, or the built-in one.
        id_prefix: What every id in the picture begins with. Without one it follows from what is
            shown; give different ones when the same picture stands on a page twice.

    Returns:
        The plot, its numbers told in the description. The same input gives the same bytes.

    Raises:
        InvalidValueError: Not a journal, plan or catalogue, exercises that are no ids or of which
            neither the journal nor the plan tells, or a prefix that ids cannot begin with.
    """
    _check(journal, plan, catalogue)
    whole = journal if plan is None else spelt_out(journal, plan.remembered)
    known = catalogue or (plan.catalogue if plan else load_catalogue())
    found = felt(whole, known)
    chosen = asked(exercises, whole, plan, known)
    shown = [found.get(id) or Felt(name=name, times=()) for id, name in chosen.items()]
    shown = shown or list(found.values())[:_MOST]
    rest = [] if chosen else list(found.values())[_MOST:]
    left_out = _left_out(shown, rest)
    columns = _columns(shown)
    days = columns[0].days
    parts = [words(_EDGE, 32, _TITLE, size=17, bold=True)]
    told = _nothing(whole) if days is None else _period(shown, days)
    upper = 34.0
    for text in filter(None, (told, left_out)):
        upper += 20
        parts.append(words(_EDGE, upper, text, ink="note"))
    if days is not None:
        upper += 28
        parts += key(upper)
    panels, lower = _panels(shown, columns, upper + 16)
    return plot(
        round(lower),
        [*parts, *panels],
        title=_TITLE,
        description=" ".join(filter(None, (*map(_told, shown), left_out))) or told,
        id_prefix=id_prefix,
    )


def _check(journal: Journal, plan: Plan | None, catalogue: Catalogue | None) -> None:
    if not isinstance(cast("object", journal), Journal):
        raise InvalidValueError.of("journal", "a Journal", journal)
    if not isinstance(cast("object", plan), Plan | None):
        raise InvalidValueError.of("plan", "a Plan", plan)
    if not isinstance(cast("object", catalogue), Catalogue | None):
        raise InvalidValueError.of("catalogue", "a Catalogue", catalogue)


def _nothing(journal: Journal) -> str:
    """Return why no pain is shown."""
    if not journal.entries:
        return "Nothing is noted yet."
    if all(entry.exercise is None for entry in journal.entries):
        return WHOLE_SESSIONS_ONLY
    return "Nothing is noted of an exercise that was begun."


def _period(shown: Sequence[Felt], days: Days) -> str:
    dates = [one.date for each in shown for one in each.times]
    text = period_text(min(dates), max(dates))
    if days.in_slot == 1:
        return text
    weeks = days.in_slot // 7
    each = "each week" if weeks == 1 else f"every {weeks} weeks"
    return f"{text}, the highest answers of {each}"


def _left_out(shown: Sequence[Felt], rest: Sequence[Felt]) -> str:
    """Return how many exercises are not shown, and how high pain was in them."""
    if not rest:
        return ""
    are = "1 more is" if len(rest) == 1 else f"{len(rest)} more are"
    text = f"The {len(shown)} exercises that hurt most; {are} not shown"
    pains = [one.worst for one in rest if one.worst is not None]
    if not pains:
        return f"{text}, of which no pain is known."
    return f"{text}, with pain of {number_text(max(pains))} at most."


@frozen
class _Column:
    """One of the columns of panels."""

    left: float
    width: float
    days: Days | None
    """The days of its panels; `None` where nothing was begun."""


def _columns(shown: Sequence[Felt]) -> tuple[_Column, ...]:
    """Return one column for a few panels, two for more; the days are the same in both."""
    count = 1 if len(shown) <= _FEW else 2
    width = (WIDTH - 2 * _EDGE - (count - 1) * _BETWEEN) / count
    dates = [one.date for each in shown for one in each.times]
    found: list[_Column] = []
    for index in range(count):
        left = _EDGE + index * (width + _BETWEEN)
        days = None
        if dates:
            room = {"left": left + _SCALE, "width": width - _SCALE}
            days = days_from(min(dates), max(dates), **room)
        found.append(_Column(left, width, days))
    return tuple(found)


def _panels(
    shown: Sequence[Felt], columns: Sequence[_Column], upper: float
) -> tuple[list[str], float]:
    """Return the panels row by row, and where the last row ends."""
    highest = max((pain for one in shown if (pain := one.highest(*ANSWERS)) is not None), default=0)
    top = float(max(_LOWEST_TOP, math.ceil(highest)))
    parts: list[str] = []
    for start in range(0, len(shown), len(columns)):
        row = list(zip(shown[start : start + len(columns)], columns, strict=False))
        names = [name_lines(one.name, column.width) for one, column in row]
        base = upper + LINE * max(map(len, names)) + 12 + PLOT
        for (one, column), name in zip(row, names, strict=True):
            panel = Panel(felt=one, left=column.left, base=base, days=column.days, top=top)
            parts += parts_of(panel, name)
        upper = base + UNDER
    return parts, upper


def _told(one: Felt) -> str:
    """Return the numbers of an exercise in words: each answer at last, at most, and when."""
    each = [_answer_told(answer, points) for answer in ANSWERS if (points := one.points(answer))]
    if not each:
        return f"{one.name}: {'nothing known' if one.times else 'not begun yet'}."
    return f"{one.name}: {'; '.join(each)}."


def _answer_told(answer: Answer, points: Sequence[tuple[date, float]]) -> str:
    highest = max(pain for _, pain in points)
    day = next(day for day, pain in points if pain == highest)
    when = f"{'after' if answer == 'worse morning' else 'on'} {day_text(day)}"
    last = points[-1][1]
    return f"{answer} {number_text(last)} at last, {number_text(highest)} at most, {when}"
