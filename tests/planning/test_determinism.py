"""The same input gives the same plan, byte for byte, in whatever order sets are written."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import spinecare
from spinecare.export.json import to_json
from spinecare.model import Availability
from tests.planning.builders import CATALOGUE, MONDAY, office, person, planned
from tests.shuffling import mixed, shuffled

pytestmark = pytest.mark.no_cover  # tests/README.md says why

FLAGS = tuple(flag.id for flag in CATALOGUE.red_flags)

EVERYTHING: dict[str, Any] = {
    "availability": "Tue, Thu 07:00 15 min (office); Mon, Wed, Fri 18:00 30 min",
    "goals": ["ease-lower-back", "relax", "grow-stronger"],
    "conditions": ["hip-pain", "glaucoma", "disc-herniation"],
    "places": [office(equipment=["chair", "pull-up-bar"]), office(name="gym")],
    "tense": ["neck", "lower-back", "shoulder"],
    "tried": ["neck-2-rotation", "lumbar-1-half-push-up", "yoga-supine-twist"],
    "leaves_out": ["wushu-trunk-twist", "yoga-pigeon-pose"],
    "asks_for": ["lying-09d-elongation-belly-draw-in", "desk-break-stairs"],
    "desk": "Mon-Fri 09:00-12:10",
    "pain": 1,
}


def test_the_same_input_gives_the_same_bytes() -> None:
    """Twice in one process."""
    assert to_json(planned(person(**EVERYTHING), weeks=2)) == to_json(
        planned(person(**EVERYTHING), weeks=2)
    )


@pytest.mark.parametrize(
    "name",
    ["conditions", "equipment", "places", "tried", "leaves_out", "asks_for"],
)
def test_the_order_of_what_is_a_set_changes_nothing(name: str) -> None:
    """Turned round, every byte is the same."""
    who = person(**EVERYTHING)
    turned = person(**{**EVERYTHING, name: getattr(who, name)[::-1]})

    assert turned != who
    assert to_json(planned(turned, weeks=2)) == to_json(planned(who, weeks=2))


def test_the_order_of_tense_regions_changes_nothing_where_goals_are_named() -> None:
    """Only without goals their order is a wish."""
    who = person(**EVERYTHING)
    turned = evolve(who, tense=tuple(reversed(who.tense or ())))

    assert to_json(planned(turned, weeks=2)) == to_json(planned(who, weeks=2))


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_a_catalogues_lists_changes_nothing(seed: int) -> None:
    """Entries, routines, advice, edges, conditions, tags, terms, claims, sources: all of them."""
    who = person(**EVERYTHING)

    plan = to_json(planned(who, weeks=2))

    assert to_json(planned(who, weeks=2, catalogue=shuffled(CATALOGUE, seed))) == plan


def test_the_order_of_a_catalogues_lists_changes_nothing_where_goals_choose_everything() -> None:
    """Nobody's wishes: ties of goals, relief, rests and closings go by the article."""
    sore = person(pain=3, tense=["lower-back", "neck"], conditions=["pregnancy"], equipment=[])
    plain = person(goals=[], tense=None, pain=None, wakes_at=None)

    for who in (sore, plain):
        plan = to_json(planned(who, weeks=2))
        for seed in (7, 8):
            assert to_json(planned(who, weeks=2, catalogue=shuffled(CATALOGUE, seed))) == plan


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_a_persons_slots_things_places_and_conditions_changes_nothing(
    seed: int,
) -> None:
    """All at once: slots, days off, desk days, places and what is at hand there."""
    chance = random.Random(seed)
    off = [MONDAY + timedelta(days=day) for day in (2, 5, 8)]
    who = person(**EVERYTHING)
    slots = evolve(who.availability, days_off=off)
    who = evolve(who, availability=slots)
    assert who.desk is not None

    other = evolve(
        who,
        availability=Availability(
            slots=mixed(slots.slots, chance), days_off=mixed(slots.days_off, chance)
        ),
        conditions=mixed(who.conditions, chance),
        equipment=mixed(who.equipment, chance),
        places=mixed(
            tuple(evolve(one, equipment=mixed(one.equipment, chance)) for one in who.places), chance
        ),
        desk=evolve(who.desk, weekdays=mixed(who.desk.weekdays, chance)),  # sorted at the door
        tried=mixed(who.tried, chance),
        leaves_out=mixed(who.leaves_out, chance),
        asks_for=mixed(who.asks_for, chance),
        screening=evolve(who.screening, no=mixed(FLAGS, chance)),
    )

    assert other != who
    assert to_json(planned(other, weeks=2)) == to_json(planned(who, weeks=2))


def test_the_order_of_the_wished_routines_is_the_wish() -> None:
    """It decides who is late; a catalogue in another order does not change that."""
    ids = ["lumbar", "wushu-morning", "yoga-asanas", "neck"]
    who = person(routines=ids, availability="Mon, Wed, Fri 18:00 20 min")
    turned = evolve(who, routines=ids[::-1])

    assert to_json(planned(turned, weeks=2)) != to_json(planned(who, weeks=2))
    assert to_json(planned(turned, weeks=2, catalogue=shuffled(CATALOGUE, 3))) == to_json(
        planned(turned, weeks=2)
    )


def test_replanning_with_a_shuffled_catalogue_changes_nothing() -> None:
    """History is read from the plan before, whatever the order of the lists."""
    who = person(**EVERYTHING)
    first = planned(who, weeks=2)
    start = MONDAY + timedelta(days=9)

    plan = to_json(planned(who, start=start, previous=first))

    other = shuffled(CATALOGUE, 5)
    assert to_json(planned(who, start=start, previous=first, catalogue=other)) == plan


def test_the_order_of_goals_is_the_wish() -> None:
    """It may change the plan; this is what makes the other tests worth their while."""
    who = person(**EVERYTHING)

    assert planned(evolve(who, goals=who.goals[::-1])).routines != planned(who).routines


SCRIPT = """
from datetime import date
from spinecare import Person, Screening, make_plan
from spinecare.export.json import to_json
person = Person(
    timezone="Europe/Berlin",
    availability="Mon-Fri 18:00 30 min; Sat 10:00 45 min",
    screening=Screening(others="no"),
    goals=["ease-lower-back", "ease-neck"],
    conditions=["hip-pain", "disc-herniation"],
    equipment=["towel", "chair"],
)
print(to_json(make_plan(person, start=date(2026, 11, 23), weeks=2)))
"""


def test_another_process_with_other_hashes_gives_the_same_bytes() -> None:
    """Sets are never walked through in the order of their hashes."""
    source = str(Path(spinecare.__file__).parent.parent)
    printed = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": source},
        ).stdout
        for seed in ("1", "2")
    }

    assert len(printed) == 1
    assert b'"revision": 0' in printed.pop()
