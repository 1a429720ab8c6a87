"""What a history takes from a journal, and from the marks of the plan before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spinecare import Journal
from spinecare.model import ExerciseId, Purpose
from spinecare.planning.history import History
from spinecare.planning.lived import Lived
from spinecare.planning.recalling import recall
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    opening_at,
    person,
    plan_with,
    session_at,
    step_of,
)
from tests.planning.loads import NOD
from tests.planning.test_making import START, entry

RELIEF = ExerciseId("relief-position-search")


def test_what_the_catalogue_lost_is_not_recalled() -> None:
    """The journal tells of it, and nothing rests for it."""
    journal = Journal(entries=[entry(MONDAY, "my-own-walk"), entry(MONDAY, NOD)])
    known = Lived.of(journal, START, "strict", None, (), CATALOGUE).records.done
    history = History(person=person(), catalogue=CATALOGUE)

    recall(history, known, START, None)

    assert set(history.last_done) == {NOD}


def test_what_was_done_beside_what_its_session_holds_now_is_recalled() -> None:
    """It was done before its day, and the plan has another session of that id by now."""
    session = session_at(opening_at(18), step_of("neck-2-rotation", "neck"))
    done = Journal(entries=[entry(MONDAY, NOD)])
    known = Lived.of(done, START, "strict", None, (), CATALOGUE).records.done
    history = History(person=person(), catalogue=CATALOGUE)

    recall(history, known, MONDAY + timedelta(days=1), plan_with(session))

    assert set(history.last_done) == {NOD}


@pytest.mark.parametrize(
    ("exercise", "purpose", "is_new", "times"),
    [
        (RELIEF, Purpose.OPENING, False, 1),
        (RELIEF, Purpose.MAIN, False, 1),  # it opened sessions before, and stands alone by now
        (RELIEF, Purpose.MAIN, True, 0),
        (NOD, Purpose.MAIN, False, 0),  # that it was done only the journal tells
    ],
)
def test_what_the_planner_adds_is_tried_where_the_plan_before_says_so(
    exercise: ExerciseId, purpose: Purpose, *, is_new: bool, times: int
) -> None:
    """Nobody notes it."""
    step = step_of(exercise, "relief-positions", purpose=purpose, is_new=is_new)
    history = History(person=person(), catalogue=CATALOGUE)

    recall(history, (), MONDAY, plan_with(session_at(opening_at(18), step)))

    assert history.times_done[exercise] == times
