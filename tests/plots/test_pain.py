"""Pain over time: each mark is where its number is, and what is unknown is not drawn."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

import attrs
import pytest

from spinecare import (
    Catalogue,
    Done,
    Entry,
    Exercise,
    ExerciseId,
    Figure,
    Journal,
    Pain,
    SessionId,
    load_catalogue,
    plot_pain,
)
from spinecare.errors import InvalidValueError
from spinecare.model import Purpose
from spinecare.plots.canvas import shortened
from tests.plots.plans import real_plan
from tests.plots.seen import drawn, places, points, root, texts

MONDAY = date(2026, 11, 23)


def noted(
    *pains: tuple[float | None, float | None, float | None],
    exercise: str = "neck-2-rotation",
    outcome: str = "done",
) -> tuple[Entry, ...]:
    """Return entries of days in a row: pain before, during, and the next morning."""
    return tuple(
        Entry(
            session=SessionId(f"s-{number}"),
            date=MONDAY + timedelta(days=number),
            exercise=ExerciseId(exercise),
            written_at=datetime.combine(MONDAY + timedelta(days=number), time(20), UTC),
            done=Done(outcome=outcome),
            pain=Pain(before=before, during=during, next_morning=morning),
        )
        for number, (before, during, morning) in enumerate(pains)
    )


def plotted(*entries: Entry, **more: object) -> Figure:
    """Return the plot of entries."""
    return plot_pain(Journal(entries=entries), **more)  # type: ignore[arg-type]


def test_marks_stand_at_their_pain_and_their_day() -> None:
    """Measured by the axis: 0 at the bottom, 10 at the top, days evenly to the right."""
    figure = plotted(*noted((1, 2, 0), (3, 4, 5), (6, 8, 10)))

    at = places(figure)
    unit = (at["0"][1] - at["10"][1]) / 10
    (line,) = drawn(figure, "during")
    xs, ys = zip(*points(line), strict=True)
    assert [at["0"][1] - 4 - y for y in ys] == pytest.approx([2 * unit, 4 * unit, 8 * unit])
    assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1])


def test_each_kind_of_pain_has_its_own_line_mark_and_word() -> None:
    """No colour is needed to tell them apart."""
    figure = plotted(*noted((1, 2, 3), (1, 2, 3)))

    assert {"before", "during", "worse morning"} <= set(texts(figure))
    marks = {
        drawn(figure, f"{name} marks")[0][-12:] for name in ("before", "during", "worse morning")
    }
    assert len(marks) == 3


def test_the_worse_of_the_two_mornings_is_shown() -> None:
    """Who feels it on the second morning sees it."""
    (entry,) = noted((1, 1, 1))
    worse = attrs.evolve(entry, pain=attrs.evolve(entry.pain, second_morning=7))

    assert "worse morning 7 at last" in plotted(worse).description


def test_what_is_unknown_parts_the_line() -> None:
    """No line leads over a day of which nobody told."""
    figure = plotted(*noted((1, 2, 1), (1, 2, 1), (1, None, 1), (1, 3, 1), (1, 3, 1)))

    (during,) = drawn(figure, "during")
    (before,) = drawn(figure, "before")
    assert during.count("M") == 2
    assert before.count("M") == 1


def test_what_was_skipped_is_no_experience() -> None:
    """Nothing was felt."""
    figure = plotted(*noted((1, None, None), outcome="skipped"))

    assert figure.description == "Nothing is noted of an exercise that was begun."


def test_exercises_stand_by_name_or_in_the_order_asked_for() -> None:
    """All of them, or those one wants to see; at most two dozen."""
    both = (*noted((1, 1, 1)), *noted((1, 1, 1), exercise="neck-1-flexion-extension"))
    many = [entry for n in range(30) for entry in noted((1, 1, 1), exercise=f"own-{n:02}")]

    by_name = [text for text in texts(plotted(*both)) if text.startswith("Neck")]
    asked = [
        text
        for text in texts(plotted(*both, exercises=["neck-2-rotation"]))
        if text.startswith("Neck")
    ]

    assert by_name == ["Neck flexion and extension", "Neck rotation"]
    assert asked == ["Neck rotation"]
    assert len([text for text in texts(plotted(*many)) if text.startswith("Own")]) == 24


def test_an_exercise_without_any_answer_says_so() -> None:
    """An empty panel is explained."""
    figure = plotted(*noted((None, None, None)))

    assert figure.description == "Neck rotation: nothing known."


def test_names_come_from_the_catalogue_given_and_stay_text() -> None:
    """Hostile ones too."""
    entry = load_catalogue().entry("neck-2-rotation")
    hostile = Catalogue(entries=(attrs.evolve(entry, name="<script>alert(1)</script>"),))

    figure = plotted(*noted((1, 1, 1)), catalogue=hostile)

    assert "<script>alert(1)</script>" in texts(figure)
    assert not list(root(figure).iter("{http://www.w3.org/2000/svg}script"))


def test_long_journals_name_mondays_as_far_as_there_is_room() -> None:
    """Dates never stand on one another."""
    figure = plotted(*noted(*[(1.0, 1.0, 1.0)] * 200))

    dates = [
        x for text, (x, _) in places(figure).items() if re.match(r"(Mon|Tue|Wed|Thu|Fri) ", text)
    ]
    gaps = [
        later - earlier for earlier, later in zip(sorted(dates), sorted(dates)[1:], strict=False)
    ]
    assert len(dates) > 3
    assert min(gaps) > 50


def test_an_empty_journal_is_plotted_as_such() -> None:
    """And bears its prefix."""
    figure = plot_pain(Journal(), id_prefix="mine-")

    assert "Nothing is noted yet." in texts(figure)
    assert 'id="mine-t"' in figure.svg


def of_a_whole_session() -> Journal:
    """Return what is noted of the first session of a real plan, of no exercise of it."""
    session = real_plan(1).sessions[0]
    (entry,) = noted((1, 3, 2))
    return Journal(
        entries=(attrs.evolve(entry, session=session.id, date=session.date, exercise=None),)
    )


def test_pain_of_whole_sessions_says_what_would_show_it() -> None:
    """Something is noted, and a plan would tell of which exercises."""
    figure = plot_pain(of_a_whole_session())

    said = "Noted for whole sessions only; with the plan they are shown exercise by exercise."
    assert said in texts(figure)
    assert figure.description == said


def test_pain_of_whole_sessions_shows_in_each_exercise_of_the_plan() -> None:
    """The numbers of the session, under the names of what was planned in it."""
    plan = real_plan(1)

    figure = plot_pain(of_a_whole_session(), plan=plan)

    planned = {s.exercise for s in plan.sessions[0].steps if s.purpose is Purpose.MAIN}
    names = {plan.catalogue.entry(id).name for id in planned}
    assert len(names) > 1
    assert {shortened(name) for name in names} <= set(texts(figure))
    assert figure.description.count("during 3 at last") == len(names)


def test_names_come_from_the_catalogue_of_the_plan() -> None:
    """Unless another one is given."""
    plan = real_plan(1)
    (id, *_) = (s.exercise for s in plan.sessions[0].steps if s.purpose is Purpose.MAIN)
    entry = attrs.evolve(plan.catalogue.entry(id), name="My own name")
    own = attrs.evolve(
        plan, catalogue=attrs.evolve(plan.catalogue, entries=_with(plan.catalogue, entry))
    )

    mine = plot_pain(of_a_whole_session(), plan=own)
    other = plot_pain(of_a_whole_session(), plan=own, catalogue=load_catalogue())

    assert "My own name" in texts(mine)
    assert "My own name" not in texts(other)


def _with(catalogue: Catalogue, entry: Exercise) -> tuple[Exercise, ...]:
    return tuple(entry if one.id == entry.id else one for one in catalogue.entries)


def test_what_is_no_journal_or_no_plan_is_refused() -> None:
    """By name."""
    with pytest.raises(InvalidValueError, match="journal must be a Journal"):
        plot_pain([])  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="plan must be a Plan"):
        plot_pain(Journal(), plan="plan")  # type: ignore[arg-type]
