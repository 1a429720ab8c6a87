"""Documents for the tests of schemas: data of every class, and the same with something changed."""

from __future__ import annotations

import copy
import json
from typing import Any

import attrs
from hypothesis import strategies as st

from spinecare.codec import to_data
from spinecare.model import Catalogue, Plan
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import sample_plan
from tests.strategies import instances

_JUNK: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        3,
        1.5,
        2.0,
        300,
        20_000,
        1e9,
        -0.5,
        "",
        " ",
        "x",
        "a b",
        "-",
        "é",
    ),
    *("left", "2026-02-30", "2026-11-23", "1969-12-31", "2200-01-01", "20261123", "2026-W48-1"),
    *("07:00", "7:00", "24:00", "07:00:00", "07:00:30", "0700", "07:00Z"),
    *("2026-11-22T09:30:00+00:00", "2026-11-22T09:30:00", "2026-11-22T09:30Z", "2026-11-22"),
    *("10", "10 s", "10 kg", "10-30 s", "at least 20 s", "20 min", "8-12", "12-8", "at least 3"),
    *("Mon 07:00 20 min", "Mon 07:00, 19:00 20 min (x); Sat 8:00 1 h", "Mon-Fri 09:00-17:00"),
    *("Europe/Berlin", "Nowhere/Land", "../x", "/etc", [], {}, [[]], [1, 2], [2, 1], [10, None]),
    *([None, 1], [1, 2, 3], [1.0, 2.5], ["a", "a"], ["a", "b"], [3], [1, 1]),
    *({"at_least": 3}, {"at_least": None}, {"count": [1, 2], "per": "side"}, {"count": "3"}),
    *({"count": 3, "per": "x"}, {"position": "supine"}, {"text": "x"}, {"id": "mat"}, {"a": 1}),
)


EDGES: tuple[Any, ...] = (
    *(None, True, -0.5, 0, 1, 1.5, 300, 20_000, 1e9, "", " ", "x", "a b", "a-1"),
    *([], {}, ["x"], ["x", "x"], [3], [1, 2]),
)
"""Values at the edges of what fields take."""


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every member of tables and lists."""
    if isinstance(value, dict):
        members = list(value.items())
    elif isinstance(value, list):
        members = list(enumerate(value))
    else:
        return []
    found: list[tuple[Any, ...]] = []
    for key, member in members:
        found += [(*path, key), *_places(member, (*path, key))]
    return found


def written(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy of instances as a JSON parser gives them; of large classes a sample."""
    values = st.just(_SAMPLES[kind]) if kind in _SAMPLES else instances(kind)
    return values.map(lambda value: json.loads(json.dumps(to_data(value))))


_CATALOGUE = SMALL_CATALOGUE.restricted_to(
    entries=frozenset({"neck-2-rotation"}), routines=frozenset({"neck"}), advice=frozenset()
)
_SAMPLES: dict[type[Any], Any] = {
    Plan: attrs.evolve(sample_plan(), catalogue=_CATALOGUE),
    Catalogue: _CATALOGUE,
}


@st.composite
def changed(draw: st.DrawFn, kind: type[Any], names: tuple[str, ...]) -> Any:
    """Draw the data of an instance, with one to three changes.

    Args:
        draw: Given by hypothesis.
        kind: The class.
        names: Names of its fields: a change may also write one that is not there.
    """
    data = draw(written(kind))
    for _ in range(draw(st.integers(1, 3))):
        junk = copy.deepcopy(draw(st.sampled_from(_JUNK)))
        change = draw(st.sampled_from(["put", "put", "put", "take", "double", "add"]))
        places = _places(data)
        if not places or change == "add":
            if not isinstance(data, dict):
                return junk
            data[draw(st.sampled_from([*names, "surprise"]))] = junk
            continue
        path = draw(st.sampled_from(places))
        inside: Any = data
        for part in path[:-1]:
            inside = inside[part]
        if change == "take":
            del inside[path[-1]]
        elif change == "double" and isinstance(inside, list):
            inside.insert(path[-1], copy.deepcopy(inside[path[-1]]))
        else:
            inside[path[-1]] = junk
    return data
