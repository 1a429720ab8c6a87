"""Pain over time: the exercise that hurt most first, as in the picture."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecare import Entry, Journal, Pain, SessionId, load_catalogue, plot_pain
from spinecare.plots.felt import felt
from spinecare.wording import name_of, pain_histories
from tests.export.felt_journals import CALM, START, lived_journal, noted
from tests.plots.journals import six_weeks

CATALOGUE = load_catalogue()
EXERCISES = ("neck-2-rotation", "neck-3-side-bend", "neck-4-front", "lying-04-figure-four", "own")


def name(id: str) -> str:
    """Return a name as the picture has it."""
    return name_of(id, (CATALOGUE,))


PAINS = st.builds(
    dict[str, float],
    st.lists(st.tuples(st.sampled_from(list(CALM)), st.integers(0, 3)), max_size=4),
)
JOURNALS = st.lists(
    st.builds(
        lambda exercise, day, outcome, pain: noted(exercise, day, outcome=outcome, **pain),
        st.sampled_from([*EXERCISES, None]),
        st.integers(-4, 0),
        st.sampled_from(["done", "partly", "skipped"]),
        PAINS,
    ),
    max_size=12,
).map(lambda entries: Journal(entries=entries))


def named_in_the_picture(journal: Journal) -> list[str]:
    """Return the names of the exercises in the order in which the picture tells of them."""
    told = plot_pain(journal, catalogue=CATALOGUE).description
    return re.findall(r"(?:^|\. )([^:.]*): ", told)


@pytest.mark.parametrize("journal", [lived_journal(), six_weeks(), Journal()])
def test_exercises_stand_as_in_the_picture(journal: Journal) -> None:
    """By the worst pain, then by pain during, then by name; the picture shows the first eight."""
    told = pain_histories(journal, name)

    assert [one.name for one in told][:8] == named_in_the_picture(journal)


@given(JOURNALS)
@settings(max_examples=60, deadline=None)
def test_exercises_stand_as_in_the_picture_whatever_was_noted(journal: Journal) -> None:
    """Ties, answers that nobody gave, whole sessions: the same worst pain in the same order."""
    told = pain_histories(journal, name)

    drawn = felt(journal, CATALOGUE)
    assert [one.name for one in told] == named_in_the_picture(journal)
    assert [(one.exercise, one.name, one.worst) for one in told] == [
        (id, each.name, each.worst) for id, each in drawn.items()
    ]


def entry_of(session: str, **pain: Any) -> Entry:
    """Return an entry of the day before the plan, of a session of its own."""
    one = noted("neck-2-rotation", -1, **pain)
    return attrs.evolve(one, session=SessionId(session))


def test_of_several_sessions_on_a_day_the_highest_answers_count() -> None:
    """Each answer by itself; what only one of them tells is known."""
    journal = Journal(
        entries=[entry_of("a", before=2, during=0), entry_of("b", before=1, during=3, after=1)]
    )

    (history,) = pain_histories(journal, name)

    (day,) = history.days
    assert day.date == START - timedelta(days=1)
    assert day.pain == Pain(before=2, during=3, after=1)
    assert (day.worst, history.worst) == (3, 3)


def test_exercises_that_hurt_alike_stand_by_name_however_it_is_written() -> None:
    """Capitals do not come first."""
    journal = Journal(entries=[noted(id, -1, during=1) for id in ("b", "a")])

    told = pain_histories(journal, {"b": "arm", "a": "Back"}.__getitem__)

    assert [one.name for one in told] == ["arm", "Back"]


def test_pain_from_before_is_not_the_doing_of_an_exercise() -> None:
    """The mornings after are, and unknown is not none."""
    (before,) = pain_histories(Journal(entries=[entry_of("a", before=5)]), name)
    (later,) = pain_histories(Journal(entries=[entry_of("a", during=0, second_morning=4)]), name)
    (unknown,) = pain_histories(Journal(entries=[entry_of("a")]), name)

    assert (before.worst, before.days[0].is_known) == (None, True)
    assert later.worst == 4
    assert (unknown.worst, unknown.days[0].is_known) == (None, False)
