"""From a person's table to the exported JSON of their plan, through the library's front door."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from spinecare import Person, load_catalogue, make_plan, to_json
from spinecare.codec import from_data
from tests.checker.checker import check
from tests.checker.facts import Table, built_in_facts

if TYPE_CHECKING:
    from spinecare import Catalogue
    from tests.checker.breach import Breach


@cache
def built_in() -> Catalogue:
    """Load the built-in catalogue once for all tests."""
    return load_catalogue()


def exported(person: Table, start: date, weeks: int) -> str:
    """Return the JSON text of a person's plan."""
    who = from_data(person, Person, what="person")
    return to_json(make_plan(who, start=start, weeks=weeks, catalogue=built_in()))


def document_of(person: Table, start: date, weeks: int) -> Table:
    """Return the parsed JSON of a person's plan."""
    document: Table = json.loads(exported(person, start, weeks))
    assert document["plan"]["start"] == start.isoformat()
    assert len(document["plan"]["weeks"]) == weeks
    return document


def breaches_of(person: Table, start: date, weeks: int) -> list[Breach]:
    """Return what the checker says of a person's plan."""
    return check(document_of(person, start, weeks), built_in_facts(), person)
