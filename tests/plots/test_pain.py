"""Pain over time: each bar is as high as its number, and what is unknown is not drawn."""

from __future__ import annotations

import attrs
import pytest

from spinecare import (
    Catalogue,
    Entry,
    Exercise,
    Figure,
    Journal,
    SessionId,
    load_catalogue,
    plot_pain,
)
from spinecare.model import Purpose
from tests.plots.journals import noted
from tests.plots.plans import real_plan
from tests.plots.seen import bars, drawn, fills, places, points, root, texts

AXIS = 4  # numbers of a scale stand so far below their lines


def plotted(*entries: Entry, **more: object) -> Figure:
    """Return the plot of entries."""
    return plot_pain(Journal(entries=entries), **more)  # type: ignore[arg-type]


def pains(figure: Figure, of: str) -> list[float]:
    """Return the numbers that bars show, measured by the scale."""
    at = places(figure)
    zero = at["0"][1] - AXIS
    unit = (at["2"][1] - AXIS - zero) / 2
    assert all(bar.lower == pytest.approx(zero) for bar in bars(figure, of))
    return [round((bar.upper - zero) / unit, 1) for bar in bars(figure, of)]


def test_bars_are_as_high_as_their_pain_and_days_are_evenly_apart() -> None:
    """Measured by the scale, which goes on to the highest answer."""
    figure = plotted(*noted((1, 2, 1), (3, 4, 5), (6, 8, 10)))

    lefts = [bar.left for bar in bars(figure, "during")]
    assert pains(figure, "during") == [2, 4, 8]
    assert pains(figure, "worse morning") == [1, 5, 10]
    assert "10" in texts(figure)
    assert lefts[1] - lefts[0] == pytest.approx(lefts[2] - lefts[1])


def test_the_scale_holds_both_limits_and_no_more_where_pain_is_low() -> None:
    """Pain of 1 and 2 is seen; a decimal fits on the scale too."""
    assert {"0", "2", "5", "6"} <= set(texts(plotted(*noted((1, 2, 1)))))
    assert "7" in texts(plotted(*noted((1, 6.5, 1))))


def test_pain_before_is_a_line_across_the_bars_of_its_day() -> None:
    """At its height, and a little wider than they are."""
    figure = plotted(*noted((2, 4, 3)))

    (during,), (morning,) = bars(figure, "during"), bars(figure, "worse morning")
    ((left, height),) = points(drawn(figure, "before")[0])
    assert height == places(figure)["2"][1] - AXIS
    assert left < during.left
    assert morning.left == during.left + during.width


def test_pain_before_that_is_unknown_or_zero_hides_no_bar() -> None:
    """No line without an answer, and no gap at the foot of a flat bar."""
    unknown, zero, one = (plotted(*noted((pain, 2, 2))) for pain in (None, 0, 1))

    assert drawn(unknown, "before") == []
    assert [figure.svg.count('ground-line"') for figure in (unknown, zero, one)] == [0, 0, 1]


def test_no_colour_is_needed_to_tell_the_answers_apart() -> None:
    """Each has its word, and a pattern or a line of its own."""
    (entry,) = noted((1, 2, 3))
    figure = plotted(attrs.evolve(entry, pain=attrs.evolve(entry.pain, after=4)))

    assert {"before", "during", "right after, if higher", "worse morning"} <= set(texts(figure))
    patterns = [fills(figure, of) for of in ("before", "during", "right after", "worse morning")]
    assert len(set(map(tuple, patterns))) == 4


def test_pain_right_after_shows_where_it_was_higher() -> None:
    """As the end of the bar of pain during, or alone where that is unknown."""
    first, second, third = noted((1, 2, 1), (1, 3, 1), (1, None, 1))
    figure = plotted(
        attrs.evolve(first, pain=attrs.evolve(first.pain, after=4)),
        attrs.evolve(second, pain=attrs.evolve(second.pain, after=3)),
        attrs.evolve(third, pain=attrs.evolve(third.pain, after=2)),
    )

    assert pains(figure, "right after") == [4, 2]
    assert bars(figure, "right after")[0].left == bars(figure, "during")[0].left
    assert "right after 2 at last, 4 at most, on Mon 23 Nov" in figure.description


