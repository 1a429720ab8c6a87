"""The way to a plan: the planner with the built-in catalogue as its default."""

from __future__ import annotations

from datetime import date, datetime

from spinecare.catalogue import load_catalogue
from spinecare.model import Catalogue, Journal, Person, Plan
from spinecare.planning import EFFORT, plan_for
from spinecare.reviewing import STRICT, Policy


def make_plan(
    person: Person,
    *,
    start: date,
    weeks: int = 4,
    catalogue: Catalogue | None = None,
    journal: Journal | None = None,
    previous: Plan | None = None,
    updated_at: datetime | None = None,
    effort: int | None = EFFORT,
    policy: Policy | str = STRICT,
) -> Plan:
    """Return a plan that breaks none of the hard rules.

    Args:
        person: Who it is for.
        start: The first day.
        weeks: How many weeks, 1 to 52.
        catalogue: What there is to plan with; the built-in catalogue where none is given.
        journal: What was done and how it felt. What was skipped is due again; what hurt rests,
            comes back gentler or is left out; doses grow only after sessions that did no harm, and
            never where nobody knows.
        previous: The plan this one replaces: it keeps the id, counts its revision on, minds the
            sessions before `start`, and lists those that are no more as cancelled.
        updated_at: When it was made; midnight UTC of `start` where it is not given. Nothing asks
            the clock.
        effort: How many states the search for the best week may look into, for each week; `None`
            for as many as it takes, however long that is. Where it ends too soon a finding states
            how far from the best the week may be.
        policy: What pain means: `strict` stops what hurts, as the article says; `monitored` takes
            pain up to 5 that is gone by the morning.

    Returns:
        The plan, with what was left out or found no place in `findings`. The same input gives the
        same plan.

    Raises:
        ClinicianFirst: A warning sign is present, or the journal tells of one; with osteoporosis
            also pain that rose suddenly above 5.
        NotScreenedError: A warning sign was not asked about.
        FaultyInputError: The person names things that the catalogue does not have; all at once.
        InvalidValueError: A start that is no date from 1970 to 2198, weeks that are not 1 to 52, or
            an effort below 0.

    Examples:
        >>> from spinecare import Person, Screening
        >>> person = Person(
        ...     timezone="Europe/Berlin",
        ...     availability="Mon-Fri 18:00 20 min",
        ...     screening=Screening(others="no"),
        ...     goals=["ease-neck"],
        ... )
        >>> plan = make_plan(person, start=date(2026, 11, 23), weeks=1)
        >>> plan.weeks[0].days[0].sessions[0].routines
        ('neck',)
    """
    return plan_for(
        person,
        load_catalogue() if catalogue is None else catalogue,
        start=start,
        weeks=weeks,
        previous=previous,
        updated_at=updated_at,
        effort=effort,
        journal=journal,
        policy=policy,
    )
