"""The same input gives the same plan, byte for byte, in whatever order sets are written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import spinecare
from spinecare.export.json import to_json
from tests.planning.builders import CATALOGUE, office, person, planned

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


def test_the_order_of_slots_and_entries_changes_nothing() -> None:
    """Slots written in any order; a catalogue whose entries are turned round."""
    who = person(**EVERYTHING)
    slots = evolve(who.availability, slots=tuple(reversed(who.availability.slots)))
    turned = evolve(CATALOGUE, entries=tuple(reversed(CATALOGUE.entries)))

    plan = planned(who, weeks=2)

    assert planned(evolve(who, availability=slots), weeks=2) == plan
    assert planned(who, weeks=2, catalogue=turned).weeks == plan.weeks
    assert planned(who, weeks=2, catalogue=turned).findings == plan.findings


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