def test_the_worse_of_the_two_mornings_is_shown() -> None:
    """Who feels it on the second morning sees it."""
    (entry,) = noted((1, 1, 1))
    worse = attrs.evolve(entry, pain=attrs.evolve(entry.pain, second_morning=7))

    assert pains(plotted(worse), "worse morning") == [7]
    assert "worse morning 7 at last" in plotted(worse).description


def test_of_two_sessions_on_a_day_the_highest_answer_shows() -> None:
    """No bar hides another one."""
    (first,) = noted((1, 5, 1))
    second = attrs.evolve(
        first, session=SessionId("later"), pain=attrs.evolve(first.pain, during=2, next_morning=3)
    )

    assert pains(plotted(first, second), "during") == [5]
    assert pains(plotted(first, second), "worse morning") == [3]


def test_a_known_zero_is_a_flat_bar_and_the_unknown_is_none() -> None:
    """They are not the same."""
    figure = plotted(*noted((0, 0, 1), (1, None, 1)))

    (flat,) = bars(figure, "during")
    assert flat.height == 3


def test_the_description_says_what_hurt_and_when() -> None:
    """For each kind of answer: the last, the highest, its first day."""
    figure = plotted(*noted((1, 2, 0), (1, 4, 6), (None, 3, 1)))

    assert figure.description == (
        "Neck rotation: before 1 at last, 1 at most, on Mon 23 Nov; during 3 at last, 4 at most, "
        "on Tue 24 Nov; worse morning 1 at last, 6 at most, after Tue 24 Nov."
    )


def test_what_was_skipped_is_no_experience() -> None:
    """Nothing was felt."""
    figure = plotted(*noted((1, None, None), outcome="skipped"))

    assert figure.description == "Nothing is noted of an exercise that was begun."


def test_an_exercise_without_any_answer_says_so() -> None:
    """An empty panel is explained, beside one that is not."""
    entries = (*noted((None, None, None)), *noted((1, 1, 1), exercise="own-1"))

    figure = plotted(*entries)

    assert "Neck rotation: nothing known." in figure.description
    assert texts(figure).count("nothing known") == 1
    assert pains(figure, "during") == [1]


def test_names_come_from_the_catalogue_given_and_stay_text() -> None:
    """Hostile ones too."""
    entry = load_catalogue().entry("neck-2-rotation")
    hostile = Catalogue(entries=(attrs.evolve(entry, name="<script>alert(1)</script>"),))

    figure = plotted(*noted((1, 1, 1)), catalogue=hostile)

    assert "<script>alert(1)</script>" in texts(figure)
    assert not list(root(figure).iter("{http://www.w3.org/2000/svg}script"))


@pytest.mark.parametrize("name", ["x" * 10_000, "long words " * 100])
def test_names_without_end_take_two_lines(name: str) -> None:
    """What has no room is cut, and that is seen."""
    entry = load_catalogue().entry("neck-2-rotation")
    named = Catalogue(entries=(attrs.evolve(entry, name=name),))

    shown = [text for text in texts(plotted(*noted((1, 1, 1)), catalogue=named)) if len(text) > 50]

    assert len(shown) <= 2
    assert any(text.endswith("…") for text in texts(plotted(*noted((1, 1, 1)), catalogue=named)))


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
    assert len(planned) > 1
    assert {plan.catalogue.entry(id).name for id in planned} <= set(texts(figure))
    assert figure.description.count("during 3 at last") == len(planned)


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


def test_one_session_takes_no_more_room_than_it_needs() -> None:
    """Its bars stand in the middle of a short axis, above their date."""
    figure = plotted(*noted((1, 2, 3)))

    (during,), (morning,) = bars(figure, "during"), bars(figure, "worse morning")
    middle = places(figure)["Mon 23 Nov"][0]
    assert during.left + during.width == morning.left == middle
    assert middle < 120
