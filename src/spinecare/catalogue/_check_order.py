"""Check that what comes before what can be kept: no circles, and routines that agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spinecare.catalogue._breach import Breach
from spinecare.model import Catalogue, Routine


def order_breaches(catalogue: Catalogue) -> Iterator[Breach]:
    """Yield circles, and routines whose lists do not agree with the order or with each other."""
    yield from _circles_of_edges(catalogue)
    yield from _circles_of_entries(catalogue)
    for index, routine in enumerate(catalogue.routines):
        for path, message in (*_against_edges(routine, catalogue), *_against_itself(routine)):
            yield Breach(field="routines", index=index, path=path, message=message)


def _circles_of_edges(catalogue: Catalogue) -> Iterator[Breach]:
    """Find circles of "comes before", each told once, at an edge of it."""
    links: dict[str, list[str]] = {}
    for edge in catalogue.edges:
        links.setdefault(edge.before, []).append(edge.after)
    places: dict[tuple[str, str], int] = {
        (edge.before, edge.after): index for index, edge in enumerate(catalogue.edges)
    }
    for circle in _circles(links):
        message = f"edges must form no circle, got {' before '.join(circle)}"
        yield Breach(field="edges", index=places[circle[-2], circle[-1]], message=message)


def _circles_of_entries(catalogue: Catalogue) -> Iterator[Breach]:
    """Find entries that vary or hold themselves over others."""
    places = {entry.id: index for index, entry in enumerate(catalogue.entries)}
    for field, links in (
        ("of", {str(e.id): [str(e.of)] for e in catalogue.entries if e.of is not None}),
        ("items", {str(e.id): [str(id) for id in e.items] for e in catalogue.entries}),
    ):
        for circle in _circles(links):
            index = next(index for id, index in places.items() if id == circle[-2])
            message = f"{field} must form no circle, got {' -> '.join(circle)}"
            yield Breach(field="entries", index=index, path=f".{field}", message=message)


def _circles(links: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield a circle for each link that closes one, as its ids with the first repeated at the end.

    The walk keeps its own stack: a chain in a file may be longer than Python's.
    """
    done: set[str] = set()
    for first in links:
        if first in done:
            continue
        trail = [first]
        on_trail = {first}
        waiting = [iter(links[first])]
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                done.add(trail[-1])
                on_trail.discard(trail.pop())
            elif following in on_trail:
                yield (*trail[trail.index(following) :], following)
            elif following not in done:
                trail.append(following)
                on_trail.add(following)
                waiting.append(iter(links.get(following, ())))


def _against_edges(routine: Routine, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Find entries of a routine that stand before what must come before them, or without it."""
    order = {id: number for number, id in enumerate(routine.entries)}
    inside = {*routine.entries, *routine.opening, *routine.closing}
    for edge in catalogue.edges:
        if edge.after not in order:
            continue
        path = f".entries[{order[edge.after]}]"
        if order.get(edge.before, -1) > order[edge.after]:
            expected = f"entries must keep the order of the edges, got {edge.after!r}"
            yield path, f"{expected} before {edge.before!r}; Maybe change places."
        if edge.needs and edge.before not in inside:
            expected = f"entries must hold what {edge.after!r} needs, got no {edge.before!r}"
            yield path, f"{expected}; Maybe add it before."


def _against_itself(routine: Routine) -> Iterator[tuple[str, str]]:
    """Find stages and series of exercises that the routine does not hold."""
    lists = [
        *((f".stages[{n}].opens", stage.opens) for n, stage in enumerate(routine.stages)),
        *((f".stages[{n}].after", stage.after) for n, stage in enumerate(routine.stages)),
        *((f".series[{n}].items", series.items) for n, series in enumerate(routine.series)),
    ]
    for path, ids in lists:
        for number, id in enumerate(ids):
            if id not in routine.entries:
                expected = "id must be one of the routine's own entries"
                yield f"{path}[{number}]", f"{expected}, got {id!r}; Maybe add it to entries."
    for number, stage in enumerate(routine.stages):
        for id in stage.opens:
            if id in stage.after:
                expected = "stage must open other exercises than it comes after"
                yield f".stages[{number}]", f"{expected}, got {id!r} in both"
