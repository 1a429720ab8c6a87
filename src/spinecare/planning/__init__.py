"""Planning: pure functions from a person and a catalogue to a plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

from spinecare.model import Catalogue, Journal, Person, Plan
from spinecare.planning.alarms import refuse_alarms, refuse_flares
from spinecare.planning.checking import MOST_WEEKS, check_arguments, check_journal
from spinecare.planning.lived import Lived
from spinecare.planning.making import made_of
from spinecare.planning.memory import memory
from spinecare.planning.rules import RULES, Rule
from spinecare.planning.scoring import Score, ScoreLine, score
from spinecare.planning.screening import refuse_warning_signs
from spinecare.planning.writing import drawn, written
from spinecare.reviewing import STRICT, Policy, policy_of

EFFORT = 20_000
"""States that the search for the best week looks into, unless the caller says otherwise. Up to six
routines and three slots a day have taken less; without it twenty routines might take hours. A state
counts for more where a slot holds much."""
_MOST_TIMES = 3
"""So often a plan is made again, until that changes nothing: then it stays without news."""


def plan_for(
    person: Person,
    catalogue: Catalogue,
    *,
    start: date,
    weeks: int = 4,
    previous: Plan | None = None,
    updated_at: datetime | None = None,
    effort: int | None = EFFORT,
    journal: Journal | None = None,
    policy: Policy | str = STRICT,
) -> Plan:
    """Return a plan that breaks none of the hard rules, from the catalogue it is given.

    Arguments and errors are those of `spinecare.make_plan`, which brings the built-in catalogue.

    Examples:
        >>> from datetime import date
        >>> from spinecare import Person, Screening, load_catalogue
        >>> person = Person(
        ...     timezone="Europe/Berlin",
        ...     availability="Mon-Fri 18:00 20 min",
        ...     screening=Screening(others="no"),
        ...     goals=["ease-neck"],
        ... )
        >>> plan = plan_for(person, load_catalogue(), start=date(2026, 11, 23), weeks=1)
        >>> plan.weeks[0].days[0].sessions[0].routines[0]
        'neck'
    """
    check_arguments(person, catalogue, start, weeks, previous, effort)
    judged_by = policy_of(policy)
    if journal is not None:
        check_journal(journal, start, person.cleared_on)
    catalogue = catalogue.arranged  # the order of its lists changes nothing
    refuse_warning_signs(person, catalogue)
    past = () if previous is None else memory(previous, start, journal)
    lived = None
    if journal is not None:
        cleared_on = person.cleared_on
        lived = Lived.of(journal, start, judged_by, previous, past, catalogue, cleared_on)
        refuse_alarms(lived.signs)
        refuse_flares(lived.flares, person, catalogue)
        person = lived.person(person)
    making = partial(made_of, person, catalogue, start, weeks, effort)
    moment = updated_at or datetime(start.year, start.month, start.day, tzinfo=UTC)
    found = drawn(making, lived, previous)
    if previous is not None and lived is not None and found.is_like(previous):
        return previous  # no news: nothing changes
    kept_out, later = list(found.made.placed.kept_out), found.later
    plan = written(found, previous, moment, past, kept_out, later)
    for _ in range(0 if lived is None else _MOST_TIMES):
        found = drawn(making, lived, plan)
        if found.is_like(plan):
            break
        kept_out += found.made.placed.kept_out
        later |= found.later
        plan = written(found, previous, moment, past, kept_out, later)
    return plan


__all__ = ["EFFORT", "MOST_WEEKS", "RULES", "Rule", "Score", "ScoreLine", "plan_for", "score"]
