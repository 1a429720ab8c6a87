"""Routines of one's own, to ask what fits into a slot."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from spinecare.model import Exercise, Routine
from spinecare.planning.courses import Loads
from spinecare.planning.offers import Offers
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import Outlook
from tests.planning.builders import (
    effort,
    opening_at,
    outlook_of,
    own_routine,
    person,
    plain,
    routines,
    with_entries,
    with_routines,
)

A, B, C = "wushu-morning", "fitball", "yoga-asanas"
"""Routines that hold exercises of one's own here."""
BACK, ARM, NECK = "latissimus-dorsi", "biceps-brachii", "trapezius"


def looking(lists: dict[str, list[Exercise]], edges: Any = (), **changes: Any) -> Outlook:
    """Return an outlook whose routines hold exercises of one's own."""
    own = [entry for entries in lists.values() for entry in entries]
    own_routines = [own_routine(id, *(e.id for e in entries)) for id, entries in lists.items()]
    catalogue = with_routines(*own_routines, catalogue=with_entries(*own))
    return outlook_of(person(**changes), evolve(catalogue, edges=(*catalogue.edges, *edges)))


def sized(id: str, *seconds: float) -> list[Exercise]:
    """Return exercises that take so long with the way to them."""
    return [plain(f"own-{id}{number}", length - 10) for number, length in enumerate(seconds)]


def made_for(look: Outlook, *ids: str) -> Offers:
    """Return the offers of routines."""
    wanted = routines(*ids, look=look)
    return Offers(outlook=look, routines=wanted, loads=Loads.of(look, wanted))


def offers(
    look: Outlook, at: Opening, *ids: str, fitting: tuple[bool, ...] | None = None, day: int = 0
) -> set[tuple[tuple[str, int, bool], ...]]:
    """Return what fits into an opening: routine, thousandths, whole or not."""
    found = made_for(look, *ids).of(at, opening_at(24 * day).date, fitting or (True,) * len(ids))
    told = [tuple((ids[p.course], p.share, p.is_whole) for p in offer.parts) for offer in found]
    assert len(told) == len(set(told))
    return set(told)


def clashing_pair() -> tuple[Exercise, Exercise]:
    """Return strength work that bends and strength work that arches."""
    efforts: dict[str, Any] = {"kinds": ["strength", "relaxation"]}
    bend = plain("own-bend", 50, tags=("flexion-end",), **efforts)
    return bend, plain("own-arch", 50, tags=("extension-end",), **efforts)


def clashing() -> Outlook:
    """Return an outlook whose routines clash in one exercise of the second."""
    bend, arch = clashing_pair()
    return looking({A: [bend], B: [arch, *sized("b", 60, 60, 60)]})


def loading(*loads: tuple[str, str, tuple[str, ...]], **changes: Any) -> tuple[Outlook, Routine]:
    """Return an outlook with a routine of efforts: each its id, kind of load and muscles."""
    own = [effort(id=id, recovery=recovery, muscles=muscles) for id, recovery, muscles in loads]
    routine = own_routine("wushu-morning", *(entry.id for entry in own))
    catalogue = with_routines(routine, catalogue=with_entries(*own))
    return outlook_of(person(**changes), catalogue), routine
