"""Real plans for the plots, made once for all tests of a run."""

from __future__ import annotations

from datetime import date
from functools import cache

from spinecare import DeskHours, Person, Plan, Screening, make_plan


@cache
def real_plan(weeks: int) -> Plan:
    """Return a plan of somebody with three goals and a desk."""
    person = Person(
        timezone="Europe/Berlin",
        availability="Mon-Fri 07:00 20 min; Mon-Thu 19:00 30 min; Sat 10:00 45 min",
        goals=["ease-lower-back", "grow-stronger", "relax", "sit-less"],
        desk=DeskHours.parse("Mon-Fri 09:00-17:00"),
        screening=Screening(others="no"),
    )
    return make_plan(person, start=date(2026, 11, 23), weeks=weeks)
