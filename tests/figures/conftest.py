"""A plan to draw from."""

from __future__ import annotations

from datetime import date

import pytest

from spinecare import Person, Plan, Screening, make_plan


@pytest.fixture(scope="package")
def plan() -> Plan:
    """Return a week with neck work, lying work and rests."""
    person = Person(
        goals=["ease-neck", "ease-lower-back"],
        availability="Mon-Fri 19:00 20 min; Sat 10:00 45 min",
        timezone="Europe/Berlin",
        screening=Screening(others="no"),
    )
    return make_plan(person, start=date(2026, 11, 23), weeks=1)
