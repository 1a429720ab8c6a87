"""The catalogue in one order: by the article's lines, then by id, however it came."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest

from spinecare.catalogue import load_catalogue
from spinecare.model import Catalogue, Edge, ExerciseId
from tests.shuffling import lists_of, shuffled

BUILT_IN = load_catalogue()
LISTS = lists_of(BUILT_IN)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_order_it_is_arranged_alike(seed: int) -> None:
    """Every list; nothing is lost."""
    other = shuffled(BUILT_IN, seed)

    assert other != BUILT_IN
    assert other.arranged == BUILT_IN.arranged
    for name in LISTS:
        assert len(getattr(other.arranged, name)) == len(getattr(BUILT_IN, name))


def test_what_is_arranged_stays_as_it_is() -> None:
    """Once is enough, and worked out once."""
    assert BUILT_IN.arranged.arranged == BUILT_IN.arranged
    assert BUILT_IN.arranged is BUILT_IN.arranged


@pytest.mark.parametrize("name", ["entries", "routines", "advice", "rules", "claims"])
def test_lists_follow_the_article(name: str) -> None:
    """By their lines, then by id; what the article does not name comes last."""
    items = getattr(BUILT_IN.arranged, name)
    keys = [(item.lines or (10**9,), item.id) for item in items]

    assert keys == sorted(keys)
    assert all(one != other for one, other in pairwise(keys))


@pytest.mark.parametrize("name", ["conditions", "tags", "muscles", "equipment", "sources"])
def test_lists_that_the_article_does_not_order_follow_their_ids(name: str) -> None:
    """No two have the same."""
    ids = [item.id for item in getattr(BUILT_IN.arranged, name)]

    assert ids == sorted(set(ids))


def test_edges_follow_the_article_then_what_comes_after_then_what_comes_before() -> None:
    """They have no id of their own."""
    one, two = ExerciseId("one"), ExerciseId("two")
    edges = (
        Edge(before=two, after=two),
        Edge(before=one, after=two),
        Edge(before=two, after=one),
        Edge(before=two, after=two, lines=(9,)),
        Edge(before=two, after=two, lines=(9, 10)),
        Edge(before=two, after=two, lines=(1,)),
    )

    arranged = Catalogue(edges=edges).arranged

    assert arranged.edges == tuple(edges[place] for place in (5, 3, 4, 2, 1, 0))


def test_texts_and_what_is_inside_an_entry_keep_their_order() -> None:
    """The order of exercises is the routine's, that of the stop signs the reader's."""
    assert BUILT_IN.arranged.stop_signs == BUILT_IN.stop_signs
    for routine in BUILT_IN.routines:
        assert BUILT_IN.arranged.routine(routine.id) is routine
    for field in attrs.fields(Catalogue):
        if field.name not in LISTS:
            assert getattr(BUILT_IN.arranged, field.name) == getattr(BUILT_IN, field.name)
